"""Who hears what of an order by mail. Each mail can be used alone: the lines stand in it as text."""

from accounts import mail
from accounts.models import Organisation
from orders.models import Message, Purchase, SupplierOrder


def tell_of_purchase(purchase: Purchase) -> None:
    """A summary to the person who ordered, its order to each supplier."""
    orders = list(
        purchase.orders.select_related("supplier__organisation").prefetch_related("lines", "vat_shares").order_by("pk")
    )
    company = purchase.buyer.organisation
    mail.send("orders/mail/purchase", purchase.placed_by, {"purchase": purchase, "orders": orders}, company)
    for order in orders:
        organisation = order.supplier.organisation
        context = {"order": order, "lines": order.lines.all()}
        mail.send("orders/mail/order", _sellers(organisation), context, organisation)


def tell_of_step(order: SupplierOrder) -> None:
    """The other side hears that an order was accepted, refused, delivered (the buyer) or cancelled (the supplier)."""
    context = {"order": order, "lines": order.lines.all()}
    if order.status == SupplierOrder.Status.CANCELLED:
        organisation = order.supplier.organisation
        mail.send("orders/mail/cancelled", _sellers(organisation), context, organisation)
    else:
        mail.send(f"orders/mail/{order.status}", _buyers(order), context, order.purchase.buyer.organisation)


def tell_of_message(message: Message) -> None:
    order = message.order
    context = {"order": order, "message": message}
    if message.organisation_id == order.supplier.organisation_id:
        mail.send("orders/mail/message_to_buyer", _buyers(order), context, order.purchase.buyer.organisation)
    else:
        organisation = order.supplier.organisation
        mail.send("orders/mail/message_to_supplier", _sellers(organisation), context, organisation)


def _sellers(organisation: Organisation):
    """The members who look after orders, else the company's own address."""
    return mail.people_with(organisation, "orders.view") or [address for address in [organisation.email] if address]


def _buyers(order: SupplierOrder):
    """The person who ordered."""
    return order.purchase.placed_by
