"""What only the formats of a workbook tell: per cent, currency, leading zeros, formulas that were never computed."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import ParseError

from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._reader import WorkSheetParser

from tabular.marks import MOST_BYTES, Marks, marks_in, styles_in

BROKEN = (
    InvalidFileException,
    zipfile.BadZipFile,
    ParseError,
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
    NotImplementedError,
)
ZEROS = re.compile(r"0{2,}\Z")
EURO = ("€", "EUR", "Euro", "")
LABEL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|(€)')
TELLING = re.compile(r"(?!€|EUR\b|Euro\b)[^\W_]", re.I)  # `€` alone does not say what a price is for
CURRENCY = re.compile(r"\[\$([^\]-]*)|([$£¥₤]|CHF|USD|GBP|PLN|CZK|kr\b|zł|Kč)")


@dataclass
class ColumnFormats:
    """By column index: number formats, currency sign, zeros to fill; where formulas have no result; marked rows.

    cells: column → row → number format, where one says more than that prices are in euro; wordy: of these columns
        those in which most have words, so that a cell without may only lack them.
    """

    codes: dict[int, list[str]] = field(default_factory=dict)
    cells: dict[int, dict[int, str]] = field(default_factory=dict)
    wordy: set[int] = field(default_factory=set)
    currency: dict[int, str] = field(default_factory=dict)
    zeros: dict[int, int] = field(default_factory=dict)
    percent: set[int] = field(default_factory=set)
    uncomputed: set[int] = field(default_factory=set)
    marks: Marks = field(default_factory=Marks)

    def of_cell(self, row: int, column: int) -> list[str]:
        """The number format of a cell; all those of its column where its own is not known, or lacks words."""
        own = self.cells.get(column, {}).get(row)
        if own is None or column in self.wordy and not label_of(own):
            return self.codes.get(column, [])
        return [own]

    def currency_of(self, row: int, column: int) -> str:
        usual = self.currency.get(column, "")
        return usual if usual in EURO else foreign_before(self.of_cell(row, column))


class _NoTexts:
    """Stands for the shared strings, which this pass does not need and which take longest to read."""

    def __getitem__(self, index: int) -> str:
        return "text"

    def __len__(self) -> int:
        return 1


class _FormatReader(ExcelReader):
    """Opens the workbook's frame only: no texts, and of the sheets only the rows that are asked for."""

    def read_strings(self) -> None:
        self.shared_strings = _NoTexts()

    def read_worksheets(self) -> None:
        self.parts = {sheet.name: rel.target for sheet, rel in self.parser.find_sheets()}

    def number_format(self, style: int) -> str:
        code = self.wb._cell_styles[style].numFmtId
        return str(self.wb._number_formats[code - 164] if code >= 164 else BUILTIN_FORMATS.get(code, "General"))

    def rows(self, sheet: str, first: int, count: int, *, values: bool) -> list[dict[int, tuple[str, str]]]:
        """Rows as {column index: (value, number format)}; formulas as `=...` unless their values are asked for."""
        rows = []
        with self.archive.open(self.parts[sheet]) as part:
            parser = WorkSheetParser(part, self.shared_strings, data_only=values, epoch=self.wb.epoch)
            for number, cells in parser.parse():
                if number >= first + count:
                    break
                if number >= first:
                    rows.append({cell["column"] - 1: self._cell(cell) for cell in cells})
        return rows

    def xml(self, sheet: str) -> bytes:
        """All of a sheet; nothing where it is too large to look at each cell."""
        with self.archive.open(self.parts[sheet]) as part:
            xml = part.read(MOST_BYTES + 1)
        return xml if len(xml) <= MOST_BYTES else b""

    def marks(self, xml: bytes) -> Marks:
        struck = {at for at, style in enumerate(self.wb._cell_styles) if self.wb._fonts[style.fontId].strike}
        return marks_in(xml, struck) if struck or b'hidden="' in xml else Marks()

    def cells(self, xml: bytes) -> dict[int, dict[int, str]]:
        codes = [self.number_format(at) for at in range(len(self.wb._cell_styles))]
        telling = {
            at for at, code in enumerate(codes) if currency_in(code) not in EURO or TELLING.search(label_of(code))
        }
        found = styles_in(xml, telling) if telling else {}
        return {column: {row: codes[style] for row, style in rows.items()} for column, rows in found.items()}

    def _cell(self, cell: dict[str, Any]) -> tuple[str, str]:
        value = cell["value"]
        return ("" if value is None else str(value)), self.number_format(cell["style_id"])


def formats_of(data: bytes, sheet: str, first: int, count: int = 50) -> ColumnFormats:
    """Formats of `count` rows from row `first` (from 1); empty where the workbook's styles cannot be read."""
    found = ColumnFormats()
    try:
        reader = _FormatReader(io.BytesIO(data), read_only=True, data_only=False, keep_links=False)
        with warnings.catch_warnings(action="ignore"):
            reader.read()
        formulas = reader.rows(sheet, first, count, values=False)
        _learn(found, formulas)
        xml = reader.xml(sheet)
        found.marks, found.cells = reader.marks(xml), reader.cells(xml)
        for index, cells in found.cells.items():
            found.codes[index] = sorted({*found.codes.get(index, ()), *cells.values()})
            if 2 * sum(label_of(code) != "" for code in cells.values()) >= len(cells):
                found.wordy.add(index)
        found.currency = {index: sign for index, codes in found.codes.items() if (sign := foreign_before(codes))}
        if any(value.startswith("=") for row in formulas for value, _ in row.values()):
            _find_uncomputed(found, formulas, reader.rows(sheet, first, count, values=True))
    except BROKEN:
        return ColumnFormats()
    return found


def _learn(found: ColumnFormats, rows: list[dict[int, tuple[str, str]]]) -> None:
    usual: dict[int, Counter[str]] = {}
    for row in rows:
        for index, (value, code) in row.items():
            if value:
                usual.setdefault(index, Counter())[code] += 1
    for index, counts in usual.items():
        _learn_column(found, index, counts)


def _learn_column(found: ColumnFormats, index: int, counts: Counter[str]) -> None:
    found.codes[index] = sorted(counts)
    code = next((code for code, _ in counts.most_common() if code != "General"), "General")
    if "%" in code:
        found.percent.add(index)
    if ZEROS.match(code):
        found.zeros[index] = len(code)


def foreign_before(codes: list[str]) -> str:
    """The sign of a currency that these formats name, any other before the euro."""
    return min(filter(None, map(currency_in, codes)), key=lambda sign: sign in EURO, default="")


@lru_cache(maxsize=1024)
def label_of(code: str) -> str:
    """`€/100 St` in `#,##0.00\\ "€/100 St"`: what a number format writes beside the number."""
    return "".join("".join(parts) for parts in LABEL.findall(code.split(";")[0])).strip()


def currency_in(code: str) -> str:
    """`#,##0.00 [$CHF]` → CHF; "" where a number format names none."""
    if "€" in code or "EUR" in code:
        return "€"
    match = CURRENCY.search(code)
    return ((match[1] or match[2]) or "").strip(' "') if match else ""


def _find_uncomputed(
    found: ColumnFormats, formulas: list[dict[int, tuple[str, str]]], values: list[dict[int, tuple[str, str]]]
) -> None:
    for formula_row, value_row in zip(formulas, values, strict=False):
        for index, (formula, _) in formula_row.items():
            if formula.startswith("=") and not value_row.get(index, ("", ""))[0]:
                found.uncomputed.add(index)
