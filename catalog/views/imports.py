"""From a list to the shop: upload, columns, dry run, taking over, undo. Small files are read while the page waits."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from accounts.actor import needs
from catalog import tasks
from catalog.errors import RangeQuestion, TooLarge
from catalog.forms import unit_choices
from catalog.forms_imports import DecisionForm, StatementForm, UploadForm
from catalog.imports import differences, review, service
from catalog.imports.messages import sentence
from catalog.models import ImportRun
from suppliers.models import Supplier

PER_PAGE = 50
READ_AT_ONCE = 300_000  # bytes: a list of some two thousand rows, a second or two
STEPS = [gettext_lazy("Datei"), gettext_lazy("Spalten"), gettext_lazy("Prüfen"), gettext_lazy("Übernehmen")]


def go_on(run: ImportRun) -> None:
    """Read a small file now, leave a large one to the worker."""
    if run.status != ImportRun.Status.READING:
        return
    if run.upload.size <= READ_AT_ONCE:
        service.run_to_dry_run(run)
    else:
        tasks.dry_run.defer(run=run.pk)


def find_run(request, reference) -> ImportRun:
    runs = ImportRun.objects.run_by(request.actor).filter(price_list=None).select_related("supplier", "upload", "by")
    return get_object_or_404(runs, reference=reference)


@needs("catalog.view")
def imports(request):
    """The history, and the form for the next list."""
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _upload(request, supplier, form)
    runs = ImportRun.objects.run_by(request.actor).filter(price_list=None).select_related("upload", "by")
    page = Paginator(runs, 20).get_page(request.GET.get("page"))
    return render(request, "catalog/imports/imports.html", {"form": form, "page": page, "supplier": supplier})


@needs("catalog.edit")
def _upload(request, supplier, form):
    try:
        run = service.start_import(
            supplier, **form.content, by=request.actor,
            whole_range=form.cleaned_data["whole_range"], key=form.cleaned_data["key"],
        )  # fmt: skip
    except TooLarge as refusal:
        limit = refusal.limit // 2**20
        messages.error(request, _("Das ist mehr, als wir annehmen: %(limit)s MB.") % {"limit": limit})
        return redirect("catalog:imports")
    go_on(run)
    return redirect("catalog:import", run.reference)


@needs("catalog.view")
def import_run(request, reference):
    """Where the run stands: reading, unreadable, dry run, taken over, undone."""
    run = find_run(request, reference)
    if run.status == ImportRun.Status.READING:
        return render(request, "catalog/imports/reading.html", _progress(run))
    if run.status == ImportRun.Status.UNREADABLE:
        return render(request, "catalog/imports/unreadable.html", _fault(run))
    return render(request, "catalog/imports/run.html", _review(request, run))


@needs("catalog.view")
def import_progress(request, reference):
    """Asked by the page every second; ready means: load the page anew."""
    run = find_run(request, reference)
    if run.status == ImportRun.Status.READING:
        return render(request, "catalog/imports/_progress.html", _progress(run))
    return HttpResponse(headers={"HX-Refresh": "true"})


def _progress(run: ImportRun) -> dict:
    seconds = (timezone.now() - run.reading_at).total_seconds()
    speed = int(run.rows_read / seconds) if seconds > 0.5 else 0
    facts = []
    if speed:
        facts.append(ngettext("%(n)s Zeile je Sekunde", "%(n)s Zeilen je Sekunde", speed) % {"n": speed})
        left = max(1, round((run.rows_expected - run.rows_read) / speed))
        if run.rows_expected > run.rows_read:
            facts.append(ngettext("noch etwa %(n)s Sekunde", "noch etwa %(n)s Sekunden", left) % {"n": left})
    total = max(run.rows_expected, run.rows_read)
    return {"run": run, "steps": STEPS, "done": run.rows_read, "total": total, "facts": facts}


def _fault(run: ImportRun) -> dict:
    rule, params = run.fault["rule"], run.fault["params"]
    sheets = params.get("sheets") or [table[0] for table in params.get("tables", [])]
    choose = rule in ("two_tables", "no_sheet") or (rule == "no_table" and len(sheets) > 1)
    return {"run": run, "steps": STEPS, "text": sentence(rule, params), "sheets": sheets if choose else []}


def _review(request, run: ImportRun) -> dict:
    chosen = {name: request.GET.get(name, "") for name in ("outcome", "rule", "value")}
    page = Paginator(review.open_rows(run, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    waiting = review.open_rows(run)
    return {
        "run": run,
        "steps": STEPS,
        "step": 5 if run.committed_at and not run.fine else 3,
        "seconds": (run.read_at - run.reading_at).total_seconds() if run.read_at else 0,
        "cases": review.cases(run),
        "questions": review.file_questions(run),
        "price_column": run.columns.get("price"),
        "said_by_header": review.said_by_header(run),
        "example": review.example(run),
        "page": page,
        "open_rows": review.with_findings(run, list(page.object_list)),
        "counts": {
            "all": waiting.count(),
            "held_back": review.open_rows(run, outcome="held_back").count(),
            "refused": review.open_rows(run, outcome="refused").count(),
        },
        "chosen": chosen,
        "units": unit_choices(),
        "remarks": review.remarks(run),
        "skipped": review.skipped_words(run),
        "may_edit": request.actor.may("catalog.edit"),
    }


@needs("catalog.edit")
@require_POST
def import_statement(request, reference):
    """These prices are net, or gross; the usual tax rate is that."""
    run = find_run(request, reference)
    form = StatementForm(request.POST)
    if form.is_valid():
        service.change_statement(run, **{name: value for name, value in form.cleaned_data.items() if value})
        go_on(run)
    return redirect("catalog:import", reference)


@needs("catalog.edit")
@require_POST
def import_sheet(request, reference):
    run = find_run(request, reference)
    service.choose_sheet(run, request.POST.get("sheet", "")[:200])
    go_on(run)
    return redirect("catalog:import", reference)


@needs("catalog.edit")
@require_POST
def import_decide(request, reference):
    """One answer for the chosen rows, or for all of a case."""
    run = find_run(request, reference)
    form = DecisionForm(request.POST)
    back = redirect(f"{reverse('catalog:import', args=[reference])}#fragen")
    if not form.is_valid():
        for fault in form.errors.values():
            messages.warning(request, " ".join(fault))
        return back
    count = service.answer(run, form.cleaned_data)
    go_on(run)
    text = ngettext("%(n)s Zeile ist entschieden.", "%(n)s Zeilen sind entschieden.", count) % {"n": count}
    messages.success(request, text)
    return back


@needs("catalog.edit")
@require_POST
def import_commit(request, reference):
    run = find_run(request, reference)
    if request.POST.get("range_confirmed"):
        run = service.confirm_range(run)
    fine = run.fine
    try:
        run = service.commit_run(run, by=request.actor)
    except RangeQuestion as question:
        return render(request, "catalog/imports/range.html", {"run": run, "question": question})
    text = ngettext("%(n)s Zeile ist übernommen.", "%(n)s Zeilen sind übernommen.", fine) % {"n": fine}
    messages.success(request, text)
    return redirect("catalog:import", reference)


@needs("catalog.edit")
@require_POST
def import_undo(request, reference):
    run = service.undo_run(find_run(request, reference), by=request.actor)
    if run.status == ImportRun.Status.UNDONE:
        messages.success(request, _("Der Import ist zurückgenommen."))
    return redirect("catalog:import", reference)


@needs("catalog.edit")
@require_POST
def import_discard(request, reference):
    service.discard_run(find_run(request, reference), by=request.actor)
    messages.success(request, _("Der Probelauf ist verworfen. Es wurde nichts geändert."))
    return redirect("catalog:imports")


@needs("catalog.view")
def import_changes(request, reference):
    """Old beside new, article by article."""
    run = find_run(request, reference)
    page = Paginator(differences.changed(run), PER_PAGE).get_page(request.GET.get("page"))
    context = {"run": run, "page": page, "changes": differences.changes(run, list(page.object_list))}
    return render(request, "catalog/imports/changes.html", context)
