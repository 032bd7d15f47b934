"""Invented lists whose headers name a pack, and what it holds there or in the cells."""

from __future__ import annotations

from decimal import Decimal

from tests.catalog.imports.workbooks import GROSS7, case, equal, text


def contents(*wanted):
    """What one order unit of each article holds."""
    return lambda drafts: equal(
        [(draft.content, draft.content_unit) for draft in drafts], [(Decimal(one), code) for one, code in wanted]
    )


for header, unit, content in (
    ("Rolle 100 m netto €", "XRO", ("100", "MTR")),
    ("Karton 12 Fl. netto €", "XCT", ("12", "XBO")),
    ("Sack 25 kg €", "XSA", ("25", "KGM")),
    ("Netto/Karton 6", "XCT", ("6", "H87")),
    ("Preis je Karton à 12 Fl.", "XCT", ("12", "XBO")),
    ("Preis je 100 m Rolle", "XRO", ("100", "MTR")),
    ("Karton 6 x 0,75 l €", "XCT", ("4.5", "LTR")),
):
    case(
        f"a price's header that says what is sold: {header}",
        text(f"Nr;Artikel;{header}\n1;Grün;62,00\n2;Rot;71,50"),
        articles={"1": ("62", 1, unit, "19"), "2": ("71.5", 1, unit, "19")},
        check=contents(content, content),
    )
for header, unit in (
    ("Preis/Dose 7 % MwSt.", "XCX"),
    ("VK Kiste 2026", "XCR"),
    ("Preis Topf 12 cm", "XPT"),
    ("Topf 9 €", "H87"),
    ("Preis je Karton 1", "XCT"),
):
    case(
        f"a number in a price's header that no pack holds: {header}",
        text(f"Nr;Artikel;{header};MwSt\n1;Grün;62,00;7\n2;Rot;71,50;7"),
        articles={"1": ("62", 1, unit, "7"), "2": ("71.5", 1, unit, "7")},
        check=lambda drafts: equal({draft.content for draft in drafts}, {None}),
    )
case(
    "a price per metre beside one per coil",
    text("Nr;Seil;€/m;Rolle 100 m €\n1;Grün;0,62;62,00\n2;Rot;0,82;\n3;Blau;;90,00\n4;Gelb;0,90;80,00"),
    articles={"1": ("62", 1, "XRO", "19"), "2": ("0.82", 1, "MTR", "19"), "3": ("90", 1, "XRO", "19")},
    rules={5: "prices_disagree"},
)
case(
    "a plain price beside one per coil",
    text("Nr;Seil;Preis €;Rolle 100 m €\n1;Grün;0,62;62,00\n2;Rot;0,82;82,00"),
    rules={2: "several_prices", 3: "several_prices"},
)
for header, unit, cell, content in (
    ("Kanister", "XCI", "5 l", ("5", "LTR")),
    ("Eimer", "XBJ", "10 kg", ("10", "KGM")),
    ("Fass", "XDR", "30 l", ("30", "LTR")),
    ("Glas", "XJR", "500 g", ("500", "GRM")),
    ("Glas", "XJR", "1 kg", ("1", "KGM")),
    ("Flasche", "XBO", "0,75 l", ("0.75", "LTR")),
    ("Beutel", "XBG", "12 Stk", ("12", "H87")),
    ("VE", "H87", "500 g", ("500", "GRM")),
    ("Flasche", "XPK", "6 x 1 l", ("6", "LTR")),
):
    price = "Preis je VE" if unit == "XPK" else "Preis"
    case(
        f"{cell} under {header}",
        text(f"Nr;Artikel;{header};{price}\n1;Grün;{cell};62,00\n2;Rot;{cell};71,50"),
        articles={"1": ("62", 1, unit, "19"), "2": ("71.5", 1, unit, "19")},
        check=contents(content, content),
    )
case(
    "jars under Glas beside a price per piece",
    text("Nr;Honig;Glas;Preis je Stück\n1;Raps;500 g;6,20\n2;Linde;250 g;3,40"),
    articles={"1": ("6.2", 1, "XJR", "19"), "2": ("3.4", 1, "XJR", "19")},
)
case(
    "sacks under Sack beside a price per 100 kg",
    text("Nr;Mehl;Sack;EUR / 100 kg\n1;Type 405;25 kg;58,40\n2;Type 997;50 kg;54,40"),
    articles={"1": ("14.6", 1, "XSA", "19"), "2": ("27.2", 1, "XSA", "19")},
    check=contents(("25", "KGM"), ("50", "KGM")),
)
case(
    "a price of bottles beside what a carton holds of them",
    text("Nr;Saft;Karton;Preis je Flasche\n1;Apfel;6 x 1 l;1,20\n2;Birne;12 x 0,7 l;1,10"),
    articles={"1": ("7.2", 1, "XCT", "19"), "2": ("13.2", 1, "XCT", "19")},
    check=contents(("6", "LTR"), ("8.4", "LTR")),
)
case(
    "the old signs for a hundred and a thousand",
    text(
        "Nr;Artikel;Preis;PE;VPE\n1;Schraube;6,90;%;200\n2;Scheibe;7,60;‰;1000\n"
        "3;Kasten;34,50;St;1\n4;Mutter;2,00;‰ Stk;9"
    ),
    articles={
        "1": ("6.9", 100, "H87", "19"),
        "2": ("7.6", 1000, "H87", "19"),
        "3": ("34.5", 1, "H87", "19"),
        "4": ("2", 1000, "H87", "19"),
    },
)
case(
    "prices per piece and per kilogram beside what it comes in",
    text(
        "Nr;Artikel;Gebinde;Preis\n1;Oliven;Eimer 3 kg;9,80 €/kg\n2;Hummus;Becher 200 g;1,95 €/Stk\n"
        "3;Brötchen;Beutel 2 kg;0,35 €/Stk\n4;Senf;Karton 6 x 200 g;2,35 €/Stk"
    ),
    articles={"1": ("29.4", 1, "XBJ", "19"), "2": ("1.95", 1, "XCU", "19"), "4": ("14.1", 1, "XCT", "19")},
    rules={4: "price_unit_differs"},
)
case(
    "jars by what they hold, beside a price per jar",
    text(
        "Nr;Honig;Füllung;Karton à;Preis je Glas inkl. MwSt;Pfand je Glas\n"
        "1;Raps;500 g;12;6,90;0,50\n2;Linde;250 g;12;4,20;0,50"
    ),
    columns={"content": "C"},
    articles={"1": ("6.4486", 1, "XJR", "7"), "2": ("3.9252", 1, "XJR", "7")},
    check=contents(("500", "GRM"), ("250", "GRM")),
    statement=GROSS7,
)
for ages in (("6 Wo.", "12 Mon."), ("6 months", "12 months"), ("2 Wochen", "1 Tag")):
    case(
        f"cheese that is {ages[0]} old",
        text(
            "Nr;Käse;Reife;Stückgröße;Preis je kg\n"
            f"1;Jung;{ages[0]};Laib ca. 4 kg;14,20\n2;Alt;{ages[1]};Laib ca. 2 kg;21,50"
        ),
        articles={"1": ("14.2", 1, "KGM", "19"), "2": ("21.5", 1, "KGM", "19")},
    )
case(
    "services by unit words of time under no known header",
    text("Nr;Leistung;Turnus;Preis\n1;Reinigung;Monat;64,00\n2;Dienst;Woche;71,50"),
    articles={"1": ("64", 1, "MON", "19"), "2": ("71.5", 1, "WEE", "19")},
)
