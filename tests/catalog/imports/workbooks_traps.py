"""Invented lists whose prices are easily read wrong: discounts, packs, sizes, second tables, shops' own words."""

from __future__ import annotations

from decimal import Decimal

from catalog.imports import Statement
from tests.catalog.imports.workbooks import GROSS7, NET, NET7, SILENT, case, equal, text, workbook

BREADS = [
    ["Nr", "Warengruppe", "Artikel", "Einheit", "Preis"],
    ["101", "Brot", "Roggenbrot 1 kg", "Stk", 4.1],
    ["102", "Brot", "Mischbrot 1 kg", "Stk", 4.3],
    ["103", "Brot", "Dinkelbrot 750 g", "Stk", 4.9],
    ["104", "Brot", "Buttertoast 1 kg", "Stk", 4.1],
    ["105", "Brot", "Buttertoast 500 g", "Stk", 19.67],
    ["106", "Brot", "Weißbrot 500 g", "Stk", 2.9],
]
case(
    "a smaller loaf that is dearer",
    workbook(("Brote", BREADS)),
    articles={
        "101": ("4.1", 1, "H87", "7"),
        "102": ("4.3", 1, "H87", "7"),
        "103": ("4.9", 1, "H87", "7"),
        "106": ("2.9", 1, "H87", "7"),
    },
    rules={5: "price_outlier", 6: "price_outlier"},
    statement=NET7,
)
case(
    "ten times the neighbours in a short group",
    workbook(
        (
            "Liste",
            [
                ["Artikel", "Einheit", "Preis"],
                ["Brot", None, None],
                ["Roggenbrot", "Stk", 4.1],
                ["Mischbrot", "Stk", 43],
                ["Dinkelbrot", "Stk", 4.9],
                ["Weißbrot", "Stk", 2.9],
            ],
        )
    ),
    articles={
        name: (price, 1, "H87", "7")
        for name, price in (("Roggenbrot", "4.1"), ("Dinkelbrot", "4.9"), ("Weißbrot", "2.9"))
    },
    outcomes={2: "skipped heading"},
    rules={4: "price_outlier"},
    statement=NET7,
)
case(
    "a discount still to come off",
    workbook(
        (
            "Preise",
            [["Artikelnummer", "Bezeichnung", "ME", "Listenpreis", "Rabatt %"], ["S6", "Schraube", "Stk", 1.0, 20]],
        )
    ),
    columns={"price": "D"},
    rules={2: "price_column_unclear"},
)
case(
    "a discount that is off already",
    workbook(
        (
            "Preise",
            [
                ["Artikelnummer", "Bezeichnung", "ME", "Listenpreis", "Rabatt %", "Ihr Preis"],
                ["S6", "Schraube", "Stk", 1.0, 20, 0.8],
            ],
        )
    ),
    columns={"price": "F", "list_price": "D"},
    articles={"S6": ("0.8", 1, "H87", "19")},
)
case(
    "pack without saying what the price is for",
    workbook(("Preise", [["Nr", "Artikel", "VE", "Preis"], ["B1", "Brötchen", "50 Stück", 0.3]])),
    rules={2: "pack_or_piece"},
    statement=NET7,
)
case(
    "price per pack, whatever the pack",
    workbook(
        (
            "Getränke",
            [
                ["Artikelnummer", "Bezeichnung", "VPE", "Preis/VPE", "Pfand"],
                ["G1", "Cola", "Kasten 24 x 0,33 l", 18.5, 5.1],
                ["G2", "Bier", "Fass 30 l", 78, 30],
            ],
        )
    ),
    articles={"G1": ("18.5", 1, "XCS", "19"), "G2": ("78", 1, "XDR", "19")},
)
case(
    "price quantity among unit words",
    workbook(
        (
            "Artikel",
            [
                ["Artikelnr", "Kurztext", "PE", "ME", "Preis EUR"],
                ["D6", "Dübel", 100, "ST", 3.45],
                ["B6", "Bohrer", None, "ST", 2.85],
                ["K1", "Kabel", "C", "M", 7.85],
                ["N1", "Nagel", "Stk", "ST", 0.1],
            ],
        )
    ),
    articles={
        "D6": ("3.45", 100, "H87", "19"),
        "B6": ("2.85", 1, "H87", "19"),
        "N1": ("0.1", 1, "H87", "19"),
    },
    rules={4: "price_unit_unknown"},
)
case(
    "per hundred in short",
    workbook(("T", [["Nr", "Artikel", "Einheit", "VK p. 100"], ["A1", "Draht", "m", 35]])),
    articles={"A1": ("35", 100, "MTR", "19")},
)
case(
    "units in a third header row",
    workbook(
        (
            "T",
            [
                ["Artikel", None, "Verkauf", None, "Einkauf", "Steuer"],
                ["Nummer", "Bezeichnung", "netto", "brutto", "netto", "%"],
                [None, None, "€/100 Stück", "€/100 Stück", "€/100 Stück", None],
                ["E1", "Etikett", 3.5, 4.17, 1.2, 19],
            ],
        ),
        style=lambda sheet: [sheet.merge_cells(area) for area in ("A1:B1", "C1:D1")] and None,
    ),
    header_row=2,
    columns={"price": "C", "price_gross": "D", "purchase_price": "E"},
    articles={"E1": ("3.5", 100, "H87", "19")},
)
case(
    "the rate in the price's header",
    workbook(("T", [["Nr", "Artikel", "Einheit", "Preis inkl. 19% MwSt."], ["W1", "Wein", "Fl.", 11.9]])),
    articles={"W1": ("10", 1, "XBO", "19")},
    statement=Statement("gross", Decimal(7)),
)
case(
    "thousands of euros",
    workbook(("T", [["Nr", "Artikel", "Einheit", "Preis in T€"], ["P1", "Presse", "Stk", 35]])),
    rules={2: "foreign_currency"},
)
case(
    "prices by customer alone",
    workbook(("T", [["Nr", "Artikel", "Einheit", "Gastro", "Einzelhandel"], ["K1", "Kaffee", "kg", 14, 16]])),
    rules={2: "price_column_unclear"},
)
case(
    "delivery days below and areas beside",
    workbook(
        (
            "Liste",
            [
                ["Nr", "Artikel", "Einheit", "Preis", None, "Liefergebiet", "Lieferkosten"],
                ["B1", "Brot", "Stk", 3.5, None, "Leipzig", 5],
                ["B2", "Zopf", "Stk", 4.5, None, "Halle", 8],
                [None],
                ["Tag", "Gebiet", "Bestellschluss", "Mindestwert"],
                ["Montag", "Leipzig", "12 Uhr", 50],
                ["Freitag", "Grimma", "10 Uhr", 100],
            ],
        )
    ),
    articles={"B1": ("3.5", 1, "H87", "7"), "B2": ("4.5", 1, "H87", "7")},
    outcomes=dict.fromkeys((5, 6, 7), "skipped elsewhere"),
    statement=NET7,
    check=lambda drafts: equal([draft.attributes for draft in drafts if draft.outcome == "ok"], [{}, {}]),
)
case(
    "farm with crops and sorts",
    workbook(
        (
            "KW 47",
            [
                ["Hof Sonnenberg, Angebot KW 47"],
                [None],
                ["Kultur", "Sorte", "Gebinde", "Preis", "pro"],
                ["Kopfsalat", None, "12er Kiste", 0.85, "Stück"],
                ["Möhren", "Nantaise", "10 kg Sack", 1.45, "kg"],
                ["Rote Bete", None, "10 kg Kiste", 1.2, "kg"],
                ["Alle Preise netto zzgl. 7 % MwSt."],
            ],
        )
    ),
    header_row=3,
    columns={"name": "A", "name_2": "B", "packaging": "C", "price": "D", "price_unit": "E"},
    articles={
        "Kopfsalat": ("10.2", 1, "XCR", "7"),
        "Möhren Nantaise": ("14.5", 1, "XSA", "7"),
        "Rote Bete": ("12", 1, "XCR", "7"),
    },
    outcomes={7: "skipped footer"},
    statement=SILENT,
)
case(
    "shop whose unit measures the content",
    text(
        """
id;productNumber;translations.DEFAULT.name;price.DEFAULT.net;price.DEFAULT.gross;tax.name;unit.translations.DEFAULT.name;purchaseUnit
a;SW1;Kaffee;8.40;8.99;Reduced;Kilogramm;0.5
"""
    ),
    columns={"content": "H", "content_unit": "G", "vat_rate": "F"},
    articles={"SW1": ("8.4", 1, "H87", "7")},
)
case(
    "variants named once",
    text(
        """
Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Price,Cost per item
tee,Tee,Menge,100 g,T-100,10.70,3.00
tee,,,250 g,T-250,21.40,7.00
"""
    ),
    articles={"T-100": ("10", 1, "H87", "7"), "T-250": ("20", 1, "H87", "7")},
    statement=GROSS7,
    check=lambda drafts: equal([draft.name for draft in drafts], ["Tee", "Tee"]),
)
case(
    "sums with tax words",
    workbook(
        (
            "Liste",
            [
                ["Nr", "Artikel", "Einheit", "Einzelpreis", "Gesamtpreis"],
                ["B1", "Brot", "Stk", 3.5, None],
                [None, "Gesamtsumme netto", None, None, 0],
                [None, "Gesamtsumme brutto", None, None, 0],
            ],
        )
    ),
    articles={"B1": ("3.5", 1, "H87", "19")},
    outcomes={3: "skipped sum", 4: "skipped sum"},
    statement=NET,
)
CAPS = (
    "Nr;Bezeichnung;Preis netto\n1;Flasche 500 ml;0,55\n2;Schraubkappe PP28 gold;0,07\n"
    "3;Schraubkappe PP28 schwarz;0,07\n"
)
CAPS_ROWS = {"1": ("0.55", 1, "H87", "19"), "2": ("0.07", 1, "H87", "19"), "3": ("0.07", 1, "H87", "19")}
case(
    "a hundred times its siblings in other colours",
    text(f"{CAPS}4;Schraubkappe PP28 weiß;7,00"),
    articles=CAPS_ROWS,
    rules={5: "price_outlier"},
)
case(
    "a sibling that is dearer, but by no slip",
    text(f"{CAPS}4;Schraubkappe PP28 Aluminium;0,39"),
    articles=CAPS_ROWS | {"4": ("0.39", 1, "H87", "19")},
)
case(
    "sizes of one kind that grow",
    text("Nr;Bezeichnung;Preis netto\n1;Rührgerät Typ A;40,00\n2;Rührgerät Typ B;90,00\n3;Rührgerät Typ C;400,00"),
    articles={"1": ("40", 1, "H87", "19"), "2": ("90", 1, "H87", "19"), "3": ("400", 1, "H87", "19")},
)
MEAT = (
    "PLU;Artikel;Einheit;Preis\n;Schwein;;\n1;Nacken;kg;7,90\n2;Schnitzel;kg;8,60\n3;Kassler;kg;8,20\n"
    "4;Eisbein;kg;4,95\n;Rind;;\n"
)
MEATS = {"1": "7.9", "2": "8.6", "3": "8.2", "4": "4.95", "5": "17.4", "6": "13.9"}
case(
    "ten times its two neighbours in a group of three",
    text(f"{MEAT}5;Roulade;kg;17,40\n6;Gulasch;kg;13,90\n7;Suppenfleisch;kg;98,00"),
    articles={number: (price, 1, "KGM", "19") for number, price in MEATS.items()},
    outcomes={2: "skipped heading", 7: "skipped heading"},
    rules={10: "price_outlier"},
)
case(
    "a group of three that is dear",
    text(f"{MEAT}5;Roulade;kg;17,40\n6;Gulasch;kg;13,90\n7;Filet;kg;49,00"),
    articles={number: (price, 1, "KGM", "19") for number, price in (MEATS | {"7": "49"}).items()},
    outcomes={2: "skipped heading", 7: "skipped heading"},
)
case(
    "two slips by a comma among ten",
    text(
        "Nr;Bezeichnung;Einheit;Preis\n"
        + "\n".join(
            f"{at};Lampe {chr(64 + at)}{at};St;{price}"
            for at, price in enumerate(
                ["3,29", "3,49", "389", "4,29", "4,89", "2,99", "3190", "3,39", "3,59", "3,79"], 1
            )
        )
    ),
    rules={4: "price_outlier", 8: "price_outlier"},
)
case(
    "a lost comma hides no other slip",
    text(
        "Art;Pilz;Preis netto je kg\n1;Austernpilz;11,90\n2;Shiitake;14,80\n3;Kräuterseitling;11.500\n"
        "4;Limonenseitling;12,40\n5;Champignon braun;98,00\n6;Champignon weiß;9,20"
    ),
    articles={n: (p, 1, "KGM", "19") for n, p in (("1", "11.9"), ("2", "14.8"), ("4", "12.4"), ("6", "9.2"))},
    rules={4: "ambiguous_number", 6: "price_outlier"},
)
case(
    "prices for a thousand beside prices for one",
    text(
        "Nr;Artikel;Preiseinheit;Preis €\n1;Latte;Stück;2,35\n2;Pfahl;Stück;11,90\n3;Krampen;100 Stück;4,80\n"
        "4;Torband;Stück;9,40\n5;Holzschraube;1000 Stück;62,00\n6;Riegel;Stück;3,90"
    ),
    articles={
        n: (p, q, "H87", "19")
        for n, p, q in (
            ("1", "2.35", 1),
            ("2", "11.9", 1),
            ("3", "4.8", 100),
            ("4", "9.4", 1),
            ("5", "62", 1000),
            ("6", "3.9", 1),
        )
    },
)


