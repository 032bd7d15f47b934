import csv
import io

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import Page

from accounts.services import change_roles, remove_member
from applications.models import Application
from office.services import mirror_roles
from suppliers.services import create_supplier
from tests.accounts.people import case_worker, company, member, person
from tests.accounts.post import last_letter
from tests.applications.paper import draft, handed_in, vat_id

pytestmark = pytest.mark.django_db

PAGES = ["figures", "figures-csv", "journal", "applications", "companies", "companies-csv"]


@pytest.fixture
def lead(pages):
    return case_worker("seidel", "office_lead")


@pytest.fixture
def case(lead):
    return handed_in(person("anna"))


def at(name, *args):
    return reverse(f"office:{name}", args=args)


def read_csv(response):
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("name", PAGES)
def test_the_lead_sees_every_page(lead, client, name):
    client.force_login(lead.user)
    assert client.get(at(name)).status_code == 200


@pytest.mark.parametrize("name", PAGES)
def test_nobody_else_knows_that_the_pages_exist(lead, client, name):
    assert client.get(at(name)).url.startswith(reverse("account_login"))
    for stranger in (person("eva"), member("sam", company("Mühle"), "supplier_owner", "buyer_owner").user):
        client.force_login(stranger)
        assert client.get(at(name)).status_code == 404


def test_an_editor_decides_nothing_and_a_case_worker_suspends_nobody(case, client):
    client.force_login(case_worker("emil", "office_editor").user)
    for name in ("application", "application-admit", "application-refuse"):
        assert client.post(at(name, case.reference)).status_code == 403
    hotel = company("Hotel Lindt")
    client.force_login(case_worker("kim", "office_caseworker").user)
    for name in ("company-suspend", "company-resume"):
        assert client.post(at(name, hotel.reference), {"answer": "Grund"}).status_code == 403
    hotel.refresh_from_db()
    assert not hotel.is_suspended


def groups_of(user):
    return set(user.groups.values_list("name", flat=True))


def test_roles_at_the_amt_are_groups_and_go_with_the_role(lead):
    editor = case_worker("emil", "office_editor")
    membership = editor.user.memberships.get()
    assert groups_of(editor.user) == {"office_editor"}
    assert editor.user.has_perm("wagtailadmin.access_admin")

    change_roles(membership, ["office_caseworker"], by=lead)
    assert groups_of(editor.user) == {"office_caseworker"}
    remove_member(membership, by=lead)
    assert groups_of(editor.user) == set()


def test_other_groups_of_a_person_stay(lead):
    other = Group.objects.create(name="Chor")
    lead.user.groups.add(other)
    mirror_roles(lead.user)
    assert other in lead.user.groups.all()


def test_a_sellers_roles_open_no_admin(pages):
    assert not member("sam", company("Mühle"), "supplier_owner").user.groups.exists()


def test_a_case_worker_may_enter_but_not_edit_pages(lead):
    worker, editor = case_worker("kim", "office_caseworker").user, case_worker("emil", "office_editor").user
    front = Page.objects.filter(depth=2).first()
    assert worker.has_perm("wagtailadmin.access_admin")
    assert not front.permissions_for_user(worker).can_edit()
    assert front.permissions_for_user(editor).can_publish()


def test_admitting_by_the_button(case, lead, client):
    client.force_login(lead.user)
    assert "Mosterei Auwald GmbH" in client.get(at("applications")).content.decode()
    assert client.post(at("application-admit", case.reference)).url == at("applications")
    case.refresh_from_db()
    assert case.status == Application.Status.ADMITTED
    assert "Mosterei Auwald GmbH" not in client.get(at("applications")).content.decode().split("messages")[-1]
    assert "Mosterei Auwald GmbH" in client.get(at("companies")).content.decode()


