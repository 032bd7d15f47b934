"""The price of a row: which cell, net or gross, for how much of what; and its quantity steps."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.money import Amount, parse_price
from catalog.imports.cells.numbers import DecimalSign, plain
from catalog.imports.cells.packaging import Pack
from catalog.imports.cells.price_rules import LIMIT, Per, Priced, fitted, four, net_of, ratio_fits, settle
from catalog.imports.cells.values import quantity_of
from catalog.imports.cells.views import part_of
from catalog.imports.columns.drafts import Draft, Entry
from catalog.imports.columns.own_export import may_be_ours
from catalog.imports.columns.plan import Column
from catalog.imports.columns.tax_columns import tax_in_row
from catalog.imports.language.header_words import holds_packs
from catalog.imports.language.price_words import tax_words
from catalog.imports.language.words import key_of
from catalog.imports.rows.footnotes import Footnotes
from catalog.imports.rows.list_questions import open_questions
from catalog.imports.rows.pack_prices import QUESTION, PackPrices, piece_of
from catalog.imports.rows.packing import COUNTED, Packing, count_in
from catalog.imports.rows.price_basis import Basis
from catalog.imports.rows.price_of_many import PriceOfMany
from catalog.imports.rows.price_pairs import PricePairs
from catalog.imports.rows.price_quantities import PriceQuantities
from catalog.imports.rows.price_texts import foreign_money
from catalog.imports.rows.step_prices import StepPrices
from catalog.units import UNITS
from tabular import Table, text_of

if TYPE_CHECKING:
    from catalog.imports.rows.checking import Checker

EURO = {"€", "EUR", "EURO", ""}
BLANK = Amount(None)
ANSWERABLE = ("price_quantity_unclear", "price_unit_differs", "cents_or_euro")  # see pending.CHOICES
NAMES_EURO = re.compile(r"€|\beur", re.I)
NAMES_TAX = re.compile(r"netto|brutto|mwst|m\.w\.st|\bust\b|steuer|\bvat\b|\btax\b", re.I)


class Pricing:
    """Fills unit, price, quantity and steps of a draft; one parse per distinct cell of a column."""

    def __init__(self, checker: Checker) -> None:
        self.checker, plan = checker, checker.plan
        self.plan = plan
        self.packing = Packing(checker)
        self.column = plan.column("price")
        self.alternatives = plan.numbered("unit_price")
        self.gross = plan.index("price_gross")
        self.unit, self.currency = plan.index("price_unit"), plan.index("currency")
        self.remarks = plan.remarks
        self.factor = plan.index("price_factor")
        self.answers = {rule: checker.answered(rule, checker.survey.said.amounts) for rule in ANSWERABLE}
        self.steps = StepPrices(self)
        self.quantities = PriceQuantities(self)
        named = [index for label, index in plan.attributes if COUNTED.fullmatch(key_of(label)) or holds_packs(label)]
        self.counts = [*named, *(at for at in (self.packing.quantity, self.packing.per_unit) if at >= 0)]
        self.cache: dict[int, dict[Any, Amount]] = {}
        self.cents_rule, self.in_cents = self._cents()
        self.tax_column = plan.column("price_tax")
        self.tax, self.tax_rule = self._tax()
        self.unit_assumed = not self.packing.has_column and self.unit < 0 and not self._unit_in_header()
        self.assumed = self.steps.common_unit() or "H87"
        self.many = PriceOfMany(self)
        self.packs = PackPrices(self)
        self.pairs = PricePairs(self)
        self.basis = Basis(self)
        self.footnotes = Footnotes(checker)
        self.questions = open_questions(checker)

    def _cents(self) -> tuple[str, set[int]]:
        """How a doubt about cents is asked, and which price columns hold cents.

        Those below Cent with whole numbers, or where the letterhead says it as well; all if a person has said so and
        the list still speaks of cents; none where another says Euro.
        """
        columns = [one for one in self.plan.columns if one.price and one.field.startswith(("price", "unit_", "step_"))]
        said = {one.index for one in columns if one.price and one.price.currency == "Cent"}
        every = {one.index for one in columns}
        if any(NAMES_EURO.search(one.header) for one in columns):
            return "price_in_cents", set()
        answer = self.answers["cents_or_euro"]
        around = self.checker.survey.said.money == "Cent"
        if answer == "cents" and (said or around):
            return "cents_or_euro", every
        if not said or answer:
            return "cents_or_euro", set()
        rows = (row for _, row in self.checker.table.rows())
        prices = (self.parse(at, row[at]).value for row in rows for at in every if at < len(row))
        whole = all(price == int(price) for price in prices if price)
        return "cents_or_euro", said if whole or around else set()

    def _unit_in_header(self) -> bool:
        return bool(self.column and self.column.price and self.column.price.unit)

    # Net or gross

    def _tax(self) -> tuple[str | None, str | None]:
        """("net"|"gross", None), or a rule: header and letterhead are evidence, the statement fills silence."""
        if self.plan.own_export or self.checker.statement.small_business:
            return "net", None
        if self.column is None:
            return None, None
        said = self._evidence()
        self.checker.evidence["tax"] = self.checker.survey.said.tax_text
        if answer := self.checker.answered("net_or_gross", " ".join(sorted(said))):
            self.tax_column = None
            return answer, None
        if self.gross >= 0 and self.column.tax == "net" or self.column.tax in ("net?", "gross?"):
            return "net", None
        if not said and self.tax_column:
            return None, None
        return self._agreed(said)

    def _evidence(self) -> set[str]:
        """What header, letterhead and a column for it say of all prices."""
        letterhead = self.checker.survey.said.tax
        columns = [column for column in (self.column, *self.alternatives) if column]
        said = {column.tax for column in columns if column.tax in ("net", "gross")}
        if may_be_ours(self.plan.headers):
            said.add("net")
        if letterhead and not (letterhead == "both" and self.tax_column):
            said.add(letterhead)
        return said | (self._said_by_all_rows(self.tax_column) if self.tax_column else set())

    def _agreed(self, said: set[str]) -> tuple[str | None, str | None]:
        """One voice, which the statement does not contradict; or the statement where all else is silent."""
        statement = self.checker.statement.prices
        voices = said | ({statement} if statement else set())
        if len(voices) != 1 or "both" in voices:
            return None, "net_or_gross"
        return voices.pop(), None

    def _said_by_all_rows(self, column: Column) -> set[str]:
        """What the rows' own column says, if it says the same everywhere."""
        table = self.checker.table
        parts: list[Table] = [part_of(table, view) for view in self.plan.blocks] or [table]
        rows = (cells for part in parts for _, cells in part.rows())
        said = {tax_in_row(text_of(self._cell(cells, column)), column.tax) for cells in rows} - {None}
        return {tax for tax in said if tax} if len(said) == 1 else set()

    # One row

    def fill(self, draft: Draft, entry: Entry) -> None:
        cells = entry.cells[0]
        pack = self.packing.named_by_price(cells, self.packing.pack(draft, cells))
        pack = stated = self.packing.called_a_set(draft.name, pack)
        for rule, raw in self.questions.items():
            self.find(draft, raw or self._cell(cells, self.column), rule)
        if self.column is None:
            self._note_pack(draft, pack)
            return
        column = self._choose(draft, cells, pack)
        amount = self._amount(draft, cells, column)
        if column is None or amount.value is None:
            self._note_pack(draft, pack)
            return
        self._check_currency(draft, entry, column)
        self.footnotes.check(draft, cells)
        per, pack = self.basis.of(draft, entry, column, amount, pack)
        pack = self._meant(draft, cells, column, per, pack)
        priced = self._priced(draft, cells, column, amount.value, per, pack)
        if priced is None:
            self._note_pack(draft, pack)
            return
        self._note_unit(draft, cells, priced, pack, is_stated=pack is stated)
        if not self.questions:
            self._state(draft, entry, column, amount, priced)
        if draft.price is not None and priced.price is not None:
            price = draft.gross if draft.gross is not None else priced.price * draft.price_quantity / priced.quantity
            self.steps.fill(draft, entry, price / amount.value)

    def _note_unit(self, draft: Draft, cells: list[Any], priced: Priced, pack: Pack | None, *, is_stated: bool) -> None:
        draft.unit = priced.unit
        if pack is None:
            self.packing.fill(draft, cells)
        elif priced.unit == pack.unit:
            self._note_pack(draft, self.packing.named_by_header(cells, pack) if is_stated else pack)

    def _note_pack(self, draft: Draft, pack: Pack | None) -> None:
        if pack:
            draft.unit, draft.content, draft.content_unit = pack.unit, pack.content, pack.content_unit

    @staticmethod
    def _cell(cells: list[Any], column: Column | None) -> Any:
        return cells[column.index] if column and column.index < len(cells) else ""

    def find(self, draft: Draft, raw: Any, rule: str, proposal: str = "", column: Column | None = None) -> None:
        where = column or self.column
        self.checker.find(draft, "price", raw, rule, proposal, column=where.index if where else None)

    def parse(self, index: int, cell: Any) -> Amount:
        """A price cell, parsed once per distinct value of its column."""
        cache = self.cache.setdefault(index, {})
        key = (cell,) if cell.__class__ is bool else cell
        found = cache.get(key)
        if found is None:
            found = cache[key] = parse_price(cell, self.checker.survey.signs.get(index, DecimalSign()))
        return found

    def count_of(self, cells: list[Any]) -> Decimal | None:
        """12 where `VE` says so: how many pieces are packed together; None where the row does not say."""
        where = {*self.counts, self.packing.per_unit, self.packing.content} - {-1}
        said = {count for index in where if index < len(cells) and (count := count_in(text_of(cells[index])))}
        return said.pop() if len(said) == 1 else None

    def pieces_of(self, cells: list[Any]) -> Decimal | None:
        """How many bottles or jars one order unit of this row holds, as its unit or a column beside says."""
        pack = self.packing.pack(Draft((0,)), cells)
        if pack and pack.pieces > 1:
            return Decimal(pack.pieces)
        return pack.content if pack and pack.content_unit == "H87" else self.count_of(cells)

    def stated(self, cells: list[Any]) -> Decimal | None:
        """What the price cell says, for comparison with the tax beside it."""
        cell = self._cell(cells, self.column)
        return self.parse(self.column.index, cell).value if self.column and cell != "" else None

    def _amount(self, draft: Draft, cells: list[Any], column: Column | None) -> Amount:
        """What the price's cell says; a finding where it says no price."""
        if column is None:
            return BLANK
        cell = self._cell(cells, column)
        amount = self.parse(column.index, cell)
        if amount.value is None:
            rule = amount.rule or (
                "formula_without_result" if column.index in self.checker.formats.uncomputed else "price_missing"
            )
            self.find(draft, cell, rule, column=column)
        return amount

    def _choose(self, draft: Draft, cells: list[Any], pack: Pack | None) -> Column | None:
        """`€/kg` and `€/Stück` side by side: the one that is filled, or that speaks of the row's unit."""
        if not self.alternatives:
            if (
                self.gross >= 0
                and self._cell(cells, self.column) == ""
                and self._cell(cells, gross := self.plan.column("price_gross")) != ""
            ):
                return gross
            return self.column
        filled = [column for column in (self.column, *self.alternatives) if column and self._cell(cells, column) != ""]
        if len(filled) > 1:
            return self.pairs.choose(draft, cells, filled, pack)
        return filled[0] if filled else self.column

    def _check_currency(self, draft: Draft, entry: Entry, column: Column) -> None:
        cells = entry.cells[0]
        stated = text_of(cells[self.currency]).upper() if 0 <= self.currency < len(cells) else ""
        header = column.price.currency if column.price else ""
        real = entry.view.columns[column.index] if entry.view else column.index
        formatted = self.checker.formats.currency_of(entry.rows[0], real)
        around = foreign_money(entry.group) or self.checker.survey.said.money
        for sign in (stated, header, formatted) if stated or header else (formatted, around):
            if sign == "Cent" and (column.index in self.in_cents or self.answers.get(self.cents_rule) == "euro"):
                continue
            if sign.upper() not in EURO:
                self.find(draft, sign, self.cents_rule if sign == "Cent" else "foreign_currency")
                return

    def _priced(
        self, draft: Draft, cells: list[Any], column: Column, value: Decimal, per: Per | None, pack: Pack | None
    ) -> Priced | None:
        if per is None or any(finding.rule in ("unit_unknown", QUESTION) for finding in draft.findings):
            return None
        if pack is None and self.unit_assumed and not per.unit:
            pack = Pack(self.assumed)
        value = value / 100 if column.index in self.in_cents else value
        value, pack = self._times_factor(cells, value), self._with_count(cells, per, pack)
        priced = settle(value, per, pack)
        if priced.rule:
            priced = self._as_answered(priced, value, per, pack)
        if priced.rule:
            self.find(draft, cells[column.index], priced.rule, column=column)
            return None
        if priced.converted:
            self.find(draft, cells[column.index], "price_converted", column=column)
        return priced

    def _as_answered(self, priced: Priced, value: Decimal, per: Per, pack: Pack | None) -> Priced:
        """What a person has said of all prices of the list for which header, columns and unit do not agree."""
        answer = self.answers.get(priced.rule or "")
        if answer == "one" and pack:
            return settle(value, Per(1, per.unit), pack._replace(quantity=0))
        if answer == "order":
            return settle(value, Per(), pack)
        return Priced(value, per.quantity, per.unit) if answer == "price" else priced

    def _with_count(self, cells: list[Any], per: Per, pack: Pack | None) -> Pack | None:
        """`Kiste` with `Inhalt Stk` 12 beside a price per piece is a crate of twelve."""
        pieces = per.unit == "H87" and pack and pack.content is None and UNITS[pack.unit].kind == "pack"
        count = self.count_of(cells) if pack and pieces else None
        return pack._replace(content=count, content_unit="H87") if pack and count else pack

    def _meant(self, draft: Draft, cells: list[Any], column: Column, per: Per | None, pack: Pack | None) -> Pack | None:
        """What is ordered: the pack, or the piece that its price turned out to be for, then sold by the pack."""
        whole = self.packs.counted(cells, pack)
        of_many = per and per.quantity > 1 and pack is None  # `EUR/100` beside `VE 200`
        if per is None or per.unit or of_many or not self.packs.is_open(cells, whole):
            return pack
        if not self.packs.meaning or whole is None:
            self.find(draft, cells[column.index], QUESTION, column=column)
            return pack
        if self.packs.meaning == "pack":
            return whole
        piece, count = piece_of(whole)
        draft.minimum, draft.interval = draft.minimum or count, draft.interval or count
        return piece

    def _times_factor(self, cells: list[Any], value: Decimal) -> Decimal:
        if 0 <= self.factor < len(cells) and cells[self.factor] != "":
            factor, _ = quantity_of(
                cells[self.factor], self.checker.survey.signs.get(self.factor, self.checker.survey.overall)
            )
            return value * factor if factor else value
        return value

    def _state(self, draft: Draft, entry: Entry, column: Column, amount: Amount, priced: Priced) -> None:
        """Write the price down, net."""
        cells = entry.cells[0]
        if priced.price is None:
            return
        tax = self._row_tax(draft, entry, column, amount)
        if tax is None:
            return
        if self.plan.own_export:
            self._state_own(draft, cells, priced.price)
            return
        draft.price_quantity = priced.quantity
        if tax == "gross":
            draft.gross = plain(priced.price)
            if draft.vat_rate is None:
                return
            draft.price = net_of(priced.price, draft.vat_rate)
        else:
            draft.price, draft.price_quantity = fitted(priced.price, priced.quantity)
            self._check_gross(draft, cells, amount)
        if not 0 < draft.price <= LIMIT:
            self.find(draft, cells[column.index], "price_too_small", column=column)
            draft.price = None

    def _row_tax(self, draft: Draft, entry: Entry, column: Column, amount: Amount) -> str | None:
        cells = entry.cells[0]
        tax = "gross" if column.field == "price_gross" else self.tax
        if self.checker.statement.small_business or self.plan.own_export:
            return "net"
        said = {word for word in (tax, amount.tax, _tax_in(entry.group)) if word}
        if self.tax_column:
            said.add(tax_in_row(text_of(self._cell(cells, self.tax_column)), self.tax_column.tax) or "")
        said |= {_tax_in(text_of(cells[index])) for index in self.remarks if index < len(cells)} - {None}
        if len(said) != 1 or "" in said or self.tax_rule:
            self.find(draft, cells[column.index], "net_or_gross", column=column)
            return None
        return said.pop()

    def _state_own(self, draft: Draft, cells: list[Any], price: Decimal) -> None:
        """Our own export: the price is for one unit; give it back for the quantity it was stated for."""
        quantities: set[int] = set()
        self.quantities.add(draft, cells, quantities)
        stated = max(quantities, default=0)
        draft.price, draft.price_quantity = (four(price * stated), stated) if stated else fitted(price, 1)

    def _check_gross(self, draft: Draft, cells: list[Any], amount: Amount) -> None:
        """The gross column beside the net one must be the same price."""
        cell = cells[self.gross] if 0 <= self.gross < len(cells) else ""
        if cell == "" or amount.value is None:
            return
        gross = self.parse(self.gross, cell).value
        if gross is None or not ratio_fits(amount.value, gross, draft.vat_rate):
            self.checker.find(draft, "price_gross", cell, "net_gross_mismatch", column=self.gross)


def _tax_in(remark: str) -> str | None:
    """net or gross where a remark names the tax; `zzgl. Anfahrt` does not."""
    return tax_words(remark) if NAMES_TAX.search(remark) else None
