"""One search: the viewer's table, the engine's answer, the hits as the database lets this viewer see them."""

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from django.core.paginator import Page, Paginator
from django.utils.translation import get_language

from accounts.actor import Actor
from catalog.models import Listing
from catalog.pictures import first_pictures, picture_url
from catalog.pricing import Price, prices_for
from search import facets
from search.engines import ENGINES, configured
from search.engines.base import FACETS, Facets, Hit, Query, Result, SearchDown, SearchIndex
from search.fold import fold
from search.models import Index, Synonym
from search.params import Params
from search.registry import Found, kinds
from search.spelling import Spelling
from search.text import Analyser
from search.viewer import Shop, Viewer, viewer_for
from search.words import Words, words_of

log = logging.getLogger(__name__)
PAGE = 24
DEEPEST = 10_000  # hits that can be paged through
FEW = 3  # with fewer hits, another spelling is proposed
BESIDE = 3  # producers and pages shown beside articles


@dataclass(frozen=True)
class Card:
    """A hit as it is shown."""

    listing: Listing
    price: Price
    shop: Shop
    picture: str
    score: float


@dataclass
class Answer:
    """What a search page shows. `is_down`: no engine answers; `stands_in`: the embedded index answers for another."""

    params: Params
    viewer: Viewer
    engine: str = ""
    stands_in: bool = False
    is_down: bool = False
    total: int = 0
    makers: int = 0
    cards: list[Card] = field(default_factory=list)
    counts: Facets = field(default_factory=Facets)
    groups: list[facets.Group] = field(default_factory=list)
    page: Page | None = None
    beside: list[Found] = field(default_factory=list)
    proposals: list[tuple[str, int]] = field(default_factory=list)
    wider: tuple[int, int] | None = None
    unfiltered: int = 0

    @property
    def wider_query(self) -> str:
        return self.params.but(radius=self.wider[0]).as_query() if self.wider else ""


@dataclass(frozen=True)
class Source:
    """The engine that answers, its index and the chain that belongs to it."""

    index: SearchIndex
    analyser: Analyser
    words: Words
    stands_in: bool


def search(actor: Actor | None, params: Params, engine: str | None = None, size: int = PAGE) -> Answer:
    """Answer for this actor (None: a visitor); from the next engine where one is down. Never raises SearchDown."""
    viewer = viewer_for(actor)
    for source in sources(engine):
        try:
            return _Search(source, viewer, params, size).answer()
        except SearchDown as error:
            log.warning("%s does not answer: %s", source.index.engine, error)
    return Answer(params, viewer, is_down=True)


def complete(actor: Actor | None, text: str, size: int = 8) -> list[str]:
    """Words that go on from the last one typed, of articles that this actor may see."""
    before, _, last = text.rpartition(" ")
    prefix = "".join(filter(str.isalnum, fold(last)))
    if len(prefix) < 2:
        return []
    for source in sources():
        try:
            words = source.index.complete(prefix, viewer_for(actor).table, size)
        except SearchDown as error:
            log.warning("%s does not answer: %s", source.index.engine, error)
        else:
            return [f"{before} {word}".strip() for word in words]
    return []


def sources(engine: str | None = None) -> Iterable[Source]:
    """Engines whose index is built, the one that should answer first; asked again once, as a swap may come between."""
    names = [engine] if engine else configured()
    synonyms = tuple(synonym.words for synonym in Synonym.objects.all())
    for name in (each for each in names for _ in range(2)):
        if row := Index.objects.filter(engine=name).exclude(generation="").first():
            words = words_of(tuple(row.words))
            yield Source(ENGINES[name](row.generation), _analyser(words, synonyms), words, name != names[0])


@lru_cache(maxsize=4)
def _analyser(words: Words, synonyms: tuple[str, ...]) -> Analyser:
    return Analyser(words, [[word.strip() for word in line.split(",") if word.strip()] for line in synonyms])


@lru_cache(maxsize=2)
def _spelling(words: Words) -> Spelling:
    return Spelling(words)


