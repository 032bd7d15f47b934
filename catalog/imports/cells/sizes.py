"""One article in several sizes: 500 g of it cannot cost five times what 1 kg costs."""

from __future__ import annotations

import re
from collections.abc import Hashable
from math import log10
from typing import NamedTuple

from catalog.units import is_measure, unit_of

SIZE = re.compile(r"(?<![\d.,x×*])(\d{1,4}(?:,\d{1,3})?)\s*(kg|g|gr|l|ltr|ml|cl)\b\.?", re.I)
ABSURD = 4.0  # times the price per kilogram or litre of its other sizes
MOST_SIZES = 30_000


class SizedName(NamedTuple):
    """`Buttertoast 500 g` → (buttertoast, KGM, 0.5)."""

    rest: str
    unit: str
    size: float


def sized_name(name: str) -> SizedName | None:
    """A name's size and what else it says; None where it says no size, or two."""
    match = SIZE.search(name)
    if match is None or SIZE.search(name, match.end()):
        return None
    unit = unit_of(match[2])
    size = float(match[1].replace(",", "."))
    if unit is None or not is_measure(unit) or not size:
        return None
    rest = f"{name[: match.start()].rstrip()} {name[match.end() :].lstrip()}".casefold()
    return SizedName(rest.strip(" ,-"), unit.base, size * float(unit.factor))


class Sizes:
    """Prices of the articles that differ in size alone, gathered before the rows are judged."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str, Hashable], list[tuple[float, float]]] = {}
        self.count = 0

    def note(self, name: SizedName, unit: Hashable, price: float) -> None:
        """A price of one `unit` of the article."""
        if price > 0 and self.count < MOST_SIZES:
            self.known.setdefault((name.rest, name.unit, unit), []).append((name.size, price))
            self.count += 1

    def close(self) -> None:
        """Only articles in several sizes say anything."""
        self.known = {key: sizes for key, sizes in self.known.items() if len({size for size, _ in sizes}) > 1}

    def absurd(self, name: str, unit: Hashable, price: float) -> bool:
        """Smaller and yet far dearer than another size, or larger and far cheaper."""
        sized = sized_name(name) if self.known else None
        if sized is None:
            return False
        return any(
            (size - sized.size) * (price - other) > 0 and abs(log10(price * size / other / sized.size)) >= log10(ABSURD)
            for size, other in self.known.get((sized.rest, sized.unit, unit), ())
        )
