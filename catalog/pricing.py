"""What does this article cost this buyer at this quantity? Asked at question time, in bulk, by everybody.

Oscar's strategy, search, quotes and "why this price" all call `prices_for`; no price is ever copied per customer.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from buyers.models import Buyer, Relationship
from catalog.models import Agreement, Listing, PriceLine
from catalog.money import cents


class Step(NamedTuple):
    """From this quantity on (order units), this net price for `price_quantity` units."""

    quantity: Decimal
    price: Decimal


@dataclass(frozen=True)
class Price:
    """A buyer's price for one article at one quantity.

    `amount` is net for `price_quantity` order units at that quantity, None when on request. `is_visible` and
    `may_order` say what the supplier allows this buyer; `agreement` is the source, None for the base price; it holds
    until `valid_to`, that day included, None open.
    """

    listing: Listing
    quantity: Decimal
    amount: Decimal | None
    price_quantity: int
    steps: tuple[Step, ...]
    list_amount: Decimal | None
    agreement: Agreement | None
    is_visible: bool
    may_order: bool
    valid_to: date | None = None

    @property
    def is_own(self) -> bool:
        return self.agreement is not None

    @property
    def unit_price(self) -> Decimal | None:
        """Net for one order unit, unrounded."""
        return None if self.amount is None else self.amount / self.price_quantity

    @property
    def total(self) -> Decimal | None:
        """Net for the quantity, rounded half up to the cent once."""
        return None if self.amount is None else cents(self.quantity * self.amount / self.price_quantity)


class Standing(NamedTuple):
    """What a supplier allows a buyer: the relationship and the agreement in force, each None without."""

    relationship: Relationship | None
    agreement: Agreement | None


def read_steps(steps: Sequence) -> tuple[Step, ...]:
    return tuple(Step(Decimal(quantity), Decimal(price)) for quantity, price in steps)


def price_at(quantity: Decimal, price: Decimal | None, steps: tuple[Step, ...]) -> Decimal | None:
    """The price that holds at this quantity: the last step that is reached, else the plain price."""
    reached = [step.price for step in steps if step.quantity <= quantity]
    return reached[-1] if reached else price


def agreements_in_force(buyer: Buyer, on: date | None = None):
    """The agreements that hold on that day (default today), at most one per supplier."""
    return Agreement.objects.in_force(on).filter(relationship__buyer=buyer).select_related("relationship", "price_list")


def standings(buyer: Buyer | None, on: date | None = None) -> dict[int, Standing]:
    """Supplier key to standing, for every supplier with whom this buyer has an active relationship."""
    if buyer is None:
        return {}
    agreed = {agreement.relationship_id: agreement for agreement in agreements_in_force(buyer, on)}
    known = Relationship.objects.active().filter(buyer=buyer)
    return {relation.supplier_id: Standing(relation, agreed.get(relation.pk)) for relation in known}


def prices_for(buyer: Buyer | None, wanted: Iterable[tuple[Listing, Decimal]], on: date | None = None) -> list[Price]:
    """Prices in the order asked; three queries however many are wanted. `listing.supplier` should be loaded."""
    pairs = list(wanted)
    known = standings(buyer, on)
    lines = _agreed_lines(known, [listing for listing, _ in pairs], on)
    return [_price(buyer, listing, quantity, known, lines) for listing, quantity in pairs]


def _agreed_lines(
    known: dict[int, Standing], listings: list[Listing], on: date | None
) -> dict[tuple[int, int], PriceLine]:
    lists = {standing.agreement.price_list_id for standing in known.values() if standing.agreement}
    if not lists or not listings:
        return {}
    wanted = PriceLine.objects.filter(price_list__in=lists, listing__in=[listing.pk for listing in listings])
    found = wanted.in_force(on)
    return {(line.price_list_id, line.listing_id): line for line in found}


def _price(buyer, listing, quantity, known, lines) -> Price:
    standing = known.get(listing.supplier_id, Standing(None, None))
    agreement = standing.agreement
    line = lines.get((agreement.price_list_id, listing.pk)) if agreement else None
    source = line or listing
    steps = read_steps(source.steps)
    supplier = listing.supplier
    sells_itself = buyer is not None and supplier.organisation_id == buyer.organisation_id
    return Price(
        listing=listing,
        quantity=quantity,
        amount=price_at(quantity, source.price, steps),
        price_quantity=source.price_quantity,
        steps=steps,
        list_amount=_list_amount(listing, quantity, source.price_quantity),
        agreement=agreement if line else None,
        is_visible=standing.relationship is not None or supplier.shows_prices or sells_itself,
        may_order=buyer is not None
        and not sells_itself
        and (standing.relationship is not None or supplier.strangers_may_order),
        valid_to=_last_day(agreement, line),
    )


def _list_amount(listing: Listing, quantity: Decimal, price_quantity: int) -> Decimal | None:
    """The base price for as many units as the price beside it speaks of."""
    amount = price_at(quantity, listing.price, read_steps(listing.steps))
    return None if amount is None else amount * price_quantity / listing.price_quantity


def _last_day(*sources: Agreement | PriceLine | None) -> date | None:
    """The day on which the first of them ends, None where there is no agreed price or it has no end."""
    ends = [source.valid_to for source in sources if source]
    return min(filter(None, ends), default=None) if all(sources) else None
