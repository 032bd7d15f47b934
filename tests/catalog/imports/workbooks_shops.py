"""Exports of shops and of inventory programs: variants, states, languages, discounts and what is nobody's business."""

from tests.catalog.imports.workbooks import GROSS7, case, equal, text

case(
    "a number for the shoe, another for each of its sizes",
    text("""
ItemID;VariationID;VariationNo;ItemTextName;VariationName;Preis netto;Barcode
71;901;SCH-38;Clog Buche;38;39,00;4006381333931
71;902;SCH-39;Clog Buche;39;39,00;4006381333948
72;903;SOH-1;Sohle;;9,00;4006381333955
"""),
    columns={"article_number": "C", "name": "D", "name_2": "E"},
    articles={
        "SCH-38": ("39", 1, "H87", "19"),
        "SCH-39": ("39", 1, "H87", "19"),
        "SOH-1": ("9", 1, "H87", "19"),
    },
    check=lambda drafts: equal([d.name for d in drafts], ["Clog Buche 38", "Clog Buche 39", "Sohle"]),
)
case(
    "the number repeats, the variant's number beside it does not",
    text("""
ArtikelID;VariantenNr;Bezeichnung;Farbe;Einheit;Preis netto
12;12-a;Korb;natur;Stk;14,00
12;12-b;Korb;weiß;Stk;14,00
13;13-a;Schale;natur;Stk;9,00
13;13-b;Schale;weiß;Stk;9,00
"""),
    columns={"article_number": "B", "group_key": "A", "attribute:Farbe": "D"},
    articles={
        number: (price, 1, "H87", "19")
        for number, price in (("12-a", "14"), ("12-b", "14"), ("13-a", "9"), ("13-b", "9"))
    },
)
case(
    "one number over two colours and two codes: no row is said twice",
    text("""
Artikelnummer;Bezeichnung;Farbe;EAN;Einheit;Preis netto
700;Eimer;rot;4006381333931;Stk;4,00
700;Eimer;blau;4006381333948;Stk;4,00
701;Deckel;rot;;Stk;1,00
701;Deckel;rot;;Stk;1,00
"""),
    articles={"701": ("1", 1, "H87", "19")},
    rules={2: "number_double", 3: "number_double"},
)
case(
    "a row's id tells nothing apart that the list says twice",
    text("""
ID;Artikelnummer;Bezeichnung;Einheit;Preis netto
1;B1;Besen;Stk;8,00
2;B1;Besen;Stk;8,00
3;B2;Kehrblech;Stk;5,00
"""),
    columns={"article_number": "B"},
    articles={"B1": ("8", 1, "H87", "19"), "B2": ("5", 1, "H87", "19")},
)
case(
    "levels of the store are no minimum",
    text("""
Artikelnummer;Bezeichnung;Einheit;Preis netto;Bestand;Mindestbestand;Meldebestand;Maximalbestand;Lieferanten-Bestellnr.
N1;Nagel;Pck;3,00;40;20;25;90;HX-1
N2;Stift;Pck;2,00;31;10;15;80;HX-2
"""),
    articles={"N1": ("3", 1, "XPK", "19"), "N2": ("2", 1, "XPK", "19")},
    check=lambda drafts: equal([(d.minimum, d.stock, d.attributes) for d in drafts], [(None, 40, {}), (None, 31, {})]),
)
case(
    "a table's name before each column",
    text("""
products_id;products_model;products_name_de;products_name_en;products_price;products_quantity;products_status
5;T-5;Teller;Plate;8.40;12;1
6;T-6;Tasse;Cup;6.30;0;0
"""),
    columns={"article_number": "B", "name": "C", "name_en": "D", "stock": "F", "online": "G"},
    articles={"T-5": ("8.40", 1, "H87", "19"), "T-6": ("6.30", 1, "H87", "19")},
    check=lambda drafts: equal(
        [(d.name_en, d.stock, d.online) for d in drafts], [("Plate", 12, True), ("Cup", 0, False)]
    ),
)
case(
    "quantities behind the price, uneven or none",
    text("""
Artikelnr;Name;Preis netto;Menge
Q1;Hobel;49,00;17
Q2;Säge;29,00;0
Q3;Feile;9,00;83
"""),
    articles={"Q1": ("49", 1, "H87", "19"), "Q2": ("29", 1, "H87", "19"), "Q3": ("9", 1, "H87", "19")},
    check=lambda drafts: equal([d.stock for d in drafts], [17, 0, 83]),
)
case(
    "quantities behind the price that may be packs",
    text("""
Artikelnr;Name;Preis netto;Menge
Q1;Hobel;49,00;10
Q2;Säge;29,00;12
"""),
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "states of articles",
    text("""
Artikelnummer;Bezeichnung;Einheit;Preis netto;Bestand;Status
S1;Brett;Stk;8,00;4;aktiv
S2;Latte;Stk;9,00;0;gelöscht
S3;Leiste;Stk;7,00;3;nicht mehr lieferbar
S4;Balken;Stk;8,50;0;Auslauf
S5;Bohle;Stk;9,50;6;Auslauf
S6;Pfosten;Stk;9,20;6;siehe Rundschreiben
"""),
    articles={f"S{n}": (price, 1, "H87", "19") for n, price in enumerate(("8", "9", "7", "8.50", "9.50"), 1)},
    rules={7: "online_unclear"},
    check=lambda drafts: equal([d.online for d in drafts], [True, False, False, False, True, None]),
)
case(
    "a shop's draft is not for sale",
    text("""
SKU;Name;Published;Status;Preis netto
W1;Vase;1;active;8,00
W2;Krug;-1;active;9,00
W3;Topf;1;archived;7,00
"""),
    articles={"W1": ("8", 1, "H87", "19"), "W2": ("9", 1, "H87", "19"), "W3": ("7", 1, "H87", "19")},
    check=lambda drafts: equal([d.online for d in drafts], [True, False, False]),
)
case(
    "Access says yes by -1",
    text("""
Artikelnummer;Bezeichnung;Einheit;lieferbar;gesperrt;Preis netto
A1;Vase;Stk;-1;0;8,00
A2;Krug;Stk;0;0;9,00
A3;Topf;Stk;-1;-1;7,00
"""),
    articles={"A1": ("8", 1, "H87", "19"), "A2": ("9", 1, "H87", "19"), "A3": ("7", 1, "H87", "19")},
    check=lambda drafts: equal([d.online for d in drafts], [True, False, False]),
)
case(
    "per cents off from a quantity on",
    text("""
Artikelnummer;Bezeichnung;Einheit;Preis netto;ab 20 (%);Rabatt ab 100
P1;Block;Stk;2,40;5;8
P2;Heft;Stk;1,10;5;8
"""),
    columns={"price": "D", "step_discount": "F"},
    articles={"P1": ("2.40", 1, "H87", "19"), "P2": ("1.10", 1, "H87", "19")},
    check=lambda drafts: equal([(d.steps, d.minimum) for d in drafts], [([], None), ([], None)]),
)
case(
    "steps that are the same whatever the price",
    text("""
Artikelnummer;Bezeichnung;Einheit;Preis netto;ab 20;ab 100
P1;Block;Stk;24,00;5;8
P2;Heft;Stk;11,00;5;8
P3;Mappe;Stk;13,00;5;8
"""),
    articles={"P1": ("24", 1, "H87", "19"), "P2": ("11", 1, "H87", "19"), "P3": ("13", 1, "H87", "19")},
    check=lambda drafts: equal([d.steps for d in drafts], [[], [], []]),
)
case(
    "names in three languages, the German one in the middle",
    text("""
Nr;Artikel (EN);Artikel (DE);Artikel (FR);Einheit;Preis netto
1;Spoon;Löffel;Cuillère;Stk;3,00
2;Fork;Gabel;Fourchette;Stk;3,50
"""),
    columns={"article_number": "A", "name": "C", "name_en": "B"},
    articles={"1": ("3", 1, "H87", "19"), "2": ("3.50", 1, "H87", "19")},
    check=lambda drafts: equal(
        [(d.name, d.name_en, d.attributes) for d in drafts], [("Löffel", "Spoon", {}), ("Gabel", "Fork", {})]
    ),
)
case(
    "English alone is the name",
    text("""
Nr;Name_en;Einheit;Preis netto
1;Spoon;Stk;3,00
2;Fork;Stk;3,50
"""),
    columns={"name": "B"},
    articles={"1": ("3", 1, "H87", "19"), "2": ("3.50", 1, "H87", "19")},
)
case(
    "sizes in a shop's text for variants are no unit",
    text("""
ordernumber;name;Zusatztext;Preis brutto;Steuer
G1;Gin;0,5 l;29,75;19
G2;Gin;1 l;47,60;19
G3;Tonic;Kiste;17,85;19
"""),
    columns={"name_2": "C"},
    articles={"G1": ("25", 1, "H87", "19"), "G2": ("40", 1, "H87", "19"), "G3": ("15", 1, "H87", "19")},
    statement=GROSS7,
    check=lambda drafts: equal([d.name for d in drafts], ["Gin 0,5 l", "Gin 1 l", "Tonic Kiste"]),
)
case(
    "what a shop says once for all variants",
    text("""
Handle,Title,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Price
tee,Kräutertee,Tee,false,Sorte,Minze,T-M,10.70
tee,,,,,Salbei,T-S,10.70
senf,Senf,Feinkost,true,Title,Default Title,SE,5.35
"""),
    statement=GROSS7,
    articles={"T-M": ("10", 1, "H87", "7"), "T-S": ("10", 1, "H87", "7"), "SE": ("5", 1, "H87", "7")},
    check=lambda drafts: equal(
        [(d.name, d.attributes.get("Sorte"), d.category, d.online) for d in drafts],
        [
            ("Kräutertee", "Minze", "Tee", False),
            ("Kräutertee", "Salbei", "Tee", False),
            ("Senf", None, "Feinkost", True),
        ],
    ),
)
case(
    "WooCommerce: what a parent is not, its variants are not",
    text("""
ID,Type,SKU,Name,Published,Regular price,Parent
1,variable,A,Hemd,0,,
2,variation,A-1,Hemd S,1,10.00,A
3,variable,,Hose,-1,,
4,variation,B-1,Hose S,1,20.00,id:3
5,variable,C,Rock,1,,
6,variation,C-1,Rock S,1,30.00,C
7,variation,C-2,Rock M,0,30.00,id:5
8,simple,D,Tasse,1,5.00,
"""),
    check=lambda drafts: equal(
        {d.article_number: d.online for d in drafts if d.article_number},
        {"A-1": False, "B-1": False, "C-1": True, "C-2": False, "D": True},
    ),
)
case(
    "Shopify: rows that follow have the state and the group of the first",
    text("""
Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Price,Status
hemd,Hemd,Kleidung,Größe,S,A-1,10.00,draft
hemd,,,,M,A-2,10.00,
tasse,Tasse,Geschirr,,,B,5.00,active
"""),
    check=lambda drafts: equal(
        [(d.online, d.category) for d in drafts], [(False, "Kleidung"), (False, "Kleidung"), (True, "Geschirr")]
    ),
)
for header in ("products_tax_class_id", "tax_class_id", "p_tax", "id_tax_rules_group"):
    case(
        f"a shop's classes of taxes are no per cents: {header}",
        text(f"sku;name;price;{header}\nA1;Brot;1,20;1\nA2;Wein;2,20;2\nA3;Senf;1,10;19\n"),
        columns={"vat_rate": "D"},
        articles={"A3": ("1.10", 1, "H87", "19")} if header == "p_tax" else {},
        rules={2: "vat_unclear", 3: "vat_unclear"} | ({} if header == "p_tax" else {4: "vat_unclear"}),
    )
