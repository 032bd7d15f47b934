"""What only the formats of a workbook tell: per cent, currency, leading zeros, formulas that were never computed."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl.reader.excel import ExcelReader
from openpyxl.utils.exceptions import InvalidFileException

BROKEN = (
    InvalidFileException, zipfile.BadZipFile, ParseError, KeyError, ValueError, TypeError, IndexError,
    AttributeError, OSError, OverflowError, EOFError, RuntimeError,
)  # fmt: skip
ZEROS = re.compile(r"0{2,}\Z")
CURRENCY = re.compile(r"\[\$([^\]-]*)|([$£¥₤]|CHF|USD|GBP|PLN|CZK|kr\b|zł|Kč)")


@dataclass
class ColumnFormats:
    """By column index: usual number format, currency sign, zeros to fill; and where formulas have no result."""

    currency: dict[int, str] = field(default_factory=dict)
    zeros: dict[int, int] = field(default_factory=dict)
    percent: set[int] = field(default_factory=set)
    uncomputed: set[int] = field(default_factory=set)


class _NoTexts:
    """Stands for the shared strings, which this pass does not need and which take longest to read."""

    def __getitem__(self, index: int) -> str:
        return "text"

    def __len__(self) -> int:
        return 1


class _FormatReader(ExcelReader):
    def read_strings(self) -> None:
        self.shared_strings = _NoTexts()


def formats_of(data: bytes, sheet: str, first: int, count: int = 50) -> ColumnFormats:
    """Formats of `count` rows from row `first` (from 1); empty where the workbook's styles cannot be read."""
    try:
        formulas = _cells(data, sheet, first, count, values=False)
        if not formulas:
            return ColumnFormats()
        found = ColumnFormats()
        _learn(found, formulas)
        if any(str(cell.value or "").startswith("=") for row in formulas for cell in row):
            _find_uncomputed(found, formulas, _cells(data, sheet, first, count, values=True))
    except BROKEN:
        return ColumnFormats()
    return found


def _cells(data: bytes, sheet: str, first: int, count: int, *, values: bool) -> list[tuple[Any, ...]]:
    reader = _FormatReader(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    reader.read()
    worksheet = reader.wb[sheet]
    worksheet.reset_dimensions()
    try:
        return list(worksheet.iter_rows(min_row=first, max_row=first + count - 1))
    finally:
        reader.wb.close()


def _learn(found: ColumnFormats, rows: list[tuple[Any, ...]]) -> None:
    usual: dict[int, Counter[str]] = {}
    for row in rows:
        for index, cell in enumerate(row):
            if cell.value is not None and cell.number_format:
                usual.setdefault(index, Counter())[str(cell.number_format)] += 1
    for index, counts in usual.items():
        _learn_column(found, index, counts)


def _learn_column(found: ColumnFormats, index: int, counts: Counter[str]) -> None:
    code = next((code for code, _ in counts.most_common() if code != "General"), "General")
    if "%" in code:
        found.percent.add(index)
    if ZEROS.match(code):
        found.zeros[index] = len(code)
    for code in counts:
        if sign := currency_in(code):
            if sign not in ("€", "EUR", "Euro") or index not in found.currency:
                found.currency[index] = sign


def currency_in(code: str) -> str:
    """`#,##0.00 [$CHF]` → CHF; "" where a number format names none."""
    if "€" in code or "EUR" in code:
        return "€"
    match = CURRENCY.search(code)
    return ((match[1] or match[2]) or "").strip(' "') if match else ""


def _find_uncomputed(found: ColumnFormats, formulas: list[tuple[Any, ...]], values: list[tuple[Any, ...]]) -> None:
    for formula_row, value_row in zip(formulas, values, strict=False):
        for index, (formula, value) in enumerate(zip(formula_row, value_row, strict=False)):
            if str(formula.value or "").startswith("=") and value.value in (None, ""):
                found.uncomputed.add(index)
