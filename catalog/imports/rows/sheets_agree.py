"""May several sheets be one list? Only if each says of its prices what the others say, and means alone the same.

What one sheet says or shows of its prices would else be taken for those of another, and nobody would see it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from catalog.imports.cells.values import legend_of
from catalog.imports.columns.drafts import Draft
from catalog.imports.columns.several_sheets import two_tables
from catalog.imports.rows.around import Around
from catalog.imports.rows.checking import Checker
from catalog.imports.rows.footnotes import footnotes_in
from catalog.imports.rows.price_texts import Said
from catalog.imports.rows.unit_letters import explained_in
from catalog.imports.rows.validity import end_said, start_said
from tabular import Table

# what a sheet may leave open alone: the first one's letterhead says it, and its neighbours may be others
LEFT_OPEN = {"net_or_gross", "price_outlier"}
STATED = ("price", "price_quantity", "unit", "gross", "vat_rate", "steps", "content", "content_unit", "deposit")


def ask_if_sheets_differ(checker: Checker) -> None:
    """Raises tabular.Unreadable (two_tables) where a person must say which sheet is meant."""
    parts = checker.table.parts
    if len(parts) > 1 and not (_say_the_same(checker) and _mean_the_same(checker)):
        raise two_tables(parts)


def _say_the_same(checker: Checker) -> bool:
    """The first sheet may speak for the others, but no other for the first.

    For how much prices are, what marks and letters mean, and the rate where no column has it, each must say itself.
    """
    rated = checker.plan.index("vat_rate") >= 0
    marked = any("*" in header for header in checker.table.headers)
    (each, of_book), *others = (_heard(one, marked=marked, rated=rated) for one in checker.survey.sheets)
    return all(
        own == each and all(word in (None, known) for word, known in zip(words, of_book, strict=True))
        for own, words in others
    )


def _heard(around: Around, *, marked: bool, rated: bool) -> tuple[list[object], list[object]]:
    """What each sheet must say itself, and what the first one may say for all; None where it says nothing."""
    texts = list(around.of_all)
    said = Said.by(texts, list(around.general), marked=marked)
    each: list[object] = [said.references, said.unknown, footnotes_in(texts), legend_of(texts), explained_in(texts)]
    holding = [said.no_tax, said.for_consumers, said.for_buying, said.discount, said.surcharge]
    of_book: list[object] = [said.tax, said.money, start_said(texts), end_said(texts), *map(bool, holding)]
    (of_book if rated else each).append(said.rates)
    return each, [word or None for word in of_book]


def _mean_the_same(checker: Checker) -> bool:
    """Whether every row that is in order has the same price if its sheet is read alone."""
    alone = {
        (draft.rows[0] + part.shift, draft.view): _stated(draft)
        for part in checker.table.parts
        for draft in _alone(checker, part).drafts()
        if draft.outcome != "skipped"
    }
    fine = (draft for draft in checker.drafts() if draft.outcome == "ok")
    return all(alone.get((draft.rows[0], draft.view)) in (_stated(draft), LEFT_OPEN) for draft in fine)


def _alone(checker: Checker, part: Table) -> Checker:
    reading = replace(checker.reading, table=replace(part, shift=0), plan=checker.plan)
    return Checker(reading, checker.statement, memory=checker.memory)


def _stated(draft: Draft) -> Any:
    """Its price, or why it has none: LEFT_OPEN where the other sheets may settle that."""
    if draft.outcome == "ok":
        return [getattr(draft, name) for name in STATED]
    rules = {finding.rule for finding in draft.findings if finding.severity in ("held_back", "refused")}
    return LEFT_OPEN if rules <= LEFT_OPEN else rules
