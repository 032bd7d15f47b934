"""Invented lists of paper, gravel, leather and books: numbers under odd words, and units under words for measures."""

from __future__ import annotations

from decimal import Decimal

from catalog.imports import Statement
from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

UNSAID = Statement(None, None)
NUMBERED = {"1": ("14.2", 1, "TNE", "19"), "2": ("98", 1, "X43", "19")}

case(
    "sheets of paper by the thousand",
    text("€ je 1.000 Bogen, netto;;\nNr;Papiersorte;€ / 1000 Bg.\nP1;Kopierpapier;8,90\nP2;Karton;33,00"),
    header_row=2,
    articles={"P1": ("8.9", 1000, "XST", "19"), "P2": ("33", 1000, "XST", "19")},
)
case(
    "units under Maß",
    text(
        "Sortiment;Maß;Preis € netto\n"
        "Pellets;Tonne;289,00\nBriketts;Sack 10 kg;4,60\nReisig;Bund;3,50\nBuche;SRM lose;119,00"
    ),
    columns={"name": "A", "unit": "B"},
    articles={
        "Pellets": ("289", 1, "TNE", "19"),
        "Briketts": ("4.6", 1, "XSA", "19"),
        "Reisig": ("3.5", 1, "XBE", "19"),
    },
    rules={5: "unit_unknown"},
)
case(
    "lengths under Maß",
    text("Sortiment;Maß;Preis € netto\nLatte;2 m;2,80\nBohle;3 m;14,60\nBrett;4 m;9,50"),
    columns={"name": "A", "attribute:Maß": "B"},
)
case(
    "numbers under Sorte, names under Material",
    text("Sorte;Material;Körnung;Preis netto;€ per\n1;Betonkies;0/16;14,20;to\n2;Zierkies;16/25;98,00;Big Bag"),
    columns={"article_number": "A", "name": "B"},
    articles=NUMBERED,
)
case(
    "numbers of models with a blank",
    text("Typ;Bezeichnung;Gebinde;€/kg netto\nZ 10;Weißleim;Eimer 10 kg;2,85\nZ 12;Knochenleim;Eimer 5 kg;3,40"),
    columns={"article_number": "A", "name": "B"},
)
for header in ("Filter-ID", "Kennz.", "Form", "Kurzzeichen"):
    case(
        f"codes of the first column under a word that nobody knows: {header}",
        text(f"{header};Filterelement;Klasse;Preis netto\nF-592;Taschenfilter;G4;18,40\nK-10;Filterkerze;F7;6,75"),
        columns={"article_number": "A", "name": "B"},
    )
case(
    "places in the store are no numbers of the goods",
    text("Regalplatz;Ware;Preis netto\nA-101;Mehl;18,40\nB-102;Zucker;6,75\nB-103;Salz;1,75"),
    columns={"attribute:Regalplatz": "A", "name": "B"},
)
for header, texts in (("Abfüllung", ("2019", "2021", "2024")), ("Reihe", ("3", "7", "12"))):
    case(
        f"years and small counts are no numbers of the goods: {header}",
        text(f"{header};Wein;Preis netto\n{texts[0]};Müller;8,40\n{texts[1]};Kerner;6,75\n{texts[2]};Bacchus;7,25"),
        columns={"name": "B", "article_number": None},
    )
