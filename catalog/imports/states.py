"""Whether an article is still for sale, by the words that shops and houses have for its state."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog.imports.plan import Column
from catalog.imports.values import is_gone, yes_or_no
from catalog.imports.words import key_of
from tabular import text_of

if TYPE_CHECKING:
    from catalog.imports.checking import Checker

RUN_OUT = "auslauf auslaufartikel auslaufend auslaufmodell abverkauf restposten restbestand eol solangevorrat "
RUNS_OUT = frozenset((RUN_OUT + "solangevorratreicht solangedervorratreicht solangevorhanden").split())
SHOP_CODES = {  # header, text
    ("published", "-1"): False,
    ("veroeffentlicht", "-1"): False,
    ("productonline", "2"): False,
}


class States:
    """Reads the columns that say yes to an article, and those that say no."""

    def __init__(self, checker: Checker) -> None:
        self.checker, plan = checker, checker.plan
        self.wanted, self.unwanted = plan.numbered("online"), plan.numbered("offline")
        self.blank_is_offline = plan.blank_is_offline
        self._minus_one: dict[int, bool | None] = {}

    def read(self, cells: list[Any], stock: Decimal | None) -> tuple[bool | None, Column | None]:
        """(online or not, None), or (None, the column that nobody understands); one no is enough."""
        said, doubt = [], None
        for column, meaning in [(one, True) for one in self.wanted] + [(one, False) for one in self.unwanted]:
            text = text_of(cells[column.index]) if column.index < len(cells) else ""
            if not text:
                said += [False] if meaning and self.blank_is_offline else []
                continue
            answer = self._answer(column, text, stock)
            if answer is None:
                doubt = column
            elif meaning or answer:
                said.append(answer == meaning)
        if False in said:
            return False, None
        return (None, doubt) if doubt else (True if said else None, None)

    def _answer(self, column: Column, text: str, stock: Decimal | None) -> bool | None:
        key = key_of(text)
        if key in RUNS_OUT:
            return None if stock is None else (stock > 0) == (column in self.wanted)
        if is_gone(text):
            return column not in self.wanted
        if (shop := (key_of(column.header), text)) in SHOP_CODES:
            return SHOP_CODES[shop]
        return self._minus(column) if text == "-1" else yes_or_no(text)

    def _minus(self, column: Column) -> bool | None:
        """Access writes -1 for yes; beside 1 it means something else."""
        if column.index not in self._minus_one:
            said = {text_of(cells[column.index]) for _, cells in self.checker.table.rows() if column.index < len(cells)}
            self._minus_one[column.index] = None if "1" in said else True
        return self._minus_one[column.index]
