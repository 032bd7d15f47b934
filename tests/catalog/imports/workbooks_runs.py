"""Invented lists of printers: prices for whole runs, and quantities from which they print."""

from __future__ import annotations

from decimal import Decimal

from catalog.imports import Memory, read
from tests.catalog.imports.workbooks import case, equal, text, workbook

RUNS = {
    "Flyer 100 Stück": ("49", 1, "XPK", "19"),
    "Flyer 250 Stück": ("69", 1, "XPK", "19"),
    "Plakat 100 Stück": ("29", 1, "XPK", "19"),
    "Plakat 250 Stück": ("39", 1, "XPK", "19"),
}
case(
    "runs in two lines of headings",
    workbook(
        (
            "Druck",
            [["Produkt", "Auflage", None], [None, 100, 250], ["Flyer", 49.0, 69.0], ["Plakat", 29.0, 39.0]],
        )
    ),
    columns={"name": "A", "price": "B", "size_price": "C"},
    articles=RUNS,
    check=lambda drafts: equal(
        [(one.content, one.content_unit) for one in drafts[:2]], [(Decimal(100), "H87"), (Decimal(250), "H87")]
    ),
)
for first, second in (("Auflage 100", "Auflage 250"), ("100 Stk.", "250 Stk."), ("Preis 100 Stück", "Preis 250 Stück")):
    case(
        f"runs under {first}",
        text(f"Produkt;Einheit;{first};{second}\nFlyer;Stück;49,00;69,00\nPlakat;Stück;29,00;39,00"),
        columns={"price": "C", "size_price": "D"},
        check=lambda drafts: equal([one.unit for one in drafts], ["XPK"] * 4),
    )
for first, second, third in (("100", "250", "1.000"), ("100 Stk.", "250", "1.000"), ("Auflage 100", "250", "1000")):
    case(
        f"a line of headings that ends in quantities: {first}, {second}, {third}",
        text(
            f"Druckerei Falz, Preise netto;;;;\n\nProdukt;Papier;{first};{second};{third}\n"
            "Flyer;135 g;49,00;69,00;99,00\nPlakat;90 g;29,00;39,00;59,00"
        ),
        header_row=3,
        columns={"name": "A", "attribute:Papier": "B", "price": "C", "size_price": "D", "size_price_2": "E"},
        check=lambda drafts: equal([one.unit for one in drafts], ["XPK"] * 6),
    )
case(
    "metres perhaps, where nothing speaks of pieces",
    text("Artikel;Farbe;10;20;50\nHanfseil;natur;9,80;18,90;44,00\nJuteseil;braun;7,90;14,90;36,00"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
)
case(
    "what falls with the number is for one piece, or nobody knows",
    text("Produkt;100 Stück;250 Stück\nFlyer;0,49;0,29\nPlakat;0,29;0,19"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
)
case(
    "one price does not rise: perhaps for one piece after all",
    text("Produkt;100 Stück;250 Stück\nFlyer;49,00;69,00\nPlakat;29,00;29,00"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
)
case(
    "for a hundred and for a thousand",
    text("Produkt;Preis je 100 Stück netto;Preis je 1000 Stück netto\nFlyer;49,00;199,00\nPlakat;29,00;139,00"),
    rules={2: "several_prices", 3: "several_prices"},
)
case(
    "steps that rise are perhaps for all of them",
    text("Produkt;Preis netto;ab 250 Stück;ab 500 Stück\nFlyer;49,00;69,00;99,00\nPlakat;0,90;0,80;0,70"),
    articles={"Plakat": ("0.9", 1, "H87", "19")},
    rules={2: "step_rises"},
)
for header in ("Auflage ab", "Mindestauflage", "Min. Auflage"):
    case(
        f"{header} is a minimum, of which the price may be the whole",
        text(f"Produkt;{header};Preis netto\nFlyer;1000;49,00\nPlakat;250;29,00"),
        columns={"minimum": "B"},
        rules={2: "all_or_piece", 3: "all_or_piece"},
    )
case(
    "a minimum of a run at a price per piece",
    text("Produkt;Mindestauflage;Stückpreis netto\nFlyer;1000;0,05\nPlakat;250;0,90"),
    articles={"Flyer": ("0.05", 1, "H87", "19"), "Plakat": ("0.9", 1, "H87", "19")},
    check=lambda drafts: equal([one.minimum for one in drafts], [Decimal(1000), Decimal(250)]),
)


def runs(data, answer):
    """The list with the supplier's answer what its prices are for."""
    return {"data": data, "memory": Memory(answers={read(data).plan.headers_fingerprint: {"all_or_piece": answer}})}


def sold(*wanted):
    """(content, minimum) of each article."""
    return lambda drafts: equal([(one.content, one.minimum) for one in drafts], list(wanted))


for header in ("Auflage", "Mindestauflage", "ab Menge"):
    FLYERS = text(f"Produkt;{header};Preis netto\nFlyer;1000;49,00\nPlakat;250;29,00")
    case(f"{header} beside a price", FLYERS, rules={2: "all_or_piece", 3: "all_or_piece"})
    case(
        f"{header}: the supplier said that each costs that",
        **runs(FLYERS, "piece"),
        articles={"Flyer": ("49", 1, "H87", "19"), "Plakat": ("29", 1, "H87", "19")},
        check=sold((None, None), (None, None)) if header == "Auflage" else sold((None, 1000), (None, 250)),
    )
    case(
        f"{header}: the supplier said that all of them cost that",
        **runs(FLYERS, "all"),
        articles={"Flyer": ("49", 1, "XPK", "19"), "Plakat": ("29", 1, "XPK", "19")},
        check=sold((1000, None), (250, None)),
    )
case(
    "small quantities are those that are sold at least",
    text("Produkt;ab Menge;Preis netto\nKerze;6;4,90\nSeife;12;2,90"),
    articles={"Kerze": ("4.9", 1, "H87", "19"), "Seife": ("2.9", 1, "H87", "19")},
    check=sold((None, 6), (None, 12)),
)
case(
    "unless the list has runs as well",
    text("Produkt;ab Menge;Preis netto\nKarte;25;9,90\nFlyer;500;29,00"),
    rules={2: "all_or_piece", 3: "all_or_piece"},
)
case(
    "steps are for one each",
    text("Produkt;ab Menge;Preis netto\nKerze;1;4,90\nKerze;100;3,90\nSeife;1;2,90\nSeife;100;2,50"),
    articles={"Kerze": ("4.9", 1, "H87", "19"), "Seife": ("2.9", 1, "H87", "19")},
)
case(
    "a minimum beside a unit",
    text("Produkt;Einheit;ab Menge;Preis netto\nKabel;m;100;0,90\nRohr;m;50;2,90"),
    articles={"Kabel": ("0.9", 1, "MTR", "19"), "Rohr": ("2.9", 1, "MTR", "19")},
)
CARTONS = text("Artikel;Preis netto;Mindestabnahme\nSeife;14,40;1 Karton\nKerze;20,00;2 Kartons\nDocht;0,50;10 Stück")
case("at least some cartons in a list without units", CARTONS, rules={2: "all_or_piece", 3: "all_or_piece"})
case(
    "at least some cartons, which all together cost that",
    **runs(CARTONS, "all"),
    articles={
        "Seife": ("14.4", 1, "XCT", "19"),
        "Kerze": ("20", 2, "XCT", "19"),
        "Docht": ("0.5", 1, "H87", "19"),
    },
    check=sold((None, None), (None, 2), (None, 10)),
)
