import pytest
from django.urls import reverse
from django.utils.translation import override

from accounts.actor import SESSION_KEY, actor_for
from accounts.models import Address, Invitation
from accounts.services import add_member
from tests.accounts.people import company, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def mill():
    return company("Mühle & Sohn", vat_id="DE136695976")


@pytest.fixture
def owner(mill, client):
    actor = member("sam", mill, "supplier_owner")
    client.force_login(actor.user)
    return actor


PAGES = ["organisation", "organisation-edit", "address-new", "members", "journal", "profile"]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_pages_open_for_the_owner(owner, client, name, language):
    with override(language):
        path = reverse(f"accounts:{name}")
    assert path.startswith("/en/") == (language == "en")
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("name", ["organisation-edit", "address-new", "members", "journal"])
def test_who_does_not_manage_is_turned_away(mill, client, name):
    client.force_login(member("kim", mill, "supplier_orders").user)
    assert client.get(reverse(f"accounts:{name}")).status_code == 403
    assert client.get(reverse("accounts:organisation")).status_code == 200


def test_company_data_are_checked_and_kept_in_their_normal_form(owner, client, mill):
    facts = {"name": "Mühle und Söhne", "legal_form": "OHG", "register_number": "Amtsgericht Leipzig, HRA 77"}
    client.post(reverse("accounts:organisation-edit"), facts | {"vat_id": "136 695 976"})
    mill.refresh_from_db()
    assert (mill.name, mill.vat_id, mill.register_number) == ("Mühle und Söhne", "DE136695976", "Leipzig HRA 77")


def test_a_number_of_another_company_is_refused_without_naming_it(owner, client):
    company("Fremde GmbH", register_number="Leipzig HRB 5")
    facts = {"name": "Mühle", "register_number": "HRB 5 Leipzig"}
    page = client.post(reverse("accounts:organisation-edit"), facts).content.decode()
    assert "schon vergeben" in page
    assert "Fremde" not in page


def test_an_address_finds_its_place(owner, client, mill):
    place = {"street": "Karl-Heine-Straße", "number": "3", "postcode": "04229", "town": "Leipzig"}
    client.post(reverse("accounts:address-new"), place | {"is_delivery": "on"})
    address = mill.addresses.get()
    assert address.is_main
    assert address.latitude == pytest.approx(51.32, abs=0.05)


def test_addresses_of_others_are_not_there(owner, client):
    stranger = company("Hotel Lindt")
    place = Address.objects.create(organisation=stranger, street="Ring", postcode="04109", town="Leipzig")
    for name in ("address", "address-remove"):
        assert client.post(reverse(f"accounts:{name}", args=[place.pk])).status_code == 404
    assert Address.objects.filter(pk=place.pk).exists()


def test_switching_needs_a_membership(owner, client):
    hotel, stranger = company("Hotel Lindt"), company("Fremde GmbH")
    add_member(hotel, owner.user, ["buyer_owner"])
    assert client.post(reverse("accounts:switch", args=[hotel.reference])).url == reverse("home")
    assert client.session[SESSION_KEY] == hotel.pk
    assert client.post(reverse("accounts:switch", args=[stranger.reference])).status_code == 404
    assert client.session[SESSION_KEY] == hotel.pk


def test_a_link_from_a_mail_switches_a_member_and_nobody_else(owner, client):
    hotel, stranger = company("Hotel Lindt"), company("Fremde GmbH")
    add_member(hotel, owner.user, ["buyer_owner"])
    page = reverse("accounts:organisation")

    answer = client.get(f"{page}?als={hotel.reference}&x=1")
    assert answer.url == f"{page}?x=1"
    assert "Hotel Lindt" in client.get(page).content.decode()

    answer = client.get(f"{page}?als={stranger.reference}")
    assert answer.status_code == 200
    assert "Hotel Lindt" in answer.content.decode()


def test_a_suspended_company_sees_what_runs_and_starts_nothing(mill):
    actor = member("sam", mill, "supplier_owner", "buyer_owner")
    mill.status = mill.Status.SUSPENDED
    mill.save()
    actor = actor_for(actor.user, mill)
    assert actor.may("orders.view") and actor.may("orders.fulfil") and actor.may("purchases.view")
    assert not actor.may("catalog.edit") and not actor.may("purchases.make") and not actor.may("prices.manage")


def test_an_invitation_opens_for_anybody_and_names_the_way(owner, client, mill):
    client.post(reverse("accounts:members"), {"email": "neu@kontor.example", "roles": ["supplier_orders"]})
    token = Invitation.objects.get().token
    client.logout()
    page = client.get(reverse("accounts:invitation", args=[token])).content.decode()
    assert reverse("account_signup") in page
    assert client.get(reverse("accounts:invitation", args=["falsch"])).status_code == 404


def test_inviting_shows_refusals_at_the_form(owner, client):
    data = {"email": owner.user.email, "roles": ["supplier_orders"]}
    assert "schon Mitglied" in client.post(reverse("accounts:members"), data).content.decode()
