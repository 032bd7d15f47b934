"""Lists made by hand in a spreadsheet."""

from itertools import groupby

from marketplace.demo.goods import Article
from marketplace.demo.layouts.parts import (
    Made,
    fill,
    german,
    gross,
    in_euro,
    letter_top,
    measure,
    merged_heading,
    net,
    spaced_heading,
    title,
    whole_title,
)
from marketplace.demo.people import Producer
from marketplace.demo.sheets import Sheet, Shown, ods, xlsx


def letterhead(producer: Producer, articles: list[Article]) -> Made:
    """Letterhead above, groups as merged rows, a footer with conditions."""
    sheet = Sheet("Preisliste")
    letter_top(
        sheet, producer, "Preisliste für Wiederverkäufer und Großkunden", "Alle Preise in Euro zuzüglich Mehrwertsteuer"
    )
    columns = [
        ("Art.-Nr.", lambda article: article.number),
        ("Bezeichnung", title),
        ("Inhalt", measure),
        ("Einheit", lambda article: article.unit),
        ("Preis", in_euro(net)),
        ("MwSt", lambda article: f"{article.vat} %"),
        ("Bemerkung", lambda article: article.description),
    ]
    fill(sheet, articles, columns, merged_heading)
    sheet.add()
    sheet.add(f"Bestellungen bis {producer.cutoff} Uhr am Vortag. Änderungen vorbehalten.")
    return "Preisliste Großkunden.xlsx", xlsx(sheet)


def weekly(producer: Producer, articles: list[Article]) -> Made:
    """A farm's weekly list: no numbers, a header over two rows with line breaks, blank rows, a farewell."""
    sheet = Sheet("KW 48")
    letter_top(sheet, producer, "Wochenliste KW 48, gültig bis Freitag", "Preise netto zzgl. 7 % MwSt.")
    first = sheet.add("Unser Gemüse", "", "Preis\nnetto", "", "Ihre\nBestellung")
    sheet.add("Artikel", "Herkunft", "EUR", "je", "Menge", bold=True)
    sheet.merges += [f"A{first}:B{first}", f"C{first}:D{first}"]
    for group, members in groupby(articles, key=lambda article: article.group):
        spaced_heading(sheet, group, 5)
        for article in members:
            sheet.add(whole_title(article), article.origin, net(article), article.unit, None)
    sheet.add()
    sheet.add("Bitte bis Donnerstag 10 Uhr zurückschicken. Wir ernten nur, was bestellt ist.")
    sheet.add("Herzliche Grüße vom Feld")
    return "Wochenliste KW48.xlsx", xlsx(sheet)


def ods_groups(producer: Producer, articles: list[Article]) -> Made:
    """LibreOffice, the group in a column of its own, the rate as text."""
    sheet = Sheet("Tabelle1")
    sheet.add(f"{producer.name}: Angebot (Preise netto)")
    columns = [
        ("Artikelnr", lambda article: article.number),
        ("Warengruppe", lambda article: article.group),
        ("Artikel", title),
        ("Füllmenge", measure),
        ("Einheit", lambda article: article.unit),
        ("Preis netto", net),
        ("MwSt.", lambda article: f"{article.vat}%"),
    ]
    fill(sheet, articles, columns)
    return "angebot_hof.ods", ods(sheet)


def two_prices(producer: Producer, articles: list[Article]) -> Made:
    """Net beside gross, the rate as a percentage by its format."""
    sheet = Sheet("Sortiment")
    letter_top(sheet, producer, "Sortimentsliste Gastronomie")
    columns = [
        ("Nr.", lambda article: article.number),
        ("Produkt", title),
        ("Inhalt", measure),
        ("ME", lambda article: article.unit),
        ("Preis netto €", in_euro(net)),
        ("MwSt", lambda article: Shown(article.vat / 100, "0%")),
        ("Preis brutto €", in_euro(gross)),
    ]
    fill(sheet, articles, columns, merged_heading)
    return "Sortiment Gastro.xlsx", xlsx(sheet)


