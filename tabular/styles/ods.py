"""ods: styles by name, written as the codes that Excel would have for them, and rows and cells that are repeated."""

from __future__ import annotations

import io
import zipfile
from collections import ChainMap
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from xml.parsers import expat

from tabular.formats import ColumnFormats, Look, Styled, gathered

MOST_BYTES = 12_000_000  # of each part
MOST_COLUMNS = 16_384
MOST_DIGITS, LONGEST, MOST_SECTIONS, MOST_PARENTS = 30, 200, 3, 10
PIECE = 1 << 16
FORMATS = {f"number:{kind}-style" for kind in ("number", "currency", "percentage", "text", "date", "time", "boolean")}
TEXTS = {"number:text": '"%s"', "number:currency-symbol": "[$%s]"}
UNSAID = str.maketrans("", "", '";]')
DIGITS = ("min-integer-digits", "decimal-places")
NUMBERS = {"number:number", "number:scientific-number", "number:fraction"}
Said = dict[str, str]


@dataclass
class _Format:
    """sections: the names of the formats that stand for it where a condition holds."""

    code: str = ""
    sections: list[str] = field(default_factory=list)


@dataclass
class _Style:
    parent: str = ""
    format: str = ""
    struck: bool | None = None
    formats: ChainMap[str, _Format] = field(default_factory=ChainMap)  # those of its part, or of the parts before


@dataclass
class _Row:
    hidden: bool
    style: str
    rows: range
    width: int = 0
    cells: list[tuple[range, Look]] = field(default_factory=list)

    def styled(self) -> Iterator[Styled]:
        for row in self.rows:
            for columns, look in self.cells:
                yield from ((row, column, look, self.hidden) for column in columns)


class _Reader:
    """Hears the XML as it comes; `rows` are those of one sheet that have filled cells."""

    def __init__(self, sheet: str) -> None:
        self.sheet = sheet
        self.formats: ChainMap[str, _Format] = ChainMap()
        self.styles: dict[str, _Style] = {}
        self.format, self.style, self.text = _Format(), _Style(), ""
        self.inside = 0  # that many tables
        self.columns: list[str] = []
        self.rows: list[_Row] = []
        self.row = _Row(False, "", range(1, 1))
        self.look = cache(self._look)
        self.starts = {
            **dict.fromkeys(FORMATS, self._start_format),
            **dict.fromkeys(NUMBERS, self._number),
            "style:map": self._section,
            "style:style": self._start_style,
            "style:text-properties": self._text_properties,
            "table:table": self._start_table,
            "table:table-column": self._column,
            "table:table-row": self._start_row,
            "table:table-cell": self._cell,
            "table:covered-table-cell": self._cell,
        }

    def read(self, archive: zipfile.ZipFile, name: str) -> Iterator[Styled]:
        self.formats = self.formats.new_child()
        parser = expat.ParserCreate()
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = self._hear, _refuse
        with archive.open(name) as part:
            for _ in range(0, MOST_BYTES, PIECE):
                parser.Parse(part.read(PIECE))
                for row in self.rows:
                    yield from row.styled()
                self.rows.clear()

    def _start(self, name: str, said: Said) -> None:
        self.text = ""
        if start := self.starts.get(name):
            start(said)

    def _end(self, name: str) -> None:
        if self.text and (shape := TEXTS.get(name)):
            self._write(shape % self.text.translate(UNSAID))
        elif name == "table:table":
            self.inside -= self.inside > 0
        elif name == "table:table-row" and self.inside == 1 and self.row.cells:
            self.rows.append(self.row)

    def _hear(self, text: str) -> None:
        self.text = (self.text + text)[:LONGEST]

    def _start_format(self, said: Said) -> None:
        self.formats[said["style:name"]] = self.format = _Format()

    def _number(self, said: Said) -> None:
        whole, cents = (min(int(said.get(f"number:{what}", 0)), MOST_DIGITS) for what in DIGITS)
        plain = whole < 2 and "number:decimal-places" not in said
        self._write("General" if plain else "0" * whole + ("." + "0" * cents if cents else ""))

    def _write(self, piece: str) -> None:
        if len(self.format.code) < LONGEST:
            self.format.code += piece

    def _section(self, said: Said) -> None:
        if len(self.format.sections) < MOST_SECTIONS:
            self.format.sections.append(said["style:apply-style-name"])

    def _start_style(self, said: Said) -> None:
        self.format = _Format()  # the conditions that follow are no longer those of a format
        self.style = _Style(
            said.get("style:parent-style-name", ""), said.get("style:data-style-name", ""), formats=self.formats
        )
        if said.get("style:family") == "table-cell":
            self.styles[said["style:name"]] = self.style

    def _text_properties(self, said: Said) -> None:
        if line := said.get("style:text-line-through-style"):
            self.style.struck = line != "none"

    def _start_table(self, said: Said) -> None:
        if self.inside or said.get("table:name") == self.sheet:
            self.inside += 1

    def _column(self, said: Said) -> None:
        if self.inside == 1:
            count = min(_repeated(said, "columns"), MOST_COLUMNS - len(self.columns))
            self.columns.extend([said.get("table:default-cell-style-name", "")] * count)

    def _start_row(self, said: Said) -> None:
        if self.inside == 1:
            rows = range(self.row.rows.stop, self.row.rows.stop + _repeated(said, "rows"))
            hidden = said.get("table:visibility", "visible") != "visible"
            self.row = _Row(hidden, said.get("table:default-cell-style-name", ""), rows)

    def _cell(self, said: Said) -> None:
        if self.inside != 1:
            return
        row, start = self.row, self.row.width
        row.width += _repeated(said, "columns")
        if "office:value-type" in said:
            usual = self.columns[start] if start < len(self.columns) else ""
            style = said.get("table:style-name") or row.style or usual
            row.cells.append((range(start, row.width), self.look(style)))

    def _look(self, name: str) -> Look:
        """Of a style, and of those on which it is built."""
        code = struck = None
        for _ in range(MOST_PARENTS):
            if name not in self.styles:
                break
            style = self.styles[name]
            code = _code(style) if code is None else code
            struck = style.struck if struck is None else struck
            name = style.parent
        return code or "General", bool(struck)


def formats(data: bytes, sheet: str, first: int, count: int) -> ColumnFormats:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        reader = _Reader(sheet)
        parts = [name for name in ("styles.xml", "content.xml") if name in archive.namelist()]
        return gathered((cell for name in parts for cell in reader.read(archive, name)), first, count)


def _code(style: _Style) -> str | None:
    if style.format not in style.formats:
        return None
    own = style.formats[style.format]
    sections = [style.formats[name].code for name in own.sections if name in style.formats]
    return ";".join([*sections, own.code])


def _repeated(said: Said, what: str) -> int:
    return int(said.get(f"table:number-{what}-repeated", 1))


def _refuse(*_: object) -> None:
    raise ValueError("a document type, whose entities may grow without end")
