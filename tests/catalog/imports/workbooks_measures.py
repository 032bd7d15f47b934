"""Invented lists whose prices are for a hundred, for one of several in a pack, for a weight, or from a quantity on."""

from __future__ import annotations

from decimal import Decimal

from catalog.imports import Memory, read
from tests.catalog.imports.workbooks import GROSS7, NET7, case, equal, text, workbook


def answered(data: bytes, question: str, answer: str) -> Memory:
    return Memory(answers={read(data).plan.headers_fingerprint: {question: answer}})


def steps_are(*wanted: list[tuple[int, str]]):
    return lambda drafts: equal(
        [draft.steps for draft in drafts if draft.outcome == "ok"],
        [[(Decimal(bound), Decimal(price)) for bound, price in steps] for steps in wanted],
    )


case(
    "steps by their upper ends",
    workbook(
        (
            "Staffel",
            [
                ["Nr", "Artikel", "Einheit", "bis 4 Stück", "bis 19 Stück", "ab 20 Stück"],
                ["1", "Schneidbrett", "Stk", 18.5, 17, 15.5],
                ["2", "Kochlöffel", "Stk", 3.2, 2.9, 2.6],
            ],
        )
    ),
    columns={"price": "D", "step_price": "E", "step_price_2": "F"},
    articles={"1": ("18.5", 1, "H87", "19"), "2": ("3.2", 1, "H87", "19")},
    check=steps_are([(5, "17"), (20, "15.5")], [(5, "2.9"), (20, "2.6")]),
)
case(
    "upper ends that leave a gap",
    workbook(
        (
            "Staffel",
            [["Nr", "Artikel", "Einheit", "bis 4 Stück", "ab 20 Stück"], ["1", "Schneidbrett", "Stk", 18.5, 15.5]],
        )
    ),
    rules={2: "price_column_unclear"},
)
case(
    "a single piece before the steps",
    workbook(
        (
            "Stauden",
            [
                ["Nr", "Pflanze", "einzeln", "ab 12", "ab 60"],
                ["1", "Aster", 3.4, 3.1, 2.8],
                ["2", "Phlox", 4.2, 3.8, 3.5],
            ],
        )
    ),
    columns={"price": "C", "step_price": "D", "step_price_2": "E"},
    articles={"1": ("3.4", 1, "H87", "7"), "2": ("4.2", 1, "H87", "7")},
    check=steps_are([(12, "3.1"), (60, "2.8")], [(12, "3.8"), (60, "3.5")]),
    statement=NET7,
)
case(
    "a single piece behind the steps",
    text("Nr;Pflanze;ab 60;ab 12;einzeln\n1;Aster;2,80;3,10;3,40\n2;Phlox;3,50;3,80;4,20"),
    columns={"price": "E", "step_price": "C", "step_price_2": "D"},
    articles={"1": ("3.4", 1, "H87", "7"), "2": ("4.2", 1, "H87", "7")},
    check=steps_are([(12, "3.1"), (60, "2.8")], [(12, "3.8"), (60, "3.5")]),
    statement=NET7,
)
case(
    "steps in packs over a price per piece",
    workbook(
        (
            "Reiniger",
            [
                ["Nr", "Artikel", "Einheit", "VE", "Preis/Stück", "ab 4 VE", "ab 10 VE"],
                ["1", "Spülmittel", "Stück", 6, 2.4, 2.2, 2],
                ["2", "Schwamm", "Stück", None, 0.8, 0.7, 0.6],
            ],
        )
    ),
    articles={"1": ("2.4", 1, "H87", "19")},
    rules={3: "step_unreadable"},
    check=steps_are([(24, "2.2"), (60, "2")]),
)
case(
    "per hundred pieces and per thousand by signs",
    workbook(("Nägel", [["Nr", "Artikel", "Einheit", "€ / % Stk"], ["1", "Nagel", "Stk", 4.1]])),
    articles={"1": ("4.1", 100, "H87", "19")},
)
case(
    "per thousand by its sign alone",
    workbook(("Nägel", [["Nr", "Artikel", "Einheit", "Preis ‰"], ["1", "Nagel", "Stk", 6.2]])),
    articles={"1": ("6.2", 1000, "H87", "19")},
)
case(
    "for how many, in words",
    workbook(("Nägel", [["Nr", "Artikel", "Preis €", "für Menge"], ["1", "Nagel", 4.1, 100], ["2", "Haken", 2.3, 1]])),
    articles={"1": ("4.1", 100, "H87", "19"), "2": ("2.3", 1, "H87", "19")},
)
case(
    "cubic metres in the header",
    workbook(("Erden", [["Nr", "Artikel", "€/m³"], ["1", "Kompost", 14.5]])),
    articles={"1": ("14.5", 1, "MTQ", "19")},
)

