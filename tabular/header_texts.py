"""The headers of a table's columns, out of one line or several."""

from __future__ import annotations

from collections.abc import Callable

from tabular.book import Area
from tabular.cells import Cell, text_of

Texts = tuple[list[str], list[str]]  # of a row: as they stand, and spread over the gaps right of them
Known = Callable[[str], str | None]
LONG = 90  # letters; a longer text is no header


def spread(row: list[Cell], at: int, merged: list[Area], *, last: bool) -> Texts:
    """Header texts of a row, and the same with each text over the gaps right of it (merged cells, upper rows)."""
    texts = [text_of(cell) for cell in row]
    spread = list(texts)
    for top, left, _bottom, right in merged:
        if top == at and right > left and left < len(texts):
            end = min(right + 1, len(texts))
            spread[left:end] = [texts[left]] * (end - left)
    if last or sum(map(bool, texts)) < 2:
        return texts, spread
    return texts, _spread_gaps(spread)


def _spread_gaps(texts: list[str]) -> list[str]:
    spread, current = [], ""
    for text in texts:
        current = text or current
        spread.append(current)
    return spread


def joined_headers(texts: list[Texts], known: Known) -> tuple[list[str], set[str]]:
    """One header per column out of its lines (own text, text spread from the left), and the kinds found."""
    width = max(len(own) for own, _ in texts)
    headers, kinds = [], set()
    for index in range(width):
        lines = []
        for own, spread in reversed(texts):
            text = own[index] if index < len(own) else ""
            if not text and any(lines) and index < len(spread):
                text = spread[index]
            lines.insert(0, text)
        header, kind = _best_header(lines, known)
        headers.append(header)
        if kind:
            kinds.add(kind)
    return headers, kinds


def _best_header(lines: list[str], known: Known) -> tuple[str, str | None]:
    """The lines together if the trade knows them so, else the last that it knows, else all."""
    parts = list(dict.fromkeys(bare for line in lines if (bare := " ".join(line.split()).rstrip(" :"))))
    whole = " ".join(parts)
    if not whole or len(whole) > 3 * LONG:
        return "", None
    if kind := known(whole):
        return whole, kind
    for part in reversed(parts):
        if kind := known(part):
            return part if part == parts[-1] else whole, kind
    return whole, None
