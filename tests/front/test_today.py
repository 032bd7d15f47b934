import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import Organisation, User
from catalog.imports import service as imports
from orders import services
from tests.catalog.importing import dry_run
from tests.orders import region

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def seen(client):
    """The start page as somebody sees it."""

    def of(actor):
        client.force_login(actor.user, backend=BACKEND)
        return BeautifulSoup(client.get(reverse("home")).content.decode(), "html.parser")

    return of


def figures(page):
    return {
        figure.dt.get_text(strip=True): figure.select("dd")[0].get_text(strip=True).replace("\N{NO-BREAK SPACE}", " ")
        for figure in page.select(".lv-figure")
    }


def test_a_visitor_is_sent_to_the_sign_in(client, db):
    assert client.get(reverse("home")).url.startswith(reverse("account_login"))


def test_a_person_without_a_company_is_led_to_join(client, db):
    client.force_login(User.objects.create_user("neu@firma.example", "geheim-genug-77"), backend=BACKEND)

    assert client.get(reverse("home")).url == reverse("applications:start")


def test_the_office_starts_with_the_networks_figures(client, db):
    office = Organisation.objects.create(name="Amt", is_office=True)
    client.force_login(region.member(office, "office_caseworker").user, backend=BACKEND)

    assert client.get(reverse("home")).url == reverse("office:figures")


def test_a_new_producer_is_asked_for_his_list(seen, db):
    shown = seen(region.seller(region.supplier()))

    assert shown.select_one(".lv-empty a.lv-btn--fill")["href"] == reverse("catalog:imports")
    assert figures(shown)["Artikel online"] == "0 von 0"


def test_a_producer_sees_what_waits_and_what_the_next_day_needs(seen, db):
    baker = region.supplier()
    tom, bea = region.seller(baker), region.purchaser(region.buyer())
    bread = region.listing(baker, price="2.50")
    waiting = region.bought(bea, (bread, 4)).orders.get()
    accepted = region.bought(bea, (bread, 6)).orders.get()
    services.accept_order(accepted, by=tom)

    shown = seen(tom)

    assert figures(shown)["Neue Bestellungen"] == "1"
    assert figures(shown)["Diese Woche netto"] == "25,00 €"
    assert shown.select_one(".lv-figure--act")
    assert {waiting.reference, accepted.reference} <= set(shown.main.stripped_strings)
    needed = shown.select_one("#sammeln").find_next("tbody").get_text(" ", strip=True)
    assert needed.replace("\N{NO-BREAK SPACE}", " ").endswith("Roggenbrot 6 Stück 1")


def test_a_producer_sees_nothing_of_another_producers_trade(seen, db):
    bea = region.purchaser(region.buyer())
    order = region.bought(bea, (region.listing(region.supplier("Molkerei")), 4)).orders.get()

    shown = seen(region.seller(region.supplier()))

    assert figures(shown)["Neue Bestellungen"] == "0"
    assert order.reference not in shown.get_text()


def test_who_only_keeps_the_articles_sees_no_orders(seen, db):
    shown = seen(region.seller(region.supplier(), "supplier_catalogue"))

    assert list(figures(shown)) == ["Artikel online"]


def test_a_buyer_sees_what_is_under_way(seen, db):
    bea = region.purchaser(region.buyer())
    purchase = region.bought(bea, (region.listing(region.supplier()), 4))

    shown = seen(bea)

    assert figures(shown)["Bestellungen unterwegs"] == "1"
    assert purchase.reference in shown.main.get_text()


def test_the_page_costs_the_same_for_one_order_and_four(client, db):
    baker, bea = region.supplier(), region.purchaser(region.buyer())
    tom, bread = region.seller(baker), region.listing(baker)

    def cost():
        client.force_login(tom.user, backend=BACKEND)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(reverse("home"))
        return len(queries)

    region.bought(bea, (bread, 1))
    cost()
    once = cost()
    for _ in range(3):
        region.bought(bea, (bread, 1))

    assert cost() == once


def test_an_import_that_waits_for_the_producer_leads_to_it(seen, db):
    supplier = region.supplier()
    text = "Artikelnummer;Bezeichnung;Preis netto;MwSt\n1;Brot;3,60;7\n"
    run = dry_run(supplier, text)
    page = seen(region.seller(supplier))
    assert figures(page)["Importe"].startswith("1")
    assert page.select_one(f'a[href="{reverse("catalog:import", args=[run.reference])}"]')

    imports.commit_run(run, by=None)

    assert "Importe" not in figures(seen(region.seller(supplier)))
