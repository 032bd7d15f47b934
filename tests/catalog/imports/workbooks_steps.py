"""Invented lists whose quantity steps stand in the cells of their prices, or take turns with them."""

from __future__ import annotations

from decimal import Decimal

from tests.catalog.imports.workbooks import NET, case, equal, text, workbook


def steps(*wanted: str):
    """`10: 12.90 50: 11.20` of each article."""
    return lambda drafts: equal(
        [" ".join(f"{bound}: {price:.2f}" for bound, price in one.steps) for one in drafts], list(wanted)
    )


case(
    "steps in the cell of the price",
    text(
        "Nr.;Schild;Format;Nettopreis je Stück\nE-1;Hausnummer;20 x 20 cm;1-9: 14,80 / 10-49: 12,90 / ab 50: 11,20\n"
        "E-2;Straßenschild;60 x 15 cm;1-9: 38,00 / ab 10: 33,50\n"
        "E-3;Türschild;A6;bis 9 Stück: 8,40 € / ab 10 Stück: 7,90 €\n"
        "E-4;Klingel;A7;14,80 (ab 10: 12,90)\nE-5;Tafel;A4;21,00\nE-90;Musterkarte;A5;0,00\n"
    ),
    articles={
        number: (price, 1, "H87", "19")
        for number, price in (("E-1", "14.8"), ("E-2", "38"), ("E-3", "8.4"), ("E-4", "14.8"), ("E-5", "21"))
    },
    rules={7: "price_zero"},
    check=steps("10: 12.90 50: 11.20", "10: 33.50", "10: 7.90", "10: 12.90", "", ""),
    statement=NET,
)
case(
    "no less than the first step",
    text("Nr;Artikel;Einheit;Preis netto\n1;Becher;Stk;ab 10: 4,50 / ab 50: 4,20\n"),
    articles={"1": ("4.5", 1, "H87", "19")},
    check=lambda drafts: equal([one.minimum for one in drafts], [Decimal(10)]),
)
case(
    "steps with a gap, with an open price, of pieces over boxes, and what are none",
    text(
        "Nr;Artikel;Einheit;Preis netto\n1;Becher;Stk;1-9: 14,80 / 20-49: 12,90\n"
        "2;Teller;Stk;1-9: 14,80 / 10-49: 12,90 / ab 50: auf Anfrage\n3;Tasse;Karton;1-9 Stk: 4,80 / ab 10 Stk: 4,20\n"
        "4;Krug;Stk;8:30 / 10:15\n5;Kanne;Stk;14,80 / 12,90\n6;Topf;Stk;1-9: 4,80 / ab 10: 5,20\n7;Pfanne;Stk;9,00\n"
    ),
    articles={"7": ("9", 1, "H87", "19")},
    rules={
        2: "price_unreadable",
        3: "price_unreadable",
        4: "step_unreadable",
        5: "price_unreadable",
        6: "price_range",
        7: "step_rises",
    },
)
case(
    "a thousand with its dot among bounds of a list with commas",
    text(
        "ArtNr;Bezeichnung;Einheit;Menge1;Preis1;Menge2;Preis2;Menge3;Preis3\nK1;Kartoffel;kg;25;0,68;250;0,59;1.000;0,52\n"
        "K2;Drilling;kg;10;1,15;100;1,02;;"
    ),
    articles={"K1": ("0.68", 1, "KGM", "19"), "K2": ("1.15", 1, "KGM", "19")},
    check=lambda drafts: equal(
        [[bound for bound, _ in one.steps] for one in drafts], [[Decimal(250), Decimal(1000)], [Decimal(100)]]
    ),
)
FIGURES = ["ArtNr", "Bezeichnung", "Einheit", "Menge1", "Preis1", "Menge2", "Preis2", "Menge3", "Preis3"]
case(
    "a thousand with its dot behind bounds that one cannot follow",
    workbook(
        ("Staffel", [FIGURES, ["K1", "Kartoffel", "kg", 25, 3, 250, 2, "1.000", 1], ["K2", "Rübe", "kg", 5, 2, 50, 1]])
    ),
    check=lambda drafts: equal([bound for bound, _ in drafts[0].steps], [Decimal(250), Decimal(1000)]),
)
case(
    "bounds with three zeros each may be one, ten and a hundred",
    workbook(
        ("Staffel", [FIGURES, ["K1", "Kartoffel", "kg", 1, 3, "10.000", 2, "100.000", 1], ["K2", "Rübe", "kg", 1, 2]])
    ),
    rules={2: "step_unreadable"},
)
case(
    "steps in trays of so many pots",
    text(
        "Nr;Kultur;Stück/Tray;€ je Topf netto;ab 5 Trays €\nK1;Basilikum;8;1,15;1,05\nK2;Rosmarin;6;1,85;1,70\n"
        "K3;Minze;;1,20;1,10"
    ),
    articles={"K1": ("1.15", 1, "XPT", "19"), "K2": ("1.85", 1, "XPT", "19")},
    rules={4: "step_unreadable"},
    check=lambda drafts: equal([one.steps for one in drafts][:2], [[(40, Decimal("1.05"))], [(30, Decimal("1.7"))]]),
)
case(
    "steps in packs of so many pieces",
    text("Nr;Bezeichnung;Pck.;Preis/St netto;ab 1 Pck. Preis/St\nF1;Bogen;10;2,35;2,10\nF2;Muffe;5;4,40;3,98"),
    articles={"F1": ("2.35", 1, "H87", "19"), "F2": ("4.4", 1, "H87", "19")},
    check=lambda drafts: equal([one.steps for one in drafts], [[(10, Decimal("2.1"))], [(5, Decimal("3.98"))]]),
)
for one, more, code in (
    ("1 Karton", "ab 5 Karton", "XCT"),
    ("pro Bund", "ab 5 Bund", "XBE"),
    ("1 kg", "ab 5 kg", "KGM"),
):
    case(
        f"for one of what the bounds count: {one}",
        text(f"Nr;Ware;{one};{more}\n1;Petersilie;0,90;0,80\n2;Dill;1,00;0,90"),
        columns={"price": "C", "step_price": "D"},
        articles={"1": ("0.9", 1, code, "19"), "2": ("1", 1, code, "19")},
        check=lambda drafts: equal([[str(bound) for bound, _ in one.steps] for one in drafts], [["5"], ["5"]]),
    )
