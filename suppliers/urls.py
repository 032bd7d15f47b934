"""Pages of `suppliers`: the public list and map, and the producer's own terms."""

from django.urls import path

from suppliers import views

app_name = "suppliers"

urlpatterns = [
    path("produzenten/", views.suppliers, name="suppliers"),
    path("verkauf/lieferung/", views.delivery, name="delivery"),
]
