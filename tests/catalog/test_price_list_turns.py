"""Two who write one price list at once take turns, and nothing that either agreed is lost."""

import threading
import time
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection, connections, transaction

from catalog.agreements import PriceMoved, create_price_list, remove_price, set_price
from catalog.imports import service
from catalog.models import PriceList
from tests.catalog.importing import LIST, article, dry_run, imported, kornblum
from tests.catalog.test_import_price_lists import HEAD, day, lines

pytestmark = pytest.mark.django_db(transaction=True)
LATER = date(2199, 1, 1)


@pytest.fixture
def supplier():
    supplier = kornblum()
    imported(supplier, LIST)
    return supplier


@pytest.fixture
def hotels(supplier):
    return create_price_list(supplier, "Hotels", by=None)


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
        return cursor.fetchone()[0]


def meanwhile(price_list, job, change) -> list[Exception]:
    """Do `job` in a thread that has to wait while this one holds the list, makes its `change` and lets go."""
    faults: list[Exception] = []

    def work():
        try:
            job()
        except Exception as fault:
            faults.append(fault)
        finally:
            connections.close_all()

    with transaction.atomic():
        PriceList.objects.select_for_update().get(pk=price_list.pk)
        thread = threading.Thread(target=work)
        thread.start()
        until = time.monotonic() + 20
        while not somebody_waits() and time.monotonic() < until:
            time.sleep(0.02)
        change()
    thread.join(30)
    return faults


def test_a_price_agreed_while_a_file_waits_outlives_its_undo(supplier, hotels):
    run = dry_run(supplier, f"{HEAD}\n1001;3,20;;{day(5)}\n", price_list=hotels)
    bread = article(supplier, "1001")

    faults = meanwhile(
        hotels,
        lambda: service.commit_run(run, by=None),
        lambda: set_price(hotels, bread, Decimal("2.50"), by=None, valid_from=LATER),
    )
    service.undo_run(run, by=None)

    assert faults == []
    assert lines(hotels) == {("1001", "2.5000", LATER, None)}


def test_a_price_agreed_while_an_undo_waits_stays(supplier, hotels):
    run = imported(supplier, f"{HEAD}\n1001;3,20;;\n", price_list=hotels)
    bread = article(supplier, "1001")

    faults = meanwhile(
        hotels, lambda: service.undo_run(run, by=None), lambda: set_price(hotels, bread, Decimal("2.50"), by=None)
    )

    run.refresh_from_db()
    assert faults == []
    assert lines(hotels) == {("1001", "2.5000", None, None)}
    assert [number for number, *_ in run.kept_edits] == ["1001"]


def test_a_line_that_moved_meanwhile_is_not_removed_blindly(supplier, hotels):
    bread = article(supplier, "1001")
    set_price(hotels, bread, Decimal("3.40"), by=None)
    line = hotels.lines.get()

    faults = meanwhile(
        hotels, lambda: remove_price(line, by=None), lambda: set_price(hotels, bread, Decimal("2.50"), by=None)
    )

    assert [type(fault) for fault in faults] == [PriceMoved]
    assert lines(hotels) == {("1001", "2.5000", None, None)}
