"""Files that leave the import: the upload itself, the marked one, the template, the catalogue."""

import io

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from accounts.actor import needs
from catalog.imports.review import returned
from catalog.imports.runs import export
from catalog.views.import_progress import find_run
from suppliers.models import Supplier

XLSX = export.KINDS["xlsx"]
KINDS = {"csv": "text/csv", "xlsx": XLSX}  # a returned csv keeps its encoding


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


@needs("catalog.edit")
def import_template(request):
    return download(returned.template(), f"{_('Vorlage Artikelliste')}.xlsx", XLSX)


@needs("catalog.view")
def catalogue_export(request, kind):
    """The own catalogue; imported again it changes nothing."""
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    if kind not in export.KINDS:
        raise Http404
    return download(export.file_for_people(supplier, kind), f"{supplier.slug}.{kind}", export.KINDS[kind])
