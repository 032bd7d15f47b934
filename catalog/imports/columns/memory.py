"""What a supplier has decided before; plain data that goes into JSON and back."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field, fields
from decimal import Decimal
from typing import Any, NamedTuple

DAYS = re.compile(r"\d{1,2}\.\s?(?:\d{1,2}\.)?(?:\s?20\d\d)?(?!\d)|\b(?:\d{1,2}/)?20\d\d\b")


@dataclass
class Memory:
    """columns: headers' fingerprint → {letter: field}; units: text → UN/ECE code;
    answers: headers' fingerprint → {question: answer}; words: the same → {question: what the list said}."""

    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)

    def answer(self, headers: str, question: str, words: str = "") -> str:
        """What a person answered about this header line, if the list said the same words then; else ""."""
        said = self.words.get(headers, {}).get(question, words)
        same = _without_days(said) == _without_days(words)
        return self.answers.get(headers, {}).get(question, "") if same else ""

    def keep(self, headers: str, question: str, answer: str, words: str) -> None:
        """Keep an answer for lists with this header line that say these words; `answer` looks it up."""
        self.answers.setdefault(headers, {})[question] = answer
        self.words.setdefault(headers, {})[question] = words

    def to_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Memory:
        return cls(**{one.name: data[one.name] for one in fields(cls) if one.name in data})


def _without_days(words: str) -> str:
    return " ".join(DAYS.sub(" ", words.casefold()).split())


@dataclass(frozen=True)
class Statement:
    """What the supplier says of his lists: net or gross, usual VAT rate, small business (§ 19 UStG)."""

    prices: str | None = None
    vat: Decimal | None = None
    small_business: bool = False


class LastPrice(NamedTuple):
    """The price of one unit at the last import."""

    price: Decimal
    unit: str
