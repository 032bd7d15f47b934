"""Filters with counts, made from what the engine counted and what the viewer's table knows.

The counts of a group leave its own filter out, so that further values of it can be weighed; all others hold.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from catalog.models import Category
from catalog.money import CENT
from search.engines.base import MAX_PRICE, PRICE_EDGES, SCALE, Facets
from search.params import NAMES, Params
from search.viewer import RINGS, Viewer
from suppliers.days import WEEKDAYS

SHOWN = 4  # values before "n weitere"
GROUPS = 4  # attributes that become a filter of their own
DISTINCT = 12  # values such an attribute has at most
WORDY = 28  # characters; longer values are sentences to read, no choice
SHARED = 2  # hits to each value on average; below that it names single articles
SHORT_DAYS = [
    gettext_lazy("Mo"),
    gettext_lazy("Di"),
    gettext_lazy("Mi"),
    gettext_lazy("Do"),
    gettext_lazy("Fr"),
    gettext_lazy("Sa"),
]
Count = Callable[[Params, str], Facets]  # the facets of one kind for these parameters


@dataclass(frozen=True)
class Value:
    label: str
    value: str
    count: int
    chosen: bool = False
    short: str = ""
    depth: int = 0


@dataclass(frozen=True)
class Group:
    """One filter: `name` in the address, `look` of its fields (check, radio, days, price)."""

    title: str
    name: str
    values: list[Value]
    look: str = "check"
    low: str = ""
    high: str = ""

    @property
    def can_change(self) -> bool:
        return bool(self.low or self.high) or any(value.count or value.chosen for value in self.values)

    @property
    def first(self) -> list[Value]:
        """The most frequent, and whatever is chosen."""
        return [value for at, value in enumerate(self.values) if at < SHOWN or value.chosen or value.depth]

    @property
    def more(self) -> list[Value]:
        return [value for value in self.values if value not in self.first]

    @property
    def more_label(self) -> str:
        return ngettext("%(count)s weitere", "%(count)s weitere", len(self.more)) % {"count": len(self.more)}


def groups(params: Params, viewer: Viewer, facets: Facets, count: Count) -> list[Group]:
    """All filters that can change something; `facets` are those of the whole question."""

    def of(kind: str, **dropped) -> Facets:
        is_active = any(getattr(params, name) != getattr(params.but(**dropped), name) for name in dropped)
        return count(params.but(**dropped), kind) if is_active else facets

    made = [
        _categories(params, of("categories", categories=()).categories),
        _days(params, viewer, of("suppliers", days=()).suppliers),
        _rings(params, viewer, of("suppliers", radius=None).suppliers),
        _prices(params, of("prices", low=None, high=None).prices),
        *_attributes(params, facets, of),
        _suppliers(params, viewer, of("suppliers", suppliers=()).suppliers),
    ]
    return [group for group in made if group.can_change]


def _categories(params: Params, counts: dict[str, int]) -> Group:
    """The main branches, for words the ones below them; under a chosen one its own branches."""
    base = 4 if params.text else 2
    shown = {code for code in counts if len(code) == base}
    for chosen in params.categories:
        shown.add(chosen)
        for end in range(base, len(chosen) + 1, 2):
            shown |= {code for code in counts if code.startswith(chosen[:end]) and len(code) == end + 2}
    names = {ours.code: ours.name for ours in Category.objects.filter(code__in=shown).select_related("category")}

    def rank(code):
        return [(-counts.get(code[:end], 0), code[:end]) for end in range(min(base, len(code)), len(code) + 1, 2)]

    values = [
        Value(names[code], code, counts.get(code, 0), code in params.categories, depth=max(0, len(code) - base) // 2)
        for code in sorted(shown & set(names), key=rank)
    ]
    return Group(_("Kategorie"), NAMES["categories"], values)


def _days(params: Params, viewer: Viewer, counts: dict[int, int]) -> Group:
    values = []
    for number, (day, name) in zip(range(6), WEEKDAYS, strict=False):
        coming = sum(counts.get(supplier, 0) for supplier in viewer.coming_on([day]))
        values.append(Value(str(name), str(day), coming, day in params.days, short=str(SHORT_DAYS[number])))
    return Group(_("Liefertag, nächste 7 Tage"), NAMES["days"], values, "days")


def _rings(params: Params, viewer: Viewer, counts: dict[int, int]) -> Group:
    """Distances are sums over the counts of suppliers."""
    values = []
    for km in RINGS:
        near = sum(counts.get(supplier, 0) for supplier in viewer.within(km))
        label = _("bis %(km)s km") % {"km": km}
        values.append(Value(label, str(km), near, params.radius == km))
    return Group(_("Entfernung"), NAMES["radius"], values, "radio")


def _prices(params: Params, counts: list[int]) -> Group:
    """Two fields, and the ranges that hold something as links; a value is the address of its range."""
    values = []
    for (start, end), count in zip(pairwise(PRICE_EDGES), counts, strict=False):
        low, high = Decimal(start) / SCALE, None if end == MAX_PRICE else Decimal(end) / SCALE - CENT
        label = _("ab %(low)s €") if high is None else _("%(low)s bis %(high)s €")
        chosen = (params.low, params.high) == (low, high)
        if count and not chosen:
            shown = {"low": _amount(low), "high": _amount(high)}
            values.append(Value(label % shown, params.but(low=low, high=high).as_query(), count))
    return Group(_("Preis, netto"), "", values, "price", _amount(params.low), _amount(params.high))


def _amount(euro: Decimal | None) -> str:
    return "" if euro is None else number_format(euro, use_l10n=True)


def _attributes(params: Params, facets: Facets, of) -> list[Group]:
    """The attributes that sort most hits into few short words, each as a filter of its own."""
    names = list(dict.fromkeys(name for name, _value in params.attributes))
    counts = {name: of("attributes", attributes=_without(params, name)).attributes for name in names}
    seen = _choices(facets.attributes)
    for name in sorted(seen, key=lambda name: (-seen[name], name)):
        if name not in counts and len(counts) < GROUPS:
            counts[name] = facets.attributes
    return [_attribute(params, name, found) for name, found in counts.items()]


def _choices(counts: dict[str, int]) -> dict[str, int]:
    """Hits by attribute, of those that offer a choice: few values, all short, several hits to each."""
    found: dict[str, dict[str, int]] = defaultdict(dict)
    for pair, number in counts.items():
        name, _sign, value = pair.partition("=")
        found[name][value] = number
    return {
        name: sum(values.values())
        for name, values in found.items()
        if len(values) <= DISTINCT and max(map(len, values)) <= WORDY and sum(values.values()) >= SHARED * len(values)
    }


def _without(params: Params, name: str) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in params.attributes if pair[0] != name)


def _attribute(params: Params, name: str, counts: dict[str, int]) -> Group:
    own = {pair.partition("=")[2]: number for pair, number in counts.items() if pair.partition("=")[0] == name}
    own |= {value: 0 for of, value in params.attributes if of == name and value not in own}
    values = [
        Value(value, f"{name}={value}", own[value], (name, value) in params.attributes)
        for value in sorted(own, key=lambda value: (-own[value], value))
    ]
    return Group(name, NAMES["attributes"], values)


def _suppliers(params: Params, viewer: Viewer, counts: dict[int, int]) -> Group:
    shops = {viewer.shops[key].supplier: number for key, number in counts.items() if key in viewer.shops}
    values = [
        Value(supplier.name, supplier.slug, shops[supplier], supplier.slug in params.suppliers)
        for supplier in sorted(shops, key=lambda supplier: (-shops[supplier], supplier.name))
    ]
    return Group(_("Betrieb"), NAMES["suppliers"], values)
