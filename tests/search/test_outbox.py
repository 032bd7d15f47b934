"""Nothing that changes what is found can forget to say so."""

from decimal import Decimal

import pytest
from django.db import connection, transaction

from accounts.models import Organisation
from catalog.models import Listing, PriceLine, PriceList
from search.models import Change, Index
from tests.orders import region

pytestmark = pytest.mark.django_db


@pytest.fixture
def announced(db):
    """Takes an engine into use and reads what the triggers wrote since the last call: {(kind, key)}."""
    Index.objects.create(engine="tantivy", generation="none")

    def read():
        found = set(Change.objects.values_list("kind", "key"))
        Change.objects.all().delete()
        return found

    return read


@pytest.fixture
def bread(announced):
    listing = region.listing(region.supplier())
    announced()
    return listing


def of(*listings):
    return {("listings", listing.pk) for listing in listings}


def test_a_new_article_is_announced_once_for_each_engine(announced):
    Index.objects.create(engine="elasticsearch", generation="none")
    listing = region.listing(region.supplier())

    engines = list(Change.objects.filter(kind="listings", key=listing.pk).order_by("engine").values_list("engine"))
    assert engines == [("elasticsearch",), ("tantivy",)]


def test_without_an_engine_in_use_nothing_piles_up(db):
    Index.objects.all().delete()
    region.listing(region.supplier())

    assert not Change.objects.exists()


def test_price_and_name_are_announced_stock_is_not(announced, bread):
    Listing.objects.filter(pk=bread.pk).update(price=Decimal(3))
    assert announced() == of(bread)

    bread.product.title = "Krustenbrot"
    bread.product.save()
    assert announced() == of(bread)

    Listing.objects.filter(pk=bread.pk).update(stock=4, changed_at=bread.changed_at)
    assert announced() == set()


def test_an_update_that_changes_nothing_is_not_announced(announced, bread):
    Listing.objects.filter(pk=bread.pk).update(price=bread.price)

    assert announced() == set()


def test_bulk_writes_copy_and_raw_sql_are_announced(announced, bread):
    more = [region.listing(bread.supplier, name=f"Brot {number}") for number in range(3)]
    announced()
    for listing in more:
        listing.price = Decimal(9)
    Listing.objects.bulk_update(more, ["price"])
    assert announced() == of(*more)

    with connection.cursor() as cursor:
        cursor.execute("UPDATE catalog_listing SET online = false WHERE id = %s", [bread.pk])
    assert announced() == of(bread)

    prices = PriceList.objects.create(supplier=bread.supplier, name="Kantinen")
    with (
        connection.cursor() as cursor,
        cursor.copy(
            "COPY catalog_priceline (price_list_id, listing_id, unit, price_quantity, price, steps) FROM STDIN"
        ) as copy,
    ):
        for listing in [bread, *more]:
            copy.write_row((prices.pk, listing.pk, "", 1, Decimal("1.5"), "[]"))
    assert announced() == of(bread, *more)

    PriceLine.objects.filter(listing=bread).delete()
    assert announced() == of(bread)


def test_moving_a_price_line_announces_both_articles(announced, bread):
    other = region.listing(bread.supplier)
    line = PriceLine.objects.create(
        price_list=PriceList.objects.create(supplier=bread.supplier, name="A"), listing=bread, price=1
    )
    announced()
    PriceLine.objects.filter(pk=line.pk).update(listing=other)

    assert announced() == of(bread, other)


def test_a_suspended_producer_is_one_key(announced, bread):
    Organisation.objects.filter(pk=bread.supplier.organisation_id).update(status=Organisation.Status.SUSPENDED)

    assert announced() == {("organisations", bread.supplier.organisation_id)}


def test_a_rolled_back_change_leaves_no_announcement(announced, bread):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        Listing.objects.filter(pk=bread.pk).update(price=Decimal(3))
        raise ZeroDivisionError

    assert announced() == set()


def test_a_deleted_article_is_announced(announced, bread):
    bread.product.stockrecords.all().delete()
    key = bread.pk
    bread.delete()

    assert ("listings", key) in announced()
