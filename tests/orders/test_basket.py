from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from marketplace.oscar.middleware import oscar_basket
from marketplace.oscar.strategy import Default
from orders import quantities, services
from orders.errors import NotOrderable, Scarce, Unfit
from orders.models import BasketLine
from orders.slips import slips_of
from tests.orders import region

pytestmark = pytest.mark.django_db


@pytest.fixture
def baker():
    return region.supplier()


@pytest.fixture
def bea():
    return region.purchaser(region.buyer())


def test_a_person_has_one_basket_for_each_organisation(bea):
    other = region.organisation("Hotel Lindenhof")
    region.Membership.objects.create(organisation=other, user=bea.user, roles=["buyer_purchaser"])
    elsewhere = region.actor_for(bea.user, other)

    assert services.basket_of(bea) == services.basket_of(bea)
    assert services.basket_of(elsewhere) != services.basket_of(bea)


def test_adding_twice_adds_up(bea, baker):
    bread = region.listing(baker)

    services.add_to_basket(bread, Decimal(2), by=bea)
    line = services.add_to_basket(bread, Decimal(3), by=bea)

    assert line.quantity == 5
    assert line.line.basket.lines.get().quantity == 5


def test_oscar_counts_steps_where_we_count_kilos(bea, baker):
    cheese = region.listing(baker, unit="KGM", minimum=Decimal("1.5"), interval=Decimal("0.25"))

    line = services.add_to_basket(cheese, Decimal("2.25"), by=bea)

    assert quantities.step_of(cheese) == Decimal("0.25")
    assert line.line.quantity == 9
    services.change_quantity(line, Decimal("2.50"), by=bea)
    line.line.refresh_from_db()
    assert line.line.quantity == 10


def test_a_quantity_between_the_steps_is_refused_with_its_neighbours(bea, baker):
    crate = region.listing(baker, minimum=Decimal(6), interval=Decimal(4))

    with pytest.raises(Unfit) as refusal:
        services.add_to_basket(crate, Decimal(9), by=bea)

    assert refusal.value.nearest == [6, 10]
    assert not BasketLine.objects.exists()


def test_a_refused_change_leaves_the_line_as_it_was(bea, baker):
    line = services.add_to_basket(region.counted(baker, 4), Decimal(2), by=bea)

    with pytest.raises(Scarce) as refusal:
        services.change_quantity(line, Decimal(5), by=bea)

    line.refresh_from_db()
    assert (line.quantity, refusal.value.left) == (2, 4)


@pytest.mark.parametrize(
    ("terms", "facts"),
    [
        ({"strangers_may_order": False}, {}),
        ({"shows_prices": False}, {}),
        ({"is_open": False}, {}),
        ({}, {"online": False}),
        ({}, {"price": None}),
    ],
)
def test_what_is_not_for_sale_to_this_buyer_is_refused(bea, terms, facts):
    article = region.listing(region.supplier(**terms), **facts)

    with pytest.raises(NotOrderable):
        services.add_to_basket(article, Decimal(1), by=bea)


def test_a_known_customer_orders_where_strangers_may_not_at_his_own_price():
    kitchen = region.buyer()
    bea = region.purchaser(kitchen)
    dairy = region.supplier("Molkerei", strangers_may_order=False, shows_prices=False)
    milk = region.listing(dairy, price="12.00")
    region.agreed(region.known(kitchen, dairy), {milk: "9.90"})

    services.add_to_basket(milk, Decimal(5), by=bea)

    [slip] = slips_of(services.basket_of(bea))
    assert slip.goods == Decimal("49.50")
    assert slip.lines[0].price.is_own


def test_a_new_price_is_shown_and_not_applied_silently(bea, baker):
    bread = region.listing(baker, price="2.95")
    line = services.add_to_basket(bread, Decimal(4), by=bea)
    type(bread).objects.filter(pk=bread.pk).update(price="3.10")

    [slip] = slips_of(services.basket_of(bea))
    assert (slip.kinds, slip.is_orderable) == ({"changed"}, False)

    line.refresh_from_db()
    services.change_quantity(line, Decimal(5), by=bea)
    assert not slips_of(services.basket_of(bea))[0].is_orderable

    services.take_new_prices(services.basket_of(bea), baker, by=bea)
    [slip] = slips_of(services.basket_of(bea))
    assert (slip.is_orderable, slip.goods) == (True, Decimal("15.50"))


def test_a_step_price_that_comes_with_the_quantity_is_no_change(bea, baker):
    bread = region.listing(baker, price="3.00", steps=[["10", "2.50"]])
    line = services.add_to_basket(bread, Decimal(4), by=bea)

    services.change_quantity(line, Decimal(10), by=bea)

    [slip] = slips_of(services.basket_of(bea))
    assert (slip.is_orderable, slip.goods) == (True, Decimal("25.00"))


