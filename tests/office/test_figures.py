from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from catalog.models import Listing
from cms.shops import submit_shop_page
from office import figures
from orders.models import SupplierOrder
from suppliers import services
from tests.accounts.people import case_worker, person
from tests.applications.paper import handed_in
from tests.orders import region

pytestmark = pytest.mark.django_db


def trade(sellers, buyers, each=1):
    """Every buyer orders from every seller, `each` times, for 10 euro."""
    goods = [region.listing(region.supplier(f"Betrieb {n}")) for n in range(sellers)]
    for number in range(buyers):
        actor = region.purchaser(region.buyer(f"Kantine {number}"))
        for _ in range(each):
            region.bought(actor, *((article, 1) for article in goods))


def this_month():
    return figures.trade_by_month()[-1]


def test_few_orders_are_not_told():
    trade(sellers=2, buyers=2)
    assert (this_month().orders, this_month().net) == (None, None)


def test_many_orders_of_few_tell_their_number_but_no_sum():
    trade(sellers=2, buyers=3)
    assert (this_month().orders, this_month().net) == (6, None)


def test_a_crowd_tells_its_sum():
    trade(sellers=3, buyers=3)
    assert (this_month().orders, this_month().net) == (9, Decimal("90.00"))


def test_no_order_is_no_secret():
    assert (this_month().orders, this_month().net) == (0, 0)


def test_twelve_months_end_with_this_one():
    months = [each.month for each in figures.trade_by_month(date(2026, 2, 10))]
    assert (months[0], months[-1], len(months)) == (date(2025, 3, 1), date(2026, 2, 1), 12)


def test_refused_orders_do_not_count():
    trade(sellers=3, buyers=3)
    SupplierOrder.objects.update(status=SupplierOrder.Status.REFUSED, refused_because="voll", closed_at=timezone.now())
    assert this_month().orders == 0


def test_members_are_counted_by_what_they_do():
    worker = case_worker()
    closed = region.supplier("Zu").organisation
    region.supplier("Offen")
    region.buyer("Kantine")
    services.suspend(closed, "Grund", by=worker)
    assert figures.companies() == {"all": 2, "sellers": 1, "buyers": 1, "suspended": 1}


def test_articles_are_counted_as_everybody_finds_them():
    seller = region.supplier("Offen")
    region.listing(seller)
    region.listing(seller, price=None)
    region.listing(seller, online=False)
    assert figures.listings() == {"count": 2, "priced": 50, "pictured": 0}


def test_the_oldest_application_is_named():
    assert figures.waiting() == {"count": 0, "since": None}
    first = handed_in(person("anna"))
    assert figures.waiting() == {"count": 1, "since": first.submitted_at}


def test_catalogues_that_need_somebody_come_first():
    fresh, old, empty = (region.supplier(name) for name in ("Frisch", "Alt", "Leer"))
    region.listing(fresh)
    region.listing(old)
    long_ago = timezone.now() - timedelta(days=figures.STALE_DAYS + 1)
    Listing.objects.filter(supplier=old).update(changed_at=long_ago)
    found = [(catalogue.supplier, catalogue.state) for catalogue in figures.catalogues()]
    assert found == [(empty, "empty"), (old, "stale"), (fresh, "good")]


def test_the_figures_cost_the_same_for_few_and_many(django_assert_max_num_queries):
    trade(sellers=3, buyers=3)
    with django_assert_max_num_queries(16):
        figures.figures()
        figures.catalogues()


def test_the_page_tells_of_a_busy_network(client, pages):
    trade(sellers=3, buyers=3)
    seller = services.create_supplier("Neu und leer")
    actor = region.seller(seller)
    submit_shop_page(seller.shop_page, by=actor)
    lead = case_worker()
    client.force_login(lead.user)

    page = client.get(reverse("office:figures")).content.decode()

    assert "9" in page and "90,00" in page
    assert "1 Seite wartet auf Freigabe." in page
    assert "Neu und leer" in page
    assert "Kantine" not in page
    export = client.get(reverse("office:figures-csv")).content.decode()
    assert f"{timezone.localdate():%Y-%m};9;90.00" in export


def test_an_editor_approves_a_shop_page_and_a_case_worker_does_not(pages):
    seller = services.create_supplier("Neu")
    submit_shop_page(seller.shop_page, by=region.seller(seller))
    page = seller.shop_page
    task = page.current_workflow_task
    editor, worker = case_worker("emil", "office_editor").user, case_worker("kim", "office_caseworker").user

    assert [name for name, *_ in task.get_actions(page, worker)] == []
    assert "approve" in [name for name, *_ in task.get_actions(page, editor)]
    page.current_workflow_task_state.approve(user=editor)

    page.refresh_from_db()
    assert page.live
    assert figures.moderation() == 0
