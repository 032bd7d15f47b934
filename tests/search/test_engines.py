"""One contract for both engines, against a look at every document."""

import random

import pytest

from search.engines.base import FACETS, BuyerTable, Query
from search.text import Analyser, Terms
from search.words import Words
from tests.search import region
from tests.search.region import GOODS, LISTS, SUPPLIERS

DISTANCES = {supplier: None if supplier == 9 else float(supplier * 7 % 40) for supplier in SUPPLIERS}
STRANGER = BuyerTable(weights={supplier: 1.0 for supplier in SUPPLIERS}, closed=frozenset({2, 4}), distances=DISTANCES)
CUSTOMER = BuyerTable(
    weights={supplier: 1.2 if supplier in LISTS else 1.0 - supplier / 100 for supplier in SUPPLIERS if supplier != 8},
    lists=LISTS,
    closed=frozenset({4, 6}),
    distances=DISTANCES,
    audiences=(0, 7),
)


@pytest.fixture(scope="module")
def analyser():
    return Analyser(Words(), [["Möhre", "Karotte", "Gelbe Rübe"]])


@pytest.fixture(scope="module")
def documents(analyser):
    return region.catalogue(analyser)


@pytest.fixture(scope="module")
def index(new_index, documents):
    index = new_index(["listings", "pages"])
    index.write("listings", documents)
    return index


def some_queries(analyser, count=60, seed=3):
    """Random questions of both viewers: text, category, attributes, price, suppliers."""
    dice = random.Random(seed)
    for _ in range(count):
        text = dice.choice(
            ["", "", dice.choice(GOODS), f"{dice.choice(GOODS)} bio", "Gelbe Rüben", f"A-{dice.randrange(300)}"]
        )
        yield Query(
            terms=analyser.query(text),
            buyer=dice.choice([STRANGER, CUSTOMER]),
            suppliers=dice.choice([None, None, frozenset(dice.sample(SUPPLIERS, 5))]),
            categories=dice.choice([(), (), ("01",), ("0102", "0201")]),
            attributes=dice.choice([(), (), (("Qualität", ("bio",)),), (("Farbe", ("rot", "grün")),)]),
            price=dice.choice([None, None, (0, 100_000), (50_000, 1_500_000)]),
        )


def test_hits_and_counts_are_those_of_a_look_at_every_document(index, documents, analyser):
    found = 0
    for query in some_queries(analyser):
        expected = region.hits_of(documents, query)
        result = index.listings(query.but(size=1000))
        counts = region.facets_of(expected, query.buyer)

        assert result.total == len(expected), query
        assert sorted(hit.key for hit in result.hits) == [hit["key"] for hit in expected], query
        assert result.facets == counts, query
        found += result.total
    assert found > 1000  # the questions were not all empty


@pytest.mark.parametrize("sort", ["price", "-price", "distance", "name"])
def test_sorted_pages_come_in_exact_order(index, documents, analyser, sort):
    for query in some_queries(analyser, count=25, seed=5):
        query = query.but(sort=sort)
        expected = region.in_order(region.hits_of(documents, query), query)
        pages = [index.listings(query.but(offset=at, size=17), facets=()) for at in (0, 17, 51)]

        assert [hit.key for page in pages for hit in page.hits] == [*expected[:34], *expected[51:68]], query


def test_pages_by_relevance_join_without_gap_or_repetition(index, analyser):
    query = Query(terms=analyser.query("Saft"), buyer=CUSTOMER)
    whole = [hit.key for hit in index.listings(query.but(size=60), facets=()).hits]
    pages = [hit.key for at in range(0, 60, 12) for hit in index.listings(query.but(offset=at, size=12)).hits]

    assert len(whole) > 24
    assert pages == whole


def test_every_hit_carries_the_price_of_this_buyer(index, documents, analyser):
    by_key = {document["key"]: document for document in documents}
    for buyer in (STRANGER, CUSTOMER):
        hits = index.listings(Query(terms=analyser.query("Apfel"), buyer=buyer, size=500), facets=()).hits

        assert [hit.price for hit in hits] == [region.own_price(by_key[hit.key], buyer) for hit in hits]
        assert {hit.price is None for hit in hits} == {True, False}


@pytest.mark.parametrize(
    ("text", "key"), [("4000000000123", 123), ("40 0000-0000 123", 123), ("A299", 299), ("a-299", 299)]
)
def test_an_article_number_comes_first(index, analyser, text, key):
    hits = index.listings(Query(terms=analyser.query(text), buyer=CUSTOMER), facets=()).hits

    assert hits[0].key % 300 == key % 300


