"""Invented lists by the words in them: what cannot be had, kinds and materials, before tax, packs and bottles."""

from __future__ import annotations

from decimal import Decimal

from openpyxl.styles import Font

from catalog.imports import Statement
from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

case(
    "notes and names that say what cannot be had",
    text(
        "Nr;Artikel;Preis netto;Bemerkung\nS1;Quark;1,60;\nS2;Molke;1,80;z. Zt. ausverkauft\n"
        "S3;Kefir;2,90;erst wieder ab Mai 2027\nS4;Butter (vergriffen);2,40;\nS5;Sahne;1,90;Pfand entfällt ab 10 Stück"
    ),
    articles={"S1": ("1.6", 1, "H87", "7"), "S5": ("1.9", 1, "H87", "7")},
    rules={3: "sold_out", 4: "sold_out", 5: "sold_out"},
    statement=NET7,
)
GONE_HEADINGS = (
    "Nicht mehr lieferbar:",
    "nicht mehr lieferbar:",
    "Derzeit nicht lieferbar",
    "Ausverkaufte Weine",
    "Ausgelistet",
    "Entfallene Artikel",
    "Nicht mehr im Programm",
    "Alte Preise",
    "Interne Artikel - nicht für Kunden",
    "Vorschau Frühjahr 2027",
    "Folgende Artikel sind leider vergriffen.",
)
for heading in GONE_HEADINGS:
    case(
        f"below {heading}",
        text(
            f"Artikel;Einheit;Preis netto\nApfel;Stk;1,60\n{heading};;\nBirne;Stk;1,80\n"
            "Quitte;Stk;1,90\nBeeren;;\nMohn;Stk;2,00"
        ),
        articles={"Apfel": ("1.6", 1, "H87", "7"), "Mohn": ("2", 1, "H87", "7")},
        rules={4: "sold_out", 5: "sold_out"},
        statement=NET7,
    )
OFFERED_HEADINGS = (
    "Alte Sorten",
    "Neue Artikel",
    "Stauden (lieferbar ab April)",
    "Artikel mit * sind derzeit nicht lieferbar",
)
for heading in OFFERED_HEADINGS:
    case(
        f"offered below {heading}",
        text(f"Artikel;Einheit;Preis netto\nApfel;Stk;1,60\n{heading};;\nBirne;Stk;1,80"),
        articles={"Apfel": ("1.6", 1, "H87", "7"), "Birne": ("1.8", 1, "H87", "7")},
        statement=NET7,
    )
GONE_NOTES = (
    "leider aus",
    "aus",
    "alle",
    "leider nicht mehr da",
    "wird nicht mehr hergestellt",
    "ersetzt durch 12",
    "Auslauf",
    "Auslaufartikel",
    "nur auf Anfrage",
    "nur für Stammkunden",
)
for note in GONE_NOTES:
    case(
        f"the note {note}",
        text(f"Nr;Artikel;Einheit;Preis netto;Bemerkung\nS1;Quark;Stk;1,60;mild\nS2;Molke;Stk;1,80;{note}"),
        articles={"S1": ("1.6", 1, "H87", "7")},
        rules={3: "sold_out"},
        statement=NET7,
    )
for note in ("aus eigener Ernte", "alle Größen", "ersetzt 12", "Auslauf 160 mm", "auch auf Anfrage", "nur für Innen"):
    case(
        f"the harmless note {note}",
        text(f"Nr;Artikel;Einheit;Preis netto;Bemerkung\nS1;Quark;Stk;1,60;mild\nS2;Auslauf;Stk;1,80;{note}"),
        articles={"S1": ("1.6", 1, "H87", "7"), "S2": ("1.8", 1, "H87", "7")},
        statement=NET7,
    )
