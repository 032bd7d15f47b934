"""Prices under short words, as programs write them, and under a word that means one thing for some goods only."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from catalog.imports.cells.money import parse_price
from catalog.imports.cells.numbers import sign_of
from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.fields import price_of_list
from catalog.imports.language.header_parts import named_by_list
from catalog.imports.language.price_words import OLD, STARTS, day_in
from catalog.imports.language.words import key_of, words_of

ISBN = re.compile(r"97[89][-\s]?(?:\d[-\s]?){10}\Z")
OF_BEFORE = {"alt", "bisher", "bisherig", "vorher", "old"}
NEW = re.compile(r"(?:neu|new)\b", re.I)
OF_SHOPS = re.compile(
    r"(?:gebundener)?ladenpreis(?:d|de|deutschland)?(?:brutto|(?:inkl|incl)(?:7prozent)?(?:mwst|ust))?(?:in)?(?:eur|euro)?"
)


def settle_short(candidates: list[Candidate]) -> None:
    """`EP` beside `VP` or `VK` is what the goods cost to buy; `Preisgruppe A` over amounts holds prices."""
    _take_issue(candidates)
    words = {one: set(words_of(one.header)) for one in candidates if one.filled and one.profile.money > 0.8}
    selling = [one for one, said in words.items() if _sells(one, said)]
    for one, said in words.items():
        if selling and "ep" in said and one.field == "price" and one not in selling:
            one.become("purchase_price", 0.9, "header")
        if one.field in ("", "ignored") and named_by_list(one.header) and one.profile.decimals > 0.3:
            _take_list(one)
        elif one in selling:
            one.become("price", 0.8, "values")
        elif not one.field and _was_price(one, candidates):
            one.become("old_price", 0.8, "values")


def _was_price(one: Candidate, candidates: list[Candidate]) -> bool:
    """`Vorjahr` over amounts, beside a price; alone it may hold anything."""
    priced = any(other.field == "price" and other.filled for other in candidates)
    return priced and one.profile.decimals > 0.3 and OLD.search(key_of(one.header)) is not None


def _sells(one: Candidate, words: set[str]) -> bool:
    """`VP` and `VK-Preis`, not `VK-Menge`."""
    return one.field == "price" and bool(words & {"vp", "vk", "vkp"}) or not one.field and "vp" in words


def _take_list(one: Candidate) -> None:
    """Amounts under `Preisliste 01 netto` are the prices of that list, whichever it is."""
    said = price_of_list(one.header)
    if said and said.price:
        one.guess, one.tax = said, said.price.tax
    one.become(said.field if said else "price", 0.8, "values")


def _take_issue(candidates: list[Candidate]) -> None:
    """`Abg.` beside `Einst.` and always higher: for how much the house gives away what it bought."""
    costs = next((one for one in candidates if one.field == "purchase_price" and one.filled), None)
    for one in candidates if costs else ():
        if not one.field and key_of(one.header) == "abg" and _is_always_more(one, costs):
            one.become("price", 0.8, "values")


def _is_always_more(one: Candidate, costs: Candidate) -> bool:
    """Outgoing pieces are counted; prices have cents, and stand in every row in which the other stands."""
    prices, bought = (_amounts(column) for column in (one, costs))
    priced = len(prices) == len(bought) and one.profile.decimals > 0.3
    return priced and all(price and cost and price > cost for price, cost in zip(prices, bought, strict=True))


def _amounts(column: Candidate) -> list[Decimal | None]:
    sign = sign_of(column.profile.texts)
    return [parse_price(cell, sign).value for cell in column.profile.cells]


def is_bound(retail: list[Candidate], candidates: list[Candidate]) -> bool:
    """Books cost everybody the same, by law and with VAT: `Ladenpreis` beside ISBNs is the price."""
    shop = [one for one in retail if OF_SHOPS.fullmatch(key_of(one.header))]
    numbers = (one for one in candidates if one.filled and one.field in ("article_number", "gtin"))
    books = any(one.profile.share(lambda cell, text: ISBN.match(text)) == 1 for one in numbers)
    return len(shop) == len(retail) == 1 and books


def price_without_words(candidates: list[Candidate]) -> tuple[str, ...]:
    """`Gastro | Handel`, `alt | neu`: amounts under words that speak of no price; a person decides."""
    found = [one for one in candidates if not one.field and one.header and one.filled and one.profile.money > 0.9]
    if not found:
        return ("no_price_column",)
    found = [one for one in found if one.profile.decimals > 0.2] or found  # `Jahrgang` holds none
    new = next((one for one in found if one.header.casefold().startswith(("neu", "new"))), found[0])
    is_clear = _replaces(new, found)
    for one in found:
        one.become(
            "price" if one is new else "old_price" if is_clear else "ignored", 0.8 if is_clear else 0.3, "values"
        )
    return () if is_clear else ("price_column_unclear",)


def _replaces(new: Candidate, found: list[Candidate]) -> bool:
    """`bisher | neu ab 1.3.2026`: one of two columns of prices, whose day has come."""
    others = [key_of(one.header) for one in found if one is not new]
    named = NEW.match(new.header) and len(others) == 1 and others[0] in OF_BEFORE and new.profile.decimals > 0.2
    return bool(named) and (day_in(new.header, STARTS) or date.today()) <= date.today()
