"""What cannot be had any more, by group, heading, sheet or a line of its own; what runs out is still for sale."""

from datetime import date

from tests.catalog.imports.workbooks import NET7, case, text, workbook

BREAD, PLAIT = ("1.20", 1, "H87", "7"), ("2.20", 1, "H87", "7")
THIS_YEAR = date.today().year


def grouped(word, *, gone):
    """Bread is for sale; the plait stands in the group, or below the heading."""
    facts = {"statement": NET7, "articles": {"1": BREAD} if gone else {"1": BREAD, "2": PLAIT}}
    data = text(f"Nr;Artikel;Warengruppe;Einheit;Preis\n1;Brot;Brote;Stk;1,20\n2;Zopf;{word};Stk;2,20\n")
    case(f"the group {word}", data, rules={3: "sold_out"} if gone else {}, **facts)
    data = text(f"Nr;Artikel;Einheit;Preis\n1;Brot;Stk;1,20\n;;;\n{word};;;\n2;Zopf;Stk;2,20\n")
    case(f"the heading {word}", data, rules={5: "sold_out"} if gone else {}, **facts)


for word in ("Ausgelistet", "Nicht mehr lieferbar", "nicht mehr lieferbar", "entfällt", "Archiv", "Vergriffen"):
    grouped(word, gone=True)
for word in ("Restposten", "Auslaufartikel", "Abverkauf", "Altbier", "Alt", "Archivboxen", "Entfetter"):
    grouped(word, gone=False)
case(
    "a line below an article says that it is gone",
    text(
        "Nr;Artikel;Einheit;Preis\n1;Brot;Stk;1,20\n;zur Zeit da;;\n2;Zopf;Stk;2,20\n;nicht lieferbar;;\n3;Eis;Stk;1\n"
    ),
    articles={"1": BREAD, "3": ("1", 1, "H87", "7")},
    rules={4: "sold_out"},
    statement=NET7,
)
case(
    "in the first column it may head what follows as well",
    text("Nr;Artikel;Einheit;Preis\n1;Brot;Stk;1,20\n2;Zopf;Stk;2,20\nnicht lieferbar;;;\n3;Eis;Stk;1\n"),
    articles={"1": BREAD},
    rules={3: "sold_out", 5: "sold_out"},
    statement=NET7,
)


def sheet(name, price):
    return name, [["Nr", "Artikel", "Einheit", "Preis netto"], ["1", "Brot", "Stk", price], ["2", "Zopf", "Stk", 2.2]]


case("a sheet of what is gone", workbook(sheet("Ausgelistet", 1.2)), rules={2: "sold_out", 3: "sold_out"})
case("a sheet of what runs out", workbook(sheet("Restposten", 1.2)), articles={"1": BREAD, "2": PLAIT}, statement=NET7)
for aside, list_ in (
    (f"Preise {THIS_YEAR - 1}", f"Preise {THIS_YEAR}"),
    (f"{THIS_YEAR + 1}", f"{THIS_YEAR}"),
    ("alt", "Preise"),
    ("Archiv", "Preise"),
    ("Kopie von Preise", "Preise"),
    ("Ausgelistet", "Sortiment"),
    ("EK", "VK"),
):
    case(
        f"the sheet {list_} beside {aside}",
        workbook(sheet(aside, 9.2), sheet(list_, 1.2)),
        sheet=list_,
        articles={"1": BREAD, "2": PLAIT},
        statement=NET7,
    )
case("a sheet of what the house pays", workbook(sheet("EK", 1.2)), rules={2: "not_for_trade", 3: "not_for_trade"})
for note, gone in {
    "Sortiment 2025, entfällt": True,
    "alte Sorte - entfällt ersatzlos": True,
    "Versandkosten entfallen": False,
    "Zuschlag entfällt, frei Haus": False,
}.items():
    case(
        f"remarked: {note}",
        text(f'Nr;Artikel;Preis netto;Bemerkung\n1;Brot;3,00;"{note}"\n2;Käse;4,00;'),
        rules={2: "sold_out"} if gone else {},
    )
