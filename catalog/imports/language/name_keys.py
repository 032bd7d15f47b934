"""The key of a name in a list without numbers: its letters and digits, and what stands between two digits.

`Mehl 2,5 kg` and `Mehl 25 kg` are two articles, `1/2 l` and `12 l` too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from catalog.imports.language.words import key_of

BETWEEN = re.compile(r"(?<=\d)([^\w]+)(?=\d)")
FRACTIONS = str.maketrans({"½": " 1/2 ", "¼": " 1/4 ", "¾": " 3/4 "})


@lru_cache(maxsize=4096)
def name_key(text: str) -> str:
    """`Mehl 2,5 kg` → `mehl2.5kg`; where no signs stand between digits the same as `key_of`."""
    text = text.translate(FRACTIONS)
    parts = BETWEEN.split(text)
    if len(parts) == 1:
        return key_of(text)
    return "".join(_sign(part) if place % 2 else key_of(part) for place, part in enumerate(parts))


def _sign(between: str) -> str:
    if word := key_of(between):  # `80 % 20`
        return word
    return "." if "," in between or "." in between else "/" if "/" in between else "-"


def renewed(key: str, names: list[str]) -> str | None:
    """A key made when signs were dropped, by the name that it was made of; None where none of these made it."""
    head, _, rest = key.partition("|")
    for name in filter(None, names):
        old = key_of(name)
        if old and head.startswith(old):
            return f"{name_key(name)}{head[len(old) :]}|{rest}"
    return key if re.search(r"\d\d", head) is None else None
