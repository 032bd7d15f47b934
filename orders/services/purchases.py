"""From basket to purchase: one transaction that writes the purchase, its orders and lines, and takes the stock."""

from decimal import Decimal

from django.db import transaction

from accounts.actor import Actor
from accounts.journal import record
from buyers.models import Buyer, buyer_of
from catalog.models import Listing
from orders import hooks, oscar
from orders.addresses import copy_of
from orders.errors import Changed, NothingToOrder
from orders.models import Basket, BasketLine, Line, Purchase, SupplierOrder, VatShare, Wish
from orders.services.baskets import lock
from orders.slips import Slip, SlipLine, fingerprint, left_of, orderable, slips_of, total_of


@transaction.atomic
def place_purchase(
    basket: Basket, *, by: Actor, token: str, shown: str | None = None, payment: str = "account"
) -> Purchase:
    """Order everything in the basket that can be ordered now; the rest stays.

    `token` names the check page that was sent: sent twice, it is the same purchase. `shown` is the fingerprint of the
    slips that the buyer checked; None takes whatever holds now. Raises Changed when that differs, NothingToOrder when
    nothing is left or the organisation may not buy.
    """
    basket = lock(basket)
    buyer = buyer_of(by)
    if buyer is None or by.organisation.is_suspended:
        raise NothingToOrder
    if done := Purchase.objects.filter(buyer=buyer, token=token).first():
        return done
    slips = _settled_slips(basket, shown, buyer, payment)
    purchase = _write_purchase(basket, buyer, slips, by, token, payment)
    orders = _write_orders(purchase, slips, oscar.submit_rows(_basket_lines(slips), by.user))
    _take_stock(slips)
    _leave_basket(basket, slips)
    _announce(purchase, orders, by)
    return purchase


def _settled_slips(basket: Basket, shown: str | None, buyer: Buyer, payment: str) -> list[Slip]:
    """The orderable slips, with their articles locked in order of their keys, as the buyer checked them."""
    keys = basket.lines.values("listing")
    list(Listing.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk").values_list("pk"))
    slips = orderable(slips_of(basket))
    if shown is not None and fingerprint(slips) != shown:
        raise Changed
    if not slips:
        raise NothingToOrder
    if payment not in [method.code for method in hooks.methods_for(buyer, slips)]:
        raise Changed
    return slips


def _write_purchase(basket, buyer, slips, by, token, payment) -> Purchase:
    total = total_of(slips)
    return Purchase.objects.create(
        buyer=buyer,
        placed_by=by.user,
        token=token,
        buyer_reference=basket.buyer_reference,
        payment=payment,
        delivery_to=copy_of(buyer.organisation, slips[0].address),
        net=total.net,
        vat=total.vat,
        gross=total.gross,
    )


def _write_orders(purchase: Purchase, slips: list[Slip], oscar_basket) -> list[SupplierOrder]:
    """Rows of all orders table by table: the number of queries does not grow with suppliers or lines."""
    invoice_to = copy_of(purchase.buyer.organisation, purchase.buyer.organisation.main_address)
    orders = [_order(purchase, slip, invoice_to) for slip in slips]
    oscar.write_orders(purchase, orders, oscar_basket)
    SupplierOrder.objects.bulk_create(orders)
    pairs = list(zip(orders, slips, strict=True))
    lines = [_line(order, position, line) for order, slip in pairs for position, line in enumerate(slip.all_lines, 1)]
    oscar.write_rows(lines)
    Line.objects.bulk_create(lines)
    VatShare.objects.bulk_create(
        VatShare(order=order, category=share.rate.category, rate=share.rate.percent, net=share.net, vat=share.vat)
        for order, slip in pairs
        for share in slip.shares
    )
    return orders


def _order(purchase: Purchase, slip: Slip, invoice_to: dict) -> SupplierOrder:
    supplier, known = slip.supplier, slip.relationship
    return SupplierOrder(
        purchase=purchase,
        supplier=supplier,
        placed_at=purchase.placed_at,
        delivery_day=slip.day,
        pickup=slip.pickup,
        note=slip.note,
        customer_number=known.customer_number if known else "",
        payment_days=slip.payment_days,
        delivery_to=purchase.delivery_to,
        invoice_to=invoice_to,
        supplier_data=copy_of(supplier.organisation, supplier.address),
        small_business=supplier.small_business,
        goods=slip.goods + slip.deposit_sum,
        charge=slip.charge,
        charge_vat_category=slip.charge_rate.category,
        charge_vat_rate=slip.charge_rate.percent,
        net=slip.net,
        vat=slip.vat,
        gross=slip.gross,
    )


def _line(order: SupplierOrder, position: int, line: SlipLine) -> Line:
    listing, price = line.listing, line.price
    return Line(
        order=order,
        listing=listing,
        position=position,
        is_deposit=line.line is None,
        article_number=listing.article_number,
        name=listing.product.title,
        gtin=listing.gtin,
        unit=listing.unit,
        content=listing.content,
        content_unit=listing.content_unit,
        quantity=line.quantity,
        step=line.step,
        price=price.amount,
        price_quantity=price.price_quantity,
        list_price=price.list_amount,
        price_list=price.agreement.price_list.name if price.agreement else "",
        net=line.net,
        vat_category=line.rate.category,
        vat_rate=line.rate.percent,
        stock_taken=line.quantity if _takes_stock(line) else Decimal(0),
    )


def _takes_stock(line: SlipLine) -> bool:
    return line.line is not None and left_of(line.listing) is not None


def _take_stock(slips: list[Slip]) -> None:
    taken = [line for slip in slips for line in slip.lines if _takes_stock(line)]
    for line in taken:
        line.listing.stock -= line.quantity
    Listing.objects.bulk_update([line.listing for line in taken], ["stock"])


def _basket_lines(slips: list[Slip]) -> list[BasketLine]:
    return [line.line for slip in slips for line in slip.lines if line.line]


def _leave_basket(basket: Basket, slips: list[Slip]) -> None:
    BasketLine.objects.filter(pk__in=[line.pk for line in _basket_lines(slips)]).delete()
    Wish.objects.filter(basket=basket, supplier__in=[slip.supplier for slip in slips]).delete()
    basket.buyer_reference = ""
    basket.save(update_fields=["buyer_reference"])


def _announce(purchase: Purchase, orders: list[SupplierOrder], by: Actor) -> None:
    """Journal, mails, and what higher apps do at a purchase. A supplier may read of his own order only."""
    from orders.tasks import tell_of_purchase  # a job's module is loaded by procrastinate when all apps are ready

    record("purchase.placed", purchase, by=by, number=purchase.reference)
    for order in orders:
        record("order.placed", order, by=by, readers=[order.supplier.organisation_id], number=order.reference)
    tell_of_purchase.defer(purchase=purchase.pk)
    for hook in hooks.placed:
        hook(purchase, by)
