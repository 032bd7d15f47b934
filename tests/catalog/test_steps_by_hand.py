"""Quantity steps as somebody types them: plain numbers only, kept in the one form that imports keep them in."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from accounts.actor import Actor
from catalog.agreements import create_price_list, set_price
from catalog.forms import read_step
from catalog.imports.runs import export
from catalog.listings import raise_prices
from catalog.models import Listing
from tests.catalog.importing import LIST, article, dry_run, imported, kornblum, person

pytestmark = pytest.mark.django_db
STRANGE = ["10 = NaN", "NaN = 3", "sNaN = 1", "10 = inf", "1e400 = 3", "1e2 = 3", "1_0 = 3", "10 = -1", "-1 = 3"]
TOO_MUCH = ["999999999 = 1", "10 = 999999999", "1,2345 = 1", "10 = 1,23456", "0 = 3", "10 =", "= 3", "10 3"]


@pytest.mark.parametrize("line", STRANGE + TOO_MUCH)
def test_what_is_no_plain_number_is_refused(line):
    with pytest.raises(ValidationError, match="Bitte so: 10 = 3,20"):
        read_step(line)


@pytest.mark.parametrize("line", ["10=3,10", "ab 10 = 3.1 €", "ab10 = 3,1€", " 10,0 =  3,1000 "])
def test_plain_numbers_are_read(line):
    assert read_step(line) == (Decimal(10), Decimal("3.1"))


def test_the_page_of_a_price_list_says_what_is_wrong(client):
    supplier = kornblum()
    imported(supplier, LIST)
    hotels = create_price_list(supplier, "Hotels", by=None)
    client.force_login(person(supplier, "supplier_owner"))

    for steps in ("10 = NaN", "sNaN = 3", "10 = 3\n10 = 2"):
        fields = {"article_number": "1001", "price": "3,20", "steps": steps}
        answer = client.post(reverse("catalog:price-list", args=[hotels.reference]), fields, follow=True)
        assert answer.status_code == 200
    assert not hotels.lines.exists()


def test_typed_steps_are_those_of_an_import():
    supplier = kornblum()
    imported(supplier, LIST.replace("Warengruppe", "Warengruppe;ab 10").replace(";Brot\n", ";Brot;3,10\n"))
    bread = article(supplier, "1001")
    hotels = create_price_list(supplier, "Hotels", by=None)
    set_price(hotels, bread, Decimal("3.20"), [(Decimal("10.0"), Decimal("3.10"))], by=None)

    again = dry_run(supplier, "Artikelnummer;Preis netto;ab 10\n1001;3,20;3,10\n", price_list=hotels)

    assert bread.steps == [["10", "3.1"]] == hotels.lines.get().steps
    assert again.counts["unchanged"] == 1


def test_raised_steps_are_kept_in_the_same_form():
    supplier = kornblum()
    imported(supplier, LIST)
    Listing.objects.filter(article_number="1001").update(steps=[["10", "3"]])
    actor = Actor(person(supplier, "supplier_owner"), supplier.organisation)

    raise_prices(Listing.objects.filter(article_number="1001"), Decimal(10), by=actor)

    assert article(supplier, "1001").steps == [["10", "3.3"]]
    assert dry_run(supplier, export.file_for_people(supplier, "csv")).counts["unchanged"] == 3
