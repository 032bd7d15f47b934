"""Invented lists whose price headers say what the prices are for: a thousand, a Pfund, a pack, something unknown."""

from __future__ import annotations

from decimal import Decimal

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
    ("Preis je Schock", 60, "H87"),
    ("Preis/Gros", 144, "H87"),
    ("Preis/Netto", 1, "H87"),
    ("Preis je nach Größe", 1, "H87"),
):
    case(
        f"header: {written}",
        text(f"Artikel;{written}\nSiegelband;64,00\nKordel;71,50"),
        articles={"Siegelband": ("64", quantity, unit, "19"), "Kordel": ("71.5", quantity, unit, "19")},
    )
for written in ("Preis pro Srm", "Preis / Ged.", "Preis je 1,000 kg", "Preis pro Kolli"):
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
for written, quantity, unit in (
    ("Alle Preise je Schock", 60, "H87"),
    ("Alle Preise je Gros", 144, "H87"),
    ("Alle Preise je Dutzend", 1, "DZN"),
    ("Alle Preise je 1.000 Stück", 1000, "H87"),
    ("Preise netto je 12 Stück", 12, "H87"),
    ("Preise je % Stück", 100, "H87"),
    ("Preise je 1 kg", 1, "KGM"),
    ("Preise je 0,1 l", 100, "MLT"),
    ("Preise pro Person", 1, "H87"),
    ("Preise für 24 Monate", 1, "H87"),
    ("Knöpfe en gros und en detail, Preise in Euro", 1, "H87"),
    ("Preise je nach Größe, pro Artikel", 1, "H87"),
):
    case(
        f"letterhead: {written}",
        text(f"Knopf Meier;\n{written};\nArtikel;Preis\nKnopf;64,00\nKordel;71,50"),
        header_row=3,
        articles={"Knopf": ("64", quantity, unit, "19"), "Kordel": ("71.5", quantity, unit, "19")},
    )
case(
    "letterhead with an unknown unit",
    text("Alle Preise je Srm;\nArtikel;Preis\nBuche;90\nFichte;70"),
    header_row=2,
    rules={3: "price_unit_unknown", 4: "price_unit_unknown"},
)
case(
    "a cell that counts in Schock",
    text("Artikel;Einheit;Preis\nEier;Schock;9,90\nHenne;Stk;12"),
    articles={"Eier": ("9.9", 60, "H87", "19"), "Henne": ("12", 1, "H87", "19")},
)
case(
    "headings and notes that say what the prices below them are for",
    text(
        """
Artikel;Preis
Am Stück, Preise je kg
Salami;19,90
Preise je 100 g
Bierwurst;1,99
Aufschnitt (je 100 g)
Lyoner;1,20
Konserven je Stück
Sülze;3,20
Menüs pro Person
Grillteller;14,90
Brennholz je Srm
Buche;90,00
Käse
Gouda;3,00
"""
    ),
    articles={
        "Salami": ("19.9", 1, "KGM", "19"),
        "Bierwurst": ("1.99", 100, "GRM", "19"),
        "Lyoner": ("1.2", 100, "GRM", "19"),
        "Sülze": ("3.2", 1, "H87", "19"),
    },
    rules={11: "price_quantity_unclear", 13: "price_unit_unknown", 15: "price_quantity_unclear"},
)
case(
    "a letterhead that is said again further down",
    text("Preise je kg;\nArtikel;Preis\nSalami;19,90\nPreise je kg;\nKonserven\nSülze;13,20"),
    header_row=2,
    articles={"Salami": ("19.9", 1, "KGM", "19"), "Sülze": ("13.2", 1, "KGM", "19")},
)
case(
    "a note of all prices between the articles",
    text("Artikel;Preis\nSalami;1,90\nAlle Preise je 100 g\nSülze;1,20"),
    articles={"Salami": ("1.9", 100, "GRM", "19"), "Sülze": ("1.2", 100, "GRM", "19")},
)
case(
    "a heading per piece over a header per kilogram",
    text("Artikel;Preis je kg\nSalami;19,90\nKonserven (je Stück)\nSülze;3,20"),
    articles={"Salami": ("19.9", 1, "KGM", "19")},
    rules={4: "price_quantity_unclear"},
)
case(
    "a heading per piece over a unit column",
    text("Artikel;Einheit;Preis\nSalami;kg;19,90\nKonserven je Stück, 12 Stück je Kiste;;\nSülze;Dose;3,20"),
    articles={"Salami": ("19.9", 1, "KGM", "19"), "Sülze": ("3.2", 1, "XCX", "19")},
)
case(
    "a heading with a unit that nobody knows",
    text("Artikel;Preis\nKamin;80\nBrennholz €/Srm\nBuche;90,00\nHackgut je Srm\nFichte;30,00"),
    articles={"Kamin": ("80", 1, "H87", "19")},
    rules={4: "price_unit_unknown", 6: "price_unit_unknown"},
)
for written, unit, content in (
    ("Preis 6er Karton", "XCT", (6, "H87")),
    ("Preis (12er Kiste)", "XCR", (12, "H87")),
    ("Preis 25 kg Sack", "XSA", (25, "KGM")),
    ("VK 30 l-Keg", "XKG", (30, "LTR")),
):
    case(
        f"header of one pack: {written}",
        text(f"Artikel;{written}\nRiesling;64,00\nSilvaner;71,50"),
        articles={"Riesling": ("64", 1, unit, "19"), "Silvaner": ("71.5", 1, unit, "19")},
        check=lambda drafts, content=content: equal(
            {(draft.content, draft.content_unit) for draft in drafts}, {content}
        ),
    )
