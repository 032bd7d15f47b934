"""Every page of orders and every kind of visitor."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from orders.urls import urlpatterns
from tests.orders import region

pytestmark = pytest.mark.django_db

BUYS = ("buyer_purchaser", "buyer_accounts")  # may, may not make purchases
SELLS = ("supplier_orders", "supplier_catalogue")

# name -> (method, what fills its path, who may, who may not although he belongs to that side)
PAGES = {
    "basket": ("get", None, *BUYS),
    "basket-add": ("post", None, *BUYS),
    "basket-change": ("post", "listing", *BUYS),
    "basket-put-back": ("post", "listing-quantity", *BUYS),
    "basket-delivery": ("post", "slug", *BUYS),
    "basket-prices": ("post", "slug", *BUYS),
    "delivery-address": ("get", None, *BUYS),
    "checkout": ("get", None, *BUYS),
    "quick": ("get", None, *BUYS),
    "purchases": ("get", None, "buyer_accounts", None),
    "purchase": ("get", "purchase", "buyer_accounts", None),
    "purchase-again": ("post", "purchase", *BUYS),
    "order-cancel": ("post", "order", *BUYS),
    "purchase-message": ("post", "order", "buyer_accounts", None),
    "orders": ("get", None, *SELLS),
    "orders-csv": ("get", None, *SELLS),
    "pick-list": ("get", "day", *SELLS),
    "delivery-notes": ("get", "day", *SELLS),
    "order": ("get", "order", *SELLS),
    "order-accept": ("post", "order", *SELLS),
    "order-refuse": ("post", "order", *SELLS),
    "order-deliver": ("post", "order", *SELLS),
    "order-message": ("post", "order", *SELLS),
    "order-print": ("get", "order", *SELLS),
    "delivery-note": ("get", "order", *SELLS),
}
OPEN_TO_ALL = {"basket-summary"}
NAMES_A_THING = {"purchase", "order"}


@pytest.fixture
def deal():
    baker, kitchen = region.supplier(), region.buyer()
    bea = region.purchaser(kitchen)
    bread = region.listing(baker)
    region.services.add_to_basket(bread, 1, by=bea)
    purchase = region.bought(bea, (bread, 1))
    return {"baker": baker, "kitchen": kitchen, "purchase": purchase, "order": purchase.orders.get(), "bread": bread}


def path_of(name, deal):
    args = {
        None: [],
        "listing": [deal["bread"].reference],
        "listing-quantity": [deal["bread"].reference, "2"],
        "slug": [deal["baker"].slug],
        "purchase": [deal["purchase"].reference],
        "order": [deal["order"].reference],
        "day": [timezone.localdate()],
    }
    return reverse(f"orders:{name}", args=args[PAGES[name][1]])


def status(name, deal, actor=None):
    client = Client()
    if actor:
        client.force_login(actor.user)
    data = {"listing": deal["bread"].reference, "quantity": "1", "text": "Guten Tag", "reason": "Ausverkauft"}
    ask = client.post if PAGES[name][0] == "post" else client.get
    return ask(path_of(name, deal), data)


def own(name, deal, role):
    side = deal["kitchen"] if role.startswith("buyer") else deal["baker"]
    return region.member(side.organisation, role)


def test_the_table_is_complete():
    assert {pattern.name for pattern in urlpatterns} == PAGES.keys() | OPEN_TO_ALL


@pytest.mark.parametrize("name", PAGES)
def test_a_visitor_goes_to_the_login(name, deal):
    answer = status(name, deal)

    assert answer.status_code == 302
    assert answer.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("name", PAGES)
def test_who_has_the_right_gets_in(name, deal):
    answer = status(name, deal, own(name, deal, PAGES[name][2]))

    assert answer.status_code in {200, 302}
    assert not getattr(answer, "url", "").startswith(reverse("account_login"))


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page[3]])
def test_a_member_without_the_right_is_refused(name, deal):
    assert status(name, deal, own(name, deal, PAGES[name][3])).status_code == 403


@pytest.mark.parametrize("name", PAGES)
def test_the_other_side_finds_nothing(name, deal):
    other = "supplier_owner" if PAGES[name][2].startswith("buyer") else "buyer_owner"

    assert status(name, deal, own(name, deal, other)).status_code == 404


@pytest.mark.parametrize("name", [name for name, page in PAGES.items() if page[1] in NAMES_A_THING])
def test_a_stranger_of_the_same_side_finds_nothing(name, deal):
    side = region.buyer("Fremd") if PAGES[name][2].startswith("buyer") else region.supplier("Fremd")

    assert status(name, deal, region.member(side.organisation, PAGES[name][2])).status_code == 404
