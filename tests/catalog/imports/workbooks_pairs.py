"""Invented lists with the same price for two or three measures, and prices that other columns tell the meaning of."""

from __future__ import annotations

from decimal import Decimal

from catalog.imports import Memory, read
from tests.catalog.imports.workbooks import NET7, case, equal, text, workbook

case(
    "per kilogram and per hundred grams",
    workbook(
        (
            "Wurst",
            [
                ["Nr", "Sorte", "Preis/kg", "Preis/100g"],
                ["1", "Salami", 18.9, 1.89],
                ["2", "Schinken", 24.5, 2.45],
                ["3", "Sülze", 9.4, 1.94],
                ["4", "Leberwurst", None, 1.15],
            ],
        )
    ),
    articles={"1": ("18.9", 1, "KGM", "7"), "2": ("24.5", 1, "KGM", "7"), "4": ("1.15", 100, "GRM", "7")},
    rules={4: "prices_disagree"},
    statement=NET7,
)
POTS = [
    ["Nr", "Staude", "Stk/Tray", "€/Topf", "€/Tray"],
    ["1", "Aster", 12, 0.85, 10.2],
    ["2", "Phlox", 8, 1.4, 11.2],
    ["3", "Salbei", 12, 0.72, 8.64],
]
case(
    "per pot and per tray, the product exact",
    workbook(("Stauden", POTS)),
    columns={"price": "D", "unit_price": "E"},
    articles={"1": ("0.85", 1, "XPT", "7"), "2": ("1.4", 1, "XPT", "7"), "3": ("0.72", 1, "XPT", "7")},
    statement=NET7,
)
case(
    "per pot and per tray, and no number that tells how they belong together",
    workbook(("Stauden", [[*row[:2], *row[3:]] for row in POTS])),
    rules={2: "several_prices", 3: "several_prices", 4: "several_prices"},
    statement=NET7,
)
case(
    "per bottle, per carton and per litre, all of one size",
    workbook(
        (
            "Wein",
            [
                ["Nr", "Wein", "€ / Fl.", "€ / Karton", "€/l"],
                ["1", "Müller", 7.2, 43.2, 9.6],
                ["2", "Riesling", 10.8, 64.8, 14.4],
                ["3", "Kerner", 8.1, 48.6, 10.8],
                ["4", "Traminer", 13.8, 82.8, 18.4],
            ],
        )
    ),
    articles={
        "1": ("7.2", 1, "XBO", "7"),
        "2": ("10.8", 1, "XBO", "7"),
        "3": ("8.1", 1, "XBO", "7"),
        "4": ("13.8", 1, "XBO", "7"),
    },
    statement=NET7,
)
case(
    "per container and per litre",
    workbook(
        (
            "Reiniger",
            [
                ["Nr", "Produkt", "Gebinde", "Preis je Gebinde", "Preis je Liter"],
                ["1", "Allzweck", "Kanister 10 l", 17.5, 1.75],
                ["2", "Glas", "Flasche 750 ml", 2.85, 3.8],
                ["3", "Sanitär", "Kanister 10 l", 24.9, 4.29],
            ],
        )
    ),
    articles={"1": ("17.5", 1, "XCI", "7"), "2": ("2.85", 1, "XBO", "7")},
    rules={4: "prices_disagree"},
    statement=NET7,
)
case(
    "a pack's price proved by the price of a piece",
    workbook(
        (
            "Kerzen",
            [
                ["Nr", "Artikel", "VE", "Stückpreis", "VE-Preis"],
                ["1", "Stumpen", 12, 1.85, 22.2],
                ["2", "Spitz", 6, 3.4, 20.4],
            ],
        )
    ),
    articles={"1": ("22.2", 1, "XPK", "7"), "2": ("20.4", 1, "XPK", "7")},
    statement=NET7,
)
case(
    "a bottle is no pack of bottles",
    workbook(
        ("Saft", [["Nr", "Saft", "Inhalt", "Verpackung", "Preis"], ["1", "Apfel", "0,7 l", "Flasche", 1.55]]),
    ),
    articles={"1": ("1.55", 1, "XBO", "7")},
    statement=NET7,
)
case(
    "a crate of as many as the next column says",
    workbook(
        ("Salat", [["Nr", "Artikel", "Einheit", "Inhalt Stk", "Preis/Stk"], ["1", "Kopfsalat", "Kiste", 12, 0.85]])
    ),
    articles={"1": ("10.2", 1, "XCR", "7")},
    statement=NET7,
)
case(
    "the header of the units names what the price is for",
    workbook(
        (
            "Öle",
            [["Nr", "Öl", "Flasche", "Preis/Fl."], ["1", "Leinöl", "0,25 l", 4.6], ["2", "Rapsöl", "0,5 l", 6.2]],
        )
    ),
    articles={"1": ("4.6", 1, "XBO", "7"), "2": ("6.2", 1, "XBO", "7")},
    statement=NET7,
)
case(
    "crates in the header, their bottles in the rows",
    workbook(("Bier", [["Nr", "Bier", "Gebinde", "Preis/Kasten"], ["1", "Pils", "20 x 0,5 l", 12.4]])),
    articles={"1": ("12.4", 1, "XCS", "7")},
    statement=NET7,
)
case(
    "a footnote to some prices",
    workbook(
        (
            "Käse",
            [
                ["Nr", "Käse", "Einheit", "Preis"],
                ["1", "Gouda", "kg", "9,80"],
                ["2", "Parmesan", "kg", "2,90*"],
                ["3", "Brie *", "kg", "11,50"],
                ["4", "Tilsiter **", "kg", "8,50"],
                ["* Preis je 100 g"],
                ["** aus Rohmilch"],
            ],
        )
    ),
    articles={"1": ("9.8", 1, "KGM", "7"), "2": ("29", 1, "KGM", "7"), "4": ("8.5", 1, "KGM", "7")},
    rules={4: "footnote"},
    outcomes={6: "skipped footer", 7: "skipped footer"},
    statement=NET7,
)
case(
    "a price beside that of a piece, and nothing that says what for",
    workbook(
        ("Kerzen", [["Nr", "Artikel", "Stückpreis", "Preis"], ["1", "Stumpen", 1.85, 22.2], ["2", "Spitz", 3, 3]])
    ),
    articles={"2": ("3", 1, "H87", "7")},
    rules={2: "pack_or_piece"},
    statement=NET7,
)
case(
    "a unit for orders and one for the shop",
    workbook(
        (
            "Naturkost",
            [
                ["Nr", "Artikel", "Bestell-EH", "Laden-EH", "Preis"],
                ["1", "Haferdrink", "8 x 1 l", "Packung", 1.05],
                ["2", "Möhren", "10 kg", "kg", 1.12],
                ["3", "Kiwi", "Stück", "Stück", 0.4],
            ],
        )
    ),
    articles={"3": ("0.4", 1, "H87", "7")},
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
    statement=NET7,
)
for header in ("Preis in Cent", "Preis (ct)", "Preis ct/Stk"):
    case(
        f"whole cents: {header}",
        text(f"Nr;Artikel;Einheit;{header};ab 100\n1;Brötchen;Stk;45;40\n2;Brot;Stk;320;300"),
        articles={"1": ("0.45", 1, "H87", "19"), "2": ("3.2", 1, "H87", "19")},
        check=lambda drafts: equal([draft.steps for draft in drafts], [[(100, Decimal("0.4"))], [(100, 3)]]),
    )
