"""What a search costs a buyer with own prices at 20,000 articles, on both engines; 24 hits, total, all facets.

Beside each figure: the same questions without anything of the buyer's (one price for all, no weights).
"""

import logging
import random
from functools import partial
from itertools import product

from django.conf import settings

from benchmarks import Figure, percentile, seconds
from catalog.models import Listing, PriceLine, PriceList
from scripts import elasticsearch
from search import indexer, queries
from search.engines import configured
from search.engines.base import BuyerTable, Query
from search.params import Params
from search.viewer import viewer_for
from tests.orders import region

SUPPLIERS, ARTICLES, AGREEMENTS, ROUNDS = 40, 20_000, 15, 4
KINDS = ["Tafel", "Most", "Streu", "Wald", "Berg", "Land", "Dinkel", "Roggen", "Holz", "Edelstahl", "Kirsch", "Zwiebel"]
GOODS = ["Apfel", "Saft", "Brot", "Honig", "Käse", "Kiste", "Flansch", "Kuchen", "Wurst", "Schraube", "Tee", "Mehl"]
TRAITS = ["bio", "frisch", "regional", "klein", "groß", "500 g", "1 kg", "6 x 1 l", "natur", "gesalzen", "mild", "fein"]
QUESTIONS = [
    "Apfel",
    "Brot",
    "Käse bio",
    "Kiste aus Holz",
    "Honig 500 g",
    "Kirschkuchen",
    "Saft",
    "Edelstahlschraube",
    "",
]
SORTS = {"": "relevance", ".price": "price"}


def measure():
    actor = _region()
    try:
        settings.SEARCH_URL = elasticsearch.start()[0]
    except elasticsearch.Unavailable as reason:
        logging.warning("No figures for Elasticsearch: %s", reason)
    for engine in configured():
        with indexer.alone(engine):
            spent = seconds(partial(indexer.rebuild, engine))
        yield Figure(f"search.{engine}.20k.build", ARTICLES / spent, "articles/s")
        yield from _questions(engine, actor)


def _questions(engine: str, actor):
    source = next(iter(queries.sources(engine)))
    own = viewer_for(actor).table
    plain = BuyerTable(weights=dict.fromkeys(own.weights, 1.0))
    for name, sort in SORTS.items():
        mine, theirs = (_times(source, table, sort) for table in (own, plain))
        for percent in (50, 95):
            yield Figure(
                f"search.{engine}.20k{name}.p{percent}", percentile(mine, percent), "ms", percentile(theirs, percent)
            )
    asked = [Params(text=text) for text in QUESTIONS]
    pages = [1000 * seconds(partial(queries.search, actor, params, engine)) for params in asked * (ROUNDS + 1)]
    pages = pages[len(asked) :]  # the first round warms up
    yield Figure(f"search.{engine}.20k.page.p50", percentile(pages, 50), "ms")
    yield Figure(f"search.{engine}.20k.page.p95", percentile(pages, 95), "ms")


def _times(source, table: BuyerTable, sort: str) -> list[float]:
    """Milliseconds of each question, warm, one after another."""
    asked = [Query(source.analyser.query(text), table, sort=sort) for text in QUESTIONS]
    for query in asked:
        source.index.listings(query)
    return [1000 * seconds(partial(source.index.listings, query)) for query in asked * ROUNDS]


def _region():
    """40 producers with 500 articles each; a buyer with a price list for half of the articles of 15 of them."""
    dice = random.Random(1)
    suppliers = [region.supplier(f"Betrieb {number}") for number in range(SUPPLIERS)]
    listings = _articles(suppliers, dice)
    buyer = region.buyer()
    for supplier in suppliers[:AGREEMENTS]:
        relationship = region.known(buyer, supplier)
        prices = PriceList.objects.create(supplier=supplier, name="Kunden")
        agreed = [one for one in listings if one.supplier_id == supplier.pk and dice.random() < 0.5]
        lines = [PriceLine(price_list=prices, listing=one, price=round(float(one.price) * 0.9, 4)) for one in agreed]
        PriceLine.objects.bulk_create(lines)
        relationship.agreements.create(price_list=prices)
    return region.purchaser(buyer)


def _articles(suppliers, dice) -> list[Listing]:
    template = region.listing(suppliers[0])
    names = [f"{kind}{good.lower()} {trait}" for kind, good, trait in product(KINDS, GOODS, TRAITS)]
    goods = [
        region.Product(title=dice.choice(names), slug=f"b{number}", product_class=template.product.product_class)
        for number in range(ARTICLES)
    ]
    region.Product.objects.bulk_create(goods, batch_size=2000)
    return Listing.objects.bulk_create(
        [
            Listing(
                product=one,
                supplier=suppliers[number % SUPPLIERS],
                article_number=f"B{number}",
                sort_key=one.title.lower(),
                price=round(dice.uniform(0.3, 90), 2),
                vat_rate=7,
                attributes={"Qualität": dice.choice(["bio", "konventionell"]), "Marke": f"M{number % 30}"},
            )
            for number, one in enumerate(goods)
        ],
        batch_size=2000,
    )
