"""Answers to what a list leaves open: what they settled is said, and each has a way back."""

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from accounts.actor import needs
from catalog.forms_imports import DecisionForm
from catalog.imports import service
from catalog.imports.review import pending
from catalog.models import ImportRun
from catalog.views.import_progress import find_run, go_on, grouped, posted, unless_closed

SETTLED = ngettext_lazy("%(rows)s Zeile ist entschieden.", "%(rows)s Zeilen sind entschieden.", "n")
ASIDE = {
    "leave": ngettext_lazy("%(rows)s Zeile ist ausgelassen.", "%(rows)s Zeilen sind ausgelassen.", "n"),
    "restore": ngettext_lazy("%(rows)s Zeile ist wieder aufgenommen.", "%(rows)s Zeilen sind wieder aufgenommen.", "n"),
}


@needs("catalog.edit")
@posted("catalog:import", find_run)
@unless_closed
def import_decide(request, reference):
    """One answer for the chosen rows, or for all of a case."""
    run = find_run(request, reference)
    form = DecisionForm(request.POST)
    back = redirect(_where_it_was(request, reference))
    if not form.is_valid():
        for fault in form.errors.values():
            messages.warning(request, " ".join(fault))
        return back
    answer = service.answer(run, form.cleaned_data)
    tell(request, go_on(run, by=request.actor), answer)
    return back


def _where_it_was(request, reference) -> str:
    """The page with the cases, or the same part of the rows if it was rows that were decided."""
    page = reverse("catalog:import", args=[reference])
    if not request.POST.get("number") and "back" not in request.POST:
        return f"{page}#fragen"
    return f"{page}?{QueryDict(request.POST.get('back', '')).urlencode()}#zeilen"


@needs("catalog.edit")
@posted("catalog:import", find_run)
@unless_closed
def import_answer_undo(request, reference, token):
    """The last answer taken back."""
    run = find_run(request, reference)
    if service.take_answer_back(run, token):
        go_on(run, by=request.actor)
        messages.success(request, _("Ihre Antwort ist zurückgenommen."))
    else:
        messages.warning(request, _("Dieser Schritt lässt sich nicht mehr zurücknehmen."))
    return redirect(f"{reverse('catalog:import', args=[reference])}#fragen")


def tell(request, run: ImportRun, answer: pending.Answer) -> None:
    level, text = _news(run, answer)
    undo = reverse("catalog:import-answer-undo", args=[run.reference, answer.token])
    messages.add_message(request, level, text, extra_tags=undo)


def _news(run: ImportRun, answer: pending.Answer) -> tuple[int, str]:
    """What became of the rows, or that the list is being read once more."""
    if run.status in ImportRun.UNDER_WAY:
        return messages.SUCCESS, _("Ihre Antwort ist gemerkt. Damit wird die Liste neu gelesen.")
    result = pending.settled(run, answer)
    if result.solved > 0:
        return messages.SUCCESS, _settled(answer, result)
    if result.asked or not answer.numbers:
        return messages.WARNING, f"{_('Das löst die Frage noch nicht.')} {result.why}".strip()
    return messages.SUCCESS, _("Ihre Antwort ist gemerkt. Etwas anderes hält diese Zeilen noch zurück.")


def _settled(answer: pending.Answer, result: pending.Settled) -> str:
    counted = {"n": result.solved, "rows": grouped(result.solved)}
    text = str(ASIDE.get(answer.action, SETTLED) % counted)
    if result.waiting and answer.action not in ASIDE:
        waiting = ngettext("%(n)s wartet noch.", "%(n)s warten noch.", result.waiting)
        return f"{text} {waiting % {'n': grouped(result.waiting)}}"
    return text
