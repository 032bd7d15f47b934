"""A workbook comes back with marked cells; uploaded again it takes only what is still open."""

import io
import zipfile

import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from PIL import Image as Picture

from catalog.imports import service
from catalog.imports.review import returned
from catalog.models import ImportRun, Listing
from tests.catalog.importing import dry_run, imported, kornblum, workbook

pytestmark = pytest.mark.django_db
CELLS = """Artikelnummer\tBezeichnung\tEinheit\tPreis netto\tMwSt
1001\tRoggenmischbrot\tStück\t3,60\t7
1002\tLaugenbrezel\tStück\tauf Anfrage\t7
1003\tApfel\x07kuchen\tStück\t14,50\t9
"""


def back(run: ImportRun) -> bytes:
    return returned.marked(run)[0]


def rich_workbook() -> bytes:
    """What producers keep in their workbooks beside a list."""
    book = Workbook()
    other = book.active
    other.title = "Notizen"
    other["A1"] = "nur für uns"
    sheet = book.create_sheet("Preise")
    sheet.append(["Bäckerei Kornblum"])
    sheet.merge_cells("A1:F1")
    sheet.append(["Artikelnummer", "Bezeichnung", "Einheit", "Preis netto", "MwSt", "Warengruppe"])
    sheet.append([1001, "Roggenmischbrot", "Stück", "=2*1.8", 0.07, "Brot"])
    sheet.append([1002, "Laugenbrezel", "Stück", "auf Anfrage", 0.07, None])
    sheet.append([1003, "Apfelkuchen", "Stück", 14.5, 0.07, None])
    sheet.append([1004, "Käsekuchen", "Hümpel", 12, 0.07, "Kuchen"])
    sheet.merge_cells("F3:F5")
    for row in range(3, 7):
        sheet.cell(row, 5).number_format = "0 %"
    sheet["B3"].font = Font(bold=True, color="FF0000")
    sheet["A2"].fill = PatternFill("solid", fgColor="FFDDDDDD")
    sheet["B5"] = CellRichText("Apfel", TextBlock(InlineFont(b=True), "kuchen"))
    sheet["D4"].comment = Comment("Chef fragen", "Kornblum")
    choice = DataValidation(type="list", formula1='"Stück,kg"')
    choice.add("C3:C6")
    sheet.add_data_validation(choice)
    picture = io.BytesIO()
    Picture.new("RGB", (8, 8), "red").save(picture, "PNG")
    sheet.add_image(Image(picture), "H2")
    sheet.column_dimensions["B"].width = 33
    sheet.freeze_panes = "A3"
    target = io.BytesIO()
    book.save(target)
    return with_result(target.getvalue(), b"<f>2*1.8</f><v></v>", b"<f>2*1.8</f><v>3.6</v>")


