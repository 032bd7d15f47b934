"""The buyer's half on a phone's width with the keyboard alone: sign in, search, basket, order, message."""

import pytest
from playwright.sync_api import expect

from accounts.services import add_member, create_person
from orders.models import Purchase
from search import indexer
from tests.accounts.people import PASSWORD
from tests.orders import region

pytestmark = pytest.mark.django_db(transaction=True)

EMAIL = "bea@ring.example"
FAR = 150  # more steps than any page has
# The ring lies round the element itself or, where field and button are one box, round that.
RING = """[document.activeElement, document.activeElement.parentElement]
    .some(element => getComputedStyle(element).outlineStyle !== 'none')"""


@pytest.fixture
def canteen(house):
    canteen = region.buyer("Kantine am Ring")
    add_member(canteen.organisation, create_person(EMAIL, PASSWORD, first_name="Bea"), ["buyer_owner"])
    region.listing(region.supplier("Hof Lerchenfeld"), "11.40", "Tafelapfel Elstar")
    indexer.drain()
    return canteen


class Keys:
    """Fingers on the keyboard: Tab until something has the focus, then type or press."""

    def __init__(self, page):
        self.page = page

    def to(self, name: str, tag: str = "") -> "Keys":
        """Tab to what is called so (and is such an element)."""
        for _ in range(FAR):
            self.page.keyboard.press("Tab")
            if name in self.focused() and self.page.evaluate("document.activeElement.tagName").startswith(tag):
                self.assert_visible(name)
                return self
        raise AssertionError(f"the keyboard never reaches {name} on {self.page.url}")

    def focused(self) -> str:
        return self.page.evaluate(
            "(e => [...(e.labels || [])].map(l => l.textContent).concat(e.ariaLabel, e.textContent).join(' '))"
            "(document.activeElement)"
        )

    def assert_visible(self, name):
        ring = self.page.evaluate(RING)
        box = self.page.evaluate("document.activeElement.getBoundingClientRect().width")
        assert box > 0, f"{name} has the focus and cannot be seen"
        assert ring, f"{name} has the focus and shows no ring"

    def type(self, text: str) -> "Keys":
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)
        return self

    def enter(self) -> None:
        self.page.keyboard.press("Enter")

    def follow(self) -> None:
        """Enter, where it leads to another page."""
        with self.page.expect_navigation():
            self.enter()


def test_a_purchase_with_the_keyboard_alone(visitor, canteen):
    bea = visitor(viewport={"width": 390, "height": 844})
    keys, page = Keys(bea.page), bea.page
    bea.go("/konto/login/")
    keys.to("E-Mail").type(EMAIL)
    keys.to("Passwort", "INPUT").type(PASSWORD).follow()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bea")

    keys.to("Artikel, Produzent oder Artikelnummer suchen").type("tafelapfel").follow()
    expect(page.get_by_role("heading", level=1)).to_contain_text("1 Artikel")
    bea.look()
    keys.to("Menge: Tafelapfel Elstar").type("4")
    keys.to("In den Korb").enter()
    expect(page.locator("#meldungen")).to_contain_text("Tafelapfel Elstar")

    bea.go("/einkauf/warenkorb/")
    keys.to("1 Bestellung prüfen").follow()
    bea.look()
    keys.to("1 Bestellung zahlungspflichtig senden").follow()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bestellung")
    bea.look()

    assert Purchase.objects.get().orders.get().lines.get().quantity == 4
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
