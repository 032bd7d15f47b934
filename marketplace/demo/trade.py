"""Buyers and producers find each other, agree prices and do business, all by the verbs that the pages call."""

import csv
from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from random import Random

from django.db.models import F

from buyers import services as buyers
from buyers.models import Relationship
from catalog.agreements import agree, create_price_list
from catalog.imports import Statement, service
from catalog.models import Listing, PriceList
from catalog.money import cents
from marketplace.demo.joining import Cast
from marketplace.demo.people import Customer
from orders import services as orders
from orders.errors import OrderError
from orders.models import Purchase, SupplierOrder
from suppliers.models import Supplier

PAYMENT_DAYS = (7, 14, 14, 30)
REQUESTS = {"hotel-lindenhof": "kistenbau-hartwig", "cafe-zeitlos": "nudelkueche-teigzeit"}
DECLINED = ("gasthaus-zur-muehle", "hygiene-rabe")
INVITED = ("backstube-hollenbach", "kueche@seniorenhaus-abendsonne.example", "Seniorenhaus Abendsonne")
PURCHASES_EACH = 5
PAST_EACH = 3
BASKET = (("backstube-hollenbach", 3, 12), ("fleischerei-gerstenberger", 2, 2))
OLDEST_DAYS = 75


def become_customers(guests: list[Customer], cast: Cast, chance: Random) -> int:
    """Relationships with customer numbers and terms of payment; some wait, one was declined. Returns how many."""
    for customer in guests:
        for slug, _ in _known(customer, cast):
            buyers.accept_request(
                _ask(cast, customer.slug, slug),
                by=cast.actors[slug],
                customer_number=str(10000 + 7 * Relationship.objects.count()),
                payment_days=chance.choice(PAYMENT_DAYS),
            )
    for customer_slug, slug in REQUESTS.items():
        if customer_slug in cast.buyers and slug in cast.suppliers:
            _ask(cast, customer_slug, slug)
    _decline_and_invite(cast)
    return Relationship.objects.count()


def _decline_and_invite(cast: Cast) -> None:
    customer, slug = DECLINED
    if customer in cast.buyers and slug in cast.suppliers:
        buyers.decline_request(_ask(cast, customer, slug), by=cast.actors[slug])
    slug, email, company = INVITED
    if slug in cast.suppliers:
        buyers.invite_customer(cast.suppliers[slug], email=email, company=company, by=cast.actors[slug])


def _known(customer: Customer, cast: Cast) -> list[tuple[str, int]]:
    """His suppliers who take part."""
    return [(slug, discount) for slug, discount in customer.suppliers if slug in cast.suppliers]


def _ask(cast: Cast, customer: str, slug: str) -> Relationship:
    message = "Guten Tag, wir möchten gern bei Ihnen bestellen."
    return buyers.request_relationship(cast.suppliers[slug], message, by=cast.actors[customer])


def agree_prices(guests: list[Customer], cast: Cast) -> int:
    """One price list for each discount that a producer gives, uploaded as a file. Returns how many lists."""
    lists: dict[tuple[str, int], PriceList] = {}
    for customer in guests:
        for slug, discount in _known(customer, cast):
            if not discount:
                continue
            if (slug, discount) not in lists:
                lists[slug, discount] = _price_list(cast, slug, discount)
            relationship = Relationship.objects.get(supplier=cast.suppliers[slug], buyer=cast.buyers[customer.slug])
            agree(relationship, lists[slug, discount], by=cast.actors[slug])
    return len(lists)


def _price_list(cast: Cast, slug: str, discount: int) -> PriceList:
    supplier, by = cast.suppliers[slug], cast.actors[slug]
    price_list = create_price_list(supplier, f"Stammkunden {discount} %", by=by)
    statement = Statement("net", supplier.usual_vat, supplier.small_business)
    file = _as_file(supplier, discount)
    run = service.start_import(
        supplier, file, f"Stammkunden_{discount}.csv", by=by, statement=statement, price_list=price_list
    )
    service.commit_run(service.run_to_dry_run(run), by=by)
    return price_list


