"""Invented lists of trades: gross prices before discounts, least bunches, sacks beside kilograms, odd headers."""

from __future__ import annotations

from decimal import Decimal

from catalog.imports import Statement
from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

UNSAID, GROSS19 = Statement(None, None), Statement("gross", Decimal(19))

for around, rule in (
    ("Rabattgruppen: A = 35 %, B = 42 %; Ihr Nettopreis = Bruttopreis abzgl. Rabatt", "discount_open"),
    ("Bruttopreisliste ohne MwSt.", "net_or_gross"),
    ("Bruttopreise zzgl. ges. MwSt., Stand 11/2026", "net_or_gross"),
):
    case(
        f"gross prices before discounts: {around}",
        text(f"{around};;;\nArt.Nr.;Bezeichnung;RG;Bruttopreis\nH1;Heizkörper;B;418,00\nH2;Thermostatkopf;A;24,60"),
        header_row=2,
        rules={3: rule, 4: rule},
        statement=Statement(None, Decimal(19)),
    )
case(
    "gross prices with VAT are just that",
    text("Bruttopreise inkl. 19 % MwSt.;;\nArt.Nr.;Bezeichnung;Bruttopreis\nH1;Heizkörper;119,00"),
    header_row=2,
    articles={"H1": ("100", 1, "H87", "19")},
    statement=UNSAID,
)
case(
    "so many bunches at least",
    text("Blume;Farbe;€ / Bund netto;min. Bund\nRose;weiß;11,80;2\nTulpe;gelb;9,50;5"),
    columns={"price": "C", "minimum": "D"},
    check=lambda drafts: equal([one.minimum for one in drafts], [2, 5]),
    statement=NET7,
)
case(
    "least cartons of what is sold by the bottle",
    text("Saft;Einheit;Preis netto;min. Karton\nApfel;Flasche;1,80;2\nBirne;Flasche;2,10;2"),
    check=lambda drafts: equal([one.minimum for one in drafts], [None, None]),
    articles={"Apfel": ("1.8", 1, "XBO", "19"), "Birne": ("2.1", 1, "XBO", "19")},
)
case(
    "from so many persons on",
    text("Gericht;Einheit;Preis netto;ab Personen\nWraps;Platte;39,50;\nGulasch;Portion;9,90;10"),
    check=lambda drafts: equal([one.minimum for one in drafts], [None, 10]),
)
case(
    "a pallet of thousands",
    text("Nr;Bezeichnung;Gebinde;Preis/Gebinde netto\nG1;Rundglas;Palette 2.808 Stk;987,50\nG2;Glas;Tray 24 Stk;9,84"),
    articles={"G1": ("987.5", 1, "XPX", "19"), "G2": ("9.84", 1, "XPU", "19")},
    check=lambda drafts: equal([one.content for one in drafts], [2808, 24]),
)
case(
    "what the letterhead says beside the firm",
    text(
        "Docht + Wachs Manufaktur;;;Nettopreise, MwSt 19 % kommt hinzu;\n"
        "Kerze;Farbe;Stück im Karton;Kartonpreis;Bestell-Kürzel\n"
        "Stumpen;weiß;12;22,80;ST1\nStumpen;rot;12;23,40;ST2"
    ),
    header_row=2,
    columns={"name": "A", "price": "D", "article_number": "E"},
    articles={"ST1": ("22.8", 1, "XCT", "19"), "ST2": ("23.4", 1, "XCT", "19")},
    statement=UNSAID,
)
case(
    "bounds with points below a letterhead and a line that begins them",
    workbook(
        (
            "Liste",
            [
                ["Faltschachtelwerk"],
                ["Preise in EUR je 100 Stück, zzgl. 19% Mehrwertsteuer"],
                ["", "Innenmaß", "Qualität", "Menge ab"],
                ["Artikel", "L x B x H", "Welle", 100, 500, "1.000"],
                ["FK 201", "200x150", "1.20 B", 48.2, 39.9, 34.5],
                ["FK 305", "300x215", "1.30 C", 76.5, 66.1, 58.7],
            ],
        )
    ),
    header_row=4,
    columns={"name": "A", "price": "D", "step_price": "E", "step_price_2": "F"},
    articles={"FK 201": ("48.2", 100, "H87", "19"), "FK 305": ("76.5", 100, "H87", "19")},
    statement=UNSAID,
)
case(
    "cables by type and cross-section",
    text(
        "Typ;Querschnitt;Aufmachung;Nettopreis je 100 m\nNYM;3x1,5 mm²;Ring 100 m;58,40\nNYM;5x2,5 mm²;Ring 50 m;148,90"
    ),
    check=lambda drafts: equal([one.name for one in drafts], ["NYM 3x1,5 mm²", "NYM 5x2,5 mm²"]),
)
case(
    "per piece, and from fifty on",
    text("Nr;Gebäck;je Stück;ab 50 Stck\nK1;Schrippe;0,34;0,31\nK2;Stange;0,72;0,66"),
    columns={"price": "C", "step_price": "D"},
    articles={"K1": ("0.34", 1, "H87", "7"), "K2": ("0.72", 1, "H87", "7")},
    statement=NET7,
)
case(
    "below ten, from ten, and by the pallet",
    text(
        "Futter;Sack;unter 10 Sack;ab 10 Sack;ab 40 Sack (Palette)\n"
        "Mehl;25 kg;13,90;13,20;12,45\nKorn;25 kg;14,40;13,70;12,95"
    ),
    articles={"Mehl": ("13.9", 1, "XSA", "7"), "Korn": ("14.4", 1, "XSA", "7")},
    check=lambda drafts: equal(drafts[0].steps, [(10, Decimal("13.2")), (40, Decimal("12.45"))]),
    statement=NET7,
)
for words in (
    "All wholesale prices exclude 19% VAT.",
    "Alle Preise sind Handelspreise exklusive 19 % Mehrwertsteuer",
    "Lieferung: frei Haus ab 75 €. Alle Preise exkl. 19 % MwSt.",
):
    case(
        f"net, in the letterhead: {words}",
        text(f"{words};;\n;;\nNr;Artikel;Preis\n1;Becher;9,50\n2;Teller;11,50"),
        header_row=3,
        articles={"1": ("9.5", 1, "H87", "19"), "2": ("11.5", 1, "H87", "19")},
        statement=UNSAID,
    )
