"""Who belongs to an organisation: members, their roles, invitations."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts import services
from accounts.actor import SESSION_KEY, needs
from accounts.adapter import INVITATION_KEY
from accounts.errors import Refused
from accounts.forms import InvitationForm, RolesForm
from accounts.models import Invitation


@needs("organisation.manage")
def members(request):
    """Everybody, and the form that invites one more."""
    organisation = request.actor.organisation
    form = InvitationForm(request.POST or None, organisation=organisation)
    if form.is_valid() and _dare(form, services.invite, organisation, **form.cleaned_data, by=request.actor):
        messages.success(request, _("Die Einladung an %(email)s ist unterwegs.") % form.cleaned_data)
        return redirect("accounts:members")
    people = organisation.memberships.select_related("user").order_by("user__last_name", "user__email")
    invitations = organisation.invitations.filter(accepted_at=None)
    context = {"form": form, "members": people, "invitations": invitations, "open": set(invitations.open())}
    return render(request, "accounts/members.html", context)


@needs("organisation.manage")
def member(request, key):
    """One member's roles."""
    membership = _membership(request, key)
    form = RolesForm(request.POST or None, organisation=membership.organisation, initial={"roles": membership.roles})
    if form.is_valid() and _dare(form, services.change_roles, membership, **form.cleaned_data, by=request.actor):
        messages.success(request, _("Die Rollen von %(person)s sind geändert.") % {"person": membership.user})
        return redirect("accounts:members")
    return render(request, "accounts/member.html", {"form": form, "membership": membership})


@needs("organisation.manage")
@require_POST
def member_remove(request, key):
    membership = _membership(request, key)
    try:
        services.remove_member(membership, by=request.actor)
        messages.success(request, _("%(person)s ist nicht mehr Mitglied.") % {"person": membership.user})
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("home" if membership.user == request.user else "accounts:members")


@needs("organisation.manage")
@require_POST
def invitation_withdraw(request, key):
    pending = request.actor.organisation.invitations.filter(accepted_at=None)
    services.withdraw_invitation(get_object_or_404(pending, pk=key), by=request.actor)
    messages.success(request, _("Die Einladung ist zurückgezogen."))
    return redirect("accounts:members")


def invitation(request, token):
    """What the link of an invitation opens; it also opens a closed sign-up for whoever holds it."""
    found = get_object_or_404(Invitation.objects.open().select_related("organisation", "invited_by"), token=token)
    if not request.user.is_authenticated:
        request.session[INVITATION_KEY] = token
    is_other = request.user.is_authenticated and request.user.email.casefold() != found.email.casefold()
    return render(request, "accounts/invitation.html", {"invitation": found, "is_other": is_other})


@login_required
@require_POST
def invitation_accept(request, token):
    try:
        organisation = services.accept_invitation(token, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("home")
    request.session[SESSION_KEY] = organisation.pk
    messages.success(request, _("Sie gehören jetzt zu %(company)s.") % {"company": organisation})
    return redirect("home")


def _membership(request, key):
    return get_object_or_404(request.actor.organisation.memberships.select_related("user"), pk=key)


def _dare(form, verb, *args, **kwargs) -> bool:
    """Call the verb; what it refuses becomes a fault of the form."""
    try:
        verb(*args, **kwargs)
    except Refused as refusal:
        form.add_error(None, str(refusal))
    return form.is_valid()
