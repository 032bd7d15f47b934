"""Encodings, quotation marks, decimal signs, numbers, several sheets, print layouts."""

from datetime import date

from catalog.imports import Memory
from tests.catalog.imports.workbooks import NET7, SILENT, case, equal, text, workbook

# 21 CP850 csv
case(
    "cp850",
    text(
        "ArtNr;Bezeichnung;Einheit;Preis netto;MwSt\n"
        "1;Käse Weißlacker;kg;12,50;7\n"
        "2;Müsli Größe ½ kg;Btl;3,20;7\n"
        "3;Öl Ölmühle;Fl;8,90;7\n",
        "cp850",
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D", "vat_rate": "E"},
    articles={"1": ("12.50", 1, "KGM", "7"), "2": ("3.20", 1, "XBG", "7"), "3": ("8.90", 1, "XBO", "7")},
    check=lambda drafts: equal([d.name for d in drafts], ["Käse Weißlacker", "Müsli Größe ½ kg", "Öl Ölmühle"]),
)

# 22 UTF-16 "Unicode Text" with tabs
case(
    "utf-16",
    (
        "Artikelnummer\tBezeichnung\tEinheit\tPreis netto\r\n7\tRohr Ø 12 mm\tm\t4,10\r\n"
        "8\tPlatte 5 m²\tStk\t1.299,00\r\n"
    ).encode("utf-16"),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"7": ("4.10", 1, "MTR", "19"), "8": ("1299", 1, "H87", "19")},
)

# 23 cp1252, stray quotation marks, sep= line
case(
    "stray quotes",
    text(
        "sep=;\n"
        "Artikelnummer;Bezeichnung;Einheit;Preis netto\n"
        '1;Rohr 1/2";m;3,20\n'
        '2;"Bogen 3/4"" verzinkt";Stk;1,10\n'
        '3;"Muffe 1"";Stk;0,90\n'
        "4;T-Stück;Stk;1,50",
        "cp1252",
    ),
    header_row=2,
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={
        "1": ("3.20", 1, "MTR", "19"),
        "2": ("1.10", 1, "H87", "19"),
        "3": ("0.90", 1, "H87", "19"),
        "4": ("1.50", 1, "H87", "19"),
    },
)