case(
    "cents that look like euros",
    text("Nr;Artikel;Einheit;Preis in Cent\n1;Brötchen;Stk;0,45\n2;Brot;Stk;3,00"),
    rules={2: "cents_or_euro", 3: "cents_or_euro"},
)
case(
    "cents beside steps in euros",
    text("Nr;Artikel;Einheit;Preis in Cent;ab 100 (€)\n1;Brötchen;Stk;45;0,40"),
    rules={2: "price_in_cents"},
)
EGGS = text("Nr;Eier;Preis ct/Stück\n1;Bodenhaltung;16,50\n2;Freiland;20,75")
case("parts of a cent", EGGS, rules={2: "cents_or_euro", 3: "cents_or_euro"})
for answer, prices in (("cents", ("0.165", "0.2075")), ("euro", ("16.5", "20.75"))):
    case(
        f"parts of a cent: the supplier said {answer}",
        EGGS,
        articles={number: (price, 1, "H87", "19") for number, price in zip("12", prices, strict=True)},
        memory=Memory(answers={read(EGGS).plan.headers_fingerprint: {"cents_or_euro": answer}}),
    )
LETTER = text("Alle Preise in Cent;;\nNr;Artikel;Preis\n1;Brötchen;45\n2;Brot;320")
IN_CENTS = Memory(answers={read(LETTER).plan.headers_fingerprint: {"cents_or_euro": "cents"}})
case(
    "cents by the letterhead, as the supplier confirms",
    LETTER,
    header_row=2,
    articles={"1": ("0.45", 1, "H87", "19"), "2": ("3.2", 1, "H87", "19")},
    memory=IN_CENTS,
)
case(
    "the same headings without cents a month later",
    text("Nr;Artikel;Preis\n1;Brötchen;0,45\n2;Brot;3,20"),
    articles={"1": ("0.45", 1, "H87", "19"), "2": ("3.2", 1, "H87", "19")},
    memory=IN_CENTS,
)
case(
    "cents by a heading, which the answer did not speak of",
    text("Nr;Artikel;Preis\n1;Brot;3,20\nKleingebäck (Preise in Cent);;\n2;Brötchen;45"),
    articles={"1": ("3.2", 1, "H87", "19")},
    rules={4: "cents_or_euro"},
    memory=IN_CENTS,
)
