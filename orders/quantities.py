"""Quantities in order units: Decimals with three places, counted from the minimum in intervals.

Oscar's whole numbers count steps; `count_of` is the one function that turns a quantity into them.
"""

import math
from decimal import ROUND_FLOOR, Decimal, InvalidOperation

from catalog.models import Listing

PIECES = {"H87", "C62"}
SMALLEST = Decimal("0.001")
LARGEST = Decimal(1_000_000)


def step_of(listing: Listing) -> Decimal:
    """The greatest common divisor of minimum and interval, 1 for whole pieces."""
    minimum, interval = listing.minimum, listing.interval
    if listing.unit in PIECES and minimum % 1 == interval % 1 == 0:
        return Decimal(1)
    return Decimal(math.gcd(int(minimum / SMALLEST), int(interval / SMALLEST))) * SMALLEST


def count_of(quantity: Decimal, step: Decimal) -> int:
    """How many steps a quantity has, at least one: what Oscar's rows hold."""
    return max(1, int(quantity / step))


def fits(listing: Listing, quantity: Decimal) -> bool:
    return listing.minimum <= quantity <= LARGEST and (quantity - listing.minimum) % listing.interval == 0


def nearest(listing: Listing, quantity: Decimal) -> list[Decimal]:
    """The quantities that fit on both sides of one that does not, smaller first; the minimum when below it."""
    if quantity <= listing.minimum:
        return [listing.minimum]
    steps = ((quantity - listing.minimum) / listing.interval).to_integral_value(ROUND_FLOOR)
    below = listing.minimum + steps * listing.interval
    return [value for value in (below, below + listing.interval) if value <= LARGEST]


def read_quantity(text: str) -> Decimal | None:
    """A typed quantity, German or English (1,5 or 1.5), None when it is none or not positive."""
    text = text.strip().replace("\N{NO-BREAK SPACE}", "")
    if "," in text:
        text = text.replace(".", "").replace(",", ".")
    try:
        quantity = Decimal(text)
    except InvalidOperation:
        return None
    good = quantity.is_finite() and 0 < quantity <= LARGEST and quantity == quantity.quantize(SMALLEST)
    return quantity.quantize(SMALLEST) if good else None
