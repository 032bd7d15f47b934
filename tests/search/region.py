"""An invented catalogue for the engines, and what is right by looking at every single document."""

import random
from itertools import pairwise

from search.engines.base import MAX_PRICE, PRICE_EDGES, BuyerTable, Facets, Query, packed
from search.text import Analyser

GOODS = [
    "Apfelsaft", "Apfel", "Apfelkuchen", "Apfelkiste", "Birnensaft", "Birne", "Quitte", "Quittengelee", "Möhre",
    "Möhrensaft", "Karotte", "Kartoffel", "Kartoffelsalat", "Holzkiste", "Kiste", "Obstkiste", "Roggenbrot",
    "Dinkelbrot", "Brot", "Brötchen", "Käse", "Ziegenkäse", "Bergkäse", "Milch", "Hafermilch", "Milchreis",
    "Honig", "Waldhonig", "Edelstahlflansch", "Flansch", "Schraube", "Holzschraube", "Hocker", "Barhocker",
    "Spender",
]  # fmt: skip
QUALITIES = [
    "bio", "regional", "klein", "groß", "naturtrüb", "ungespritzt", "geschält", "gesalzen", "vegan", "frisch",
    "500 g", "1,5 kg", "6 x 1 l", "0,5 l",
]  # fmt: skip
BIO = "Qualität=bio"
SUPPLIERS = range(1, 13)
LISTS = {1: 11, 2: 12, 3: 13, 5: 14}  # supplier -> price list


def catalogue(analyser: Analyser, size: int = 700, seed: int = 7) -> list[dict]:
    """Documents of twelve suppliers; four have a price list with about half of their articles."""
    dice = random.Random(seed)
    return [_document(dice, analyser, key) for key in range(1, size + 1)]


def _document(dice, analyser, key) -> dict:
    supplier = dice.choice(SUPPLIERS)
    good = dice.choice(GOODS)
    name = " ".join([good, *dice.sample(QUALITIES, 2)])
    own = LISTS.get(supplier) if dice.random() < 0.5 else None
    lists = {own: dice.randrange(1, 90_000) * 10} if own else {}
    root = dice.choice(("01", "02", "03"))
    return {
        "key": key,
        "digest": dice.getrandbits(63),
        "name": analyser.index(name),
        "text": analyser.index(dice.choice(GOODS), "aus der Region"),
        "supplier": supplier,
        "audience": [7] if dice.random() < 0.05 else [0],
        "base": -1
        if dice.random() < 0.05
        else dice.choice([12_500, 49_900, 99_999, 100_000, dice.randrange(3_000_000)]),
        "lists": sorted(lists),
        "prices": [packed(number, price) for number, price in lists.items()],
        "categories": [root, root + dice.choice(("01", "02"))],
        "attributes": [BIO] if "bio" in name else ["Qualität=konventionell", f"Farbe={dice.choice(['rot', 'grün'])}"],
        "codes": [f"a{key % 300}", f"40{key:011}"],
        "words": [f"{good.lower()}\t{good}"],
        "order": f"{name.lower()}\t{key:010}",
    }


def own_price(document: dict, buyer: BuyerTable) -> int | None:
    if document["supplier"] in buyer.closed:
        return None
    own = {value >> 32: value & 0xFFFFFFFF for value in document["prices"]}
    price = own.get(buyer.lists.get(document["supplier"]), document["base"])
    return price if price >= 0 else None


def is_hit(document: dict, query: Query) -> bool:
    words = {*document["name"].split(), *document["text"].split()}
    spelled = all(any(words.issuperset(stems) for stems in group) for group in query.terms.must)
    if query.terms and not ((query.terms.must and spelled) or query.terms.code in document["codes"]):
        return False
    price = own_price(document, query.buyer)
    return (
        document["supplier"] in query.allowed
        and not set(document["audience"]).isdisjoint(query.buyer.audiences)
        and (not query.categories or not set(query.categories).isdisjoint(document["categories"]))
        and all(any(f"{name}={v}" in document["attributes"] for v in values) for name, values in query.attributes)
        and (not query.price or (price is not None and query.price[0] <= price < query.price[1]))
    )


def hits_of(documents: list[dict], query: Query) -> list[dict]:
    return [document for document in documents if is_hit(document, query)]


def facets_of(hits: list[dict], buyer: BuyerTable) -> Facets:
    counts = Facets(prices=[0] * (len(PRICE_EDGES) - 1))
    for hit in hits:
        counts.suppliers[hit["supplier"]] = counts.suppliers.get(hit["supplier"], 0) + 1
        for field in ("categories", "attributes"):
            for value in hit[field]:
                getattr(counts, field)[value] = getattr(counts, field).get(value, 0) + 1
        price = own_price(hit, buyer)
        for at, (low, high) in enumerate(pairwise(PRICE_EDGES)):
            counts.prices[at] += price is not None and low <= price < high
    return counts


def in_order(hits: list[dict], query: Query) -> list[int]:
    """Keys as every sort but relevance must bring them."""
    ranks = query.buyer.rank_of_distance()

    def by_price(hit):
        price = own_price(hit, query.buyer)
        sign = -1 if query.sort == "-price" else 1
        return (price is None, sign * (MAX_PRICE if price is None else price), hit["key"])

    rule = {
        "price": by_price,
        "-price": by_price,
        "distance": lambda hit: (ranks[hit["supplier"]], hit["order"]),
        "name": lambda hit: hit["order"],
    }[query.sort]
    return [hit["key"] for hit in sorted(hits, key=rule)]
