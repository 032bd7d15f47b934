"""Invented lists in which letterhead, remark, header or number say something else of a price than it looks."""

from __future__ import annotations

from decimal import Decimal

from catalog.imports import Memory, read
from tests.catalog.imports.workbooks import NET7, case, equal, text

CRATES = text("Preise je Kiste, netto\nSorte;Gebinde;€/kg\nElstar;Kiste 13 kg;18,20\nGala;Kiste 13 kg;19,50")
case(
    "a letterhead per crate over a header per kilogram",
    CRATES,
    header_row=2,
    rules={3: "price_quantity_unclear", 4: "price_quantity_unclear"},
)
case(
    "the supplier said that each crate costs that",
    CRATES,
    header_row=2,
    memory=Memory(answers={read(CRATES).plan.headers_fingerprint: {"price_quantity_unclear": "one"}}),
    articles={"Elstar": ("18.2", 1, "XCR", "19"), "Gala": ("19.5", 1, "XCR", "19")},
)
case(
    "a letterhead that says the same as the header",
    text("Alle Preise je kg\nSorte;€/kg netto\nElstar;1,40\nGala;1,50"),
    header_row=2,
    articles={"Elstar": ("1.4", 1, "KGM", "19"), "Gala": ("1.5", 1, "KGM", "19")},
)
case(
    "a remark that is a unit and nothing else",
    text("Preise netto je kg, wenn nichts anderes dabei steht\nArtikel;Preis;Hinweis\nEnte;11,20;\nSchmalz;3,40;Glas"),
    header_row=2,
    articles={"Ente": ("11.2", 1, "KGM", "7"), "Schmalz": ("3.4", 1, "XJR", "7")},
    statement=NET7,
)
DRINKS = """
ArtNr;Bezeichnung;Gebinde;VK netto;{header}
2001;Pils;20 x 0,5;14,80;9001
2010;Wasser;12 x 0,7;4,95;9004
9001;Leergut Kasten 20er;Stk;3,10;
9004;Leergut Wasser;Stk;3,30;
"""
for header in ("LeergutNr", "Leergut-Nr.", "Pfand Nr."):
    case(
        f"{header}: the deposit is another article of the list",
        text(DRINKS.format(header=header)),
        check=lambda drafts: equal([draft.deposit for draft in drafts[:2]], [Decimal("3.10"), Decimal("3.30")]),
    )
case(
    "a deposit article that the list does not have",
    text("ArtNr;Bezeichnung;Einheit;VK netto;LeergutNr\n2001;Pils;Kasten;14,80;9001\n2002;Bock;Kasten;15,80;9001"),
    rules={2: "deposit_unknown", 3: "deposit_unknown"},
)
case(
    "an amount that is no deposit",
    text("ArtNr;Bezeichnung;Einheit;VK netto;Pfand\n2001;Pils;Kasten;14,80;9001\n2002;Bock;Kasten;15,80;3,10"),
    rules={2: "deposit_unit_differs"},
    articles={"2002": ("15.8", 1, "XCS", "19")},
)
case(
    "one customer's conditions",
    text("Ihre Sonderkonditionen – Klinikum Ebersbach\nNr;Artikel;Preis netto\nA1;Handschuh;3,84\nA2;Rolle;4,15"),
    header_row=2,
    rules={3: "one_customer", 4: "one_customer"},
)
for words in (
    "Vertrauliche Sonderkonditionen für Kunde 10447",
    "Angebot Nr. 12 für Hotel Fährhaus GmbH",
    "Preisliste für Fa. Krause",
    "Konditionen für die Kantine am Ring GmbH",
    "Preise gelten nur für den Kunden Müller",
):
    case(
        f"for one customer: {words}",
        text(f"{words};;\nNr;Artikel;Preis netto\nA1;Handschuh;3,84\nA2;Rolle;4,15"),
        header_row=2,
        rules={3: "one_customer", 4: "one_customer"},
    )
for words in (
    "Preisliste für Wiederverkäufer der Müller GmbH",
    "Preise für Gastronomie und Handel, Müller GmbH",
    "Preisliste für 2026 der Müller GmbH",
    "Preise für unsere Kunden im Raum Leipzig",
    "Preise netto ab Lager oder mit Spedition Müller KG",
):
    case(
        f"for all customers: {words}",
        text(f"{words};;\nNr;Artikel;Preis netto\nA1;Handschuh;3,84\nA2;Rolle;4,15"),
        header_row=2,
        check=lambda drafts: equal(
            [any(found.rule == "one_customer" for found in one.findings) for one in drafts], [False, False]
        ),
    )
case(
    "an order form's line for the customer's number",
    text("Bestellschein\nKunden-Nr.: ________\nNr;Artikel;Preis netto\nA1;Handschuh;3,84\nA2;Rolle;4,15"),
    header_row=3,
    articles={"A1": ("3.84", 1, "H87", "19"), "A2": ("4.15", 1, "H87", "19")},
)
case(
    "what things come by, some words unknown",
    text(
        "Nr;Angebot;pro;€ netto\nB1;Buffet;Gedeck;18,90\nP5;Suppe;Liter;9,80\nL1;Tisch;Stück;12,00\nL2;Bank;Stück;9,00"
    ),
    articles={
        "P5": ("9.8", 1, "LTR", "19"),
        "L1": ("12", 1, "H87", "19"),
        "L2": ("9", 1, "H87", "19"),
    },
    rules={2: "price_unit_unknown"},
)
case(
    "items by their codes, described in words",
    text("""
Item;Description;Price net
LL-NAP;Napkin, hemstitched;4.60
LL-RUN;Table runner;14.90
LL-BAG;Bread bag;6.40
LL-APR;Apron;19.80
LL-BED;Duvet cover;84.00
"""),
    columns={"article_number": "A", "name": "B", "price": "C"},
)
case(
    "what a pack is made of is not what counts",
    text("Mehl;Gebinde;€/Gebinde netto\nWeizen 405;Papiersack 25 kg;16,50\nDinkel 630;Holzkiste 10 kg;14,80"),
    articles={"Weizen 405": ("16.5", 1, "XSA", "19"), "Dinkel 630": ("14.8", 1, "XCR", "19")},
)
