"""What somebody changed by hand since the last import and what the list would change back, with both values."""

from dataclasses import dataclass
from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from catalog import sql
from catalog.imports.runs import goods
from catalog.imports.runs.differences import FIELDS, changed_fields, new_unit_price
from catalog.models import Category, ImportFinding, ImportRun, Listing, StagedRow

MOST_NAMED = 1000
MOST_SHOWN = 20
KINDS = {"unit": "unit", "vat_rate": "percent", "online": "switch", "minimum": "number", "interval": "number"}

EDITED = f"""
    SELECT s.number FROM catalog_stagedrow s
    JOIN catalog_listing l ON l.id = s.listing_id
    JOIN catalogue_product p ON p.id = l.product_id
    JOIN catalog_importedrow i ON i.listing_id = l.id
    WHERE s.run_id = %(run)s AND s.outcome = 'updated' AND i.digest LIKE '%%/%%'
      AND split_part(i.digest, '/', 1) <> split_part({goods.DIGEST}, '/', 1)
    ORDER BY s.number LIMIT {MOST_NAMED}
"""


class Value(NamedTuple):
    """One detail as it is and as the list has it; `kind` says how to write it: euro, number, percent, unit, switch."""

    label: str
    mine: Any
    theirs: Any
    kind: str = ""


@dataclass
class Overwritten:
    """An article that somebody edited, with what the list says otherwise."""

    listing: Listing
    row: int
    values: list[Value]


def note_overwritten_edits(run: ImportRun) -> None:
    """Leave a finding for each article that somebody changed since the last import and that the file changes back."""
    rows = run.staged.filter(number__in=[number for (number,) in sql.rows(EDITED, run=run.pk)]).order_by("number")
    ImportFinding.objects.bulk_create(
        run.finding_at(
            found.row,
            number=number,
            raw=", ".join(str(value.label) for value in found.values),
            rule="edited_by_hand",
            severity="info",
            params={"article": found.listing.called},
        )
        for number, found in _beside(run, list(rows))
    )


def overwritten(run: ImportRun) -> list[Overwritten]:
    """The first of them, for the page of the dry run."""
    noted = run.findings.filter(rule="edited_by_hand").order_by("number").values("number")[:MOST_SHOWN]
    rows = run.staged.filter(outcome="updated", number__in=noted).order_by("number")
    return [found for _number, found in _beside(run, list(rows))]


def _beside(run: ImportRun, rows: list[StagedRow]) -> list[tuple[int, Overwritten]]:
    listings = Listing.objects.select_related("product").in_bulk([row.listing_id for row in rows])
    found = [(row, listings[row.listing_id]) for row in rows]
    values = ((row, listing, _values(run, row, listing)) for row, listing in found)
    return [(row.number, Overwritten(listing, row.rows[0], said)) for row, listing, said in values if said]


def _values(run: ImportRun, row: StagedRow, listing: Listing) -> list[Value]:
    names = changed_fields(run, row, listing)
    names.discard("stock")  # that is the orders' doing
    new = new_unit_price(run, row, listing)
    price = [Value(_("Preis"), listing.unit_price, new, "euro")] if listing.unit_price != new else []
    others = [name for name in FIELDS if name in names]
    return price + [Value(FIELDS[name], *_pair(name, row, listing), KINDS.get(name, "")) for name in others]


def _pair(name: str, row: StagedRow, listing: Listing) -> tuple[Any, Any]:
    """What stands here now and what the list makes of it."""
    if name in ("name", "description"):
        return getattr(listing.product, "title" if name == "name" else name), getattr(row, name)
    if name == "categories":
        new = Category.objects.filter(category_id=row.category_id).select_related("category").first()
        return _names(listing.product.categories.all()), new.category.name if new else ""
    if name in ("attributes", "texts", "steps"):
        return _said(getattr(listing, name)), _said(getattr(row, name))
    return getattr(listing, name, None), getattr(row, name, None)


def _names(categories) -> str:
    return ", ".join(category.name for category in categories)


def _said(value: dict | list) -> str:
    pairs = value.items() if isinstance(value, dict) else value
    return ", ".join(f"{name}: {text}" for name, text in pairs)
