"""Delimited text to rows: csv in any dialect, text pasted from a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

import clevercsv

from tabular.errors import Unreadable

SAMPLE = 20_000
DELIMITERS = (";", "\t", ",", "|")
HINT = re.compile(r'\A"?sep=([^"\r\n])"?\r?\n?')
NO_DECIMAL = re.compile(r"(?<!\d),|,(?!\d\d(?!\d))")
GUARD = re.compile(r'="([^"]*)"\Z')

LONGEST = 5_000_000

csv.field_size_limit(LONGEST)


def delimiter_of(text: str) -> str:
    """The delimiter by the `sep=` line, by even rows, and only then by clevercsv."""
    if hint := HINT.match(text):
        return hint[1]
    sample = text[:SAMPLE]
    if len(text) > SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    scores = {sign: evenness(sample, sign) for sign in DELIMITERS}
    if cuts_amounts(sample):
        scores[","] = 0.0
    best, second = sorted(scores, key=lambda sign: scores[sign], reverse=True)[:2]
    if scores[best] > 1.5 * scores[second] or not scores[best]:
        return best
    return _clever(sample) or best


def cuts_amounts(text: str) -> bool:
    """`Roggenbrot .... 3,90`: most lines have no comma but the one that parts the cents, under no heading."""
    lines = [line for line in text.splitlines() if "," in line]
    if lines and not any(map(str.isdigit, lines[0])):  # `Artikelnummer,Preis`
        return False
    return sum(NO_DECIMAL.search(line) is None for line in lines) > len(lines) / 2


def _clever(sample: str) -> str | None:
    try:
        dialect = clevercsv.Sniffer().sniff(sample, delimiters="".join(DELIMITERS))
    except (clevercsv.Error, ValueError, IndexError, re.error):
        return None
    return dialect.delimiter if dialect.delimiter in DELIMITERS else None


def evenness(sample: str, delimiter: str) -> float:
    """How table-like the text is with this delimiter: cells of the usual row, times the share of such rows."""
    rows = list(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter))[:200]
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return 0.0
    width, count = max(widths.items(), key=lambda item: item[1] * item[0])
    near = sum(number for other, number in widths.items() if abs(other - width) <= 1)
    return (width - 1) * max(count, near * 0.9) / max(1, sum(bool(row) for row in rows))


def rows_of(text: str, delimiter: str) -> Iterator[list[str]]:
    """Logical rows, as Excel numbers them: a quoted line break stays inside its cell, blank lines count."""
    if hint := HINT.match(text):
        text = text[hint.end() :]
        yield []
    lines = repaired(text, delimiter) if swallows(text, delimiter) else io.StringIO(text, newline="")
    guarded = '="' in text
    for row in parsed(csv.reader(lines, delimiter=delimiter)):
        yield [_unguarded(cell) for cell in row] if guarded else row


def parsed(reader: Iterator[list[str]]) -> Iterator[list[str]]:
    """The reader's rows; raises Unreadable where a cell is as long as a book."""
    try:
        yield from reader
    except csv.Error:
        raise Unreadable("cell_too_long", limit=LONGEST) from None


def _unguarded(cell: str) -> str:
    """`="0012"` is how exports keep Excel from eating zeros."""
    match = GUARD.match(cell)
    return match[1] if match else cell


def swallows(text: str, delimiter: str) -> bool:
    """Whether a stray quotation mark makes the parser take several lines for one cell."""
    if text.count('"') % 2 == 0 and '"' not in text:
        return False
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            for cell in row:
                if "\n" in cell and _looks_like_rows(cell, delimiter, len(row)):
                    return True
    except csv.Error:
        return True
    return False


def _looks_like_rows(cell: str, delimiter: str, width: int) -> bool:
    lines = cell.splitlines()
    return any(line.count(delimiter) >= max(2, width // 2) for line in lines) or len(lines) > 500


def repaired(text: str, delimiter: str) -> Iterator[str]:
    """Lines with a lone quotation mark get it doubled inside quotes, so that they stay lines."""
    lines = text.splitlines(keepends=True)
    usual = Counter(line.count(delimiter) for line in lines if '"' not in line)
    expected = usual.most_common(1)[0][0] if usual else max((line.count(delimiter) for line in lines), default=0)
    for line in lines:
        if line.count('"') % 2 and abs(line.count(delimiter) - expected) <= 1:
            yield _quoted(line, delimiter)
        else:
            yield line


def _quoted(line: str, delimiter: str) -> str:
    cells = line.rstrip("\r\n").split(delimiter)
    return delimiter.join('"' + _inner(cell).replace('"', '""') + '"' for cell in cells) + "\n"


def _inner(cell: str) -> str:
    """A cell that was quoted properly keeps its content only."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"':
        return cell[1:-1].replace('""', '"')
    return cell