def steps(*wanted: list[tuple[int, str]]):
    return lambda drafts: equal(
        [one.steps for one in drafts], [[(bound, Decimal(price)) for bound, price in some] for some in wanted]
    )


STEPS_IN_WORDS = "Nr;Ware;Einheit;Preis;Staffel\n1;Reet;Bd.;3,10;{}\n2;Heide;Bd.;4,60;"
for said in ("ab 500 Bd. 2,85 €", "ab 500: 2,85", "ab 500 Stück je 2,85 €", "ab 500 x 2,85"):
    case(
        f"a step in words: {said}",
        text(STEPS_IN_WORDS.format(said)),
        articles={"1": ("3.1", 1, "XBE", "19"), "2": ("4.6", 1, "XBE", "19")},
        check=steps([(500, "2.85")], []),
    )
for said in ("ab 500 Kartons 2,85", "ab 100 2,95 / 500er 2,85", "ab 500 5 %"):
    case(
        f"a step in words that nobody can be sure of: {said}",
        text(STEPS_IN_WORDS.format(said)),
        articles={"2": ("4.6", 1, "XBE", "19")},
        rules={2: "step_unreadable"},
    )
for said in ("ab 500 Bd. 0,285", "ab 500 Bd. 0,00"):
    case(
        f"a step that is next to nothing: {said}",
        text(STEPS_IN_WORDS.format(said)),
        articles={"2": ("4.6", 1, "XBE", "19")},
        rules={2: "step_falls_far"},
    )
