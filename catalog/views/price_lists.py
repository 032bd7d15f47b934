"""The supplier's price lists: made by hand line by line, or uploaded."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.actor import needs
from accounts.errors import Refused
from catalog.agreements import create_price_list, remove_price, set_price
from catalog.forms_imports import PriceListUpload
from catalog.forms_prices import PriceLineForm, PriceListForm
from catalog.imports.review.pending import with_waiting
from catalog.models import PriceList
from suppliers.models import Supplier

PER_PAGE = 50
SHOWN_RUNS = 10


@needs("prices.manage")
def price_lists(request):
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    form = PriceListForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = create_price_list(supplier, form.cleaned_data["name"], by=request.actor)
        except Refused as refusal:
            form.add_error("name", str(refusal))
        else:
            return redirect("catalog:price-list", made.reference)
    lists = (
        PriceList.objects.run_by(request.actor)
        .annotate(articles=Count("lines", distinct=True), customers=Count("agreements__relationship", distinct=True))
        .order_by("name")
    )
    page = Paginator(lists, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "catalog/customers/price_lists.html", {"form": form, "page": page})


@needs("prices.manage")
def price_list(request, reference):
    """One list: its lines, and a form that sets or changes one."""
    found = _price_list(request, reference)
    form = PriceLineForm(request.POST or None, supplier=found.supplier)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        days = {"valid_from": data["valid_from"], "valid_to": data["valid_to"]}
        set_price(found, data["listing"], data["price"], data["steps"], by=request.actor, **days)
        messages.success(request, _("Der Preis für %(name)s ist vereinbart.") % {"name": data["listing"].name})
        return redirect("catalog:price-list", reference)
    return show(request, found, form, PriceListUpload(lists_are=found.supplier.lists_are))


def show(request, found: PriceList, form: PriceLineForm, upload: PriceListUpload):
    """The page of a list with its two forms, each with what is wrong in it."""
    text, past = request.GET.get("q", "").strip(), bool(request.GET.get("past"))
    lines = found.lines.select_related("listing__product").in_order()
    ended = lines.ended().count()
    lines = lines if past else lines.to_come()
    if text:
        lines = lines.filter(Q(listing__article_number__istartswith=text) | Q(listing__product__title__icontains=text))
    context = {
        "price_list": found,
        "form": form,
        "page": Paginator(lines, PER_PAGE).get_page(request.GET.get("page")),
        "agreements": found.agreements.select_related("relationship__buyer__organisation"),
        "q": text,
        "past": past,
        "ended": ended,
        "today": timezone.localdate(),
        "upload": upload,
        "runs": with_waiting(found.imports.select_related("upload", "by", "price_list")[:SHOWN_RUNS]),
    }
    return render(request, "catalog/customers/price_list.html", context)


@needs("prices.manage")
@require_POST
def price_remove(request, reference, line):
    lines = _price_list(request, reference).lines.select_related("listing__product", "price_list")
    found = get_object_or_404(lines, pk=line)
    try:
        remove_price(found, by=request.actor)
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return redirect("catalog:price-list", reference)
    messages.success(request, _("Für %(name)s gilt wieder der Listenpreis.") % {"name": found.listing.name})
    return redirect("catalog:price-list", reference)


def _price_list(request, reference) -> PriceList:
    return get_object_or_404(PriceList.objects.run_by(request.actor).select_related("supplier"), reference=reference)