class _Search:
    """One question to one engine."""

    def __init__(self, source: Source, viewer: Viewer, params: Params, size: int):
        self.source, self.viewer, self.params, self.size = source, viewer, params, size
        self.terms = source.analyser.query(params.text)

    def answer(self) -> Answer:
        params = self.params
        result, page = self.page(params.page)
        answer = Answer(params, self.viewer, self.source.index.engine, self.source.stands_in, total=result.total)
        answer.counts, answer.makers = result.facets, len(result.facets.suppliers)
        answer.cards = cards(result.hits, self.viewer)
        answer.groups = facets.groups(params, self.viewer, result.facets, lambda p, kind: self.ask(p, (kind,)).facets)
        answer.page = page
        if params.text and params.page == 1:
            answer.beside = self.beside()
        if result.total < FEW:
            self.lead_on(answer)
        return answer

    def page(self, number: int) -> tuple[Result, Page]:
        """The hits and counts of a page; of the last one where there are not so many."""
        offset = min((number - 1) * self.size, DEEPEST - self.size)
        result = self.ask(self.params, FACETS, offset=offset, size=self.size)
        page = Paginator(range(min(result.total, DEEPEST)), self.size).get_page(number)
        return (result, page) if page.number >= number or not result.total else self.page(page.number)

    def ask(self, params: Params, counted: Iterable[str], offset: int = 0, size: int = 0) -> Result:
        return self.source.index.listings(self.query(params).but(offset=offset, size=size), facets=counted)

    def query(self, params: Params) -> Query:
        attributes: dict[str, list[str]] = {}
        for name, value in params.attributes:
            attributes.setdefault(name, []).append(value)
        return Query(
            terms=self.terms,
            buyer=self.viewer.table,
            suppliers=self.chosen_suppliers(params),
            categories=params.categories,
            attributes=tuple((name, tuple(values)) for name, values in attributes.items()),
            price=params.price,
            sort=params.sort,
        )

    def chosen_suppliers(self, params: Params) -> frozenset[int] | None:
        """Producer, distance and delivery day are all questions of the supplier."""
        chosen = []
        if params.suppliers:
            shops = self.viewer.shops.items()
            chosen.append(frozenset(key for key, shop in shops if shop.supplier.slug in params.suppliers))
        if params.radius:
            chosen.append(self.viewer.within(params.radius))
        if params.days:
            chosen.append(self.viewer.coming_on(params.days))
        return frozenset.intersection(*chosen) if chosen else None

    def beside(self) -> list[Found]:
        """Producers and pages that the words fit."""
        found = []
        for kind in kinds.values():
            if kind.found:
                language = (get_language() or "de")[:2]
                keys = self.source.index.find(kind.name, self.terms, language, BESIDE)[1]
                found += kind.found(keys) if keys else []
        return found

    def lead_on(self, answer: Answer) -> None:
        """Ways out of (nearly) nothing: another spelling, a wider radius, fewer filters; each with what it finds."""
        params = self.params
        if params.text:
            texts = [*_spelling(self.source.words).propose(params.text), *shorter(params.text)]
            found = ((text, self.total(params.but(text=text), text)) for text in texts)
            answer.proposals = [(text, total) for text, total in found if total > answer.total]
        if params.radius:
            counts = self.ask(params.but(radius=None), ("suppliers",)).facets.suppliers
            totals = ((km, sum(counts.get(key, 0) for key in self.viewer.within(km))) for km in facets.RINGS)
            answer.wider = next(((km, total) for km, total in totals if km > params.radius and total), None)
        if params.has_filters:
            answer.unfiltered = self.total(params.unfiltered(), params.text)

    def total(self, params: Params, text: str) -> int:
        other = _Search(self.source, self.viewer, params, self.size)
        other.terms = self.source.analyser.query(text)
        return other.ask(params, ()).total


def shorter(text: str) -> list[str]:
    """The same question with one word less, where it has two to five."""
    words = text.split()
    return [" ".join(words[:at] + words[at + 1 :]) for at in range(len(words))] if 2 <= len(words) <= 5 else []


def cards(hits: list[Hit], viewer: Viewer) -> list[Card]:
    """Hits as the database knows them now: what is no longer findable is left out, prices are asked afresh."""
    rows = Listing.objects.findable().with_product().filter(pk__in=[hit.key for hit in hits])
    listings = {listing.pk: listing for listing in rows}
    shown = [(hit, listings[hit.key]) for hit in hits if hit.key in listings and hit.supplier in viewer.shops]
    prices = prices_for(viewer.buyer, [(listing, listing.minimum) for _, listing in shown])
    pictures = first_pictures(listings.values())
    return [
        Card(listing, price, viewer.shops[hit.supplier], _url(pictures.get(listing.product_id)), hit.score)
        for (hit, listing), price in zip(shown, prices, strict=True)
    ]


def _url(image) -> str:
    return picture_url(image) if image else ""
