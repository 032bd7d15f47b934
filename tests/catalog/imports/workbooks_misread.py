"""Lists that look like something else: like our own export, like years or sizes, like keys of a shop."""

from __future__ import annotations

from decimal import Decimal

from catalog.imports import Memory
from catalog.imports.columns.plan import fingerprint_of
from tests.catalog.imports.workbooks import GROSS7, NET, NET7, case, equal, text, workbook

case(
    "in two languages, by names that our export has too",
    text("article_number;name;name_en;description;description_en;unit;price;vat_rate\n1;Brot;Bread;x;y;Stk;10.00;7"),
    rules={2: "net_or_gross"},
    statement=GROSS7,
)
case(
    "a year between the price and what it is for",
    text("Artikel;Preis 2026 kg\nKäse;10,00\nWurst;12,00"),
    articles={"Käse": ("10", 1, "KGM", "19"), "Wurst": ("12", 1, "KGM", "19")},
)
case(
    "cents beside steps that are none",
    text("Artikel;Einheit;Preis in Cent;ab 10;ab 100\nBrot;Stk;450;4,40;4,30"),
    rules={2: "cents_or_euro"},
)
case(
    "a shop's key for the tax",
    text("name;unit;price;id_tax_rules_group\nBrot;Stk;10,00;7\nZopf;Stk;12,00;19"),
    rules={2: "vat_unclear", 3: "vat_unclear"},
    statement=GROSS7,
)
case(
    "one letter may be a size or a unit",
    text("Artikel;Preis\nT-Shirt blau, l;10,00\nHemd (m);11,00\nKabel, m;12,00\nHose, L;13,00"),
    articles={"Hose, L": ("13", 1, "H87", "19")},
    rules={2: "unit_in_name", 3: "unit_in_name", 4: "unit_in_name"},
)
for answer, unit in (("name", "MTR"), ("list", "H87")):
    case(
        f"one letter, once a person has said what it is: {answer}",
        text("Artikel;Preis\nKabel, m;12,00"),
        articles={"Kabel, m": ("12", 1, unit, "19")},
        memory=Memory(answers={fingerprint_of(["Artikel", "Preis"]): {"unit_in_name": answer}}),
    )
for title, prices in (
    ("Preisliste für Händler", "Listenpreis;Händler-EK"),
    ("Sortiment", "VK netto;Händler-EK"),
    ("Preisliste Wiederverkäufer", "VK;EK netto"),
):
    case(
        f"what dealers pay beside another price: {prices}",
        text(f"{title}\n\nArtikel;Einheit;{prices}\nBank;Stk;19,00;10,00\nTisch;Stk;29,00;20,00"),
        header_row=3,
        columns={"purchase_price": "D"},
        rules={4: "dealers_price", 5: "dealers_price"},
    )
