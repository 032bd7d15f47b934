"""Invented lists without a unit column whose rows say themselves what their prices are for."""

from __future__ import annotations

from tests.catalog.imports.workbooks import case, text
from tests.catalog.imports.workbooks_measures import answered

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
for written in ("Stövchen Ton", "Vase, Ton", "Schale (Ton)", "Gartending Korb", "Rahmen Platte", "Vase Glas"):
    case(
        f"a name that ends with what the thing is made of or looks like: {written}",
        text(f"Artikel;Preis netto\n{written};64,00\nKordel;71,50"),
        articles={written: ("64", 1, "H87", "19"), "Kordel": ("71.5", 1, "H87", "19")},
    )
for written, unit in (("Kies (Tonne)", "TNE"), ("Möhren Kilo", "KGM"), ("Möhren kg", "KGM")):
    case(
        f"a name that ends with a measure: {written}",
        text(f"Artikel;Preis netto\n{written};64,00\nKordel;71,50"),
        articles={written: ("64", 1, unit, "19"), "Kordel": ("71.5", 1, "H87", "19")},
    )
for written in ("Garten Tonne", "Seil Meter"):
    case(
        f"a name's last word that may be a measure, or what the goods are: {written}",
        text(f"Artikel;Preis netto\n{written};64,00\nKordel;71,50"),
        articles={"Kordel": ("71.5", 1, "H87", "19")},
        rules={2: "unit_in_name"},
    )
for header, made_of in (("Werkstoff", "Glas"), ("Oberfläche", "Platte"), ("Was", "Ton"), ("", "Ton")):
    case(
        f"{made_of} under {header or 'no header'} is no unit",
        text(f"Nr;Artikel;{header};Preis netto\n1;Vase;{made_of};64,00\n2;Teller;{made_of};71,50"),
        articles={"1": ("64", 1, "H87", "19"), "2": ("71.5", 1, "H87", "19")},
    )
case(
    "a unit column of an English list",
    text("Code;Product;Unit;Price\n1;Gravel;ton;64.00\n2;Sand;ton;71.50"),
    articles={"1": ("64", 1, "TNE", "19"), "2": ("71.5", 1, "TNE", "19")},
)
for header, written, unit in (
    ("Preis pro kg", "Bockwurst (5 Paar/kg)", "KGM"),
    ("Preis pro kg", "Gouda am Stück", "KGM"),
    ("Preis pro kg", "Leberwurst im Glas", "KGM"),
    ("Preis pro kg", "Bratwurst 500 g, 5 Stück", "KGM"),
    ("Preis pro kg", "Lorbeer Blatt", "KGM"),
    ("Preis pro kg", "Spargel (kg)", "KGM"),
    ("Preis pro kg", "Hack 500 g", "KGM"),
    ("Preis je Stück", "Bund Radieschen 200 g", "H87"),
    ("Preis je Stück", "Radieschen (Bund)", "H87"),
    ("Preis je Stück", "Pils (Kasten)", "H87"),
    ("Preis je Stück", "Brot 1 kg", "H87"),
    ("Preis je Stück", "Pullover (M)", "H87"),
    ("Preis je Stück", "Messer zu je 100 g", "H87"),
):
    case(
        f"{header}: {written}",
        text(f"Artikel;{header} netto\n{written};64,00\nKordel;71,50"),
        articles={written: ("64", 1, unit, "19"), "Kordel": ("71.5", 1, unit, "19")},
    )
for header, written in (
    ("Preis pro kg", "Knacker (Paar)"),
    ("Preis pro kg", "Radieschen Bund"),
    ("Preis pro kg", "Salat, Stück"),
    ("Preis pro kg", "Leberwurst Dose"),
    ("Preis pro kg", "Eier, 10 Stück"),
    ("Preis pro kg", "Saft (l)"),
    ("Preis je Stück", "Möhren (kg)"),
    ("Preis je Stück", "Möhren kg"),
    ("Preis je Flasche", "Pils (Kasten)"),
    ("Preis je 100 Stk", "Nagel je Stück"),
):
    case(
        f"{header}, but {written}",
        text(f"Artikel;{header} netto\n{written};64,00"),
        rules={2: "unit_in_name"},
    )
PAIRS = text("Artikel;Preis pro kg\nKnacker (Paar);1,20\nSülze;9,80")
for answer, unit in (("name", "PR"), ("list", "KGM")):
    case(
        f"a name's unit, answered: {answer}",
        PAIRS,
        memory=answered(PAIRS, "unit_in_name", answer),
        articles={"Knacker (Paar)": ("1.2", 1, unit, "19"), "Sülze": ("9.8", 1, "KGM", "19")},
    )
for column, written in (("Stk", "Brett per kg"), ("kg", "Brett je Stück"), ("Kiste", "Tomaten je kg")):
    case(
        f"a unit column that contradicts the name: {written}",
        text(f"Artikel;Einheit;Preis\n{written};{column};2,00\nSeife;Stk;3,00"),
        articles={"Seife": ("3", 1, "H87", "19")},
        rules={2: "unit_in_name"},
    )
