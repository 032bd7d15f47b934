"""Invented lists as they come from bakers, farms, butchers, joiners and shops, each with what must be read from it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from catalog.imports import Memory, Statement

NET = Statement("net", Decimal("19"))
NET7 = Statement("net", Decimal("7"))
GROSS7 = Statement("gross", Decimal("7"))
SILENT = Statement()


@dataclass
class Case:
    """articles: number or name → (net price, price quantity, unit, VAT); others are outcomes by row."""

    name: str
    data: bytes
    header_row: int | None = 1
    sheet: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    articles: dict[str, tuple[str, int, str, str]] = field(default_factory=dict)
    outcomes: dict[int, str] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    statement: Statement = NET
    memory: Memory | None = None
    check: Callable[[list], None] | None = None


def workbook(
    *sheets: tuple[str, list[list[object]]], style: Callable[[Worksheet], None] | None = None, hidden: str = ""
) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name == hidden:
            sheet.sheet_state = "hidden"
        if style:
            style(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text(lines: str, encoding: str = "utf-8") -> bytes:
    return lines.strip("\n").encode(encoding)


CASES: list[Case] = []


def case(name: str, data: bytes, **expected: object) -> None:
    CASES.append(Case(name, data, **expected))  # type: ignore[arg-type]


def equal(found: object, wanted: object) -> None:
    assert found == wanted, (found, wanted)
