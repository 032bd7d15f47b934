"""The supplier's article pages and the public one."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from catalog.forms import unit_choices
from catalog.models import Listing
from catalog.units import UNITS
from tests.orders import region


@pytest.fixture
def mill(db):
    return region.supplier("Mühle Zwenkau", lists_are="net", usual_vat=Decimal(7))


@pytest.fixture
def selling(client, mill):
    client.force_login(region.seller(mill).user)
    return client


@pytest.fixture
def article():
    return {
        "name": "Weizenmehl Type 550",
        "article_number": "W550",
        "unit": "XSA",
        "content": "25",
        "content_unit": "KGM",
        "minimum": "1",
        "interval": "1",
        "price": "21,50",
        "price_is": "net",
        "price_quantity": "1",
        "vat_rate": "7.00",
        "steps": "10 = 20,90",
        "stock_mode": "to_order",
        "deposit_count": "1",
        "online": "on",
        "description": "",
        "category": "",
        "gtin": "",
        "stock": "",
        "origin": "",
    }


def test_a_new_article_stands_in_list_and_shop(selling, client, mill, article):
    selling.post(reverse("catalog:listing-new"), article)
    listing = Listing.objects.get()
    assert (listing.price, listing.steps, listing.content) == (Decimal("21.5"), [["10", "20.9"]], Decimal(25))
    assert listing.product.stockrecords.get().partner_sku == listing.reference
    assert "Weizenmehl" in selling.get(reverse("catalog:listings")).content.decode()
    client.logout()
    page = client.get(listing.get_absolute_url()).content.decode()
    assert "21,50" in page


def test_a_gross_price_is_kept_and_explained(selling, article):
    selling.post(reverse("catalog:listing-new"), article | {"price": "23,01", "price_is": "gross", "steps": ""})
    listing = Listing.objects.get()
    assert (listing.price, listing.gross_price) == (Decimal("21.5047"), Decimal("23.01"))


def test_an_article_without_number_gets_ours(selling, article):
    selling.post(reverse("catalog:listing-new"), article | {"article_number": ""})
    listing = Listing.objects.get()
    assert listing.number_is_ours
    assert listing.article_number == listing.reference


@pytest.mark.parametrize(
    "wrong, word",
    [
        ({"price": "abc"}, "Zahl"),
        ({"gtin": "4006381333932"}, "Prüfziffer stimmt nicht"),
        ({"steps": "viele = billig"}, "verstehen wir nicht"),
        ({"steps": "10 = 3\n10 = 2"}, "steht zweimal"),
        ({"content_unit": ""}, "worin der Inhalt gemessen"),
        ({"deposit": "P99"}, "haben Sie nicht"),
        ({"stock_mode": "counted"}, "nennen Sie den Vorrat"),
    ],
)
def test_a_wrong_value_is_explained_and_nothing_is_lost(selling, article, wrong, word):
    page = selling.post(reverse("catalog:listing-new"), article | wrong).content.decode()
    assert word in page
    assert "Weizenmehl Type 550" in page
    assert not Listing.objects.exists()


def test_a_number_is_taken_without_regard_to_case(selling, mill, article):
    region.listing(mill, article_number="w550")
    assert "hat schon" in selling.post(reverse("catalog:listing-new"), article).content.decode()


def test_an_edit_changes_what_was_typed(selling, mill, article):
    listing = region.listing(mill, article_number="W550")
    selling.post(reverse("catalog:listing-edit", args=[listing.reference]), article | {"price": "22"})
    listing.refresh_from_db()
    assert (listing.price, listing.product.title) == (Decimal(22), "Weizenmehl Type 550")


def bulk(client, listings, **action):
    chosen = {"chosen": [listing.reference for listing in listings]}
    return client.post(reverse("catalog:listings-change"), chosen | action, follow=True)


def test_prices_rise_by_percent_and_come_back(selling, mill):
    goods = [region.listing(mill, "1.00"), region.listing(mill, "0.333", steps=[["10", "0.30"]])]
    page = bulk(selling, goods, action="prices", value="3").content.decode()
    assert sorted(Listing.objects.values_list("price", flat=True)) == [Decimal("0.343"), Decimal("1.03")]
    undo = page.split("/verkauf/artikel/zuruecknehmen/")[1].split("/")[0]
    selling.post(reverse("catalog:listings-undo", args=[undo]))
    assert sorted(Listing.objects.values_list("price", flat=True)) == [Decimal("0.333"), Decimal("1")]


def test_articles_go_offline_and_strangers_find_nothing(selling, client, mill):
    listing = region.listing(mill)
    bulk(selling, [listing], action="offline")
    client.logout()
    assert client.get(listing.get_absolute_url()).status_code == 404


def test_a_bulk_action_never_touches_another_suppliers_articles(selling, mill):
    foreign = region.listing(region.supplier("Bäckerei"))
    bulk(selling, [foreign], action="offline")
    foreign.refresh_from_db()
    assert foreign.online


def test_the_preview_shows_a_customers_own_price(selling, mill):
    listing, canteen = region.listing(mill, "10.00"), region.buyer()
    relationship = canteen.relationships.create(supplier=mill, status="active")
    price_list = mill.price_lists.create(name="Kantinen")
    price_list.lines.create(listing=listing, price="8.88")
    price_list.agreements.create(relationship=relationship)
    preview = reverse("catalog:listing-preview", args=[listing.reference])
    assert "8,88" in selling.get(preview, {"kunde": canteen.organisation.reference}).content.decode()
    assert "8,88" not in selling.get(preview).content.decode()


def test_an_old_slug_leads_to_the_new_one(client, mill):
    listing = region.listing(mill)
    answer = client.get(reverse("catalog:listing", args=[listing.reference, "alt"]))
    assert (answer.status_code, answer.url) == (301, listing.get_absolute_url())


def test_hidden_prices_are_in_no_source(client, db):
    shy = region.supplier("Imkerei", shows_prices=False, strangers_may_order=False)
    listing = region.listing(shy, "77.70", steps=[["10", "66.60"]])
    page = client.get(listing.get_absolute_url()).content.decode()
    assert "77,7" not in page
    assert "66,6" not in page


def test_the_list_costs_the_same_for_one_article_and_six(selling, mill):
    counts = []
    for more in (1, 5):
        for number in range(more):
            region.listing(mill, name=f"Mehl {number}")
        with CaptureQueriesContext(connection) as queries:
            selling.get(reverse("catalog:listings"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("language", ["de", "en"])
def test_each_unit_is_offered_by_its_name_once(language):
    """`Beutel` is what lists mean by it, and the other one where an article has it already."""
    with translation.override(language):
        offered, with_pouch = unit_choices(), unit_choices("XPO")

    words = [word for _code, word in offered]
    assert len(words) == len(set(words)) and not any("(" in word or word in UNITS for word in words)
    codes, used = ({code for code, _word in one} for one in (offered, with_pouch))
    assert codes >= {"XBG", "XCX", "XDR", "PR", "NAR", "C62", "XBH", "XAL"} and codes <= UNITS.keys()
    assert "XPO" in used and "XBG" not in used
