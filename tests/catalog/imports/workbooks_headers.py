"""Invented lists whose headers are hard to find or to read: goods right below them, odd names, codes, measures."""

from __future__ import annotations

from tests.catalog.imports.workbooks import GROSS7, NET7, case, equal, text, workbook

case(
    "the first goods look like a second line of the header",
    workbook(
        (
            "Liste",
            [
                ["Produkt", "Format", "100 Stück", "250 Stück"],
                ["Karte A6", "A6", 29, 34],
                ["Karte A5", "A5", 39, 48],
                ["Karte A4", "A4", 49, 62],
            ],
        )
    ),
    columns={"name": "A", "price": "C", "size_price": "D"},
    articles={
        "Karte A6 100 Stück": ("29", 1, "XPK", "7"),
        "Karte A6 250 Stück": ("34", 1, "XPK", "7"),
        "Karte A5 100 Stück": ("39", 1, "XPK", "7"),
        "Karte A5 250 Stück": ("48", 1, "XPK", "7"),
        "Karte A4 100 Stück": ("49", 1, "XPK", "7"),
        "Karte A4 250 Stück": ("62", 1, "XPK", "7"),
    },
    statement=NET7,
)
case(
    "a group right below the name's header",
    text("Nr.;Artikel;Preis;Einheit\n;Teller;;\nT1;Teller flach;4,80;Stk\nT2;Teller tief;5,20;Stk\n"),
    columns={"name": "B", "article_number": "A", "price": "C"},
    articles={"T1": ("4.8", 1, "H87", "7"), "T2": ("5.2", 1, "H87", "7")},
    outcomes={2: "skipped heading"},
    statement=NET7,
)
case(
    "whole prices under words for old and new",
    text("Stück;Glasur;bisher;neu;Anm.\nBecher;blau;14;16;\nSchale;blau;18;19;\n"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
    columns={"price": "D"},
    statement=NET7,
)
case(
    "sizes named by their jar",
    text("Sorte;Glas 500g;Glas 250g\nLinde;5,90 €;3,50 €\nRaps;7,20 €;4,20 €\n"),
    columns={"name": "A", "price": "B", "size_price": "C"},
    articles={
        "Linde 500 g": ("5.5140", 1, "H87", "7"),
        "Linde 250 g": ("3.2710", 1, "H87", "7"),
        "Raps 500 g": ("6.7290", 1, "H87", "7"),
        "Raps 250 g": ("3.9252", 1, "H87", "7"),
    },
    statement=GROSS7,
)
case(
    "a class is no unit",
    text("Sorte;Gewichtskl.;Preis\nEier Freiland;M;0,25\nEier Boden;L;0,21\n"),
    articles={"Eier Freiland": ("0.25", 1, "H87", "7"), "Eier Boden": ("0.21", 1, "H87", "7")},
    statement=NET7,
    check=lambda drafts: equal([draft.attributes for draft in drafts], [{"Gewichtskl.": "M"}, {"Gewichtskl.": "L"}]),
)
case(
    "a height is no unit",
    text("Pflanze;Höhe;Preis\nLorbeer;1 m;9,80\nOlive;2 m;18,00\n"),
    articles={"Lorbeer": ("9.8", 1, "H87", "7"), "Olive": ("18", 1, "H87", "7")},
    statement=NET7,
)
case(
    "codes under Artikel, names under Bezeichnung",
    text("Artikel;Bezeichnung;Einheit;Preis\n0933-8-20;Schraube M8;Stk;0,20\n0933-8-30;Schraube M8x30;Stk;0,25\n"),
    columns={"article_number": "A", "name": "B"},
    articles={"0933-8-20": ("0.2", 1, "H87", "7"), "0933-8-30": ("0.25", 1, "H87", "7")},
    statement=NET7,
)
case(
    "a header in two languages, one that is misspelt",
    text("Art.-Nr. Item no.;Bezeichnung;Preis;Mwst-Staz\nA1;Käse;2,14;7%\nA2;Wein;11,90;19%\n"),
    columns={"article_number": "A", "vat_rate": "D"},
    articles={"A1": ("2", 1, "H87", "7"), "A2": ("10", 1, "H87", "19")},
    statement=GROSS7,
)
case(
    "tax keys that nobody explains",
    text("PLU;Bezeichnung;VK;MwSt-Schl.\n11;Kaffee;5,90;1\n12;Tasse;9,90;2\n"),
    columns={"vat_rate": "D"},
    rules={2: "vat_unclear", 3: "vat_unclear"},
    statement=GROSS7,
)
case(
    "fish by the leftmost column",
    text("Fisch;Form;Preis/kg;Abnahme\nKarpfen;lebend;5,90;ab 10 kg\nZander;ganz;12,50;\nWels;Filet;19,80;\n"),
    columns={"name": "A"},
    articles={"Karpfen": ("5.9", 1, "KGM", "7"), "Zander": ("12.5", 1, "KGM", "7"), "Wels": ("19.8", 1, "KGM", "7")},
    statement=NET7,
)
case(
    "names under Material, the supplier's reckoning beside",
    text("Material;Körnung;Preis;DB %;RG\nPflanzerde;0-15 mm;26,00;38;A\nMulch;10-40 mm;22,00;41;B\n"),
    columns={"name": "A"},
    articles={"Pflanzerde": ("26", 1, "H87", "7"), "Mulch": ("22", 1, "H87", "7")},
    statement=NET7,
    check=lambda drafts: equal([set(draft.attributes) for draft in drafts], [{"Körnung"}, {"Körnung"}]),
)
case(
    "what goods cost under EP, what they sell for under VP",
    text("Artikel;Einheit;EP;VP\nReiniger;Stk;1,11;1,85\nSeife;Stk;0,99;1,65\n"),
    columns={"purchase_price": "C", "price": "D"},
    articles={"Reiniger": ("1.85", 1, "H87", "7"), "Seife": ("1.65", 1, "H87", "7")},
    statement=NET7,
)
case(
    "prices per hundred metres further down",
    text("Nr;Artikel;Einheit;Preis/m\n1;Kabel;m;0,42\nNr;Artikel;Einheit;Preis/100 m\n2;Leitung;m;155,00\n"),
    articles={"1": ("0.42", 1, "MTR", "7")},
    rules={4: "other_columns"},
    statement=NET7,
)
case(
    "a row of a text file lacks a cell",
    text("Nr;Artikel;Preis;Bestand\n1;Seife;1,85;30\n2;Tuch;2,10;31\n3;9,80;6\n4;Besen;4,80;7\n"),
    articles={"1": ("1.85", 1, "H87", "7"), "2": ("2.1", 1, "H87", "7"), "4": ("4.8", 1, "H87", "7")},
    rules={4: "row_too_short"},
    statement=NET7,
)
case(
    "what is sold out",
    text("Paket;Preis;ab wann\nGrillpaket;79,00;sofort\nFestpaket;119,00;ausverkauft\n"),
    articles={"Grillpaket": ("79", 1, "H87", "7")},
    rules={3: "sold_out"},
    statement=NET7,
)
case(
    "two price groups under names that are no price",
    text("Artikel / Einheit;Preisgruppe A;Preisgruppe B\nBrot;1,20;1,40\nZopf;2,20;2,40\n"),
    columns={"name": "A", "price": "B"},
    rules={2: "several_prices", 3: "several_prices"},
    statement=NET7,
)
case(
    "two short words",
    text("Was;Euro\nBrot;1,20\nZopf;2,20\n"),
    columns={"name": "A", "price": "B"},
    articles={"Brot": ("1.2", 1, "H87", "7"), "Zopf": ("2.2", 1, "H87", "7")},
    statement=NET7,
)
case(
    "one name for several, told apart by their form",
    text("Fisch;Form;Preis/kg\nKarpfen;lebend;5,90\nKarpfen;Filet;15,90\nZander;Filet;29,50\n"),
    columns={"name": "A", "name_2": "B"},
    articles={
        "Karpfen lebend": ("5.9", 1, "KGM", "7"),
        "Karpfen Filet": ("15.9", 1, "KGM", "7"),
        "Zander Filet": ("29.5", 1, "KGM", "7"),
    },
    statement=NET7,
)
case(
    "the yellow one and the blue one are two",
    text("Gattung;Sorte;Farbe;Preis\nViola;Sorbet;gelb;0,62\nViola;Sorbet;blau;0,62\nBellis;Tasso;rosa;0,49\n"),
    columns={"name": "A", "name_2": "B"},
    articles={"Bellis Tasso": ("0.49", 1, "H87", "7")},
    rules={2: "name_double", 3: "name_double"},
    statement=NET7,
)
case(
    "a potter's own words above whole prices",
    workbook(
        (
            "Tabelle1",
            [
                ["Form", "Maße", "Glasur", "Preis"],
                ["Becher", "H 10 cm", "blau", 18],
                ["Schale", "Ø 15 cm", "weiß", 22],
                ["Krug", "H 22 cm", "seladon", 48],
            ],
        )
    ),
    columns={"name": "A", "price": "D"},
    articles={name: (price, 1, "H87", "19") for name, price in (("Becher", "18"), ("Schale", "22"), ("Krug", "48"))},
)
case(
    "the sign of the currency as tax programs call it",
    text("Nr;Artikel;Einheit;Preis netto;WKZ\n1;Mandeln;Karton;16,50;EUR"),
    columns={"currency": "E"},
    articles={"1": ("16.5", 1, "XCT", "19")},
)
for number, heading in enumerate(("Preis gilt für Menge", "Preis gilt für", "Price is for quantity", "Price is for")):
    case(
        f"headings of earlier templates, {number}",
        text(f"Artikelnummer;Bezeichnung;Bestelleinheit;Verkaufspreis netto;{heading}\n1;Brezel;Stück;49,00;100\n"),
        columns={"price": "D", "price_quantity": "E"},
        articles={"1": ("49", 100, "H87", "7")},
        statement=NET7,
    )
case(
    "names under what looks like a measure, beside how they are coated",
    text(
        "Artikel;Norm / Abmessung;Oberfläche;Preis netto\n933-08;DIN 933 M8 x 30;verzinkt;9,85\n"
        "934-08;DIN 934 M8 Mutter;verzinkt;28,40\n912-06;DIN 912 M6 x 20;blank;14,60\n"
    ),
    columns={"article_number": "A", "name": "B"},
    articles={"933-08": ("9.85", 1, "H87", "7"), "934-08": ("28.4", 1, "H87", "7"), "912-06": ("14.6", 1, "H87", "7")},
    statement=NET7,
)
case(
    "a coating is no name",
    text("Art.-Nr.;Oberfläche;Preis netto\n933-08;verzinkt;9,85\n934-08;blank;28,40\n912-06;schwarz;14,60\n"),
    columns={"article_number": "A", "attribute:Oberfläche": "B"},
    statement=NET7,
    check=lambda drafts: equal({draft.name for draft in drafts}, {""}),
)
case(
    "the wood a numbered article is made of names it where nothing else does",
    text("Art.-Nr.;Holzart;Stärke;Preis/m²\n11;Eiche;24 mm;89,00\n12;Buche;24 mm;69,00\n13;Esche;30 mm;79,00\n"),
    columns={"article_number": "A", "name": "B"},
    articles={"11": ("89", 1, "MTK", "7"), "12": ("69", 1, "MTK", "7"), "13": ("79", 1, "MTK", "7")},
    statement=NET7,
)
case(
    "net from six on, beside what consumers pay for one",
    text(
        "Weingut, Händlerpreisliste\n\nWein-Nr.;Wein;Ab-Hof-Preis brutto;netto ab 6 Fl.;netto ab 60 Fl.\n"
        "23-01;Müller-Thurgau;8,50;5,20;4,90\n24-02;Silvaner;9,50;5,85;5,50\n"
    ),
    header_row=3,
    columns={"rrp": "C", "price": "D", "step_price": "E"},
    articles={"23-01": ("5.2", 1, "XBO", "19"), "24-02": ("5.85", 1, "XBO", "19")},
    check=lambda drafts: equal([(draft.minimum, len(draft.steps)) for draft in drafts], [(6, 1), (6, 1)]),
)
case(
    "one gross price beside its steps",
    text("Nr;Wein;Preis brutto;ab 6 brutto\n1;Müller-Thurgau;10,70;9,63\n2;Silvaner;7,49;6,42\n"),
    columns={"price": "C", "step_price": "D"},
    articles={"1": ("10", 1, "H87", "7"), "2": ("7", 1, "H87", "7")},
    statement=GROSS7,
)
