"""Rows of a workbook that are hidden, and cells that are struck through; what the values do not tell."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field

from openpyxl.utils import column_index_from_string

MOST_BYTES = 12_000_000  # of a sheet's XML: some ten thousand rows, read in a fraction of a second
ROW = re.compile(rb"<(?:\w+:)?row\b")
CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)/?>")
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
    columns = []
    for cell in CELL.findall(cells):
        style, place = STYLE.search(cell), PLACE.search(cell)
        if style and place and int(style[1]) in styles:
            columns.append(column_index_from_string(place[1].decode()) - 1)
    return columns
