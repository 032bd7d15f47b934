"""Codes, names and measures: which column numbers the goods, which names them, and which only measures."""

from __future__ import annotations

from tests.catalog.imports.workbooks import NET7, case, equal, text

MILL = "W405;Weizenmehl;18,75\nR997;Roggenmehl;17,60\nHF;Haferflocken;14,20\nHF25;Haferflocken;31,50\nGS;Grieß;19,80"
for header in ("Artikel", "Typ", "Modell"):
    case(
        f"short codes without digits under {header}",
        text(f"{header};Bezeichnung;Preis\n{MILL}"),
        columns={"article_number": "A", "name": "B"},
        articles={
            "W405": ("18.75", 1, "H87", "7"),
            "R997": ("17.6", 1, "H87", "7"),
            "HF": ("14.2", 1, "H87", "7"),
            "HF25": ("31.5", 1, "H87", "7"),
            "GS": ("19.8", 1, "H87", "7"),
        },
        statement=NET7,
    )
case(
    "codes, and the head of the next page between them",
    text(
        "Schlosserei Muster;;Seite 1;\n;;;\nArtikel;Bezeichnung;ME;VK netto\nE-001;Scharnier;Stück;1,20\n"
        "E-002;Riegel;Stück;1,65\nE-003;Haken;Stück;2,85\nE-004;Band;Stück;3,10\nE-005;Griff;Stück;2,40\n"
        "Schlosserei Muster;;Seite 2;\n"
        "Artikel;Bezeichnung;ME;VK netto\n"
        "E-010;Schloss;Stück;6,90\nE-011;Kette;m;2,10\nE-012;Öse;Stück;1,35"
    ),
    header_row=3,
    columns={"article_number": "A", "name": "B"},
)
case(
    "types of trailers, some without digits",
    text(
        "Typ;Bezeichnung;Preis EUR\nA750;Einachser;899\nA900;Tandem;980\nK150;Kipper;950\nZ-PL;Plane;129\nZ-RS;Rad;69"
    ),
    columns={"article_number": "A", "name": "B"},
)
case(
    "goods in capitals stay names",
    text(
        "Artikel;Sorte;Preis\nBROT;Roggen;3,00\nSTOLLEN;Mandel;14,00\nKUCHEN;Apfel;2,00\nTEE;Kamille;4,00\nKEKS;Butter;2,50"
    ),
    columns={"name": "A", "name_2": "B"},
)
case(
    "types that several goods share are none of their numbers",
    text(
        "Typ;Name;Preis\nLED;Strahler;3,00\nLED;Panel;4,00\nESL;Birne;2,00\nHAL;Spot;1,00\nHAL;Stab;1,50\nESL;Kerze;3"
    ),
    columns={"attribute:Typ": "A", "name": "B", "article_number": None},
)
case(
    "types beside numbers",
    text("Art.-Nr.;Typ;Name;Preis\n1;A1;Zange;3\n2;A2;Säge;4\n3;B1;Feile;5\n4;B2;Hobel;6\n5;C1;Raspel;7"),
    columns={"article_number": "A", "attribute:Typ": "B", "name": "C"},
)

TIMBER = "K1;Kantholz;100x100 mm;4,15\nK2;Kantholz;120x120 mm;5,95\nB1;Bohle;40 mm;14,80\nL1;Dachlatte;24x48 mm;0,62"
for kinds in ("Sortiment", "Warengruppe", "Holzart"):
    for measures in ("Abmessung", "Beschreibung"):
        case(
            f"{kinds} names what {measures} measures",
            text(f"Artikelnr.;{kinds};{measures};Preis/m\n{TIMBER}"),
            columns={"article_number": "A", "name": "B"},
            check=lambda drafts: equal([one.name for one in drafts][:2], ["Kantholz", "Kantholz"]),
        )
