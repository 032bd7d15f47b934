"""The verbs of people and organisations: members, invitations, company data."""

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from accounts import hooks, mail
from accounts.actor import Actor
from accounts.errors import AlreadyMember, HasMembers, InvitationForAnother, InvitationGone, LastOwner, RolesDoNotFit
from accounts.journal import record
from accounts.models import Address, Invitation, Membership, Organisation, User
from accounts.rights import ROLES

OWNER_ROLES = {"supplier": "supplier_owner", "buyer": "buyer_owner", "office": "office_lead"}


@transaction.atomic
def create_person(email: str, password: str | None, *, is_superuser: bool = False, **facts) -> User:
    """A person who may sign in at once: for operators and the demo, where no mail can confirm the address.

    `facts` are fields of User (first_name, last_name, phone, language).
    """
    create = User.objects.create_superuser if is_superuser else User.objects.create_user
    user = create(email, password, **facts)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def roles_for(organisation: Organisation) -> list[str]:
    """The roles that members of this organisation can have: those of its sides."""
    sides = sides_of(organisation)
    return [role for role, _label in ROLES if role.partition("_")[0] in sides]


def sides_of(organisation: Organisation) -> set[str]:
    """Any of supplier, buyer, office: as the organisation was admitted, told by the roles its members have."""
    held = organisation.memberships.values_list("roles", flat=True)
    return {role.partition("_")[0] for roles in held for role in roles}


@transaction.atomic
def add_member(organisation: Organisation, user: User, roles, *, by: Actor | User | None = None) -> Membership:
    """Make a person a member with these roles, or add them to those he has there."""
    membership, _created = Membership.objects.select_for_update().get_or_create(
        organisation=organisation, user=user, defaults={"roles": []}
    )
    membership.roles = sorted({*membership.roles, *roles})
    membership.save(update_fields=["roles"])
    record("member.added", organisation, by=by, readers=[organisation], person=user.email, roles=membership.roles)
    _tell(user)
    return membership


@transaction.atomic
def change_roles(membership: Membership, roles, *, by: Actor) -> Membership:
    """Give a member other roles. Raises LastOwner, RolesDoNotFit."""
    membership = _locked(membership)
    if not set(roles) <= set(roles_for(membership.organisation)) or not roles:
        raise RolesDoNotFit
    _keep_an_owner(membership, roles)
    before, membership.roles = membership.roles, sorted(roles)
    membership.save(update_fields=["roles"])
    _record_of(membership, "member.changed", by, before=before, roles=membership.roles)
    _tell(membership.user)
    return membership


@transaction.atomic
def remove_member(membership: Membership, *, by: Actor) -> None:
    """End a membership; what the person did stays. Raises LastOwner."""
    membership = _locked(membership)
    _keep_an_owner(membership, [])
    membership.delete()
    _record_of(membership, "member.removed", by)
    _tell(membership.user)


def invite(organisation: Organisation, email: str, roles, *, by: Actor) -> Invitation:
    """Ask a person by mail to join; asking again renews the invitation. Raises AlreadyMember, RolesDoNotFit."""
    if not set(roles) <= set(roles_for(organisation)) or not roles:
        raise RolesDoNotFit
    return _invite(organisation, email, roles, by)


def invite_owner(organisation: Organisation, email: str, sides, *, by: Actor) -> Invitation:
    """Ask the first person to lead a company that has no member yet; `sides` are supplier, buyer. Raises HasMembers."""
    if organisation.memberships.exists():
        raise HasMembers
    return _invite(organisation, email, [OWNER_ROLES[side] for side in sides], by)


@transaction.atomic
def _invite(organisation, email, roles, by):
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.memberships.filter(user__email__iexact=email).exists():
        raise AlreadyMember
    organisation.invitations.filter(email__iexact=email, accepted_at=None).delete()
    invitation = organisation.invitations.create(email=email, roles=sorted(roles), invited_by=by.user)
    record("member.invited", organisation, by=by, readers=[organisation], person=email, roles=invitation.roles)
    reader = User.objects.filter(email__iexact=email).first() or email
    mail.send("accounts/mail/invitation", reader, {"invitation": invitation, "company": organisation, "by": by.user})
    return invitation


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Actor) -> None:
    """Take back an invitation that nobody accepted yet."""
    invitation.delete()
    record("member.uninvited", by.organisation, by=by, person=invitation.email)


@transaction.atomic
def accept_invitation(token: str, *, by: User) -> Organisation:
    """Join by the link of a mail; a second click joins no second time. Raises InvitationGone, InvitationForAnother."""
    invitation = Invitation.objects.select_for_update().filter(token=token).first()
    if invitation is None:
        raise InvitationGone
    if invitation.email.casefold() != by.email.casefold():
        raise InvitationForAnother
    if invitation.accepted_at:
        return _still_there(invitation, by)
    if not Invitation.objects.open().filter(pk=invitation.pk).exists():
        raise InvitationGone
    invitation.accepted_at = timezone.now()
    invitation.save(update_fields=["accepted_at"])
    add_member(invitation.organisation, by, invitation.roles, by=by)
    return invitation.organisation


def _still_there(invitation, user):
    if not invitation.organisation.memberships.filter(user=user).exists():
        raise InvitationGone
    return invitation.organisation


@transaction.atomic
def change_organisation(organisation: Organisation, *, by: Actor, **facts) -> Organisation:
    """Write changed company data and note which they were."""
    changed = {name: value for name, value in facts.items() if getattr(organisation, name) != value}
    for name, value in changed.items():
        setattr(organisation, name, value)
    if changed:
        organisation.save(update_fields=list(changed))
        record("organisation.changed", organisation, by=by, readers=[organisation], fields=sorted(changed))
    return organisation


@transaction.atomic
def save_address(address: Address, *, by: Actor) -> Address:
    """Keep a new or changed address of the actor's organisation; one main address at a time."""
    siblings = address.organisation.addresses.exclude(pk=address.pk)
    for hook in hooks.address_changed:
        hook(address)
    if address.is_main:
        siblings.update(is_main=False)
    elif not siblings.filter(is_main=True).exists():
        address.is_main = True
    address.save()
    record("address.saved", address.organisation, by=by, readers=[address.organisation], address=str(address))
    return address


@transaction.atomic
def remove_address(address: Address, *, by: Actor) -> None:
    """Forget an address; orders keep their copies. Raises ProtectedError where a producer delivers from it."""
    address.delete()
    record("address.removed", address.organisation, by=by, readers=[address.organisation], address=str(address))


@transaction.atomic
def save_person(user: User) -> User:
    """Keep what a person changed about himself."""
    user.save()
    _tell(user)
    return user


def _locked(membership):
    """The membership as it is now, its organisation locked: two owners cannot remove each other at once."""
    Organisation.objects.select_for_update().get(pk=membership.organisation_id)
    return Membership.objects.select_related("organisation", "user").get(pk=membership.pk)


def _keep_an_owner(membership, roles):
    """On each side that loses an owner here, somebody else must be one."""
    others = membership.organisation.memberships.exclude(pk=membership.pk)
    for owner in OWNER_ROLES.values():
        loses = owner in membership.roles and owner not in roles
        if loses and not others.filter(roles__contains=[owner], user__is_active=True).exists():
            raise LastOwner


def _record_of(membership, verb, by, **data):
    organisation = membership.organisation
    record(verb, organisation, by=by, readers=[organisation], person=membership.user.email, **data)


def _tell(user):
    for hook in hooks.roles_changed:
        hook(user)
