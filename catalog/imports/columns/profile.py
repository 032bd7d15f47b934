"""What the values of a column look like, whatever its header says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from catalog.imports.cells.money import SHORTEST_STEPS, without_deposit
from catalog.imports.cells.numbers import DecimalSign
from catalog.imports.cells.packaging import parse_pack
from catalog.imports.cells.state_words import yes_or_no
from catalog.imports.cells.steps import steps_in_price
from catalog.imports.cells.values import gtin_of, rate_of
from catalog.imports.columns.sections import Sections
from tabular import Table, text_of

NUMERIC = re.compile(r"[-+]?\d[\d.,'’ \u00a0]*(?:[,.]-{1,2}|-)?\Z|-{0,2}[,.]\d{2}\Z")
MONEY = re.compile(
    r"(?:€|eur|euro)?\s*[\d.,' ]*\d(?:,-{1,2})?\s*(?:€|eur|euro)?\s*(?:netto|brutto)?(?:\s*(?:/|je|pro|p\.).*)?\Z", re.I
)
CURRENCY = re.compile(r"(?:€|eur|euro|usd|chf|gbp|pln|czk|dkk|sek)\Z", re.I)
PICTURE = re.compile(r"(?:https?://\S+|\S[^<>|]*\.(?:jpe?g|png|webp|gif|tiff?|bmp))(?:\s*[,;|].*)?\Z", re.I)
FIRST_ROWS, MORE_ROWS = 150, 250


@dataclass
class Profile:
    """Shares are of the filled cells in the sample."""

    filled: int = 0
    texts: list[str] = field(default_factory=list)
    cells: list[object] = field(default_factory=list)

    def share(self, test: Callable[[Any, str], object]) -> float:
        """Share of sampled values for which `test(cell, text)` holds."""
        hits = sum(bool(test(cell, text)) for cell, text in zip(self.cells, self.texts, strict=True))
        return hits / len(self.texts) if self.texts else 0.0

    @property
    def distinct(self) -> int:
        return len(set(self.texts))

    @property
    def numeric(self) -> float:
        return self.share(lambda cell, text: _is_number(cell) or NUMERIC.match(text))

    @property
    def money(self) -> float:
        return self.share(lambda cell, text: _is_number(cell) or _is_money(text))

    @property
    def decimals(self) -> float:
        """Share with a decimal fraction, which counts and years rarely have."""
        return self.share(lambda cell, text: re.search(r"\d[.,]\d{1,4}\D*\Z", text))

    @property
    def gtin(self) -> float:
        return self.share(lambda cell, text: len(text) >= 12 and gtin_of(cell)[0])

    @property
    def units(self) -> float:
        return self.share(lambda cell, text: not _is_number(cell) and parse_pack(text))

    @property
    def rates(self) -> float:
        return self.share(lambda cell, text: rate_of(text)[0] is not None)

    @property
    def flags(self) -> float:
        return self.share(lambda cell, text: yes_or_no(text) is not None)

    @property
    def currencies(self) -> float:
        return self.share(lambda cell, text: CURRENCY.match(text))

    @property
    def pictures(self) -> float:
        return self.share(lambda cell, text: PICTURE.match(text))

    @property
    def dates(self) -> float:
        return self.share(lambda cell, text: isinstance(cell, date))

    @property
    def words(self) -> float:
        return self.share(lambda cell, text: sum(sign.isalpha() for sign in text) >= 3)

    @property
    def length(self) -> float:
        return sum(map(len, self.texts)) / len(self.texts) if self.texts else 0.0


def _is_money(text: str) -> bool:
    """An amount, with what one cell may say besides: a deposit, steps."""
    return bool(
        MONEY.match(without_deposit(text)) or len(text) > SHORTEST_STEPS and steps_in_price(text, DecimalSign())
    )


def _is_number(cell: object) -> bool:
    return isinstance(cell, (int, float)) and not isinstance(cell, bool)


def profiles_of(table: Table, width: int, later: Sections | None = None) -> list[Profile]:
    """One pass over the table: a sample spread over it, and for each column whether it holds anything at all.

    It ends where a `later` header puts the columns in another order, and leaves out one that repeats the first.
    """
    profiles = [Profile() for _ in range(width)]
    step = max(1, table.filled // MORE_ROWS)
    fewest = min(2, width - 1)  # values of a row of goods; headings and footers have one
    empty = set(range(width))
    for count, (_, cells) in enumerate(table.rows()):
        if later and (section := later.read(cells)):
            if section.view or section.doubt:
                break
            continue
        if (count < FIRST_ROWS or count % step == 0) and len(cells) - cells.count("") >= fewest:
            _add(profiles, cells)
            empty -= {index for index in empty if index < len(cells) and cells[index] != ""}
        elif empty:
            late = {index for index in empty if index < len(cells) and cells[index] != ""}
            if late:
                _add(profiles, cells, late)
                empty -= late
    return profiles


def _add(profiles: list[Profile], cells: list[object], only: Iterable[int] | None = None) -> None:
    for index in range(min(len(cells), len(profiles))) if only is None else only:
        if cells[index] != "" and (text := text_of(cells[index])):
            profile = profiles[index]
            profile.filled += 1
            profile.texts.append(text)
            profile.cells.append(cells[index])
