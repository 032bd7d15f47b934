"""What only a browser shows: htmx, the header that follows, the keyboard."""

import os
from decimal import Decimal

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from orders import services
from suppliers.models import Supplier
from tests.orders import region

pytestmark = pytest.mark.django_db(transaction=True)


def signed_in(page, live_server, actor):
    client = Client()
    client.force_login(actor.user)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])


def filled(bea):
    """A basket over three producers: one ready, one short of the minimum, one with a changed price."""
    baker = region.supplier("Bäckerei Kornblum", delivery_charge=Decimal("4.90"), free_from=150)
    farm = region.supplier("Hof Lerchenfeld", minimum_order=75, pickup=True)
    dairy = region.supplier("Molkerei Parthental")
    bread = region.listing(baker, price="2.95", name="Roggenmischbrot, geschoben")
    crate = region.listing(dairy, price="3.30", name="Pfandkanne")
    milk = region.listing(dairy, price="9.90", name="Frische Vollmilch 3,8 %", unit="XCC", deposit=crate)
    region.agreed(region.known(bea.organisation.buyer, baker), {bread: "2.55"})
    for article, quantity in [(bread, 20), (milk, 5), (region.listing(farm, price="11.40", name="Tafelapfel"), 4)]:
        services.add_to_basket(article, Decimal(quantity), by=bea)
    type(milk).objects.filter(pk=milk.pk).update(price="10.20")
    return bread


def shot(page, name):
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


@pytest.fixture
def bea(live_server):
    return region.purchaser(region.buyer())


def test_the_basket_answers_at_once_and_the_header_follows(page, live_server, bea):
    bread = filled(bea)
    signed_in(page, live_server, bea)
    page.goto(live_server.url + reverse("orders:basket"))
    header = page.get_by_role("link", name="Warenkorb")
    expect(header).to_contain_text("147,60")
    shot(page, "basket-1280")

    page.get_by_role("button", name="Mehr Roggenmischbrot").click()
    expect(page.locator(".lv-line__sum").first).to_have_text("53,55\xa0€")
    expect(header).to_contain_text("150,15")
    page.get_by_role("button", name="Neue Preise übernehmen").click()
    expect(page.get_by_role("button", name="2 Bestellungen prüfen")).to_be_visible()

    page.get_by_role("button", name="Roggenmischbrot, geschoben entfernen").click()
    expect(page.get_by_text("ist entfernt")).to_be_visible()
    expect(page.get_by_role("spinbutton", name="Menge: Roggenmischbrot")).to_have_count(0)
    page.get_by_role("button", name="Rückgängig").click()
    expect(page.get_by_role("spinbutton", name="Menge: Roggenmischbrot")).to_have_value("21")
    assert services.basket_of(bea).lines.get(listing=bread).quantity == 21


def test_a_quantity_that_does_not_fit_is_answered_with_those_that_do(page, live_server, bea):
    crate = region.listing(region.supplier(), name="Eier", minimum=6, interval=6)
    services.add_to_basket(crate, Decimal(6), by=bea)
    signed_in(page, live_server, bea)
    page.goto(live_server.url + reverse("orders:basket"))

    field = page.get_by_role("spinbutton", name="Menge: Eier")
    field.fill("7")
    field.press("Enter")

    expect(page.get_by_role("alert")).to_contain_text("Möglich sind 6 Stück oder 12 Stück.")
    expect(field).to_have_value("6")


def test_after_removing_by_keyboard_the_focus_is_on_the_heading(page, live_server, bea):
    services.add_to_basket(region.listing(region.supplier(), name="Eier"), Decimal(6), by=bea)
    signed_in(page, live_server, bea)
    page.goto(live_server.url + reverse("orders:basket"))

    page.get_by_role("button", name="Eier entfernen").press("Enter")

    expect(page.get_by_role("heading", name="Warenkorb")).to_be_focused()
    expect(page.get_by_text("Ihr Warenkorb ist leer.")).to_be_visible()


def test_from_basket_to_purchase_with_the_keyboard_on_a_phone(page, live_server, bea):
    filled(bea)
    dairy = Supplier.objects.get(organisation__name="Molkerei Parthental")
    services.take_new_prices(services.basket_of(bea), dairy, by=bea)
    signed_in(page, live_server, bea)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(live_server.url + reverse("orders:basket"))
    shot(page, "basket-390")

    page.get_by_role("button", name="2 Bestellungen prüfen").press("Enter")
    expect(page.get_by_role("heading", name="2 Bestellungen prüfen")).to_be_visible()
    shot(page, "checkout-390")
    page.get_by_role("button", name="2 Bestellungen zahlungspflichtig senden").press("Enter")

    expect(page.get_by_role("heading", level=1)).to_contain_text("Bestellung")
    shot(page, "purchase-390")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert bea.organisation.buyer.purchases.get().orders.count() == 2


def test_a_double_click_puts_it_into_the_basket_once(page, live_server, bea):
    bread = region.listing(region.supplier("Bäckerei Kornblum"), price="2.95", name="Roggenmischbrot")
    signed_in(page, live_server, bea)
    faults = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(live_server.url + bread.get_absolute_url())

    page.get_by_role("button", name="In den Korb").first.dblclick()

    expect(page.locator("#meldungen")).to_contain_text("Roggenmischbrot")
    page.wait_for_timeout(500)
    assert [line.quantity for line in services.basket_of(bea).lines.all()] == [1]
    assert faults == []