case(
    "the dealer's price beside the list price",
    text("item_no,description,list_price_gross,dealer_net,tax_rate\nB1,Pedal,34.90,15.66,19\nB2,Chain,24.90,11.25,19"),
    columns={"list_price": "C", "price": "D"},
    articles={"B1": ("15.66", 1, "H87", "19"), "B2": ("11.25", 1, "H87", "19")},
)
case(
    "a sack's price, proved by the kilogram's",
    text(
        "Mischung;Sackgröße;€/kg;€/Sack\nA;Sack 10 kg;18,90;189,00\nB;Sack 25 kg;3,84;96,00\nC;Sack 25 kg;4,20;105,00"
    ),
    articles={name: (price, 1, "XSA", "7") for name, price in (("A", "189"), ("B", "96"), ("C", "105"))},
    statement=NET7,
)
case(
    "prices with units of their own are no neighbours",
    text(
        "Was;Wieviel kostet es netto\n"
        "Möhren;0,95 €/kg\nKohlrabi;0,55 €/Stück\nPetersilie;0,70 € / Bund\nKartoffeln;8,90 €/Sack"
    ),
    articles={
        name: (price, 1, unit, "7")
        for name, price, unit in (
            ("Möhren", "0.95", "KGM"),
            ("Kohlrabi", "0.55", "H87"),
            ("Petersilie", "0.7", "XBE"),
            ("Kartoffeln", "8.9", "XSA"),
        )
    },
    statement=NET7,
)
case(
    "a sign for net beside the price, and for how many it is",
    text("Artikelnummer;Bezeichnung;ME;VK1;VK1 Kennz.;PreisEinh\n1;Klebeband;ROL;1,05;N;1\n2;Tasche;STK;34,50;N;100"),
    columns={"price": "D", "price_quantity": "F"},
    articles={"1": ("1.05", 1, "XRO", "19"), "2": ("34.5", 100, "H87", "19")},
)
case(
    "per bottle or canister, as each row says",
    text(
        "Speiseöle – Preise je Flasche/Kanister, netto;;;\nNr;Öl;Gebinde;Netto-Preis\n"
        "L1;Lein;Flasche 250 ml;4,20\nL2;Lein;Flasche 500 ml;7,10\nR1;Raps;Kanister 5 l;21,90"
    ),
    header_row=2,
    articles={
        "L1": ("4.2", 1, "XBO", "19"),
        "L2": ("7.1", 1, "XBO", "19"),
        "R1": ("21.9", 1, "XCI", "19"),
    },
)
case(
    "tax in a column of its own between net and gross",
    text(
        "Material;Einheit;Preis netto;zzgl. MwSt 19 %;Preis brutto\n"
        "Kompost;m³;18,00;3,42;21,42\nLava;t;62,00;11,78;73,78"
    ),
    columns={"price": "C", "vat_amount": "D", "price_gross": "E"},
    articles={"Kompost": ("18", 1, "MTQ", "19"), "Lava": ("62", 1, "TNE", "19")},
    statement=UNSAID,
)
case(
    "parts by number",
    text("Teil;Bezeichnung;Preis netto\nT1;Scharnierband;4,25\nT2;Laufrolle 80;3,17\nT3;Schließblech;2,08"),
    columns={"article_number": "A", "name": "B"},
)
