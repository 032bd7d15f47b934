"""What a run changes, old beside new: before the commit from the staged rows, after it from the before-images."""

from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from catalog.imports import goods
from catalog.models import BeforeImage, ImportRun, Listing, Outcome, StagedRow
from catalog.pictures import columns

FIELDS = {
    "article_number": _("Artikelnummer"),
    "name": _("Bezeichnung"),
    "description": _("Beschreibung"),
    "categories": _("Warengruppe"),
    "gtin": _("GTIN"),
    "unit": _("Bestelleinheit"),
    "content": _("Inhalt"),
    "minimum": _("Mindestmenge"),
    "interval": _("Mengenschritt"),
    "steps": _("Staffelpreise"),
    "vat_rate": _("Steuersatz"),
    "origin": _("Herkunft"),
    "attributes": _("Merkmale"),
    "texts": _("englische Texte"),
    "stock": _("Vorrat"),
    "online": _("online oder nicht"),
    "deposit_id": _("Pfand"),
}


@dataclass
class Change:
    """One article: net price of one unit before and after, and what else is another."""

    listing: Listing
    old: Decimal | None
    new: Decimal | None
    fields: list[str]

    @property
    def percent(self) -> Decimal | None:
        """By how much the price moves, None without two prices or a move."""
        if not self.old or self.new is None or self.old == self.new:
            return None
        return (self.new / self.old - 1) * 100


def changed(run: ImportRun):
    """The rows of `changes`, to be cut into pages: staged ones while they wait, else the before-images."""
    staged = run.staged.filter(outcome=Outcome.UPDATED).order_by("number")
    if run.status != ImportRun.Status.DONE or staged.exists():
        return staged
    return run.before_images.filter(is_new=False).order_by("pk")


def changes(run: ImportRun, rows: list) -> list[Change]:
    listings = Listing.objects.select_related("product").in_bulk([row.listing_id for row in rows])
    show = _image if rows and isinstance(rows[0], BeforeImage) else _staged
    found = [show(run, row, listings[row.listing_id]) for row in rows if row.listing_id in listings]
    pictured = columns.named_by(run, listings)
    for change in found:
        change.fields += [str(_("Bilder"))] * (change.listing.pk in pictured)
    return found


def _image(run: ImportRun, image: BeforeImage, listing: Listing) -> Change:
    names = [name for name, was in image.before.items() if was != image.after.get(name)]
    return Change(listing, _unit_price(image.before, listing), _unit_price(image.after, listing), _words(names))


def _unit_price(state: dict, listing: Listing) -> Decimal | None:
    if "price" not in state:
        return listing.unit_price
    return None if state["price"] is None else Decimal(str(state["price"])) / (state["price_quantity"] or 1)


def _staged(run: ImportRun, row: StagedRow, listing: Listing) -> Change:
    names = changed_fields(run, row, listing)
    return Change(listing, listing.unit_price, new_unit_price(run, row, listing), _words(names))


def new_unit_price(run: ImportRun, row: StagedRow, listing: Listing) -> Decimal | None:
    """Net for one unit as the staged row leaves it; None where it is on request."""
    if "price" not in run.provided:
        return listing.unit_price
    return None if row.price is None else row.price / row.price_quantity


def changed_fields(run: ImportRun, row: StagedRow, listing: Listing) -> set[str]:
    """Names of the columns that the staged row changes, some of FIELDS among them."""
    provided = set(run.provided)
    copied = {name for name, source in goods.FOLLOWS.items() if source in provided}
    return {name for name in copied if getattr(row, name) != getattr(listing, name)} | _other(row, listing, provided)


def _other(row: StagedRow, listing: Listing, provided: set) -> set[str]:
    """What is not simply copied: texts of the product, merged and optional values."""
    differs = {
        "name": "name" in provided and row.name != listing.product.title,
        "description": "description" in provided and row.description != listing.product.description,
        "attributes": (listing.attributes | row.attributes) != listing.attributes,
        "texts": (listing.texts | row.texts) != listing.texts,
        "stock": row.stock is not None and row.stock != listing.stock,
        "online": row.online is not None and row.online != listing.online,
        "article_number": not row.number_is_ours and row.article_number.upper() != listing.article_number.upper(),
        "categories": row.category_id is not None and not _lies_in(listing, row.category_id),
    }
    return {name for name, is_other in differs.items() if is_other}


def _lies_in(listing: Listing, category: int) -> bool:
    return listing.product.categories.filter(pk=category).exists()


def _words(names: Container[str]) -> list[str]:
    return [str(FIELDS[name]) for name in FIELDS if name in names]
