"""Everybody joins as real people do: they apply, the Amt decides, the producers fill their shop pages."""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.files.base import ContentFile
from wagtail.images import get_image_model

from accounts.actor import Actor, actor_for
from accounts.models import User
from accounts.services import add_member, create_person
from applications import services as applications
from applications.models import Application
from buyers.models import Buyer
from cms.models import ShopCertificate, ShopPage, ShopPicture
from cms.shops import draft_shop_page, submit_shop_page
from marketplace.demo import PASSWORD, stills
from marketplace.demo.people import OFFICE, Applicant, Company, Customer, Person, Producer
from office.services import create_office
from suppliers.models import Supplier
from suppliers.services import change_delivery

UNMODERATED = {"keramik-tonart", "imkerei-summstein"}  # their pages wait on the Amt's desk


@dataclass
class Cast:
    """Who has joined so far: producers and buyers by their slug, and who acts for the Amt."""

    office: Actor
    editor: Actor
    suppliers: dict[str, Supplier] = field(default_factory=dict)
    buyers: dict[str, Buyer] = field(default_factory=dict)
    actors: dict[str, Actor] = field(default_factory=dict)


class Door:
    """Makes people; they all share one password, which is hashed once since hashing is slow on purpose."""

    def __init__(self):
        self.hashed = make_password(PASSWORD)

    def person(self, person: Person) -> User:
        user = create_person(person.email, None, first_name=person.first, last_name=person.last)
        user.password = self.hashed
        user.save(update_fields=["password"])
        return user


def open_office(door: Door) -> Cast:
    """The Amt with its three roles."""
    organisation = create_office(settings.OFFICE_NAME)
    actors = {}
    for person in OFFICE:
        user = door.person(person)
        add_member(organisation, user, [person.role])
        actors[person.role] = actor_for(user, organisation)
    return Cast(office=actors["office_caseworker"], editor=actors["office_editor"])


def join(company: Producer | Customer, cast: Cast, door: Door) -> Actor:
    """The owner applies, the Amt admits, colleagues are added; returns the owner as an actor."""
    owner = door.person(company.owner)
    organisation = applications.admit(_submitted(company, owner), by=cast.office)
    for colleague in company.people[1:]:
        add_member(organisation, door.person(colleague), [colleague.role], by=owner)
    actor = actor_for(owner, organisation)
    cast.actors[company.slug] = actor
    return actor


def join_as_producer(producer: Producer, cast: Cast, door: Door) -> Supplier:
    actor = join(producer, cast, door)
    supplier = Supplier.objects.get(organisation=actor.organisation)
    _state_terms(supplier, producer, actor)
    _fill_shop_page(supplier, producer, actor, cast.editor)
    cast.suppliers[producer.slug] = supplier
    return supplier


def join_as_buyer(customer: Customer, cast: Cast, door: Door) -> Buyer:
    actor = join(customer, cast, door)
    cast.buyers[customer.slug] = Buyer.objects.get(organisation=actor.organisation)
    return cast.buyers[customer.slug]


def stand_at_the_door(applicant: Applicant, cast: Cast, door: Door) -> Application:
    """Somebody whom the Amt has not admitted (yet)."""
    application = _submitted(applicant, door.person(applicant.owner))
    if applicant.outcome == Application.Status.SENT_BACK:
        return applications.send_back(application, applicant.note, by=cast.office)
    if applicant.outcome == Application.Status.REFUSED:
        return applications.refuse(application, applicant.note, by=cast.office)
    return application


def _submitted(company: Company, owner: User) -> Application:
    application = applications.draft_for(owner)
    for name in ("name", "legal_form", "vat_id", "register_number", "street", "number", "postcode", "town", "phone"):
        setattr(application, name, getattr(company, name))
    application.contact = company.owner.name
    application.email = f"bestellung@{company.domain}"
    application.website = f"https://www.{company.domain}"
    application.sells = company.owner.role.startswith("supplier")
    application.buys = not application.sells
    if application.sells:
        application.lists_are = company.prices
        application.small_business = company.small_business
        application.usual_vat = None if application.small_business else Decimal(company.vat)
    application.save()
    applications.declare(application)
    return applications.submit(application, by=owner)


def _state_terms(supplier: Supplier, producer: Producer, by: Actor) -> None:
    """What he types into the page of delivery terms."""
    hour, minute = map(int, producer.cutoff.split(":"))
    supplier.cutoff_time = time(hour, minute)
    same = ("radius_km", "weekdays", "cutoff_days", "claim", "claim_en", "shows_prices", "strangers_may_order")
    for name in same:
        setattr(supplier, name, getattr(producer, name))
    for name in ("minimum_order", "delivery_charge", "free_from"):
        setattr(supplier, name, Decimal(str(getattr(producer, name))))
    supplier.pickup, supplier.pickup_note = bool(producer.pickup), producer.pickup
    supplier.represented_by = producer.owner.name
    change_delivery(supplier, by=by)


def _fill_shop_page(supplier: Supplier, producer: Producer, by: Actor, editor: Actor) -> None:
    """Words, a picture and certificates; then the Amt approves, but for the last to come."""
    page: ShopPage = draft_shop_page(supplier, by).get_latest_revision_as_object()
    page.story, page.makes = producer.story, producer.makes
    page.pictures = [ShopPicture(image=_image(producer), alt=f"Aus dem Sortiment: {producer.makes}"[:160])]
    page.certificates = [
        ShopCertificate(name=name, number=number, valid_to=date.fromisoformat(day) if day else None)
        for name, number, day in producer.certificates
    ]
    submit_shop_page(page, by=by)
    if producer.slug not in UNMODERATED:
        page.current_workflow_task_state.approve(user=editor.user)


def _image(producer: Producer):
    picture = stills.png(stills.still_of(producer.articles()[0], 0))
    return get_image_model().objects.create(
        title=producer.name, file=ContentFile(picture, name=f"{producer.slug}.png"), uploaded_by_user=None
    )
