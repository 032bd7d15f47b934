"""Where a producer delivers, how far that is, what it costs, and the form that says so."""

from decimal import Decimal

import pytest
from django.urls import reverse

from accounts.models import Address
from suppliers.delivery import charge_for, delivers_to, distance_between
from suppliers.models import Supplier
from suppliers.services import admit_supplier
from tests.orders import region

LEIPZIG = Address(postcode="04109", latitude=51.34, longitude=12.37)
GRIMMA = Address(postcode="04668")
NOWHERE = Address(postcode="00000")


@pytest.fixture
def mill(db):
    return region.supplier("Mühle", radius_km=20)


def test_distance_falls_back_to_the_middle_of_the_postcode():
    assert 25 < distance_between(LEIPZIG, GRIMMA) < 32


def test_an_unknown_place_has_no_distance():
    assert distance_between(LEIPZIG, NOWHERE) is None


def test_the_radius_decides(mill):
    assert delivers_to(mill, LEIPZIG)
    assert not delivers_to(mill, GRIMMA)
    assert not delivers_to(mill, NOWHERE)


def test_postcodes_may_be_beginnings(mill):
    mill.delivery_area, mill.postcodes = Supplier.Area.POSTCODES, ["046"]
    assert delivers_to(mill, GRIMMA)
    assert not delivers_to(mill, LEIPZIG)


def test_a_producer_without_delivery_goes_nowhere(mill):
    mill.delivery_area = Supplier.Area.NONE
    assert not delivers_to(mill, LEIPZIG)


def test_delivery_is_free_from_its_bound_on(mill):
    mill.delivery_charge, mill.free_from = Decimal("6.00"), Decimal("80.00")
    assert [charge_for(mill, Decimal(net)) for net in ("79.99", "80.00")] == [Decimal("6.00"), Decimal(0)]


@pytest.fixture
def terms():
    return {
        "delivery_area": "postcodes",
        "radius_km": "30",
        "postcodes": "04109, 046",
        "weekdays": ["1", "4"],
        "cutoff_days": "1",
        "cutoff_time": "14:00",
        "minimum_order": "50",
        "delivery_charge": "6",
        "free_from": "",
        "delivery_vat": "7.00",
    }


def test_the_owner_changes_his_terms(client, mill, terms):
    client.force_login(region.seller(mill).user)
    answer = client.post(reverse("suppliers:delivery"), terms)
    mill.refresh_from_db()
    assert answer.status_code == 302
    assert (mill.postcodes, mill.weekdays, mill.minimum_order) == (["04109", "046"], [1, 4], Decimal(50))
    assert mill.delivery_vat == 7


def test_a_small_business_is_not_asked_for_tax_on_delivery(client, mill, terms):
    Supplier.objects.update(small_business=True)
    client.force_login(region.seller(mill).user)
    assert "USt auf Lieferkosten" not in client.get(reverse("suppliers:delivery")).content.decode()
    assert client.post(reverse("suppliers:delivery"), terms).status_code == 302


@pytest.mark.parametrize(("usual", "rate"), [("7.00", 7), ("19.00", 19), ("0.00", 19), (None, 19)])
def test_delivery_is_taxed_as_the_usual_goods(db, usual, rate):
    made = admit_supplier(region.organisation("Hof Ostwind"), by=None, usual_vat=usual and Decimal(usual))
    made.refresh_from_db()
    assert made.delivery_vat == rate


def test_nothing_that_is_asked_for_is_called_voluntary(client, mill):
    client.force_login(region.seller(mill).user)
    page = client.get(reverse("suppliers:delivery")).content.decode()
    assert "(wenn Sie liefern)" in page
    assert "(beim Liefergebiet „Postleitzahlen“)" in page


@pytest.mark.parametrize(
    "wrong, word",
    [
        ({"postcodes": "Leipzig"}, "Leipzig ist keine Postleitzahl"),
        ({"postcodes": ""}, "mindestens eine Postleitzahl"),
        ({"weekdays": []}, "mindestens einen Liefertag"),
        ({"delivery_area": "none"}, "muss Abholung möglich sein"),
    ],
)
def test_terms_that_cannot_be_are_explained(client, mill, terms, wrong, word):
    client.force_login(region.seller(mill).user)
    assert word in client.post(reverse("suppliers:delivery"), terms | wrong).content.decode()
