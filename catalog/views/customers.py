"""The supplier's customers: requests, invitations, terms, and which price list holds for whom."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Prefetch, Q
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.actor import needs
from accounts.errors import Refused
from buyers import services
from buyers.forms import InvitationForm, TermsForm
from buyers.models import CustomerInvitation, Relationship
from catalog.agreements import agree, end_agreement
from catalog.forms_prices import AgreementForm
from catalog.models import Agreement
from suppliers.models import Supplier

PER_PAGE = 50


@needs("customers.view")
def customers(request):
    own = Relationship.objects.filter(supplier__organisation=request.actor.organisation).select_related(
        "buyer__organisation"
    )
    text = request.GET.get("q", "").strip()
    known = own.exclude(status=Relationship.Status.REQUESTED)
    if text:
        known = known.filter(Q(buyer__organisation__name__icontains=text) | Q(customer_number__istartswith=text))
    in_force = Agreement.objects.in_force().select_related("price_list")
    page = Paginator(known.prefetch_related(Prefetch("agreements", in_force, "in_force")), PER_PAGE)
    context = {
        "page": page.get_page(request.GET.get("page")),
        "requests": own.filter(status=Relationship.Status.REQUESTED),
        "invitations": CustomerInvitation.objects.filter(
            supplier__organisation=request.actor.organisation, accepted_by=None
        ),
        "q": text,
    }
    return render(request, "catalog/customers/customers.html", context)


@needs("customers.manage")
def customer_invite(request):
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    form = InvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.invite_customer(supplier, by=request.actor, **form.cleaned_data)
        messages.success(request, _("Die Einladung an %(mail)s ist unterwegs.") % {"mail": form.cleaned_data["email"]})
        return redirect("catalog:customers")
    return render(request, "catalog/customers/invite.html", {"form": form})


@needs("customers.manage")
@require_POST
def invitation_withdraw(request, token):
    own = CustomerInvitation.objects.filter(supplier__organisation=request.actor.organisation, accepted_by=None)
    get_object_or_404(own, token=token).delete()
    messages.success(request, _("Die Einladung ist zurückgezogen."))
    return redirect("catalog:customers")


@needs("customers.manage")
@require_POST
def customer_decide(request, reference):
    """Accept or decline a request."""
    relationship = _relationship(request, reference)
    if "decline" in request.POST:
        services.decline_request(relationship, by=request.actor)
        return redirect("catalog:customers")
    services.accept_request(relationship, by=request.actor)
    messages.success(request, _("%(name)s ist jetzt Ihr Kunde.") % {"name": relationship.buyer})
    return redirect("catalog:customer", reference)


@needs("customers.view")
def customer(request, reference):
    """One customer: terms, and the price lists that hold for him."""
    relationship = _relationship(request, reference)
    form = TermsForm(request.POST or None, instance=relationship)
    if request.method == "POST" and request.actor.may("customers.manage") and form.is_valid():
        try:
            services.change_terms(relationship, by=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error("customer_number", str(refusal))
        else:
            messages.success(request, _("Gespeichert."))
            return redirect("catalog:customer", reference)
    context = {
        "relationship": relationship,
        "form": form,
        "agreement_form": AgreementForm(supplier=relationship.supplier),
        "agreements": relationship.agreements.select_related("price_list").order_by("-valid_from"),
    }
    return render(request, "catalog/customers/customer.html", context)


@needs("prices.manage")
@require_POST
def customer_agree(request, reference):
    relationship = _relationship(request, reference)
    form = AgreementForm(request.POST, supplier=relationship.supplier)
    if not form.is_valid():
        messages.error(request, " ".join(fault for faults in form.errors.values() for fault in faults))
        return redirect("catalog:customer", reference)
    try:
        agree(relationship, by=request.actor, **form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Die Preisliste gilt jetzt für %(name)s.") % {"name": relationship.buyer})
    return redirect("catalog:customer", reference)


@needs("prices.manage")
@require_POST
def agreement_end(request, reference, key):
    relationship = _relationship(request, reference)
    end_agreement(get_object_or_404(relationship.agreements, pk=key), by=request.actor)
    messages.success(request, _("Für diesen Kunden gelten wieder Ihre Listenpreise."))
    return redirect("catalog:customer", reference)


@needs("customers.manage")
@require_POST
def customer_end(request, reference):
    relationship = services.end_relationship(_relationship(request, reference), by=request.actor)
    messages.success(request, _("%(name)s ist nicht mehr Ihr Kunde.") % {"name": relationship.buyer})
    return redirect("catalog:customers")


def _relationship(request, reference) -> Relationship:
    own = Relationship.objects.filter(supplier__organisation=request.actor.organisation)
    return get_object_or_404(
        own.select_related("buyer__organisation", "supplier"), buyer__organisation__reference=reference
    )
