import pytest

from applications import checks
from applications.models import Application
from tests.accounts.people import company, person
from tests.applications.paper import draft, handed_in

pytestmark = pytest.mark.django_db


def test_every_same_number_is_found_at_companies_and_open_applications():
    member = company("Mosterei Wald", vat_id="DE136695976", register_number="Leipzig HRB 12345")
    other = handed_in(person("otto"))
    mine = draft(person("anna"))
    found = {(match.field, match.other) for match in checks.duplicates(mine)}
    assert found == {
        ("vat_id", member),
        ("register_number", member),
        ("vat_id", other),
        ("register_number", other),
    }


def test_drafts_of_others_stay_unknown():
    draft(person("otto"))
    assert checks.duplicates(draft(person("anna"))) == []


def test_empty_numbers_and_decided_applications_are_no_duplicates():
    company("Ohne Nummern")
    other = handed_in(person("otto"))
    Application.objects.filter(pk=other.pk).update(status=Application.Status.REFUSED)
    assert checks.duplicates(draft(person("anna"), tax_number="")) == []


@pytest.mark.parametrize(
    "name",
    [
        "Mosterei Auwald GbR",
        "Gebrüder Wald",
        "Gebr. Wald",
        "Wald & Partner",
        "Geschwister Wald",
        "Wald und Söhne",
        "Tischlerei Wald u. Co",
    ],
)
def test_a_partnership_that_calls_itself_a_sole_trader_is_flagged(name):
    application = Application(name=name, legal_form="sole")
    assert checks.looks_like_partnership(application)
    assert checks.remarks(application)


@pytest.mark.parametrize("name", ["Bäckerei Kornblum", "Obst & Gemüse Wald", "Gebrannte Mandeln", "Bau und Co-Working"])
def test_a_sole_trader_is_left_alone(name):
    assert not checks.looks_like_partnership(Application(name=name, legal_form="sole"))


def test_a_partnership_that_says_so_is_left_alone():
    assert not checks.looks_like_partnership(Application(name="Gebrüder Wald", legal_form="gbr"))
