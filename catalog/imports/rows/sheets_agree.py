"""May several sheets be one list? Only if every row means what it would mean if its sheet were read alone.

What one sheet says or shows of its prices (`je 100 Stück`, deposits of crates) would else be taken for those of another
without a word. Only the first sheet may speak for the book, as in `Alle Preise netto` at its head.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from catalog.imports.columns.drafts import Draft
from catalog.imports.columns.several_sheets import two_tables
from catalog.imports.rows.checking import Checker
from tabular import Table

# found by comparing rows with each other, or with those of the last import
OF_NEIGHBOURS = {
    *("price_outlier", "price_beside", "price_jump", "agreed_far"),
    *("number_double", "number_two_spellings", "name_double"),
}
SAID_FIRST = {"net_or_gross"}  # what other sheets may leave to the first one
STATED = (
    *("price", "price_quantity", "unit", "gross", "vat_rate", "steps", "content", "content_unit", "deposit"),
    *("valid_from", "valid_to"),
)


class Judged(NamedTuple):
    """What a row states if nothing holds it back, and what does."""

    stated: list[Any]
    held: set[str]


def ask_if_sheets_differ(checker: Checker) -> None:
    """Raises tabular.Unreadable (two_tables) where a person must say which sheet is meant."""
    first, *others = checker.table.parts
    if not others:
        return
    together = {(draft.rows[0], draft.view): _judged(draft) for draft in _articles(checker)}
    spoken: set[str] = set()
    for part in (first, *others):
        alone = {(draft.rows[0] + part.shift, draft.view): _judged(draft) for draft in _articles(_alone(checker, part))}
        left = SAID_FIRST if part is not first else set()
        if not all(_agree(own, together.pop(place, own), spoken, left) for place, own in alone.items()):
            raise two_tables([first, *others])
        if part is first:
            spoken = set().union(*(one.held for one in alone.values()))
    if together:
        raise two_tables([first, *others])


def _agree(alone: Judged, together: Judged, spoken: set[str], left: set[str]) -> bool:
    """Whether the other sheets change nothing but what the first one has `spoken` or this one has `left` to it."""
    if together.held - alone.held - OF_NEIGHBOURS - spoken or alone.held - together.held - OF_NEIGHBOURS - left:
        return False
    return bool(alone.held or together.held) or alone.stated == together.stated


def _alone(checker: Checker, part: Table) -> Checker:
    reading = replace(checker.reading, table=replace(part, shift=0), plan=checker.plan)
    return Checker(reading, checker.statement, memory=checker.memory)


def _articles(checker: Checker) -> Iterator[Draft]:
    return (draft for draft in checker.drafts() if draft.outcome != "skipped")


def _judged(draft: Draft) -> Judged:
    held = {finding.rule for finding in draft.findings if finding.severity in ("held_back", "refused")}
    return Judged([getattr(draft, name) for name in STATED], held)
