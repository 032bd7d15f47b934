"""Pictures in a browser, with the worker at work: a zip, one picture without an article, texts, all by keyboard."""

import pytest
from playwright.sync_api import expect

from accounts.services import add_member, create_person
from tests.accounts.people import PASSWORD
from tests.catalog.importing import LIST, article, imported, kornblum
from tests.catalog.pictures.gallery import BLUE, GREEN, RED, hanging_at, packed, stored
from tests.tours.test_keyboard import Keys

pytestmark = pytest.mark.django_db(transaction=True)

EMAIL = "karla@kornblum.example"


@pytest.fixture
def bakery(house):
    bakery = kornblum()
    add_member(bakery.organisation, create_person(EMAIL, PASSWORD, first_name="Karla"), ["supplier_owner"])
    imported(bakery, LIST)
    return bakery


def test_a_zip_finds_its_articles_and_a_person_names_the_rest(visitor, bakery):
    karla = visitor(viewport={"width": 1280, "height": 900})
    page, keys = karla.page, Keys(karla.page)
    karla.go("/konto/login/")
    karla.fill(login=EMAIL, password=PASSWORD)
    karla.press("Anmelden")

    karla.go("/verkauf/artikel/")
    karla.press("Bilder", "link")
    files = packed({"1001.jpg": RED, "1001_2.jpg": BLUE, "IMG_7.jpg": GREEN})
    page.set_input_files("main input[type=file]", {"name": "b.zip", "mimeType": "application/zip", "buffer": files})
    karla.press("Zip hochladen")
    karla.sees("2 Bilder sind da")  # the page renews itself when the worker is done
    expect(page.get_by_text("Ganzes Zip zurücknehmen")).to_be_visible()
    karla.look()

    keys.to("Artikelnummer für IMG_7.jpg").type("1002").follow()
    karla.sees("3 Bilder sind da")
    assert hanging_at(bakery, "1002") == stored(GREEN)

    karla.press("Bilder beschreiben", "link")
    keys.to("1002 Laugenbrezel").type("Grün").follow()
    karla.sees("2 Bilder ohne eigenen Text")
    assert article(bakery, "1002").product.images.get().caption == "Grün"

    karla.go("/verkauf/artikel/bilder/")
    karla.press("b.zip", "link")
    page.get_by_text("Ganzes Zip zurücknehmen").click()
    karla.press("Ja, zurücknehmen")
    karla.sees("Die Bilder sind wieder wie vorher.")
    assert hanging_at(bakery, "1001") == hanging_at(bakery, "1002") == []
