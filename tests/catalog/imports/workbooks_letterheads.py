"""One sentence above or below a plain list, and what it does to the prices."""

from catalog.imports import Memory, Statement, read
from tests.catalog.imports.workbooks import GROSS7, NET, NET7, case, text, workbook

GOODS = [["Brot", "14,40", "Leipzig"], ["Zopf", "4,50", "Halle"]]
HEADER = ["Artikel", "Preis", "Herkunft"]
PLAIN = ("14.40", 1, "H87", "7")


def spoken(name: str, sentence: str, statement: Statement = NET7, *, bread=None, rule: str = "") -> None:
    """`bread`: what the first article comes to; `rule`: what holds both back."""
    above = workbook(("Liste", [["Bäckerei Sonnig"], [sentence], [], HEADER, *GOODS]))
    below = workbook(("Liste", [HEADER, *GOODS, [], [sentence]]))
    for place, data, first in (("above", above, 5), ("below", below, 2)):
        facts = {"rules": dict.fromkeys((first, first + 1), rule)} if rule else {"articles": {"Brot Leipzig": bread}}
        if bread:
            price, *rest = bread
            zopf = f"{float(price) * 4.5 / 14.4:.4f}"
            facts["articles"]["Zopf Halle"] = (zopf, *rest)
        case(f"{name}, {place}", data, header_row=4 if place == "above" else 1, statement=statement, **facts)


spoken("in cents", "Preise in Cent", rule="cents_or_euro")
spoken("in dollars", "Prices are quoted in U.S. Dollars (US$), ex works.", rule="foreign_currency")
spoken("in francs", "Preise in Schweizer Franken", rule="foreign_currency")
spoken("in pounds", "Alle Preise in britischen Pfund (£)", rule="foreign_currency")
spoken("per litre", "Literpreise, Abgabe nur im 10-l-Kanister", bread=("14.40", 1, "LTR", "7"))
spoken("per hundred", "Die Preise beziehen sich auf 100 Stück.", bread=("14.40", 100, "H87", "7"))
spoken(
    "per thousand, and other matters",
    "Preise in EUR pro 1.000 Stück, zzgl. MwSt., frei Haus ab 300 EUR",
    bread=("14.40", 1000, "H87", "7"),
)
spoken(
    "per dozen, and a least order", "Alle Preise pro Dutzend, Mindestbestellwert 50 €", bread=("14.40", 1, "DZN", "7")
)
spoken("a footnote that no cell refers to", "* Preis je 100 g", bread=PLAIN)
spoken("recommended to consumers", "Alle Preise sind unverbindliche Preisempfehlungen", rule="not_for_trade")
spoken("for consumers", "Endverbraucherpreise", rule="not_for_trade")
spoken("what the house pays", "Einkaufspreise - nur für internen Gebrauch!", rule="not_for_trade")
for words in (
    "Unverbindliche Richtpreise",
    "Mitarbeiterpreise",
    "ungültig",
    "Diese Liste ist ersetzt durch die Liste vom 01.06.2026",
    "Entwurf",
    "Vorläufige Preisliste",
    "Einstandspreise",
    "Kalkulationspreise",
    "Lieferantenpreise",
    "Inventur 2025",
):
    spoken(f"for nobody: {words}", words, rule="not_for_trade")
for words in ("Ihr Rabatt: 20 %", "abzüglich Ihres Händlerrabatts", "Preise vor Rabatt"):
    spoken(f"a discount without prices: {words}", words, rule="discount_open")
for words in (
    "Mit Erscheinen dieser Liste werden alle früheren ungültig.",
    "Frühere Preislisten sind nicht mehr gültig",
    "Artikel 12 ersetzt durch 14",
    "Am 2. Januar wegen Inventur geschlossen",
    "Musterstraße 4, 04109 Leipzig",
    "Lieferung gegen Rechnung",
    "Ab 500 € Auftragswert 3 % Rabatt",
):
    spoken(f"no matter of prices: {words}", words, bread=PLAIN)
for words in (
    "Die Preise verstehen sich einschließlich der gesetzlichen MwSt.",
    "Mehrwertsteuer ist enthalten.",
    "In den Preisen ist die Mehrwertsteuer bereits enthalten.",
    "Die angegebenen Preise beinhalten 7 % Umsatzsteuer.",
):
    spoken(f"gross against the statement: {words}", words, rule="net_or_gross")
