import io

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.models import Organisation, User

pytestmark = pytest.mark.django_db


def create(email, monkeypatch, password="ein gutes Kennwort 9"):
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{password}\n"))
    printed = io.StringIO()
    call_command("create_office", email, stdout=printed, stderr=io.StringIO())
    return printed.getvalue().strip()


def test_the_first_administrator_signs_in_and_leads_the_amt(monkeypatch, client):
    create("chefin@amt.example", monkeypatch)
    client.post(reverse("account_login"), {"login": "chefin@amt.example", "password": "ein gutes Kennwort 9"})
    assert client.get(reverse("office:figures")).status_code == 200
    assert client.get("/admin/").status_code == 200
    assert Organisation.objects.get(is_office=True).memberships.get().roles == ["office_lead"]


def test_without_a_password_one_is_made_up_and_printed(monkeypatch):
    password = create("chefin@amt.example", monkeypatch, password="")
    assert User.objects.get().check_password(password)


def test_a_second_one_joins_the_same_amt(monkeypatch):
    for name in ("eins", "zwei"):
        create(f"{name}@amt.example", monkeypatch)
    assert Organisation.objects.get(is_office=True).memberships.count() == 2


@pytest.mark.parametrize(("email", "password"), [("kein-at", "ein gutes Kennwort 9"), ("a@amt.example", "kurz")])
def test_what_cannot_be_is_refused(monkeypatch, email, password):
    with pytest.raises(CommandError):
        create(email, monkeypatch, password)
    assert not User.objects.exists()


def test_nobody_is_created_twice(monkeypatch):
    create("chefin@amt.example", monkeypatch)
    with pytest.raises(CommandError, match="already"):
        create("Chefin@amt.example", monkeypatch)
