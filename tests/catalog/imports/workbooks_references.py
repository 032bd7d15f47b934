"""Invented lists whose price headers say what the prices are for: a thousand, a Pfund, a pack, something unknown."""

from __future__ import annotations

from catalog.imports import Memory
from tests.catalog.imports.workbooks import NET7, case, equal, text

for written, quantity, unit in (
    ("Preis je 1.000 Stück", 1000, "H87"),
    ("Net price per 1,000 pcs", 1000, "H87"),
    ("Preis je 1 000 Stück", 1000, "H87"),
    ("€/1.000 Stk", 1000, "H87"),
    ("Preis € per 1.000 Stk. netto", 1000, "H87"),
    ("Preis per 1.000", 1000, "H87"),
    ("Preis 1.000 Stk.", 1000, "H87"),
    ("Preis netto (100 St.)", 100, "H87"),
    ("Preis je 100 netto", 100, "H87"),
    ("Preis je 1.000 g", 1000, "GRM"),
    ("Preis je 1 000 kg", 1000, "KGM"),
    ("Preis je Zentner", 50, "KGM"),
    ("Preis pro halbes Kilo", 500, "GRM"),
    ("Pfundpreis", 500, "GRM"),
    ("€/Pfd.", 500, "GRM"),
    ("Preis je 1/2 kg", 500, "GRM"),
    ("Preis je 0,5 kg", 500, "GRM"),
    ("Preis je lfd. Meter", 1, "MTR"),
    ("Preis/Netto", 1, "H87"),
    ("Preis je nach Größe", 1, "H87"),
):
    case(
        f"header: {written}",
        text(f"Artikel;{written}\nSiegelband;64,00\nKordel;71,50"),
        articles={"Siegelband": ("64", quantity, unit, "19"), "Kordel": ("71.5", quantity, unit, "19")},
    )
for written in ("Preis pro Schock", "Preis / Pers.", "Preis je 1,000 kg", "Preis pro Kolli"):
    case(
        f"header with an unknown unit: {written}",
        text(f"Artikel;{written}\nSiegelband;64,00\nKordel;71,50"),
        rules={2: "price_unit_unknown", 3: "price_unit_unknown"},
    )
case(
    "an unknown unit in the header that was explained",
    text("Artikel;Preis pro Humpen\nMet;6,40\nBier;5,10"),
    memory=Memory(units={"humpen": "XCU"}),
    articles={"Met": ("6.4", 1, "XCU", "19"), "Bier": ("5.1", 1, "XCU", "19")},
)
case(
    "header per pack of a hundred",
    text("Artikel;Preis pro 100er Pack\nServiette;4,90\nDeckel;6,80"),
    articles={"Serviette": ("4.9", 1, "XPK", "19"), "Deckel": ("6.8", 1, "XPK", "19")},
    check=lambda drafts: equal([(draft.content, draft.content_unit) for draft in drafts], [(100, "H87")] * 2),
)
case(
    "a Pfund is half a kilogram",
    text(
        "Ware;Einheit;Preis\nErdbeeren;Pfund;3,50\nSpargel;kg;9,90\nErbsen;1 Pfund;2,40\nKohl;Ztr.;18,00\nCheddar;lb;7"
    ),
    articles={
        "Erdbeeren": ("3.5", 500, "GRM", "7"),
        "Spargel": ("9.9", 1, "KGM", "7"),
        "Erbsen": ("2.4", 1, "H87", "7"),
        "Kohl": ("18", 50, "KGM", "7"),
        "Cheddar": ("7", 1, "LBR", "7"),
    },
    statement=NET7,
)
case(
    "price per Pfund, ordered by the kilogram and by the sack",
    text("Ware;Einheit;Preis je Pfund\nErdbeeren;kg;3,50\nMöhren;Sack 10 kg;0,60"),
    articles={"Erdbeeren": ("7", 1, "KGM", "7"), "Möhren": ("12", 1, "XSA", "7")},
    statement=NET7,
)
case(
    "Pfund and Zentner in cells and in the letterhead",
    text("Alle Preise je Zentner\n\nWare;Preis\nKohl;18,00\nKirschen;4,20 €/Pfund"),
    header_row=3,
    articles={"Kohl": ("18", 50, "KGM", "7"), "Kirschen": ("4.2", 500, "GRM", "7")},
    statement=NET7,
)
case(
    "words for units of gardens, woods and wool",
    text(
        "Artikel;Einheit;Preis\nTulpen;Bnd.;4,50\nRosen;Stiel;1,20\nFeld;Strauß;8,00\nBuche;rm;95,00\n"
        "Mohair;Knäuel;7,50\nLeinen;Strang;9,00\nSafran;dag;80,00"
    ),
    articles={
        "Tulpen": ("4.5", 1, "XBE", "19"),
        "Rosen": ("1.2", 1, "H87", "19"),
        "Feld": ("8", 1, "XBH", "19"),
        "Buche": ("95", 1, "G26", "19"),
        "Mohair": ("7.5", 1, "XAL", "19"),
        "Leinen": ("9", 1, "HA", "19"),
        "Safran": ("80", 1, "DJ", "19"),
    },
)
case(
    "a weight beside a container is what is in it",
    text("Artikel;Einheit;Preis netto\nSenf;Glas (500 g);4,50\nMehl;Sack (50 kg);38,00\n"),
    articles={"Senf": ("4.5", 1, "XJR", "19"), "Mehl": ("38", 1, "XSA", "19")},
    check=lambda drafts: equal([draft.content for draft in drafts], [500, 50]),
)
case(
    "words that only contain a unit",
    text("Nr;Artikel;Rucksackpreis netto;Einheit\n1;Rucksack;45,00;Stk\n"),
    articles={"1": ("45", 1, "H87", "19")},
)
