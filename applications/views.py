"""A company asks to take part: what it is about, the steps, and how it stands."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.services import sides_of
from applications import checks, services
from applications.errors import NotComplete, Refused
from applications.models import Application
from applications.steps import DECLARATION, next_step, steps_of


def start(request):
    """What joining means and costs; anybody may read it."""
    return render(request, "applications/start.html")


@login_required
def mine(request):
    """How my latest application stands; an unfinished one goes on where something is missing."""
    application = Application.objects.made_by(request.user).order_by("-pk").first()
    if application is None or application.status == Application.Status.DRAFT:
        going_on = next_step(application or _draft(request))
        return redirect("applications:step", going_on.name)
    context = {"application": application, "next": next_step(application) if application.is_editable else None}
    return render(request, "applications/application.html", context)


@login_required
def step(request, name):
    """One step of the open application; what is right is kept at each."""
    application = _draft(request, keep=request.method == "POST")
    if not application.is_editable:
        return redirect("applications:mine")
    steps = steps_of(application)
    current = next((each for each in steps if each.name == name), None)
    if current is None:
        raise Http404
    if current is DECLARATION:
        return _declare(request, application, steps)
    form = current.form(request.POST or None, instance=application)
    if request.method == "POST" and _keep(form):
        following = steps_of(application)
        return redirect("applications:step", following[following.index(current) + 1].name)
    return render(request, "applications/step.html", _context(application, steps, current, form))


def _declare(request, application, steps):
    """The last step: read once more, declare, hand in."""
    form = DECLARATION.form(request.POST or None)
    if form.is_valid():
        services.declare(application)
        try:
            services.submit(application, by=request.user)
        except NotComplete as missing:
            messages.error(request, _("Hier fehlt noch etwas."))
            return redirect("applications:step", missing.steps[0].name)
        except Refused as refusal:
            messages.error(request, str(refusal))
        return redirect("applications:mine")
    context = _context(application, steps, DECLARATION, form)
    context["missing"] = [each for each in steps if each is not DECLARATION and not each.is_complete(application)]
    return render(request, "applications/declaration.html", context)


def _draft(request, keep=False):
    """The open application; a new one is written down with the first answers only."""
    company = _second_side(request.actor)
    if keep:
        return services.draft_for(request.user, company)
    existing = Application.objects.made_by(request.user).open().first()
    return existing or services.new_draft(request.user, company)


def _second_side(actor):
    """The organisation that asks for its other side: whoever leads it acts for it here."""
    if actor is None or not actor.may("organisation.manage") or actor.organisation.is_office:
        return None
    return actor.organisation if sides_of(actor.organisation) != {"supplier", "buyer"} else None


def _keep(form) -> bool:
    is_right = form.is_valid()
    form.save_what_is_right()
    return is_right


def _context(application, steps, current, form):
    return {
        "application": application,
        "steps": [each.title for each in steps],
        "number": steps.index(current) + 1,
        "current": current,
        "previous": steps[steps.index(current) - 1] if current is not steps[0] else None,
        "form": form,
        "is_known": bool(checks.duplicates(application)),
    }
