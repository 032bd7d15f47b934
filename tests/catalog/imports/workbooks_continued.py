"""Invented lists whose rows go on below a name, and with deposits and prices of two units."""

from __future__ import annotations

from decimal import Decimal

from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

case(
    "print runs below one name",
    workbook(
        (
            "Druck",
            [
                ["Erzeugnis", "Papier", "Auflage", "Preis netto"],
                ["Briefkarte", "300 g", 100, 30],
                [None, None, 250, 41],
                ["Faltblatt", "135 g", 500, 62],
                [None, None, 1000, 80],
            ],
        )
    ),
    rules={2: "all_or_piece", 3: "row_continues", 4: "all_or_piece", 5: "row_continues"},
)
case(
    "print runs at a price per piece",
    text("Erzeugnis;Auflage;Preis/Stück netto\nBriefkarte;100;0,30\nFaltblatt;500;0,12"),
    articles={"Briefkarte": ("0.3", 1, "H87", "19"), "Faltblatt": ("0.12", 1, "H87", "19")},
)
case(
    "bare numbers are sums only where they add up",
    workbook(
        (
            "Liste",
            [
                ["Artikel", "Einheit", "Preis netto"],
                ["Schale", "Stk", 4],
                ["Teller", "Stk", 6.5],
                [None, None, 10.5],
                ["Krug", "Stk", 12],
                [None, None, 12],
                ["Kanne", "Stk", 20],
                [None, None, 27],
                [None, None, 42.5],
            ],
        )
    ),
    articles={
        "Schale": ("4", 1, "H87", "19"),
        "Teller": ("6.5", 1, "H87", "19"),
        "Krug": ("12", 1, "H87", "19"),
        "Kanne": ("20", 1, "H87", "19"),
    },
    outcomes={4: "skipped sum", 6: "skipped sum", 9: "skipped sum"},
    rules={8: "row_continues"},
)
case(
    "a size without a name in the last row",
    text("Honig;Einheit;Preis netto\nLinde;250 g;4,20\n;500 g;7,10"),
    articles={"Linde": ("4.2", 1, "H87", "7")},
    rules={3: "row_continues"},
    statement=NET7,
)

CRATES = "Sorte;Gebinde;Preis/Kasten netto;{}\nHell;20 x 0,5 l;14,50;{}\nDunkel;20 x 0,5 l;15,20;{}"


def deposits(*wanted: str):
    return lambda drafts: equal([draft.deposit for draft in drafts], [Decimal(one) for one in wanted])


case(
    "deposit of the bottles and of the empty crate",
    text(CRATES.format("Pfand/Flasche;Pfand/Kiste", "0,08;1,50", "0,15;1,50")),
    articles={"Hell": ("14.5", 1, "XCS", "19"), "Dunkel": ("15.2", 1, "XCS", "19")},
    check=deposits("3.10", "4.50"),
)
case(
    "deposit of the bottles and of the full crate",
    text(CRATES.format("Flaschenpfand;Kastenpfand", "0,08;3,10", "0,15;4,50")),
    articles={"Hell": ("14.5", 1, "XCS", "19"), "Dunkel": ("15.2", 1, "XCS", "19")},
    check=deposits("3.10", "4.50"),
)
case(
    "two deposits that do not go together",
    text(CRATES.format("Flaschenpfand;Kastenpfand", "0,08;2,40", "0,15;2,40")),
    rules={2: "deposit_unit_differs", 3: "deposit_unit_differs"},
)
case(
    "deposit of the bottle beside a price for the crate",
    text(CRATES.format("Pfand/Flasche", "0,08", "0,15")),
    rules={2: "deposit_unit_differs", 3: "deposit_unit_differs"},
)
case(
    "deposit of the crate beside a price for the bottle",
    text("Sorte;Preis je Flasche netto;Pfand Kasten\nHell;0,95;3,10\nDunkel;1,05;3,10"),
    rules={2: "deposit_unit_differs", 3: "deposit_unit_differs"},
)
case(
    "deposit of the bottle beside prices for pieces",
    text("Sorte;Einheit;Preis netto;Flaschenpfand\nHell;Fl.;0,95;0,08\nDunkel;Stk;1,05;0,08"),
    articles={"Hell": ("0.95", 1, "XBO", "19"), "Dunkel": ("1.05", 1, "H87", "19")},
    check=deposits("0.08", "0.08"),
)
case(
    "one deposit column for each kind of bottle",
    text("Sorte;Einheit;Preis netto;Einwegpfand;Mehrwegpfand\nHell;Fl.;0,95;;0,08\nDunkel;Fl.;1,05;0,25;"),
    articles={"Hell": ("0.95", 1, "XBO", "19"), "Dunkel": ("1.05", 1, "XBO", "19")},
    check=deposits("0.08", "0.25"),
)
case(
    "prices of bottle and crate that are not the same price",
    text("Sorte;Einzelpreis Fl.;Fl./Kasten;Kastenpreis\nHell;1,45;20;27,50\nDunkel;1,55;20;29,50"),
    rules={2: "several_prices", 3: "several_prices"},
)
case(
    "price per kilogram and of the parcel that is sold",
    text("Paket;Gewicht;Kilopreis;Paketpreis\nGrill;5 kg;19,90;99,50\nSuppe;4 kg;9,90;39,60\nRoulade;3 kg;32,00;96,00"),
    articles={
        "Grill": ("99.5", 1, "XPK", "7"),
        "Suppe": ("39.6", 1, "XPK", "7"),
        "Roulade": ("96", 1, "XPK", "7"),
    },
    statement=NET7,
)