case(
    "a status that says what cannot be had",
    text("Artikel;Status;Preis netto\nKorb;lieferbar;24,00\nHut;nicht mehr im Programm;45,00\nBesen;ausverkauft;9,00"),
    check=lambda drafts: equal([draft.online for draft in drafts], [True, False, False]),
)
case(
    "kinds of fruit are no numbers",
    text("Art;Sorte;Preis/Stück netto\nPflaume;Wangenheim;24,50\nPflaume;Ontario;24,50\nNuss;Esterhazy;29,00"),
    columns={"name": "B", "attribute:Art": "A"},
    articles={
        "Wangenheim": ("24.5", 1, "H87", "19"),
        "Ontario": ("24.5", 1, "H87", "19"),
        "Esterhazy": ("29", 1, "H87", "19"),
    },
)
case(
    "the kind is the only name",
    text("Art;Qualität;Preis netto\nAlnus glutinosa;H 3xv 12-14;185,00\nUlmus laevis;H 3xv 14-16;198,50"),
    columns={"name": "A"},
    articles={"Alnus glutinosa": ("185", 1, "H87", "19"), "Ulmus laevis": ("198.5", 1, "H87", "19")},
)
case(
    "what the material costs is nobody's business",
    text("Seife;Material;VK netto\nRingelblume;1,12;4,03\nHeilerde;1,05;3,92\nKamille;1,40;4,48"),
    columns={"internal": "B", "price": "C"},
    articles={
        "Ringelblume": ("4.03", 1, "H87", "19"),
        "Kamille": ("4.48", 1, "H87", "19"),
        "Heilerde": ("3.92", 1, "H87", "19"),
    },
)
case(
    "materials beside numbers",
    text("Nr.;Schmuck;Material;VK netto\nG1;Ring;Silber 925;89,00\nG2;Reif;Silber 925;85,00\nG3;Kette;Messing;78,00"),
    columns={"article_number": "A", "attribute:Material": "C"},
    articles={"G1": ("89", 1, "H87", "19"), "G2": ("85", 1, "H87", "19"), "G3": ("78", 1, "H87", "19")},
)
case(
    "codes under Material",
    text("Material;Bezeichnung;Preis netto\n100-200;Flansch;89,00\n100-210;Dichtung;85,00"),
    articles={"100-200": ("89", 1, "H87", "19"), "100-210": ("85", 1, "H87", "19")},
)
case(
    "the season is no part of the name",
    text("Kraut;Einheit;Preis netto;Verfügbarkeit\nMinze;Topf;1,45;ganzjährig\nMinze;Bund;1,10;Mai–September"),
    articles={"Minze": ("1.1", 1, "XBE", "7")},
    check=lambda drafts: equal([draft.name for draft in drafts], ["Minze", "Minze"]),
    statement=NET7,
)
case(
    "price per piece, delivered in crates",
    text("Artikel;Gebinde;Preis netto;per\nKohlrabi;6 St/Ki;0,98;St\nPorree;5 kg/Ki;1,90;kg"),
    articles={"Kohlrabi": ("0.98", 1, "H87", "7"), "Porree": ("1.9", 1, "KGM", "7")},
    check=lambda drafts: equal(drafts[0].attributes["Verpackung"], "6 St/Ki"),
    statement=NET7,
)
for said in ("ex VAT", "ex. VAT", "+ MwSt.", "+ VAT", "before tax", "+ 19 % USt", "excluding VAT"):
    case(
        f"net: {said}",
        text(f"Product;Price {said}\nStout;1,60\nPorter;1,65"),
        articles={"Stout": ("1.6", 1, "H87", "19"), "Porter": ("1.65", 1, "H87", "19")},
        statement=Statement(vat=Decimal(19)),
    )
case(
    "the price of the pack beside packs",
    text("Nr;Artikel;Gebinde;Gebindepreis\n1;Dinkel;10 x 1 kg;16,90\n2;Hafer;6 x 500 g;7,80"),
    articles={"1": ("16.9", 1, "XPK", "19"), "2": ("7.8", 1, "XPK", "19")},
)
case(
    "price for a hundred beside the size of the pack",
    text("Nr;Artikel;EUR/100;VE\n1;Mutter;4,20;200\n2;Scheibe;1,90;500"),
    articles={"1": ("4.2", 100, "H87", "19"), "2": ("1.9", 100, "H87", "19")},
)
case(
    "steps of bottles",
    text("Wein;ab 6 Fl.;ab 60 Fl.\nSilvaner;12,90;11,90\nBacchus;9,90;9,20"),
    articles={"Silvaner": ("12.9", 1, "XBO", "19"), "Bacchus": ("9.9", 1, "XBO", "19")},
    check=lambda drafts: equal([(d.minimum, d.steps) for d in drafts[:1]], [(6, [(Decimal(60), Decimal("11.9"))])]),
)
case(
    "steps of crates whose prices may be for bottles",
    text("Wein;ab 6 Kisten;ab 60 Kisten\nSilvaner;12,90;11,90\nBacchus;9,90;9,20"),
    rules={2: "step_unreadable", 3: "step_unreadable"},
)


def crossed_out(sheet):
    sheet.row_dimensions[3].hidden = True
    sheet["A4"].font = Font(strike=True)
    sheet["C5"].font = Font(strike=True)  # the old price of what is still sold


case(
    "hidden and struck rows",
    workbook(
        (
            "Liste",
            [
                ["Artikel", "Preis netto", "alter Preis"],
                ["Wanne", 12, 13],
                ["Zuber", 22, 23],
                ["Bottich", 32, 33],
                ["Trog", 42, 43],
            ],
        ),
        style=crossed_out,
    ),
    articles={"Wanne": ("12", 1, "H87", "19"), "Trog": ("42", 1, "H87", "19")},
    rules={3: "row_hidden", 4: "row_struck"},
)
case(
    "codes under Ref. are numbers",
    text("Ref.;Product;Size;Price ex VAT\nCR01;Day cream;50 ml;12.50\nCR02;Night cream;50 ml;14.50\n"),
    columns={"article_number": "A", "name": "B", "price": "D"},
    articles={"CR01": ("12.5", 1, "H87", "19"), "CR02": ("14.5", 1, "H87", "19")},
)
case(
    "customers under Referenz are none",
    text("Referenz;Leistung;Preis netto;Einheit\nRathaus;Lesung;100,00;Stk\nSchule;Werkstatt;120,00;Stk\n"),
    columns={"article_number": None, "name": "B"},
    articles={"Lesung": ("100", 1, "H87", "19"), "Werkstatt": ("120", 1, "H87", "19")},
)

