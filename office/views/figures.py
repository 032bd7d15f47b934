"""The network in figures, and the Amt's own decisions."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.models import JournalEntry
from office import figures
from office.desk import as_csv, desk

PER_PAGE = 50
SHOWN = 20


@desk("office.view")
def network(request):
    catalogues = figures.catalogues()
    troubled = [catalogue for catalogue in catalogues if catalogue.state != "good"]
    context = figures.figures() | {"troubled": troubled[:SHOWN], "fine": len(catalogues) - len(troubled)}
    return render(request, "office/figures.html", context)


@desk("office.view")
def network_csv(request):
    head = [_("Monat"), _("Bestellungen"), _("Summe netto in EUR")]
    rows = [[f"{each.month:%Y-%m}", each.orders, each.net] for each in figures.trade_by_month()]
    return as_csv("kennzahlen", head, rows)


@desk("office.view")
def journal(request):
    """What people of the Amt decided and did, newest first."""
    entries = JournalEntry.objects.visible_to(request.actor).select_related("user", "organisation")
    page = Paginator(entries, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "office/journal.html", {"page": page})
