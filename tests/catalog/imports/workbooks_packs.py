"""Invented lists that say beside the price how the goods are packed: by a word, a crate's short form, a content."""

from __future__ import annotations

from decimal import Decimal

from tests.catalog.imports.workbooks import case, equal, text


def shown(*wanted: dict[str, str]):
    return lambda drafts: equal([draft.attributes for draft in drafts], list(wanted))


def held(*wanted: tuple[object, str | None]):
    return lambda drafts: equal([(draft.content, draft.content_unit) for draft in drafts], list(wanted))


case(
    "how meat is packed beside a price per kilogram",
    text("Artikel;Gebinde;Preis je kg\nBraten;vak.;8,90\nLeberkäse;2 kg Form;7,50\nSchinken;ca. 2,5 kg;14,00"),
    articles={
        "Braten": ("8.9", 1, "KGM", "19"),
        "Leberkäse": ("7.5", 1, "KGM", "19"),
        "Schinken": ("14", 1, "KGM", "19"),
    },
    check=shown({"Verpackung": "vak."}, {"Verpackung": "2 kg Form"}, {"Verpackung": "ca. 2,5 kg"}),
)
case(
    "how it is packed, where the letterhead says what prices are for",
    text("Alle Preise je kg;;\nArtikel;Verpackung;Preis\nBraten;vakuumiert;8,90\nHack;lose;7,50"),
    header_row=2,
    articles={"Braten": ("8.9", 1, "KGM", "19"), "Hack": ("7.5", 1, "KGM", "19")},
)
case(
    "how it is packed beside a price per piece",
    text("Artikel;Verpackung;Preis/Stück\nSaft;Bag-in-Box 5 l;12,90\nReiniger;Sprühflasche 1 l;4,20\nBrot;lose;3,00"),
    articles={
        "Saft": ("12.9", 1, "H87", "19"),
        "Reiniger": ("4.2", 1, "H87", "19"),
        "Brot": ("3", 1, "H87", "19"),
    },
    check=held((5, "LTR"), (1, "LTR"), (None, None)),
)
case(
    "how it is packed, and nobody says what the price is for",
    text("Artikel;Gebinde;Preis\nBraten;vak.;8,90\nHack;lose;7,50"),
    rules={2: "unit_unknown", 3: "unit_unknown"},
)
case(
    "crates in short beside a price per crate",
    text("Artikel;Gebinde;Preis/Kasten\nPils;20x0,5;12,90\nWasser;12x1,0 PET;4,20"),
    articles={"Pils": ("12.9", 1, "XCS", "19"), "Wasser": ("4.2", 1, "XCS", "19")},
    check=held((10, "LTR"), (12, "LTR")),
)
case(
    "crates in short beside a price per bottle",
    text("Artikel;Gebinde;Preis/Flasche\nPils;20 x 0,5;0,90\nWein;6/0,75;5,20"),
    articles={"Pils": ("18", 1, "XPK", "19"), "Wein": ("31.2", 1, "XPK", "19")},
)
case(
    "crates in short beside a price that may be for either",
    text("Artikel;Gebinde;Preis\nPils;20x0,5;12,90\nCola;24 x 0,33;13,20"),
    columns={"packaging": "B"},
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "crates in short of what may be litres or kilograms",
    text("Artikel;Gebinde;Preis je Gebinde\nButter;20x0,25;32,90\nQuark;10 x 0,5;13,20"),
    articles={"Butter": ("32.9", 1, "XPK", "19"), "Quark": ("13.2", 1, "XPK", "19")},
    check=held((20, "H87"), (10, "H87")),
)
case(
    "cross sections of cables are no crates",
    text("Artikel;Typ;Einheit;Preis\nKabel;3x1,5;m;0,90\nLeitung;5x2,5;m;2,10"),
    articles={"Kabel": ("0.9", 1, "MTR", "19"), "Leitung": ("2.1", 1, "MTR", "19")},
)
for header, pack in (("Inhalt l", "Flasche"), ("Inhalt Liter", "Flasche"), ("Inhalt/l", "Flasche")):
    case(
        f"a content whose header names the litre: {header}",
        text(f"Artikel;{header};Einheit;Preis\nSaft;1;{pack};8,90\nSirup;0,75;{pack};4,20"),
        columns={"content": "B"},
        articles={"Saft": ("8.9", 1, "XBO", "19"), "Sirup": ("4.2", 1, "XBO", "19")},
        check=held((1, "LTR"), (0.75, "LTR")),
    )
