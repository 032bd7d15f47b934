"""Files that leave the import: the upload itself, the marked workbook, the findings, the template, the catalogue."""

import csv
import io

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.actor import needs
from catalog.imports import export, report, returned
from catalog.imports.messages import sentence
from catalog.views.import_progress import find_run
from suppliers.models import Supplier

FINDINGS = [
    gettext_lazy("Blatt"), gettext_lazy("Zeile"), gettext_lazy("Spalte"), gettext_lazy("Feld"),
    gettext_lazy("In der Datei"), gettext_lazy("Hinweis"), gettext_lazy("Vorschlag"), gettext_lazy("Schwere"),
]  # fmt: skip
SEVERITIES = {
    "info": gettext_lazy("Hinweis"),
    "warning": gettext_lazy("Warnung"),
    "held_back": gettext_lazy("zurückgehalten"),
    "refused": gettext_lazy("abgelehnt"),
}
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {"csv": "text/csv", "xlsx": XLSX}


def download(data: bytes, name: str, kind: str) -> FileResponse:
    return FileResponse(io.BytesIO(data), as_attachment=True, filename=name, content_type=kind)


def _kept(run) -> None:
    if not run.upload.file or not run.upload.file.storage.exists(run.upload.file.name):
        raise Http404


@needs("catalog.edit")
def import_file(request, reference):
    """The upload as it came; it may hold purchase prices, so it is nobody's but the supplier's."""
    run = find_run(request, reference)
    _kept(run)
    return download(run.upload.read(), run.upload.name, "application/octet-stream")


@needs("catalog.edit")
def import_returned(request, reference):
    """The producer's own file with what is open marked in it."""
    run = find_run(request, reference)
    _kept(run)
    data, kind = returned.marked(run)
    return download(data, f"{_stem(run.upload.name)} {_('geprüft')}.{kind}", KINDS[kind])


def _stem(name: str) -> str:
    """The name without its ending, and without what an earlier return has added."""
    return (name.rpartition(".")[0] or name).removesuffix(f" {_('geprüft')}")


@needs("catalog.view")
def import_findings(request, reference):
    """Everything that was noticed, as csv."""
    run = find_run(request, reference)
    text = io.StringIO(newline="")
    text.write("\ufeff")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(
        [_("Blatt"), _("Zeile"), _("Spalte"), _("Feld"), _("In der Datei"), _("Hinweis"), _("Vorschlag"), _("Schwere")]
    )
    for found in report.findings(run):
        said = sentence(found["rule"], found)
        where = [found["sheet"], found["row"], found["column"], found["field"]]
        values = [*where, found["raw"], said, found["proposal"], SEVERITIES[found["severity"]]]
        writer.writerow([export.harmless("" if value is None else str(value)) for value in values])
    return HttpResponse(
        text.getvalue(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{_("hinweise")}-{run.reference}.csv"'},
    )


@needs("catalog.edit")
def import_template(request):
    return download(returned.template(), f"{_('Vorlage Artikelliste')}.xlsx", XLSX)


@needs("catalog.view")
def catalogue_export(request, kind):
    """The own catalogue; imported again it changes nothing."""
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    if kind == "xlsx":
        target = io.BytesIO()
        export.write_xlsx(supplier, target)
        return download(target.getvalue(), f"{supplier.slug}.xlsx", XLSX)
    if kind != "csv":
        raise Http404
    text = io.StringIO(newline="")
    export.write_csv(supplier, text)
    return download(text.getvalue().encode("utf-8-sig"), f"{supplier.slug}.csv", "text/csv; charset=utf-8")
