"""Headers of German business programs: things of selling that are no price, price lists, surcharges, steps, rates."""

from catalog.imports import Memory, Statement, read
from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

case(
    "a program's words for units, price lists and taxes",
    text("""
Artikelnr.;Artikelbeschreibung;Verkaufs-ME;Artikel pro VK-Einheit;Preisliste 01 netto;Steuerkennzeichen %
A1;Handschuhe M;Pkg.;100;6,90;19
A2;Krepp;Rolle;1;4,25;19
A3;Mullbinden;Pkg.;20;5,20;7
"""),
    columns={"content_per_unit": "D", "price": "E", "vat_rate": "F", "unit": "C"},
    articles={
        "A1": ("6.90", 1, "XPK", "19"),
        "A2": ("4.25", 1, "XRO", "19"),
        "A3": ("5.20", 1, "XPK", "7"),
    },
    statement=Statement("net", None),
)
case(
    "selling words beside the price of sale",
    text("""
Nr.;Beschreibung;VK-Mengeneinheit;VK-Menge;VK-Text;VK-Preis netto;Produktbuchungsgruppe
A1;Brot;Stk;12;frisch;3,20;HANDEL
A2;Zopf;Stk;10;süß;4,10;HANDEL
"""),
    columns={"price": "F", "unit": "C"},
    articles={"A1": ("3.20", 1, "H87", "7"), "A2": ("4.10", 1, "H87", "7")},
    statement=NET7,
    check=lambda drafts: equal(["HANDEL" in map(str, draft.attributes.values()) for draft in drafts], [False] * 2),
)
case(
    "two price lists are two prices",
    text("""
Artikelnr.;Bezeichnung;Preisliste 01 netto;Preisliste 02 netto
A1;Tisch;100,50;90,50
A2;Stuhl;50,25;45,75
"""),
    rules={2: "several_prices", 3: "several_prices"},
)
case(
    "the name of a price list is no price",
    text("""
Artikelnr.;Bezeichnung;Preis;Preisliste 01
A1;Tisch;100,50;Standard
A2;Stuhl;50,25;Standard
"""),
    articles={"A1": ("100.50", 1, "H87", "19"), "A2": ("50.25", 1, "H87", "19")},
)
case(
    "a price beside its unit of order",
    text("""
Artikelnr;Bezeichnung;Einheit;Preis/Einheit netto EUR
A1;Kamm;kg;9,45
A2;Sülze;Glas;2,95
"""),
    columns={"price": "D"},
    articles={"A1": ("9.45", 1, "KGM", "19"), "A2": ("2.95", 1, "XJR", "19")},
)


def steps(*rows):
    header = "nummer;name_de;verkaufspreis1netto;verkaufspreis1menge;verkaufspreis2netto;verkaufspreis2menge"
    return text("\n".join([header, *rows]))


