"""Which column means what, with samples from the file; units and groups in the supplier's own words beside it."""

from collections import Counter
from collections.abc import Container, Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.db.models import Count
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.actor import needs
from catalog.figures import as_read
from catalog.forms import category_choices, unit_choices
from catalog.imports import service
from catalog.imports.cells.packaging import parse_pack
from catalog.imports.columns.drafts import Figures
from catalog.imports.columns.memory import Memory
from catalog.imports.review import labels
from catalog.imports.runs import dryrun
from catalog.models import Category, ImportMemory, ImportRun
from catalog.units import UNITS
from catalog.views.import_progress import STEPS, find_run, go_on, unless_closed
from tabular import Unreadable, letter, text_of

SAMPLES = 3
LOOKED_AT = 12  # rows, for samples that differ
NEEDED = ("name", "price")  # without them a file may be no list any more
MOST = 60  # words: a column with more of them holds no units


@dataclass
class Word:
    """A unit or a group in the supplier's words, the code of what it means to us, and how many rows have it."""

    text: str
    code: str
    count: int


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
    memory = _memory(run)
    try:
        reading = dryrun.open_file(run, memory)
    except (Unreadable, FileNotFoundError, ValueError):
        messages.error(request, _("Die Datei lässt sich nicht mehr lesen."))
        return redirect("catalog:import", reference)
    said, objections = _said(request, reading), {}
    if request.method == "POST":
        objections = _objections(request, run, reading, said)
        if not objections:
            return _save(request, run, reading, said)
    context = {
        "run": run,
        "steps": STEPS,
        "columns": _columns(reading, said),
        "objections": objections,
        "own_units": _units(reading, memory),
        "unit_choices": unit_choices(),
        "groups": [] if run.price_list else _groups(run),
        "category_choices": category_choices(),
    }
    return render(request, "catalog/imports/columns.html", context)


def _meant(reading) -> dict[str, str]:
    return {column.letter: column.field for column in reading.plan.columns}


def _said(request, reading) -> dict[str, str]:
    """What each column means, as the form says where one was sent."""
    return {where: request.POST.get(f"column_{where}", field) for where, field in _meant(reading).items()}


def _objections(request, run: ImportRun, reading, said: dict[str, str]) -> dict:
    """Why nothing is saved: one meaning for two columns, a list that loses its numbers, or is none any more."""
    meant, headers = _meant(reading), {column.letter: column.header for column in reading.plan.columns}
    twice = [
        {"meaning": labels.label_of(field), "columns": [(where, headers[where]) for where in letters]}
        for field, letters in labels.twice(said, meant).items()
    ]
    lost = "article_number" in meant.values() and "article_number" not in said.values()
    asked = lost and not request.POST.get("numberless")
    numbered = asked and run.supplier.listings.filter(number_is_ours=False).exists()
    needed = [name for name in NEEDED if name in meant.values() and name not in said.values()]
    unreadable = bool(needed) and not dryrun.still_reads(run, _memory(run), said)
    if not twice and not numbered and not unreadable:
        return {}
    return {"twice": twice, "numberless": numbered, "unreadable": unreadable}


def _save(request, run: ImportRun, reading, said: dict[str, str]):
    meant = _meant(reading)
    groups = _changed(request, "group", "category", _groups(run), set(Category.objects.values_list("code", flat=True)))
    own_units = _changed(request, "unit", "unit_code", _units(reading, _memory(run)), UNITS)
    if groups or own_units:
        service.explain(run, units=own_units, categories=groups)
    asked = reading.plan.questions  # saying that the proposed price is the price answers them
    changed = {where: field for where, field in said.items() if field != meant[where] or asked and field == "price"}
    service.assign_columns(run, changed)
    go_on(run, by=request.actor)
    messages.success(request, _("Die Spalten sind gemerkt, auch für Ihre nächste Liste mit dieser Kopfzeile."))
    return redirect("catalog:import", run.reference)


def _changed(request, text: str, code: str, known: list[Word], codes: Container[str]) -> dict[str, str]:
    """What was said of words that the file has, where it is another meaning than before."""
    before = {word.text: word.code for word in known}
    said = zip(request.POST.getlist(text), request.POST.getlist(code), strict=False)
    return {word: meant for word, meant in said if word in before and meant in codes and meant != before[word]}


def _memory(run: ImportRun) -> ImportMemory:
    memory, _created = ImportMemory.objects.get_or_create(supplier=run.supplier)
    return memory


def _columns(reading, said: dict[str, str]) -> list[ColumnRow]:
    samples = reading.sample(LOOKED_AT)
    return [
        ColumnRow(
            column.letter,
            column.header or _("Spalte %(letter)s") % {"letter": letter(column.index)},
            "" if said[column.letter] == "ignored" else said[column.letter],
            column.confidence >= 0.8,
            _different(texts[column.index] for _row, texts in samples if column.index < len(texts)),
        )
        for column in reading.plan.columns
    ]


def _different(texts: Iterable[str]) -> list[str]:
    """The first of them that say something else each."""
    found = [text for text in dict.fromkeys(texts) if text][:SAMPLES]
    return [as_read(text) if isinstance(text, Figures) else text for text in found]


def _units(reading, memory: ImportMemory) -> list[Word]:
    """The words of the unit column, those that nobody knows first."""
    index = reading.plan.index("unit")
    if index < 0:
        return []
    said = {_folded(text): code for text, code in Memory.from_json(memory.reading).units.items()}
    texts = Counter(text_of(cells[index]) for _row, cells in reading.table.rows() if index < len(cells))
    del texts[""]
    words = [Word(text, said.get(_folded(text)) or _unit_of(text), count) for text, count in texts.most_common(MOST)]
    return sorted(words, key=lambda word: bool(word.code))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _unit_of(text: str) -> str:
    pack = parse_pack(text)
    return pack.unit if pack else ""


def _groups(run: ImportRun) -> list[Word]:
    codes = dict(Category.objects.values_list("category_id", "code"))
    found = run.staged.exclude(category="").values_list("category", "category_id").annotate(Count("number"))
    return [Word(text, codes.get(category, ""), count) for text, category, count in found.order_by("category")]
