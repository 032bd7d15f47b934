"""Lists with steps, deposits and prices per hundred."""

from marketplace.demo.goods import Article, cents
from marketplace.demo.layouts.parts import (
    Column,
    Made,
    fill,
    gross,
    in_euro,
    letter_top,
    measure,
    merged_heading,
    net,
    title,
)
from marketplace.demo.people import Producer
from marketplace.demo.sheets import Cell, Sheet, xlsx

NUMBER: Column = ("Artikelnummer", lambda article: article.number)
NAME: Column = ("Bezeichnung", title)
UNIT: Column = ("Einheit", lambda article: article.unit)
VAT: Column = ("MwSt %", lambda article: article.vat)
GROUP: Column = ("Warengruppe", lambda article: article.group)


def deposit(producer: Producer, articles: list[Article]) -> Made:
    """Crates of bottles, the deposit in a column."""
    sheet = Sheet("Getränkeliste")
    letter_top(sheet, producer, "Preise netto zzgl. Pfand und Umsatzsteuer")
    columns = [
        ("Art-Nr", lambda article: article.number),
        ("Artikel", title),
        ("Inhalt", measure),
        ("Gebinde", lambda article: article.unit),
        ("Preis netto", net),
        ("Pfand", lambda article: article.deposit or None),
        ("USt", lambda article: f"{article.vat} %"),
        ("EAN", lambda article: article.gtin),
    ]
    fill(sheet, articles, columns, merged_heading)
    return "Getränke_Preisliste.xlsx", xlsx(sheet)


def deposit_gross(producer: Producer, articles: list[Article]) -> Made:
    """The same at gross prices."""
    sheet = Sheet("Bier")
    sheet.add(f"{producer.name} – Preise inkl. 19 % MwSt., zzgl. Pfand")
    columns = [
        ("Nr", lambda article: article.number),
        ("Bier", title),
        ("Gebinde", lambda article: article.unit),
        ("Inhalt", measure),
        ("Preis brutto", in_euro(gross)),
        ("Pfand", in_euro(lambda article: article.deposit)),
        ("Alkohol", lambda article: article.description.removeprefix("Alkohol ")),
        ("Gruppe", lambda article: article.group),
    ]
    fill(sheet, articles, columns)
    return "Bierpreise.xlsx", xlsx(sheet)


def per_hundred(producer: Producer, articles: list[Article]) -> Made:
    """A column says for how many units the price holds: loose flour is priced by 100 kg."""
    sheet = Sheet("Preise")
    letter_top(sheet, producer, "Handelspreise netto")
    columns = [
        NUMBER,
        NAME,
        ("Inhalt", measure),
        UNIT,
        ("Nettopreis", net),
        ("PE", lambda article: article.per),
        ("Mindestmenge", lambda article: article.minimum or 1),
        VAT,
        GROUP,
        ("Qualität", lambda article: article.quality),
        ("GTIN", lambda article: article.gtin),
    ]
    fill(sheet, articles, columns)
    return "Mühle Handelspreise.xlsx", xlsx(sheet)


def step_columns(producer: Producer, articles: list[Article]) -> Made:
    """One column for each quantity from which it gets cheaper."""
    sheet = Sheet("Kaffee")
    letter_top(sheet, producer, "Nettopreise für Gastronomie und Büro")
    columns = [
        ("Art.-Nr.", lambda article: article.number),
        ("Kaffee", title),
        ("Inhalt", measure),
        UNIT,
        ("ab 1 Stück €", net),
        ("ab 10 Stück €", _step(10)),
        ("ab 50 Stück €", _step(50)),
        VAT,
        ("Geschmack", lambda article: article.description),
        GROUP,
        ("EAN", lambda article: article.gtin),
    ]
    fill(sheet, articles, columns)
    return "Kaffeepreise B2B.xlsx", xlsx(sheet)


def _step(quantity: int):
    """What one unit costs from this quantity on; nothing where the price itself is a slip."""

    def cell(article: Article) -> Cell:
        return None if article.price_text else dict(article.steps).get(quantity)

    return cell


def step_pairs(producer: Producer, articles: list[Article]) -> Made:
    """Quantity and price in pairs of columns."""
    sheet = Sheet("Kisten")
    sheet.add("Staffelpreise netto in EUR")
    pairs = [column for place in (0, 1, 2) for column in _pair(place)]
    fill(sheet, articles, [NUMBER, NAME, UNIT, ("Preis", net), *pairs, VAT, GROUP])
    return "Kisten_Staffel.xlsx", xlsx(sheet)


def _pair(place: int) -> list[Column]:
    def part(article: Article, which: int) -> Cell:
        return article.steps[place][which] if len(article.steps) > place else None

    return [
        (f"Menge {place + 2}", lambda article: part(article, 0)),
        (f"Preis {place + 2}", lambda article: part(article, 1)),
    ]


def step_rows(producer: Producer, articles: list[Article]) -> Made:
    """Steps as rows of their own below the article: only the quantity and the price are filled."""
    sheet = Sheet("Druckpreise")
    letter_top(sheet, producer, "Preise netto je 100 Stück, Satz nach Aufwand")
    sheet.add("Art.-Nr.", "Produkt", "Einheit", "ab Menge", "Preis", "PE", "USt", "Gruppe", bold=True)
    for article in articles:
        tail = (article.per, f"{article.vat} %", article.group)
        sheet.add(article.number, title(article), article.unit, article.minimum or 1, net(article), *tail)
        for quantity, price in article.steps:
            sheet.add("", "", "", quantity, cents(price))
    return "Druckpreise 2026.xlsx", xlsx(sheet)
