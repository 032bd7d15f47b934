"""How an order adds up: lines are net and rounded once, VAT is computed on the sum of each category and rate."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from catalog.money import cents

EXEMPT, STANDARD = "E", "S"  # of catalog.Listing.VatCategory


class Rate(NamedTuple):
    """How something is taxed: category of the EN 16931 list and rate in percent."""

    category: str
    percent: Decimal


class Share(NamedTuple):
    """All that is taxed alike: its net sum and the VAT on it, in EUR with cents."""

    rate: Rate
    net: Decimal
    vat: Decimal


def rate_of(category: str, percent: Decimal, small_business: bool) -> Rate:
    """The rate that holds: none with a small business (§ 19 UStG), none in a category without tax."""
    if small_business:
        return Rate(EXEMPT, Decimal(0))
    return Rate(category, percent if category == STANDARD else Decimal(0))


def shares_of(parts: Iterable[tuple[Rate, Decimal]]) -> list[Share]:
    """Shares by rising rate from pairs of rate and net amount; each VAT is rounded half up once."""
    sums: dict[Rate, Decimal] = defaultdict(Decimal)
    for rate, net in parts:
        sums[rate] += net
    return [Share(rate, net, cents(net * rate.percent / 100)) for rate, net in sorted(sums.items(), key=_by_percent)]


def _by_percent(item):
    rate, _ = item
    return rate.percent, rate.category
