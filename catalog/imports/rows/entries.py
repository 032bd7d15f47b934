"""Rows to entries: articles, the rows that continue them, and the rows that are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from catalog.imports.cells.state_words import says_only_gone
from catalog.imports.cells.steps import in_order
from catalog.imports.cells.sums import Sums, is_sum, speaks_of_sum
from catalog.imports.cells.views import part_of
from catalog.imports.columns.drafts import Entry
from catalog.imports.columns.plan import Plan
from catalog.imports.columns.sections import Section, Sections
from catalog.imports.columns.several_sheets import group_of
from catalog.imports.columns.side_by_side import titles_of
from catalog.imports.columns.size_columns import sizes_of, spread
from catalog.imports.language.words import key_of
from catalog.imports.rows.between_rows import LONG_TEXT, heading_text, is_note
from catalog.imports.rows.price_texts import reference_in
from tabular import Table, text_of
from tabular.cells import cell_at

ELSEWHERE = re.compile(
    r"(?:(?:(?:liefer|abhol|öffnungs|markt|verkaufs)?(?:tage?|gebiete?|zonen?|touren?|orte?|regionen|zeiten|termine?))|"
    r"wochentage?|plz|postleitzahl|stadtteile?|filialen?|standorte?|ansprechpartner(?:in)?|kontakt|telefon|warenwert|"
    r"bestellwert|(?:liefer|versand|fracht)kosten|versand|fracht|lieferung|zahlung|konditionen|ab warenwert|märkte|"
    r"datum|kunden?|day|region|zone)\b",
    re.I,
)
CHARGE = re.compile(
    r"mindest(?:bestell|auftrags|waren|einkaufs)?(?:wert|menge|umsatz)|(?:liefer|versand|fracht|verpackungs|porto)"
    r"(?:kosten|pauschale|gebühr)|(?:versand|fracht|porto|lieferung) |frei haus|skonto|rabatt ab|"
    r"minimum order|shipping|delivery",
    re.I,
)
OF_ALL = re.compile(
    r"^(?!.*\b(?:dies|folgend|nachfolgend|nachstehend|hier|unten|below)).*\b(?:alle|sämtliche|unsere|all)\b", re.I
)
MAIN_VIEWS = ("", "default", "admin", "all")
OF_ALL_VARIANTS = ("name", "category", "subcategory", "online", "offline", "attribute_name", "manufacturer", "vat_rate")
Row = tuple[int, list[Any]]


def entries_of(table: Table, plan: Plan, below: dict[int, int] | None = None) -> Iterator[Entry]:
    """All entries of a table: of its sheets and lists one after the other, and one per size where prices stand by size.

    `below` takes the header rows of tables of other things, with their number of rows.
    """
    for part in table.parts:
        yield from _of_sheet(part, plan, group_of(part.sheet.name) if table.further else "", below)


def _of_sheet(table: Table, plan: Plan, group: str, below: dict[int, int] | None) -> Iterator[Entry]:
    sizes = sizes_of(plan)
    for view, title in zip(plan.blocks, titles_of(table, plan.blocks), strict=True) if plan.blocks else [(None, "")]:
        rows = Rows(part_of(table, view) if view else table, plan, title or group)
        for entry in rows.entries():
            if view:
                entry.view = view
            if sizes and not entry.skipped:
                yield from spread(entry, plan, sizes)
            else:
                yield entry
        group = rows.group
        if below is not None:
            below.update(rows.below)


class Rows:
    """Groups a table's rows in one pass; holds no more than the rows whose meaning the next article decides."""

    def __init__(self, table: Table, plan: Plan, group: str = "") -> None:
        self.table, self.plan = table, plan
        self.number, self.name = plan.index("article_number"), plan.index("name")
        prices = ("price", "price_gross", "list_price")
        series = [column.index for kind in ("unit_price", "step_price", "size_price") for column in plan.numbered(kind)]
        self.prices = [index for name in prices if (index := plan.index(name)) >= 0] + series
        self.prices = self.prices or [one.index for one in plan.columns if one.field == "purchase_price"]
        self.packed = max(plan.index("unit"), plan.index("packaging"))
        self.bound = plan.index("step_bound") if not plan.numbered("step_price") else -1
        texts = {plan.index(name) for name in ("description", "image", "note", "name_2", "description_en")}
        self.texts = (
            {index for index in texts if index >= 0}
            | {column.index for column in plan.numbered("image")}
            | {index for _, index in plan.attributes}
        )
        self.keys = [key_of(header) for header in table.headers]
        self.leftmost = next((at for at, key in enumerate(self.keys) if key), 0)
        self.name_length = len(table.headers[self.name]) + 2 if self.name >= 0 else 0
        self.carried = plan.index("category") if plan.carries_category else -1
        self.below: dict[int, int] = {}  # header row of a table of other things → its rows
        self.foreign = 0
        self.last_row, self.after_gap = 0, False
        self.group_key, self.store_view = plan.index("group_key"), plan.index("store_view")
        self.dropped = plan.dropped
        self.shared = {column.index for name in OF_ALL_VARIANTS for column in plan.numbered(name)}
        self.sections = Sections(table.headers, self.prices[0] if self.prices else -1)
        self.section = Section(None)  # how the last header line puts the columns
        self.pending: list[Row] = []
        self.current: list[Row] = []
        self.between: list[Row] = []  # headers of a next page, on which the article may go on
        self.group = group
        self.basis = ("", "")  # what a note says of the prices below it, see Entry
        self.above = ""  # the name of the last article
        self.sums = Sums()

    def entries(self) -> Iterator[Entry]:
        """Entries in file order; a row that continues an article comes with it."""
        for number, cells in self.table.rows():
            view = self.section.view
            later = self.sections.read(cells)
            if later and later == self.section and self.current:
                self.between.append((number, cells))
                continue
            for entry in self._take((number, view.cells(cells) if view else cells), header=later is not None):
                entry.view, entry.doubt = self.section
                yield entry
            if later:
                self.section = later
        yield from self._placed(self._close())
        rest = (self._entry(row, self._last_reason(row[1])) for row in self.pending)
        yield from self._placed(rest)

    def _placed(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        for entry in entries:
            entry.view, entry.doubt = self.section
            yield entry

    def _last_reason(self, cells: list[Any]) -> str:
        """No article follows any more; a price with a number is one all the same, or where the list has no names."""
        if self._is_sum(cells):
            return "sum"
        if self._repeats_header(cells):
            return "repeated_header"
        if self.packed >= 0 and self._cell(cells, self.packed) != "" and self._cell(cells, self.name) != "":
            return ""
        priced = any(_has_digit(self._cell(cells, index)) for index in self.prices)
        continues = self.above and self._cell(cells, self.name) == "" and all(map(_is_size, cells))
        nameless = max(self.name, self.number) < 0
        return "" if priced and (nameless or continues or _has_digit(self._cell(cells, self.number))) else "footer"

    def _entry(self, row: Row, reason: str) -> Entry:
        """A row without a name belongs to the article above, as far as anybody can tell."""
        below = self.name >= 0 and self._cell(row[1], self.name) == "" and self._cell(row[1], self.number) == ""
        basis = ("", "") if reason else self.basis
        return Entry((row[0],), (row[1],), self.group, reason, above=self.above if below else "", basis=basis)

    def _take(self, row: Row, *, header: bool = False) -> Iterator[Entry]:
        if header:
            self.foreign = 0
            yield from self._skip(row, "repeated_header")
            return
        if self._is_elsewhere(row):
            yield from self._skip_elsewhere(row)
            return
        cells = self._as_variant(row[1])
        row = (row[0], cells)
        priced = self._has(cells, self.prices) if self.prices else sum(cell != "" for cell in cells) > 1
        numbered = self._cell(cells, self.number) != ""
        named = self._cell(cells, self.name) != "" if self.name >= 0 else numbered  # a price list may name no articles
        if not priced and text_of(self._cell(cells, self.store_view)).casefold() not in MAIN_VIEWS:
            yield from self._skip(row, "note")  # the same article in another language
        elif priced and self._continues(cells, named, numbered):
            self.current.append(row)
        elif (priced and named or numbered and named) and not self._is_no_article(cells, priced, numbered):
            yield from self._start(row)
        elif self.current and not self.pending and (self._adds_text(cells, named, numbered) or self._is_gone(row)):
            self.current.append(row)
        else:
            yield from self._close()
            self.pending.append(row)

    def _is_gone(self, row: Row) -> bool:
        """`nicht mehr lieferbar` in small letters just below an article speaks of it; below a gap of the next ones."""
        texts = [text_of(cell) for cell in row[1] if cell != ""]
        if len(texts) != 1 or self.after_gap or texts[0].endswith(":"):
            return False
        return texts[0][:1].islower() and says_only_gone(texts[0])

    def _is_elsewhere(self, row: Row) -> bool:
        """Below the list may stand another table: delivery days, areas, contacts. It ends where our header returns."""
        number, cells = row
        self.after_gap = number > self.last_row + 1
        after_gap = self.after_gap or bool(self.pending)
        self.last_row = number
        if self.foreign:
            if self._repeats_header(cells):
                self.foreign = 0
        elif after_gap and (self.current or self.pending) and self._heads_other_things(cells):
            self.foreign = number
        return bool(self.foreign)

    def _skip_elsewhere(self, row: Row) -> Iterator[Entry]:
        self.below[self.foreign] = self.below.get(self.foreign, -1) + 1
        yield from self._skip(row, "elsewhere")

    def _skip(self, row: Row, reason: str) -> Iterator[Entry]:
        yield from self._close()
        yield from self._flush(row)
        yield Entry((row[0],), (row[1],), self.group, reason)

    def _heads_other_things(self, cells: list[Any]) -> bool:
        """Texts only, the first of which names no article, and none names our columns."""
        texts = [cell for cell in cells if cell != ""]
        if len(texts) < 2 or any(cell.__class__ is not str or len(cell) > 40 or _has_digit(cell) for cell in texts):
            return False
        return bool(ELSEWHERE.match(texts[0])) and not self._repeats_header(cells)

    def _as_variant(self, cells: list[Any]) -> list[Any]:
        """Shops say only of the first of an article's variants what holds for all: name, group, state, option names."""
        if self.group_key < 0 or self.name < 0 or not self.current or self._cell(cells, self.name) != "":
            return cells
        first = self.current[0][1]
        key = self._cell(cells, self.group_key)
        if key == "" or key != self._cell(first, self.group_key) or self._cell(cells, self.number) == "":
            return cells
        shared = {index: self._cell(first, index) for index in self.shared if self._cell(cells, index) == ""}
        return [shared.get(index, cell) for index, cell in enumerate(cells)]

    def _start(self, row: Row) -> Iterator[Entry]:
        yield from self._close()
        yield from self._flush(row)
        if self.carried >= 0 and (category := self._cell(row[1], self.carried)) != "":
            self.group = " ".join(text_of(category).split())[:120]
        self.current = [row]
        self.above = text_of(self._cell(row[1], self.name))[:120]
        if self.prices:
            self.sums.add(self._cell(row[1], self.prices[0]))

    def _close(self) -> Iterator[Entry]:
        if len(self.current) == 1:
            row, cells = self.current[0]
            yield Entry((row,), (cells,), self.group, basis=self.basis)
        elif self.current:
            yield self._of_many_rows(self.current)
        self.current = []
        if self.between:
            yield from (self._entry(row, "repeated_header") for row in self.between)
            self.between = []

    def _of_many_rows(self, article: list[Row]) -> Entry:
        rows, cells = zip(*in_order(article, self.bound, max(self.name, self.number)), strict=True)
        entry = Entry(rows, cells, self.group, basis=self.basis)
        last = text_of(self._cell(cells[-1], self.leftmost))
        self.group = last if says_only_gone(last) else self.group  # in the first column it may head what follows
        return entry

    def _flush(self, following: Row) -> Iterator[Entry]:
        """An article follows: what waited was a heading, a sum, a note, or an article that lacks something."""
        waiting, self.pending = self.pending, []
        for number, cells in waiting:
            reason = self._reason(cells, following[1])
            if reason == "heading":
                own = ["" if at in self.dropped else cell for at, cell in enumerate(cells)]
                self.group = heading_text(own, self.number)
            yield self._noted((number, cells), reason)

    def _noted(self, row: Row, reason: str) -> Entry:
        """`Preise je 100 g` between articles speaks of those below; before the first or with `alle` of all."""
        note = " ".join(text_of(cell) for cell in row[1] if cell != "") if reason == "note" else ""
        if note and self.above and not OF_ALL.match(note) and reference_in(note):
            self.basis = note, self.group
            return Entry((row[0],), (row[1],), self.group, reason, basis=self.basis)
        return self._entry(row, reason)

    def _reason(self, cells: list[Any], following: list[Any]) -> str:
        if self._is_sum(cells):
            return "sum"
        if self._repeats_header(cells):
            return "repeated_header"
        texts = [text_of(cell) for index, cell in enumerate(cells) if cell != "" and index not in self.dropped]
        if not texts:
            return "note"
        if self._has(cells, self.prices) and not any(sign.isdigit() for text in texts for sign in text):
            return "note"
        packed = self._cell(cells, self.packed) != ""
        if self._has(cells, self.prices) or ((packed or len(texts) > 2) and self._cell(cells, self.name) != ""):
            return ""
        return "note" if is_note(texts) else "heading"

    def _is_no_article(self, cells: list[Any], priced: bool, numbered: bool) -> bool:
        """Repeated headers, sums, and headings with a group number in front."""
        name = self._cell(cells, self.name)
        if name.__class__ is str and len(name) <= self.name_length and self._repeats_header(cells):
            return True
        if not numbered:
            return self._is_sum(cells) or self._is_charge(cells, name)
        return not priced and sum(cell != "" for cell in cells) == 2 and self._is_group_number(cells)

    def _is_charge(self, cells: list[Any], name: Any) -> bool:
        """`Mindestbestellwert 50`: what concerns the order as a whole, not sold in any unit."""
        return name.__class__ is str and bool(CHARGE.match(name)) and self._cell(cells, self.packed) == ""

    def _is_group_number(self, cells: list[Any]) -> bool:
        """`10 | Brote` above 1001, 1002: a short number that only names the group."""
        text = text_of(cells[self.number])
        usual = self.usual_length
        return len(text) < usual if usual else False

    @property
    def usual_length(self) -> int:
        """The length of this list's shortest article numbers, learned from the rows with a price."""
        if not hasattr(self, "_usual"):
            lengths = []
            for count, (_, cells) in enumerate(self.table.rows()):
                if self._has(cells, self.prices) and (cell := self._cell(cells, self.number)) != "":
                    lengths.append(len(text_of(cell)))
                if count > 400:
                    break
            self._usual = min(lengths, default=0)
        return self._usual

    def _continues(self, cells: list[Any], named: bool, numbered: bool) -> bool:
        """A further step of the article above: a bound and a price, without a name or with the same number."""
        if self.bound < 0 or not self.current or self.pending or self._cell(cells, self.bound) == "":
            return False
        first = self.current[0][1]
        if numbered:
            return text_of(cells[self.number]) == text_of(self._cell(first, self.number))
        return not named or (self.number < 0 and cells[self.name] == self._cell(first, self.name))

    def _adds_text(self, cells: list[Any], named: bool, numbered: bool) -> bool:
        """Only pictures or texts, in their own columns, below an article (or with its number)."""
        filled = {index for index, cell in enumerate(cells) if cell != ""}
        if numbered:
            same = text_of(cells[self.number]) == text_of(self._cell(self.current[0][1], self.number))
            return same and filled - {self.number} <= self.texts
        return not named and self.leftmost not in filled and bool(filled) and filled <= self.texts

    def _repeats_header(self, cells: list[Any]) -> bool:
        if any(cell.__class__ is not str for cell in cells):
            return False
        texts = [(index, key_of(cell)) for index, cell in enumerate(cells) if cell]
        if len(texts) < 2:
            return False
        hits = sum(
            bool(text)
            and index < len(self.keys)
            and (text in self.keys[index] or self.keys[index] in text and bool(self.keys[index]))
            for index, text in texts
        )
        return hits >= 0.6 * len(texts)

    def _is_sum(self, cells: list[Any]) -> bool:
        texts = [cell for cell in cells if cell.__class__ is str and cell.strip()]
        if texts:
            said = next(filter(speaks_of_sum, texts[:2]), "")
            return bool(said) and len(texts[0]) < LONG_TEXT and not self._is_called_so(cells, said)
        unnamed = self._cell(cells, self.name) == "" and self._cell(cells, self.number) == ""
        return unnamed and self._adds_up(cells)

    def _is_called_so(self, cells: list[Any], text: str) -> bool:
        """`Total Vegan Burger` with a price, `Total 5` in canisters: goods, or asked about; not `Summe netto`."""
        named = self._has(cells, self.prices) and text == self._cell(cells, self.name)
        return named and (self._cell(cells, self.packed) != "" or not is_sum(text))

    def _adds_up(self, cells: list[Any]) -> bool:
        """Whether bare numbers are a sum of what stands above, or hold no price: a further price must not be lost."""
        cell = self._cell(cells, self.prices[0]) if self.prices else ""
        if cell == "" or not self.above:
            return True
        return self.sums.close(cell)

    _cell = staticmethod(cell_at)

    @staticmethod
    def _has(cells: list[Any], indices: list[int]) -> bool:
        width = len(cells)
        return any(index < width and cells[index] != "" for index in indices)


def _has_digit(cell: Any) -> bool:
    return any(sign.isdigit() for sign in text_of(cell))


def _is_size(cell: Any) -> bool:
    """A bare number, `500 g` or nothing; `19 % MwSt.` and `Stand 01.01.` close a list."""
    return cell.__class__ is not str or not cell or cell[0].isdigit() and len(cell) <= 20 and "%" not in cell
