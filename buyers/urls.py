"""Pages of `buyers`: the buyer's side of trading relationships (the supplier's is in `catalog`, beside his prices)."""

from django.urls import path

from buyers import views

app_name = "buyers"

urlpatterns = [
    path("einkauf/lieferanten/", views.suppliers, name="suppliers"),
    path("einkauf/lieferanten/<slug:slug>/anfragen/", views.supplier_request, name="supplier-request"),
    path("einkauf/lieferanten/<slug:slug>/beenden/", views.supplier_end, name="supplier-end"),
    path("einkauf/einladung/<str:token>/", views.invitation, name="invitation"),
]
