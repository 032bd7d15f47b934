"""xls: the records of the older binary workbook (BIFF8, and BIFF5 of Excel 95)."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from openpyxl.styles.numbers import BUILTIN_FORMATS

from tabular.compound import stream_of
from tabular.formats import MOST_RECORDS, ColumnFormats, Look, Styled, gathered

BEGIN, END, SHEET, FONT, FORMAT, STYLE = 0x0809, 0x000A, 0x0085, 0x0031, 0x041E, 0x00E0
ROW, SEVERAL = 0x0208, 0x00BD
CELLS = {0x0006, 0x0406, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E}  # formulas, texts, numbers, truth values
BIFF8 = 0x0600
STRUCK, HIDDEN = 0x08, 0x20
Records = Iterator[tuple[int, bytes]]


def formats(data: bytes, sheet: str, first: int, count: int) -> ColumnFormats:
    stream = stream_of(data, "workbook", "book")
    said: dict[int, list[bytes]] = {kind: [] for kind in (BEGIN, SHEET, FONT, FORMAT, STYLE)}
    for kind, body in _records(stream, 0):
        if kind in said:
            said[kind].append(body)
    wide = _number(said[BEGIN][0]) == BIFF8
    starts = {_text(body[6:], 1, wide): struct.unpack_from("<I", body)[0] for body in said[SHEET]}
    return gathered(_cells(_records(stream, starts[sheet]), _looks(said, wide)), first, count)


def _looks(said: dict[int, list[bytes]], wide: bool) -> list[Look]:
    codes = {**BUILTIN_FORMATS, **{_number(body): _text(body[2:], 1 + wide, wide) for body in said[FORMAT]}}
    struck = [bool(body[2] & STRUCK) for body in said[FONT]]
    struck.insert(4, False)  # no font has the number 4
    styles = [struct.unpack_from("<HH", body) for body in said[STYLE]]
    return [(codes.get(code, "General"), struck[font]) for font, code in styles]


def _cells(records: Records, looks: list[Look]) -> Iterator[Styled]:
    hidden = set()
    for kind, body in records:
        if kind == ROW:
            if body[12] & HIDDEN:
                hidden.add(_number(body))
        elif kind in CELLS:
            row, column, style = struct.unpack_from("<HHH", body)
            yield row + 1, column, looks[style], row in hidden
        elif kind == SEVERAL:
            row, first = struct.unpack_from("<HH", body)
            for column, (style, _) in enumerate(struct.iter_unpack("<HI", body[4:-2]), first):
                yield row + 1, column, looks[style], row in hidden


def _records(stream: bytes, at: int) -> Records:
    for _ in range(MOST_RECORDS):
        kind, size = struct.unpack_from("<HH", stream, at)
        if kind == END:
            return
        yield kind, stream[at + 4 : at + 4 + size]
        at += 4 + size


def _number(body: bytes) -> int:
    return int.from_bytes(body[:2], "little")


def _text(body: bytes, length: int, wide: bool) -> str:
    """A text behind its length, which takes one or two bytes; `wide` are those that may hold any sign."""
    size, body = int.from_bytes(body[:length], "little"), body[length:]
    if not wide:
        return body[:size].decode("cp1252", "replace")
    return body[1 : 1 + 2 * size].decode("utf-16-le") if body[0] & 1 else body[1 : 1 + size].decode("latin-1")