def with_result(data: bytes, old: bytes, new: bytes) -> bytes:
    """As Excel saves it: the formula's result beside it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as book:
        for part in source.namelist():
            book.writestr(part, source.read(part).replace(old, new).replace(old.replace(b"></v>", b" />"), new))
    return target.getvalue()


def test_a_workbook_keeps_all_that_openpyxl_keeps_and_the_results_of_its_formulas():
    supplier = kornblum()
    run = imported(supplier, rich_workbook())
    assert (run.counts["created"], run.open_rows) == (2, 2)

    data, kind = returned.marked(run)

    sheet = load_workbook(io.BytesIO(data), rich_text=True)["Preise"]
    assert kind == "xlsx" and load_workbook(io.BytesIO(data)).sheetnames == ["Notizen", "Preise"]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:F1", "F3:F5"}
    assert sheet["D3"].value == "=2*1.8" and sheet["B3"].font.bold and sheet["E3"].number_format == "0 %"
    assert str(sheet["B5"].value) == "Apfelkuchen" and sheet["B5"].value[1].font.b
    assert len(sheet.data_validations.dataValidation) == 1 and len(sheet._images) == 1
    assert (sheet.column_dimensions["B"].width, sheet.freeze_panes) == (33, "A3")
    assert sheet["D4"].comment.text.startswith("Chef fragen\nStatt eines Preises") and not sheet["D3"].comment
    assert sheet["C6"].fill.fgColor.rgb == "FFF4B6B6" or sheet["C6"].fill.fgColor.rgb == "FFF6C74B"
    again = imported(supplier, data)
    assert (again.counts["unchanged"], again.open_rows) == (2, 2)


def test_what_was_put_right_is_marked_no_more():
    supplier = kornblum()
    data = back(imported(supplier, rich_workbook()))
    book = load_workbook(io.BytesIO(data))
    book["Preise"]["C6"] = "Stück"
    book["Preise"]["D3"] = 3.6
    target = io.BytesIO()
    book.save(target)

    again = imported(supplier, target.getvalue())
    sheet = load_workbook(io.BytesIO(back(again)))["Preise"]

    assert (again.counts["unchanged"], again.counts["created"], again.open_rows) == (2, 1, 1)
    assert sheet["C6"].comment is None and sheet["C6"].fill.fill_type is None
    assert sheet["D4"].comment.text.count("Statt eines Preises") == 1


ANSWERED = """Artikelnummer;Bezeichnung;Einheit;Preis netto;MwSt
1001;Roggenmischbrot;Stück;3,60;7
1002;Laugenbrezel;Stück;0;7
1003;Apfelkuchen;Stück;ca. 14,50;9
1004;Zopf (ausverkauft);Stück;4,10;7
1005;Hefe;Stück;2,50;8
"""


@pytest.mark.parametrize("data", [ANSWERED, workbook(ANSWERED)], ids=["csv", "xlsx"])
def test_what_was_answered_meanwhile_is_not_asked_again(data):
    supplier = kornblum()
    run = imported(supplier, data)
    assert run.counts["held_back"] == 4
    marked = back(run)
    for said in ({"action": "accept", "rule": "price_zero"}, {"action": "accept", "rule": "price_approximate"},
                 {"action": "set", "rule": "vat_invalid", "value": "9", "text": "7"},
                 {"action": "accept", "rule": "sold_out"}):  # fmt: skip
        service.answer(run, {"number": [], "value": "", "text": ""} | said)
        service.run_to_dry_run(run)
        run.refresh_from_db()
    service.commit_run(run, by=None)

    again = dry_run(supplier, marked)

    assert (again.counts["unchanged"], again.open_rows) == (4, 1)
    Listing.objects.filter(supplier=supplier, article_number="1002").update(price=1)
    assert dry_run(supplier, marked).open_rows == 2  # of an article that is another now, it is asked again


def test_a_mark_on_a_merged_cell_lies_where_it_can_be_seen():
    book = Workbook()
    book.active.append(["Artikelnummer", "Bezeichnung", "Einheit", "Preis netto", "MwSt"])
    book.active.append(["1", "Brot", "Hümpel", 3.6, 7])
    book.active.append(["2", "Brezel", None, 0.5, 7])
    book.active.merge_cells("C2:C3")
    target = io.BytesIO()
    book.save(target)

    marked = load_workbook(io.BytesIO(back(dry_run(kornblum(), target.getvalue())))).active

    assert marked["C2"].comment.text.count("Hümpel") == 2


HTML = "<html><table>{}</table></html>".format(
    "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
        for row in [
            ["Artikelnummer", "Bezeichnung", "Einheit", "Preis netto", "MwSt"],
            ["1001", "=1+1 Brot", "Stück", "3,60", "7"],
            ["1002", "Brezel", "Stück", "ab 1,00", "7"],
        ]
    )
)


def pasted(supplier, text: str) -> ImportRun:
    run = service.start_import(supplier, text.encode(), "Eingefügte Zellen", by=None, pasted=True)
    return service.commit_run(service.run_to_dry_run(run), by=None)


def test_a_web_page_called_xls_comes_back_as_xlsx():
    supplier = kornblum()
    run = imported(supplier, HTML)
    assert (run.format, run.counts["created"], run.open_rows) == ("html", 1, 1)

    data, kind = returned.marked(run)

    sheet = load_workbook(io.BytesIO(data)).active
    assert kind == "xlsx" and sheet["D3"].comment
    assert (sheet["B2"].value, sheet["B2"].data_type) == ("=1+1 Brot", "s")
    sheet["D3"] = "1,00"
    again = imported(supplier, data)
    assert (again.counts["unchanged"], again.open_rows) == (1, 1)


def test_pasted_cells_come_back_as_xlsx():
    supplier = kornblum()
    run = pasted(supplier, CELLS)

    data, kind = returned.marked(run)

    sheet = load_workbook(io.BytesIO(data)).active
    assert kind == "xlsx" and "auf Anfrage" in sheet["D3"].comment.text
    again = imported(supplier, data)
    assert (again.counts["created"], again.open_rows) == (0, 2)


OLD_ROWS = [
    ["Bäckerei Kornblum", None, None, None, None, None],
    ["Artikelnummer", "Bezeichnung", "Preis netto", "Einheit", "MwSt", "Warengruppe"],
    ["1001", "Roggenmischbrot", 3.6, "Stück", 7.0, "Brot"],
    ["1003", "Apfelkuchen", 14.5, "Stück", 7.0, "Kuchen"],
    ["1004", "Käsekuchen", "ab 12", "Stück", 7.0, "Kuchen"],
]


SHEETS = {"Notizen": [["nur für uns"]], "Preise": OLD_ROWS}


def xls() -> bytes:
    book = xlwt.Workbook()
    for name, rows in SHEETS.items():
        sheet = book.add_sheet(name)
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if value is not None:
                    sheet.write(row, column, value)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def ods() -> bytes:
    book = OpenDocumentSpreadsheet()
    for name, rows in SHEETS.items():
        table = Table(name=name)
        for cells in rows:
            row = TableRow()
            for value in cells:
                kind = {"valuetype": "float", "value": value} if isinstance(value, float) else {"valuetype": "string"}
                cell = TableCell(**kind) if value is not None else TableCell()
                cell.addElement(P(text="" if value is None else str(value)))
                row.addElement(cell)
            table.addElement(row)
        book.spreadsheet.addElement(table)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.fixture(params=[xls, ods])
def old_workbook(request) -> bytes:
    """The old Excel's or LibreOffice's file of the same rows."""
    return request.param()


def test_old_and_open_workbooks_come_back_as_xlsx(old_workbook):
    supplier = kornblum()
    run = imported(supplier, old_workbook)
    assert (run.counts["created"], run.open_rows) == (2, 1)

    data, kind = returned.marked(run)

    book = load_workbook(io.BytesIO(data))
    sheet = book[run.sheet]
    assert kind == "xlsx" and book.sheetnames == ["Notizen", "Preise"]
    assert "ab 12" in sheet["C5"].comment.text and sheet["C3"].value == 3.6
    again = imported(supplier, data)
    assert (again.counts["unchanged"], again.counts["created"], again.open_rows) == (2, 0, 1)
