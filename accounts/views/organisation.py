"""The organisation for which a person acts: its data, addresses, history; and switching to another."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.db.models import ProtectedError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import services
from accounts.actor import SESSION_KEY, member_only, needs
from accounts.forms import AddressForm, OrganisationForm, ProfileForm
from accounts.models import Address, JournalEntry, Organisation

PER_PAGE = 50


@login_required
@require_POST
def switch(request, reference):
    """Act for another organisation of mine from here on."""
    organisation = get_object_or_404(Organisation.objects.of(request.user), reference=reference)
    request.session[SESSION_KEY] = organisation.pk
    return redirect("home")


@member_only
def organisation(request):
    """Company data: every member reads, who manages may change."""
    company = request.actor.organisation
    addresses = company.addresses.all()
    return render(request, "accounts/organisation.html", {"organisation": company, "addresses": addresses})


@needs("organisation.manage")
def organisation_edit(request):
    company = request.actor.organisation
    form = OrganisationForm(request.POST or None, instance=Organisation.objects.get(pk=company.pk))
    if form.is_valid():
        services.change_organisation(company, by=request.actor, **form.cleaned_data)
        messages.success(request, _("Die Unternehmensdaten sind gespeichert."))
        return redirect("accounts:organisation")
    return render(request, "accounts/organisation_edit.html", {"form": form})


@needs("organisation.manage")
def address(request, key=None):
    """A new address, or one of ours."""
    company = request.actor.organisation
    place = get_object_or_404(company.addresses, pk=key) if key else Address(organisation=company)
    form = AddressForm(request.POST or None, instance=place)
    if form.is_valid():
        services.save_address(form.save(commit=False), by=request.actor)
        messages.success(request, _("Die Anschrift ist gespeichert."))
        return redirect("accounts:organisation")
    return render(request, "accounts/address.html", {"form": form, "address": place})


@needs("organisation.manage")
@require_POST
def address_remove(request, key):
    place = get_object_or_404(request.actor.organisation.addresses, pk=key)
    try:
        services.remove_address(place, by=request.actor)
        messages.success(request, _("Die Anschrift ist gelöscht."))
    except ProtectedError:
        messages.error(request, _("Von dieser Anschrift aus liefern Sie. Ändern Sie sie, statt sie zu löschen."))
    return redirect("accounts:organisation")


@needs("organisation.manage")
def journal(request):
    """Who did what for the organisation, or to it."""
    entries = JournalEntry.objects.visible_to(request.actor).select_related("user", "organisation")
    page = Paginator(entries, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/journal.html", {"page": page})


@login_required
def profile(request):
    """The person's own name, telephone and language."""
    form = ProfileForm(request.POST or None, instance=request.user)
    if form.is_valid():
        services.save_person(form.save(commit=False))
        messages.success(request, _("Ihr Profil ist gespeichert."))
        return redirect("accounts:profile")
    return render(request, "accounts/profile.html", {"form": form})
