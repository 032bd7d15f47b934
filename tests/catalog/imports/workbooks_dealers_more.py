"""Dealers' lists again: codes that look like words of the trade, packs whose price may be one piece's."""

from tests.catalog.imports.workbooks import case, workbook

# a discount group's code and small whole prices make the first article look like a second line of the header
case(
    "codes in capital letters",
    workbook(
        (
            "Liste",
            [
                ["Nr", "Artikel", "Einheit", "Preis", "RG"],
                ["1", "Draht", "m", 10, "A1"],
                ["2", "Kabel", "m", 20, "B2"],
                ["3", "Rohr", "m", 20, "B2"],
            ],
        )
    ),
    columns={"article_number": "A", "name": "B", "unit": "C", "price": "D"},
    articles={"1": ("10", 1, "MTR", "19"), "2": ("20", 1, "MTR", "19"), "3": ("20", 1, "MTR", "19")},
)
