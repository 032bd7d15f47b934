"""Rows that hold several articles: each article sees its own cells of the row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from tabular import Table, letter
from tabular.cells import Cell


@dataclass(frozen=True)
class View:
    """One of the articles of a row: the real column of each of its cells, and the size whose price it has."""

    columns: tuple[int, ...]
    size: str = ""

    def cells(self, row: list[Cell]) -> list[Cell]:
        width = len(row)
        return [row[index] if 0 <= index < width else "" for index in self.columns]

    def letter(self, index: int) -> str:
        """Where a cell really stands."""
        real = self.columns[index] if index < len(self.columns) else -1
        return letter(real if real >= 0 else index)

    def index(self, real: int) -> int:
        """The place of a real column among the cells, -1 where it belongs to another article."""
        return self.columns.index(real) if real in self.columns else -1


class Part(Table):
    """A table cut down to the columns of one of its lists."""

    view: View

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        for number, cells in super().rows():
            part = self.view.cells(cells)
            if any(cell != "" and cell is not None for cell in part):
                yield number, part


def part_of(table: Table, view: View) -> Part:
    part = Part(**{one.name: getattr(table, one.name) for one in fields(table)})
    part.view = view
    return part
