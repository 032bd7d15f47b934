"""Rows of our own export that say what the catalogue says: they change nothing, whatever that is.

The gate that lists from outside pass would hold some of it back: a price of 0, a tax rate of last year, a step below 1.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.numbers import number_of
from catalog.imports.runs import export
from catalog.models import ImportRun, Listing
from catalog.money import plain
from tabular import text_of
from tabular.cells import as_typed, cell_at, in_workbook

if TYPE_CHECKING:
    from catalog.imports.columns.drafts import Entry
    from catalog.imports.rows.checking import Checker

LINE_END = re.compile("\r\n?")
LONGEST_CELL = 32_000  # a workbook's cells hold little more


class OwnRows:
    """Knows what each row of the export would say now, of the columns that the file still has."""

    def __init__(self, run: ImportRun, checker: Checker) -> None:
        self.sign, self.survey = checker.plan.own_export, checker.survey
        used = [column for column in checker.plan.columns if column.used]
        self.columns = [(one.field, one.index) for one in used if one.field in export.HEADER]
        self.added = [one.index for one in used if one.field not in export.HEADER]
        is_own = self.sign and not run.price_list_id
        self.known = self._known(Listing.objects.filter(supplier_id=run.supplier_id)) if is_own else {}

    def _known(self, listings) -> dict[int, bytes]:
        names = [name for name, _ in self.columns]
        return {pk: self._digest(self._stated(name, values[name]) for name in names)
                for pk, values in export.articles(listings)}  # fmt: skip

    def _stated(self, name: str, value: str) -> Any:
        if self.sign == ".":
            return value
        cell = export.worded(name, value)
        return cell if isinstance(cell, str) else plain(cell).replace(".", ",")

    def says_the_same(self, listing: int, entry: Entry) -> bool:
        """Whether the row is the catalogue's own, unchanged, and no other speaks of that article."""
        if listing not in self.known or len(entry.rows) > 1 or entry.doubt:
            return False
        if entry.key in self.survey.conflicts or entry.key in self.survey.spellings:
            return False
        cells = entry.cells[0]
        if any(cell_at(cells, index) != "" for index in self.added):
            return False
        return self._digest(self._read(cell_at(cells, index)) for _, index in self.columns) == self.known[listing]

    def _read(self, cell: Any) -> str:
        """A cell as text; a sheet's number with the sign that the export writes."""
        is_number = isinstance(cell, (int, float)) and not isinstance(cell, bool)
        return plain(number_of(cell)).replace(".", self.sign) if is_number else text_of(cell)

    @staticmethod
    def _digest(cells: Iterable[str]) -> bytes:
        """Of what files and their reader keep of a text: no sign that XML lacks, one kind of line end and blank."""
        texts = [LINE_END.sub("\n", as_typed(in_workbook(cell))).strip()[:LONGEST_CELL] for cell in cells]
        return hashlib.blake2b(repr(texts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