# 24 mixed decimal signs, ambiguous thousands
case(
    "mixed decimals",
    text("Nr;Artikel;Einheit;Preis netto\n1;A;Stk;10.5\n2;B;Stk;17,5\n3;C;Stk;20\n"),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"3": ("20", 1, "H87", "19")},
    rules={2: "mixed_decimal", 3: "mixed_decimal"},
)
case(
    "ambiguous",
    text("Nr;Artikel;Einheit;Preis netto\n1;A;Stk;1.234\n2;B;Stk;2.500\n3;C;Stk;900\n"),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"3": ("900", 1, "H87", "19")},
    rules={2: "ambiguous_number", 3: "ambiguous_number"},
)
case(
    "german numbers",
    text(
        "Nr;Artikel;Einheit;Preis netto\n"
        "1;A;Stk;1.299,-\n"
        "2;B;Stk;-,55\n"
        "3;C;Stk;1.234\n"
        "4;D;Stk;12,50-\n"
        "5;E;Stk;0,55 - 0,60\n"
        "6;F;Stk;auf Anfrage\n"
        "7;G;Stk;1 234,56\n"
        "8;H;Stk;3,20 €\n"
        "9;I;Stk;$ 4,00\n"
        "10;J;Stk;0,00\n"
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={
        "1": ("1299", 1, "H87", "19"),
        "2": ("0.55", 1, "H87", "19"),
        "7": ("1234.56", 1, "H87", "19"),
        "8": ("3.20", 1, "H87", "19"),
    },
    rules={
        4: "ambiguous_number",
        5: "price_negative",
        6: "price_range",
        7: "price_on_request",
        10: "foreign_currency",
        11: "price_zero",
    },
)

case(
    "prices in whole euros beside such with cents",
    text("Nr;Artikel;Preis netto\n1;Tisch;1.290\n2;Stuhl;189\n3;Hocker;89,50\n4;Bank;420,00\n5;Regal;1.150,00"),
    articles={
        number: (price, 1, "H87", "19")
        for number, price in (("1", "1290"), ("2", "189"), ("3", "89.5"), ("4", "420"), ("5", "1150"))
    },
)

# 25 article numbers that Excel has eaten
case(
    "mangled numbers",
    workbook(
        (
            "Liste",
            [
                ["Art.Nr.", "Artikel", "Einheit", "Preis netto"],
                [date(2026, 5, 12), "A", "Stk", 1.0],
                ["4,26044E+12", "B", "Stk", 2.0],
                ["A-100", "C", "Stk", 3.0],
                ["a-100", "D", "Stk", 4.0],
                ["X1", "E", "Stk", 5.0],
                ["X1", "E", "Stk", 6.0],
                ["Y1", "F", "Stk", 7.0],
                ["Y1", "F", "Stk", 7.0],
                [None, "G", "Stk", 8.0],
                ["Z ", "H", "Stk", 9.0],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"Y1": ("7", 1, "H87", "19"), "Z": ("9", 1, "H87", "19")},
    rules={
        2: "number_is_date",
        3: "number_mangled",
        4: "number_two_spellings",
        5: "number_two_spellings",
        6: "number_double",
        7: "number_double",
        10: "number_missing",
    },
)

# 26 units that need a decision
case(
    "units",
    text(
        "Nr;Artikel;Einheit;Preis netto\n"
        "1;A;STK;1,00\n"
        "2;B;lfm;1,00\n"
        "3;C;Zpfl;1,00\n"
        "4;D;VE 6 x 500 g;1,00\n"
        "5;E;ca. 300-500 g/St;1,00\n"
        "6;F;10er Pack;1,00\n"
        "7;G;;1,00\n"
        "8;H;FL;1,00\n"
        "9;I;100 g;1,00\n"
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={
        "1": ("1", 1, "H87", "19"),
        "2": ("1", 1, "MTR", "19"),
        "4": ("1", 1, "XPK", "19"),
        "5": ("1", 1, "H87", "19"),
        "6": ("1", 1, "XPK", "19"),
        "8": ("1", 1, "XBO", "19"),
        "9": ("1", 1, "H87", "19"),
    },
    rules={4: "unit_unknown", 8: "unit_missing"},
)
case(
    "units remembered",
    text("Nr;Artikel;Einheit;Preis netto\n3;C;Zpfl;1,00\n"),
    articles={"3": ("1", 1, "XBE", "19")},
    memory=Memory(units={"Zpfl": "XBE"}),
)

# 27 several sheets: help, hidden copy, customers, the list
case(
    "sheets",
    workbook(
        ("Anleitung", [["So geht es"], ["Tragen Sie Ihre Artikel auf dem Blatt Sortiment ein."]]),
        ("Kunden", [["Kundennr.", "Name", "Ort"], [1, "Hotel", "Leipzig"], [2, "Mensa", "Halle"]]),
        (
            "Sortiment",
            [["Nummer", "Bezeichnung", "Einheit", "VK netto"], ["1", "Brot", "Stk", 3.0], ["2", "Kuchen", "Stk", 12.0]],
        ),
        ("Sortiment alt", [["Nummer", "Bezeichnung", "Einheit", "VK netto"], ["1", "Brot", "Stk", 2.0]]),
        ("Umsatz", [["Monat", "Umsatz"], ["Januar", 1000], ["Februar", 1200]]),
        hidden="Sortiment alt",
    ),
    sheet="Sortiment",
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"1": ("3", 1, "H87", "7"), "2": ("12", 1, "H87", "7")},
    statement=NET7,
)

# 28 sums, repeated headers, notes in the middle
case(
    "print layout",
    workbook(
        (
            "Druck",
            [
                ["Artikelnr", "Bezeichnung", "Einheit", "Preis netto"],
                ["1", "Brot", "Stk", 3.0],
                ["2", "Kuchen", "Stk", 12.0],
                [None, "Zwischensumme", None, 15.0],
                ["Artikelnr", "Bezeichnung", "Einheit", "Preis netto"],
                [None, "* Diese Artikel nur auf Vorbestellung, bitte zwei Tage vorher anrufen.", None, None],
                ["3", "Torte", "Stk", 28.0],
                [None, "Summe", None, 43.0],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"1": ("3", 1, "H87", "7"), "2": ("12", 1, "H87", "7"), "3": ("28", 1, "H87", "7")},
    outcomes={4: "skipped sum", 5: "skipped repeated_header", 6: "skipped note", 8: "skipped sum"},
    statement=NET7,
)
case(
    "the same name in two sizes, in a list without numbers",
    text("Sorte;Inhalt;Preis netto\nHausmischung;250 g;6,50\nHausmischung;1000 g;22,00\nMokka;500 g;12,10"),
    articles={
        "Hausmischung 250 g": ("6.5", 1, "H87", "19"),
        "Hausmischung 1000 g": ("22", 1, "H87", "19"),
        "Mokka 500 g": ("12.1", 1, "H87", "19"),
    },
)
case(
    "prices free to the door are the goods' own",
    text(
        "Tagespreise frei Haus (netto, 7%)\nFisch;Preis;Einheit\nForelle;9,80;kg\nSaibling;12,90;kg\nKaviar;8,90;Glas"
    ),
    header_row=2,
    statement=SILENT,
    articles={
        "Forelle": ("9.8", 1, "KGM", "7"),
        "Saibling": ("12.9", 1, "KGM", "7"),
        "Kaviar": ("8.9", 1, "XJR", "7"),
    },
)
case(
    "an aside on the tax of deposits",
    text(
        "Händlerpreise 2026 – netto, zzgl. 19 % MwSt. und Pfand (Pfand ebenfalls netto)\n"
        "Nr;Bier;Gebinde;Preis/Kasten;Pfand/Kasten\n"
        "1;Hell;Kasten 20 x 0,5 l;15,90;3,10\n2;Pils;Kasten 20 x 0,5 l;15,40;3,10"
    ),
    header_row=2,
    statement=SILENT,
    articles={"1": ("15.9", 1, "XCS", "19"), "2": ("15.4", 1, "XCS", "19")},
)
