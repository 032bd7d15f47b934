"""Invented lists as they come from bakers, farms, butchers, joiners and shops, each with what must be read from it."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from catalog.imports import Memory, Statement

NET = Statement("net", Decimal("19"))
NET7 = Statement("net", Decimal("7"))
GROSS7 = Statement("gross", Decimal("7"))
SILENT = Statement()


@dataclass
class Case:
    """articles: number or name → (net price, price quantity, unit, VAT); others are outcomes by row."""

    name: str
    data: bytes
    header_row: int = 1
    sheet: str | None = None
    columns: dict[str, str] = field(default_factory=dict)
    articles: dict[str, tuple[str, int, str, str]] = field(default_factory=dict)
    outcomes: dict[int, str] = field(default_factory=dict)
    rules: dict[int, str] = field(default_factory=dict)
    statement: Statement = NET
    memory: Memory | None = None
    check: Callable[[list], None] | None = None


def workbook(
    *sheets: tuple[str, list[list[object]]], style: Callable[[Worksheet], None] | None = None, hidden: str = ""
) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        if name == hidden:
            sheet.sheet_state = "hidden"
        if style:
            style(sheet)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text(lines: str, encoding: str = "utf-8") -> bytes:
    return lines.strip("\n").encode(encoding)


CASES: list[Case] = []


def case(name: str, data: bytes, **expected: object) -> None:
    CASES.append(Case(name, data, **expected))  # type: ignore[arg-type]


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
    check=lambda drafts: _equal([d.category for d in drafts if d.outcome == "ok"], ["Gemüse"] * 3 + ["Obst"]),
)


def _equal(found: object, wanted: object) -> None:
    assert found == wanted, (found, wanted)


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
    check=lambda drafts: _equal([("61" in repr(d), "Meier" in repr(d)) for d in drafts], [(False, False)] * 2),
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
    check=lambda drafts: _equal(drafts[0].steps, [(Decimal(10), Decimal("2.3")), (Decimal(50), Decimal("2.1"))]),
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
    check=lambda drafts: _equal(
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
    check=lambda drafts: _equal(drafts[0].steps, [(Decimal(20), Decimal("8.9"))]),
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
    columns={"name": "A", "unit": "B", "price": "C"},
    articles={"Brot": ("3", 1, "H87", "7"), "Sekt": ("8", 1, "XBO", "7")},
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
    check=lambda drafts: _equal(
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
    check=lambda drafts: _equal((drafts[0].description, drafts[0].minimum), ("Planed & oiled", Decimal(5))),
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
    check=lambda drafts: _equal([d.category for d in drafts], ["Käse", "Käse", "Milch", "Milch"]),
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

# 21 CP850 csv
case(
    "cp850",
    text(
        "ArtNr;Bezeichnung;Einheit;Preis netto;MwSt\n1;Käse Weißlacker;kg;12,50;7\n2;Müsli Größe ½ kg;Btl;3,20;7\n3;Öl Ölmühle;Fl;8,90;7\n",
        "cp850",
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D", "vat_rate": "E"},
    articles={"1": ("12.50", 1, "KGM", "7"), "2": ("3.20", 1, "XBG", "7"), "3": ("8.90", 1, "XBO", "7")},
    check=lambda drafts: _equal([d.name for d in drafts], ["Käse Weißlacker", "Müsli Größe ½ kg", "Öl Ölmühle"]),
)

# 22 UTF-16 "Unicode Text" with tabs
case(
    "utf-16",
    "Artikelnummer\tBezeichnung\tEinheit\tPreis netto\r\n7\tRohr Ø 12 mm\tm\t4,10\r\n8\tPlatte 5 m²\tStk\t1.299,00\r\n".encode(
        "utf-16"
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"7": ("4.10", 1, "MTR", "19"), "8": ("1299", 1, "H87", "19")},
)

# 23 cp1252, stray quotation marks, sep= line
case(
    "stray quotes",
    text(
        'sep=;\nArtikelnummer;Bezeichnung;Einheit;Preis netto\n1;Rohr 1/2";m;3,20\n2;"Bogen 3/4"" verzinkt";Stk;1,10\n3;"Muffe 1"";Stk;0,90\n4;T-Stück;Stk;1,50',
        "cp1252",
    ),
    header_row=2,
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={
        "1": ("3.20", 1, "MTR", "19"),
        "2": ("1.10", 1, "H87", "19"),
        "3": ("0.90", 1, "H87", "19"),
        "4": ("1.50", 1, "H87", "19"),
    },
)

# 24 mixed decimal signs, ambiguous thousands
case(
    "mixed decimals",
    text("Nr;Artikel;Einheit;Preis netto\n1;A;Stk;10.5\n2;B;Stk;17,5\n3;C;Stk;20\n"),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"3": ("20", 1, "H87", "19")},
    rules={2: "mixed_decimal", 3: "mixed_decimal"},
)
case(
    "ambiguous",
    text("Nr;Artikel;Einheit;Preis netto\n1;A;Stk;1.234\n2;B;Stk;2.500\n3;C;Stk;900\n"),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"3": ("900", 1, "H87", "19")},
    rules={2: "ambiguous_number", 3: "ambiguous_number"},
)
case(
    "german numbers",
    text(
        "Nr;Artikel;Einheit;Preis netto\n1;A;Stk;1.299,-\n2;B;Stk;-,55\n3;C;Stk;1.234\n4;D;Stk;12,50-\n5;E;Stk;0,55 - 0,60\n6;F;Stk;auf Anfrage\n7;G;Stk;1 234,56\n8;H;Stk;3,20 €\n9;I;Stk;$ 4,00\n10;J;Stk;0,00\n"
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={
        "1": ("1299", 1, "H87", "19"),
        "2": ("0.55", 1, "H87", "19"),
        "3": ("1234", 1, "H87", "19"),
        "7": ("1234.56", 1, "H87", "19"),
        "8": ("3.20", 1, "H87", "19"),
    },
    rules={5: "price_negative", 6: "price_range", 7: "price_on_request", 10: "foreign_currency", 11: "price_zero"},
)

# 25 article numbers that Excel has eaten
case(
    "mangled numbers",
    workbook(
        (
            "Liste",
            [
                ["Art.Nr.", "Artikel", "Einheit", "Preis netto"],
                [date(2026, 5, 12), "A", "Stk", 1.0],
                ["4,26044E+12", "B", "Stk", 2.0],
                ["A-100", "C", "Stk", 3.0],
                ["a-100", "D", "Stk", 4.0],
                ["X1", "E", "Stk", 5.0],
                ["X1", "E", "Stk", 6.0],
                ["Y1", "F", "Stk", 7.0],
                ["Y1", "F", "Stk", 7.0],
                [None, "G", "Stk", 8.0],
                ["Z ", "H", "Stk", 9.0],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"Y1": ("7", 1, "H87", "19"), "Z": ("9", 1, "H87", "19")},
    rules={
        2: "number_is_date",
        3: "number_mangled",
        4: "number_two_spellings",
        5: "number_two_spellings",
        6: "number_double",
        7: "number_double",
        10: "number_missing",
    },
)

# 26 units that need a decision
case(
    "units",
    text(
        "Nr;Artikel;Einheit;Preis netto\n1;A;STK;1,00\n2;B;lfm;1,00\n3;C;Zpfl;1,00\n4;D;VE 6 x 500 g;1,00\n5;E;ca. 300-500 g/St;1,00\n6;F;10er Pack;1,00\n7;G;;1,00\n8;H;FL;1,00\n9;I;100 g;1,00\n"
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={
        "1": ("1", 1, "H87", "19"),
        "2": ("1", 1, "MTR", "19"),
        "4": ("1", 1, "XPK", "19"),
        "5": ("1", 1, "H87", "19"),
        "6": ("1", 1, "XPK", "19"),
        "8": ("1", 1, "XBO", "19"),
        "9": ("1", 1, "H87", "19"),
    },
    rules={4: "unit_unknown", 8: "unit_missing"},
)
case(
    "units remembered",
    text("Nr;Artikel;Einheit;Preis netto\n3;C;Zpfl;1,00\n"),
    articles={"3": ("1", 1, "XBE", "19")},
    memory=Memory(units={"Zpfl": "XBE"}),
)

# 27 several sheets: help, hidden copy, customers, the list
case(
    "sheets",
    workbook(
        ("Anleitung", [["So geht es"], ["Tragen Sie Ihre Artikel auf dem Blatt Sortiment ein."]]),
        ("Kunden", [["Kundennr.", "Name", "Ort"], [1, "Hotel", "Leipzig"], [2, "Mensa", "Halle"]]),
        (
            "Sortiment",
            [["Nummer", "Bezeichnung", "Einheit", "VK netto"], ["1", "Brot", "Stk", 3.0], ["2", "Kuchen", "Stk", 12.0]],
        ),
        ("Sortiment alt", [["Nummer", "Bezeichnung", "Einheit", "VK netto"], ["1", "Brot", "Stk", 2.0]]),
        ("Umsatz", [["Monat", "Umsatz"], ["Januar", 1000], ["Februar", 1200]]),
        hidden="Sortiment alt",
    ),
    sheet="Sortiment",
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"1": ("3", 1, "H87", "7"), "2": ("12", 1, "H87", "7")},
    statement=NET7,
)

# 28 sums, repeated headers, notes in the middle
case(
    "print layout",
    workbook(
        (
            "Druck",
            [
                ["Artikelnr", "Bezeichnung", "Einheit", "Preis netto"],
                ["1", "Brot", "Stk", 3.0],
                ["2", "Kuchen", "Stk", 12.0],
                [None, "Zwischensumme", None, 15.0],
                ["Artikelnr", "Bezeichnung", "Einheit", "Preis netto"],
                [None, "* Diese Artikel nur auf Vorbestellung, bitte zwei Tage vorher anrufen.", None, None],
                ["3", "Torte", "Stk", 28.0],
                [None, "Summe", None, 43.0],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"1": ("3", 1, "H87", "7"), "2": ("12", 1, "H87", "7"), "3": ("28", 1, "H87", "7")},
    outcomes={4: "skipped sum", 5: "skipped repeated_header", 6: "skipped note", 8: "skipped sum"},
    statement=NET7,
)

# 29 SAP csv
case(
    "sap",
    text(
        "Material;Kurztext;BME;Preis;PE;Währg\n000000000000004711;Sechskantschraube M8;ST;12,50;100;EUR\n000000000000004712;Scheibe;ST;1,20-;100;EUR\n000000000000004713;Mutter;ST;3,00;100;USD\n",
        "cp1252",
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D", "price_quantity": "E"},
    articles={"000000000000004711": ("12.50", 100, "H87", "19")},
    rules={3: "price_negative", 4: "foreign_currency"},
)

# 30 JTL, two prices with purchase price
case(
    "jtl",
    text(
        "Interner Schlüssel;Artikelnummer;Artikelname;HAN;EAN;Netto-EK;Std. VK Brutto;Lieferant;Lagerbestand Gesamt\n55;J-1;Tasse;H1;4006381333931;2,10;9,99;Keramik AG;40\n56;J-2;Teller;H2;4006381333932;3,10;12,99;Keramik AG;10\n"
    ),
    columns={"article_number": "B", "name": "C", "gtin": "E", "purchase_price": "F", "price": "G", "stock": "I"},
    articles={"J-1": ("8.3950", 1, "H87", "19"), "J-2": ("10.9160", 1, "H87", "19")},
    statement=Statement("gross", Decimal(19)),
)

# 31 alternative prices: per kilogram or per piece
case(
    "either kg or piece",
    workbook(
        (
            "Hof",
            [
                ["Produkt", "€/kg netto", "€/Stück netto"],
                ["Kartoffeln", 1.1, None],
                ["Kürbis", None, 3.5],
                ["Kohl", 1.3, 2.6],
            ],
        )
    ),
    columns={"name": "A", "price": "B", "unit_price": "C"},
    articles={"Kartoffeln": ("1.10", 1, "KGM", "7"), "Kürbis": ("3.50", 1, "H87", "7")},
    rules={4: "several_prices"},
    statement=NET7,
)

# 32 price list with two unexplained prices
case(
    "two prices",
    workbook(
        (
            "Liste",
            [
                ["Nr", "Artikel", "Einheit", "VK 1", "VK 2"],
                ["1", "Brot", "Stk", 3.0, 2.8],
                ["2", "Kuchen", "Stk", 9.0, 8.5],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "unit": "C"},
    rules={2: "several_prices", 3: "several_prices"},
)

# 33 grouped list with group numbers and base price column
case(
    "group numbers",
    workbook(
        (
            "Sortiment",
            [
                ["Art.-Nr.", "Artikelbezeichnung", "Inhalt", "Preis netto", "Grundpreis €/kg"],
                ["10", "Brote"],
                ["1001", "Roggenbrot", "1000 g", 3.8, 3.8],
                ["1002", "Weißbrot", "500 g", 2.4, 4.8],
                ["20", "Kuchen"],
                ["2001", "Streusel", "1 Stk", 1.8, None],
                ["2002", "Bienenstich", "1 Stk", None, None],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "price": "D", "base_price": "E"},
    articles={"1001": ("3.80", 1, "H87", "7"), "1002": ("2.40", 1, "H87", "7"), "2001": ("1.80", 1, "H87", "7")},
    outcomes={2: "skipped heading", 5: "skipped heading"},
    rules={7: "price_missing"},
    statement=NET7,
)


# 34 number formats: zeros to fill, a currency
def _formats(sheet: Worksheet) -> None:
    for row in (2, 3):
        sheet.cell(row, 1).number_format = "0000"
        sheet.cell(row, 4).number_format = "#,##0.00 [$CHF]" if sheet.title == "Schweiz" else '#,##0.00 "€"'


case(
    "zeros by format",
    workbook(
        (
            "Liste",
            [
                ["Artikelnummer", "Bezeichnung", "Einheit", "Preis netto"],
                [12, "Brot", "Stk", 3.0],
                [13, "Kuchen", "Stk", 9.0],
            ],
        ),
        style=_formats,
    ),
    articles={"0012": ("3", 1, "H87", "19"), "0013": ("9", 1, "H87", "19")},
)
case(
    "currency by format",
    workbook(
        (
            "Schweiz",
            [
                ["Artikelnummer", "Bezeichnung", "Einheit", "Preis netto"],
                [12, "Brot", "Stk", 3.0],
                [13, "Kuchen", "Stk", 9.0],
            ],
        ),
        style=_formats,
    ),
    rules={2: "foreign_currency", 3: "foreign_currency"},
)

# 35 an outlier among its neighbours
case(
    "outlier",
    text(
        "Nr;Artikel;Warengruppe;Einheit;Preis netto\n"
        + "".join(f"{n};Brot {n};Brot;Stk;3,{n}0\n" for n in range(1, 9))
        + "9;Brot 9;Brot;Stk;39,00\n"
    ),
    columns={"article_number": "A", "name": "B", "category": "C", "unit": "D", "price": "E"},
    rules={10: "price_outlier"},
)

# 36 small business
case(
    "small business",
    workbook(("Liste", [["Produkt", "Einheit", "Preis"], ["Seife", "Stk", 5.5]])),
    articles={"Seife": ("5.50", 1, "H87", "0")},
    statement=Statement(None, None, small_business=True),
)

# 37 pasted cells
case(
    "pasted",
    text("Artikelnummer\tBezeichnung\tEinheit\tPreis netto\n0012\tBrot\tStk\t3,80\n0013\tSemmel\tStk\t0,45"),
    articles={"0012": ("3.80", 1, "H87", "19"), "0013": ("0.45", 1, "H87", "19")},
)

# 38 HTML that calls itself xls
case(
    "html",
    text(
        "<html><body><table><tr><th>Artikelnummer</th><th>Bezeichnung</th><th>Einheit</th><th>Preis netto</th></tr>"
        "<tr><td>1</td><td>K&auml;se</td><td>kg</td><td>12,50</td></tr></table></body></html>"
    ),
    sheet="Tabelle 1",
    articles={"1": ("12.50", 1, "KGM", "19")},
)

# 39 our own export
case(
    "own export",
    text(
        "article_number;name;description;unit;price;price_quantity;currency;vat_rate;gtin;minimum;interval;steps;category;attributes;online\n"
        '4711;Schraube;;H87;0.0345;100;EUR;19.00;;100;100;"[[""500"", ""0.031""]]";Eisen > Schrauben;"{""Länge"": ""40 mm""}";true\n'
        "4712;Brot;;H87;3.8;1;EUR;7.00;;;;[];Brot;{};false\n"
    ),
    columns={"article_number": "A", "price": "E", "price_quantity": "F", "steps": "L", "online": "O"},
    articles={"4711": ("3.45", 100, "H87", "19"), "4712": ("3.80", 1, "H87", "7")},
    statement=Statement("gross", Decimal(19)),
    check=lambda drafts: _equal(
        (drafts[0].steps, drafts[0].attributes, drafts[1].online),
        ([(Decimal(500), Decimal("3.1"))], {"Länge": "40 mm"}, False),
    ),
)

# 40 joiner, price per metre and square metre, long header texts with line breaks
case(
    "joiner",
    workbook(
        (
            "Preise 2026",
            [
                ["Tischlerei Holzwurm GmbH"],
                [None],
                [
                    "Pos.",
                    "Artikel-\nnummer",
                    "Leistung / Artikel",
                    "Mengen-\neinheit",
                    "Einzelpreis\nnetto in €",
                    "MwSt.-\nSatz",
                ],
                [1, "F-01", "Fensterbank Eiche", "lfm", 48.5, "19 %"],
                [2, "F-02", "Parkett", "m²", 62, "19 %"],
                [3, "M-01", "Montage", "Std.", 58, "19 %"],
            ],
        )
    ),
    header_row=3,
    columns={"article_number": "B", "name": "C", "unit": "D", "price": "E", "vat_rate": "F"},
    articles={"F-01": ("48.50", 1, "MTR", "19"), "F-02": ("62", 1, "MTK", "19"), "M-01": ("58", 1, "HUR", "19")},
)
