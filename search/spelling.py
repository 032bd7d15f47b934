"""Typing errors: words that differ by one letter, found through the deletions that both spellings share.

All deletions of all words stand as sorted hashes in two arrays (14 bytes for each), built in a blink and asked in
a tenth of a millisecond. What is proposed is only shown when it finds something for the person who asks.
"""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from rapidfuzz.distance import OSA

from search.fold import fold
from search.words import Words

_BASE = np.uint64(1_099_511_628_211)
_LONGEST = 30


def _powers(length: int) -> np.ndarray:
    return np.cumprod(np.full(length + 1, _BASE, np.uint64), dtype=np.uint64)


def _hashes(words: list[str]) -> np.ndarray:
    """Hashes of words of one length, (words, 1 + length): the word itself, then each deletion of one letter."""
    length = len(words[0])
    letters = np.array([list(word.encode("latin-1", "replace")) for word in words], np.uint64)
    kept = np.cumsum(letters * _powers(length)[1:], axis=1, dtype=np.uint64)
    moved = np.cumsum((letters * _powers(length)[:-1])[:, ::-1], axis=1, dtype=np.uint64)[:, ::-1]
    before = np.concatenate([np.zeros((len(words), 1), np.uint64), kept[:, :-1]], axis=1)
    after = np.concatenate([moved[:, 1:], np.zeros((len(words), 1), np.uint64)], axis=1)
    return np.concatenate([kept[:, -1:], before + after], axis=1)


class Spelling:
    """Proposals for words that are not known; `often` counts how the catalogue uses them."""

    def __init__(self, words: Words, often: dict[str, int] | None = None):
        self.words, self.names, self.often = words, words.names, often or {}
        self._list = [word for word in self.names if 3 <= len(word) <= _LONGEST]
        by_length: dict[int, list[int]] = defaultdict(list)
        for at, word in enumerate(self._list):
            by_length[len(word)].append(at)
        groups = [(np.array(at), _hashes([self._list[i] for i in at])) for at in by_length.values()]
        hashes = np.concatenate([found.ravel() for _, found in groups] or [np.zeros(0, np.uint64)])
        owners = np.concatenate([np.repeat(at, found.shape[1]) for at, found in groups] or [np.zeros(0, int)])
        order = np.argsort(hashes, kind="stable")
        self._hashes, self._owners = hashes[order], owners[order].astype(np.int32)

    def propose(self, text: str, limit: int = 3) -> list[str]:
        """Other spellings of a query, most likely first; never touches numbers and known words."""
        words = text.split()
        options = [self.word(word) for word in words]
        wrong = [at for at, found in enumerate(options) if found]
        if not wrong:
            return []
        best = [options[at][0] if at in wrong else word for at, word in enumerate(words)]
        texts = [" ".join(best)]
        for other in options[wrong[0]][1:limit]:
            texts.append(" ".join([*best[: wrong[0]], other, *best[wrong[0] + 1 :]]))
        return texts

    def word(self, word: str) -> list[str]:
        """Likely words for one misspelt word, its compound's wrong part included."""
        folded = fold(word)
        if not folded.isalpha() or len(folded) < 4 or folded in self.names:
            return []
        return self._near(folded) or self._compound(folded)

    def _near(self, folded: str) -> list[str]:
        near = {self._list[at] for value in _hashes([folded])[0] for at in self._having(value)}
        near = {other for other in near if OSA.distance(folded, other) == 1}
        return [self.names[other] for other in sorted(near, key=lambda other: self._rank(folded, other))]

    def _having(self, value: np.uint64) -> Iterable[int]:
        start, end = np.searchsorted(self._hashes, value), np.searchsorted(self._hashes, value, "right")
        return self._owners[start:end].tolist()

    def _rank(self, folded: str, other: str):
        replaced = len(folded) == len(other) and sorted(folded) != sorted(other)
        return (-self.often.get(other, 0), folded[0] != other[0], replaced, len(other), other)

    def _compound(self, folded: str) -> list[str]:
        """Apfelsfat: one part is known, the other is near to a known one."""
        found = []
        for at in range(3, len(folded) - 2):
            first, last = folded[:at], folded[at:]
            if self.words.knows(first) and len(last) > 3:
                found += [(self._rank(last, fold(near)), first + near.lower()) for near in self._near(last)]
            elif self.words.knows(last) and len(first) > 3:
                found += [(self._rank(first, fold(near)), near.lower() + last) for near in self._near(first)]
        return [word for _, word in sorted(found)]