case(
    "class 0 is no rate, but 0 per cent is one",
    text("sku;name;price;Steuerschlüssel\nA1;Brot;1,20;0\nA2;Wein;2,20;0 %\n"),
    articles={"A2": ("2.20", 1, "H87", "0")},
    rules={2: "vat_unclear"},
)
case(
    "Gambio counts its levels of categories",
    text("""
XTSOL|p_model|p_stock|p_priceNoTax|p_tax|p_status|gm_min_order|gm_graduated_qty|p_vpe_status|p_name.de|p_cat.0|p_cat.1
XTSOL|K-1|7|41.1765|19.00|1|2|2|0|Kugelbahn|Spielzeug|Holz
XTSOL|K-2|7|8.3613|19.00|1|1|1|0|Greifling|Spielzeug|Holz
"""),
    columns={
        "article_number": "B",
        "price": "D",
        "minimum": "G",
        "interval": "H",
        "name": "J",
        "category": "K",
        "subcategory": "L",
        "attribute:XTSOL": None,
    },
    articles={"K-1": ("41.1765", 1, "H87", "19"), "K-2": ("8.3613", 1, "H87", "19")},
    check=lambda drafts: equal(drafts[0].category, "Spielzeug > Holz"),
)
case(
    "OXID writes OX before each of its words",
    text("""
OXID;OXARTNUM;OXTITLE;OXLONGDESC;OXPRICE;OXBPRICE;OXTPRICE;OXVAT;OXSTOCK;OXACTIVE;OXPIC1;OXUPDATEPRICE
a1;K-1;Kanne;Aus Steingut;24.9;11.5;29.9;19;4;1;kanne.jpg;0
a2;K-2;Becher;Aus Steingut;9.9;4.1;12.9;19;9;1;becher.jpg;0
"""),
    columns={"article_number": "B", "name": "C", "price": "E", "purchase_price": "F", "rrp": "G", "image": "K"},
    articles={"K-1": ("24.9", 1, "H87", "19"), "K-2": ("9.9", 1, "H87", "19")},
)
case(
    "PrestaShop says tax excluded",
    text("""
Reference #;Name *;Price tax excluded;Wholesale price;Minimal quantity
K-1;Kanne;24.90;;1
K-2;Becher;9.90;;6
"""),
    columns={"price": "C", "minimum": "E"},
    rules={2: "net_or_gross", 3: "net_or_gross"},
    statement=GROSS7,
)
case(
    "plentymarkets counts what is in store",
    text("""
Variation.number;ItemTexts.name1;VariationSalesPrice.price;VariationStock.netStock;VariationDefaultCategory.category
K-1;Kanne;24,90;4;Geschirr
K-2;Becher;9,90;9;Geschirr
"""),
    columns={"article_number": "A", "name": "B", "price": "C", "stock": "D", "category": "E"},
    articles={"K-1": ("24.9", 1, "H87", "19"), "K-2": ("9.9", 1, "H87", "19")},
)
