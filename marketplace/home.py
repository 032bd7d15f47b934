"""The page after signing in: what waits for you, what comes next; another for each side of the trade."""

from datetime import timedelta
from decimal import Decimal

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Min, Sum
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from buyers.models import Relationship
from catalog.models import ImportRun, Listing
from marketplace import formats
from orders.models import BasketLine, Line, SupplierOrder
from suppliers.models import Supplier

SHOWN = 8  # rows of a table here; the rest is a click away


@login_required
def today(request):
    actor = request.actor
    if actor is None:
        return redirect("applications:start")
    if actor.may("office.view"):
        return redirect("office:figures")
    sides = {}
    if actor.may("catalog.view") or actor.may("orders.view"):
        sides["selling"] = selling(actor)
    if actor.may("purchases.view"):
        sides["buying"] = buying(actor)
    return render(request, "marketplace/today.html", {**sides, "now": timezone.localtime()})


def selling(actor) -> dict:
    """The producer's day: figures, open orders, what the next delivery day needs, what to do when all is new."""
    orders = SupplierOrder.objects.sold_by(actor)
    listings = Listing.objects.run_by(actor).kept()
    shown = {"supplier": Supplier.objects.run_by(actor).first(), "figures": []}
    if actor.may("orders.view"):
        shown["figures"] += [_waiting(orders), _week(orders)]
        shown["orders"] = orders.open().select_related("purchase__buyer__organisation")[:SHOWN]
        shown.update(_next_day(orders))
    if actor.may("customers.view"):
        shown["figures"] += _asking(actor)
    if actor.may("catalog.view"):
        shown["figures"] += [*_imports(actor), _shelf(actor, listings)]
        shown["is_new"] = not listings.exists()
    return shown


def _waiting(orders) -> dict:
    placed = orders.filter(status=SupplierOrder.Status.PLACED).aggregate(count=Count("pk"), oldest=Min("placed_at"))
    note = _("alles beantwortet")
    if placed["count"]:
        note = _("die älteste seit %(moment)s") % {"moment": formats.moment(placed["oldest"])}
    return {
        "label": _("Neue Bestellungen"),
        "value": formats.number(placed["count"]),
        "note": note,
        "url": reverse("orders:orders"),
        "act": placed["count"] > 0,
    }


def _week(orders) -> dict:
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
    week = orders.standing().filter(placed_at__date__gte=monday).aggregate(count=Count("pk"), net=Sum("net"))
    count = week["count"]
    return {
        "label": _("Diese Woche netto"),
        "value": formats.euro(week["net"] or Decimal(0)),
        "note": ngettext("%(count)d Bestellung", "%(count)d Bestellungen", count) % {"count": count},
    }


def _asking(actor) -> list[dict]:
    """Buyers who asked for a relationship; nothing where nobody does."""
    asking = Relationship.objects.filter(
        supplier__organisation=actor.organisation, status=Relationship.Status.REQUESTED
    ).count()
    figure = {
        "label": _("Anfragen von Kunden"),
        "value": formats.number(asking),
        "note": _("warten auf Ihre Antwort"),
        "url": reverse("catalog:customers"),
        "act": True,
    }
    return [figure] if asking else []


def _imports(actor) -> list[dict]:
    """Lists of goods that were read and wait to be taken over; nothing where none does."""
    runs = ImportRun.objects.visible_to(actor).of_goods().filter(status=ImportRun.Status.READY)
    count = runs.count()
    figure = {
        "label": _("Importe"),
        "value": formats.number(count),
        "note": _("noch nicht übernommen"),
        "url": reverse("catalog:imports") if count > 1 else "",
        "act": True,
    }
    if count == 1:
        figure["url"] = reverse("catalog:import", args=[runs.get().reference])
    return [figure] if count else []


def _shelf(actor, listings) -> dict:
    online, all_of_them = listings.filter(online=True).count(), listings.count()
    runs = ImportRun.objects.visible_to(actor).of_goods()
    last = runs.filter(status=ImportRun.Status.DONE).order_by("-committed_at").first()
    note = _("noch kein Import")
    if last:
        note = _("letzter Import: %(moment)s") % {"moment": formats.moment(last.committed_at)}
    return {
        "label": _("Artikel online"),
        "value": _("%(online)s von %(all)s")
        % {
            "online": formats.number(online),
            "all": formats.number(all_of_them),
        },
        "note": note,
        "url": reverse("catalog:listings"),
    }


def _next_day(orders) -> dict:
    """The next day with accepted deliveries: the day, and its articles with quantity and number of customers."""
    due = orders.filter(status=SupplierOrder.Status.ACCEPTED, delivery_day__gte=timezone.localdate())
    day = due.aggregate(day=Min("delivery_day"))["day"]
    if day is None:
        return {"day": None}
    lines = Line.objects.filter(order__in=due.filter(delivery_day=day), is_deposit=False)
    needed = (
        lines.order_by()
        .values(*Line.SAME_GOODS)
        .annotate(quantity=Sum("quantity"), customers=Count("order__purchase__buyer", distinct=True))
    )
    return {"day": day, "needed": needed.order_by("-quantity")[:SHOWN]}


def buying(actor) -> dict:
    """The buyer's day: basket, what is under way, what came this month, his suppliers."""
    orders = SupplierOrder.objects.bought_by(actor)
    known = Relationship.objects.active().filter(buyer__organisation=actor.organisation).count()
    positions = BasketLine.objects.filter(basket__user=actor.user, basket__organisation=actor.organisation).count()
    under_way = (
        orders.open().select_related("supplier__organisation", "purchase").order_by("delivery_day", "-placed_at")
    )
    return {
        "figures": [_basket(positions), _under_way(orders), _month(orders), _suppliers(known)],
        "orders": under_way[:SHOWN],
        "is_new": not orders.exists(),
    }


def _basket(positions) -> dict:
    note = _("wartet auf Sie") if positions else _("noch leer")
    return {
        "label": _("Im Warenkorb"),
        "value": ngettext("%(count)d Position", "%(count)d Positionen", positions) % {"count": positions},
        "note": note,
        "url": reverse("orders:basket"),
        "act": positions > 0,
    }


def _under_way(orders) -> dict:
    open_orders = orders.open()
    day = open_orders.filter(delivery_day__gte=timezone.localdate()).aggregate(day=Min("delivery_day"))["day"]
    return {
        "label": _("Bestellungen unterwegs"),
        "value": formats.number(open_orders.count()),
        "note": _("nächste Lieferung %(day)s") % {"day": formats.short_day(day)} if day else "",
        "url": reverse("orders:purchases"),
    }


def _month(orders) -> dict:
    first = timezone.localdate().replace(day=1)
    month = orders.standing().filter(placed_at__date__gte=first).aggregate(count=Count("pk"), net=Sum("net"))
    count = month["count"]
    return {
        "label": _("Diesen Monat netto"),
        "value": formats.euro(month["net"] or Decimal(0)),
        "note": ngettext("%(count)d Bestellung", "%(count)d Bestellungen", count) % {"count": count},
    }


def _suppliers(known) -> dict:
    return {
        "label": _("Ihre Lieferanten"),
        "value": formats.number(known),
        "note": _("mit eigenen Preisen oder Konditionen") if known else _("Fragen Sie einen Betrieb an."),
        "url": reverse("buyers:suppliers") if known else reverse("suppliers:suppliers"),
    }
