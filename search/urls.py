"""Pages of `search`; German words in paths, public references instead of keys."""

from django.urls import path

from search import views

app_name = "find"

urlpatterns = [
    path("suche/", views.search, name="search"),
    path("suche/vorschlaege/", views.complete, name="complete"),
    path("suche/reihenfolge/", views.order, name="order"),
]