HEADERS = ["Artikel", "Einheit", "Listenpreis", "Händler-EK"]
LIST = ";".join(HEADERS) + "\nBank;Stk;19,00;10,00\nTisch;Stk;29,00;20,00"
case(
    "the dealers' price beside a list price, once a person has said so",
    text(LIST),
    columns={"price": "D", "list_price": "C"},
    articles={"Bank": ("10", 1, "H87", "19"), "Tisch": ("20", 1, "H87", "19")},
    memory=Memory(answers={fingerprint_of(HEADERS): {"dealers_price": "dealers"}}),
)
case(
    "the dealers' price, once a person has said that the column is none",
    text("Preisliste für Händler\n\nArtikel;Einheit;EK\nBank;Stk;10,00\nTisch;Stk;20,00"),
    header_row=3,
    memory=Memory(columns={fingerprint_of(["Artikel", "Einheit", "EK"]): {"C": ""}}),
    check=lambda drafts: equal([draft.price for draft in drafts], [None, None]),
)
case(
    "years are no print runs",
    text("Artikel;Auflage 2025;Auflage 2026\nKalender;9,90;10,90\nBuch;19,90;20,90"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
)
case(
    "goods that are called like a sum",
    text("Artikel;Einheit;Preis\nKanne;Kanister;9,90\nTotal 5;Kanister;20,00\nTotal;Kanister;21,00\nSumme;;50,90"),
    articles={"Kanne": ("9.9", 1, "XCI", "19")},
    rules={3: "fee_maybe", 4: "fee_maybe"},
    outcomes={5: "skipped sum"},
    statement=NET,
)
for header in ("Preis Hotel Fürstenhof", "Preis Firma Krause"):
    case(
        f"agreed with one customer: {header}",
        text(
            f"Nr;Artikel;VK netto;UVP brutto;{header}\n1;Tuch;7,90;14,90;6,83\n2;Laken;3,95;7,50;3,37\n3;Decke;9;18;8"
        ),
        columns={"price": "C"},
        rules={2: "net_gross_mismatch", 3: "net_gross_mismatch", 4: "net_gross_mismatch"},
    )
for header in ("Preis Fa. Krause netto", "Preis Krause GmbH netto", "Preis Krause netto", "Nettopreis EDEKA"):
    case(
        f"perhaps agreed with one customer: {header}",
        text(f"Nr;Artikel;Listenpreis netto;{header}\n1;Tuch;7,90;6,83\n2;Laken;3,95;3,37\n3;Decke;9;8"),
        columns={"price": "C", "unclear_price": "D"},
        rules={2: "price_column_unclear", 3: "price_column_unclear", 4: "price_column_unclear"},
    )
for header in (
    "Preis netto",
    "Nettopreis",
    "Ihr Preis",
    "Händlerpreis netto",
    "Preis Stück netto",
    "Preis EUR",
    "Aktueller Preis",
):
    case(
        f"{header} beside a list price",
        text(f"Nr;Artikel;Listenpreis netto;{header}\n1;Tuch;7,90;6,83\n2;Laken;3,95;3,37\n3;Decke;9;8"),
        columns={"list_price": "C", "price": "D"},
        articles={n: (price, 1, "H87", "19") for n, price in (("1", "6.83"), ("2", "3.37"), ("3", "8"))},
    )
case(
    "for hotels, of which there are many",
    text("Nr;Artikel;Preis;Preis Hotels netto\n1;Tuch;7,90;6,83\n2;Laken;3,95;3,37"),
    articles={"1": ("6.83", 1, "H87", "19"), "2": ("3.37", 1, "H87", "19")},
)
case(
    "steps under a header that says only net",
    text("Nr;Artikel;netto;netto ab 12 St.\n1;Rassel;6,20;5,70\n2;Igel;5,40;4,95"),
    columns={"price": "C", "step_price": "D"},
    check=lambda drafts: equal(
        [[str(price) for _, price in draft.steps] for draft in drafts], [["5.7000"], ["4.9500"]]
    ),
)
case(
    "cheeses of about a weight are sold by it",
    text("Käse;Laib ca.;€/kg netto\nSchnittkäse;2,5 kg;22,90\nBergziege;4 kg;31,00\nRolle;0,2 kg;19,80"),
    articles={
        "Schnittkäse": ("22.9", 1, "KGM", "19"),
        "Bergziege": ("31", 1, "KGM", "19"),
        "Rolle": ("19.8", 1, "KGM", "19"),
    },
)
case(
    "what the price's header calls the pack",
    text("Sorte;Sack;Preis/Sack netto\nLaura;25 kg;14,50\nLa Ratte;10 kg;21,00"),
    articles={"Laura": ("14.5", 1, "XSA", "19"), "La Ratte": ("21", 1, "XSA", "19")},
)
case(
    "deposits of all bottles and of the crate",
    text(
        "Nr;Getränk;Gebinde;Preis Gebinde;Pfand Flaschen gesamt;Pfand Kasten leer\n"
        "1;Quelle;Kasten 12 x 0,7 l;4,20;1,80;1,50\n2;Pils;Kasten 20 x 0,5 l;12,90;1,60;1,50"
    ),
    articles={"1": ("4.2", 1, "XCS", "19"), "2": ("12.9", 1, "XCS", "19")},
    check=lambda drafts: equal([one.deposit for one in drafts], [Decimal("3.30"), Decimal("3.10")]),
)
case(
    "a rate in a remark",
    text("Pilz;Einheit;EUR netto;Bemerkungen\nAustern;kg;7,40;Kiste 3 kg\nBrut-Set;Stück;12,00;19 % MwSt."),
    articles={"Austern": ("7.4", 1, "KGM", "7"), "Brut-Set": ("12", 1, "H87", "19")},
    statement=NET7,
)
case(
    "a workshop's price is no former one",
    text("Nr;Teil;Werkstattpreis;UVP\n1;Bremse;6,20;9,95\n2;Kette;5,40;8,95"),
    columns={"price": "C", "rrp": "D"},
)
case(
    "a title over two lines of headers",
    workbook(
        (
            "Preise",
            [
                ["Preise in EUR netto je Stück, gestaffelt nach Bestellmenge", "", "", "", ""],
                ["", "", "", "Stückpreis netto bei Abnahme", ""],
                ["Modell", "Artikel", "Größen", "ab 1 St.", "ab 25 St."],
                ["TS100", "T-Shirt", "S-XXL", 7.9, 6.9],
                ["TS110", "Hemd", "XS-XL", 8.9, 7.9],
            ],
        )
    ),
    header_row=3,
    columns={"article_number": "A", "name": "B"},
)
case(
    "the week of an offer",
    text("Angebot für die Woche 49 (30.11. – 05.12.)\n\nKultur;pro;Preis netto\nPorree;kg;2,60\nFeldsalat;kg;14,50"),
    header_row=3,
    articles={"Porree": ("2.6", 1, "KGM", "19"), "Feldsalat": ("14.5", 1, "KGM", "19")},
)
case(
    "one of each, and some are sold",
    text("Lfd.-Code;Bauelement;Preis;Status\nBE-01;Tür;280,00;\nBE-02;Fenster;345,00;verkauft\nBE-03;Ofen;950,00;"),
    check=lambda drafts: equal([draft.online is False for draft in drafts], [False, True, False]),
)
case(
    "bottles in the packs that have a price",
    text(
        "Öl;Flasche;VE (Fl.);Preis pro VE netto\nLeinöl;250 ml;6;32,40\nRapsöl;500 ml;6;24,00\nWalnuss;100 ml;12;78,00"
    ),
    columns={"price": "D", "content": "B"},
    articles={
        name: (price, 1, "XPK", "19") for name, price in (("Leinöl", "32.4"), ("Rapsöl", "24"), ("Walnuss", "78"))
    },
)
case(
    "bottles whose packs have a price, of how many nobody says",
    text("Öl;Flasche;Preis pro VE netto\nLeinöl;250 ml;32,40\nRapsöl;500 ml;24,00"),
    check=lambda drafts: equal({draft.outcome for draft in drafts}, {"held_back"}),
    rules={2: "price_unit_differs", 3: "price_unit_differs"},
)
for header, rule in (
    ("Preis inkl. MwSt. und Pfand", "price_column_unclear"),
    ("Preis inkl. Pfand", "price_column_unclear"),
):
    case(
        f"the deposit is in the price: {header}",
        text(f"Artikel;{header}\nSaft 1 l;2,05\nMilch 1 l;1,75"),
        rules={2: rule, 3: rule},
        statement=GROSS7,
    )
for header in ("Karton", "Kiste", "Tray", "Flaschen pro Karton", "Stück/Karton"):
    case(
        f"bare counts below {header}",
        text(f"Artikel;{header};Preis\nRiesling;6;8,50\nSecco;12;6,50"),
        rules={2: "pack_or_piece", 3: "pack_or_piece"},
    )
    case(
        f"bare counts below {header}, beside a price of one",
        text(f"Artikel;{header};Preis/Flasche\nRiesling;6;8,50\nSecco;12;6,50"),
        articles={"Riesling": ("8.5", 1, "XBO", "19"), "Secco": ("6.5", 1, "XBO", "19")},
    )
