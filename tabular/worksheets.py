"""Worksheets of SpreadsheetML, the XML that Excel 2003 and older programs write, often under the name `.xls`.

Microsoft, XML Spreadsheet Reference (Office 2003). Read as tags and texts only: no document type is looked at and no
entity but the usual ones means anything, so that neither files nor addresses are opened, nor a small file becomes huge.
"""

from __future__ import annotations

from html.parser import HTMLParser

from tabular.cells import Cell
from tabular.errors import Unreadable

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
MOST_ROWS, MOST_COLUMNS, MOST_EMPTY = 1_048_576, 16_384, 1_000_000
NUMBER = "Number"


class Worksheet:
    """merged: (first row, first column, last row, last column), from 0."""

    def __init__(self, name: str) -> None:
        self.name, self.visible = name, True
        self.rows: list[list[Cell]] = []
        self.merged: list[tuple[int, int, int, int]] = []


class Worksheets(HTMLParser):
    """Collects the cells of each worksheet; comments are none."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[Worksheet] = []
        self._texts: list[str] | None = None
        self._type = ""
        self._in_comment = False
        self._last = -1  # where in the row the cell's value goes
        self._empty = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name.rpartition(":")[2]: value or "" for name, value in attrs}
        name = tag.rpartition(":")[2]
        if name == "worksheet":
            self.sheets.append(Worksheet(said.get("name", "")))
        elif name == "comment":
            self._in_comment = True
        elif name == "visible" or name == "data" and not self._in_comment:
            self._texts, self._type = [], said.get("type", "")
        elif self.sheets and name == "row":
            self._go_to(self.sheets[-1].rows, [], said, MOST_ROWS)
            self.sheets[-1].rows.append([])
        elif self.sheets and self.sheets[-1].rows and name == "cell":
            self._begin_cell(said)

    def _begin_cell(self, said: dict[str, str]) -> None:
        sheet = self.sheets[-1]
        row = sheet.rows[-1]
        self._go_to(row, "", said, MOST_COLUMNS)
        across, down = (_count(said.get(name), MOST_COLUMNS) for name in ("mergeacross", "mergedown"))
        self._leave_out(across + down)
        if across or down:
            top, left = len(sheet.rows) - 1, len(row)
            sheet.merged.append((top, left, top + down, left + across))
        row += [""] * (1 + across)
        self._last = -1 - across

    def handle_endtag(self, tag: str) -> None:
        name = tag.rpartition(":")[2]
        if name == "comment":
            self._in_comment = False
        elif name in ("data", "visible") and self._texts is not None:
            text, self._texts = "".join(self._texts).strip(), None
            if name == "visible" and self.sheets:
                self.sheets[-1].visible = "hidden" not in text.casefold()
            elif self.sheets and self.sheets[-1].rows and self.sheets[-1].rows[-1]:
                self.sheets[-1].rows[-1][self._last] = _value(text, self._type)

    def handle_data(self, data: str) -> None:
        if self._texts is not None:
            self._texts.append(data)

    def _go_to(self, cells: list, empty: Cell | list, said: dict[str, str], most: int) -> None:
        """Rows and cells that are left out are counted by the index of the next."""
        gap = _count(said.get("index"), most) - 1 - len(cells)
        self._leave_out(gap)
        cells += [list(empty) if isinstance(empty, list) else empty for _ in range(gap)]

    def _leave_out(self, cells: int) -> None:
        """Gaps and merged cells cost a file nothing to claim, and us memory."""
        self._empty += max(0, cells)
        if self._empty > MOST_EMPTY:
            raise Unreadable("broken", kind="xls")


def _count(text: str | None, most: int) -> int:
    return min(int(text), most) if text and text.isdecimal() else 0


def _value(text: str, kind: str) -> Cell:
    if kind != NUMBER:
        return text
    try:
        return float(text)
    except ValueError:
        return text


def worksheets_of(text: str) -> list[Worksheet]:
    parser = Worksheets()
    parser.feed(text)
    parser.close()
    return parser.sheets
