"""What a row becomes, and what there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from catalog.imports.cells.views import View

SEVERITIES = ("info", "warning", "held_back", "refused")
LONGEST_RAW = 200


class Figures(str):
    """What we say in numbers with a decimal point."""

    __slots__ = ()


def side_by_side(cells: list[Any]) -> str:
    """`4.28 / 5`, in figures where no text is among them."""
    text = " / ".join(map(str, cells))
    return Figures(text) if all(isinstance(cell, int | float) for cell in cells) else text


@dataclass(slots=True)
class Finding:
    """One remark on a cell, a row (no column) or the whole file (no row).

    in_figures: `raw` was no text but numbers, to be shown as the reader's language writes them.
    in_file: what the file's cell says, where `raw` is what a person has written instead.
    """

    sheet: str
    row: int | None
    column: str | None
    field: str
    raw: str
    rule: str
    severity: str
    proposal: str = ""
    in_figures: bool = False
    in_file: str | None = None

    def as_dict(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class Entry:
    """One article or one skipped row, with all rows that belong to it; `cells` holds a list per row.

    status: article or skipped; reason: heading, repeated_header, sum, footer, note, elsewhere.
    view: set where the row holds several articles; `cells` are those of this one.
    doubt: the columns of a later header line by which the row cannot be read.
    above: the article that stands above a row with a price and no name.
    basis: a note further up that says for how much the prices below it are, and the group in which it was said.
    fingerprint: the same bytes as at the last import mean that nothing about it can have changed.
    """

    rows: tuple[int, ...]
    cells: tuple[list[Any], ...]
    group: str
    reason: str = ""
    key: str | None = None
    fingerprint: bytes = b""
    view: View | None = None
    doubt: str = ""
    above: str = ""
    basis: tuple[str, str] = ("", "")

    @property
    def skipped(self) -> bool:
        return bool(self.reason)


@dataclass(slots=True)
class Draft:
    """An article as the file states it; prices net, per `price_quantity` of `unit`. See `outcome` first."""

    rows: tuple[int, ...]
    outcome: str = "ok"
    reason: str = ""
    key: str | None = None
    article_number: str | None = None
    name: str = ""
    name_en: str = ""
    description: str = ""
    description_en: str = ""
    unit: str = ""
    content: Decimal | None = None
    content_unit: str | None = None
    price: Decimal | None = None
    price_quantity: int = 1
    gross: Decimal | None = None
    currency: str = "EUR"
    vat_rate: Decimal | None = None
    vat_category: str = "S"
    gtin: str = ""
    minimum: Decimal | None = None
    interval: Decimal | None = None
    steps: list[tuple[Decimal, Decimal]] = field(default_factory=list)
    rrp: Decimal | None = None
    list_price: Decimal | None = None
    deposit: Decimal | None = None
    category: str = ""
    origin: str = ""
    quality: str = ""
    manufacturer: str = ""
    group_key: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    images: list[str] = field(default_factory=list)
    online: bool | None = None
    stock: Decimal | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""
    view: View | None = None
    findings: list[Finding] = field(default_factory=list)
