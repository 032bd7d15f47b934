"""German words: which there are, and of which parts a compound is made.

Nouns come from the package german-nouns (Wiktionary), stems and short words of the trade from `data/words.txt`,
and the catalogue adds what its suppliers write. An index keeps the list by which its documents were split.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from os import getpid
from pathlib import Path

from django.conf import settings

from search.fold import fold

_LINKS = ("", "s", "n", "en", "es", "er", "e")  # Arbeit-s-hose, Sonne-n-blume, Kind-er-wagen
_PLURALS = re.compile("nominativ (singular|plural)")
SHORTEST = 4  # a shorter part must stand in data/words.txt


class Words:
    """A fixed list of words that can split compounds."""

    def __init__(self, extra: Iterable[str] = ()):
        own = own_words()
        extra = sorted(extra)
        self.digest = blake2b("\n".join([base_version(), *extra]).encode(), digest_size=6).hexdigest()
        self.names = base_words() | {fold(word): word for word in extra}
        self._first, self._short, self._whole = (frozenset(own[name]) for name in ("first", "short", "whole"))
        self._best = lru_cache(50_000)(self._parts)

    def split(self, word: str) -> list[str]:
        """The parts of a folded word: ["holz", "kisten"]; the word alone when it is not made of known ones."""
        if len(word) < 6 or word in self._whole:
            return [word]
        best = self._best(word, True)
        return [part for piece in best[1] for part in self.split(piece)] if best else [word]

    def knows(self, word: str) -> bool:
        return word in self.names or (word.endswith("n") and word[:-1] in self.names)

    def _is_last(self, part: str) -> bool:
        return part in self._short or (len(part) >= SHORTEST and self.knows(part))

    def _is_first(self, part: str) -> bool:
        if part in self._first or part in self._short:
            return True
        return len(part) >= SHORTEST and (part in self.names or (part + "e") in self.names)

    def _in_full(self, part: str) -> str:
        """Kirsch-kuchen and Erdbeer-torte lost an e."""
        is_whole = part in self._first or part in self._short or part in self.names
        return part if is_whole or (part + "e") not in self.names else part + "e"

    def _parts(self, word: str, is_whole: bool) -> tuple[float, tuple[str, ...]] | None:
        """The cheapest split as (cost, parts): few parts, few linking letters."""
        options: list[tuple[float, tuple[str, ...]]] = []
        if not is_whole and self._is_last(word):
            options.append((1.0, (word,)))
        for end in range(2, len(word) - 1):
            if self._is_first(word[:end]):
                options += self._tails(self._in_full(word[:end]), word[end:])
        return min(options, default=None)

    def _tails(self, first: str, rest: str):
        for cost, link in enumerate(_LINKS):
            if rest.startswith(link) and (tail := self._best(rest[len(link) :], False)):
                yield tail[0] + 1 + cost / 20, (first, *tail[1])


@lru_cache(maxsize=4)
def words_of(extra: tuple[str, ...]) -> Words:
    """The list with these words of the catalogue; building one takes a moment, so it is kept."""
    return Words(extra)


def catalogue_words(names: Iterable[str], seen_in: int = 3) -> list[str]:
    """Nouns that the catalogue uses in at least `seen_in` names and that may be parts of others."""
    found: Counter[str] = Counter()
    for name in names:
        found.update(set(re.findall(r"\b[A-ZÄÖÜ][a-zäöüß]{3,11}\b", name)))
    return [word for word, count in found.items() if count >= seen_in]


@lru_cache
def base_version() -> str:
    """Changes when words that every list has do, or the chain that works with them."""
    chain = b"".join((files("search") / name).read_bytes() for name in ("fold.py", "text.py", "words.py"))
    return version("german-nouns") + blake2b(chain + _own_text().encode(), digest_size=4).hexdigest()


def _own_text() -> str:
    return (files("search") / "data" / "words.txt").read_text(encoding="utf-8")


@lru_cache
def own_words() -> dict[str, list[str]]:
    """`data/words.txt` by heading: first (parts that only begin), short, whole, nouns, stems (word and its stem)."""
    sections = re.findall(r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", _own_text(), re.MULTILINE | re.DOTALL)
    return {name: fold(words).split() for name, words in sections}


@lru_cache
def base_words() -> dict[str, str]:
    """Some 150,000 nouns with their plurals, folded to as written; kept beside the index to be read in a blink."""
    kept = Path(settings.SEARCH_DIR) / f"nouns-{version('german-nouns')}.txt"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = kept.with_name(f"{kept.name}.{getpid()}")
        fresh.write_text("\n".join(f"{fold(word)}\t{word}" for word in sorted(_nouns())), encoding="utf-8")
        fresh.replace(kept)
    lines = kept.read_text(encoding="utf-8").split("\n")
    return dict(line.split("\t") for line in lines) | {word: word.capitalize() for word in own_words()["nouns"]}


def _nouns() -> set[str]:
    with (files("german_nouns") / "nouns.csv").open(encoding="utf-8") as file:
        rows = csv.reader(file)
        columns = [at for at, name in enumerate(next(rows)) if at == 0 or _PLURALS.match(name)]
        plain = (row for row in rows if row[1].startswith("Substantiv") and "name" not in row[1].lower())
        words = {row[at] for row in plain for at in columns if at < len(row)}
    return {word for word in words if re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]{2,}", word)}
