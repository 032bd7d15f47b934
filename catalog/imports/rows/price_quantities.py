"""The column that says for how many units a price is: 100, 1000, or the codes 0 to 3 of the building trade.

Under a bare `PE` a 12 or a 20 may as well be the size of the pack, and the price one for a piece.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.price_rules import MOST_QUANTITY
from catalog.imports.cells.values import quantity_of
from catalog.imports.columns.drafts import Draft
from catalog.imports.columns.own_export import may_be_ours
from catalog.imports.language.words import key_of
from catalog.units import unit_of

if TYPE_CHECKING:
    from catalog.imports.rows.pricing_of_rows import Pricing

QUESTION = "price_quantity_code"
CODES = frozenset(map(Decimal, range(4)))  # DATANORM's Preiseinheit: 0 = 1, 1 = 10, 2 = 100, 3 = 1000
EITHER = frozenset({Decimal(1)})
USUAL = frozenset(Decimal(10) ** power for power in range(6))
ROUND = frozenset(map(Decimal, (50, 500, 5000)))
SHORT = {"pe", "per", "je", "pro", "a"}  # headers that may mean the pack as well


class PriceQuantities:
    """A column of nothing but 0 to 3 holds codes or quantities, one of 6, 12 and 20 packs or quantities.

    One answer for the list says which: "code", "quantity" or "pack".
    """

    def __init__(self, pricing: Pricing) -> None:
        self.checker, self.index = pricing.checker, pricing.plan.index("price_quantity")
        self.own_export = pricing.plan.own_export
        self.answer = self.checker.answered(QUESTION)
        price = pricing.column.price if pricing.column else None
        unit = unit_of(price.unit) if price else None
        self.of_piece = bool(price and price.quantity < 2 and unit and unit.kind == "piece")  # `Preis/Stück` beside PE
        self.for_one = pricing.answers["price_quantity_unclear"] == "one"
        self.coded, self.packed = self._looks()
        self.may_be_ours = not self.own_export and may_be_ours(pricing.plan.headers)

    def _looks(self) -> tuple[bool, bool]:
        """Whether the column may hold codes, and whether it may hold packs."""
        if self.index < 0 or self.own_export:
            return False, False
        said = {self._value(cell) for cell in self._cells()} - {None}
        coded = said <= CODES and (bool(said - EITHER) or self.answer == "code")
        short = key_of(self.checker.table.headers[self.index]) in SHORT
        if short and not coded and self.of_piece and said - EITHER:
            return False, True
        unusual = said - USUAL - CODES
        beside_usual = bool(said & USUAL - CODES) and unusual <= ROUND  # 50 beside 100: quantities all of them
        return coded, short and not coded and bool(unusual) and not beside_usual

    def _cells(self) -> set[Any]:
        rows = (cells for _, cells in self.checker.table.rows())
        return {cells[self.index] for cells in rows if self.index < len(cells)} - {""}

    def stated(self, cells: list[Any]) -> bool:
        """Whether the row names its own quantity, be it 1."""
        return 0 <= self.index < len(cells) and cells[self.index] != ""

    def add(self, draft: Draft, cells: list[Any], quantities: set[int]) -> bool:
        """Put the row's quantity to what else names one; False after a finding."""
        cell = cells[self.index] if 0 <= self.index < len(cells) else ""
        if cell == "":
            return True
        value = self._value(cell)
        if self._is_asked(value) and not self.answer:
            self.checker.find(draft, "price_quantity", cell, QUESTION)
            return False
        if self.answer == "pack":
            return True
        if self.answer == "code":
            value = 10**value if value in CODES else None
        if self.may_be_ours and value not in EITHER:  # ours is for one, whatever stands here
            value = None
        if value is None or value != int(value) or not 1 <= value <= MOST_QUANTITY:
            if self.for_one:
                return True
            rule = "price_quantity_zero" if value == 0 else "price_quantity_unclear"
            self.checker.find(draft, "price_quantity", cell, rule)
            return False
        quantities.add(int(value))
        return True

    def _is_asked(self, value: Decimal | None) -> bool:
        return self.coded and value in CODES or self.packed and value not in EITHER

    def _value(self, cell: Any) -> Decimal | None:
        return quantity_of(cell, self.checker.survey.signs.get(self.index, self.checker.survey.overall))[0]
