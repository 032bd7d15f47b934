"""Where on a sheet the table is: header rows among letterheads, groups and footers.

The caller knows the words of its trade: `known(text)` names the kind of column that a header text announces, or None;
each `+` in a kind says more than the same without.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice, pairwise, zip_longest

from tabular.book import Area, Book, Sheet
from tabular.cells import Cell, text_of
from tabular.header_texts import LONG, Known, Texts, joined_headers, spread

SEARCHED = 150  # rows in which a header may stand
MOST_LINES = 3  # rows that a header may spread over
SENTENCE = 40  # letters; a longer text is no header of a first column
SHARED = 0.6  # of the kinds of a header, to be one of the same list
IDENTIFYING = {"name", "article_number", "weak_number", "running_number"}  # kinds that head the goods themselves
PRICE = "price"  # how kinds of prices begin
COMPLETES = 0.6  # for a second line that names columns under a text above them
BEGINS = 0.35  # for a line of short words each of which goes on below: `Best. | Preis | empf.` over `Nr. | netto | VK`
FEWEST_BEGUN, SHORT = 3, 14
SAYS_MORE, PER_LINE = 0.4, 0.3  # a second line is taken for what it adds
PER = r"(?:\s*(?:/|je\b|pro\b|per\b|p\.).*)?"
NUMBER = re.compile(rf"(?:€|EUR)?\s*[-+]?[\d.,\s]*\d[\d.,\s]*(?:€|EUR|%|,-)?{PER}\Z", re.I)
THOUSANDS = re.compile(r"\A(\d{1,3})\.(\d{3})\Z")
QUANTITY = re.compile(r"\d")
FEWEST_QUANTITIES = 3
CENTS = re.compile(r"\d[.,]\d{1,2}(?!\d)")
AMOUNT = re.compile(r"(?:\A|[:=]\s*)(?:€\s*)?\d+[.,]\d{2}\s*(?:€|[(+;]|/\s*\D)", re.I)  # `14,80 / ab 10: 12,90`


@dataclass
class Table:
    """A header and what lies below it; rows are counted as Excel does, columns from 0.

    further: the tables of other sheets on which the list goes on, see tabular.joined; their rows count from `shift` on.
    """

    sheet: Sheet
    first_header: int
    last_header: int
    headers: list[str]
    before: list[str]
    score: float
    filled: int
    main_header: int = 0
    kinds: set[str] = field(default_factory=set)
    above: Table | None = None  # a table of its own higher up on the sheet, if there is one
    shift: int = 0
    further: list[Table] = field(default_factory=list)

    @property
    def parts(self) -> list[Table]:
        """One table for each sheet."""
        own = self.filled - sum(table.filled for table in self.further)
        return [replace(self, filled=own, further=[]), *self.further] if self.further else [self]

    @property
    def names(self) -> list[str]:
        """Of the sheets."""
        return [self.sheet.name, *(one.sheet.name for one in self.further)]

    def is_like(self, other: Table) -> bool:
        """Whether its header is one of the same list, by the kinds of its columns."""
        return len(self.kinds & other.kinds) >= max(2, SHARED * len(self.kinds))

    def place(self, row: int) -> tuple[str, int]:
        """The sheet on which a row stands, and its number there."""
        part = next((one for one in reversed(self.further) if row > one.shift), self)
        return part.sheet.name, row - part.shift

    def rows(self) -> Iterator[tuple[int, list[Cell]]]:
        """Every row below the header that holds a value, merged cells filled downwards."""
        return chain(self._own_rows(), *(table.rows() for table in self.further))

    def _own_rows(self) -> Iterator[tuple[int, list[Cell]]]:
        below = _filler(self.sheet.merged(), self.last_header)
        for number, cells in enumerate(islice(self.sheet.rows(), self.last_header, None), self.last_header + 1):
            if below and number - 1 in below:
                _fill(cells, below[number - 1])
            if below and number in below:
                _hand_down(cells, number - 1, below)
            if any(cell != "" and cell is not None for cell in cells):
                yield number + self.shift, cells


class _Area:
    """A merged area that reaches over several rows, with the value it hands down."""

    __slots__ = ("column", "top", "value")

    def __init__(self, top: int, column: int) -> None:
        self.top, self.column, self.value = top, column, ""


def _filler(merged: list[Area], start: int) -> dict[int, list[_Area]]:
    """Row (from 0) → areas that cover it."""
    rows: dict[int, list[_Area]] = {}
    for top, left, bottom, _right in merged:
        if bottom > top >= start and bottom - top < 5000:
            area = _Area(top, left)
            for row in range(top, bottom + 1):
                rows.setdefault(row, []).append(area)
    return rows


def _fill(cells: list[Cell], areas: list[_Area]) -> None:
    if not any(cell != "" for cell in cells):
        return
    for area in areas:
        if area.column < len(cells) and cells[area.column] == "":
            cells[area.column] = area.value


def _hand_down(cells: list[Cell], row: int, below: dict[int, list[_Area]]) -> None:
    for area in below.get(row, ()):
        if area.top == row and area.column < len(cells):
            area.value = cells[area.column]


def find_tables(book: Book, known: Known) -> list[Table]:
    """The best table of each sheet that has one, best first."""
    tables = [table for sheet in book.sheets if (table := find_table(sheet, known))]
    return sorted(tables, key=lambda table: table.score, reverse=True)


def find_table(sheet: Sheet, known: Known) -> Table | None:
    """The header with the most kinds of columns that the trade knows; among equals the first and shortest."""
    rows = list(islice(sheet.rows(), SEARCHED))
    merged = sheet.merged() if rows else []
    best: Table | None = None
    found: list[Table] = []
    for start in range(len(rows)):
        for lines in range(1, MOST_LINES + 1):
            table = _candidate(sheet, rows, merged, start, lines, known)
            if table:
                found.append(table)
            if table and len(table.kinds) > 1 and (best is None or table.score > best.score + 0.01):
                best = table
    if best:
        best.filled = _count_filled(sheet, best.last_header)
        best.above = _above(best, found, rows, known)
    return best


def _above(best: Table, found: list[Table], rows: list[list[Cell]], known: Known) -> Table | None:
    """The first header above the best one that is of the same list, or names prices, and has rows of its own."""
    for table in (one for one in found if one.last_header < best.first_header - 1):
        between = rows[table.last_header : best.first_header - 1]
        table.filled = sum(_is_row(row) for row in between)
        if table.filled and table.is_like(best) or _holds_prices(table, between, known):
            return max((one for one in found if one.first_header == table.first_header), key=lambda one: one.score)
    return None


def _holds_prices(table: Table, rows: list[list[Cell]], known: Known) -> bool:
    """Numbers in rows below the word for a price: goods, be the other headers such as nobody knows."""
    priced = [at for at, header in enumerate(table.headers) if (known(header) or "").startswith(PRICE)]
    held = [any(at < len(row) and NUMBER.match(text_of(row[at])) for at in priced) for row in rows if _is_row(row)]
    return sum(held) > 1


def _is_row(row: list[Cell]) -> bool:
    """At least two values, one of them a number."""
    texts = [text for cell in row if (text := text_of(cell))]
    return len(texts) > 1 and any(NUMBER.match(text) for text in texts)


def _count_filled(sheet: Sheet, start: int) -> int:
    """Rows below with at least two values."""
    return sum(len(row) - row.count("") > 1 for row in islice(sheet.rows(), start, None))


def _candidate(
    sheet: Sheet, rows: list[list[Cell]], merged: list[Area], start: int, lines: int, known: Known
) -> Table | None:
    block = rows[start : start + lines]
    if len(block) < lines or not all(_may_be_header(row, upper=block[:at]) for at, row in enumerate(block)):
        return None
    if _holds_other_lines(block, rows[:start], known):
        return None
    titles = {at for below in block[1:] for at in _titles(block[0], below, known)}
    if titles and len(titles) == _width(block[0]):
        return None
    named = " ".join(text_of(block[0][at]) for at in sorted(titles))
    block = [["" if at in titles else cell for at, cell in enumerate(block[0])], *block[1:]]
    texts = [spread(row, start + at, merged, last=at == lines - 1) for at, row in enumerate(block)]
    headers, kinds = joined_headers(texts, known)
    if lines == 1 and _is_priced_below(block[0], rows[start + 1 :], kinds):
        kinds = {*kinds, PRICE}
    if len(kinds) < 2 and not any(kind.startswith(PRICE) for kind in kinds):
        return None
    unknown = sum(bool(header) for header in headers) - len(kinds)
    before = [" ".join(text for cell in row if (text := text_of(cell))) for row in rows[:start]] + [named]
    return Table(
        sheet=sheet,
        first_header=start + 1,
        last_header=start + lines,
        headers=headers,
        before=[line for line in before if line],
        score=len(kinds)
        + SAYS_MORE * sum(kind.count("+") for kind in kinds)
        + min(unknown, 5) * 0.02
        - (lines - 1) * PER_LINE
        + COMPLETES * sum(map(_completes, texts, texts[1:]))
        + BEGINS * sum(_begins(above, row, known) for above, row in pairwise(block)),
        filled=0,
        main_header=start + 1 + max(range(lines), key=lambda at: (_width(block[at]), -at)),
        kinds=kinds,
    )


def _holds_other_lines(block: list[list[Cell]], higher: list[list[Cell]], known: Known) -> bool:
    """Whether a line of the block is of a form or a letterhead, names goods, is one of them, or the header again."""
    if any(text_of(cell).endswith(":") for row in block[:-1] for cell in row):  # `Kunde:` of a form
        return True
    if any(_is_letterhead(block[0], below, known) for below in block[1:] if len(block) == MOST_LINES):
        return True
    if any(_is_heading(above, row) for above, row in pairwise(block)):
        return True
    if any(_is_goods(_together(block[:at]), row, known) for at, row in enumerate(block) if at):
        return True
    return any(_width(row) > 1 and row in higher for row in block[1:])


def _completes(upper: Texts, lower: Texts) -> bool:
    """`Preis` over two columns, below it `Filiale | Wiederverkäufer`: its second line names what the first does not."""
    (own, spread), (below, _) = upper, lower
    if below and below[0] and not (own and not own[0]):
        return False
    return any(not own[at] and spread[at] and text for at, text in enumerate(below) if at < min(len(own), len(spread)))


def _begins(upper: list[Cell], lower: list[Cell], known: Known) -> bool:
    """Words over words in most columns, and the lower ones say more: half a header, no letterhead, nor goods below."""
    filled = [at for at, cell in enumerate(upper) if cell != ""]
    goes_on = all(at < len(lower) and lower[at] != "" and len(text_of(upper[at])) <= SHORT for at in filled)
    if not goes_on or len(filled) < max(FEWEST_BEGUN, _width(lower) / 2):
        return False
    said = [sum(known(text) is not None for cell in row if (text := text_of(cell))) for row in (upper, lower)]
    return said[1] > max(said[0], 1)


def _titles(row: list[Cell], below: list[Cell], known: Known) -> Iterator[int]:
    """Where a text stands alone above columns that begin with the goods themselves: it names the list, not the column.

    Left and right of an empty column are two lists, and so are columns that begin anew: `BROT | | KUCHEN |` above
    `Nr | Preis | Nr | Preis`.
    """
    for columns in _runs(row, below):
        found = [at for at in columns if at < len(row) and row[at] != ""]
        headed = {text_of(below[at]) for at in found if _heads_goods(below, at, known)}
        if (
            _is_said_beside(row, below, found, known)
            or len(headed) == 1
            and all(_heads_goods(below, at, known) and text_of(below[at]) in headed for at in found)
        ):
            yield from found


def _is_said_beside(row: list[Cell], below: list[Cell], found: list[int], known: Known) -> bool:
    """`Docht + Wachs | | Nettopreise, 19 % MwSt.` above `Kerze | Farbe | Kartonpreis`, which needs no more words."""
    if len(found) != 2 or found[0] != _first(below) or known(text_of(row[found[0]])):
        return False
    words, header = text_of(row[found[1]]), text_of(below[found[1]]) if found[1] < len(below) else ""
    return len(words) > SHORT and " " in words and known(header) is not None


def _runs(row: list[Cell], below: list[Cell]) -> Iterator[list[int]]:
    """Columns without an empty one among them."""
    columns: list[int] = []
    for at in range(max(len(row), len(below)) + 1):
        if any(at < len(cells) and cells[at] != "" for cells in (row, below)):
            columns.append(at)
        elif columns:
            yield columns
            columns = []


def _is_letterhead(row: list[Cell], below: list[Cell], known: Known) -> bool:
    """`Gärtnerei Rain | | | Preise in €` above two lines of headers: the first column has a header of its own."""
    if not 0 < _width(row) <= 2 < _width(below):
        return False
    text = text_of(row[_first(row)])
    return _heads_goods(below, _first(row), known) and (known(text) is None or len(text) > SENTENCE)


def _is_heading(above: list[Cell], row: list[Cell]) -> bool:
    """One text alone below a first column that has its header: it names the goods that follow."""
    return _width(row) == 1 and _width(above) > 1 and _first(row) == _first(above)


def _heads_goods(header: list[Cell], at: int, known: Known) -> bool:
    """A list's first column, which an empty one may precede, or any of numbers or names."""
    if at >= len(header) or header[at] == "":
        return False
    return at == _first(header) or known(text_of(header[at])) in IDENTIFYING


