"""Bytes to rows: spreadsheets, csv, pasted cells; finds sheets and header rows. Knows nothing of the trade."""

from tabular.book import Book, Sheet, open_book
from tabular.cells import letter, position, text_of
from tabular.errors import Unreadable
from tabular.joined import join, place_of, row_at
from tabular.lines import lines_of
from tabular.sniffing import Format, sniff
from tabular.tables import Table, find_tables

__all__ = [
    "Book",
    "Format",
    "Sheet",
    "Table",
    "Unreadable",
    "find_tables",
    "join",
    "letter",
    "lines_of",
    "open_book",
    "place_of",
    "position",
    "row_at",
    "sniff",
    "text_of",
]
