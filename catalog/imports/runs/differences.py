"""What a run changes, old beside new: before the commit from the staged rows, after it from the before-images."""

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial

from django.utils import timezone
from django.utils.formats import date_format, localize
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from catalog.imports.runs import agreed, goods
from catalog.models import BeforeImage, ImportRun, Listing, Outcome, StagedRow
from catalog.pictures import columns
from catalog.unit_words import unit_word

FIELDS = {
    "article_number": _("Artikelnummer"),
    "name": _("Bezeichnung"),
    "description": _("Beschreibung"),
    "categories": _("Warengruppe"),
    "gtin": _("Strichcode (EAN/GTIN)"),
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


SHORT = {"article_number", "name", "unit", "origin", "gtin", "vat_rate", "minimum", "interval", "content"}


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
    news = [Outcome.CREATED, Outcome.UPDATED] if run.price_list_id else [Outcome.UPDATED]
    staged = run.staged.filter(outcome__in=news).order_by("number")
    if run.status != ImportRun.Status.DONE or staged.exists():
        return staged
    return run.before_images.filter(is_new=False).order_by("pk")


def changes(run: ImportRun, rows: list) -> list[Change]:
    listings = Listing.objects.select_related("product").in_bulk([row.listing_id for row in rows])
    if run.price_list_id:
        return _agreed(run, rows, listings)
    show = _image if rows and isinstance(rows[0], BeforeImage) else _staged
    found = [show(run, row, listings[row.listing_id]) for row in rows if row.listing_id in listings]
    pictured = columns.named_by(run, listings)
    for change in found:
        change.fields += [str(_("Bilder"))] * (change.listing.pk in pictured)
    return found


# of agreed prices: the price of the days that a row speaks of, beside the one that held before


def _agreed(run: ImportRun, rows: list, listings: dict[int, Listing]) -> list[Change]:
    if rows and isinstance(rows[0], BeforeImage):
        pairs = [(row.listing_id, row.before["lines"], new) for row in rows for new in _news(row)]
    else:
        before, said = agreed.lines(run, listings), agreed.said(run, [row.number for row in rows])
        pairs = [(row.listing_id, before[row.listing_id], said[row.number]) for row in rows if row.number in said]
    return [_beside(listings[listing], old, new) for listing, old, new in pairs if listing in listings]


def _news(image: BeforeImage) -> list[dict]:
    """The lines that the run wrote; what it left of older ones has their terms."""
    old = [agreed.terms(line) for line in image.before["lines"]]
    fresh = [line for line in image.after.get("lines", ()) if line not in image.before["lines"]]
    return [line for line in fresh if agreed.terms(line) not in old] or fresh[:1]


def _beside(listing: Listing, before: list[dict], new: dict) -> Change:
    day = max(new["valid_from"] or "", timezone.localdate().isoformat())
    old = next((line for line in before if (line["valid_from"] or "") <= day <= (line["valid_to"] or "9999")), None)
    was, will_be = (Decimal(str(line["price"])) / line["price_quantity"] if line else None for line in (old, new))
    words = [_days(new)] if new["valid_from"] or new["valid_to"] else []
    words += [str(FIELDS["steps"])] * ((old["steps"] if old else []) != new["steps"])
    return Change(listing, was, will_be, words)


def _days(line: dict) -> str:
    first, last = (
        line[name] and date_format(date.fromisoformat(line[name]), pgettext("Form eines Tages", "j.n.Y"))
        for name in ("valid_from", "valid_to")
    )
    if first and last:
        return str(_("%(first)s bis %(last)s") % {"first": first, "last": last})
    return str(_("ab %(day)s") % {"day": first} if first else _("bis %(day)s") % {"day": last})


def _image(run: ImportRun, image: BeforeImage, listing: Listing) -> Change:
    names = [name for name, was in image.before.items() if was != image.after.get(name)]
    words = _words(names, image.before.get, image.after.get)
    return Change(listing, _unit_price(image.before, listing), _unit_price(image.after, listing), words)


def _unit_price(state: dict, listing: Listing) -> Decimal | None:
    if "price" not in state:
        return listing.unit_price
    return None if state["price"] is None else Decimal(str(state["price"])) / (state["price_quantity"] or 1)


def _staged(run: ImportRun, row: StagedRow, listing: Listing) -> Change:
    def now(name: str):
        return listing.product.title if name == "name" else getattr(listing, name)

    words = _words(changed_fields(run, row, listing), now, partial(getattr, row))
    return Change(listing, listing.unit_price, new_unit_price(run, row, listing), words)


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


def _words(names: Container[str], was: Callable, will_be: Callable) -> list[str]:
    """What else is another, where that is short with both values: `Bezeichnung: Mohnbrötchen → Sesambrötchen`."""
    return [
        f"{FIELDS[name]}: {_said(name, was(name))} → {_said(name, will_be(name))}"
        if name in SHORT
        else str(FIELDS[name])
        for name in FIELDS
        if name in names
    ]


def _said(name: str, value) -> str:
    if value in (None, ""):
        return "–"
    if name == "unit":
        return str(unit_word(value))
    return (
        str(value)
        if name in ("name", "origin", "gtin", "article_number")
        else localize(Decimal(str(value)).normalize())
    )
