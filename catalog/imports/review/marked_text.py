"""A csv as it came, byte for byte, with one more cell in the rows that wait for their producer."""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from django.utils.translation import get_language

from catalog.imports.cells import notes
from tabular import Book, lines_of, open_book
from tabular.cells import Cell

BYTE_ORDER = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
LINE_END = re.compile(r"(?:\r\n|\n|\r)?\Z")
PLAIN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "€": "EUR", "–": "-", "—": "-"}
    | dict.fromkeys("„“”‚‘’»«", "'")
)
FLAT = str.maketrans({'"': "'", "\n": " ", "\r": " ", "\t": " "})


def marked(data: bytes, said: dict[int, str], header_row: int) -> bytes | None:
    """The same file with a note behind each row that `said` names, and with the notes of last time taken off.

    Rows are counted as Excel does. None where the bytes cannot be kept as they are: nothing is given back changed.
    """
    book = open_book(data)
    order, codec = _encoding(data, str(book.format.encoding))
    try:
        text = data[len(order) :].decode(codec, "surrogateescape")
        if text.encode(codec, "surrogateescape") != data[len(order) :]:
            return None
        writer = _Writer(book, said, header_row, codec="ascii" if text.isascii() and not order else codec)
        new = order + "".join(writer.lines(text)).encode(codec, "surrogateescape")
    except UnicodeError:
        return None
    return new if _is_same_but_for_notes(book, open_book(new)) else None


class _Writer:
    """The rows anew, each with its own characters; only the header and the rows that wait get a cell more."""

    def __init__(self, book: Book, said: dict[int, str], header_row: int, *, codec: str):
        self.delimiter, self.codec, self.header_row = str(book.format.delimiter), codec, header_row
        language = int(get_language() == "en")
        self.start = notes.STARTS[language]
        self.said = said | {header_row: notes.HEADERS[language]} if said else {}
        self.old_note, self.old_place = _note_at_end(self.delimiter), notes.column_in(book.sheets[0].rows())
        self.width, self.quotes_all = 0, False

    def lines(self, text: str) -> Iterator[str]:
        rows = list(lines_of(text, self.delimiter))
        if self.old_place is not None:
            rows = [self._without_note(raw, cells, self.old_place) for raw, cells in rows]
        header, cells = rows[self.header_row - 1]
        self.width = len(cells)
        self.quotes_all = header.startswith('"') and header.count('"') >= 2 * self.width
        for number, (raw, cells) in enumerate(rows, 1):
            yield self._with_note(number, raw, len(cells)) if number in self.said else raw

    def _without_note(self, raw: str, cells: list[str], place: int) -> tuple[str, list[str]]:
        bare = notes.without_note(cells, place)
        if bare is cells:
            return raw, cells
        end = LINE_END.search(raw).start()
        return self.old_note.sub("", raw[:end]) + raw[end:], bare

    def _with_note(self, number: int, raw: str, cells: int) -> str:
        end = LINE_END.search(raw).start()
        gaps = self.delimiter * (max(0, self.width - max(1, cells)) + 1)
        text = self.said[number] if number == self.header_row else self.start + self.said[number]
        return raw[:end] + gaps + self._cell(text) + raw[end:]

    def _cell(self, text: str) -> str:
        note = spelled(text.translate(FLAT), self.codec)
        note = note.replace(";", ",") if self.delimiter == ";" else note
        return f'"{note}"' if self.quotes_all or self.delimiter in note else note


def _note_at_end(delimiter: str) -> re.Pattern:
    """Our cell behind its delimiter, and the empty cells that a spreadsheet has put behind it."""
    gap = re.escape(delimiter)
    headers, starts = ("|".join(map(re.escape, marks)) for marks in (notes.HEADERS, notes.STARTS))
    cell = f'(?:{headers})|"(?:{headers})"|(?:{starts})[^"{gap}]*|"(?:{starts})[^"]*"'
    return re.compile(f"{gap}(?:{cell})(?:{gap})*\\Z")


def spelled(text: str, codec: str) -> str:
    """The text in letters that the encoding has; what it lacks is written plainly, what cannot be becomes `?`."""
    return "".join(letter if _has(codec, letter) else _plain(letter, codec) for letter in text)


def _has(codec: str, letter: str) -> bool:
    try:
        return bool(letter.encode(codec))
    except UnicodeError:
        return False


def _plain(letter: str, codec: str) -> str:
    plain = unicodedata.normalize("NFKD", letter.translate(PLAIN)).encode("ascii", "ignore").decode()
    return plain.replace('"', "'") or "?"


def _encoding(data: bytes, found: str) -> tuple[bytes, str]:
    """The byte order mark, and the encoding of what follows it."""
    return next(((mark, codec) for mark, codec in BYTE_ORDER if data.startswith(mark)), (b"", found))


def _is_same_but_for_notes(old: Book, new: Book) -> bool:
    return old.format == new.format and _rows(old) == _rows(new)


def _rows(book: Book) -> list[list[Cell]]:
    sheet = book.sheets[0]
    notes.leave_out(sheet)
    return [_without_blanks(row) for row in sheet.rows()]


def _without_blanks(row: list[Cell]) -> list[Cell]:
    while row and row[-1] == "":
        row = row[:-1]
    return row
