"""The VAT rate of a row: by its own cell, the mark or amount beside its price, the heading above, or as usual."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog import vat
from catalog.imports.cells.money import parse_price
from catalog.imports.cells.price_rules import rates_by_amount
from catalog.imports.cells.values import rate_of, rates_in
from catalog.imports.columns.drafts import Draft
from catalog.imports.columns.tax_columns import is_marked
from catalog.imports.language.price_words import rate_in_header
from catalog.imports.language.words import words_of
from catalog.imports.rows.parents import Parents
from catalog.imports.rows.price_texts import rates_said
from tabular import text_of
from tabular.cells import cell_at

if TYPE_CHECKING:
    from catalog.imports.rows.checking import Checker

CODES = re.compile(r"class|klasse|code|schluessel|gruppe|group|\bid\b|\bkz\b|schl\b")  # where 0 is no per cent
KEYS = re.compile(r"\bid\b|id\Z|rules\s?group")  # where no number is one


class Rates:
    """Knows what the words for rates mean, and what is usual in a list."""

    def __init__(self, checker: Checker, parents: Parents) -> None:
        self.checker, plan, self.parents = checker, checker.plan, parents
        self.find = checker.find
        self.names = (plan.index("name"), plan.second_name)
        self.at, self.amount = plan.index("vat_rate"), plan.index("vat_amount")
        self.usual_rate, self.rate_rule = self._usual_rate()
        rates = plan.column("vat_rate")
        header = " ".join(words_of(rates.header)) if rates else ""
        self.are_codes, self.are_keys = CODES.search(header) is not None, KEYS.search(header) is not None
        self.marks = [(rate_in_header(column.header), column.index) for column in plan.numbered("rate_mark")]
        self.marks = self.marks or self._prices_by_rate()
        self.known: dict[str, tuple[Decimal | None, str | None]] = {}

    def _prices_by_rate(self) -> list[tuple[Decimal | None, int]]:
        """`netto 7 % | netto 19 %`, where no column says which rate a row has."""
        plan = self.checker.plan
        prices = [column for column in (plan.column("price"), *plan.numbered("unit_price")) if column]
        said = [(rates.pop(), column.index) for column in prices if len(rates := rates_in(column.header)) == 1]
        return said if self.at < 0 and len(said) == len(prices) > 1 else []

    @property
    def _letterhead(self) -> str:
        said = self.checker.survey.said
        rates = ", ".join(f"{rate.normalize():f} %" for rate in said.rates or sorted(self._of_consumers()))
        return said.tax_text if rates_said(said.tax_text) else rates

    def _of_consumers(self) -> set[Decimal]:
        """`UVP inkl. 19 % MwSt.` names the rate of the goods, where nothing else does."""
        retail = self.checker.plan.column("rrp")
        return rates_in(retail.header) if retail else set()

    def _usual_rate(self) -> tuple[Decimal | None, str]:
        """The rate in the price's header, else the usual one; gross prices wait where the letterhead says another."""
        statement, price = self.checker.statement, self.checker.plan.column("price")
        if statement.small_business:
            return vat.ZERO, ""
        header = rates_in(price.header) if price else set()
        if not header and (gross := self.checker.plan.column("price_gross")):
            header = rates_in(gross.header)  # `Preis netto | Preis inkl. 19 % MwSt.`
        if len(header) == 1:
            return header.pop(), ""
        said = self.checker.survey.said.rates or sorted(self._of_consumers())
        if not said:
            return statement.vat, "vat_missing"
        if any(rate not in vat.RATES for rate in said):
            return None, "vat_invalid"
        agreed = len(said) == 1 and statement.vat in (None, said[0])
        return (said[0], "") if agreed else (None, "vat_unclear")

    def fill(self, draft: Draft, cells: list[Any], group: str) -> None:
        if self.checker.statement.small_business:
            draft.vat_rate, draft.vat_category = vat.ZERO, "E"
            cell = cell_at(cells, self.at)
            if cell != "" and rate_of(text_of(cell))[0] not in (vat.ZERO, None):
                self.find(draft, "vat_rate", cell, "vat_small_business")
            return
        if self.marks:
            draft.vat_rate = self._marked_rate(draft, cells)
        elif self.amount >= 0 and self.at < 0:
            draft.vat_rate = self._rate_of_amount(draft, cells)
        else:
            cell = cell_at(cells, self.at)
            cell = self._of_parent(cells) if cell == "parent" else cell
            self._stated_rate(draft, self._rate_near(cells, group) if cell in ("", None) else cell)
        if draft.vat_rate is not None:
            draft.vat_category = vat.category_of(draft.vat_rate)

    def _stated_rate(self, draft: Draft, cell: Any) -> None:
        text = text_of(cell)
        if text in ("", "-", "standard"):
            draft.vat_rate = vat.STANDARD if text == "standard" else self.usual_rate
            if draft.vat_rate is None:
                said = "" if self.rate_rule == "vat_missing" else self._letterhead
                self.find(draft, "vat_rate", said, self.rate_rule)
        else:
            draft.vat_rate, rule = self._read(text)
            if rule:
                self.find(draft, "vat_rate", cell, rule)
            elif draft.vat_rate == vat.ZERO:
                self.find(draft, "vat_rate", cell, "vat_zero")

    def _of_parent(self, cells: list[Any]) -> Any:
        """WooCommerce says `parent` of a variant; the words of its parent's row, `parent` where there is none."""
        parent = self.parents.of(cells)
        said = "parent" if parent is None else cell_at(parent, self.at)
        return "standard" if said in ("", None) else said

    def _rate_near(self, cells: list[Any], group: str) -> str:
        """`19 % MwSt.` as a remark in the row or in its name, else `Getränke (19 % MwSt.)` above the rows."""
        remarks = (text_of(cell_at(cells, at)) for at in self.checker.plan.remarks)
        said = next(filter(None, map(rates_said, filter(None, remarks))), None) or self._named(cells)
        said = said or rates_said(group)
        return " / ".join(f"{rate.normalize():f} %" for rate in sorted(said))

    def _named(self, cells: list[Any]) -> set[Decimal]:
        """`Eierlikör 0,5 l (19 % MwSt.)`; our own export says the rate elsewhere."""
        names = () if self.checker.plan.own_export else (text_of(cell_at(cells, at)) for at in self.names)
        return {rate for name in names if "%" in name for rate in rates_in(name)}

    def _marked_rate(self, draft: Draft, cells: list[Any]) -> Decimal | None:
        """The one rate under whose header something stands."""
        said = [
            (rate, cells[index])
            for rate, index in self.marks
            if index < len(cells) and is_marked(text_of(cells[index]))
        ]
        if len(said) == 1 and (rate := rate_of(f"{said[0][0]} %")[0]) is not None:
            return rate
        self.find(draft, "rate_mark", " / ".join(text_of(cell) for _, cell in said), "vat_unclear")
        return None

    def _rate_of_amount(self, draft: Draft, cells: list[Any]) -> Decimal | None:
        """The only rate by which the stated tax belongs to the stated price."""
        cell, price = cell_at(cells, self.amount), self.checker.pricing.stated(cells)
        tax = parse_price(cell, self.checker.survey.sign_of(self.amount)).value
        rates = rates_by_amount(price, tax, self.checker.pricing.tax) if price and tax else set()
        if len(rates) == 1:
            return rates.pop()
        self.find(draft, "vat_amount", cell, "vat_unclear")
        return None

    def _read(self, text: str) -> tuple[Decimal | None, str | None]:
        """What a text means, worked out once."""
        if text not in self.known:
            self.known[text] = self._rate(text)
        return self.known[text]

    def _rate(self, text: str) -> tuple[Decimal | None, str | None]:
        """By the list's own legend, else by the text itself."""
        if text in self.checker.survey.legend:
            return self.checker.survey.legend[text], None
        if text == "0" and self.are_codes or text.isdecimal() and self.are_keys:
            return None, "vat_unclear"
        return rate_of(text)
