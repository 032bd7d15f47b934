"""Asking, accepting, inviting, ending: each side sees its own, nobody else anything."""

import pytest
from django.urls import reverse

from buyers import services
from buyers.errors import InvitationSpent, NumberTaken, OwnShop
from buyers.models import CustomerInvitation, Relationship
from tests.orders import region


@pytest.fixture
def mill(db):
    return region.supplier("Mühle Zwenkau")


@pytest.fixture
def canteen(db):
    return region.buyer("Kantine am Ring")


@pytest.fixture
def bea(canteen):
    return region.purchaser(canteen)


@pytest.fixture
def sam(mill):
    return region.seller(mill)


def test_a_request_is_accepted_with_terms(mill, bea, sam):
    asked = services.request_relationship(mill, "Wir brauchen 50 kg in der Woche.", by=bea)
    services.accept_request(asked, by=sam, customer_number="K-7", payment_days=30)
    asked.refresh_from_db()
    assert (asked.status, asked.customer_number, asked.payment_days) == ("active", "K-7", 30)


def test_asking_twice_is_one_request(mill, bea):
    services.request_relationship(mill, "", by=bea)
    services.request_relationship(mill, "noch einmal", by=bea)
    assert Relationship.objects.count() == 1


def test_a_decision_holds(mill, bea, sam):
    asked = services.request_relationship(mill, "", by=bea)
    services.decline_request(asked, by=sam)
    assert services.accept_request(asked, by=sam).status == "declined"


def test_after_an_end_one_may_ask_anew(mill, bea, sam):
    asked = services.request_relationship(mill, "", by=bea)
    services.end_relationship(asked, by=sam)
    assert services.request_relationship(mill, "", by=bea).status == "requested"


def test_an_invitation_is_accepted_once(mill, bea, sam, canteen):
    invitation = services.invite_customer(mill, email="kueche@ring.example", by=sam, customer_number="K-7")
    relationship = services.accept_invitation(invitation.token, by=bea)
    assert (relationship.buyer, relationship.status, relationship.customer_number) == (canteen, "active", "K-7")
    with pytest.raises(InvitationSpent):
        services.accept_invitation(invitation.token, by=region.purchaser(region.buyer("Hotel")))


def test_two_customers_never_share_a_number(mill, bea, sam):
    first = services.request_relationship(mill, "", by=bea)
    second = services.request_relationship(mill, "", by=region.purchaser(region.buyer("Hotel")))
    services.accept_request(first, by=sam, customer_number="K-7")
    with pytest.raises(NumberTaken):
        services.accept_request(second, by=sam, customer_number="K-7")


def test_nobody_is_his_own_customer(mill, canteen):
    mill.organisation = canteen.organisation
    with pytest.raises(OwnShop):
        services.request_relationship(mill, "", by=region.purchaser(canteen))


def test_one_supplier_never_sees_anothers_customers(client, mill, bea, sam):
    services.accept_request(services.request_relationship(mill, "", by=bea), by=sam)
    stranger = region.seller(region.supplier("Bäckerei"))
    client.force_login(stranger.user)
    assert "Kantine am Ring" not in client.get(reverse("catalog:customers")).content.decode()
    page = reverse("catalog:customer", args=[bea.organisation.reference])
    assert client.get(page).status_code == 404
    client.force_login(sam.user)
    assert client.get(page).status_code == 200


def test_the_buyer_asks_and_the_supplier_decides_through_the_pages(client, mill, bea, sam):
    client.force_login(bea.user)
    client.post(reverse("buyers:supplier-request", args=[mill.slug]), {"message": "Guten Tag"})
    client.force_login(sam.user)
    assert "Guten Tag" in client.get(reverse("catalog:customers")).content.decode()
    client.post(reverse("catalog:customer-decide", args=[bea.organisation.reference]), {"accept": "1"})
    client.force_login(bea.user)
    assert "Mühle Zwenkau" in client.get(reverse("buyers:suppliers")).content.decode()
    assert Relationship.objects.get().status == "active"


def test_the_mailed_link_leads_to_own_prices(client, mill, bea, sam):
    client.force_login(sam.user)
    facts = {"email": "kueche@ring.example", "company": "", "customer_number": "", "payment_days": "14"}
    client.post(reverse("catalog:customer-invite"), facts)
    link = reverse("buyers:invitation", args=[CustomerInvitation.objects.get().token])
    client.force_login(bea.user)
    assert "Mühle Zwenkau lädt Sie ein" in client.get(link).content.decode()
    client.post(link)
    assert Relationship.objects.get(supplier=mill).status == "active"
