"""Invented lists with rows that must not vanish without a word: goods called like sums, goods below other tables."""

from __future__ import annotations

from tests.catalog.imports.workbooks import NET7, case, text

case(
    "goods that are called like sums",
    text(
        "Artikel;Einheit;Preis netto\nBrot;Stk;3,20\nTotal Vegan Burger;Stk;5,00\nGesamt-Paket Obst;Kiste;20,00\n"
        "Summe Gebäck;;28,20\nSumme netto;;28,20\nZwischensumme Seite 1:;;28,20"
    ),
    articles={
        "Brot": ("3.2", 1, "H87", "7"),
        "Total Vegan Burger": ("5", 1, "H87", "7"),
        "Gesamt-Paket Obst": ("20", 1, "XCR", "7"),
    },
    rules={5: "fee_maybe"},
    outcomes={6: "skipped sum", 7: "skipped sum"},
    statement=NET7,
)
case(
    "a unit and no price is no heading",
    text("Nr;Artikel;Einheit;Preis netto\n1;Brot;Stk;3,20\n;Torte;Stk;\n;Kuchen;;\n2;Semmel;Stk;0,40"),
    articles={"1": ("3.2", 1, "H87", "7"), "2": ("0.4", 1, "H87", "7")},
    rules={3: "price_missing"},
    outcomes={4: "skipped heading"},
    statement=NET7,
)
case(
    "the list goes on below a table of other things",
    text(
        "Artikel;Einheit;Preis netto\nBrot;Stk;3,20\n;;\nLieferung;von;bis\nTour Nord;8;10\n;;\n"
        "Artikel;Einheit;Preis netto\nTorte;Stk;25,00"
    ),
    articles={"Brot": ("3.2", 1, "H87", "7"), "Torte": ("25", 1, "H87", "7")},
    outcomes={4: "skipped elsewhere", 5: "skipped elsewhere", 7: "skipped repeated_header"},
    statement=NET7,
)
