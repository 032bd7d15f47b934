"""Agreed prices and the days on which they hold."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalog.agreements import agree, create_price_list, set_price
from catalog.pricing import prices_for
from tests.orders import region

DAY = date(2027, 1, 1)
WINDOW = [DAY + timedelta(days=n) for n in range(12)]


def price_list_of(name="Mühle Zwenkau"):
    mill = region.supplier(name)
    return create_price_list(mill, "Kantinen", by=None), region.listing(mill, "10.00")


def on_each_day(price_list, listing):
    """What the list says of each day, straight from its lines."""
    return [next(iter(price_list.lines.in_force(day).filter(listing=listing)), None) for day in WINDOW]


@pytest.mark.django_db
def test_a_price_in_between_leaves_the_old_one_before_and_after():
    price_list, listing = price_list_of()
    set_price(price_list, listing, Decimal(8), by=None)

    set_price(price_list, listing, Decimal(6), by=None, valid_from=WINDOW[3], valid_to=WINDOW[5])

    lines = price_list.lines.order_by("valid_from").values_list("valid_from", "valid_to", "price")
    assert sorted(map(str, lines)) == sorted(
        map(str, [(WINDOW[3], WINDOW[5], Decimal("6.0000")), (WINDOW[6], None, Decimal("8.0000")),
                  (None, WINDOW[2], Decimal("8.0000"))])
    )  # fmt: skip


@pytest.mark.django_db
def test_the_base_price_holds_on_all_other_days():
    price_list, listing = price_list_of()
    canteen = region.buyer()
    relationship = canteen.relationships.create(supplier=price_list.supplier, status="active")
    agree(relationship, price_list, by=None, valid_to=WINDOW[8])
    set_price(price_list, listing, Decimal(6), by=None, valid_from=WINDOW[2], valid_to=WINDOW[4])

    prices = [prices_for(canteen, [(listing, Decimal(1))], day)[0] for day in WINDOW]

    assert [price.amount for price in prices] == [10, 10, 6, 6, 6, 10, 10, 10, 10, 10, 10, 10]
    assert {price.valid_to for price in prices if price.is_own} == {WINDOW[4]}
    assert not any(price.is_own for price in prices[5:])


@pytest.mark.django_db
def test_the_database_knows_one_price_for_a_day():
    price_list, listing = price_list_of()
    price_list.lines.create(listing=listing, price=8, valid_from=WINDOW[2])

    with pytest.raises(IntegrityError), transaction.atomic():
        price_list.lines.create(listing=listing, price=7, valid_to=WINDOW[2])

    price_list.lines.create(listing=listing, price=7, valid_to=WINDOW[1])


ends = st.one_of(st.none(), st.integers(0, len(WINDOW) - 1))
words = st.lists(st.tuples(ends, ends, st.integers(1, 3)), min_size=1, max_size=6)


class TheNewestWordWins(TestCase):
    """Beside a plain array of days."""

    @given(words)
    def test_on_each_day(self, words):
        price_list, listing = price_list_of()
        expected = [None] * len(WINDOW)
        for first, last, price in words:
            if first is not None and last is not None and last < first:
                first, last = last, first
            days = slice(first or 0, len(WINDOW) if last is None else last + 1)
            expected[days] = [price] * len(expected[days])
            set_price(
                price_list, listing, Decimal(price), by=None,
                valid_from=None if first is None else WINDOW[first], valid_to=None if last is None else WINDOW[last],
            )  # fmt: skip
        assert [line and int(line.price) for line in on_each_day(price_list, listing)] == expected
