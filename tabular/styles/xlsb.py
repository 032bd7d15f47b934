"""xlsb: the records of the newer binary workbook (BIFF12)."""

from __future__ import annotations

import io
import posixpath
import struct
import zipfile
from collections.abc import Iterator
from itertools import dropwhile, takewhile

from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.xml.functions import fromstring

from tabular.formats import MOST_RECORDS, ColumnFormats, Look, Styled, gathered

MOST_BYTES = 12_000_000  # of each part
BOOK, RELATIONS, STYLES = "xl/workbook.bin", "xl/_rels/workbook.bin.rels", "xl/styles.bin"
SHEET, FONT, FORMAT, STYLE, STYLES_BEGIN, STYLES_END = 156, 43, 44, 47, 617, 618
ROW = 0
CELLS = {*range(2, 12), 62}
STRUCK, HIDDEN = 0x08, 0x10
Records = Iterator[tuple[int, bytes]]


def formats(data: bytes, sheet: str, first: int, count: int) -> ColumnFormats:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        named = [_text(body[8:]) for kind, body in _records(_part(archive, BOOK)) if kind == SHEET]
        relations = {_text(name)[0]: relation for relation, name in named}
        targets = {one.get("Id"): one.get("Target") for one in fromstring(_part(archive, RELATIONS))}
        part = posixpath.normpath(posixpath.join("/xl", targets[relations[sheet]]))[1:]
        return gathered(_cells(_records(_part(archive, part)), _looks(_part(archive, STYLES))), first, count)


def _looks(part: bytes) -> list[Look]:
    codes = dict(BUILTIN_FORMATS)
    struck = []
    for kind, body in _records(part):
        if kind == FORMAT:
            codes[struct.unpack_from("<H", body)[0]] = _text(body[2:])[0]
        elif kind == FONT:
            struck.append(bool(body[2] & STRUCK))
    begun = dropwhile(lambda record: record[0] != STYLES_BEGIN, _records(part))
    section = takewhile(lambda record: record[0] != STYLES_END, begun)
    styles = [struct.unpack_from("<HHH", body) for kind, body in section if kind == STYLE]
    return [(codes.get(code, "General"), struck[font]) for _, code, font in styles]


def _cells(records: Records, looks: list[Look]) -> Iterator[Styled]:
    row, hidden = 0, False
    for kind, body in records:
        if kind == ROW:
            row, hidden = struct.unpack_from("<I", body)[0], bool(body[11] & HIDDEN)
        elif kind in CELLS:
            column, style = struct.unpack_from("<II", body)
            yield row + 1, column, looks[style & 0xFFFFFF], hidden


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    with archive.open(name) as part:
        return part.read(MOST_BYTES)


def _records(part: bytes) -> Records:
    """Kind and size take seven bits of each byte, the eighth says that another follows."""
    at = 0
    for _ in range(MOST_RECORDS):
        if at + 6 > len(part):
            return
        kind, at = _varied(part, at, 2)
        size, at = _varied(part, at, 4)
        if at + size > len(part):
            return
        yield kind, part[at : at + size]
        at += size


def _varied(part: bytes, at: int, most: int) -> tuple[int, int]:
    number = 0
    for place in range(most):
        byte = part[at + place]
        number |= (byte & 0x7F) << 7 * place
        if byte < 0x80:
            break
    return number, at + place + 1


def _text(body: bytes) -> tuple[str, bytes]:
    """A text behind its length, and what follows; the length of one that is not there is -1."""
    size = 4 + 2 * max(0, struct.unpack_from("<i", body)[0])
    return body[4:size].decode("utf-16-le"), body[size:]
