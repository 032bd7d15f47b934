"""Money is Decimal, rounded half up to the cent once, at the end of a line."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
PRICE_STEP = Decimal("0.0001")


def cents(amount: Decimal) -> Decimal:
    """Half up to the cent: 8.625 is 8.63."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def net_of(gross: Decimal, vat_rate: Decimal) -> Decimal:
    """The net price in a gross one, to four decimals; `vat_rate` in percent."""
    return (gross * 100 / (100 + vat_rate)).quantize(PRICE_STEP, ROUND_HALF_UP)
