"""A shop page's path belongs to us, so that it stands from the day of admission; all other pages are Wagtail's."""

from django.urls import path

from cms import views

app_name = "cms"

urlpatterns = [
    path("produzenten/<slug:slug>/", views.shop, name="shop"),
    path("verkauf/shopseite/", views.shop_edit, name="shop-edit"),
    path("verkauf/shopseite/vorschau/", views.shop_preview, name="shop-preview"),
]
