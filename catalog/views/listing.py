"""The public page of an article, at the reader's own price."""

from django.shortcuts import get_object_or_404, redirect, render
from oscar.core.loading import get_model

from accounts.models import Address
from buyers.models import Buyer, Relationship, buyer_of
from catalog.models import Category, Listing
from catalog.pricing import prices_for
from suppliers.days import delivery_days
from suppliers.delivery import delivers_to, distance_between

ProductImage = get_model("catalogue", "ProductImage")


def listing(request, reference, slug):
    found = get_object_or_404(Listing.objects.visible_to(request.actor).with_product(), reference=reference)
    if slug != found.product.slug:
        return redirect(found, permanent=True)
    return render(request, "catalog/listing.html", listing_context(found, buyer_of(request.actor)))


def listing_context(listing: Listing, buyer: Buyer | None) -> dict:
    """What the article page shows to this buyer (None: a stranger): price, next day, distance, pictures, path."""
    supplier = listing.supplier
    address = _address(buyer)
    days = delivery_days(supplier.weekdays, supplier.cutoff_days, supplier.cutoff_time, count=1)
    comes = supplier.delivery_area != supplier.Area.NONE and (address is None or delivers_to(supplier, address))
    return {
        "listing": listing,
        "price": prices_for(buyer, [(listing, listing.minimum)])[0],
        "delivery": days[0] if days and comes else None,
        "comes": comes,
        "distance": distance_between(supplier.address, address),
        "pictures": ProductImage.objects.filter(product=listing.product_id).order_by("display_order"),
        "path": _category_path(listing),
        "supplier": supplier,
        "buyer": buyer,
        "relationship": Relationship.objects.filter(supplier=supplier, buyer=buyer).first() if buyer else None,
    }


def _address(buyer: Buyer | None) -> Address | None:
    if buyer is None:
        return None
    return buyer.delivery_address or buyer.organisation.addresses.filter(is_delivery=True).first()


def _category_path(listing: Listing) -> list[Category]:
    deepest = listing.product.categories.order_by("-depth").first()
    if deepest is None:
        return []
    paths = [deepest.path[:end] for end in range(4, len(deepest.path) + 1, 4)]
    return list(Category.objects.filter(category__path__in=paths).select_related("category").order_by("category__path"))
