from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.actor import needs
from cms import places
from cms.forms import Certificates, Pictures, ShopPageForm
from cms.models import ShopPage
from cms.shops import draft_shop_page, moderation_note, submit_shop_page
from suppliers.models import Supplier


def shop(request, slug):
    """A producer's public page: with his own words once the Amt has approved them, with the plain facts before."""
    supplier = get_object_or_404(Supplier.objects.listed().select_related("organisation", "address"), slug=slug)
    page = ShopPage.objects.live().filter(supplier=supplier).first()
    return render(request, "cms/shop_page.html", {"page": page, **places.shop(supplier, request)})


@needs("shop.edit")
def shop_edit(request):
    """The producer's own words and pictures; what he sends waits for the Amt, the public page stays as it is."""
    page = draft_shop_page(get_object_or_404(Supplier.objects.run_by(request.actor)), request.actor)
    draft = page.get_latest_revision_as_object()
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ShopPageForm(*posted, instance=draft)
    parts = [
        Pictures(*posted, instance=draft, prefix="pictures"),
        Certificates(*posted, instance=draft, prefix="certificates"),
    ]
    if posted and all([form.is_valid(), *(part.is_valid() for part in parts)]):
        form.save(commit=False)
        for part in parts:
            part.save(commit=False)
        submit_shop_page(draft, by=request.actor)
        messages.success(request, _("Ihre Shopseite liegt jetzt beim Amt zur Freigabe."))
        return redirect("cms:shop-edit")
    context = {"form": form, "parts": parts, "page": page, "note": moderation_note(page)}
    return render(request, "cms/shop_edit.html", context)


@needs("shop.edit")
def shop_preview(request):
    """The shop page as it will be once the Amt approves the last edit."""
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    draft = draft_shop_page(supplier, request.actor).get_latest_revision_as_object()
    return render(request, "cms/shop_page.html", {"page": draft, "is_preview": True, **places.shop(supplier, request)})
