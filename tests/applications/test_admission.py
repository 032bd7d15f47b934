from decimal import Decimal
from threading import Thread

import pytest
from django.db import connection
from django.urls import reverse

from accounts.models import JournalEntry, Organisation
from applications import services
from applications.errors import (
    AlreadyDecided,
    DecidedOwnApplication,
    DuplicateCompany,
    NotComplete,
    NotHandedIn,
)
from applications.models import Application
from buyers.models import Buyer
from suppliers import hooks
from suppliers.models import Supplier
from tests.accounts.people import case_worker, company, person
from tests.accounts.post import last_letter, letters
from tests.applications.paper import FACTS, draft, handed_in, vat_id

pytestmark = pytest.mark.django_db


@pytest.fixture
def anna():
    return person("anna")


@pytest.fixture
def worker(pages):
    return case_worker()


def test_the_amt_hears_of_an_application_once(anna, worker):
    editor = person("rike")
    worker.organisation.memberships.create(user=editor, roles=["office_editor"])

    application = handed_in(anna)
    services.submit(application, by=anna)

    [letter] = [letter for letter in letters() if letter["to"] == worker.user.email]
    assert letter["subject"] == f"Neuer Antrag: {application.name}"
    assert f"/cms/amt/antraege/{application.reference}/" in letter["body"]
    assert editor.email not in {letter["to"] for letter in letters()}


def test_a_producer_comes_in_with_everything_he_needs(anna, worker):
    organisation = services.admit(handed_in(anna), by=worker)

    supplier = Supplier.objects.get(organisation=organisation)
    assert organisation.memberships.get().roles == ["supplier_owner"]
    assert (organisation.legal_form, organisation.register_number) == ("GmbH", "Leipzig HRB 12345")
    assert (supplier.slug, supplier.partner.name) == ("mosterei-auwald-gmbh", "Mosterei Auwald GmbH")
    assert (supplier.lists_are, supplier.usual_vat) == ("net", Decimal("7.00"))
    assert supplier.address.latitude == pytest.approx(51.36, abs=0.05)
    assert not Buyer.objects.exists()
    assert last_letter()["to"] == anna.email
    assert f"als={organisation.reference}" in last_letter()["body"]


def test_higher_apps_hear_of_the_new_producer(anna, worker, monkeypatch):
    heard = []
    monkeypatch.setattr(hooks, "admitted", [lambda supplier, by: heard.append((supplier.slug, by))])
    services.admit(handed_in(anna), by=worker)
    assert heard == [("mosterei-auwald-gmbh", worker)]


def test_a_buyer_comes_in_with_his_delivery_address(anna, worker):
    application = handed_in(anna, sells=False, buys=True, lists_are="", usual_vat=None)
    organisation = services.admit(application, by=worker)
    assert organisation.memberships.get().roles == ["buyer_owner"]
    assert organisation.buyer.delivery_address.postcode == "04179"
    assert not Supplier.objects.exists()


def test_a_member_adds_its_other_side_and_stays_one_company(anna, worker):
    first = services.admit(handed_in(anna), by=worker)
    second = services.draft_for(anna, first)
    assert (second.name, second.vat_id, second.street) == ("Mosterei Auwald GmbH", "DE136695976", "Burgaue")
    assert (second.sells, second.buys) == (False, True)
    for name, value in {"legal_form": "gmbh", "contact": "Anna Wald", "phone": "0341 12345"}.items():
        setattr(second, name, value)
    second.save()
    services.submit(services.declare(second), by=anna)

    assert services.admit(second, by=worker) == first
    assert first.memberships.get().roles == ["buyer_owner", "supplier_owner"]
    assert Organisation.objects.filter(is_office=False).count() == 1


def test_who_leads_one_company_may_register_another(anna, worker):
    first = services.admit(handed_in(anna), by=worker)
    second = services.draft_for(anna, first)
    facts = FACTS | {"name": "Saftladen Wald GmbH", "vat_id": vat_id(8), "register_number": "Leipzig HRB 8"}
    Application.objects.filter(pk=second.pk).update(**facts)
    second.refresh_from_db()
    services.submit(services.declare(second), by=anna)
    assert services.admit(second, by=worker).name == "Saftladen Wald GmbH"
    assert first.memberships.get().roles == ["supplier_owner"]


