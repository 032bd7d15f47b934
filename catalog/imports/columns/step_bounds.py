"""Step columns whose headers say less than a bound: `bis 9 | bis 49 | ab 50`, and `einzeln | ab 10 | ab 50`."""

from __future__ import annotations

import re
from itertools import pairwise

from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.fields import Guess
from catalog.imports.language.price_words import PriceHeader
from catalog.imports.language.words import key_of
from catalog.units import unit_of

SINGLE = """
    einzeln einzel einzelstueck einzelabnahme einzelmenge single 1stueck 1stk 1st abstueck normal stueck stk
    jestueck jestk jest prostueck prostk"""
COUNTED = re.compile(r"(?:ab|von|from)\s+[^\W\d]", re.I)  # `ab Menge 2`, not `ab 2 Stück`
FOR_ONE = set(SINGLE.split())
ONE_OF = re.compile(r"(?:1|je|pro|per)\s*([a-zäöü]+\.?)", re.I)
BOUND_UNIT = re.compile(
    r"(?:\b(?:ab|from|von|bis)|>=?|≥)\s*(?:zu\s+)?(?:\d+\s*(?:-|–|bis)\s*)?\d+\s*\+?\s*([a-zäöü]+)", re.I
)


def bounds_of_series(candidates: list[Candidate]) -> None:
    """`ab Menge 2 | Preis 2`: no price from 2 on, but how many there must be for the second one."""
    for one, other in pairwise(candidates):
        for bound, price in ((one, other), (other, one)):
            counted = COUNTED.match(bound.header) and price.series == bound.bound > price.bound
            whole = bound.profile.numeric > 0.9 and not bound.profile.decimals
            if counted and whole and bound.field == price.field == "price":
                bound.guess = Guess("step_bound", bound.confidence, "header", index=bound.bound)
                bound.become("step_bound")
                bound.bound, bound.tax = 0, None


def bounds_of_ends(prices: list[Candidate]) -> tuple[str, ...]:
    """`bis 9` is from 1 on, `bis 49` from 10 on; a question where the next `ab` leaves a gap or overlaps."""
    ends = sorted((one for one in prices if one.price.until and not one.bound), key=lambda one: one.price.until)
    starts = [one.bound for one in prices if one.bound]
    least = 1
    for one in ends:
        one.bound, least = least, one.price.until + 1
    return ("price_column_unclear",) if ends and starts and min(starts) != least else ()


def _for_one_of(header: str, bounded: list[Candidate]) -> Guess | None:
    """`1 Karton` and `pro Karton` left of `ab 5 Karton`: a price for one of what the bounds count."""
    one = ONE_OF.fullmatch(header.strip())
    unit = unit_of(one[1]) if one else None
    if one is None or unit is None or any(unit_of(unit_of_bound(bound.header)) != unit for bound in bounded):
        return None
    return Guess("price", 0.95, "header", price=PriceHeader("price", unit=one[1]))


def unit_of_bound(header: str) -> str:
    """VE in `ab 5 VE`; "" where the bound names no unit."""
    match = BOUND_UNIT.search(header)
    return match[1] if match and unit_of(match[1]) else ""


def price_of_one(candidates: list[Candidate], bounded: list[Candidate]) -> tuple[Candidate | None, tuple[str, ...]]:
    """The column for a single piece left of `ab 10`; with a question where only its amounts speak for it.

    Right of the steps it must be called so: `ab 50 | ab 10 | einzeln`.
    """
    places = [one.index for one in bounded]
    beside = [
        one
        for one in candidates
        if one.index in (min(places) - 1, max(places) + 1) and not one.field and one.filled and "%" not in one.header
    ]
    beside = [one for one in beside if one.index < min(places) or key_of(one.header) in FOR_ONE]
    if not beside or min(one.bound for one in bounded) <= 1:
        return None, ()
    column = max(beside, key=lambda one: key_of(one.header) in FOR_ONE)
    if column.profile.money < 0.9:
        return None, ()
    said = _for_one_of(column.header, bounded)
    if said or key_of(column.header) in FOR_ONE:
        column.guess = said or column.guess
        return column, ()
    return (column, ("price_column_unclear",)) if column.profile.decimals > 0.2 else (None, ())
