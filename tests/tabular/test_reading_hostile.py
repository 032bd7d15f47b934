"""Whatever the bytes, the reader answers with rows or a clear refusal, and soon."""

import random
import time

import pytest

from catalog.imports import Checker, Statement, read
from tabular import Unreadable, open_book
from tests.tabular.styled import HUNDRED, styled
from tests.tabular.test_reading_formats import SPREADSHEET, ods, xls, xlsx

ROWS = [["Artikelnummer", "Bezeichnung", "Einheit", "Preis netto"]] + [
    [f"A{n}", f"Brot {n}", "Stk", n + 0.5] for n in range(40)
]
CSV = "\n".join(";".join(str(cell) for cell in row) for row in ROWS).encode()
SEEDS = {
    "xlsx": xlsx(ROWS),
    "xls": xls(ROWS),
    "ods": ods(ROWS),
    "xlsb": styled("xlsb", ROWS, {3: HUNDRED}),
    "csv": CSV,
    "xml": SPREADSHEET.format(
        "<Worksheet><Table><Row><Cell><Data>"
        + CSV.decode().replace(";", "</Data></Cell><Cell><Data>").replace("\n", "</Data></Cell></Row><Row><Cell><Data>")
        + "</Data></Cell></Row></Table></Worksheet>"
    ).encode(),
    "html": b"<table><tr><td>" + CSV.replace(b";", b"<td>").replace(b"\n", b"<tr><td>") + b"</table>",
}
SLOW = 10.0


def mutated(data, chance):
    data = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(data))
        kind = chance.randrange(4)
        if kind == 0:
            data[at] = chance.randrange(256)
        elif kind == 1:
            del data[at : at + chance.randint(1, 200)]
        elif kind == 2:
            data[at:at] = bytes(chance.randrange(256) for _ in range(chance.randint(1, 50)))
        else:
            data[at : at + 4] = b"\xff\xff\xff\x7f"
        if not data:
            return b""
    return bytes(data)


@pytest.mark.parametrize("kind", SEEDS)
def test_damaged_files_are_read_or_refused(kind):
    chance = random.Random(f"{kind} 2026")
    for _ in range(40):
        data = mutated(SEEDS[kind], chance)
        started = time.monotonic()
        try:
            reading = read(data)
        except Unreadable as refusal:
            assert refusal.rule
        else:
            for draft in Checker(reading, Statement("net")).drafts():
                assert draft.outcome in ("ok", "held_back", "refused", "skipped")
        assert time.monotonic() - started < SLOW


def test_noise_is_read_or_refused():
    chance = random.Random(2026)
    signs = list("abcÄß0123456789;,.\t\n\"'|€%()<>=- \r\x00")
    for _ in range(120):
        data = "".join(chance.choices(signs, k=chance.randint(1, 400))).encode(
            chance.choice(["utf-8", "cp1252", "utf-16"]), "ignore"
        )
        try:
            book = open_book(data)
            for sheet in book.sheets:
                list(sheet.rows())
        except Unreadable as refusal:
            assert refusal.rule
