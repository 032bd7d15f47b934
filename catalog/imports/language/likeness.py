"""Names beside names: the same in another spelling, the same with something added, or something else."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
from rapidfuzz import fuzz, process

from catalog.imports.language.name_keys import name_key
from catalog.imports.language.words import key_of, words_of

SAME, SPELLING, ADDITION, OTHER = "same", "spelling", "addition", ""
ALIKE = 80  # two words of one stem, or with a typing error: Möhre and Möhren, Elstar and Elstra
CLOSE = 60  # whole names that are worth a second look, words in order of the alphabet
STRANGE = 50  # below that, names have no more in common than any two German words
MOST_ADDED = 2  # a brand has one word or two
MOST_ASKED = 8
BLOCK = 500
CLASSES = {"i", "ii", "iii", "iv"}  # Handelsklasse II is not class I
ABBREVIATION = re.compile(r"([^\W\d_]{2,})\.")


@dataclass(frozen=True, slots=True)
class Name:
    """A name taken apart: its words and figures without order, its shortened words (gew.), all of it for comparing."""

    key: str
    words: tuple[str, ...]
    figures: tuple[str, ...]
    short: frozenset[str]
    text: str

    @classmethod
    def of(cls, text: str) -> Name:
        parts = sorted(words_of(text))
        figures = tuple(part for part in parts if part.isdigit() or part in CLASSES)
        words = tuple(part for part in parts if part not in figures)
        return cls(name_key(text), words, figures, frozenset(map(key_of, ABBREVIATION.findall(text))), " ".join(parts))


def kinship(one: Name, other: Name) -> str:
    """SAME name, another SPELLING of it, an ADDITION to it, or OTHER."""
    if one.key == other.key:
        return SAME
    figures_added = bool(one.figures) != bool(other.figures)
    if one.figures != other.figures and not figures_added:
        return OTHER
    left, right = _without_counterpart(one, other)
    if (left and right) or len(left) == len(one.words):
        return SPELLING if _is_written_together(one, other) else OTHER
    if left or right or figures_added:
        return ADDITION if len(left) + len(right) <= MOST_ADDED else OTHER
    return SPELLING


def _without_counterpart(one: Name, other: Name) -> tuple[list[str], list[str]]:
    """The words of each name for which the other has none."""
    right = list(other.words)
    left = [word for word in one.words if not _took(right, word, lambda a, b: a == b)]
    short = one.short | other.short
    return [word for word in left if not _took(right, word, lambda a, b: _alike(a, b, short))], right


def _took(words: list[str], word: str, fits) -> bool:
    for found in words:
        if fits(word, found):
            words.remove(found)
            return True
    return False


def _alike(one: str, other: str, short: frozenset[str]) -> bool:
    if fuzz.ratio(one, other) >= ALIKE:
        return True
    shorter, longer = sorted((one, other), key=len)
    return shorter in short and longer.startswith(shorter)


def _is_written_together(one: Name, other: Name) -> bool:
    """Blumen kohl and Blumenkohl, Salat Kopf and Kopfsalat, also with a letter wrong."""
    alike = max(fuzz.ratio(one.key, other.key), fuzz.ratio(one.text, other.text))
    return len(one.words) != len(other.words) and alike >= 90


def likeness(one: Name, other: Name) -> float:
    """From 0 to 100."""
    return fuzz.ratio(one.text, other.text)


def is_strange(one: str, other: str) -> bool:
    """Nothing in common: no word, no part of one, no likeness of the whole."""
    first, second = Name.of(one), Name.of(other)
    if not first.words or not second.words:
        return first.text != second.text
    if fuzz.token_sort_ratio(first.text, second.text) >= STRANGE or kinship(first, second):
        return False
    return not any(_shares(word, second) for word in first.words) and not any(
        _shares(word, first) for word in second.words
    )


def _shares(word: str, name: Name) -> bool:
    """A word of some length that is part of the other name, or nearly one of its words; Brot in Roggenmischbrot."""
    return len(word) > 2 and (word in name.key or any(fuzz.ratio(word, other) >= ALIKE for other in name.words))


def likely(names: Sequence[Name], others: Sequence[Name]) -> set[tuple[int, int]]:
    """Pairs of positions that are worth asking for their kinship.

    Only names with the same figures are compared, in blocks: 20,000 names beside 20,000 without any take some three
    seconds and little memory.
    """
    pairs = {*_equal(names, others), *_contained(names, others)}
    pairs |= {(row, column) for column, row in _contained(others, names)}
    columns = _by(others, lambda other: other.figures)
    for figures, rows in _by(names, lambda name: name.figures).items():
        if beside := columns.get(figures):
            for start in range(0, len(rows), BLOCK):
                pairs.update(_close(rows[start : start + BLOCK], beside, names, others))
    return pairs


def _by(names: Sequence[Name], mark: Callable[[Name], object]) -> dict[Any, list[int]]:
    places = defaultdict(list)
    for place, name in enumerate(names):
        places[mark(name)].append(place)
    return places


def _equal(names: Sequence[Name], others: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """The same letters, however they are cut into words."""
    columns = _by(others, lambda other: other.key)
    for row, name in enumerate(names):
        yield from ((row, column) for column in columns.get(name.key, [])[:MOST_ASKED])


def _contained(names: Sequence[Name], others: Sequence[Name]) -> Iterator[tuple[int, int]]:
    """Names that are others with a word or two, or a figure, added: a long brand before a short name."""
    columns = _by(others, lambda other: (other.words, other.figures))
    for row, name in enumerate(names):
        for added in range(min(MOST_ADDED, len(name.words) - 1) + 1):
            for kept in combinations(name.words, len(name.words) - added):
                for figures in {name.figures, ()}:
                    yield from ((row, column) for column in columns.get((kept, figures), [])[:MOST_ASKED])


def _close(rows: list[int], columns: list[int], names: Sequence[Name], others: Sequence[Name]) -> Iterator:
    """Alike as a whole, the best few for each name."""
    texts, beside = [names[row].text for row in rows], [others[column].text for column in columns]
    scores = process.cdist(texts, beside, scorer=fuzz.ratio, score_cutoff=CLOSE, dtype=np.uint8, workers=-1)
    for row, line in zip(rows, scores, strict=True):
        if (found := np.flatnonzero(line)).size > MOST_ASKED:
            found = np.argpartition(line, -MOST_ASKED)[-MOST_ASKED:]
        yield from ((row, columns[place]) for place in found.tolist())
