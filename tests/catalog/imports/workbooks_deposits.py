"""Invented lists that say deposits in a row's own words."""

from __future__ import annotations

from decimal import Decimal

from tests.catalog.imports.workbooks import NET7, case, equal, text


def deposits(*wanted: str | None):
    return lambda drafts: equal(
        [one.deposit for one in drafts], [Decimal(amount) if amount else None for amount in wanted]
    )


case(
    "as a remark, behind the name, and what is none",
    text(
        "Nr;Artikel;Preis je Glas;Hinweis\n1;Joghurt;1,49;zzgl. 0,15 € Pfand\n2;Milch (+ Pfand 0,15 €);1,25;\n"
        "3;Butter;2,70;pfandfrei\n4;Quark;1,10;0,15 EUR Pfand/Glas\n5;Pfandflasche leer;0,90;"
    ),
    articles={
        number: (price, 1, "XJR", "7")
        for number, price in zip("12345", ("1.49", "1.25", "2.7", "1.1", "0.9"), strict=True)
    },
    check=deposits("0.15", "0.15", None, "0.15", None),
    statement=NET7,
)
case(
    "what the price is said to hold already",
    text("Nr;Artikel;Einheit;Preis;Hinweis\n1;Joghurt;Glas;1,49;inkl. 0,15 € Pfand\n2;Quark;Glas;1,10;"),
    articles={"2": ("1.1", 1, "XJR", "19")},
    rules={2: "footnote"},
)
case(
    "of the crate, and of each bottle in it",
    text(
        "Nr;Artikel;Einheit;Preis;Hinweis\n1;Saft;Kiste 12 x 0,7 l;9,90;zzgl. 3,30 € Pfand\n"
        "2;Schorle;Kiste 12 x 0,7 l;8,90;zzgl. 0,15 € Pfand je Flasche"
    ),
    articles={"1": ("9.9", 1, "XCR", "19")},
    rules={3: "deposit_unit_differs"},
    check=deposits("3.3", None),
)
case(
    "in a column and otherwise in words",
    text(
        "Nr;Artikel;Einheit;Preis;Pfand;Hinweis\n1;Saft;Flasche;1,80;0,15;\n2;Most;Flasche;1,80;0,15;zzgl. 0,25 € Pfand"
    ),
    articles={"1": ("1.8", 1, "XBO", "19")},
    rules={3: "deposit_unit_differs"},
)
case(
    "as a remark without a sign of money",
    text(
        "Sprudelhof, netto, zzgl. 19 % MwSt. und Pfand\n"
        "Nr;Limonade;Kasten;Preis je Kasten;Hinweis\n1;Zitrone;12 x 0,7 l;8,40;zzgl. 3,30 Pfand je Kasten\n"
        "2;Orange;20 x 0,5 l;9,40;Pfand: 4,50"
    ),
    articles={"1": ("8.4", 1, "XCS", "19"), "2": ("9.4", 1, "XCS", "19")},
    check=deposits("3.3", "4.5"),
    header_row=2,
)
case(
    "contents, volumes and free delivery are no deposits",
    text(
        "Nr;Artikel;Einheit;Preis;Hinweis\n1;Wasser 12x0,75 Pfandglas;Kiste;4,90;Ab 250 € frei Haus, zzgl. Pfand\n"
        "2;Saft;Kiste;9,90;0,75 l Pfandflaschen"
    ),
    articles={"1": ("4.9", 1, "XCR", "19"), "2": ("9.9", 1, "XCR", "19")},
    check=deposits(None, None),
)
case(
    "of all bottles of a crate and of the empty crate",
    text(
        "Nr;Saft;Kasten;Preis/Kasten;Pfand Flaschen/Kasten;Pfand Leerkasten\n1;Apfel;6 x 1 l;8,10;0,90;1,50\n"
        "2;Schorle;12 x 0,5 l;9,60;1,80;1,50"
    ),
    articles={"1": ("8.1", 1, "XCS", "19"), "2": ("9.6", 1, "XCS", "19")},
    check=deposits("2.4", "3.3"),
)
case(
    "of each bottle and of the empty crate",
    text("Nr;Wasser;Gebinde;Preis je Kiste;Pfand € Flasche;Pfand € Leerkiste\n1;Classic;Kiste à 12;4,56;0,15;1,50"),
    articles={"1": ("4.56", 1, "XCR", "19")},
    check=deposits("3.3"),
)

