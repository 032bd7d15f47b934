"""The supplier's own articles: list with bulk action, edit, new, and how a customer sees them."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from accounts.actor import needs
from buyers.models import Relationship
from catalog.forms import BulkForm, ListingFilter, ListingForm
from catalog.forms_pictures import answers
from catalog.listings import raise_prices, save_listing, set_online, set_stock, undo_change
from catalog.models import Listing
from catalog.pictures import first_pictures, hanging, set_picture, texts
from catalog.views.listing import listing_context
from suppliers.models import Supplier

PER_PAGE = 50
STATES = {
    "online": Q(online=True),
    "offline": Q(online=False),
    "unpriced": Q(price=None),
    "uncategorised": Q(product__categories=None),
    "unpictured": Q(product__images=None),
}
ORDERS = {"number": ["article_number"], "price": [F("price").asc(nulls_last=True)], "changed": ["-changed_at"]}


@needs("catalog.view")
def listings(request):
    form = ListingFilter(request.GET)
    page = Paginator(_narrowed(request.actor, form), PER_PAGE).get_page(request.GET.get("page"))
    pictures = first_pictures(page.object_list)
    for listing in page.object_list:
        listing.picture = pictures.get(listing.product_id)
    context = {
        "form": form,
        "page": page,
        "bulk": BulkForm(),
        "is_filtered": any(request.GET.get(name) for name in ("q", "state")),
        "customers": Relationship.objects.active()
        .filter(supplier__organisation=request.actor.organisation)
        .select_related("buyer__organisation")
        if request.actor.may("customers.view")
        else [],
    }
    return render(request, "catalog/listings.html", context)


def _narrowed(actor, form):
    own = Listing.objects.run_by(actor).select_related("product", "supplier__organisation")
    if not form.is_valid():
        return own.kept()
    text, state, order = (form.cleaned_data[name] for name in ("q", "state", "order"))
    found = own.taken_back() if state == "taken_back" else own.kept()
    if text:
        found = found.filter(Q(article_number__istartswith=text) | Q(product__title__icontains=text) | Q(gtin=text))
    if state in STATES:
        found = found.filter(STATES[state])
    return found.order_by(*ORDERS.get(order, ["sort_key"]), "pk")


@needs("catalog.edit")
@require_POST
def listings_change(request):
    """One action for the chosen articles, or (all=1) for all that the filter found."""
    form = BulkForm(request.POST)
    back = _back(request)
    if not form.is_valid():
        for faults in form.errors.values():
            messages.error(request, " ".join(faults))
        return redirect(back)
    chosen = _chosen(request)
    count = chosen.count()
    if not count:
        messages.warning(request, _("Bitte wählen Sie zuerst Artikel aus."))
        return redirect(back)
    token = _apply(form.cleaned_data, chosen, request.actor)
    text = ngettext("%(n)s Artikel geändert.", "%(n)s Artikel geändert.", count) % {"n": count}
    messages.success(request, text, extra_tags=reverse("catalog:listings-undo", args=[token]))
    return redirect(back)


def _chosen(request):
    if request.POST.get("all"):
        filtered = _narrowed(request.actor, ListingFilter(request.POST))
        return Listing.objects.run_by(request.actor).filter(pk__in=filtered.order_by().values("pk"))
    return Listing.objects.run_by(request.actor).filter(reference__in=request.POST.getlist("chosen"))


def _apply(data, chosen, actor) -> str:
    if data["action"] == "prices":
        return raise_prices(chosen, data["value"], by=actor)
    if data["action"] == "stock":
        return set_stock(chosen, data["value"], by=actor)
    return set_online(chosen, data["action"] == "online", by=actor)


def _back(request) -> str:
    target = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(target, {request.get_host()})
    return target if is_ours else reverse("catalog:listings")


@needs("catalog.edit")
@require_POST
def listings_undo(request, token):
    count = undo_change(token, by=request.actor)
    if count is None:
        messages.warning(request, _("Dieser Schritt lässt sich nicht mehr zurücknehmen."))
    else:
        text = ngettext("%(n)s Artikel wie zuvor.", "%(n)s Artikel wie zuvor.", count)
        messages.success(request, text % {"n": count})
    return redirect("catalog:listings")


@needs("catalog.edit")
def listing_new(request):
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    return _edit(request, Listing(supplier=supplier), supplier)


@needs("catalog.edit")
def listing_edit(request, reference):
    own = Listing.objects.run_by(request.actor).select_related("supplier", "product", "deposit")
    listing = get_object_or_404(own, reference=reference)
    return _edit(request, listing, listing.supplier)


def _edit(request, listing, supplier):
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ListingForm(*posted, instance=listing, supplier=supplier)
    if posted and form.is_valid():
        data = form.cleaned_data
        words = {key: data[key] for key in ("name", "description", "category")}
        saved = save_listing(form.save(commit=False), **words, by=request.actor)
        _hang(request, saved, data)
        messages.success(request, _("%(name)s ist gespeichert.") % {"name": saved.product.title})
        return redirect("catalog:listings")
    pictures = listing.product.images.all() if listing.pk else []
    return render(request, "catalog/listing_edit.html", {"form": form, "listing": listing, "pictures": pictures})


def _hang(request, listing, data):
    """Texts, what is to go, and the new first picture."""
    texts.write_texts(listing.supplier, answers(request.POST, "text-"), by=request.actor)
    hanging.take_down(listing, [int(key) for key in request.POST.getlist("remove") if key.isdecimal()])
    if data["picture"]:
        set_picture(listing, data["picture"], data["alt"])


@needs("catalog.view")
def listing_preview(request, reference):
    """The article page as a chosen customer sees it, or (without ?kunde=) as a stranger does."""
    own = Listing.objects.run_by(request.actor).with_product()
    listing = get_object_or_404(own, reference=reference)
    buyer = None
    if request.GET.get("kunde") and request.actor.may("customers.view"):
        customers = Relationship.objects.filter(supplier=listing.supplier).select_related("buyer__organisation")
        buyer = get_object_or_404(customers, buyer__organisation__reference=request.GET["kunde"]).buyer
    context = listing_context(listing, buyer) | {"is_preview": True, "preview_for": buyer}
    return render(request, "catalog/listing.html", context)