def test_sending_back_needs_words_and_keeps_them(case, lead, client):
    client.force_login(lead.user)
    assert client.post(at("application", case.reference), {"answer": "  "}).status_code == 200
    client.post(at("application", case.reference), {"answer": "Bitte die Nummer prüfen."})
    case.refresh_from_db()
    assert (case.status, case.answer) == (Application.Status.SENT_BACK, "Bitte die Nummer prüfen.")


def test_refusing_has_a_page_of_its_own(case, lead, client):
    client.force_login(lead.user)
    assert client.get(at("application-refuse", case.reference)).status_code == 200
    client.post(at("application-refuse", case.reference), {"answer": "Nicht in der Region."})
    case.refresh_from_db()
    assert case.status == Application.Status.REFUSED
    assert "Nicht in der Region." in last_letter()["body"]
    assert "Nicht in der Region." in client.get(at("journal")).content.decode()


def test_a_duplicate_is_shown_and_cannot_be_admitted(case, lead, client):
    known = company("Mosterei A. Wald", vat_id=case.vat_id)
    client.force_login(lead.user)
    page = client.get(at("application", case.reference)).content.decode()
    assert "Mosterei A. Wald" in page and at("company", known.reference) in page
    assert at("application-admit", case.reference) not in page
    client.post(at("application-admit", case.reference))
    case.refresh_from_db()
    assert case.status == Application.Status.SUBMITTED


def test_drafts_are_their_writers_alone(lead, client):
    mine = draft(person("otto"), vat_id=vat_id(9), register_number="Leipzig HRB 9")
    client.force_login(lead.user)
    assert client.get(at("application", mine.reference)).status_code == 404


def test_companies_are_searched_and_exported(lead, client):
    create_supplier("Bäckerei Kornblum", by=lead)
    company("=cmd|Hotel", vat_id="DE136695976")
    client.force_login(lead.user)
    for query, found in (("kornblum", {"Bäckerei Kornblum"}), ("DE136695976", {"'=cmd|Hotel"}), ("nichts", set())):
        rows = read_csv(client.get(at("companies-csv"), {"q": query}))
        assert {row[1] for row in rows[1:]} == found
    assert len(read_csv(client.get(at("companies-csv"), {"side": "supplier"}))) == 2


def test_suspending_and_resuming_by_the_pages(lead, client):
    supplier = create_supplier("Bäckerei Kornblum", by=lead)
    reference = supplier.organisation.reference
    client.force_login(lead.user)
    assert client.post(at("company-suspend", reference), {"answer": ""}).status_code == 200
    client.post(at("company-suspend", reference), {"answer": "Beschwerden"})
    assert "Beschwerden" in client.get(at("company", reference)).content.decode()
    client.post(at("company-resume", reference))
    supplier.organisation.refresh_from_db()
    assert not supplier.organisation.is_suspended


def test_a_company_entered_by_the_operator_gets_its_first_person(lead, client):
    supplier = create_supplier("Bäckerei Kornblum", by=lead)
    client.force_login(lead.user)
    page = at("company-invite", supplier.organisation.reference)
    client.post(page, {"email": "kein-at"})
    assert not supplier.organisation.invitations.exists()
    client.post(page, {"email": "korn@kontor.example"})
    assert supplier.organisation.invitations.get().roles == ["supplier_owner"]

    member("sam", supplier.organisation, "supplier_owner")
    client.post(page, {"email": "fremd@kontor.example"})
    assert not supplier.organisation.invitations.filter(email="fremd@kontor.example").exists()


def test_the_first_page_of_the_admin_shows_the_figures(case, lead, client):
    client.force_login(lead.user)
    page = client.get("/cms/").content.decode()
    assert "Wartet auf Entscheidung" in page and "1 Antrag" in page
    assert at("applications") in page


def test_an_english_case_worker_reads_english(lead, client):
    lead.user.language = "en"
    lead.user.save()
    mirror_roles(lead.user)
    client.force_login(lead.user)
    assert 'lang="en"' in client.get(at("figures")).content.decode()