OF_ALL = "{}\nNr;Artikel;Einheit;Preis netto\n1;Saft;Kiste 6 x 1 l;8,10\n2;Most;Kiste 6 x 1 l;9,20"
case(
    "of every crate, said in the letterhead",
    text(OF_ALL.format("Preise zzgl. 2,40 € Pfand pro Kiste und 19 % MwSt.")),
    articles={"1": ("8.1", 1, "XCR", "19"), "2": ("9.2", 1, "XCR", "19")},
    check=deposits("2.4", "2.4"),
    header_row=2,
)
case(
    "of bottles and crates, said in the letterhead",
    text(OF_ALL.format("Pfand: Flasche 0,15 €, Kasten 1,50 €")),
    articles={"1": ("8.1", 1, "XCR", "19"), "2": ("9.2", 1, "XCR", "19")},
    check=deposits("2.4", "2.4"),
    header_row=2,
)
case(
    "of bottles only, said in the letterhead over crates",
    text(OF_ALL.format("zzgl. 0,15 € Pfand je Flasche")),
    rules={3: "deposit_unit_differs", 4: "deposit_unit_differs"},
    header_row=2,
)
case(
    "in the prices, says the letterhead",
    text(OF_ALL.format("Preise inkl. 2,40 € Pfand je Kiste, zzgl. MwSt.")),
    rules={3: "deposit_within", 4: "deposit_within"},
    header_row=2,
)
case(
    "of another thing, said in the letterhead",
    text(OF_ALL.format("Palettenpfand 8,00 € je Palette")),
    articles={"1": ("8.1", 1, "XCR", "19"), "2": ("9.2", 1, "XCR", "19")},
    check=deposits(None, None),
    header_row=2,
)
case(
    "of bottles, said over goods without a unit",
    text("zzgl. 0,15 € Pfand je Flasche\nNr;Artikel;Preis netto\n1;Apfelsaft;1,80\n2;Brot;3,60"),
    rules={3: "deposit_unit_differs", 4: "deposit_unit_differs"},
    header_row=2,
)
CRATES = "Nr;Sorte;Gebinde;Netto je Kiste\n"
case(
    "behind the price in its cell",
    text(
        CRATES + "Z1;Zitrone;Kiste 12 x 0,5 l;10,90 + 3,30 Pfand\n"
        "Z3;Rhabarber;Kiste 24 x 0,33 l;17,40 zzgl. 5,10 € Pfand\n"
        "Z4;Mate;Kiste 20 x 0,5 l;18,60 € (+ 4,50 € Pfand)\nZ5;Cola;Kiste 20 x 0,5 l;18,20 zzgl. MwSt. und 4,50 Pfand\n"
        "Z6;Sirup;Kiste 6 x 0,5 l;21,00\n"
    ),
    columns={"packaging": "C", "price": "D"},
    articles={
        number: (price, 1, "XCR", "7")
        for number, price in (("Z1", "10.9"), ("Z3", "17.4"), ("Z4", "18.6"), ("Z5", "18.2"), ("Z6", "21"))
    },
    check=deposits("3.3", "5.1", "4.5", "4.5", None),
    statement=NET7,
)
case(
    "within the price in its cell, or perhaps none",
    text(
        CRATES + "Z1;Zitrone;Kiste 12 x 0,5 l;10,90 inkl. 3,30 Pfand\n"
        "Z3;Rhabarber;Kiste 24 x 0,33 l;17,40 + 5,10 Pfand\n"
        "Z4;Mate;Kiste 20 x 0,5 l;18,60 (inkl. Pfand)\nZ5;Cola;Kiste 20 x 0,5 l;17,20 + 2,00\n"
        "Z6;Sirup;Kiste 6 x 0,5 l;Pfand 4,50\n"
    ),
    articles={"Z3": ("17.4", 1, "XCR", "7")},
    rules={2: "footnote", 4: "footnote", 5: "price_unreadable", 6: "price_unreadable"},
    check=deposits(None, "5.1", None, None, None),
    statement=NET7,
)
case(
    "of the pallet on which sacks come",
    text(
        "Nr;Material;Einheit;Preis;Stück/Palette;Palettenpfand\n1;Zement;Sack;5,20;56;9,50\n2;Zement;Palette;291,20;;9,50\n"
        "3;Kies;t;24,00;;"
    ),
    articles={"2": ("291.2", 1, "XPX", "19"), "3": ("24", 1, "TNE", "19")},
    rules={2: "deposit_unit_differs"},
    check=deposits(None, "9.5", None),
)
JUICES = (
    "Nummer;Getränk;Gebinde;Nettopreis;Pfand\n1;Apfel;Kiste 6 x 1,0 l;11,40 €;{}\n2;Traube;Kiste 6 x 1,0 l;15,60 €;{}"
)
for words, amount in (("zzgl. 2,40 € Pfand", "2.40"), ("+ 2,40 Pfand", "2.40")):
    case(
        f"the deposit of crates in a column, in words: {words}",
        text(JUICES.format(words, words)),
        articles={"1": ("11.4", 1, "XCR", "19"), "2": ("15.6", 1, "XCR", "19")},
        check=lambda drafts, amount=amount: equal([one.deposit for one in drafts], [Decimal(amount)] * 2),
    )
