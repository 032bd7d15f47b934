"""What stands right of the list on the same sheet and holds none of its articles."""

from __future__ import annotations

from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.corrections import has
from catalog.imports.columns.plan import DROPPED, UNUSED
from catalog.imports.columns.side_by_side import second_list
from tabular import Table


def leave_second_list(drafts: list[Candidate], table: Table) -> tuple[str, ...]:
    """What stands right of the list under headers of its own is none of its articles; a person parts the two."""
    start = second_list(table)
    for one in drafts[start:] if start > 0 else ():
        one.guess = None
        one.become("internal", 0.7, "header")
    return ("list_beside",) if start > 0 else ()


def leave_side_tables(drafts: list[Candidate]) -> None:
    """Right of an empty column: delivery days or areas, whose rows have nothing to do with the articles beside them."""
    for gap in drafts:
        left, right = drafts[: gap.index], drafts[gap.index + 1 :]
        listed = has(left, "name") and (has(left, "price") or has(left, "price_gross"))
        if gap.header or gap.filled or not listed or any(one.field not in ("", *UNUSED) for one in right):
            continue
        for one in right:
            if one.field not in DROPPED:
                one.become("ignored", 0.7, "values")
        return
