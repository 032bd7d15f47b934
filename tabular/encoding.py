"""Which of the old German encodings a text is in.

Detection libraries guess languages; a price list is German, so the question is only which table turns its high bytes
into German words: Windows, DOS or old Macintosh.
"""

from __future__ import annotations

import codecs
import re

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CANDIDATES = ("cp1252", "iso8859-15", "cp850", "mac_roman")  # the second where the euro stands for Windows' ¤
ENOUGH = 4000

SMALL_UMLAUTS = frozenset("äöüß")
LARGE_UMLAUTS = frozenset("ÄÖÜ")
ACCENTED = frozenset("éèêëàáâçñóòôíîïøåúùûæœãÉÈÀÁÇÑÅ")
SYMBOLS = frozenset("€°²³½¼¾±×µØø§®™©–—„“”‚‘’…•´«»·‰¹º")
NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def encoding_of(data: bytes) -> str:
    """Byte order mark, then strict UTF-8, then UTF-16 by its zero bytes, then the likeliest German table."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return name
    if wide := _utf16_without_mark(data[:4000]):
        return wide
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4 and error.reason == "unexpected end of data":
            return "utf-8"
        return max(CANDIDATES, key=lambda name: plausibility(data.decode(name, "replace")))
    return "utf-8"


def _utf16_without_mark(head: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in every second byte."""
    pairs = len(head) // 2
    if pairs < 8:
        return None
    if head[1::2].count(0) > 0.7 * pairs and head[0::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if head[0::2].count(0) > 0.7 * pairs and head[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return None


def plausibility(text: str) -> float:
    """How German the special letters stand in this text; higher is likelier."""
    score = 0.0
    for count, match in enumerate(NOT_ASCII.finditer(text)):
        if count == ENOUGH:
            break
        at = match.start()
        score += _letter_score(text[at - 1 : at] or " ", match.group(), text[at + 1 : at + 2] or " ")
    return score


def _letter_score(before: str, sign: str, after: str) -> float:
    if sign in SMALL_UMLAUTS:
        return 3 if before.isalpha() or after.isalpha() else -1
    if sign in LARGE_UMLAUTS:
        return -2 if before.islower() else 3 if after.isalpha() or before.isupper() else -1
    if sign in SYMBOLS:
        return _symbol_score(before, sign, after)
    if sign in ACCENTED:
        return 1 if before.islower() or after.islower() else -1
    return 0.2 if sign == "\xa0" else -2


def _symbol_score(before: str, sign: str, after: str) -> float:
    """A quotation mark or a power inside a word is a letter of another table."""
    if before.isalpha() and after.isalpha():
        return 0.5 if sign in "’–·" else -3
    if sign in "°€½¼¾²³":
        return 1.5
    return 1 if not (before.islower() and sign in "„‚¼½") else -1
