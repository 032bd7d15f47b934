"""The way back from an answer: what it replaced, kept for an hour."""

from collections.abc import Iterator
from contextlib import contextmanager
from copy import deepcopy

from django.core.cache import cache

from accounts.models.organisation import new_token
from catalog.models import ImportMemory, ImportRun

SECONDS = 3600
FACTS = ("prices", "vat")  # of the run, that an answer may change


@contextmanager
def kept(run: ImportRun) -> Iterator[str]:
    """Within, a person answers; the token brings back what that replaces."""
    token, before = new_token(), _state(run)
    yield token
    cache.set(_key(run, token), _replaced(before, _state(run)), SECONDS)


def found(run: ImportRun, token: str) -> dict | None:
    return cache.get(_key(run, token))


def restore(run: ImportRun, replaced: dict) -> None:
    """What still is as the answer made it becomes again what it was."""
    for row, (was, became) in replaced["decisions"].items():
        if run.decisions.get(row) == became:
            run.decisions[row] = was or {}
    for name in FACTS:
        was, became = replaced[name]
        if getattr(run, name) == became:
            setattr(run, name, was)
    was, became = replaced["reading"]
    ImportMemory.objects.filter(supplier=run.supplier_id, reading=became).update(reading=was)


def _state(run: ImportRun) -> dict:
    memory = ImportMemory.objects.filter(supplier=run.supplier_id).first()
    facts = {name: getattr(run, name) for name in FACTS}
    return facts | {"decisions": deepcopy(run.decisions), "reading": memory.reading if memory else {}}


def _replaced(before: dict, after: dict) -> dict:
    rows = {
        row: (before["decisions"].get(row), decision)
        for row, decision in after["decisions"].items()
        if before["decisions"].get(row) != decision
    }
    return {name: (before[name], after[name]) for name in before} | {"decisions": rows}


def _key(run: ImportRun, token: str) -> str:
    return f"import-answer:{run.pk}:{token}"
