"""Deposits in words: `zzgl. 3,30 Pfand je Kasten`, `Pfand: Flasche 0,15 €, Kasten 1,50 €`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from catalog.imports.cells.money import speaks_of_deposits
from catalog.imports.language.price_words import FOREIGN
from catalog.units import unit_of

WORD = re.compile(r"[a-zäöüß]+", re.I)
EUROS = r"(\d{1,3}(?:[.,]\d{1,2})?)"
CENTS = r"(\d{1,3}[.,]\d\d)(?!\d|\s*(?:%|l\b|ml\b|kg\b))"  # without a euro sign it must stand beside the word
AMOUNT = re.compile(
    rf"(?<![\d.,]){EUROS}\s*(?:€|eur)|(?:€|eur)\s*{EUROS}(?![\d%])|"
    rf"(?<![\d.,x×])(?<!x\s){CENTS}(?=\s*[a-zäöü]*pfand\b)|(?<=pfand)\b:?\s*(?:von\s+)?{CENTS}",
    re.I,
)
INCLUDED = re.compile(r"\b(?:inkl|incl|einschl\w*|mit)\b(?!.*(?:\b(?:zzgl|zuzügl\w*|plus|exkl|excl|ohne)\b|\+))", re.I)
IN_THE_PRICE = re.compile(r"(?<!nicht )(?:enthalten|inbegriffen)", re.I)
HOLD_IT = re.compile(  # what all prices hold, be its amount named or not; not `Flaschen mit Pfand`
    r"\b(?:inkl|incl|inklusive|inclusive|einschl\w*)\b\.?\s+(?:\S+\s+){0,3}?\w*(?<!ohne )pfand|"
    r"\bpreise?\b[^.;]*\bmit\s+pfand|pfand\w*\s+(?:(?:ist|sind|bereits|schon|jeweils|im|in|den|dem|preis\w*)\s+){0,6}"
    r"(?:enthalten|inbegriffen|inklusive|eingerechnet)",
    re.I,
)
FROM = re.compile(r"\b(?:ab|über|unter|bis)\s*\Z", re.I)  # `ab 250 € frei Haus`
NUMBER = re.compile(r"\d[\d.,]*")
OF_EACH = re.compile(r"\s*[)]?\s*(?:pfand\w*\s*)?(?:/|\b(?:je|pro|per|für|auf)\b)", re.I)


class Deposit(NamedTuple):
    """`unit` is a UN/ECE code, "" where the text names none; `within`: the price holds it already; `text` says so."""

    unit: str
    amount: Decimal
    within: bool
    text: str


def unit_named(text: str) -> str:
    """The first unit that a text on deposits names, as UN/ECE code; "" for none."""
    for word in WORD.findall(re.sub(r"pfand|deposit|leergut", " ", text, flags=re.I)):
        unit = unit_of(word) or unit_of(word.removesuffix("n"))
        if unit and unit.kind in ("piece", "pack") and word.casefold() not in FOREIGN and unit.code != "C62":
            return unit.code
    return ""


def deposits_in(text: str) -> list[Deposit]:
    """What a text that speaks of deposits says of each of its amounts."""
    if not speaks_of_deposits(text):
        return []
    found = list(AMOUNT.finditer(text))
    starts = [match.start() for match in found[1:]] + [len(text)]
    ends = [0] + [match.end() for match in found]
    said = []
    for match, start, end in zip(found, starts, ends, strict=False):
        before, after = text[end : match.start()], text[match.end() : start]
        if FROM.search(before):
            continue
        near, other = (after, before) if OF_EACH.match(after) else (before, after)
        amount = next(filter(None, match.groups())).replace(",", ".")
        within = bool(INCLUDED.search(before) or IN_THE_PRICE.search(after))
        said.append(Deposit(unit_named(near) or unit_named(other), Decimal(amount), within, text))
    return said


def deposits_under(text: str) -> list[Deposit]:
    """`zzgl. 2,40 € Pfand` in a column of deposits; nothing where a number of it may be more than these amounts."""
    found = deposits_in(text)
    return found if len(found) == len(NUMBER.findall(text)) else []


def holds_deposits(text: str) -> bool:
    """`Preise inkl. Pfand`, `Pfand ist im Preis enthalten`: then none of them is the price of the goods alone."""
    return speaks_of_deposits(text) and HOLD_IT.search(text) is not None


def deposits_of_all(texts: Iterable[str]) -> list[Deposit]:
    """What letterhead and footers say of the deposits of units that they name."""
    return [said for text in texts for said in deposits_in(text) if said.unit]
