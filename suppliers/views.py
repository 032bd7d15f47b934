from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.actor import needs
from accounts.models import Address
from suppliers import region
from suppliers.delivery import distance_between
from suppliers.forms import DeliveryForm, MakersFilter
from suppliers.models import Supplier
from suppliers.services import change_delivery

PER_PAGE = 24


def suppliers(request):
    """Everybody's list and map of producers; signed-in people see how far each is from their delivery address."""
    form = MakersFilter(request.GET)
    found = list(_narrowed(form))
    here = _delivery_address(request.actor)
    for supplier in found:
        supplier.distance = distance_between(here, supplier.address)
    if here:
        found.sort(key=lambda supplier: (supplier.distance is None, supplier.distance or 0))
    context = {
        "form": form,
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "map": region.map_data(found, request.actor and here),
        "is_filtered": any(request.GET.get(name) for name in form.fields),
    }
    return render(request, "suppliers/suppliers.html", context)


def _narrowed(form):
    makers = Supplier.objects.listed().select_related("organisation", "address")
    if not form.is_valid():
        return makers
    text, day = form.cleaned_data["q"], form.cleaned_data["day"]
    if text:
        makers = makers.filter(
            Q(organisation__name__icontains=text)
            | Q(claim__icontains=text)
            | Q(claim_en__icontains=text)
            | Q(address__town__icontains=text)
            | Q(address__postcode__startswith=text)
        )
    return makers.filter(weekdays__contains=[day]) if day is not None else makers


def _delivery_address(actor) -> Address | None:
    return Address.objects.filter(organisation=actor.organisation, is_delivery=True).first() if actor else None


@needs("supplier.manage")
def delivery(request):
    """The producer's terms of delivery."""
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    form = DeliveryForm(request.POST or None, instance=supplier)
    if request.method == "POST" and form.is_valid():
        change_delivery(form.save(commit=False), by=request.actor)
        messages.success(request, _("Ihre Lieferangaben sind gespeichert."))
        return redirect("suppliers:delivery")
    return render(request, "suppliers/delivery.html", {"form": form, "supplier": supplier})
