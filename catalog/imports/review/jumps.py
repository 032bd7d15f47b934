"""A price beside the one that it is far from: the article's last one or, of an agreed price, the one of the list."""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from catalog.imports.runs.decisions import HOLDING, LEFT_OUT
from catalog.models import ImportRun, Listing, StagedRow

# Who says yes to the one has said it to the other, which is not shown.
SAID_BY = {"price_jump": ("price_outlier",), "agreed_far": ("price_outlier",)}


class Jump(NamedTuple):
    """What one unit costs now and cost before (or by the list), net or gross as the file states it."""

    new: Decimal
    old: Decimal


def jumps(run: ImportRun, numbers: Iterable[int]) -> dict[int, Jump]:
    """Both prices of the rows among these that a person is asked about."""
    jumped = run.findings.filter(rule__in=SAID_BY, severity__in=(*HOLDING, LEFT_OUT), number__in=numbers)
    rows = run.staged.filter(number__in=jumped.values("number"))
    listings = Listing.objects.in_bulk([row.listing_id for row in rows])
    pairs = ((row.number, _jump(row, listings.get(row.listing_id))) for row in rows)
    return {number: jump for number, jump in pairs if jump}


def _jump(row: StagedRow, listing: Listing | None) -> Jump | None:
    if listing is None or listing.price is None or row.price is None:
        return None
    if row.gross_price is None:
        return Jump(row.price / row.price_quantity, listing.price / listing.price_quantity)
    was = listing.gross_price or listing.price * (100 + listing.vat_rate) / 100
    return Jump(row.gross_price / row.price_quantity, was / listing.price_quantity)
