"""The pages as people walk through them."""

from datetime import date, timedelta
from decimal import Decimal
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from buyers.models import buyer_of
from orders import services
from orders.models import Purchase, SupplierOrder
from tests.orders import region

pytestmark = pytest.mark.django_db


@pytest.fixture
def baker():
    return region.supplier()


@pytest.fixture
def bea():
    return region.purchaser(region.buyer())


@pytest.fixture
def sam(baker):
    return region.seller(baker)


def client_of(actor):
    client = Client()
    client.force_login(actor.user)
    return client


def add(client, listing, quantity="1", **headers):
    return client.post(reverse("orders:basket-add"), {"listing": listing.reference, "quantity": quantity}, **headers)


def text(answer):
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_a_buyer_walks_from_article_to_purchase(bea, baker):
    client = client_of(bea)
    add(client, region.listing(baker, price="2.95"), "20")
    add(client, region.listing(region.supplier("Molkerei"), price="9.90"), "5")

    assert "2 Bestellungen prüfen" in text(client.get(reverse("orders:basket")))
    page = client.get(reverse("orders:checkout"))
    sent = {name: page.context[name] for name in ("token", "shown")} | {"payment": "account"}
    answer = client.post(reverse("orders:checkout"), sent, follow=True)

    purchase = Purchase.objects.get()
    assert purchase.net == Decimal("108.50")
    assert answer.redirect_chain[-1][0] == purchase.get_absolute_url()
    assert purchase.reference in text(answer)


def test_sending_the_check_page_twice_is_one_purchase(bea, baker):
    client = client_of(bea)
    add(client, region.listing(baker))
    page = client.get(reverse("orders:checkout"))
    sent = {name: page.context[name] for name in ("token", "shown")}

    first, second = (client.post(reverse("orders:checkout"), sent) for _ in range(2))

    assert first.url == second.url
    assert Purchase.objects.count() == 1


def test_the_basket_survives_a_lost_session(bea, baker):
    client = client_of(bea)
    add(client, region.listing(baker, name="Stollen"))
    page = client.get(reverse("orders:checkout"))
    client.cookies.clear()

    answer = client.post(reverse("orders:checkout"), {"token": page.context["token"], "shown": page.context["shown"]})
    assert "next=/einkauf/pruefen/" in answer.url

    assert "Stollen" in text(client_of(bea).get(reverse("orders:checkout")))
    assert not Purchase.objects.exists()


def test_a_changed_price_brings_the_buyer_back_with_the_reason(bea, baker):
    client = client_of(bea)
    bread = region.listing(baker)
    add(client, bread)
    page = client.get(reverse("orders:checkout"))
    type(bread).objects.filter(pk=bread.pk).update(price=11)

    sent = {"token": page.context["token"], "shown": page.context["shown"]}
    answer = client.post(reverse("orders:checkout"), sent, follow=True)

    assert "Seit Ihrer Prüfung hat sich etwas geändert" in text(answer)
    assert "Neue Preise übernehmen" in text(answer)
    assert "Bisher 10,00 €" in text(answer)


def test_a_visitor_logs_in_and_finds_his_article_again(bea, baker):
    bread = region.listing(baker, name="Stollen")
    visitor = Client()

    answer = add(visitor, bread, "4")
    back = parse_qs(urlsplit(answer.url).query)["next"][0]
    visitor.force_login(bea.user)

    page = visitor.get(back)
    assert (page.context["quantity"], page.context["listing"]) == (4, bread)
    add(visitor, bread, "4")
    assert services.basket_of(bea).lines.get().quantity == 4


def test_htmx_is_sent_to_the_login_as_a_whole_page(baker):
    answer = add(Client(), region.listing(baker), headers={"HX-Request": "true"})

    assert reverse("account_login") in answer["HX-Redirect"]


def test_htmx_gets_the_message_and_tells_the_header(bea, baker):
    answer = add(client_of(bea), region.listing(baker, name="Stollen"), headers={"HX-Request": "true"})

    assert "Stollen" in text(answer)
    assert "basket-changed" in answer["HX-Trigger"]
    assert "<html" not in text(answer)


