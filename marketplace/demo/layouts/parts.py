"""What several layouts share: columns, letterheads, and how a price is written."""

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import groupby

from openpyxl.utils import get_column_letter

from marketplace.demo.goods import Article
from marketplace.demo.people import Producer
from marketplace.demo.sheets import Cell, Sheet, Shown, Value

Column = tuple[str, Callable[[Article], Cell]]
Heading = Callable[[Sheet, str, int], None]
Made = tuple[str, bytes]

MEASURE = re.compile(r"(ca\. )?[\d.,]+( x [\d.,]+)? (g|kg|ml|l|Stück|Blatt|Bogen|Rollen)")
EURO = '#,##0.00 "€"'


def measure(article: Article) -> str:
    """What is in one unit, where it is a quantity at all: "750 g", "6 x 1 l"."""
    return article.content if MEASURE.fullmatch(article.content) else ""


def title(article: Article) -> str:
    """The name, with its size or kind where that is no quantity."""
    extra = "" if measure(article) else article.content
    return f"{article.name}, {extra}" if article.name and extra else article.name


def whole_title(article: Article) -> str:
    """Name and content in one cell."""
    return f"{article.name} {article.content}".strip() if article.name else ""


def net(article: Article) -> Value:
    return article.price_text or article.price


def gross(article: Article) -> Value:
    return article.price_text or article.gross


def in_euro(amount: Callable[[Article], Value]) -> Callable[[Article], Cell]:
    """The same price, shown with its sign by the cell's format."""

    def cell(article: Article) -> Cell:
        shown = amount(article)
        return shown if isinstance(shown, str) else Shown(shown, EURO)

    return cell


def german(amount: Decimal) -> str:
    """1.234,50"""
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


def fill(sheet: Sheet, articles: Iterable[Article], columns: list[Column], heading: Heading | None = None) -> int:
    """Header row and one row for each article, under a heading for each group if asked; returns the header's row."""
    header = sheet.add(*(name for name, _ in columns), bold=True)
    for group, members in groupby(articles, key=lambda article: article.group):
        if heading:
            heading(sheet, group, len(columns))
        for article in members:
            sheet.add(*(cell(article) for _, cell in columns))
    return header


def merged_heading(sheet: Sheet, group: str, width: int):
    row = sheet.add(group, bold=True)
    sheet.merges.append(f"A{row}:{get_column_letter(width)}{row}")


def spaced_heading(sheet: Sheet, group: str, width: int):
    sheet.add()
    sheet.add(group.upper(), bold=True)


def letter_top(sheet: Sheet, producer: Producer, *lines: str):
    """The producer's own paper: name, address, how to reach him, and what the list is."""
    sheet.add(producer.name, bold=True)
    sheet.add(f"{producer.street} {producer.number} · {producer.postcode} {producer.town}")
    sheet.add(f"Tel. {producer.phone} · bestellung@{producer.domain}")
    for line in lines:
        sheet.add(line)
    sheet.add()
