import re
from decimal import Decimal

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import JournalEntry
from orders import services
from orders.errors import StatusPassed
from orders.models import SupplierOrder
from orders.tasks import tell_of_purchase
from tests.orders import region

pytestmark = pytest.mark.django_db

Status = SupplierOrder.Status


@pytest.fixture
def baker():
    return region.supplier()


@pytest.fixture
def sam(baker):
    return region.seller(baker)


@pytest.fixture
def bea():
    return region.purchaser(region.buyer())


@pytest.fixture
def order(bea, baker):
    return region.bought(bea, (region.counted(baker, 10), 4)).orders.get()


def mails(to=None):
    """Mails that wait to be sent, as (address, subject, text)."""
    jobs = ProcrastinateJob.objects.filter(task_name="accounts.tasks.deliver").order_by("pk")
    found = [(job.args["to"], job.args["subject"], job.args["body"]) for job in jobs]
    return [mail for mail in found if to is None or mail[0] == to]


def verbs(order):
    entries = JournalEntry.objects.filter(object_key=f"orders.supplierorder:{order.pk}")
    return [entry.verb for entry in entries.order_by("pk")]


def test_an_order_goes_from_new_over_accepted_to_delivered(order, sam):
    services.accept_order(order, by=sam)
    services.deliver_order(order, by=sam)

    order.refresh_from_db()
    assert order.status == Status.DELIVERED
    assert order.accepted_at <= order.closed_at
    assert verbs(order) == ["order.placed", "order.accepted", "order.delivered"]


def test_accepting_twice_is_once(order, sam, bea):
    services.accept_order(order, by=sam)
    services.accept_order(order, by=sam)

    assert verbs(order) == ["order.placed", "order.accepted"]
    assert len(mails(bea.user.email)) == 1


def test_refusing_names_the_reason_and_returns_the_stock(order, sam, bea):
    services.refuse_order(order, "Der Ofen ist kaputt.", by=sam)

    order.refresh_from_db()
    assert (order.status, order.refused_because) == (Status.REFUSED, "Der Ofen ist kaputt.")
    assert order.lines.get().listing.stock == 10
    [(_, _, text)] = mails(bea.user.email)
    assert "Der Ofen ist kaputt." in text


def test_stock_that_is_no_longer_counted_is_left_alone(order, bea):
    listing = order.lines.get().listing
    type(listing).objects.filter(pk=listing.pk).update(stock_mode="to_order", stock=None)

    services.cancel_order(order, by=bea)

    listing.refresh_from_db()
    assert listing.stock is None


@pytest.mark.parametrize(
    ("before", "verb"),
    [
        ("accept", "cancel"), ("accept", "refuse"), ("refuse", "accept"), ("cancel", "accept"), ("cancel", "refuse"),
        ("refuse", "deliver"), ("cancel", "deliver"), (None, "deliver"),
    ],
)  # fmt: skip
def test_a_step_that_has_passed_is_refused(order, sam, bea, before, verb):
    steps = {
        "accept": lambda: services.accept_order(order, by=sam),
        "refuse": lambda: services.refuse_order(order, "Nein", by=sam),
        "deliver": lambda: services.deliver_order(order, by=sam),
        "cancel": lambda: services.cancel_order(order, by=bea),
    }
    if before:
        steps[before]()

    with pytest.raises(StatusPassed):
        steps[verb]()


def test_the_suppliers_mail_can_be_used_alone(order, sam, baker):
    tell_of_purchase(purchase=order.purchase_id)

    [(_, subject, text)] = mails(sam.user.email)
    assert order.reference in subject
    line = order.lines.get()
    assert f"4 Stück  {line.article_number}  Roggenbrot" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Ring 1\n04109 Leipzig" in text
    assert f"/verkauf/bestellungen/{order.reference}/?als={baker.organisation.reference}" in text
    assert order.purchase.reference not in subject + text


def test_mails_say_what_a_pack_holds(bea, baker, sam):
    loaf = region.listing(baker, name="Bauernbrot", content=750, content_unit="GRM")

    tell_of_purchase(purchase=region.bought(bea, (loaf, 4)).pk)

    for reader in (sam, bea):
        [(_, _, text)] = mails(reader.user.email)
        assert "Bauernbrot, 750 g, 10,00 €" in text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_buyers_mail_sums_all_orders_up(bea, baker):
    other = region.listing(region.supplier("Molkerei"), price="3.00")
    purchase = region.bought(bea, (region.listing(baker), 1), (other, 2))

    tell_of_purchase(purchase=purchase.pk)

    [(_, subject, text)] = mails(bea.user.email)
    assert purchase.reference in subject
    assert "Bäckerei Kornblum" in text
    assert "Molkerei" in text
    assert "17,12" in text


def test_a_supplier_without_members_hears_at_the_companys_address(order, baker):
    tell_of_purchase(purchase=order.purchase_id)

    assert mails(baker.organisation.email)


def test_mails_are_written_in_the_readers_language(order, sam):
    sam.user.language = "en"
    sam.user.save()

    tell_of_purchase(purchase=order.purchase_id)

    [(_, _, text)] = mails(sam.user.email)
    assert "/en/verkauf/bestellungen/" in text
    assert not re.search("Guten Tag|Summe netto", text)


def test_a_message_reaches_the_other_side(order, sam, bea):
    services.write_message(order, "Wir liefern schon um sechs.", by=sam)
    services.write_message(order, "Gut, danke.", by=bea)

    [(_, _, to_buyer)] = mails(bea.user.email)
    [(_, _, to_supplier)] = mails(sam.user.email)
    assert "Wir liefern schon um sechs." in to_buyer
    assert "Gut, danke." in to_supplier
    assert order.purchase.reference not in to_supplier


def test_cancelling_tells_the_supplier(order, sam, bea):
    services.cancel_order(order, by=bea)

    [(_, subject, _)] = mails(sam.user.email)
    assert "storniert" in subject


def test_a_person_elsewhere_sees_nothing_of_an_order(order, sam, bea):
    stranger = region.seller(region.supplier("Fremd"))

    for actor, seen in [(sam, 1), (bea, 1), (stranger, 0)]:
        assert SupplierOrder.objects.visible_to(actor).count() == seen
    assert not SupplierOrder.objects.sold_by(bea)
    assert not SupplierOrder.objects.bought_by(sam)


def test_found_by_number_customer_and_article(order, bea):
    orders = SupplierOrder.objects.all()
    for words in (order.reference.lower(), "kantine", "roggen", order.lines.get().article_number):
        assert orders.matching(words).get() == order
    assert not orders.matching("gurke")


def test_prices_of_other_units_keep_their_base(bea, baker):
    bolt = region.listing(baker, price="49.9000", price_quantity=1000)

    line = region.bought(bea, (bolt, 333)).orders.get().lines.get()

    assert (line.price, line.price_quantity, line.net) == (Decimal("49.9000"), 1000, Decimal("16.62"))