case(
    "numbered prices with the quantities from which they hold",
    steps("A1;Ordner;1,79;1;1,49;20", "A2;Block;0,58;1;0,48;50"),
    columns={"price": "C", "step_price": "E", "step_bound": "F"},
    articles={"A1": ("1.79", 1, "H87", "19"), "A2": ("0.58", 1, "H87", "19")},
    check=lambda drafts: equal([draft.steps[-1][0] for draft in drafts], [20, 50]),
)
case(
    "one such price, for one",
    text("nummer;name_de;verkaufspreis1netto;verkaufspreis1menge\nA1;Ordner;1,79;1\nA2;Block;0,58;1"),
    articles={"A1": ("1.79", 1, "H87", "19"), "A2": ("0.58", 1, "H87", "19")},
)
case(
    "one such price, from a hundred or for a hundred",
    text("nummer;name_de;verkaufspreis1netto;verkaufspreis1menge\nA1;Niet;1,79;100\nA2;Dübel;0,58;100"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
)


def more(header, *amounts, answered=False):
    lines = [f"A{number};Ware {number};10,50;{amount}" for number, amount in enumerate(amounts, 1)]
    data = text("\n".join([f"Nr;Artikel;Preis netto;{header}", *lines]))
    memory = Memory(answers={read(data).plan.headers_fingerprint: {"surcharge_open": "taken"}}) if answered else None
    return {"data": data, "memory": memory}


TWO = {"A1": ("10.50", 1, "H87", "19"), "A2": ("10.50", 1, "H87", "19")}
case(
    "what another size costs more",
    **more("Aufpreis XXL", "2,00", "2,50"),
    articles=TWO,
    columns={"price": "C", "attribute:Aufpreis XXL": "D"},
)
for header in ("Druckvor- kosten", "Druckvorkosten", "Rüst-Kosten", "Einrichtungskosten netto", "Klischeepauschale"):
    case(
        f"what each order costs once: {header}",
        **more(header, "45,00", "12,50"),
        articles=TWO,
        columns={f"attribute:{header}": "D"},
    )
case("what goods cost the house", **more("Material-Kosten", "5,00", "4,50"), columns={"purchase_price": "D"})
for header in ("Kupferzuschlag", "Energiezuschlag €", "Aufpreis", "Mehrpreis netto"):
    case(
        f"perhaps a part of every price: {header}",
        **more(header, "1,20", "0,80"),
        rules={2: "surcharge_open", 3: "surcharge_open"},
    )
case("the supplier said that it is included", **more("Kupferzuschlag", "1,20", "0,80", answered=True), articles=TWO)
case("no surcharge at all", **more("Energiezuschlag", "0,00", "0,00"), articles=TWO)
case("the house's own reckoning", **more("Aufschlag %", "35", "40"), articles=TWO, columns={"internal": "D"})
case(
    "a price that takes its surcharge in",
    text("Nr;Artikel;Preis netto inkl. 8 % Energiezuschlag\nA1;Ware 1;10,50\nA2;Ware 2;10,50"),
    articles=TWO,
)
case(
    "a price that takes the costs of each order in",
    text("Nr;Artikel;Preis netto inkl. Druckvorkosten\nA1;Ware 1;10,50\nA2;Ware 2;10,50"),
    articles=TWO,
)
case(
    "the step in which goods are ordered",
    text("Nr;Artikel;Preis netto;Mindestmenge;Abnahmeschritt\nA1;Ware 1;10,50;12;6\nA2;Ware 2;10,50;1;1"),
    articles=TWO,
    check=lambda drafts: equal([draft.interval for draft in drafts], [6, 1]),
)
case(
    "a column of prices for each rate",
    text("""
Nr.;Artikel;Einheit;netto (7 % MwSt.);netto (19 % MwSt.)
T1;Brötchen;Stück;2,10;
T2;Wasser;Flasche;;1,20
T3;Spieß;Stück;1,80;2,00
"""),
    articles={"T1": ("2.10", 1, "H87", "7"), "T2": ("1.20", 1, "XBO", "19")},
    rules={4: "several_prices"},
    statement=Statement(),
)
case(
    "steps in rows, the smallest not first",
    text("""
Artikelnr;Bezeichnung;ab Menge;Einzelpreis netto
W1;Feuerzeug;500;0,42
W1;Feuerzeug;100;0,55
W1;Feuerzeug;1000;0,36
W2;Schirm;10;8,90
W2;Schirm;50;9,60
"""),
    articles={"W1": ("0.55", 1, "H87", "19")},
    rules={5: "step_rises"},
    check=lambda drafts: equal([step[0] for step in drafts[0].steps], [100, 500, 1000]),
)
case(
    "two lists whose headers name their goods",
    workbook(
        (
            "Liste",
            [
                ["Nr.", "Stumpenkerzen", "Preis", None, "Nr.", "Spitzkerzen", "Preis"],
                ["S1", "Stumpen rot", 1.45, None, "Z1", "Spitzkerze rot", 0.62],
                ["S2", "Stumpen weiß", 1.55, None, "Z2", "Spitzkerze weiß", 0.98],
            ],
        )
    ),
    articles={
        "S1": ("1.45", 1, "H87", "19"),
        "S2": ("1.55", 1, "H87", "19"),
        "Z1": ("0.62", 1, "H87", "19"),
        "Z2": ("0.98", 1, "H87", "19"),
    },
)
case(
    "prices of bags by what is in them",
    text("""
Nettopreise in Euro je Beutel
Art.-Nr.;Gewürz;100 g;500 g;1 kg
G1;Paprika;1,60;5,90;10,40
G2;Kümmel;1,35;4,60;8,20
"""),
    header_row=2,
    check=lambda drafts: equal(
        [(draft.unit, str(draft.price), draft.content) for draft in drafts[:2]],
        [("XBG", "1.6000", 100), ("XBG", "5.9000", 500)],
    ),
    articles={
        f"{number}-{size}": (price, 1, "XBG", "19")
        for number, prices in {"G1": ("1.60", "5.90", "10.40"), "G2": ("1.35", "4.60", "8.20")}.items()
        for size, price in zip(("100g", "500g", "1kg"), prices, strict=True)
    },
)
CHEESES = """
Art.-Nr.;Käse;Stückgewicht g;€/Stück netto;€/kg netto
C1;Camembert;250;4,50;18,00
C2;Rotkultur;200;3,80;19,00
C3;Taler;150;2,70;18,00
C4;Ziegenrolle;200;4,60;23,00
C5;Ecke;300;4,80;16,00
C6;Blauschimmel;200;4,20;12,00
"""
case(
    "a price per piece and per kilogram, with what a piece weighs",
    text(CHEESES),
    articles={
        "C1": ("4.50", 1, "H87", "19"),
        "C2": ("3.80", 1, "H87", "19"),
        "C3": ("2.70", 1, "H87", "19"),
        "C4": ("4.60", 1, "H87", "19"),
        "C5": ("4.80", 1, "H87", "19"),
    },
    rules={7: "prices_disagree"},
)