def test_a_quantity_that_no_longer_fits_is_shown_and_not_rounded(bea, baker):
    bread = region.listing(baker)
    services.add_to_basket(bread, Decimal(5), by=bea)
    type(bread).objects.filter(pk=bread.pk).update(minimum=4, interval=4)

    [slip] = slips_of(services.basket_of(bea))

    [fault] = slip.faults
    assert (fault.kind, fault.offers, slip.lines[0].quantity) == ("unfit", (4, 8), 5)


@pytest.mark.parametrize(
    ("change", "kind"),
    [({"online": False}, "gone"), ({"price": None}, "hidden"), ({"stock_mode": "counted", "stock": 1}, "scarce")],
)
def test_what_can_no_longer_be_had_is_shown(bea, baker, change, kind):
    bread = region.listing(baker)
    services.add_to_basket(bread, Decimal(2), by=bea)
    type(bread).objects.filter(pk=bread.pk).update(**change)

    [slip] = slips_of(services.basket_of(bea))

    assert slip.kinds == {kind}


def test_deposits_come_along_with_their_count(bea, baker):
    crate = region.listing(baker, price="3.30", name="Pfandkiste", vat_rate=Decimal(19))
    juice = region.listing(baker, price="14.10", deposit=crate, deposit_count=2)
    water = region.listing(baker, price="6.00", deposit=crate)
    services.add_to_basket(juice, Decimal(3), by=bea)
    services.add_to_basket(water, Decimal(1), by=bea)

    [slip] = slips_of(services.basket_of(bea))

    [deposit] = slip.deposits
    assert (deposit.quantity, slip.deposit_sum, slip.goods) == (7, Decimal("23.10"), Decimal("48.30"))


def test_minimum_order_and_free_delivery_say_what_is_missing(bea):
    farm = region.supplier(minimum_order=75, delivery_charge=Decimal("6.90"), free_from=150)
    services.add_to_basket(region.listing(farm, price="56.60"), Decimal(1), by=bea)

    [slip] = slips_of(services.basket_of(bea))

    assert (slip.missing, slip.kinds) == (Decimal("18.40"), {"minimum"})
    assert (slip.missing_for_free, slip.charge) == (Decimal("93.40"), Decimal("6.90"))


def test_pickup_costs_nothing_and_needs_no_delivery_area(bea):
    farm = region.supplier(delivery_area="none", pickup=True, delivery_charge=Decimal("6.90"))
    services.add_to_basket(region.listing(farm), Decimal(1), by=bea)
    basket = services.basket_of(bea)
    assert slips_of(basket)[0].kinds == {"area"}

    services.choose_delivery(basket, farm, by=bea, pickup=True)

    [slip] = slips_of(basket)
    assert (slip.is_orderable, slip.charge, slip.day) == (True, 0, None)


def test_a_chosen_day_that_passed_is_shown(bea, baker):
    services.add_to_basket(region.listing(baker), Decimal(1), by=bea)
    basket = services.basket_of(bea)

    services.choose_delivery(basket, baker, by=bea, day=timezone.localdate() - timedelta(days=1))

    assert slips_of(basket)[0].kinds == {"day"}


def test_reading_the_basket_costs_the_same_for_one_article_and_six(bea):
    def queries():
        with CaptureQueriesContext(connection) as seen:
            slips_of(services.basket_of(bea))
        return len(seen)

    services.add_to_basket(region.listing(region.supplier()), Decimal(1), by=bea)
    one = queries()
    for number in range(5):
        services.add_to_basket(region.listing(region.supplier(f"Betrieb {number}")), Decimal(1), by=bea)

    assert queries() == one


def test_oscars_basket_has_our_sum(bea, baker):
    kilo = region.listing(baker, price="3.3333", unit="KGM", minimum=Decimal("0.1"), interval=Decimal("0.1"))
    services.add_to_basket(kilo, Decimal("1.7"), by=bea)
    services.add_to_basket(region.listing(baker, price="1.0050", price_quantity=100), Decimal(50), by=bea)

    basket = oscar_basket(bea)

    [slip] = slips_of(services.basket_of(bea))
    assert round(basket.total_excl_tax, 10) == slip.goods == Decimal("6.17")
    assert basket.num_lines == 2


def test_oscars_strategy_answers_for_a_product_with_the_buyers_price():
    kitchen, dairy = region.buyer(), region.supplier("Molkerei", strangers_may_order=False, shows_prices=False)
    cheese = region.listing(dairy, price="9.00", unit="KGM", minimum=Decimal("1.5"), interval=Decimal("0.5"))
    region.agreed(region.known(kitchen, dairy), {cheese: "8.00"})

    own = Default(region.purchaser(kitchen)).fetch_for_product(cheese.product)
    strange = Default(region.purchaser(region.buyer("Hotel"))).fetch_for_product(cheese.product)

    assert (own.price.excl_tax, own.availability.is_available_to_buy) == (Decimal("4.00"), True)
    assert (strange.price.exists, strange.availability.is_available_to_buy) == (False, False)


def test_people_who_may_not_buy_have_no_basket():
    accountant = region.purchaser(region.buyer(), "buyer_accounts")

    assert oscar_basket(accountant) is None
    assert oscar_basket(None) is None
