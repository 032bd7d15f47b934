"""For how much of what a row's price is: what cell, header, columns, headings and the row's own words say together."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.money import Amount
from catalog.imports.cells.packaging import Pack
from catalog.imports.cells.price_rules import Per, settle
from catalog.imports.columns.drafts import Draft, Entry
from catalog.imports.columns.plan import Column
from catalog.imports.language.price_references import RATE
from catalog.imports.language.spelling import in_small_letters
from catalog.imports.rows import price_of_many
from catalog.imports.rows.own_words import UNCLEAR, OwnWords, contradict, reference_in_words
from catalog.imports.rows.price_texts import ONE, Reference, Surroundings, reference_in, unknown_in
from catalog.units import UNITS, is_measure
from tabular import text_of
from tabular.cells import cell_at

if TYPE_CHECKING:
    from catalog.imports.rows.pricing_of_rows import Pricing

QUESTION = "unit_in_name"
EXAMPLES = 500  # rows that show whether the letterhead's unit is theirs


class Basis:
    """Brings together what speaks of one price; where that contradicts itself, a person is asked."""

    def __init__(self, pricing: Pricing) -> None:
        self.pricing, self.checker, plan = pricing, pricing.checker, pricing.plan
        self.packing, self.quantities, self.own_export = pricing.packing, pricing.quantities, plan.own_export
        self.unit, self.many = plan.index("price_unit"), pricing.many
        self.around = Surroundings(self.checker)
        self.own_words = OwnWords(plan)
        self.letters = self.checker.survey.letters
        self.unless = self.checker.survey.said.unless and self._holds_somewhere()
        self.contradicted = self._contradicted()
        self.answer = self.checker.answered(QUESTION, self.checker.survey.said.amounts)

    def _contradicted(self) -> bool:
        """`Preise je Kiste` in the letterhead over a header `€/kg`: both speak of all prices, one of them wrongly."""
        price = self.pricing.column.price if self.pricing.column else None
        said = self.around.everywhere
        if (
            price is None
            or not price.unit
            or len(said) != 1
            or self.pricing.alternatives
            or self.own_export
            or self.unless
        ):
            return False
        one, other = (Reference(one.quantity, self.packing.priced_unit(one.unit, None)) for one in (price, said[0]))
        packs = {one.unit, other.unit} == {"H87", "XPK"}  # `Preise gelten je VE` over `Preis/Stk`
        return bool(one.unit and other.unit) and (packs or contradict(one, other) or contradict(other, one))

    def _holds_somewhere(self) -> bool:
        """Whether rows have the unit of the letterhead: else it may be meant for all, whatever units they have."""
        units = {self.packing.priced_unit(one.unit, None) for one in self.around.everywhere}
        rows = islice(self.checker.table.rows(), EXAMPLES)
        texts = {text_of(cell) for _, cells in rows if (cell := cell_at(cells, self.packing.heading)) != ""}
        return any(pack.unit in units for text in texts if (pack := self.packing.read(text)))

    def of(
        self, draft: Draft, entry: Entry, column: Column, amount: Amount, pack: Pack | None
    ) -> tuple[Per | None, Pack | None]:
        """What the price is for, None after a finding; and the pack, None where the name says that it is not that."""
        cells = entry.cells[0]
        per, pack = self._per(draft, entry, column, amount, pack)
        if per and per.quantity > 1 and not per.unit and pack and pack.content_unit == "H87" and not pack.quantity:
            per = per._replace(unit="H87")  # `Preis je 100` beside `VPE 200 Stk`: nobody sells a hundred packs
        basis = per and (per.unit or (pack.unit if pack else ""))
        if not per or self.own_export or self.answer == "list":
            return per, pack
        by_row = pack is not None or self._is_said_by_row(cells, amount)
        stated = Reference(per.quantity, basis or "")
        said = self.own_words.doubted(cells, stated, by_row=by_row) if basis else self.own_words.lettered(cells)
        if said is None:
            return per, pack
        if self.answer == "name":
            return Per(max(1, said.quantity), said.unit), None
        self.pricing.find(draft, draft.name, QUESTION, column=column)
        return None, pack

    def _is_said_by_row(self, cells: list[Any], amount: Amount) -> bool:
        """In the price's cell, in a column for it, or by the column in which the price stands."""
        named = bool(amount.unit or self.pricing.alternatives) or self.quantities.stated(cells)
        return named or 0 <= self.unit < len(cells) and cells[self.unit] != ""

    def _per(
        self, draft: Draft, entry: Entry, column: Column, amount: Amount, pack: Pack | None
    ) -> tuple[Per | None, Pack | None]:
        cells, said = entry.cells[0], self._said_nearby(draft, entry, column, amount, pack)
        if said is None:
            return None, pack
        quantities, codes = said
        silent = not (codes or quantities or self.quantities.stated(cells))
        clear = not silent or self._add_general(cells, quantities, codes, pack)
        if silent and not codes and (together := self.many.beside(entry)) and self.many.answer != "piece":
            return self._for_all(draft, cells, column, together)
        codes = {"H87" if code == "C62" else code for code in codes}
        if clear and ONE not in quantities and len(quantities) < 2 and len(codes) < 2:
            return Per(max(quantities, default=1), max(codes, default="")), pack
        if self.pricing.answers["price_quantity_unclear"] == "one":
            return Per(1, codes.pop() if len(codes) == 1 else pack.unit if pack else ""), pack
        self.pricing.find(draft, cells[column.index], "price_quantity_unclear", column=column)
        return None, pack

    def _said_nearby(
        self, draft: Draft, entry: Entry, column: Column, amount: Amount, pack: Pack | None
    ) -> tuple[set[int], set[str]] | None:
        """Quantities and units that the price is said to be for, the usual 1 left out; None after a finding."""
        cells, quantities, units = entry.cells[0], {amount.quantity}, [amount.unit]
        for reference in self._references(entry, column, pack):
            quantities.add(reference.quantity)
            units.append(reference.unit)
        codes = {code for word in units if word and (code := self.packing.priced_unit(word, pack))}
        texts = list(self._unit_texts(cells, column, pack))
        if not codes and not texts and pack is None:
            texts = [unknown] if (unknown := unknown_in(entry.group, heading=True) or self.around.unknown) else []
        for text in texts:
            stated = self.packing.per(text)
            if stated is None:
                self.pricing.find(draft, text, "price_unit_unknown")
                return None
            codes.add(stated.unit)
            quantities.add(stated.quantity)
        if not self.own_export and not self.quantities.add(draft, cells, quantities):
            return None
        return quantities - {0, 1}, codes

    def _for_all(
        self, draft: Draft, cells: list[Any], column: Column, together: Pack
    ) -> tuple[Per | None, Pack | None]:
        """All of them together are what is sold, if a person has said so."""
        if not self.many.answer:
            self.pricing.find(draft, cells[column.index], price_of_many.QUESTION, column=column)
            return None, None
        count = Decimal(together.quantity)
        draft.minimum = draft.interval = count if count > 1 else None
        return Per(max(1, together.quantity), together.unit), together

    def _references(self, entry: Entry, column: Column, pack: Pack | None) -> Iterator[Any]:
        """What speaks of this price: header, heading, notes, number format, and without a unit the row's own words."""
        cells = entry.cells[0]
        if self.contradicted:
            yield from (UNCLEAR, *self.around.everywhere)
        if column.price:
            is_rate = pack and RATE.fullmatch(column.header) and not self.pricing.alternatives
            open_ = is_rate or column.price.unit in self.letters
            yield Reference(column.price.quantity, "") if open_ else column.price
        if above := self._above(entry, pack):
            yield above
        yield from self.around.of(entry, column.index)
        yield from self.pricing.footnotes.references(cells)
        if pack is None:
            yield from self.own_words.of(cells)

    def _above(self, entry: Entry, pack: Pack | None) -> Reference | None:
        """What the heading says, or a note below it; unclear where a heading has come since the note."""
        note, group = entry.basis
        if note and group == entry.group:
            return reference_in(note) or UNCLEAR
        heading = reference_in(entry.group)
        if heading is None and pack is None:
            heading = reference_in_words(in_small_letters(entry.group), plainly=True)  # `Konserven (je Stück)`
        if heading or not note:
            return heading
        return reference if (reference := reference_in(note)) and [reference] == self.around.everywhere else UNCLEAR

    def _unit_texts(self, cells: list[Any], column: Column, pack: Pack | None) -> Iterator[str]:
        """The row's unit of the price, and the header's where it is no unit that everybody knows."""
        if text := text_of(cells[self.unit]) if 0 <= self.unit < len(cells) else "":
            yield text
        if column.price and (word := column.price.unknown):
            yield self.packing.priced_unit(word, pack) or word
        elif column.price and (word := column.price.unit) in self.letters:
            yield word

    def _says_otherwise(self, pack: Pack, said: tuple[int, str]) -> bool | None:
        """`St` beside `Preise je kg, soweit nicht anders angegeben`; None where `Glas 200 g` may or may not say so."""
        general = settle(Decimal(1), Per(max(1, said[0]), said[1]), pack)
        if general.converted and not is_measure(UNITS[pack.unit]):
            return None
        return general.rule == "price_unit_differs"

    def _add_general(self, cells: list[Any], quantities: set[int], codes: set[str], pack: Pack | None) -> bool:
        """What the letterhead says of all prices, where nothing nearer speaks; False where it leaves a doubt."""
        unit = self.packing.priced_unit
        said = {(reference.quantity, unit(reference.unit, pack)) for reference in self.around.everywhere}
        if len(said) > 1:  # `Preise je kg bzw. je Stück`: the unit column decides, unless hundreds are among them
            return all(quantity in (0, 1) for quantity, _ in said)
        if self.unless and pack and said and (otherwise := self._says_otherwise(pack, *said)) is not False:
            return bool(otherwise)
        for quantity, code in said:
            quantities |= {quantity} - {0, 1}
            codes |= {code} - {""}
        if not codes and not quantities and pack is None:
            codes |= {reference.unit for reference in self.own_words.measured(cells)}
        return True
