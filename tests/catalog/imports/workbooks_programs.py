"""Exports of programs again: what they say in their own words, and need not be asked; what they hide in notes."""

from tests.catalog.imports.workbooks import GROSS7, NET7, SILENT, case, equal, text, workbook

case(
    "a private note is read and never shown",
    text("""
Artikelnummer;Bezeichnung;Einheit;Preis netto;Notiz;Bemerkung
1;Öl;Stk;8,00;bei Fa. Holm nachkaufen;kalt gepresst
2;Essig;Stk;3,00;Preis brutto!;
"""),
    articles={"1": ("8", 1, "H87", "19")},
    rules={3: "net_or_gross"},
    check=lambda drafts: equal([(d.note, d.attributes) for d in drafts], [("kalt gepresst", {}), ("", {})]),
)
case(
    "Odoo's words, and a second supplier in a row of its own",
    text("""
Internal Reference,Name,Sales Price,Unit of Measure,Customer Taxes,Vendors/Vendor,Vendors/Price
D1,Desk,800.40,Einheit(en),19 % USt,Holm KG,515.07
,,,,,Berg AG,521.33
D2,Chair,85.00,Einheit(en),7 % USt,,
"""),
    columns={"vat_rate": "E", "price": "C"},
    articles={"D1": ("800.40", 1, "C62", "19"), "D2": ("85", 1, "C62", "7")},
    outcomes={3: "skipped note"},
    check=lambda drafts: equal([d.category for d in drafts], ["", "", ""]),
)
case(
    "prices that do not include VAT, by a column",
    text("""
No.,Description,Base Unit of Measure,Unit Price,Price Includes VAT,VAT Prod. Posting Group,Starting Date
10,Table,PCS,400.00,No,VAT19,2026-01-01
11,Book,PCS,20.00,No,VAT7,2026-01-01
"""),
    statement=SILENT,
    columns={"price_tax": "E", "vat_rate": "F", "valid_from": "G"},
    articles={"10": ("400", 1, "H87", "19"), "11": ("20", 1, "H87", "7")},
)
case(
    "the letterhead explains a key over St",
    text("""
Preisliste netto;;;;
Steuerschlüssel: 1 = 19 %, 2 = 7 %;;;;
Nr;Bezeichnung;Einheit;Preis;St
1;Kaffee;Pack;5,90;2
2;Filter;Pack;1,05;1
"""),
    header_row=3,
    statement=SILENT,
    columns={"vat_rate": "E"},
    articles={"1": ("5.90", 1, "XPK", "7"), "2": ("1.05", 1, "XPK", "19")},
)
case(
    "a unit column without any unit",
    text("""
Nr;Bezeichnung;Einheit;Preis netto
1;Vlies;;1,20
2;Pad;;1,30
"""),
    articles={"1": ("1.20", 1, "H87", "19"), "2": ("1.30", 1, "H87", "19")},
)
case(
    "price quantities of 1, 50 and 100",
    text("""
Artikelnummer;Bezeichnung;ME;PE;Nettopreis
1;Schalter;ST;1;4,01
2;Kabel;M;100;64,00
3;Klemme;ST;50;19,80
"""),
    columns={"price_quantity": "D"},
    articles={"1": ("4.01", 1, "H87", "19"), "2": ("64", 100, "MTR", "19"), "3": ("19.80", 50, "H87", "19")},
)
case(
    "price columns of customer groups that hold nothing",
    text("""
p_model|p_priceNoTax|p_priceNoTax.1|p_priceNoTax.2|p_name.de|p_name.en
G1|8.3950|0|0|Bürste|Brush
G2|9.2353|0|0|Pinsel|Paint brush
"""),
    columns={"price": "B"},
    articles={"G1": ("8.3950", 1, "H87", "19"), "G2": ("9.2353", 1, "H87", "19")},
)
case(
    "Magento: translations, parents, promotions and stock",
    text("""
sku,store_view_code,product_type,name,price,special_price,special_price_to_date,qty,product_online
M1,,simple,Pumpe,107.00,99.00,"3/31/26, 12:00 AM",12.0000,1
M1,en,,Pump,,,,,
M2,,configurable,Schlauch,,,,,1
M2-20,,simple,Schlauch 20 m,53.50,,,8.0000,2
"""),
    statement=GROSS7,
    columns={"price": "E", "stock": "H"},
    articles={"M1": ("100", 1, "H87", "7"), "M2-20": ("50", 1, "H87", "7")},
    outcomes={3: "skipped note", 4: "skipped heading"},
    check=lambda drafts: equal(
        [(d.stock, d.online) for d in drafts], [(12, True), (None, None), (None, None), (8, False)]
    ),
)
UNCOMPUTED = [
    ["Nr", "Bezeichnung", "Einheit", "Grundpreis", "Preis netto"],
    ["1", "Rohr", "Stk", 4, "=D2*2"],
    ["2", "Bogen", "Stk", 3, "=D3*2"],
]
case(
    "prices that Excel never worked out",
    workbook(("Liste", UNCOMPUTED)),
    rules={2: "formula_without_result", 3: "formula_without_result"},
)
case(
    "a discount over the whole list",
    text("""
Listenpreise abzüglich 25 % Händlerrabatt, zzgl. 19 % MwSt.;;;
Nr;Bezeichnung;Einheit;Listenpreis
1;Griff;Stk;28,50
2;Band;Stk;14,80
"""),
    header_row=2,
    rules={3: "discount_open", 4: "discount_open"},
    check=lambda drafts: equal([d.vat_rate for d in drafts], [19, 19]),
)
case(
    "discounts on terms leave the prices alone",
    text("""
Preise netto zzgl. 19 % MwSt., bei Vorkasse 3 % Rabatt;;;
;;;
Nr;Bezeichnung;Einheit;Preis
1;Griff;Stk;28,50
2;Band;Stk;14,80
"""),
    header_row=3,
    articles={"1": ("28.50", 1, "H87", "19"), "2": ("14.80", 1, "H87", "19")},
)
case(
    "a variant is taxed as its parent",
    text("""
Type,SKU,Name,Tax class,Regular price,Parent
variable,BROT,Brot,reduced-rate,,
variation,BROT-1,Brot - klein,parent,2.14,BROT
variation,X-1,Heft - klein,parent,1.19,X
"""),
    statement=GROSS7,
    articles={"BROT-1": ("2", 1, "H87", "7")},
    rules={4: "vat_unclear"},
    outcomes={2: "skipped heading"},
)
case(
    "models under Typ are no group",
    text("""
Nr;Bezeichnung;Typ;Einheit;Preis netto
1;Schalter;S201-B16;Stk;4,01
2;Schalter;F204;Stk;5,01
"""),
    columns={"attribute:Typ": "C"},
    articles={"1": ("4.01", 1, "H87", "19"), "2": ("5.01", 1, "H87", "19")},
    check=lambda drafts: equal([d.category for d in drafts], ["", ""]),
)
case(
    "a price for the Gebinde, whose name stands beside",
    text("""
Nr;Artikel;Gebinde;Preis/Geb.;Einheit
1;Pils;50 l KEG;89,50;Fass
2;Saft;6 x 1 l;9,60;Karton
"""),
    articles={"1": ("89.50", 1, "XDR", "19"), "2": ("9.60", 1, "XCT", "19")},
)
case(
    "what the Gebinde holds, and what the price calls it",
    text("""
Nr;Artikel;Gebindeinhalt;Preis pro;Preis netto
1;Pommes;4 x 2,5 kg;Karton;14,80
2;Öl;10 l;Kanister;17,50
3;Senf;4 x 2,5 kg;Eimer;7,50
"""),
    statement=NET7,
    check=lambda drafts: equal(
        [(d.unit, d.content, d.content_unit) for d in drafts[:2]], [("XCT", 10, "KGM"), ("XCI", 10, "LTR")]
    ),
    rules={4: "price_unit_differs"},
    articles={"1": ("14.80", 1, "XCT", "7"), "2": ("17.50", 1, "XCI", "7")},
)
case(
    "stocks with more than so many",
    text("""
Nr;Artikel;Bestand;Einheit;Preis netto
1;Becher;>100;Stk;12,50
2;Dose;>50;Stk;9,90
3;Flasche;17;Stk;17,00
4;Band;ausverkauft;Stk;11,00
"""),
    columns={"stock": "C"},
    articles={str(n): (price, 1, "H87", "19") for n, price in enumerate(("12.50", "9.90", "17", "11"), 1)},
    check=lambda drafts: equal(
        [(d.stock, d.online) for d in drafts], [(100, None), (50, None), (17, None), (None, False)]
    ),
)
for headers in ("Betrag;pro;ME", "Betrag;per;Einheit", "Konditionsbetrag;pro;ME", "Betrag netto;je;ME"):
    case(
        f"price conditions of SAP: {headers}",
        text(f"Material;Bezeichnung;{headers}\n4711;Schraube;12,50;100;ST\n4712;Blech;1,50;1;KG"),
        columns={"price": "C", "price_quantity": "D", "unit": "E"},
        articles={"4711": ("12.5", 100, "H87", "19"), "4712": ("1.5", 1, "KGM", "19")},
    )