def test_a_refused_quantity_names_what_is_possible(bea, baker):
    answer = add(client_of(bea), region.listing(baker, minimum=6, interval=6), "7", headers={"HX-Request": "true"})

    assert "Möglich sind 6 Stück oder 12 Stück." in text(answer)


def test_removing_leaves_the_way_back(bea, baker):
    client = client_of(bea)
    bread = region.listing(baker)
    add(client, bread, "3")

    answer = client.post(reverse("orders:basket-change", args=[bread.reference]), {"quantity": "0"}, follow=True)
    [undo] = [message.extra_tags for message in answer.context["messages"] if "entfernt" in str(message)]
    assert not services.basket_of(bea).lines.exists()
    client.post(undo)

    assert services.basket_of(bea).lines.get().quantity == 3


def test_adding_leaves_the_way_back(bea, baker):
    client = client_of(bea)
    bread = region.listing(baker)
    add(client, bread, "3")
    answer = add(client, bread, "2")

    [*_, undo] = [message.extra_tags for message in client.get(reverse("orders:basket")).context["messages"]]
    assert answer.status_code == 302
    client.post(undo)

    assert services.basket_of(bea).lines.get().quantity == 3


def test_the_summary_counts_articles_and_net(bea, baker):
    client = client_of(bea)
    add(client, region.listing(baker, price="2.95"), "3")

    page = client.get(reverse("orders:basket-summary"))

    assert "8,85 €" in text(page)
    assert "0" not in text(Client().get(reverse("orders:basket-summary"))).split("lv-tool__count")[-1][:0]


def test_day_and_note_reach_the_supplier(bea, baker):
    client = client_of(bea)
    add(client, region.listing(baker))
    days = client.get(reverse("orders:basket")).context["slips"][0].days
    where = reverse("orders:basket-delivery", args=[baker.slug])
    client.post(where, {"when": days[2].day.isoformat(), "note": "Rampe Hof"})

    order = services.place_purchase(services.basket_of(bea), by=bea, token="t").orders.get()

    assert (order.delivery_day, order.note) == (days[2].day, "Rampe Hof")


def test_a_new_delivery_address_is_used(bea, baker):
    client = client_of(bea)
    add(client, region.listing(baker))

    new = {"label": "Küche", "street": "Karli", "number": "5", "postcode": "04275", "town": "Leipzig"}
    client.post(reverse("orders:delivery-address"), new)

    order = services.place_purchase(services.basket_of(bea), by=bea, token="t").orders.get()
    assert order.delivery_to["street"] == "Karli"


def test_another_companys_address_is_not_there(bea, baker):
    foreign = baker.address

    answer = client_of(bea).post(reverse("orders:delivery-address"), {"address": foreign.pk})

    assert answer.status_code == 404


def test_a_supplier_accepts_prints_and_delivers(sam, bea, baker):
    order = region.bought(bea, (region.listing(baker, name="Stollen"), 2)).orders.get()
    client = client_of(sam)

    assert "Annehmen" in text(client.get(reverse("orders:orders")))
    for _ in range(2):
        client.post(reverse("orders:order-accept", args=[order.reference]))
    assert "Stollen" in text(client.get(reverse("orders:delivery-note", args=[order.reference])))
    assert "21,40 €" in text(client.get(reverse("orders:order-print", args=[order.reference])))
    SupplierOrder.objects.update(delivery_day=timezone.localdate())
    client.post(reverse("orders:order-deliver", args=[order.reference]))

    order.refresh_from_db()
    assert order.status == SupplierOrder.Status.DELIVERED


def test_delivered_before_its_day_is_asked_about(sam, bea, baker):
    order = region.bought(bea, (region.listing(baker), 2)).orders.get()
    services.accept_order(order, by=sam)
    SupplierOrder.objects.update(delivery_day=timezone.localdate() + timedelta(days=2))
    client, where = client_of(sam), reverse("orders:order-deliver", args=[order.reference])

    assert "Schon übergeben?" in text(client.post(where, {"from": "list"}))
    order.refresh_from_db()
    assert order.status == SupplierOrder.Status.ACCEPTED

    answer = client.post(where, {"from": "list", "early": "1"})
    order.refresh_from_db()
    assert (order.status, answer.url) == (SupplierOrder.Status.DELIVERED, reverse("orders:orders"))


