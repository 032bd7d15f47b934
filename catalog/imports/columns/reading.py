"""A file opened: its format, the table that is the list, and what the columns mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from catalog.imports.cells import notes
from catalog.imports.cells.state_words import heads_gone
from catalog.imports.columns import nothing
from catalog.imports.columns.fields import known
from catalog.imports.columns.headerless import find_headerless, propose_headerless
from catalog.imports.columns.mapping import propose, sample_of
from catalog.imports.columns.memory import Memory
from catalog.imports.columns.plan import Plan
from catalog.imports.columns.sections import Sections
from catalog.imports.columns.several_sheets import joined, same_columns, two_tables
from catalog.imports.columns.side_by_side import second_list
from catalog.imports.language.audience import FOR_BUYING, INTERNAL
from catalog.imports.language.price_words import YEAR
from tabular import Book, Table, Unreadable, find_tables, open_book
from tabular.book import Rows
from tabular.cells import Cell

WEIGHTS = {
    "name": 3.0,
    "price": 4.0,
    "article_number": 2.0,
    "unit": 1.0,
    "vat_rate": 1.0,
    "gtin": 0.7,
    "description": 0.5,
    "packaging": 0.7,
    "category": 0.4,
    "minimum": 0.5,
    "price_quantity": 0.7,
    "currency": 0.3,
    "interval": 0.3,
    "price_gross": 0.5,
}
OUTDATED = re.compile(r"\bveraltet|\bnicht mehr (?:verwenden|benutzen|gültig)|\boutdated", re.I)
OFTEN_OLD = (
    "alt",
    "archiv",
    "backup",
    "kopie",
    "vorlage",
    "muster",
    "beispiel",
    "template",
    "sicherung",
    "test",
    "entwurf",
    "old",
    "copy",
)
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "'")
CLOSE = 0.94


@dataclass
class Candidate:
    """A table with its plan and how well it fits a list of goods for sale."""

    table: Table
    plan: Plan
    fit: float


@dataclass
class Reading:
    """A file whose list was found; rows are read anew from `table` each time."""

    book: Book
    table: Table
    plan: Plan
    others: list[tuple[str, int, int]]
    forgot_columns: bool = False  # what was remembered of the columns would have left no list

    @property
    def format(self) -> str:
        return self.book.format.kind

    @property
    def encoding(self) -> str | None:
        return self.book.format.encoding

    @property
    def sheet(self) -> str:
        return self.table.sheet.name

    @property
    def sheets(self) -> list[str]:
        """All on which the list stands, `sheet` being the first."""
        return self.table.names

    @property
    def header_row(self) -> int | None:
        """Of several lines of headings the one with most of them, else the first; None where there is none."""
        return self.table.main_header or None

    def columns_json(self) -> dict[str, dict[str, object]]:
        return self.plan.as_dict()

    def sample(self, count: int = 5) -> list[tuple[int, list[str]]]:
        """(row, texts) for the mapping page; purchase prices and internal columns are blank."""
        return sample_of(self.table, self.plan, count)


def read(
    data: bytes,
    *,
    sheet: str | None = None,
    memory: Memory | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
) -> Reading:
    """Open a file and find its list. Raises tabular.Unreadable (no_table, two_tables, no_sheet, ...)."""
    book = open_book(data, encoding=encoding, delimiter=delimiter)
    if sheet is not None:
        book.sheets = _only(book, sheet)
    for one in book.sheets:
        notes.leave_out(one)
    try:
        return _read(book, memory, by_hand=sheet is not None)
    except Unreadable as reason:
        if reason.rule != "no_table" or memory is None or not memory.columns:
            raise
    # What was said of another file's columns makes no list of this one: read as if nothing had been said, but ask.
    reading = _read(book, replace(memory, columns={}), by_hand=sheet is not None)
    reading.plan = replace(reading.plan, questions=(*reading.plan.questions, "price_column_unclear"), fields={})
    reading.forgot_columns = True
    return reading


def _read(book: Book, memory: Memory | None, *, by_hand: bool) -> Reading:
    candidates = [_candidate(table, memory) for table in find_tables(book, known)]
    try:
        chosen = _choose([one for one in candidates if one.fit > 0], book, memory, by_hand=by_hand)
    except Unreadable as reason:
        chosen = _without_header(book, memory, reason)
    names = chosen.table.names
    for one in book.sheets:
        if one.name not in names:
            one.unload()
    above = [part.above for part in chosen.table.parts if part.above]
    others = [(table.sheet.name, table.main_header, table.filled) for table in above]
    if not chosen.plan.blocks and second_list(chosen.table) > 0:
        others.append((chosen.table.sheet.name, chosen.table.main_header, chosen.table.filled))
    others += [
        (one.table.sheet.name, one.table.main_header, one.table.filled)
        for one in candidates
        if one.table.sheet.name not in names and one.table.filled and one.fit > 0
    ]
    if chosen.plan.own_export:
        chosen.table.sheet.rows = _unguarded(chosen.table.sheet.rows)
    return Reading(book, chosen.table, chosen.plan, others)


def _without_header(book: Book, memory: Memory | None, reason: Unreadable) -> Candidate:
    """No line of known headings: by the values alone, if they are goods with prices."""
    table = find_headerless(book) if reason.rule == "no_table" else None
    if table is None:
        raise reason
    plan = propose(table, memory) if table.main_header else propose_headerless(table, memory)
    if not _fit(table, plan):
        raise reason
    return Candidate(table, plan, 0.0)


def _unguarded(rows: Rows) -> Rows:
    """Our export puts an apostrophe before texts that a spreadsheet would calculate; here it comes off again."""
    return lambda: ([_bare(cell) for cell in line] for line in rows())


def _bare(cell: Cell) -> Cell:
    return cell[1:] if cell.__class__ is str and cell[:1] == "'" and cell[1:].startswith(FORMULA_STARTS) else cell


def _only(book: Book, name: str) -> list:
    found = [one for one in book.sheets if one.name == name] or [
        one for one in book.sheets if one.name.casefold().strip() == name.casefold().strip()
    ]
    if not found:
        raise Unreadable("no_sheet", sheet=name, sheets=[one.name for one in book.sheets])
    return found


def _candidate(table: Table, memory: Memory | None) -> Candidate:
    """The table with what its columns mean; from its first header on, where the later one names no other columns."""
    plan = propose(table, memory)
    above = table.above
    if above is not None and above.filled and above.is_like(table):
        first = propose(above, memory)
        later = Sections(above.headers, first.index("price")).read(list(table.headers)) if _has_price(first) else None
        if later and (not later.doubt or above.filled >= table.filled):
            above.filled += table.filled
            return Candidate(above, first, _fit(above, first))
    return Candidate(table, plan, _fit(table, plan))


def _fit(table: Table, plan: Plan) -> float:
    """How much of a priced list this is; 0 where rows, names or numbers are missing."""
    if not table.filled:
        return 0.0
    fields = {column.field for column in plan.columns if column.filled}
    if not ({"name", "article_number"} & fields):
        return 0.0
    fit = sum(weight for name, weight in WEIGHTS.items() if name in fields)
    if plan.questions or "price" not in fields:
        fit -= 3
    if not table.sheet.visible:
        fit -= 3
    if _is_aside(table.sheet.name):
        fit -= 2
    if _is_old(table.sheet.name) or any(map(OUTDATED.search, table.before)):
        fit -= 2
    return max(fit, 0.1)


def _is_aside(sheet: str) -> bool:
    """`Preise alt`, `Ausgelistet`, `Kalkulation intern`, another year: hardly the list of today, if there is one."""
    years = YEAR.findall(sheet)
    other_year = bool(years) and str(date.today().year) not in years
    said = any(words.search(sheet) for words in (FOR_BUYING, INTERNAL))
    return _is_old(sheet) or other_year or heads_gone(sheet) or said


def _is_old(sheet: str) -> bool:
    name = sheet.casefold()
    return any(word in name.split() or name.endswith(word) for word in OFTEN_OLD)


def _choose(candidates: list[Candidate], book: Book, memory: Memory | None, *, by_hand: bool) -> Candidate:
    if not candidates:
        raise nothing.found_in(book)
    best, *rest = sorted(candidates, key=lambda one: one.fit, reverse=True)
    if not _priced(best) and not by_hand and best.fit < 4 and not _costs(best):
        raise nothing.found_in(book)
    if by_hand:
        return best
    order = [one.name for one in book.sheets]
    rivals = [one for one in rest if one.fit >= CLOSE * best.fit and _priced(one)]
    chosen = _joined(best, rest, order, memory) or best
    if any(one.table.sheet.name not in chosen.table.names for one in rivals):
        tables = (one.table for one in (best, *rivals))
        raise two_tables(sorted(tables, key=lambda one: order.index(one.sheet.name)))
    return chosen


def _joined(best: Candidate, rest: list[Candidate], order: list[str], memory: Memory | None) -> Candidate | None:
    """The best sheet and those under the same headings as one list, in the order of the book."""
    alike = [one for one in rest if _priced(one) and same_columns(one.table, best.table) and _is_of_today(one.table)]
    if not (alike and _priced(best) and _is_of_today(best.table)):
        return None
    sheets = sorted((best, *alike), key=lambda one: order.index(one.table.sheet.name))
    found = joined([(one.table, one.plan) for one in sheets], partial(propose, memory=memory))
    return Candidate(*found, best.fit) if found else None


def _is_of_today(table: Table) -> bool:
    return table.sheet.visible and not _is_aside(table.sheet.name)


def _costs(one: Candidate) -> bool:
    """A list of goods all the same, only with purchase prices; they are never read."""
    return any(column.field == "purchase_price" and column.filled for column in one.plan.columns)


def _priced(one: Candidate) -> bool:
    return _has_price(one.plan)


def _has_price(plan: Plan) -> bool:
    price = plan.column("price")
    return price is not None and price.filled
