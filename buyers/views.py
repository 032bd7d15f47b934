"""The buyer's side of trading relationships: his suppliers, asking for one, accepting an invitation."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.actor import needs
from accounts.errors import Refused
from buyers import services
from buyers.forms import RequestForm
from buyers.models import CustomerInvitation, Relationship, buyer_of
from suppliers.days import delivery_days
from suppliers.models import Supplier


@needs("purchases.view")
def suppliers(request):
    """ "Meine Lieferanten": everybody whom the buyer knows, with his terms and next day."""
    buyer = buyer_of(request.actor)
    known = (
        Relationship.objects.filter(buyer=buyer)
        .select_related("supplier__organisation", "supplier__address")
        .order_by("status", "supplier__organisation__name")
    )
    for relationship in known:
        supplier = relationship.supplier
        days = delivery_days(supplier.weekdays, supplier.cutoff_days, supplier.cutoff_time, count=1)
        relationship.delivery = days[0] if days else None
    return render(request, "buyers/suppliers.html", {"relationships": known})


@needs("suppliers.connect")
def supplier_request(request, slug):
    """Ask a producer to become his customer."""
    supplier = get_object_or_404(Supplier.objects.listed().select_related("organisation"), slug=slug)
    form = RequestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.request_relationship(supplier, form.cleaned_data["message"], by=request.actor)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Ihre Anfrage ist bei %(name)s.") % {"name": supplier.name})
        return redirect(supplier)
    return render(request, "buyers/supplier_request.html", {"form": form, "supplier": supplier})


@needs("suppliers.connect")
@require_POST
def supplier_end(request, slug):
    relationship = get_object_or_404(Relationship, buyer=buyer_of(request.actor), supplier__slug=slug)
    services.end_relationship(relationship, by=request.actor)
    messages.success(request, _("Sie sind nicht mehr Kunde bei %(name)s.") % {"name": relationship.supplier.name})
    return redirect("buyers:suppliers")


@login_required
def invitation(request, token):
    """Where a supplier's mail leads: accept for the organisation for which one acts, or join first."""
    found = CustomerInvitation.objects.select_related("supplier__organisation").filter(token=token).first()
    if found is None:
        raise Http404
    buyer = buyer_of(request.actor)
    may = buyer is not None and request.actor.may("suppliers.connect")
    if request.method == "POST" and may:
        try:
            relationship = services.accept_invitation(token, by=request.actor)
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("buyers:suppliers")
        messages.success(request, _("Sie sehen jetzt Ihre Preise bei %(name)s.") % {"name": relationship.supplier.name})
        return redirect(relationship.supplier)
    return render(request, "buyers/invitation.html", {"invitation": found, "buyer": buyer, "may": may})
