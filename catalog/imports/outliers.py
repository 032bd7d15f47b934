"""Prices that stand out: against their neighbours in the list, and against the last import."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from decimal import Decimal
from math import log10
from statistics import median

FAR, FAR_AMONG_EVEN = 6.0, 5.0  # how many times dearer or cheaper than the middle
EVEN = 0.16  # neighbours within a factor of about 1.5
TIGHT = 0.35  # neighbours within a factor of about 2.2 around their middle
GAP = 3.0  # to the next price on the way to the middle
MOSTLY = 0.75  # of the neighbours lie together, or nothing stands out
ENOUGH, FEW = 5, 4  # neighbours; few of them must lie together and the price very far
FAR_OF_FEW = 8.0
JUMP = Decimal(8)
CHANGE = Decimal(2)


class Neighbours:
    """Prices per group and unit, gathered before the rows are judged."""

    def __init__(self) -> None:
        self.prices: dict[tuple[str, str], list[float]] = defaultdict(list)
        self.middle: dict[tuple[str, str], tuple[float, float, list[float]]] = {}

    def note(self, group: str, unit: str, price: float) -> None:
        if price > 0:
            self.prices[group, unit].append(log10(price))

    def close(self) -> None:
        """Middle and spread of each group that has enough neighbours."""
        for key, logs in self.prices.items():
            if len(logs) >= FEW:
                middle = median(logs)
                near = sum(abs(value - middle) < log10(FAR) for value in logs)
                spread = 1.5 * median(abs(value - middle) for value in logs)
                self.middle[key] = middle, spread if near >= MOSTLY * len(logs) else 9.0, sorted(logs)
        self.prices.clear()

    def rule(self, group: str, unit: str, price: float) -> str | None:
        """price_outlier among even neighbours (held back), price_unusual among uneven ones (a warning)."""
        if price <= 0 or (found := self.middle.get((group, unit))) is None:
            return None
        middle, spread, ordered = found
        value = log10(price)
        distance = abs(value - middle)
        if distance < _far(spread, len(ordered)) or distance < 3 * spread or not _alone(value, middle, ordered):
            return None
        return "price_outlier" if spread <= TIGHT else "price_unusual"


def _far(spread: float, count: int) -> float:
    """From where a price stands out: sooner among many even prices, later among few."""
    if count < ENOUGH:
        return log10(FAR_OF_FEW)
    return log10(FAR_AMONG_EVEN if spread <= EVEN else FAR)


def _alone(value: float, middle: float, ordered: list[float]) -> bool:
    """No price leads over to it: sizes that grow step by step are no outliers."""
    at = bisect_left(ordered, value - 1e-9) - 1 if value > middle else bisect_right(ordered, value + 1e-9)
    return not 0 <= at < len(ordered) or abs(ordered[at] - value) >= log10(GAP)


def probably_meant(stated: Decimal, factor: Decimal) -> Decimal | None:
    """The price without its slip of 10, 100 or 1000, in the terms of the list; None where no such slip explains it.

    `stated` is what the cell says, `factor` how many times the last price that is; net, gross and units stay out of it.
    """
    slip = Decimal(10) ** round(log10(factor))
    return stated / slip if slip != 1 and 1 / CHANGE <= factor / slip <= CHANGE else None


def jump_rule(new: Decimal, old: Decimal) -> str | None:
    """price_jump for factors like 10, 100, 1000; price_changed for a doubled or halved price."""
    if old <= 0 or new <= 0:
        return None
    factor = max(new / old, old / new)
    if factor >= JUMP:
        return "price_jump"
    return "price_changed" if factor >= CHANGE else None
