"""How a page stands in Wagtail's admin and still asks our rights."""

import csv
from collections.abc import Callable, Iterable

from django.http import HttpResponse
from wagtail.admin.auth import require_admin_access

from accounts.actor import needs

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def desk(right: str) -> Callable:
    """View decorator: our right first (login, 404, 403), then Wagtail's language and log for its admin."""
    return lambda view: needs(right)(require_admin_access(view))


def as_csv(name: str, head: list, rows: Iterable[list]) -> HttpResponse:
    """A file that a German Excel opens as a table: UTF-8 with mark, semicolons, nothing that runs as a formula."""
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    writer = csv.writer(response, delimiter=";")
    writer.writerow(head)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return response


def _harmless(cell):
    text = "" if cell is None else str(cell)
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text