case(
    "price conditions of SAP with their currency as a unit",
    text("Material;Bezeichnung;Betrag;Einh.;pro;ME\n4711;Schraube;12,50;EUR;1000;ST\n4712;Blech;1,50;EUR;1;KG"),
    columns={"price": "C", "currency": "D", "price_quantity": "E", "unit": "F"},
    articles={"4711": ("12.5", 1000, "H87", "19"), "4712": ("1.5", 1, "KGM", "19")},
)
case(
    "what was ordered has amounts too",
    text("Material;Bezeichnung;Menge;Betrag;pro;ME\n4711;Schraube;500;12,50;100;ST"),
    rules={2: "price_column_unclear"},
)
case(
    "bounds and prices in turns, each by its number",
    text("""
Artikelnummer;Bezeichnung;Einheit;VK-Preis 1;ab Menge 2;VK-Preis 2;ab Menge 3;VK-Preis 3;EK-Preis;Steuersatz
A-1001;Kartonversandschachtel;Stk;0,46;100;0,41;500;0,36;0,23;19
A-1020;Luftpolsterfolie;Rol;17,80;5;16,40;;;11,37;19
"""),
    columns={"price": "D", "step_bound": "E", "step_price": "F", "step_price_2": "H", "purchase_price": "I"},
    articles={"A-1001": ("0.46", 1, "H87", "19"), "A-1020": ("17.8", 1, "XRO", "19")},
    check=lambda drafts: equal(
        [[(f"{bound}", f"{price:.2f}") for bound, price in one.steps] for one in drafts],
        [[("100", "0.41"), ("500", "0.36")], [("5", "16.40")]],
    ),
)
case(
    "a price from two on beside the second of two lists of prices",
    text("Nr;Name;Einheit;Preis 1;ab 2 Stück;Preis 2\n1;Tisch;Stk;60;55;50\n2;Stuhl;Stk;30;28;25\n"),
    rules={2: "several_prices", 3: "several_prices"},
)
