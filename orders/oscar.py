"""Oscar's side of baskets and orders: rows that follow ours, written in bulk and never read for the deal.

Its whole numbers count steps (`quantities.count_of`) and its amounts have cents; what is finer stays with us.
"""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone
from oscar.core.loading import get_model

from catalog.money import cents
from orders import quantities
from orders.models import Basket, BasketLine, Line, Purchase, SupplierOrder

OscarBasket = get_model("basket", "Basket")
BasketRow = get_model("basket", "Line")
Order = get_model("order", "Order")
OrderRow = get_model("order", "Line")
StockRecord = get_model("partner", "StockRecord")

EUR = "EUR"


def new_basket(user):
    return OscarBasket.objects.create(owner=user)


def new_basket_row(basket: Basket, listing, quantity):
    """Oscar's line for an article; raises StockRecord.DoesNotExist for a listing that was made without one."""
    record = StockRecord.objects.get(product=listing.product_id)
    return BasketRow.objects.create(
        basket=basket.basket,
        line_reference=listing.reference,
        product_id=listing.product_id,
        stockrecord=record,
        quantity=quantities.count_of(quantity, quantities.step_of(listing)),
        price_currency=EUR,
    )


def count_again(line: BasketLine) -> None:
    """Give Oscar's line the steps of ours."""
    count = quantities.count_of(line.quantity, quantities.step_of(line.listing))
    BasketRow.objects.filter(pk=line.line_id).update(quantity=count)


def submit_rows(lines: Iterable[BasketLine], user):
    """Move Oscar's lines that were ordered to a submitted basket of their own; the open one keeps the rest."""
    now = timezone.now()
    basket = OscarBasket.objects.create(owner=user, status=OscarBasket.SUBMITTED, date_submitted=now)
    BasketRow.objects.filter(pk__in=[line.line_id for line in lines]).update(basket=basket)
    return basket


def write_orders(purchase: Purchase, orders: list[SupplierOrder], basket) -> None:
    """One order of Oscar's beside each of ours, under the same number; sets `order` on ours and saves neither."""
    written = Order.objects.bulk_create([_order(purchase, order, basket) for order in orders])
    for ours, theirs in zip(orders, written, strict=True):
        ours.order = theirs


def write_rows(lines: list[Line]) -> None:
    """One line of Oscar's beside each of ours; `order` of ours must be saved. Sets `line` on ours, saves none."""
    found = StockRecord.objects.filter(product__in=[_product(line) for line in lines])
    records = dict(found.values_list("product", "pk"))
    written = OrderRow.objects.bulk_create([_row(line, records.get(_product(line))) for line in lines])
    for ours, theirs in zip(lines, written, strict=True):
        ours.line = theirs


def _product(line):
    return line.listing.product_id


def _order(purchase, order, basket):
    return Order(
        number=order.reference,
        site_id=settings.SITE_ID,
        basket=basket,
        user=purchase.placed_by,
        currency=EUR,
        total_excl_tax=order.net,
        total_incl_tax=order.gross,
        shipping_excl_tax=order.charge,
        shipping_incl_tax=cents(order.charge * (100 + order.charge_vat_rate) / 100),
        shipping_method="pickup" if order.pickup else "delivery",
        date_placed=order.placed_at,
    )


def _row(line, stockrecord):
    count = quantities.count_of(line.quantity, line.step)
    gross = cents(line.net * (100 + line.vat_rate) / 100)
    supplier = line.order.supplier
    return OrderRow(
        order=line.order.order,
        partner_id=supplier.partner_id,
        partner_name=supplier.name[:128],
        partner_sku=line.listing.reference,
        stockrecord_id=stockrecord,
        product_id=line.listing.product_id,
        title=line.name,
        quantity=count,
        num_allocated=count,
        line_price_excl_tax=line.net,
        line_price_incl_tax=gross,
        line_price_before_discounts_excl_tax=line.net,
        line_price_before_discounts_incl_tax=gross,
        unit_price_excl_tax=cents(line.net / count),
        unit_price_incl_tax=cents(gross / count),
        tax_code=line.vat_category,
    )
