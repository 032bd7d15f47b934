"""Sentences between the rows that take off from the prices or put on top, and days that only the footer names."""

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
