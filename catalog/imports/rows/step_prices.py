"""Quantity steps of a row: in columns, in rows below, in one text; in the same measure as the row's price.

`ab 5 VE` over pieces is from five times what the row's VE holds; where the row does not say how many that is, it waits.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.money import SHORTEST_STEPS
from catalog.imports.cells.numbers import DecimalSign
from catalog.imports.cells.packaging import Pack
from catalog.imports.cells.price_rules import ANY_PACK, INNER, fitted, four, net_of
from catalog.imports.cells.steps import (
    PIECES,
    Step,
    check_steps,
    steps_in_json,
    steps_in_price,
    steps_in_text,
    steps_in_words,
)
from catalog.imports.cells.values import quantity_of
from catalog.imports.columns.drafts import Draft, Entry, Figures
from catalog.imports.columns.plan import Column
from catalog.imports.columns.step_bounds import unit_of_bound
from catalog.imports.language.price_words import without_dots
from catalog.imports.language.words import key_of
from catalog.units import UNITS, Unit, unit_of
from tabular import text_of

if TYPE_CHECKING:
    from catalog.imports.rows.pricing_of_rows import Pricing

FIRST_BOUND = re.compile(r"[a-z]*1[a-z]*")  # `Menge1 | Preis1 | Menge2 | Preis2`
LAST_WORD = re.compile(r"[/\s]+")
MAY_BE_SO = {"step_rises", "step_falls_far", "step_below_minimum"}


class StepPrices:
    """Fills the steps of a draft whose price is known."""

    def __init__(self, pricing: Pricing) -> None:
        self.pricing, self.checker, self.plan = pricing, pricing.checker, pricing.plan
        self.steps = self._step_columns()
        self.bound_in_rows = self.plan.index("step_bound") if not self.plan.numbered("step_price") else -1
        self.units = {column.index: unit_of_bound(column.header) for column, _ in self.steps}
        if pricing.column:
            self.units[pricing.column.index] = unit_of_bound(pricing.column.header)
        least = self.plan.column("minimum")
        self.first_is_bound = bool(least and FIRST_BOUND.fullmatch(key_of(least.header)))
        self.step_text = self.plan.index("steps") if self.plan.own_export else self.plan.index("step_text")

    def common_unit(self) -> str:
        """XBO where all bounds are of bottles, `ab 6 Fl.`, `ab 60 Fl.`: then a bottle is what is sold."""
        codes = {unit.code if (unit := unit_of(word)) else "" for word in self.units.values()}
        return codes.pop() if len(codes) == 1 and codes <= INNER else ""

    def _step_columns(self) -> list[tuple[Column, Column | None]]:
        prices, bounds = self.plan.numbered("step_price"), self.plan.numbered("step_bound")
        free = [column for column in prices if not column.bound]
        pairs = dict(zip([column.index for column in free], bounds, strict=False))
        return [(column, pairs.get(column.index)) for column in prices]

    def fill(self, draft: Draft, entry: Entry, scale: Decimal) -> None:
        """`scale` turns a stated amount into one for the draft's unit and quantity, as it did with the price."""
        steps, rule = self._stated_steps(draft, entry)
        if rule:
            self.checker.find(draft, "steps", "", rule)
            return
        if not self._first_bound(draft, entry.cells[0], steps):
            self.checker.find(draft, "steps", self.pricing.column.header, "step_unreadable")
            return
        if not steps:
            return
        net = [(bound, self._net_step(draft, amount, scale)) for bound, amount in steps]
        least = Decimal(0 if self.plan.own_export else 1)  # `ab 0,5` kg is a step of ours
        least = draft.minimum if self.first_is_bound and draft.minimum else least
        kept, rules = check_steps(net, draft.price or Decimal(0), draft.minimum, least=least)
        draft.steps = kept
        for rule in rules:
            if rule in MAY_BE_SO and self.plan.own_export:  # as the supplier has it already
                continue
            said = Figures("; ".join(f"{bound}: {amount}" for bound, amount in steps))
            self.checker.find(draft, "steps", said, rule)

    def _first_bound(self, draft: Draft, cells: list[Any], steps: list[Step]) -> bool:
        """A list whose cheapest quantity is `ab 10` sells no less than ten; False where ten of what is unclear."""
        column = self.pricing.column
        first = Decimal(column.bound) if column and column.bound else None
        if first and first > 1:
            times = self._times(draft, cells, self.units.get(column.index, ""))
            if times is None:
                return False
            first *= times
        bounded = 0 <= self.bound_in_rows < len(cells) and cells[self.bound_in_rows] != ""
        if first is None and (bounded or self._in_price(cells)) and steps:
            first = min(bound for bound, _ in steps)
        if first and first > 1 and draft.minimum is None:
            draft.minimum = first
        return True

    def _net_step(self, draft: Draft, amount: Decimal, scale: Decimal) -> Decimal:
        """A step in the same measure as the row's price: same unit, same quantity, net."""
        if self.plan.own_export:
            return four(amount * draft.price_quantity)
        amount *= scale
        if draft.gross is not None and draft.vat_rate is not None:
            return net_of(amount, draft.vat_rate)
        return fitted(amount, 100)[0]

    def _stated_steps(self, draft: Draft, entry: Entry) -> tuple[list[Step], str | None]:
        cells = entry.cells[0]
        if 0 <= self.step_text < len(cells) and (text := text_of(cells[self.step_text])):
            if self.plan.own_export:
                return steps_in_json(text) if text.startswith("[") else steps_in_words(text)
            return self._steps_in_text(draft, cells, text)
        if found := self._in_price(cells):
            pieces = PIECES.search(text_of(_cell(cells, self.pricing.column)))
            return ([], "step_unreadable") if pieces and UNITS[draft.unit].kind != "piece" else (found, None)
        if self.bound_in_rows >= 0:
            return self._steps_in_rows(entry)
        return self._steps_in_columns(draft, cells)

    def _steps_in_text(self, draft: Draft, cells: list[Any], text: str) -> tuple[list[Step], str | None]:
        found, rule = steps_in_text(text, self.checker.survey.overall)
        counted = [(self._times(draft, cells, word), step) for step, word in found]
        if rule or any(times is None for times, _ in counted):
            return [], rule or "step_unreadable"
        return [(bound * times, amount) for times, (bound, amount) in counted if times is not None], None

    def _in_price(self, cells: list[Any]) -> list[Step]:
        """`1-9: 14,80 / ab 10: 12,90` in the price's own cell."""
        cell, column = _cell(cells, self.pricing.column), self.pricing.column
        text = column is not None and cell.__class__ is str and len(cell) > SHORTEST_STEPS
        return steps_in_price(cell, self.checker.survey.sign_of(column.index)) if text and column else []

    def _steps_in_rows(self, entry: Entry) -> tuple[list[Step], str | None]:
        if self.pricing.many.together(entry):
            return [], None
        found: list[Step] = []
        index = self.pricing.column.index if self.pricing.column else -1
        for cells in entry.cells:
            if (
                index >= len(cells)
                or cells[index] == ""
                or self.bound_in_rows >= len(cells)
                or cells[self.bound_in_rows] == ""
            ):
                continue
            bound, _ = quantity_of(cells[self.bound_in_rows], self.checker.survey.overall)
            amount = self.pricing.parse(index, cells[index]).value
            if bound is None or amount is None:
                return [], "step_unreadable"
            found.append((bound, amount))
        return found, None

    def _steps_in_columns(self, draft: Draft, cells: list[Any]) -> tuple[list[Step], str | None]:
        found: list[Step] = []
        for column, bound_column in self.steps:
            cell = _cell(cells, column)
            if cell == "":
                continue
            amount = self.pricing.parse(column.index, cell)
            below = max((one for one, _ in found), default=draft.minimum or Decimal(0))
            bound = Decimal(column.bound) if column.bound else self._bound(cells, bound_column, below)
            if amount.rule in ("price_zero", "price_on_request"):
                continue
            times = self._times(draft, cells, self.units.get(column.index, ""))
            if amount.value is None or bound is None or times is None:
                return [], "step_unreadable"
            found.append((bound * times, amount.value))
        return found, None

    def _times(self, draft: Draft, cells: list[Any], word: str) -> Decimal | None:
        """How many order units one of the bound's units is; None where nobody can tell."""
        unit = unit_of(word) if word else None
        if unit is None or not draft.unit or unit.code == draft.unit:
            return Decimal(1)
        order_pack = Pack(draft.unit, draft.content, draft.content_unit)
        if unit.kind == "pack" and self.pricing.packing.priced_unit(word, order_pack) == draft.unit:
            return Decimal(1) if draft.price_quantity == 1 else None
        order = UNITS[draft.unit]
        if unit.kind == "piece":  # `ab 10 Stück` over buckets: ten buckets, unless a bucket is made of pieces
            return None if draft.content_unit and UNITS[draft.content_unit].kind == "piece" else Decimal(1)
        if unit.kind == "pack" and (count := self._in_one(cells, unit)):
            return count
        if unit.kind == "pack" and order.kind == "pack":
            return Decimal(1) if word.casefold() in ANY_PACK else None
        return self.pricing.count_of(cells) if word.casefold() in ANY_PACK and order.kind == "piece" else None

    def _in_one(self, cells: list[Any], unit: Unit) -> Decimal | None:
        """8 beside `ab 5 Trays`, under `Stück/Tray`."""
        for index in self.pricing.counts:
            named = unit_of(LAST_WORD.split(self.checker.table.headers[index])[-1])
            if named and named.code == unit.code and index < len(cells):
                return quantity_of(cells[index], self.checker.survey.overall)[0]
        return None

    def _bound(self, cells: list[Any], column: Column | None, below: Decimal) -> Decimal | None:
        """`1.000` is a thousand where the list writes commas, or where one would be no more than the bound `below`."""
        cell = _cell(cells, column)
        if cell == "" or column is None:
            return None
        value, rule = quantity_of(cell, self.checker.survey.sign_of(column.index))
        if rule == "ambiguous_number" and (one := quantity_of(cell, DecimalSign("."))[0]) and one <= below:
            return quantity_of(without_dots(cell), DecimalSign())[0]
        return value


def _cell(cells: list[Any], column: Column | None) -> Any:
    return cells[column.index] if column and column.index < len(cells) else ""
