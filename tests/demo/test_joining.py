"""Joining the demo region goes through the Amt."""

from decimal import Decimal

import pytest

from accounts.actor import actor_for
from accounts.models import User
from applications.models import Application
from buyers.models import Buyer
from cms.models import ShopPage
from cms.setup import lay_out
from marketplace.demo import joining
from marketplace.demo.people import applicants, customers, producers
from suppliers.models import Supplier

pytestmark = pytest.mark.django_db


@pytest.fixture
def door():
    return joining.Door()


@pytest.fixture
def cast(door):
    lay_out()
    return joining.open_office(door)


def producer(slug):
    return next(one for one in producers() if one.slug == slug)


def test_producer_is_admitted_with_terms_roles_and_a_public_page(cast, door):
    supplier = joining.join_as_producer(producer("backstube-hollenbach"), cast, door)

    assert Supplier.objects.listed().get() == supplier
    assert (supplier.lists_are, supplier.usual_vat, supplier.minimum_order) == ("net", Decimal(7), Decimal(25))
    roles = {member.user.first_name: member.roles for member in supplier.organisation.memberships.all()}
    assert roles == {"Greta": ["supplier_owner"], "Emil": ["supplier_orders"], "Nora": ["supplier_catalogue"]}
    page = ShopPage.objects.live().get(supplier=supplier)
    assert "Lindenau" in page.story
    assert page.certificates.count() == 2


def test_small_business_states_no_rate_and_its_page_waits_for_the_amt(cast, door):
    supplier = joining.join_as_producer(producer("imkerei-summstein"), cast, door)

    assert supplier.small_business
    assert not ShopPage.objects.live().filter(supplier=supplier).exists()
    assert ShopPage.objects.get(supplier=supplier).workflow_in_progress


def test_buyer_joins_with_all_its_roles(cast, door):
    joining.join_as_buyer(next(one for one in customers() if one.slug == "kantine-am-ring"), cast, door)

    buyer = Buyer.objects.get()
    assert buyer.delivery_address.latitude
    assert {role for member in buyer.organisation.memberships.all() for role in member.roles} == {
        "buyer_owner",
        "buyer_purchaser",
        "buyer_approver",
        "buyer_accounts",
    }


def test_demo_password_signs_everybody_in(cast, door, client):
    user = User.objects.get(email=cast.editor.user.email)

    assert user.check_password(joining.PASSWORD)
    assert actor_for(user).may("pages.edit")


def test_every_company_is_taken_as_it_applies(cast, door):
    for applicant in applicants():
        joining.stand_at_the_door(applicant, cast, door)

    outcomes = set(Application.objects.values_list("status", flat=True))
    assert outcomes == {"submitted", "sent_back", "refused"}
    assert Application.objects.waiting().count() == 3
