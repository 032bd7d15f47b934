"""The column that we add to a csv given back: how its cells look, and how they are left out when it comes again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from tabular import Sheet
from tabular.cells import Cell

HEADERS = ("Import-Hinweis", "Import note")
STARTS = ("Offen: ", "Open: ")
SEARCHED = 150  # rows in which the header may stand


def leave_out(sheet: Sheet) -> None:
    """Take our notes off the rows of a list that we gave back; any other sheet stays as it is."""
    place = column_in(sheet.rows())
    if place is not None:
        rows = sheet.rows
        sheet.rows = lambda: (without_note(row, place) for row in rows())


def column_in(rows: Iterable[Sequence[Cell]]) -> int | None:
    """Where our column begins: one of the first rows ends with its header."""
    lasts = ((row, _last(row)) for row in islice(rows, SEARCHED))
    return next((place for row, place in lasts if place is not None and row[place] in HEADERS), None)


def without_note(row: list[Cell], place: int) -> list[Cell]:
    """The row up to our cell: the last one with a value, behind all that the header names."""
    last = _last(row)
    is_ours = last is not None and last >= place and (row[last] in HEADERS or str(row[last]).startswith(STARTS))
    return row[:last] if is_ours else row


def _last(row: Sequence[Cell]) -> int | None:
    return next((index for index in reversed(range(len(row))) if row[index] not in ("", None)), None)