def test_equal_article_numbers_stand_by_weight_then_key(index, documents, analyser):
    query = Query(terms=analyser.query("a17"), buyer=CUSTOMER)
    hits = index.listings(query, facets=()).hits
    same = [document for document in region.hits_of(documents, query) if "a17" in document["codes"]]
    ranked = sorted(same, key=lambda document: (-CUSTOMER.weights[document["supplier"]], document["key"]))

    assert [hit.key for hit in hits[: len(same)]] == [document["key"] for document in ranked]


def test_the_whole_word_comes_before_its_parts(index, documents, analyser):
    names = {document["key"]: document["name"] for document in documents}
    hits = index.listings(Query(terms=analyser.query("Holzkiste"), buyer=STRANGER), facets=()).hits

    assert "holzkist" in names[hits[0].key].split()


def test_weight_of_the_supplier_decides_between_equals(new_index, documents):
    index = new_index(["listings"])
    template = next(document for document in documents if document["audience"] == [0])
    index.write("listings", [template | {"key": supplier, "supplier": supplier} for supplier in SUPPLIERS])
    table = BuyerTable(weights={supplier: supplier / 10 for supplier in SUPPLIERS})
    terms = Terms(must=(((template["name"].split()[0],),),))

    hits = index.listings(Query(terms=terms, buyer=table)).hits
    assert [hit.key for hit in hits] == [*reversed(SUPPLIERS)]


def test_without_words_the_weight_decides_alone(index, documents, analyser):
    query = Query(terms=analyser.query(""), buyer=CUSTOMER, size=30, offset=200)
    ranked = sorted(region.hits_of(documents, query), key=lambda hit: (-CUSTOMER.weights[hit["supplier"]], hit["key"]))

    assert [hit.key for hit in index.listings(query).hits] == [hit["key"] for hit in ranked[200:230]]


def test_only_asked_facets_are_counted(index, analyser):
    query = Query(terms=analyser.query("Apfel"), buyer=STRANGER)
    facets = index.listings(query, facets=("suppliers",)).facets

    assert facets.suppliers
    assert not (facets.categories or facets.attributes or facets.prices)
    assert index.listings(query, facets=FACETS).facets.suppliers == facets.suppliers


def test_completion_knows_no_word_of_others(new_index, documents):
    index = new_index(["listings"])
    seen = documents[0] | {"supplier": 1, "audience": [0], "words": ["apfelsaft\tApfelsaft", "apfel\tApfel"]}
    private = seen | {"key": 2, "audience": [7], "words": ["apfelbrand\tApfelbrand"]}
    suspended = seen | {"key": 3, "supplier": 8, "words": ["apfelwein\tApfelwein"]}
    index.write("listings", [seen, private, suspended])

    assert sorted(index.complete("apf", STRANGER, 10)) == ["Apfel", "Apfelsaft", "Apfelwein"]
    assert sorted(index.complete("apf", CUSTOMER, 10)) == ["Apfel", "Apfelbrand", "Apfelsaft"]
    assert index.complete("birn", CUSTOMER, 10) == []


def test_writing_again_replaces_and_gone_ones_go(new_index, documents, analyser):
    index = new_index(["listings"])
    first, second, third = documents[:3]
    index.write("listings", [first, second, third])
    index.write("listings", [first | {"digest": 5, "name": analyser.index("Wunderkerze")}], gone=[second["key"], 999])

    assert index.digests("listings") == {first["key"]: 5, third["key"]: third["digest"]}
    table = BuyerTable(weights={first["supplier"]: 1.0}, audiences=(0, 7))
    assert [h.key for h in index.listings(Query(analyser.query("Wunderkerzen"), table)).hits] == [first["key"]]


def test_other_kinds_are_found_in_the_readers_language(index, analyser):
    pages = [("Holzkisten aus Taucha", "de"), ("Wooden boxes", "en"), ("Holzkiste", "")]
    index.write(
        "pages",
        [
            {
                "key": at,
                "digest": at,
                "name": analyser.index(name),
                "text": "",
                "codes": [],
                "language": language,
                "words": [],
            }
            for at, (name, language) in enumerate(pages)
        ],
    )

    total, keys = index.find("pages", analyser.query("Kiste aus Holz"), "de", 5)
    assert (total, sorted(keys)) == (2, [0, 2])
    assert index.find("pages", analyser.query("Kiste aus Holz"), "en", 5) == (1, [2])
    assert index.find("pages", analyser.query("box"), "en", 5) == (1, [1])
    assert index.find("pages", analyser.query("Bagger"), "de", 5) == (0, [])
