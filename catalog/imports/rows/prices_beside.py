"""Does a price fit the others of its row: last year's, what the goods cost to buy, what a kilogram of them costs?

Columns that compare are never published; but where they stand in a certain relation to the price in nearly all rows, a
row in which they do not holds a slip, or a price that somebody has forgotten to write.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from statistics import median
from typing import TYPE_CHECKING, Any

from catalog.imports.columns.plan import Column
from catalog.imports.rows.survey import fill_of
from catalog.units import is_measure, unit_of

if TYPE_CHECKING:
    from catalog.imports.rows.checking import Checker

QUESTION = "price_beside"
EXAMPLES = 300  # rows that show the usual relation
FEWEST, MOSTLY = 3, 0.65  # rows, and the share of them in which it holds
HALF = 0.5  # of them at least cost about what they have cost before
CHANGED = 5.0  # times last year's price, or a part of it
FAR = 6.0  # times the usual relation to what consumers pay, or what the goods cost to buy
EXACT = 0.02  # a sack of 25 kg costs what 25 kg cost
Fits = Callable[[float, list[Any]], bool]


class PricesBeside:
    """Knows for the columns beside the price how they usually relate to it."""

    def __init__(self, checker: Checker) -> None:
        self.checker, plan = checker, checker.plan
        self.price = plan.index("price")
        self.fits: list[tuple[int, Fits]] = []
        if self.price >= 0 and not plan.own_export:
            self.fits = [(one.index, fits) for one in plan.columns if one.filled for fits in self._learned(one)]

    def is_odd(self, cells: list[Any], price: float) -> bool:
        """Whether one of the others does not fit this price, as it stands in the list."""
        return any(not fits(price / other, cells) for index, fits in self.fits if (other := self._amount(cells, index)))

    def _learned(self, column: Column) -> list[Fits]:
        if column.field == "old_price":
            return self._where_most(column, lambda ratio, _: 1 / CHANGED < ratio < CHANGED, fewest=2, share=HALF)
        if column.field == "base_price" and column.price and (unit := unit_of(column.price.unit)) and is_measure(unit):
            return self._filled(column, float(unit.factor) * max(1, column.price.quantity), unit.base)
        if column.field in ("rrp", "list_price"):
            return self._usual(column)
        return self._usual(column) + self._above(column) if column.field == "purchase_price" else []

    def _usual(self, column: Column) -> list[Fits]:
        """The price is about so many times the other; as often in pieces and in packs it may be anything."""
        ratios = [ratio for ratio, _ in self._ratios(column)]
        if len(ratios) < FEWEST:
            return []
        middle = median(ratios)
        near = sum(0.5 < ratio / middle < 2 for ratio in ratios)
        return [lambda ratio, _: 1 / FAR < ratio / middle < FAR] if near >= MOSTLY * len(ratios) else []

    def _above(self, column: Column) -> list[Fits]:
        """Nobody sells for what he has paid, unless the list does so in other rows as well."""
        return self._where_most(column, lambda ratio, _: ratio > 1)

    def _filled(self, column: Column, factor: float, base: str) -> list[Fits]:
        """`Sack 25 kg` beside a price per kilogram costs 25 times as much."""

        def fits(ratio: float, cells: list[Any]) -> bool:
            fill = fill_of(self.checker.where, cells)
            return fill is None or fill[0] != base or abs(ratio * factor / fill[1] - 1) <= EXACT

        return self._where_most(column, fits, filled=True)

    def _where_most(
        self, column: Column, fits: Fits, *, filled: bool = False, fewest: int = FEWEST, share: float = MOSTLY
    ) -> list[Fits]:
        """`filled`: only rows count that say what is in their pack."""
        where = self.checker.where
        found = [fits(ratio, cells) for ratio, cells in self._ratios(column) if not filled or fill_of(where, cells)]
        return [fits] if len(found) >= fewest and sum(found) >= share * len(found) else []

    def _ratios(self, column: Column) -> list[tuple[float, list[Any]]]:
        rows = islice(self.checker.table.rows(), EXAMPLES)
        pairs = ((self._amount(cells, self.price), self._amount(cells, column.index), cells) for _, cells in rows)
        return [(price / other, cells) for price, other, cells in pairs if price and other]

    def _amount(self, cells: list[Any], index: int) -> float:
        """What a cell states, 0 where it states nothing that compares."""
        cell = cells[index] if 0 <= index < len(cells) else ""
        value = self.checker.pricing.parse(index, cell).value if cell != "" else None
        return float(value) if value and value > 0 else 0.0
