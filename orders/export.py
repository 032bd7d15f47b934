"""Orders as csv: UTF-8 with a mark, semicolons and decimal commas, as German spreadsheets open them."""

import csv
import io
from decimal import Decimal

from django.utils import timezone

from orders.models import Line

HEADER = [
    "Bestellung", "Datum", "Status", "Liefertag", "Kunde", "Kundennummer", "Nummer des Kunden", "Position",
    "Artikelnummer", "Bezeichnung", "Menge", "Einheit", "Preis netto", "Preis gilt für", "Netto",
    "USt-Satz", "USt-Kategorie", "Inhalt", "Inhalt Einheit",
]  # fmt: skip
MARK = "\ufeff"
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_of(orders) -> str:
    """One row for each line of these orders, newest order first."""
    lines = Line.objects.filter(order__in=orders).select_related("order__purchase__buyer__organisation")
    text = io.StringIO(MARK)
    text.seek(0, io.SEEK_END)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([_cell(value) for value in _row(line)] for line in lines.order_by("-order__placed_at", "position"))
    return text.getvalue()


def _row(line: Line) -> list:
    order = line.order
    return [
        order.reference,
        timezone.localtime(order.placed_at).strftime("%d.%m.%Y"),
        order.get_status_display(),
        order.delivery_day.strftime("%d.%m.%Y") if order.delivery_day else "",
        order.buyer.organisation.name,
        order.customer_number,
        order.purchase.buyer_reference,
        line.position,
        line.article_number,
        line.name,
        line.quantity,
        line.unit,
        line.price,
        line.price_quantity,
        line.net,
        line.vat_rate,
        line.vat_category,
        line.content if line.content is not None else "",
        line.content_unit,
    ]


def _cell(value) -> str:
    """Numbers with a comma; a text that a spreadsheet would run as a formula is held back by an apostrophe."""
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",")
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
