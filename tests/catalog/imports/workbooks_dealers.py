"""Exports of ERP systems and shops, alternatives, formats, our own export."""

from decimal import Decimal

from openpyxl.worksheet.worksheet import Worksheet

from catalog.imports import Statement
from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

# 29 SAP csv
case(
    "sap",
    text(
        "Material;Kurztext;BME;Preis;PE;Währg\n"
        "000000000000004711;Sechskantschraube M8;ST;12,50;100;EUR\n"
        "000000000000004712;Scheibe;ST;1,20-;100;EUR\n"
        "000000000000004713;Mutter;ST;3,00;100;USD\n",
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
        "Interner Schlüssel;Artikelnummer;Artikelname;HAN;EAN;Netto-EK;Std. VK Brutto;Lieferant;Lagerbestand Gesamt\n"
        "55;J-1;Tasse;H1;4006381333931;2,10;9,99;Keramik AG;40\n"
        "56;J-2;Teller;H2;4006381333932;3,10;12,99;Keramik AG;10\n"
    ),
    columns={"article_number": "B", "name": "C", "gtin": "E", "purchase_price": "F", "price": "G", "stock": "I"},
    articles={"J-1": ("8.3950", 1, "H87", "19"), "J-2": ("10.9160", 1, "H87", "19")},
    statement=Statement("gross", Decimal(19)),
)

# prices in cents, and a price per unit whose header looks like a price unit
case(
    "cents",
    workbook(("P", [["Nr", "Artikel", "Preis (Cent) netto"], ["1", "Brot", 380], ["2", "Semmel", 45]])),
    columns={"article_number": "A", "name": "B", "price": "C"},
    articles={"1": ("3.8", 1, "H87", "19"), "2": ("0.45", 1, "H87", "19")},
)
case(
    "price per unit",
    text("Art.-Nr.;Bezeichnung;Einh.;Preis/Einheit (netto);pro\n1;Brot;Stk;3,80;Stk\n2;Mehl;kg;1,10;kg\n"),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D", "price_unit": "E"},
    articles={"1": ("3.80", 1, "H87", "19"), "2": ("1.10", 1, "KGM", "19")},
    statement=Statement(None, Decimal(19)),
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
        "article_number;name;description;unit;price;price_quantity;currency;vat_rate;gtin;minimum;interval;steps;"
        "category;attributes;online\n"
        '4711;Schraube;;H87;0.0345;100;EUR;19.00;;100;100;"[[""500"", ""0.031""]]";Eisen > Schrauben;'
        '"{""Länge"": ""40 mm""}";true\n'
        "4712;Brot;;H87;3.8;1;EUR;7.00;;;;[];Brot;{};false\n"
    ),
    columns={"article_number": "A", "price": "E", "price_quantity": "F", "steps": "L", "online": "O"},
    articles={"4711": ("3.45", 100, "H87", "19"), "4712": ("3.80", 1, "H87", "7")},
    statement=Statement("gross", Decimal(19)),
    check=lambda drafts: equal(
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
