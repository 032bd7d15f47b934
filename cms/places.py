"""What our pages show besides their own words. All of it is read live; nothing here is stored."""

from collections.abc import Iterator
from functools import cache

from django.db.models import Count
from django.db.models.functions import Left
from django.urls import URLResolver, get_resolver
from oscar.core.loading import get_model

from accounts.models import Address
from buyers.models import Relationship, buyer_of
from catalog.models import Category, Listing
from catalog.pictures import first_pictures
from catalog.pricing import prices_for
from suppliers.days import delivery_days
from suppliers.delivery import distance_between
from suppliers.models import Supplier

ProductImage = get_model("catalogue", "ProductImage")

SHOWN_ARTICLES = 6
SHOWN_MAKERS = 3
SHOWN_SHELVES = 12
WINDOW_TILES = 10
TOP = 4  # characters of a treebeard path that name the first level


@cache
def taken() -> frozenset[str]:
    """First steps of the paths that our apps have taken ("suche", "verkauf"): no page may hide behind them."""
    return frozenset(_first_steps(get_resolver().url_patterns))


def _first_steps(patterns) -> Iterator[str]:
    for pattern in patterns:
        path = str(pattern.pattern)
        if isinstance(pattern, URLResolver) and not path.rstrip("/").isidentifier():
            yield from _first_steps(pattern.url_patterns)
        else:
            yield path.partition("/")[0]


def front(request) -> dict:
    """The front page: shelves of the first level, newest producers, a window full of goods."""
    findable = Listing.objects.findable()
    return {
        "shelves": shelves(findable),
        "makers": Supplier.objects.listed()
        .select_related("organisation", "address")
        .order_by("-organisation__created_at")[:SHOWN_MAKERS],
        "maker_count": Supplier.objects.listed().count(),
        "article_count": findable.count(),
        "window": window(findable),
    }


def shelves(listings) -> list[dict]:
    """Categories of the first level that hold goods: category, articles, makers, picture."""
    counts = (
        listings.filter(product__categories__isnull=False)
        .order_by()
        .values(top=Left("product__categories__path", TOP))
        .annotate(articles=Count("pk", distinct=True), makers=Count("supplier", distinct=True))
    )
    by_path = {row["top"]: row for row in counts}
    categories = Category.objects.filter(category__path__in=by_path).select_related("category")
    found = [{"category": category, **by_path[category.category.path]} for category in categories]
    for shelf in found:
        shelf["picture"] = ProductImage.objects.filter(
            product__listing__in=listings, product__categories__path__startswith=shelf["top"]
        ).first()
    return sorted(found, key=lambda shelf: -shelf["articles"])[:SHOWN_SHELVES]


def window(listings) -> list:
    """Ten pictures, no two alike, of as many producers as there are."""
    pictures = ProductImage.objects.filter(product__listing__in=listings, display_order=0).order_by("-pk")
    different = {picture.original.name: picture for picture in pictures[: WINDOW_TILES * 20]}
    chosen = list(different.values())
    return chosen[:: max(1, len(chosen) // WINDOW_TILES)][:WINDOW_TILES]


def shop(supplier: Supplier, request) -> dict:
    """A producer's page: terms, next days, what he makes, first articles at this buyer's prices, where he is."""
    actor = getattr(request, "actor", None)
    buyer = buyer_of(actor)
    listings = Listing.objects.findable().filter(supplier=supplier)
    first = list(listings.with_product().order_by("-product__images", "sort_key").distinct()[:SHOWN_ARTICLES])
    pictures = first_pictures(first)
    prices = prices_for(buyer, [(listing, listing.minimum) for listing in first])
    return {
        "supplier": supplier,
        "organisation": supplier.organisation,
        "days": delivery_days(supplier.weekdays, supplier.cutoff_days, supplier.cutoff_time, count=3),
        "article_count": listings.count(),
        "groups": _groups(listings),
        "cards": [
            {"listing": price.listing, "price": price, "picture": pictures.get(price.listing.product_id)}
            for price in prices
        ],
        "window": window(listings)[:6],
        "relationship": Relationship.objects.filter(supplier=supplier, buyer=buyer).first() if buyer else None,
        "buyer": buyer,
        "distance": _distance(supplier, actor),
    }


def _groups(listings) -> list[Category]:
    """The categories of these listings with `articles`, the fullest first."""
    counts = listings.order_by().values("product__categories").annotate(articles=Count("pk")).order_by("-articles")
    by_key = {row["product__categories"]: row["articles"] for row in counts[:8] if row["product__categories"]}
    categories = list(Category.objects.filter(category__in=by_key).select_related("category"))
    for category in categories:
        category.articles = by_key[category.category_id]
    return sorted(categories, key=lambda category: -category.articles)


def _distance(supplier, actor) -> float | None:
    here = Address.objects.filter(organisation=actor.organisation, is_delivery=True).first() if actor else None
    return distance_between(here, supplier.address)
