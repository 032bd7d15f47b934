"""Invented lists that say deposits in a row's own words."""

from __future__ import annotations

from decimal import Decimal

from tests.catalog.imports.workbooks import NET7, case, equal, text


def deposits(*wanted: str | None):
    return lambda drafts: equal(
        [one.deposit for one in drafts], [Decimal(amount) if amount else None for amount in wanted]
    )


case(
    "as a remark, behind the name, and what is none",
    text(
        "Nr;Artikel;Preis je Glas;Hinweis\n1;Joghurt;1,49;zzgl. 0,15 € Pfand\n2;Milch (+ Pfand 0,15 €);1,25;\n"
        "3;Butter;2,70;pfandfrei\n4;Quark;1,10;0,15 EUR Pfand/Glas\n5;Pfandflasche leer;0,90;"
    ),
    articles={
        number: (price, 1, "XJR", "7")
        for number, price in zip("12345", ("1.49", "1.25", "2.7", "1.1", "0.9"), strict=True)
    },
    check=deposits("0.15", "0.15", None, "0.15", None),
    statement=NET7,
)
case(
    "what the price is said to hold already",
    text("Nr;Artikel;Einheit;Preis;Hinweis\n1;Joghurt;Glas;1,49;inkl. 0,15 € Pfand\n2;Quark;Glas;1,10;"),
    articles={"2": ("1.1", 1, "XJR", "19")},
    rules={2: "footnote"},
)
case(
    "of the crate, and of each bottle in it",
    text(
        "Nr;Artikel;Einheit;Preis;Hinweis\n1;Saft;Kiste 12 x 0,7 l;9,90;zzgl. 3,30 € Pfand\n"
        "2;Schorle;Kiste 12 x 0,7 l;8,90;zzgl. 0,15 € Pfand je Flasche"
    ),
    articles={"1": ("9.9", 1, "XCR", "19")},
    rules={3: "deposit_unit_differs"},
    check=deposits("3.3", None),
)
case(
    "in a column and otherwise in words",
    text(
        "Nr;Artikel;Einheit;Preis;Pfand;Hinweis\n1;Saft;Flasche;1,80;0,15;\n2;Most;Flasche;1,80;0,15;zzgl. 0,25 € Pfand"
    ),
    articles={"1": ("1.8", 1, "XBO", "19")},
    rules={3: "deposit_unit_differs"},
)