for words in ("zzgl. 0,15 € Pfand", "zzgl. 3,10 € Pfand je Kasten", "6 x 0,40 € Pfand", "nach Pfandliste"):
    case(
        f"deposits that do not say what the price is for: {words}",
        text(JUICES.format(words, words)),
        rules={2: "pack_or_piece", 3: "pack_or_piece"},
    )
case(
    "the deposit of a crate beside what a bottle costs",
    text("Nr;Bier;Gebinde;Preis netto;Pfand\n1;Hell;20 x 0,5 l;0,89;3,10\n2;Pils;20 x 0,5 l;0,95;3,10"),
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "plain water in crates, hardly dearer than their deposit",
    text("Nr;Wasser;Gebinde;Preis netto;Pfand\n1;Still;12 x 0,7 l;2,99;3,30\n2;Medium;12 x 0,7 l;2,79;3,30"),
    articles={"1": ("2.99", 1, "XPK", "19"), "2": ("2.79", 1, "XPK", "19")},
    check=deposits("3.3", "3.3"),
)
for words in (
    "Preise je Kiste netto, INKLUSIVE Pfand (Pfandbetrag je Kiste 2,40)",
    "Preise netto inkl. 2,40 € Pfand je Kiste",
    "Preise netto, das Pfand ist im Preis enthalten",
):
    case(
        f"prices that hold their deposit: {words}",
        text(f"{words};;;\nNr;Saft;Einheit;Preis\n1;Apfel;Kiste;11,90\n2;Birne;Kiste;13,30"),
        header_row=2,
        rules={3: "deposit_within", 4: "deposit_within"},
    )
for words in ("Preise netto ohne Pfand", "Preise netto zzgl. Pfand", "Flaschen mit Pfand, Preise netto"):
    case(
        f"prices without their deposit: {words}",
        text(f"{words};;;\nNr;Saft;Einheit;Preis\n1;Apfel;Kiste;11,90\n2;Birne;Kiste;13,30"),
        header_row=2,
        articles={"1": ("11.9", 1, "XCR", "19"), "2": ("13.3", 1, "XCR", "19")},
    )
