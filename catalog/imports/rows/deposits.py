"""The deposit of a row: of the bottle on a price for bottles, of the crate on one for crates, never the other."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.money import parse_price, texts_on_deposits
from catalog.imports.cells.price_rules import ANY_PACK, INNER
from catalog.imports.columns.drafts import Draft
from catalog.imports.rows.deposit_texts import INCLUDED, Deposit, deposits_in, deposits_under, unit_named
from catalog.units import UNITS
from tabular import text_of
from tabular.cells import cell_at

if TYPE_CHECKING:
    from catalog.imports.rows.checking import Checker
    from catalog.imports.rows.pricing_of_rows import Pricing

TOGETHER = re.compile(r"gesamt|komplett|zusammen|total|alle\b", re.I)
FOR_PACKS = re.compile(rf"(?:/|\b(?:je|pro|per))\s*(?:{'|'.join(ANY_PACK)})\b", re.I)
ALL_BOTTLES = re.compile(
    r"(?:flaschen|fl|gläser|dosen)\.?\s*(?:/|\b(?:je|pro|per|im|in)\b)\s*(?:kasten|kiste|karton|gebinde|ve)\b", re.I
)
EMPTY = re.compile(r"\bleer(?!gut)", re.I)
NONE = {"-", "nein", "no", "kein", "ohne"}
NUMBER = re.compile(r"(?:nr|no|nummer|number|artikel|art|id|code|sku)\.?\W*\Z", re.I)  # `LeergutNr`, `Pfandartikel`
OF_AN_EMPTY_CRATE = Decimal("1.50")
MOST = 20  # times the price: more is no deposit
PIECE, PACK, PALLET = "piece", "pack", "XPX"
BOTTLES, CRATE = "bottles of a pack", "empty crate"  # `Pfand Flaschen/Kasten` beside `Pfand Leerkasten`
CRATES = {"XCR", "XCS", "XBC"}  # Kiste, Kasten


def meant_for(header: str) -> str:
    """piece for `Pfand/Flasche`, pack for `Kastenpfand`, "" where the header names no unit; see BOTTLES, CRATE."""
    kind = kind_of(unit_named(header))
    if ALL_BOTTLES.search(header) or kind == PIECE and TOGETHER.search(header):
        return BOTTLES
    if EMPTY.search(header):
        return CRATE
    return PACK if TOGETHER.search(header) else kind


def kind_of(unit: str) -> str:
    """A bottle or a jar is a piece, a crate or a carton a pack, a pallet itself; "" for what is measured, or none."""
    if unit == PALLET:
        return PALLET
    if unit in INNER or unit and UNITS[unit].kind == "piece":
        return PIECE
    return PACK if unit and UNITS[unit].kind == "pack" else ""


def amounts_by_number(pricing: Pricing) -> dict[str, Decimal | None]:
    """What the list's articles cost: among them the crates, where the column of deposits holds their numbers."""
    plan, table = pricing.plan, pricing.checker.table
    header = deposit.header if (deposit := plan.column("deposit")) else ""
    number, price = plan.index("article_number"), plan.index("price")
    if not NUMBER.search(header) or min(number, price) < 0:
        return {}
    rows = (cells for _, cells in table.rows() if max(number, price) < len(cells))
    return {text_of(cells[number]): pricing.parse(price, cells[price]).value for cells in rows}


