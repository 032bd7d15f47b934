"""Which column means what: the answer of the mapping, the question of the mapping page."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from typing import Any

from catalog.imports.cells.views import View
from catalog.imports.columns.dealer_prices import QUESTION as DEALERS_QUESTION
from catalog.imports.columns.memory import Memory
from catalog.imports.language.price_words import PriceHeader, price_header
from tabular import letter, position

DROPPED = ("purchase_price", "internal")  # values of these never leave the reader
UNUSED = (
    *DROPPED,
    "ignored",
    "base_price",
    "old_price",
    "promotion_price",
    "step_discount",
    "surcharge",
    "total",
    "order_quantity",
    "running_number",
    "maximum",
    "",
)
SERIES = ("rate_mark", "size_price", "step_price", "step_bound", "unit_price")
MANY = ("image", "online", "offline", "deposit", "attribute_name", "attribute_value", *SERIES)


@dataclass(frozen=True)
class Column:
    """One column of the file; `field` is unique in a plan but for unused ones; `filled` with values of that kind."""

    index: int
    header: str
    field: str
    confidence: float
    reason: str
    price: PriceHeader | None = None
    bound: int = 0
    tax: str | None = None
    filled: bool = True

    @property
    def letter(self) -> str:
        return letter(self.index)

    @property
    def used(self) -> bool:
        return self.field not in UNUSED


@dataclass(frozen=True)
class Plan:
    """The columns, and what must be asked before a price may be believed.

    questions: rules that hold back every row with a price (several_prices, price_column_unclear, no_price_column).
    own_export: our own export comes back, and this is its decimal sign; its prices are net for one unit whatever
        price_quantity says.
    blocks: the lists that stand side by side; the columns are those of the first.
    named_by_content: the list names several articles alike, and what is in one tells them apart: Espresso 250 g.
    minus_is_yes: the list writes -1 where others write 1, as Access does.
    agreed: the prices of one customer, each beside its list price and with its days, so that later ones need not wait.
    """

    columns: tuple[Column, ...]
    headers: tuple[str, ...]
    questions: tuple[str, ...] = ()
    own_export: str = ""
    blank_is_offline: bool = False
    carries_category: bool = False
    blocks: tuple[View, ...] = ()
    agreed: bool = False
    named_by_content: bool = False
    minus_is_yes: bool = False
    fields: dict[str, Column] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        self.fields.update({column.field: column for column in self.columns if column.used})

    def column(self, name: str) -> Column | None:
        """The column of a field, None where the file has none."""
        return self.fields.get(name)

    def index(self, name: str) -> int:
        """Its index, -1 where the file has none."""
        column = self.fields.get(name)
        return column.index if column else -1

    def asked(self, uncomputed: set[int]) -> tuple[str, ...]:
        """The questions; a column of prices that Excel never worked out is empty, not missing."""
        named = any(one.index in uncomputed and one.price and one.price.role == "price" for one in self.columns)
        missing = named and "no_price_column" in self.questions
        return ("formula_without_result",) if missing else self.questions

    def numbered(self, name: str) -> list[Column]:
        """All columns of a series, in file order: image, image_2, ..."""
        return [
            column
            for column in self.columns
            if column.field == name or column.field.startswith(f"{name}_") and column.field[len(name) + 1 :].isdigit()
        ]

    @property
    def second_name(self) -> int:
        """The column whose text follows the name, -1 where there is none."""
        return self.index("content" if self.named_by_content else "name_2")

    @property
    def attributes(self) -> list[tuple[str, int]]:
        return [
            (column.field.partition(":")[2], column.index)
            for column in self.columns
            if column.field.startswith("attribute:")
        ]

    @property
    def remarks(self) -> list[int]:
        """Columns that may say something of a row's price, shown or not."""
        return [index for name in ("note", "internal_note") if (index := self.index(name)) >= 0]

    @property
    def dropped(self) -> set[int]:
        """Columns whose values must not leave the reader."""
        own = {column.index for column in self.columns if column.field.startswith(DROPPED)}
        return own | {view.columns[index] for view in self.blocks for index in own}

    @property
    def width(self) -> int:
        """Cells of a row; a row cut into sizes has one more, for its size."""
        return len(self.headers) + bool(self.numbered("size_price"))

    @property
    def headers_fingerprint(self) -> str:
        return fingerprint_of(self.headers)

    @property
    def fingerprint(self) -> str:
        """Changes when a column comes to mean something else."""
        known = [(column.index, column.field, column.bound, column.tax) for column in self.columns]
        flags = [self.own_export, self.blank_is_offline, self.minus_is_yes, self.named_by_content]
        state = json.dumps([known, self.questions, len(self.blocks), flags])
        return hashlib.blake2b(state.encode(), digest_size=8).hexdigest()

    def as_dict(self) -> dict[str, dict[str, object]]:
        """{field: {header, column, confidence, reason}} of all columns that mean something."""
        return {
            column.field: {
                "header": column.header,
                "column": column.letter,
                "confidence": column.confidence,
                "reason": column.reason,
            }
            for column in self.columns
            if column.field and column.field != "ignored"
        }

    @property
    def perhaps_dealers(self) -> Column | None:
        """The column of which is asked whether its prices are the house's own or its dealers'."""
        if DEALERS_QUESTION not in self.questions:
            return None
        return next((one for one in self.columns if one.field == "purchase_price" and one.confidence < 0.5), None)

    def assign(self, where: str, name: str) -> Plan:
        """A person's correction: column letter → field, "" to leave it out; the field's former column is left out."""
        index = position(where)
        columns = []
        for column in self.columns:
            if column.index == index:
                column = replace(column, field=name, confidence=1.0, reason="hand", **_price_extra(column, name))
            elif column.field == name and name not in UNUSED:
                column = replace(column, field="")
            columns.append(column)
        asked = self.perhaps_dealers
        settled = {DEALERS_QUESTION} if asked and asked.index == index else set()
        questions = () if name == "price" else tuple(one for one in self.questions if one not in settled)
        own_export = self.own_export if name == "" else ""
        return replace(self, columns=tuple(columns), questions=questions, own_export=own_export, fields={})


def _price_extra(column: Column, name: str) -> dict[str, Any]:
    if name not in ("price", "price_gross"):
        return {}
    header = price_header(column.header)
    return {"price": header, "tax": header.tax if header else None, "bound": 0}


def fingerprint_of(headers: tuple[str, ...] | list[str]) -> str:
    """The same header line again, whatever its blanks and case."""
    line = "\x1f".join(" ".join(header.split()).casefold() for header in headers).rstrip("\x1f")
    return hashlib.blake2b(line.encode(), digest_size=8).hexdigest()


def remembered(plan: Plan, memory: Memory | None) -> Plan:
    """The plan with what a person has decided for this header line before."""
    if memory is None:
        return plan
    for where, meaning in memory.columns.get(fingerprint_of(plan.headers), {}).items():
        current = next((column.field for column in plan.columns if column.letter == where), None)
        if current is not None and (current != meaning or meaning == "price"):
            plan = plan.assign(where, meaning)
    return replace(plan, fields={})
