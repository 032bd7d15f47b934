"""Prices in cells: one amount, or a reason why it is none."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from typing import NamedTuple

from catalog.imports.cells.numbers import DecimalSign, number_of, parse_number, tidy
from catalog.imports.cells.steps import steps_in_price
from catalog.imports.language.old_measures import in_grams
from catalog.imports.language.price_words import tax_words
from catalog.units import unit_of


class Amount(NamedTuple):
    """`value` or a `rule` why there is none; what the cell itself says about quantity, unit and tax."""

    value: Decimal | None
    rule: str | None = None
    quantity: int = 0
    unit: str = ""
    tax: str | None = None


ERRORS = (
    "#NV",
    "#N/A",
    "#WERT!",
    "#VALUE!",
    "#BEZUG!",
    "#REF!",
    "#DIV/0!",
    "#NAME?",
    "#ZAHL!",
    "#NUM!",
    "#NULL!",
    "#N/V",
)
ON_REQUEST = re.compile(
    r"(?:preis\s*)?(?:auf\s+anfrage|a\.?\s?a\.?|a\.\s?anfr\.?|nach\s+vereinbarung|n\.?\s?v\.?|tagespreis\w*|tp|k\.?\s?a\.?|n\.?a\.?|"
    r"anfrage\w*|on\s+request|upon\s+request|por|poa|p\.?o\.?a\.?|ask|saison\w*|ausverkauft|variabel|diverse|nach\s+aufwand|nach\s+gewicht|"
    r"folgt|tba|tbd|offen|siehe\b.*|s\.\s.*|-+|\.+|/|x+|\?+|nach absprache|individuell)\Z",
    re.I,
)
SHORTEST_STEPS = 9  # signs: `9 / 5+: 8`
CURRENCY = re.compile(r"[€¤]|\beur\b\.?|\beuro\b", re.I)
FOREIGN = re.compile(
    r"[$£¥₣]|\b(?:usd|chf|sfr|gbp|pln|czk|dkk|sek|nok|huf|jpy|fr\.)(?![a-z])|zł|kč|\bct\b|\bcent\b", re.I
)
CENTS = re.compile(r"\b(?:ct|cent|cents)\b", re.I)
PER = re.compile(
    r"(?:/|\bje\b|\bpro\b|\bper\b|\bp\.|\bà|\ba\b|\bfür\b)\s*(\d{1,6})?\s*([a-zäöüß²³.]{1,15})?\s*\Z", re.I
)
TAX = re.compile(r"\(?\b(?:netto|brutto|inkl|incl|exkl|excl|zzgl|zuzügl|ohne|plus|mit|net|gross)\b.*\Z", re.I)
BESIDE = r"\+|\b(?:zzgl|zuzügl(?:ich)?|plus|exkl|excl|ohne|inkl|incl|inklusive|einschl(?:ießlich)?|mit|davon|und)\b"
DEPOSIT = re.compile(
    rf"(?:\(\s*(?:{BESIDE})?|{BESIDE})(?:(?!{BESIDE}|steuer|\bmwst|\bust\b)[^()])*?pfand(?:(?!{BESIDE})[^()])*\)?", re.I
)
FROM = re.compile(r"(?:ab|von|from|mind\.?|mindestens)\s+(?=[\d.,])", re.I)
ABOUT = re.compile(r"(?:ca\.?|circa|etwa|~|rund|≈|ungefähr)\s*(?=[\d.,])", re.I)
RANGE = re.compile(r"([\d.,]+(?:,-)?)\s*(?:-|bis|to|/)\s*([\d.,]+(?:,-)?)\Z", re.I)
DASHES = re.compile(r"(\d[\d. '’]*)(?:[,.]-{1,3})\Z")
CENTS_ONLY = re.compile(r"-{0,2}([,.])(\d{2})\Z")
NEGATIVE = re.compile(r"-\s*\d[\d.,]*\Z|\d[\d.,]*\s*-\Z|\(\s*\d[\d.,]*\s*\)\Z")


def parse_price(cell: object, column: DecimalSign) -> Amount:
    """What a price cell says; never a guess. `column` is the decimal sign that the column proved."""
    if cell.__class__ is str:
        return _price_text(tidy(str(cell)), column)
    if cell.__class__ is bool or not isinstance(cell, (int, float)):
        return Amount(None, "price_is_date" if hasattr(cell, "year") else "price_unreadable")
    if not math.isfinite(cell):
        return Amount(None, "price_unreadable")
    return _positive(number_of(cell))


def _positive(value: Decimal, quantity: int = 0, unit: str = "", tax: str | None = None) -> Amount:
    if value < 0:
        return Amount(None, "price_negative")
    if value == 0:
        return Amount(None, "price_zero")
    if value >= Decimal("99999999"):
        return Amount(None, "price_unreadable")
    return Amount(value, None, quantity, unit, tax)


def _price_text(text: str, column: DecimalSign) -> Amount:
    text = without_deposit(text)
    if not text:
        return Amount(None)
    if text.upper() in ERRORS:
        return Amount(None, "cell_error")
    if text.startswith("="):
        return Amount(None, "formula_without_result")
    if ON_REQUEST.match(text.strip("* ()")):
        return Amount(None, "price_on_request")
    if FOREIGN.search(text):
        return Amount(None, "price_in_cents" if CENTS.search(text) else "foreign_currency")
    if len(text) > SHORTEST_STEPS and (steps := steps_in_price(text, column)):
        return _positive(steps[0][1])
    text, tax = _without_tax(text)
    text = tidy(CURRENCY.sub(" ", in_grams(text))).strip("* ")
    text, quantity, unit = _without_per(text)
    return _bare(text.strip(), column, quantity, unit, tax)


def speaks_of_deposits(text: str) -> bool:
    """Cheaply, before looking closer."""
    return "fand" in text or "FAND" in text


def without_deposit(text: str) -> str:
    """`10,90` in `10,90 + 3,30 Pfand` and `10,90 (zzgl. 3,30 € Pfand)`."""
    return DEPOSIT.sub(" ", text).strip() or text if speaks_of_deposits(text) else text


def texts_on_deposits(text: str) -> list[str]:
    """`+ 3,30 Pfand` beside a price."""
    return [match[0] for match in DEPOSIT.finditer(text)] if speaks_of_deposits(text) else []


def _without_tax(text: str) -> tuple[str, str | None]:
    """`12,50 € netto` → (`12,50 €`, net)."""
    match = TAX.search(text)
    if match is None or not any(sign.isdigit() for sign in text[: match.start()]):
        return text, None
    return text[: match.start()].strip(" ("), tax_words(match.group())


def _without_per(text: str) -> tuple[str, int, str]:
    """`3,45 je 100 St` → (`3,45`, 100, `St`); an unknown word stays and makes the price unreadable."""
    match = PER.search(text)
    if match is None or not (match[1] or match[2]) or not any(sign.isdigit() for sign in text[: match.start()]):
        return text, 0, ""
    unit = match[2] or ""
    if unit and unit_of(unit) is None:
        return text, 0, ""
    if not unit and match.group().lstrip().startswith("/") and "," not in text[: match.start()]:
        return text, 0, ""
    return text[: match.start()], int(match[1] or 0), unit


def _bare(text: str, column: DecimalSign, quantity: int, unit: str, tax: str | None) -> Amount:
    if FROM.match(text):
        return Amount(None, "price_from")
    if ABOUT.match(text):
        return Amount(None, "price_approximate")
    if match := CENTS_ONLY.match(text):
        return _positive(Decimal(f"0.{match[2]}"), quantity, unit, tax)
    if match := DASHES.match(text):
        return _dashes(match[1], quantity, unit, tax)
    if NEGATIVE.match(text):
        return Amount(None, "price_negative")
    if RANGE.match(text):
        return Amount(None, "price_range")
    value, rule = parse_number(text, column)
    if value is None:
        return Amount(None, "price_unreadable" if rule == "number_unreadable" else rule)
    return _positive(value, quantity, unit, tax)


def _dashes(whole: str, quantity: int, unit: str, tax: str | None) -> Amount:
    """`1.299,-`: before the dashes stand whole euros, so a dot groups thousands."""
    digits = re.sub(r"[. '’]", "", whole)
    grouped = re.fullmatch(r"\d{1,3}(?:[. '’]\d{3})*|\d+", whole.strip())
    if not grouped:
        return Amount(None, "price_unreadable")
    return _positive(Decimal(digits), quantity, unit, tax)
