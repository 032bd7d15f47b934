"""The operators' commands: the same search, as JSON."""

import json
import shutil
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search import indexer
from search.models import Change, Index
from tests.orders import region

pytestmark = pytest.mark.django_db


@pytest.fixture
def orchard(settings):
    shutil.rmtree(settings.SEARCH_DIR / "tantivy", ignore_errors=True)
    return region.supplier("Hof Lerchenfeld")


def run(*arguments, **options):
    out = StringIO()
    call_command(*arguments, stdout=out, stderr=StringIO(), **options)
    return out.getvalue()


def test_search_answers_as_json_with_the_askers_price(orchard):
    apple = region.listing(orchard, name="Tafelapfel", price="2.00", attributes={"Farbe": "rot"})
    buyer = region.buyer("Kantine am Ring")
    region.agreed(region.known(buyer, orchard), {apple: "1.60"})
    person = region.purchaser(buyer).user.email
    indexer.drain()

    visitor = json.loads(run("search", "Äpfel", "--json"))
    assert (visitor["engine"], visitor["total"]) == ("tantivy", 1)
    assert visitor["facets"]["suppliers"] == {orchard.slug: 1}
    assert visitor["facets"]["attributes"] == {"Farbe=rot": 1}
    hit = {"supplier": orchard.slug, "article_number": apple.article_number, "name": "Tafelapfel", "price": "2"}
    assert visitor["hits"][0].items() >= hit.items()
    assert visitor["hits"][0]["distance"] is not None and visitor["hits"][0]["score"] > 0

    for asker in (
        ["--as", person],
        ["--as", person, "--for", "kantine-am-ring"],
        ["--for", buyer.organisation.reference],
    ):
        assert json.loads(run("search", "Äpfel", "--json", *asker))["hits"][0]["price"] == "1.6"


@pytest.mark.parametrize("arguments", [["--as", "nobody@firma.example"], ["--for", "nirgends"], ["--engine", "lucene"]])
def test_search_refuses_askers_that_are_not_there(orchard, arguments):
    indexer.drain()
    with pytest.raises(CommandError) as refusal:
        run("search", "Apfel", *arguments)

    assert refusal.value.returncode in (1, 2)


def test_search_without_an_index_says_so(orchard):
    Index.objects.all().delete()
    with pytest.raises(CommandError, match="No search engine answers"):
        run("search", "Apfel")


def test_reindex_swaps_and_forgets_engines_no_longer_named(orchard):
    region.listing(orchard, name="Apfel")
    Index.objects.create(engine="elasticsearch", generation="old")
    region.listing(orchard, name="Birne")
    run("reindex")

    assert list(Index.objects.values_list("engine", flat=True)) == ["tantivy"]
    assert not Change.objects.exists()
    assert json.loads(run("search", "Birne", "--json"))["total"] == 1


def test_reindex_refuses_an_engine_that_is_not_in_use(orchard):
    with pytest.raises(CommandError) as refusal:
        run("reindex", "--engine", "elasticsearch")

    assert refusal.value.returncode == 2