for words in (
    "Die gesetzliche Mehrwertsteuer kommt hinzu.",
    "Zu den genannten Preisen kommt die gesetzliche Mehrwertsteuer hinzu.",
    "Preise o. MwSt.",
    "MwSt. nicht enthalten",
    "Preise zzgl. MwSt. und Versand",
):
    spoken(f"net against the statement: {words}", words, GROSS7, rule="net_or_gross")
spoken(
    "net as stated", "Alle Preise zzgl. der gesetzlichen Mehrwertsteuer. Mindestbestellwert 50 € netto.", bread=PLAIN
)
spoken("two rates", "Preise inkl. MwSt. (Lebensmittel 7 %, Getränke 19 %)", GROSS7, rule="vat_unclear")
spoken("a rate of the past", "Preise inkl. 16 % MwSt.", GROSS7, rule="vat_invalid")
spoken("another rate than the usual one", "Alle Preise zzgl. 19 % MwSt.", rule="vat_unclear")
spoken("a farmer's rate", "Durchschnittssatz § 24 UStG: zzgl. 7,8 %", rule="vat_invalid")
spoken("no tax at all", "Gemäß § 19 UStG wird keine Umsatzsteuer berechnet", GROSS7, rule="small_business")
spoken("no tax at all, net", "Als Kleinunternehmer weisen wir keine Umsatzsteuer aus.", NET, rule="small_business")

EXEMPT = workbook(("Liste", [["Artikel", "Preis"], ["Kerze", "4,50"], [], ["Kein Ausweis von USt (§ 19 UStG)"]]))
case(
    "no tax at all, as the supplier confirmed",
    EXEMPT,
    memory=Memory(answers={read(EXEMPT).plan.headers_fingerprint: {"small_business": "yes"}}),
    articles={"Kerze": ("4.50", 1, "H87", "0")},
    statement=GROSS7,
)
case(
    "headings name the rate",
    workbook(
        (
            "Hofladen",
            [
                ["Nr", "Artikel", "Einheit", "Preis"],
                ["Lebensmittel (7 % MwSt.)"],
                ["1", "Eier", "Stück", 3.2],
                ["Non-Food (19 % MwSt.)"],
                ["2", "Kerze", "Stück", 11.9],
            ],
        )
    ),
    articles={"1": ("2.9907", 1, "H87", "7"), "2": ("10", 1, "H87", "19")},
    outcomes={2: "skipped heading", 4: "skipped heading"},
    statement=GROSS7,
)
case(
    "net stands there, but for what",
    workbook(("Export", [["SKU", "Name", "Lager netto", "Gewicht"], ["C0", "Essig", 3, 100], ["C1", "Öl", 4, 90]])),
    rules={2: "price_column_unclear", 3: "price_column_unclear"},
)
case(
    "per hundred above, but a column says per one",
    workbook(
        (
            "Druck",
            [
                ["Preise netto je 100 Stück, Satz nach Aufwand"],
                ["Nr", "Produkt", "Einheit", "Preis", "PE"],
                ["D1", "Visitenkarten", "Stück", 29, 100],
                ["D2", "Speisekarte", "Stück", 4.9, 1],
            ],
        )
    ),
    header_row=2,
    articles={"D1": ("29", 100, "H87", "19"), "D2": ("4.90", 1, "H87", "19")},
    statement=NET,
)

ENDED = (
    "Angebot gültig vom 01.09.2024 bis 31.10.2024",
    "Gültigkeit: 01.01.2025 – 31.12.2025",
    "Preise gültig bis März 2025",
)
for letterhead in ENDED:
    case(
        f"a list whose time is over: {letterhead}",
        text(f"{letterhead};;;\n;;;\nNr;Artikel;Einheit;Preis netto\n1;Apfel;Stk;1,60\n2;Birne;Stk;1,80"),
        header_row=3,
        rules={4: "expired", 5: "expired"},
    )
