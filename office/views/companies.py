"""The members of the network: search, export, one company, and shutting it out."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.errors import Refused
from accounts.models import Organisation
from accounts.services import invite_owner
from applications.models import Application
from catalog.models import Listing
from office.companies import COLUMNS, members, row, sides_of
from office.desk import as_csv, desk
from office.forms import AnswerForm, CompaniesForm, OwnerForm
from suppliers import services

PER_PAGE = 50


@desk("office.view")
def companies(request):
    form = CompaniesForm(request.GET)
    page = Paginator(form.narrow(members()), PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "office/companies.html", {"form": form, "page": page})


@desk("office.view")
def companies_csv(request):
    """The same companies as a file."""
    found = CompaniesForm(request.GET).narrow(members())
    return as_csv("betriebe", [str(column) for column in COLUMNS], map(row, found))


@desk("office.view")
def company(request, reference):
    """What the Amt knows of a member: its data, people and standing, never its trade."""
    organisation = _company(reference)
    supplier = getattr(organisation, "supplier", None)
    context = {
        "organisation": organisation,
        "supplier": supplier,
        "online": Listing.objects.findable().filter(supplier=supplier).count() if supplier else 0,
        "owner_form": OwnerForm(),
        "people": organisation.memberships.select_related("user").order_by("pk"),
        "applications": Application.objects.visible_to(request.actor).filter(organisation=organisation),
    }
    return render(request, "office/company.html", context)


@desk("applications.decide")
@require_POST
def invite(request, reference):
    """The first person of a company that was entered without one."""
    organisation = _company(reference)
    form = OwnerForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Bitte geben Sie eine E-Mail-Adresse an."))
        return redirect("office:company", reference)
    try:
        invite_owner(organisation, form.cleaned_data["email"], sides_of(organisation), by=request.actor)
        messages.success(request, _("Die Einladung an %(email)s ist unterwegs.") % form.cleaned_data)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("office:company", reference)


@desk("members.suspend")
def suspend(request, reference):
    """Shutting out has a page of its own: the reason goes to the company as it stands."""
    organisation = _company(reference)
    form = AnswerForm(request.POST or None)
    if form.is_valid():
        services.suspend(organisation, form.cleaned_data["answer"], by=request.actor)
        messages.success(request, _("%(name)s ist gesperrt.") % {"name": organisation})
        return redirect("office:company", reference)
    return render(request, "office/suspend.html", {"organisation": organisation, "form": form})


@desk("members.suspend")
@require_POST
def resume(request, reference):
    organisation = services.resume(_company(reference), by=request.actor)
    messages.success(request, _("%(name)s ist wieder freigegeben.") % {"name": organisation})
    return redirect("office:company", reference)


def _company(reference) -> Organisation:
    return get_object_or_404(members(), reference=reference)
