"""A column while its meaning is being decided."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.imports.columns.fields import Guess
from catalog.imports.columns.profile import Profile
from catalog.imports.language.price_words import PriceHeader


@dataclass(eq=False)
class Candidate:
    """Header, values and what they speak for so far."""

    index: int
    header: str
    profile: Profile
    guess: Guess | None
    field: str = ""
    confidence: float = 0.0
    reason: str = ""
    bound: int = 0
    tax: str | None = None

    def become(self, field: str, confidence: float | None = None, reason: str | None = None) -> None:
        self.field = field
        self.confidence = self.confidence if confidence is None else confidence
        self.reason = reason or self.reason

    @property
    def filled(self) -> bool:
        return self.profile.filled > 0

    @property
    def names_types(self) -> bool:
        """`Type` over 405 and 550, `Typ` over NYM and NYY."""
        return self.filled and self.guess is not None and self.guess.field == "row_type"

    @property
    def series(self) -> int:
        """2 in `Preis2`, 0 where the header counts nothing."""
        return self.guess.index if self.guess else 0

    @property
    def price(self) -> PriceHeader:
        """What the header says of a price; an empty saying where it says nothing."""
        return (self.guess.price if self.guess else None) or PriceHeader("price")
