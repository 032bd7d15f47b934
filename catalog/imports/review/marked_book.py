"""A workbook with marked and commented cells: the producer's own xlsx, or one made of the cells of his file."""

import io
import re
import zipfile
from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.datetime import to_excel

from tabular import Sheet, open_book, position
from tabular.cells import in_workbook
from tabular.formats import ColumnFormats

HELD = PatternFill("solid", fgColor="FFF6C74B")
REFUSED = PatternFill("solid", fgColor="FFF4B6B6")
OURS = {HELD.fgColor.rgb, REFUSED.fgColor.rgb}
AUTHOR = "Leipzig vernetzt"
MOST_COMMENTS = 5000  # more make Excel slow; the marks go on
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
FORMULA = re.compile(rb'<c r="([A-Z]+)(\d+)"([^>]*)>(<f[^>]*(?:/>|>.*?</f>))<v\s*(?:/>|></v>)</c>', re.S)

Mark = tuple[str, str, str, str]  # sheet, cell, "held_back" or "refused", sentence


def marked(data: bytes, kind: str, sheets: Iterable[str], marks: Iterable[Mark]) -> bytes:
    """An xlsx with these marks on the sheets of these names; marks of last time are gone."""
    old = open_book(data)
    book = load_workbook(io.BytesIO(data), rich_text=True) if kind == "xlsx" else _copied(old.sheets)
    names = [one.name for one in old.sheets]
    targets = {name: _sheet(book, names, name) for name in sheets}
    for target in targets.values():
        _unmark(target)
    for count, (sheet, cell, severity, text) in enumerate(marks):
        _mark(targets[sheet], cell, severity, text if count < MOST_COMMENTS else "")
    new = io.BytesIO()
    book.save(new)
    results = {one.name: one for one in old.sheets}
    return _with_results(new, [results.get(one.title) for one in book.worksheets]) if kind == "xlsx" else new.getvalue()


def _sheet(book: Workbook, names: list[str], name: str):
    """By name; in a copy, where a name may have had to change, by its place."""
    if name in book.sheetnames:
        return book[name]
    return book.worksheets[names.index(name) if name in names else 0]


def _copied(sheets: list[Sheet]) -> Workbook:
    """xls, ods, html and pasted cells: every value in its place, and formats that tell; no text becomes a formula."""
    book = Workbook()
    book.remove(book.active)
    for number, sheet in enumerate(sheets, 1):
        target = book.create_sheet(FORBIDDEN.sub(" ", sheet.name).strip("' ")[:31] or f"Tabelle{number}")
        target.sheet_state = "visible" if sheet.visible else "hidden"
        formats = sheet.formats(1)
        for row, cells in enumerate(sheet.rows(), 1):
            for column, value in enumerate(cells, 1):
                if value not in ("", None):
                    _write(target.cell(row, column), value)
                    _dress(target.cell(row, column), formats)
            if row in formats.marks.hidden:
                target.row_dimensions[row].hidden = True
        for top, left, bottom, right in sheet.merged():
            target.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    if not any(sheet.visible for sheet in sheets):
        book.worksheets[0].sheet_state = "visible"
    return book


def _write(cell: Cell, value) -> None:
    if isinstance(value, str):
        cell.value = in_workbook(value)
        cell.data_type = "s"
        cell.quotePrefix = value.startswith("=")
    else:
        cell.value = value


def _dress(cell: Cell, formats: ColumnFormats) -> None:
    """The copy, read again, has to say the same of prices and numbers."""
    row, column = cell.row, cell.column - 1
    if code := formats.cells.get(column, {}).get(row) or "0" * formats.zeros.get(column, 0):
        cell.number_format = in_workbook(code)
    if column in formats.marks.struck.get(row, ()):
        cell.font = Font(strike=True)


def _unmark(sheet) -> None:
    """Take off what an earlier return has put on; the colour below it is not known any more."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.comment and cell.comment.author == AUTHOR:
                cell.comment = None
            if cell.has_style and cell.fill.fgColor.rgb in OURS:
                cell.fill = PatternFill()


def _mark(sheet, where: str, severity: str, text: str) -> None:
    cell = sheet[where]
    if isinstance(cell, MergedCell):
        area = next(one for one in sheet.merged_cells.ranges if where in one)
        cell = sheet.cell(area.min_row, area.min_col)
    cell.fill = HELD if severity == "held_back" else REFUSED
    if text:
        said = f"{cell.comment.text}\n" if cell.comment else ""
        cell.comment = Comment(in_workbook(said + text), AUTHOR, width=320, height=110)


def _with_results(saved: io.BytesIO, sheets: list[Sheet | None]) -> bytes:
    """The workbook with what its formulas came to, which openpyxl forgets: read again, it says the same."""
    target = io.BytesIO()
    with zipfile.ZipFile(saved) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            data = old.read(part)
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", part.filename)
            if number and b"<f" in data and (sheet := sheets[int(number[1]) - 1]):
                data = FORMULA.sub(_result_of(sheet), data)
            new.writestr(part, data)
    return target.getvalue()


def _result_of(sheet: Sheet) -> Callable[[re.Match[bytes]], bytes]:
    rows = [list(row) for row in sheet.rows()]

    def filled(match: re.Match[bytes]) -> bytes:
        row, column = int(match[2]) - 1, position(match[1].decode())
        value = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
        kind, text = _stored(value)
        start = b'<c r="%s%s"%s%s>' % (match[1], match[2], match[3], kind)
        return start + match[4] + (b"<v>%s</v></c>" % text if text else b"</c>")

    return filled


def _stored(value) -> tuple[bytes, bytes]:
    """Type and text of a value as a workbook stores it."""
    if isinstance(value, bool):
        return b' t="b"', b"%d" % value
    if isinstance(value, int | float):
        return b"", repr(value).encode()
    if isinstance(value, str):
        return b' t="str"' if value else b"", escape(in_workbook(value)).encode()
    return b"", repr(to_excel(value)).encode()
