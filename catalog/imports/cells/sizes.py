"""One article in several sizes: 500 g of it cannot cost five times what 1 kg costs."""

from __future__ import annotations

import re
from functools import lru_cache
from math import log10

from catalog.units import is_measure, unit_of

SIZE = re.compile(r"(?<![\d.,x×*])(\d{1,4}(?:,\d{1,3})?)\s*(kg|g|gr|l|ltr|ml|cl)\b\.?", re.I)
ABSURD = 4.0  # times the price per kilogram or litre of its other sizes
MOST_SIZES = 30_000


@lru_cache(maxsize=4096)
def sized_name(name: str) -> tuple[str, str, float] | None:
    """`Buttertoast 500 g` → (buttertoast, KGM, 0.5); None where the name says no size, or two."""
    match = SIZE.search(name)
    if match is None or SIZE.search(name, match.end()):
        return None
    unit = unit_of(match[2])
    size = float(match[1].replace(",", "."))
    if unit is None or not is_measure(unit) or not size:
        return None
    rest = f"{name[: match.start()].rstrip()} {name[match.end() :].lstrip()}".casefold()
    return rest.strip(" ,-"), unit.base, size * float(unit.factor)


class Sizes:
    """Prices of the articles that differ in size alone, gathered before the rows are judged."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str, str], list[tuple[float, float]]] = {}
        self.count = 0

    def note(self, name: str, unit: str, price: float) -> None:
        """A price of one `unit` of the article."""
        if price > 0 and self.count < MOST_SIZES and (sized := sized_name(name)):
            self.known.setdefault((sized[0], sized[1], unit), []).append((sized[2], price))
            self.count += 1

    def close(self) -> None:
        """Only articles in several sizes say anything."""
        self.known = {key: sizes for key, sizes in self.known.items() if len({size for size, _ in sizes}) > 1}

    def absurd(self, name: str, unit: str, price: float) -> bool:
        """Smaller and yet far dearer than another size, or larger and far cheaper."""
        sized = sized_name(name) if self.known else None
        if sized is None:
            return False
        return any(
            (size - sized[2]) * (price - other) > 0 and abs(log10(price * size / other / sized[2])) >= log10(ABSURD)
            for size, other in self.known.get((sized[0], sized[1], unit), ())
        )
