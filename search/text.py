"""One text chain for both engines: fold, units, compounds, stems. The index stores its output word by word.

The index gets the parts and the whole of a word; a query must find the parts and should find the whole, so that
Holzkiste, Holz-Kiste, Kiste aus Holz and Holzkisten all find each other.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

import snowballstemmer

from search.fold import code_of, fold
from search.words import Words, own_words

_NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"
_UNITS = {"mg": ("g", "0.001"), "g": ("g", "1"), "gr": ("g", "1"), "gramm": ("g", "1"), "kg": ("g", "1000"),
          "kilo": ("g", "1000"), "kilogramm": ("g", "1000"), "t": ("g", "1000000"),
          "ml": ("ml", "1"), "cl": ("ml", "10"), "dl": ("ml", "100"), "l": ("ml", "1000"), "ltr": ("ml", "1000"),
          "liter": ("ml", "1000"), "hl": ("ml", "100000"),
          "mm": ("mm", "1"), "cm": ("mm", "10"), "dm": ("mm", "100"), "m": ("mm", "1000"), "meter": ("mm", "1000"),
          "%": ("%", "1"), "°": ("°", "1")}  # fmt: skip
_TOKEN = re.compile(
    rf"(?P<amount>{_NUMBER})(?:\s*|-)(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)"
    r"|(?P<word>\w+(?:[-/]\w+)*)"
)
_SIZE = re.compile(r"(\d+)(?:g|ml|mm|%|°)")
_NAME = re.compile(r"[a-z]{1,3}")
_NAMED = re.compile(r"([a-z]{1,3})(\d+)")
_STOP = frozenset(own_words()["stop"])


def _decimal(number: str) -> Decimal:
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", number):
        number = number.replace(".", "")
    return Decimal(number.replace(",", "."))


def _amount(number: str, unit: str) -> str:
    """One spelling for one size: 0,5 kg and 500 g are both `500g`."""
    base, factor = _UNITS[unit]
    return f"{(_decimal(number) * Decimal(factor)).normalize():f}{base}"


class Token(NamedTuple):
    """What one word of the text stands for: its parts and, where they differ, the whole."""

    parts: tuple[str, ...]
    whole: str | None = None


# Each group must be found by one of its alternatives; an alternative is found when all its stems are.
Group = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Terms:
    """A query after the chain: `must` groups of alternatives, `should` the whole words, `code` as a number."""

    must: tuple[Group, ...] = ()
    should: tuple[str, ...] = ()
    code: str = ""

    def __bool__(self) -> bool:
        return bool(self.must or self.code)


class Analyser:
    """The chain with one list of words; the same list gives the same stems for index and query."""

    def __init__(self, words: Words, synonyms: Iterable[Iterable[str]] = ()):
        self.words = words
        self._stemmer = snowballstemmer.stemmer("german")
        pairs = own_words()["stems"]
        self._irregular = dict(zip(pairs[::2], pairs[1::2], strict=True))
        self._token = lru_cache(100_000)(self._analyse)
        self._synonyms = self._synonym_groups(synonyms)

    def stem(self, word: str) -> str:
        return self._irregular.get(word) or self._stemmer.stemWord(word)

    def tokens(self, text: str) -> list[Token]:
        """The words of a text in order, without stop words."""
        found = _TOKEN.finditer(fold(text))
        tokens = (
            Token((_amount(hit["amount"], hit["unit"]),)) if hit["amount"] else self._token(hit["word"])
            for hit in found
        )
        return [token for token in tokens if token.parts]

    def index(self, *texts: str) -> str:
        """Parts and wholes, separated by blanks, as both engines store them."""
        return " ".join(stem for text in texts if text for stem in _stored(self.tokens(text)))

    def query(self, text: str) -> Terms:
        """What a document must and should hold to be found by this text."""
        tokens = self.tokens(text)
        stems = list(dict.fromkeys(part for token in tokens for part in token.parts))
        wholes = dict.fromkeys(token.whole for token in tokens if token.whole)
        joined = self._joined(tokens)
        return Terms(tuple(self._expand(stems)), tuple([*wholes, *joined]), code_of(text))

    def _joined(self, tokens: list[Token]) -> list[str]:
        """Kiste Holz is as near to a Holzkiste as two words of a query can be."""
        pairs = zip(tokens, tokens[1:], strict=False)
        return [a.parts[0] + b.parts[0] for a, b in pairs if len(a.parts) == len(b.parts) == 1][:3]

    def _analyse(self, word: str) -> Token:
        pieces = [piece for piece in re.split(r"[-/_]", word) if piece and piece not in _STOP]
        parts = [self.stem(part) for piece in pieces for part in self._pieces(piece)]
        whole = self.stem("".join(pieces))
        return Token(tuple(dict.fromkeys(parts)), whole if parts != [whole] else None)

    def _pieces(self, word: str) -> Iterable[str]:
        if word.isalpha():
            return self.words.split(word)
        return [part for part in word.split("x") if part] if re.fullmatch(r"[a-z]{0,2}\d+(x\d+)+", word) else [word]

    def _synonym_groups(self, synonyms) -> dict[tuple[str, ...], Group]:
        groups = {}
        for words in synonyms:
            group = tuple(tuple(part for token in self.tokens(word) for part in token.parts) for word in words)
            groups.update({spelling: group for spelling in group if spelling})
        return groups

    def _expand(self, stems: list[str]) -> Iterable[Group]:
        """Each stem as its own group; the longest run of stems that has synonyms as one group of all of them."""
        longest = max(map(len, self._synonyms), default=0)
        at = 0
        while at < len(stems):
            for length in range(min(longest, len(stems) - at), 0, -1):
                run = tuple(stems[at : at + length])
                if run in self._synonyms:
                    yield self._synonyms[run]
                    break
            else:
                length = 1
                yield ((stems[at],),)
            at += length


def _stored(tokens: list[Token]) -> Iterable[str]:
    """What the index keeps of a text: parts, wholes, and of sizes and thread names every spelling."""
    for token, after in zip_longest(tokens, tokens[1:], fillvalue=Token(())):
        yield from token.parts
        if token.whole:
            yield token.whole
        for part in token.parts:
            yield from _pieces_of_size(part)
        # "DN 50" is found as DN50, too
        if len(token.parts) == len(after.parts) == 1 and _NAME.fullmatch(token.parts[0]) and after.parts[0].isdigit():
            yield token.parts[0] + after.parts[0]


def _pieces_of_size(part: str) -> tuple[str, ...]:
    """500 finds 500g, but 500 g does not find 500 pieces; DN 50 finds DN50."""
    if size := _SIZE.fullmatch(part):
        return (size[1],)
    name = _NAMED.fullmatch(part)
    return name.groups() if name else ()
