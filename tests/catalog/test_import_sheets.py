"""One list on several sheets is one run; its rows are found again on their sheets, also in the workbook given back."""

import io

import pytest
from bs4 import BeautifulSoup
from openpyxl import Workbook, load_workbook

from catalog.imports import service
from catalog.imports.review import noticed, report, returned
from catalog.models import ImportRun, Listing, PriceList
from tests.catalog.importing import article, dry_run, imported, page_of

pytestmark = pytest.mark.django_db

HEAD = ["Artikelnummer", "Bezeichnung", "Einheit", "Preis netto", "MwSt"]
SHEETS = {
    "Brot": [HEAD, ["1001", "Roggenmischbrot", "Stück", 3.6, 7], ["1002", "Toast", "Hümpel", 2.2, 7]],
    "Brötchen": [["Kornblum"], HEAD, ["2001", "Laugenbrezel", "Stück", 0.49, 7], ["2002", "Semmel", "Stück", "x", 7]],
    "Kuchen": [HEAD, ["3001", "Apfelkuchen", "Stück", 14.5, 9], ["3002", "Torte", "Stück", 28, 7]],
}


def book(**changed) -> bytes:
    made = Workbook()
    made.remove(made.active)
    for name, rows in (SHEETS | changed).items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def open_number(run: ImportRun, number: str) -> int:
    return run.staged.get(article_number=number).number


def test_all_sheets_come_in_one_run_under_their_names(supplier):
    run = imported(supplier, book())

    assert (run.sheet, run.sheets, run.header_row) == ("Brot", ["Brot", "Brötchen", "Kuchen"], 1)
    assert (run.done["created"], run.open_rows) == (3, 3)
    assert sorted(Listing.objects.values_list("article_number", flat=True)) == ["1001", "2001", "3002"]
    groups = run.findings.filter(rule="group_unknown").order_by("number").values_list("raw", "sheet", "row")
    assert {sheet for _, sheet, _ in groups} <= set(run.sheets)


def test_the_report_names_sheet_and_row_as_the_workbook_has_them(supplier):
    run = dry_run(supplier, book())

    found = report.report(run)

    assert (found["sheet"], found["rows"], found["header_row"]) == ("Brot", 6, 1)
    held = [(one["sheet"], one["row"], one["column"]) for one in found["findings"] if one["severity"] == "held_back"]
    assert held == [("Brot", 3, "C"), ("Brötchen", 4, "D"), ("Kuchen", 2, "E")]
    lines = noticed.table(run, list(noticed.found(run)))
    assert ["Brötchen", 4, "D"] in [line[:3] for line in lines]


def test_a_decision_meets_the_row_on_its_sheet_and_is_taken_back(supplier):
    run = dry_run(supplier, book())
    number = open_number(run, "2002")

    said = {"action": "set", "number": [number], "rule": "", "value": "", "text": "0,35"}
    answer = service.answer(run, said)
    service.run_to_dry_run(run)

    assert str(run.staged.get(article_number="2002").price) == "0.3500"
    assert run.staged.get(article_number="2002").outcome == "created"
    assert service.take_answer_back(run, answer.token)
    service.run_to_dry_run(run)
    assert run.staged.get(article_number="2002").outcome == "held_back"

    service.answer(run, said)
    run = service.commit_run(service.run_to_dry_run(run), by=None)
    assert str(article(supplier, "2002").price) == "0.3500"
    run = service.undo_run(run, by=None)
    assert not Listing.objects.filter(online=True).exists()


def test_the_marked_book_has_its_marks_on_the_right_sheets_and_comes_back_with_what_is_open(supplier):
    run = imported(supplier, book())

    data, kind = returned.marked(run)

    marked = load_workbook(io.BytesIO(data))
    comments = {
        (sheet.title, cell.coordinate) for sheet in marked for row in sheet.iter_rows() for cell in row if cell.comment
    }
    assert kind == "xlsx"
    assert comments == {("Brot", "C3"), ("Brötchen", "D4"), ("Kuchen", "E2")}
    marked["Brot"]["C3"], marked["Brötchen"]["D4"], marked["Kuchen"]["E2"] = "Stück", 0.35, 7
    target = io.BytesIO()
    marked.save(target)

    again = imported(supplier, target.getvalue())

    assert (again.done["created"], again.done["unchanged"], again.open_rows) == (3, 3, 0)
    clean = load_workbook(io.BytesIO(returned.marked(again)[0]))
    assert not [cell for sheet in clean for row in sheet.iter_rows() for cell in row if cell.comment]


def test_a_weeks_later_book_changes_only_what_changed(supplier):
    imported(supplier, book())
    rolls = [SHEETS["Brötchen"][0], HEAD, ["2001", "Laugenbrezel", "Stück", 0.52, 7]]

    run = imported(supplier, book(Brötchen=rolls))

    assert (run.done["updated"], run.done["unchanged"]) == (1, 2)
    assert str(article(supplier, "2001").price) == "0.5200"


def test_the_page_names_the_sheets_and_each_row_with_its_own(owner, supplier):
    run = dry_run(supplier, book())

    page = BeautifulSoup(owner.get(page_of(run)).content.decode(), "html.parser").get_text(" ", strip=True)

    assert "3 Blätter: Brot, Brötchen, Kuchen" in page
    assert "4 in „Brötchen“" in page and "3 in „Brot“" in page
    assert "4 in „Brötchen“" in owner.get(page_of(run, "import-findings")).content.decode()


def test_sheets_that_contradict_each_other_ask_which(owner, supplier):
    run = dry_run(supplier, book(Kuchen=[["Alle Preise je 100 Stück"], *SHEETS["Kuchen"]]))

    assert (run.status, run.fault["rule"]) == ("unreadable", "two_tables")
    assert "Auf welchem Blatt steht Ihre Liste?" in owner.get(page_of(run)).content.decode()
    owner.post(page_of(run, "import-sheet"), {"sheet": "Kuchen"})
    run.refresh_from_db()
    assert (run.status, run.sheets, run.rows) == ("ready", ["Kuchen"], 2)


def test_agreed_prices_may_stand_on_several_sheets(supplier):
    imported(supplier, book())
    agreed = PriceList.objects.create(supplier=supplier, name="Hotels")
    rolls = [["Kornblum"], HEAD, ["2001", "Laugenbrezel", "Stück", 0.45, 7], ["9999", "Zopf", "Stück", 1, 7]]

    run = imported(supplier, book(Brötchen=rolls), price_list=agreed)

    assert agreed.lines.filter(listing__article_number="2001").exists()
    unknown = run.findings.get(rule="not_in_range", raw__contains="9999")
    assert (unknown.sheet, unknown.row) == ("Brötchen", 4)
