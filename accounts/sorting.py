"""German words as keys: for order, since the database need not know German collation (DIN 5007-1), and for paths."""

import re
import unicodedata

_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[a-z0-9]+")
_SPELLED_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})


def german_sort_key(text: str) -> str:
    """Key under which plain byte order is German order: ä as a, ß as ss, no case, numbers by value; 120 characters."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    if not plain.isascii():
        plain = "".join([letter for letter in plain if not unicodedata.combining(letter)])
    return _DIGITS.sub(lambda digits: digits[0].zfill(8), plain)[:120]


def german_slug(text: str, longest: int, otherwise: str) -> str:
    """The text as one step of a path, umlauts spelled out; `otherwise` where nothing is left of it."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_SPELLED_OUT)).encode("ascii", "ignore").decode()
    return "-".join(_WORDS.findall(text.lower()))[:longest] or otherwise