case(
    "what is in a bag is no unit",
    text("Artikel;Inhalt Beutel;Preis je Beutel\nKaffee;500 g;8,90\nTee;250 g;4,20"),
    columns={"content": "B", "unit": None},
    articles={"Kaffee": ("8.9", 1, "XBG", "19"), "Tee": ("4.2", 1, "XBG", "19")},
)
case(
    "how many are in a carton",
    text("Artikel;Inhalt pro Karton;Einheit;Preis\nSaft;6;Karton;8,90\nWasser;12;Karton;4,20"),
    columns={"content_per_unit": "B"},
    articles={"Saft": ("8.9", 1, "XCT", "19"), "Wasser": ("4.2", 1, "XCT", "19")},
    check=held((6, "H87"), (12, "H87")),
)
case(
    "prices for a hundred beside packs of pieces",
    text("Nr;Artikel;VPE;Preis je 100\n1;Schraube;200 Stk;3,20\n2;Mutter;100 Stk;4,20\n3;Anker;Karton 50 Stk;40"),
    articles={"1": ("6.4", 1, "XPK", "19"), "2": ("4.2", 1, "XPK", "19"), "3": ("20", 1, "XCT", "19")},
)
case(
    "a price per pack, called Verpackung",
    text("Artikel;Verpackung;Preis pro Verpackung\nSchraube;100 Stück;3,20\nMutter;Karton 200 Stk;4,20"),
    articles={"Schraube": ("3.2", 1, "XPK", "19"), "Mutter": ("4.2", 1, "XCT", "19")},
)
case(
    "hundreds in short",
    text("Artikel;ME;Preis;Preiseinheit\nSchraube;Stk;3,20;per 100\nMutter;Stk;4,20;% Stk\nNagel;Stk;0,90;1"),
    articles={
        "Schraube": ("3.2", 100, "H87", "19"),
        "Mutter": ("4.2", 100, "H87", "19"),
        "Nagel": ("0.9", 1, "H87", "19"),
    },
)
case(
    "a header that names an amount",
    text("Artikel;Preis 5 kg\nMöhren;5,90\nZwiebeln;4,90"),
    articles={"Möhren": ("5.9", 5, "KGM", "19"), "Zwiebeln": ("4.9", 5, "KGM", "19")},
)
case(
    "the crate behind what is in it",
    text(
        "Nr;Saft;Gebinde;Preis je Gebinde\n1;Apfel;6 x 1,0 l Kasten;7,90\n2;Birne;12 x 0,7 l Fl.;9,90\n"
        "3;Quitte;6 x 330 ml Karton;6,60"
    ),
    articles={"1": ("7.9", 1, "XCS", "19"), "2": ("9.9", 1, "XPK", "19"), "3": ("6.6", 1, "XCT", "19")},
    check=held((6, "LTR"), (Decimal("8.4"), "LTR"), (1980, "MLT")),
)
case(
    "units in two languages",
    text(
        "Kód / Nr.;Název / Bezeichnung;MJ / ME;EUR netto\n1;Váza / Vase;ks / Stk;14,80\n"
        "2;Sada / Gläser;sada / Set;22,50"
    ),
    columns={"name": "B", "unit": "C", "price": "D"},
    articles={"Váza / Vase": ("14.8", 1, "H87", "19"), "Sada / Gläser": ("22.5", 1, "SET", "19")},
)
case(
    "two units beside each other",
    text("Nr;Artikel;Einheit;Preis\n1;Kabel;Rolle / m;14,80\n2;Draht;m;2,50"),
    articles={"2": ("2.5", 1, "MTR", "19")},
    rules={2: "unit_unknown"},
)
case(
    "prices per VE beside the Verkaufseinheit",
    text("Nr;Saat;Verkaufseinheit;Preis je VE\n1;Möhre;100 g;4,90\n2;Klee;1 kg;12,50\n3;Erbse;Sack 25 kg;80,00"),
    articles={"1": ("4.9", 1, "H87", "19"), "2": ("12.5", 1, "KGM", "19"), "3": ("80", 1, "XSA", "19")},
    check=held((100, "GRM"), (None, None), (25, "KGM")),
)
case(
    "bags in cartons, each in a column of its own",
    text(
        "Art.Nr.;Sorte;Beutel;Grundpreis €/kg;Preis netto €;Karton\n1;Drops;150 g;18,00;2,70;12 Btl.\n"
        "2;Malz;200 g;13,50;2,70;12 Btl."
    ),
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "a least order in pieces",
    text("Artikel;Sorte;Mindestabnahme Stück;Preis je 100 Stück\nG1;Salat;60;7,80\nG2;Sellerie;45;14,20"),
    articles={"G1": ("7.8", 100, "H87", "19"), "G2": ("14.2", 100, "H87", "19")},
    check=lambda drafts: equal([one.minimum for one in drafts], [60, 45]),
)