SIZES_OR_QUANTITIES = workbook(
    (
        "Gläser",
        [["Nr", "Artikel", "PE", "Preis"], ["1", "Honig", 12, 4.1], ["2", "Senf", 1, 2.3], ["3", "Sirup", 6, 5.2]],
    )
)
case(
    "packs or quantities under a short header",
    SIZES_OR_QUANTITIES,
    articles={"2": ("2.3", 1, "H87", "7")},
    rules={2: "price_quantity_code", 4: "price_quantity_code"},
    statement=NET7,
)
case(
    "packs, once a person has said so",
    SIZES_OR_QUANTITIES,
    articles={"1": ("4.1", 1, "H87", "7"), "2": ("2.3", 1, "H87", "7"), "3": ("5.2", 1, "H87", "7")},
    memory=answered(SIZES_OR_QUANTITIES, "price_quantity_code", "pack"),
    statement=NET7,
)
case(
    "the price of one of several in a carton",
    workbook(
        (
            "Großverbraucher",
            [
                ["Nr", "Artikel", "Inhalt", "Gebinde", "Preis/Stück"],
                ["1", "Sahne", "12 x 1 l", "Karton", 3.1],
                ["2", "Quark", "1 x 5 kg", "Eimer", 11.5],
                ["3", "Servietten", "24 x 100 St.", "Karton", 1.5],
            ],
        )
    ),
    articles={"1": ("37.2", 1, "XCT", "7"), "2": ("11.5", 1, "XBJ", "7")},
    rules={4: "price_unit_differs"},
    statement=NET7,
)
case(
    "sold by weight",
    workbook(("Käse", [["Nr", "Käse", "Einheit", "Preis je kg"], ["1", "Bergkäse", "Laib ca. 4 kg", 18.5]])),
    articles={"1": ("18.5", 1, "KGM", "7")},
    statement=NET7,
)
case(
    "the tax in a price tells its rate",
    workbook(("Kasse", [["Nr", "Artikel", "Einheit", "Preis", "davon MwSt"], ["1", "Lampe", "Stk", 59.5, 9.5]])),
    articles={"1": ("50", 1, "H87", "19")},
    statement=GROSS7,
)
case(
    "steps in rows under one name",
    workbook(
        (
            "Tassen",
            [
                ["Artikel", "Nr.", "Menge", "Preis/Stk"],
                ["Tasse weiß", "T1", "ab 24", 6.9],
                [None, None, "ab 72", 5.8],
                ["Tasse bunt", "T2", "ab 24", 7.9],
                [None, None, "ab 72", 6.6],
            ],
        )
    ),
    articles={"T1": ("6.9", 1, "H87", "7"), "T2": ("7.9", 1, "H87", "7")},
    check=lambda drafts: equal(
        [(draft.minimum, draft.steps[-1]) for draft in drafts],
        [(Decimal(24), (Decimal(72), Decimal("5.8"))), (Decimal(24), (Decimal(72), Decimal("6.6")))],
    ),
    statement=NET7,
)
case(
    "in francs by the letterhead, formatted in euros",
    workbook(
        ("Preise", [["Preise in CHF"], [], ["Nr", "Artikel", "Preis"], ["1", "Käse", 14.4]]),
        style=lambda sheet: [setattr(cell, "number_format", '#,##0.00 "€"') for cell in sheet["C"]],
    ),
    header_row=3,
    rules={4: "foreign_currency"},
    statement=NET7,
)
case(
    "packs of a hundred under VPE are packs like those of two hundred",
    text("Alle Preise je 100 Stück\nNr;Artikel;VPE;Preis netto\n1;Haken;200 Stk;3,45\n2;Öse;100 Stk;4,45\n"),
    header_row=2,
    articles={"1": ("6.9", 1, "XPK", "19"), "2": ("4.45", 1, "XPK", "19")},
)
case(
    "and nobody knows what a price beside them is for",
    text("Nr;Artikel;VPE;Preis netto\n1;Schraube 4;200 Stk;3,45\n2;Schraube 5;100 Stk;4,45\n3;Dübel;100 St;2,10\n"),
    rules={2: "pack_or_piece", 3: "pack_or_piece", 4: "pack_or_piece"},
)
for written, quantity, unit in (
    ('"je 100 St." 0.00', 100, "H87"),
    ('0.00" per 1.000 Stk"', 1000, "H87"),
    ('0.00 "€ pro kg"', 1, "KGM"),
):
    case(
        f"number format {written}",
        workbook(
            ("Liste", [["Artikel", "Preis netto"], ["Mutter", 4.2], ["Bolzen", 5.1]]),
            style=lambda sheet, written=written: [setattr(cell, "number_format", written) for cell in sheet["B"]],
        ),
        articles={"Mutter": ("4.2", quantity, unit, "19"), "Bolzen": ("5.1", quantity, unit, "19")},
    )
