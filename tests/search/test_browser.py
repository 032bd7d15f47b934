"""The search page in a browser: filters act at once, and without script too."""

import re
import shutil

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from search import indexer
from tests.orders import region


@pytest.fixture
def fair(transactional_db, settings):
    shutil.rmtree(settings.SEARCH_DIR / "tantivy", ignore_errors=True)
    near, far = region.supplier("Hof Lerchenfeld"), region.supplier("Hof Weit")
    far.address.latitude += 0.5
    far.address.save()
    for supplier, name in ((near, "Apfel nah"), (near, "Apfelsaft"), (far, "Apfel fern")):
        region.listing(supplier, name=name)
    indexer.drain()


def test_a_filter_acts_at_once_and_the_way_back_works(fair, page, live_server):
    faults = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.goto(f"{live_server.url}{reverse('find:search')}?q=apfel")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text("3 Artikel für „apfel“")

    page.get_by_label("bis 25 km").check()
    expect(heading).to_have_text("2 Artikel für „apfel“")
    expect(page).to_have_url(re.compile(r"/suche/\?q=apfel&umkreis=25$"))
    expect(page.get_by_label("bis 25 km")).to_be_focused()
    assert page.title().startswith("2 Artikel")

    page.get_by_label("Ordnen nach").select_option("name")
    expect(page).to_have_url(re.compile(r"sort=name$"))
    expect(page.locator(".lv-card__name").first).to_have_text("Apfel nah")
    page.get_by_role("link", name="Filter entfernen: bis 25 km").click()
    expect(heading).to_have_text("3 Artikel für „apfel“")
    page.go_back()
    expect(heading).to_have_text("2 Artikel für „apfel“")
    assert faults == []


def test_on_a_phone_the_filters_stay_open_while_one_chooses(fair, page, live_server):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{live_server.url}{reverse('find:search')}?q=apfel")
    expect(page.get_by_label("bis 25 km")).not_to_be_visible()

    page.get_by_text("Filter", exact=True).click()
    page.get_by_label("bis 25 km").check()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 Artikel für „apfel“")
    expect(page.get_by_label("bis 25 km")).to_be_focused()

    page.get_by_text("Filter, 1 gewählt").click()
    page.get_by_label("Ordnen nach").select_option("name")
    expect(page).to_have_url(re.compile(r"sort=name$"))
    expect(page.get_by_label("bis 25 km")).not_to_be_visible()


def test_filters_work_without_script(fair, browser, live_server):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{live_server.url}{reverse('find:search')}?q=apfel")
    page.get_by_label("bis 25 km").check()
    page.get_by_role("button", name="Filter anwenden").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("2 Artikel für „apfel“")


def test_words_are_proposed_while_typing(fair, page, live_server):
    page.goto(f"{live_server.url}{reverse('find:search')}")
    page.get_by_role("combobox", name="Artikel, Produzent oder Artikelnummer suchen").press_sequentially("apfels")

    expect(page.locator("#suchworte option")).to_have_count(1)  # `apfel` on the way there has two
    expect(page.locator("#suchworte option")).to_have_attribute("value", "Apfelsaft")
