"""One look over the whole list before its rows are judged: decimal signs, double numbers, what the texts say of VAT."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any

from catalog.imports.cells.money import parse_price
from catalog.imports.cells.numbers import DecimalSign, sign_of
from catalog.imports.cells.packaging import parse_pack
from catalog.imports.cells.sizes import SizedName, Sizes, sized_name
from catalog.imports.cells.values import is_fee, legend_of
from catalog.imports.cells.views import View
from catalog.imports.columns.drafts import Entry
from catalog.imports.columns.plan import Plan
from catalog.imports.language.name_keys import name_key
from catalog.imports.language.spelling import with_umlauts
from catalog.imports.language.words import key_of
from catalog.imports.rows.entries import entries_of
from catalog.imports.rows.footnotes import footnotes_in
from catalog.imports.rows.outliers import Neighbours, Siblings
from catalog.imports.rows.price_texts import Said
from catalog.imports.rows.unit_letters import explained_in, meanings_of
from catalog.imports.rows.validity import Validity, end_said, start_said
from catalog.units import UNITS, is_measure, unit_of
from tabular import Table, text_of
from tabular.cells import cell_at

NUMBER_FIELDS = (
    "price",
    "price_gross",
    "list_price",
    "rrp",
    "deposit",
    "minimum",
    "interval",
    "content",
    "content_per_unit",
    "stock",
    "price_quantity",
    "quantity",
    "step_bound",
    "price_factor",
    "vat_amount",
)
UNIT_FIELDS = ("unit", "packaging", "price_unit")
CORE = ("name", "name_2", "price", "unit", "packaging", "vat_rate", "price_quantity", "origin", "gtin", "content")
OTHER_PRICES = ("rrp", "old_price", "base_price", "deposit", "promotion_price", "purchase_price")
HAS_DIGIT = re.compile(r"\d")
LOST_LETTER = re.compile(r"[^\W\d_]\?[a-zäöüß]|(?<!\S)\?[a-z]{2}|\ufffd")
Place = tuple[int, View | None]  # a row may hold several articles
LOOSE = ("heading", "note", "footer")  # no sums, headers and tables of other things, which are known as such
MOST_TEXTS, LONGEST_TEXT = 600, 1000
MOST_SIGNS = 3000
MOST_KEPT = 30_000  # rows whose entries stay in memory between the two looks


@dataclass
class Survey:
    """signs: column → decimal sign; doubles: number → rows; twins: number → rows that say the same again."""

    signs: dict[int, DecimalSign] = field(default_factory=dict)
    overall: DecimalSign = field(default_factory=DecimalSign)
    said: Said = field(default_factory=Said)
    start: date | None = None  # the first day of all prices, where it is still to come
    end: date | None = None  # the last day of all prices
    footnotes: dict[str, str] = field(default_factory=dict)  # mark → what it says of prices
    legend: dict[str, Any] = field(default_factory=dict)
    letters: dict[str, str] = field(default_factory=dict)  # of unit columns and headers → what to read instead
    twins: dict[str, list[Place]] = field(default_factory=dict)
    conflicts: set[str] = field(default_factory=set)
    spellings: set[str] = field(default_factory=set)
    gtins: set[str] = field(default_factory=set)
    neighbours: Neighbours = field(default_factory=Neighbours)
    sizes: Sizes = field(default_factory=Sizes)
    siblings: Siblings = field(default_factory=Siblings)
    measured: Neighbours = field(default_factory=Neighbours)
    lost: int = 0  # names with a question mark for a letter
    left: list[int] = field(default_factory=list)  # rows with a price or a number that are read as none of the goods
    below: dict[int, int] = field(default_factory=dict)  # header row of a table of other things → its rows
    kept: list[Entry] | None = None
    longer: int = 0
    shorter: int = 0
    articles: int = 0

    def sign_of(self, index: int) -> DecimalSign:
        """A column's own decimal sign where its values show one, else the list's."""
        sign = self.signs.get(index)
        return sign if sign and (sign.sign or sign.mixed) else self.overall


def survey(table: Table, plan: Plan) -> Survey:
    """Read the list once; memory grows with its distinct numbers and number texts only."""
    look = _Look(table, plan)
    found = look.found
    if table.filled <= MOST_KEPT:
        found.kept = []
    for entry in entries_of(table, plan, found.below):
        if found.kept is not None:
            found.kept.append(entry)
        if entry.skipped:
            look.note_text(entry)
        else:
            look.note_article(entry)
    look.close()
    return found


class _Look:
    """Gathers what only the whole list can tell."""

    def __init__(self, table: Table, plan: Plan) -> None:
        self.found, self.plan = Survey(), plan
        around = [with_umlauts(text[:LONGEST_TEXT]) for part in table.parts for text in (part.sheet.name, *part.before)]
        self.of_all = dict.fromkeys(around)  # and notes and footers, which speak of all rows
        self.general = dict.fromkeys(around)  # without notes that say for how much the prices below them are
        self.within: dict[str, None] = {}  # what stands between the rows, headings among it
        self.seen: dict[int, set[str]] = {index: set() for index in _number_columns(plan)}
        self.units: dict[int, set[str]] = {at: set() for name in UNIT_FIELDS if (at := plan.index(name)) >= 0}
        self.texts = [*self.seen.items(), *self.units.items()]
        self.marked = any("*" in header for header in table.headers)
        self.doubles = _Doubles(plan, self.found)
        self.validity = Validity(plan)
        self.amounts: dict[tuple[Any, Hashable], list[Any]] = {}
        self.sized: list[tuple[SizedName, Hashable, Any]] = []
        self.named: list[tuple[str, Hashable, Any]] = []
        self.filled: list[tuple[tuple[str, float], Any]] = []
        price = plan.column("price")
        unit = unit_of(price.price.unit) if price and price.price else None
        self.by_pack = not plan.own_export and not (unit and is_measure(unit))
        self.where = neighbour_columns(plan)
        self.price, self.name, self.width = plan.index("price"), plan.index("name"), plan.width
        self.number = plan.index("article_number")
        self.prices = [at for name in ("price", "price_gross", "list_price") if (at := plan.index(name)) >= 0]

    def note_text(self, entry: Entry) -> None:
        if entry.reason in LOOSE and self._looks_like_goods(entry.cells[0]):
            self.found.left.append(entry.rows[0])
        if entry.reason == "sum" or len(self.within if entry.reason != "footer" else self.of_all) >= MOST_TEXTS:
            return
        text = with_umlauts(" ".join(text_of(cell) for cell in entry.cells[0] if cell != "")[:LONGEST_TEXT])
        if entry.reason in ("note", "footer"):
            self.of_all[text] = None
            if not entry.basis[0]:
                self.general[text] = None
        if entry.reason != "footer":
            self.within[text] = None

    def _looks_like_goods(self, cells: list[Any]) -> bool:
        """A price that is none of delivery, or an article number all by itself."""
        if is_fee(_text(cells, self.name)):
            return False
        prices = (cells[index] for index in self.prices if index < len(cells) and cells[index] != "")
        number = _text(cells, self.number)
        alone = any(map(str.isdigit, number)) and " " not in number and sum(cell != "" for cell in cells) == 1
        return alone or any(parse_price(cell, DecimalSign()).value is not None for cell in prices)

    def note_article(self, entry: Entry) -> None:
        found, width, cells = self.found, self.width, entry.cells[0]
        found.articles += 1
        for row in entry.cells:
            if len(row) > width and any(cell != "" for cell in row[width:]):
                found.longer += 1
            found.shorter += len(row) < width
            _note_texts(self.texts, row)
        if self.validity.speaks_of_all_days(cells):
            self.doubles.note(entry)
        name = _text(cells, self.name)
        if ("?" in name or "\ufffd" in name) and LOST_LETTER.search(name):
            found.lost += 1
        if 0 <= self.price < len(cells):
            self._note_price(entry, name, cells[self.price])

    def _note_price(self, entry: Entry, name: str, cell: Any) -> None:
        group = neighbourhood(self.where, entry)
        self.amounts.setdefault(group, []).append(cell)
        if self.by_pack and (fill := fill_of(self.where, entry.cells[0])):
            self.filled.append((fill, cell))
        if sized := sized_name(name):
            self.sized.append((sized, group[1], cell))
        if len(self.named) < MOST_KEPT:
            self.named.append((name, group[1], cell))

    def close(self) -> None:
        found = self.found
        self.doubles.close()
        _learn_signs(found, self.seen, self.plan)
        sign = found.signs.get(self.price, DecimalSign())
        _learn_neighbours(found, self.amounts, self.sized, self.named, sign)
        for (base, content), cell in self.filled:
            if (amount := parse_price(cell, sign).value) is not None:
                found.measured.note(base, "", float(amount) / content)
        found.measured.close()
        of_all = list(self.of_all)
        found.footnotes = footnotes_in(of_all)
        found.start, found.end = start_said(of_all), end_said(of_all)
        price = self.plan.column("price")
        within = [*self.within, price.header if price else ""]
        found.said = Said.by(of_all, list(self.general), within, others=_other_prices(self.plan), marked=self.marked)
        said = [*self.plan.headers, *of_all, *self.within]
        found.legend = legend_of(said)
        if not self.plan.own_export:
            self._learn_letters(explained_in(said))

    def _learn_letters(self, explained: dict[str, str]) -> None:
        of_price = self.plan.index("price_unit")
        for index, texts in self.units.items():
            said = set(map(text_of, texts))
            self.found.letters |= meanings_of(said, explained, of_price=index == of_price)
        beside = {
            text for texts in self.units.values() for text in map(text_of, texts) if len(text) > 1 or text.islower()
        }
        for letter in {one.price.unit for one in self.plan.columns if one.price and len(one.price.unit) == 1}:
            self.found.letters |= meanings_of({letter, *beside}, explained, of_price=False)  # `Preis/T`


def _other_prices(plan: Plan) -> list[str]:
    """Headers of prices that nobody here pays, without what brackets add."""
    return [one.header.partition("(")[0].strip() for one in plan.columns if one.field in OTHER_PRICES and one.filled]


def _note_texts(seen: list[tuple[int, set[str]]], cells: list[Any]) -> None:
    width = len(cells)
    for index, texts in seen:
        if index < width and cells[index].__class__ is str and cells[index] and len(texts) < MOST_SIGNS:
            texts.add(cells[index])


def _number_columns(plan: Plan) -> list[int]:
    series = [column.index for kind in ("unit_price", "step_price", "step_bound") for column in plan.numbered(kind)]
    return [index for name in NUMBER_FIELDS if (index := plan.index(name)) >= 0] + series


def _learn_signs(found: Survey, seen: dict[int, set[str]], plan: Plan) -> None:
    if plan.own_export:
        found.overall = DecimalSign(plan.own_export)
        found.signs = dict.fromkeys(seen, found.overall)
        return
    found.signs = {index: sign_of(texts) for index, texts in seen.items()}
    certain = {sign.sign for sign in found.signs.values() if sign.sign}
    found.overall = DecimalSign(certain.pop()) if len(certain) == 1 else DecimalSign(mixed=bool(certain))


def neighbour_columns(plan: Plan) -> tuple[int, ...]:
    """Where group, unit, packaging, price quantity, unit of the price and price stand; -1 for none."""
    return tuple(map(plan.index, ("category", "unit", "packaging", "price_quantity", "price_unit", "price")))


def fill_of(where: tuple[int, ...], cells: list[Any]) -> tuple[str, float] | None:
    """(KGM, 1.2) for `Karton 8 x 150 g`: what a pack holds, so that packs of all sizes can be compared."""
    text = cell_at(cells, where[1]) or cell_at(cells, where[2])
    if text.__class__ is not str or not HAS_DIGIT.search(text):
        return None
    pack = parse_pack(text)
    if pack is None or not pack.content or not pack.content_unit or not is_measure(UNITS[pack.content_unit]):
        return None
    unit = UNITS[pack.content_unit]
    return unit.base, float(pack.content * unit.factor)


def neighbourhood(where: tuple[int, ...], entry: Entry) -> tuple[Any, tuple[Any, ...]]:
    """Articles that may be compared: of one group, in one unit, with one price quantity."""
    cells = entry.cells[0]
    category, unit, packaging, quantity, per, price = where
    group = cell_at(cells, category) or entry.group
    size = entry.view.size if entry.view else ""
    packed = cell_at(cells, unit) or cell_at(cells, packaging)
    stated = cell_at(cells, price)
    own = stated.rpartition("/")[2].strip() if stated.__class__ is str and "/" in stated else ""  # `0,95 €/kg`
    return group, (packed, cell_at(cells, quantity), cell_at(cells, per) or own, size, entry.basis[0])


def _learn_neighbours(
    found: Survey,
    amounts: dict[tuple[Any, Hashable], list[Any]],
    sized: list[tuple[SizedName, Hashable, Any]],
    named: list[tuple[str, Hashable, Any]],
    sign: DecimalSign,
) -> None:
    """`sized` and `named` hold what compares articles by their names, with unit and cell of the price."""
    parsed: dict[Any, Any] = {}
    for (group, unit), cells in amounts.items():
        for cell in cells:
            if cell not in parsed:
                parsed[cell] = parse_price(cell, sign).value
            if parsed[cell] is not None:
                found.neighbours.note(group, unit, float(parsed[cell]))
    found.neighbours.close()
    noted: tuple[tuple[Any, list[tuple[Any, Hashable, Any]]], ...] = ((found.sizes, sized), (found.siblings, named))
    for alike, entries_ in noted:
        for name, unit, cell in entries_:
            if parsed[cell] is not None:
                alike.note(name, unit, float(parsed[cell]))
        alike.close()


class _Doubles:
    """Finds numbers that stand on several articles: said twice alike, differently, or in two spellings."""

    def __init__(self, plan: Plan, found: Survey) -> None:
        self.found = found
        self.number = plan.index("article_number")
        self.core = [index for name in CORE if (index := plan.index(name)) >= 0]
        self.core += [index for _, index in plan.attributes]  # the blue one and the yellow one are two
        self.core += [column.index for column in plan.numbered("attribute_value")]
        self.pick = itemgetter(*self.core) if self.core else lambda cells: None
        self.last = max(self.core, default=0)
        self.origin = plan.index("origin")
        self.gtin = plan.index("gtin")
        self.first: dict[str, tuple[str, Any]] = {}
        self.seen_gtins: dict[str, str] = {}
        self.plan = plan

    def note(self, entry: Entry) -> None:
        cells = entry.cells[0]
        text = _text(cells, self.number) if self.number >= 0 else self._identity(cells)
        if not text:
            return
        key = text.casefold()
        core = hash(self.pick(cells) if len(cells) > self.last else tuple(cell_at(cells, index) for index in self.core))
        if (known := self.first.get(key)) is None:
            self.first[key] = (text, core)
        elif known[0] != text and self.number >= 0:
            self.found.spellings.add(key)
        elif known[1] != core or len(entry.rows) > 1:
            self.found.conflicts.add(key)
        else:
            self.found.twins.setdefault(key, []).append(place_of(entry))
        gtin = _text(cells, self.gtin)
        if gtin and self.seen_gtins.setdefault(gtin, key) != key:
            self.found.gtins.add(gtin)

    def close(self) -> None:
        for key in self.found.conflicts | self.found.spellings:
            self.found.twins.pop(key, None)

    def _identity(self, cells: list[Any]) -> str:
        return identity(
            _text(cells, self.plan.index("name")),
            _text(cells, self.plan.second_name),
            self._unit(cells),
            _text(cells, self.origin),
        )

    def _unit(self, cells: list[Any]) -> str:
        return _text(cells, self.plan.index("unit")) or _text(cells, self.plan.index("packaging"))


def place_of(entry: Entry) -> Place:
    return entry.rows[0], entry.view


def identity(name: str, name_2: str, unit: str, origin: str) -> str:
    """The key of an article in a list without numbers: the same name, unit and origin next week is the same article."""
    if not name:
        return ""
    return f"{name_key(f'{name} {name_2}')}|{''.join(unit.casefold().split()).rstrip('.')}|{key_of(origin)}"


def _text(cells: list[Any], index: int) -> str:
    return text_of(cells[index]) if 0 <= index < len(cells) else ""


def entries(table: Table, plan: Plan, found: Survey) -> Iterator[Entry]:
    """The entries again, twins gathered into the first row of their article."""
    number = plan.index("article_number")
    doubles = _Doubles(plan, Survey())
    validity = Validity(plan)
    done: set[Place] = set()
    for entry in found.kept if found.kept is not None else entries_of(table, plan):
        if entry.skipped:
            yield entry
            continue
        cells = entry.cells[0]
        text = _text(cells, number) if number >= 0 else doubles._identity(cells)
        entry.key = text.casefold() or None
        if place_of(entry) in done:
            continue
        if entry.key in found.twins and validity.speaks_of_all_days(cells):
            twins = found.twins[entry.key]
            done.update(twins)
            entry.rows = (*entry.rows[: len(entry.cells)], *(row for row, _ in twins))
        yield entry
