"""Rows that add up what stands above, by their words or by their numbers."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from catalog.imports.cells.money import parse_price
from catalog.imports.cells.numbers import sign_of

SUM = re.compile(
    r"(?:zwischen|gesamt|end)?(?:summe|total|subtotal|betrag)\b|gesamt\b|"
    r"übertrag\b|total\b|summe\b|sum\b|anzahl artikel\b",
    re.I,
)
NOTHING_ELSE = re.compile(
    r"(?:netto|brutto|zwischen|gesamt|end|summe|betrag|preis|übertrag|wert|subtotal|total|sum|anzahl|artikel|positionen|"
    r"aller|alle|der|die|in|je|pro|seite|euro|eur|inkl|exkl|zzgl|ohne|mit|mwst|ust|w|m|st|\W|\d)+",
    re.I,
)
CENT = Decimal("0.01")


class Sums:
    """The prices of a list as they are added up on the way down, by parts and in all."""

    def __init__(self) -> None:
        self.listed: list[Any] = []  # since the last sum
        self.part = Decimal(0)  # of these, as far as a number without words has asked
        self.before = Decimal(0)

    def add(self, cell: Any) -> None:
        self.listed.append(cell)

    def close(self, cell: Any) -> bool:
        """Whether this is the sum of what stands above, of the last part or of all; then a new part begins."""
        sign = sign_of({text for text in (cell, *self.listed) if text.__class__ is str})
        own, *others = (parse_price(one, sign).value or Decimal(0) for one in (cell, *self.listed))
        self.part, self.listed = self.part + sum(others, Decimal(0)), []
        if own and min(abs(own - self.part), abs(own - self.part - self.before)) >= CENT:
            return False
        self.before, self.part = self.before + self.part, Decimal(0)
        return True


def speaks_of_sum(text: str) -> bool:
    """`Zwischensumme`, `Total Vegan Burger`."""
    return SUM.match(text.strip()) is not None


def is_sum(text: str) -> bool:
    """`Summe netto`, `Übertrag Seite 2`: nobody calls goods so."""
    return speaks_of_sum(text) and NOTHING_ELSE.fullmatch(text) is not None
