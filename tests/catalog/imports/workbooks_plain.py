"""Invented lists that say enough, so that nobody has to be asked; and their neighbours, about which one must."""

from __future__ import annotations

from tests.catalog.imports.workbooks import GROSS7, NET7, case, equal, text

CANDLES = "1;Altarkerze;6;7,45;44,70\n2;Stumpen;12;2,35;28,20\n3;Spitzkerze;50;0,54;27,00\n4;Taufkerze;1;16,90;16,90"
case(
    "a unit and the euro are a price for that unit: of a piece and of the pack",
    text(f"Nr;Artikel;VE;Stück €;VE €\n{CANDLES}"),
    columns={"price": "D", "unit_price": "E"},
    articles={
        "1": ("7.45", 1, "H87", "19"),
        "2": ("2.35", 1, "H87", "19"),
        "3": ("0.54", 1, "H87", "19"),
        "4": ("16.9", 1, "H87", "19"),
    },
)
case(
    "a unit and the euro: prices that do not go together",
    text(f"Nr;Artikel;VE;Stück €;VE €\n{CANDLES.replace('44,70', '40,00').replace('28,20', '30,00')}"),
    rules={2: "several_prices", 3: "several_prices", 4: "several_prices", 5: "several_prices"},
)
for header, quantity, unit in (("kg €", 1, "KGM"), ("100 g EUR", 100, "GRM"), ("Glas netto €", 1, "XJR")):
    case(
        f"a unit and the euro: {header}",
        text(f"Artikel;{header}\nHonig;1,98\nMet;2,20"),
        articles={"Honig": ("1.98", quantity, unit, "19"), "Met": ("2.2", quantity, unit, "19")},
    )
case(
    "a short word and the euro may be a tax",
    text("Nr;Artikel;St. €;Preis €\n1;Kerze;0,19;1,00\n2;Licht;0,38;2,00"),
    rules={2: "several_prices", 3: "several_prices"},
)
POTS = "T1;Becher;7,90;17,00\nT2;Kanne;34,00;72,00"
case(
    "a footer that explains the column of another price",
    text(f"Nr;Form;Händler netto;Laden-VK\n{POTS}\n;;;\nLaden-VK = unverbindliche Empfehlung inkl. 19 % MwSt."),
    columns={"price": "C", "rrp": "D"},
    articles={"T1": ("7.9", 1, "H87", "19"), "T2": ("34", 1, "H87", "19")},
    outcomes={5: "skipped footer"},
)
case(
    "a footer that explains all prices",
    text(f"Nr;Form;Händler netto;Laden-VK\n{POTS}\n;;;\nHändlerpreise und Laden-VK inkl. 19 % MwSt."),
    rules={2: "net_or_gross", 3: "net_or_gross"},
)
for footer in (
    "Preis: inkl. 19 % MwSt.",
    "UVP = Empfehlung. Alle Preise inkl. 19 % MwSt.",
    "UVP = Empfehlung, Preise inkl. 19 % MwSt.",
):
    case(
        f"a footer that explains the price itself: {footer}",
        text(f"Nr;Form;Preis;UVP\nT1;Becher;7,90;17,00\n;;;\n{footer}"),
        rules={2: "net_or_gross"},
    )
case(
    "recommended prices that are the only ones",
    text("Nr;Form;Preis\nT1;Becher;17,00\n;;\nPreis = unverbindliche Empfehlung inkl. 19 % MwSt."),
    rules={2: "net_or_gross"},
)
BOOKS = "978-3-7420-1101-5;Sagen;18,00 €\n978-3-7420-1117-6;Umgebindehäuser;16,90 €"
for header in ("Ladenpreis (D)", "Ladenpreis", "Ladenpreis inkl. MwSt."):
    case(
        f"books cost everybody the same: {header}",
        text(f"ISBN;Titel;{header}\n{BOOKS}"),
        columns={"price": "C"},
        articles={"978-3-7420-1101-5": ("16.8224", 1, "H87", "7"), "978-3-7420-1117-6": ("15.7944", 1, "H87", "7")},
        statement=GROSS7,
    )
