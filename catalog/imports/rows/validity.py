"""From when to when a row's price holds; out of its time it is no price of today, and waits unless days are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from catalog.imports.cells.values import date_of
from catalog.imports.columns.plan import Plan
from catalog.imports.language.price_words import DAY, ENDS, STARTS, YEAR, day_of
from catalog.imports.language.words import key_of
from catalog.imports.rows.sentences import SENTENCE_END
from tabular import text_of

OPEN = {"", "sofort", "absofort", "laufend", "unbegrenzt", "unbefristet", "offen", "bisaufweiteres", "bisaufwiderruf"}
OF_PRICES = re.compile(
    r"gültig|preis|\bliste|katalog|valid|price|(?:verrechnungs|stunden|tages|kosten|miet|fracht)sätze|tarif|konditionen|"
    r"honorar",
    re.I,
)
OF_DELIVERY = re.compile(
    r"\b(?:bestell(?:ung(?:en)?|annahme|schluss|frist|start)|lieferung(?:en)?|abholung|lagerverkauf|orders?)\b", re.I
)

OF_OFFER = re.compile(OF_PRICES.pattern + r"|angebot|offer", re.I)
OF_OTHERS = re.compile(
    r"rabatt|skonto|bonus|gutschein|\bmessen?\b|urlaub|ferien|geöffnet|öffnungszeit|zertifi|öko-|kontroll|haltbar|mhd|"
    r"gewinnspiel|veranstaltung|markt\b|lieferbar|lieferzeit|liefertermin|anmeld",
    re.I,
)
OF_NEXT = re.compile(
    r"\b(?:nächste|kommende|folgende|künftige)[nrs]?\b|erhöh|anpass|änder|erschein|erhältlich|voraussichtlich", re.I
)
STARTS_OF_LIST = re.compile(
    rf"\b(?:ab|vom|von|seit|from|per|stand|gültig(?:keit)?|wirkung\s+zum)\b:?\s*(?:dem\s+)?{DAY}", re.I
)
BEFORE_SPAN = re.compile(rf"(?<![\d.]){DAY}\s*[–—-]\s*(?:zum\s+)?\d", re.I)
UNTIL_YEAR = re.compile(r"\bbis\s+(?:ende\s+)?20\d\d", re.I)
SPAN = re.compile(rf"\d\.?\s*[–—-]\s*(?:zum\s+)?{DAY}", re.I)  # `01.01.2025 – 31.12.2025`

NEVER = {"valid_from": 1900, "valid_to": 9999}  # where a program means no beginning or no end


def end_said(texts: Iterable[str]) -> date | None:
    """`Angebot gültig bis 31.10.2024`: the last day of a list's prices; None where new ones follow or none is said."""
    parts = [part for text in texts for part in SENTENCE_END.split(text) if OF_OFFER.search(part)]
    parts = [part for part in parts if not OF_DELIVERY.search(part) and not OF_OTHERS.search(part)]
    ends = [day_of(found, last=True) for part in parts for lead in (ENDS, SPAN) for found in lead.finditer(part)]
    starts = [day_of(found) for part in parts for found in STARTS.finditer(part)]
    end = max((day for day in ends if day), default=None)
    return None if end and any(day and day > end for day in starts) else end


def start_said(texts: Iterable[str]) -> date | None:
    """`Preise gültig ab 01.02.2027`, `Preisliste 2027`: the first day of a list's prices, if it is still to come."""
    parts = [part for text in texts for part in SENTENCE_END.split(text) if OF_PRICES.search(part)]
    found = (
        _start(part) for part in parts if not any(other.search(part) for other in (OF_DELIVERY, OF_OTHERS, OF_NEXT))
    )
    return max((day for day in found if day and day > date.today()), default=None)


def _start(part: str) -> date | None:
    """The day from which a sentence says that prices hold; None where others do from then on."""
    days = [day for lead in (STARTS_OF_LIST, BEFORE_SPAN) for found in lead.finditer(part) if (day := day_of(found))]
    ends = [day for found in ENDS.finditer(part) if (day := day_of(found, last=True))]
    if days:
        return None if any(day < max(days) for day in ends) else max(days)
    years = {int(year) for year in YEAR.findall(part)}
    return None if ends or years != {date.today().year + 1} or UNTIL_YEAR.search(part) else date(years.pop(), 1, 1)


@lru_cache(maxsize=512)
def _said_by_heading(group: str) -> tuple[date | None, date | None]:
    return start_said((group,)), end_said((group,))


class Validity:
    """The columns `gültig ab` and `gültig bis` of a list, both days included.

    `start`, `end`: the first and the last day that the texts around the list name; `ended`: the last, if it is past.
    """

    def __init__(self, plan: Plan, start: date | None = None, end: date | None = None) -> None:
        self.columns = [(name, index) for name in ("valid_from", "valid_to") if (index := plan.index(name)) >= 0]
        self.today, self.keeps_days = date.today(), plan.agreed
        header = price.price if (price := plan.column("price")) else None
        starts, ends = (header.starts, header.ends) if header else (None, None)  # `Preis ab 01.01.2027`
        self.starts = starts if starts and starts > self.today else start
        self.ended = end if end and end < self.today and not plan.own_export else None
        self.usual = (starts or self.starts, ends or end) if self.keeps_days else (None, None)

    def around(self, group: str) -> tuple[date | None, date | None]:
        """The first day, if it is still to come, and the last one, if it is past, by the heading above or the list."""
        if not any(sign.isdigit() for sign in group):
            return self.starts, self.ended
        start, end = _said_by_heading(group)
        return start or self.starts, end if end and end < self.today else self.ended

    def read(self, cells: list[Any]) -> list[tuple[str, Any, date | None, str | None]]:
        """(field, cell, day, rule) for each filled cell; rules: expired, not_yet_valid, date_unreadable."""
        found = []
        for name, index in self.columns:
            if index < len(cells) and (cell := cells[index]) != "":
                day = date_of(cell)
                rule = self._rule(name, cell, day)
                found.append((name, cell, None if day and day.year == NEVER[name] else day, rule))
        return found

    def _rule(self, name: str, cell: Any, day: date | None) -> str | None:
        if day is None:
            return None if key_of(text_of(cell)) in OPEN else "date_unreadable"
        if name == "valid_to":
            return "expired" if day < self.today else None
        return "not_yet_valid" if day > self.today and not self.keeps_days else None

    def speaks_of_all_days(self, cells: list[Any]) -> bool:
        """Whether no other row may have a price for the same article: it holds today, or without any end."""
        if not self.columns:
            return True
        said = self.read(cells)
        if self.keeps_days:
            return all(day is None for *_, day, _ in said)
        return all(rule not in ("expired", "not_yet_valid") for *_, rule in said)
