"""Quantity steps: from columns, from rows, from a text, from our own export."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation

from catalog.imports.numbers import DecimalSign, parse_number, tidy

Step = tuple[Decimal, Decimal]
IN_TEXT = re.compile(
    r"(?:ab|from|>=?|≥)\s*(\d+)\s*(?:st(?:ü|ue)?c?k?\.?|x|kg|pcs)?\s*[:=\-–>à ]*\s*([\d.,]+)\s*(?:€|eur)?", re.I
)


def steps_in_text(text: str, column: DecimalSign) -> tuple[list[Step], str | None]:
    """`ab 10: 4,50 €; ab 50: 4,20 €`."""
    found: list[Step] = []
    for bound, amount in IN_TEXT.findall(tidy(text)):
        value, rule = parse_number(amount.rstrip(".,"), column)
        if value is None:
            return [], rule
        found.append((Decimal(bound), value))
    return found, None if found else "step_unreadable"


def steps_in_json(text: str) -> tuple[list[Step], str | None]:
    """Our own export: [["10", "4.50"], ...] or [{"bound": ..., "price": ...}, ...], net for one unit."""
    try:
        items = json.loads(text)
        pairs = [(item["bound"], item["price"]) if isinstance(item, dict) else (item[0], item[1]) for item in items]
        return [(Decimal(str(bound)), Decimal(str(price))) for bound, price in pairs], None
    except (ValueError, KeyError, IndexError, TypeError, InvalidOperation):
        return [], "step_unreadable"


def check_steps(steps: list[Step], price: Decimal, minimum: Decimal | None) -> tuple[list[Step], list[str]]:
    """Sorted steps above one unit, and what is odd about them (step_duplicate holds the row back)."""
    rules = []
    kept: dict[Decimal, Decimal] = {}
    for bound, amount in steps:
        if bound in kept and kept[bound] != amount:
            rules.append("step_duplicate")
        kept[bound] = amount
    ordered = sorted(kept.items())
    if [bound for bound, _ in ordered] != [bound for bound, _ in steps]:
        rules.append("step_unsorted")
    if any(bound <= 1 and amount != price for bound, amount in ordered):
        rules.append("step_duplicate")
    above = [(bound, amount) for bound, amount in ordered if bound > 1]
    if minimum and any(bound < minimum for bound, _ in above):
        rules.append("step_below_minimum")
    amounts = [price, *(amount for _, amount in above)]
    if any(later > earlier for earlier, later in zip(amounts, amounts[1:], strict=False)):
        rules.append("step_rises")
    return above, rules
