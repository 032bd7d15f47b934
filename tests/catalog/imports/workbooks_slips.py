"""Invented lists in which one row does not fit the others of its list, or its own other prices."""

from __future__ import annotations

from catalog.imports import Statement
from tests.catalog.imports.workbooks import case, equal, text

BESIDE = "price_beside"


def published(*priced: tuple[str, str, str]) -> dict[str, tuple[str, int, str, str]]:
    return {number: (price, 1, unit, "19") for number, price, unit in priced}


for header in ("Vorjahr", "alter Preis", "Preis alt"):
    case(
        f"ten and a hundred times the last: {header}",
        text(
            f"Nr;Tee;Preis netto;{header}\n1;Assam;3,60;3,40\n2;Earl Grey;33,50;3,20\n"
            "3;Minze;285;2,70\n4;Chai;4,10;3,90"
        ),
        columns={"price": "C", "old_price": "D"},
        articles=published(("1", "3.6", "H87"), ("4", "4.1", "H87")),
        rules={3: BESIDE, 4: BESIDE},
    )
case(
    "a hundred times last year's price, in a column of two decimal signs",
    text(
        "Nr;Käse;Preis netto je kg;Vorjahr\n1;Jung;16,80;16,20\n2;Alt;21.90;21,20\n3;Klee;1480;14,4\n4;Ziege;24,-;23,5"
    ),
    articles=published(("4", "24", "KGM")),
    rules={2: "mixed_decimal", 3: "mixed_decimal", 4: BESIDE},
)
case(
    "a price that is still the one the house has paid",
    text(
        "Nr;Artikel;EK;VK netto\n1;Axt;21,37;34,20\n2;Beil;13,43;21,50\n3;Spaten;29,81;47,70\n4;Haue;24,63;24,63\n"
        "5;Gabel;20,00;32,00"
    ),
    columns={"purchase_price": "C", "price": "D"},
    articles=published(("1", "34.2", "H87"), ("2", "21.5", "H87"), ("3", "47.7", "H87"), ("5", "32", "H87")),
    rules={5: BESIDE},
)
case(
    "sold by the piece, bought by the pack",
    text("Nr;Artikel;EK;VK netto\n1;Axt;90,00;34,20\n2;Beil;60,00;21,50\n3;Spaten;120,00;47,70"),
    articles=published(("1", "34.2", "H87"), ("2", "21.5", "H87"), ("3", "47.7", "H87")),
)
case(
    "a sack that costs less than what is in it",
    text(
        "Nr;Gewürz;Gebinde;Preis je kg netto;Gebindepreis\n"
        "1;Pfeffer;Beutel 1 kg;14,80;14,80\n2;Kümmel;Sack 25 kg;5,20;130,00\n"
        "3;Senf;Sack 25 kg;3,10;62,00\n4;Salz;Eimer 5 kg;1,20;6,00"
    ),
    articles=published(("1", "14.8", "XBG"), ("2", "130", "XSA"), ("4", "6", "XBJ")),
    rules={4: BESIDE},
)
case(
    "sacks that all cost less than what is in them",
    text(
        "Nr;Gewürz;Gebinde;Preis je kg netto;Gebindepreis\n1;Salz;Sack 25 kg;5,20;120,00\n2;Senf;Sack 25 kg;3,10;62,00"
    ),
    articles=published(("1", "120", "XSA"), ("2", "62", "XSA")),
)
case(
    "a recommended price with a comma too far",
    text(
        "Nr;Artikel;Preis netto;UVP\n"
        "1;Seife;3,10;5,90\n2;Creme;6,40;11,90\n3;Balm;2,80;5,20\n4;Öl;8,60;1,59\n5;Salz;4,10;7,90"
    ),
    rules={5: BESIDE},
    articles=published(("1", "3.1", "H87"), ("2", "6.4", "H87"), ("3", "2.8", "H87"), ("5", "4.1", "H87")),
)
case(
    "what is given back is no price of what is hired",
    text("Nr;Gegenstand;Mietpreis je Tag (€);Kaution (€)\n1;Zelt;210;300\n2;Heizpilz;38;100"),
    articles=published(("1", "210", "DAY"), ("2", "38", "DAY")),
)
case(
    "amounts of which only the sign speaks, beside a price per kilogram",
    text("Nr;Käse;Preis je kg €;Abholung €\n1;Gouda;12,50;9,90\n2;Edamer;11,50;8,90"),
    rules={2: "several_prices", 3: "several_prices"},
)
case(
    "the first of two quantities twice",
    text("Nr;Etikett;Menge1;Preis1;Menge2;Preis2\n1;Rund;100;0,12;500;0,085\n2;Siegel;100;0,18;100;0,15"),
    rules={3: "step_duplicate"},
    articles=published(("1", "0.12", "H87")),
)
case(
    "a thousand without its cents, among round prices in words for none",
    text("Nr;Stück;Preis\n1;Kessel;1.299,-\n2;Pfanne;164,-\n3;Bogen;4,85\n4;Blech;14.500\n5;Rinne;62,50"),
    rules={5: "ambiguous_number"},
)
case(
    "positions in letters and digits are numbers",
    text("Pos;Artikel;Preis netto\nM1;Handlauf;38,50\nM2;Torband;12,80\nM3;Rost;31,90"),
    columns={"article_number": "A"},
)
case(
    "Artikel over codes, Qualität over names",
    text("Artikel;Qualität;Preis € / lfm\nWL 201;Leinen natur;12,40\nWL 202;Leinen gebleicht;13,90\nWL 310;Köper;8,75"),
    columns={"article_number": "A", "name": "B"},
    check=lambda drafts: equal([one.unit for one in drafts], ["MTR"] * 3),
)
case(
    "one for the piece among metres, as its name says",
    text("Nr;Leitung;EUR per 100 m\n1;NYM-J 3x1,5;79,00\n2;NYM-J 5x2,5;189,00\n3;Kabeltrommel leer (Stückpreis);14,00"),
    articles={"1": ("79", 100, "MTR", "19"), "2": ("189", 100, "MTR", "19")},
    rules={4: "price_quantity_unclear"},
)
case(
    "gone, as a column says that holds days otherwise",
    text("Nr;Stoff;Preis je m;Stand\n1;Cord;26,80;01/26\n2;Samt;31,40;02/26\n3;Bouclé;39,50;ausgelaufen!"),
    articles=published(("1", "26.8", "MTR"), ("2", "31.4", "MTR")),
    rules={4: "sold_out"},
)
case(
    "today's price beside one of a year that is over",
    text("Nr;Sorte;Preis/Flasche;Preis/Flasche 2025\n1;Holunder;0,79;0,75\n2;Ingwer;0,85;0,82\n3;Mate;0,89;0,86"),
    columns={"price": "C", "old_price": "D"},
    articles=published(("1", "0.79", "XBO"), ("2", "0.85", "XBO"), ("3", "0.89", "XBO")),
)
case(
    "net, and the rate behind a stroke",
    text("Forsthaus;;netto / 7 %\n\nNr;Teilstück;Preis je kg\n1;Rehkeule;24,50\n2;Rehrücken;32,00"),
    header_row=3,
    articles={"1": ("24.5", 1, "KGM", "7"), "2": ("32", 1, "KGM", "7")},
    statement=Statement(None, None),
)
case(
    "a hundredfold price in a list of three",
    text("Nr;Nudel;Preis netto\n1;Bandnudeln;2,45\n2;Spirelli;2,60\n3;Spätzle;235,00"),
    articles=published(("1", "2.45", "H87"), ("2", "2.6", "H87")),
    rules={4: "price_outlier"},
)
case(
    "goods of different worth in a list of three",
    text("Nr;Ware;Preis netto\n1;Becher;9,50\n2;Schale;14,00\n3;Brunnen;180,00"),
    articles=published(("1", "9.5", "H87"), ("2", "14", "H87"), ("3", "180", "H87")),
)
case(
    "counts with decimals, as programs write them",
    text("Nr;Salbe;VE;Preis netto\n1;Ringelblume;6,00;5,90\n2;Holunder;12,00;4,60\n3;Melisse;6,00;7,10"),
    articles={},
    rules={2: "pack_or_piece", 3: "pack_or_piece", 4: "pack_or_piece"},
)
