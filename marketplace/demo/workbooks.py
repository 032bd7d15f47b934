"""Each producer's price list as he would send it: in his own layout, with the slips that lists have.

The same seed gives the same cells. What is spoiled on purpose is named, so that tests can ask whether the import saw
it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from marketplace.demo import layouts
from marketplace.demo.goods import Article, cents
from marketplace.demo.people import Producer

Fault = Callable[[Article], list[Article]]


@dataclass(frozen=True)
class Workbook:
    """A file to upload. `articles` are those that stand in it, `spoiled` the kind of fault by the article's place."""

    name: str
    content: bytes
    articles: tuple[Article, ...]
    spoiled: dict[int, str]


def price_list(producer: Producer, seed: int = 1) -> Workbook:
    """The list with which he starts."""
    return _workbook(producer, producer.articles(), Random(f"{seed}:{producer.slug}"), FAULTS.get(producer.slug, ()))


def new_prices(producer: Producer, seed: int = 1) -> Workbook:
    """His list of some months later: most prices up by a little, three articles gone, one price ten times too high."""
    chance = Random(f"{seed}:{producer.slug}:later")
    articles = producer.articles()
    gone = set(chance.sample(range(len(articles)), 3))
    raised = [
        replace(article, price=cents(article.price * Decimal("1.04"))) if chance.random() < 0.6 else article
        for place, article in enumerate(articles)
        if place not in gone
    ]
    later = _workbook(producer, raised, chance, ("tenfold", "on_request"))
    return replace(later, name="Neu ab Januar " + later.name)


def _workbook(producer: Producer, articles: list[Article], chance: Random, faults: tuple[str, ...]) -> Workbook:
    spoiled = dict(zip(sorted(chance.sample(range(len(articles)), len(faults))), faults, strict=True))
    rows: list[Article] = []
    marked: dict[int, str] = {}
    for place, article in enumerate(articles):
        fault = spoiled.get(place)
        made = SPOIL[fault](article) if fault else [article]
        marked |= {len(rows) + number: fault for number in range(len(made)) if fault}
        rows += made
    name, content = getattr(layouts, producer.layout)(producer, rows)
    return Workbook(name, content, tuple(rows), marked)


def _times(factor: int) -> Fault:
    return lambda article: [replace(article, price=article.price * factor)]


def _twice(article: Article) -> list[Article]:
    """The same number in two spellings, at two prices."""
    again = replace(article, number=article.number.swapcase(), price=cents(article.price * Decimal("1.1")))
    return [article, again]


SPOIL: dict[str, Fault] = {
    "tenfold": _times(10),
    "hundredfold": _times(100),
    "odd_vat": lambda article: [replace(article, vat=16)],
    "odd_unit": lambda article: [replace(article, unit="Gitter")],
    "on_request": lambda article: [replace(article, price_text="auf Anfrage")],
    "not_available": lambda article: [replace(article, price_text="#NV")],
    "range": lambda article: [replace(article, price_text=f"{article.price} - {article.price + 1}".replace(".", ","))],
    "formula": lambda article: [replace(article, price_text="=B2*1.5")],
    "nameless": lambda article: [replace(article, name="", content="")],
    "twice": _twice,
}

FAULTS: dict[str, tuple[str, ...]] = {
    "backstube-hollenbach": ("hundredfold", "nameless", "on_request", "odd_vat"),
    "hof-wiesengrund": ("range", "on_request", "hundredfold"),
    "gefluegelhof-krause": ("odd_unit", "odd_vat"),
    "fleischerei-gerstenberger": ("not_available", "tenfold", "odd_vat"),
    "obsthof-sandmann": ("formula", "nameless"),
    "kelterei-kretzschmar": ("twice", "odd_vat"),
    "roesterei-nordlicht": ("twice", "odd_vat"),
    "elstermuehle": ("odd_unit", "on_request"),
    "metallbau-voigtlaender": ("formula", "formula", "nameless", "odd_unit", "odd_vat"),
    "packwerk-mitte": ("range", "on_request", "twice"),
    "naehwerk-stoetteritz": ("odd_vat", "twice"),
    "hygiene-rabe": ("odd_vat", "range", "odd_unit"),
    "gaertnerei-lohmeier": ("nameless", "on_request", "not_available"),
    "tischlerei-baumgaertel": ("on_request", "on_request"),
    "imkerei-summstein": ("range",),
}
