"""All of a row but its price and unit: VAT, texts, GTIN, quantities, categories, pictures, attributes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.attribute_texts import attributes_in
from catalog.imports.cells.money import parse_price
from catalog.imports.cells.numbers import DecimalSign
from catalog.imports.cells.packaging import parse_pack
from catalog.imports.cells.state_words import heads_gone, is_gone, is_noted_gone, says_only_gone, yes_or_no
from catalog.imports.cells.sums import is_sum, speaks_of_sum
from catalog.imports.cells.values import (
    gtin_of,
    is_fee,
    long_text,
    quantity_of,
    text_value,
)
from catalog.imports.columns.drafts import Draft, Entry
from catalog.imports.language.header_parts import least_in
from catalog.imports.rows.parents import Parents
from catalog.imports.rows.rates_of_rows import Rates
from catalog.imports.rows.states import States
from catalog.imports.rows.validity import Validity
from tabular import text_of

if TYPE_CHECKING:
    from catalog.imports.rows.checking import Checker

SHORT_TEXTS = ("name_en", "origin", "quality", "manufacturer", "group_key", "note")
LONG_TEXTS = ("description", "description_en")
AMOUNTS = ("rrp", "list_price")
PATH = re.compile(r"\s*(?:>|»|→|\\|::)\s*")
SPLIT_IMAGES = re.compile(r"\s*[,;|]\s*(?=https?://)|\s*[|;]\s*|,\s+(?=[^,\s]+\.(?:jpe?g|png|webp|gif)\b)|\n+", re.I)
SHORT, LONG, MOST_ATTRIBUTES, MOST_REMEMBERED = 255, 20_000, 80, 50_000


class Details:
    """Fills a draft from the columns that hold no price."""

    def __init__(self, checker: Checker) -> None:
        self.checker, plan = checker, checker.plan
        self.find = checker.find
        self.short = [(name, index) for name in SHORT_TEXTS if (index := plan.index(name)) >= 0]
        self.long = [(name, index) for name in LONG_TEXTS if (index := plan.index(name)) >= 0]
        self.amounts = [(name, index) for name in AMOUNTS if (index := plan.index(name)) >= 0]
        self.categories = [
            index for name in ("category", "subcategory", "subcategory_2") if (index := plan.index(name)) >= 0
        ]
        self.images = [column.index for column in plan.numbered("image")]
        self.pairs = list(
            zip(
                [c.index for c in plan.numbered("attribute_name")],
                [c.index for c in plan.numbered("attribute_value")],
                strict=False,
            )
        )
        self.attributes = plan.attributes
        sheet = checker.table.sheet.name
        self.gone_sheet = sheet if heads_gone(sheet) else ""
        self.said_in: list[tuple[int, Callable[[str], bool]]] = [(index, is_noted_gone) for index in plan.remarks]
        if (name := plan.index("name")) >= 0:
            self.said_in.append((name, is_gone))
        if not plan.own_export:  # `Stand` over `01/26` and `ausgelaufen!`
            self.said_in += [(one.index, is_gone) for one in plan.columns if one.field == "ignored" and one.filled]
        names = ("gtin", "minimum", "interval", "stock", "attributes", "row_type")
        self.at = {name: plan.index(name) for name in names}
        least = plan.column("minimum")
        self.least_of = (least_in(least.header) if least else "") or ""  # Bund in `min. Bund`
        self.cache: dict[tuple[str, Any, type], Any] = {}
        self.validity = Validity(plan, checker.survey.start, checker.survey.end)
        self.states = States(plan)
        self.parents = Parents(checker.table, plan)
        self.rates = Rates(checker, self.parents)

    def fill(self, draft: Draft, entry: Entry) -> None:
        cells = entry.cells[0]
        self.rates.fill(draft, cells, entry.group)
        for name, index in self.short:
            if index < len(cells) and (cell := cells[index]) != "":
                setattr(draft, name, self._remember("text", cell, text_value)[:SHORT])
        for name, index in self.long:
            if index < len(cells) and (cell := cells[index]) != "":
                setattr(draft, name, long_text(cell)[:LONG])
        self._continue_texts(draft, entry)
        self._gtin(draft, cells)
        self._quantities(draft, cells)
        self._category(draft, entry)
        if self.images:
            self._pictures(draft, entry)
        if self.attributes or self.pairs or self.at["attributes"] >= 0:
            self._attributes(draft, cells)
        self._state(draft, cells)
        self._remarks(draft, entry)
        self._dates(draft, cells, entry.group)

    def _remember(self, kind: str, cell: Any, read: Callable[[Any], Any]) -> Any:
        """What a cell means, worked out once for equal cells."""
        key = (kind, cell, cell.__class__)
        if key not in self.cache:
            if len(self.cache) >= MOST_REMEMBERED:
                return read(cell)
            self.cache[key] = read(cell)
        return self.cache[key]

    def _cell(self, cells: list[Any], name: str) -> Any:
        index = self.at[name]
        return cells[index] if 0 <= index < len(cells) else ""

    def _sign(self, name: str) -> DecimalSign:
        return self.checker.survey.sign_of(self.checker.plan.index(name))

    # Texts

    def _continue_texts(self, draft: Draft, entry: Entry) -> None:
        """Rows below that only go on with the description."""
        index = self.checker.plan.index("description")
        if index < 0 or len(entry.cells) == 1:
            return
        more = [long_text(cells[index]) for cells in entry.cells[1:] if index < len(cells) and cells[index] != ""]
        more = [text for text in more if text not in draft.description]
        draft.description = "\n".join(filter(None, [draft.description, *more]))[:LONG]

    def _gtin(self, draft: Draft, cells: list[Any]) -> None:
        cell = self._cell(cells, "gtin")
        if cell == "":
            return
        gtin, rule = gtin_of(cell)
        draft.gtin = gtin or ""
        if rule:
            self.find(draft, "gtin", cell, rule, gtin or "")
        elif text_of(cell) in self.checker.survey.gtins:
            self.find(draft, "gtin", cell, "gtin_double")

    def _category(self, draft: Draft, entry: Entry) -> None:
        cells = entry.cells[0]
        if len(self.categories) == 1:
            cell = cells[self.categories[0]] if self.categories[0] < len(cells) else ""
            draft.category = (self._remember("path", cell, _path) if cell != "" else "") or entry.group
            return
        parts = [text_value(cells[index]) for index in self.categories if index < len(cells) and cells[index] != ""]
        draft.category = " > ".join(parts) or entry.group

    def _pictures(self, draft: Draft, entry: Entry) -> None:
        for cells in entry.cells:
            for index in self.images:
                if index < len(cells) and (text := text_of(cells[index])):
                    for part in SPLIT_IMAGES.split(text):
                        self._picture(draft, part.strip())

    def _picture(self, draft: Draft, text: str) -> None:
        path = text.replace("\\", "/")
        if not path.startswith(("http://", "https://")) and (
            ".." in path.split("/") or path.startswith("/") or ":" in path[:3]
        ):
            self.find(draft, "image", text, "image_path", path.rsplit("/", 1)[-1])
            path = path.rsplit("/", 1)[-1]
        if path and path not in draft.images:
            draft.images.append(path[:500])

    def _attributes(self, draft: Draft, cells: list[Any]) -> None:
        for name, index in self.attributes:
            if (
                index < len(cells)
                and (cell := cells[index]) != ""
                and len(draft.attributes) < MOST_ATTRIBUTES
                and (text := text_value(cell))
            ):
                draft.attributes[name] = text[:1000]
                if is_gone(text):
                    self.find(draft, "", text, "sold_out", column=index)
        for name_at, value_at in self.pairs:
            if max(name_at, value_at) >= len(cells) or len(draft.attributes) >= MOST_ATTRIBUTES:
                continue
            name, value = text_value(cells[name_at]), text_value(cells[value_at])
            if name and value:
                draft.attributes[name[:80]] = value[:1000]
        if text := text_of(self._cell(cells, "attributes")):
            draft.attributes.update(attributes_in(text))

    # Counts, states, dates

    def _quantities(self, draft: Draft, cells: list[Any]) -> None:
        for name in ("minimum", "interval"):
            cell = self._cell(cells, name)
            if cell == "":
                continue
            cell = f"{text_of(cell)} {self.least_of}" if name == "minimum" and self.least_of else cell
            if cell.__class__ is str:
                value, rule = quantity_of(cell, self._sign(name), self._order_unit(cells))
            else:
                value, rule = self._remember("count", cell, lambda cell: quantity_of(cell, DecimalSign()))
            if rule:
                self.find(draft, name, cell, "quantity_unreadable")
            elif value:
                setattr(draft, name, value)
        self._money(draft, cells)

    def _money(self, draft: Draft, cells: list[Any]) -> None:
        for name, index in self.amounts:
            if index < len(cells) and cells[index] != "":
                setattr(draft, name, parse_price(cells[index], self._sign(name)).value)

    def _order_unit(self, cells: list[Any]) -> str | None:
        for name in ("unit", "packaging"):
            index = self.checker.plan.index(name)
            if 0 <= index < len(cells) and (text := text_of(cells[index])):
                pack = parse_pack(text)
                return pack.unit if pack else None
        return None

    def _state(self, draft: Draft, cells: list[Any]) -> None:
        sold_out = self._stock(draft, self._cell(cells, "stock"))
        draft.online, doubt = self.states.of(cells, self.parents.of(cells), draft.stock)
        if sold_out or text_of(self._cell(cells, "row_type")).casefold() == "delete":
            draft.online = False
        elif doubt:
            self.find(draft, doubt.field, cells[doubt.index], "online_unclear", column=doubt.index)

    def _remarks(self, draft: Draft, entry: Entry) -> None:
        """Name, note, group or sheet may say that the article cannot be had, or is none; so may a line below."""
        cells = entry.cells[0]
        for index, gone in self.said_in:
            if index < len(cells) and cells[index].__class__ is str and gone(cells[index]):
                self.find(draft, "", cells[index], "sold_out", column=index)
        if not draft.article_number and not self.checker.plan.own_export and self._is_no_article(draft.name, cells):
            self.find(draft, "name", draft.name, "fee_maybe")
        if self.checker.plan.own_export:
            return
        below = [text_of(cell) for more in entry.cells[1:] for cell in more if cell.__class__ is str and cell]
        for said in filter(says_only_gone, below):
            self.find(draft, "", said, "sold_out")
        for said in dict.fromkeys((entry.group, draft.category, self.gone_sheet)):
            if said and heads_gone(said):
                self.find(draft, "", said, "sold_out")

    def _is_no_article(self, name: str, cells: list[Any]) -> bool:
        """`Versandkosten`; `Summe netto`; `Summe Backwaren`, where no unit says that it is sold."""
        return is_fee(name) or is_sum(name) or speaks_of_sum(name) and self._order_unit(cells) is None

    def _stock(self, draft: Draft, cell: Any) -> bool:
        """Whether words in place of a number say that there is none left."""
        if cell == "":
            return False
        draft.stock, rule = quantity_of(cell, self._sign("stock"))
        if rule and yes_or_no(text_of(cell)) is not False:
            self.find(draft, "stock", cell, "quantity_unreadable")
        return bool(rule) and yes_or_no(text_of(cell)) is False

    def _dates(self, draft: Draft, cells: list[Any], group: str) -> None:
        draft.valid_from, draft.valid_to = self.validity.usual
        start, ended = self.validity.around(group)
        for name, cell, day, rule in self.validity.read(cells):
            setattr(draft, name, day)
            if rule:
                self.find(draft, name, cell, rule)
        if start and not self.validity.keeps_days and draft.valid_from is None:
            self.find(draft, "valid_from", f"{start:%d.%m.%Y}", "not_yet_valid")
        if ended and draft.valid_to in (None, ended):
            self.find(draft, "valid_to", f"{ended:%d.%m.%Y}", "expired")
        if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
            self.find(draft, "valid_to", f"{draft.valid_to:%d.%m.%Y}", "days_reversed")


def _path(cell: Any) -> str:
    """`Getränke > Saft`; of several paths (`A>B|C`, `A > B, C > D`) the first."""
    text = text_value(cell)
    if ">" in text:
        text = text.split("|")[0].split(", ")[0]
    return " > ".join(part for part in PATH.split(text) if part)
