"""German VAT: the rates in force and the categories of EN 16931 that a listing may have."""

from __future__ import annotations

from decimal import Decimal

STANDARD = Decimal("19.00")
REDUCED = Decimal("7.00")
ZERO = Decimal("0.00")
RATES = (STANDARD, REDUCED, ZERO)

CATEGORIES = ("S", "Z", "E", "AE", "O")


def category_of(rate: Decimal, *, small_business: bool = False) -> str:
    """S with a rate, Z at zero, E where the small-business rule (§ 19 UStG) exempts the seller."""
    if small_business:
        return "E"
    return "S" if rate else "Z"
