"""Invented workbooks with more than one table: lists side by side, and what the house pays beside what it asks."""

from __future__ import annotations

from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

case(
    "two lists side by side under the groups of their goods",
    workbook(
        (
            "Tabelle1",
            [
                ["Hof Tannenried – Preise für Wiederverkäufer, netto + 7% MwSt."],
                ["EIER & NUDELN", None, None, None, None, "WURST IM GLAS"],
                ["Nr", "Artikel", "Einh.", "Preis", None, "Nr", "Artikel", "Einh.", "Preis"],
                ["E1", "Eier Größe M", "10er", 2.35, None, "W1", "Leberwurst fein 200 g", "Glas", 2.6],
                ["N1", "Bandnudeln 500 g", "Btl", 2.95, None, "W3", "Rotwurst 200 g", "Glas", 2.5],
            ],
        )
    ),
    header_row=3,
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={
        "E1": ("2.35", 1, "XPK", "7"),
        "N1": ("2.95", 1, "XBG", "7"),
        "W1": ("2.6", 1, "XJR", "7"),
        "W3": ("2.5", 1, "XJR", "7"),
    },
    statement=NET7,
    check=lambda drafts: equal(
        [draft.category for draft in drafts], ["EIER & NUDELN", "EIER & NUDELN", "WURST IM GLAS", "WURST IM GLAS"]
    ),
)
case(
    "groups above lists that no empty column parts",
    text("BROT;;;KUCHEN;;\nNr;Artikel;Preis/Stk;Nr;Artikel;Preis/Stk\n1;Laib;3,50;4;Zopf;4\n2;Toast;2;5;Torte;28\n"),
    header_row=2,
    articles={
        "1": ("3.5", 1, "H87", "7"),
        "2": ("2", 1, "H87", "7"),
        "4": ("4", 1, "H87", "7"),
        "5": ("28", 1, "H87", "7"),
    },
    statement=NET7,
    check=lambda drafts: equal([draft.category for draft in drafts], ["BROT", "BROT", "KUCHEN", "KUCHEN"]),
)
case(
    "two lines of headers with an empty column among them",
    text("Artikel;;;;Preis netto;\nNr;Bezeichnung;Einheit;;ab 1;ab 10\n1;Laib;Stk;;3,50;3,20\n2;Zopf;Stk;;4,00;3,80\n"),
    header_row=2,
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "E", "step_price": "F"},
    articles={"1": ("3.5", 1, "H87", "7"), "2": ("4", 1, "H87", "7")},
    statement=NET7,
)
JARS_AND_BOTTLES = [
    ["Fruchtaufstriche", None, None, None, None, "Sirupe"],
    ["Nr.", "Sorte", "Glas", "€ netto", None, "Nr.", "Sorte", "Flasche", "€ netto"],
    ["Q1", "Quittengelee", "220 g", 2.95, None, "S1", "Holunderblütensirup", "500 ml", 4.4],
    ["Q2", "Erdbeer-Rhabarber", "220 g", 2.95, None, "S4", "Rosensirup", "250 ml", 3.9],
    ["Q5", "Schlehe", "220 g", 3.6],
]
case(
    "two lists side by side whose headers name other packs",
    workbook(("Tabelle1", JARS_AND_BOTTLES)),
    header_row=2,
    articles={
        "Q1": ("2.95", 1, "H87", "7"),
        "Q2": ("2.95", 1, "H87", "7"),
        "Q5": ("3.6", 1, "H87", "7"),
        "S1": ("4.4", 1, "H87", "7"),
        "S4": ("3.9", 1, "H87", "7"),
    },
    statement=NET7,
    check=lambda drafts: equal(
        [(draft.article_number, draft.content, draft.content_unit, draft.category) for draft in drafts][-2:],
        [("S1", 500, "MLT", "Sirupe"), ("S4", 250, "MLT", "Sirupe")],
    ),
)
case(
    "a second list beside the first under other headers",
    text(
        "Nr;Artikel;Einheit;Preis;;Nr;Artikel;Preis/kg\nE1;Eier;Stk;0,35;;W1;Wurst;12,60\nN1;Nudeln;Btl;2,95;;W2;Speck;9,50\n"
    ),
    columns={"article_number": "A", "name": "B", "price": "D"},
    rules={2: "list_beside", 3: "list_beside"},
    statement=NET7,
)
case(
    "a second list whose price names its goods",
    text("Nr;Artikel;Preis;Nr;Artikel;Preis/Glas\nE1;Eier;0,35;W1;Wurst;2,60\nN1;Nudeln;2,95;W2;Speck;3,50\n"),
    rules={2: "list_beside", 3: "list_beside"},
    statement=NET7,
)
BOUGHT = (
    "Einkauf",
    [["Rohstoff", "Lieferant", "Preis/kg"], ["Mehl 550", "Mühle S.", 0.57], ["Butter", "Molkerei", 7.83]],
)
SOLD = (
    "Liefern",
    [
        ["!! Mo Ruhetag !!", None, None, None, None, None, "Kalk."],
        ["Lieferpreise Cafés u. Hotels netto + 7% MwSt", None, None, None, None, None, "Teig", "Wareneins.", "Marge"],
        ["Was", "Sorte", "Stk", "€/Stk", "Notiz", None, "g", "EK", "%"],
        ["Br", "Schrippe", 1, 0.31, None, None, 62, 0.073, 76],
        ["Br", "Mehrkorn", 1, 0.44, "nur Fr+Sa", None, 70, 0.118, 73],
        ["Ku", "Mohnschnecke", 1, 1.35, "Rosinen a. Wunsch", None, 115, 0.438, 68],
    ],
)
case(
    "what the house sells, after the sheet of what it buys",
    workbook(BOUGHT, SOLD),
    header_row=3,
    sheet="Liefern",
    columns={"price": "D", "purchase_price": "H"},
    articles={
        "Br Schrippe": ("0.31", 1, "H87", "7"),
        "Br Mehrkorn": ("0.44", 1, "H87", "7"),
        "Ku Mohnschnecke": ("1.35", 1, "H87", "7"),
    },
    statement=NET7,
)
case(
    "a sheet of what the house buys",
    workbook(BOUGHT),
    rules={2: "not_for_trade", 3: "not_for_trade"},
    statement=NET7,
)