@pytest.mark.django_db(transaction=True)
def test_two_case_workers_at_once_let_a_company_in_once(worker):
    cases = [handed_in(person(name)) for name in ("eins", "zwei")]
    refusals = []

    def decide(case):
        try:
            services.admit(case, by=worker)
        except DuplicateCompany:
            refusals.append(case)
        finally:
            connection.close()

    threads = [Thread(target=decide, args=[case]) for case in cases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refusals) == 1
    assert Organisation.objects.filter(is_office=False).count() == 1


def test_doing_it_twice_does_it_once(anna, worker):
    application = handed_in(anna)
    assert services.submit(application, by=anna).submitted_at == application.submitted_at
    assert services.admit(application, by=worker) == services.admit(application, by=worker)
    assert len(letters()) == 3  # the Amt's, and two to the applicant
    assert Supplier.objects.count() == 1


@pytest.mark.parametrize("field", ["vat_id", "tax_number", "register_number"])
def test_no_company_comes_in_twice(anna, worker, field):
    company("Mosterei A. Wald", **{field: "gleich"})
    application = handed_in(anna)
    Application.objects.filter(pk=application.pk).update(**{field: "gleich"})
    with pytest.raises(DuplicateCompany):
        services.admit(application, by=worker)
    application.refresh_from_db()
    assert application.status == Application.Status.SUBMITTED


def test_sent_back_completed_and_handed_in_again(anna, worker):
    application = services.send_back(handed_in(anna), "Bitte die Hausnummer prüfen.", by=worker)
    assert "Bitte die Hausnummer prüfen." in last_letter()["body"]
    assert application.is_editable

    again = services.submit(application, by=anna)
    assert again.status == Application.Status.SUBMITTED
    assert services.admit(again, by=worker).name == "Mosterei Auwald GmbH"


def test_a_refusal_is_final_and_gives_its_reason(anna, worker):
    application = services.refuse(handed_in(anna), "Der Sitz liegt nicht in der Region.", by=worker)
    assert "Der Sitz liegt nicht in der Region." in last_letter()["body"]
    with pytest.raises(AlreadyDecided):
        services.admit(application, by=worker)
    with pytest.raises(AlreadyDecided):
        services.submit(application, by=anna)
    assert services.draft_for(anna).pk != application.pk


def test_nobody_decides_on_drafts_or_on_his_own(anna, worker):
    with pytest.raises(NotHandedIn):
        services.admit(draft(anna), by=worker)
    mine = handed_in(worker.user, vat_id=vat_id(77), register_number="Leipzig HRB 7")
    with pytest.raises(DecidedOwnApplication):
        services.admit(mine, by=worker)


def test_an_incomplete_application_names_its_steps(anna):
    with pytest.raises(NotComplete) as refusal:
        services.submit(services.declare(draft(anna, street="", lists_are="")), by=anna)
    assert [step.name for step in refusal.value.steps] == ["anschrift", "preise"]


def test_without_the_declaration_nothing_is_handed_in(anna):
    with pytest.raises(NotComplete) as refusal:
        services.submit(draft(anna), by=anna)
    assert [step.name for step in refusal.value.steps] == ["absenden"]


def test_the_accepted_terms_are_kept_with_version_and_time(anna):
    application = handed_in(anna)
    assert application.terms_version == services.TERMS_VERSION
    assert application.terms_accepted_at is not None
    assert application.is_trader


def test_two_of_the_same_name_get_paths_of_their_own(worker):
    one = services.admit(handed_in(person("eins")), by=worker)
    two = services.admit(handed_in(person("zwei"), vat_id=vat_id(5), register_number="Leipzig HRB 5"), by=worker)
    assert [one.supplier.slug, two.supplier.slug] == ["mosterei-auwald-gmbh", "mosterei-auwald-gmbh-2"]


def test_the_amt_reads_in_its_journal_what_it_decided(anna, worker):
    services.refuse(handed_in(anna), "Kein Betrieb.", by=worker)
    sentences = [entry.sentence for entry in JournalEntry.objects.visible_to(worker)]
    assert sentences[0] == "Der Antrag von Mosterei Auwald GmbH ist abgelehnt: Kein Betrieb."
    assert "Der Antrag ist eingereicht." in sentences


def test_the_pages_of_the_two_see_the_same_application(anna, client):
    application = handed_in(anna)
    client.force_login(anna)
    assert application.reference in client.get(reverse("applications:mine")).content.decode()
