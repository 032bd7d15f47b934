"""Money is Decimal, rounded half up to the cent once, at the end of a line."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
PRICE_STEP = Decimal("0.0001")


def cents(amount: Decimal) -> Decimal:
    """Half up to the cent: 8.625 is 8.63."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def net_of(gross: Decimal, vat_rate: Decimal) -> Decimal:
    """The net price in a gross one, to four decimals; `vat_rate` in percent."""
    return (gross * 100 / (100 + vat_rate)).quantize(PRICE_STEP, ROUND_HALF_UP)


def plain(number: Decimal) -> str:
    """Without needless zeros and never with an exponent."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def steps_as_kept(steps: Iterable) -> list[list[str]]:
    """[quantity, price] as texts in the one form that the catalogue keeps: equal steps are equal texts."""
    return [[plain(Decimal(quantity)), plain(Decimal(price))] for quantity, price in steps]
