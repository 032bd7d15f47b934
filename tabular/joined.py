"""One list on several sheets, read as one table: each row has one number, and a way back to its sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from tabular.formats import EURO, TELLING, ColumnFormats, label_of
from tabular.tables import Table

ROOM = 2**20  # rows that a sheet has: those of the first sheet keep their numbers, those of the next follow behind it
MOST = 50  # sheets: each is opened once more for its formats


def join(tables: Sequence[Table]) -> Table | None:
    """One table of those that have the same columns; None where their cells are not formatted alike."""
    if len(tables) > MOST:
        return None
    parts = [replace(table, shift=at * ROOM) for at, table in enumerate(tables)]
    first, *further = parts
    formats = _together(parts)
    if formats is None:
        return None
    return replace(
        first,
        sheet=replace(first.sheet, formats=lambda row: formats),
        filled=sum(part.filled for part in parts),
        further=further,
    )


def place_of(sheets: Sequence[str], row: int) -> tuple[str, int]:
    """Sheet and row there of a row of the list that stands on these sheets."""
    at = (row - 1) // ROOM if len(sheets) > 1 else 0
    return (sheets[at] if sheets else ""), row - at * ROOM


def row_at(sheets: Sequence[str], sheet: str, row: int) -> int:
    """The way back."""
    return row + (sheets.index(sheet) if sheet in sheets else 0) * ROOM


def _together(parts: list[Table]) -> ColumnFormats | None:
    """The formats of all sheets; None where a column says something else of its cells on one of them."""
    found = [part.sheet.formats(part.last_header + 1) for part in parts]
    for one, other in combinations(found, 2):
        if any(_says(one, column) != _says(other, column) for column in one.codes.keys() & other.codes.keys()):
            return None
    whole = ColumnFormats()
    for part, one in zip(parts, found, strict=True):
        for column, codes in one.codes.items():
            whole.codes[column] = sorted({*whole.codes.get(column, ()), *codes})
        for column, cells in one.cells.items():
            whole.cells.setdefault(column, {}).update({row + part.shift: code for row, code in cells.items()})
        whole.wordy |= one.wordy
        whole.currency |= one.currency
        whole.zeros |= one.zeros
        whole.uncomputed |= one.uncomputed
        whole.marks.hidden |= {row + part.shift for row in one.marks.hidden}
        whole.marks.struck |= {row + part.shift: columns for row, columns in one.marks.struck.items()}
    return whole


def _says(formats: ColumnFormats, column: int) -> tuple[object, ...]:
    """What the formats say of the cells of a column."""
    labels = {label for code in formats.codes[column] if TELLING.search(label := label_of(code))}
    foreign = formats.currency.get(column, "") not in EURO and formats.currency[column]
    return labels, foreign, formats.zeros.get(column), column in formats.wordy
