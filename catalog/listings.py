"""The verbs of a supplier's own articles: new, changed, online or offline, prices and stock in bulk, and back again."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone
from oscar.core.loading import get_model

from accounts.actor import Actor
from accounts.journal import record
from accounts.models.organisation import new_token
from accounts.sorting import german_slug, german_sort_key
from catalog.models import Category, Listing
from catalog.money import CENT, PRICE_STEP, net_of, steps_as_kept

Product = get_model("catalogue", "Product")
ProductClass = get_model("catalogue", "ProductClass")
StockRecord = get_model("partner", "StockRecord")

UNDO_SECONDS = 3600
UNDOABLE = ("online", "price", "gross_price", "steps", "stock", "stock_mode")


def product_class():
    """The one class that Oscar wants each product to have; stock is ours."""
    return ProductClass.objects.get_or_create(
        slug="artikel", defaults={"name": "Artikel", "track_stock": False, "requires_shipping": True}
    )[0]


@transaction.atomic
def save_listing(listing: Listing, *, name: str, description: str, category: Category | None, by: Actor) -> Listing:
    """Write a new or edited article: Oscar's product, our listing, the stock record that baskets ask for."""
    is_new = listing.pk is None
    product = Product(product_class=product_class()) if is_new else listing.product
    product.title, product.description = name, description
    product.slug = german_slug(name, 250, "artikel")
    product.save()
    listing.product, listing.sort_key, listing.changed_at = product, german_sort_key(name), timezone.now()
    listing.steps = steps_as_kept(listing.steps)
    listing.save()
    product.categories.set([category.category_id] if category else [])
    if is_new:
        StockRecord.objects.create(
            product=product, partner_id=listing.supplier.partner_id, partner_sku=listing.reference
        )
    record("listing.created" if is_new else "listing.changed", listing, by=by, number=listing.article_number)
    return listing


@transaction.atomic
def set_online(listings, online: bool, *, by: Actor) -> str:
    """Put articles online or take them off; returns the token of the way back."""
    return _change(listings, by, "listing.online" if online else "listing.offline", lambda _: {"online": online})


@transaction.atomic
def raise_prices(listings, percent: Decimal, *, by: Actor) -> str:
    """Change base prices and steps by that many percent, rounded as finely as they were; returns the way back."""
    factor = 1 + percent / 100
    return _change(listings.exclude(price=None), by, "listing.prices", lambda listing: _raised(listing, factor))


@transaction.atomic
def set_stock(listings, stock: Decimal | None, *, by: Actor) -> str:
    """Count the stock from now on, or (None) stop counting; returns the way back."""
    mode = Listing.StockMode.TO_ORDER if stock is None else Listing.StockMode.COUNTED
    return _change(listings, by, "listing.stock", lambda _: {"stock": stock, "stock_mode": mode})


def _raised(listing: Listing, factor: Decimal) -> dict:
    grain = CENT if _in_cents(listing.price) else PRICE_STEP
    steps = steps_as_kept((bound, _rounded(Decimal(price) * factor, grain)) for bound, price in listing.steps)
    if listing.gross_price is None:
        return {"price": _rounded(listing.price * factor, grain), "steps": steps}
    gross = _rounded(listing.gross_price * factor, CENT)
    return {"gross_price": gross, "price": net_of(gross, listing.vat_rate), "steps": steps}


def _rounded(price: Decimal, grain: Decimal) -> Decimal:
    return price.quantize(grain, ROUND_HALF_UP)


def _in_cents(price: Decimal) -> bool:
    return price == price.quantize(CENT)


def _change(listings, by: Actor, verb: str, change) -> str:
    locked = list(listings.select_for_update(of=("self",)).order_by("pk"))
    before = [{"pk": listing.pk, **{field: getattr(listing, field) for field in UNDOABLE}} for listing in locked]
    _write(locked, (change(listing) for listing in locked))
    record(verb, by.organisation, by=by, articles=len(locked))
    return _remember(before, by)


def _write(listings: list[Listing], values: Iterable[dict]) -> None:
    now = timezone.now()
    for listing, changed in zip(listings, values, strict=True):
        for field, value in changed.items():
            setattr(listing, field, value)
        listing.changed_at = now
    Listing.objects.bulk_update(listings, [*UNDOABLE, "changed_at"], batch_size=1000)


def _remember(before: list[dict], by: Actor) -> str:
    token = new_token()
    cache.set(f"listings-before:{by.organisation.pk}:{token}", before, UNDO_SECONDS)
    return token


@transaction.atomic
def undo_change(token: str, *, by: Actor) -> int | None:
    """Bring back what a bulk change replaced, within the hour; returns how many articles, None when too late."""
    key = f"listings-before:{by.organisation.pk}:{token}"
    before = {row.pop("pk"): row for row in cache.get(key) or []}
    if not before:
        return None
    locked = list(Listing.objects.run_by(by).filter(pk__in=before).select_for_update(of=("self",)).order_by("pk"))
    _write(locked, (before[listing.pk] for listing in locked))
    cache.delete(key)
    return len(locked)
