"""Invented lists of clothes: one price for each size, in letters."""

from __future__ import annotations

from tests.catalog.imports.workbooks import case, text


def sized(*priced: tuple[str, str]) -> dict[str, tuple[str, int, str, str]]:
    return {name: (price, 1, "H87", "19") for name, price in priced}


LETTERHEAD = "Preise netto zzgl. 19 % MwSt."

case(
    "a range of sizes and larger ones",
    text(f"{LETTERHEAD}\nNr;Artikel;XS-XL;XXL;3XL - 5XL\n1;Hose;19,90;21,90;24,-\n2;Jacke;29,90;31,90;33,50"),
    columns={"price": "C", "size_price": "D", "size_price_2": "E"},
    header_row=2,
    articles=sized(
        ("1-GrößeXS-XL", "19.9"),
        ("1-GrößeXXL", "21.9"),
        ("1-Größe3XL-5XL", "24"),
        ("2-GrößeXS-XL", "29.9"),
        ("2-GrößeXXL", "31.9"),
        ("2-Größe3XL-5XL", "33.5"),
    ),
)
case(
    "single letters beside XL",
    text(f"{LETTERHEAD}\nArtikel;S;M;L;XL\nHose;19,90;21,90;23,90;25,90\nWeste;9,90;10,90;11,90;12,90"),
    columns={"price": "B", "size_price": "C", "size_price_2": "D", "size_price_3": "E"},
    header_row=2,
    articles=sized(
        ("Hose Größe S", "19.9"),
        ("Hose Größe M", "21.9"),
        ("Hose Größe L", "23.9"),
        ("Hose Größe XL", "25.9"),
        ("Weste Größe S", "9.9"),
        ("Weste Größe M", "10.9"),
        ("Weste Größe L", "11.9"),
        ("Weste Größe XL", "12.9"),
    ),
)
case(
    "a price, and another for one size",
    text(f"{LETTERHEAD}\nNr;Artikel;Preis;XXL\n1;Hose;19,90;21,90\n2;Jacke;29,90;31,90"),
    header_row=2,
    articles={},
    rules={3: "several_prices", 4: "several_prices"},
)
case(
    "a price, and the stock of one size",
    text(f"{LETTERHEAD}\nNr;Artikel;Preis;XXL\n1;Hose;19,90;2\n2;Jacke;29,90;3"),
    header_row=2,
    articles=sized(("1", "19.9"), ("2", "29.9")),
)
