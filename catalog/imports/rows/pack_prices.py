"""For the whole pack or for one piece of it? A plain price beside `6 x 200 g` under VE may be either.

Only evidence for the whole pack lets such a list pass: a deposit or a recommended price that only a pack can have.
Else the supplier is asked once for the list, and his answer is kept with the list's header line.
"""

from __future__ import annotations

from decimal import Decimal
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.numbers import WHOLE_NUMBER
from catalog.imports.cells.packaging import Pack
from catalog.imports.cells.price_rules import INNER
from catalog.imports.columns.plan import Column
from catalog.imports.language.words import key_of
from catalog.imports.rows.deposit_texts import deposits_under
from catalog.imports.rows.deposits import amounts_by_number
from catalog.imports.rows.packing import PACK_HEADER
from catalog.units import UNITS, is_measure, unit_of
from tabular import text_of
from tabular.cells import cell_at

if TYPE_CHECKING:
    from catalog.imports.rows.pricing_of_rows import Pricing

QUESTION = "pack_or_piece"
LEAST_CRATE_DEPOSIT = Decimal("1.50")  # an empty crate's own; bottles and cans cost 8 to 25 cents
HALF_CENT = Decimal("0.0051")
MARKEDLY = Decimal("1.2")
EXAMPLES = 500  # rows that give evidence
PIECE = "H87"


