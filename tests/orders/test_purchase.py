from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import JournalEntry
from orders import hooks, services
from orders.errors import Changed, NothingToOrder
from orders.models import Line, Purchase, SupplierOrder
from orders.slips import fingerprint, orderable, slips_of
from tests.orders import region

pytestmark = pytest.mark.django_db


@pytest.fixture
def kitchen():
    return region.buyer()


@pytest.fixture
def bea(kitchen):
    return region.purchaser(kitchen)


@pytest.fixture
def three(bea):
    """A basket with goods of three producers, with charge, deposit and three VAT rates."""
    baker = region.supplier("Bäckerei", delivery_charge=Decimal("4.90"))
    dairy = region.supplier("Molkerei", small_business=True)
    farm = region.supplier("Hof")
    can = region.listing(dairy, price="5.00", name="Pfandkanne", vat_rate=Decimal(19))
    wanted = [
        (region.listing(baker, price="2.95"), 20),
        (region.listing(baker, price="1.1150", price_quantity=10, vat_rate=Decimal(19)), 25),
        (region.listing(dairy, price="9.90", deposit=can), 5),
        (region.listing(farm, price="11.4055", vat_category="Z", vat_rate=Decimal(0)), 3),
    ]
    for article, quantity in wanted:
        services.add_to_basket(article, Decimal(quantity), by=bea)
    return services.basket_of(bea)


def place(basket, by, token="eins", shown=None):
    return services.place_purchase(basket, by=by, token=token, shown=shown)


def test_one_purchase_becomes_one_order_for_each_supplier(three, bea):
    purchase = place(three, bea)

    orders = {order.supplier.name: order for order in purchase.orders.all()}
    assert sorted(orders) == ["Bäckerei", "Hof", "Molkerei"]
    assert purchase.reference not in [order.reference for order in orders.values()]
    assert not three.lines.exists()


def test_the_parts_add_up_to_the_whole(three, bea):
    purchase = place(three, bea)

    orders = list(purchase.orders.all())
    for sum_of in ("net", "vat", "gross"):
        assert sum(getattr(order, sum_of) for order in orders) == getattr(purchase, sum_of)
    for order in orders:
        assert sum(line.net for line in order.lines.all()) == order.goods
        assert sum(share.net for share in order.vat_shares.all()) == order.net
        assert sum(share.vat for share in order.vat_shares.all()) == order.vat


def test_lines_are_rounded_once_and_vat_is_computed_on_the_sum(three, bea):
    purchase = place(three, bea)

    baker = purchase.orders.get(supplier__organisation__name="Bäckerei")
    assert [line.net for line in baker.lines.all()] == [Decimal("59.00"), Decimal("2.79")]
    shares = {share.rate: (share.net, share.vat) for share in baker.vat_shares.all()}
    assert shares == {7: (Decimal("59.00"), Decimal("4.13")), 19: (Decimal("7.69"), Decimal("1.46"))}
    assert (baker.charge, baker.gross) == (Decimal("4.90"), Decimal("72.28"))


def test_a_small_business_charges_no_vat_not_even_on_deposits(three, bea):
    purchase = place(three, bea)

    dairy = purchase.orders.get(supplier__organisation__name="Molkerei")
    assert (dairy.vat, dairy.gross) == (0, Decimal("74.50"))
    assert {line.vat_category for line in dairy.lines.all()} == {"E"}
    assert [line.is_deposit for line in dairy.lines.all()] == [False, True]


def test_oscar_holds_the_same_orders(three, bea):
    purchase = place(three, bea)

    for order in purchase.orders.all():
        theirs = order.order
        assert (theirs.number, theirs.total_excl_tax, theirs.total_incl_tax) == (
            order.reference,
            order.net,
            order.gross,
        )
        assert theirs.lines.count() == order.lines.count()
        assert sum(line.line_price_excl_tax for line in theirs.lines.all()) == order.goods
        assert theirs.basket.status == "Submitted"
    assert three.basket.status == "Open"


def test_lines_stay_as_they_were_ordered(three, bea):
    purchase = place(three, bea)
    line = Line.objects.filter(order__purchase=purchase).first()
    listing = line.listing

    type(listing).objects.filter(pk=listing.pk).update(price=99, article_number="anders", unit="KGM")
    listing.product.title = "Anders"
    listing.product.save()

    line.refresh_from_db()
    assert (line.name, line.price, line.unit) == ("Roggenbrot", Decimal("2.9500"), "H87")
    assert line.article_number != "anders"


def test_the_same_page_sent_twice_is_one_purchase(three, bea):
    first = place(three, bea)

    assert place(three, bea) == first
    assert Purchase.objects.count() == 1
    assert SupplierOrder.objects.count() == 3


def test_another_page_of_the_same_basket_finds_nothing_left(three, bea):
    place(three, bea)

    with pytest.raises(NothingToOrder):
        place(three, bea, token="zwei")


