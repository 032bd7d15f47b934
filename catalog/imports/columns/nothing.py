"""Why a file holds no list: empty sheets, headings with nothing under them, a list on its side or in one column."""

from itertools import islice

from catalog.imports.columns.fields import guess, known
from catalog.imports.columns.profile import MONEY, NUMERIC
from catalog.imports.columns.side_by_side import HEADS
from tabular import Book, Sheet, Unreadable, text_of
from tabular.cells import Cell

SEARCHED = 60  # rows
SEPARATORS = "\t;|"
NEARLY_ALL = 0.8


def found_in(book: Book) -> Unreadable:
    names = [one.name for one in book.sheets if one.name]
    lines = [list(islice(filter(any, one.rows()), 2)) for one in book.sheets]
    if not any(lines):
        return Unreadable("sheet_empty", sheet=", ".join(names)) if names else Unreadable("empty_file")
    first = [line for line in lines if line]
    if len(first) == 1 and len(first[0]) == 1 and _is_header(first[0][0]):
        return Unreadable("only_header")
    if any(_is_turned(one) for one in book.sheets if one.visible):
        return Unreadable("turned")
    if any(_is_squeezed(one) for one in book.sheets if one.visible):
        return Unreadable("one_column")
    return Unreadable("no_table", sheets=names)


def _is_turned(sheet: Sheet) -> bool:
    """Headings below each other, and right of them an article in each column."""
    rows = [[cell for cell in row if cell != ""] for row in islice(sheet.rows(), SEARCHED)]
    said = [(found.field, cells) for first, *cells in filter(any, rows) if (found := guess(text_of(first)))]
    wide = {field: cells for field, cells in said if len(cells) > 1}
    prices = [text_of(cell) for cell in wide.get("price", ())]
    return bool(HEADS & wide.keys()) and any(NUMERIC.match(text) or MONEY.match(text) for text in prices)


def _is_squeezed(sheet: Sheet) -> bool:
    """Headings and articles with `;` or tabs between them, all in the first cells of their rows."""
    rows = [row for row in islice(sheet.rows(), SEARCHED) if any(row)]
    texts = [text_of(row[0]) for row in rows if not any(row[1:])]
    return len(texts) == len(rows) and any(_is_parted(texts, sign) for sign in SEPARATORS)


def _is_parted(texts: list[str], sign: str) -> bool:
    """Whether a line of headings is among the texts, and nearly all have as many parts as it."""
    parts = [text.split(sign) for text in texts]
    heading = next((one for one in parts if len(one) > 1 and _is_header(list(one))), None)
    return heading is not None and sum(len(one) == len(heading) for one in parts) >= max(2, NEARLY_ALL * len(parts))


def _is_header(cells: list[Cell]) -> bool:
    return sum(known(text_of(cell)) is not None for cell in cells) >= 2
