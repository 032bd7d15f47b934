"""Invented lists that speak of tax or time in each row, and lists without a selling price."""

from __future__ import annotations

from tests.catalog.imports.workbooks import NET7, SILENT, case, equal, text, workbook

case(
    "gross or net by a mark in each row",
    text("Nr;Artikel;Einheit;Preis;Brutto\n1;Brot;Stk;1,20;0\n2;Zopf;Stk;2,14;1\n3;Torte;Stk;3,20;\n"),
    columns={"price": "D", "price_tax": "E"},
    articles={"1": ("1.2", 1, "H87", "7"), "2": ("2", 1, "H87", "7")},
    rules={4: "net_or_gross"},
    statement=NET7,
)
case(
    "gross or net by a word in each row",
    text("Nr;Artikel;Einheit;Preis;Preisart\n1;Brot;Stk;1,20;netto\n2;Zopf;Stk;2,14;brutto\n3;Torte;Stk;3,20;UVP\n"),
    columns={"price": "D", "price_tax": "E"},
    articles={"1": ("1.2", 1, "H87", "7"), "2": ("2", 1, "H87", "7")},
    rules={4: "net_or_gross"},
    statement=NET7,
)
case(
    "gross or net by a letter",
    text("Nr;Artikel;Einheit;Preis;N/B\n1;Brot;Stk;1,20;N\n2;Zopf;Stk;2,14;B\n"),
    columns={"price": "D", "price_tax": "E"},
    articles={"1": ("1.2", 1, "H87", "7"), "2": ("2", 1, "H87", "7")},
    statement=NET7,
)
case(
    "one price is gross, as a remark says",
    text("Nr;Artikel;Einheit;Preis;Bemerkung\n1;Brot;Stk;1,20;frisch\n2;Zopf;Stk;2,14;Preis brutto\n3;Eis;Stk;3,20;\n"),
    articles={"1": ("1.2", 1, "H87", "7"), "3": ("3.2", 1, "H87", "7")},
    rules={3: "net_or_gross"},
    statement=NET7,
)
case(
    "all rows gross against the statement",
    text("Nr;Artikel;Einheit;Preis;inkl. MwSt\n1;Brot;Stk;1,20;ja\n2;Zopf;Stk;2,14;ja\n"),
    columns={"price": "D", "price_tax": "E"},
    rules={2: "net_or_gross", 3: "net_or_gross"},
    statement=NET7,
)
case(
    "one rate a column, marked",
    text("Nr;Artikel;Einheit;Preis netto;7 %;19 %\n1;Brot;Stk;1,00;x;\n2;Sekt;Fl.;10,00;;x\n3;Korb;Stk;9,00;;\n"),
    columns={"rate_mark": "E", "rate_mark_2": "F"},
    articles={"1": ("1", 1, "H87", "7"), "2": ("10", 1, "XBO", "19")},
    rules={4: "vat_unclear"},
    statement=NET7,
)
case(
    "one rate a column, with its amount",
    workbook(
        (
            "Liste",
            [
                ["Nr", "Artikel", "Einheit", "Netto", "MwSt 7%", "MwSt 19%", "Brutto"],
                ["1", "Brot", "Stk", 1.0, 0.07, 0, 1.07],
                ["2", "Sekt", "Fl.", 10.0, 0, 1.9, 11.9],
                ["3", "Suppe", "Stk", 10.0, 0.7, 1.9, 11.9],
            ],
        )
    ),
    columns={"price": "D", "price_gross": "G", "rate_mark": "E"},
    articles={"1": ("1", 1, "H87", "7"), "2": ("10", 1, "XBO", "19")},
    rules={4: "vat_unclear"},
    statement=NET7,
    check=lambda drafts: equal([draft.attributes for draft in drafts], [{}, {}, {}]),
)
case(
    "rates beside a column for the rate",
    text("Nr;Artikel;Einheit;Netto;MwSt;7%;19%\n1;Brot;Stk;1,00;7;0,07;\n2;Sekt;Fl.;10,00;19;;1,90\n"),
    columns={"vat_rate": "E"},
    articles={"1": ("1", 1, "H87", "7"), "2": ("10", 1, "XBO", "19")},
    statement=NET7,
)
case(
    "prices under their rates",
    text("Nr;Artikel;Einheit;7%;19%\n1;Brot;Stk;1,00;\n2;Sekt;Fl.;;10,00\n"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
    statement=NET7,
)
case(
    "prices out of their time",
    text(
        """
Nr;Artikel;Einheit;Preis netto;gültig ab;gültig bis
1;Brot;Stk;1,00;01.01.2020;31.12.2020
2;Zopf;Stk;4,00;01.01.2199;
3;Torte;Stk;24,00;ab 01.01.2021;bis auf Weiteres
3;Torte;Stk;20,00;01.01.2019;31.12.2020
4;Kuchen;Stk;12,00;10/11/2020;
5;Semmel;Stk;0,50;;31.12.2199
"""
    ),
    columns={"valid_from": "E", "valid_to": "F"},
    articles={"3": ("24", 1, "H87", "7"), "5": ("0.5", 1, "H87", "7")},
    rules={2: "expired", 3: "not_yet_valid", 5: "expired", 6: "date_unreadable"},
    statement=NET7,
)
case(
    "purchase prices alone",
    text("Nr;Artikel;Einheit;EK\n1;Brot;Stk;1,20\n2;Zopf;Stk;2,20\n"),
    columns={"purchase_price": "D"},
    rules={2: "no_price_column", 3: "no_price_column"},
    statement=NET7,
    check=lambda drafts: equal([(draft.name, draft.price) for draft in drafts], [("Brot", None), ("Zopf", None)]),
)
case(
    "purchase prices alone, without numbers",
    text("Artikel;EK netto\nBrot;1,20\nZopf;2,20\n"),
    columns={"purchase_price": "B"},
    rules={2: "no_price_column", 3: "no_price_column"},
    statement=NET7,
)
case(
    "the tax as an amount",
    text(
        """
Nr;Artikel;Einheit;Nettopreis;MwSt
1;Senf;Glas;2,00;0,14
2;Wein;Fl.;10,00;1,90
3;Bonbon;Stk;0,05;0,00
4;Saft;Fl.;3,00;0,33
"""
    ),
    columns={"price": "D", "vat_amount": "E"},
    articles={"1": ("2", 1, "XJR", "7"), "2": ("10", 1, "XBO", "19")},
    rules={4: "vat_unclear", 5: "vat_unclear"},
    statement=NET7,
)
case(
    "prices of last year, of today and of a year to come",
    text("Nr;Artikel;Einheit;Preis bis 31.12.2023;Preis ab 01.01.2024;Preis ab 1.1.2099\n1;Brot;Stk;3,20;3,40;3,60\n"),
    columns={"price": "E"},
    articles={"1": ("3.4", 1, "H87", "7")},
    statement=NET7,
)
case(
    "only prices of a year to come",
    text("Nr;Artikel;Einheit;Preis ab Januar 2099\n1;Brot;Stk;3,20\n"),
    columns={"price": "D"},
    rules={2: "price_column_unclear"},
    statement=NET7,
)
case(
    "what it costs to buy, under words of the house",
    text("Artikel;Einheit;NEK;Kalk.;Basis;NVK;BVK;Fett %\nSenf;Glas;1,00;1,40;1,20;2,00;2,14;3,5\n"),
    columns={"price": "F", "price_gross": "G", "purchase_price": "D"},
    articles={"Senf": ("2", 1, "XJR", "7")},
    statement=NET7,
    check=lambda drafts: equal(drafts[0].attributes, {"Fett %": "3,5"}),
)
case(
    "units in the price's cell, and no header but two words",
    text("Artikel;Preis\nSenf;2,14 €/Glas\nKäse;12,90 €/kg\nWurst;1,29 €/100g\nEier;3,20 / 10 Stück\n"),
    articles={
        "Senf": ("2.14", 1, "XJR", "7"),
        "Käse": ("12.9", 1, "KGM", "7"),
        "Wurst": ("1.29", 100, "GRM", "7"),
        "Eier": ("3.2", 10, "H87", "7"),
    },
    statement=NET7,
)
case(
    "wholesale is no sale",
    text("Item #,Item,UOM,Wholesale price (excl. VAT),VAT %\nA1,Mustard,jar,2.50,7\n"),
    columns={"article_number": "A", "name": "B", "price": "D"},
    articles={"A1": ("2.5", 1, "XJR", "7")},
    statement=SILENT,
)
case(
    "deposit beside the price",
    text("Nr;Artikel;Gebinde;Preis zzgl. Pfand;Pfand\n1;Bier;Kasten 20x0,5 l;15,10;3,10\n"),
    columns={"price": "D", "deposit": "E"},
    articles={"1": ("15.1", 1, "XCS", "7")},
    statement=NET7,
)
for written, rate in (
    ("Alle Preise zzgl. gesetzl. MwSt. (19%) und Pfand", "19"),
    ("zzgl. 19 % MwSt., frei Haus ab 150 €", "19"),
    ("Nettopreise 7 %", "7"),
):
    case(
        f"rate in a letterhead: {written}",
        text(f"{written}\n\nArtikel;Einheit;Preis\nBrot;Stk;3,00\nKuchen;Stk;5,00"),
        header_row=3,
        articles={"Brot": ("3", 1, "H87", rate), "Kuchen": ("5", 1, "H87", rate)},
        statement=SILENT,
    )
for written, rule in (
    ("Versandkosten 5,90 €, zzgl. 19 % MwSt.", "vat_missing"),
    ("Preise zzgl. 7 % bzw. 19 % MwSt., 2 % Skonto, frei Haus", "vat_unclear"),
):
    case(
        f"rate of other matters, or two of them: {written}",
        text(f"{written}\n\nArtikel;Einheit;Preis netto\nBrot;Stk;3,00\nKuchen;Stk;5,00"),
        header_row=3,
        rules={4: rule, 5: rule},
        statement=SILENT,
    )
for header, price in (("Brutto (7%)", "2"), ("VK inkl. 7%", "2"), ("Netto 7%", "2.14"), ("Netopreis 7%", "2.14")):
    case(
        f"rate in a header: {header}",
        text(f"Artikel;Einheit;{header}\nBrot;Stk;2,14\n"),
        articles={"Brot": (price, 1, "H87", "7")},
        statement=SILENT,
    )
for cells in ("7%", "7", "0,07"):
    case(
        f"{cells} under a header that speaks of tax",
        text(f"Teil;kg-Preis brutto;inkl. MwSt;verfügbar\nHack;10,70;{cells};ja\nKeule;21,40;{cells};nein"),
        columns={"price": "B", "vat_rate": "C"},
        articles={"Hack": ("10", 1, "KGM", "7"), "Keule": ("20", 1, "KGM", "7")},
        statement=SILENT,
    )
case(
    "gross by the header of the bottle, which stands behind the price per litre",
    text(
        "Nr.;Wein;Inhalt;Literpreis;Preis/Flasche inkl. MwSt.\n12;Silvaner;0,75 l;11,33;8,50\n"
        "13;Bacchus;0,75 l;10,53;7,90\n14;Domina;0,75 l;14,00;10,50"
    ),
    rules={2: "net_or_gross", 3: "net_or_gross", 4: "net_or_gross"},
)
case(
    "the rate of the dealers' purchase prices, which are those of the list",
    text(
        "Händlerpreisliste;;\nHEK = Händlereinkaufspreis netto zzgl. 7 % MwSt., UVP inkl. MwSt.;;\n"
        "Artikel;HEK;UVP\nHonig;5,90;8,90\nWachs;4,60;6,90"
    ),
    header_row=3,
    articles={"Honig": ("5.9", 1, "H87", "7"), "Wachs": ("4.6", 1, "H87", "7")},
    statement=SILENT,
)
case(
    "the rate in the header of the gross price beside",
    text("Nr;Artikel;Preis netto;Preis inkl. 19% MwSt.\n1;Zwetschge;19,50;23,21\n2;Mirabelle;24,00;28,56"),
    articles={"1": ("19.5", 1, "H87", "19"), "2": ("24", 1, "H87", "19")},
    statement=SILENT,
)
case(
    "the rate before another sentence",
    text("Art.;Ware;Händlerpreis netto\nT1;Krug;21,00\n;;\nMwSt. 7 %. Mindestbestellwert 250 € netto."),
    articles={"T1": ("21", 1, "H87", "7")},
    statement=SILENT,
)
case(
    "a rate in a heading that ends in a short word",
    text(
        "Nettopreise, MwSt. siehe Warengruppe;;;\nNr;Artikel;Einheit;Preis\nFuttermittel – 7 % MwSt.;;;\n"
        "1;Hafer;Sack;14,00\nEinstreu und Torf – 19 % MwSt.;;;\n2;Hobelspäne;Ballen;9,00"
    ),
    header_row=2,
    articles={"1": ("14", 1, "XSA", "7"), "2": ("9", 1, "XBL", "19")},
    statement=SILENT,
)
case(
    "gross by a header that names the rate",
    text("Nr;Sorte;Netto;Brutto (19 % MwSt)\n1;Riesling;7,00;8,33\n2;Silvaner;8,00;9,52"),
    columns={"price": "C", "price_gross": "D"},
    articles={"1": ("7", 1, "H87", "19"), "2": ("8", 1, "H87", "19")},
    statement=SILENT,
)
case(
    "the rate of the goods, said of what the shop asks for them",
    text("Händlerpreise netto je Stück, UVP inkl. 7 % MwSt.;;\nSorte;HEK;UVP\nTrüffel;3,00;5,90\nNougat;2,50;4,90"),
    header_row=2,
    articles={"Trüffel": ("3", 1, "H87", "7"), "Nougat": ("2.5", 1, "H87", "7")},
    statement=SILENT,
)
case(
    "another rate in the name of an article",
    text("Eierhof\nPreise netto + 7% MwSt\nArtikel;Preis\nEier Gr. M;2,35\nEierlikör 0,5 l (19% MwSt);9,80"),
    header_row=3,
    statement=SILENT,
    articles={
        "Eier Gr. M": ("2.35", 1, "H87", "7"),
        "Eierlikör 0,5 l (19% MwSt)": ("9.8", 1, "H87", "19"),
    },
)
case(
    "a column of rates wins over names",
    text("Art.Nr;Artikel;Preis netto;MwSt\n1;Eierlikör (19% MwSt);9,80;7\n2;Eier;2,35;7"),
    articles={"1": ("9.8", 1, "H87", "7"), "2": ("2.35", 1, "H87", "7")},
)
case(
    "a discount that is no rate, and has been taken off",
    text(
        "Wiederverkaufspreise: Ladenpreis abzgl. 40 % – hier bereits abgezogen, netto + 19 % MwSt.\n"
        "Modell;Artikel;WVK netto;Ladenpreis\nT1;Becher;9,08;18,00\nT2;Schale;11,09;22,00"
    ),
    header_row=2,
    articles={"T1": ("9.08", 1, "H87", "19"), "T2": ("11.09", 1, "H87", "19")},
)
case(
    "a discount that is still to be taken off, without the word",
    text("Alle Preise netto, abzgl. 20 %, zzgl. 19 % MwSt.\nNr;Artikel;Preis\n1;Becher;9,08\n2;Schale;11,09"),
    header_row=2,
    articles={},
    rules={3: "discount_open", 4: "discount_open"},
)
case(
    "the rate behind what the price is for",
    text("Preise netto je 1000 Stück, zzgl. 19 %\nNr;Produkt;Preis\n1;Flyer;46,00\n2;Karte;38,00"),
    header_row=2,
    articles={"1": ("46", 1000, "H87", "19"), "2": ("38", 1000, "H87", "19")},
)