class Deposits:
    """Reads the deposit columns of a list, each with what its header says it is for."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        self.columns = [(column, meant_for(column.header)) for column in checker.plan.numbered("deposit")]
        self.by_number = {column.index for column, _ in self.columns if NUMBER.search(column.header)}
        self.of_packs = {column.index for column, _ in self.columns if FOR_PACKS.search(column.header)}
        self.amounts = checker.pricing.packs.deposits
        in_words = () if checker.plan.own_export else (*checker.plan.remarks, checker.plan.index("name"))
        self.price = -1 if checker.plan.own_export else checker.plan.index("price")
        self.texts = [at for at in in_words if at >= 0]
        said = checker.survey.said  # deposits within all prices are asked about once, see list_questions
        self.of_all = [] if self.columns or checker.plan.own_export or said.with_deposit else said.deposits

    def fill(self, draft: Draft, cells: list[Any]) -> None:
        """Once the row's unit is known."""
        said: dict[str, set[Decimal]] = {}
        for column, kind in self.columns:
            if column.index < len(cells) and (cell := cells[column.index]) != "":
                own = column.index in self.of_packs and self._is_pack(draft, cells)
                self._read(draft, cell, column.index, "" if own else kind, said)
        for text in (text_of(cell_at(cells, index)) for index in self.texts):
            for deposit in deposits_in(text):
                self._add(draft, kind_of(deposit.unit), deposit, said)
        for text in texts_on_deposits(cell) if (cell := cell_at(cells, self.price)).__class__ is str else ():
            self._beside(draft, text, said)
        if said or (said := self._said_of_all(draft)):
            self._choose(draft, cells, said)

    def _is_pack(self, draft: Draft, cells: list[Any]) -> bool:
        """Whether what is sold is the row's Gebinde itself: `Flasche` below that, beside `Pfand/Gebinde`."""
        packing = self.checker.pricing.packing
        pack = packing.read(text_of(cell_at(cells, packing.packaging))) if packing.packaging >= 0 else None
        return pack is not None and pack.unit == draft.unit

    def _read(self, draft: Draft, cell: Any, index: int, kind: str, said: dict[str, set[Decimal]]) -> None:
        """A cell of a column of deposits: an amount, one in words, or the number of the article that is the deposit."""
        text = text_of(cell)
        if index in self.by_number:
            amount, rule = self.amounts.get(text), "deposit_unknown"
        else:
            amount, why = parse_price(cell, self.checker.survey.sign_of(index))[:2]
            rule = "" if why in ("price_zero", None) or text.casefold() in NONE else "deposit_unreadable"
        if amount is not None:
            said.setdefault(kind, set()).add(amount)
        elif words := deposits_under(text):
            for deposit in words:
                self._add(draft, kind_of(deposit.unit) or kind, deposit, said)
        elif rule:
            self.checker.find(draft, "deposit", cell, rule, column=index)

    def _add(self, draft: Draft, kind: str, deposit: Deposit, said: dict[str, set[Decimal]]) -> None:
        """`zzgl. 0,15 € Pfand` in words; what the price already holds must be asked."""
        if deposit.within:
            self.checker.find(draft, "deposit", deposit.text, "footnote")
        else:
            said.setdefault(kind, set()).add(deposit.amount)

    def _said_of_all(self, draft: Draft) -> dict[str, set[Decimal]]:
        """What the letterhead says of deposits, as far as it speaks of this row's unit: bottles, or crates of them."""
        said: dict[str, set[Decimal]] = {}
        own = kind_of(draft.unit or "")
        for deposit in self.of_all:
            kind = kind_of(deposit.unit)
            if deposit.unit == draft.unit or {deposit.unit, draft.unit} <= CRATES or kind == PIECE and own == PACK:
                self._add(draft, kind, deposit, said)
            elif kind == PIECE and draft.unit == "H87":
                self._add(draft, PACK, deposit, said)  # perhaps a bottle, perhaps bread: asked
        return said

    def _beside(self, draft: Draft, text: str, said: dict[str, set[Decimal]]) -> None:
        """`+ 3,30 Pfand` behind the price in its cell; a price that holds it already must be asked about."""
        found = deposits_in(text)
        if any(deposit.within for deposit in found) or not found and INCLUDED.search(text):
            self.checker.find(draft, "price", text, "footnote", column=self.price)
            return
        for deposit in found:
            self._add(draft, kind_of(deposit.unit), deposit, said)

    def _choose(self, draft: Draft, cells: list[Any], said: dict[str, set[Decimal]]) -> None:
        own = kind_of(draft.unit or "")
        fitting = said.get(own, set()) | said.get("", set()) if own else said.get("", set())
        if own == PACK and len(said) > 1 or said.keys() <= {BOTTLES, CRATE}:
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
        whole, crates = said.get(PACK, set()) | said.get("", set()), said.get(CRATE, set())
        if not crates and whole == {OF_AN_EMPTY_CRATE}:
            whole, crates = set(), whole
        bottles = said.get(BOTTLES, set())
        if said.get(PIECE):
            count = self.checker.pricing.pieces_of(cells) or 0
            bottles = bottles | {amount * count for amount in said[PIECE]}
        if not bottles:
            return whole or crates
        if 0 in bottles or max(len(bottles), len(crates), len(whole)) > 1:
            return set()
        together = next(iter(bottles)) + sum(crates)
        alike = {together, together + OF_AN_EMPTY_CRATE, *bottles}
        return whole & alike if whole else {together}
