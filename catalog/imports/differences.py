"""What a run changes, old beside new: before the commit from the staged rows, after it from the before-images."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from catalog.imports import goods, sql
from catalog.models import BeforeImage, ImportFinding, ImportRun, Listing, Outcome, StagedRow

MOST_NAMED = 1000

FIELDS = {
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


EDITED = f"""
    SELECT s.number FROM catalog_stagedrow s
    JOIN catalog_listing l ON l.id = s.listing_id
    JOIN catalogue_product p ON p.id = l.product_id
    JOIN catalog_importedrow i ON i.listing_id = l.id
    WHERE s.run_id = %(run)s AND s.outcome = 'updated' AND i.digest NOT IN ('', {goods.DIGEST})
    ORDER BY s.number LIMIT {MOST_NAMED}
"""


def note_overwritten_edits(run: ImportRun) -> None:
    """Name the articles that somebody changed since the last import and that the file would change back."""
    numbers = [number for (number,) in sql.rows(EDITED, run=run.pk)]
    rows = list(run.staged.filter(number__in=numbers).order_by("number"))
    listings = Listing.objects.select_related("product").in_bulk([row.listing_id for row in rows])
    noted = []
    for row in rows:
        change = _staged(run, row, listings[row.listing_id])
        names = [str(_("Preis"))] * (change.old != change.new) + change.fields
        names = [name for name in names if name != str(FIELDS["stock"])]  # that is the orders' doing
        if names:
            noted.append(
                ImportFinding(
                    run=run, number=row.number, sheet=run.sheet, row=row.rows[0], raw=", ".join(names),
                    rule="edited_by_hand", severity="info",
                )
            )  # fmt: skip
    ImportFinding.objects.bulk_create(noted)


def changed(run: ImportRun):
    """The rows of `changes`, to be cut into pages: staged ones while they wait, else the before-images."""
    staged = run.staged.filter(outcome=Outcome.UPDATED).order_by("number")
    if run.status != ImportRun.Status.DONE or staged.exists():
        return staged
    return run.before_images.filter(is_new=False).order_by("pk")


def changes(run: ImportRun, rows: list) -> list[Change]:
    listings = Listing.objects.select_related("product").in_bulk([row.listing_id for row in rows])
    show = _image if rows and isinstance(rows[0], BeforeImage) else _staged
    return [show(run, row, listings[row.listing_id]) for row in rows if row.listing_id in listings]


def _image(run: ImportRun, image: BeforeImage, listing: Listing) -> Change:
    names = [name for name, was in image.before.items() if was != image.after.get(name)]
    return Change(listing, _unit_price(image.before, listing), _unit_price(image.after, listing), _words(names))


def _unit_price(state: dict, listing: Listing) -> Decimal | None:
    if "price" not in state:
        return listing.unit_price
    return None if state["price"] is None else Decimal(str(state["price"])) / (state["price_quantity"] or 1)


def _staged(run: ImportRun, row: StagedRow, listing: Listing) -> Change:
    provided = set(run.provided)
    new = row.price / row.price_quantity if "price" in provided and row.price is not None else listing.unit_price
    if "price" in provided and row.price is None:
        new = None
    names = [name for name, source in goods.FOLLOWS.items() if source in provided]
    names = [name for name in names if getattr(row, name) != getattr(listing, name)]
    names += _other(row, listing, provided)
    return Change(listing, listing.unit_price, new, _words(names))


def _other(row: StagedRow, listing: Listing, provided: set) -> list[str]:
    """What is not simply copied: texts of the product, merged and optional values."""
    differs = {
        "name": "name" in provided and row.name != listing.product.title,
        "description": "description" in provided and row.description != listing.product.description,
        "attributes": (listing.attributes | row.attributes) != listing.attributes,
        "texts": (listing.texts | row.texts) != listing.texts,
        "stock": row.stock is not None and row.stock != listing.stock,
        "online": row.online is not None and row.online != listing.online,
        "categories": row.category_id is not None and not _lies_in(listing, row.category_id),
    }
    return [name for name, is_other in differs.items() if is_other]


def _lies_in(listing: Listing, category: int) -> bool:
    return listing.product.categories.filter(pk=category).exists()


def _words(names: list[str]) -> list[str]:
    return [str(FIELDS[name]) for name in FIELDS if name in names]
