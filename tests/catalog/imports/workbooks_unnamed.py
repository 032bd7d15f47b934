"""Invented lists whose goods have no column of names."""

from __future__ import annotations

from datetime import datetime

from tests.catalog.imports.workbooks import NET7, SILENT, case, equal, text, workbook

case(
    "eggs by size and keeping",
    text(
        "Größe / Haltung;Code;Preis je 100 Stück;Verpackung\n"
        "L Bodenhaltung;2;18,50;Karton 180\nM Bodenhaltung;2;16,50;Karton 180\nL Bio;0;32,00;Karton 180"
    ),
    columns={"name": "A", "price": "C", "packaging": "D"},
    articles={
        "L Bodenhaltung": ("33.3", 1, "XCT", "7"),
        "M Bodenhaltung": ("29.7", 1, "XCT", "7"),
        "L Bio": ("57.6", 1, "XCT", "7"),
    },
    statement=NET7,
)
case(
    "nothing but models",
    text("Typ;Preis netto\nS201-B16;12,00\nS201-B10;11,00\nF204-A40;45,00"),
    columns={"name": "A"},
    articles={
        "S201-B16": ("12", 1, "H87", "19"),
        "S201-B10": ("11", 1, "H87", "19"),
        "F204-A40": ("45", 1, "H87", "19"),
    },
)
for header in ("Typ", "Type", "Ausführung", "Modell", "Beschreibung", "Artikeltyp"):
    case(
        f"numbers and only {header}",
        text(f"Art.-Nr.;{header};Preis netto\n1001;Gartenbank Eiche;120,00\n1002;Hocker Buche;60,00\n1003;Tisch;80,00"),
        columns={"article_number": "A", "name": "B"},
        check=lambda drafts: equal([one.name for one in drafts], ["Gartenbank Eiche", "Hocker Buche", "Tisch"]),
    )
