"""Invented lists without a unit column whose rows say themselves what their prices are for."""

from __future__ import annotations

from tests.catalog.imports.workbooks import case, text

for written, quantity, unit in (
    ("Hack per kg", 1, "KGM"),
    ("Latten, Preis pro lfm", 1, "MTR"),
    ("Kabel €/m", 1, "MTR"),
    ("Holz (per lfd. Meter)", 1, "MTR"),
    ("Hack je Pfund", 500, "GRM"),
    ("Schinken je 100 g", 100, "GRM"),
    ("Schrauben je 100 Stück", 100, "H87"),
    ("Mehl Typ 405 je kg", 1, "KGM"),
    ("Saft 0,7 l je Flasche", 1, "XBO"),
    ("Zapfanlage pro Tag", 1, "DAY"),
    ("Saat 20 g pro m²", 1, "H87"),
    ("Kapseln zweimal pro Tag", 1, "H87"),
    ("Nudeln 500 g (3,98 €/kg)", 1, "H87"),
    ("Bier, Pfand je Flasche", 1, "H87"),
    ("Handschuh Pro L", 1, "H87"),
    ("Menü pro Person", 1, "H87"),
    ("Brot je nach Art", 1, "H87"),
):
    case(
        f"name: {written}",
        text(f"Artikel;Preis netto\n{written};64,00\nKordel;71,50"),
        articles={written: ("64", quantity, unit, "19"), "Kordel": ("71.5", 1, "H87", "19")},
    )
for written in ("Äpfel 12 Stück je Kiste", "Steak je 200 g", "3 Würste je 100 g", "Handschuh pro L"):
    case(
        f"name that leaves open what the price is for: {written}",
        text(f"Artikel;Preis netto\n{written};64,00\nKordel;71,50"),
        articles={"Kordel": ("71.5", 1, "H87", "19")},
        rules={2: "price_quantity_unclear"},
    )
for header in ("Maße", "Bemerkung"):
    case(
        f"a price's unit under {header}",
        text(f"Artikel;{header};Preis netto\nLatte;pro lfm;9,90\nPlatte;per m²;8,10\nLeiste;10x10;9,00"),
        articles={
            "Latte": ("9.9", 1, "MTR", "19"),
            "Platte": ("8.1", 1, "MTK", "19"),
            "Leiste": ("9", 1, "H87", "19"),
        },
    )
case(
    "a price's unit in what completes the name",
    text("Artikel;Ausführung;Preis netto\nLatte;pro lfm;9,90\nPlatte;per m²;8,10\nLeiste;grob;9,00"),
    articles={
        "Latte pro lfm": ("9.9", 1, "MTR", "19"),
        "Platte per m²": ("8.1", 1, "MTK", "19"),
        "Leiste grob": ("9", 1, "H87", "19"),
    },
)
case(
    "a name that contradicts the price's header",
    text("Artikel;€/Stk netto\nHack je kg;9,90\nSeife;3,00"),
    articles={"Seife": ("3", 1, "H87", "19")},
    rules={2: "price_quantity_unclear"},
)
