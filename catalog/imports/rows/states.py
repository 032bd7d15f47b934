"""Whether an article is still for sale, by the words that shops and houses have for its state."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from catalog.imports.cells.state_words import is_gone, yes_or_no
from catalog.imports.columns.plan import Column, Plan
from catalog.imports.language.words import key_of
from tabular import text_of

RUN_OUT = "auslauf auslaufartikel auslaufend auslaufmodell abverkauf restposten restbestand eol solangevorrat "
RUNS_OUT = frozenset((RUN_OUT + "solangevorratreicht solangedervorratreicht solangevorhanden").split())
SHOP_CODES = {  # header, text
    ("published", "-1"): False,
    ("veroeffentlicht", "-1"): False,
    ("productonline", "2"): False,
}
State = tuple[bool | None, Column | None]


class States:
    """Reads the columns that say yes to an article, and those that say no."""

    def __init__(self, plan: Plan) -> None:
        self.wanted, self.unwanted = plan.numbered("online"), plan.numbered("offline")
        self.blank_is_offline, self.minus_is_yes = plan.blank_is_offline, plan.minus_is_yes

    def of(self, cells: list[Any], parent: list[Any] | None, stock: Decimal | None) -> State:
        """As `read`; what a shop says of an article holds for its variants as well."""
        own = self.read(cells, stock)
        if parent is None or own[0] is False:
            return own
        above = self.read(parent, None)
        return above if above[0] is False or own == (None, None) else own

    def read(self, cells: list[Any], stock: Decimal | None) -> State:
        """(online or not, None), or (None, the column that nobody understands); one no is enough."""
        said, doubt = [], None
        for column, meaning in [(one, True) for one in self.wanted] + [(one, False) for one in self.unwanted]:
            text = text_of(cells[column.index]) if column.index < len(cells) else ""
            if not text:
                said += [False] if self.blank_is_offline and column is self.wanted[0] else []
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
        return (self.minus_is_yes or None) if text == "-1" else yes_or_no(text)