case(
    "for one carton, and from five bottles on",
    text("Nr;Ware;1 Karton;ab 5 Flaschen\n1;Riesling;36,00;5,80\n2;Silvaner;39,00;6,20"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
)
case(
    "bounds that count themselves before their word",
    text(
        "Nr;Karton;Staffel 1 ab;Preis 1 netto;Staffel 2 ab;Preis 2 netto;Staffel 3 ab;Preis 3 netto\n"
        "1;Faltkarton;25;0,42;100;0,36;500;0,29\n2;Schachtel;25;2,10;100;1,85;;"
    ),
    columns={
        "minimum": "C",
        "price": "D",
        "step_bound": "E",
        "step_price": "F",
        "step_bound_2": "G",
        "step_price_2": "H",
    },
    articles={"1": ("0.42", 1, "H87", "19"), "2": ("2.1", 1, "H87", "19")},
    check=lambda drafts: equal([len(draft.steps) for draft in drafts], [2, 1]),
)
case(
    "a step below the least quantity",
    text(
        "Nr;Saat;Preis netto;Mindestmenge;ab Menge;Staffelpreis netto\n"
        "1;Kresse;0,90;10;50;0,75\n2;Mangold;1,05;25;10;0,90"
    ),
    articles={"1": ("0.9", 1, "H87", "19")},
    rules={3: "step_below_minimum"},
)
case(
    "thousands in the text of steps",
    text(
        "Nr;Produkt;Einzelpreis netto;Staffel\n1;Etikett;0,19;ab 1.000 Stk 0,11 € | ab 500 Stk 0,14 €\n"
        "2;Karte;0,12;ab 1.000: 0,08 | ab 10.000: 0,06"
    ),
    articles={"1": ("0.19", 1, "H87", "19"), "2": ("0.12", 1, "H87", "19")},
    check=lambda drafts: equal(
        [[(int(bound), str(price.normalize())) for bound, price in draft.steps] for draft in drafts],
        [[(500, "0.14"), (1000, "0.11")], [(1000, "0.08"), (10000, "0.06")]],
    ),
)
