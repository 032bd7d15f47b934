"""What the pages of an import say, in words and numbers that their reader uses."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from buyers.models import Relationship
from catalog.imports import service
from tests.catalog.importing import HEAD, LIST, dry_run, imported, kornblum, page_of, person
from tests.orders import region

pytestmark = pytest.mark.django_db
HIDDEN = "Noch kann niemand bei Ihnen bestellen: Neue Kunden sehen Ihre Preise nicht und fragen erst bei Ihnen an."
NO_DAYS = "Liefertage haben Sie noch nicht angegeben."


def test_who_is_new_reads_what_keeps_customers_from_ordering(client):
    supplier = kornblum(shows_prices=False, strangers_may_order=False, weekdays=[])
    client.force_login(person(supplier, "supplier_owner"))
    run = imported(supplier, LIST)

    def pages():
        for address in (page_of(run), reverse("home")):
            yield BeautifulSoup(client.get(address).content.decode(), "html.parser").main

    for page in pages():
        said = page.get_text(" ", strip=True)
        assert HIDDEN in said and NO_DAYS in said
        links = {link["href"] for link in page.select("a")}
        assert {reverse("suppliers:delivery"), supplier.get_absolute_url()} <= links

    supplier.weekdays = [1]
    supplier.save()
    Relationship.objects.create(supplier=supplier, buyer=region.buyer(), status="active")
    assert not any(words in page.get_text(" ", strip=True) for page in pages() for words in (HIDDEN, NO_DAYS))


def test_who_shows_prices_or_cannot_change_it_reads_nothing_of_it(client, owner, supplier):
    assert "neue Kunden" not in owner.get(page_of(imported(supplier, LIST))).content.decode()

    other = kornblum("Mühle", shows_prices=False, strangers_may_order=False, weekdays=[])
    client.force_login(person(other, "supplier_catalogue"))
    page = client.get(page_of(imported(other, LIST))).content.decode()
    assert HIDDEN not in page and NO_DAYS not in page


def test_a_single_case_names_its_row(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(
        supplier, LIST.replace("0,49", "49,00").replace("14,50;7", "14,50;8").replace("Stück;3,60", "Schütte;0")
    )

    page = BeautifulSoup(owner.get(page_of(run)).content.decode(), "html.parser")

    said = {rule.p.get_text(" ", strip=True).replace("\N{NO-BREAK SPACE}", " ") for rule in page.select(".lv-rule")}
    assert said == {"Zeile 2.", "Zeile 3: „49,00“, Vorschlag: 0,49 €", "Zeile 4."}


@pytest.mark.parametrize(("language", "price"), [("de", "360,00"), ("en", "360.00")])
def test_an_amount_in_a_sentence_is_written_as_its_reader_writes_amounts(owner, supplier, language, price):
    lines = [f"{n};Brot {n};Stück;{n - 6},60;7;Brot" for n in range(10, 20)]
    run = dry_run(supplier, "\n".join([HEAD, *lines, "20;Brot 20;Stück;360,00;7;Brot", ""]))

    with translation.override(language):
        pages = [owner.get(page_of(run, name)).content.decode() for name in ("import", "import-findings")]

    for page in pages:
        assert ("Der Preis" if language == "de" else "The price") + f" {price}" in page
        assert ">360,00</code>" in page


def test_english_pages_begin_lines_with_capitals_and_speak_of_taking_back(owner, supplier):
    run = dry_run(supplier, LIST.replace("0,49", "auf Anfrage"))
    with translation.override("en"):
        page = owner.get(page_of(run)).content.decode()
        weights = owner.get(page_of(run, "import-findings")).content.decode()
        over = owner.get(page_of(service.undo_run(service.commit_run(run, by=None), by=None))).content.decode()

    assert ">Header in row 1" in page and "held back (1)" in weights and "Note (" not in weights
    assert "rows are taken back" in over and "undone" not in over


@pytest.mark.parametrize("name", ["import", "import-findings"])
def test_a_page_costs_the_same_for_one_row_and_ten(owner, supplier, name):
    def cost(count: int) -> int:
        lines = [f"{n};Brot {n};Stück;3,60;8;Brot" for n in range(count)]
        run = dry_run(supplier, "\n".join([HEAD.replace("Preis netto", "Betrag"), *lines, ""]))
        owner.get(page_of(run, name))
        with CaptureQueriesContext(connection) as queries:
            owner.get(page_of(run, name))
        return len(queries)

    assert cost(1) == cost(10)
