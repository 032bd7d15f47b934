"""The way out of a missing minimum: what this buyer often orders from that supplier."""

from collections import defaultdict

from django.db.models import Count

from accounts.actor import Actor
from buyers.models import buyer_of
from catalog.models import Listing
from catalog.pricing import Price, prices_for
from orders.models import Line
from orders.slips import Slip, left_of

OFFERED = 2


def often_bought(actor: Actor, slips: list[Slip]) -> dict[int, list[Price]]:
    """Supplier key to at most two prices (at the minimum quantity) of articles that are not in the basket."""
    short = [slip.supplier.pk for slip in slips if slip.missing]
    buyer = buyer_of(actor)
    if not short or buyer is None:
        return {}
    lying = [line.listing.pk for slip in slips for line in slip.lines]
    past = Line.objects.filter(order__purchase__buyer=buyer, order__supplier__in=short, is_deposit=False)
    times = dict(past.exclude(listing__in=lying).values_list("listing").annotate(times=Count("pk")))
    listings = Listing.objects.findable().with_product().filter(pk__in=times)
    wanted = sorted(listings, key=lambda listing: -times[listing.pk])
    offers = defaultdict(list)
    for price in prices_for(buyer, [(listing, listing.minimum) for listing in wanted]):
        if _is_ready(price) and len(offers[price.listing.supplier_id]) < OFFERED:
            offers[price.listing.supplier_id].append(price)
    return offers


def _is_ready(price: Price) -> bool:
    left = left_of(price.listing)
    enough = left is None or left >= price.quantity
    return enough and price.may_order and price.is_visible and price.amount is not None
