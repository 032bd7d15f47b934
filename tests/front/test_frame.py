import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from marketplace import navigation
from tests.orders import region

SIGN_IN = ["account_login", "account_signup", "account_reset_password", "account_reset_password_done"]
MINE = ["account_email", "account_change_password", "mfa_index", "account_logout", "account_reauthenticate"]


def page_of(answer):
    return BeautifulSoup(answer.content.decode(), "html.parser")


def test_a_visitors_page_may_be_kept_by_a_cache(client, db):
    answer = client.get(reverse("suppliers:suppliers"))

    assert answer.status_code == 200
    assert "Cookie" not in answer.get("Vary", "")
    assert not answer.cookies


def test_a_page_that_is_missing_looks_like_ours_in_both_languages(client, db):
    german, english = client.get("/gibt-es-nicht/"), client.get("/en/gibt-es-nicht/")

    assert german.status_code == english.status_code == 404
    assert page_of(german).h1.get_text() == "Diese Seite gibt es nicht"
    assert page_of(english).h1.get_text() == "This page does not exist"
    assert page_of(english).html["lang"] == "en"
    assert page_of(german).select_one(".lv-office a[hreflang=en]")["href"] == "/en/gibt-es-nicht/"


def test_a_form_that_came_from_elsewhere_is_refused_in_our_words(db):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post(reverse("account_login"), {"login": "a@b.example"})

    assert answer.status_code == 403
    assert page_of(answer).h1.get_text() == "Bitte noch einmal senden"


@pytest.mark.parametrize("name", SIGN_IN)
def test_sign_in_pages_are_in_our_frame_and_speak_both_languages(client, db, name):
    german = page_of(client.get(reverse(name)))
    english = page_of(client.get(f"/en{reverse(name)}"))

    assert german.select_one("header.lv-top") and german.select_one("main h1.kern-heading-large")
    assert german.h1.get_text() != english.h1.get_text()


@pytest.mark.parametrize("name", MINE)
def test_account_pages_are_in_our_frame(client, django_user_model, name):
    person = django_user_model.objects.create_user(email="jana@kantine.example", password="leipzig-vernetzt")
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")

    page = page_of(client.get(reverse(name), follow=True))

    assert page.select_one("main h1.kern-heading-large")
    assert page.body["hx-headers"]


def test_every_place_in_the_menu_exists():
    menus = navigation.VISITOR + navigation.BUYING + navigation.SELLING + navigation.OFFICE

    assert [entry.name for entry in menus if not navigation._linked(entry)["url"]] == []


def test_the_menu_marks_the_place_that_leads_furthest(rf):
    request = rf.get(reverse("suppliers:suppliers"))
    request.actor = None

    current = [entry["url"] for entry in navigation.entries_for(request) if entry["current"]]

    assert current == [reverse("suppliers:suppliers")]


def test_price_lists_belong_to_customers_and_prices(rf, db):
    request = rf.get(reverse("catalog:price-lists"))
    request.actor = region.seller(region.supplier())

    current = [entry["url"] for entry in navigation.entries_for(request) if entry["current"]]

    assert current == [reverse("catalog:customers")]