def _first(row: list[Cell]) -> int:
    """Where the first filled cell stands, -1 in an empty row."""
    return next((at for at, cell in enumerate(row) if cell != ""), -1)


def _together(rows: list[list[Cell]]) -> list[Cell]:
    """What stands in any of these rows, the upper ones first."""
    return [next((cell for cell in cells if cell != ""), "") for cells in zip_longest(*rows, fillvalue="")]


def _is_goods(above: list[Cell], row: list[Cell], known: Known) -> bool:
    """A row below its header: texts and numbers, each under a text of its own; or one text alone under the name's."""
    filled = [at for at, cell in enumerate(row) if cell != ""]
    headed = [at < len(above) and above[at] != "" for at in filled]
    if len(filled) == 1:
        return headed[0] and _width(above) > 1 and known(text_of(above[filled[0]])) == "name"
    numbers = [at for at in filled if NUMBER.match(text_of(row[at]))]
    return bool(numbers) and filled[0] == _first(above) < numbers[0] and all(headed)


def _width(row: list[Cell]) -> int:
    return sum(cell != "" for cell in row)


def _may_be_header(row: list[Cell], upper: list[list[Cell]]) -> bool:
    """Mostly short texts; numbers only as bounds below a header (`ab Stück` over 10, 50, 100)."""
    texts = [text for cell in row if (text := text_of(cell))]
    if not texts or any(len(text) > 3 * LONG or AMOUNT.search(text) for text in texts):
        return False
    numbers = [text for text in texts if NUMBER.match(text) and not text.endswith("%")]  # `7 %` may head a column
    numbers = [THOUSANDS.sub(r"\1\2", text) for text in numbers]
    if not numbers:
        return sum(len(text) <= LONG for text in texts) * 2 > len(texts)
    if any("," in text or "." in text or "€" in text for text in numbers):
        return False
    return (bool(upper) or _heads_quantities(row)) and _side_by_side(row) and _ascending(numbers)