@pytest.mark.parametrize("day", [None, -1, 0])
def test_delivered_on_its_day_or_without_one_is_one_click(sam, bea, baker, day):
    order = region.bought(bea, (region.listing(baker), 2)).orders.get()
    services.accept_order(order, by=sam)
    SupplierOrder.objects.update(delivery_day=None if day is None else timezone.localdate() + timedelta(days=day))

    client_of(sam).post(reverse("orders:order-deliver", args=[order.reference]))

    order.refresh_from_db()
    assert order.status == SupplierOrder.Status.DELIVERED


def test_an_article_without_a_picture_shows_its_makers_mark_in_the_basket(bea, baker):
    add(client_of(bea), region.listing(baker))

    page = BeautifulSoup(text(client_of(bea).get(reverse("orders:basket"))), "html.parser")

    assert page.select_one(".lv-line .lv-tile--none .lv-mark").get_text() == "BK"


def test_refusing_asks_for_a_reason(sam, bea, baker):
    order = region.bought(bea, (region.listing(baker), 2)).orders.get()
    client = client_of(sam)
    where = reverse("orders:order-refuse", args=[order.reference])

    assert client.post(where, {"reason": " "}).status_code == 422
    client.post(where, {"reason": "Ausverkauft"})

    order.refresh_from_db()
    assert order.refused_because == "Ausverkauft"


def test_pick_list_sums_the_day_up(sam, baker):
    bread = region.listing(baker, name="Stollen")
    for name in ("Kantine", "Hotel"):
        order = region.bought(region.purchaser(region.buyer(name)), (bread, 3)).orders.get()

    page = text(client_of(sam).get(reverse("orders:pick-list", args=[order.delivery_day])))

    assert "6 Stück" in page
    assert "2 offene Bestellungen" in page


def test_like_names_differ_by_their_content(sam, bea, baker):
    loaves = [
        region.listing(baker, name="Bauernbrot", article_number=number, content=content, content_unit=unit)
        for number, content, unit in [("0027", 750, "GRM"), ("0028", 1, "KGM"), ("0029", 2, "KGM")]
    ]
    order = region.bought(bea, *[(loaf, 3) for loaf in loaves]).orders.get()
    services.accept_order(order, by=sam)

    pages = [
        (sam, reverse("orders:order", args=[order.reference])),
        (sam, reverse("orders:order-print", args=[order.reference])),
        (sam, reverse("orders:delivery-note", args=[order.reference])),
        (sam, reverse("orders:pick-list", args=[order.delivery_day])),
        (sam, reverse("home")),
        (bea, order.purchase.get_absolute_url()),
    ]
    for actor, page in pages:
        content = text(client_of(actor).get(page))
        assert all(size in content for size in ("750 g", "1 kg", "2 kg")), page


def test_two_contents_under_one_number_are_picked_apart(sam, bea, baker):
    loaf = region.listing(baker, name="Bauernbrot", article_number="0027", content=1, content_unit="KGM")
    region.bought(bea, (loaf, 3))
    type(loaf).objects.filter(pk=loaf.pk).update(content=2)
    order = region.bought(bea, (loaf, 4)).orders.get()

    page = client_of(sam).get(reverse("orders:pick-list", args=[order.delivery_day]))

    assert [(row["content"], row["total"]) for row in page.context["needed"]] == [(1, 3), (2, 4)]


def test_today_shows_orders_without_a_day(sam, bea):
    silent = region.supplier("Hof Stille", weekdays=[])
    region.bought(bea, (region.listing(silent), 1))

    for actor in (bea, region.seller(silent)):
        assert "nach Absprache" in text(client_of(actor).get(reverse("home")))


def test_all_delivery_notes_of_a_day(sam, bea, baker):
    order = region.bought(bea, (region.listing(baker), 3)).orders.get()
    services.accept_order(order, by=sam)

    page = text(client_of(sam).get(reverse("orders:delivery-notes", args=[order.delivery_day])))

    assert f"Lieferschein {order.reference}" in page


