"""The verbs of trading relationships: asked for, accepted, invited, ended. Private to the two sides."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts import mail
from accounts.actor import Actor
from accounts.journal import record
from accounts.models import Address, Organisation
from buyers.errors import InvitationSpent, NotABuyer, NumberTaken, OwnShop
from buyers.models import Buyer, CustomerInvitation, Relationship, buyer_of
from suppliers.models import Supplier


def admit_buyer(organisation: Organisation, *, delivery_address: Address | None = None) -> Buyer:
    """Make an organisation a buyer; the one that it is, if it is one."""
    buyer, _created = Buyer.objects.get_or_create(
        organisation=organisation, defaults={"delivery_address": delivery_address}
    )
    return buyer


@transaction.atomic
def request_relationship(supplier: Supplier, message: str, *, by: Actor) -> Relationship:
    """Ask a supplier to be his customer; asking again while it runs changes nothing, after an end it asks anew."""
    buyer = _buying(by, supplier)
    relationship, created = Relationship.objects.select_for_update().get_or_create(
        supplier=supplier, buyer=buyer, defaults={"message": message}
    )
    running = {Relationship.Status.REQUESTED, Relationship.Status.ACTIVE}
    if not created and relationship.status in running:
        return relationship
    relationship.status, relationship.message, relationship.decided_at = Relationship.Status.REQUESTED, message, None
    relationship.save()
    _note("relationship.requested", relationship, by)
    owners = mail.people_with(supplier.organisation, "customers.manage")
    mail.send("buyers/mail/requested", owners, {"relationship": relationship}, supplier.organisation)
    return relationship


@transaction.atomic
def accept_request(relationship: Relationship, *, by: Actor, customer_number="", payment_days=14) -> Relationship:
    """The supplier says yes, with the customer's number and term of payment."""
    return _decide(relationship, Relationship.Status.ACTIVE, by, customer_number, payment_days)


@transaction.atomic
def decline_request(relationship: Relationship, *, by: Actor) -> Relationship:
    return _decide(relationship, Relationship.Status.DECLINED, by)


def _decide(relationship, status, by, customer_number="", payment_days=14) -> Relationship:
    relationship = Relationship.objects.select_for_update().get(pk=relationship.pk)
    if relationship.status != Relationship.Status.REQUESTED:
        return relationship
    relationship.status, relationship.decided_at = status, timezone.now()
    _keep_terms(relationship, customer_number, payment_days)
    _note(f"relationship.{status}", relationship, by)
    organisation = relationship.buyer.organisation
    readers = mail.people_with(organisation, "suppliers.connect")
    mail.send(f"buyers/mail/{status}", readers, {"relationship": relationship}, organisation)
    return relationship


@transaction.atomic
def change_terms(relationship: Relationship, *, by: Actor, customer_number: str, payment_days: int) -> Relationship:
    relationship = Relationship.objects.select_for_update().get(pk=relationship.pk)
    _keep_terms(relationship, customer_number, payment_days)
    _note("relationship.terms", relationship, by)
    return relationship


def _keep_terms(relationship: Relationship, customer_number: str, payment_days: int) -> None:
    relationship.customer_number, relationship.payment_days = customer_number.strip(), payment_days
    try:
        with transaction.atomic():
            relationship.save()
    except IntegrityError as error:
        raise NumberTaken from error


@transaction.atomic
def end_relationship(relationship: Relationship, *, by: Actor) -> Relationship:
    """Either side may end it: agreed prices end with it, open orders stay."""
    relationship = Relationship.objects.select_for_update().get(pk=relationship.pk)
    relationship.status = Relationship.Status.ENDED
    relationship.save(update_fields=["status"])
    _note("relationship.ended", relationship, by)
    return relationship


@transaction.atomic
def invite_customer(
    supplier: Supplier, *, email: str, by: Actor, company="", customer_number="", payment_days=14
) -> CustomerInvitation:
    """Mail a customer a link under which his organisation becomes related to this supplier."""
    invitation = CustomerInvitation.objects.create(
        supplier=supplier, email=email, company=company, customer_number=customer_number, payment_days=payment_days
    )
    send_invitation(invitation)
    record("customer.invited", supplier, by=by, email=email)
    return invitation


def send_invitation(invitation: CustomerInvitation) -> None:
    mail.send("buyers/mail/invited", invitation.email, {"invitation": invitation})


@transaction.atomic
def accept_invitation(token: str, *, by: Actor) -> Relationship:
    """The buyer follows the link: active at once, with the terms that the supplier wrote down."""
    invitation = CustomerInvitation.objects.select_for_update().select_related("supplier").filter(token=token).first()
    if invitation is None or invitation.accepted_by_id:
        raise InvitationSpent
    relationship, _created = Relationship.objects.select_for_update().get_or_create(
        supplier=invitation.supplier, buyer=_buying(by, invitation.supplier)
    )
    relationship.status, relationship.decided_at = Relationship.Status.ACTIVE, timezone.now()
    _keep_terms(relationship, invitation.customer_number or relationship.customer_number, invitation.payment_days)
    invitation.accepted_by = relationship
    invitation.save(update_fields=["accepted_by"])
    _note("relationship.active", relationship, by)
    return relationship


def _buying(by: Actor, supplier: Supplier) -> Buyer:
    buyer = buyer_of(by)
    if buyer is None:
        raise NotABuyer
    if buyer.organisation_id == supplier.organisation_id:
        raise OwnShop
    return buyer


def _note(verb: str, relationship: Relationship, by: Actor) -> None:
    sides = [relationship.supplier.organisation, relationship.buyer.organisation]
    record(verb, relationship, by=by, readers=sides)
