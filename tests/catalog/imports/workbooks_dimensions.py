"""Invented lists of goods whose width and height look like a pack: `30 x 50 mm` are no thirty of anything."""

from __future__ import annotations

from tests.catalog.imports.workbooks import case, text

case(
    "width and height beside a price per metre",
    text(
        "Art.-Nr.;Bezeichnung;Querschnitt;Preis €/lfm\nL100;Dachlatte;30 x 50 mm;0,95\n"
        "L110;Konterlatte;40 x 60 mm;1,45\nL200;Kantholz;60 x 120 mm;5,30"
    ),
    columns={"name": "B", "attribute:Querschnitt": "C", "unit": None, "price": "D"},
    articles={"L100": ("0.95", 1, "MTR", "19"), "L110": ("1.45", 1, "MTR", "19"), "L200": ("5.3", 1, "MTR", "19")},
)
case(
    "width and height under a unit",
    text(
        "Art.-Nr.;Bezeichnung;Einheit;Preis €/m\nL1;Latte;20 x 30 cm;0,95\nL2;Folie;4 x 25 m;1,45\n"
        "L3;Kabel;Karton 10 x 50 m;0,50"
    ),
    articles={"L3": ("250", 1, "XCT", "19")},
    rules={2: "unit_unknown", 3: "unit_unknown"},
)
case(
    "rolls of some metres, counted",
    text("Art.-Nr.;Bezeichnung;Einheit;Preis €/m\nL1;Schlauch;10 Rollen x 5 m;1,00\nL2;Tau;Kiste 4 x 25 m;1,50"),
    articles={"L1": ("50", 1, "XPK", "19"), "L2": ("150", 1, "XCR", "19")},
)