for column, code, written in (
    ("Stk", "H87", "Radieschen je Bund"),
    ("Stk", "H87", "Steak je 200 g"),
    ("Stk", "H87", "Menü pro Person"),
    ("kg", "KGM", "Kartoffeln Sack"),
    ("m²", "MTK", "Fliesen (1,44 m² je Paket)"),
    ("Karton", "XCT", "Eier, 30 Stück je Karton"),
    ("Liter", "LTR", "Dünger 20 ml je Liter"),
):
    case(
        f"a unit column beside a name that says no other: {written}",
        text(f"Artikel;Einheit;Preis\n{written};{column};2,00"),
        articles={written: ("2", 1, code, "19")},
    )
case(
    "a list without units whose names end with a measure",
    text("Artikel;Preis\nMöhren (kg);1,20\nKabel, lfm;0,80\nSalat;0,90\nMontage (Std.);6,00"),
    articles={
        "Möhren (kg)": ("1.2", 1, "KGM", "19"),
        "Kabel, lfm": ("0.8", 1, "MTR", "19"),
        "Salat": ("0.9", 1, "H87", "19"),
        "Montage (Std.)": ("6", 1, "HUR", "19"),
    },
)
case(
    "two price columns, of which each row fills its own",
    text("Artikel;€/kg;€/Stück\nGouda Stück;12,00;\nSalat;;0,90\nKäse;14,00;"),
    articles={
        "Gouda Stück": ("12", 1, "KGM", "19"),
        "Salat": ("0.9", 1, "H87", "19"),
        "Käse": ("14", 1, "KGM", "19"),
    },
)
for header in ("Nährwertangaben", "Nährwert", "Brennwert", "Energie"):
    case(
        f"what nutrition is stated for: {header}",
        text(f"Artikel;{header};Preis\nSalami;je 100 g;1,99\nSülze;pro 100 g;2,49"),
        columns={"unit": None, f"attribute:{header}": "B"},
        articles={"Salami": ("1.99", 1, "H87", "19"), "Sülze": ("2.49", 1, "H87", "19")},
    )
case(
    "100 g below a header that may speak of anything",
    text("Artikel;Angaben;Preis\nSalami;je 100 g;1,99\nSülze;je 100 g;2,49\nBrot;;3,00"),
    articles={"Brot": ("3", 1, "H87", "19")},
    rules={2: "price_quantity_unclear", 3: "price_quantity_unclear"},
)
case(
    "100 g beside other units below a header that nobody knows",
    text("Artikel;Angaben;Preis\nSalami;je 100 g;1,99\nSülze;je kg;12,49\nBrot;je Stück;3,00"),
    columns={"unit": "B"},
    articles={
        "Salami": ("1.99", 100, "GRM", "19"),
        "Sülze": ("12.49", 1, "KGM", "19"),
        "Brot": ("3", 1, "H87", "19"),
    },
)
case(
    "100 g in a column without a header and in a remark",
    text("Artikel;;Bemerkung;Preis\nSalami;je 100 g;mild;1,99\nSülze;je 100 g;;2,49"),
    articles={"Salami": ("1.99", 100, "GRM", "19"), "Sülze": ("2.49", 100, "GRM", "19")},
)
case(
    "descriptions that say what the price is for",
    text(
        """
Artikel;Beschreibung;Preis
Salami;Preis je 100 g;1,99
Schinken;je kg;9,90
Eier;Aus Freiland. Preis für 10 Stück.;2,90
Brot;Grundpreis je kg 5,20, herzhaft;3,90
Senf;Nährwerte je 100 g: 390 kJ, Preis-Leistungs-Sieger;2,90
Wolle;100 g je Knäuel;4,90
"""
    ),
    articles={
        "Salami": ("1.99", 100, "GRM", "19"),
        "Schinken": ("9.9", 1, "KGM", "19"),
        "Eier": ("2.9", 10, "H87", "19"),
        "Brot": ("3.9", 1, "H87", "19"),
        "Senf": ("2.9", 1, "H87", "19"),
        "Wolle": ("4.9", 1, "H87", "19"),
    },
)
case(
    "descriptions that contradict the unit column",
    text("Nr;Artikel;Beschreibung;Einheit;Preis\n1;Salami;Preis je 100 g;kg;1,99\n2;Käse;mild;kg;12,90"),
    articles={"2": ("12.9", 1, "KGM", "19")},
    rules={2: "unit_in_name"},
)
case(
    "a ten of eggs below a price per kilogram",
    text("Artikel;Preis pro kg\nEier (10er);2,90\nÄpfel;2,20"),
    articles={"Äpfel": ("2.2", 1, "KGM", "19")},
    rules={2: "unit_in_name"},
)
