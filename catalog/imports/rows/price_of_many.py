"""`Auflage 500`, `ab Menge 1000`, `Mindestabnahme 1 Karton` beside a bare price: for one of them, or for all together?

One answer for the list says it: "piece" or "all". Whoever names the unit of the price has said it already.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.packaging import Pack, parse_pack
from catalog.imports.cells.values import quantity_of
from catalog.imports.columns import print_runs
from catalog.imports.columns.drafts import Entry
from catalog.imports.columns.size_columns import size_in
from catalog.imports.rows.packing import GENERIC, count_in
from catalog.units import UNITS
from tabular import text_of
from tabular.cells import cell_at

if TYPE_CHECKING:
    from catalog.imports.rows.pricing_of_rows import Pricing

QUESTION = "all_or_piece"
LEAST = re.compile(r"(?P<count>\d{1,4})?\s*(?P<word>[^\W\d_].*)")
MANY = 50  # a list with such bounds is perhaps one of runs; fewer are how many are sold at least


class PriceOfMany:
    """What else than one piece a row's price may be for."""

    def __init__(self, pricing: Pricing) -> None:
        plan = pricing.plan
        self.overall = pricing.checker.survey.overall
        self.answer = pricing.checker.answered(QUESTION)
        self.runs = print_runs.columns_of(plan)
        self.minimum = plan.index("minimum") if pricing.unit_assumed else -1
        self.bound = plan.index("step_bound") if pricing.unit_assumed and not plan.numbered("step_price") else -1
        price = plan.column("price")
        self.run = _pack_of(size_in(price.header)) if price and print_runs.is_price_of(plan) else None
        self.possible = bool(self.run or self.runs) or max(self.minimum, self.bound) >= 0
        rows = pricing.checker.table.rows() if self.bound >= 0 and not self.answer else ()
        self.in_bounds = bool(self.answer) or any((self._bound(cells) or 0) >= MANY for _, cells in rows)

    def beside(self, entry: Entry) -> Pack | None:
        """All that the price may be for together; None where nothing but one can be meant."""
        if not self.possible:
            return None
        cells = entry.cells[0]
        runs = (text_of(cell_at(cells, index)) for index in self.runs)
        if text := next((text for text in runs if text not in ("", "1")), ""):
            return _pack_of(text)
        if self.run:
            return self.run
        if least := self._least(cells):
            return least
        bound = self._bound(cells) if self.in_bounds and len(entry.cells) == 1 else None
        return Pack(GENERIC, bound, "H87") if bound and bound > 1 else None

    def _least(self, cells: list[Any]) -> Pack | None:
        """`2 Kartons` under Mindestabnahme; its quantity is what the price would be for."""
        match = LEAST.fullmatch(text_of(cell_at(cells, self.minimum)))
        pack = parse_pack(match["word"]) if match else None
        if match is None or pack is None or UNITS[pack.unit].kind != "pack":
            return None
        return pack._replace(quantity=int(match["count"] or 1))

    def _bound(self, cells: list[Any]) -> Decimal | None:
        cell = cell_at(cells, self.bound)
        return quantity_of(cell, self.overall)[0] if cell != "" else None

    def together(self, entry: Entry) -> Pack | None:
        """The same, where a person has said that the list's prices are for all of it."""
        return self.beside(entry) if self.answer == "all" else None


def _pack_of(text: str) -> Pack:
    """`500`, `100 Stück`: so many pieces; without a number a pack of unknown content."""
    count = count_in(text)
    return Pack(GENERIC, count, "H87" if count else None)
