"""Sentences between the rows that take off from the prices or put on top, and days that only the footer names."""

from datetime import date

from tests.catalog.imports.workbooks import NET7, case, text

ARTICLES = {"1": ("1.20", 1, "H87", "7"), "2": ("2.20", 1, "H87", "7")}


def between(words, rule="", statement=NET7):
    """A surcharge or discount in the middle is asked once for the list."""
    facts = {"rules": {2: rule, 4: rule}} if rule else {"articles": ARTICLES}
    data = text(f"Nr;Artikel;Einheit;Preis\n1;Brot;Stk;1,20\n;{words};;\n2;Zopf;Stk;2,20\n")
    case(f"between the rows: {words}", data, statement=statement, **facts)


for words in (
    "Auf alle Preise dieser Gruppe 5 % Teuerungszuschlag",
    "Auf diese Artikel 10 % Aufschlag.",
    "Kuchen (zzgl. 3 % Energiezuschlag)",
    "Alle folgenden Preise zuzüglich 4 %",
):
    between(words, "surcharge_open")
for words in (
    "Ab hier abzgl. 10 % Messerabatt",
    "Für diese Gruppe 10 % Rabatt",
    "Kuchen -30 %",
    "Kuchen 20 % reduziert",
):
    between(words, "discount_open")
for words in (
    "Käse 45 % Fett i. Tr.",
    "Frischkäse 3 - 5 % Fett",
    "Gewicht +/-5 %",
    "Bitterschokolade - 70 %",
    "Gouda -48 % Fett i. Tr.",
    "Ab 10 Kisten 5 % Rabatt",
    "Mengenrabatt 5 % je Palette",
    "Schokolade 70 %",
    "Zuschlagstoffe",
    "Gebäck (7 % MwSt.)",
):
    between(words)
case(
    "a discount in the header of the prices",
    text("Nr;Artikel;Einheit;Preis abzgl. 10 % Rabatt\n1;Brot;Stk;1,20\n"),
    rules={2: "discount_open"},
)
YEAR = date.today().year + 1


def dated(words, *, place, later):
    """In a list of two articles; later: they wait for their day."""
    lines = ["Nr;Artikel;Einheit;Preis", "1;Brot;Stk;1,20", "2;Zopf;Stk;2,20"]
    lines.insert(0 if place == "above" else 3, f"{words};;;")
    rows = (3, 4) if place == "above" else (2, 3)
    facts = {"rules": dict.fromkeys(rows, "not_yet_valid")} if later else {"articles": ARTICLES}
    header = 2 if place == "above" else 1
    case(f"{words}, {place}", text("\n".join(lines)), header_row=header, statement=NET7, **facts)


for words in (
    f"Preise gültig ab 01.03.{YEAR}",
    f"Preisliste gültig vom 01.03.{YEAR} bis 31.12.{YEAR}",
    f"Gültigkeit: 01.02.{YEAR} - 31.12.{YEAR}",
    f"Preisliste ab 03/{YEAR}",
    f"Preisliste {YEAR}",
    f"Verrechnungssätze ab 01.03.{YEAR}",
):
    dated(words, place="above", later=True)
    dated(words, place="below", later=True)
for words in (
    f"Nächste Preisliste ab 01.03.{YEAR}",
    f"Preiserhöhung ab 01.03.{YEAR} geplant",
    f"Preise gültig bis 28.02.{YEAR}, ab 01.03.{YEAR} neue Liste",
    f"Preisliste {YEAR - 1}/{YEAR}",
    f"Ab 01.03.{YEAR} neue Öffnungszeiten",
    f"Preise gültig bis Ende {YEAR}",
    f"Preisliste {YEAR - 1}",
):
    dated(words, place="above", later=False)
    dated(words, place="below", later=False)
case(
    "headings that say when prices hold",
    text(
        f"Nr;Artikel;Einheit;Preis\n1;Brot;Stk;1,20\nSommerware (Preise ab 01.03.{YEAR});;;\n2;Zopf;Stk;2,20\n"
        "Angebote gültig bis 31.10.2024;;;\n3;Eis;Stk;1,00\nSorte 2000;;;\n4;Tee;Stk;2,00\n"
    ),
    articles={"1": ("1.20", 1, "H87", "7"), "4": ("2", 1, "H87", "7")},
    rules={4: "not_yet_valid", 6: "expired"},
    statement=NET7,
)