case(
    "for so many, whatever their number",
    text("Nr;Norm;Preis netto;pro … Stück\nM8;DIN 933;9,84;100\nM6;DIN 934;21,40;1000"),
    columns={"price_quantity": "D"},
    articles={"M8": ("9.84", 100, "H87", "19"), "M6": ("21.4", 1000, "H87", "19")},
)
case(
    "deposits of the row's own pack",
    text(
        "Nr;Erzeugnis;Gebinde;Preis/Gebinde netto;Pfand/Gebinde\n"
        "M1;Milch;Flasche;1,39;0,15\nJ2;Joghurt;Eimer;23,50;2,50"
    ),
    articles={"M1": ("1.39", 1, "XBO", "7"), "J2": ("23.5", 1, "XBJ", "7")},
    check=lambda drafts: equal([one.deposit for one in drafts], [Decimal("0.15"), Decimal("2.5")]),
    statement=NET7,
)
case(
    "deposits of a pack beside prices per bottle",
    text("Nr;Erzeugnis;Einheit;Preis netto;Pfand/VE\nM1;Milch;Flasche;1,39;3,30\nM2;Molke;Flasche;1,19;3,30"),
    rules={2: "deposit_unit_differs", 3: "deposit_unit_differs"},
    statement=NET7,
)
case(
    "paint named by its colour column, beside its gloss and in three buckets",
    text(
        "Art.;Farbe;Glanz;2,5 l;5 l\nW1;Silikatfarbe innen;stumpfmatt;19,90;34,50\nW2;Latexfarbe weiß;matt;26,40;46,90"
    ),
    columns={"article_number": "A", "name": "B"},
)
case(
    "new prices by number and colour name nothing",
    text("Artikelnummer;Farbe;Preis netto\n1;rot;2,50\n2;blau;3,50\n3;grün;3,60"),
    columns={"name": None},
)
case(
    "stone by its material and finish, below a header in two lines",
    text(
        "Material;Bestell-;Ausführung;Stärke;Preis\n;nummer;;cm;€ / m² netto\n"
        "Jura;J-G2;poliert;2;78\nJura;J-G3;bruchrau;3;69\nGranit;G-F3;geflammt;3;64,9"
    ),
    columns={"name": "A", "article_number": "B", "name_2": "C"},
    articles={
        "J-G2": ("78", 1, "MTK", "19"),
        "J-G3": ("69", 1, "MTK", "19"),
        "G-F3": ("64.9", 1, "MTK", "19"),
    },
)
case(
    "per pair, behind the tax",
    text("netto, zzgl. 19 % Mehrwertsteuer, je Paar;;\nNr;Modell;WVP\n12;Pantoffel;19,50\n13;Stiefel;34,80"),
    header_row=2,
    articles={"12": ("19.5", 1, "PR", "19"), "13": ("34.8", 1, "PR", "19")},
    statement=UNSAID,
)
case(
    "each unit's own price",
    text(
        "Nr;Ware;Verk.-Einh.;Preis/Einh. [EUR] netto\nL1;Rindleder;qm;89,00\nL2;Riemen;lfd. m;4,15\nL3;Sohlen;Paar;6,80"
    ),
    articles={
        "L1": ("89", 1, "MTK", "19"),
        "L2": ("4.15", 1, "MTR", "19"),
        "L3": ("6.8", 1, "PR", "19"),
    },
)
case(
    "bounds and their prices, called steps of quantity",
    text(
        "Nr;Beschlag;Einzelpreis netto;Mengenstufe;Preis ab Mengenstufe\n"
        "K8;Klampe;7,90;20;6,95\nS6;Schäkel;2,35;50;1,85"
    ),
    check=lambda drafts: equal([one.steps for one in drafts], [[(20, Decimal("6.95"))], [(50, Decimal("1.85"))]]),
)
case(
    "loads are no units",
    text("Seil-Nr.;Seil;Bruchlast;€/m netto\nHA8;Hanfseil;420 kg;0,92\nHA9;Hanfseil stark;930 kg;1,38"),
    articles={"HA8": ("0.92", 1, "MTR", "19"), "HA9": ("1.38", 1, "MTR", "19")},
)
case(
    "the rate of one kind of goods, behind a dash",
    text("Preis je 100 g ohne MwSt. – bei Tee 7 %;;\nNr;Teesorte;€ / 100 g\nT1;Sencha;2,10\nT2;Assam;1,65"),
    header_row=2,
    check=lambda drafts: equal([one.vat_rate for one in drafts], [7, 7]),
    statement=UNSAID,
)
DAIRY = (
    "Nr;Artikel;Gebinde;Preis/Gebinde netto\n1;Quark;Eimer 5 kg;13,90\n2;Joghurt;Eimer 10 kg;22,40\n"
    "3;Camembert;Karton 8 x 150 g;{}\n4;Butter;Karton 10 x 250 g;22,50\n5;Frischkäse;Karton 6x500g;21,40\n"
)
case(
    "a comma that is wrong, seen by the kilogram in packs of all sizes",
    text(DAIRY.format("1.640,00")),
    rules={4: "price_outlier"},
)
case(
    "dear goods in small packs",
    text(DAIRY.format("164,00")),
    articles={
        "1": ("13.9", 1, "XBJ", "19"),
        "2": ("22.4", 1, "XBJ", "19"),
        "3": ("164", 1, "XCT", "19"),
        "4": ("22.5", 1, "XCT", "19"),
        "5": ("21.4", 1, "XCT", "19"),
    },
)
case(
    "crates and deposits in short words",
    text(
        "Nr;Artikel;Geb.;Flaschen;Preis excl. MwSt;Pfd. excl.\n"
        "1;Wasser;Kasten;12 x 0,7 l;4,35;3,30\n2;Cola;Kasten;20 x 0,5 l;9,8;4,5"
    ),
    columns={"packaging": "C", "deposit": "F"},
    check=lambda drafts: equal(
        [(one.unit, one.deposit) for one in drafts], [("XCS", Decimal("3.3")), ("XCS", Decimal("4.5"))]
    ),
)
case(
    "groups that say for how much their prices are, one of them too",
    text(
        "Art.-Nr.;Artikel;Preis € netto\nNägel – Preise gelten für 1 kg;;\nN1;Drahtstift;3,90\nN2;Senkkopf;3,70\n"
        "Dübel – Preise gelten für 100 Stück;;\nD1;Spreizdübel;2,85\nD2;Dübel lang;3,15\n"
        "Band – Preise gelten für 1 Rolle (10 m);;\nL1;Lochband;6,40"
    ),
    articles={
        "N1": ("3.9", 1, "KGM", "19"),
        "N2": ("3.7", 1, "KGM", "19"),
        "D1": ("2.85", 100, "H87", "19"),
        "D2": ("3.15", 100, "H87", "19"),
        "L1": ("6.4", 1, "XRO", "19"),
    },
)
OLD_AND_NEW = [["SKU", "Ware", "Einheit", "Nettopreis"], ["S1", "Modul", "Stk", 79.5], ["S2", "Kabel", "m", 1.2]]
case(
    "a sheet that says it is out of date before one of last year",
    workbook(
        ("Preise 2022", [["Veraltet! Nicht mehr verwenden."], OLD_AND_NEW[0], ["S1", "Modul", "Stk", 139.0]]),
        ("Preise 2025", [["Stand 02/2025"], *OLD_AND_NEW]),
    ),
    sheet="Preise 2025",
    header_row=2,
    articles={"S1": ("79.5", 1, "H87", "19"), "S2": ("1.2", 1, "MTR", "19")},
)
case(
    "names under Farbe/Produkt",
    text("Art-Nr.;Farbe/Produkt;Farbton;Nettopreis\n1;Dispersion;weiß;38,90\n2;Buntlack;RAL 9010;16,40"),
    columns={"name": "B", "attribute:Farbton": "C"},
)
case(
    "net, with delivery free from a sum on",
    text("Nettopreise frei Haus ab 150 €, MwSt.-Satz 19%;;\nNr;Ware;Preis\n1;Reiniger;24,90\n2;Entkalker;31,50"),
    header_row=2,
    articles={"1": ("24.9", 1, "H87", "19"), "2": ("31.5", 1, "H87", "19")},
    statement=UNSAID,
)
case(
    "three bags of one coffee, the size before the bag",
    text("Kaffee;250-g-Beutel;500-g-Beutel;1-kg-Beutel\nNero;5,20;9,80;18,40\nCrema;4,90;9,20;17,30"),
    columns={"name": "A", "price": "B", "size_price": "C", "size_price_2": "D"},
)
case(
    "per pack in the letterhead, per piece in the header",
    text(
        "Preise gelten je Verpackungseinheit! netto;;;\n"
        "Nr;Artikel;VE (Stk);Preis/Stk €\nD6;Dübel;100;3,20\nD8;Haken;50;4,10"
    ),
    header_row=2,
    rules={3: "price_quantity_unclear", 4: "price_quantity_unclear"},
)
case(
    "what the house pays to those who deliver",
    text("Wir zahlen unseren Anlieferern (netto, €/t):;;\nFrucht;Qualität;Preis €/t\nWeizen;A;214,00\nRaps;Öl;472,00"),
    header_row=2,
    rules={3: "not_for_trade", 4: "not_for_trade"},
)
case(
    "prices that are paid out",
    text("Frucht;Auszahlungspreis €/t;MwSt\nWeizen;214,00;7%\nRaps;472,00;7%"),
    rules={2: "no_price_column", 3: "no_price_column"},
)
case(
    "furniture by its kind and what tells it apart",
    text(
        "Nr;Stilmöbel;Ausführung;Preis netto\n"
        "1;Esstisch;200 x 95 cm;1.290,-\n2;Esstisch;240 x 100 cm;1.485,-\n3;Hocker;Esche;89,-"
    ),
    columns={"article_number": "A", "name": "B", "name_2": "C"},
)
case(
    "how strong wine is, and no price of one",
    text("Nr.;Wein;Alk. %;ab 6 Fl.;ab 60 Fl.\n1;Riesling;12,0;5,90;5,50\n2;Silvaner;12,5;6,40;6,00"),
    columns={"attribute:Alk. %": "C", "price": "D", "step_price": "E"},
)
case(
    "numbers of letters and of digits under Artikel, beside four names",
    text("Artikel;Bezeichnung;Preis netto\nS-70;Edelbitter;2,38\nS-WE;Weiße mit Himbeere;2,55\nS-CB;Crème;2,90"),
    columns={"article_number": "A", "name": "B", "price": "C"},
)
case(
    "dealers' prices, and from which order on nothing is asked for delivery",
    text(
        "Fachhandelspreise netto zzgl. 19 % MwSt. – Versand ab 250 € frei;;\n"
        "Nr;Name;FH-Preis netto\n1;Steckturm;9,40\n2;Bahn;24,60"
    ),
    header_row=2,
    articles={"1": ("9.4", 1, "H87", "19"), "2": ("24.6", 1, "H87", "19")},
    statement=UNSAID,
)
case(
    "prices for the unit, whichever the row names",
    text(
        "Preise in Euro pro Einheit, netto zzgl. 19 % MwSt., ab Werk;;;\n"
        "Nr;Produkt;Einheit;Preis\n1;Lehmputz;Sack;7,90\n2;Lehmbauplatte;Platte;19,70"
    ),
    header_row=2,
    articles={"1": ("7.9", 1, "XSA", "19"), "2": ("19.7", 1, "XPG", "19")},
    statement=UNSAID,
)
case(
    "steps in rows, the first without its bound",
    text("Nr;Name;ab Menge;Preis netto\nA;Aufnäher;;2,40\nA;Aufnäher;50;1,95\nB;Schild;10;3,10\nB;Schild;25;2,70"),
    check=lambda drafts: equal(
        [(one.minimum, [str(bound) for bound, _ in one.steps]) for one in drafts],
        [(None, ["50"]), (Decimal(10), ["10", "25"])],
    ),
)
case(
    "what the trade pays, and what consumers do, in few words",
    text("Nr;Wein;Endverbraucher inkl. MwSt.;Fachhandel netto / Fl.\n1;Riesling;8,90;4,75\n2;Silvaner;9,50;5,10"),
    columns={"rrp": "C", "price": "D"},
    articles={"1": ("4.75", 1, "XBO", "19"), "2": ("5.1", 1, "XBO", "19")},
)
case(
    "until now and from now on, with cents",
    text("Nr;Möbel;bisher;neu ab 1.3.2025\n1;Tisch;1.190,-;1.299,-\n2;Bank;420,-;449,-"),
    columns={"old_price": "C", "price": "D"},
    articles={"1": ("1299", 1, "H87", "19"), "2": ("449", 1, "H87", "19")},
)
case(
    "until now and from a day on that has not come",
    text("Nr;Möbel;bisher;neu ab 1.3.2099\n1;Tisch;1.190,-;1.299,-\n2;Bank;420,-;449,-"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
)
case(
    "by the thousand, in packs and by the piece",
    text("Nr;Artikel;VE;€ / Tsd.\n1;Schachtel;250 Stück;318,00\n2;Beutel;1000 Stück;41,80\n3;Faden;Stück;50,00"),
    articles={"1": ("79.5", 1, "XPK", "19"), "2": ("41.8", 1, "XPK", "19"), "3": ("50", 1000, "H87", "19")},
)
case(
    "crates of ten, priced by the bunch, the pot and the bottle",
    text(
        "Nr;Ware;Gebinde;Preis;je\n1;Dill;10er Kiste;0,70;Bund\n2;Basilikum;6er Kiste;1,20;Topf\n"
        "3;Saft;Kiste à 12;1,20;Flasche"
    ),
    articles={"1": ("7", 1, "XCR", "19"), "2": ("7.2", 1, "XCR", "19"), "3": ("14.4", 1, "XCR", "19")},
)
case(
    "Netto/Brutto says of each price what it is",
    text("Nr;Artikel;VK1;VK1 Netto/Brutto\n1;Schuh;54,90;N\n2;Brille;11,90;B"),
    columns={"price": "C", "price_tax": "D"},
    articles={"1": ("54.9", 1, "H87", "19"), "2": ("10", 1, "H87", "19")},
)
case(
    "a carton's price beside what is in it",
    text("Nr;Artikel;Karton-Inhalt;Preis je Karton\n1;Becher;1000 Stück;42,00\n2;Schale;500 Stück;18,50"),
    columns={"content_per_unit": "C"},
    articles={"1": ("42", 1, "XCT", "19"), "2": ("18.5", 1, "XCT", "19")},
)
for header, second in (("Farbe", "Wandfarbe Kreide"), ("Qualität", "Wandfarbe Kreide")):
    case(
        f"{header} names the goods, of which some come in two sizes",
        text(
            f"Nr;{header};Gebinde;Preis/Gebinde €\nN1;{second};Eimer 10 l;48,90\nN2;{second};Eimer 5 l;27,50\n"
            "N3;Holzöl natur;Dose 1 l;19,80\nN4;Holzlasur Eiche;Dose 2,5 l;39,40\nN5;Pinsel flach;Stück;6,20"
        ),
        columns={"name": "B"},
    )
for header in ("Mindestlänge m", "Mindestmeter", "Mindestlänge (m)"):
    case(
        f"how many metres there must be: {header}",
        text(f"Nr;Seil;Preis/m;{header}\n1;Hanf;0,95;10\n2;Jute;1,85;20"),
        columns={"minimum": "D"},
        check=lambda drafts: equal([one.minimum for one in drafts], [10, 20]),
    )
case(
    "the rate of the goods in what consumers pay",
    text("Nr;Seife;WVK netto;UVP inkl. 7 % MwSt.\n1;Olive;3,10;5,90\n2;Ziege;3,40;6,50"),
    articles={"1": ("3.1", 1, "H87", "7"), "2": ("3.4", 1, "H87", "7")},
    statement=UNSAID,
)
case(
    "another rate in what consumers pay than the usual one",
    text("Nr;Seife;WVK netto;UVP inkl. 7 % MwSt.\n1;Olive;3,10;5,90\n2;Ziege;3,40;6,50"),
    rules={2: "vat_unclear", 3: "vat_unclear"},
)
case(
    "net, as every cell says",
    text("Nr;Seife;Preis;MwSt\n1;Olive;3,10 € netto;19\n2;Ziege;3,40 € netto;19"),
    articles={"1": ("3.1", 1, "H87", "19"), "2": ("3.4", 1, "H87", "19")},
    statement=UNSAID,
)
case(
    "net, as one cell of two says",
    text("Nr;Seife;Preis;MwSt\n1;Olive;3,10 € netto;19\n2;Ziege;3,40 €;19"),
    rules={2: "net_or_gross", 3: "net_or_gross"},
    statement=UNSAID,
)
