"""Tables out of HTML, since many shops call such a file `.xls`."""

from __future__ import annotations

from html.parser import HTMLParser

MOST_SPAN = 50


class Tables(HTMLParser):
    """Collects the outer tables of a page as rows of texts; `colspan` widens a cell with empty ones."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tables: list[list[list[str]]] = []
        self._depth = 0
        self._cell: list[str] | None = None
        self._span = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self.tables.append([])
        elif tag == "tr" and self._depth == 1:
            self._close_cell()
            self.tables[-1].append([])
        elif tag in ("td", "th") and self._depth == 1:
            self._close_cell()
            self._cell = []
            span = dict(attrs).get("colspan") or "1"
            self._span = min(int(span), MOST_SPAN) if span.isdigit() else 1
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr") and self._depth == 1:
            self._close_cell()
        elif tag == "table" and self._depth:
            self._close_cell()
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)

    def _close_cell(self) -> None:
        if self._cell is None or not self.tables:
            return
        if not self.tables[-1]:
            self.tables[-1].append([])
        lines = "".join(self._cell).split("\n")
        text = "\n".join(" ".join(line.split()) for line in lines).strip()
        self.tables[-1][-1] += [text] + [""] * (self._span - 1)
        self._cell, self._span = None, 1


def tables_of(text: str) -> list[list[list[str]]]:
    """All outer tables with at least one row."""
    parser = Tables()
    parser.feed(text)
    parser.close()
    return [table for table in parser.tables if table]
