"""Invented lists that speak of tax or time in each row, and lists without a selling price."""

from __future__ import annotations

from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

case(
    "gross or net by a mark in each row",
    text("Nr;Artikel;Einheit;Preis;Brutto\n1;Brot;Stk;1,20;0\n2;Zopf;Stk;2,14;1\n3;Torte;Stk;3,20;\n"),
    columns={"price": "D", "price_tax": "E"},
    articles={"1": ("1.2", 1, "H87", "7"), "2": ("2", 1, "H87", "7")},
    rules={4: "net_or_gross"},
    statement=NET7,
)
case(
    "gross or net by a word in each row",
    text("Nr;Artikel;Einheit;Preis;Preisart\n1;Brot;Stk;1,20;netto\n2;Zopf;Stk;2,14;brutto\n3;Torte;Stk;3,20;UVP\n"),
    columns={"price": "D", "price_tax": "E"},
    articles={"1": ("1.2", 1, "H87", "7"), "2": ("2", 1, "H87", "7")},
    rules={4: "net_or_gross"},
    statement=NET7,
)
case(
    "gross or net by a letter",
    text("Nr;Artikel;Einheit;Preis;N/B\n1;Brot;Stk;1,20;N\n2;Zopf;Stk;2,14;B\n"),
    columns={"price": "D", "price_tax": "E"},
    articles={"1": ("1.2", 1, "H87", "7"), "2": ("2", 1, "H87", "7")},
    statement=NET7,
)
case(
    "one price is gross, as a remark says",
    text("Nr;Artikel;Einheit;Preis;Bemerkung\n1;Brot;Stk;1,20;frisch\n2;Zopf;Stk;2,14;Preis brutto\n3;Eis;Stk;3,20;\n"),
    articles={"1": ("1.2", 1, "H87", "7"), "3": ("3.2", 1, "H87", "7")},
    rules={3: "net_or_gross"},
    statement=NET7,
)
case(
    "all rows gross against the statement",
    text("Nr;Artikel;Einheit;Preis;inkl. MwSt\n1;Brot;Stk;1,20;ja\n2;Zopf;Stk;2,14;ja\n"),
    columns={"price": "D", "price_tax": "E"},
    rules={2: "net_or_gross", 3: "net_or_gross"},
    statement=NET7,
)
case(
    "one rate a column, marked",
    text("Nr;Artikel;Einheit;Preis netto;7 %;19 %\n1;Brot;Stk;1,00;x;\n2;Sekt;Fl.;10,00;;x\n3;Korb;Stk;9,00;;\n"),
    columns={"rate_mark": "E", "rate_mark_2": "F"},
    articles={"1": ("1", 1, "H87", "7"), "2": ("10", 1, "XBO", "19")},
    rules={4: "vat_unclear"},
    statement=NET7,
)
case(
    "one rate a column, with its amount",
    workbook(
        (
            "Liste",
            [
                ["Nr", "Artikel", "Einheit", "Netto", "MwSt 7%", "MwSt 19%", "Brutto"],
                ["1", "Brot", "Stk", 1.0, 0.07, 0, 1.07],
                ["2", "Sekt", "Fl.", 10.0, 0, 1.9, 11.9],
                ["3", "Suppe", "Stk", 10.0, 0.7, 1.9, 11.9],
            ],
        )
    ),
    columns={"price": "D", "price_gross": "G", "rate_mark": "E"},
    articles={"1": ("1", 1, "H87", "7"), "2": ("10", 1, "XBO", "19")},
    rules={4: "vat_unclear"},
    statement=NET7,
    check=lambda drafts: equal([draft.attributes for draft in drafts], [{}, {}, {}]),
)
case(
    "rates beside a column for the rate",
    text("Nr;Artikel;Einheit;Netto;MwSt;7%;19%\n1;Brot;Stk;1,00;7;0,07;\n2;Sekt;Fl.;10,00;19;;1,90\n"),
    columns={"vat_rate": "E"},
    articles={"1": ("1", 1, "H87", "7"), "2": ("10", 1, "XBO", "19")},
    statement=NET7,
)
case(
    "prices under their rates",
    text("Nr;Artikel;Einheit;7%;19%\n1;Brot;Stk;1,00;\n2;Sekt;Fl.;;10,00\n"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
    statement=NET7,
)
case(
    "prices out of their time",
    text(
        """
Nr;Artikel;Einheit;Preis netto;gültig ab;gültig bis
1;Brot;Stk;1,00;01.01.2020;31.12.2020
2;Zopf;Stk;4,00;01.01.2199;
3;Torte;Stk;24,00;ab 01.01.2021;bis auf Weiteres
3;Torte;Stk;20,00;01.01.2019;31.12.2020
4;Kuchen;Stk;12,00;10/11/2020;
5;Semmel;Stk;0,50;;31.12.2199
"""
    ),
    columns={"valid_from": "E", "valid_to": "F"},
    articles={"3": ("24", 1, "H87", "7"), "5": ("0.5", 1, "H87", "7")},
    rules={2: "expired", 3: "not_yet_valid", 5: "expired", 6: "date_unreadable"},
    statement=NET7,
)
case(
    "purchase prices alone",
    text("Nr;Artikel;Einheit;EK\n1;Brot;Stk;1,20\n2;Zopf;Stk;2,20\n"),
    columns={"purchase_price": "D"},
    rules={2: "no_price_column", 3: "no_price_column"},
    statement=NET7,
    check=lambda drafts: equal([(draft.name, draft.price) for draft in drafts], [("Brot", None), ("Zopf", None)]),
)
case(
    "purchase prices alone, without numbers",
    text("Artikel;EK netto\nBrot;1,20\nZopf;2,20\n"),
    columns={"purchase_price": "B"},
    rules={2: "no_price_column", 3: "no_price_column"},
    statement=NET7,
)
