"""Quantity steps: from columns, from rows, from a text, from our own export."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from catalog.imports.cells.numbers import DecimalSign, parse_number, plain, tidy
from catalog.imports.cells.values import quantity_of

Step = tuple[Decimal, Decimal]
MOST = 10**9
OWN_STEP = re.compile(r"ab (\d+(?:,\d+)?): (\d+(?:,\d+)?)(?: €)?")
IN_TEXT = re.compile(
    r"(?:\b(?:ab|from)\b|>=?|≥)\s*(\d{1,3}(?:\.\d{3})+|\d+)(?!\d)\s*([a-zäöüß²³]{1,15})?\.?\s*"
    r"(?:\b(?:je|zu)\b)?\s*[:=\-–>à ]*\s*"
    r"(\d[\d.,]*)(?![\d.,]*\s*%)\s*(?:€|eur)?",
    re.I,
)
FALLS_FAR = 8  # times cheaper than fewer of them: a slip of ten
AMOUNT = r"(?:€\s*)?(\d+(?:[.,]\d{3})*(?:[.,]\d{1,2})?)(?![\d.,]*\d)\s*(?:€|eur\b)?"
BARE = re.compile(AMOUNT, re.I)
IN_PRICE = re.compile(
    r"\s*[/;|,(]?\s*(?:(?:ab|von|from|>=?|≥)\s*(\d{1,6})|(?:bis|<=?|≤)\s*(?:zu\s+)?(\d{1,6})|(\d{1,6})\s*(?:(?:-|bis)\s*(\d{1,6})|\+))"
    rf"\s*(?:st(?:ü|ue)ck|stk\.?|st\.?)?\s*(?:[:=]|\bà|\bje\b)\s*{AMOUNT}",
    re.I,
)
PIECES = re.compile(r"\d\+?\s*st", re.I)


def steps_in_price(text: str, column: DecimalSign) -> list[Step]:
    """`1-9: 14,80 / ab 10: 12,90` in a cell of prices: each amount from how many on; nothing where one is open."""
    text = tidy(text).rstrip(") ")
    first = BARE.match(text)
    found: list[tuple[int, str]] = [(1, first[1])] if first and not IN_PRICE.match(text) else []
    at, next_one = first.end() if found and first else 0, 0
    while at < len(text):
        match = IN_PRICE.match(text, at)
        if match is None:
            return []
        start, until, single, end, amount = match.groups()
        bound = int(start or single or next_one or 1)
        if next_one and bound != next_one or found and bound <= found[-1][0]:
            return []
        last = until or end
        next_one = int(last) + 1 if last else 0
        found.append((bound, amount))
        at = match.end()
    values = [parse_number(amount, column)[0] for _, amount in found]
    if len(found) < 2 or None in values:
        return []
    return [(Decimal(bound), value) for (bound, _), value in zip(found, values, strict=True) if value is not None]


def steps_in_text(text: str, column: DecimalSign) -> tuple[list[tuple[Step, str]], str | None]:
    """`ab 10: 4,50 €; ab 50 Bd. 4,20 €`, each with the word of its unit; nothing where a number is left over."""
    found: list[tuple[Step, str]] = []
    for bound, word, amount in IN_TEXT.findall(tidy(text)):
        value, rule = parse_number(amount.rstrip(".,"), column)
        if value is None:
            return [], rule
        found.append(((Decimal(bound.replace(".", "")), value), word))
    read = found and not any(map(str.isdigit, IN_TEXT.sub("", tidy(text))))
    return (found, None) if read else ([], "step_unreadable")


def steps_in_json(text: str) -> tuple[list[Step], str | None]:
    """Our own export: [["10", "4.50"], ...] or [{"bound": ..., "price": ...}, ...], net for one unit."""
    try:
        items = json.loads(text)
        pairs = [(item["bound"], item["price"]) if isinstance(item, dict) else (item[0], item[1]) for item in items]
        return _sold([(Decimal(str(bound)), Decimal(str(price))) for bound, price in pairs])
    except (ValueError, KeyError, IndexError, TypeError, InvalidOperation):
        return [], "step_unreadable"


def words_of_steps(steps: Iterable[Step]) -> str:
    """`ab 10: 4,5; ab 50: 4,2`, as our own export says it to people; `steps_in_words` reads it."""
    return "; ".join(f"ab {plain(bound)}: {plain(price)}".replace(".", ",") for bound, price in steps)


def steps_in_words(text: str) -> tuple[list[Step], str | None]:
    found = [OWN_STEP.fullmatch(part.strip()) for part in text.split(";")]
    if not all(found):
        return [], "step_unreadable"
    return _sold([(_comma(match[1]), _comma(match[2])) for match in found if match])


def _sold(steps: list[Step]) -> tuple[list[Step], str | None]:
    """Steps in numbers that somebody may sell by; `NaN` and 1e400 are none."""
    if all(number.is_finite() and 0 <= number < MOST for step in steps for number in step):
        return steps, None
    return [], "step_unreadable"


def _comma(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def check_steps(
    steps: list[Step], price: Decimal, minimum: Decimal | None, *, least: Decimal = Decimal(1)
) -> tuple[list[Step], list[str]]:
    """Sorted steps above `least` units, and what is odd about them (step_duplicate holds the row back)."""
    rules = []
    kept: dict[Decimal, Decimal] = {}
    for bound, amount in steps:
        if bound in kept and kept[bound] != amount:
            rules.append("step_duplicate")
        kept[bound] = amount
    ordered = sorted(kept.items())
    if [bound for bound, _ in ordered] != [bound for bound, _ in steps]:
        rules.append("step_unsorted")
    if any(bound <= least and amount != price for bound, amount in ordered):
        rules.append("step_duplicate")
    above = [(bound, amount) for bound, amount in ordered if bound > least]
    if minimum and any(bound < minimum for bound, _ in above):
        rules.append("step_below_minimum")
    amounts = [price, *(amount for _, amount in above)]
    if any(later > earlier for earlier, later in pairwise(amounts)):
        rules.append("step_rises")
    if any(later * FALLS_FAR < earlier for earlier, later in pairwise(amounts)):
        rules.append("step_falls_far")
    return above, rules


def in_order(rows: list[tuple[int, list[Any]]], bound: int, named: int) -> list[tuple[int, list[Any]]]:
    """Rows of one article by the quantity from which their prices hold, where each of them says all of it."""
    if bound < 0 or len(rows) < 2:
        return rows
    said = [cells[bound] if max(bound, named) < len(cells) and cells[named] != "" else "" for _, cells in rows]
    bounds = [value for cell in said if cell != "" and (value := quantity_of(cell, DecimalSign())[0]) is not None]
    if len(bounds) < len(rows):
        return rows
    return [rows[at] for at in sorted(range(len(rows)), key=bounds.__getitem__)]
