"""What can be found: each kind brings its rows, its document and its triggers (announce, see triggers.py).

A kind of a higher app stands in its `search.py`, which its AppConfig imports in `ready()`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Model, QuerySet

from search.text import Analyser


class Found(NamedTuple):
    """Something other than an article, as it is shown beside the articles."""

    kind: str
    title: str
    url: str
    text: str = ""
    thing: Model | None = None


@dataclass(frozen=True)
class Kind:
    """One kind of document.

    rows: what may be found, with its joins; document: (analyser, row) -> dict with the kind's fields (see
    engines.base) but key and digest; groups: other announced kinds -> keys of this kind that they stand for;
    found: keys -> what the search page shows of them, in that order (articles have their own cards).
    """

    name: str
    rows: Callable[[], QuerySet]
    document: Callable[[Analyser, Model], dict]
    groups: dict[str, Callable[[list[int]], Iterable[int]]] = field(default_factory=dict)
    found: Callable[[list[int]], list[Found]] | None = None


kinds: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    kinds[kind.name] = kind
    return kind


def page_document(analyser: Analyser, name: str, *texts: str, language: str = "", words: Iterable[str] = ()) -> dict:
    """The document of a kind other than listings; `language` is empty where readers of all languages may find it."""
    return {
        "name": analyser.index(name),
        "text": analyser.index(*texts),
        "codes": [],
        "language": language,
        "words": list(words),
    }
