"""Rows of a shop's list that others name as the article whose variants they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from catalog.imports.columns.plan import Plan
from catalog.imports.language.words import key_of
from tabular import Table, text_of
from tabular.cells import cell_at

NUMBERS_OF_ROWS = ("id", "productid", "produktid")  # WooCommerce: `id:17`


class Parents:
    """Finds the cells of a variant's parent, by its number or by the shop's own for its row."""

    def __init__(self, table: Table, plan: Plan) -> None:
        self.at = plan.index("group_key")
        ids = (at for at, header in enumerate(table.headers) if key_of(header) in NUMBERS_OF_ROWS)
        self.names = {"": plan.index("article_number"), "id:": next(ids, -1)}
        self.rows: dict[str, list[Any]] = self._rows(table) if self.at >= 0 else {}

    def _rows(self, table: Table) -> dict[str, list[Any]]:
        wanted = {text_of(cell_at(cells, self.at)) for _, cells in table.rows()} - {""}
        return {
            name: cells
            for _, cells in table.rows()
            for name in self._names_of(cells)
            if name in wanted and name != text_of(cell_at(cells, self.at))
        }

    def _names_of(self, cells: list[Any]) -> Iterable[str]:
        return (sign + text for sign, at in self.names.items() if (text := text_of(cell_at(cells, at))))

    def of(self, cells: list[Any]) -> list[Any] | None:
        """The parent's cells; None where there is none."""
        return self.rows.get(text_of(cell_at(cells, self.at))) if self.rows else None
