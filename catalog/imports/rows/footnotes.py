"""Stars and the like behind a price or a name, and what the footnotes below the list say to them.

`2,90*` with `* Preis je 100 g` is another price than it looks; the rows without the mark it does not concern.
Such a footnote is taken at its word behind the price itself; what else one means for a price a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from catalog.imports.columns.drafts import Draft
from catalog.imports.rows.own_words import reference_in_words
from catalog.imports.rows.price_texts import Reference
from catalog.imports.rows.sentences import EURO, SPEAKS_OF_PRICES
from tabular import text_of

if TYPE_CHECKING:
    from catalog.imports.rows.checking import Checker

MARK = r"\*{1,3}|†|[¹²³]"
NOTE = re.compile(rf"(?:^|(?<=[\s,;(.]))({MARK})\)?\s*[=:]?\s*([^*†¹²³\n]+)")
MARKED = re.compile(rf"(?:\A\s*({MARK})|(?<=\S)\s*({MARK}))\)?\s*\Z|\A\s*({MARK})\s*(?=\S)")
OF_PRICES = re.compile(r"\b(?:je|pro|per|anfrage|rabatt|aktion|angebot|ab werk|cent|ct)\b", re.I)
FIELDS = ("name", "name_2", "unit", "packaging")


def footnotes_in(texts: Iterable[str]) -> dict[str, str]:
    """Mark → what its footnote says, of the footnotes that speak of prices."""
    found: dict[str, str] = {}
    for text in texts:
        for mark, words in NOTE.findall(text):
            found[mark] = f"{found[mark]}; {words.strip()}" if mark in found else words.strip()
    return {
        mark: words
        for mark, words in found.items()
        if SPEAKS_OF_PRICES.search(words) or EURO.search(words) or OF_PRICES.search(words)
    }


class Footnotes:
    """Holds back the rows that bear the mark of such a footnote, unless a header bears it for all."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        notes, plan = checker.survey.footnotes, checker.plan
        self.notes = {
            mark: said if (said := reference_in_words(words, whole=True)) and said.unit else None
            for mark, words in notes.items()
            if not any(mark in header for header in plan.headers)
        }
        self.prices = {column.index for name in ("price", "unit_price") for column in plan.numbered(name)}
        self.columns = sorted(self.prices | {plan.index(name) for name in FIELDS} - {-1})

    def check(self, draft: Draft, cells: list[Any]) -> None:
        for index, text, said in self._marked(cells):
            if said is None or index not in self.prices:
                self.checker.find(draft, "price", text, "footnote", column=index)
                return

    def references(self, cells: list[Any]) -> set[Reference]:
        """What the footnotes of a row say that its price is for."""
        return {said for index, _, said in self._marked(cells) if said and index in self.prices}

    def _marked(self, cells: list[Any]) -> Iterator[tuple[int, str, Reference | None]]:
        for index in self.columns if self.notes else ():
            text = text_of(cells[index]) if index < len(cells) else ""
            match = MARKED.search(text)
            if match and (mark := next(filter(None, match.groups()))) in self.notes:
                yield index, text, self.notes[mark]
