"""Per cents off from a quantity on: `ab 10 (%)`, or `ab 10` over 5 %. They are no prices, and are left out."""

from __future__ import annotations

from catalog.imports.columns.candidates import Candidate

FEWEST = 3  # rows that show whether the amounts follow the price


def leave_out_discounts(prices: list[Candidate]) -> list[Candidate]:
    """The prices without the steps whose amounts are per cents: written so, or the same ones whatever the price."""
    plain = next((one for one in prices if not one.bound), None)
    for one in prices:
        if one.bound and (_are_written_so(one) or plain and _ignore_the_price(one, plain)):
            one.become("step_discount", 0.8, "values")
    return [one for one in prices if one.field != "step_discount"]


def _are_written_so(step: Candidate) -> bool:
    return step.profile.share(lambda cell, text: text.endswith("%")) > 0.5


def _ignore_the_price(step: Candidate, price: Candidate) -> bool:
    rows = len(step.profile.texts)
    return rows >= FEWEST and step.profile.distinct <= rows // FEWEST < price.profile.distinct
