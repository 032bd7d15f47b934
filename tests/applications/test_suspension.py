import pytest

from accounts.models import JournalEntry
from suppliers import hooks, services
from suppliers.models import Supplier
from tests.accounts.people import case_worker, company, member
from tests.accounts.post import last_letter, letters

pytestmark = pytest.mark.django_db


@pytest.fixture
def supplier(pages):
    return services.create_supplier("Bäckerei Kornblum")


def test_a_suspended_producer_is_listed_no_more_and_comes_back_as_he_was(supplier, monkeypatch):
    worker = case_worker()
    owner = member("sam", supplier.organisation, "supplier_owner")
    heard = []
    monkeypatch.setattr(hooks, "suspended", [lambda supplier, by: heard.append("suspended")])
    monkeypatch.setattr(hooks, "resumed", [lambda supplier, by: heard.append("resumed")])

    services.suspend(supplier.organisation, "Rechnungen falsch", by=worker)
    assert not Supplier.objects.listed().exists()
    assert last_letter()["to"] == owner.user.email
    assert "Rechnungen falsch" in last_letter()["body"]

    services.resume(supplier.organisation, by=worker)
    assert Supplier.objects.listed().get() == supplier
    assert heard == ["suspended", "resumed"]


def test_suspending_twice_is_one_mail_and_one_entry(supplier):
    worker = case_worker()
    member("sam", supplier.organisation, "supplier_owner")
    for _ in range(2):
        services.suspend(supplier.organisation, "Grund", by=worker)
    assert len(letters()) == 1
    assert JournalEntry.objects.filter(verb="organisation.suspended").count() == 1


def test_a_buyer_can_be_suspended_too():
    hotel = company("Hotel Lindt")
    assert services.suspend(hotel, "Grund", by=case_worker()).is_suspended


def test_umlauts_are_spelled_out_in_paths(supplier):
    assert supplier.slug == "baeckerei-kornblum"
    assert services.create_supplier("Bäckerei Kornblum").slug == "baeckerei-kornblum-2"
    assert services.create_supplier("!!!").slug == "betrieb"
