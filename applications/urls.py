"""Pages of `applications`; German words in paths, public references instead of keys."""

from django.urls import path

from applications import views

app_name = "applications"

urlpatterns = [
    path("mitmachen/", views.start, name="start"),
    path("mitmachen/antrag/", views.mine, name="mine"),
    path("mitmachen/antrag/<str:name>/", views.step, name="step"),
]
