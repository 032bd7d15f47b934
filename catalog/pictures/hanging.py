"""Pictures hung on articles by an import or a zip, with how it was before; and taken back."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db import transaction
from oscar.core.loading import get_model

from catalog.models import ImportRun, Listing, PicturesBefore, PictureZip

ProductImage = get_model("catalogue", "ProductImage")

CHUNK = 500
FIELD = "pictures"  # as undo names what was edited since

Wall = list[list[str]]
"""[stored name, own text] of an article's pictures, in order."""


def walls(listings: Iterable[Listing]) -> dict[int, Wall]:
    """What hangs where now, by listing key."""
    found = list(listings)
    hung: dict[int, Wall] = defaultdict(list)
    images = ProductImage.objects.filter(product__in=[listing.product_id for listing in found])
    for product, name, text in images.order_by("display_order", "pk").values_list("product_id", "original", "caption"):
        hung[product].append([name, text])
    return {listing.pk: hung[listing.product_id] for listing in found}


@transaction.atomic
def hang(origin: ImportRun | PictureZip, wanted: Mapping[int, list[str]]) -> int:
    """Give each article (by key) these stored pictures; returns how many articles that changes.

    A text stays with its picture. Pictures that a person changed since this origin hung them stay.
    """
    listings = _locked(wanted)
    now = walls(listings.values())
    before = {row.listing_id: row for row in PicturesBefore.objects.filter(**of(origin), listing__in=listings)}
    changes = {}
    for key in listings:
        then = _with_texts(wanted[key], now[key])
        edited_since = key in before and names(now[key]) != names(before[key].after)
        if names(then) != names(now[key]) and not edited_since:
            changes[key] = then
    write_walls(listings, changes)
    PicturesBefore.objects.bulk_create(
        [
            PicturesBefore(
                **of(origin), listing_id=key, before=before[key].before if key in before else now[key], after=then
            )
            for key, then in changes.items()
        ],
        update_conflicts=True,
        unique_fields=[*of(origin), "listing"],
        update_fields=["after"],
    )
    return len(changes)


@transaction.atomic
def take_back(origin: ImportRun | PictureZip, left: Mapping[int, list[str]] | None = None) -> list[list]:
    """Hang what was there before; returns [number, name, fields] of articles whose pictures were changed since.

    `left`: only in these articles, and what of the origin's pictures stays in each; where none does, what was before.
    """
    kept: list[list] = []
    found = PicturesBefore.objects.filter(**of(origin))
    rows = list((found if left is None else found.filter(listing__in=left)).order_by("listing_id"))
    for start in range(0, len(rows), CHUNK):
        kept += _take_back({row.listing_id: row for row in rows[start : start + CHUNK]}, left or {})
    return kept


def _take_back(rows: dict[int, PicturesBefore], left: Mapping[int, list[str]]) -> list[list]:
    listings = _locked(rows)
    now = walls(listings.values())
    as_left = {key for key in listings if names(now[key]) == names(rows[key].after)}
    changes = {
        key: _with_texts(left.get(key) or names(rows[key].before), [*rows[key].before, *now[key]]) for key in as_left
    }
    write_walls(listings, changes)
    for key in as_left:
        rows[key].after = changes[key]
    PicturesBefore.objects.bulk_update([rows[key] for key in as_left if left.get(key)], ["after"])
    PicturesBefore.objects.filter(pk__in=[rows[key].pk for key in as_left if not left.get(key)]).delete()
    edited = [key for key in listings if key not in as_left and names(now[key]) != names(rows[key].before)]
    return [[listings[key].article_number, listings[key].product.title, [FIELD]] for key in edited]


@transaction.atomic
def take_down(listing: Listing, images: Iterable[int]) -> None:
    """Remove these pictures (by key) from the article; the others move up."""
    hung = ProductImage.objects.filter(product=listing.product_id)
    if gone := set(images):
        hung.filter(pk__in=gone).delete()
        for place, image in enumerate(hung.order_by("display_order", "pk")):
            hung.filter(pk=image.pk).update(display_order=place)


def write_walls(listings: Mapping[int, Listing], changes: Mapping[int, Wall]) -> None:
    """Replace the pictures of these articles, two queries for all."""
    products = {key: listings[key].product_id for key in changes}
    ProductImage.objects.filter(product__in=products.values()).delete()
    ProductImage.objects.bulk_create(
        ProductImage(product_id=products[key], original=name, caption=text, display_order=place)
        for key, wall in changes.items()
        for place, (name, text) in enumerate(wall)
    )


def names(wall: Wall) -> list[str]:
    return [name for name, _ in wall]


def of(origin: ImportRun | PictureZip) -> dict:
    return {"run": origin} if isinstance(origin, ImportRun) else {"zip": origin}


def _locked(keys: Iterable[int]) -> dict[int, Listing]:
    listings = Listing.objects.filter(pk__in=list(keys)).select_related("product").select_for_update(of=("self",))
    return {listing.pk: listing for listing in listings.order_by("pk")}


def _with_texts(wanted: Iterable[str], known: Wall) -> Wall:
    """Each picture once, with the last text that was written for it."""
    texts = {name: text for name, text in known if text}
    return [[name, texts.get(name, "")] for name in dict.fromkeys(wanted)]