class PackPrices:
    """What the plain prices of one list are for: "pack", "piece", or "" where nothing says so."""

    def __init__(self, pricing: Pricing) -> None:
        self.pricing, checker = pricing, pricing.checker
        plan, headers = checker.plan, checker.table.headers
        column = plan.column("packaging") or plan.column("unit")
        self.under_packs = column is not None and PACK_HEADER.fullmatch(key_of(headers[column.index])) is not None
        self.column = column.index if column else -1
        self.unit = plan.index("unit")
        self.counts = pricing.counts
        self.by_piece = [one for one in plan.columns if one.field == "base_price" and _is_for_piece(one)]
        self.seconds = [index for _, index in plan.attributes if self._are_units(index)] if self.unit >= 0 else []
        self.deposits: dict[str, Decimal | None] = amounts_by_number(pricing)
        shown = self._proof() or self._evidence()
        self.meaning = checker.answered(QUESTION, shown) or shown

    def counted(self, cells: list[Any], pack: Pack | None) -> Pack | None:
        """`VE 50` in a list without units is a pack of 50 as far as this question goes."""
        if pack or not self.pricing.unit_assumed:
            return pack
        if self.by_piece:
            count = self.pricing.count_of(cells)
        else:
            texts = (text_of(cells[index]) for index in self.counts if index < len(cells))
            count = next((Decimal(number[1]) for text in texts if (number := WHOLE_NUMBER.fullmatch(text))), None)
        return Pack("XPK", count, PIECE) if count and count > 1 else None

    def is_open(self, cells: list[Any], pack: Pack | None) -> bool:
        """Whether a plain price of this row may be for the pack or for what is in it."""
        if pack is None or pack.content is None:
            return pack is None and self._is_no_piece_price(cells)
        if self.pricing.packing.is_counted(cells) or self._has_second_unit(cells, pack):
            return True
        if UNITS[pack.unit].kind != "pack" or pack.unit in INNER and pack.pieces < 2 and self._is_filled(pack):
            return False  # a bottle of 0.7 litres holds no bottles
        if pack.pieces < 2 and self._is_filled(pack) and self.pricing.packing.has_content(cells):
            return False  # `Eimer | 12,5 kg`: two columns for one bucket
        if self.unit != self.column and self._is_column(cells) and UNITS[pack.content_unit or "H87"].kind == "pack":
            return True  # `Beutel 150 g | Karton 12 Btl.`: two packs, and each may be what is priced
        named = self.unit >= 0 and self.unit != self.column and self.unit < len(cells) and cells[self.unit] != ""
        return not named and (self.under_packs or not self._is_column(cells))

    def _is_no_piece_price(self, cells: list[Any]) -> bool:
        """`Stückpreis` says 1,85 where the price says 22,20, and nothing what that is for."""
        own = self._amount(cells, self.pricing.plan.index("price"))
        return any((price := self._amount(cells, column.index)) and price != own for column in self.by_piece)

    def _are_units(self, index: int) -> bool:
        """`Laden-EH` beside `Bestell-EH`: a column of nothing but units."""
        rows = islice(self.pricing.checker.table.rows(), EXAMPLES)
        texts = {text_of(cells[index]) for _, cells in rows if index < len(cells)} - {""}
        return bool(texts) and all(unit_of(text) for text in texts)

    def _has_second_unit(self, cells: list[Any], pack: Pack) -> bool:
        units = (unit_of(text_of(cells[index])) for index in self.seconds if index < len(cells))
        return any(unit and (unit.code != pack.unit or pack.unit == "XPK") for unit in units)

    def _is_column(self, cells: list[Any]) -> bool:
        return 0 <= self.column < len(cells) and cells[self.column] != ""

    @staticmethod
    def _is_filled(pack: Pack) -> bool:
        return pack.content_unit is not None and is_measure(UNITS[pack.content_unit])

    def _proof(self) -> str:
        """Runs or fillings of which each costs more; a second price that is in the first as often as the pack holds
        pieces, or the other way round."""
        if self.pricing.packing.in_runs:
            return "pack"
        plan, index = self.pricing.plan, self.pricing.plan.index("price")
        if self._grows_with_content(plan.index("name"), index):
            return "pack"
        for column in plan.columns:
            if column.field == "base_price" and index >= 0:
                rows = islice(self.pricing.checker.table.rows(), EXAMPLES)
                found = {self._compared(cells, index, column) for _, cells in rows} - {None}
                if len(found) == 1:
                    return str(found.pop())
        return ""

    def _grows_with_content(self, name: int, price: int) -> bool:
        """Paint at 29,90 in `Eimer 5 l`, at 54,50 in `Eimer 10 l`: no litre costs more where there are more of them."""
        sizes: dict[tuple[str, ...], list[tuple[Decimal, Decimal]]] = {}
        kind = [name, *(index for _, index in self.pricing.plan.attributes)]  # yellow paint may cost more than white
        for _, cells in islice(self.pricing.checker.table.rows(), EXAMPLES):
            pack = self.pricing.packing.read(text_of(cells[self.column])) if self._is_column(cells) else None
            cost = self._amount(cells, price)
            if name >= 0 and pack and pack.content and self._is_filled(pack) and cost:
                key = (pack.content_unit or "", *(text_of(cell_at(cells, index)) for index in kind))
                sizes.setdefault(key, []).append((pack.content, cost))
        pairs = [
            (less, more) for found in sizes.values() for less, more in pairwise(sorted(found)) if less[0] < more[0]
        ]
        return bool(pairs) and all(more[1] >= MARKEDLY * less[1] for less, more in pairs)

    def _compared(self, cells: list[Any], price: int, column: Column) -> str | None:
        """pack or piece, as this row's two prices prove it; "" where they prove nothing."""
        own, other, count = self._amount(cells, price), self._amount(cells, column.index), self.pricing.count_of(cells)
        if not own or not other or not count:
            return None
        for_piece = _is_for_piece(column)
        if for_piece and abs(other * count - own) <= HALF_CENT * count:
            return "pack" if count > 1 else None
        if not for_piece and abs(own * count - other) <= HALF_CENT * count:
            return "piece" if count > 1 else None
        return ""

    def _evidence(self) -> str:
        """Deposits of crates and recommended prices below the price speak for packs, if nothing speaks against."""
        plan, rows = self.pricing.plan, (cells for _, cells in self.pricing.checker.table.rows())
        deposit, rrp, price = plan.index("deposit"), plan.index("rrp"), plan.index("price")
        if price < 0 or max(deposit, rrp) < 0 or not self.under_packs:
            return ""
        crates = [
            (value, self._amount(cells, price))
            for cells in islice(rows, EXAMPLES)
            for value in self._deposits(cells, deposit)
        ]
        if crates and all(value >= LEAST_CRATE_DEPOSIT and _may_cost(own, value) for value, own in crates):
            return "pack"
        rows = (cells for _, cells in self.pricing.checker.table.rows())
        pairs = [(self._amount(cells, price), self._amount(cells, rrp)) for cells in islice(rows, EXAMPLES)]
        stated = [(own, other) for own, other in pairs if own and other]
        return "pack" if stated and all(own > other for own, other in stated) else ""

    def _deposits(self, cells: list[Any], index: int) -> list[Decimal]:
        """What a cell names as deposit; in words as well, and 0 where those say that it is of a bottle or a crate."""
        if self.deposits:
            found = self.deposits.get(text_of(cells[index])) if 0 <= index < len(cells) else None
            return [found] if found else []
        if amount := self._amount(cells, index):
            return [amount]
        words = deposits_under(text_of(cells[index])) if 0 <= index < len(cells) else []
        return [Decimal(0) if said.unit else said.amount for said in words]

    def _amount(self, cells: list[Any], index: int) -> Decimal | None:
        return self.pricing.parse(index, cells[index]).value if 0 <= index < len(cells) else None


def _may_cost(price: Decimal | None, deposit: Decimal) -> bool:
    """0,89 beside a deposit of 3,10 is what a bottle costs; a crate of water is hardly dearer than its deposit."""
    return price is None or price >= deposit / 2


def _is_for_piece(column: Column) -> bool:
    unit = unit_of(column.price.unit) if column.price else None
    return unit is not None and unit.kind == "piece"


def piece_of(pack: Pack) -> tuple[Pack, Decimal]:
    """What is in a pack, as an order unit of its own, and how many of it the pack holds."""
    content, unit = pack.content or Decimal(1), pack.content_unit or PIECE
    if pack.pieces and is_measure(UNITS[unit]):
        return Pack(PIECE, content / pack.pieces, unit), Decimal(pack.pieces)
    return Pack(unit), content
