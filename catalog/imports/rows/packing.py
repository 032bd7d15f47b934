"""The order unit of a row, and what is in one."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.numbers import WHOLE_NUMBER, plain
from catalog.imports.cells.packaging import CRATE, LEAD, OUTER, Pack, amount, crate_of, parse_pack
from catalog.imports.cells.price_rules import ANY_PACK, Per, whole_pack
from catalog.imports.cells.values import quantity_of
from catalog.imports.columns.drafts import Draft
from catalog.imports.columns.size_columns import counts_pieces, measures_one, sizes_of
from catalog.imports.language.words import key_of
from catalog.imports.rows.unit_proposals import proposal_for
from catalog.units import UNITS, is_measure, unit_of
from tabular import text_of

if TYPE_CHECKING:
    from catalog.imports.rows.checking import Checker

HEADER_UNIT = re.compile(
    r"\(\s*(?:in\s+)?([a-zäöü²³]+)\.?\s*\)|\bin\s+([a-zäöü²³]+)\s*\Z|\[\s*([a-zäöü²³]+)\s*\]|"
    r"\A(?:netto)?(?:inhalt|füllmenge|content)[\s/]*([a-zäöü]+)\.?\Z",
    re.I,
)
OF_ONE = re.compile(r"(?:einzelpreis|einzelpr|ep|preiseinzeln|unitprice)")
PACK_HEADER = re.compile(r"ve|vpe|.*(?:verpackung|packung|gebinde|karton|kiste|kasten|package|case|pack).*")
ONE_PACK = re.compile(r"(?:ab)?packung(?:sgroesse|sinhalt)?")
PER_UNIT = re.compile(
    r"(?:/|\bje|\bpro|\bper)\s*(?:ME|Einh(?:eit)?|Mengeneinheit|Unit)\b", re.I
)  # `Preis/ME`: not for six of them
PIECES = r"(?:st|stk|stck|stueck|flaschen|fl|dosen|glaeser|becher)"
COUNTED = re.compile(  # headers over bare numbers
    rf"{PIECES}|{'|'.join(ANY_PACK)}|(?:inhalt{PIECES}|{PIECES}(?:je|pro|im|in)?(?:ve|vpe|karton|ktn|kiste|kasten|tray|gebinde|beutel))"
)
DELIVERED = re.compile(r"(?:ca\.?\s*)?\d+(?:[.,]\d+)?\s*([a-zäöüß.]+)\s*/\s*([a-zäöüß.]+)\Z", re.I)
HELD = re.compile(r"(?<=[a-zäöüß] )(?<!ca )(?<!etwa )(\d+(?:[.,]\d+)?)\s*(kg|g|l|ltr|ml|cl)\.?\Z", re.I)
SET = re.compile(r"\b(?:set|satz|garnitur)\b", re.I)
LITRES = re.compile(r"\d\s*(?:l|ltr|liter)\b", re.I)
DRINKS = {"XCS", "XBO", "XKG"}
EXAMPLES = 300  # rows that give evidence
GENERIC = "XPK"
COMPOUND = re.compile(  # not `Rucksack`
    r"(?:papier|jute|plastik|kunststoff|pe-?|folien|vakuum|holz|papp|klapp|mehrweg|einweg|pfand|stapel|glas|pet-?|blech|"
    r"metall|falt|versand|dreh|bügel|weck|schraub|euro)(sack|beutel|kiste|kasten|karton|flasche|dose|eimer|kanister|"
    r"schale|glas|becher|tüte|palette|box)\b(.*)\Z",
    re.I,
)
SMALL = {"GRM", "MGM", "MLT", "CLT", "DLT", "MMT", "CMT"}  # nobody sells by the gram
VESSELS = {"XSA", "XBJ", "XCI", "XDR", "XKG", "XCN"}
SEVERAL = OUTER | {"XSA", "XBG", "XNT"}  # what `12 Stück` are in; a jar or a bucket may be one of twelve
HUNDREDS = {"CEN", "MIL"}
OF_HUNDREDS = {"%": 100, "‰": 1000}  # as ironmongers write it
COUNTS = ("1", "10", "100", "1000")
MOST_REMEMBERED = 20_000


class Packing:
    """Reads unit, packaging and content columns; knows the units that this supplier's words were decided to mean."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        plan = checker.plan
        filled = {column.index for column in plan.columns if column.filled}  # an empty column says as much as none
        self.unit, self.packaging = (
            index if (index := plan.index(name)) in filled else -1 for name in ("unit", "packaging")
        )
        self.price_unit = plan.index("price_unit")
        sells_packs = self.unit >= 0 and key_of(plan.headers[self.unit]) in ("verkaufseinheit", "vkeinheit", *ANY_PACK)
        self.sells_packs = sells_packs or self.unit < 0 <= self.packaging
        self.holds_contents = self.packaging >= 0 and "inhalt" in key_of(plan.headers[self.packaging])
        self.quantity = -1 if self._is_offer() else plan.index("quantity")
        self.content, self.content_unit, self.per_unit = (
            plan.index(name) for name in ("content", "content_unit", "content_per_unit")
        )
        price = plan.column("price")
        self.per_unit_priced = bool(price and PER_UNIT.search(price.header))
        priced = [column for column in (price, *plan.numbered("unit_price")) if column and column.price]
        of_packs = ((column.index, parse_pack(column.price.pack)) for column in priced if column.price)
        self.in_headers = [(index, pack) for index, pack in of_packs if pack]  # `Preis pro 100er Pack`
        self.is_only_price = len(priced) < 2
        sizes = [view.size for view in sizes_of(plan) if not measures_one(view.size)]
        self.sized, self.in_runs = bool(sizes), any(map(counts_pieces, sizes))
        if self.sized:
            self.content, self.content_unit = len(plan.headers), -1
        self.has_column = self.unit >= 0 or self.packaging >= 0
        self.named = {" ".join(text.casefold().split()): code for text, code in checker.memory.units.items()}
        self.letters = checker.survey.letters
        self.cache: dict[str, Pack | None] = {}
        self.columns = [
            index
            for index in (
                self.unit,
                self.packaging,
                self.quantity,
                self.content,
                self.content_unit,
                self.per_unit,
                self.price_unit,
                *(index for index, _ in ([] if self.is_only_price else self.in_headers)),
            )
            if index >= 0
        ]
        self.packs: dict[tuple[Any, ...], tuple[Pack | None, dict[str, str]]] = {}
        self.content_in = "" if self.sized else self._header_unit(self.content)
        self.heading = self.unit if self.unit >= 0 else self.packaging
        self.named_unit = self._unit_named()
        self.heads_packs = self.heading >= 0 and bool(ONE_PACK.fullmatch(key_of(plan.headers[self.heading])))
        self.under_packs = self.packaging >= 0 and bool(PACK_HEADER.fullmatch(key_of(plan.headers[self.packaging])))
        prices = [column.price.unit for column in priced if column.price]
        self.priced_by_pack = any(word.casefold().strip(" .") in ANY_PACK for word in prices)  # `€/VE`
        self.price_for = next((unit for word in prices if (unit := unit_of(word))), None)
        self.of_drinks = plan.index("deposit") >= 0 or self._names_litres()
        self.unit_in = self._header_unit(self.unit) or self._header_unit(self.packaging)

    def _is_offer(self) -> bool:
        """With a sum or a price of one beside it, a quantity says how many were asked for, not what a pack holds."""
        price = self.checker.plan.column("price")
        total = self.checker.plan.column("total")
        return bool(total and total.filled or price and OF_ONE.match(key_of(price.header)))

    def _names_litres(self) -> bool:
        """A price per crate or bottle, or litres in another row: then `20x0,5` is of half a litre as well."""
        if self.price_for and self.price_for.code in DRINKS:
            return True
        rows = islice(self.checker.table.rows(), EXAMPLES) if self.under_packs else ()
        return any(LITRES.search(_text(cells, self.packaging)) for _, cells in rows)

    def _header_unit(self, index: int) -> str:
        """`Inhalt (g)` → GRM."""
        if index < 0:
            return ""
        match = HEADER_UNIT.search(self.checker.table.headers[index])
        unit = unit_of(next(group for group in match.groups() if group)) if match else None
        return unit.code if unit and is_measure(unit) else ""

    def read(self, text: str) -> Pack | None:
        """A unit text, by what was decided for it before, else by its words."""
        if text not in self.cache:
            code = self.named.get(" ".join(text.casefold().split()))
            pack = Pack(code) if code in UNITS else parse_pack(self.letters.get(text, text)) or _compound(text)
            self.cache[text] = pack or (crate_of(text, of_drinks=self.of_drinks) if self.under_packs else None)
        return self.cache[text]

    def priced_unit(self, word: str, pack: Pack | None) -> str:
        """The code of the unit that a price is said to be for: Gebinde, Flasche, kg."""
        return whole_pack(word, pack, sold_as_pack=self.sells_packs, named=self.named_unit)

    def per(self, text: str) -> Per | None:
        """A price reference: `100 g` → (100, GRM), `10 Stk` → (10, H87), `%` → (100, H87)."""
        if hundreds := OF_HUNDREDS.get(text.removeprefix("je ").strip()):
            return Per(hundreds, "H87")
        lead = LEAD.match(text)
        if (count := text[lead.end() :] if lead else text) in COUNTS:
            return Per(int(count))
        pack = self.read(text)
        if pack is None:
            return None
        whole = pack.content is not None and pack.content == int(pack.content) and pack.unit in ("H87", GENERIC)
        if whole and pack.content and pack.content_unit:
            return Per(int(pack.content), pack.content_unit)
        if pack.unit in HUNDREDS:
            return Per(int(UNITS[pack.unit].factor), "H87")
        return Per(pack.quantity or 1, pack.unit)

    def pack(self, draft: Draft, cells: list[Any]) -> Pack | None:
        """The order unit of a row; None where the file says none or a finding says why not."""
        width = len(cells)
        key = tuple(cells[index] if index < width else "" for index in self.columns)
        if (known := self.packs.get(key)) is None:
            scratch = Draft(draft.rows, view=draft.view)
            pack = self._run(cells) or self._pack(scratch, cells)
            known = (pack, scratch.attributes)
            if scratch.findings:
                draft.findings += scratch.findings
            elif len(self.packs) < MOST_REMEMBERED:
                self.packs[key] = known
        if known[1]:
            draft.attributes.update(known[1])
        return known[0]

    def named_by_price(self, cells: list[Any], pack: Pack | None) -> Pack | None:
        """`10 l` or `4 x 2,5 kg` beside a price per Kanister or Karton is a Kanister or a Karton of that."""
        unit = unit_of(_text(cells, self.price_unit)) or self.price_for
        if pack is None or unit is None or self.unit >= 0 or pack.content is None:
            return pack
        whole = unit.code in OUTER or unit.code in VESSELS and not pack.pieces  # of `4 x 1 kg`, a bucket is one of four
        open_ = pack.unit == GENERIC or pack.unit == "H87" and (self.holds_contents or self.named_unit == unit.code)
        return pack._replace(unit=unit.code) if open_ and whole else pack

    def _unit_named(self) -> str:
        """The unit that heads the column of units, in all lists side by side the same."""
        if self.heading < 0:
            return ""
        headers = self.checker.table.headers
        found = [view.columns[self.heading] for view in self.checker.plan.blocks] or [self.heading]
        known = {unit_of(headers[index]) for index in found}
        unit = known.pop() if len(known) == 1 else None
        return unit.code if unit else ""

    def named_by_header(self, cells: list[Any], pack: Pack) -> Pack:
        """`25 kg` under `Sack` is a sack of that, `6 x 1 l` under `Karton` a carton; what `VE` heads says nothing.

        `1 kg` under `Packung` is a pack, as `250 g` is.
        """
        named, text = self.named_unit, _text(cells, self.heading)
        loose = is_measure(UNITS[pack.unit]) and pack.content is None and not pack.quantity
        if loose and text[:1] == "1" and self.heads_packs:
            return Pack("H87", Decimal(1), pack.unit)
        if not named.startswith("X") or named == GENERIC or not text[:1].isdigit():
            return pack
        if loose and text[0] == "1":
            return Pack(named, Decimal(1), pack.unit)
        if pack.unit == GENERIC and named not in (OUTER if pack.pieces else SEVERAL):
            return pack
        return pack._replace(unit=named) if pack.unit in ("H87", GENERIC) and pack.content is not None else pack

    def called_a_set(self, name: str, pack: Pack | None) -> Pack | None:
        """`Kerzen Set | 3 Stück` is one set of three, unless it comes in packs of sets."""
        loose = pack and pack.unit == GENERIC and pack.content_unit == "H87" and not self.under_packs
        return pack._replace(unit="SET") if pack and loose and SET.search(name) else pack

    def _run(self, cells: list[Any]) -> Pack | None:
        """`100 Stück` over 49,00: what a hundred cost together."""
        run = self._packed(_text(cells, self.content), by_packs=True) if self.in_runs else None
        return run if run and run.unit == GENERIC else None

    def _pack(self, draft: Draft, cells: list[Any]) -> Pack | None:
        unit, packaging = _text(cells, self.unit), _text(cells, self.packaging)
        if count := self._count(cells, unit):
            unit = f"{count} {unit}"
        text = unit or packaging
        if not text:
            return self._content(draft, cells, Pack(self._unit_of_sizes()) if self.sized else self._of_header(cells))
        pack = self._packed(unit, self.priced_by_pack) if unit else self._packed(packaging, self.under_packs)
        if (
            pack is None
            and unit
            and packaging
            and (other := self.read(packaging))
            and unit_of(unit.split()[-1]) is None
        ):
            pack = other if self._is_number(unit) else None
        if pack is None and (self._is_delivered(text, cells) or not unit and self._is_priced(cells)):
            draft.attributes["Verpackung"] = text[:200]
            return self._content(draft, cells, self._held(text))
        if pack is None:
            field = "unit" if unit else "packaging"
            self.checker.find(draft, field, text, "unit_unknown", proposal_for(text))
            return None
        if unit and packaging:
            pack = self._with_packaging(draft, pack, packaging)
        elif CRATE.match(text) or pack.pieces:  # how many pieces `Kiste 12 x 1 l` has, its twelve litres do not tell
            draft.attributes["Verpackung"] = text[:200]
        return self._content(draft, cells, pack)

    def _of_header(self, cells: list[Any]) -> Pack | None:
        """What the header of a filled price column says of the pack: `Rolle 100 m €`."""
        said = (pack for index, pack in self.in_headers if self.is_only_price or _text(cells, index))
        return next(said, None)

    def _unit_of_sizes(self) -> str:
        """A piece, or what the letterhead says that all prices are for: `je Beutel` over 100 g and 500 g."""
        said = self.checker.survey.said.references
        unit = unit_of(said[0].unit) if len(said) == 1 and said[0].quantity < 2 else None
        return unit.code if unit and unit.kind == "pack" else "H87"

    def _is_priced(self, cells: list[Any]) -> bool:
        """Another place says what the price is for: `vak.` and `2 kg Form` beside `€/kg` only say how it comes."""
        said = self.checker.survey.said.references
        everywhere = len(said) == 1 and unit_of(said[0].unit) is not None
        return bool(self.price_for or everywhere or _text(cells, self.price_unit))

    def _held(self, text: str) -> Pack | None:
        """`Bag-in-Box 5 l` beside a price per piece is a piece of five litres."""
        match = HELD.search(text) if self.price_for and self.price_for.code == "H87" else None
        return Pack("H87", amount(match[1]), unit.code) if match and (unit := unit_of(match[2])) else None

    def _is_delivered(self, text: str, cells: list[Any]) -> bool:
        """`6 St/Ki` beside `per St`: sold by the piece, in crates of six."""
        match = DELIVERED.match(text)
        outer, inner = (unit_of(match[2]), unit_of(match[1])) if match else (None, None)
        per = self.per(_text(cells, self.price_unit)) if outer and inner and _text(cells, self.price_unit) else None
        return bool(per and inner and outer and outer.kind == "pack" and per.unit == inner.code)

    def _packed(self, text: str, by_packs: bool) -> Pack | None:
        """`100 Stk` under VPE or beside a price per VE is a pack of a hundred, as `50 Stk` is one of fifty."""
        pack = self.read(text)
        return Pack(GENERIC, Decimal(pack.quantity), pack.unit) if pack and pack.quantity and by_packs else pack

    def _count(self, cells: list[Any], unit: str) -> str:
        """`6` beside `Glas`, `500` under Inhalt beside `g`: how many of the unit one order unit holds."""
        if not unit or self.per_unit_priced:
            return ""
        count = _text(cells, self.quantity)
        content = _text(cells, self.content) if self.content_unit < 0 and not self.content_in else ""
        if not count and self._is_number(content) and (measure := unit_of(unit)) and is_measure(measure):
            count = content
        return "" if count == "1" else count

    def is_counted(self, cells: list[Any]) -> bool:
        """Whether a count makes the unit, so that a plain price may be for one or for all; `500 g` is but a jar."""
        unit = unit_of(_text(cells, self.unit))
        count = self._count(cells, _text(cells, self.unit))
        fraction = count.replace(",", ".").startswith("0.")
        return bool(count) and unit is not None and unit.code not in SMALL and not fraction

    @staticmethod
    def _is_number(text: str) -> bool:
        return text.replace(",", "").replace(".", "").isdigit()

    def _with_packaging(self, draft: Draft, pack: Pack, packaging: str) -> Pack:
        """`Karton` beside `12 x 0,7 l`: the second fills the first; beside a piece or a kilogram it only informs."""
        inner = self.read(packaging)
        holder = UNITS[pack.unit].kind == "pack"
        if (
            holder
            and pack.content is None
            and inner
            and inner.content is not None
            and inner.unit in (pack.unit, GENERIC, "H87")
            and inner.content_unit != pack.unit
        ):
            return pack._replace(content=inner.content, content_unit=inner.content_unit, pieces=inner.pieces)
        if inner is None or inner.unit != pack.unit or inner.content is not None:
            draft.attributes["Verpackung"] = packaging[:200]
        return pack

    def _content(self, draft: Draft, cells: list[Any], pack: Pack | None) -> Pack | None:
        """Content columns add to an order unit that does not measure itself."""
        amount, code, pieces = self._stated_content(cells)
        if amount is None:
            text = _text(cells, self.content)
            if text and not (pack and pack.content is not None and self._is_number(text)):
                draft.attributes.setdefault("Inhalt", text[:200])
            return pack
        if pack is None or is_measure(UNITS[pack.unit]) or pack.content is not None or code == pack.unit:
            label = f"{amount.normalize():f}".replace(".", ",")
            draft.attributes.setdefault("Inhalt", f"{label} {UNITS[code].short}" if code else label)
            return pack
        return pack._replace(content=amount, content_unit=code, pieces=pieces)

    def fill(self, draft: Draft, cells: list[Any]) -> None:
        """Where no column names the unit, `100 g` under Inhalt is what the piece or bottle holds that is priced."""
        unit = UNITS[draft.unit]
        if self.content < 0 or unit.kind not in ("piece", "pack") or unit.code in OUTER | {GENERIC}:
            return
        amount, code, pieces = self._stated_content(cells)
        if amount is not None and is_measure(UNITS[code]) and not pieces:
            draft.content, draft.content_unit = amount, code
            draft.attributes.pop("Inhalt", None)

    def has_content(self, cells: list[Any]) -> bool:
        """Whether a column of its own says how much is in one."""
        return bool(_text(cells, self.content))

    def _stated_content(self, cells: list[Any]) -> tuple[Decimal | None, str, int]:
        """How much of which unit is in one, and how many pieces share it (0 where that is not said)."""
        text = _text(cells, self.content)
        if text:
            found = parse_pack(text)
            if found and found.content is not None and found.content_unit:
                return found.content, found.content_unit, found.pieces
            if found and is_measure(UNITS[found.unit]) and not found.about and text[:1] == "1":
                return Decimal(1), found.unit, 0
        index = self.content if text else self.per_unit
        unit = unit_of(_text(cells, self.content_unit))
        code = (
            unit.code
            if unit
            else self.content_in or ("H87" if index == self.per_unit and self.content_unit < 0 else "")
        )
        if not code or index < 0 or index >= len(cells) or cells[index] == "":
            return None, "", 0
        sign = self.checker.survey.signs.get(index, self.checker.survey.overall)
        value, _ = quantity_of(cells[index], sign)
        return (plain(value), code, 0) if value else (None, "", 0)


def _text(cells: list[Any], index: int) -> str:
    return text_of(cells[index]) if 0 <= index < len(cells) else ""


def _compound(text: str) -> Pack | None:
    """`Papiersack 25 kg`, `Holzkiste`: what it is made of is not what counts."""
    match = COMPOUND.match(text)
    return parse_pack(match[1] + match[2]) if match else None


def count_in(text: str) -> Decimal | None:
    """12 in `12`, `12,00` and `12 Stk`; `500 g` counts nothing."""
    if number := WHOLE_NUMBER.fullmatch(text):
        return Decimal(number[1]) or None
    pack = parse_pack(text) if text else None
    return pack.content if pack and pack.content_unit == "H87" else None
