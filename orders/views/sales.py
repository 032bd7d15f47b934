"""The supplier's orders: list, one order, and the steps from new to delivered."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Sum
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.actor import needs
from accounts.models import JournalEntry
from orders import services
from orders.errors import OrderError
from orders.forms import MessageForm, OrdersFilter, RefusalForm
from orders.models import Line, SupplierOrder

PER_PAGE = 25


@needs("orders.view")
def orders(request):
    """Open orders first to be done; words and status narrow the list."""
    own = SupplierOrder.objects.sold_by(request.actor)
    form = OrdersFilter(request.GET)
    found = form.narrowed(own).select_related("purchase__buyer__organisation").annotate(positions=Count("lines"))
    found = found.order_by("-placed_at", "-pk")  # counting drops the usual order
    context = {
        "form": form,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "chosen": request.GET.get("status") or "open",
        "waiting": own.filter(status=SupplierOrder.Status.PLACED).count(),
        "days": _open_days(own),
    }
    return render(request, "orders/orders.html", context)


def _open_days(own):
    """The next delivery days with open orders, for pick lists."""
    days = own.open().filter(delivery_day__isnull=False).order_by().values("delivery_day")
    return days.annotate(orders=Count("pk"), net=Sum("net")).order_by("delivery_day")[:4]


@needs("orders.view")
def order(request, reference):
    return _page(request, _order(request, reference))


def _page(request, own, refusal=None, message=None):
    context = {
        "order": own,
        "lines": Line.objects.filter(order=own),
        "history": JournalEntry.objects.visible_to(request.actor).about(own).select_related("user", "organisation"),
        "refusal": refusal or RefusalForm(),
        "form": message or MessageForm(),
    }
    return render(request, "orders/order.html", context, status=422 if refusal or message else 200)


def _order(request, reference) -> SupplierOrder:
    own = SupplierOrder.objects.sold_by(request.actor)
    return get_object_or_404(own.select_related("purchase__buyer__organisation", "supplier"), reference=reference)


@require_POST
@needs("orders.fulfil")
def order_accept(request, reference):
    return _step(request, reference, services.accept_order, _("Bestellung %(number)s ist angenommen."))


@require_POST
@needs("orders.fulfil")
def order_deliver(request, reference):
    """Delivered is for good and the buyer hears of it: before its day the supplier is asked whether he means it."""
    own = _order(request, reference)
    if own.is_early and "early" not in request.POST:
        return render(request, "orders/deliver.html", {"order": own, "from": request.POST.get("from", "")})
    return _step(request, reference, services.deliver_order, _("Bestellung %(number)s ist übergeben."))


def _step(request, reference, verb, news, **facts):
    own = _order(request, reference)
    try:
        verb(own, by=request.actor, **facts)
        messages.success(request, news % {"number": own.reference})
    except OrderError as refusal:
        messages.warning(request, str(refusal))
    return redirect("orders:orders" if request.POST.get("from") == "list" else own)


@require_POST
@needs("orders.fulfil")
def order_refuse(request, reference):
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _page(request, _order(request, reference), refusal=form)
    news = _("Bestellung %(number)s ist abgelehnt. Der Kunde erfährt den Grund.")
    return _step(request, reference, services.refuse_order, news, reason=form.cleaned_data["reason"])


@require_POST
@needs("orders.view")
def order_message(request, reference):
    own = _order(request, reference)
    form = MessageForm(request.POST)
    if not form.is_valid():
        return _page(request, own, message=form)
    services.write_message(own, form.cleaned_data["text"], by=request.actor)
    messages.success(request, _("Ihre Nachricht ist unterwegs."))
    return redirect(own)