FEES = (
    "Fracht bis 50 km",
    "Verpackung je Palette",
    "Europalette Pfand",
    "Mindermengenzuschlag",
    "Versandkosten",
    "Anfahrt",
)
for fee in FEES:
    for unit in ("", "Stk"):
        case(
            f"{fee} ({unit}) among the goods",
            text(f"Artikel;Einheit;Preis netto\nKies;Stk;1,60\n{fee};{unit};45,00\nSand;Stk;1,80\nSplitt;Stk;2,10"),
            articles={
                "Kies": ("1.6", 1, "H87", "7"),
                "Sand": ("1.8", 1, "H87", "7"),
                "Splitt": ("2.1", 1, "H87", "7"),
            },
            rules={3: "fee_maybe"},
            statement=NET7,
        )
for name in ("Porto Ruby", "Versandtasche", "Europalette", "Pfandglas Joghurt", "Verpackung Karton", "Versand-Karton"):
    case(
        f"{name} is no fee",
        text(f"Artikel;Einheit;Preis netto\nKies;Stk;1,60\n{name};Stk;45,00\nSand;Stk;1,80"),
        articles={"Kies": ("1.6", 1, "H87", "7"), name: ("45", 1, "H87", "7"), "Sand": ("1.8", 1, "H87", "7")},
        statement=NET7,
    )
case(
    "a fee with a number of its own",
    text("Nr;Artikel;Einheit;Preis netto\n1;Kies;Stk;1,60\n2;Anfahrt;Stk;45,00"),
    articles={"1": ("1.6", 1, "H87", "7"), "2": ("45", 1, "H87", "7")},
    statement=NET7,
)
case(
    "crosses, blanks and lines beside what can be had",
    text("Artikel;lieferbar;Preis netto\nKorb;x;24,00\nHut;;45,00\nBesen;x;9,00\nEimer;-;8,00"),
    check=lambda drafts: equal([draft.online for draft in drafts], [True, False, True, False]),
)
case(
    "what a description describes is the name, under whatever word",
    text(
        "Menü;Beschreibung;Preis p. P. netto\nFrühstück klassisch;Brötchen, Aufschnitt, Käse, Marmelade;8,90\n"
        "Suppe;Kartoffelsuppe mit Wiener und Brot;6,50\nGrillbuffet;Bratwurst, Steak, Salate, Brot;18,50\n"
    ),
    columns={"name": "A", "description": "B"},
)
for least in ("mind.", "Mind.", "Min."):
    case(
        f"{least} over whole numbers",
        text(f"Nr.;Artikel;Einheit;{least};Preis netto\nB1;Platte;Platte;1;48,00\nB2;Suppe;Liter;10;9,80"),
        columns={"unit": "C", "minimum": "D", "price": "E"},
        check=lambda drafts: equal([one.minimum for one in drafts], [1, 10]),
    )
for name, lines in {
    "minutes of a treatment": "Nr.;Anwendung;Einheit;Min.;Preis netto\nB1;Massage;Stück;20;24,90\nB2;Bad;Stück;45;9,80",
    "minutes beside hours": "Nr.;Kurs;Einheit;Min.;Std.;Preis netto\nB1;Back;Stück;3;1;24,90\nB2;Koch;Stück;45;2;9,80",
    "least and most in stock": "Nr.;Ware;Einheit;Min.;Max.;Preis netto\nB1;Korb;Stück;3;9;4,90\nB2;Sieb;Stück;4;9;9,80",
    "how long it keeps at least": "Nr.;Artikel;Einheit;Min.;Preis netto\nB1;Brot;St;3 Tage;4,90\nB2;Wurst;kg;4 Tage;9",
}.items():
    case(name, text(lines), columns={"attribute:Min.": "D", "minimum": None})
case(
    "how much a bag holds, behind the word for it",
    text("Art;Tee;Beutel à;Preis/Beutel;EAN Packung\nT1;Assam;250 g;6,95;4012345678901\nT2;Sencha;500 g;7,60;"),
    columns={"article_number": "A", "name": "B", "content": "C", "price": "D", "gtin": "E"},
    articles={"T1": ("6.95", 1, "XBG", "19"), "T2": ("7.6", 1, "XBG", "19")},
)
