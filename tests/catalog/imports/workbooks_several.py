"""Invented lists whose rows hold several articles: lists side by side, one price for each size."""

from __future__ import annotations

from decimal import Decimal

from catalog.imports import Memory, read
from tests.catalog.imports.workbooks import GROSS7, NET7, case, equal, text, workbook

case(
    "two lists side by side",
    workbook(
        (
            "Liste",
            [
                ["Preisliste netto"],
                ["Nr", "Artikel", "Einheit", "Preis", None, "Nr", "Artikel", "Einheit", "Preis"],
                ["Brot", None, None, None, None, "Kuchen"],
                ["1", "Roggenbrot", "Stk", 3.5, None, "11", "Apfelkuchen", "Stk", 12],
                ["2", "Mischbrot", "Stk", 3.2, None, "12", "Mohnkuchen", "Stk", "auf Anfrage"],
                ["3", "Toast", "Stk", 2.2],
                [None, None, None, None, None, "13", "Torte", "Stk", 28],
                ["Alle Preise zzgl. 7 % MwSt."],
            ],
        )
    ),
    header_row=2,
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={
        "1": ("3.5", 1, "H87", "7"),
        "2": ("3.2", 1, "H87", "7"),
        "3": ("2.2", 1, "H87", "7"),
        "11": ("12", 1, "H87", "7"),
        "13": ("28", 1, "H87", "7"),
    },
    outcomes={8: "skipped footer"},
    rules={5: "price_on_request"},
    statement=NET7,
    check=lambda drafts: equal(
        [
            [(draft.category, finding.column) for finding in draft.findings] or draft.category
            for draft in drafts
            if draft.article_number
        ],
        ["Brot", "Brot", "Brot", "Kuchen", [("Kuchen", "I")], "Kuchen"],
    ),
)
case(
    "three lists side by side under their titles",
    workbook(
        (
            "Liste",
            [
                ["BROT", None, "KUCHEN", None, "KÄSE", None],
                ["Artikel", "Preis/Stück", "Artikel", "Preis/Stück", "Artikel", "Preis/Stück"],
                ["Roggenbrot", 3.5, "Apfelkuchen", 12, "Rolle", 4],
                ["Mischbrot", 3.2, "Torte", 22, None, None],
            ],
        )
    ),
    header_row=2,
    columns={"name": "A", "price": "B"},
    articles={
        name: (price, 1, "H87", "7")
        for name, price in (
            ("Roggenbrot", "3.5"),
            ("Mischbrot", "3.2"),
            ("Apfelkuchen", "12"),
            ("Torte", "22"),
            ("Rolle", "4"),
        )
    },
    statement=NET7,
    check=lambda drafts: equal([draft.category for draft in drafts], ["BROT", "BROT", "KUCHEN", "KUCHEN", "KÄSE"]),
)
case(
    "last week beside this week",
    text("Artikel;Einheit;Preis;;Artikel;Einheit;Preis\nBrot;Stk;3,50;;Brot;Stk;3,60\nZopf;Stk;4,50;;Zopf;Stk;4,60\n"),
    rules={2: "several_prices", 3: "several_prices"},
    statement=NET7,
)
case(
    "a net list beside a gross one",
    text("Artikel;Einheit;Preis netto;Artikel;Einheit;Preis brutto\nBrot;Stk;3,50;Saft;Fl.;2,60\n"),
    rules={2: "list_beside"},
    statement=NET7,
)
case(
    "the same article in both lists",
    text(
        "Nr;Artikel;Preis/Stk;Nr;Artikel;Preis/Stk\n1;Brot;3,50;4;Zopf;4\n2;Eis;2;1;Brot;3,50\n3;Tee;5;2;Eis;3\n9;Öl;6;5;Ei;1\n"
    ),
    articles={
        "1": ("3.5", 1, "H87", "7"),
        "3": ("5", 1, "H87", "7"),
        "4": ("4", 1, "H87", "7"),
        "5": ("1", 1, "H87", "7"),
        "9": ("6", 1, "H87", "7"),
    },
    rules={3: "number_double", 4: "number_double"},
    statement=NET7,
) if False else None
case(
    "coffee by size",
    workbook(
        (
            "Kaffee",
            [
                ["Rösterei Morgenrot", None, None, None],
                [None],
                ["Sorte", "250 g", "500 g", "1 kg"],
                ["Espresso", None, None, None],
                ["Hausmischung", 6.42, 12.84, 23.54],
                ["Sidamo", 8.56, None, 32.1],
                ["Dekaf", None, None, None],
            ],
        )
    ),
    header_row=3,
    columns={"name": "A", "price": "B", "size_price": "C", "size_price_2": "D"},
    articles={
        "Hausmischung 250 g": ("6", 1, "H87", "7"),
        "Hausmischung 500 g": ("12", 1, "H87", "7"),
        "Hausmischung 1 kg": ("22", 1, "H87", "7"),
        "Sidamo 250 g": ("8", 1, "H87", "7"),
        "Sidamo 1 kg": ("30", 1, "H87", "7"),
    },
    outcomes={4: "skipped heading"},
    statement=GROSS7,
    check=lambda drafts: equal(
        {(draft.content, draft.content_unit, draft.category) for draft in drafts if draft.outcome == "ok"},
        {(Decimal(250), "GRM", "Espresso"), (Decimal(500), "GRM", "Espresso"), (Decimal(1), "KGM", "Espresso")},
    ),
)
case(
    "tea by size, with numbers and two header rows",
    workbook(
        (
            "Tee",
            [
                ["Art.-Nr.", "Artikel", "Preis netto", None],
                [None, None, "100g", "1kg"],
                ["T1", "Assam", 4.5, 39],
                ["T2", "Darjeeling", 6.5, "a. A."],
            ],
        ),
        style=lambda sheet: sheet.merge_cells("C1:D1"),
    ),
    columns={"article_number": "A", "name": "B", "price": "C", "size_price": "D"},
    articles={
        "T1-100g": ("4.5", 1, "H87", "7"),
        "T1-1kg": ("39", 1, "H87", "7"),
        "T2-100g": ("6.5", 1, "H87", "7"),
    },
    rules={4: "price_on_request"},
    statement=NET7,
    check=lambda drafts: equal(
        [finding.column for draft in drafts for finding in draft.findings if finding.rule == "price_on_request"], ["D"]
    ),
)
case(
    "loose goods by 100 g and by kilogram",
    text("Artikel;100 g;1 kg\nSalami;1,99;19,90\nSchinken;2,49;24,90\nLyoner;1,29;12,90\n"),
    rules={row: "price_column_unclear" for row in (2, 3, 4)},
    statement=NET7,
)
case(
    "sizes that hold no prices",
    text("Artikel;Preis;250 g;500 g\nKaffee;4,50;12;3\nTee;3,50;8;9\n"),
    columns={"price": "B"},
    articles={"Kaffee": ("4.5", 1, "H87", "7"), "Tee": ("3.5", 1, "H87", "7")},
    statement=NET7,
)
case(
    "prices under their sizes, in words",
    text("Kaffee;Preis 250g;Preis 500g;Preis 1kg\nEspresso;5,50;10,50;19,90\nCrema;5,00;9,50;18,00\n"),
    columns={"name": "A", "price": "B", "size_price": "C", "size_price_2": "D"},
    articles={
        f"{name} {size}": (price, 1, "H87", "7")
        for name, size, price in (
            ("Espresso", "250 g", "5.5"),
            ("Espresso", "500 g", "10.5"),
            ("Espresso", "1 kg", "19.9"),
            ("Crema", "250 g", "5"),
            ("Crema", "500 g", "9.5"),
            ("Crema", "1 kg", "18"),
        )
    },
    statement=NET7,
)
HEADERLESS = text("1001;Roggenbrot 1 kg;Stk;3,20;7\n1002;Mischbrot;Stk;3,40;7\n1003;Toast;Stk;2,40;7\n")
case(
    "no line of headings",
    HEADERLESS,
    header_row=None,
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D", "vat_rate": "E"},
    rules=dict.fromkeys((1, 2, 3), "no_header"),
    statement=NET7,
)
case(
    "no line of headings, the columns confirmed before",
    HEADERLESS,
    header_row=None,
    articles={"1001": ("3.2", 1, "H87", "7"), "1002": ("3.4", 1, "H87", "7"), "1003": ("2.4", 1, "H87", "7")},
    statement=NET7,
    memory=Memory(columns={read(HEADERLESS).plan.headers_fingerprint: {"D": "price"}}),
)
case(
    "headings that nobody uses",
    workbook(
        (
            "Angebot",
            [
                ["Was es gibt", "Wie man es kauft", "Was wir nehmen"],
                ["Roggenbrot", "Stk", 3.2],
                ["Mischbrot", "Stk", 3.4],
            ],
        )
    ),
    columns={"name": "A", "unit": "B", "price": "C"},
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
    statement=NET7,
)
case(
    "a thousand grams",
    text("Nr;Sorte;Herkunft;250 g;500 g;1.000 g\nK1;Crema;Peru;5,40;10,20;19,20\nK2;Dekaf;Indien;6,60;12,50;23,80\n"),
    columns={"price": "D", "size_price": "E", "size_price_2": "F"},
    articles={
        f"{number}-{size}": (price, 1, "H87", "7")
        for number, size, price in (
            ("K1", "250g", "5.4"),
            ("K1", "500g", "10.2"),
            ("K1", "1000g", "19.2"),
            ("K2", "250g", "6.6"),
            ("K2", "500g", "12.5"),
            ("K2", "1000g", "23.8"),
        )
    },
    statement=NET7,
)
case(
    "kilograms with three decimals are no thousands",
    text("Nr;Sorte;0.500 kg;1.000 kg\nK1;Crema;10.20;19.20\nK2;Dekaf;12.50;23.80\n"),
    articles={
        f"{number}-{size}": (price, 1, "H87", "7")
        for number, size, price in (
            ("K1", "0.500kg", "10.2"),
            ("K1", "1.000kg", "19.2"),
            ("K2", "0.500kg", "12.5"),
            ("K2", "1.000kg", "23.8"),
        )
    },
    statement=NET7,
)
