"""The Amt's pages, mounted below Wagtail's admin (/cms/amt/); public references instead of keys."""

from django.urls import path

from office.views import applications, companies, figures

app_name = "office"

urlpatterns = [
    path("", figures.network, name="figures"),
    path("kennzahlen.csv", figures.network_csv, name="figures-csv"),
    path("verlauf/", figures.journal, name="journal"),
    path("antraege/", applications.queue, name="applications"),
    path("antraege/<str:reference>/", applications.application, name="application"),
    path("antraege/<str:reference>/aufnehmen/", applications.admit, name="application-admit"),
    path("antraege/<str:reference>/ablehnen/", applications.refuse, name="application-refuse"),
    path("betriebe/", companies.companies, name="companies"),
    path("betriebe.csv", companies.companies_csv, name="companies-csv"),
    path("betriebe/<str:reference>/", companies.company, name="company"),
    path("betriebe/<str:reference>/einladen/", companies.invite, name="company-invite"),
    path("betriebe/<str:reference>/sperren/", companies.suspend, name="company-suspend"),
    path("betriebe/<str:reference>/freigeben/", companies.resume, name="company-resume"),
]
