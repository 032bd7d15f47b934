"""What a person asked for, read from the address of the page and written back into it."""

from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from urllib.parse import urlencode

from django.http import QueryDict

from search.engines.base import MAX_PRICE, SCALE
from search.viewer import RINGS

SORTS = ("relevance", "price", "-price", "distance", "name")
LONGEST_TEXT = 200
MOST_VALUES = 30
# attribute -> name in the address
NAMES = {
    "text": "q",
    "categories": "kategorie",
    "suppliers": "betrieb",
    "days": "tag",
    "radius": "umkreis",
    "low": "von",
    "high": "bis",
    "attributes": "merkmal",
    "sort": "sort",
    "page": "page",
}


@dataclass(frozen=True)
class Params:
    """categories: codes; suppliers: slugs; days: weekdays 0 to 5; radius in km; low, high in EUR; attributes:
    (name, value); what cannot be read is left out."""

    text: str = ""
    categories: tuple[str, ...] = ()
    suppliers: tuple[str, ...] = ()
    days: tuple[int, ...] = ()
    radius: int | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    attributes: tuple[tuple[str, str], ...] = field(default=())
    sort: str = "relevance"
    page: int = 1

    @property
    def price(self) -> tuple[int, int] | None:
        """The price filter in 1/10000 EUR; the upper end is included for the reader."""
        if self.low is None and self.high is None:
            return None
        high = MAX_PRICE if self.high is None else int(self.high * SCALE) + 1
        return int((self.low or 0) * SCALE), min(high, MAX_PRICE)

    @property
    def has_filters(self) -> bool:
        return replace(self, text="", sort="relevance", page=1) != Params()

    def unfiltered(self) -> "Params":
        return Params(text=self.text, sort=self.sort)

    def but(self, **changes) -> "Params":
        """Other parameters, from their first page."""
        return replace(self, **{"page": 1, **changes})

    def as_query(self) -> str:
        """The part of the address behind the question mark."""
        standard, pairs = Params(), []
        for name, key in NAMES.items():
            value = getattr(self, name)
            if value != getattr(standard, name):
                values = value if isinstance(value, tuple) else (value,)
                pairs += [(key, _written(one)) for one in values]
        return urlencode(pairs)


def _written(value) -> str:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    return "=".join(value) if isinstance(value, tuple) else str(value)


def read(data: QueryDict) -> Params:
    categories = _values(data, "kategorie")
    days = {int(day) for day in _values(data, "tag") if day in "012345"}
    sort, page = data.get("sort", ""), data.get("page", "")
    return Params(
        text=" ".join(data.get("q", "").replace("\0", "").split())[:LONGEST_TEXT],
        categories=tuple(code for code in categories if code.isdigit() and not _has_narrower(code, categories)),
        suppliers=tuple(_values(data, "betrieb")),
        days=tuple(sorted(days)),
        radius=next((km for km in RINGS if data.get("umkreis") == str(km)), None),
        low=_euro(data.get("von", "")),
        high=_euro(data.get("bis", "")),
        attributes=tuple(_pair(value) for value in _values(data, "merkmal") if "=" in value),
        sort=sort if sort in SORTS else "relevance",
        page=max(1, int(page)) if page.isdecimal() and len(page) < 6 else 1,
    )


def _values(data: QueryDict, name: str) -> list[str]:
    return list(dict.fromkeys(value[:200] for value in data.getlist(name) if value and "\0" not in value))[:MOST_VALUES]


def _pair(text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    return name, value


def _has_narrower(code: str, codes: list[str]) -> bool:
    """A branch below is chosen too: then that is what is meant."""
    return any(other != code and other.startswith(code) for other in codes)


def _euro(text: str) -> Decimal | None:
    """4, 4,50 and 1.234,50 as people write them; None where it is no amount."""
    text = text.strip().removesuffix("€").strip()
    try:
        value = Decimal(text.replace(".", "").replace(",", ".") if "," in text else text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and 0 <= value < 1_000_000 else None
