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
    decimals: headers' fingerprint → ",", "." or "both";
    answers: headers' fingerprint → {question: answer}; words: the same → {question: what the list said};
    vat: text → rate; prices: headers' fingerprint → "net" or "gross", a person's answer that ends the question;
    confirmed: rules that a person has said yes to."""

    columns: dict[str, dict[str, str]] = field(default_factory=dict)
    units: dict[str, str] = field(default_factory=dict)
    decimals: dict[str, str] = field(default_factory=dict)
    vat: dict[str, str] = field(default_factory=dict)
    prices: dict[str, str] = field(default_factory=dict)
    answers: dict[str, dict[str, str]] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    confirmed: set[str] = field(default_factory=set)

    def decided_tax(self, headers: str) -> str | None:
        """net or gross, where a person has decided it for this header line."""
        return self.prices.get(headers)

    def answer(self, headers: str, question: str) -> str:
        """What a person answered to a question about this header line; "" where nobody was asked."""
        return self.answers.get(headers, {}).get(question, "")

    def settles(self, headers: str, question: str, words: str) -> bool:
        """Whether the answer holds for a list that says these words: not for those of another customer or discount."""
        said = self.words.get(headers, {}).get(question, "")
        return bool(self.answer(headers, question)) and (not said or _without_days(said) == _without_days(words))

    def to_json(self) -> dict[str, Any]:
        return asdict(self) | {"confirmed": sorted(self.confirmed)}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Memory:
        known = {one.name: data[one.name] for one in fields(cls) if one.name in data}
        return cls(**known | {"confirmed": set(data.get("confirmed", ()))})


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
