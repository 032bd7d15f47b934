"""A row that looks as it did last time is judged anew where other rows now say something else of all prices."""

import pytest

from catalog.imports import Checker, read
from tests.catalog.imports.workbooks import NET, text

JUICE = "Nummer;Getränk;Gebinde;Nettopreis;Pfand\n1;Apfel;Kiste 6 x 1,0 l;11,40;2,40\n2;Traube;Kiste 6 x 1,0 l;15,60;{}"
MEAT = "Preise netto je kg, soweit nicht anders angegeben\n\nPLU;Artikel;Einheit;Preis\n1;Wurst;St;7,90\n2;Ahle;{};8,90"


def first_of(lines):
    entry, _ = Checker(read(text(lines)), NET).entries()
    return entry


@pytest.mark.parametrize(
    ("lines", "before", "after"), [(JUICE, "2,40", "0,15"), (MEAT, "kg", "St")], ids=["deposits", "units"]
)
def test_a_row_is_judged_anew_when_others_say_what_its_price_is_for(lines, before, after):
    last, same, now = (first_of(lines.format(said)) for said in (before, before, after))

    assert last.cells == now.cells
    assert last.fingerprint == same.fingerprint != now.fingerprint
