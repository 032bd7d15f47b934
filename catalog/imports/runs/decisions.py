"""A person's answers to what was held back: take the proposal, write another value, leave the row out.

A run keeps them by first row: {"set": {"F57": "0,49"}, "accept": [rules], "leave": true, "numbers": [entries that were
meant]}. A value goes into the cell before the row is checked again, so that it passes the same gate as any other.
"""

from collections.abc import Iterable

from catalog.imports.columns.drafts import LONGEST_RAW, Figures
from catalog.imports.rows.rules import SEVERITY
from tabular import position, text_of

HOLDING = ("held_back", "refused")
LEFT_OUT = "left_out"  # why a row is refused, and how heavy is what would have held it back
AGAINST_NEIGHBOURS = "price_outlier"
DOUBLE = "number_double"
WITHOUT_PRICE = ("price_on_request", "price_missing")


def decision_for(decisions: dict[str, dict], number: int, entry) -> dict | None:
    """What was decided for this entry; of a row that holds several articles, only for those that were meant."""
    decision = decisions.get(str(entry.rows[0]))
    if decision and entry.view and number not in decision.get("numbers", ()):
        return {"set": decision.get("set", {})}
    return decision


def with_accepted(decision: dict | None, rules: Iterable[str]) -> dict:
    """The decision, with a yes to these rules as well."""
    return (decision or {}) | {"accept": [*(decision or {}).get("accept", ()), *rules]}


def apply(decision: dict | None, checker, entry):
    """The draft of an entry, as the answers make it."""
    if not decision:
        return checker.draft(entry)
    written = {cell: (text, _write(entry, cell, text)) for cell, text in decision.get("set", {}).items()}
    draft = checker.draft(entry)
    for finding in draft.findings:
        text, in_file = written.get(f"{finding.column}{entry.rows[0]}", ("", None))
        finding.in_file = in_file if finding.raw == text_of(text)[:LONGEST_RAW] else None
    if decision.get("leave"):
        draft.outcome, draft.reason = "refused", LEFT_OUT
        for finding in draft.findings:
            finding.severity = LEFT_OUT if finding.severity in HOLDING else finding.severity
        return draft
    accepted = set(decision.get("accept", ()))
    is_known = (draft.key or "") in checker.last  # far from its last price it would be a jump
    for finding in draft.findings:
        by_hand = is_known and finding.rule == AGAINST_NEIGHBOURS and finding.in_file is not None
        if (by_hand or finding.rule in accepted) and finding.severity in HOLDING:
            finding.severity = "info"
    if draft.outcome in HOLDING and not any(finding.severity in HOLDING for finding in draft.findings):
        draft.outcome = "ok"
    return draft


def is_answered(finding) -> bool:
    """A yes to what would hold the row back; which of several rows holds is asked again with the others."""
    return finding.severity == "info" and SEVERITY[finding.rule] in HOLDING and finding.rule != DOUBLE


def the_right_one(run, numbers: Iterable[int]) -> dict[str, dict]:
    """Of rows that state one number differently the one chosen is right, the others stay out; of two chosen, none."""
    doubles = dict(run.findings.filter(rule=DOUBLE).values_list("number", "raw"))
    staged = run.staged.filter(number__in=doubles).values_list("number", "rows")
    rows = {number: str(first) for number, (first, *_) in staged}
    alike: dict[str, list[int]] = {}
    for number in rows:
        alike.setdefault(doubles[number].strip().casefold(), []).append(number)
    answers: dict[str, dict] = {}
    for twins in alike.values():
        chosen = [number for number in twins if number in numbers]
        if len(chosen) == 1 and len({rows[number] for number in twins}) == len(twins):
            answers |= {rows[number]: {"leave": True, "numbers": [number]} for number in twins}
            answers[rows[chosen[0]]] = {"accept": [DOUBLE], "numbers": chosen}
    return answers


def _write(entry, cell: str, text: str) -> str | None:
    """Write the text into the cell; returns what the file says there, None where there is no such cell."""
    letters = cell.rstrip("0123456789")
    index, row = position(letters), int(cell[len(letters) :])
    if row not in entry.rows:
        return None
    if entry.view and (index := entry.view.index(index)) < 0:
        return None
    cells = entry.cells[entry.rows.index(row)]
    cells.extend([""] * (index + 1 - len(cells)))
    before, cells[index] = cells[index], text
    said = text_of(before)[:LONGEST_RAW]
    return Figures(said) if isinstance(before, float) else said