def _as_file(supplier: Supplier, discount: int) -> bytes:
    """Two thirds of the range at a discount, as the producer would send it; some of it dearer from next year on."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";")
    writer.writerow(["Artikelnummer", "Bezeichnung", "Preis netto", "PE", "gültig ab", "gültig bis"])
    turn = date(date.today().year + 1, 1, 1)
    listings = Listing.objects.filter(supplier=supplier, price__isnull=False).select_related("product").order_by("pk")
    for place, listing in enumerate(listings):
        if place % 3 < 2:
            price = cents(listing.price * (100 - discount) / 100)
            goods = [listing.article_number, listing.product.title]
            is_dearer = place % 9 == 0
            last = f"{turn - timedelta(days=1):%d.%m.%Y}" if is_dearer else ""
            writer.writerow([*goods, _comma(price), listing.price_quantity, "", last])
            if is_dearer:
                dearer = cents(price * Decimal("1.04"))
                writer.writerow([*goods, _comma(dearer), listing.price_quantity, f"{turn:%d.%m.%Y}", ""])
    return out.getvalue().encode("cp1252")


def _comma(price: Decimal) -> str:
    return f"{price}".replace(".", ",")


def do_business(guests: list[Customer], cast: Cast, chance: Random) -> int:
    """Purchases of the last months and of today, in all the states that an order can have. Returns how many."""
    for customer in guests:
        for number in range(PURCHASES_EACH):
            purchase = _purchase(cast, customer, chance, f"demo-{customer.slug}-{number}")
            if purchase:
                _answer(cast, purchase, chance, is_past=number < PAST_EACH)
    _leave_a_basket(cast)
    return Purchase.objects.count()


def _purchase(cast: Cast, customer: Customer, chance: Random, token: str) -> Purchase | None:
    actor = cast.actors[customer.slug]
    known = [slug for slug, _ in _known(customer, cast)]
    for slug in sorted(chance.sample(known, min(len(known), chance.randint(1, 3)))):
        _fill_basket(cast, actor, cast.suppliers[slug], chance)
    try:
        return orders.place_purchase(orders.basket_of(actor), by=actor, token=token)
    except OrderError:  # nothing that these suppliers bring to this address
        return None


def _fill_basket(cast: Cast, actor, supplier: Supplier, chance: Random) -> None:
    """Articles by chance until the minimum order is passed with some room."""
    listings = list(Listing.objects.findable().with_product().filter(supplier=supplier, price__gt=0).order_by("pk"))
    enough = supplier.minimum_order * chance.choice((Decimal("1.4"), 2, 3))
    worth = Decimal(0)
    for listing in chance.sample(listings, min(len(listings), 25)):
        quantity = listing.minimum + listing.interval * chance.choice((0, 1, 2, 4, 9))
        try:
            orders.add_to_basket(listing, quantity, by=actor)
        except OrderError:  # not that many left
            continue
        worth += listing.unit_price * quantity
        if worth > enough:
            return


def _answer(cast: Cast, purchase: Purchase, chance: Random, *, is_past: bool) -> None:
    for order in purchase.orders.select_related("supplier").order_by("pk"):
        (_finish if is_past else _begin)(cast, purchase, order, chance)
    if is_past:
        _move_back(purchase, timedelta(days=chance.randint(8, OLDEST_DAYS), minutes=chance.randint(-200, 200)))


def _finish(cast: Cast, purchase: Purchase, order: SupplierOrder, chance: Random) -> None:
    seller = _seller(cast, order)
    if chance.random() < 0.08:
        orders.refuse_order(order, "In dieser Woche sind wir leider ausverkauft.", by=seller)
        return
    orders.deliver_order(orders.accept_order(order, by=seller), by=seller)


def _begin(cast: Cast, purchase: Purchase, order: SupplierOrder, chance: Random) -> None:
    seller, buyer = _seller(cast, order), _buyer(cast, purchase)
    what = chance.random()
    if what < 0.4:
        orders.accept_order(order, by=seller)
        orders.write_message(order, "Kommt am Liefertag vor 9 Uhr. Bitte halten Sie das Leergut bereit.", by=seller)
    elif what < 0.5:
        orders.cancel_order(order, by=buyer)
    elif what < 0.6:
        orders.write_message(order, "Können Sie statt an die Rampe an den Hintereingang liefern?", by=buyer)


def _move_back(purchase: Purchase, ago: timedelta) -> None:
    """The region has a past: what is settled happened some weeks ago."""
    Purchase.objects.filter(pk=purchase.pk).update(placed_at=F("placed_at") - ago)
    purchase.orders.update(
        placed_at=F("placed_at") - ago,
        accepted_at=F("accepted_at") - ago,
        closed_at=F("closed_at") - ago,
        delivery_day=F("delivery_day") - timedelta(days=ago.days),
    )


def _leave_a_basket(cast: Cast) -> None:
    """The canteen has begun to fill its basket: one supplier is below his minimum."""
    actor = cast.actors.get("kantine-am-ring")
    for slug, count, quantity in BASKET:
        if actor and slug in cast.suppliers:
            for listing in _some(cast.suppliers[slug], count):
                orders.add_to_basket(listing, listing.minimum * quantity, by=actor)


def _some(supplier: Supplier, count: int) -> Iterable[Listing]:
    """Articles from different shelves."""
    return Listing.objects.findable().with_product().filter(supplier=supplier, price__gt=0).order_by("pk")[::23][:count]


def _seller(cast: Cast, order: SupplierOrder):
    return next(cast.actors[slug] for slug, supplier in cast.suppliers.items() if supplier.pk == order.supplier_id)


def _buyer(cast: Cast, purchase: Purchase):
    return next(cast.actors[slug] for slug, buyer in cast.buyers.items() if buyer.pk == purchase.buyer_id)
