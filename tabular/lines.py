"""Delimited text as it came: beside each row's cells its own characters, so that one row can change and no other."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from tabular.delimited import HINT, parsed, repaired, swallows


def lines_of(text: str, delimiter: str) -> Iterator[tuple[str, list[str]]]:
    """(characters with line end, cells) of each row that `rows_of` gives; all characters together are the text."""
    if hint := HINT.match(text):
        text = text[hint.end() :]
        yield hint[0], []
    clean = text.replace("\x00", "")
    is_repaired = swallows(clean, delimiter)
    raw = text.splitlines(keepends=True) if is_repaired else list(io.StringIO(text, newline=""))
    fed = repaired(clean, delimiter) if is_repaired else (line.replace("\x00", "") for line in raw)
    reader, before = csv.reader(fed, delimiter=delimiter), 0
    for row in parsed(reader):
        yield "".join(raw[before : reader.line_num]), row
        before = reader.line_num
