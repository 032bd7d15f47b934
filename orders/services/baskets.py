"""Filling the basket. Every verb locks the basket's row, so two windows of one person cannot contradict each other."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from accounts.actor import Actor
from accounts.models import Address
from buyers.models import buyer_of
from catalog.models import Listing
from catalog.pricing import Price, prices_for
from orders import oscar, quantities
from orders.errors import NotOrderable, OrderError, Scarce, Unfit
from orders.models import Basket, BasketLine, Line, Purchase, SupplierOrder, Wish
from orders.slips import left_of
from suppliers.models import Supplier


def basket_of(actor: Actor) -> Basket:
    """The basket of this person for this organisation; made when there is none."""
    basket, _ = Basket.objects.select_related("basket", "address").get_or_create(
        user=actor.user,
        organisation=actor.organisation,
        defaults={"basket": lambda: oscar.new_basket(actor.user)},
    )
    return basket


def lock(basket: Basket) -> Basket:
    return Basket.objects.select_for_update(of=("self",)).select_related("basket", "address").get(pk=basket.pk)


@transaction.atomic
def add_to_basket(listing: Listing, quantity: Decimal, *, by: Actor) -> BasketLine:
    """Put that many order units of an article to what already lies there.

    Raises NotOrderable, Unfit or Scarce for the sum of both.
    """
    basket = lock(basket_of(by))
    line = basket.lines.filter(listing=listing).first()
    total = quantity + (line.quantity if line else 0)
    price = _allowed_price(listing, total, by)
    if line:
        return _set_quantity(line, total, price, by)
    return BasketLine.objects.create(
        basket=basket,
        line=oscar.new_basket_row(basket, listing, total),
        listing=listing,
        quantity=total,
        shown_price=price.amount,
        shown_price_quantity=price.price_quantity,
    )


@transaction.atomic
def change_quantity(line: BasketLine, quantity: Decimal, *, by: Actor) -> BasketLine:
    """Set a line's quantity; raises NotOrderable, Unfit or Scarce and leaves the line as it was."""
    lock(line.basket)
    return _set_quantity(line, quantity, _allowed_price(line.listing, quantity, by), by)


def _allowed_price(listing: Listing, quantity: Decimal, by: Actor) -> Price:
    """The buyer's price for a quantity that he may order."""
    [price] = prices_for(buyer_of(by), [(listing, quantity)])
    is_there = Listing.objects.findable().filter(pk=listing.pk).exists()
    if not (is_there and price.may_order and price.is_visible and price.amount is not None):
        raise NotOrderable(listing)
    if not quantities.fits(listing, quantity):
        raise Unfit(listing, quantity, quantities.nearest(listing, quantity))
    left = left_of(listing)
    if left is not None and quantity > left:
        raise Scarce(listing, left)
    return price


def _set_quantity(line: BasketLine, quantity: Decimal, price: Price, by: Actor) -> BasketLine:
    """A step price that comes with the new quantity counts as seen, a price that changed meanwhile does not."""
    [before] = prices_for(buyer_of(by), [(line.listing, line.quantity)])
    if _is_shown(line, before):
        line.shown_price, line.shown_price_quantity = price.amount, price.price_quantity
    line.quantity = quantity
    line.save(update_fields=["quantity", "shown_price", "shown_price_quantity"])
    oscar.count_again(line)
    return line


def _is_shown(line: BasketLine, price: Price) -> bool:
    return (line.shown_price, line.shown_price_quantity) == (price.amount, price.price_quantity)


@transaction.atomic
def remove_line(line: BasketLine, *, by: Actor) -> None:
    """Take an article out; Oscar's line goes and takes ours along."""
    lock(line.basket)
    line.line.delete()


@transaction.atomic
def take_new_prices(basket: Basket, supplier: Supplier, *, by: Actor) -> None:
    """The buyer has seen today's prices of this supplier and takes them."""
    lines = list(lock(basket).lines.filter(listing__supplier=supplier).select_related("listing__supplier"))
    prices = prices_for(buyer_of(by), [(line.listing, line.quantity) for line in lines])
    for line, price in zip(lines, prices, strict=True):
        if price.is_visible and price.amount is not None:
            line.shown_price, line.shown_price_quantity = price.amount, price.price_quantity
    BasketLine.objects.bulk_update(lines, ["shown_price", "shown_price_quantity"])


def choose_delivery(
    basket: Basket, supplier: Supplier, *, by: Actor, day: date | None = None, pickup: bool = False, note: str = ""
) -> Wish:
    """How this supplier shall deliver; day None means his next."""
    wish, _ = Wish.objects.update_or_create(
        basket=basket, supplier=supplier, defaults={"day": None if pickup else day, "pickup": pickup, "note": note}
    )
    return wish


def choose_address(basket: Basket, address: Address, *, by: Actor) -> Basket:
    """Where this basket shall go: an address of the buying organisation."""
    if address.organisation_id != basket.organisation_id:
        raise ValueError("An address of another organisation")
    basket.address = address
    basket.save(update_fields=["address"])
    return basket


def note_reference(basket: Basket, text: str, *, by: Actor) -> Basket:
    """The buyer's own number, which will stand on every order of the purchase."""
    basket.buyer_reference = text[:60]
    basket.save(update_fields=["buyer_reference"])
    return basket


@transaction.atomic
def order_again(what: Purchase | SupplierOrder, *, by: Actor) -> tuple[list[BasketLine], list[Line]]:
    """Put the goods of a purchase or order into the basket at today's prices: (lines put, lines no longer for sale)."""
    chosen = {"order__purchase": what} if isinstance(what, Purchase) else {"order": what}
    put, left_out = [], []
    lines = Line.objects.filter(is_deposit=False, **chosen)
    for line in lines.select_related("listing__supplier__organisation", "listing__product"):
        try:
            with transaction.atomic():
                put.append(add_to_basket(line.listing, line.quantity, by=by))
        except OrderError:
            left_out.append(line)
    return put, left_out
