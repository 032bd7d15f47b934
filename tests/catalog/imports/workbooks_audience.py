"""EK beside UVP: the price for dealers where the list addresses them, and never what the house pays itself."""

from catalog.imports import Memory
from catalog.imports.columns.plan import fingerprint_of
from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

BREAD, PLAIT = ("1.20", 1, "H87", "7"), ("2.20", 1, "H87", "7")
HEADERS = ["Nr", "Artikel", "Einheit", "EK", "UVP"]
ROWS = "1;Brot;Stk;1,20;2,50\n2;Zopf;Stk;2,20;4,50\n"


def without_prices(drafts):
    """Nothing of the column that may be the house's own is kept anywhere."""
    kept = repr([(draft.price, draft.rrp, draft.attributes, draft.findings) for draft in drafts])
    equal([found for found in ("1,20", "1.20", "2,20", "2.20") if found in kept], [])


def beside_uvp(name, title, *, ek="EK", uvp="UVP", rows=ROWS, memory=None, rule="", more="", **facts):
    """`rule` "" for a list whose EK is the price."""
    if rule:
        facts |= {"rules": {3: rule, 4: rule}, "check": without_prices}
    else:
        facts |= {"articles": {"1": BREAD, "2": PLAIT}, "columns": {"price": "D", "rrp": "E"}}
    data = text(f"{title};;;;\nNr;Artikel;Einheit;{ek};{uvp}{more}\n{rows}")
    case(f"EK: {name}", data, header_row=2, statement=NET7, memory=memory, **facts)


for title in (
    "Preisliste Wiederverkäufer",
    "EK-Preisliste Fachhandel",
    "Händlerpreisliste 2026",
    "Preise für den Fachhandel",
    "Müller GmbH – Preise für unsere Handelspartner",
    "Dealer price list",
):
    beside_uvp(title, title)
beside_uvp("net", "Händlerpreisliste", ek="EK netto", uvp="UVP inkl. MwSt.")
beside_uvp("of dealers, by its header", "Preise für Wiederverkäufer", ek="HEK")
beside_uvp("and what the shop asks", "Händlerpreisliste", ek="EK netto", uvp="VK brutto")
for title in ("Preisliste 2026", "Weinhandel Kern KG", "Händlerpreise auf Anfrage", "Kein Verkauf an Wiederverkäufer"):
    beside_uvp(f"without evidence: {title}", title, rule="dealers_price")
beside_uvp("of dealers, without evidence around", "Preisliste 2026", ek="Händler-EK", rule="dealers_price")
beside_uvp(
    "dearer than in the shop", "Händlerpreisliste", uvp="UVP", rows=ROWS.replace("2,50", "1,10"), rule="dealers_price"
)
beside_uvp(
    "beside a margin", "Händlerpreisliste", more=";Marge", rows=ROWS.replace("50\n", "50;40 %\n"), rule="dealers_price"
)
ANSWERED = {
    answer: Memory(answers={fingerprint_of(HEADERS): {"dealers_price": answer}}) for answer in ("dealers", "own")
}
beside_uvp("as a person said", "Preisliste 2026", memory=ANSWERED["dealers"])
beside_uvp("the house's own, as a person said", "Preisliste 2026", memory=ANSWERED["own"], rule="price_column_unclear")
beside_uvp("the house's own in a list of suppliers", "Lieferanten intern", rule="price_column_unclear")
case(
    "EK: alone in a list for dealers",
    text("Händlerpreisliste;;;\nNr;Artikel;Einheit;EK netto\n1;Brot;Stk;1,20\n"),
    header_row=2,
    columns={"purchase_price": "D"},
    rules={3: "dealers_price"},
    check=without_prices,
)
for title, found in (
    ("Händlerpreisliste", {"rules": {3: "dealers_price", 4: "dealers_price"}}),
    ("Preisliste", {"articles": {"1": BREAD, "2": PLAIT}}),
):
    case(
        f"EK: beside VK, {title}",
        text(f"{title};;;;\nNr;Artikel;Einheit;EK;VK\n1;Brot;Stk;0,40;1,20\n2;Zopf;Stk;1,20;2,20\n"),
        header_row=2,
        columns={"purchase_price": "D", "price": "E"},
        statement=NET7,
        **found,
    )
case(
    "EK: beside the price for dealers",
    text("Nr;Artikel;Einheit;EK;Händlerpreis;UVP\n1;Brot;Stk;0,40;1,20;2,50\n"),
    columns={"purchase_price": "D", "price": "E", "rrp": "F"},
    articles={"1": BREAD},
    statement=NET7,
)
for words, rule in (
    ("EK-Preise netto", "not_for_trade"),
    ("Alle Preise sind EK netto", "not_for_trade"),
    ("Händlerpreisliste - Alle Preise sind EK netto", ""),
    ("EK-Preise netto für den Fachhandel", ""),
    ("Bäckerei Kern eK - Preise netto", ""),
):
    case(
        f"EK: around the list, {words}",
        text(f"{words};;;\nNr;Artikel;Einheit;Preis\n1;Brot;Stk;1,20\n"),
        header_row=2,
        articles={} if rule else {"1": BREAD},
        rules={3: rule} if rule else {},
        statement=NET7,
    )
case(
    "the list for customers beside what the house reckons",
    workbook(
        (
            "Kalkulation intern",
            [["Nr", "Artikel", "EK", "VK netto"], ["1", "Pesto", 2.1, 3.8], ["2", "Senf", 1.9, 3.4]],
        ),
        (
            "Preisliste",
            [["Nr", "Artikel", "Einheit", "Preis netto"], ["1", "Pesto", "Glas", 3.9], ["2", "Senf", "Glas", 3.5]],
        ),
    ),
    sheet="Preisliste",
    articles={"1": ("3.9", 1, "XJR", "19"), "2": ("3.5", 1, "XJR", "19")},
)
case(
    "what the house buys, and from whom",
    text("Rohstoff;Lieferant;Gebinde;Preis/kg netto\nMehl;Mühle Gröna;25 kg;0,62\nHefe;Hefe-Union;1 kg;2,10"),
    rules={2: "not_for_trade", 3: "not_for_trade"},
)
case(
    "from whom the house buys what it sells",
    text("Nr;Artikel;Lieferant;VK netto\n1;Kerze;Wachshof;2,60\n2;Docht;Garnhaus;0,40"),
    articles={"1": ("2.6", 1, "H87", "19"), "2": ("0.4", 1, "H87", "19")},
)
