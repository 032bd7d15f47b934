"""Old article and new row side by side, and what somebody answers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.catalog.importing import LIST, dry_run, imported, kornblum, person, prices

pytestmark = pytest.mark.django_db
RENUMBERED = LIST.replace("1001", "2001").replace("1002", "2002")


@pytest.fixture
def supplier():
    supplier = kornblum()
    imported(supplier, LIST)
    return supplier


def page_of(run, name="import-identity"):
    return reverse(f"catalog:{name}", args=[run.reference])


def rows_of(run):
    return {rows[0]: number for rows, number in run.staged.values_list("rows", "number")}


def test_the_dry_run_leads_to_both_sides(owner, supplier):
    run = dry_run(supplier, RENUMBERED)

    assert page_of(run) in owner.get(page_of(run, "import")).content.decode()
    page = owner.get(page_of(run)).content.decode()

    assert "„Roggenmischbrot“ kennen wir als 1001, jetzt steht 2001 da." in page
    assert "Alle 2 sind dieselben Artikel" in page and page.count('type="radio"') == 4
    assert "3,60" in page and "In der neuen Liste, Zeile 2" in page


def test_one_by_one(owner, supplier):
    run = dry_run(supplier, RENUMBERED)
    rows = rows_of(run)

    page = owner.post(page_of(run), {f"row-{rows[2]}": "same"}, follow=True)

    assert page.redirect_chain[-1][0] == page_of(run) and "1 Zeile ist entschieden." in page.content.decode()
    page = owner.post(page_of(run), {f"row-{rows[3]}": "new"}, follow=True)
    assert page.redirect_chain[-1][0] == page_of(run, "import")
    owner.post(page_of(run, "import-commit"))
    assert set(prices(supplier)) == {"2001", "1002", "2002", "1003"}


def test_what_is_chosen_goes_along_from_page_to_page(owner, supplier, monkeypatch):
    monkeypatch.setattr("catalog.views.import_identity.PER_PAGE", 1)
    run = dry_run(supplier, RENUMBERED)
    first, second = (f"row-{rows_of(run)[row]}" for row in (2, 3))
    assert 'name="page" value="2">Weiter' in owner.get(page_of(run)).content.decode()

    page = owner.post(page_of(run), {first: "same", "page": "2"}).content.decode()
    assert f'<input type="hidden" name="{first}" value="same">' in page and f'name="{second}" value="same">' in page
    page = owner.post(page_of(run), {first: "same", second: "new", "page": "1"}).content.decode()
    assert f'name="{first}" value="same" checked>' in page and f'type="hidden" name="{second}" value="new"' in page
    run.refresh_from_db()
    assert run.decisions == {}  # nothing is said yet

    owner.post(page_of(run), {first: "same", second: "new"})

    run.refresh_from_db()
    assert run.counts["held_back"] == 0 and len(run.decisions) == 2


def test_nothing_chosen_is_said(owner, supplier):
    run = dry_run(supplier, RENUMBERED)

    page = owner.post(page_of(run), follow=True).content.decode()

    assert "Bitte wählen Sie zuerst eine Antwort." in page


@pytest.mark.parametrize(
    ("button", "numbers"),
    [("all_same", {"2001", "2002", "1003"}), ("all_new", {"1001", "1002", "1003", "2001", "2002"})],
)
def test_all_alike_at_once(owner, supplier, button, numbers):
    run = dry_run(supplier, RENUMBERED)

    owner.post(page_of(run), {button: "number_changed"})

    run.refresh_from_db()
    assert run.counts["held_back"] == 0
    owner.post(page_of(run, "import-commit"))
    assert set(prices(supplier)) == numbers


def test_no_answer_changes_nothing(owner, supplier):
    run = dry_run(supplier, RENUMBERED)

    owner.post(page_of(run), {})

    run.refresh_from_db()
    assert run.decisions == {} and run.counts["held_back"] == 2


def test_a_used_number_says_what_becomes_of_the_old_article(owner, supplier):
    run = dry_run(supplier, LIST.replace("Roggenmischbrot;Stück;3,60", "Zwiebelbaguette;Stück;2,10"))

    page = owner.get(page_of(run)).content.decode()

    assert "Umbenannt." in page and "Der bisherige geht offline und heißt dann 1001-alt." in page


def test_the_bulk_bar_of_the_dry_run_takes_the_proposal_too(owner, supplier):
    run = dry_run(supplier, RENUMBERED)

    owner.post(page_of(run, "import-decide"), {"action": "take", "number": rows_of(run)[2]})

    run.refresh_from_db()
    assert run.counts["held_back"] == 1 and run.counts["updated"] == 1


def test_who_may_only_look_answers_nothing(client, supplier):
    client.force_login(person(supplier, "supplier_orders"))
    run = dry_run(supplier, RENUMBERED)

    assert 'type="radio"' not in client.get(page_of(run)).content.decode()
    assert client.post(page_of(run), {"all_same": "number_changed"}).status_code == 403


def test_the_page_costs_the_same_for_one_and_three(owner, supplier):
    def cost(text):
        run = dry_run(supplier, text)
        owner.get(page_of(run))
        with CaptureQueriesContext(connection) as queries:
            owner.get(page_of(run))
        return len(queries)

    assert cost(LIST.replace("1001", "2001")) == cost(LIST.replace("\n100", "\n200"))
