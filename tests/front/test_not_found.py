"""A page of producers, asked for while the own application is open: a word why, but no way in."""

import pytest
from django.urls import reverse

from tests.accounts.people import person
from tests.applications.paper import draft, handed_in
from tests.orders import region

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna(client):
    user = person("anna")
    client.force_login(user)
    return user


def words(client, address=None) -> str:
    answer = client.get(address or reverse("catalog:imports"))
    assert answer.status_code == 404
    return answer.content.decode()


def test_while_the_office_checks_it_says_so(anna, client):
    handed_in(anna)

    page = words(client)

    assert "Das Amt prüft noch Ihren Antrag" in page and reverse("applications:mine") in page
    assert "checking your application" in words(client, f"/en{reverse('catalog:imports')}")


def test_a_draft_is_still_to_be_handed_in(anna, client):
    draft(anna)

    assert "Ihr Antrag liegt noch bei Ihnen" in words(client)


def test_nobody_else_and_no_other_page_hears_of_it(anna, client):
    assert "Diese Seite gibt es nicht" in words(client)
    handed_in(anna)
    assert "Diese Seite gibt es nicht" in words(client, "/gibt-es-nicht/")

    client.force_login(region.member(region.supplier().organisation, "supplier_owner").user)
    assert "Diese Seite gibt es nicht" in words(client, reverse("catalog:import", args=["NIEMALS1"]))
