"""xlsx: a frame that openpyxl opens, the first rows, and a search through the XML of all cells."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Container, Iterator, Set
from typing import Any

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._reader import WorkSheetParser

from tabular.formats import ColumnFormats, Marks, learnt, tells

MOST_BYTES = 12_000_000  # of a sheet's XML: some ten thousand rows, read in a fraction of a second
ROW = re.compile(rb"<(?:\w+:)?row\b")
CELL = re.compile(rb"<(?:\w+:)?c\b([^>]*?)/?>")
FILLED = re.compile(rb"<(?:\w+:)?c\b([^>]*[^/>])>")
PLACE = re.compile(rb'\br="([A-Z]*)(\d+)"')
STYLE = re.compile(rb'\bs="(\d+)"')
HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
Rows = list[dict[int, tuple[str, str]]]  # {column index: (value, number format)}


class _NoTexts:
    """Stands for the shared strings, which this pass does not need and which take longest to read."""

    def __getitem__(self, index: int) -> str:
        return "text"

    def __len__(self) -> int:
        return 1


class _FormatReader(ExcelReader):
    """Opens the workbook's frame only: no texts, and of the sheets only the rows that are asked for."""

    def read_strings(self) -> None:
        self.shared_strings = _NoTexts()

    def read_worksheets(self) -> None:
        self.parts = {sheet.name: rel.target for sheet, rel in self.parser.find_sheets()}

    def number_format(self, style: int) -> str:
        code = self.wb._cell_styles[style].numFmtId
        return str(self.wb._number_formats[code - 164] if code >= 164 else BUILTIN_FORMATS.get(code, "General"))

    def rows(self, sheet: str, first: int, count: int, *, values: bool) -> Rows:
        """Formulas as `=...` unless their values are asked for."""
        rows = []
        with self.archive.open(self.parts[sheet]) as part:
            parser = WorkSheetParser(part, self.shared_strings, data_only=values, epoch=self.wb.epoch)
            for number, cells in parser.parse():
                if number >= first + count:
                    break
                if number >= first:
                    rows.append({cell["column"] - 1: self._cell(cell) for cell in cells})
        return rows

    def xml(self, sheet: str) -> bytes:
        """All of a sheet; nothing where it is too large to look at each cell."""
        with self.archive.open(self.parts[sheet]) as part:
            xml = part.read(MOST_BYTES + 1)
        return xml if len(xml) <= MOST_BYTES else b""

    def marks(self, xml: bytes) -> Marks:
        struck = {at for at, style in enumerate(self.wb._cell_styles) if self.wb._fonts[style.fontId].strike}
        return marks_in(xml, struck) if struck or b'hidden="' in xml else Marks()

    def cells(self, xml: bytes) -> dict[int, dict[int, str]]:
        codes = [self.number_format(at) for at in range(len(self.wb._cell_styles))]
        telling = {at for at, code in enumerate(codes) if tells(code)}
        found = styles_in(xml, telling) if telling else {}
        return {column: {row: codes[style] for row, style in rows.items()} for column, rows in found.items()}

    def _cell(self, cell: dict[str, Any]) -> tuple[str, str]:
        value = cell["value"]
        return ("" if value is None else str(value)), self.number_format(cell["style_id"])


def formats(data: bytes, sheet: str, first: int, count: int) -> ColumnFormats:
    reader = _FormatReader(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
    with warnings.catch_warnings(action="ignore"):
        reader.read()
    formulas = reader.rows(sheet, first, count, values=False)
    usual: dict[int, Counter[str]] = {}
    for row in formulas:
        for index, (value, code) in row.items():
            if value:
                usual.setdefault(index, Counter())[code] += 1
    xml = reader.xml(sheet)
    found = learnt(usual, reader.cells(xml), reader.marks(xml))
    if any(value.startswith("=") for row in formulas for value, _ in row.values()):
        found.uncomputed = _uncomputed(formulas, reader.rows(sheet, first, count, values=True))
    return found


def _uncomputed(formulas: Rows, values: Rows) -> set[int]:
    return {
        index
        for formula_row, value_row in zip(formulas, values, strict=False)
        for index, (formula, _) in formula_row.items()
        if formula.startswith("=") and not value_row.get(index, ("", ""))[0]
    }


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