@pytest.mark.parametrize(("tongue", "spoken"), [("", "Mi&nbsp;2.12.2026"), ("/en", "Wed&nbsp;2 Dec 2026")])
def test_papers_write_the_delivery_day_out(sam, bea, baker, tongue, spoken):
    order = region.bought(bea, (region.listing(baker), 3)).orders.get()
    services.accept_order(order, by=sam)
    SupplierOrder.objects.update(delivery_day=date(2026, 12, 2))

    pages = [
        reverse("orders:order-print", args=[order.reference]),
        reverse("orders:delivery-note", args=[order.reference]),
        reverse("orders:delivery-notes", args=[date(2026, 12, 2)]),
    ]
    for page in pages:
        assert spoken in text(client_of(sam).get(tongue + page))


def test_csv_runs_no_formula(sam, bea, baker):
    region.bought(bea, (region.listing(baker, name='=HYPERLINK("x")', price="1234.5"), 1))

    rows = client_of(sam).get(reverse("orders:orders-csv"), {"status": "all"}).content.decode("utf-8-sig").splitlines()

    assert '"\'=HYPERLINK(""x"")"' in rows[1]
    assert "1234,5000" in rows[1]


def test_csv_says_the_content(sam, bea, baker):
    region.bought(bea, (region.listing(baker, content=750, content_unit="GRM"), 1))

    rows = client_of(sam).get(reverse("orders:orders-csv"), {"status": "all"}).content.decode("utf-8-sig").splitlines()

    assert rows[0].endswith(";Inhalt;Inhalt Einheit")
    assert rows[1].endswith(";750,000;GRM")


def test_a_supplier_never_sees_the_rest_of_the_purchase(sam, bea, baker):
    other = region.listing(region.supplier("Molkerei Parthental"), name="Käse")
    purchase = region.bought(bea, (region.listing(baker), 1), (other, 1))
    own = purchase.orders.get(supplier=baker)
    client = client_of(sam)

    pages = [
        reverse("orders:orders"),
        reverse("orders:order", args=[own.reference]),
        reverse("orders:order-print", args=[own.reference]),
        reverse("orders:delivery-note", args=[own.reference]),
        reverse("orders:orders-csv"),
    ]
    for page in pages:
        content = text(client.get(page))
        assert own.reference in content
        assert purchase.reference not in content
        assert "Parthental" not in content
        assert "Käse" not in content


def test_a_suspended_supplier_still_sees_and_ends_his_orders(sam, bea, baker):
    order = region.bought(bea, (region.listing(baker), 1)).orders.get()
    baker.organisation.status = "suspended"
    baker.organisation.save()

    client = client_of(sam)
    assert order.reference in text(client.get(reverse("orders:orders")))
    client.post(reverse("orders:order-accept", args=[order.reference]))

    order.refresh_from_db()
    assert order.status == SupplierOrder.Status.ACCEPTED
    assert baker.name in text(client_of(bea).get(order.purchase.get_absolute_url()))


def test_ordering_again_fills_the_basket(bea, baker):
    purchase = region.bought(bea, (region.listing(baker, name="Stollen"), 3))

    page = client_of(bea).post(reverse("orders:purchase-again", args=[purchase.reference]), follow=True)

    assert "1 Artikel liegt im Warenkorb" in text(page)
    assert services.basket_of(bea).lines.get().quantity == 3


def test_what_cannot_be_ordered_again_says_its_content(bea, baker):
    loaves = [region.listing(baker, name="Bauernbrot", content=content, content_unit="KGM") for content in ("0.75", 10)]
    purchase = region.bought(bea, *[(loaf, 3) for loaf in loaves])
    type(loaves[0]).objects.update(online=False)

    page = client_of(bea).post(reverse("orders:purchase-again", args=[purchase.reference]), follow=True)

    assert "Nicht mehr zu bestellen: Bauernbrot 0,75 kg, Bauernbrot 10 kg." in text(page)


