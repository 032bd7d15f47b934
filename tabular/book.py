"""A file as sheets with rows, whatever its format."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import python_calamine as calamine

from tabular.cells import Cell, as_typed
from tabular.delimited import delimiter_of, rows_of
from tabular.errors import Unreadable
from tabular.formats import ColumnFormats
from tabular.markup import tables_of
from tabular.sniffing import Format, sniff
from tabular.styles import formats_of
from tabular.worksheets import worksheets_of

REMEMBERED = 600_000  # cells
Rows = Callable[[], Iterator[list[Cell]]]
Area = tuple[int, int, int, int]  # first row, first column, last row, last column; from 0


@dataclass
class Sheet:
    """One sheet; `rows()` starts anew at Excel's row 1 each time, `merged()` are areas counted from 0."""

    name: str
    rows: Rows
    visible: bool = True
    merged: Callable[[], list[Area]] = list
    formats: Callable[[int], ColumnFormats] = lambda first: ColumnFormats()
    unload: Callable[[], object] = lambda: None


@dataclass
class Book:
    """An opened file."""

    format: Format
    sheets: list[Sheet]


def open_book(data: bytes, *, encoding: str | None = None, delimiter: str | None = None) -> Book:
    """Open a file's bytes; encoding and delimiter as a person chose them. Raises Unreadable."""
    found = sniff(data)
    if found.kind == "csv":
        return _open_text(data, encoding or str(found.encoding), delimiter)
    if found.kind == "html":
        return _open_markup(data, found)
    if found.kind == "xml":
        return _open_worksheets(data, found)
    return _open_workbook(data, found)


def _open_text(data: bytes, encoding: str, delimiter: str | None) -> Book:
    try:
        text = data.decode(encoding, "replace").removeprefix("\ufeff")
    except LookupError:
        raise Unreadable("broken", kind=encoding) from None
    text = as_typed(text)
    delimiter = delimiter or delimiter_of(text)
    return Book(Format("csv", encoding, delimiter), [Sheet("", lambda: rows_of(text, delimiter))])


def _open_markup(data: bytes, found: Format) -> Book:
    tables = tables_of(data.decode(str(found.encoding), "replace").replace("\x00", ""))
    sheets = [Sheet(f"Tabelle {number}", _replay(table)) for number, table in enumerate(tables, 1)]
    return Book(found, sheets)


def _open_worksheets(data: bytes, found: Format) -> Book:
    found_in = worksheets_of(data.decode(str(found.encoding), "replace").replace("\x00", ""))
    return Book(found, [Sheet(one.name, _replay(one.rows), one.visible, partial(list, one.merged)) for one in found_in])


def _replay(rows: Sequence[Sequence[Cell]]) -> Rows:
    typed = [[as_typed(cell) if cell.__class__ is str else cell for cell in row] for row in rows]
    return lambda: map(list, typed)


def _open_workbook(data: bytes, found: Format) -> Book:
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except calamine.PasswordError:
        raise Unreadable("password") from None
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError, ValueError):
        raise Unreadable("broken", kind=found.kind) from None
    except BaseException as error:
        raise _panic(error, found.kind) from None
    sheets = [
        _workbook_sheet(workbook, data, found.kind, meta)
        for meta in workbook.sheets_metadata
        if meta.typ == calamine.SheetTypeEnum.WorkSheet
    ]
    return Book(found, sheets)


def _panic(error: BaseException, kind: str) -> BaseException:
    """The reader's own crash on a broken file arrives as a BaseException of its language; the rest passes."""
    return Unreadable("broken", kind=kind) if type(error).__name__ == "PanicException" else error


def _workbook_sheet(workbook: calamine.CalamineWorkbook, data: bytes, kind: str, meta: calamine.SheetMetadata) -> Sheet:
    """The sheet is laid out in memory when first asked for, and let go with `unload`."""
    loaded: list[calamine.CalamineSheet] = []
    kept: list[list[Cell]] = []

    def sheet() -> calamine.CalamineSheet:
        if not loaded:
            loaded.append(_load(workbook, meta.name, kind))
        return loaded[0]

    def unload() -> None:
        loaded.clear()
        kept.clear()

    return Sheet(
        name=meta.name,
        rows=lambda: _remembered_rows(sheet(), kept),
        visible=meta.visible == calamine.SheetVisibleEnum.Visible,
        merged=lambda: [(*first, *last) for first, last in sheet().merged_cell_ranges or ()],
        formats=lambda first: formats_of(data, kind, meta.name, first),
        unload=unload,
    )


def _load(workbook: calamine.CalamineWorkbook, name: str, kind: str) -> calamine.CalamineSheet:
    try:
        return workbook.get_sheet_by_name(name)
    except (calamine.CalamineError, calamine.XmlError, calamine.ZipError, OSError, ValueError):
        raise Unreadable("broken", kind=kind) from None
    except BaseException as error:
        raise _panic(error, kind) from None


def _remembered_rows(sheet: calamine.CalamineSheet, kept: list[list[Cell]]) -> Iterator[list[Cell]]:
    """Rows of a small sheet are turned into Python values once, those of a large one each time anew."""
    if sheet.total_height * sheet.total_width > REMEMBERED:
        return _rows(sheet)
    if not kept:
        kept.extend(_rows(sheet))
    return iter(kept)


def _rows(sheet: calamine.CalamineSheet) -> Iterator[list[Cell]]:
    """The reader leaves out empty columns on the left; give them back, so that letters are right."""
    if sheet.start is None:
        return
    left = [""] * sheet.start[1]
    for row in sheet.iter_rows():
        yield left + [as_typed(cell) if cell.__class__ is str else cell for cell in row]
