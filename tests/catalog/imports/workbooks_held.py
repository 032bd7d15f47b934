"""Invented lists whose headers name a pack, and what it holds there or in the cells."""

from __future__ import annotations

from decimal import Decimal

from tests.catalog.imports.workbooks import case, equal, text


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