def test_cancelling_by_the_buyer(bea, baker):
    order = region.bought(bea, (region.listing(baker), 3)).orders.get()

    client_of(bea).post(reverse("orders:order-cancel", args=[order.reference]))

    order.refresh_from_db()
    assert order.status == SupplierOrder.Status.CANCELLED


def test_quick_order_puts_what_is_clear_and_names_the_rest(bea, baker):
    one, other = region.listing(baker, gtin="4006381333931"), region.listing(baker, minimum=6, interval=6)
    lines = f"{one.article_number}\t4\n4006381333931  2\n{other.article_number} 5\nGibtsNicht 1"

    page = client_of(bea).post(reverse("orders:quick"), {"lines": lines})

    assert services.basket_of(bea).lines.get().quantity == 6
    assert [line.text.split()[0] for line in page.context["problems"]] == [other.article_number, "GibtsNicht"]


def test_lists_cost_the_same_for_one_order_and_six(sam, bea, baker):
    def queries(client, page):
        client.get(page)
        with CaptureQueriesContext(connection) as seen:
            assert client.get(page).status_code == 200
        return len(seen)

    pages = [(client_of(sam), reverse("orders:orders")), (client_of(bea), reverse("orders:purchases"))]
    region.bought(bea, (region.listing(baker), 1))
    one = [queries(*page) for page in pages]
    for _ in range(5):
        region.bought(bea, (region.listing(baker), 1), (region.listing(region.supplier()), 1))

    assert [queries(*page) for page in pages] == one


def test_the_basket_page_costs_the_same_for_one_supplier_and_six(bea):
    def queries():
        client = client_of(bea)
        client.get(reverse("orders:basket"))
        with CaptureQueriesContext(connection) as seen:
            client.get(reverse("orders:basket"))
        return len(seen)

    def put(name):
        crate = region.listing(supplier := region.supplier(name, minimum_order=500), name="Pfand")
        services.add_to_basket(region.listing(supplier, deposit=crate), Decimal(1), by=bea)

    put("Betrieb")
    one = queries()
    for number in range(5):
        put(f"Betrieb {number}")

    assert queries() == one


def test_a_short_basket_offers_what_is_often_ordered(bea):
    farm = region.supplier()
    apples, eggs = region.listing(farm, name="Äpfel"), region.listing(farm, name="Eier", minimum=10)
    for _ in range(2):
        region.bought(bea, (apples, 1), (eggs, 10))
    type(farm).objects.update(minimum_order=75)
    services.add_to_basket(apples, Decimal(1), by=bea)

    page = client_of(bea).get(reverse("orders:basket"))

    assert [price.listing for price in page.context["slips"][0].often] == [eggs]
    assert "Eier, 100,00 €" in text(page)


def test_a_line_that_is_gone_already_is_no_fault(bea, baker):
    bread = region.listing(baker)

    answer = client_of(bea).post(reverse("orders:basket-change", args=[bread.reference]), {"quantity": "3"})

    assert answer.status_code == 302


def test_a_purchase_page_costs_the_same_for_one_supplier_and_six(bea):
    def queries(purchase):
        client = client_of(bea)
        client.get(purchase.get_absolute_url())
        with CaptureQueriesContext(connection) as seen:
            client.get(purchase.get_absolute_url())
        return len(seen)

    one = region.bought(bea, (region.listing(region.supplier()), 1))
    six = region.bought(bea, *[(region.listing(region.supplier(f"Betrieb {n}")), 1) for n in range(6)])

    assert queries(six) == queries(one)


def test_both_sides_read_the_same_terms_of_payment(sam, bea, baker):
    region.known(buyer_of(bea), baker, payment_days=21)
    bread = region.listing(baker)
    add(client_of(bea), bread)
    assert "Zahlungsziel: 21 Tage" in text(client_of(bea).get(reverse("orders:checkout")))

    order = services.place_purchase(services.basket_of(bea), by=bea, token="t").orders.get()

    for actor, page in (
        (sam, reverse("orders:order", args=[order.reference])),
        (bea, order.purchase.get_absolute_url()),
    ):
        assert "Auf Rechnung, 21 Tage" in text(client_of(actor).get(page))
