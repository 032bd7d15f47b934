"""From a producer's registration and his workbook to a delivered order, through the pages alone."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import expect

from accounts.services import add_member, create_person
from catalog.models import Listing
from office.services import create_office
from orders.models import SupplierOrder
from search import indexer
from tests.accounts.people import PASSWORD
from tests.orders import region

pytestmark = pytest.mark.django_db(transaction=True)

BAKER = "ida@kornblum.example"
BUYER = "bea@ring.example"
OFFICER = "ole@amt.example"
ROWS = [
    ("1004", "Roggenmischbrot geschoben", "1000 g", "3,60"),
    ("1005", "Dinkelbrötchen", "70 g", "-,42"),
    ("1011", "Laugenbrezel", "85g", "0,49"),
    ("1017", "Kartoffelbrot, Laib", "1500 g", "5,40"),
]


@pytest.fixture
def workbook(tmp_path) -> Path:
    """What lies in the bakery: a letterhead, a sub-heading, a price as text, a sum below."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Sortiment"
    sheet.append(["Bäckerei Kornblum"])
    sheet.append([f"Preisliste Stand {date.today():%d.%m.%Y}"])
    sheet.append([])
    sheet.append(["Art.Nr", "Bezeichnung", "Gewicht", "VK netto", "MwSt", "Einheit"])
    sheet.append(["Brot und Brötchen"])
    for number, name, weight, price in ROWS:
        sheet.append([number, name, weight, price, "7 %", "Stück"])
    sheet.append(["alle Preise zzgl. MwSt"])
    path = tmp_path / "Preisliste_final2.xlsx"
    book.save(path)
    return path


@pytest.fixture
def neighbours(house):
    """Two producers who are here already, and a canteen that knows them."""
    farm, dairy = region.supplier("Hof Lerchenfeld"), region.supplier("Molkerei Parthental")
    canteen = region.buyer("Kantine am Ring")
    bea = create_person(BUYER, PASSWORD, first_name="Bea", last_name="Lindner")
    add_member(canteen.organisation, bea, ["buyer_owner"])
    for supplier, name, price in [(farm, "Tafelapfel Elstar", "11.40"), (dairy, "Frische Vollmilch", "9.90")]:
        region.listing(supplier, price, name)
    ole = create_person(OFFICER, PASSWORD, first_name="Ole", last_name="Sommer")
    add_member(create_office("Amt"), ole, ["office_lead"])
    indexer.drain()
    return canteen


def sign_in(person, email):
    person.go("/konto/login/")
    person.fill(login=email, password=PASSWORD)
    person.press("Anmelden")


def register(baker):
    baker.go("/mitmachen/")
    baker.press("Zugang anlegen und beginnen", "link")
    baker.fill(first_name="Ida", last_name="Kornblum", email=BAKER, password1=PASSWORD, password2=PASSWORD)
    baker.press("Zugang anlegen")
    baker.go(baker.reads_mail(BAKER, "bestätigen"))
    baker.press("Adresse bestätigen")
    if "/login/" in baker.page.url:
        sign_in(baker, BAKER)


def apply(baker):
    baker.go("/mitmachen/antrag/")
    page = baker.page
    page.get_by_label("Wir möchten verkaufen").check()
    page.select_option("main [name=legal_form]", "sole")
    baker.fill(name="Bäckerei Kornblum", vat_id="DE136695976")
    baker.press("Speichern und weiter")
    baker.fill(street="Ziegelhofweg", number="12", postcode="04229", town="Leipzig")
    baker.fill(contact="Ida Kornblum", phone="0341 4567890", email=BAKER)
    baker.press("Speichern und weiter")
    page.locator("main [name=lists_are][value=net]").check()
    page.locator("main [name=usual_vat][value='7.00']").check()
    baker.press("Speichern und weiter")
    page.locator("main [name=is_trader]").check()
    page.locator("main [name=accepts_terms]").check()
    baker.press("Antrag einreichen")


def admit(officer):
    sign_in(officer, OFFICER)
    officer.go("/cms/amt/antraege/")
    officer.press("Bäckerei Kornblum", "link")
    officer.press("Bäckerei Kornblum aufnehmen")


