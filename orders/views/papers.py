"""What a supplier prints or takes along: order, delivery note, pick list of a day, the list as csv."""

from django.db.models import Count, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from accounts.actor import needs
from orders.export import csv_of
from orders.forms import OrdersFilter
from orders.models import Line, SupplierOrder


def _papers(request):
    own = SupplierOrder.objects.sold_by(request.actor)
    return own.select_related("purchase__buyer__organisation").prefetch_related("lines", "vat_shares")


@needs("orders.view")
def order_print(request, reference):
    order = get_object_or_404(_papers(request), reference=reference)
    return render(request, "orders/papers.html", {"orders": [order], "with_prices": True, "back": order})


@needs("orders.view")
def delivery_note(request, reference):
    order = get_object_or_404(_papers(request), reference=reference)
    return render(request, "orders/papers.html", {"orders": [order], "back": order})


@needs("orders.view")
def delivery_notes(request, day):
    """All delivery notes of a day, one to a sheet."""
    orders = _papers(request).filter(delivery_day=day, status=SupplierOrder.Status.ACCEPTED).order_by("pk")
    return render(request, "orders/papers.html", {"orders": orders, "day": day})


@needs("orders.view")
def pick_list(request, day):
    """What is needed on a day, article by article, over all open orders."""
    orders = SupplierOrder.objects.sold_by(request.actor).open().filter(delivery_day=day)
    lines = Line.objects.filter(order__in=orders).order_by().values(*Line.SAME_GOODS)
    needed = lines.annotate(total=Sum("quantity"), customers=Count("order", distinct=True))
    needed = needed.order_by("article_number", "name", "content_unit", "content")
    return render(request, "orders/pick_list.html", {"day": day, "needed": needed, "count": orders.count()})


@needs("orders.view")
def orders_csv(request):
    """The lines of the orders that the list shows, as a file for the supplier's own programs."""
    found = OrdersFilter(request.GET).narrowed(SupplierOrder.objects.sold_by(request.actor))
    answer = HttpResponse(csv_of(found), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="bestellungen.csv"'
    return answer
