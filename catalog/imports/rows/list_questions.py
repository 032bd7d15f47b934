"""What must be asked of a whole list before its prices may be believed: rule → the words of the list that raise it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.imports.columns import dealer_prices
from catalog.imports.language.audience import SELLING, SOURCES
from catalog.imports.language.words import key_of

if TYPE_CHECKING:
    from catalog.imports.columns.plan import Plan
    from catalog.imports.rows.checking import Checker


def open_questions(checker: Checker) -> dict[str, str]:
    """Those not answered yet for this header line and these words; "" where the row's own cell is asked about."""
    plan = checker.plan
    asked = {rule: "" for rule in plan.asked(checker.formats.uncomputed) if not checker.answered(rule)}
    if column := plan.perhaps_dealers:
        asked[dealer_prices.QUESTION] = column.header
    said = {} if plan.own_export else _said_around(checker)
    return asked | {rule: words for rule, words in said.items() if not checker.answered(rule, words)}


def _said_around(checker: Checker) -> dict[str, str]:
    """Words around the list by which its prices are exempt from VAT, or more or less than they look, or for others."""
    said, plan, statement = checker.survey.said, checker.plan, checker.statement
    fields = {column.field for column in plan.columns}
    answer = checker.answered(dealer_prices.QUESTION)
    found = {}
    if said.no_tax and not statement.small_business and statement.vat != 0:
        found["small_business"] = said.no_tax
    if said.for_buying and "purchase_price" not in fields and answer != dealer_prices.DEALERS:
        found["not_for_trade"] = said.for_buying
    elif bought := _bought(plan):
        found["not_for_trade"] = bought
    if said.for_consumers and not plan.column("rrp"):
        found["not_for_trade"] = said.for_consumers
    plainly = {
        "one_customer": "" if plan.agreed else said.for_one,  # a price list for a customer may say so
        "discount_open": "" if plan.column("list_price") else said.discount,
        "deposit_within": said.with_deposit,
    }
    found |= {rule: words for rule, words in plainly.items() if words}
    on_top = (column.header for column in plan.columns if column.field == "surcharge" and column.filled)
    if surcharge := said.surcharge or next(on_top, ""):
        found["surcharge_open"] = surcharge
    return found


def _bought(plan: Plan) -> str:
    """`Rohstoff | Lieferant | Preis/kg`: from whom each article comes stands in lists of what a house buys."""
    source = next((one for one in plan.columns if one.filled and key_of(one.header) in SOURCES), None)
    names, price = plan.column("name"), plan.column("price")
    if source is None or names is None or price is None or SELLING.search(price.header):
        return ""
    return " | ".join((names.header, source.header, price.header))
