"""From a list to the shop: upload, columns, dry run, taking over, undo. Small files are read while the page waits."""

import logging

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.actor import needs
from catalog.errors import RangeQuestion, TooLarge
from catalog.forms import unit_choices
from catalog.forms_imports import StatementForm, UploadForm
from catalog.imports import service
from catalog.imports.review import noticed, pending
from catalog.imports.review.messages import RULES, sentence
from catalog.imports.review.tax_question import why
from catalog.imports.runs.overwritten import overwritten
from catalog.imports.runs.vanished import gone, undone
from catalog.models import ImportRun
from catalog.views.import_progress import STEPS, facts_of, find_run, go_on, grouped, posted, unless_closed
from suppliers.models import Supplier

PER_PAGE = 50
log = logging.getLogger(__name__)


@needs("catalog.view")
def imports(request):
    """The history, and the form for the next list."""
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _upload(request, supplier, form)
    runs = ImportRun.objects.visible_to(request.actor).of_goods().select_related("upload", "by")
    page = Paginator(runs, 20).get_page(request.GET.get("page"))
    page.object_list = pending.with_waiting(page.object_list)
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
    go_on(run, by=request.actor)
    return redirect("catalog:import", run.reference)


@needs("catalog.view")
def import_run(request, reference):
    """Where the run stands: under way, unreadable, dry run, taken over, undone."""
    run = find_run(request, reference)
    if run.status in ImportRun.UNDER_WAY:
        return render(request, "catalog/imports/under_way.html", facts_of(run))
    if run.status == ImportRun.Status.UNREADABLE:
        return render(request, "catalog/imports/unreadable.html", _fault(run))
    return render(request, "catalog/imports/run.html", _review(request, run))


def _fault(run: ImportRun) -> dict:
    """Why nothing could be read, and the sheets to choose from where that is the question."""
    rule, params = run.fault["rule"], dict(run.fault["params"])
    if rule == "no_table" and not params.get("sheets"):
        params["sheets"] = _("nur Text")
    sheets = [{"name": name, "header": header, "rows": rows} for name, header, rows in run.tables_to_choose]
    return {"run": run, "steps": STEPS, "text": sentence(rule, params), "sheets": sheets, "rule": rule}


def _review(request, run: ImportRun) -> dict:
    chosen = {name: request.GET.get(name, "") for name in ("outcome", "rule", "value")}
    counts = _counts(run)
    if not counts["all"] and counts["left_out"]:
        chosen["outcome"] = pending.LEFT_OUT
    page = Paginator(pending.open_rows(run, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    shown = pending.with_findings(run, list(page.object_list))
    questions = pending.file_questions(run)
    return {
        "run": run,
        "steps": STEPS,
        "step": 5 if run.committed_at and not run.fine else 3,
        "seconds": (run.read_at - run.reading_at).total_seconds() if run.read_at else 0,
        "cases": pending.cases(run),
        "questions": questions,
        "why_asked": why(run) if "net_or_gross" in questions else "",
        "price_column": pending.price_column(run),
        "stated": pending.stated(run),
        "header_tax": pending.header_tax(run),
        "said_by_header": pending.said_by_header(run),
        "example": pending.example(run),
        "page": page,
        "open_rows": shown,
        "may_stay": any(one.may_stay for one in shown),
        "has_proposals": any(one.main and one.main.proposal for one in shown),
        "narrowed_to": sentence(chosen["rule"], noticed.ANY | {"raw": chosen["value"] or "…"})
        if chosen["rule"] in RULES
        else "",
        "back": request.GET.urlencode(),
        "is_text": run.format == "csv" and not run.upload.pasted,
        "counts": counts,
        "chosen": chosen,
        "units": unit_choices(),
        "rates": pending.RATES,
        "overwritten": overwritten(run),
        "gone": gone(run),
        "undone": undone(run) if run.undone_at else {},
        "unread": pending.unread(run),
        "remarks": pending.remarks(run),
        "skipped": pending.skipped_words(run),
        "may_edit": request.actor.may("catalog.edit"),
    }


def _counts(run: ImportRun) -> dict[str, int]:
    """Rows that need a person, and those that he has left out."""
    names = {"all": "", "held_back": "held_back", "refused": "refused", "left_out": pending.LEFT_OUT}
    return {name: pending.open_rows(run, outcome=outcome).count() for name, outcome in names.items()}


@needs("catalog.edit")
@posted("catalog:import", find_run)
@unless_closed
def import_statement(request, reference):
    """These prices are net, or gross; the usual tax rate is that."""
    run = find_run(request, reference)
    form = StatementForm(request.POST)
    if form.is_valid():
        service.change_statement(run, **{name: value for name, value in form.cleaned_data.items() if value})
        go_on(run, by=request.actor)
    return redirect("catalog:import", reference)


@needs("catalog.edit")
@posted("catalog:import", find_run)
@unless_closed
def import_sheet(request, reference):
    run = find_run(request, reference)
    service.choose_sheet(run, request.POST.get("sheet", "")[:200])
    go_on(run, by=request.actor)
    return redirect("catalog:import", reference)


@needs("catalog.edit")
@posted("catalog:import", find_run)
@unless_closed
def import_commit(request, reference):
    run = find_run(request, reference)
    fine = run.fine
    try:
        if request.POST.get("range_confirmed"):
            service.confirm_range(run)
        run = go_on(service.start_commit(run), by=request.actor)
    except RangeQuestion as question:
        service.step_back(run)
        return render(request, "catalog/imports/range.html", {"run": run, "question": question, "gone": gone(run)})
    except IntegrityError:
        log.exception("Import %s could not be taken over", reference)
        service.step_back(run)
        text = _("Das Übernehmen ist nicht gelungen, es wurde nichts geändert. Bitte melden Sie uns diesen Import: %s")
        messages.error(request, text % reference)
        return redirect("catalog:import", reference)
    if run.status == ImportRun.Status.DONE and fine:
        text = ngettext("%(n)s Zeile ist übernommen.", "%(n)s Zeilen sind übernommen.", fine) % {"n": grouped(fine)}
        messages.success(request, text)
    return redirect("catalog:import", reference)


@needs("catalog.edit")
@posted("catalog:import", find_run)
def import_undo(request, reference):
    run = go_on(service.start_undo(find_run(request, reference)), by=request.actor)
    if run.status == ImportRun.Status.UNDONE:
        messages.success(request, _("Der Import ist zurückgenommen."))
    return redirect("catalog:import", reference)


@needs("catalog.edit")
@posted("catalog:import", find_run)
def import_discard(request, reference):
    run = service.discard_run(find_run(request, reference), by=request.actor)
    messages.success(request, _("Der Probelauf ist verworfen. Es wurde nichts geändert."))
    if run.price_list:
        return redirect("catalog:price-list", run.price_list.reference)
    return redirect("catalog:imports")
