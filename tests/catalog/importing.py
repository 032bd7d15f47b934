"""Kornblum and his lists, for the tests of the import."""

import io
from decimal import Decimal

from django.urls import reverse
from openpyxl import Workbook

from accounts.models import User
from catalog.imports import Statement, service
from catalog.models import ImportRun, Listing
from suppliers.models import Supplier
from tests.orders import region

HEAD = "Artikelnummer;Bezeichnung;Einheit;Preis netto;MwSt;Warengruppe"
LIST = f"""{HEAD}
1001;Roggenmischbrot;Stück;3,60;7;Brot
1002;Laugenbrezel;Stück;0,49;7;Brötchen
1003;Apfelkuchen;Stück;14,50;7;Kuchen
"""


def kornblum(name: str = "Bäckerei Kornblum", **facts) -> Supplier:
    return region.supplier(name, **({"lists_are": "net", "usual_vat": Decimal(7)} | facts))


def person(supplier: Supplier, *roles: str) -> User:
    return region.member(supplier.organisation, *roles).user


def dry_run(supplier: Supplier, text: str | bytes, statement: Statement | None = None, **options) -> ImportRun:
    data = text.encode() if isinstance(text, str) else text
    run = service.start_import(supplier, data, "liste.csv", by=None, statement=statement, **options)
    return service.run_to_dry_run(run)


def imported(supplier: Supplier, text: str | bytes, statement: Statement | None = None, **options) -> ImportRun:
    return service.commit_run(dry_run(supplier, text, statement, **options), by=None)


def article(supplier: Supplier, number: str) -> Listing:
    return Listing.objects.select_related("product").get(supplier=supplier, article_number__iexact=number)


def prices(supplier: Supplier) -> dict[str, Decimal]:
    return dict(Listing.objects.filter(supplier=supplier).values_list("article_number", "price"))


def workbook(text: str) -> bytes:
    """The same list as an xlsx, numbers as text."""
    book = Workbook()
    for line in text.strip().splitlines():
        book.active.append(line.split(";"))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def page_of(run, name="import"):
    return reverse(f"catalog:{name}", args=[run.reference])


def told(run, *, same=(), new=()):
    """The run after a person has answered for these rows of the file and it was read again."""
    numbers = {rows[0]: number for rows, number in run.staged.values_list("rows", "number")}
    run = service.settle(run, same=[numbers[row] for row in same], new=[numbers[row] for row in new])
    return service.run_to_dry_run(run)


def doubts(run):
    found = run.findings.filter(severity="held_back").order_by("row")
    return [(finding.row, finding.rule, finding.raw, finding.proposal) for finding in found]


def adds_up(run):
    return sum(run.counts.values()) == run.rows
