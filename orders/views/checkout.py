"""From the basket to the purchase: where it shall go, and the page that is checked before anything is sent."""

import secrets

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.actor import needs
from accounts.services import save_address
from buyers.models import buyer_of
from orders import services
from orders.errors import OrderError
from orders.forms import AddressForm
from orders.hooks import methods_for
from orders.slips import fingerprint, orderable, slips_of, total_of


@needs("purchases.make")
def delivery_address(request):
    """Choose one of the organisation's addresses or enter a new one."""
    addresses = request.actor.organisation.addresses.filter(is_delivery=True)
    if request.method == "POST" and (chosen := request.POST.get("address")):
        return _choose(request, get_object_or_404(addresses, pk=chosen if chosen.isdigit() else 0))
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        form.instance.organisation = request.actor.organisation
        return _choose(request, save_address(form.save(commit=False), by=request.actor))
    basket = services.basket_of(request.actor)
    buyer = buyer_of(request.actor)
    current = basket.address_id or (buyer.delivery_address_id if buyer else None)
    return render(request, "orders/address.html", {"form": form, "addresses": addresses, "current": current})


def _choose(request, address):
    services.choose_address(services.basket_of(request.actor), address, by=request.actor)
    messages.success(request, _("Geliefert wird an: %(address)s.") % {"address": address})
    return redirect("orders:basket")


@needs("purchases.make")
def checkout(request):
    """Everything that will be ordered, with all sums, to be checked; sending it places the purchase once."""
    basket = services.basket_of(request.actor)
    if request.method == "POST" and "token" in request.POST:
        return _place(request, basket)
    if request.method == "POST":
        services.note_reference(basket, request.POST.get("buyer_reference", ""), by=request.actor)
        return redirect("orders:checkout")
    slips = slips_of(basket)
    ready = orderable(slips)
    if not ready:
        return redirect("orders:basket")
    context = {
        "basket": basket,
        "slips": ready,
        "left": [slip for slip in slips if not slip.is_orderable],
        "address": ready[0].address,
        "total": total_of(ready),
        "methods": methods_for(buyer_of(request.actor), ready),
        "shown": fingerprint(ready),
        "token": secrets.token_urlsafe(18),
    }
    return render(request, "orders/checkout.html", context)


def _place(request, basket):
    sent = request.POST
    try:
        with transaction.atomic():
            purchase = services.place_purchase(
                basket,
                by=request.actor,
                token=sent["token"][:40],
                shown=sent.get("shown", ""),
                payment=sent.get("payment", "account"),
            )
    except OrderError as refusal:
        messages.warning(request, str(refusal))
        return redirect("orders:basket")
    messages.success(request, _("Ihre Bestellung ist eingegangen. Die Bestätigung kommt auch per E-Mail."))
    return redirect(purchase)
