"""Rows that add up what stands above, by their words."""

from __future__ import annotations

import re

SUM = re.compile(
    r"(?:zwischen|gesamt|end)?(?:summe|total|subtotal|betrag)\b|gesamt\b|"
    r"übertrag\b|total\b|summe\b|sum\b|anzahl artikel\b",
    re.I,
)
NOTHING_ELSE = re.compile(
    r"(?:(?:netto|brutto|zwischen|gesamt|end)*(?:summe|betrag|preis|übertrag|wert)?|(?:sub)?total|sum|"
    r"anzahl|artikel|positionen|aller?|der|die|in|je|pro|seite|eur|euro|inkl|exkl|zzgl|ohne|mit|[mu]\W*w?\W*st|\W|\d)+",
    re.I,
)


def speaks_of_sum(text: str) -> bool:
    """`Zwischensumme`, `Total Vegan Burger`."""
    return SUM.match(text.strip()) is not None


def is_sum(text: str) -> bool:
    """`Summe netto`, `Übertrag Seite 2`: nobody calls goods so."""
    return speaks_of_sum(text) and NOTHING_ELSE.fullmatch(text) is not None
