"""Prices for two or three measures side by side, `€/kg | €/100 g` or `€/Topf | Stück/Tray | €/Tray`.

They are one price where a ratio holds in nearly every row: that of the units, or the number in a column beside. Then
the price of the unit that is ordered is taken, without one that of a piece, then of a pack, else the first; the others
check it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations, islice, product
from typing import TYPE_CHECKING, Any, NamedTuple

from catalog.imports.cells.packaging import Pack
from catalog.imports.cells.price_rules import Per, settle
from catalog.imports.cells.values import quantity_of
from catalog.imports.columns.drafts import Draft, side_by_side
from catalog.imports.columns.plan import Column
from catalog.units import UNITS, convert

if TYPE_CHECKING:
    from catalog.imports.rows.pricing_of_rows import Pricing

EXAMPLES = 300  # rows that give evidence
NEARLY_ALL, LEAST_ROWS = Decimal("0.9"), 3
SURE_ROWS = 5  # so many that fit a column exactly do so by no chance, whatever one more says
CENT, MOST_ROUNDING = Decimal("0.0051"), Decimal("0.02")
CONSTANT = -1  # every row has the same ratio
SCALES = (1, 1000)  # `Stückgewicht g` beside a price per kilogram


class Ratio(NamedTuple):
    """The column of the factor, whether it multiplies the first price, and by what it is divided before."""

    column: int
    times: bool
    scale: int = 1


class PricePairs:
    """Decides between the filled price columns of a row; evidence is gathered once per file."""

    def __init__(self, pricing: Pricing) -> None:
        self.pricing = pricing
        self.columns = [column for column in (pricing.column, *pricing.alternatives) if column]
        self.constants: dict[tuple[int, int], Decimal] = {}
        self.ratios = {
            (one.index, other.index): self._ratio(one.index, other.index)
            for one, other in combinations(self.columns, 2)
            if pricing.alternatives
        }

    def choose(self, draft: Draft, cells: list[Any], filled: list[Column], pack: Pack | None) -> Column | None:
        """The column whose price counts, if all agree; else None after a finding."""
        chosen = self._ordered(cells, filled, pack)
        others = [column for column in filled if column is not chosen]
        raw = side_by_side([cells[column.index] for column in filled])
        answers = [self._agree(cells, chosen, other, pack) for other in others] if chosen else [None]
        by_row = pack and pack not in dict(self.pricing.packing.in_headers).values()  # each header names its own pack
        named = pack and by_row and chosen and self._per(chosen, pack).unit == pack.unit
        if all(answers) or named and False not in answers:
            return chosen
        rule = "several_prices" if None in answers else "prices_disagree"
        self.pricing.checker.find(draft, "price", raw, rule, column=filled[0].index)
        return None

    def _ordered(self, cells: list[Any], filled: list[Column], pack: Pack | None) -> Column | None:
        if pack:
            fitting = [column for column in filled if settle(Decimal(1), self._per(column, pack), pack).price]
            same = [column for column in fitting if self._per(column, pack).unit in (pack.unit, "")]
            return next(iter(same or fitting), None)
        kinds = {column: UNITS[unit].kind for column in filled if (unit := self._per(column, None).unit)}
        pieces = [column for column in kinds if kinds[column] == "piece"]
        packs = [column for column in kinds if kinds[column] == "pack"]
        return next(iter(pieces or packs or filled))

    def _agree(self, cells: list[Any], one: Column, other: Column, pack: Pack | None) -> bool | None:
        """Whether two prices of a row say the same; None where nothing in the list tells how they belong together."""
        first, second = self._amount(cells, one.index), self._amount(cells, other.index)
        if first is None or second is None:
            return False
        if factor := _factor(self._per(one, pack), self._per(other, pack), pack):
            return _same(first * factor, factor, second)
        ratio = self.ratios.get((one.index, other.index))
        if ratio:
            return self._fits(cells, first, second, ratio, (one.index, other.index))
        ratio = self.ratios.get((other.index, one.index))
        return self._fits(cells, second, first, ratio, (other.index, one.index)) if ratio else None

    def _fits(self, cells: list[Any], first: Decimal, second: Decimal, ratio: Ratio, pair: tuple[int, int]) -> bool:
        column, times, scale = ratio
        factor = self.constants[pair] if column == CONSTANT else self._number(cells, column)
        if not factor:
            return False
        factor /= scale
        return _same(first * factor, factor, second) if times else _same(second * factor, factor, first)

    def _per(self, column: Column, pack: Pack | None) -> Per:
        """What a column's header says that its prices are for."""
        word, quantity = (column.price.unit, column.price.quantity) if column.price else ("", 0)
        return Per(max(1, quantity), self.pricing.packing.priced_unit(word, pack))

    # Evidence

    def _ratio(self, one: int, other: int) -> Ratio | None:
        """What the second price is of the first, in nearly all rows that have both."""
        rows = list(islice(self._pairs(one, other), EXAMPLES))
        if len(rows) < LEAST_ROWS:
            return None
        may_miss = max((1 - NEARLY_ALL) * len(rows), Decimal(len(rows) > SURE_ROWS))
        for column, times, scale in product(self._numbers(), (True, False), SCALES):
            ratio = Ratio(column, times, scale)
            hits = sum(self._fits(cells, first, second, ratio, (one, other)) for cells, first, second in rows)
            if len(rows) - hits <= may_miss:
                return ratio
        return self._constant(rows, (one, other))

    def _constant(self, rows: list[tuple[list[Any], Decimal, Decimal]], pair: tuple[int, int]) -> Ratio | None:
        """All cartons of the list hold six bottles, all bottles 0.75 litres."""
        factors = sorted(max(first, second) / min(first, second) for _, first, second in rows)
        factor, times = factors[len(factors) // 2], rows[0][1] < rows[0][2]
        factor = factor.quantize(Decimal(1)) if abs(factor - factor.quantize(Decimal(1))) < CENT else factor
        varied = len({first for _, first, _ in rows}) >= LEAST_ROWS
        self.constants[pair] = factor
        ratio = Ratio(CONSTANT, times)
        fitting = sum(self._fits(cells, first, second, ratio, pair) for cells, first, second in rows)
        return ratio if varied and factor > 1 and fitting >= NEARLY_ALL * len(rows) else None

    def _pairs(self, one: int, other: int) -> Iterator[tuple[list[Any], Decimal, Decimal]]:
        for _, cells in self.pricing.checker.table.rows():
            first, second = self._amount(cells, one), self._amount(cells, other)
            if first and second:
                yield cells, first, second

    def _numbers(self) -> list[int]:
        """Columns that may say how many of the one are in the other."""
        plan = self.pricing.plan
        named = [plan.index(name) for name in ("quantity", "content", "content_per_unit", "minimum", "interval")]
        return [index for index in (*(index for _, index in plan.attributes), *named) if index >= 0]

    def _number(self, cells: list[Any], index: int) -> Decimal | None:
        if index >= len(cells) or cells[index] == "":
            return None
        survey = self.pricing.checker.survey
        return quantity_of(cells[index], survey.signs.get(index, survey.overall))[0]

    def _amount(self, cells: list[Any], index: int) -> Decimal | None:
        return self.pricing.parse(index, cells[index]).value if index < len(cells) and cells[index] != "" else None


def _factor(one: Per, other: Per, pack: Pack | None) -> Decimal | None:
    """By what a price for the one must be multiplied to be for the other; None where units do not tell."""
    if not one.unit or not other.unit:
        return None
    direct = convert(Decimal(1), UNITS[other.unit], UNITS[one.unit])
    if direct is None and pack:
        first, second = settle(Decimal(1), one, pack), settle(Decimal(1), other, pack)
        if first.price and second.price:
            return first.price / first.quantity / (second.price / second.quantity)
    return direct * other.quantity / one.quantity if direct else None


def _same(wanted: Decimal, factor: Decimal, found: Decimal) -> bool:
    """Equal but for rounding to the cent before or after the factor, as long as that leaves no room for doubt."""
    slack = CENT * (factor + 1)
    return abs(wanted - found) <= min(slack, max(CENT, MOST_ROUNDING * found))
