"""From when to when a row's price holds; out of its time it is no price of today."""

from __future__ import annotations

from datetime import date
from typing import Any

from catalog.imports.plan import Plan
from catalog.imports.values import date_of
from catalog.imports.words import key_of
from tabular import text_of

OPEN = {"", "sofort", "absofort", "laufend", "unbegrenzt", "unbefristet", "offen", "bisaufweiteres", "bisaufwiderruf"}


class Validity:
    """The columns `gültig ab` and `gültig bis` of a list, both days included."""

    def __init__(self, plan: Plan) -> None:
        self.columns = [(name, index) for name in ("valid_from", "valid_to") if (index := plan.index(name)) >= 0]
        self.today = date.today()

    def read(self, cells: list[Any]) -> list[tuple[str, Any, date | None, str | None]]:
        """(field, cell, day, rule) for each filled cell; rules: expired, not_yet_valid, date_unreadable."""
        found = []
        for name, index in self.columns:
            if index < len(cells) and (cell := cells[index]) != "":
                day = date_of(cell)
                found.append((name, cell, day, self._rule(name, cell, day)))
        return found

    def _rule(self, name: str, cell: Any, day: date | None) -> str | None:
        if day is None:
            return None if key_of(text_of(cell)) in OPEN else "date_unreadable"
        if name == "valid_to":
            return "expired" if day < self.today else None
        return "not_yet_valid" if day > self.today else None

    def is_current(self, cells: list[Any]) -> bool:
        """Whether today's price stands in this row, as far as its dates can be read."""
        return not self.columns or all(rule not in ("expired", "not_yet_valid") for *_, rule in self.read(cells))
