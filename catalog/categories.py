"""The region's category tree: 150 nodes with stable codes, and the matcher that reads suppliers' own group names.

The tree is `data/categories.csv`. A code is its parent's code and two more digits, the file is in tree order,
and `words` are what producers call the same thing. Codes never change their meaning; names may.
"""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from os.path import commonprefix
from pathlib import Path

from django.apps import apps
from django.utils.text import slugify
from rapidfuzz import fuzz, process
from snowballstemmer import stemmer

DATA = Path(__file__).parent / "data" / "categories.csv"
SEPARATOR = " > "
LONG_ENOUGH_FOR_TYPOS = 7
SAME_DESPITE_TYPO = 90
SHORTEST_COMPOUND_HEAD = 3
SHORTEST_STEM = 4  # of what is not written as we know it: `toren` in Reaktoren are no gates, Eisen is no ice
VOWEL = re.compile(r"[aeiouyäöü]")
PREPOSITION = re.compile(r"\s+(?:(vom|von)|aus|für|mit|ohne|in|im|auf|zum|zur|of|for|with|from)\s+", re.I)
# words and heads that say nothing of what it is
MISLEADING = re.compile(
    r"(?:waschtisch|komitee|badesalz)(?:e[ns]?|s)?\Z|rahmen\Z|(?:m|präs|pat)ente?\Z|\wgläser\Z|"
    r"(?:duft|massage|motor|heiz|haar|bart|haut|lampen|schmier|holz|möbel|baby|ätherische )öle?\Z"
)
NO_FRONT = {"ver", "zer", "ent", "emp", "miss", "nach"}  # `vergriffen` are no Griffe
NEGATED = re.compile(r"\b(?:non|nicht|kein[a-z]*|no|not)\b", re.I)  # `Non-Food`
# no word ends here: `Gartensch|läuche`, `Hinw|eis`
ONE_SOUND = re.compile(r"sch\|[lmnrw]|[bcgkp]\|[lr]|(?:[bcdfghkpt][lr]|[kg]n|[wjqv])\|[aeiouyäöü]")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
STEP = 4  # letters of a treebeard path for each level, in base 36
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FILLERS = frozenset(
    ["der", "die", "das", "den", "dem", "aus", "von", "vom", "mit", "für", "im", "in", "und", "oder", "u", "a"]
    + ["the", "of", "and", "for", "with", "from", "div", "diverse", "sonstige"]
)


@dataclass(frozen=True)
class Node:
    """One category: `code` of 2, 4 or 6 digits, names in both languages, and other words for it."""

    code: str
    name: str
    name_en: str
    words: tuple[str, ...] = ()

    @property
    def parent(self) -> str:
        return self.code[:-2]

    @property
    def depth(self) -> int:
        return len(self.code) // 2

    @property
    def slug(self) -> str:
        return slugify(self.name.casefold().translate(UMLAUTS))


@cache
def tree() -> dict[str, Node]:
    """All nodes by code, parents before children."""
    with DATA.open(encoding="utf-8", newline="") as file:
        rows = [
            Node(row["code"], row["de"], row["en"], tuple(w.strip() for w in row["words"].split(",") if w.strip()))
            for row in csv.DictReader(file, delimiter=";")
        ]
    return {node.code: node for node in rows}


def path(code: str, language: str = "de") -> str:
    """The names from the root to the node, as files carry them: "Lebensmittel > Backwaren > Brot"."""
    nodes = [tree()[code[:end]] for end in range(2, len(code) + 1, 2)]
    return SEPARATOR.join(node.name_en if language == "en" else node.name for node in nodes)


def load_categories(registry=apps) -> int:
    """Write the nodes that are missing into Oscar's tree and our table beside it; returns how many.

    Nodes that exist keep their names, which the Amt may have changed. `registry` is the historical one in a migration.
    """
    category, ours = registry.get_model("catalogue", "Category"), registry.get_model("catalog", "Category")
    paths = dict(ours.objects.values_list("code", "category__path"))
    missing = [node for node in tree().values() if node.code not in paths]
    _place(missing, paths, category.objects.values_list("path", flat=True))
    category.objects.bulk_create(_row(category, node, paths[node.code]) for node in missing)
    _count_children(category, {paths[node.parent] for node in missing if node.parent})
    keys = dict(category.objects.values_list("path", "pk"))
    ours.objects.bulk_create(
        ours(category_id=keys[paths[node.code]], code=node.code, name_en=node.name_en) for node in missing
    )
    return len(missing)


def _place(nodes: list[Node], paths: dict[str, str], taken) -> None:
    """Give each node the next path below its parent, into `paths`."""
    last = Counter()
    for path_ in taken:
        last[path_[:-STEP]] = max(last[path_[:-STEP]], int(path_[-STEP:], 36))
    for node in nodes:
        above = paths.get(node.parent, "")
        last[above] += 1
        high, low = divmod(last[above], 36)
        paths[node.code] = f"{above}{(DIGITS[high] + DIGITS[low]).zfill(STEP)}"


def _row(category, node: Node, path_: str):
    return category(path=path_, depth=node.depth, name=node.name, slug=node.slug, code=node.code)


def _count_children(category, parents: set[str]) -> None:
    for parent in category.objects.filter(path__in=parents):
        parent.numchild = category.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).count()
        parent.save(update_fields=["numchild"])


