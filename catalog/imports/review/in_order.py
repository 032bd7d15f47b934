"""Rows that the next commit writes, to be looked through before: each as the shop will show it."""

from django.db.models import Q, QuerySet

from catalog.models import ImportRun, Outcome, StagedRow

WRITTEN = (Outcome.CREATED, Outcome.UPDATED)


def in_order(run: ImportRun, *, outcome: str = "", text: str = "") -> QuerySet[StagedRow]:
    """In the order of the file; narrowed to new or changed ones, and to a word of number, name or group."""
    found = run.staged.filter(outcome__in=[outcome] if outcome in WRITTEN else WRITTEN).order_by("number")
    if text:
        found = found.filter(Q(article_number__icontains=text) | Q(name__icontains=text) | Q(category__icontains=text))
    return found
