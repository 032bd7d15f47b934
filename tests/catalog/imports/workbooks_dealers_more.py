"""Dealers' lists again: codes that look like words of the trade, packs whose price may be one piece's."""

from catalog.imports import Memory, read
from tests.catalog.imports.workbooks import NET7, case, equal, workbook

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


def packs(*headers, rows, answer=None, **more):
    """A list of packs under these headers, with or without the supplier's answer what its prices are for."""
    data = workbook(("Liste", [list(headers), *rows]))
    fingerprint = read(data).plan.headers_fingerprint
    return {"data": data, "memory": Memory(answers={fingerprint: answer}) if answer else None} | more


CHUTNEY = {
    "rows": [["A1", "Chutney", "6 x 200 g", 2.5, 3.95], ["A2", "Senf", "6 x 250 ml", 2.2, 3.5]],
    "statement": NET7,
}
case(
    "recommended price shows that the price may be a jar's",
    **packs("Nr", "Artikel", "VE", "Preis", "UVP", **CHUTNEY),
    columns={"article_number": "A", "name": "B", "packaging": "C", "price": "D", "rrp": "E"},
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "the supplier said that it is the jar's",
    **packs("Nr", "Artikel", "VE", "Preis", "UVP", answer={"pack_or_piece": "piece"}, **CHUTNEY),
    articles={"A1": ("2.50", 1, "H87", "7"), "A2": ("2.20", 1, "H87", "7")},
    check=lambda drafts: equal(
        [(d.content, d.content_unit, d.minimum, d.interval) for d in drafts], [(200, "GRM", 6, 6), (250, "MLT", 6, 6)]
    ),
)
case(
    "the supplier said that it is the pack's",
    **packs("Nr", "Artikel", "VE", "Preis", "UVP", answer={"pack_or_piece": "pack"}, **CHUTNEY),
    articles={"A1": ("2.50", 1, "XPK", "7"), "A2": ("2.20", 1, "XPK", "7")},
)
case(
    "recommended price of a jar below the price of the pack",
    **packs("Nr", "Artikel", "VE", "Preis", "UVP", rows=[["A1", "Chutney", "6 x 200 g", 15, 3.95]], statement=NET7),
    articles={"A1": ("15", 1, "XPK", "7")},
)
case(
    "wine in cartons, price of a bottle or of six",
    **packs("Wein", "Gebinde", "Preis netto", rows=[["Riesling", "6 x 0,75 l", 7.9], ["Silvaner", "6 x 0,75 l", 8.2]]),
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "crates with the deposit of a crate",
    **packs(
        "Nr",
        "Sorte",
        "Gebinde",
        "Pfand",
        "Preis",
        rows=[["1", "Pils", "20 x 0,5 l", 3.1, 14.5], ["2", "Limo", "24 x 0,33 l", 3.42, 12.9]],
    ),
    articles={"1": ("14.50", 1, "XPK", "19"), "2": ("12.90", 1, "XPK", "19")},
)
case(
    "tomatoes in crates, price of a kilogram or of the crate",
    **packs(
        "Artikel",
        "Gebinde",
        "Preis",
        rows=[["Tomaten", "6 kg Kiste", 2.4], ["Gurken", "12 St Kiste", 0.6]],
        statement=NET7,
    ),
    rules={2: "pack_or_piece", 3: "pack_or_piece"},
)
case(
    "tomatoes by the kilogram, as the supplier said",
    **packs(
        "Artikel",
        "Gebinde",
        "Preis",
        rows=[["Tomaten", "6 kg Kiste", 2.4], ["Gurken", "12 St Kiste", 0.6]],
        statement=NET7,
        answer={"pack_or_piece": "piece"},
    ),
    articles={"Tomaten": ("2.40", 1, "KGM", "7"), "Gurken": ("0.60", 1, "H87", "7")},
    check=lambda drafts: equal([d.interval for d in drafts], [6, 12]),
)
SCREWS = [["S1", "Schraube", "ST", 2, 3.45], ["R1", "Rohr", "M", 0, 12.5], ["M1", "Mutter", "ST", 3, 9.9]]
case(
    "codes for the price quantity",
    **packs("Artikelnummer", "Kurztext", "Mengeneinheit", "Preiseinheit", "Preis", rows=SCREWS),
    columns={"article_number": "A", "name": "B", "unit": "C", "price_quantity": "D", "price": "E"},
    rules={2: "price_quantity_code", 3: "price_quantity_code", 4: "price_quantity_code"},
)
case(
    "codes for the price quantity, as the supplier said",
    **packs(
        "Artikelnummer",
        "Kurztext",
        "Mengeneinheit",
        "Preiseinheit",
        "Preis",
        rows=SCREWS,
        answer={"price_quantity_code": "code"},
    ),
    articles={"S1": ("3.45", 100, "H87", "19"), "R1": ("12.50", 1, "MTR", "19"), "M1": ("9.90", 1000, "H87", "19")},
)
