import pytest
from django.urls import reverse
from django.utils.translation import override

from applications.models import Application
from tests.accounts.people import company, person
from tests.accounts.post import letters
from tests.applications.paper import FACTS, handed_in, vat_id

pytestmark = pytest.mark.django_db

COMPANY = {name: FACTS[name] for name in ("name", "legal_form", "register_number")} | {
    "sells": "on",
    "vat_id": "136 695 976",
}
PLACE = {name: FACTS[name] for name in ("street", "number", "postcode", "town", "contact", "phone", "email")}
PRICES = {"lists_are": "gross", "usual_vat": "7.00"}
DECLARATION = {"is_trader": "on", "accepts_terms": "on"}


@pytest.fixture
def anna(client):
    user = person("anna")
    client.force_login(user)
    return user


def at(step):
    return reverse("applications:step", args=[step])


def mine():
    return Application.objects.get()


def test_the_way_through_the_steps(anna, client):
    assert client.get(reverse("applications:mine")).url == at("betrieb")
    assert client.post(at("betrieb"), COMPANY).url == at("anschrift")
    assert client.post(at("anschrift"), PLACE).url == at("preise")
    assert client.post(at("preise"), PRICES).url == at("absenden")
    assert "Mosterei Auwald GmbH" in client.get(at("absenden")).content.decode()
    assert client.post(at("absenden"), DECLARATION).url == reverse("applications:mine")

    application = mine()
    assert application.status == Application.Status.SUBMITTED
    assert (application.vat_id, application.register_number) == ("DE136695976", "Leipzig HRB 12345")
    assert [letter["to"] for letter in letters()] == [anna.email]


def test_who_buys_only_is_not_asked_for_prices(anna, client):
    client.post(at("betrieb"), COMPANY | {"sells": "", "buys": "on"})
    assert client.post(at("anschrift"), PLACE).url == at("absenden")
    assert "Schritt 3 von 3" in client.get(at("absenden")).content.decode()
    assert client.get(at("preise")).status_code == 404


@pytest.mark.parametrize(("tongue", "title"), [("", "Betrieb"), ("/en", "Company")])
def test_the_first_step_asks_sellers_for_one_of_two_numbers(anna, client, tongue, title):
    page = client.get(tongue + at("betrieb"))
    assert title in page.content.decode()
    if not tongue:
        assert "(diese oder die Steuernummer, wenn Sie verkaufen)" in page.content.decode()
        assert "(diese oder die USt-IdNr., wenn Sie verkaufen)" in page.content.decode()
    assert "Producer" not in page.content.decode().split("<main")[1].split("</main")[0]


def test_a_step_with_faults_keeps_what_is_right(anna, client):
    page = client.post(at("betrieb"), COMPANY | {"vat_id": "DE136695977"}).content.decode()
    assert "Zahlendreher" in page
    assert (mine().name, mine().vat_id) == ("Mosterei Auwald GmbH", "")
    assert client.get(reverse("applications:mine")).url == at("betrieb")


def test_a_draft_goes_on_where_something_is_missing(anna, client):
    client.post(at("betrieb"), COMPANY)
    client.logout()
    client.force_login(anna)
    assert client.get(reverse("applications:mine")).url == at("anschrift")


def test_an_early_visit_to_the_end_names_what_is_missing(anna, client):
    client.post(at("betrieb"), COMPANY)
    page = client.get(at("absenden")).content.decode()
    assert at("anschrift") in page and "Es fehlen noch Angaben" in page
    assert client.post(at("absenden"), DECLARATION).url == at("anschrift")
    assert mine().status == Application.Status.DRAFT


def test_handing_in_twice_is_one_application_and_one_mail(anna, client):
    for step, facts in (("betrieb", COMPANY), ("anschrift", PLACE), ("preise", PRICES)):
        client.post(at(step), facts)
    for _ in range(2):
        assert client.post(at("absenden"), DECLARATION).url == reverse("applications:mine")
    assert Application.objects.count() == len(letters()) == 1


def test_beginning_twice_is_one_draft(anna, client):
    for _ in range(2):
        client.post(at("betrieb"), COMPANY)
    assert Application.objects.count() == 1


def test_what_is_handed_in_is_no_longer_changed(anna, client):
    handed_in(anna)
    client.post(at("betrieb"), COMPANY | {"name": "Anders"})
    assert mine().name == FACTS["name"]


@pytest.mark.parametrize("field", ["vat_id", "register_number"])
def test_a_known_number_is_said_without_saying_whose(anna, client, field):
    company("Geheime Mosterei", **{field: FACTS[field]})
    client.post(at("betrieb"), COMPANY)
    for step in ("betrieb", "absenden"):
        page = client.get(at(step)).content.decode()
        assert "kennen wir schon" in page
        assert "Geheime" not in page


def test_a_name_of_several_is_asked_about(anna, client):
    facts = COMPANY | {"name": "Gebrüder Wald", "legal_form": "sole", "register_number": ""}
    client.post(at("betrieb"), facts)
    assert "mehreren Inhabern" in client.get(at("betrieb")).content.decode()


@pytest.mark.parametrize(
    ("step", "facts", "fault"),
    [
        ("betrieb", COMPANY | {"sells": ""}, "verkaufen, einkaufen oder beides"),
        ("betrieb", COMPANY | {"register_number": ""}, "steht im Register"),
        ("betrieb", COMPANY | {"vat_id": ""}, "USt-IdNr. oder eine Steuernummer"),
        ("anschrift", PLACE | {"postcode": "00000"}, "kennen wir nicht"),
        ("anschrift", PLACE | {"phone": "keins"}, "Telefonnummer"),
        ("preise", {"lists_are": "net"}, "meisten Ihrer Artikel"),
    ],
)
def test_faults_are_said_in_plain_words(anna, client, step, facts, fault):
    if step != "betrieb":
        client.post(at("betrieb"), COMPANY)
    assert fault in client.post(at(step), facts).content.decode()


def test_a_small_business_needs_no_rate(anna, client):
    client.post(at("betrieb"), COMPANY)
    client.post(at("preise"), {"lists_are": "net", "small_business": "on"})
    assert (mine().small_business, mine().usual_vat) == (True, 0)


def test_everybody_sees_only_his_own(anna, client):
    handed_in(person("otto"), name="Fremder Betrieb", vat_id=vat_id(3), register_number="Leipzig HRB 3")
    assert client.get(reverse("applications:mine")).url == at("betrieb")
    assert "Fremder" not in client.get(at("betrieb")).content.decode()


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_pages_open_in_both_languages(anna, client, language):
    with override(language):
        paths = [reverse("applications:start"), *(at(step) for step in ("betrieb", "anschrift", "preise", "absenden"))]
    assert {client.get(path).status_code for path in paths} == {200}


def test_visitors_read_what_it_is_about_and_sign_in_for_more(client):
    assert client.get(reverse("applications:start")).status_code == 200
    assert client.get(at("betrieb")).url.startswith(reverse("account_login"))


def test_a_website_is_taken_as_people_write_it(anna, client):
    client.post(at("betrieb"), COMPANY)
    assert 'type="url"' not in client.get(at("anschrift")).content.decode()

    client.post(at("anschrift"), PLACE | {"website": "www.mosterei-auwald.example"})

    assert mine().website == "https://www.mosterei-auwald.example"
