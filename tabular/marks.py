"""What the values of a workbook do not tell: hidden rows, cells that are struck through, the styles of cells."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Set
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string

MOST_BYTES = 12_000_000  # of a sheet's XML: some ten thousand rows, read in a fraction of a second
ROW = re.compile(rb"<(?:\w+:)?row\b")
CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)/?>")
FILLED = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>")
PLACE = re.compile(rb'\br="([A-Z]*)(\d+)"')
STYLE = re.compile(rb'\bs="(\d+)"')
HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')


@dataclass
class Marks:
    """hidden: rows; struck: row → columns, from 0."""

    hidden: set[int] = field(default_factory=set)
    struck: dict[int, list[int]] = field(default_factory=dict)


def marks_in(xml: bytes, struck: Container[int]) -> Marks:
    """`struck` are the styles whose font is struck through."""
    found = Marks()
    number = 0
    for row in ROW.split(xml)[1:]:
        opening, _, cells = row.partition(b">")
        said = PLACE.search(opening)
        number = int(said[2]) if said else number + 1
        if HIDDEN.search(opening):
            found.hidden.add(number)
        if struck and (columns := _struck(cells, struck)):
            found.struck[number] = columns
    return found


def _struck(cells: bytes, styles: Container[int]) -> list[int]:
    return [_index(column) for column, _, style in _styled(CELL, cells) if style in styles]


def styles_in(xml: bytes, wanted: Set[int]) -> dict[int, dict[int, int]]:
    """Column → row → style of all that is filled, for the columns in which a cell has one of these styles."""
    if wanted.isdisjoint(map(int, set(STYLE.findall(xml)))):
        return {}
    found: dict[bytes, dict[int, int]] = {}
    for column, row, style in _styled(FILLED, xml):
        found.setdefault(column, {})[row] = style
    return {_index(column): rows for column, rows in found.items() if not wanted.isdisjoint(rows.values())}


def _styled(cells: re.Pattern[bytes], xml: bytes) -> Iterator[tuple[bytes, int, int]]:
    """(column, row, style) of each cell."""
    for cell in cells.findall(xml):
        if place := PLACE.search(cell):
            style = STYLE.search(cell)
            yield place[1], int(place[2]), int(style[1]) if style else 0


def _index(column: bytes) -> int:
    return column_index_from_string(column.decode()) - 1
