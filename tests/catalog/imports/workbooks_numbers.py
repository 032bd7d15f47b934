"""Invented lists with article numbers, and with mere numbers of lines, under the words of either."""

from __future__ import annotations

from tests.catalog.imports.workbooks import case, text


def numbered(header, *numbers):
    lines = [f"{number};Ware {at};4,90;Stk" for at, number in enumerate(numbers, 1)]
    return text("\n".join([f"{header};Bezeichnung;Preis netto;Einheit", *lines]))


for header in ("Sachnummer", "Sach-Nr.", "Pos.-Nr.", "Lfd.-Code", "Positionsnummer"):
    case(
        f"codes under {header}",
        numbered(header, "BX-101", "BX-102", "C-7"),
        columns={"article_number": "A", "name": "B", "price": "C", "unit": "D"},
        articles={number: ("4.9", 1, "H87", "19") for number in ("BX-101", "BX-102", "C-7")},
    )
for numbers in (("1", "2", "3"), ("1.", "2.", "3."), ("1a", "1b", "2a"), ("1.1", "1.2", "2.1"), ("", "", "")):
    case(
        f"lines numbered {' '.join(numbers)}".strip(),
        numbered("Pos.", *numbers),
        columns={"running_number": "A", "name": "B"},
        articles={f"Ware {at}": ("4.9", 1, "H87", "19") for at in (1, 2, 3)},
    )
