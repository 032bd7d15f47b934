"""What happens to an order after it was placed: accepted, refused, delivered, cancelled, spoken about.

A step that was already taken is taken once: sending the same form again returns the order and tells nobody twice.
"""

from django.db import transaction

from accounts.actor import Actor
from accounts.journal import record
from catalog.models import Listing
from orders import emails
from orders.models import Message, SupplierOrder

Status = SupplierOrder.Status


@transaction.atomic
def accept_order(order: SupplierOrder, *, by: Actor) -> SupplierOrder:
    """The supplier will deliver. Raises StatusPassed once the order was refused or cancelled."""
    order = _lock(order)
    if order.accepted_at and order.status in {Status.ACCEPTED, Status.DELIVERED}:
        return order
    order.accept()
    return _done("order.accepted", order, by)


@transaction.atomic
def refuse_order(order: SupplierOrder, reason: str, *, by: Actor) -> SupplierOrder:
    """The supplier will not deliver and says why; the stock returns. Raises StatusPassed after acceptance."""
    order = _lock(order)
    if order.status == Status.REFUSED:
        return order
    order.refuse(reason)
    _return_stock(order)
    return _done("order.refused", order, by, reason=reason)


@transaction.atomic
def deliver_order(order: SupplierOrder, *, by: Actor) -> SupplierOrder:
    """The goods are with the buyer. Raises StatusPassed unless the order was accepted."""
    order = _lock(order)
    if order.status == Status.DELIVERED:
        return order
    order.deliver()
    return _done("order.delivered", order, by)


@transaction.atomic
def cancel_order(order: SupplierOrder, *, by: Actor) -> SupplierOrder:
    """The buyer takes back what the supplier has not accepted yet; the stock returns. Raises StatusPassed later."""
    order = _lock(order)
    if order.status == Status.CANCELLED:
        return order
    order.cancel()
    _return_stock(order)
    return _done("order.cancelled", order, by)


@transaction.atomic
def write_message(order: SupplierOrder, text: str, *, by: Actor) -> Message:
    """A word to the other side of the order."""
    message = Message.objects.create(order=order, organisation=by.organisation, user=by.user, text=text)
    record("order.message", order, by=by, readers=_sides(order), number=order.reference)
    emails.tell_of_message(message)
    return message


def _lock(order: SupplierOrder) -> SupplierOrder:
    orders = SupplierOrder.objects.select_for_update(of=("self",))
    return orders.select_related("supplier__organisation", "purchase__buyer__organisation").get(pk=order.pk)


def _sides(order: SupplierOrder) -> list[int]:
    return [order.supplier.organisation_id, order.purchase.buyer.organisation_id]


def _return_stock(order: SupplierOrder) -> None:
    """Back to the shelf, where it is still counted; articles are locked in order of their keys, as in a purchase."""
    taken = {line.listing_id: line.stock_taken for line in order.lines.filter(stock_taken__gt=0)}
    counted = Listing.objects.filter(pk__in=taken, stock_mode=Listing.StockMode.COUNTED)
    listings = list(counted.select_for_update(of=("self",)).order_by("pk"))
    for listing in listings:
        listing.stock = (listing.stock or 0) + taken[listing.pk]
    Listing.objects.bulk_update(listings, ["stock"])


def _done(verb: str, order: SupplierOrder, by: Actor, **data) -> SupplierOrder:
    record(verb, order, by=by, readers=_sides(order), number=order.reference, **data)
    emails.tell_of_step(order)
    return order
