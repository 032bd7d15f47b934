"""Steps, VAT, deposits, merged cells, formulas."""

from decimal import Decimal

from catalog.imports import Statement
from tests.catalog.imports.workbooks import NET7, SILENT, case, equal, text, workbook

# 12 steps in columns with bounds in the header, two header rows, merged
case(
    "steps in header",
    workbook(
        (
            "Staffel",
            [
                ["Art.-Nr.", "Artikel", "VE", "Staffelpreise netto ab Stück", None, None],
                [None, None, None, 1, 10, 50],
                ["G1", "Glas 0,2 l", "Stk", 2.5, 2.3, 2.1],
                ["G2", "Glas 0,4 l", "Stk", 3.0, 2.8, 2.6],
            ],
        ),
        style=lambda sheet: sheet.merge_cells("D1:F1"),
    ),
    header_row=1,
    columns={"article_number": "A", "name": "B", "price": "D", "step_price": "E", "step_price_2": "F"},
    articles={"G1": ("2.50", 1, "H87", "19"), "G2": ("3.00", 1, "H87", "19")},
    check=lambda drafts: equal(drafts[0].steps, [(Decimal(10), Decimal("2.3")), (Decimal(50), Decimal("2.1"))]),
)

# 13 steps in rows below the article
case(
    "steps in rows",
    workbook(
        (
            "Staffel",
            [
                ["Artikelnummer", "Bezeichnung", "Einheit", "ab Menge", "Preis netto"],
                ["S1", "Karton klein", "Stk", 1, 1.2],
                [None, None, None, 100, 1.0],
                [None, None, None, 500, 0.8],
                ["S2", "Karton groß", "Stk", 1, 2.2],
                ["S2", "Karton groß", "Stk", 100, 2.0],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "step_bound": "D", "price": "E"},
    articles={"S1": ("1.20", 1, "H87", "19"), "S2": ("2.20", 1, "H87", "19")},
    check=lambda drafts: equal(
        [(d.rows, [int(b) for b, _ in d.steps]) for d in drafts], [((2, 3, 4), [100, 500]), ((5, 6), [100])]
    ),
)

# 14 Menge1/Preis1 pairs
case(
    "numbered steps",
    text("""
Artikelnummer;Bezeichnung;Einheit;Menge 1;Preis 1;Menge 2;Preis 2;MwSt
P1;Palette EUR;Stk;1;9,50;20;8,90;19
P2;Gitterbox;Stk;1;120,00;5;110,00;19
"""),
    columns={
        "article_number": "A",
        "name": "B",
        "unit": "C",
        "price": "E",
        "step_bound": "F",
        "step_price": "G",
        "vat_rate": "H",
    },
    articles={"P1": ("9.50", 1, "H87", "19"), "P2": ("120", 1, "H87", "19")},
    check=lambda drafts: equal(drafts[0].steps, [(Decimal(20), Decimal("8.9"))]),
)

# 15 VAT in every dress, an invalid one
case(
    "vat formats",
    workbook(
        (
            "Liste",
            [
                ["Nummer", "Name", "Einheit", "Nettopreis", "USt."],
                ["a", "A", "kg", 1.0, 0.19],
                ["b", "B", "kg", 1.1, "0,07"],
                ["c", "C", "kg", 1.2, "ermäßigt"],
                ["d", "D", "kg", 1.3, "19%"],
                ["e", "E", "kg", 1.4, 6],
                ["f", "F", "kg", 1.5, None],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D", "vat_rate": "E"},
    articles={
        "a": ("1", 1, "KGM", "19"),
        "b": ("1.10", 1, "KGM", "7"),
        "c": ("1.20", 1, "KGM", "7"),
        "d": ("1.30", 1, "KGM", "19"),
        "f": ("1.50", 1, "KGM", "7"),
    },
    rules={6: "vat_invalid"},
    statement=Statement(None, Decimal(7)),
)

# 16 VAT classes with and without a legend
case(
    "vat legend",
    workbook(
        (
            "Liste",
            [
                ["Artikel", "Einheit", "Preis netto", "St"],
                ["Brot", "Stk", 3.0, "A"],
                ["Sekt", "Fl.", 8.0, "B"],
                [None],
                ["A = 7 %, B = 19 %"],
            ],
        )
    ),
    columns={"name": "A", "unit": "B", "price": "C", "vat_rate": "D"},
    articles={"Brot": ("3", 1, "H87", "7"), "Sekt": ("8", 1, "XBO", "19")},
    statement=Statement(None, Decimal(7)),
)
case(
    "vat classes",
    workbook(
        (
            "Liste",
            [
                ["Artikel", "Einheit", "Preis netto", "MwSt-Kz"],
                ["Brot", "Stk", 3.0, "A"],
                ["Sekt", "Fl.", 8.0, "B"],
                [None],
                ["A = 7 %, B = 19 %"],
            ],
        )
    ),
    columns={"name": "A", "unit": "B", "price": "C", "vat_rate": "D"},
    articles={"Brot": ("3", 1, "H87", "7"), "Sekt": ("8", 1, "XBO", "19")},
    outcomes={5: "skipped footer"},
)
case(
    "vat classes without legend",
    text("Artikel;Einheit;Preis netto;Steuerschlüssel\nBrot;Stk;3,00;2\nSekt;Fl.;8,00;1\n"),
    columns={"name": "A", "unit": "B", "price": "C", "vat_rate": "D"},
    rules={2: "vat_unclear", 3: "vat_unclear"},
)

# 17 drinks with deposit and crates
case(
    "drinks",
    workbook(
        (
            "Getränke",
            [
                ["Artikel-Nr.", "Artikel", "Gebinde", "Preis/Kasten netto", "Pfand", "MwSt"],
                [100, "Pils", "Kasten 20 x 0,5 l", 13.9, 3.1, 19],
                [101, "Apfelsaft", "Kiste 6 x 1 l", 9.6, 2.4, 19],
                [102, "Fassbier", "Fass 30 l", 89.0, 30.0, 19],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "packaging": "C", "price": "D", "deposit": "E", "vat_rate": "F"},
    articles={"100": ("13.90", 1, "XCS", "19")},
    rules={3: "price_unit_differs", 4: "price_unit_differs"},
    check=lambda drafts: equal(
        (drafts[0].content, drafts[0].content_unit, drafts[0].deposit), (Decimal("10.0"), "LTR", Decimal("3.1"))
    ),
)

# 18 English headers
case(
    "english",
    workbook(
        (
            "Products",
            [
                [
                    "SKU",
                    "Product name",
                    "Description",
                    "Unit",
                    "Net price",
                    "VAT rate",
                    "Min. order qty",
                    "Country of origin",
                ],
                ["W-1", "Oak board", "Planed & <b>oiled</b>", "pcs", 24.5, 19, 5, "DE"],
                ["W-2", "Beech board", None, "m", 12.25, 19, 1, "DE"],
            ],
        )
    ),
    columns={
        "article_number": "A",
        "name": "B",
        "description": "C",
        "unit": "D",
        "price": "E",
        "vat_rate": "F",
        "minimum": "G",
        "origin": "H",
    },
    articles={"W-1": ("24.50", 1, "H87", "19"), "W-2": ("12.25", 1, "MTR", "19")},
    statement=SILENT,
    check=lambda drafts: equal((drafts[0].description, drafts[0].minimum), ("Planed & oiled", Decimal(5))),
)

# 19 merged category cells
case(
    "merged groups",
    workbook(
        (
            "Liste",
            [
                ["Warengruppe", "Artikel", "Einheit", "Preis netto"],
                ["Käse", "Gouda", "kg", 11.0],
                [None, "Edamer", "kg", 10.0],
                ["Milch", "Vollmilch", "l", 1.2],
                [None, "Buttermilch", "l", 1.3],
            ],
        ),
        style=lambda sheet: (sheet.merge_cells("A2:A3"), sheet.merge_cells("A4:A5")),
    ),
    columns={"category": "A", "name": "B", "unit": "C", "price": "D"},
    articles={
        "Gouda": ("11", 1, "KGM", "7"),
        "Buttermilch": ("1.30", 1, "LTR", "7"),
        "Edamer": ("10", 1, "KGM", "7"),
        "Vollmilch": ("1.20", 1, "LTR", "7"),
    },
    statement=NET7,
    check=lambda drafts: equal([d.category for d in drafts], ["Käse", "Käse", "Milch", "Milch"]),
)

# 20 formulas that were never computed, Excel errors
case(
    "formulas",
    workbook(
        (
            "Liste",
            [
                ["Nr", "Artikel", "Einheit", "EK", "Preis netto"],
                ["1", "Brot", "Stk", 2.0, "=D2*1.5"],
                ["2", "Kuchen", "Stk", 4.0, "=D3*1.5"],
                ["3", "Torte", "Stk", 9.0, 18.0],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "purchase_price": "D", "price": "E"},
    articles={"3": ("18", 1, "H87", "7")},
    rules={2: "formula_without_result", 3: "formula_without_result"},
    statement=NET7,
)