case(
    "a bottle's price beside that of a carton of them",
    text("Wein;Preis je Flasche;Preis 6er Karton\nRiesling;7,90;45,00\nSilvaner;6,90;39,00"),
    rules={2: "prices_disagree", 3: "prices_disagree"},
)
case(
    "a price per piece beside PE, which may be packs",
    text("Nr;Artikel;Preis/Stück;PE\n1;Schraube;3,20;100\n2;Mutter;4,20;100"),
    rules={2: "price_quantity_code", 3: "price_quantity_code"},
)
for header in ("PE", "Preiseinheit", "Preis per"):
    case(
        f"a quantity with cents under {header}",
        text(
            f"Nr;Artikel;ME;Preis;{header}\n1;Nagel;Stk;4,10;100,00\n2;Stift;Stk;5,10;1.000,00\n3;Beil;Stk;15,10;1,00"
        ),
        articles={"1": ("4.1", 100, "H87", "19"), "2": ("5.1", 1000, "H87", "19"), "3": ("15.1", 1, "H87", "19")},
    )
case(
    "whole prices per piece are no quantities",
    text("Nr;Artikel;ME;Preis je\n1;Nagel;Stk;4,00\n2;Stift;Stk;5,00"),
    articles={"1": ("4", 1, "H87", "19"), "2": ("5", 1, "H87", "19")},
)
case(
    "steps of thousands written with a dot",
    text("Nr;Artikel;Einheit;Preis;ab 1.000 Stück;Preis ab 5.000 Stück\n1;Beutel;Stk;0,48;0,36;0,30"),
    articles={"1": ("0.48", 1, "H87", "19")},
    check=lambda drafts: equal(drafts[0].steps, [(1000, Decimal("0.36")), (5000, Decimal("0.3"))]),
)
case(
    "rates of hours, areas and metres",
    text("Pos.;Leistung;Einheit;Satz €\n1.1;Hausmeister;Std.;38,50\n2.1;Reinigung;m²;1,15\n2.2;Container;Stück;185,00"),
    articles={
        "Hausmeister": ("38.5", 1, "HUR", "19"),
        "Reinigung": ("1.15", 1, "MTK", "19"),
        "Container": ("185", 1, "H87", "19"),
    },
)
for rate in ("Stundensatz", "Stundenverrechnungssatz netto", "Verrechnungssatz €/h"):
    case(
        f"{rate} is a price",
        text(f"Nr.;Leistung;{rate}\n11;Geselle;38,50\n12;Meister;61,15"),
        articles={"11": ("38.5", 1, "HUR", "19"), "12": ("61.15", 1, "HUR", "19")},
    )
case(
    "a price per set without a unit beside it",
    text("Nr.;Werkzeug;Satz €\n11;Schlüssel;38,50\n12;Bohrer;61,15"),
    articles={"11": ("38.5", 1, "SET", "19"), "12": ("61.15", 1, "SET", "19")},
)
case(
    "a price that is said to be per set beside pieces",
    text("Nr.;Werkzeug;Einheit;€/Satz\n11;Schlüssel;Stück;38,50\n12;Bohrer;Stück;61,15"),
    rules={2: "price_unit_differs", 3: "price_unit_differs"},
)
case(
    "one price per piece, one per set",
    text("Nr.;Werkzeug;Einheit;Stück €;Satz €\n11;Schlüssel;Stück;;38,50\n12;Bohrer;Stück;3,50;61,15"),
    articles={"12": ("3.5", 1, "H87", "19")},
    rules={2: "price_unit_differs"},
)
