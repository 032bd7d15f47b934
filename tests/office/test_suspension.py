import pytest

from accounts.actor import actor_for
from catalog.models import Listing
from orders.models import SupplierOrder
from orders.services import accept_order
from suppliers import services
from tests.accounts.people import case_worker
from tests.orders import region

pytestmark = pytest.mark.django_db


def test_articles_vanish_and_open_orders_are_brought_to_their_end():
    seller = region.supplier("Bäckerei Kornblum")
    bread = region.listing(seller)
    baker, canteen = region.seller(seller), region.purchaser(region.buyer())
    region.bought(canteen, (bread, 2))

    services.suspend(seller.organisation, "Beschwerden", by=case_worker())
    baker = actor_for(baker.user, seller.organisation)

    assert not Listing.objects.visible_to(canteen).exists()
    for side in (baker, canteen):
        assert SupplierOrder.objects.visible_to(side).count() == 1
    assert not baker.may("catalog.edit")
    assert baker.may("orders.fulfil")
    order = accept_order(SupplierOrder.objects.get(), by=baker)
    assert order.status == SupplierOrder.Status.ACCEPTED
