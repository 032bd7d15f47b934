"""Which column means what, with samples from the file; units and groups in the supplier's own words beside it."""

from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.actor import needs
from catalog.forms import category_choices
from catalog.imports import dryrun, labels, service
from catalog.models import Category, ImportMemory, ImportRun
from catalog.views.import_progress import STEPS, find_run, go_on, unless_closed
from tabular import Unreadable, letter

SAMPLES = 3


@dataclass
class ColumnRow:
    """A column as the page shows it."""

    letter: str
    header: str
    field: str
    sure: bool
    samples: list[str]

    @property
    def choices(self) -> list[tuple[str, str]]:
        return labels.choices(self.field, self.header)


@needs("catalog.edit")
@unless_closed
def import_columns(request, reference):
    run = find_run(request, reference)
    memory, _created = ImportMemory.objects.get_or_create(supplier=run.supplier)
    try:
        reading = dryrun.open_file(run, memory)
    except (Unreadable, FileNotFoundError, ValueError):
        messages.error(request, _("Die Datei lässt sich nicht mehr lesen."))
        return redirect("catalog:import", reference)
    if request.method == "POST":
        return _save(request, run, reading)
    context = {
        "run": run,
        "steps": STEPS,
        "columns": _columns(reading),
        "groups": _groups(run),
        "category_choices": category_choices(),
    }
    return render(request, "catalog/imports/columns.html", context)


def _save(request, run: ImportRun, reading):
    meant = {column.letter: column.field for column in reading.plan.columns}
    said = {where: request.POST.get(f"column_{where}", field) for where, field in meant.items()}
    known = {group.text: group.code for group in _groups(run)}
    answers = zip(request.POST.getlist("group"), request.POST.getlist("category"), strict=False)
    codes = set(Category.objects.values_list("code", flat=True))
    groups = {text: code for text, code in answers if text in known and code in codes and code != known[text]}
    if groups:
        service.explain(run, categories=groups)
    asked = reading.plan.questions  # saying that the proposed price is the price answers them
    changed = {where: field for where, field in said.items() if field != meant[where] or asked and field == "price"}
    service.assign_columns(run, changed)
    go_on(run, by=request.actor)
    messages.success(request, _("Die Spalten sind gemerkt, auch für Ihre nächste Liste mit dieser Kopfzeile."))
    return redirect("catalog:import", run.reference)


def _columns(reading) -> list[ColumnRow]:
    samples = reading.sample(SAMPLES)
    return [
        ColumnRow(
            column.letter,
            column.header or _("Spalte %(letter)s") % {"letter": letter(column.index)},
            "" if column.field == "ignored" else column.field,
            column.confidence >= 0.8,
            [texts[column.index] for row, texts in samples if column.index < len(texts) and texts[column.index]],
        )
        for column in reading.plan.columns
    ]


@dataclass
class Group:
    """A group name from the file, the category that it leads to, and how many articles carry it."""

    text: str
    code: str
    count: int


def _groups(run: ImportRun) -> list[Group]:
    codes = dict(Category.objects.values_list("category_id", "code"))
    found = run.staged.exclude(category="").values_list("category", "category_id").annotate(Count("number"))
    return [Group(text, codes.get(category, ""), count) for text, category, count in found.order_by("category")]
