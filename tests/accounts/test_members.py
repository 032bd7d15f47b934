import pytest
from django.urls import reverse

from accounts import services
from accounts.actor import SESSION_KEY
from accounts.errors import AlreadyMember, InvitationForAnother, InvitationGone, LastOwner, RolesDoNotFit
from accounts.models import Invitation, JournalEntry, Membership
from tests.accounts.people import company, member, person
from tests.accounts.post import last_letter, letters

pytestmark = pytest.mark.django_db


@pytest.fixture
def mill():
    return company("Mühle & Sohn")


@pytest.fixture
def owner(mill):
    return member("sam", mill, "supplier_owner")


def membership_of(actor):
    return Membership.objects.get(user=actor.user, organisation=actor.organisation)


def test_the_last_owner_stays(owner):
    with pytest.raises(LastOwner):
        services.remove_member(membership_of(owner), by=owner)
    with pytest.raises(LastOwner):
        services.change_roles(membership_of(owner), ["supplier_orders"], by=owner)
    assert membership_of(owner).roles == ["supplier_owner"]


def test_one_of_two_owners_may_go(owner, mill):
    second = member("mia", mill, "supplier_owner")
    services.remove_member(membership_of(owner), by=second)
    assert [each.user for each in mill.memberships.all()] == [second.user]


def test_an_inactive_owner_does_not_count(owner, mill):
    second = member("mia", mill, "supplier_owner")
    second.user.is_active = False
    second.user.save()
    with pytest.raises(LastOwner):
        services.remove_member(membership_of(owner), by=owner)


def test_each_side_keeps_its_own_owner(owner, mill):
    services.add_member(mill, owner.user, ["buyer_owner"])
    member("mia", mill, "supplier_owner")
    with pytest.raises(LastOwner):
        services.change_roles(membership_of(owner), ["supplier_owner"], by=owner)


def test_a_seller_gives_no_roles_of_the_amt(owner, mill):
    with pytest.raises(RolesDoNotFit):
        services.invite(mill, "neu@kontor.example", ["office_lead"], by=owner)
    with pytest.raises(RolesDoNotFit):
        services.change_roles(membership_of(owner), ["supplier_owner", "office_lead"], by=owner)


def test_an_invitation_is_a_mail_with_a_link_that_makes_a_member(owner, mill, client):
    services.invite(mill, "Otto@kontor.example", ["supplier_orders"], by=owner)
    invitation = Invitation.objects.get()
    otto = person("otto")

    assert last_letter()["to"] == "Otto@kontor.example"
    assert reverse("accounts:invitation", args=[invitation.token]) in last_letter()["body"]
    client.force_login(otto)
    assert client.post(reverse("accounts:invitation-accept", args=[invitation.token])).url == reverse("home")

    assert Membership.objects.get(user=otto).roles == ["supplier_orders"]
    assert client.session[SESSION_KEY] == mill.pk


def test_accepting_twice_joins_once(owner, mill):
    token = services.invite(mill, "otto@kontor.example", ["supplier_orders"], by=owner).token
    otto = person("otto")
    assert services.accept_invitation(token, by=otto) == services.accept_invitation(token, by=otto) == mill
    assert Membership.objects.filter(user=otto).count() == 1


def test_an_invitation_is_for_its_address_alone(owner, mill):
    token = services.invite(mill, "otto@kontor.example", ["supplier_orders"], by=owner).token
    with pytest.raises(InvitationForAnother):
        services.accept_invitation(token, by=person("eva"))


def test_an_old_or_unknown_invitation_is_gone(owner, mill):
    invitation = services.invite(mill, "otto@kontor.example", ["supplier_orders"], by=owner)
    invitation.created_at = invitation.created_at.replace(year=invitation.created_at.year - 1)
    invitation.save()
    otto = person("otto")
    for token in (invitation.token, "nie-ausgestellt"):
        with pytest.raises(InvitationGone):
            services.accept_invitation(token, by=otto)


def test_a_removed_member_does_not_come_back_by_the_old_link(owner, mill):
    token = services.invite(mill, "otto@kontor.example", ["supplier_orders"], by=owner).token
    otto = person("otto")
    services.accept_invitation(token, by=otto)
    services.remove_member(Membership.objects.get(user=otto), by=owner)
    with pytest.raises(InvitationGone):
        services.accept_invitation(token, by=otto)


def test_asking_again_renews_the_invitation(owner, mill):
    first = services.invite(mill, "otto@kontor.example", ["supplier_orders"], by=owner).token
    second = services.invite(mill, "otto@kontor.example", ["supplier_catalogue"], by=owner).token
    assert [each.token for each in Invitation.objects.all()] == [second] != [first]
    assert len(letters()) == 2


def test_a_member_is_not_invited_again(owner, mill):
    with pytest.raises(AlreadyMember):
        services.invite(mill, owner.user.email.upper(), ["supplier_orders"], by=owner)


def test_what_happened_stands_in_the_journal_of_the_company(owner, mill):
    services.invite(mill, "otto@kontor.example", ["supplier_orders"], by=owner)
    stranger = member("otto", company("Hotel Lindt"), "buyer_owner")
    mine = [entry.sentence for entry in JournalEntry.objects.visible_to(owner)]
    assert mine[0] == "otto@kontor.example ist eingeladen."
    assert not JournalEntry.objects.visible_to(stranger).filter(verb="member.invited").exists()
