"""Invented sheets with several tables below each other, and farms', dealers' and wine lists of odd layout."""

from __future__ import annotations

from decimal import Decimal

from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

case(
    "the same columns again in another order, with another name",
    workbook(
        (
            "Liste",
            [
                ["Brot"],
                ["Art.-Nr.", "Artikel", "Einheit", "Preis netto"],
                ["1", "Roggenbrot", "Stk", 3.2],
                ["2", "Toast", "Stk", 2.2],
                [None],
                ["Getränke"],
                ["Nr", "Bezeichnung", "Preis netto", "Einheit", "Herkunft"],
                ["10", "Cola", 1.2, "Fl.", "Leipzig"],
                ["11", "Bier", 1.1, "Fl.", "Halle"],
            ],
        )
    ),
    header_row=2,
    articles={
        "1": ("3.2", 1, "H87", "7"),
        "2": ("2.2", 1, "H87", "7"),
        "10": ("1.2", 1, "XBO", "7"),
        "11": ("1.1", 1, "XBO", "7"),
    },
    outcomes={6: "skipped heading", 7: "skipped repeated_header"},
    statement=NET7,
    check=lambda drafts: equal(drafts[-1].category, "Getränke"),
)
case(
    "other columns further down",
    workbook(
        (
            "Liste",
            [
                ["Nr", "Artikel", "Preis netto"],
                ["1", "Roggenbrot", 3.2],
                ["2", "Toast", 2.2],
                [None],
                ["Nr", "Artikel", "Stück je Kasten", "Preis netto", "Pfand"],
                ["10", "Cola", 24, 18.5, 5.1],
                ["11", "Bier", 20, 15.5, 3.1],
            ],
        )
    ),
    articles={"1": ("3.2", 1, "H87", "7"), "2": ("2.2", 1, "H87", "7")},
    outcomes={5: "skipped repeated_header"},
    rules={6: "other_columns", 7: "other_columns"},
    statement=NET7,
)
case(
    "gross prices further down",
    workbook(
        (
            "Liste",
            [
                ["Artikel", "Einheit", "Preis netto"],
                ["Roggenbrot", "Stk", 3.2],
                ["Artikel", "Einheit", "Preis brutto"],
                ["Cola", "Fl.", 1.19],
            ],
        )
    ),
    articles={"Roggenbrot": ("3.20", 1, "H87", "7")},
    rules={4: "other_columns"},
    statement=NET7,
)
case(
    "farm with packs of kilograms",
    workbook(
        (
            "KW 47",
            [
                ["Hof Birkenau, Lieferliste KW 47"],
                [None],
                ["Gemüse", "Herkunft", "VPE", "Preis", "Bestellung"],
                [None, None, None, "€/VPE", "Anzahl"],
                ["Wurzeln"],
                ["Möhren", "eigen", "10 kg", 14.5, None],
                ["Möhren Bund", "eigen", "12 Bd", 15.6, None],
                ["Feldsalat", "Region", "1 kg", None, None],
                ["ausverkauft"],
            ],
        )
    ),
    header_row=3,
    columns={"name": "A", "origin": "B", "packaging": "C", "price": "D"},
    articles={"Möhren eigen": ("14.5", 1, "H87", "7"), "Möhren Bund eigen": ("15.6", 1, "XPK", "7")},
    outcomes={5: "skipped heading", 9: "skipped footer"},
    rules={8: "price_missing"},
    statement=NET7,
    check=lambda drafts: equal((drafts[1].content, drafts[1].content_unit), (Decimal(10), "KGM")),
)
case(
    "price per unit beside the pack's",
    workbook(
        (
            "Liste",
            [
                ["Gruppe", "Nr.", "Artikel", "Menge/VE", "ME", "Preis/ME", "Preis/VE"],
                ["Brot", "1", "Roggenbrot", 6, "Stk", 3.2, 19.2],
                [None, "2", "Mischbrot", 6, "Stk", 3.0, 18.0],
            ],
        )
    ),
    columns={"price": "F", "unit": "E"},
    articles={"1": ("3.2", 1, "H87", "7"), "2": ("3", 1, "H87", "7")},
    statement=NET7,
)
case(
    "an additional charge is no tax",
    text("Leistung;Einheit;EP netto;Bemerkung\nMontage;Std.;58,00;zzgl. Anfahrt\n"),
    articles={"Montage": ("58", 1, "HUR", "7")},
    statement=NET7,
)
case(
    "prices by groups of customers",
    text("Artikel;Gruppe A;Gruppe B\nKerze;2,50;2,20\nLicht;3,50;3,20\n"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
    statement=NET7,
)
case(
    "wine by bottle and carton",
    text("Jahrgang;Wein;Flasche 0,75 l;Karton 6 Fl.\n2023;Riesling;8,50;48,00\n2022;Silvaner;7,50;42,00\n"),
    columns={"name": "B", "price": "C"},
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
    statement=NET7,
)
case(
    "net and gross in two letters",
    text("Artikel;Einheit;Preis o. MwSt.;Preis m. MwSt.\nBrot;Stk;3,00;3,21\n"),
    columns={"price": "C", "price_gross": "D"},
    articles={"Brot": ("3", 1, "H87", "7")},
    statement=NET7,
)
case(
    "two prices under one merged header",
    workbook(
        (
            "Liste",
            [
                ["Bäckerei Kraus"],
                ["Nr.", "Backware", "Gewicht", "Preise in EUR", None, "MwSt"],
                [None, None, "(g)", "Filiale", "Wiederverk.", "%"],
                [1, "Roggenmischbrot", 1000, 4.2, 3.1, 7],
                [2, "Dinkelbrot", 750, 4.9, 3.6, 7],
            ],
        ),
        style=lambda sheet: sheet.merge_cells("D2:E2"),
    ),
    header_row=2,
    columns={"article_number": "A", "name": "B", "price": "E", "vat_rate": "F"},
    articles={"1": ("3.1", 1, "H87", "7"), "2": ("3.6", 1, "H87", "7")},
    statement=NET7,
)
case(
    "two prices, one of them under no header",
    text("Artikel;Einheit;Preis;\nBrot;Stk;3,20;4,20\nZopf;Stk;4,20;5,20\n"),
    rules={2: "several_prices", 3: "several_prices"},
    statement=NET7,
)
case(
    "grams are what is in it, kilograms may be what is sold",
    text("Artikel;Inhalt;Einheit;Preis\nHonig;500;g;6,50\nSaft;0,75;l;2,50\nMehl;25;kg;21,00\nSalz;1;kg;0,90\n"),
    articles={"Honig": ("6.5", 1, "H87", "7"), "Saft": ("2.5", 1, "H87", "7"), "Salz": ("0.9", 1, "KGM", "7")},
    rules={4: "pack_or_piece"},
    statement=NET7,
    check=lambda drafts: equal((drafts[0].content, drafts[0].content_unit), (Decimal(500), "GRM")),
)
case(
    "six jars, for one of them or for all",
    text("Artikel;Menge;Einheit;Preis\nHonig;6;Glas;39,00\nSaft;1;Flasche;3,00\n"),
    articles={"Saft": ("3", 1, "XBO", "7")},
    rules={2: "pack_or_piece"},
    statement=NET7,
)
case(
    "charges of the whole order below the list",
    text("Artikel;Preis\nBrot;3,50\nZopf;4,50\nMindestbestellwert;50,00\nLieferpauschale;5,50\n"),
    articles={"Brot": ("3.5", 1, "H87", "7"), "Zopf": ("4.5", 1, "H87", "7")},
    outcomes={4: "skipped footer", 5: "skipped footer"},
    statement=NET7,
)
case(
    "an order form with fields to fill above the header",
    workbook(
        (
            "Bestellung",
            [
                ["Bestellformular"],
                ["Kunde:", None, "Datum:"],
                ["Artikel-Nr.", "Artikel", "Einheit", "Preis netto", "Menge", "Summe"],
                ["1", "Brot", "Stk", 3.5, None, 0],
                [None, None, None, "Gesamt", None, 0],
            ],
        )
    ),
    header_row=3,
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"1": ("3.5", 1, "H87", "7")},
    outcomes={5: "skipped sum"},
    statement=NET7,
    check=lambda drafts: equal(drafts[0].attributes, {}),
)
case(
    "half a kilogram as a fraction",
    text("Artikel;Gebinde;Preis/kg\nBrot;1/2 kg;4,20\nKäse;¼ kg;16,00\nBier;Kasten 24 x 1 kg;1,00\n"),
    articles={"Brot": ("2.1", 1, "H87", "7"), "Käse": ("4", 1, "H87", "7"), "Bier": ("24", 1, "XCS", "7")},
    statement=NET7,
)
case(
    "the meaning of tax codes in the header",
    text("Artikel;Einheit;Preis;MwSt (1=7%, 2=19%)\nBrot;Stk;3,50;1\nSekt;Fl.;8,00;2\n"),
    articles={"Brot": ("3.5", 1, "H87", "7"), "Sekt": ("8", 1, "XBO", "19")},
    statement=NET7,
)
case(
    "a price per kilogram that says so in front",
    text("Artikel;Kolli;Inhalt/Kolli;kg-Preis\nTomaten;Kiste;6 kg;2,30\n"),
    columns={"packaging": "B", "price": "D"},
    articles={"Tomaten": ("13.8", 1, "XCR", "7")},
    statement=NET7,
)
case(
    "a price for the parcel, whatever it is",
    text("Artikel;Kolli;Inhalt/Kolli;Preis/Kolli\nTomaten;Kiste;6 kg;13,80\n"),
    articles={"Tomaten": ("13.8", 1, "XCR", "7")},
    statement=NET7,
)
case(
    "prices behind a stroke are one for each size",
    text("Kaffee;Preis/250 g;Preis/500 g\nEspresso;5,50;10,50\n"),
    articles={"Espresso 250 g": ("5.5", 1, "H87", "7"), "Espresso 500 g": ("10.5", 1, "H87", "7")},
    statement=NET7,
)
case(
    "a price, and prices by size beside it",
    text("Tee;Preis;100 g;250 g\nAssam;5,00;5,00;11,00\n"),
    rules={2: "several_prices"},
    statement=NET7,
)
case(
    "days under short words",
    text(
        "Nr;Artikel;Einheit;Preis;von;bis\n1;Brot;Stk;3,20;01.01.2020;31.12.2020\n2;Zopf;Stk;3,60;01.01.2020;31.12.2099\n"
    ),
    columns={"valid_from": "E", "valid_to": "F"},
    articles={"2": ("3.6", 1, "H87", "7")},
    rules={2: "expired"},
    statement=NET7,
)
case(
    "the price of a pack beside the unit of a piece",
    text("Nr;Artikel;Einheit;VE;VE-Preis\n1;Stumpenkerze;Stk;12;22,20\n2;Spitzkerze;Stk;6;20,40\n"),
    rules={2: "price_unit_differs", 3: "price_unit_differs"},
    statement=NET7,
)
case(
    "a shorter table below, whose price stands further left",
    workbook(
        (
            "Liste",
            [
                ["TORTEN"],
                ["Nr", "Torte", "Ø cm", "Preis netto"],
                ["T1", "Kirschtorte", 26, 38],
                ["T2", "Eierschecke", 28, 29.5],
                ["GEBÄCK"],
                ["Nr", "Gebäck", "Preis netto"],
                ["K1", "Makronen", 5.9],
                ["K2", "Spritzgebäck", 5.4],
            ],
        )
    ),
    header_row=2,
    articles={
        "T1": ("38", 1, "H87", "7"),
        "T2": ("29.5", 1, "H87", "7"),
        "K1": ("5.9", 1, "H87", "7"),
        "K2": ("5.4", 1, "H87", "7"),
    },
    outcomes={6: "skipped repeated_header"},
    statement=NET7,
    check=lambda drafts: equal([draft.name for draft in drafts[-2:]], ["Makronen", "Spritzgebäck"]),
)
case(
    "a shorter table below with packs waits, under its own names and prices",
    workbook(
        (
            "Liste",
            [
                ["Nr", "Torte", "Ø cm", "Preis netto"],
                ["T1", "Kirschtorte", 26, 38],
                ["T2", "Eierschecke", 28, 29.5],
                [None],
                ["Nr", "Packung", "Gebäck", "Preis netto"],
                ["K1", "Karton 6 Stück", "Makronen", 16.8],
                ["K2", "Beutel 250 g", "Spritzgebäck", 5.4],
            ],
        )
    ),
    articles={"T1": ("38", 1, "H87", "7"), "T2": ("29.5", 1, "H87", "7")},
    rules={6: "other_columns", 7: "other_columns"},
    statement=NET7,
    check=lambda drafts: equal([draft.name for draft in drafts[-2:]], ["Makronen", "Spritzgebäck"]),
)
case(
    "a price per square metre for each thickness, a dash where there is none",
    text("Preise €/m² netto\n\nMaterial;Stärke 2 cm;Stärke 3 cm\nPorphyr;98;124\nGranit;64;–\nGneis;112;138\n"),
    header_row=3,
    columns={"name": "A", "price": "B", "size_price": "C"},
    articles={
        "Porphyr 2 cm": ("98", 1, "MTK", "7"),
        "Porphyr 3 cm": ("124", 1, "MTK", "7"),
        "Granit 2 cm": ("64", 1, "MTK", "7"),
        "Gneis 2 cm": ("112", 1, "MTK", "7"),
        "Gneis 3 cm": ("138", 1, "MTK", "7"),
    },
    statement=NET7,
)
case(
    "a price per hundred for each size of eggs",
    text("Preise netto je 100 Stück\n\nHaltung;Größe M;Größe L\nBoden;16,50;18,20\nFreiland;19,80;21,40\n"),
    header_row=3,
    articles={
        "Boden Größe M": ("16.5", 100, "H87", "7"),
        "Boden Größe L": ("18.2", 100, "H87", "7"),
        "Freiland Größe M": ("19.8", 100, "H87", "7"),
        "Freiland Größe L": ("21.4", 100, "H87", "7"),
    },
    statement=NET7,
    check=lambda drafts: equal({draft.content for draft in drafts}, {None}),
)
case(
    "what is there of each size beside a price",
    text("Preise netto\nNr;Artikel;Größe S;Größe M;Preis\n1;Hose;1;2;9,90\n2;Jacke;5;6;19,90\n"),
    header_row=2,
    columns={"name": "B", "price": "E"},
    articles={"1": ("9.9", 1, "H87", "7"), "2": ("19.9", 1, "H87", "7")},
    statement=NET7,
)
case(
    "a chart of sizes holds no prices",
    text("Größentabelle\n\nArtikel;Größe S;Größe M\nBrust;96,5;100,5\nTaille;80,5;84,5\n"),
    header_row=3,
    rules={4: "price_column_unclear", 5: "price_column_unclear"},
    statement=NET7,
)
