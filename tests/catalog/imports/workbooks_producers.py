"""Bakers, farms and dealers: plain lists, units, net and gross."""

from decimal import Decimal

from catalog.imports import Statement
from tests.catalog.imports.workbooks import GROSS7, NET7, SILENT, case, equal, text, workbook

# 1 a baker's plain list
case(
    "baker",
    workbook(
        (
            "Preisliste",
            [
                ["Art.-Nr.", "Bezeichnung", "Einheit", "Preis netto", "MwSt."],
                ["0012", "Roggenbrot 1000 g", "Stk", 3.8, 7],
                ["0013", "Dinkelbrötchen", "Stk.", 0.65, 7],
                ["A136", "Butterstollen", "Stück", 14.9, 0.07],
                [102.85, "Kaffee Hausmischung", "Pck", 9.5, "19 %"],
            ],
        )
    ),
    sheet="Preisliste",
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D", "vat_rate": "E"},
    articles={
        "0012": ("3.80", 1, "H87", "7"),
        "0013": ("0.65", 1, "H87", "7"),
        "A136": ("14.90", 1, "H87", "7"),
        "102.85": ("9.50", 1, "XPK", "19"),
    },
    statement=SILENT,
)

# 2 a farm's weekly list: letterhead, header over two rows with line breaks, groups, footer, no numbers
case(
    "farm week",
    workbook(
        (
            "KW 48",
            [
                ["Biohof Lindenau", None, None, None, None, None],
                ["Dorfstraße 3, 04207 Leipzig", None, None, None, "Tel. 0341 / 12345", None],
                [None],
                ["Wochenangebot KW 48", None, None, None, None, None],
                [None],
                ["Artikel", "Herkunft", "Einheit", "Preis", None, "Ihre\nBestellung"],
                [None, None, None, "netto\n€", None, None],
                ["Gemüse"],
                ["Möhren", "DE", "kg", 1.6, None, None],
                ["Möhren", "IT", "kg", 1.4, None, None],
                ["Kopfsalat", "DE", "Stück", 0.95, "neu", None],
                [None],
                ["Obst"],
                ["Äpfel Elstar", "DE", "Kiste à 10 kg", 18, None, None],
                [None],
                [
                    "Alle Preise verstehen sich netto zzgl. 7 % MwSt. Bestellung bis Dienstag 12 Uhr.",
                    None,
                    None,
                    None,
                    None,
                    None,
                ],
            ],
        )
    ),
    sheet="KW 48",
    header_row=6,
    columns={"name": "A", "origin": "B", "unit": "C", "price": "D"},
    articles={
        "Möhren DE": ("1.60", 1, "KGM", "7"),
        "Möhren IT": ("1.40", 1, "KGM", "7"),
        "Kopfsalat DE": ("0.95", 1, "H87", "7"),
        "Äpfel Elstar DE": ("18", 1, "XCR", "7"),
    },
    outcomes={8: "skipped heading", 13: "skipped heading", 16: "skipped footer"},
    statement=NET7,
    check=lambda drafts: equal([d.category for d in drafts if d.outcome == "ok"], ["Gemüse"] * 3 + ["Obst"]),
)


# 3 purchase, selling and recommended price side by side
case(
    "dealer ek vk uvp",
    workbook(
        (
            "Artikel",
            [
                [
                    "Artikelnummer",
                    "Artikelname",
                    "EAN",
                    "Netto-EK",
                    "VK netto",
                    "UVP brutto",
                    "Lagerbestand",
                    "Lieferant",
                ],
                ["T-100", "Akkuschrauber", 4006381333931, 61.2, 99.0, 139.0, 12, "Großhandel Meier"],
                ["T-101", "Bohrer-Set", 4006381333948, 8.4, 14.5, 19.99, 3, "Großhandel Meier"],
            ],
        )
    ),
    columns={
        "article_number": "A",
        "name": "B",
        "gtin": "C",
        "purchase_price": "D",
        "price": "E",
        "rrp": "F",
        "stock": "G",
        "internal": "H",
    },
    articles={"T-100": ("99", 1, "H87", "19"), "T-101": ("14.50", 1, "H87", "19")},
    check=lambda drafts: equal([("61" in repr(d), "Meier" in repr(d)) for d in drafts], [(False, False)] * 2),
)

