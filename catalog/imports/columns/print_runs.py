"""Printers often ask a price for the whole run, whatever unit the list names: `Auflage 500`, 49,00 for `100 Stück`."""

from __future__ import annotations

from catalog.imports.columns.plan import Plan
from catalog.imports.columns.size_columns import counts_pieces, size_in, sizes_of
from catalog.imports.language.words import key_of

RUNS = {"auflage", "auflagen", "auflagenhoehe", "druckauflage", "printrun"}


def columns_of(plan: Plan) -> list[int]:
    """Columns that say how many are printed, or how many at least."""
    minimum = plan.index("minimum")
    found = [index for label, index in plan.attributes if key_of(label) in RUNS]
    return found + ([minimum] if minimum >= 0 and "auflage" in key_of(plan.headers[minimum]) else [])


def is_price_of(plan: Plan) -> bool:
    """A person has taken `100 Stück` for the price column, which alone does not say whether each or all cost that."""
    column = plan.column("price")
    size = size_in(column.header) if column and not sizes_of(plan) else ""
    return counts_pieces(size) and size[:2] != "1 "
