"""The operator's commands: their output is data, their exit says how it went."""

import io
import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from catalog.models import Listing
from tests.catalog.importing import HEAD, LIST, article, imported, kornblum, workbook

pytestmark = pytest.mark.django_db(transaction=True)
SAMPLES = Path(os.environ.get("SAMPLE_DATA", "../shared/data")) / "spreadsheets"
KEYS = ["format", "encoding", "sheet", "header_row", "columns", "rows", "created", "updated", "unchanged", "held_back"]
KEYS += ["refused", "skipped", "findings"]


def call(*arguments):
    command = [sys.executable, "manage.py", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=os.environ, timeout=180)


def test_import_and_export_come_round(tmp_path):
    supplier = kornblum()
    text = LIST + "2000;=Gefährlich;Stück;3,45;7;Brot\n2001;-Minus;kg;12,5;7;Käse\n"
    Listing.objects.all().delete()
    file = tmp_path / "liste.csv"
    file.write_text(text, encoding="cp1252")

    answer = call("import_catalogue", supplier.slug, file, "--json")

    assert answer.returncode == 0, answer.stderr.decode()
    report = json.loads(answer.stdout)
    assert list(report) == KEYS
    assert (report["rows"], report["created"], report["encoding"]) == (5, 5, "cp1252")
    assert report["columns"]["price"]["column"] == "D"
    article(supplier, "1001")
    Listing.objects.filter(supplier=supplier, article_number="1002").update(
        price_quantity=1000,
        price=Decimal("0.4321"),
        steps=[["10", "0.41"]],
        attributes={"Farbe": "braun"},
        online=False,
    )
    exported = tmp_path / "export.csv"
    exported.write_bytes(call("export_catalogue", supplier.slug).stdout)
    lines = exported.read_text(encoding="utf-8").splitlines()
    assert lines[2].split(";")[4] == "0.0004321" and "'=Gefährlich" in lines[4]

    again = json.loads(call("import_catalogue", supplier.slug, exported, "--json").stdout)

    assert (again["unchanged"], again["rows"]) == (5, 5)


def test_own_workbook_comes_round_too(tmp_path):
    from catalog.imports.runs import export

    supplier = kornblum()
    imported(supplier, LIST + "2000;=Gefährlich;Stück;3,45;7;Brot\n")
    target = io.BytesIO()
    export.write_xlsx(supplier, target)

    run = imported(supplier, target.getvalue())

    assert run.counts["unchanged"] == run.rows == 4


def test_a_list_without_any_article_is_no_success(tmp_path):
    supplier = kornblum()
    file = tmp_path / "liste.csv"
    file.write_text("Artikel;Einheit;Preis\nSumme Seite 1;;3,20\nGesamt;;3,20\n")

    answer = call("import_catalogue", supplier.slug, file, "--json")
    report = json.loads(answer.stdout)

    assert answer.returncode == 1 and "als Artikel lesen" in answer.stderr.decode()
    assert (report["rows"], report["skipped"]) == (2, 2)
    assert "nothing_taken" in {finding["rule"] for finding in report["findings"]}


def test_a_dry_run_writes_nothing(tmp_path):
    supplier = kornblum()
    file = tmp_path / "liste.xlsx"
    file.write_bytes(workbook(LIST))

    answer = call("import_catalogue", supplier.slug, file, "--dry-run", "--json")

    assert json.loads(answer.stdout)["created"] == 3
    assert not Listing.objects.filter(supplier=supplier).exists()


def test_exits_say_what_went_wrong(tmp_path):
    supplier = kornblum()
    nothing = tmp_path / "leer.csv"
    nothing.write_text("Hallo\n")

    unreadable = call("import_catalogue", supplier.slug, nothing, "--json")
    usage = [
        call("import_catalogue", "gibt-es-nicht", nothing),
        call("import_catalogue", supplier.slug, tmp_path / "fehlt.csv"),
        call("import_catalogue", supplier.slug, nothing, "--prices", "halb"),
        call("import_catalogue", supplier.slug, nothing, "--vat", "viel"),
    ]

    assert unreadable.returncode == 1
    assert json.loads(unreadable.stdout)["findings"][0]["rule"] == "no_table"
    assert [answer.returncode for answer in usage] == [2, 2, 2, 2]
    assert all(not answer.stdout for answer in usage)


@pytest.mark.parametrize("name", ["foodsoft_file_01.xlsx", "testCreateBMEcatTwoPossibleSheets.xlsx"])
def test_sample_workbooks_add_up(name):
    if not SAMPLES.exists():
        pytest.skip(f"LEFT OUT: no sample files at {SAMPLES}")
    supplier = kornblum()

    answer = call("import_catalogue", supplier.slug, SAMPLES / name, "--json")

    report = json.loads(answer.stdout)
    assert answer.returncode == 0
    outcomes = ("created", "updated", "unchanged", "held_back", "refused", "skipped")
    assert report["rows"] == sum(report[outcome] for outcome in outcomes) > 0


def test_prices_and_vat_of_the_command_line_count(tmp_path):
    supplier = kornblum(lists_are="", usual_vat=None)
    file = tmp_path / "liste.csv"
    file.write_text(f"{HEAD.replace(' netto', '').replace(';MwSt', '')}\n1;Brot;Stück;3,21;Brot\n")

    call("import_catalogue", supplier.slug, file, "--prices", "gross", "--vat", "7%")

    bread = article(supplier, "1")
    assert (bread.price, bread.gross_price, bread.vat_rate) == (Decimal("3"), Decimal("3.21"), Decimal(7))