def cover_sheet(producer: Producer, articles: list[Article]) -> Made:
    """A cover sheet before the list, a hidden sheet behind it, GTINs as numbers."""
    cover = Sheet("Deckblatt")
    letter_top(cover, producer, "Preisliste Ernte 2026", "gültig ab 1. September 2026")
    cover.add("Liebe Kundinnen und Kunden,")
    cover.add("die Liste steht auf dem nächsten Blatt. Der Abruf ist täglich möglich.")
    sheet = Sheet("Preisliste netto")
    columns = [
        ("Artikelnummer", lambda article: article.number),
        ("EAN", lambda article: float(article.gtin) if article.gtin else None),
        ("Bezeichnung", title),
        ("Inhalt", measure),
        ("Einheit", lambda article: article.unit),
        ("Netto-Preis", net),
        ("USt %", lambda article: article.vat),
        ("Kategorie", lambda article: article.group),
    ]
    fill(sheet, articles, columns)
    notes = Sheet("Hilfe", hidden=True)
    notes.add("Makro neu laden: Strg+Umschalt+M")
    notes.add("Stand der Vorlage", "2024-03")
    return "Obstpreise_2026_final_NEU.xlsx", xlsx(cover, sheet, notes)


def carried_groups(producer: Producer, articles: list[Article]) -> Made:
    """The group stands in the first row of its block, merged downwards; prices are text with a sign."""
    sheet = Sheet("Möbel")
    sheet.add(f"{producer.name} · Preise netto, ab Werkstatt")
    sheet.add()
    sheet.add("Gruppe", "Nr.", "Bezeichnung", "Ausführung", "Einheit", "Preis", "MwSt", bold=True)
    for group, members in groupby(articles, key=lambda article: article.group):
        block = list(members)
        first = len(sheet.rows) + 1
        for place, article in enumerate(block):
            price = article.price_text or f"{german(article.price)} €"
            label = group if place == 0 else None
            sheet.add(label, article.number, title(article), article.description, article.unit, price, article.vat)
        if len(block) > 1:
            sheet.merges.append(f"A{first}:A{first + len(block) - 1}")
    return "Preise Tischlerei 2026.xlsx", xlsx(sheet)


def plain_numbers(producer: Producer, articles: list[Article]) -> Made:
    """The least that makes a list: no rate, no unit, and nothing says whether the price is gross."""
    sheet = Sheet("Seifen")
    columns = [
        ("Nr.", lambda article: article.number),
        ("Artikel", title),
        ("Inhalt", measure),
        ("Preis", gross),
        ("Gruppe", lambda article: article.group),
    ]
    fill(sheet, articles, columns)
    return "seifen.xlsx", xlsx(sheet)


def two_headers(producer: Producer, articles: list[Article]) -> Made:
    """A header of two rows, the upper one merged over its columns."""
    sheet = Sheet("Pflanzenliste")
    letter_top(sheet, producer, "Pflanzenliste Herbst/Winter")
    first = sheet.add("Pflanze", "", "", "Preis", "", "")
    sheet.merges += [f"A{first}:C{first}", f"D{first}:F{first}"]
    sheet.add("Artikelnr.", "Bezeichnung", "Größe / Topf", "netto €", "je", "USt %", bold=True)
    for group, members in groupby(articles, key=lambda article: article.group):
        merged_heading(sheet, group, 6)
        for article in members:
            sheet.add(article.number, title(article), article.content, net(article), article.unit, article.vat)
    sheet.add("* Ballenware nur von Oktober bis März")
    return "Pflanzenliste_Herbst.xlsx", xlsx(sheet)


def handwritten(producer: Producer, articles: list[Article]) -> Made:
    """A small business: no rate, its note on § 19, words of its own in the header."""
    sheet = Sheet("Honig")
    sheet.add(f"{producer.name} – was es gerade gibt")
    sheet.add("Gemäß § 19 UStG wird keine Umsatzsteuer berechnet.")
    sheet.add()
    columns = [
        ("Nr.", lambda article: article.number),
        ("Sorte", title),
        ("Inhalt", measure),
        ("Gebinde", lambda article: article.unit),
        ("Preis", net),
    ]
    fill(sheet, articles, columns, spaced_heading)
    return "Honigliste.xlsx", xlsx(sheet)


def pictures_note(producer: Producer, articles: list[Article]) -> Made:
    """Gross prices, long texts, and the names of pictures that nobody sends along."""
    sheet = Sheet("Katalog")
    columns = [
        ("Artikelnummer", lambda article: article.number),
        ("Name", title),
        ("Beschreibung", lambda article: article.description),
        ("Inhalt", measure),
        ("Warengruppe", lambda article: article.group),
        ("Einheit", lambda article: article.unit),
        ("Bruttopreis", in_euro(gross)),
        ("Steuersatz", lambda article: article.vat),
    ]
    fill(sheet, articles, columns)
    return "Katalog Tonart.xlsx", xlsx(sheet)
