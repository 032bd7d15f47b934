"""Lists without a line of headings: what the columns hold is proposed by their values, and a person confirms it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import islice

from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.fields import known
from catalog.imports.columns.memory import Memory
from catalog.imports.columns.plan import Column, Plan, remembered
from catalog.imports.columns.profile import MONEY, NUMERIC, profiles_of
from catalog.imports.language.price_words import price_header
from tabular import Book, Sheet, Table, letter, text_of
from tabular.cells import Cell

SEARCHED, FEWEST = 60, 2
PRICED = re.compile(r".*\d.*(?:€|\beuro?)\W*\Z|(?:€|euro?\b)\W*\d", re.I)  # `1.299,- EUR`, `ab 24,50 €`
LEAST_HEADED = 3  # `Monat | Umsatz` is no list of goods
FEWEST_NAMED = 0.6  # of the cells below `EUR`, where `Tagespreis` may stand among amounts
QUESTION = "no_header"


def find_headerless(book: Book) -> Table | None:
    """The first visible sheet whose rows look like goods with prices, from its first such row on."""
    for sheet in book.sheets:
        table = _table(sheet) if sheet.visible else None
        if table is not None and _is_list(table):
            return table
    return None


def _is_list(table: Table) -> bool:
    """Goods with prices; amounts without cents need a heading that a list of goods would have."""
    found = _drafts(table)
    fields = {draft.field for draft in found}
    amounts = any(draft.field == "ignored" and draft.profile.money > 0.8 for draft in found)
    return "name" in fields and ("price" in fields or amounts and _speaks_of_goods(table.headers))


def _speaks_of_goods(headers: list[str]) -> bool:
    kinds = {kind for header in headers if (kind := known(header))}
    return any(kind.partition("+")[0] in ("name", "price", "note", "unit") for kind in kinds)


def _table(sheet: Sheet) -> Table | None:
    rows = list(islice(sheet.rows(), SEARCHED))
    widths = Counter(width for row in rows if (width := sum(cell != "" for cell in row)) > 1)
    if not widths:
        return None
    usual = max(widths, key=lambda width: widths[width] * width)
    start = next(at for at, row in enumerate(rows) if sum(cell != "" for cell in row) >= max(2, usual - 1))
    header = _header(rows[start], rows[start + 1 :])
    if header and usual < LEAST_HEADED and not any(price_header(text) for text in header):
        return None
    filled = sum(sum(cell != "" for cell in row) > 1 for row in islice(sheet.rows(), start, None))
    if filled < FEWEST:
        return None
    width = max(map(len, rows[start:]))
    headers = [*header, *[""] * (width - len(header))] if header else [f"Spalte {letter(at)}" for at in range(width)]
    before = [" ".join(str(cell) for cell in row if cell != "") for row in rows[:start]]
    line = start + 1 if header else 0
    return Table(sheet, line, line or start, headers, [text for text in before if text], 0.0, filled, line)


def _header(row: list[Cell], below: list[list[Cell]]) -> list[str]:
    """A line of words that nobody uses for columns, but a line of headings all the same: words above numbers."""
    texts = [text_of(cell) for cell in row]
    if any(NUMERIC.match(text) for text in texts):
        return []
    columns = [
        [text for cells in below if at < len(cells) and (text := text_of(cells[at]))] for at in range(len(texts))
    ]
    numbers = [
        bool(column) and sum(_is_amount(text, header) for text in column) > 0.7 * len(column)
        for column, header in zip(columns, texts, strict=True)
    ]
    return texts if any(text and is_number for text, is_number in zip(texts, numbers, strict=True)) else []


def _is_amount(text: str, header: str) -> bool:
    """A number; below a heading that speaks of prices also one among words, as long as it names the money."""
    said = price_header(header) if header else None
    return bool(MONEY.match(text) or said and said.role == "price" and PRICED.match(text))


def propose_headerless(table: Table, memory: Memory | None = None) -> Plan:
    """Columns by their values alone; every price waits until a person has confirmed its column."""
    drafts = _drafts(table)
    columns = [
        Column(draft.index, draft.header, draft.field, draft.confidence, "values", filled=draft.filled)
        for draft in drafts
        if draft.filled
    ]
    shape = tuple(f"{draft.header} {_kind(draft)}" for draft in drafts)  # another list of this width asks again
    plan = Plan(tuple(columns), shape, (QUESTION,))
    return remembered(plan, memory)


def _drafts(table: Table) -> list[Candidate]:
    profiles = profiles_of(table, len(table.headers))
    drafts = [
        Candidate(index, header, profile, None)
        for index, (header, profile) in enumerate(zip(table.headers, profiles, strict=True))
    ]
    for field, fits in FIELDS:
        found = [draft for draft in drafts if not draft.field and draft.filled and fits(draft)]
        if found:
            best = max(found, key=_wordiest) if field == "name" else found[0]
            best.become(field, 0.6, "values")
    for draft in drafts:
        if draft.filled and not draft.field:
            draft.become("ignored", 0.3, "values")
    return drafts


def _wordiest(draft: Candidate) -> tuple[float, float, int]:
    profile = draft.profile
    return round(profile.distinct / len(profile.texts), 1), min(profile.length, 40), -draft.index


def _kind(draft: Candidate) -> str:
    if not draft.filled:
        return "leer"
    return "Zahl" if draft.profile.numeric > 0.8 else "Text"


def _is_rate(draft: Candidate) -> bool:
    profile = draft.profile
    return profile.rates > 0.95 and profile.distinct <= 3


def _is_price(draft: Candidate) -> bool:
    header = price_header(draft.header)
    named = header is not None and header.role == "price"
    amounts = draft.profile.share(lambda cell, text: isinstance(cell, (int, float)) or _is_amount(text, draft.header))
    return amounts > (FEWEST_NAMED if named else 0.8) and (named or draft.profile.decimals > 0.3)


def _is_number(draft: Candidate) -> bool:
    profile = draft.profile
    digits = profile.share(lambda cell, text: any(sign.isdigit() for sign in text) and len(text) <= 20)
    return digits > 0.9 and profile.distinct > 0.9 * len(profile.texts) and profile.words < 0.5


FIELDS: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("gtin", lambda draft: draft.profile.gtin > 0.8),
    ("currency", lambda draft: draft.profile.currencies > 0.9),
    ("vat_rate", _is_rate),
    ("unit", lambda draft: draft.profile.units > 0.8),
    ("price", _is_price),
    ("article_number", _is_number),
    ("name", lambda draft: draft.profile.words > 0.8),
    ("description", lambda draft: draft.profile.words > 0.8 and draft.profile.length > 40),
    ("category", lambda draft: draft.profile.words > 0.8),
)
