"""Writes the same cells as xlsx, xls, ods or csv, the way offices do: nothing tidied up."""

import csv
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

Value = str | int | float | Decimal | date | None


@dataclass(frozen=True)
class Shown:
    """A number with the format that the sheet shows it in, such as "0%" or '#,##0.00 "€"'."""

    value: Value
    format: str


Cell = Value | Shown


@dataclass
class Sheet:
    """Rows of cells; `merges` are ranges such as "A3:F3", `bold` row numbers as Excel counts them."""

    title: str
    rows: list[list[Cell]] = field(default_factory=list)
    merges: list[str] = field(default_factory=list)
    bold: set[int] = field(default_factory=set)
    hidden: bool = False

    def add(self, *cells: Cell, bold: bool = False) -> int:
        """Append a row; returns its number."""
        self.rows.append(list(cells))
        if bold:
            self.bold.add(len(self.rows))
        return len(self.rows)


def xlsx(*sheets: Sheet) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        page.sheet_state = "hidden" if sheet.hidden else "visible"
        for place, row in enumerate(sheet.rows, start=1):
            _fill(page, place, row, bold=place in sheet.bold)
        for merged in sheet.merges:
            page.merge_cells(merged)
    return _saved(book.save)


def _fill(page, place: int, row: list[Cell], *, bold: bool):
    for column, cell in enumerate(row, start=1):
        if _plain(cell) is None:
            continue
        target = page.cell(place, column, _excel(cell))
        if isinstance(cell, Shown):
            target.number_format = cell.format
        if bold:
            target.font = Font(bold=True)
        if isinstance(cell, str) and "\n" in cell:
            target.alignment = Alignment(wrap_text=True)


def xls(*sheets: Sheet) -> bytes:
    """Excel 97, as it still comes out of old inventory programs."""
    book = xlwt.Workbook()
    for sheet in sheets:
        page = book.add_sheet(sheet.title)
        for place, row in enumerate(sheet.rows):
            for column, cell in enumerate(row):
                if _plain(cell) is not None:
                    page.write(place, column, _excel(cell))
    return _saved(book.save)


def ods(*sheets: Sheet) -> bytes:
    book = OpenDocumentSpreadsheet()
    for sheet in sheets:
        table = Table(name=sheet.title)
        for row in sheet.rows:
            line = TableRow()
            for cell in row:
                line.addElement(_open_cell(_excel(cell)))
            table.addElement(line)
        book.spreadsheet.addElement(table)
    return _saved(book.save)


def _open_cell(value: Value) -> TableCell:
    if value is None:
        return TableCell()
    if isinstance(value, int | float):
        cell = TableCell(valuetype="float", value=value)
    else:
        cell = TableCell(valuetype="string")
    cell.addElement(P(text=str(value)))
    return cell


def text(sheet: Sheet, delimiter: str, encoding: str) -> bytes:
    """csv with Windows line ends; numbers with the decimal comma unless they are text already."""
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([_written(cell) for cell in row] for row in sheet.rows)
    return out.getvalue().encode(encoding)


def _written(cell: Cell) -> str:
    value = _plain(cell)
    if isinstance(value, Decimal | float):
        return str(value).replace(".", ",")
    return "" if value is None else str(value)


def _plain(cell: Cell) -> Value:
    return cell.value if isinstance(cell, Shown) else cell


def _excel(cell: Cell) -> Value:
    """Spreadsheets know no Decimal."""
    value = _plain(cell)
    return float(value) if isinstance(value, Decimal) else value


def _saved(save) -> bytes:
    out = BytesIO()
    save(out)
    return out.getvalue()
