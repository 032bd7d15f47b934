"""Typing errors: words that differ by one letter, found through the deletions that both spellings share.

All deletions of all words stand as sorted hashes in two arrays (12 bytes for each) that every process reads from the
same files; an answer takes a tenth of a millisecond. What is proposed is only shown when it finds something for the
person who asks.
"""

from collections import defaultdict
from collections.abc import Iterable
from os import getpid
from pathlib import Path

import numpy as np
from django.conf import settings
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


def _sorted_deletions(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Hashes of all words and their deletions in order, and which word each belongs to."""
    by_length: dict[int, list[int]] = defaultdict(list)
    for at, word in enumerate(words):
        by_length[len(word)].append(at)
    groups = [(np.array(at), _hashes([words[i] for i in at])) for at in by_length.values()]
    hashes = np.concatenate([found.ravel() for _, found in groups])
    owners = np.concatenate([np.repeat(at, found.shape[1]) for at, found in groups])
    order = np.argsort(hashes, kind="stable")
    return hashes[order], owners[order].astype(np.int32)


def _kept(digest: str, words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The arrays from files that all processes share; made once for each list of words."""
    files = [Path(settings.SEARCH_DIR) / f"spelling-{digest}-{name}.npy" for name in ("hashes", "owners")]
    if not all(file.exists() for file in files):
        for file, array in zip(files, _sorted_deletions(words), strict=True):
            fresh = file.with_name(f"{getpid()}-{file.name}")
            np.save(fresh, array)
            fresh.replace(file)
    hashes, owners = (np.load(file, mmap_mode="r") for file in files)
    return hashes, owners


class Spelling:
    """Proposals for words that are not known."""

    def __init__(self, words: Words):
        self.words, self.names = words, words.names
        self._list = [word for word in self.names if 3 <= len(word) <= _LONGEST]
        self._hashes, self._owners = _kept(words.digest, self._list)

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
        return (folded[0] != other[0], replaced, len(other), other)

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