case(
    "a hundred pieces beside prices per pack and per piece",
    text("Artikel;Einheit;€/VE netto;€/Stk netto\nA;50 Stk;3,50;0,07\nB;100 Stk;7,00;0,07\nC;1000 Stk;70,00;0,07"),
    articles={"A": ("3.5", 1, "XPK", "19"), "B": ("7", 1, "XPK", "19"), "C": ("70", 1, "XPK", "19")},
)
case(
    "a hundred pieces beside a price per piece",
    text("Artikel;Einheit;€/Stk netto\nA;Stk;0,07\nB;100 Stk;0,07\n"),
    articles={"A": ("0.07", 1, "H87", "19")},
    rules={3: "price_quantity_unclear"},
)
for header in ("MHD", "Haltbarkeit", "best before"):
    case(
        f"how long goods keep, under {header}",
        text(f"Artikel;{header};Preis netto\nWurst;12 Mon.;9,90\nKäse;6 Mon.;8,10"),
        columns={f"attribute:{header}": "B"},
        articles={"Wurst": ("9.9", 1, "H87", "19"), "Käse": ("8.1", 1, "H87", "19")},
        check=lambda drafts: equal({draft.content for draft in drafts}, {None}),
    )
case(
    "words of no unit, near one or not",
    text("Artikel;Einheit;Preis netto\nHolz;SRM;9,90\nPlatz;Ort;2,00\nBier;Kartn;2,00\n"),
    rules={2: "unit_unknown", 3: "unit_unknown", 4: "unit_unknown"},
    check=lambda drafts: equal([draft.findings[0].proposal for draft in drafts], ["", "", "Karton"]),
)
for header, vessel, content in (
    ("Sackinhalt", "Sack", (25, "KGM", "XSA")),
    ("Kanisterinhalt", "Kanister", (10, "LTR", "XCI")),
    ("Eimerfüllung", "Eimer", (10, "LTR", "XBJ")),
):
    amount, measure, unit = content
    short = {"KGM": "kg", "LTR": "l"}[measure]
    case(
        f"{header} beside a price per {vessel}",
        text(f"Artikel;{header};Preis pro {vessel} netto\nEins;{amount} {short};17,25\nZwei;5 {short};9,90"),
        columns={"content": "B"},
        articles={"Eins": ("17.25", 1, unit, "19"), "Zwei": ("9.9", 1, unit, "19")},
        check=lambda drafts, amount=amount: equal([draft.content for draft in drafts], [amount, 5]),
    )
BY_WEIGHT = text("Artikel;Einheit;Preis/kg netto\nKäse;Stück;14,50\nWurst;Kiste;9,80\n")
for answer, units in (("price", ("KGM", "KGM")), ("order", ("H87", "XCR"))):
    case(
        f"a price per kilogram beside pieces and crates: {answer}",
        BY_WEIGHT,
        memory=answered(BY_WEIGHT, "price_unit_differs", answer),
        articles={"Käse": ("14.5", 1, units[0], "19"), "Wurst": ("9.8", 1, units[1], "19")},
    )
for name, data in (
    ("a hundred pieces", text("Artikel;Einheit;€/Stk netto\nDübel;100 Stk;0,07\n")),
    ("quantities that differ", text("Artikel;PE;Preis/100 netto\nDübel;1000;0,07\n")),
    ("what one weighs", text("Artikel;Preis netto\nDübel je 200 g;0,07\n")),
):
    case(
        f"the supplier said that a price beside {name} is for one",
        data,
        memory=answered(data, "price_quantity_unclear", "one"),
        articles={("Dübel je 200 g" if b"200 g" in data else "Dübel"): ("0.07", 1, "H87", "19")},
    )
case(
    "per person, in big bags, by numbers of a specification",
    text(
        "LV-Nr.;Leistung;Preis netto;Einheit\n1.01;Lunch;17,50;Person\n1.02;Zierkies;118,00;Big Bag\n"
        "2.10;Servicekraft;34,00;Stunde"
    ),
    articles={
        "1.01": ("17.5", 1, "IE", "19"),
        "1.02": ("118", 1, "X43", "19"),
        "2.10": ("34", 1, "HUR", "19"),
    },
)
