"""Several tables below each other on one sheet: a header further down may name other columns, or the same otherwise."""

from __future__ import annotations

from typing import Any, NamedTuple

from catalog.imports.cells.views import View
from catalog.imports.columns.fields import guess
from catalog.imports.columns.side_by_side import Kind, field_of, kind_of
from catalog.imports.language.header_words import measures_something
from catalog.imports.language.words import key_of
from catalog.units import unit_of
from tabular import text_of

CERTAIN = 0.85
ALIKE = {"weak_number": "article_number", "running_number": "article_number"}
# without these columns, or with others of them, a price would be another
DECIDES = {
    *("price", "price_gross", "list_price", "unit_price", "unclear_price", "rrp", "step_price", "step_bound", "size"),
    *("price_tax", "rate_mark", "vat_rate", "vat_amount", "price_quantity", "price_unit", "price_factor", "currency"),
    *("unit", "packaging", "quantity", "content", "content_per_unit", "content_unit", "deposit", "discount", "minimum"),
    *("valid_from", "valid_to"),
}


class Section(NamedTuple):
    """How the rows below a header line are read; `doubt` names columns that the first header has not."""

    view: View | None
    doubt: str = ""


class Sections:
    """Knows the first header, and reads the later ones by it."""

    def __init__(self, headers: list[str], price: int) -> None:
        kinds = {at: _plain(kind_of(header)) for at, header in enumerate(headers) if header}
        self.kinds = [_with_name(kinds, headers).get(at) for at in range(len(headers))]
        self.keys = [key_of(header) for header in headers]
        self.line = [text_of(header) for header in headers if header]
        self.price = price

    def read(self, cells: list[Any]) -> Section | None:
        """None where the row is no header line."""
        priced = cells[self.price] if 0 <= self.price < len(cells) else ""
        if priced != "" and not _is_word(priced):  # a later header may be the shorter one, with nothing there
            return None
        if self._is_repeated(cells):
            return Section(None)
        if self.price < 0 or not _are_words(cells):
            return None
        found = {index: kind for index, cell in enumerate(cells) if cell != "" and (kind := self._known(text_of(cell)))}
        if not self._is_header(cells, found):
            return None
        found = _with_name(found, cells)
        columns = tuple(self._column(at, found) for at in range(len(self.kinds)))
        view = None if columns == tuple(range(len(columns))) else View(columns)
        rest = {index: kind for index, kind in found.items() if index not in columns and field_of(kind) in DECIDES}
        lost = [kind for at, kind in enumerate(self.kinds) if columns[at] < 0 and kind and field_of(kind) in DECIDES]
        other = rest or any(field_of(kind) in ("price", "list_price") for kind in lost)
        return Section(view, " | ".join(text_of(cell) for cell in cells if cell != "") if other else "")

    def _is_repeated(self, cells: list[Any]) -> bool:
        """The first header once more, as on every page of a printed list."""
        return len(self.line) > 1 and [text for cell in cells if (text := text_of(cell))] == self.line

    def _known(self, text: str) -> Kind | None:
        if key_of(text) in self.keys:
            return self.kinds[self.keys.index(key_of(text))]
        found = guess(text)
        if found is None and unit_of(text):  # `Kanister` over 5 l and 10 l
            return "packaging", None, ""
        return _plain(kind_of(text)) if found and found.confidence >= CERTAIN else None

    def _is_header(self, cells: list[Any], found: dict[int, Kind]) -> bool:
        fields = {field_of(kind) for kind in found.values()}
        named = fields & {"name", "article_number"} and any(field and "price" in field for field in fields)
        words = sum(cell != "" for cell in cells)
        return bool(named) and len(found) >= max(2, 0.6 * words) and (words > 2 or len(self.kinds) < 4)

    def _column(self, at: int, found: dict[int, Kind]) -> int:
        """The later column of the first header's column `at`; -1 for none."""
        same = [index for index, kind in found.items() if kind == self.kinds[at]]
        rank = sum(kind == self.kinds[at] for kind in self.kinds[:at])
        return same[rank] if rank < len(same) and self.kinds[at] else -1


def _with_name(kinds: dict[int, Kind], headers: list[Any]) -> dict[int, Kind]:
    """`Nr | Torte | Ø cm | Preis`: without a known word over names, the one unknown that measures nothing."""
    named = any(field_of(kind) == "name" for kind in kinds.values())
    unknown = [at for at, header in enumerate(headers) if header != "" and not field_of(kinds.get(at, ""))]
    words = [at for at in unknown if not measures_something(text_of(headers[at]))]
    return kinds if named or len(words) != 1 else {**kinds, words[0]: ("name", None, "")}


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _is_word(cell: Any) -> bool:
    text = cell.lstrip() if cell.__class__ is str else ""
    return text[:1].isalpha() or text[:2] == "€/"


def _are_words(cells: list[Any]) -> bool:
    return sum(cell != "" for cell in cells) > 1 and all(cell.__class__ is str and len(cell) < 60 for cell in cells)


def _plain(kind: Kind) -> Kind:
    """`Nr` here is `Art.-Nr.` there."""
    return (ALIKE.get(kind[0], kind[0]), *kind[1:]) if isinstance(kind, tuple) else kind
