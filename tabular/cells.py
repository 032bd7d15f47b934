"""Cells as the user sees them, and columns as Excel names them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from typing import Any

Cell = Any  # "" | str | int | float | bool | date | datetime | time | timedelta

NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


BLANKS, HYPHENS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000", "\u2010\u2011"
# Where a word may break, directions of writing, byte order marks
UNSEEN = "\x00\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
MARKS = "\u0300-\u036f"  # umlauts in two signs, as some systems write them
ODD = re.compile(f"[{BLANKS}{HYPHENS}{UNSEEN}{MARKS}]|  ")
AS_TYPED = ((re.compile(f"[ {BLANKS}]+"), " "), (re.compile(f"[{HYPHENS}]"), "-"), (re.compile(f"[{UNSEEN}]"), ""))


def as_typed(text: str) -> str:
    """What programs for typesetting and browsers put into a text, as a keyboard has it; what nobody sees is gone."""
    if ODD.search(text) is None:
        return text
    for signs, typed in AS_TYPED:
        text = signs.sub(typed, text)
    return unicodedata.normalize("NFC", text)


def in_workbook(text: str) -> str:
    """The text without the signs that the XML of a workbook cannot hold."""
    return NOT_IN_XML.sub("", text)


def number_text(value: float) -> str:
    """A number as Excel shows it at most: 15 digits, no exponent, no `.0` behind whole numbers."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    text = f"{value:.15g}"
    return f"{value:.0f}" if "e+" in text else f"{value:.17f}".rstrip("0") if "e" in text else text


def cell_at(cells: list[Cell], index: int) -> Cell:
    """The cell of a row, empty where the row ends before it or there is no such column (-1)."""
    return cells[index] if 0 <= index < len(cells) else ""


def text_of(cell: Cell) -> str:
    """The text of a cell, trimmed; numbers with a decimal point, dates as 31.12.2026."""
    if cell.__class__ is str:
        return cell.strip()
    if cell.__class__ is bool:
        return "WAHR" if cell else "FALSCH"
    if isinstance(cell, (int, float)):
        return number_text(cell) if cell == cell and abs(cell) < 1e300 else str(cell)
    return "" if cell is None else _moment_text(cell)


def _moment_text(cell: Cell) -> str:
    if isinstance(cell, datetime) and cell.time() != time():
        return cell.strftime("%d.%m.%Y %H:%M")
    if isinstance(cell, date):
        return cell.strftime("%d.%m.%Y")
    return str(cell)


def letter(index: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def position(name: str) -> int:
    """A → 0, AA → 26; ValueError for anything but letters."""
    index = 0
    for sign in name.strip().upper():
        if not "A" <= sign <= "Z":
            raise ValueError(name)
        index = index * 26 + ord(sign) - 64
    return index - 1
