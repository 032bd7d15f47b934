"""Which known unit a word that nobody knows may mean."""

from __future__ import annotations

import re

from rapidfuzz import fuzz, process

from catalog.units import ALIASES, UNITS, Unit, is_measure

SPELLED_OUT = 5  # letters: a shorter word is an abbreviation


def proposal_for(text: str) -> str:
    """The known unit whose name is most like an unknown word; "" where none is near, as for short words of measures."""
    word = re.sub(r"[\d.,\s]+", "", text.casefold())
    if len(word) < 3:
        return ""
    short = len(word) < SPELLED_OUT
    near = [alias for alias, code in ALIASES.items() if not short or alias[0] == word[0] and not _measures(UNITS[code])]
    best = process.extractOne(word, near, scorer=fuzz.ratio, score_cutoff=80 if short else 70)
    return UNITS[ALIASES[best[0]]].name if best else ""


def _measures(unit: Unit) -> bool:
    """`SRM` is no Ster: one letter more or less makes another measure."""
    return is_measure(unit) or unit.kind in ("volume", "time", "energy")