@lru_cache(maxsize=4096)
def propose(text: str) -> str | None:
    """The code of the node that a supplier's group name means, or None where none is clear.

    Reads plain words ("Wurstwaren"), compounds by their head ("Vollkornbrötchen"), pairs ("Brot & Brötchen" is
    their common parent), paths ("Food > Bakery", the last step first), English words and slips of the pen.
    """
    code = _paths().get(_key(text))
    if code:
        return code
    steps = [step for step in re.split(r"[>»|\\/]", text) if step.strip()]
    return next((found for step in reversed(steps) if (found := _propose_step(step))), None)


def _propose_step(text: str) -> str | None:
    found = _lookup(text)
    if found:
        return found
    outside = re.sub(r"\(.*?\)", " ", text)
    parts = [part for part in re.split(r"[&,+;·]|\bund\b|\band\b", outside) if part.strip()]
    codes = {code for part in parts if (code := _propose_words(part))}
    if len(codes) > 1:
        return _common_parent(codes)
    return codes.pop() if codes else _despite_typo(_key(outside))


def _common_parent(codes: set[str]) -> str | None:
    shared = commonprefix(sorted(codes))
    return shared[: len(shared) // 2 * 2] or None


def _propose_words(text: str) -> str | None:
    """A phrase by itself, else by the last word before a preposition, where German and English both put the head."""
    if NEGATED.search(text):
        return None
    before, origin, after = ([*PREPOSITION.split(text, maxsplit=1), None, ""])[:3]
    misled = MISLEADING.search(" ".join(_words(before)))
    candidates = [] if misled else [" ".join(_words(text)), *reversed(_words(before))]
    found = next((code for word in candidates if (code := _lookup(word) or _by_head(word))), None)
    return found or (_propose_words(after) if origin else None)  # `Spezialitäten vom Rind`


def _lookup(text: str) -> str | None:
    """As written first: "Beer" is a drink, although it shares its stem with "Beeren"."""
    written = " ".join(_words(text))
    return _index().get(written) or _by_stem(written)


def _by_stem(written: str) -> str | None:
    """`Säfte` for Saft; but `Küche` is no form of Kuchen: a plural that gains an umlaut loses no letter."""
    stem = _key(written)
    known = _stems().get(stem, "")
    if MISLEADING.search(written) or len(stem) < SHORTEST_STEM or _is_other(written, stem) or known == f"{written}es":
        return None  # the last: `Clothing` has no hinges
    gained = _umlauts(written) - _umlauts(known)
    longer = len(written.translate(UMLAUTS)) - len(known.translate(UMLAUTS)) - gained
    fits = known and (gained == 0 or gained > 0 and longer >= 0 or gained < 0 and longer <= 0)
    return _index()[known] if fits else None


def _is_other(written: str, stem: str) -> bool:
    """`Schals` beside Schale, Schalen: who has both lacks no e."""
    return {f"{stem}e", f"{stem}en"} <= _index().keys() and not written.startswith(f"{stem}e")


def _umlauts(text: str) -> int:
    return len(re.findall("ae|oe|ue", text.translate(UMLAUTS)))


def _by_head(word: str) -> str | None:
    """The longest known word that ends this compound: "waldhonig" is honey."""
    if " " in word or MISLEADING.search(word):
        return None
    starts = range(SHORTEST_COMPOUND_HEAD, len(word) - SHORTEST_COMPOUND_HEAD + 1)
    return next((code for start in starts if (code := _head(word[:start], word[start:]))), None)


def _head(front: str, head: str) -> str | None:
    """Only where both parts may be words: `sch` and `läuche` are none, and `hinw` and `eis` neither."""
    doubtful = ONE_SOUND.search(f"{front}|{head}")
    if front in NO_FRONT or not VOWEL.search(front) or doubtful and not {front, front.removesuffix("s")} & _parts():
        return None
    if code := _index().get(head):
        return code
    return _by_stem(head) if _umlauts(head) >= _umlauts(_stems().get(_key(head), "")) else None


def _despite_typo(key: str) -> str | None:
    if len(key) < LONG_ENOUGH_FOR_TYPOS:
        return None
    best = process.extractOne(key, _stems().keys(), scorer=fuzz.ratio, score_cutoff=SAME_DESPITE_TYPO)
    return _index()[_stems()[best[0]]] if best else None


@cache
def _index() -> dict[str, str]:
    """Code by every name and word as written; a node's own name wins over another's word."""
    named = [(name, node.code) for node in tree().values() for name in (node.name, node.name_en)]
    called = [(word, node.code) for node in tree().values() for word in node.words]
    index: dict[str, str] = {}
    for text, code in named + called:
        index.setdefault(" ".join(_words(text)), code)
    return index


@cache
def _parts() -> frozenset[str]:
    """All words of all names, as what a compound may begin with."""
    return frozenset(word for text in _index() for word in text.split())


@cache
def _stems() -> dict[str, str]:
    """What is written for each stem; German stems of English plurals mislead (`Rollen` for rolls)."""
    english = {" ".join(_words(node.name_en)) for node in tree().values()}
    stems: dict[str, str] = {}
    for text in sorted(_index(), key=lambda text: text in english):
        stems.setdefault(_key(text), text)
    return {stem: text for stem, text in stems.items() if not (text in english and stem + "s" == text)}


@cache
def _paths() -> dict[str, str]:
    """Code by full path, so that an exported catalogue comes back to the same nodes."""
    return {_key(path(code, language)): code for code in tree() for language in ("de", "en")}


_stemmer = stemmer("german")


def _key(text: str) -> str:
    """Stems of the words: "Brötchen (12)" and "Broetchen" are one."""
    return " ".join(_stemmer.stemWords(_words(text)))


def _words(text: str) -> list[str]:
    """Words without case, numbers and fillers."""
    return [word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word not in FILLERS]
