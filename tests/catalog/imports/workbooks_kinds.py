"""Prices that a house reckons with, pays or watches are not the ones at which it sells."""

from tests.catalog.imports.workbooks import NET7, case, text

OWN = (
    "Bezugspreis",
    "Beschaffungspreis",
    "Verrechnungspreis",
    "Bewertungspreis",
    "Inventurpreis",
    "gleitender Durchschnittspreis",
    "Planpreis",
    "Interner Preis",
    "Preis (intern)",
)
for header in OWN:
    case(
        f"{header}: alone it is none",
        text(f"Nr;Artikel;Einheit;{header}\n1;Brot;Stk;1,20\n"),
        columns={"purchase_price": "D"},
        rules={2: "no_price_column"},
    )
for header in (
    *OWN,
    "Mindestpreis",
    "Mindest-VK",
    "Preis Wettbewerber",
    "Preis Amazon",
    "Materialpreis",
    "Preis mit Pfand",
):
    case(
        f"{header}: beside it the price is plain",
        text(f"Nr;Artikel;Einheit;{header};VK netto\n1;Brot;Stk;0,90;1,20\n"),
        columns={"price": "E"},
        articles={"1": ("1.20", 1, "H87", "7")},
        statement=NET7,
    )
for header in ("Mindestpreis", "Herstellerpreis", "Materialpreis", "standard_price", "Richtpreis"):
    case(
        f"{header}: alone it is asked for",
        text(f"Nr;Artikel;Einheit;{header}\n1;Brot;Stk;1,20\n"),
        rules={2: "price_column_unclear"},
    )
for headers, rule in (
    ("list_price;standard_price", "price_column_unclear"),
    ("Preis;Preis nach Rabatt", "several_prices"),
    ("Großhandelspreis;Preis", "several_prices"),
    ("AEP;AVP", "dealers_price"),
    ("Gastro-EK;UVP", "dealers_price"),
):
    case(
        f"two that may be it: {headers}", text(f"Nr;Artikel;Einheit;{headers}\n1;Brot;Stk;1,20;2,50\n"), rules={2: rule}
    )
for headers in ("WVK;EVK", "Großhandelspreis;UVP", "Händlerpreis;Richtpreis", "Gastropreis;LVK"):
    case(
        f"one for trade, one for consumers: {headers}",
        text(f"Nr;Artikel;Einheit;{headers}\n1;Brot;Stk;1,20;2,50\n"),
        columns={"price": "D", "rrp": "E"},
        articles={"1": ("1.20", 1, "H87", "7")},
        statement=NET7,
    )
