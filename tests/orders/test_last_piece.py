"""Real transactions side by side: nothing is sold twice, nothing is ordered twice."""

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection

from accounts.models import JournalEntry
from orders import services
from orders.errors import NothingToOrder, OrderError
from orders.models import Purchase, SupplierOrder
from tests.orders import region

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*acts):
    """Run callables in threads that start together; answers in the same order, refusals as exceptions."""
    start = Barrier(len(acts))

    def run(act):
        try:
            start.wait()
            return act()
        except OrderError as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(run, acts))


def basket_with(actor, *listings):
    for listing in listings:
        services.add_to_basket(listing, Decimal(1), by=actor)
    return services.basket_of(actor)


def placing(actor, token):
    return lambda: services.place_purchase(services.basket_of(actor), by=actor, token=token)


def test_two_buyers_and_one_last_piece():
    cake = region.counted(region.supplier(), 1)
    buyers = [region.purchaser(region.buyer(name)) for name in ("Kantine", "Hotel")]
    for buyer in buyers:
        basket_with(buyer, cake)

    answers = at_once(*[placing(buyer, buyer.organisation.name) for buyer in buyers])

    cake.refresh_from_db()
    assert cake.stock == 0
    assert SupplierOrder.objects.count() == 1
    assert sorted(type(answer).__name__ for answer in answers) == ["NothingToOrder", "Purchase"]


def test_two_buyers_who_want_the_same_things_in_another_order_do_not_block_each_other():
    baker = region.supplier()
    one, other = region.counted(baker, 50), region.counted(baker, 50)
    buyers = [region.purchaser(region.buyer(name)) for name in ("Kantine", "Hotel")]
    basket_with(buyers[0], one, other)
    basket_with(buyers[1], other, one)

    answers = at_once(*[placing(buyer, "t") for buyer in buyers])

    assert all(isinstance(answer, Purchase) for answer in answers)
    one.refresh_from_db()
    assert one.stock == 48


def test_a_double_click_is_one_purchase():
    bea = region.purchaser(region.buyer())
    basket_with(bea, region.counted(region.supplier(), 9), region.listing(region.supplier("Molkerei")))

    answers = at_once(*[placing(bea, "dieselbe Seite")] * 4)

    assert len(set(answers)) == 1
    assert (Purchase.objects.count(), SupplierOrder.objects.count()) == (1, 2)


def test_two_windows_with_the_same_basket_order_it_once():
    bea = region.purchaser(region.buyer())
    basket_with(bea, region.listing(region.supplier()))

    answers = at_once(placing(bea, "Fenster 1"), placing(bea, "Fenster 2"))

    assert [type(answer) for answer in answers].count(NothingToOrder) == 1
    assert Purchase.objects.count() == 1


def test_cancelling_and_accepting_at_once_has_one_winner():
    baker = region.supplier()
    sam, bea = region.seller(baker), region.purchaser(region.buyer())
    cake = region.counted(baker, 5)
    order = region.bought(bea, (cake, 2)).orders.get()

    at_once(lambda: services.accept_order(order, by=sam), lambda: services.cancel_order(order, by=bea))

    order.refresh_from_db()
    cake.refresh_from_db()
    assert (order.status, cake.stock) in {("accepted", 3), ("cancelled", 5)}


def test_accepting_twice_at_once_is_noted_once():
    baker = region.supplier()
    sam = region.seller(baker)
    order = region.bought(region.purchaser(region.buyer()), (region.listing(baker), 1)).orders.get()

    at_once(*[lambda: services.accept_order(order, by=sam)] * 3)

    assert JournalEntry.objects.filter(verb="order.accepted").count() == 1


def test_adding_in_two_windows_adds_up():
    bea = region.purchaser(region.buyer())
    bread = region.listing(region.supplier())

    at_once(*[lambda: services.add_to_basket(bread, Decimal(2), by=bea)] * 3)

    assert services.basket_of(bea).lines.get().quantity == 6
