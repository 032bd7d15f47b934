"""Prices that stand out: against their neighbours in the list, the last import, the list price."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from decimal import Decimal
from itertools import pairwise
from math import inf, log10
from statistics import median
from typing import NamedTuple

FAR, FAR_AMONG_EVEN = 6.0, 5.0  # how many times dearer or cheaper than the middle
EVEN = 0.16  # neighbours within a factor of about 1.5
TIGHT = 0.35  # neighbours within a factor of about 2.2 around their middle
GAP = 3.0  # to the next price on the way to the middle
MOSTLY = 0.65  # of the neighbours lie together, or nothing stands out
SLIPS = 0.1  # of a group may stand out; more are another kind of goods
WIDE, MORE_SLIPS = 30.0, 0.2  # unless a gap as wide as that of a lost comma lies before them
ENOUGH, FEW = 5, 4  # neighbours; few of them must lie together and the price very far
FAR_OF_FEW = 8.0
THREE, NEAR_OF_THREE, FAR_OF_THREE = 3, 2.0, 5.0  # two together, as the whole list is, and the third far off
WHOLE = object()  # the list as one group
HUNDREDFOLD = 50.0
JUMP = Decimal(8)
CHANGE, USUAL = Decimal(2), Decimal("1.3")  # from one list to the next
ALIKE = 0.12  # of one kind in several colours: within a factor of about 1.3
SAME = 0.004  # within a per cent
# Agreed prices lie below the list's, at times some tenths above. Dearer than that is the price of a pack: two pieces
# less a quarter. Three quarters off is the piece of a pack, or a slip of ten.
MOST_OF_LIST, LEAST_OF_LIST = Decimal("1.5"), Decimal("0.25")


class Group(NamedTuple):
    """Logarithms of prices that may be compared: their middle and spread, and where gaps leave some alone."""

    middle: float
    spread: float
    size: int
    below: float
    above: float


class Neighbours:
    """Prices per group and unit, gathered before the rows are judged."""

    def __init__(self) -> None:
        self.prices: dict[tuple[Hashable, Hashable], list[float]] = defaultdict(list)
        self.groups: dict[tuple[Hashable, Hashable], Group] = {}
        self.threes: dict[tuple[Hashable, Hashable], list[float]] = {}

    def note(self, group: Hashable, unit: Hashable, price: float) -> None:
        if price > 0:
            self.prices[group, unit].append(log10(price))
            self.prices[WHOLE, unit].append(log10(price))

    def close(self) -> None:
        """Middle and spread of each group that has enough neighbours."""
        for key, logs in self.prices.items():
            if len(logs) == THREE:
                self.threes[key] = logs
            if len(logs) >= FEW:
                middle = median(logs)
                near = sum(abs(value - middle) < log10(FAR) for value in logs)
                spread = 1.5 * median(abs(value - middle) for value in logs)
                spread = spread if near >= MOSTLY * len(logs) else 9.0
                self.groups[key] = Group(middle, spread, len(logs), *_alone(sorted(logs), middle))
        self.prices.clear()

    def rule(self, group: Hashable, unit: Hashable, price: float) -> str | None:
        """price_outlier among even neighbours (held back), price_unusual among uneven ones (a warning)."""
        if price <= 0:
            return None
        value = log10(price)
        if (found := self.groups.get((group, unit))) is None:
            return "price_outlier" if self._alone_of_three(group, unit, value) else None
        distance, alone = abs(value - found.middle), not found.below < value < found.above
        if distance < _far(found.spread, found.size) or distance < 3 * found.spread or not alone:
            return None
        return "price_outlier" if found.spread <= TIGHT else "price_unusual"

    def hundredfold(self, group: Hashable, unit: Hashable, price: float) -> bool:
        """So far from the middle that a comma must be wrong by two digits, be the others as uneven as in most lists."""
        found = self.groups.get((group, unit)) if price > 0 else None
        if found is None:
            return False
        distance = abs(log10(price) - found.middle)
        return distance >= max(log10(HUNDREDFOLD), 3 * found.spread) and not found.below < log10(price) < found.above

    def _alone_of_three(self, group: Hashable, unit: Hashable, value: float) -> bool:
        whole, three = self.groups.get((WHOLE, unit)), self.threes.get((group, unit))
        if three is None or whole and abs(value - whole.middle) < log10(FAR_OF_FEW):
            return False
        near, far = sorted(three, key=lambda other: abs(other - value))[1:]
        together = abs(near - far) < log10(NEAR_OF_THREE)
        if whole is None:  # there is no more in the list
            return together and abs(near - value) >= log10(WIDE)
        together = together and abs(near - whole.middle) < log10(GAP)
        return together and abs(near - value) >= log10(FAR_OF_THREE)


class Siblings:
    """Articles whose names differ in the last word alone, such as the colour: none costs a hundred times the others."""

    def __init__(self) -> None:
        self.prices: dict[tuple[str, Hashable], list[float]] = {}
        self.slips: set[tuple[str, Hashable, float]] = set()

    def note(self, name: str, unit: Hashable, price: float) -> None:
        if price > 0 and (kind := _kind_of(name)):
            self.prices.setdefault((kind, unit), []).append(log10(price))

    def close(self) -> None:
        """The dearest or cheapest of three or more is a slip, if the others agree."""
        for kind, logs in self.prices.items():
            ordered = sorted(logs)
            for far, others in ((ordered[0], ordered[1:]), (ordered[-1], ordered[:-1])):
                if len(others) > 1 and others[-1] - others[0] <= ALIKE and _is_slip(far - median(others)):
                    self.slips.add((*kind, far))
        self.prices.clear()

    def slipped(self, name: str, unit: Hashable, price: float) -> bool:
        return price > 0 and bool(self.slips) and (_kind_of(name), unit, log10(price)) in self.slips


def _is_slip(factor: float) -> bool:
    """About 100 or 1000 times what the others cost or a part of it, or exactly ten times; as a logarithm."""
    off = abs(factor - round(factor))
    return off < (SAME if abs(round(factor)) == 1 else ALIKE) and round(factor) != 0


def _kind_of(name: str) -> str:
    return name.rpartition(" ")[0].casefold()


def _far(spread: float, count: int) -> float:
    """From where a price stands out: sooner among many even prices, later among few."""
    if count < ENOUGH:
        return log10(FAR_OF_FEW)
    return log10(FAR_AMONG_EVEN if spread <= EVEN else FAR)


def _alone(ordered: list[float], middle: float) -> tuple[float, float]:
    """Up to where and from where prices are cut off from the middle; sizes that grow step by step never are.

    A few slips of the same kind lie together: a gap anywhere on the way counts, if few lie beyond it. What a lost
    comma has led far away hides no other slip.
    """
    below, above = _cut_off(ordered, middle, WIDE, MORE_SLIPS)
    near = [price for price in ordered if below < price < above]
    lower, upper = _cut_off(near, middle, GAP, SLIPS)
    return max(below, lower), min(above, upper)


def _cut_off(ordered: list[float], middle: float, gap: float, share: float) -> tuple[float, float]:
    few, below, above = max(1, share * len(ordered)), -inf, inf
    for at, (lower, upper) in enumerate(pairwise(ordered), 1):
        if upper - lower < log10(gap):
            continue
        if upper <= middle and at <= few:
            below = lower + 1e-9
        if lower >= middle and len(ordered) - at <= few:
            above = min(above, upper - 1e-9)
    return below, above


def probably_meant(stated: Decimal, factor: Decimal, change: Decimal = USUAL) -> Decimal | None:
    """The price without its slip of 10, 100 or 1000, in the terms of the list; None where no such slip explains it.

    `stated` is what the cell says, `factor` how many times the last price that is; net, gross and units stay out of it.
    """
    slip = Decimal(10) ** round(log10(factor))
    return stated / slip if slip != 1 and 1 / change <= factor / slip <= change else None


def agreed_rule(agreed: Decimal, listed: Decimal) -> str | None:
    """agreed_far for a customer's price that no discount and no surcharge on the article's list price explains."""
    if listed <= 0 or agreed <= 0:
        return None
    return None if LEAST_OF_LIST < agreed / listed <= MOST_OF_LIST else "agreed_far"


def jump_rule(new: Decimal, old: Decimal) -> str | None:
    """price_jump for factors like 10, 100, 1000; price_changed for a doubled or halved price."""
    if old <= 0 or new <= 0:
        return None
    factor = max(new / old, old / new)
    if factor >= JUMP:
        return "price_jump"
    return "price_changed" if factor >= CHANGE else None
