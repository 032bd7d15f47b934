"""Parts that stand around a header's own word: a language behind it, a shop's table before it, a discount."""

from __future__ import annotations

import re

GERMAN, ENGLISH, OTHER = "de", "en", "other"
FOREIGN = """
    fr fra französisch french francais français it ita italienisch italian es spa spanisch spanish nl nld
    niederländisch dutch pl pol polnisch polish cs cz ces tschechisch czech da dk dänisch danish sv se schwedisch
    ru russisch"""
LANGUAGES = {
    "de": GERMAN,
    "deu": GERMAN,
    "ger": GERMAN,
    "deutsch": GERMAN,
    "german": GERMAN,
    "en": ENGLISH,
    "eng": ENGLISH,
    "gb": ENGLISH,
    "uk": ENGLISH,
    "englisch": ENGLISH,
    "english": ENGLISH,
} | dict.fromkeys(FOREIGN.split(), OTHER)
MARK = r"[a-zäöüç]{2,15}"
IN_BRACKETS = re.compile(rf"(.*\S)\s*[(\[]\s*({MARK})(?:[-_][a-z]{{2}})?\s*[)\]]\Z", re.I)
JOINED = re.compile(rf"(.*\w)[_.\-]({MARK})(?:[-_][a-z]{{2}})?\Z", re.I)
APART = re.compile(rf"(.*\w)\s+(?:in\s+|auf\s+)?({MARK})\Z", re.I)
SURE = ("de", "en", "fr")  # `Kategorie IT` is no Italian
TABLE = re.compile(r"(?:products?|p|items?|articles?|artikel|variants?|variations?)[_.\-](?=\w)", re.I)

OFF = re.compile(r"%|prozent|percent|rabatt|nachlass|discount", re.I)
FROM = re.compile(r"\b(?:ab|from|von|bis|mind\.?)\s*\d|>=?\s*\d|≥\s*\d|\d\s*\+|\d\s*(?:-|–)\s*\d", re.I)


def in_language(header: str) -> tuple[str, str]:
    """(`Artikel`, "en") for `Artikel (EN)` and `Artikel_en`; ("", "") where no language is named."""
    for pattern in (IN_BRACKETS, JOINED, APART):
        match = pattern.match(header)
        language = LANGUAGES.get(match[2].casefold(), "") if match else ""
        sure = pattern is not APART or bool(match) and (match[2].casefold() in SURE or len(match[2]) > 3)
        if match and language and sure:
            return match[1], language
    return "", ""


def without_table(header: str) -> str:
    """`model` in `products_model` and `p_model`; "" where no table is named before."""
    rest = TABLE.sub("", header, count=1)
    return rest if rest != header and " " not in header and TABLE.match(header) else ""


def takes_off(header: str) -> bool:
    """`ab 10 (%)`, `Rabatt ab 50 Stück`."""
    return bool(OFF.search(header) and FROM.search(header))
