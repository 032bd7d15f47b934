"""Public references: seven random characters and a check character from Crockford's 32 letters.

The check character is the sum of the characters' values, weighted by the odd numbers 1, 3, 5 ..., modulo 32. Odd
weights have an inverse modulo 32, so every single wrong character is noticed.
"""

import secrets
from collections.abc import Iterator
from hashlib import blake2b
from itertools import count as count_from
from operator import mul

LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 8
_DRAWN = bytes(ord(LETTERS[byte % len(LETTERS)]) for byte in range(256))  # every letter for eight bytes
_READ_AS = str.maketrans("ILO", "110", "- ")


def check_character(body: str) -> str:
    return LETTERS[sum(map(mul, map(LETTERS.index, body), count_from(1, 2))) % 32]


def new_reference() -> str:
    """A fresh reference, for example `7KQ2M9XA`; one in 34 thousand million, so a clash is left to the constraint."""
    body = "".join(secrets.choice(LETTERS) for _ in range(LENGTH - 1))
    return body + check_character(body)


def new_references(count: int) -> Iterator[str]:
    """As many public references as are needed, from one draw of chance."""
    chance = secrets.token_bytes((LENGTH - 1) * count).translate(_DRAWN).decode("ascii")
    for start in range(0, len(chance), LENGTH - 1):
        body = chance[start : start + LENGTH - 1]
        yield body + check_character(body)


def reference_of(*parts: bytes) -> str:
    """The same reference for the same parts."""
    digest = blake2b(b"".join(blake2b(part).digest() for part in parts), digest_size=LENGTH - 1).digest()
    body = digest.translate(_DRAWN).decode("ascii")
    return body + check_character(body)


def read_reference(text: str) -> str | None:
    """The reference that a person typed, without blanks and hyphens, or None when its check character is wrong."""
    reference = text.upper().translate(_READ_AS)
    if len(reference) != LENGTH or any(letter not in LETTERS for letter in reference):
        return None
    return reference if check_character(reference[:-1]) == reference[-1] else None