def upload(baker, workbook):
    baker.go(baker.reads_mail(BAKER, "ist jetzt bei"))
    baker.go("/verkauf/import/")
    baker.page.set_input_files("main input[type=file]", workbook)
    baker.press("Hochladen und prüfen")
    take_over = baker.page.get_by_role("button", name=re.compile(r"4 .*übernehmen"))
    expect(take_over).to_be_visible(timeout=60_000)
    baker.look()
    take_over.click()
    baker.sees(re.compile("übernommen"))


def invite(baker, buyer):
    baker.go("/verkauf/kunden/einladen/")
    baker.fill(email=BUYER, company="Kantine am Ring", customer_number="K-7")
    baker.press("Einladung senden")
    link = buyer.reads_mail(BUYER, "lädt Sie zum Bestellen ein")
    sign_in(buyer, BUYER)
    buyer.go(link)
    buyer.press("Einladung annehmen")


def agree(baker):
    baker.go("/verkauf/preislisten/")
    baker.fill(name="Kantinen")
    baker.press("Preisliste anlegen")
    baker.fill(article_number="1004", price="3,12")
    baker.press("Preis vereinbaren")
    baker.go("/verkauf/kunden/")
    baker.press("Kantine am Ring", "link")
    baker.page.select_option("main [name=price_list]", label="Kantinen")
    baker.press("Preisliste vereinbaren")


def found(buyer, word, name):
    """Search until the indexer has seen it; then put it into the basket."""
    for _ in range(60):
        buyer.go(f"/suche/?q={word}")
        if buyer.page.get_by_role("link", name=name).count():
            break
        buyer.page.wait_for_timeout(500)
    card = buyer.page.locator(".lv-card", has=buyer.page.get_by_role("link", name=name))
    return card.first


def order(buyer):
    bread = found(buyer, "roggenbrot", "Roggenmischbrot geschoben")
    expect(bread).to_contain_text("Ihr Preis")
    expect(bread).to_contain_text("3,12")
    for word, name, quantity in [
        ("roggenbrot", "Roggenmischbrot geschoben", "20"),
        ("apfel", "Tafelapfel Elstar", "2"),
        ("milch", "Frische Vollmilch", "3"),
    ]:
        card = found(buyer, word, name)
        card.get_by_role("spinbutton").fill(quantity)
        card.get_by_role("button", name="In den Korb").click()
        expect(buyer.page.locator("#meldungen")).to_contain_text(name)
    buyer.go("/einkauf/warenkorb/")
    buyer.press("3 Bestellungen prüfen")
    buyer.press("3 Bestellungen zahlungspflichtig senden")
    buyer.sees("Bäckerei Kornblum")


def fulfil(baker):
    baker.go(baker.reads_mail(BAKER, "estellung"))
    baker.go("/verkauf/bestellungen/")
    reference = SupplierOrder.objects.get(supplier__organisation__name="Bäckerei Kornblum").reference
    baker.press(reference, "link")
    baker.sees("Roggenmischbrot geschoben")
    baker.press("annehmen")
    baker.press("übergeben")
    return reference


def test_from_registration_to_delivery(visitor, neighbours, workbook):
    baker, officer, buyer = visitor(), visitor(), visitor()
    register(baker)
    apply(baker)
    admit(officer)
    upload(baker, workbook)
    assert Listing.objects.get(article_number="1005").price == Decimal("0.42")

    invite(baker, buyer)
    agree(baker)
    order(buyer)
    reference = fulfil(baker)

    done = SupplierOrder.objects.get(reference=reference)
    assert (done.status, done.net) == ("delivered", Decimal("62.40"))
    assert done.purchase.orders.count() == 3
    buyer.go("/einkauf/bestellungen/")
    buyer.sees("geliefert")
    officer.go("/cms/amt/")
    expect(officer.page.locator(".lv-desk")).to_contain_text("3")


def test_the_same_pages_speak_english(visitor, neighbours):
    buyer = visitor()
    sign_in(buyer, BUYER)
    for path in ("", "suche/?q=apfel", "einkauf/warenkorb/", "einkauf/lieferanten/", "produzenten/"):
        buyer.go(f"/en/{path}")
        assert buyer.page.get_attribute("html", "lang") == "en"
    buyer.sees("Producers of the region")
