"""Lists that look like something else: like our own export, like years or sizes, like keys of a shop."""

from __future__ import annotations

from catalog.imports import Memory
from catalog.imports.columns.plan import fingerprint_of
from tests.catalog.imports.workbooks import GROSS7, NET, case, equal, text

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
    rules={2: "price_in_cents"},
)
case(
    "a shop's key for the tax",
    text("name;unit;price;id_tax_rules_group\nBrot;Stk;10,00;7\nZopf;Stk;12,00;19"),
    rules={2: "vat_unclear", 3: "vat_unclear"},
    statement=GROSS7,
)
case(
    "class 0, once a person has said what it is",
    text("name;unit;price;tax_class_id\nBrot;Stk;10,00;0"),
    articles={"Brot": ("10", 1, "H87", "0")},
    memory=Memory(vat={"0": "0"}),
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