case(
    "types that are groups stay groups",
    text("Typ;Name;Preis netto\nSeife;Lavendel;3,00\nSeife;Rose;4,00\nShampoo;Birke;6,00"),
    columns={"category": "A", "name": "B"},
)
case(
    "a price list with colours names no articles",
    text("Art.-Nr.;Farbe;Preis netto\n1001;rot;120,00\n1002;blau;60,00\n1003;grün;80,00"),
    columns={"article_number": "A", "attribute:Farbe": "B", "name": None},
)
case(
    "codes of models beside names, with numbers",
    text("Art.-Nr.;Modell;Bezeichnung;Preis netto\n1001;GB 100;Gartenbank;120,00\n1002;GT 200;Tisch;60,00"),
    columns={"article_number": "A", "attribute:Modell": "B", "name": "C"},
)
case(
    "codes of models with a blank beside names",
    text("Modell;Bezeichnung;Preis netto\nGB 100;Gartenbank;120,00\nGT 200;Tisch;60,00\nGT 210;Tisch;65,00"),
    columns={"article_number": "A", "name": "B"},
)
case(
    "models' names beside goods stay part of the name",
    text("Modell;Bezeichnung;Preis netto\nLuna;Gartenbank;120,00\nSola;Tisch;60,00\nTerra;Tisch;65,00"),
    columns={"name": "A", "name_2": "B"},
)
case(
    "what a lamp takes is not its name",
    text("Typ;Leistung;Preis netto\nLED 10;10 W;9,90\nLED 20;20 W;14,90\nLED 30;30 W;19,90"),
    columns={"name": "A", "attribute:Leistung": "B"},
)
case(
    "forms that are vessels elsewhere, and large ones",
    text("Nr;Form;Händler netto\nT1;Becher groß;7,90\nT2;Kanne groß;34,00\nT3;Krug;28,00"),
    columns={"article_number": "A", "name": "B", "price": "C"},
    articles={"T1": ("7.9", 1, "H87", "19"), "T2": ("34", 1, "H87", "19"), "T3": ("28", 1, "H87", "19")},
)
case(
    "units under a header that says nothing, beside numbers alone",
    text("Nr;?;Preis netto\nT1;kg;7,90\nT2;kg;34,00\nT3;Sack;28,00"),
    columns={"article_number": "A", "unit": "B", "price": "C"},
)
case(
    "a program's search word before the second line of the name",
    text("Nr;Matchcode;Bezeichnung 2;Preis netto\n1;Tauwerk 10 mm;orange;41,50\n2;Karabiner;verzinkt;8,40"),
    columns={"name": "B", "name_2": "C"},
    articles={"1": ("41.5", 1, "H87", "19"), "2": ("8.4", 1, "H87", "19")},
)
case(
    "yarns by their quality, with how far they reach",
    text("Art.;Qualität;Lauflänge;Preis netto\nG1;Merino fein;210 m/50 g;4,90\nG2;Alpaka;120 m/50 g;6,40"),
    columns={"article_number": "A", "name": "B", "attribute:Lauflänge": "C"},
)
case(
    "words that nobody knows beside the euro, and a price of the day",
    text(
        "Forellenzucht\nNettopreise per kg (7% USt.)\nFisch;Zustand;EUR\nRegenbogenforelle;lebend;9,5\n"
        "Forelle filetiert;frisch;21,8\nSaibling;ausgenommen;15,2\nKarpfen;lebend;Tagespreis\nHecht;lebend;"
    ),
    header_row=3,
    statement=SILENT,
    columns={"name": "A", "price": "C"},
    articles={
        "Regenbogenforelle": ("9.5", 1, "KGM", "7"),
        "Forelle filetiert": ("21.8", 1, "KGM", "7"),
        "Saibling": ("15.2", 1, "KGM", "7"),
    },
    rules={7: "price_on_request"},
)
case(
    "numbers in two parts, one of which has become a date",
    workbook(
        (
            "Figuren",
            [
                ["Form", "Figur", "Preis/Stück netto"],
                [datetime(2026, 5, 12), "Ritter zu Pferd", 14.9],
                ["12-40", "Bannerträger", 8.9],
                ["13-07", "Trommler", 7.5],
                ["13-22", "Bogenschütze", 8.2],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B"},
    articles={
        "12-40": ("8.9", 1, "H87", "19"),
        "13-07": ("7.5", 1, "H87", "19"),
        "13-22": ("8.2", 1, "H87", "19"),
    },
    rules={2: "number_is_date"},
)
case(
    "goods under the shade, below groups",
    text(
        "Händlernetto, zzgl. ges. MwSt. 19%\nArt;Farbton;Gebinde;Preis / Gebinde\nLack;;;\n"
        "L-750;Schwedenrot 750 ml;Dose;12,40\nL-2500;Schwedenrot 2,5 l;Dose;34,90\nWandfarbe;;;\n"
        "W-5;Kalkweiß 5 l;Eimer;22,50"
    ),
    header_row=2,
    columns={"article_number": "A", "name": "B"},
    articles={
        "L-750": ("12.4", 1, "XCX", "19"),
        "L-2500": ("34.9", 1, "XCX", "19"),
        "W-5": ("22.5", 1, "XBJ", "19"),
    },
)
case(
    "an assortment of which every line is another, beside numbers and measures",
    text(
        "Artikelnr.;Sortiment;Maß (mm);ME;Preis € netto\nH1;Dachlatte Fichte;30 x 50;lfm;0,89\n"
        "H2;Kantholz Fichte;60 x 80;lfm;3,45\nH3;Rauspund N+F;21 x 121;m²;11,90\nH4;Sägemehl;;Sack;4,50"
    ),
    columns={"article_number": "A", "name": "B"},
    articles={
        "H1": ("0.89", 1, "MTR", "19"),
        "H2": ("3.45", 1, "MTR", "19"),
        "H3": ("11.9", 1, "MTK", "19"),
        "H4": ("4.5", 1, "XSA", "19"),
    },
)
case(
    "a size that is also a letter of the name",
    text(
        "Artikel;Größe;Packung;Preis/Packung netto\nFREILANDEIER;M;10er Schachtel;2,35\n"
        "FREILANDEIER;L;10er Schachtel;2,65\nEIER XL;XL;10er Schachtel;2,95"
    ),
    columns={"name": "A", "name_2": "B"},
    articles={
        "FREILANDEIER M": ("2.35", 1, "XBX", "7"),
        "FREILANDEIER L": ("2.65", 1, "XBX", "7"),
        "EIER XL": ("2.95", 1, "XBX", "7"),
    },
    statement=NET7,
)
