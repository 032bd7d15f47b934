"""Zip archives from strangers: what an honest workbook never needs is refused before anything is unpacked."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import IO

from tabular.errors import Unreadable

MOST_ENTRIES = 5_000
MOST_UNPACKED = 1_500_000_000
MOST_RATIO = 400  # a column of equal cells packs about 1:100
SMALL = 20_000_000  # below this size a high ratio does no harm
MOST_CELLS = 12_000_000  # the reader lays a sheet out as a full rectangle
MOST_ROWS = 500_000
MOST_REPEATED = 20_000
FAR_CELL = re.compile(rb'r="((?:[A-Z]{2,3}(?=\d))|[A-Z](?=\d{6}))(\d+)"[^>/]*>')
ANY_CELL = re.compile(rb'r="([A-Z]{1,3})(\d+)"[^>/]*>')
REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d{4,})"[^>]*office:value')
BROKEN = (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error)
NESTED = (".zip", ".xlsx", ".xls", ".ods", ".csv", ".7z", ".rar", ".gz")


def open_archive(data: bytes | IO[bytes]) -> zipfile.ZipFile:
    """The checked archive; raises Unreadable for bombs, odd paths, encryption and broken files."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data)
    except (*BROKEN, OverflowError):
        raise Unreadable("broken", kind="zip") from None
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES:
        raise Unreadable("archive", why="entries")
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unreadable("password")
    if any(entry.filename.startswith("/") or ".." in entry.filename.split("/") for entry in entries):
        raise Unreadable("archive", why="path")
    _check_size(entries)
    return archive


def _check_size(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked / packed > MOST_RATIO):
        raise Unreadable("archive", why="bomb")


def kind_of(archive: zipfile.ZipFile) -> str:
    """xlsx, xlsb or ods; raises Unreadable and names what it is instead."""
    names = set(archive.namelist())
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if "mimetype" in names or "content.xml" in names:
        return _open_document(archive, names)
    for folder, found in (("word/", "Word"), ("ppt/", "PowerPoint")):
        if any(name.startswith(folder) for name in names):
            raise Unreadable("wrong_type", found=found)
    if "Index/Document.iwa" in names:
        raise Unreadable("wrong_type", found="Apple Numbers")
    nested = any(name.lower().endswith(NESTED) for name in names)
    raise Unreadable("archive", why="nested" if nested else "zip")


def _open_document(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "META-INF/manifest.xml" in names and b"encryption-data" in _head(archive, "META-INF/manifest.xml", 2_000_000):
        raise Unreadable("password")
    kind = _head(archive, "mimetype", 200).decode("ascii", "replace") if "mimetype" in names else "spreadsheet"
    if "spreadsheet" not in kind:
        raise Unreadable("wrong_type", found="OpenDocument" if "opendocument" in kind else "Zip")
    return "ods"


def _head(archive: zipfile.ZipFile, name: str, size: int) -> bytes:
    try:
        with archive.open(name) as entry:
            return entry.read(size)
    except BROKEN:
        raise Unreadable("broken", kind="zip") from None


def check_extent(archive: zipfile.ZipFile, kind: str) -> None:
    """Refuse a sheet whose few cells lie so far apart that laying it out would fill the memory."""
    for name in archive.namelist():
        if kind == "ods" and name == "content.xml":
            for chunk in _chunks(archive, name):
                if any(int(match[1]) > MOST_REPEATED for match in REPEATED.finditer(chunk)):
                    raise Unreadable("archive", why="extent")
        elif kind == "xlsx" and name.startswith("xl/worksheets/") and name.endswith(".xml"):
            _check_sheet(archive, name)


def _check_sheet(archive: zipfile.ZipFile, name: str) -> None:
    """Only cells with a value count: formats often reach down to Excel's last row."""
    widest, lowest = _extent(archive, name, FAR_CELL, 26, 99_999)
    if widest * lowest > MOST_CELLS and lowest == 99_999:
        widest, lowest = _extent(archive, name, ANY_CELL, 1, 1)
    if widest * lowest > MOST_CELLS and (widest > 26 or lowest > MOST_ROWS):
        raise Unreadable("archive", why="extent")


def _extent(
    archive: zipfile.ZipFile, name: str, pattern: re.Pattern[bytes], widest: int, lowest: int
) -> tuple[int, int]:
    for chunk in _chunks(archive, name):
        for match in pattern.finditer(chunk):
            widest = max(widest, _column(match[1]))
            lowest = max(lowest, int(match[2]))
    return widest, lowest


def _chunks(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """An entry piece by piece, never more than it announced, pieces overlapping by a cell's head."""
    tail, left = b"", archive.getinfo(name).file_size
    try:
        with archive.open(name) as entry:
            while chunk := entry.read(1 << 20):
                left -= len(chunk)
                if left < 0:
                    raise Unreadable("archive", why="bomb")
                yield tail + chunk
                tail = chunk[-64:]
    except BROKEN:
        raise Unreadable("broken", kind="zip") from None


def _column(name: bytes) -> int:
    index = 0
    for sign in name:
        index = index * 26 + sign - 64
    return index
