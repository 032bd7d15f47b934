"""The producer's own workbook back, with what keeps rows out marked in its cells; and the template for a first list."""

import io

from django.utils.translation import gettext as _
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from catalog.imports.labels import LABELS
from catalog.imports.messages import sentence
from catalog.imports.review import NEEDS_YOU, open_rows, params_of
from catalog.models import ImportRun
from tabular import open_book, text_of

HELD = PatternFill("solid", fgColor="FFF6C74B")
REFUSED = PatternFill("solid", fgColor="FFF4B6B6")
AUTHOR = "Leipzig vernetzt"
MOST_COMMENTS = 5000  # more make Excel slow; the marks go on
TEMPLATE = {
    "article_number": "1001",
    "name": "Roggenmischbrot 1 kg",
    "description": "Mit Natursauerteig",
    "category": "Brot",
    "unit": "Stück",
    "price": "3,60",
    "price_quantity": "1",
    "vat_rate": "7 %",
    "minimum": "5",
    "interval": "5",
    "gtin": "",
    "origin": "Sachsen",
    "stock": "",
    "online": "ja",
    "name_en": "Rye bread 1 kg",
}


def marked(run: ImportRun) -> bytes:
    """An xlsx: the uploaded one where it is one, else its cells in a new book. Uploaded again, what was taken over is
    unchanged and what was put right comes in."""
    data = run.upload.read()
    book = load_workbook(io.BytesIO(data)) if run.format in ("xlsx", "xlsm") else _copied(data)
    sheet = book[run.sheet] if run.sheet in book.sheetnames else book.worksheets[0]
    findings = run.findings.filter(severity__in=NEEDS_YOU, number__in=open_rows(run).values("number"))
    for count, finding in enumerate(findings.exclude(row=None).iterator()):
        _mark(sheet, finding, with_comment=count < MOST_COMMENTS)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _copied(data: bytes) -> Workbook:
    """xls, ods, csv and pasted cells: every cell on its place, as text or number."""
    book = Workbook()
    book.remove(book.active)
    for number, sheet in enumerate(open_book(data).sheets, 1):
        target = book.create_sheet((sheet.name or f"Tabelle{number}")[:31])
        for row in sheet.rows():
            target.append([cell if cell.__class__ in (int, float) else text_of(cell) for cell in row])
    return book


def _mark(sheet, finding, *, with_comment: bool) -> None:
    cell = sheet[f"{finding.column or 'A'}{finding.row}"]
    if cell.__class__.__name__ == "MergedCell":
        return
    cell.fill = HELD if finding.severity == "held_back" else REFUSED
    if with_comment:
        said = f"{cell.comment.text}\n" if cell.comment else ""
        cell.comment = Comment(said + sentence(finding.rule, params_of(finding)), AUTHOR, width=320, height=110)


def template() -> bytes:
    """A workbook with the columns that most lists have, and one row to show how."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("Artikel")
    sheet.append([str(LABELS[name]) if name != "price" else _("Verkaufspreis netto") for name in TEMPLATE])
    sheet.append(list(TEMPLATE.values()))
    for number, cell in enumerate(sheet[1], 1):
        cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = max(14, len(cell.value) + 3)
    sheet.freeze_panes = "A2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
