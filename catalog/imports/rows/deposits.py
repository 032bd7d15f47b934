"""The deposit of a row: of the bottle on a price for bottles, of the crate on one for crates, never the other."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.money import parse_price
from catalog.imports.cells.price_rules import INNER
from catalog.imports.columns.drafts import Draft
from catalog.imports.language.price_words import FOREIGN
from catalog.units import UNITS, unit_of
from tabular import text_of
from tabular.cells import cell_at

if TYPE_CHECKING:
    from catalog.imports.rows.checking import Checker

WORD = re.compile(r"[a-zäöüß]+", re.I)
TOGETHER = re.compile(r"gesamt|komplett|zusammen|total|alle\b", re.I)
NONE = {"-", "nein", "no", "kein", "ohne"}
NUMBER = re.compile(r"(?:nr|no|nummer|number|artikel|art|id|code|sku)\.?\W*\Z", re.I)  # `LeergutNr`, `Pfandartikel`
EURO = re.compile(r"(\d+(?:[.,]\d{1,2})?)\s*(?:€|eur)", re.I)
WITHIN = re.compile(r"\b(?:inkl|incl|einschl|enthalten|inbegriffen|mit\b)", re.I)
OF_AN_EMPTY_CRATE = Decimal("1.50")
MOST = 20  # times the price: more is no deposit
PIECE, PACK = "piece", "pack"


def meant_for(header: str) -> str:
    """piece for `Pfand/Flasche`, pack for `Kastenpfand`, "" where the header names no unit."""
    if TOGETHER.search(header):
        return PACK  # `Pfand Flaschen gesamt`: of all in the crate
    for word in WORD.findall(re.sub(r"pfand|deposit|leergut", " ", header, flags=re.I)):
        unit = unit_of(word) or unit_of(word.removesuffix("n"))
        if unit and unit.kind in ("piece", "pack") and word.casefold() not in FOREIGN and unit.code != "C62":
            return kind_of(unit.code)
    return ""


def kind_of(unit: str) -> str:
    """A bottle or a jar is a piece, a crate or a carton a pack; "" for what is measured."""
    if unit in INNER or UNITS[unit].kind == "piece":
        return PIECE
    return PACK if UNITS[unit].kind == "pack" else ""


class Deposits:
    """Reads the deposit columns of a list, each with what its header says it is for."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        self.columns = [(column, meant_for(column.header)) for column in checker.plan.numbered("deposit")]
        self.by_number = {column.index for column, _ in self.columns if NUMBER.search(column.header)}
        self.amounts = self._amounts() if self.by_number else {}
        in_words = () if checker.plan.own_export else (*checker.plan.remarks, checker.plan.index("name"))
        self.texts = [at for at in in_words if at >= 0]

    def fill(self, draft: Draft, cells: list[Any]) -> None:
        """Once the row's unit is known."""
        said: dict[str, set[Decimal]] = {}
        for column, kind in self.columns:
            if column.index < len(cells) and (cell := cells[column.index]) != "":
                amount = self._amount(draft, cell, column.index)
                if amount is not None:
                    said.setdefault(kind, set()).add(amount)
        for text in (text_of(cell_at(cells, index)) for index in self.texts):
            if "fand" in text and (found := self._remarked(draft, text)):
                said.setdefault(meant_for(text), set()).add(found)
        if said:
            self._choose(draft, cells, said)

    def _amounts(self) -> dict[str, Decimal | None]:
        """What the list's articles cost, by number: among them the crates whose numbers stand beside others."""
        plan, parse = self.checker.plan, self.checker.pricing.parse
        number, price = plan.index("article_number"), plan.index("price")
        rows = [cells for _, cells in self.checker.table.rows() if 0 <= max(number, price) < len(cells)]
        return {text_of(cells[number]): parse(price, cells[price]).value for cells in rows if min(number, price) >= 0}

    def _amount(self, draft: Draft, cell: Any, index: int) -> Decimal | None:
        if index in self.by_number:
            found = self.amounts.get(text_of(cell))
            if found is None:
                self.checker.find(draft, "deposit", cell, "deposit_unknown", column=index)
            return found
        amount = parse_price(cell, self.checker.survey.sign_of(index))
        if amount.value is None and amount.rule not in ("price_zero", None) and text_of(cell).casefold() not in NONE:
            self.checker.find(draft, "deposit", cell, "deposit_unreadable", column=index)
        return amount.value

    def _remarked(self, draft: Draft, text: str) -> Decimal | None:
        """`zzgl. 0,15 € Pfand` as a remark or behind the name; what the price already holds must be asked."""
        amounts = {Decimal(amount.replace(",", ".")) for amount in EURO.findall(text)}
        if amounts and WITHIN.search(text):
            self.checker.find(draft, "deposit", text, "footnote")
        elif len(amounts) == 1:
            return amounts.pop()
        return None

    def _choose(self, draft: Draft, cells: list[Any], said: dict[str, set[Decimal]]) -> None:
        own = kind_of(draft.unit) if draft.unit else ""
        fitting = said.get(own, set()) | said.get("", set()) if own else said.get("", set())
        if own == PACK and said.keys() == {PIECE, PACK}:
            fitting = self._of_a_crate(cells, said)
        if not draft.unit and len(said) == 1:
            fitting = next(iter(said.values()))
        if len(fitting) == 1 and (draft.price is None or max(fitting) <= MOST * max(draft.price, Decimal(1))):
            draft.deposit = next(iter(fitting))
            return
        amounts = " / ".join(sorted(f"{amount}".replace(".", ",") for some in said.values() for amount in some))
        self.checker.find(draft, "deposit", amounts, "deposit_unit_differs")

    def _of_a_crate(self, cells: list[Any], said: dict[str, set[Decimal]]) -> set[Decimal]:
        """Bottles and the empty crate together; or what the list says of both, where it comes to the same."""
        count = self.checker.pricing.pieces_of(cells)
        if not count or len(said[PIECE]) > 1 or len(said[PACK]) > 1:
            return set()
        bottles, crate = next(iter(said[PIECE])) * count, next(iter(said[PACK]))
        if crate == OF_AN_EMPTY_CRATE:
            return {bottles + crate}
        return {crate} if crate in (bottles, bottles + OF_AN_EMPTY_CRATE) else set()
