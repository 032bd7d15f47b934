"""A small part of the demo region, built as the whole is: applications, imports, pictures, prices, orders."""

from collections import Counter
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from oscar.core.loading import get_model

from accounts.models import User
from catalog.models import Agreement, ImportRun, Listing, PictureZip
from catalog.pricing import prices_for
from cms.setup import lay_out
from marketplace.demo import PASSWORD, logins
from marketplace.demo.build import build
from orders.models import BasketLine, Purchase, SupplierOrder
from suppliers.models import Supplier
from suppliers.services import create_supplier

ProductImage = get_model("catalogue", "ProductImage")
PART = frozenset(
    ["backstube-hollenbach", "hof-wiesengrund", "imkerei-summstein", "fleischerei-gerstenberger", "kantine-am-ring"]
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def region(tmp_path, settings):
    settings.VAR, settings.MEDIA_ROOT, settings.PRIVATE_ROOT = tmp_path, tmp_path / "media", tmp_path / "private"
    said = []
    build(seed=3, say=said.append, only=PART)
    return said


def test_region_trades(region, settings):
    assert Supplier.objects.listed().count() == 4

    runs = Counter(ImportRun.objects.filter(price_list=None).values_list("status", flat=True))
    assert runs == {"done": 5}
    assert ImportRun.objects.filter(price_list=None, counts__held_back__gt=0).count() >= 3
    assert Listing.objects.findable().count() > 500

    pictured = ProductImage.objects.filter(product__listing__in=Listing.objects.all())
    assert pictured.count() > Listing.objects.count() * 0.95
    assert pictured.values("original").distinct().count() < 100

    zip = PictureZip.objects.get()
    assert Counter(zip.pictures.values_list("state", flat=True)) == {"kept": 12, "unmatched": 1}
    assert zip.pictures_before.count() == 12

    assert Agreement.objects.count() == 2
    buyer = Purchase.objects.first().buyer
    agreed = Listing.objects.filter(price_lines__price_list__agreements__relationship__buyer=buyer).first()
    [price] = prices_for(buyer, [(agreed, agreed.minimum)])
    assert price.is_own and price.amount < price.list_amount

    assert Purchase.objects.count() == 5
    states = set(SupplierOrder.objects.values_list("status", flat=True))
    assert "delivered" in states
    months = SupplierOrder.objects.order_by("placed_at")
    assert months.last().placed_at - months.first().placed_at > timedelta(days=7)
    assert BasketLine.objects.count() >= 3

    written = (settings.VAR / "demo-logins.txt").read_text(encoding="utf-8")
    known = {user.email: user for user in User.objects.all()}
    for login in logins():
        assert login.email in written
        if login.email in known:
            assert known[login.email].check_password(PASSWORD)
    assert region[-1].startswith("Demo region stands")


def test_a_house_with_producers_is_left_alone():
    lay_out()
    create_supplier("Hofladen Neuanfang")

    with pytest.raises(CommandError):
        call_command("build_demo")
    call_command("build_demo", "--if-empty")

    assert Supplier.objects.count() == 1
