"""Columns that speak of tax row by row: a mark for net or gross, a column for each rate."""

from __future__ import annotations

import re

from catalog.imports.cells.state_words import UNCHECKED, yes_or_no
from catalog.imports.cells.values import rate_of
from catalog.imports.columns.candidates import Candidate
from catalog.imports.language.price_words import tax_words
from catalog.imports.language.words import key_of

NET, GROSS = {"netto", "n", "net", "exkl", "excl", "exklusive"}, {"brutto", "b", "gross", "inkl", "incl", "inklusive"}
PRICES = ("price", "price_gross", "list_price", "unclear_price", "step_price", "rrp")
NEVER = ("name", "name_2", "description", "article_number", "gtin", "unit", "category", "image")
NET_OR_GROSS = re.compile(r"netto\W*brutto|brutto\W*netto|\bn\s?/\s?b\b|\bb\s?/\s?n\b", re.I)
AMOUNT = re.compile(r"\d[.,]\d\d|\d,-|€")
NOTHING = re.compile(r"[-–—]?0*(?:[.,]0*)?\s*(?:€|eur|%)?\Z", re.I)


def tax_in_row(text: str, header_tax: str | None) -> str | None:
    """net or gross, by the cell's own word or as a yes or no to the header's (`Brutto`: ja); None for anything else."""
    word = key_of(text)
    if word in NET or word in GROSS:
        return "net" if word in NET else "gross"
    if not any(sign.isdigit() for sign in text) and (said := tax_words(text)):
        return said
    answer = yes_or_no(text) if text else None
    if answer is None or header_tax is None:
        return None
    return header_tax if answer else "gross" if header_tax == "net" else "net"


def is_marked(text: str) -> bool:
    """Whether something stands in a rate's column: a cross, an amount; no zero and no dash."""
    return not (NOTHING.match(text) or text in UNCHECKED or yes_or_no(text) is False)


def settle_taxes(drafts: list[Candidate]) -> None:
    """Find the columns that say net or gross, and those named after a rate, before prices are told apart."""
    for draft in drafts:
        if draft.filled and draft.header and draft.field not in NEVER:
            _settle_mark(draft, drafts)
        if draft.filled and draft.field in PRICES and draft.tax is None:
            draft.tax = _said_in_cells(draft)
    _settle_rates(drafts)


def _said_in_cells(draft: Candidate) -> str | None:
    """`12,90 € netto` in every row says what a header leaves open."""
    said = {tax_words(text) for text in draft.profile.texts}
    return said.pop() if len(said) == 1 else None


def _settle_mark(draft: Candidate, drafts: list[Candidate]) -> None:
    if draft.field == "price_type" and any("_" in text for text in draft.profile.texts):
        return  # `net_list` names one of BMEcat's price types
    tax = tax_words(draft.header)
    if draft.field == "price_tax":
        draft.tax = tax
        return
    yes_no = (
        draft.profile.flags > 0.95 and draft.field == "price" and tax is not None and not draft.header[-1:].isdigit()
    )
    yes_no = yes_no and _has_price(drafts, draft)
    shortest = 1 if NET_OR_GROSS.search(draft.header) else 2  # `N` and `B`, which elsewhere mean anything
    said = draft.field not in ("note", "internal_note") and draft.profile.share(
        lambda cell, text: shortest <= len(text) < 30 and not AMOUNT.search(text) and tax_in_row(text, None)
    )
    if yes_no or (said > 0.3 and draft.profile.money < 0.5):
        draft.become("price_tax", 0.9, "values")
        draft.tax = tax


def _settle_rates(drafts: list[Candidate]) -> None:
    marks = [draft for draft in drafts if draft.field == "rate_mark"]
    if len(marks) == 1 and _holds_rates(marks[0]):
        marks.pop().become("vat_rate", 0.9, "values")
    if any(draft.field == "vat_rate" and draft.filled for draft in drafts):
        meaning = "ignored"
    else:
        meaning = "rate_mark" if _has_price(drafts, None) else ""  # prices of their own: a person decides
    for draft in marks:
        draft.become(meaning, draft.confidence if meaning else 0.0)


def _holds_rates(draft: Candidate) -> bool:
    return (
        draft.filled
        and draft.profile.share(
            lambda cell, text: ("%" in text or text in ("7", "19")) and rate_of(text)[0] is not None
        )
        > 0.9
    )


def _has_price(drafts: list[Candidate], but: Candidate | None) -> bool:
    return any(draft is not but and draft.filled and draft.field in PRICES for draft in drafts)