case(
    "books whose prices are said to be net",
    text(f"ISBN;Titel;Ladenpreis (D)\n{BOOKS}"),
    rules={2: "net_or_gross", 3: "net_or_gross"},
    statement=NET7,
)
case(
    "what other goods cost in shops is not what dealers pay",
    text(f"EAN;Titel;Ladenpreis\n4012345678901;Kerze;18,00 €\n{BOOKS}"),
    rules={2: "price_column_unclear", 3: "price_column_unclear", 4: "price_column_unclear"},
    statement=GROSS7,
)
case(
    "what books are recommended to cost",
    text(f"ISBN;Titel;UVP\n{BOOKS}"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
    statement=GROSS7,
)
case(
    "a house's short words for what it pays and asks",
    text("Artikel;Text;Einst.;Spanne;Abg.\n1;Schere;4,31;52;8,95\n2;Draht;1,87;47;3,50"),
    columns={"purchase_price": "C", "price": "E"},
    articles={"1": ("8.95", 1, "H87", "19"), "2": ("3.5", 1, "H87", "19")},
)
case(
    "short words for what left the house",
    text("Artikel;Text;Einst.;Spanne;Abg.\n1;Schere;4,31;52;8,95\n2;Draht;1,87;47;1,50"),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
)
FLOUR = "Weizenmehl;405;Sack 25 kg;16,50\nWeizenmehl;550;Sack 25 kg;15,75\nGrieß;;Sack 10 kg;8,90"
case(
    "flour by its type, where some has none",
    text(f"Mehl;Type;Gebinde;€/Gebinde\n{FLOUR}\nWeizenmehl;405;Beutel 5 kg;4,90"),
    check=lambda drafts: equal(
        [draft.name for draft in drafts], ["Weizenmehl 405", "Weizenmehl 550", "Grieß", "Weizenmehl 405"]
    ),
)
case(
    "flour whose types tell it not apart",
    text(f"Mehl;Type;Gebinde;€/Gebinde\n{FLOUR}\nWeizenmehl;405;Sack 25 kg;14,90"),
    rules={2: "name_double", 3: "name_double", 5: "name_double"},
)
case(
    "what a bottle holds tells oils apart, not how long they keep",
    text("Öl;Inhalt;Preis je Flasche;haltbar\nLeinöl;100 ml;2,85;3 Monate\nLeinöl;250 ml;4,95;2 Monate"),
    check=lambda drafts: equal([draft.name for draft in drafts], ["Leinöl 100 ml", "Leinöl 250 ml"]),
)
case(
    "two lists side by side, each with a word of its own over the names",
    text(
        "Fisch;Einheit;Preis;;Räucherfisch;Einheit;Preis\nKarpfen;kg;4,60;;Aal;kg;48,00\nHecht;kg;12,50;;Forelle;Stück;4,20"
    ),
    articles={
        "Karpfen": ("4.6", 1, "KGM", "7"),
        "Hecht": ("12.5", 1, "KGM", "7"),
        "Aal": ("48", 1, "KGM", "7"),
        "Forelle": ("4.2", 1, "H87", "7"),
    },
    statement=NET7,
)
for headers, cells in (("Sack;Einheit;Preis", "25 kg;Sack;15,00"), ("Hof;Einheit;Preis", "2;kg;1,50")):
    case(
        f"no second list beside the first: {headers}",
        text(f"Mehl;Einheit;Preis;;{headers}\nWeizen;kg;1,20;;{cells}\nRoggen;kg;1,10;;{cells}"),
        rules={2: "several_prices", 3: "several_prices"},
        statement=NET7,
    )
case(
    "two prices of the same goods side by side",
    text(
        "Fisch;Einheit;Preis;;Fischart;Einheit;Preis\nKarpfen;kg;4,60;;Karpfen;kg;4,10\nHecht;kg;12,50;;Hecht;kg;11,00"
    ),
    rules={2: "several_prices", 3: "several_prices"},
    statement=NET7,
)
case(
    "wheels, fittings, bags in boxes and trays of eggs",
    text(
        "Artikel;Gebinde;Preis je Gebinde\nPartyrad;Rad;14,50\nTürdrücker;Gar;24,90\nSaft;Bag-in-Box 5 l;9,20\n"
        "Eier;Höcker 30 Stück;5,40"
    ),
    articles={
        "Partyrad": ("14.5", 1, "H87", "19"),
        "Türdrücker": ("24.9", 1, "SET", "19"),
        "Saft": ("9.2", 1, "H87", "19"),
        "Eier": ("5.4", 1, "XPU", "19"),
    },
)
case(
    "a wheel of cheese and cooked shrimps by weight",
    text("Artikel;Preis je kg\nEmmentaler (Rad);11,00\nBergkäse Rad;12,00\nGarnelen (gar);9,00"),
    articles={
        "Emmentaler (Rad)": ("11", 1, "KGM", "19"),
        "Bergkäse Rad": ("12", 1, "KGM", "19"),
        "Garnelen (gar)": ("9", 1, "KGM", "19"),
    },
)
