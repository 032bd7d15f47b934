"""Invented lists by what stands above and below: letterheads, days still to come, tables below with other columns."""

from __future__ import annotations

from datetime import date, timedelta

from catalog.imports import Statement
from tests.catalog.imports.workbooks import NET, NET7, case, text, workbook

LATER = f"{date.today() + timedelta(days=40):%d.%m.%Y}"
EARLIER = f"{date.today() - timedelta(days=40):%d.%m.%Y}"

case(
    "a letterhead directly above two lines of headers",
    workbook(
        (
            "Stauden",
            [
                ["Gärtnerei Rain", None, None, None, "Preise in € zzgl. MwSt."],
                ["Botanischer Name", "Deutscher Name", "Topf", "Preis je Stück", None],
                [None, None, None, "1-9", "ab 10"],
                ["Ajuga reptans", "Günsel", "P 0,5", 3.2, 2.9],
                ["Bergenia", "Riesensteinbrech", "P 1", 3.8, 3.4],
            ],
        )
    ),
    header_row=2,
    articles={"Ajuga reptans": ("3.2", 1, "H87", "7"), "Bergenia": ("3.8", 1, "H87", "7")},
    statement=Statement(vat=NET7.vat),
)
case(
    "a list that holds only later",
    text(f"Preisliste gültig ab {LATER}\n\nArtikel;Preis netto\nSchrot;3,20\nKleie;2,20"),
    header_row=3,
    rules={4: "not_yet_valid", 5: "not_yet_valid"},
)
case(
    "a list that holds already, and takes orders later",
    text(
        f"Preisliste gültig ab {EARLIER}\nBestellannahme für Preisliste ab {LATER}\n\nArtikel;Preis netto\nSchrot;3,20"
    ),
    header_row=4,
    articles={"Schrot": ("3.2", 1, "H87", "19")},
)
case(
    "a table below that names what is in one",
    workbook(
        (
            "Öle",
            [
                ["Artikel", "Preis netto"],
                ["Rapsöl Flasche", 3.2],
                ["Leinöl Flasche", 4.2],
                [None],
                ["Artikel", "Kanister", "Preis netto"],
                ["Rapsöl", "5 l", 18.5],
                ["Leinöl", "10 l", 35.5],
            ],
        )
    ),
    articles={"Rapsöl Flasche": ("3.2", 1, "H87", "19"), "Leinöl Flasche": ("4.2", 1, "H87", "19")},
    outcomes={5: "skipped repeated_header"},
    rules={6: "other_columns", 7: "other_columns"},
)
case(
    "two columns whose amounts stand among words",
    text("Kerze;Preis (zzgl. MwSt.)\nStumpen;4,50 EUR\nAltar;1.299,- EUR\nTaufe;ab 24,50 EUR\nTafel;2,10 EUR"),
    articles={"Stumpen": ("4.5", 1, "H87", "19"), "Altar": ("1299", 1, "H87", "19"), "Tafel": ("2.1", 1, "H87", "19")},
    rules={4: "price_from"},
    statement=Statement(vat=NET.vat),
)
case(
    "what it costs",
    text("Was;Kostet (zzgl. MwSt)\nKranz;65,00 €\nGesteck;22,00 €"),
    articles={"Kranz": ("65", 1, "H87", "7"), "Gesteck": ("22", 1, "H87", "7")},
    statement=Statement(vat=NET7.vat),
)
case(
    "unnamed columns at the end that the last row lacks",
    text("Nr;Artikel;Preis netto;;\n1;Muffe;2,10;;\n2;Bogen;4,45;;\n3;Nippel;1,95"),
    articles={
        "1": ("2.1", 1, "H87", "19"),
        "2": ("4.45", 1, "H87", "19"),
        "3": ("1.95", 1, "H87", "19"),
    },
)
case(
    "a letterhead with a day to come, whatever else is in its line",
    text(
        "Preisliste Hof Norderstedt, frei geliefert, gültig ab 01.02.2099\n\n"
        "Nr;Artikel;Einheit;Preis netto\n1;Ei;Stk;0,35\n"
    ),
    header_row=3,
    rules={4: "not_yet_valid"},
)
case(
    "remarks that speak of other things than being sold out",
    text(
        "Nr;Artikel;Einheit;Preis netto;Bemerkung\n"
        "1;Ei;Stk;0,35;Rabatt erst ab 10 Stück\n2;Ente;Stk;18,00;aktuell nicht gefroren\n"
        "3;Gans;Stk;48,00;lieferbar ab Mainz\n4;Pute;Stk;39,00;erst wieder ab Mai\n5;Huhn;Stk;9,00;z. Zt. nicht\n"
    ),
    articles={"1": ("0.35", 1, "H87", "19"), "2": ("18", 1, "H87", "19"), "3": ("48", 1, "H87", "19")},
    rules={5: "sold_out", 6: "sold_out"},
)
