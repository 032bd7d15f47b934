"""From when to when a row's price holds; out of its time it is no price of today, and waits unless days are kept."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from catalog.imports.plan import Plan
from catalog.imports.price_texts import SENTENCE_END
from catalog.imports.price_words import DAY, ENDS, STARTS, day_in, day_of
from catalog.imports.values import date_of
from catalog.imports.words import key_of
from tabular import text_of

OPEN = {"", "sofort", "absofort", "laufend", "unbegrenzt", "unbefristet", "offen", "bisaufweiteres", "bisaufwiderruf"}
OF_PRICES = re.compile(r"gültig|preis|\bliste|katalog|valid|price", re.I)
OF_DELIVERY = re.compile(
    r"\b(?:bestell(?:ung(?:en)?|annahme|schluss|frist|start)|lieferung(?:en)?|abholung|lagerverkauf|orders?)\b", re.I
)

OF_OFFER = re.compile(OF_PRICES.pattern + r"|angebot|offer", re.I)
OF_OTHERS = re.compile(
    r"rabatt|skonto|bonus|gutschein|\bmessen?\b|urlaub|ferien|geöffnet|öffnungszeit|zertifi|öko-|kontroll|haltbar|mhd|"
    r"gewinnspiel|veranstaltung|markt\b|lieferbar|lieferzeit|liefertermin|anmeld",
    re.I,
)
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


class Validity:
    """The columns `gültig ab` and `gültig bis` of a list, both days included; `letterhead` may say it of all.

    `end`: the last day that the texts around the list name; `ended`: the same, if it is past.
    """

    def __init__(self, plan: Plan, letterhead: Iterable[str] = (), end: date | None = None) -> None:
        self.columns = [(name, index) for name in ("valid_from", "valid_to") if (index := plan.index(name)) >= 0]
        self.today, self.keeps_days = date.today(), plan.keeps_days
        header = price.price if (price := plan.column("price")) else None
        starts, ends = (header.starts, header.ends) if header else (None, None)  # `Preis ab 01.01.2027`
        self.starts = starts if starts and starts > self.today else self._said_by(letterhead)
        self.ended = end if end and end < self.today and not plan.own_export else None
        self.usual = (starts or self.starts, ends or end) if self.keeps_days else (None, None)

    def _said_by(self, letterhead: Iterable[str]) -> date | None:
        """`Preisliste gültig ab 01.02.2027`: the day, if it is still to come."""
        said = (part for text in letterhead for part in SENTENCE_END.split(text))
        texts = (part for part in said if OF_PRICES.search(part) and not OF_DELIVERY.search(part))
        days = [day for text in texts if (day := day_in(text, STARTS)) and day > self.today]
        return max(days, default=None)

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
