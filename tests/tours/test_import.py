"""A producer's lists in the browser: a long one with live progress, and columns and units with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from accounts.services import add_member, create_person
from catalog.imports import service
from catalog.models import ImportMemory
from tests.accounts.people import PASSWORD
from tests.catalog.importing import HEAD, LIST, kornblum
from tests.tours.test_keyboard import Keys

pytestmark = pytest.mark.django_db(transaction=True)

EMAIL = "anna@kornblum.example"
ROWS = 9_000  # more than a page waits for, in bytes to read and in rows to write
LONG = "\n".join(
    [
        HEAD,
        *(f"A{n:05};Ware Nummer {n};Stück;{1 + n % 9},50;7;Brot" for n in range(ROWS)),
        "X1;Sonderware;Stück;auf Anfrage;7;Brot",
    ]
)


@pytest.fixture
def supplier(house):
    supplier = kornblum()
    add_member(supplier.organisation, create_person(EMAIL, PASSWORD, first_name="Anna"), ["supplier_owner"])
    return supplier


def sign_in(anna):
    anna.go("/konto/login/")
    anna.fill(login=EMAIL, password=PASSWORD)
    anna.press("Anmelden")


def test_a_long_list_is_read_taken_over_and_taken_back_with_live_progress(visitor, supplier):
    anna = visitor()
    sign_in(anna)
    anna.go("/verkauf/import/")
    anna.page.set_input_files(
        "main input[type=file]", {"name": "lang.csv", "mimeType": "text/csv", "buffer": LONG.encode()}
    )

    anna.press("Hochladen und prüfen")
    anna.sees("Ihre Liste wird gelesen: lang.csv")
    anna.sees("9.000 Zeilen übernehmen")  # the page has loaded itself anew
    anna.look()
    anna.press("Was übernommen wird", "link")
    anna.sees("1 bis 50 von 9.000")
    anna.look()
    anna.page.go_back()
    anna.page.get_by_role("button", name="9.000 Zeilen übernehmen").click()
    anna.sees("Ihre Liste wird übernommen: lang.csv")
    anna.sees("9.000 Zeilen sind übernommen")
    anna.press("Alle Hinweise", "link")
    anna.sees("1 Hinweis")
    anna.page.go_back()
    anna.page.get_by_text("Ganzen Import zurücknehmen", exact=True).click()
    anna.press("Ja, zurücknehmen")
    anna.sees("Der Import wird zurückgenommen: lang.csv")
    anna.sees("9.000 Zeilen sind zurückgenommen")


def test_an_answer_is_seen_where_it_was_given(visitor, supplier):
    run = service.start_import(supplier, LIST.replace("0,49", "auf Anfrage").encode(), "liste.csv", by=None)
    service.run_to_dry_run(run)
    anna = visitor(viewport={"width": 1280, "height": 700})
    sign_in(anna)
    anna.go(f"/verkauf/import/{run.reference}/")

    anna.page.locator("input[name=number]").check()
    anna.page.get_by_label("Richtig ist").fill("abc")
    anna.page.get_by_role("button", name="Eintragen").click()
    expect(anna.page.get_by_text("Das löst die Frage noch nicht.")).to_be_in_viewport()
    anna.look()
    anna.press("Rückgängig")
    expect(anna.page.get_by_text("Ihre Antwort ist zurückgenommen.")).to_be_in_viewport()
    anna.page.locator(".lv-rule").get_by_role("button", name="Auslassen").click()
    expect(anna.page.get_by_text("1 Zeile ist ausgelassen.")).to_be_in_viewport()

    anna.page.get_by_label("alle auf dieser Seite").check()
    anna.press("Doch aufnehmen")
    anna.sees("1 Zeile braucht Sie")


def test_columns_and_units_are_explained_with_the_keyboard_alone(visitor, supplier):
    run = service.start_import(supplier, LIST.replace("Stück;3,60", "Schütte;3,60").encode(), "liste.csv", by=None)
    service.run_to_dry_run(run)
    anna = visitor(viewport={"width": 390, "height": 844})
    sign_in(anna)
    anna.go(f"/verkauf/import/{run.reference}/spalten/")
    keys = Keys(anna.page)

    keys.to("Karton", "SELECT")
    anna.page.keyboard.type("Karton")
    keys.to("Spalten merken und prüfen").follow()

    expect(anna.page.get_by_role("button", name="3 Zeilen übernehmen")).to_be_visible()
    assert ImportMemory.objects.get(supplier=supplier).reading["units"] == {"Schütte": "XCT"}
    assert anna.page.evaluate("document.documentElement.scrollWidth") <= 390
