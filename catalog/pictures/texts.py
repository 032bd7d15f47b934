"""What is on a picture, in the supplier's words. No text of one's own: the article's name stands in."""

from collections.abc import Mapping

from django.db import transaction
from django.db.models import QuerySet
from oscar.core.loading import get_model

from accounts.actor import Actor
from accounts.journal import record
from catalog.models import Listing
from suppliers.models import Supplier

ProductImage = get_model("catalogue", "ProductImage")
LONGEST = ProductImage._meta.get_field("caption").max_length


def pictures_of(supplier: Supplier, *, untold: bool) -> QuerySet:
    """The pictures of a supplier's articles in the order of his list, or only those without a text of their own."""
    images = _images(Listing.objects.filter(supplier=supplier).kept())
    images = images.filter(caption="") if untold else images
    return images.order_by("product__listing__sort_key", "product__listing__pk", "display_order")


def _images(listings: QuerySet[Listing]) -> QuerySet:
    return ProductImage.objects.filter(product__listing__in=listings).select_related("product__listing")


@transaction.atomic
def write_texts(supplier: Supplier, texts: Mapping[int, str], *, by: Actor | None) -> int:
    """{picture's key: text}, an empty text goes back to the name; returns how many changed."""
    images = _images(supplier.listings.all()).filter(pk__in=texts).select_for_update(of=("self",)).order_by("pk")
    changed = []
    for image in images:
        text = " ".join(texts[image.pk].split())[:LONGEST]
        if text != image.caption:
            image.caption = text
            changed.append(image)
    ProductImage.objects.bulk_update(changed, ["caption"])
    if changed:
        record("pictures.described", supplier.organisation, by=by, pictures=len(changed))
    return len(changed)
