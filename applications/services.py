"""The verbs of joining: hand in, send back, refuse, admit. Each locks, guards, changes, records and writes a mail."""

from django.db import IntegrityError, transaction
from django.utils import timezone, translation

from accounts import mail
from accounts.actor import Actor
from accounts.journal import record
from accounts.models import Address, Organisation, User
from accounts.services import add_member, sides_of
from applications.checks import duplicates
from applications.errors import AlreadyDecided, DecidedOwnApplication, DuplicateCompany, NotComplete, NotHandedIn
from applications.models import Application
from applications.steps import missing_steps
from applications.terms import TERMS_VERSION
from buyers.models import Buyer
from suppliers.places import place
from suppliers.services import admit_supplier

Status = Application.Status
COMPANY = ("name", "vat_id", "tax_number", "register_number", "email", "phone", "website")
PLACE = ("street", "number", "postcode", "town")
SELLING = ("lists_are", "usual_vat", "small_business")


def new_draft(user: User, organisation: Organisation | None = None) -> Application:
    """An unsaved application with what we know of the person, and of the member that asks for a second side."""
    known = {"email": user.email, "phone": user.phone, "contact": user.get_full_name()}
    if organisation:
        known |= _known(organisation)
    return Application(applicant=user, **known)


def draft_for(user: User, organisation: Organisation | None = None) -> Application:
    """The person's open application, or a new draft."""
    existing = Application.objects.made_by(user).open().first()
    if existing:
        return existing
    draft = new_draft(user, organisation)
    try:
        with transaction.atomic():
            draft.save()
            return draft
    except IntegrityError:  # a second click at the same moment made it
        return Application.objects.made_by(user).open().get()


def declare(application: Application) -> Application:
    """Note that the applicant declared to be a trader and accepted the terms as they stand now."""
    if not application.is_trader or application.terms_version != TERMS_VERSION:
        application.is_trader, application.terms_version = True, TERMS_VERSION
        application.terms_accepted_at = timezone.now()
        application.save(update_fields=["is_trader", "terms_version", "terms_accepted_at"])
    return application


@transaction.atomic
def submit(application: Application, *, by: User) -> Application:
    """Hand in a draft; doing it twice does it once. Raises NotComplete, AlreadyDecided."""
    application = _locked(application)
    if application.status == Status.SUBMITTED:
        return application
    if not application.is_editable:
        raise AlreadyDecided
    if missing := missing_steps(application):
        raise NotComplete(missing)
    if application.organisation and application.organisation.name != application.name:
        application.organisation = None  # a member of one company applies for another
    application.status = Status.SUBMITTED
    application.submitted_at = timezone.now()
    application.save(update_fields=["status", "submitted_at", "organisation"])
    record("application.submitted", application, by=by, readers=_offices())
    _tell_offices(application)
    _write(application, "submitted")
    return application


@transaction.atomic
def send_back(application: Application, note: str, *, by: Actor) -> Application:
    """Give an application back with a note on what is missing; the applicant completes it and hands it in again."""
    return _decide(application, Status.SENT_BACK, note, by)


@transaction.atomic
def refuse(application: Application, reason: str, *, by: Actor) -> Application:
    """Turn an application down; the reason goes to the applicant as it stands."""
    return _decide(application, Status.REFUSED, reason, by)


@transaction.atomic
def admit(application: Application, *, by: Actor) -> Organisation:
    """Make the applicant a member with roles, address and shop. Admitting twice returns the same organisation.

    Raises DuplicateCompany, AlreadyDecided, NotHandedIn, DecidedOwnApplication.
    """
    application = _locked(application)
    if application.status == Status.ADMITTED:
        return application.organisation
    _guard(application, by)
    Organisation.objects.select_for_update().get(
        pk=by.organisation.pk
    )  # one admission at a time: nobody comes in twice
    if any(match.is_member for match in duplicates(application)):
        raise DuplicateCompany
    organisation = application.organisation or _create_organisation(application)
    address = organisation.main_address or _create_address(application, organisation)
    add_member(organisation, application.applicant, _owner_roles(application), by=by)
    if application.sells:
        facts = {name: getattr(application, name) for name in SELLING}
        admit_supplier(organisation, by=by, address=address, represented_by=application.contact, **facts)
    if application.buys:
        Buyer.objects.get_or_create(organisation=organisation, defaults={"delivery_address": address})
    application.organisation = organisation
    _close(application, Status.ADMITTED, "", by)
    return organisation


def _decide(application, status, answer, by):
    application = _locked(application)
    if application.status == status:
        return application
    _guard(application, by)
    _close(application, status, answer, by)
    return application


def _guard(application, by):
    if application.status in (Status.REFUSED, Status.ADMITTED):
        raise AlreadyDecided
    if application.status != Status.SUBMITTED:
        raise NotHandedIn
    if application.applicant_id == by.user.pk:
        raise DecidedOwnApplication


def _close(application, status, answer, by):
    application.status, application.answer = status, answer
    application.decided_by, application.decided_at = by.user, timezone.now()
    application.save(update_fields=["status", "answer", "decided_by", "decided_at", "organisation"])
    readers = [application.organisation] if application.organisation else []
    record(f"application.{status}", application, by=by, readers=readers, name=application.name, answer=answer)
    _write(application, str(status))


def _write(application, what):
    """The mail for what just happened, to the applicant; it leads to his application or, once in, to his start page."""
    context = {"application": application}
    organisation = application.organisation if what == Status.ADMITTED else None
    mail.send(f"applications/mail/{what}", application.applicant, context, organisation)


def _tell_offices(application):
    """A mail to everybody at the Amt who may decide."""
    for office in _offices():
        readers = mail.people_with(office, "applications.decide")
        mail.send("applications/mail/to_decide", readers, {"application": application}, office)


def _locked(application):
    return (
        Application.objects.select_for_update(of=("self",))
        .select_related("applicant", "organisation")
        .get(pk=application.pk)
    )


def _offices():
    return Organisation.objects.filter(is_office=True)


def _create_organisation(application):
    facts = {name: getattr(application, name) for name in COMPANY}
    with translation.override("de"):  # the name of a German legal form, whatever language the case worker reads
        legal_form = application.get_legal_form_display()
    return Organisation.objects.create(legal_form=legal_form, **facts)


def _create_address(application, organisation):
    facts = {name: getattr(application, name) for name in PLACE}
    address = place(Address(organisation=organisation, is_main=True, **facts))
    address.save()
    return address


def _owner_roles(application):
    sides = [("supplier_owner", application.sells), ("buyer_owner", application.buys)]
    return [role for role, asked in sides if asked]


def _known(organisation):
    """What a member need not type again."""
    facts = {name: getattr(organisation, name) for name in COMPANY}
    sides = sides_of(organisation)
    facts |= {"sells": "supplier" not in sides, "buys": "buyer" not in sides, "organisation": organisation}
    address = organisation.main_address
    return facts | ({name: getattr(address, name) for name in PLACE} if address else {})
