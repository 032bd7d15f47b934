"""What stands around the prices and speaks of them: letterhead, headings, notes, number formats.

`Alle Preise per 100 Stück` in the letterhead makes 4,20 a price for a hundred, wherever no cell says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from catalog.imports.price_words import FOREIGN, price_header
from catalog.imports.words import words_of
from catalog.units import unit_of
from tabular import text_of

if TYPE_CHECKING:
    from catalog.imports.checking import Checker

SPEAKS_OF_PRICES = re.compile(
    r"preis|price|mwst|m\.w\.st|ust\b|umsatzsteuer|mehrwertsteuer|vat\b|betr[äa]ge|netto|brutto", re.I
)
OTHER_MATTERS = re.compile(
    r"uvp|mindestbestell|bestellwert|warenwert|versand|fracht|lieferkosten|lieferpauschale|frei haus|"
    r"skonto|pfand|empfohlen|rechnungsbetrag|einkauf",
    re.I,
)
SENTENCE_END = re.compile(r"(?<=[a-zäöü)])(?<!inkl)(?<!incl)(?<!exkl)(?<!excl)(?<!zzgl)(?<!gesetzl)\.\s+|;|\n|\|", re.I)
REFERENCE = re.compile(
    r"(?:preis\w*|price\w*|netto|brutto|€|\beur\w*)[^.;|\n\d]{0,40}?(?:\bje\b|\bpro\b|\bper\b|\bfür\b|\bà\b|/)\s*"
    r"(?:(10|100|1\.?000)\b\s*)?([a-zäöüß²³]+)?",
    re.I,
)
EURO = re.compile(r"€|\beuro?\b", re.I)
LABELS = re.compile(r'"([^"]*)"')


class Reference(NamedTuple):
    """For how many of which unit a text says that prices are; unit "" where it names none."""

    quantity: int
    unit: str


@lru_cache(maxsize=4096)
def reference_in(text: str) -> Reference | None:
    """`(Preise je 100 Stück)` → (100, "Stück"); None where a text says nothing of the kind."""
    for sentence in sentences(text):
        for match in REFERENCE.finditer(sentence):
            quantity = int(match[1].replace(".", "")) if match[1] else 0
            unit = unit_of(match[2]) if match[2] else None
            if unit and unit.kind not in ("time", "sum"):
                return Reference(quantity, match[2])
            if quantity and not match[2]:
                return Reference(quantity, "")
    return None


def sentences(text: str) -> Iterable[str]:
    """The sentences of a text that speak of the prices of the goods."""
    for sentence in SENTENCE_END.split(text):
        if (SPEAKS_OF_PRICES.search(sentence) or EURO.search(sentence)) and not OTHER_MATTERS.search(sentence):
            yield sentence


def foreign_money(text: str) -> str:
    """USD where a text says that prices are in dollars; "" where it names the euro or no money."""
    for sentence in sentences(text):
        if SPEAKS_OF_PRICES.search(sentence) and not EURO.search(sentence):
            found = next((FOREIGN[word] for word in words_of(sentence) if FOREIGN.get(word)), "")
            if found:
                return found
    return ""


def format_reference(code: str) -> Reference | None:
    """`#,##0.00" €/100 St"` → (100, "St")."""
    label = "".join(LABELS.findall(code))
    found = price_header(f"Preis {label}") if "/" in label else None
    return Reference(found.quantity, found.unit) if found and (found.quantity or found.unit) else None


class Surroundings:
    """What holds for one row's price besides its cell, header and columns."""

    def __init__(self, checker: Checker) -> None:
        self.note = checker.plan.index("note")
        self.everywhere = {found for text in checker.survey.texts if (found := reference_in(text))}
        self.formats = {
            index: {found for code in codes if (found := format_reference(code))}
            for index, codes in checker.formats.codes.items()
        }

    def of(self, group: str, cells: list[Any], column: int) -> set[Reference]:
        """References of the heading above, the note beside and the column's number formats."""
        note = text_of(cells[self.note]) if 0 <= self.note < len(cells) else ""
        near = {found for text in (group, note) if text and (found := reference_in(text))}
        return near | self.formats.get(column, set())
