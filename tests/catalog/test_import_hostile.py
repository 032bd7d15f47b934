"""Cells that nobody expects: zeros, endless numbers, signs that no database keeps. Each is judged, none stops a run."""

import io
from decimal import Decimal

import pytest
from django.utils import translation
from openpyxl import Workbook, load_workbook

from catalog.agreements import create_price_list
from catalog.imports.review import returned
from catalog.imports.review.messages import sentence
from catalog.imports.runs import export
from catalog.models import Listing
from tabular import open_book
from tests.catalog.importing import HEAD, LIST, article, dry_run, imported, kornblum

pytestmark = pytest.mark.django_db


def sheet(*rows: list) -> bytes:
    book, target = Workbook(), io.BytesIO()
    for row in rows:
        book.active.append(row)
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("zero", [0, 0.0])
def test_a_zero_in_a_cell_is_a_tax_rate(zero):
    supplier = kornblum()
    imported(supplier, sheet(HEAD.split(";"), ["1", "Solarmodul", "Stück", 99, zero, "Brot"]))

    solar = article(supplier, "1")
    assert (solar.vat_rate, solar.vat_category) == (Decimal(0), "Z")
    again = dry_run(supplier, export.file_for_people(supplier, "xlsx"))
    assert again.counts["unchanged"] == again.rows == 1


@pytest.mark.parametrize("agreed", [False, True])
@pytest.mark.parametrize("length", [81, 401, 3000])
def test_an_endless_number_is_refused_and_the_rest_goes_on(length, agreed):
    supplier = kornblum()
    imported(supplier, LIST)
    price_list = create_price_list(supplier, "Hotels", by=None) if agreed else None
    head = "Artikelnummer;Bezeichnung;Einheit;Preis netto;MwSt"
    text = f"{head}\n1001;Roggenmischbrot;Stück;3,20;7\n{'9' * length};Lang;Stück;1;7\n"

    run = dry_run(supplier, text, price_list=price_list)

    assert run.counts["refused"] == 1
    assert list(run.findings.filter(severity="refused").values_list("rule", flat=True)) == ["number_too_long"]


def test_no_cell_is_too_long():
    names = ["EAN", "Herkunft", "Beschreibung", "Variantengruppe", "Bild", "Mindestmenge", "gültig ab", "Lieferbar"]
    head = ";".join([HEAD, *names, "Pfand", "Inhalt", "Preiseinheit", "ab 10", "x9" * 3000])
    row = ["1001", "Brot", "Stück", "3,60", "7", "Brot", *[""] * 12, "x"]
    lines = [";".join([f"A{number}", *row[1:]]) for number in range(30)]
    for long in ("x9" * 3000, "9" * 300, "1," + "9" * 300, "1.000.000 " * 400):
        lines += [";".join(long if place == at else cell for place, cell in enumerate(row)) for at in range(len(row))]
    wide = f"{HEAD}{';' * 19_000}\n1001;Brot;Stück;3,60;7;Brot;{';' * 18_999}Rest\n"

    run = dry_run(kornblum(), "\n".join([head, *lines]))
    assert run.status == "ready" and run.counts["created"] >= 30
    assert dry_run(kornblum("Weit"), wide).rows == 1


@pytest.mark.parametrize("number", [1e300, 1e15, 1e-300, -1e300, float("inf"), float("nan")])
def test_no_number_is_too_large(number):
    row = ["1001", "Brot", "Stück", 3.6, 7, "Brot", *[""] * 9]
    names = ["EAN", "Mindestmenge", "gültig ab", "Lieferbar", "Pfand", "Inhalt", "Preiseinheit", "ab 10", "Bestand"]
    odd = [[number if place == at else cell for place, cell in enumerate(row)] for at in range(1, len(row))]
    rows = [[f"A{at}", *cells[1:]] for at, cells in enumerate([row] * 30 + odd)]

    run = dry_run(kornblum(), sheet([*HEAD.split(";"), *names], *rows, [number, *row[1:]]))

    assert run.status == "ready" and run.counts["created"] >= 30


def test_no_sign_is_too_strange():
    supplier = kornblum()
    row = ["10_x0000_01", "Br_x0000_ot", "Stück", 3.6, 7, "Br_x0000_ot", "ro_x0000_t", "a_x0000_.jpg"]
    run = imported(supplier, sheet([*HEAD.split(";"), "Far_x0000_be", "Bild"], row))

    assert run.counts["created"] == 1
    assert Listing.objects.get(supplier=supplier).attributes == {"Farbe": "rot"}


@pytest.mark.parametrize("start", [f'{HEAD}\n1001;"', LIST])
def test_a_cell_as_long_as_a_book_leaves_no_list(start):
    run = dry_run(kornblum(), start + "x" * 5_000_100)

    assert (run.status, run.fault["rule"]) == ("unreadable", "cell_too_long")
    assert sentence("cell_too_long").startswith("Eine Zelle der Datei")


def test_signs_that_no_workbook_holds_are_left_out():
    supplier = kornblum()
    imported(supplier, LIST)
    product = article(supplier, "1001").product
    product.description = "a\x0bb\ufffec"
    product.save()

    book = load_workbook(io.BytesIO(export.file_for_people(supplier, "xlsx")))
    assert "abc" in [cell.value for cell in book.active[2]]
    held = dry_run(supplier, "Artikelnummer\tBezeichnung\tPreis netto\n1\tBr\ufffeot\t3,\x0b\ufffe60 !\n", pasted=True)
    assert open_book(returned.marked(held)[0]).sheets


@pytest.mark.parametrize("language", ["de", "en"])
def test_no_cell_of_the_own_export_is_too_strange(language):
    supplier = kornblum()
    imported(supplier, LIST)
    with translation.override(language):
        head, *rows = load_workbook(io.BytesIO(export.file_for_people(supplier, "xlsx"))).active.values
    nines, deep = "9" * 400, f'{{"a": {"[" * 900}{"]" * 900}}}'
    strange = [1e300, -1.0, nines, "1," + nines[:20], nines[:20], nines[:8], "x" * 9000, deep, f"ab 1: {nines}"]
    strange += ['[["NaN", "1"]]', '[["1e400", "1"]]', f'{{"a": "\\ud800\\u0000", "b": {nines}, "c": 1e999}}']
    lines = [
        [f"A{at}-{number}" if place == 0 else odd if place == at else cell for place, cell in enumerate(rows[0])]
        for number, odd in enumerate(strange)
        for at in range(1, len(head))
    ]

    run = dry_run(supplier, sheet(head, *rows, *lines))

    assert run.status == "ready" and run.rows == len(rows) + len(lines) and run.counts["unchanged"] == len(rows)
    imported(supplier, sheet(head, *rows, *lines))
