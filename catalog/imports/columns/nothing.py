"""Why a file holds no list: a sheet without a cell, or a line of headings with nothing under it."""

from itertools import islice

from catalog.imports.columns.fields import known
from tabular import Book, Unreadable, text_of
from tabular.cells import Cell


def found_in(book: Book) -> Unreadable:
    names = [one.name for one in book.sheets if one.name]
    lines = [list(islice(filter(any, one.rows()), 2)) for one in book.sheets]
    if not any(lines):
        return Unreadable("sheet_empty", sheet=", ".join(names)) if names else Unreadable("empty_file")
    first = [line for line in lines if line]
    if len(first) == 1 and len(first[0]) == 1 and _is_header(first[0][0]):
        return Unreadable("only_header")
    return Unreadable("no_table", sheets=names)


def _is_header(cells: list[Cell]) -> bool:
    return sum(known(text_of(cell)) is not None for cell in cells) >= 2