case(
    "groups of few kinds beside words stay groups",
    text(
        "Artikelnr.;Warengruppe;Geschmack;Preis\n1;Brot;Roggen;4,15\n2;Brot;Weizen;3,00\n3;Torte;Apfel;9,00\n"
        "4;Torte;Sahne;9,50"
    ),
    columns={"category": "B", "name": "C"},
)
case(
    "what a honey jar holds, and how many there are",
    text(
        "Honig;Glas;Preis;Bestand Gläser\nRaps;500 g;6,50;120\nLinde;250 g;4,20;60\nKerzen Set;3 Stück;14,90;11\n"
        "Kerzen;3 Stück;12,90;8"
    ),
    columns={"name": "A", "packaging": "B", "price": "C", "stock": "D"},
    articles={
        "Raps": ("6.5", 1, "XJR", "7"),
        "Linde": ("4.2", 1, "XJR", "7"),
        "Kerzen Set": ("14.9", 1, "SET", "7"),
        "Kerzen": ("12.9", 1, "XPK", "7"),
    },
    check=lambda drafts: equal([str(one.content) for one in drafts], ["500", "250", "3", "3"]),
    statement=NET7,
)
case(
    "packs of sets are no sets",
    text("Artikel;VE;Preis\nMesser Set;6 Stück;39,00\nGabel Set;6 Stück;36,00"),
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
for header, price, unit in (
    ("Inhalt", "Preis", "H87"),
    ("Füllgewicht", "Preis je Stück", "H87"),
    ("Einwaage", "Preis je Dose", "XCX"),
):
    case(
        f"{header} is what a piece holds, {price}",
        text(f"Nr;Artikel;{header};{price}\n1;Bohnen;400 g;1,50\n2;Linsen;6 x 200 g;7,50"),
        articles={"1": ("1.5", 1, unit, "7"), "2": ("7.5", 1, unit, "7")},
        check=lambda drafts: equal(
            [(one.content and str(one.content), one.attributes.get("Inhalt")) for one in drafts],
            [("400", None), (None, "1200 g")],
        ),
        statement=NET7,
    )
case(
    "what a carton weighs is not what is in its jars",
    text("Nr;Artikel;Inhalt;Preis je Karton\n1;Bohnen;400 g;18,00\n2;Linsen;12 Stück;17,50"),
    articles={"1": ("18", 1, "XCT", "7"), "2": ("17.5", 1, "XCT", "7")},
    check=lambda drafts: equal([one.attributes.get("Inhalt") for one in drafts], ["400 g", "12 Stk"]),
    statement=NET7,
)
for numbered in ("Zeichnungs-Nr.", "Rezepturnummer", "Sorten-Nr", "Schnitt Nr."):
    case(
        f"{numbered} over codes of goods is their number",
        text(f"{numbered};Benennung;Preis netto\nZK-4711;Hülse;5,90\nZK-4712;Schraube;12,40\nZK-5001;Lagerbock;34,00"),
        columns={"article_number": "A", "name": "B"},
    )
for numbered in (
    "Kunden-Nr.",
    "Los-Nr.",
    "Chargennummer",
    "Telefon-Nr.",
    "Rechnungs-Nr.",
    "Zolltarif-Nr.",
    "Seriennummer",
):
    case(
        f"{numbered} is none of goods",
        text(f"{numbered};Benennung;Preis netto\n84711;Hülse;5,90\n84712;Schraube;12,40\n85001;Lagerbock;34,00"),
        columns={"article_number": None, "name": "B"},
    )
case(
    "numbers of drawings that several goods share",
    text("Zeichnungs-Nr.;Benennung;Preis netto\nZK-1;Hülse;5,90\nZK-1;Schraube;12,40\nZK-2;Lagerbock;34,00"),
    columns={"article_number": None, "attribute:Zeichnungs-Nr.": "A"},
)
case(
    "numbers of drawings beside those of articles",
    text("Zeichnungs-Nr.;Art.-Nr.;Benennung;Preis netto\nZK-1;11;Hülse;5,90\nZK-3;12;Schraube;12,40"),
    columns={"article_number": "B", "attribute:Zeichnungs-Nr.": "A"},
)
