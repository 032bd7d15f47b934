"""Articles as they are found."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import F, Prefetch, Q
from oscar.core.loading import get_model

from accounts.models import Address, Organisation
from catalog.models import Category, Listing, PriceLine
from catalog.pricing import price_at, read_steps
from search.engines.base import EVERYBODY, MAX_PRICE, SCALE, packed
from search.fold import code_of, fold
from search.models.outbox import Change, Index
from search.registry import Kind, register
from search.text import Analyser
from search.triggers import announce

OscarProduct: Any = get_model("catalogue", "Product")
OscarProductCategory: Any = get_model("catalogue", "ProductCategory")
OscarCategory: Any = get_model("catalogue", "Category")
SYMBOLS = {"KGM": "kg", "GRM": "g", "LTR": "l", "MLT": "ml", "CLT": "cl", "MTR": "m", "CMT": "cm", "MMT": "mm"}
_OF_LINE = ("listing_id", "price_list_id", "price", "price_quantity", "steps")
LONGEST = 120  # letters of an attribute value that can still be a filter


def rows():
    lines = PriceLine.objects.in_force().only(*_OF_LINE)
    return (
        Listing.objects.findable()
        .select_related("product", "supplier__organisation", "supplier__address")
        .prefetch_related("product__categories__ours", Prefetch("price_lines", lines))
    )


def document(analyser: Analyser, listing: Listing) -> dict:
    product, supplier, texts = listing.product, listing.supplier, listing.texts
    categories = [category.ours for category in product.categories.all() if hasattr(category, "ours")]
    attributes = dict(attribute.split("=", 1) for attribute in _attributes(listing))
    town = supplier.address.town if supplier.address else ""
    prices = {line.price_list_id: _whole(listing, line) for line in listing.price_lines.all()}
    return {
        "name": analyser.index(product.title, texts.get("name", "")),
        "text": analyser.index(
            product.description,
            texts.get("description", ""),
            supplier.organisation.name,
            town,
            _content(listing),
            *attributes.values(),
            *(name for category in categories for name in (category.category.name, category.name_en)),
        ),
        "supplier": listing.supplier_id,
        "audience": [EVERYBODY],
        "base": _whole(listing, listing),
        "lists": sorted(prices),
        "prices": sorted(packed(number, price) for number, price in prices.items()),
        "categories": sorted({c.code[:end] for c in categories for end in range(2, len(c.code) + 1, 2)}),
        "attributes": sorted(_attributes(listing)),
        "codes": sorted({code_of(listing.article_number), code_of(listing.gtin)} - {""}),
        "words": sorted(_words(product.title)),
        "order": f"{listing.sort_key}\t{listing.pk:012}",
    }


def _attributes(listing: Listing) -> set[str]:
    """`name=value` of everything that can be a filter; several values stand in a list or behind semicolons."""
    named = [(name, value) for name, value in listing.attributes.items()]
    pairs = [*named, ("Herkunft", listing.origin)]
    return {
        f"{name}={one.strip()}"
        for name, value in pairs
        for one in (value if isinstance(value, list) else re.split(";", str(value)))
        if str(one).strip() and len(str(one)) <= LONGEST and "=" not in name
    }


def _content(listing: Listing) -> str:
    """What one order unit holds, as people search it: 500 g."""
    if listing.content is None or listing.content_unit not in SYMBOLS:
        return ""
    return f"{listing.content.normalize():f} {SYMBOLS[listing.content_unit]}"


def _words(title: str) -> Iterable[str]:
    """Nouns of a title for completion while typing, folded and as written."""
    found = re.findall(r"\b[A-ZÄÖÜ][a-zäöüß]{2,29}\b", title)
    return {f"{fold(word)}\t{word}" for word in found}


def _whole(listing: Listing, source: Listing | PriceLine) -> int:
    """Net price of one order unit at the minimum quantity in 1/10000 EUR, -1 on request."""
    price = price_at(listing.minimum, source.price, read_steps(source.steps))
    if price is None:
        return -1
    whole = (price * SCALE / source.price_quantity).quantize(Decimal(1), ROUND_HALF_UP)
    return min(int(whole), MAX_PRICE - 1)


def _where(field: str):
    """Articles that a change of these keys of `field` touches."""
    return lambda keys: Listing.objects.filter(**{f"{field}__in": keys}).values_list("pk", flat=True)


def _of_categories(categories: list[int]) -> Iterable[int]:
    """Articles in these categories and below: their documents carry the whole path."""
    paths = OscarCategory.objects.filter(pk__in=categories).values_list("path", flat=True)
    below = [
        pk for path in paths for pk in OscarCategory.objects.filter(path__startswith=path).values_list("pk", flat=True)
    ]
    return Listing.objects.filter(product__categories__in=below).values_list("pk", flat=True).distinct()


def catalogue_names() -> Iterable[str]:
    return Listing.objects.findable().values_list(F("product__title"), flat=True).iterator()


def announce_prices_of(day: date) -> None:
    """Agreed prices come and go with the days, which no trigger sees."""
    turning = PriceLine.objects.filter(Q(valid_from=day) | Q(valid_to=day - timedelta(days=1)))
    keys = set(turning.values_list("listing_id", flat=True))
    engines = Index.objects.values_list("engine", flat=True)
    Change.objects.bulk_create(
        (Change(engine=engine, kind="listings", key=key) for engine in engines for key in keys), batch_size=5000
    )


register(
    Kind(
        "listings",
        rows,
        document,
        groups={
            "suppliers": _where("supplier"),
            "organisations": _where("supplier__organisation"),
            "addresses": _where("supplier__address"),
            "categories": _of_categories,
        },
    )
)

_SHOWN = (
    "supplier_id", "article_number", "gtin", "sort_key", "texts", "minimum", "price", "price_quantity", "steps",
    "unit", "content", "content_unit", "online", "origin", "attributes",
)  # fmt: skip
_AGREED = (*_OF_LINE, "unit", "valid_from", "valid_to")
_ITS_LISTING = "JOIN catalog_listing AS l ON l.product_id = n."


class ChangedListing(Listing):
    class Meta:
        proxy = True
        triggers = announce("listings", watch=_SHOWN)


class ChangedProduct(OscarProduct):
    class Meta:
        proxy = True
        triggers = announce("listings", "l.id", _ITS_LISTING + "id", watch=("title", "description"))


class ChangedProductCategory(OscarProductCategory):
    class Meta:
        proxy = True
        triggers = announce("listings", "l.id", _ITS_LISTING + "product_id")


class ChangedPriceLine(PriceLine):
    class Meta:
        proxy = True
        triggers = announce("listings", "n.listing_id", watch=_AGREED)


class ChangedCategory(OscarCategory):
    class Meta:
        proxy = True
        triggers = announce("categories", watch=("name", "path"))


class ChangedCategoryCode(Category):
    class Meta:
        proxy = True
        triggers = announce("categories", "n.category_id", watch=("code", "name_en"))


class ChangedOrganisation(Organisation):
    """Whether a producer's articles are found at all, and his name."""

    class Meta:
        proxy = True
        triggers = announce("organisations", watch=("name", "status"))


class ChangedAddress(Address):
    class Meta:
        proxy = True
        triggers = announce("addresses", watch=("postcode", "town"))
