"""What a file is, is decided by its bytes; what it is not, is said by name."""

import io
import zipfile

import odf.opendocument
import odf.table
import odf.text
import pytest
import xlwt
from openpyxl import Workbook

from tabular import Unreadable, letter, open_book, position, sniff, text_of

ROWS = [["Nr", "Name", "Preis"], ["0012", "Käse", 12.5], ["0013", "Öl", 3]]


def xlsx(rows=ROWS, name="Liste"):
    book = Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book):
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def xls(rows=ROWS, name="Liste"):
    book = xlwt.Workbook()
    sheet = book.add_sheet(name)
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                sheet.write(at, column, value)
    return saved(book)


def ods(rows=ROWS, name="Liste"):
    book = odf.opendocument.OpenDocumentSpreadsheet()
    table = odf.table.Table(name=name)
    for row in rows:
        line = odf.table.TableRow()
        for value in row:
            if isinstance(value, (int, float)):
                cell = odf.table.TableCell(valuetype="float", value=str(value))
            else:
                cell = odf.table.TableCell(valuetype="string")
                cell.addElement(odf.text.P(text=value or ""))
            line.addElement(cell)
        table.addElement(line)
    book.spreadsheet.addElement(table)
    return saved(book)


def archive(**entries):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in entries.items():
            file.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def rule_of(data):
    with pytest.raises(Unreadable) as caught:
        open_book(data)
    return caught.value.rule


@pytest.mark.parametrize(("data", "kind"), [(xlsx(), "xlsx"), (xls(), "xls"), (ods(), "ods")])
def test_workbooks_of_all_kinds_give_the_same_rows(data, kind):
    book = open_book(data)

    assert book.format.kind == kind
    assert [sheet.name for sheet in book.sheets] == ["Liste"]
    assert [[text_of(cell) for cell in row] for row in book.sheets[0].rows()] == [
        ["Nr", "Name", "Preis"], ["0012", "Käse", "12.5"], ["0013", "Öl", "3"],
    ]  # fmt: skip


def test_letters_stay_right_where_columns_and_rows_are_empty_before_the_table():
    book = Workbook()
    book.active["C4"] = "Name"

    rows = list(open_book(saved(book)).sheets[0].rows())

    assert rows[3] == ["", "", "Name"]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n....", "PNG"),
        (b"\xff\xd8\xff\xe0....", "JPEG"),
        (b"{\\rtf1 Liste}", "RTF"),
        (b"\x1f\x8b\x08....", "GZip"),
        (b"<?xml version='1.0'?><BMECAT/>", "XML"),
        (b"<html><body>Moin</body></html>", "HTML"),
        (b'{"artikel": []}', "JSON"),
        (archive(word__document="x"), "Word"),
        (b"\x00\x01\x02\x03" * 50, "Binär"),
    ],
)
def test_what_is_no_table_is_named(data, found):
    with pytest.raises(Unreadable) as caught:
        sniff(data)

    assert (caught.value.rule, caught.value.params["found"]) == ("wrong_type", found)


@pytest.mark.parametrize("data", [b"", b"  \r\n \n", b"\xef\xbb\xbf\r\n"])
def test_an_empty_file_is_called_empty(data):
    assert rule_of(data) == "empty_file"


def test_hostile_archives_are_refused():
    zeros = b"0" * 200_000_000
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><c r="A1"><v>1</v></c>'

    assert rule_of(archive(xl__workbook=zeros)) == "archive"
    assert rule_of(archive(**{"innen.zip": archive(a="b")})) == "archive"
    assert rule_of(archive(**{"..__..__x": "y"})) == "archive"
    assert rule_of(archive(**{f"e{number}": "" for number in range(6000)})) == "archive"
    assert rule_of(archive(**{"xl__workbook.xml": "<x/>", "xl__worksheets__sheet1.xml": far})) == "archive"


def test_a_damaged_workbook_is_called_broken():
    data = xlsx()

    assert rule_of(data[: len(data) // 2]) == "broken"
    assert rule_of(archive(**{"xl__workbook.xml": "<nonsense"})) == "broken"


def test_a_workbook_with_a_password_says_so():
    assert (
        rule_of(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le"))
        == "password"
    )


def test_html_that_calls_itself_a_workbook_is_read():
    book = open_book(b"<table><tr><th>Nr<th>Preis<tr><td>1<td colspan=2>K&auml;se<br>jung</table>")

    assert list(book.sheets[0].rows()) == [["Nr", "Preis"], ["1", "Käse\njung", ""]]


SPREADSHEET = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
{}</Workbook>"""


def test_an_xml_spreadsheet_is_read_with_its_gaps_merged_cells_and_hidden_sheets():
    book = open_book(
        SPREADSHEET.format(
            """<Worksheet ss:Name="Liste"><Table>
            <Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Käse &amp; Quark</Data></Cell></Row>
            <Row ss:Index="3"><Cell ss:MergeDown="1"><Data ss:Type="String">Gouda</Data></Cell>
            <Cell ss:Index="3"><Data ss:Type="Number">14.5</Data>
            <Comment><ss:Data>EK 9,80</ss:Data></Comment></Cell></Row></Table></Worksheet>
            <Worksheet ss:Name="intern"><Table><Row><Cell/></Row></Table>
            <WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>"""
        ).encode()
    )

    assert [(sheet.name, sheet.visible) for sheet in book.sheets] == [("Liste", True), ("intern", False)]
    assert list(book.sheets[0].rows()) == [["Käse & Quark", ""], [], ["Gouda", "", 14.5]]
    assert book.sheets[0].merged() == [(0, 0, 0, 1), (2, 0, 3, 0)]
    assert book.format.kind == "xml"


@pytest.mark.parametrize("gap", ["1048576", "999999999999", "-5", "x"])
def test_an_xml_spreadsheet_that_claims_to_be_huge_stays_small(gap):
    cell = f'<Row><Cell ss:Index="{gap}"><Data ss:Type="Number">x</Data></Cell></Row>'
    data = SPREADSHEET.format(f'<Worksheet ss:Name="a"><Table>{cell * 200}</Table></Worksheet>').encode()

    if gap.isdecimal():
        assert rule_of(data) == "broken"
    else:
        assert list(open_book(data).sheets[0].rows()) == [["x"]] * 200


@pytest.mark.parametrize("merge", ["MergeAcross", "MergeDown"])
def test_merged_cells_that_claim_much_are_refused(merge):
    cell = f'<Row><Cell ss:{merge}="16384"/></Row>'

    assert (
        rule_of(SPREADSHEET.format(f'<Worksheet ss:Name="a"><Table>{cell * 200}</Table></Worksheet>').encode())
        == "broken"
    )


def test_columns_are_lettered_as_in_excel():
    assert [letter(index) for index in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert all(position(letter(index)) == index for index in range(2000))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (12.0, "12"),
        (102.85, "102.85"),
        (4006381333931.0, "4006381333931"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (True, "WAHR"),
        ("  a ", "a"),
    ],
)
def test_cells_show_what_the_user_sees(cell, text):
    assert text_of(cell) == text