def _heads_quantities(row: list[Cell]) -> bool:
    """`Produkt | Papier | 250 | 500 | 1.000` and `Produkt | 250 Stück | 500 | 1.000`."""
    texts = [text for cell in row if (text := text_of(cell))]
    first = next(at for at, text in enumerate(texts) if NUMBER.match(text))
    counted = sum(NUMBER.match(text) is not None for text in texts) + bool(first and QUANTITY.search(texts[first - 1]))
    return first > 0 and counted >= FEWEST_QUANTITIES


def _is_priced_below(row: list[Cell], below: list[list[Cell]], kinds: set[str]) -> bool:
    """Amounts with cents stand below the quantities of a line that names goods."""
    at = [index for index, cell in enumerate(row) if NUMBER.match(text_of(cell).rstrip(" :"))]
    if not at or not kinds & IDENTIFYING:
        return False
    texts = [text_of(cells[index]) for cells in below if _width(cells) > 1 for index in at if index < len(cells)]
    return any(CENTS.search(text) for text in texts) and all(NUMBER.match(text) for text in texts if text)


def _side_by_side(row: list[Cell]) -> bool:
    """Bounds stand next to each other; in a row of goods there are texts between its numbers."""
    where = [index for index, cell in enumerate(row) if NUMBER.match(text_of(cell))]
    return where == list(range(where[0], where[0] + len(where)))


def _ascending(numbers: list[str]) -> bool:
    values = [int(text) for text in numbers if text.isdigit()]
    return len(values) == len(numbers) >= 2 and values == sorted(set(values))
