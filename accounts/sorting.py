"""German order as a stored key, since the database need not know German collation (DIN 5007-1)."""

import re
import unicodedata

_DIGITS = re.compile(r"\d+")


def german_sort_key(text: str) -> str:
    """Key under which plain byte order is German order: ä as a, ß as ss, no case, numbers by value; 120 characters."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _DIGITS.sub(lambda digits: digits.group().zfill(8), plain)[:120]
