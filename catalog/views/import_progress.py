"""A run under way: small steps are done while the page waits, large ones by a worker, whose progress is shown."""

from collections.abc import Callable
from functools import wraps

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from accounts.actor import needs
from catalog.errors import Closed
from catalog.imports import jobs, service
from catalog.imports.runs import progress
from catalog.imports.runs.staging import Overtaken
from catalog.models import ImportRun

Status = ImportRun.Status
STEPS = [
    gettext_lazy("Datei"),
    gettext_lazy("Spalten"),
    gettext_lazy("Prüfen"),
    pgettext_lazy("Schritt", "Übernehmen"),
]
STEP = {Status.READING: 1, Status.COMMITTING: 4, Status.UNDOING: 4}
LABELS = {
    Status.READING: gettext_lazy("Zeilen werden gelesen und geprüft"),
    Status.COMMITTING: gettext_lazy("Zeilen werden übernommen"),
    Status.UNDOING: gettext_lazy("Zeilen werden zurückgenommen"),
}
A_MINUTE_AND_A_HALF = 90
STOP_ASKING = 286  # htmx's word for it


def find_run(request, reference) -> ImportRun:
    runs = ImportRun.objects.visible_to(request.actor).select_related("supplier", "upload", "by", "price_list")
    return get_object_or_404(runs, reference=reference)


def unless_closed(view):
    """A form from an old page, sent while the run is taken over or when it is over: say so, change nothing."""

    @wraps(view)
    def answered(request, reference, **more):
        try:
            return view(request, reference, **more)
        except Closed:
            messages.warning(request, _("Dieser Import wird gerade übernommen oder ist abgeschlossen."))
            return redirect("catalog:import", reference)

    return answered


def posted(page: str, find: Callable):
    """For forms only: who comes by address, after a login in between or a change of language, is sent to that page.

    `find` raises 404 for strangers.
    """

    def decorate(view):
        @wraps(view)
        def answered(request, reference, **more):
            if request.method == "POST":
                return view(request, reference, **more)
            find(request, reference)
            return redirect(page, reference)

        return answered

    return decorate


def go_on(run: ImportRun, *, by=None) -> ImportRun:
    """Do the next step now if it is small; in any case a worker knows of it, should this process die."""
    if run.status not in ImportRun.UNDER_WAY:
        return run
    jobs.ask(run, by=by)
    if not jobs.is_small(run):
        return run
    try:
        return _do(run, by)
    except Overtaken:  # somebody else does it
        return run


def _do(run: ImportRun, by) -> ImportRun:
    if run.status == Status.READING:
        return service.run_to_dry_run(run)
    if run.status == Status.COMMITTING:
        return service.commit_run(run, by=by)
    return service.undo_run(run, by=by)


@needs("catalog.view")
def import_progress(request, reference):
    """Asked by the page every second; when nothing is under way any more: load the page anew."""
    run = find_run(request, reference)
    if run.status not in ImportRun.UNDER_WAY:
        return HttpResponse(headers={"HX-Refresh": "true"})
    facts = facts_of(run)
    status = STOP_ASKING if facts["state"] == jobs.State.GONE else 200
    return render(request, "catalog/imports/_progress.html", facts, status=status)


@needs("catalog.edit")
@posted("catalog:import", find_run)
def import_go_on(request, reference):
    """A job that came to nothing: ask for it again, or go back to the dry run."""
    run = find_run(request, reference)
    if run.status in ImportRun.UNDER_WAY and jobs.state(run) == jobs.State.GONE:
        if request.POST.get("action") == "back":
            service.step_back(run)
            messages.success(request, _("Es wurde nichts geändert."))
        else:
            jobs.ask(run, by=request.actor)
    return redirect("catalog:import", reference)


def grouped(count: int) -> str:
    """9.000"""
    return number_format(count, force_grouping=True)


def facts_of(run: ImportRun) -> dict:
    done, total, seconds = _reading(run) if run.status == Status.READING else _writing(run)
    return {
        "run": run,
        "steps": STEPS,
        "step": STEP[Status(run.status)],
        "state": jobs.state(run),
        "label": LABELS[Status(run.status)],
        "done": done,
        "total": total,
        "facts": _speed(done, total, seconds),
    }


def _reading(run: ImportRun) -> tuple[int, int, float]:
    seconds = (timezone.now() - run.reading_at).total_seconds()
    return run.rows_read, max(run.rows_expected, run.rows_read), seconds


def _writing(run: ImportRun) -> tuple[int, int, float]:
    return progress.of(run) or (0, progress.rows_of(run), 0)


def _speed(done: int, total: int, seconds: float) -> list[str]:
    """Rows per second and time left, once both can be told."""
    speed = int(done / seconds) if seconds > 0.5 else 0
    if not speed:
        return []
    said = [ngettext("%(n)s Zeile je Sekunde", "%(n)s Zeilen je Sekunde", speed) % {"n": grouped(speed)}]
    left = round((total - done) / speed)
    if left > A_MINUTE_AND_A_HALF:
        minutes = round(left / 60)
        said.append(ngettext("noch etwa %(n)s Minute", "noch etwa %(n)s Minuten", minutes) % {"n": minutes})
    elif total > done:
        left = max(1, left)
        said.append(ngettext("noch etwa %(n)s Sekunde", "noch etwa %(n)s Sekunden", left) % {"n": left})
    return said
