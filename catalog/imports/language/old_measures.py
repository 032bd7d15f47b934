"""Pfund, Zentner, Schock, Gros: measures of the market that no e-invoice has a code for, in grams and pieces."""

from __future__ import annotations

import re
from decimal import Decimal

NUMBER = r"(?:(?P<number>\d+(?:[.,]\d+)?)\s*)?"
OLD = re.compile(
    rf"(?<![\w.,])(?<!en ){NUMBER}(?:(?P<schock>schock\b)|(?P<gros>gros\b)|"
    r"(?P<zentner>z(?:entner|tr)\b\.?)|(?P<quarter>viertel(?:es)? pfund\b)|"
    r"(?P<pfund>pf(?:un)?d\b\.?(?!\s*(?:sterling|\(engl))|halbe[sn]? kilo(?:gramm)?\b))"
    r"(?:\s*\((?:=\s*)?(?:500\s*g|0,5\s*kg|50\s*kg)\))?",
    re.I,
)
PIECES = {"schock": 60, "gros": 144}
GRAMS = {"zentner": 50_000, "pfund": 500, "quarter": 125}
COMPOUND = re.compile(r"\b(pfund|zentner)-?preis", re.I)
FRACTION = re.compile(
    r"(?<![\d.,/])(?:(?P<over>[13])/(?P<under>[248])|(?P<sign>[½¼¾]))\s*(?P<unit>kg|kilo|l|ltr|liter)\b", re.I
)
SIGNS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}


def in_grams(text: str) -> str:
    """`Preis je Pfund` → `Preis je 500 g`, `€/Zentner` → `€/50 kg`, `je Schock` → `je 60 Stück`, `½ l` → `500 ml`."""
    text = COMPOUND.sub(r"Preis je \1", text)
    return FRACTION.sub(_small, OLD.sub(_weighed, text))


def _weighed(match: re.Match[str]) -> str:
    count = Decimal((match["number"] or "1").replace(",", "."))
    if pieces := PIECES.get(match.lastgroup or ""):
        return f"{int(pieces * count)} Stück"
    grams = GRAMS[match.lastgroup or ""] * count
    kilos = grams / 1000
    if kilos == int(kilos):
        return f"{int(kilos)} kg"
    return f"{int(grams)} g"


def _small(match: re.Match[str]) -> str:
    part = SIGNS[match["sign"]] if match["sign"] else Decimal(match["over"]) / Decimal(match["under"])
    return f"{int(part * 1000)} {'g' if match['unit'].casefold().startswith('k') else 'ml'}"


def loose(text: str) -> tuple[int, str] | None:
    """(500, "GRM") for a bare `Pfund`, (60, "H87") for `Schock`: what is sold loose at a price for so much."""
    match = OLD.fullmatch(text.strip())
    if match is None or match["number"]:
        return None
    if pieces := PIECES.get(match.lastgroup or ""):
        return pieces, "H87"
    grams = GRAMS[match.lastgroup or ""]
    return (grams // 1000, "KGM") if grams >= 1000 else (grams, "GRM")
