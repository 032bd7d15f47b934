"""What programs write: inventory, shop and accounting exports, and an English list."""

from decimal import Decimal

from marketplace.demo.goods import Article, cents
from marketplace.demo.layouts.parts import (
    Made,
    fill,
    german,
    gross,
    letter_top,
    measure,
    merged_heading,
    net,
    title,
)
from marketplace.demo.people import Producer
from marketplace.demo.sheets import Cell, Sheet, text, xls, xlsx


def lexware(producer: Producer, articles: list[Article]) -> Made:
    """csv of an accounting program: semicolons, Windows letters, decimal comma."""
    sheet = Sheet("")
    columns = [
        ("Artikelnummer", lambda article: article.number),
        ("Artikelname", title),
        ("Beschreibung", lambda article: article.description),
        ("Verkaufspreis netto", net),
        ("MwSt-Satz", lambda article: f"{article.vat},00"),
        ("Einheit", lambda article: article.unit),
        ("Inhalt", measure),
        ("Warengruppe", lambda article: article.group),
    ]
    fill(sheet, articles, columns)
    return "artikel_export.csv", text(sheet, ";", "cp1252")


def xls_list(producer: Producer, articles: list[Article]) -> Made:
    """Excel 97 out of a till program."""
    sheet = Sheet("Artikelstamm")
    columns = [
        ("Artikel-Nr", lambda article: int(article.number)),
        ("Warengruppe", lambda article: article.group),
        ("Artikelbezeichnung", title),
        ("Inhalt", measure),
        ("ME", lambda article: article.unit),
        ("VK netto", net),
        ("MwSt", lambda article: article.vat),
    ]
    fill(sheet, articles, columns)
    return "ARTIKEL.XLS", xls(sheet)


def pasted_text(producer: Producer, articles: list[Article]) -> Made:
    """ "Unicode-Text" as Excel saves it: tabs and two bytes a letter."""
    sheet = Sheet("")
    columns = [
        ("Nr.", lambda article: article.number),
        ("Pilz", title),
        ("Inhalt", measure),
        ("Einheit", lambda article: article.unit),
        ("Preis netto", net),
        ("MwSt", lambda article: f"{article.vat} %"),
        ("Gruppe", lambda article: article.group),
    ]
    fill(sheet, articles, columns)
    return "pilze.txt", text(sheet, "\t", "utf-16")


def trade_prices(producer: Producer, articles: list[Article]) -> Made:
    """Purchase price, sales price and recommended price side by side, by the hundred."""
    sheet = Sheet("Preisliste")
    letter_top(sheet, producer, "Normteile, Flansche, Halbzeug")
    columns = [
        ("Artikelnummer", lambda article: article.number),
        ("Bezeichnung", title),
        ("ME", lambda article: article.unit),
        ("EK netto", lambda article: cents(article.price * Decimal("0.62"))),
        ("VK netto", net),
        ("UVP brutto", lambda article: cents(article.gross * Decimal("1.25"))),
        ("PE", lambda article: article.per),
        ("MwSt", lambda article: article.vat / 100),
        ("EAN", lambda article: article.gtin),
        ("Mindestmenge", lambda article: article.minimum or 1),
    ]
    fill(sheet, articles, columns, merged_heading)
    return "Preisliste_Metallbau.xlsx", xlsx(sheet)


def english(producer: Producer, articles: list[Article]) -> Made:
    """English headers, steps in columns, prices by 1 or 1000."""
    sheet = Sheet("Price list")
    sheet.add("Packwerk Mitte – wholesale price list, net prices in EUR")
    sheet.add()
    columns = [
        ("SKU", lambda article: article.number),
        ("Item", title),
        ("Category", lambda article: article.group),
        ("Unit", lambda article: article.unit),
        ("Net price", net),
        ("Price quantity", lambda article: article.per),
        ("MOQ", lambda article: article.minimum or 1),
        ("VAT %", lambda article: article.vat),
        ("GTIN", lambda article: article.gtin),
    ]
    fill(sheet, articles, columns)
    return "Packwerk pricelist.xlsx", xlsx(sheet)


def shop_export(producer: Producer, articles: list[Article]) -> Made:
    """A web shop's export: decimal points, both prices, categories as paths, a stock."""
    sheet = Sheet("")
    columns = [
        ("product_number", lambda article: article.number),
        ("name", title),
        ("description", lambda article: article.description),
        ("stock", lambda article: 20 + len(article.name) * 7 % 180),
        ("ean", lambda article: article.gtin),
        ("unit", lambda article: article.unit),
        ("tax_rate", lambda article: f"{article.vat}.00"),
        ("price_net", lambda article: _point(article, article.price)),
        ("price_gross", lambda article: _point(article, article.gross)),
        ("category_paths", lambda article: f"Textil>{article.group}"),
    ]
    fill(sheet, articles, columns)
    return "export_products.csv", text(sheet, ";", "utf-8-sig")


def _point(article: Article, amount: Decimal) -> Cell:
    return article.price_text or str(amount)


def erp_export(producer: Producer, articles: list[Article]) -> Made:
    """An inventory program: the purchase price net, the sales price gross, a stock."""
    sheet = Sheet("")
    columns = [
        ("Artikelnummer", lambda article: article.number),
        ("Artikelname", title),
        ("EAN", lambda article: article.gtin),
        ("Netto-EK", lambda article: german(cents(article.price * Decimal("0.55")))),
        ("Std. VK Brutto", gross),
        ("Steuersatz", lambda article: f"{article.vat} %"),
        ("Verkaufseinheit", lambda article: article.unit),
        ("Inhalt", measure),
        ("Kategorie", lambda article: article.group),
        ("Lagerbestand Gesamt", lambda article: len(article.name) * 13 % 240),
    ]
    fill(sheet, articles, columns)
    return "wawi-export.csv", text(sheet, ";", "cp1252")


def vat_text(producer: Producer, articles: list[Article]) -> Made:
    """Prices as text with a comma, the rate as text."""
    sheet = Sheet("Nudeln")
    columns = [
        ("Artikelnummer", lambda article: article.number),
        ("Nudelsorte", title),
        ("Inhalt", measure),
        ("Einheit", lambda article: article.unit),
        ("Nettopreis", lambda article: article.price_text or german(article.price)),
        ("Mehrwertsteuer", lambda article: f"{article.vat} %"),
        ("Warengruppe", lambda article: article.group),
    ]
    fill(sheet, articles, columns)
    return "Nudelpreise.xlsx", xlsx(sheet)
