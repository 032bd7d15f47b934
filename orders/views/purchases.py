"""The buyer's purchases: list, one purchase with its orders, and what can still be done."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.actor import needs
from catalog.unit_words import unit_word
from orders import services
from orders.errors import OrderError
from orders.forms import MessageForm
from orders.models import Line, Purchase, SupplierOrder

PER_PAGE = 20


@needs("purchases.view")
def purchases(request):
    orders = SupplierOrder.objects.select_related("supplier__organisation").order_by("pk")
    found = (
        Purchase.objects.visible_to(request.actor)
        .select_related("placed_by")
        .prefetch_related(Prefetch("orders", orders))
    )
    return render(
        request, "orders/purchases.html", {"page": Paginator(found, PER_PAGE).get_page(request.GET.get("page"))}
    )


@needs("purchases.view")
def purchase(request, reference):
    orders = (
        SupplierOrder.objects.select_related("supplier__organisation")
        .prefetch_related("lines", "vat_shares", "messages__organisation")
        .order_by("pk")
    )
    found = Purchase.objects.visible_to(request.actor).select_related("placed_by", "buyer__organisation")
    bought = get_object_or_404(found.prefetch_related(Prefetch("orders", orders)), reference=reference)
    return render(request, "orders/purchase.html", {"purchase": bought, "form": MessageForm()})


@require_POST
@needs("purchases.make")
def purchase_again(request, reference):
    """Put everything into the basket again, at today's prices."""
    bought = get_object_or_404(Purchase.objects.visible_to(request.actor), reference=reference)
    put, left_out = services.order_again(bought, by=request.actor)
    if put:
        text = ngettext(
            "%(n)d Artikel liegt im Warenkorb, zum heutigen Preis.",
            "%(n)d Artikel liegen im Warenkorb, zu heutigen Preisen.",
            len(put),
        )
        messages.success(request, text % {"n": len(put)})
    if left_out:
        names = ", ".join(_named(line) for line in left_out)
        messages.warning(request, _("Nicht mehr zu bestellen: %(names)s.") % {"names": names})
    return redirect("orders:basket")


def _named(line: Line) -> str:
    """Bauernbrot 750 g: like names differ by what a pack holds."""
    if not line.content:
        return line.name
    return f"{line.name} {number_format(f'{line.content.normalize():f}')} {unit_word(line.content_unit, line.content)}"


@require_POST
@needs("purchases.make")
def order_cancel(request, reference):
    order = _order(request, reference)
    try:
        services.cancel_order(order, by=request.actor)
        messages.success(request, _("Die Bestellung bei %(supplier)s ist storniert.") % {"supplier": order.supplier})
    except OrderError as refusal:
        messages.warning(request, str(refusal))
    return redirect(order.purchase)


@require_POST
@needs("purchases.view")
def purchase_message(request, reference):
    order = _order(request, reference)
    form = MessageForm(request.POST)
    if form.is_valid():
        services.write_message(order, form.cleaned_data["text"], by=request.actor)
        messages.success(request, _("Ihre Nachricht an %(supplier)s ist unterwegs.") % {"supplier": order.supplier})
    else:
        messages.warning(request, _("Bitte schreiben Sie erst einen Text."))
    return redirect(order.purchase)


def _order(request, reference) -> SupplierOrder:
    orders = SupplierOrder.objects.bought_by(request.actor).select_related("purchase", "supplier__organisation")
    return get_object_or_404(orders, reference=reference)
