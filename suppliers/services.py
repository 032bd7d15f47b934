"""The verbs of a producer's standing: admitted, suspended, resumed. Shop and delivery data are forms' business."""

from django.db import transaction
from oscar.core.loading import get_model

from accounts import mail
from accounts.actor import Actor
from accounts.journal import record
from accounts.models import Address, Organisation, User
from accounts.sorting import german_slug
from suppliers import hooks
from suppliers.models import Supplier

Partner = get_model("partner", "Partner")


@transaction.atomic
def create_supplier(name: str, by: Actor | User | None = None) -> Supplier:
    """A new company that sells, without an application: for operators and imports from before a member signs up."""
    return admit_supplier(Organisation.objects.create(name=name), by=by)


@transaction.atomic
def admit_supplier(organisation: Organisation, *, by: Actor | User | None, address: Address | None = None, **facts):
    """Make an organisation a producer: its record, Oscar's partner, slug; returns the Supplier.

    `facts` are fields of Supplier (lists_are, usual_vat, small_business, represented_by, delivery terms …). Admitting
    twice returns the producer that exists. `hooks.admitted` follow in the same transaction.
    """
    Organisation.objects.select_for_update().get(pk=organisation.pk)
    if existing := Supplier.objects.filter(organisation=organisation).first():
        return existing
    if facts.get("usual_vat"):
        facts.setdefault("delivery_vat", facts["usual_vat"])  # what is delivered decides how delivery is taxed
    supplier = Supplier.objects.create(
        organisation=organisation,
        partner=Partner.objects.create(name=organisation.name),
        slug=free_slug(organisation.name),
        address=address or organisation.main_address,
        **facts,
    )
    record("supplier.admitted", supplier, by=by, readers=[organisation])
    for hook in hooks.admitted:
        hook(supplier, by)
    return supplier


@transaction.atomic
def suspend(organisation: Organisation, reason: str, by: Actor) -> Organisation:
    """Shut a member out: listings vanish at once (visibility asks the status), open orders stay for both sides."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if organisation.is_suspended:
        return organisation
    return _change_standing(organisation, Organisation.Status.SUSPENDED, reason, by)


@transaction.atomic
def resume(organisation: Organisation, by: Actor) -> Organisation:
    """Let a suspended member back in; everything is as it was."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    if not organisation.is_suspended:
        return organisation
    return _change_standing(organisation, Organisation.Status.ACTIVE, "", by)


@transaction.atomic
def change_delivery(supplier: Supplier, by: Actor) -> Supplier:
    """Keep changed terms of delivery; open orders hold copies and stay as they are."""
    supplier.save()
    record("supplier.delivery_changed", supplier, by=by)
    return supplier


def _change_standing(organisation, status, reason, by):
    organisation.status, organisation.suspended_because = status, reason
    organisation.save(update_fields=["status", "suspended_because"])
    verb = "suspended" if organisation.is_suspended else "resumed"
    record(f"organisation.{verb}", organisation, by=by, readers=[organisation], reason=reason)
    if supplier := Supplier.objects.filter(organisation=organisation).first():
        for hook in getattr(hooks, verb):
            hook(supplier, by)
    owners = mail.people_with(organisation, "organisation.manage")
    mail.send(f"suppliers/mail/{verb}", owners, {"company": organisation, "reason": reason}, organisation)
    return organisation


def free_slug(name: str) -> str:
    """The name as a path: umlauts spelled out, a number behind it if taken."""
    stem = german_slug(name, 70, "betrieb")
    taken = set(Supplier.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    return next(slug for slug in _numbered(stem) if slug not in taken)


def _numbered(stem):
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1
