"""The sums hold for any prices, quantities and rates, not only for those that somebody thought of."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from catalog.models import Listing
from catalog.money import cents
from catalog.pricing import Price
from orders.amounts import rate_of, shares_of
from orders.quantities import count_of, fits, nearest, step_of
from orders.slips import Slip, SlipLine, total_of
from suppliers.models import Supplier

rates = st.builds(
    rate_of,
    st.sampled_from(["S", "Z", "E", "AE", "O"]),
    st.sampled_from([Decimal(7), Decimal(19), Decimal("7.80")]),
    st.booleans(),
)
amounts = st.decimals(0, 100_000, places=2)
parts = st.lists(st.tuples(rates, amounts), max_size=30)


@given(parts)
def test_shares_hold_every_cent_of_net(parts):
    assert sum(share.net for share in shares_of(parts)) == sum(net for _, net in parts)


@given(parts)
def test_vat_is_that_of_the_sum_and_within_half_a_cent(parts):
    for share in shares_of(parts):
        exact = sum(net for rate, net in parts if rate == share.rate) * share.rate.percent / 100
        assert abs(share.vat - exact) <= Decimal("0.005")
        assert share.vat == cents(share.vat)


@given(parts)
def test_only_the_standard_category_is_taxed(parts):
    assert all(share.vat == 0 for share in shares_of(parts) if share.rate.category != "S")


@st.composite
def slips(draw):
    """What one supplier delivers: lines at any price per any number of units, any rate, perhaps a charge."""
    supplier = Supplier(
        small_business=draw(st.booleans()),
        delivery_charge=draw(amounts),
        free_from=draw(st.none() | amounts),
        delivery_vat=draw(st.sampled_from([Decimal(7), Decimal(19)])),
    )
    return Slip(supplier, None, lines=[draw(lines(supplier)) for _ in range(draw(st.integers(1, 8)))])


@st.composite
def lines(draw, supplier):
    listing = Listing(unit="KGM", price_quantity=draw(st.sampled_from([1, 10, 100, 1000])))
    quantity = draw(st.decimals("0.001", 10_000, places=3))
    amount = draw(st.decimals(0, 10_000, places=4))
    price = Price(listing, quantity, amount, listing.price_quantity, (), amount, None, True, True)
    category, percent = draw(st.sampled_from(["S", "E"])), draw(st.sampled_from([Decimal(7), Decimal(19)]))
    return SlipLine(listing, quantity, price, rate_of(category, percent, supplier.small_business))


@given(st.lists(slips(), min_size=1, max_size=4))
def test_the_parts_of_a_purchase_add_up_to_the_whole(parts):
    total = total_of(parts)

    assert total.net == sum(line.net for slip in parts for line in slip.lines) + sum(slip.charge for slip in parts)
    assert total.gross == sum(slip.gross for slip in parts) == total.net + total.vat
    assert total.net == sum(share.net for share in total.shares)
    assert total.vat == sum(share.vat for share in total.shares)
    assert all(amount == cents(amount) for slip in parts for amount in (slip.net, slip.vat, slip.gross))


@given(slips())
def test_a_line_is_its_price_rounded_half_up_once(slip):
    for line in slip.lines:
        exact = line.quantity * line.price.amount / line.price.price_quantity
        assert -Decimal("0.005") < exact - line.net < Decimal("0.005") or line.net - exact == Decimal("0.005")


class Article:
    """What quantities ask of a listing."""

    def __init__(self, unit, minimum, interval):
        self.unit, self.minimum, self.interval = unit, minimum, interval


thousandths = st.decimals("0.001", 1000, places=3)
articles = st.builds(Article, st.sampled_from(["H87", "KGM", "XCR"]), thousandths, thousandths)


@given(articles, st.integers(0, 500))
def test_every_fitting_quantity_is_a_whole_number_of_steps(article, times):
    quantity = article.minimum + times * article.interval

    assert fits(article, quantity)
    assert count_of(quantity, step_of(article)) * step_of(article) == quantity


@given(articles, thousandths)
def test_the_nearest_quantities_fit_and_enclose_the_wish(article, wish):
    offers = nearest(article, wish)

    assert all(fits(article, offer) for offer in offers)
    assert wish <= offers[-1]
    assert offers[0] <= max(wish, article.minimum)


def test_whole_pieces_count_one_by_one():
    assert step_of(Article("H87", Decimal(12), Decimal(6))) == 1
    assert step_of(Article("XCR", Decimal(12), Decimal(6))) == 6
