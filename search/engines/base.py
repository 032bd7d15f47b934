"""What both engines promise: the same documents in, the same hits, counts and filters out.

A document is a dict with the fields of its kind. What depends on the buyer depends on the supplier, so a query brings
the buyer's table and no document holds anything of a buyer. Prices are whole numbers of 1/10000 EUR, net, for one
order unit at the minimum quantity; -1 stands for "on request".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple, Protocol

from search.text import Terms

SCALE = 10_000
MAX_PRICE = 2**32 - 1  # 429,496 EUR: a price list number and a price share one whole number
CODE_SCORE = 10_000.0  # an article number or GTIN comes before every word
PRICE_EDGES = tuple(euro * SCALE for euro in (0, 5, 10, 25, 50, 100, 250)) + (MAX_PRICE,)
FACETS = ("suppliers", "categories", "attributes", "prices")

# field -> how it is kept: tokens (stems, scored), number(s), keyword(s), order (one keyword to sort by)
LISTING = {
    "name": "tokens",
    "text": "tokens",
    "supplier": "number",
    "audience": "numbers",  # 0 is everybody, else assortments
    "base": "number",
    "lists": "numbers",  # price lists that contain it
    "prices": "numbers",  # list number << 32 | price
    "categories": "keywords",
    "attributes": "keywords",  # name=value
    "codes": "keywords",
    "words": "keywords",  # folded<TAB>as written
    "order": "order",
}
OTHER = {"name": "tokens", "text": "tokens", "codes": "keywords", "language": "keyword", "words": "keywords"}
EVERYBODY = 0


def fields_of(kind: str) -> dict[str, str]:
    return LISTING if kind == "listings" else OTHER


def packed(price_list: int, price: int) -> int:
    return price_list << 32 | price


class SearchDown(Exception):
    """The engine does not answer, or its index is not there."""


@dataclass(frozen=True)
class BuyerTable:
    """What a viewer's query needs to know of each supplier; a supplier that is not in `weights` is not found.

    weights: supplier -> factor of relevance; lists: supplier -> price list in force; closed: suppliers whose prices
    this viewer may not see; distances: supplier -> km, None unknown; audiences: 0 and the assortments open to him.
    """

    weights: Mapping[int, float]
    lists: Mapping[int, int] = field(default_factory=dict)
    closed: frozenset[int] = frozenset()
    distances: Mapping[int, float | None] = field(default_factory=dict)
    audiences: tuple[int, ...] = (EVERYBODY,)

    def rank_of_distance(self) -> dict[int, int]:
        """Supplier -> whole km, far behind where unknown: the order of the sort by distance."""
        known = {supplier: self.distances.get(supplier) for supplier in self.weights}
        return {supplier: 99_999 if km is None else int(km) for supplier, km in known.items()}


@dataclass(frozen=True)
class Query:
    """One question about listings. Within a group any value will do, between groups all must hold.

    sort: relevance, price, -price, distance, name. Equal ones stand in alphabetical order, in relevance by key.
    """

    terms: Terms
    buyer: BuyerTable
    suppliers: frozenset[int] | None = None
    categories: tuple[str, ...] = ()
    attributes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    price: tuple[int, int] | None = None
    sort: str = "relevance"
    offset: int = 0
    size: int = 24

    @property
    def allowed(self) -> frozenset[int]:
        """Suppliers whose articles can be hits."""
        known = frozenset(self.buyer.weights)
        chosen = known if self.suppliers is None else known & self.suppliers
        return chosen - self.buyer.closed if self.price else chosen

    @property
    def price_lists(self) -> list[int]:
        return sorted(self.buyer.lists.values())

    def but(self, **changes) -> "Query":
        return replace(self, **changes)


class Hit(NamedTuple):
    """`price` is this buyer's in 1/10000 EUR, None when on request or not for his eyes."""

    key: int
    supplier: int
    score: float
    price: int | None


@dataclass
class Facets:
    """Counts of hits: by supplier, category code, "name=value", and price range (one for each pair of PRICE_EDGES)."""

    suppliers: dict[int, int] = field(default_factory=dict)
    categories: dict[str, int] = field(default_factory=dict)
    attributes: dict[str, int] = field(default_factory=dict)
    prices: list[int] = field(default_factory=list)


@dataclass
class Result:
    total: int
    hits: list[Hit]
    facets: Facets


class SearchIndex(Protocol):
    """One generation of all kinds in one engine. Every method may raise SearchDown."""

    engine: str
    generation: str

    def __init__(self, generation: str): ...

    @staticmethod
    def layout() -> str:
        """Changes when documents get other fields or other words; an older generation must be built anew."""

    def exists(self, kinds: Iterable[str]) -> bool: ...

    def create(self, kinds: Iterable[str]) -> None:
        """Make empty indices for these kinds."""

    def drop_others(self) -> None:
        """Remove every other generation."""

    def write(self, kind: str, documents: list[dict], gone: Iterable[int] = ()) -> None:
        """Put documents in the place of those with their keys, remove `gone`; searchable on return."""

    def digests(self, kind: str) -> dict[int, int]:
        """Key to digest of every document."""

    def listings(self, query: Query, facets: Iterable[str] = FACETS) -> Result: ...

    def find(self, kind: str, terms: Terms, language: str, size: int) -> tuple[int, list[int]]:
        """How many documents of another kind match, and the keys of the best."""

    def complete(self, prefix: str, buyer: BuyerTable, size: int) -> list[str]:
        """Words of articles that this viewer may see, the most frequent first."""
