"""Texts as old programs write them, in capitals and without umlauts, in the letters by which we know words."""

from __future__ import annotations

import re
from functools import lru_cache

SMALL = re.compile(
    r"\b(?:je|pro|per|ab|am|an|bis|für|im|in|mit|nicht|ohne|und|oder|vom|von|zu|zum|kg|ml|cl|qm)\b|"
    r"(?<=\d)\s?[a-zäöüß]+\b",  # `100 g`, `10er`; but L and M alone are sizes
    re.I,
)
EURO = re.compile(r"\bEur\b")
AS_ABBREVIATED = re.compile(r"\b(?:gmbh|mbh|kg|ohg|ug|gbr|ag)\b", re.I)
FORMS = {"gmbh": "GmbH", "mbh": "mbH", "gbr": "GbR"}

TWO_LETTERS = re.compile(r"ae|oe|ue|ss", re.I)
WITHOUT_UMLAUTS = re.compile(  # words of lists, not of people or places; `gross` alone may be English
    r"fuer\b|gueltig|stueck|zueglich|haendler|kaeuf|faell|laeuf|laeng|groess|gross(?=handel|haendl|pack|gebinde|verbrauch)|"
    r"schliess|maerz|frueh|kuenftig|haeltlich|verfueg|vorraet|moegl|saetz|gebuehr|enthaelt|ermaess|gemaess|naechst|aender|"
    r"ueber|glaeser|saeck|kaest|faess|waehr|hoeh|koenn|persoen|rueck|guenst|oeffn|beschraenk|regulaer|zusaetz|ausser|"
    r"voruebergehend",
    re.I,
)
UMLAUTS = {"ae": ("ä", "Ä"), "oe": ("ö", "Ö"), "ue": ("ü", "Ü"), "ss": ("ß", "ẞ")}


@lru_cache(maxsize=8192)
def with_umlauts(text: str) -> str:
    """`Preise gueltig fuer 100 Stueck` → `Preise gültig für 100 Stück`."""
    if TWO_LETTERS.search(text) is None:
        return text
    return WITHOUT_UMLAUTS.sub(lambda word: TWO_LETTERS.sub(_umlaut, word[0]), text)


def _umlaut(letters: re.Match[str]) -> str:
    small, large = UMLAUTS[letters[0].casefold()]
    return large if letters[0][0].isupper() else small


@lru_cache(maxsize=8192)
def in_small_letters(text: str) -> str:
    """`HACK JE 100 G` → `Hack je 100 g`; what has small letters stays as it is."""
    if not text.isupper():
        return text
    return EURO.sub("EUR", SMALL.sub(lambda word: word[0].lower(), text.title()))


def with_names(text: str) -> str:
    """`FÜR FA. KRAUSE GMBH` and `für fa. krause gmbh` → `für Fa. Krause GmbH`, where names begin with capitals."""
    if not (text.isupper() or text.islower()):
        return text
    written = in_small_letters(text.upper())
    return AS_ABBREVIATED.sub(lambda form: FORMS.get(form[0].casefold(), form[0].upper()), written)
