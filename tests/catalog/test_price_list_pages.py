"""Price lists through the pages: made, filled, agreed, ended."""

from decimal import Decimal

import pytest
from django.urls import reverse

from catalog.models import PriceLine, PriceList
from catalog.pricing import prices_for
from tests.orders import region


@pytest.fixture
def mill(db):
    return region.supplier("Mühle Zwenkau")


@pytest.fixture
def selling(client, mill):
    client.force_login(region.seller(mill).user)
    return client


def test_from_an_empty_list_to_an_own_price(selling, mill):
    listing, canteen = region.listing(mill, "10.00"), region.buyer()
    canteen.relationships.create(supplier=mill, status="active")
    selling.post(reverse("catalog:price-lists"), {"name": "Kantinen 2027"})
    price_list = PriceList.objects.get()
    line = {"article_number": listing.article_number.lower(), "price": "8,88", "steps": "10 = 8,50"}
    selling.post(reverse("catalog:price-list", args=[price_list.reference]), line)
    agreement = {"price_list": price_list.reference, "valid_from": "", "valid_to": ""}
    selling.post(reverse("catalog:customer-agree", args=[canteen.organisation.reference]), agreement)
    few, many = prices_for(canteen, [(listing, Decimal(1)), (listing, Decimal(10))])
    assert (few.amount, many.amount) == (Decimal("8.88"), Decimal("8.50"))


def test_a_name_is_taken_once(selling, mill):
    mill.price_lists.create(name="Kantinen")
    page = selling.post(reverse("catalog:price-lists"), {"name": "Kantinen"}).content.decode()
    assert "haben Sie schon" in page


def test_an_unknown_number_is_named(selling, mill):
    price_list = mill.price_lists.create(name="Kantinen")
    line = {"article_number": "Z1", "price": "1"}
    page = selling.post(reverse("catalog:price-list", args=[price_list.reference]), line)
    assert "Einen Artikel Z1 haben Sie nicht" in page.content.decode()


def test_a_removed_line_brings_the_base_price_back(selling, mill):
    listing, price_list = region.listing(mill), mill.price_lists.create(name="Kantinen")
    line = price_list.lines.create(listing=listing, price="8.88")
    selling.post(reverse("catalog:price-remove", args=[price_list.reference, line.pk]))
    assert not PriceLine.objects.exists()


def test_lists_of_others_are_not_there(selling):
    foreign = region.supplier("Bäckerei").price_lists.create(name="Geheim")
    assert selling.get(reverse("catalog:price-list", args=[foreign.reference])).status_code == 404
