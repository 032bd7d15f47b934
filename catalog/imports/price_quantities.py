"""The column that says for how many units a price is: 100, 1000, or the codes 0 to 3 of the building trade."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog.imports.drafts import Draft
from catalog.imports.price_rules import MOST_QUANTITY
from catalog.imports.values import quantity_of

if TYPE_CHECKING:
    from catalog.imports.pricing_of_rows import Pricing

QUESTION = "price_quantity_code"
CODES = frozenset(map(Decimal, range(4)))  # DATANORM's Preiseinheit: 0 = 1, 1 = 10, 2 = 100, 3 = 1000
EITHER = frozenset({Decimal(1)})


class PriceQuantities:
    """A column of nothing but 0 to 3 holds codes or quantities: one answer for the list says which."""

    def __init__(self, pricing: Pricing) -> None:
        self.checker, self.index = pricing.checker, pricing.plan.index("price_quantity")
        self.own_export = pricing.plan.own_export
        self.answer = self.checker.memory.answer(pricing.plan.headers_fingerprint, QUESTION)
        self.coded = self.index >= 0 and not self.own_export and self._looks_coded()

    def _looks_coded(self) -> bool:
        said: set[Decimal | None] = set()
        for _, cells in self.checker.table.rows():
            if self.index < len(cells) and cells[self.index] != "":
                said.add(self._value(cells[self.index]))
                if not said <= CODES:
                    return False
        return bool(said - EITHER)

    def add(self, draft: Draft, cells: list[Any], quantities: set[int]) -> bool:
        """Put the row's quantity to what else names one; False after a finding."""
        cell = cells[self.index] if 0 <= self.index < len(cells) else ""
        if cell == "":
            return True
        value = self._value(cell)
        if self.coded and value in CODES:
            if not self.answer:
                self.checker.find(draft, "price_quantity", cell, QUESTION)
                return False
            value = 10**value if self.answer == "code" else value
        if value is None or value != int(value) or not 1 <= value <= MOST_QUANTITY:
            rule = "price_quantity_zero" if value == 0 else "price_quantity_unclear"
            self.checker.find(draft, "price_quantity", cell, rule)
            return False
        quantities.add(int(value))
        return True

    def _value(self, cell: Any) -> Decimal | None:
        return quantity_of(cell, self.checker.survey.signs.get(self.index, self.checker.survey.overall))[0]
