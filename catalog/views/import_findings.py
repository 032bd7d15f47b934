"""What was noticed and what changes, to look through and to take along."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.actor import needs
from catalog.imports.review import noticed
from catalog.imports.review.in_order import WRITTEN, in_order
from catalog.imports.runs import differences, export, vanished
from catalog.views.import_files import download
from catalog.views.import_progress import find_run

PER_PAGE = 50
FILTERS = ("severity", "rule", "column", "text")


def _chosen(request) -> dict[str, str]:
    return {name: request.GET.get(name, "").strip()[:100] for name in FILTERS}


@needs("catalog.view")
def import_findings(request, reference):
    """Every finding, narrowed by weight, kind, column and words."""
    run, chosen = find_run(request, reference), _chosen(request)
    page = Paginator(noticed.found(run, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "run": run,
        "page": page,
        "found": noticed.with_articles(run, list(page.object_list)),
        "choices": noticed.choices(run),
        "chosen": chosen,
        "is_narrowed": any(chosen.values()),
        "query": request.GET.urlencode(),
    }
    return render(request, "catalog/imports/findings.html", context)


@needs("catalog.view")
def import_findings_file(request, reference, kind):
    """The same as a file, with the same filters."""
    run = find_run(request, reference)
    rows = noticed.table(run, list(noticed.found(run, **_chosen(request))))
    return _file(rows, f"{_('hinweise')}-{run.reference}", kind)


@needs("catalog.view")
def import_rows(request, reference):
    """What the next commit writes, each as the shop will show it."""
    run = find_run(request, reference)
    chosen = {name: request.GET.get(name, "").strip()[:100] for name in ("outcome", "text")}
    page = Paginator(in_order(run, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    counts = {name: in_order(run, outcome=name).count() for name in WRITTEN}
    counts["all"] = sum(counts.values())
    return render(request, "catalog/imports/rows.html", {"run": run, "page": page, "chosen": chosen, "counts": counts})


@needs("catalog.view")
def import_changes(request, reference):
    """Old beside new, article by article."""
    run = find_run(request, reference)
    page = Paginator(differences.changed(run), PER_PAGE).get_page(request.GET.get("page"))
    context = {"run": run, "page": page, "changes": differences.changes(run, list(page.object_list))}
    return render(request, "catalog/imports/changes.html", context)


@needs("catalog.view")
def import_vanished(request, reference):
    """What the whole range no longer has, all of it."""
    run = find_run(request, reference)
    keys = vanished.vanished(run)
    page = Paginator(keys, PER_PAGE).get_page(request.GET.get("page"))
    context = {"run": run, "page": page, "listings": vanished.listings(list(page.object_list))}
    return render(request, "catalog/imports/vanished.html", context | {"gone": vanished.Gone(len(keys), [])})


@needs("catalog.view")
def import_changes_file(request, reference, kind):
    run = find_run(request, reference)
    rows = noticed.changes_table(run)
    return _file(rows, f"{_('unterschiede')}-{run.reference}", kind)


def _file(rows: list[list], name: str, kind: str):
    if kind not in export.KINDS:
        raise Http404
    return download(export.file_of(rows, kind), f"{name}.{kind}", export.KINDS[kind])
