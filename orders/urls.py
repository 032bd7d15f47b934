"""Pages of `orders`: the basket and purchases under einkauf/, orders received under verkauf/."""

from django.urls import path, register_converter

from orders.converters import DateConverter
from orders.views import basket, checkout, papers, purchases, quick, sales

app_name = "orders"

register_converter(DateConverter, "date")

urlpatterns = [
    path("einkauf/warenkorb/", basket.basket, name="basket"),
    path("einkauf/warenkorb/kurz/", basket.summary, name="basket-summary"),
    path("einkauf/warenkorb/dazu/", basket.add, name="basket-add"),
    path("einkauf/warenkorb/<str:reference>/menge/", basket.change, name="basket-change"),
    path("einkauf/warenkorb/<str:reference>/auf/<str:quantity>/", basket.put_back, name="basket-put-back"),
    path("einkauf/warenkorb/<slug:slug>/lieferung/", basket.delivery, name="basket-delivery"),
    path("einkauf/warenkorb/<slug:slug>/preise/", basket.prices, name="basket-prices"),
    path("einkauf/lieferadresse/", checkout.delivery_address, name="delivery-address"),
    path("einkauf/pruefen/", checkout.checkout, name="checkout"),
    path("einkauf/schnellbestellung/", quick.quick, name="quick"),
    path("einkauf/bestellungen/", purchases.purchases, name="purchases"),
    path("einkauf/bestellungen/<str:reference>/", purchases.purchase, name="purchase"),
    path("einkauf/bestellungen/<str:reference>/noch-einmal/", purchases.purchase_again, name="purchase-again"),
    path("einkauf/auftrag/<str:reference>/stornieren/", purchases.order_cancel, name="order-cancel"),
    path("einkauf/auftrag/<str:reference>/nachricht/", purchases.purchase_message, name="purchase-message"),
    path("verkauf/bestellungen/", sales.orders, name="orders"),
    path("verkauf/bestellungen/liste.csv", papers.orders_csv, name="orders-csv"),
    path("verkauf/bestellungen/tag/<date:day>/", papers.pick_list, name="pick-list"),
    path("verkauf/bestellungen/tag/<date:day>/lieferscheine/", papers.delivery_notes, name="delivery-notes"),
    path("verkauf/bestellungen/<str:reference>/", sales.order, name="order"),
    path("verkauf/bestellungen/<str:reference>/annehmen/", sales.order_accept, name="order-accept"),
    path("verkauf/bestellungen/<str:reference>/ablehnen/", sales.order_refuse, name="order-refuse"),
    path("verkauf/bestellungen/<str:reference>/uebergeben/", sales.order_deliver, name="order-deliver"),
    path("verkauf/bestellungen/<str:reference>/nachricht/", sales.order_message, name="order-message"),
    path("verkauf/bestellungen/<str:reference>/drucken/", papers.order_print, name="order-print"),
    path("verkauf/bestellungen/<str:reference>/lieferschein/", papers.delivery_note, name="delivery-note"),
]