def test_a_price_that_changed_since_the_check_brings_the_buyer_back(three, bea):
    shown = fingerprint(orderable(slips_of(three)))
    line = three.lines.first()
    type(line.listing).objects.filter(pk=line.listing_id).update(price=3)

    with pytest.raises(Changed):
        place(three, bea, shown=shown)

    assert three.lines.count() == 4
    assert not Purchase.objects.exists()


def test_what_cannot_be_ordered_stays_in_the_basket(three, bea):
    hill = region.supplier("Berghof", minimum_order=500)
    services.add_to_basket(region.listing(hill), Decimal(1), by=bea)

    purchase = place(three, bea, shown=fingerprint(orderable(slips_of(three))))

    assert purchase.orders.count() == 3
    assert [line.listing.supplier for line in three.lines.all()] == [hill]


def test_stock_is_taken_and_returns_when_the_order_falls_through(bea):
    baker = region.supplier()
    cake = region.counted(baker, 5)
    order = region.bought(bea, (cake, 3)).orders.get()
    cake.refresh_from_db()
    assert cake.stock == 2

    services.cancel_order(order, by=bea)
    services.cancel_order(order, by=bea)

    cake.refresh_from_db()
    assert cake.stock == 5


def test_more_than_there_is_is_not_ordered(bea):
    cake = region.counted(region.supplier(), 5)
    services.add_to_basket(cake, Decimal(5), by=bea)
    type(cake).objects.filter(pk=cake.pk).update(stock=4)

    with pytest.raises(NothingToOrder):
        place(services.basket_of(bea), bea)


def test_a_suspended_buyer_orders_nothing(three, bea):
    bea.organisation.status = "suspended"
    bea.organisation.save()

    with pytest.raises(NothingToOrder):
        place(three, bea)


def test_a_suspended_supplier_sells_nothing_more(bea):
    baker = region.supplier()
    services.add_to_basket(region.listing(baker), Decimal(1), by=bea)
    baker.organisation.status = "suspended"
    baker.organisation.save()

    with pytest.raises(NothingToOrder):
        place(services.basket_of(bea), bea)


def test_addresses_are_copies(bea, kitchen):
    order = region.bought(bea, (region.listing(region.supplier()), 1)).orders.get()

    kitchen.delivery_address.street = "Anderswo"
    kitchen.delivery_address.save()

    order.refresh_from_db()
    assert (order.delivery_to["street"], order.delivery_to["name"]) == ("Ring", "Kantine am Ring")
    assert order.supplier_data["name"] == "Bäckerei Kornblum"


def test_the_journal_tells_each_side_its_part(three, bea):
    purchase = place(three, bea)
    order = purchase.orders.first()
    sam = region.seller(order.supplier)

    assert {entry.verb for entry in JournalEntry.objects.visible_to(bea)} == {"purchase.placed", "order.placed"}
    [entry] = JournalEntry.objects.visible_to(sam)
    assert entry.object_key == f"orders.supplierorder:{order.pk}"
    assert purchase.reference not in str(entry.data)


def test_higher_apps_take_part_in_the_same_transaction(three, bea, monkeypatch):
    monkeypatch.setattr(hooks, "placed", [seen := []])
    hooks.placed[:] = [lambda purchase, by: seen.append((purchase.orders.count(), by))]

    place(three, bea)

    assert seen == [(3, bea)]


def test_a_fault_in_a_hook_leaves_everything_as_it_was(three, bea, monkeypatch):
    def fails(purchase, by):
        raise ArithmeticError

    monkeypatch.setattr(hooks, "placed", [fails])
    with pytest.raises(ArithmeticError):
        place(three, bea)

    assert not Purchase.objects.exists()
    assert three.lines.count() == 4


def test_placing_costs_the_same_queries_for_one_supplier_and_six_but_for_their_journal(bea):
    def queries(suppliers):
        for number in range(suppliers):
            services.add_to_basket(region.counted(region.supplier(f"Betrieb {number}"), 9), Decimal(1), by=bea)
        with CaptureQueriesContext(connection) as seen:
            place(services.basket_of(bea), bea, token=f"für {suppliers}")
        return len([query for query in seen if "journalentry" not in query["sql"]])

    assert queries(6) == queries(1)


def test_the_sums_for_the_office_name_nobody(three, bea):
    place(three, bea)

    sums = SupplierOrder.objects.standing().sums()

    assert (sums["orders"], sums["suppliers"], sums["buyers"]) == (3, 3, 1)
    assert set(sums) == {"orders", "net", "gross", "suppliers", "buyers"}
    assert [row["orders"] for row in SupplierOrder.objects.sums_by_month()] == [3]


def test_ordering_again_takes_todays_prices_and_names_what_is_gone(three, bea):
    purchase = place(three, bea)
    gone = Line.objects.filter(order__purchase=purchase).first().listing
    type(gone).objects.filter(pk=gone.pk).update(online=False)

    put, left_out = services.order_again(purchase, by=bea)

    assert len(put) == 3
    assert [line.listing for line in left_out] == [gone]
