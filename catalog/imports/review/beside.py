"""A row in doubt beside the article that it may be, as a person compares them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q

from catalog.imports.language.words import key_of
from catalog.imports.review.messages import sentence
from catalog.imports.review.pending import params_of
from catalog.imports.runs.identity import open_doubts
from catalog.models import ImportFinding, ImportRun, Listing, StagedRow

REUSED = ("number_reused", "names_differ")  # the number leads to the article, only the name is another


@dataclass
class Pair:
    """What the list says (`row`) and what is in the shop (`listing`)."""

    doubt: ImportFinding
    row: StagedRow
    listing: Listing
    chosen: str = ""  # same or new, not yet sent

    @property
    def name(self) -> str:
        return f"row-{self.doubt.number}"

    @property
    def text(self) -> str:
        return sentence(self.doubt.rule, params_of(self.doubt))

    @property
    def is_reused(self) -> bool:
        return self.doubt.rule in REUSED

    @property
    def number(self) -> str:
        return "" if self.row.number_is_ours else self.row.article_number

    @property
    def picture(self):
        return next(iter(self.listing.product.images.all()), None)

    @property
    def price(self) -> Decimal | None:
        """Net for one unit, as the list says it."""
        return None if self.row.price is None else self.row.price / (self.row.price_quantity or 1)

    @property
    def differs(self) -> set[str]:
        """What is not the same on both sides."""
        row, listing = self.row, self.listing
        other = {
            "number": bool(self.number) and self.number.casefold() != listing.article_number.casefold(),
            "name": row.name != listing.product.title,
            "unit": (row.unit, row.content, row.content_unit) != (listing.unit, listing.content, listing.content_unit),
            "origin": key_of(row.origin) != key_of(listing.origin),
            "price": self.price != listing.unit_price,
        }
        return {name for name, is_other in other.items() if is_other}


def pairs(run: ImportRun, doubts: Iterable[ImportFinding], chosen: Mapping[str, str]) -> list[Pair]:
    """In the order of the doubts."""
    doubts = list(doubts)
    rows = {row.number: row for row in run.staged.filter(number__in=[doubt.number for doubt in doubts])}
    listings = Listing.objects.select_related("product").prefetch_related("product__images")
    known = listings.in_bulk([doubt.params["listing"] for doubt in doubts])
    found = [Pair(doubt, rows[doubt.number], known[doubt.params["listing"]]) for doubt in doubts]
    for pair in found:
        pair.chosen = chosen.get(pair.name, "")
    return found


@dataclass
class Kind:
    """All doubts of one rule: how many, and how many of them may be answered at once."""

    rule: str
    count: int
    sure: int
    first: ImportFinding

    @property
    def title(self) -> str:
        return sentence(self.rule, params_of(self.first))

    @property
    def is_reused(self) -> bool:
        return self.rule in REUSED


def kinds(run: ImportRun) -> list[Kind]:
    """The largest first."""
    found = open_doubts(run)
    sure = Count("pk", filter=Q(params__sure=True))
    counted = found.order_by("rule").values("rule").annotate(count=Count("pk"), sure=sure).order_by("-count", "rule")
    return [Kind(one["rule"], one["count"], one["sure"], found.filter(rule=one["rule"])[0]) for one in counted]