# 4 price per 100 in a column, screws
case(
    "price quantity",
    text("""
Artikel-Nr;Bezeichnung;ME;Preis;PE;MwSt %
4711;Schraube 4x40;Stk;3,45;100;19
4712;Schraube 5x60;Stk;6,10;100;19
4713;Dübel 8 mm;Stk;1,90;1000;19
4714;Winkel;Stk;0,85;1;19
4715;Haken;Stk;0,95;0;19
"""),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D", "price_quantity": "E", "vat_rate": "F"},
    articles={
        "4711": ("3.45", 100, "H87", "19"),
        "4712": ("6.10", 100, "H87", "19"),
        "4713": ("1.90", 1000, "H87", "19"),
        "4714": ("0.85", 1, "H87", "19"),
    },
    rules={6: "price_quantity_zero"},
)

# 5 price per 100 in the header
case(
    "per hundred in header",
    workbook(
        (
            "Tabelle1",
            [
                ["Nr.", "Artikel", "€/100 Stück netto"],
                ["K1", "Kabelbinder 100 mm", 2.1],
                ["K2", "Kabelbinder 200 mm", 3.3],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "price": "C"},
    articles={"K1": ("2.10", 100, "H87", "19"), "K2": ("3.30", 100, "H87", "19")},
)

# 6 butcher: €/100 g, loose
case(
    "butcher per 100 g",
    workbook(
        (
            "Wurst",
            [
                ["PLU", "Bezeichnung", "Preis €/100 g", "MwSt-Satz"],
                [12, "Leberwurst fein", 1.29, "7%"],
                [13, "Salami", 2.19, "7%"],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "price": "C", "vat_rate": "D"},
    articles={"12": ("1.29", 100, "GRM", "7"), "13": ("2.19", 100, "GRM", "7")},
)

# 7 gross list, header says so, statement agrees
case(
    "gross",
    workbook(
        (
            "Hofladen",
            [
                ["Produkt", "Inhalt", "Preis inkl. MwSt."],
                ["Honig", "500 g", 6.9],
                ["Marmelade", "250 g", 4.2],
            ],
        )
    ),
    columns={"name": "A", "content": "B", "price": "C"},
    articles={"Honig": ("6.4486", 1, "H87", "7"), "Marmelade": ("3.9252", 1, "H87", "7")},
    statement=GROSS7,
)

# 8 header says gross, statement says net: held back
case(
    "contradiction",
    workbook(("Liste", [["Artikel", "Einheit", "Preis brutto"], ["Brot", "Stk", 4.0], ["Semmel", "Stk", 0.5]])),
    columns={"name": "A", "unit": "B", "price": "C"},
    rules={2: "net_or_gross", 3: "net_or_gross"},
    statement=NET7,
)

# 9 nobody says
case(
    "silent",
    workbook(("Liste", [["Artikel", "Einheit", "Preis"], ["Brot", "Stk", 4.0], ["Semmel", "Stk", 0.5]])),
    columns={"name": "A", "unit": "B", "price": "C"},
    rules={2: "net_or_gross", 3: "net_or_gross"},
    statement=Statement(None, Decimal(7)),
)

# 10 the letterhead says it
case(
    "letterhead net",
    workbook(
        (
            "Liste",
            [
                ["Bäckerei Krume"],
                ["Alle Preise netto zzgl. gesetzlicher MwSt."],
                [None],
                ["Nr", "Sorte", "Gewicht", "Preis"],
                ["1", "Mischbrot", "750 g", 3.1],
                ["2", "Toast", "500 g", 2.4],
            ],
        )
    ),
    header_row=4,
    columns={"article_number": "A", "name": "B", "price": "D"},
    articles={"1": ("3.10", 1, "H87", "7"), "2": ("2.40", 1, "H87", "7")},
    statement=Statement(None, Decimal(7)),
)

# 11 net and gross columns, one row where they don't fit
case(
    "net and gross",
    workbook(
        (
            "Preise",
            [
                ["Artikelnr.", "Bezeichnung", "Netto", "Brutto", "MwSt"],
                ["1", "Stuhl", 100.0, 119.0, 19],
                ["2", "Tisch", 250.0, 297.5, 19],
                ["3", "Bank", 80.0, 99.0, 19],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "price": "C", "price_gross": "D", "vat_rate": "E"},
    articles={"1": ("100", 1, "H87", "19"), "2": ("250", 1, "H87", "19")},
    rules={4: "net_gross_mismatch"},
    statement=SILENT,
)
