"""A small region for the tests of orders: producers, articles, a buyer, made by plain functions."""

import itertools
from decimal import Decimal

from oscar.core.loading import get_model

from accounts.actor import actor_for
from accounts.models import Address, Membership, Organisation, User
from buyers.models import Buyer, Relationship
from catalog.models import Agreement, Listing, PriceLine, PriceList
from orders import services
from suppliers.models import Supplier

Product = get_model("catalogue", "Product")
ProductClass = get_model("catalogue", "ProductClass")
Partner = get_model("partner", "Partner")
StockRecord = get_model("partner", "StockRecord")

_numbers = itertools.count(1)
EVERY_DAY = [0, 1, 2, 3, 4, 5, 6]


def organisation(name, town="Leipzig", postcode="04109"):
    made = Organisation.objects.create(name=name, email=f"post{next(_numbers)}@firma.example")
    Address.objects.create(
        organisation=made, street="Ring", number="1", postcode=postcode, town=town, latitude=51.34, longitude=12.37,
        is_main=True,
    )  # fmt: skip
    return made


def member(organisation, *roles, email=None):
    user = User.objects.create_user(email or f"person{next(_numbers)}@firma.example", "geheim-genug-77")
    Membership.objects.create(organisation=organisation, user=user, roles=list(roles))
    return actor_for(user, organisation)


def supplier(name="Bäckerei Kornblum", **facts):
    seat = organisation(name)
    number = next(_numbers)
    terms = {
        "strangers_may_order": True,
        "shows_prices": True,
        "weekdays": EVERY_DAY,
        "cutoff_days": 1,
        "cutoff_time": "23:59",
        **facts,
    }
    return Supplier.objects.create(
        organisation=seat,
        partner=Partner.objects.create(name=name, code=f"p{number}"),
        slug=f"betrieb-{number}",
        address=seat.addresses.get(),
        **terms,
    )


def seller(of, *roles):
    return member(of.organisation, *(roles or ["supplier_owner"]))


def buyer(name="Kantine am Ring"):
    return Buyer.objects.create(organisation=(seat := organisation(name)), delivery_address=seat.addresses.get())


def purchaser(of, *roles):
    return member(of.organisation, *(roles or ["buyer_purchaser"]))


def listing(of, price="10.00", name="Roggenbrot", **facts):
    number = next(_numbers)
    goods, _ = ProductClass.objects.get_or_create(name="Ware", defaults={"track_stock": False})
    product = Product.objects.create(title=name, slug=f"ware-{number}", product_class=goods)
    made = Listing.objects.create(
        product=product, supplier=of, sort_key=name.lower(),
        price=price and Decimal(price), **{"vat_rate": Decimal(7), "article_number": f"A{number}", **facts},
    )  # fmt: skip
    StockRecord.objects.create(product=product, partner=of.partner, partner_sku=made.reference)
    return made


def counted(of, stock, **facts):
    return listing(of, stock_mode=Listing.StockMode.COUNTED, stock=Decimal(stock), **facts)


def known(buyer, supplier, **facts):
    return Relationship.objects.create(buyer=buyer, supplier=supplier, status=Relationship.Status.ACTIVE, **facts)


def agreed(relationship, prices):
    """An agreement with fixed prices: {listing: price}."""
    prices_list = PriceList.objects.create(supplier=relationship.supplier, name=f"Liste {next(_numbers)}")
    for article, price in prices.items():
        PriceLine.objects.create(price_list=prices_list, listing=article, price=Decimal(price))
    return Agreement.objects.create(relationship=relationship, price_list=prices_list)


def bought(actor, *wanted, token=None):
    """Put (listing, quantity) into the actor's basket and order them."""
    for article, quantity in wanted:
        services.add_to_basket(article, Decimal(quantity), by=actor)
    return services.place_purchase(services.basket_of(actor), by=actor, token=token or f"t{next(_numbers)}")
