import pytest
from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse

from accounts import mail
from tests.accounts.people import company, person
from tests.accounts.post import deliver_all, letters

TEMPLATE = "suppliers/mail/resumed"


def write_file(subject, text, to="eva@kontor.example"):
    get_connection("accounts.mail.FileBackend").send_messages([EmailMessage(subject, text, "a@b.example", [to])])


@pytest.fixture
def box(settings, tmp_path):
    settings.EMAIL_FILE_PATH = tmp_path
    settings.DEMO = True
    return tmp_path


@pytest.mark.django_db
def test_a_mail_leads_to_the_organisation_of_its_reader_in_his_language():
    mill = company("Mühle & <Sohn>")
    mail.send(TEMPLATE, person("eva", language="en"), {"company": mill}, organisation=mill)
    mail.send(TEMPLATE, "otto@kontor.example", {"company": mill}, organisation=mill)

    english, german = letters()
    assert f"{settings.BASE_URL}/en/heute/?als={mill.reference}" in english["body"]
    assert f"{settings.BASE_URL}/heute/?als={mill.reference}" in german["body"]
    assert "Mühle & <Sohn>" in german["subject"]
    assert german["body"].endswith(f"{settings.BASE_URL}\n")


@pytest.mark.django_db
def test_each_reader_gets_a_mail_of_his_own():
    mill = company("Mühle")
    mail.send(TEMPLATE, [person("eva"), person("otto")], {"company": mill})
    assert [letter["to"] for letter in letters()] == ["eva@kontor.example", "otto@kontor.example"]


@pytest.mark.django_db(transaction=True)
def test_a_mail_falls_with_its_transaction_and_is_delivered_by_the_worker(mailoutbox):
    mill = company("Mühle")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        mail.send(TEMPLATE, "weg@kontor.example", {"company": mill})
        raise ZeroDivisionError
    mail.send(TEMPLATE, "da@kontor.example", {"company": mill})

    deliver_all()

    assert [message.to for message in mailoutbox] == [["da@kontor.example"]]


def test_the_mailbox_shows_letters_with_links_that_can_be_followed(box, client):
    write_file("Grüße für Sie", "Bitte hier:\nhttp://localhost:8000/heute/?als=X <b>fett</b>")
    letter = mail.letters()[0]
    assert letter.subject == "Grüße für Sie"
    assert "Grüße für Sie" in client.get(reverse("accounts:mailbox")).content.decode()
    page = client.get(reverse("accounts:letter", args=[letter.name])).content.decode()
    assert '<a href="http://localhost:8000/heute/?als=X"' in page
    assert "<b>fett</b>" not in page


def test_the_mailbox_narrows_to_one_reader(box):
    write_file("eins", "…", "eva@kontor.example")
    write_file("zwei", "…", "otto@kontor.example")
    assert [letter.subject for letter in mail.letters("OTTO@kontor.example")] == ["zwei"]


def test_the_mailbox_is_a_thing_of_the_demo(box, client, settings):
    write_file("eins", "…")
    settings.DEMO = False
    assert client.get(reverse("accounts:mailbox")).status_code == 404
    assert client.get(reverse("accounts:letter", args=[mail.letters()[0].name])).status_code == 404


@pytest.mark.parametrize("name", ["..", "../../manage", "a/b", "nichts"])
def test_no_other_file_is_read(box, name):
    assert mail.letter(name) is None
