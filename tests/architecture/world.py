"""Everybody who might knock, and one of each thing that a page may show."""

import base64
import io
import zipfile
from datetime import date
from types import SimpleNamespace

from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from accounts import services as people
from accounts.actor import actor_for
from accounts.models import Invitation
from accounts.rights import ROLES
from applications.models import Application
from applications.steps import steps_of
from buyers.models import CustomerInvitation
from catalog.imports import service as imports
from catalog.imports.columns.memory import Statement
from catalog.pictures import zips
from cms.setup import lay_out
from office.services import create_office
from tests.orders import region

LIST = "Artikelnummer;Bezeichnung;Preis netto;MwSt\n4711;Dinkelbrot;4,20;7\n4712;Roggenbrot;3,90;7\n"

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

# role in the table -> (organisation of the world, role there); other_* own a company that has nothing to do with ours
KNOCKING = {role: (role.partition("_")[0], role) for role, _ in ROLES} | {
    "other_supplier": ("other_supplier", "supplier_owner"),
    "other_buyer": ("other_buyer", "buyer_owner"),
}


def build():
    """A producer, his buyer, the Amt and two outsiders, each with all their roles, and what passed between them."""
    lay_out()
    supplier, buyer = region.supplier(), region.buyer()
    article = region.listing(supplier)
    relation = region.known(buyer, supplier)
    agreement = region.agreed(relation, {article: "9.00"})
    world = SimpleNamespace(
        supplier=supplier.organisation,
        buyer=buyer.organisation,
        office=create_office("Amt"),
        other_supplier=region.supplier("Fremde Mühle").organisation,
        other_buyer=region.buyer("Fremdes Hotel").organisation,
    )
    world.users = {role: member(getattr(world, side), in_it) for role, (side, in_it) in KNOCKING.items()}
    world.users["stranger"] = people.create_person("niemand@firma.example", "geheim-genug-77")
    buys = actor_for(world.users["buyer_purchaser"])
    purchase = region.bought(buys, (article, 2))
    for role in ("buyer_owner", "buyer_purchaser"):
        region.services.add_to_basket(article, 1, by=actor_for(world.users[role]))
    invitation = Invitation.objects.create(organisation=world.supplier, email="neu@firma.example", roles=[])
    world.arguments = {
        "slug": supplier.slug,
        "article": article.reference,
        "article_slug": article.product.slug,
        "relation": world.buyer.reference,
        "agreement": agreement.pk,
        "price_list": agreement.price_list.reference,
        "price_line": agreement.price_list.lines.get().pk,
        "purchase": purchase.reference,
        "order": purchase.orders.get().reference,
        "day": date(2030, 1, 7),
        "quantity": "1",
        "csv": "csv",
        "step": steps_of(Application())[0].name,
        "organisation": world.supplier.reference,
        "address": world.supplier.addresses.get().pk,
        "member": world.supplier.memberships.get(user=world.users["supplier_orders"]).pk,
        "invitation": invitation.pk,
        "invitation_token": invitation.token,
        "customer_token": CustomerInvitation.objects.create(supplier=supplier, email="kunde@firma.example").token,
        "application": applied(world.users["stranger"]).reference,
        "picture_zip": pictured(supplier, world.users["supplier_owner"]).reference,
        "picture": 0,
        "import": uploaded(supplier, world.users["supplier_owner"]).reference,
    }
    return world


def applied(person):
    """An application that waits for the Amt."""
    facts = {"name": "Neue Mühle", "sells": True, "submitted_at": timezone.now()}
    return Application.objects.create(applicant=person, status=Application.Status.SUBMITTED, **facts)


def uploaded(supplier, person):
    """A list on its way into the shop."""
    run = imports.start_import(supplier, LIST.encode(), "liste.csv", by=actor_for(person), statement=Statement("net"))
    imports.run_to_dry_run(run)
    return run


def pictured(supplier, person):
    """A zip with one picture that fits no article."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("unbekannt.png", PICTURE)
    return zips.take_zip(supplier, ContentFile(target.getvalue()), "bilder.zip", by=actor_for(person))


def member(organisation, role):
    user = people.create_person(f"{role}.{organisation.reference}@firma.example".lower(), "geheim-genug-77")
    people.add_member(organisation, user, [role])
    return user


def client(world, role):
    knocking = Client()
    if role != "anonymous":
        knocking.force_login(world.users[role], backend="allauth.account.auth_backends.AuthenticationBackend")
    return knocking
