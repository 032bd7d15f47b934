"""The producer's own file back, with what keeps rows out marked in it; and the template for a first list."""

import io
from collections import defaultdict
from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from catalog.imports.review import marked_book, marked_text
from catalog.imports.review.labels import LABELS
from catalog.imports.review.messages import sentence
from catalog.imports.review.pending import BY_ROW, NEEDS_YOU, open_rows, params_of
from catalog.models import ImportFinding, ImportRun

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


def marked(run: ImportRun) -> tuple[bytes, str]:
    """The file and its kind: csv and xlsx as they came, all else as xlsx.

    Uploaded again, what was taken over is unchanged and what was put right comes in.
    """
    data = run.upload.read()
    if run.format == "csv" and run.header_row and not run.upload.pasted:
        text = marked_text.marked(data, _notes(run), run.header_row)
        if text is not None:
            return text, "csv"
    found = (
        (one.sheet, f"{one.column or 'A'}{one.row}", one.severity, sentence(one.rule, params_of(one)))
        for one in _holding(run)
    )
    return marked_book.marked(data, run.format, run.sheets or [run.sheet], found), "xlsx"


def _holding(run: ImportRun) -> Iterator[ImportFinding]:
    """What keeps rows out that are still open."""
    findings = run.findings.filter(severity__in=NEEDS_YOU, number__in=open_rows(run).values("number"))
    return findings.exclude(row=None).order_by(*BY_ROW).iterator()


def _notes(run: ImportRun) -> dict[int, str]:
    """{row: what is wrong in it, each cell named by its header}"""
    headers = {column["column"]: column["header"] for column in run.columns.values()}
    said = defaultdict(list)
    for finding in _holding(run):
        header = headers.get(finding.column) or (_("Spalte %(letter)s") % {"letter": finding.column})
        text = sentence(finding.rule, params_of(finding))
        said[finding.row].append(f"{header}: {text}" if finding.column else text)
    return {row: " ".join(dict.fromkeys(texts)) for row, texts in said.items()}


def template() -> bytes:
    """A workbook with the columns that most lists have, and one row to show how."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("Artikel")
    plain = {  # as the header of a list says it
        "price": _("Verkaufspreis netto"),
        "price_quantity": pgettext("Vorlage", "Preis gilt für"),
    }
    sheet.append([plain.get(name) or str(LABELS[name]) for name in TEMPLATE])
    sheet.append(list(TEMPLATE.values()))
    for number, cell in enumerate(sheet[1], 1):
        cell.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = max(14, len(cell.value) + 3)
    sheet.freeze_panes = "A2"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()
