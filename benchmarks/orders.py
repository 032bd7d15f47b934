"""Purchases per second: six articles of three producers become three orders, with stock, journal and mail job."""

from decimal import Decimal

from django.db import connection, transaction

from benchmarks import Figure, seconds
from orders import services
from orders.models import Purchase
from tests.orders import region

PURCHASES = 60
STOCK = 1_000_000


def measure():
    """Beside it: plain INSERTs of the same rows of ours, one transaction for each purchase, into tables made alike."""
    actor, goods = _region()
    _buy(actor, goods, "warm")
    spent = sum(_buy(actor, goods, f"bench {number}") for number in range(PURCHASES))
    yield Figure("orders.purchase", PURCHASES / spent, "purchases/s", reference=PURCHASES / _plain())


def _region():
    suppliers = [region.supplier(f"Betrieb {number}", delivery_charge=Decimal("4.90")) for number in range(3)]
    goods = [region.counted(supplier, STOCK, price="3.3350") for supplier in suppliers for _ in range(2)]
    return region.purchaser(region.buyer()), goods


def _buy(actor, goods, token) -> float:
    for listing in goods:
        services.add_to_basket(listing, Decimal(3), by=actor)
    basket = services.basket_of(actor)
    return seconds(lambda: services.place_purchase(basket, by=actor, token=token))


def _plain() -> float:
    """Seconds for copying the rows of all measured purchases, purchase by purchase."""
    keys = list(Purchase.objects.exclude(token="warm").values_list("pk", flat=True))
    own = "SELECT id FROM orders_supplierorder WHERE purchase_id = %s"
    tables = {
        "orders_purchase": "id = %s",
        "orders_supplierorder": "purchase_id = %s",
        "orders_line": f"order_id IN ({own})",
        "orders_vatshare": f"order_id IN ({own})",
    }
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"CREATE TABLE plain_{table} (LIKE {table} INCLUDING ALL)")
        return seconds(lambda: _copy(cursor, tables, keys))


def _copy(cursor, tables, keys):
    for key in keys:
        with transaction.atomic():
            for table, condition in tables.items():
                cursor.execute(f"INSERT INTO plain_{table} SELECT * FROM {table} WHERE {condition}", [key])
