"""Invented lists of workshops, roasters and nurseries: what they call things, and in how many lines."""

from __future__ import annotations

from decimal import Decimal

from catalog.imports import Statement
from tests.catalog.imports.workbooks import NET7, case, equal, text

UNSAID = Statement(None, None)

case(
    "codes under Artikel, beside the material and a text for each",
    text(
        "Artikel;Beschreibung;Größe;Material;Netto Stk.\nGT-01;Geschirrtuch Karo;50x70;Halbleinen;4,90\n"
        "GT-02;Geschirrtuch Streifen;50x70;Halbleinen;4,90\nHT-10;Handtuch;50x100;Baumwolle;8,40"
    ),
    columns={"article_number": "A", "name": "B", "attribute:Material": "D"},
    articles={name: ("4.9", 1, "H87", "19") for name in ("GT-01", "GT-02")} | {"HT-10": ("8.4", 1, "H87", "19")},
)
case(
    "numbers with points under Material",
    text(
        "Material;Kurztext;Preis;Preiseinheit;Mengeneinheit\n100.040;O-Ring;4,80;100;ST\n300.005;Dichtprofil;96,00;100;M"
    ),
    columns={"article_number": "A", "name": "B"},
    articles={"100.040": ("4.8", 100, "H87", "19"), "300.005": ("96", 100, "MTR", "19")},
)
case(
    "what material costs is still no number",
    text("Artikel;Material;Preis netto\nHocker;12.50;49,00\nTisch;85.00;240,00"),
    columns={"name": "A", "internal": "B"},
)
case(
    "plants by kind and variety",
    text("Nr;Art;Sorte;Packung;Preis netto\n1;Stabtomate;Matina;Tüte;1,45\n2;Kopfsalat;Maikönig;Tüte;1,20"),
    columns={"name": "B", "name_2": "C"},
    check=lambda drafts: equal([one.name for one in drafts], ["Stabtomate Matina", "Kopfsalat Maikönig"]),
)
case(
    "two rates in one cell, and none",
    text("Nr;Artikel;Preis netto;MwSt\n1;Korb;24,00;7% / 19%\n2;Band;3,10;?\n3;Apfelchips;1,95;7%"),
    rules={2: "vat_unclear", 3: "vat_unclear"},
    articles={"3": ("1.95", 1, "H87", "7")},
)
case(
    "headers that begin a line higher",
    text(
        "Teekontor - Preise ohne 7 % MwSt\n\nBest.;;Beutel;Preis;empf.\nNr.;Bezeichnung;Inhalt;netto;VK-Preis\n"
        "100;Assam;250 g;6,40;10,90\n101;Darjeeling;100 g;7,20;12,50"
    ),
    header_row=4,
    columns={"article_number": "A", "price": "D", "rrp": "E"},
    articles={"100": ("6.4", 1, "H87", "7"), "101": ("7.2", 1, "H87", "7")},
    statement=NET7,
)
case(
    "timber of one name in several measures, and something without",
    text(
        "Pos;Sortiment;Abmessung mm;ME;Preis/ME netto\n1;KVH;60x120;m³;435\n2;KVH;80x160;m³;429\n3;Späne;;Ballen;7,20"
    ),
    check=lambda drafts: equal([one.name for one in drafts], ["KVH 60x120", "KVH 80x160", "Späne"]),
)
case(
    "cents, in letterhead and header",
    text("Preise in Cent pro Stück, netto;;\nNr;Teil;ct/Stk\nD1;Hülse;28\nD2;Buchse;19,5"),
    header_row=2,
    articles={"D1": ("0.28", 1, "H87", "19"), "D2": ("0.195", 1, "H87", "19")},
)
case(
    "cents with fractions, in the header alone",
    text("Nr;Teil;ct/Stk netto\nD1;Hülse;28\nD2;Buchse;19,5"),
    rules={2: "cents_or_euro", 3: "cents_or_euro"},
)
case(
    "counts under ct cost nothing",
    text("Nr;Stein;ct;Preis netto\nD1;Opal;28;190,00\nD2;Achat;19;12,50"),
    columns={"attribute:ct": "C", "price": "D"},
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "a kilogram in a pack beside half of one",
    text("Kaffee;Packung;EUR netto\nMischung groß;1 kg;17,90\nMischung;250 g;4,95"),
    articles={"Mischung groß": ("17.9", 1, "H87", "7"), "Mischung": ("4.95", 1, "H87", "7")},
    check=lambda drafts: equal([(one.content, one.content_unit) for one in drafts], [(1, "KGM"), (250, "GRM")]),
    statement=NET7,
)
PAINT = "Nr;Farbe;Ton;Gebinde;Nettopreis\nK5;Kalkfarbe;weiß;Eimer 5 l;29,90\nK10;Kalkfarbe;{};Eimer 10 l;{}"
case(
    "paint that costs more where there is more of it",
    text(PAINT.format("weiß", "54,50")),
    articles={"K5": ("29.9", 1, "XBJ", "19"), "K10": ("54.5", 1, "XBJ", "19")},
)
for what, tone, price in (("of another tone", "rot", "54,50"), ("at nearly the same price", "weiß", "31,00")):
    case(
        f"paint {what} in a larger bucket",
        text(PAINT.format(tone, price)),
        rules={2: "pack_or_piece", 3: "pack_or_piece"},
    )
case(
    "per piece or pair, as each row says",
    text("Preise in EUR je Stück bzw. Paar, netto;;;\nNr;Artikel;Einh.;Preis\nB1;Hose;St.;42,90\nB2;Socken;Paar;4,20"),
    header_row=2,
    articles={"B1": ("42.9", 1, "H87", "19"), "B2": ("4.2", 1, "PR", "19")},
)
for words, rate in (
    ("Fischmanufaktur - Preise frei Haus, netto, MwSt-Satz 7 %", "7"),
    ("Preise in EUR, netto, zzgl. MwSt 19 Prozent", "19"),
    ("Preise netto + 7 % – je Flasche", "7"),
    ("Mühlenbäckerei - Händlerabgabepreise (netto, 7 %)", "7"),
    ("Alle Preise ohne MwSt. - es gilt der ermäßigte Satz von 7 %", "7"),
):
    case(
        f"the rate in the letterhead: {words}",
        text(f"{words};;\n;;\nNr;Artikel;Preis\nB1;Öl;4,90\nB2;Essig;4,20"),
        header_row=3,
        check=lambda drafts, rate=rate: equal(
            [one.vat_rate for one in drafts if one.article_number], [Decimal(rate)] * 2
        ),
        statement=UNSAID,
    )
case(
    "the rate of delivery is none of the goods",
    text("Preise netto, Versand 5,90 €, inkl. 19 % MwSt.;;\nNr;Artikel;Preis\nB1;Öl;4,90\nB2;Essig;4,20"),
    header_row=2,
    rules={3: "vat_missing", 4: "vat_missing"},
    statement=Statement("net", None),
)
