"""Old article and new row side by side: is it the same one? Answered one by one or for all alike."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.actor import needs
from catalog.imports import service
from catalog.imports.review import beside
from catalog.imports.runs.identity import open_doubts
from catalog.models import ImportRun
from catalog.views.import_answers import tell
from catalog.views.import_progress import STEPS, find_run, go_on, unless_closed

PER_PAGE = 20


@needs("catalog.view")
@unless_closed
def import_identity(request, reference):
    """Pages are turned within the form, so that what is chosen goes along and nothing is said before it is sent."""
    run = find_run(request, reference)
    if request.method == "POST" and "page" not in request.POST:
        return _settle(request, run)
    kinds, rule = beside.kinds(run), request.GET.get("rule", "")
    if run.status in ImportRun.UNDER_WAY or not kinds:
        return redirect("catalog:import", reference)
    page = Paginator(open_doubts(run, rule), PER_PAGE).get_page(request.POST.get("page"))
    chosen = {name: answer for name, answer in request.POST.items() if name.startswith("row-")}
    pairs = beside.pairs(run, page.object_list, chosen)
    context = {
        "run": run,
        "steps": STEPS,
        "kinds": kinds,
        "rule": rule,
        "all": sum(kind.count for kind in kinds),
        "page": page,
        "pairs": pairs,
        "elsewhere": {name: chosen[name] for name in chosen.keys() - {pair.name for pair in pairs}},
        "may_edit": request.actor.may("catalog.edit"),
    }
    return render(request, "catalog/imports/identity.html", context)


@needs("catalog.edit")
def _settle(request, run: ImportRun):
    same, new = _answers(request.POST, run)
    if same or new:
        answer = service.settle_with_way_back(run, same=same, new=new)
        tell(request, go_on(run, by=request.actor), answer)
    else:
        messages.warning(request, _("Bitte wählen Sie zuerst eine Antwort."))
    return redirect("catalog:import-identity", run.reference)


def _answers(said, run: ImportRun) -> tuple[list[int], list[int]]:
    """Numbers of the rows that are known articles, and of those that are new ones."""
    for name in ("all_same", "all_new"):
        if rule := said.get(name):
            sure = open_doubts(run, rule).filter(rule=rule, params__sure=True)
            numbers = list(sure.values_list("number", flat=True))
            return (numbers, []) if name == "all_same" else ([], numbers)
    answers = {number: said.get(f"row-{number}") for number in open_doubts(run).values_list("number", flat=True)}
    same, new = ([number for number, answer in answers.items() if answer == word] for word in ("same", "new"))
    return same, new
