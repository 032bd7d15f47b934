"""The styles of a sheet's cells, read from each kind of workbook."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from xml.parsers.expat import ExpatError

from openpyxl.utils.exceptions import InvalidFileException

from tabular.errors import Unreadable
from tabular.formats import ColumnFormats
from tabular.styles import ods, xls, xlsb, xlsx

BROKEN = (
    InvalidFileException,
    Unreadable,
    zipfile.BadZipFile,
    SyntaxError,  # of XML
    ExpatError,
    KeyError,
    ValueError,
    TypeError,
    IndexError,
    AttributeError,
    OSError,
    OverflowError,
    EOFError,
    RuntimeError,
    zlib.error,
    struct.error,
    NotImplementedError,
)
READERS: dict[str, Callable[[bytes, str, int, int], ColumnFormats]] = {
    "xlsx": xlsx.formats,
    "xlsb": xlsb.formats,
    "xls": xls.formats,
    "ods": ods.formats,
}


def formats_of(data: bytes, kind: str, sheet: str, first: int, count: int = 50) -> ColumnFormats:
    """Formats of a sheet whose list starts at row `first` (from 1); empty where the styles cannot be read."""
    try:
        return READERS[kind](data, sheet, first, count)
    except BROKEN:
        return ColumnFormats()
