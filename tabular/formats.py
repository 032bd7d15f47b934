"""What only the formats of a workbook tell: currency, leading zeros, what a price is for, which rows are hidden."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice

MOST_CELLS = 400_000  # that are looked at one by one
MOST_RECORDS = 1_000_000  # of a binary workbook's part
ZEROS = re.compile(r"0{2,}\Z")
EURO = ("€", "EUR", "Euro", "")
LABEL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|(€)')
TELLING = re.compile(r"(?!€|EUR\b|Euro\b)[^\W_]", re.I)  # `€` alone does not say what a price is for
CURRENCY = re.compile(r"\[\$([^\]-]*)|([$£¥₤]|CHF|USD|GBP|PLN|CZK|kr\b|zł|Kč)")
Look = tuple[str, bool]  # number format; is it struck through
Styled = tuple[int, int, Look, bool]  # a filled cell: row from 1, column from 0, its look; is its row hidden


@dataclass
class Marks:
    """hidden: rows; struck: row → columns, from 0."""

    hidden: set[int] = field(default_factory=set)
    struck: dict[int, list[int]] = field(default_factory=dict)


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


def learnt(usual: dict[int, Counter[str]], cells: dict[int, dict[int, str]], marks: Marks) -> ColumnFormats:
    """What follows from the formats of the first rows, counted by column, and of all cells in columns that tell."""
    found = ColumnFormats({index: sorted(counts) for index, counts in usual.items()}, cells, marks=marks)
    for index, counts in usual.items():
        if ZEROS.match(code := next((code for code, _ in counts.most_common() if code != "General"), "")):
            found.zeros[index] = len(code)
    for index, rows in cells.items():
        found.codes[index] = sorted({*found.codes.get(index, ()), *rows.values()})
        if 2 * sum(label_of(code) != "" for code in rows.values()) >= len(rows):
            found.wordy.add(index)
    found.currency = {index: sign for index, codes in found.codes.items() if (sign := foreign_before(codes))}
    return found


def gathered(cells: Iterable[Styled], first: int, count: int) -> ColumnFormats:
    """The same from cells one by one; `count` rows from row `first` on are the first ones."""
    columns: dict[int, dict[int, str]] = {}
    marks = Marks()
    for row, column, (code, struck), hidden in islice(cells, MOST_CELLS):
        columns.setdefault(column, {})[row] = code
        if struck:
            marks.struck.setdefault(row, []).append(column)
        if hidden:
            marks.hidden.add(row)
    near = range(first, first + count)
    usual = {index: Counter(rows[row] for row in near if row in rows) for index, rows in columns.items()}
    telling = {index: rows for index, rows in columns.items() if any(map(tells, set(rows.values())))}
    return learnt({index: counts for index, counts in usual.items() if counts}, telling, marks)


def tells(code: str) -> bool:
    """Does a number format say more than that prices are in euro?"""
    return currency_in(code) not in EURO or bool(TELLING.search(label_of(code)))


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
