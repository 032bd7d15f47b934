"""Dealers' lists again: codes that look like words of the trade, packs whose price may be one piece's."""

from decimal import Decimal

from catalog.imports import Memory, read
from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

# a discount group's code and small whole prices make the first article look like a second line of the header
case(
    "codes in capital letters",
    workbook(
        (
            "Liste",
            [
                ["Nr", "Artikel", "Einheit", "Preis", "RG"],
                ["1", "Draht", "m", 10, "A1"],
                ["2", "Kabel", "m", 20, "B2"],
                ["3", "Rohr", "m", 20, "B2"],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"1": ("10", 1, "MTR", "19"), "2": ("20", 1, "MTR", "19"), "3": ("20", 1, "MTR", "19")},
)


def packs(*headers, rows, answer=None, **more):
    """A list of packs under these headers, with or without the supplier's answer what its prices are for."""
    data = workbook(("Liste", [list(headers), *rows]))
    fingerprint = read(data).plan.headers_fingerprint
    return {"data": data, "memory": Memory(answers={fingerprint: answer}) if answer else None} | more


CHUTNEY = {
    "rows": [["A1", "Chutney", "6 x 200 g", 2.5, 3.95], ["A2", "Senf", "6 x 250 ml", 2.2, 3.5]],
    "statement": NET7,
}
case(
    "recommended price shows that the price may be a jar's",
    **packs("Nr", "Artikel", "VE", "Preis", "UVP", **CHUTNEY),
    columns={"article_number": "A", "name": "B", "packaging": "C", "price": "D", "rrp": "E"},
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "the supplier said that it is the jar's",
    **packs("Nr", "Artikel", "VE", "Preis", "UVP", answer={"pack_or_piece": "piece"}, **CHUTNEY),
    articles={"A1": ("2.50", 1, "H87", "7"), "A2": ("2.20", 1, "H87", "7")},
    check=lambda drafts: equal(
        [(d.content, d.content_unit, d.minimum, d.interval) for d in drafts], [(200, "GRM", 6, 6), (250, "MLT", 6, 6)]
    ),
)
case(
    "the supplier said that it is the pack's",
    **packs("Nr", "Artikel", "VE", "Preis", "UVP", answer={"pack_or_piece": "pack"}, **CHUTNEY),
    articles={"A1": ("2.50", 1, "XPK", "7"), "A2": ("2.20", 1, "XPK", "7")},
)
case(
    "recommended price of a jar below the price of the pack",
    **packs("Nr", "Artikel", "VE", "Preis", "UVP", rows=[["A1", "Chutney", "6 x 200 g", 15, 3.95]], statement=NET7),
    articles={"A1": ("15", 1, "XPK", "7")},
)
case(
    "wine in cartons, price of a bottle or of six",
    **packs("Wein", "Gebinde", "Preis netto", rows=[["Riesling", "6 x 0,75 l", 7.9], ["Silvaner", "6 x 0,75 l", 8.2]]),
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "crates with the deposit of a crate",
    **packs(
        "Nr",
        "Sorte",
        "Gebinde",
        "Pfand",
        "Preis",
        rows=[["1", "Pils", "20 x 0,5 l", 3.1, 14.5], ["2", "Limo", "24 x 0,33 l", 3.42, 12.9]],
    ),
    articles={"1": ("14.50", 1, "XPK", "19"), "2": ("12.90", 1, "XPK", "19")},
)
case(
    "tomatoes in crates, price of a kilogram or of the crate",
    **packs(
        "Artikel",
        "Gebinde",
        "Preis",
        rows=[["Tomaten", "6 kg Kiste", 2.4], ["Gurken", "12 St Kiste", 0.6]],
        statement=NET7,
    ),
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "tomatoes by the kilogram, as the supplier said",
    **packs(
        "Artikel",
        "Gebinde",
        "Preis",
        rows=[["Tomaten", "6 kg Kiste", 2.4], ["Gurken", "12 St Kiste", 0.6]],
        statement=NET7,
        answer={"pack_or_piece": "piece"},
    ),
    articles={"Tomaten": ("2.40", 1, "KGM", "7"), "Gurken": ("0.60", 1, "H87", "7")},
    check=lambda drafts: equal([d.interval for d in drafts], [6, 12]),
)
SCREWS = [["S1", "Schraube", "ST", 2, 3.45], ["R1", "Rohr", "M", 0, 12.5], ["M1", "Mutter", "ST", 3, 9.9]]
case(
    "codes for the price quantity",
    **packs("Artikelnummer", "Kurztext", "Mengeneinheit", "Preiseinheit", "Preis", rows=SCREWS),
    columns={"article_number": "A", "name": "B", "unit": "C", "price_quantity": "D", "price": "E"},
    rules={2: "price_quantity_code", 3: "price_quantity_code", 4: "price_quantity_code"},
)
case(
    "codes for the price quantity, as the supplier said",
    **packs(
        "Artikelnummer",
        "Kurztext",
        "Mengeneinheit",
        "Preiseinheit",
        "Preis",
        rows=SCREWS,
        answer={"price_quantity_code": "code"},
    ),
    articles={"S1": ("3.45", 100, "H87", "19"), "R1": ("12.50", 1, "MTR", "19"), "M1": ("9.90", 1000, "H87", "19")},
)
SCREW_HEADER = ["Artikelnummer", "Bezeichnung", "Einheit", "Preis netto"]
case(
    "letterhead: all prices per 100",
    workbook(
        (
            "Liste",
            [
                ["Schrauben Voigt, Leipzig"],
                ["Alle Preise per 100 Stück, netto"],
                [],
                SCREW_HEADER,
                ["N1", "Nagel", "Stk", 4.2],
                ["N2", "Stift", "Stk", 3.1],
            ],
        )
    ),
    header_row=4,
    articles={"N1": ("4.20", 100, "H87", "19"), "N2": ("3.10", 100, "H87", "19")},
)
case(
    "headings say for how many",
    workbook(
        (
            "Liste",
            [
                SCREW_HEADER,
                ["Werkzeug (Preise je Stück)"],
                ["W1", "Hammer", "Stk", 14.9],
                ["W2", "Zange", "Stk", 12.9],
                ["Kleinteile (Preise je 1000 Stück)"],
                ["K1", "Scheibe", "Stk", 4.9],
            ],
        )
    ),
    articles={"W1": ("14.90", 1, "H87", "19"), "W2": ("12.90", 1, "H87", "19"), "K1": ("4.90", 1000, "H87", "19")},
    outcomes={2: "skipped heading", 5: "skipped heading"},
)
case(
    "the remark says for how many",
    text("""
Artikelnummer;Bezeichnung;Einheit;Preis netto;Bemerkung
M1;Mutter M6;Stk;9,80;Preis per 100 Stück
M2;Gewindestange;Stk;9,80;
"""),
    articles={"M1": ("9.80", 100, "H87", "19"), "M2": ("9.80", 1, "H87", "19")},
)


def per_hundred(sheet):
    for row in (2, 3):
        sheet.cell(row, 4).number_format = '#,##0.00" €/100 St"'


case(
    "the number format says for how many",
    workbook(
        ("Liste", [SCREW_HEADER, ["D1", "Dübel", "Stk", 2.9], ["D2", "Haken", "Stk", 3.9]]),
        style=per_hundred,
    ),
    articles={"D1": ("2.90", 100, "H87", "19"), "D2": ("3.90", 100, "H87", "19")},
)
case(
    "letterhead: prices in dollars",
    workbook(
        ("List", [["All prices in USD, FOB"], [], ["SKU", "Item", "Unit", "Price"], ["A1", "Wire", "m", 10.5]]),
    ),
    header_row=3,
    rules={4: "foreign_currency"},
)
case(
    "letterhead per kilogram beside units that are none",
    workbook(
        (
            "Liste",
            [
                ["Preise in €/kg"],
                ["Artikel", "Einheit", "Preis"],
                ["Möhren", "kg", 1.2],
                ["Radieschen", "Bund", 1.1],
            ],
        )
    ),
    header_row=2,
    articles={"Möhren": ("1.20", 1, "KGM", "19")},
    rules={4: "price_unit_differs"},
)
case(
    "the footer contradicts the statement at length",
    workbook(
        (
            "Liste",
            [
                SCREW_HEADER[:3] + ["Preis"],
                ["B1", "Blume", "Stk", 1.2],
                [],
                ["Alle Preise verstehen sich inklusive der gesetzlichen Mehrwertsteuer."],
            ],
        )
    ),
    rules={2: "net_or_gross"},
)
case(
    "unquoted decimal commas between commas",
    text("""
Nr,Artikel,Einheit,Preis,MwSt
A1,Apfel,kg,1,50,7
A2,Birne,kg,1,80,7
A3,Quitte,kg,4,90,7
"""),
    rules={2: "row_too_long", 3: "row_too_long", 4: "row_too_long"},
)
case(
    "a second header in another order",
    workbook(
        (
            "Pflanzen",
            [
                ["Nr", "Artikel", "Preis", "Bestand"],
                ["1", "Primel", 1.2, 300],
                ["2", "Viola", 1.1, 200],
                ["Nr", "Artikel", "Bestand", "Preis"],
                ["3", "Erika", 150, 2.3],
            ],
        )
    ),
    articles={"1": ("1.20", 1, "H87", "19"), "2": ("1.10", 1, "H87", "19"), "3": ("2.30", 1, "H87", "19")},
)
case(
    "an offer: quantity, unit, price of one, sum",
    workbook(
        (
            "Angebot",
            [
                ["Pos", "Bezeichnung", "Menge", "Einheit", "Einzelpreis", "Gesamt"],
                ["1", "Pflaster", 120, "m²", 6.8, 816],
                ["2", "Anker", 40, "Stück", 2.4, 96],
            ],
        )
    ),
    articles={"Pflaster": ("6.80", 1, "MTK", "19"), "Anker": ("2.40", 1, "H87", "19")},
)
case(
    "packs of packs with a price per piece",
    workbook(
        (
            "Gastro",
            [
                ["Nr", "Artikel", "VE", "Preis/Stück"],
                ["G1", "Servietten", "24 x 100 St.", 1.49],
                ["G2", "Becher", "50 St.", 0.1],
            ],
        )
    ),
    rules={2: "price_unit_differs"},
    articles={"G2": ("5.00", 1, "XPK", "19")},
)
case(
    "trade price in doubt beside a price per litre",
    workbook(
        (
            "Wein",
            [
                ["Wein", "Inhalt", "EVP inkl. MwSt. €/Fl.", "HEK netto", "€/Liter"],
                ["Riesling", "0,75 l", 11.9, 6.4, 15.87],
                ["Silvaner", "0,75 l", 9.9, 5.3, 13.2],
            ],
        )
    ),
    columns={"name": "A", "purchase_price": "D"},
    rules={2: "dealers_price", 3: "dealers_price"},
)
case(
    "at least a carton, in a list without units",
    text("""
Artikel;Preis;Mindestabnahme
Seife;14,40;1 Karton
Kerze;4,50;10 Stk
"""),
    rules={2: "all_or_piece"},
    articles={"Kerze": ("4.50", 1, "H87", "19")},
)
case(
    "the dealers' purchase price as the only one",
    text("Preise für Hofläden;\nSorte;Einkaufspreis Händler\nBlüte;4,90\nWald;5,80"),
    header_row=2,
    rules={3: "dealers_price", 4: "dealers_price"},
)
case(
    "Einkaufspreis beside the dealers' own column",
    text(
        "Radwerk – Händlernettopreise\nArt.-Nr.;Bezeichnung;Einkaufspreis;Händlerpreis netto;UVP\n"
        "R20;Tasche;21,37;44,50;89,00\nR30;Lenkertasche;15,29;32,00;64,90"
    ),
    articles={"R20": ("44.5", 1, "H87", "19"), "R30": ("32", 1, "H87", "19")},
    header_row=2,
)
case(
    "HEK in steps",
    text(
        "Händlerpreise netto / UVP inkl. 19 % MwSt.\nSKU;Bezeichnung;HEK netto;HEK ab 10;UVP brutto\n"
        "K1;Kette;9,80;9,10;21,99\nK2;Kassette;18,40;17,20;39,95"
    ),
    articles={"K1": ("9.8", 1, "H87", "19"), "K2": ("18.4", 1, "H87", "19")},
    check=lambda drafts: equal([one.steps for one in drafts], [[(10, Decimal("9.1"))], [(10, Decimal("17.2"))]]),
    header_row=2,
)
case(
    "what dealers pay, said behind",
    text("SKU;Produkt;EK Wiederverkäufer netto;VK empf. brutto\n1;Espresso;5,10;8,90\n2;Tasse;7,50;14,90"),
    columns={"rrp": "D"},
    articles={},
    rules={2: "dealers_price", 3: "dealers_price"},
)