case(
    "a footer that says until when the prices held",
    text("Nr;Artikel;Einheit;Preis netto\n1;Apfel;Stk;1,60\n2;Birne;Stk;1,80\n;;;\nPreise gültig bis 31.03.2025;;;"),
    rules={2: "expired", 3: "expired"},
)
HOLDING = (
    "Angebot gültig bis 31.10.2097",
    "Bestellungen bis 31.10.2024",
    "Messerabatt gültig bis 31.10.2024",
    "Bio-Zertifikat gültig bis 31.12.2024",
    "Lieferung gültig bis 31.10.2024",
    "Alte Preise bis 31.12.2024, neue Preise ab 01.01.2025",
    "Preise gültig bis 31.12.2024, verlängert bis 31.12.2097",
)
for letterhead in HOLDING:
    case(
        f"a list that still holds: {letterhead}",
        text(f"{letterhead};;;\n;;;\nNr;Artikel;Einheit;Preis netto\n1;Apfel;Stk;1,60\n2;Birne;Stk;1,80"),
        header_row=3,
        articles={"1": ("1.6", 1, "H87", "19"), "2": ("1.8", 1, "H87", "19")},
    )

SURCHARGES = (
    "netto zuzüglich 8 % Energiezuschlag",
    "Teuerungszuschlag von 6 %",
    "zzgl. Legierungszuschlag gemäß Monatsliste",
    "zzgl. Tages-Kupferzuschlag",
    "Preise netto zzgl. MTZ",
    "Preise zzgl. 7 % MwSt. und 8 % Energiezuschlag",
    "Auf alle Preise kommt ein Zuschlag von 5 %",
)
for sentence in SURCHARGES:
    spoken(f"a surcharge: {sentence}", sentence, rule="surcharge_open")
ORDERS = (
    "zzgl. Mindermengenzuschlag 15 €",
    "zzgl. Expresszuschlag",
    "Lieferzuschlag ab 50 km",
    "zzgl. Fracht- und Versandzuschlag",
    "Preise inkl. Energiezuschlag",
    "Der Legierungszuschlag ist in den Preisen enthalten",
    "Zuschlag bei Sonderlängen 10 %",
)
for sentence in ORDERS:
    spoken(f"no surcharge on goods: {sentence}", sentence, bread=PLAIN)


def said(name: str, sentence: str, rate: str = "19", price: str = "14.40") -> None:
    """Net and the rate are said in this sentence alone."""
    spoken(name, sentence, Statement(), bread=(price, 1, "H87", rate))


said("rate behind what is without deposit", "Alle Preise in Euro netto, ohne Pfand, zzgl. 19 % MwSt.")
said("rate behind net without deposit", "Abholpreise f. Gastronomie, netto ohne Pfand, zzgl. 19% MwSt.")
said("rate behind an amount of deposit", "Preise netto zzgl. 2,40 € Pfand pro Kiste und 19 % MwSt.")
said("rate without the word tax", "Händlerpreise netto zzgl. 7%", "7")
said("net and rate behind a name that ends in und", "Forellenzucht Quellgrund netto + 7 % MwSt.", "7")
OTHERWISE = "Preise in EUR netto je {}, {}\n\nPLU;Artikel;Einheit;Preis\n{}"
for words in ("soweit nicht anders angegeben", "wenn nicht anders vermerkt", "sofern nichts anderes angegeben ist"):
    case(
        f"a row's own unit is said otherwise: {words}",
        text(OTHERWISE.format("kg", words, "1;Nacken;kg;7,90\n2;Leberwurst im Glas;St;2,35\n3;Salami;Glas 200 g;3,35")),
        header_row=3,
        articles={"1": ("7.9", 1, "KGM", "19"), "2": ("2.35", 1, "H87", "19")},
        rules={6: "price_quantity_unclear"},
    )
case(
    "hundreds where nothing else is said",
    text(OTHERWISE.format("100 Stück", "soweit nicht anders angegeben", "1;Niete;Stück;7,90\n2;Öl;Karton;2,35")),
    header_row=3,
    articles={"1": ("7.9", 100, "H87", "19"), "2": ("2.35", 1, "XCT", "19")},
)
for named, words, lines in (
    ("the unit of no row", "soweit nicht anders angegeben", "1;Nacken;St;7,90\n2;Leberwurst;St;2,35"),
    ("all that is priced", "gültig ab Januar", "1;Nacken;St;7,90\n2;Leberwurst;St;2,35\n3;Salami;kg;9,90"),
):
    case(
        f"a letterhead names {named}",
        text(OTHERWISE.format("kg", words, lines)),
        header_row=3,
        rules={4: "price_unit_differs", 5: "price_unit_differs"},
    )
