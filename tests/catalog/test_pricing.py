"""What an article costs whom: base price, steps, agreements in time, and what strangers may know."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError
from hypothesis import given
from hypothesis import strategies as st

from catalog.agreements import DaysOverlap, agree, create_price_list, end_agreement, set_price
from catalog.models import Agreement
from catalog.money import cents
from catalog.pricing import Step, price_at, prices_for
from tests.orders import region

TODAY = date.today()
amounts = st.decimals("0.0001", "99999", places=4)


@pytest.fixture
def mill(db):
    return region.supplier("Mühle Zwenkau")


@pytest.fixture
def canteen(db):
    return region.buyer("Kantine am Ring")


@pytest.fixture
def relationship(mill, canteen):
    return canteen.relationships.create(supplier=mill, status="active")


def price_of(buyer, listing, quantity="1", on=None):
    return prices_for(buyer, [(listing, Decimal(quantity))], on)[0]


def agreed(mill, relationship, listing, price, **days):
    price_list = create_price_list(mill, f"Liste {price} {days}", by=None)
    set_price(price_list, listing, Decimal(price), by=None)
    return agree(relationship, price_list, by=None, **days)


def test_the_last_reached_step_holds(mill):
    flour = region.listing(mill, "1.20", steps=[["10", "1.10"], ["100", "0.95"]])
    assert [price_of(None, flour, quantity).amount for quantity in ("1", "9.999", "10", "99", "100")] == [
        Decimal("1.20"),
        Decimal("1.20"),
        Decimal("1.10"),
        Decimal("1.10"),
        Decimal("0.95"),
    ]


def test_a_price_for_a_hundred_is_rounded_once(mill):
    screws = region.listing(mill, "3.45", price_quantity=100)
    assert price_of(None, screws, "250").total == Decimal("8.63")


def test_the_agreed_price_goes_to_its_customer_only(mill, canteen, relationship):
    flour = region.listing(mill, "1.20")
    agreed(mill, relationship, flour, "0.99")
    own, others = price_of(canteen, flour), price_of(region.buyer("Hotel Lindt"), flour)
    assert (own.amount, own.is_own, own.list_amount) == (Decimal("0.99"), True, Decimal("1.20"))
    assert (others.amount, others.is_own) == (Decimal("1.20"), False)


def test_an_article_that_is_not_on_the_list_costs_the_base_price(mill, canteen, relationship):
    flour, bran = region.listing(mill, "1.20"), region.listing(mill, "0.80")
    agreed(mill, relationship, flour, "0.99")
    assert not price_of(canteen, bran).is_own


def test_both_ends_of_the_validity_count(mill, canteen, relationship):
    flour = region.listing(mill, "1.20")
    agreed(mill, relationship, flour, "0.99", valid_from=TODAY, valid_to=TODAY)
    days = (TODAY - timedelta(1), TODAY, TODAY + timedelta(1))
    assert [price_of(canteen, flour, on=day).is_own for day in days] == [False, True, False]


def test_two_lists_never_hold_at_once(mill, relationship):
    flour = region.listing(mill, "1.20")
    agreed(mill, relationship, flour, "0.99", valid_to=TODAY)
    with pytest.raises(DaysOverlap):
        agreed(mill, relationship, flour, "0.98", valid_to=TODAY + timedelta(9))


def test_the_database_itself_refuses_a_second_list(mill, relationship):
    first = agreed(mill, relationship, region.listing(mill), "0.99")
    with pytest.raises(IntegrityError):
        Agreement.objects.create(relationship=relationship, price_list=first.price_list, valid_from=TODAY)


def test_a_later_list_ends_the_open_one_the_day_before(mill, canteen, relationship):
    flour, next_month = region.listing(mill, "1.20"), TODAY + timedelta(30)
    first = agreed(mill, relationship, flour, "0.99")
    agreed(mill, relationship, flour, "0.89", valid_from=next_month)
    first.refresh_from_db()
    assert first.valid_to == next_month - timedelta(1)
    assert price_of(canteen, flour, on=next_month).amount == Decimal("0.89")


def test_an_ended_agreement_brings_the_base_price_back(mill, canteen, relationship):
    flour = region.listing(mill, "1.20")
    end_agreement(agreed(mill, relationship, flour, "0.99"), by=region.seller(mill))
    assert not price_of(canteen, flour).is_own


def test_an_ended_relationship_ends_its_prices(mill, canteen, relationship):
    flour = region.listing(mill, "1.20")
    agreed(mill, relationship, flour, "0.99")
    canteen.relationships.update(status="ended")
    assert not price_of(canteen, flour).is_own


@pytest.mark.parametrize("shows, may", [(True, False), (False, True), (False, False)])
def test_strangers_see_and_order_what_the_supplier_allows(canteen, shows, may):
    shy = region.supplier("Imkerei", shows_prices=shows, strangers_may_order=may)
    price = price_of(canteen, region.listing(shy))
    assert (price.is_visible, price.may_order) == (shows, may)


def test_nobody_orders_without_an_organisation_or_from_himself(mill):
    flour = region.listing(mill)
    itself = mill.organisation.buyer if hasattr(mill.organisation, "buyer") else None
    assert not price_of(itself, flour).may_order


def test_many_prices_cost_as_many_queries_as_one(mill, canteen, relationship, django_assert_num_queries):
    goods = [region.listing(mill, name=f"Mehl {n}") for n in range(30)]
    agreed(mill, relationship, goods[0], "0.99")
    with django_assert_num_queries(3):
        prices_for(canteen, [(listing, Decimal(1)) for listing in goods])


@given(amounts, st.integers(1, 1000))
def test_cents_never_stray_more_than_half_a_cent(price, quantity):
    exact = price * quantity
    assert abs(cents(exact) - exact) <= Decimal("0.005")


@given(st.lists(st.tuples(amounts, amounts), max_size=6, unique_by=lambda step: step[0]), amounts)
def test_price_at_takes_the_greatest_bound_not_above(steps, quantity):
    ordered = tuple(Step(*step) for step in sorted(steps))
    below = [step for step in ordered if step.quantity <= quantity]
    assert price_at(quantity, Decimal(1), ordered) == (max(below).price if below else Decimal(1))
