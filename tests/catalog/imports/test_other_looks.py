"""The same list with other looks says the same: no price changes, and nothing is published that waited before."""

from __future__ import annotations

import importlib
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.imports import Checker, read
from tabular import Unreadable, open_book
from tests.catalog.imports.workbooks import CASES, Case, workbook

for part in sorted(Path(__file__).parent.glob("workbooks_*.py")):
    importlib.import_module(f"tests.catalog.imports.{part.stem}")

Rows = list[list[object]]
TWO_LETTERS = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
LETTERHEAD = [["Muster & Söhne GmbH"], ["Lindenstraße 12, 04109 Leipzig"], ["Tel. 0341 1234567"], ["Preisliste"], []]
FOOTER = [[], ["Seite 1 von 1"], ["Es gelten unsere AGB. Irrtum vorbehalten."]]
SIDE_BY_SIDE = {
    "two lists side by side",
    "three lists side by side under their titles",
    "two lists whose headers name their goods",
    "two lists side by side, each with a word of its own over the names",
    "two lists side by side under the groups of their goods",
    "two lists side by side whose headers name other packs",
    "groups above lists that no empty column parts",
}
MAY_WAIT = {  # what these looks make doubtful in a list of few rows
    "next_page": {
        "two lists side by side",
        "two columns whose amounts stand among words",
        "words that nobody knows beside the euro, and a price of the day",
    },
    "order_column": SIDE_BY_SIDE,
    "spaces": {"a variant is taxed as its parent"},
    "front_column": {"a letterhead directly above two lines of headers"},
    "letterhead": {"two columns whose amounts stand among words"},
    "decimal_texts": {
        "steps in packs over a price per piece",
        "a pack's price proved by the price of a piece",
        "a crate of as many as the next column says",
        "price quantity among unit words",
    },
}

SAYS_OTHER = {
    # on a new page `nicht lieferbar` heads what follows and is no word on the last article before
    ("next_page", "in the first column it may head what follows as well"),
    # with a column that we do not have it is not our export
    ("order_column", "in two languages, by names that our export has too"),
    # prices with commas tell what the dots of the bounds are
    ("decimal_texts", "bounds with three zeros each may be one, ten and a hundred"),
}
SMALL_LETTERS_TELL = {
    "a line below an article says that it is gone",  # and does not head what follows
    "in the first column it may head what follows as well",
    "one letter may be a size or a unit",
    "Preis pro kg, but Saft (l)",
}


def front_column(rows: Rows, last: int) -> Rows:
    return [["", *row] for row in rows]


def letterhead(rows: Rows, last: int) -> Rows:
    return [*LETTERHEAD, *rows]


def footer(rows: Rows, last: int) -> Rows:
    return [*rows, *FOOTER]


def next_page(rows: Rows, last: int) -> Rows:
    middle = last + (len(rows) - last) // 2
    return [*rows[:middle], rows[last - 1], *rows[middle:]] if len(rows) - last > 3 else rows


def spaces(rows: Rows, last: int) -> Rows:
    """Around every text, and a colon behind each header."""
    return [
        [f"  {cell}{':' * (at == last - 1)} \u00a0" if isinstance(cell, str) and cell else cell for cell in row]
        for at, row in enumerate(rows)
    ]


def order_column(rows: Rows, last: int) -> Rows:
    width = max(map(len, rows))
    return [
        [*row, *[""] * (width - len(row)), "Ihre Bestellung" if at == last - 1 else ""] for at, row in enumerate(rows)
    ]


def decimal_texts(rows: Rows, last: int) -> Rows:
    """12,40 and 100,00 as texts, as programs export prices and the quantities beside them."""
    return [
        [f"{cell:.2f}".replace(".", ",") if at >= last and _has_cents(cell) else cell for cell in row]
        for at, row in enumerate(rows)
    ]


def _has_cents(cell: object) -> bool:
    return isinstance(cell, float) and abs(cell * 100 - round(cell * 100)) < 1e-9


LOOKS = (front_column, letterhead, footer, next_page, spaces, order_column, decimal_texts)


def published(case: Case, data: bytes) -> dict[str, tuple]:
    """Per name: price, quantity, unit, rate and steps; nothing where no list is found, which is said."""
    try:
        drafts = Checker(read(data), case.statement).drafts()
    except Unreadable:
        return {}
    return {
        draft.name: (draft.price, draft.price_quantity, draft.unit, draft.vat_rate, tuple(draft.steps))
        for draft in drafts
        if draft.outcome == "ok"
    }


def plain(case: Case) -> tuple[str, Rows, int]:
    """Sheet, cells without formats and merged areas, and the last line of the header."""
    reading = read(case.data)
    sheet = next(sheet for sheet in open_book(case.data).sheets if sheet.name == reading.sheet)
    return reading.sheet or "Liste", [list(row) for row in sheet.rows()], reading.table.last_header


FITTING = [case for case in CASES if case.memory is None and case.header_row and len(case.data) < 200_000]


@pytest.mark.parametrize("case", FITTING, ids=lambda case: case.name)
def test_the_same_list_with_other_looks_says_the_same(case):
    sheet, rows, last = plain(case)
    before = published(case, workbook((sheet, rows)))

    def differences(look: Callable[[Rows, int], Rows]) -> dict[str, tuple]:
        looked = look(rows, last)
        after = before if looked == rows else published(case, workbook((sheet, looked)))
        waits = case.name in MAY_WAIT.get(look.__name__, ())
        names = after if waits else before.keys() | after.keys()
        return {name: (before.get(name), after.get(name)) for name in names if before.get(name) != after.get(name)}

    looks = [look for look in LOOKS if (look.__name__, case.name) not in SAYS_OTHER]
    assert {look.__name__: found for look in looks if (found := differences(look))} == {}


def capitals(text: str) -> str:
    return text.upper()


def without_umlauts(text: str) -> str:
    return "".join(TWO_LETTERS.get(sign, sign) for sign in text)


def without_either(text: str) -> str:
    return without_umlauts(text).upper()


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def typeset(text: str) -> str:
    """Blanks, hyphens and words as programs for typesetting write them."""
    hyphenated = re.sub("([a-zäöü]{4})([a-zäöü]{4})", "\\1\u00ad\\2", text)
    return hyphenated.replace(" ", " \u00a0").replace("-", "\u2011") + "\u200b"


def spelled(rows: Rows, spelling: Callable[[str], str]) -> Rows:
    return [[spelling(cell) if isinstance(cell, str) and cell else cell for cell in row] for row in rows]


@pytest.mark.parametrize("case", FITTING, ids=lambda case: case.name)
def test_a_list_that_is_spelled_otherwise_says_nothing_else(case):
    """As old programs write theirs; what is told by small letters may wait."""
    sheet, rows, _ = plain(case)
    before = {without_either(name): found for name, found in published(case, workbook((sheet, rows))).items()}

    def others(spelling: Callable[[str], str]) -> dict[str, tuple]:
        after = published(case, workbook((sheet, spelled(rows, spelling))))
        return {name: found for name, found in after.items() if before.get(without_either(name)) != found}

    told = case.name in SMALL_LETTERS_TELL
    spellings = (without_umlauts,) if told else (without_umlauts, capitals, without_either)
    assert {one.__name__: found for one in spellings if (found := others(one))} == {}


@pytest.mark.parametrize("case", FITTING, ids=lambda case: case.name)
def test_a_list_by_other_signs_says_the_same(case):
    sheet, rows, _ = plain(case)
    before = published(case, workbook((sheet, rows)))
    for signs in (decomposed, typeset):
        assert published(case, workbook((sheet, spelled(rows, signs)))) == before
