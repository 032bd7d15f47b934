"""The Amt's queue: who wants to take part, what the checks say, and the three answers."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.errors import Refused
from accounts.models import JournalEntry
from applications import checks, services
from applications.models import Application
from office.desk import desk
from office.forms import AnswerForm, QueueForm

PER_PAGE = 25


@desk("applications.decide")
def queue(request):
    """What waits, the oldest first; with another choice what was answered."""
    form = QueueForm(request.GET)
    seen = Application.objects.visible_to(request.actor).select_related("applicant")
    found = form.narrow(seen)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "office/applications.html", {"form": form, "page": page})


@desk("applications.decide")
def application(request, reference):
    """One application with everything that speaks for and against it; sending back is done here."""
    case = _case(request, reference)
    form = AnswerForm(request.POST or None)
    if form.is_valid() and _dare(request, services.send_back, case, form.cleaned_data["answer"]):
        messages.success(request, _("Der Antrag ging mit Ihrer Nachricht zurück."))
        return redirect("office:applications")
    return render(request, "office/application.html", _findings(case) | {"form": form})


@desk("applications.decide")
@require_POST
def admit(request, reference):
    case = _case(request, reference)
    if _dare(request, services.admit, case):
        messages.success(request, _("%(name)s ist aufgenommen.") % {"name": case.name})
        return redirect("office:applications")
    return redirect("office:application", reference)


@desk("applications.decide")
def refuse(request, reference):
    """A refusal cannot be taken back, so it has a page of its own."""
    case = _case(request, reference)
    form = AnswerForm(request.POST or None)
    if form.is_valid() and _dare(request, services.refuse, case, form.cleaned_data["answer"]):
        messages.success(request, _("Der Antrag von %(name)s ist abgelehnt.") % {"name": case.name})
        return redirect("office:applications")
    return render(request, "office/refuse.html", {"application": case, "form": form})


def _case(request, reference):
    return get_object_or_404(Application.objects.visible_to(request.actor), reference=reference)


def _findings(case):
    matches = checks.duplicates(case)
    return {
        "application": case,
        "matches": matches,
        "is_known": any(match.is_member for match in matches),
        "same_names": checks.same_names(case),
        "remarks": checks.remarks(case),
        "entries": JournalEntry.objects.about(case).select_related("user"),
    }


def _dare(request, verb, *args) -> bool:
    try:
        verb(*args, by=request.actor)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    return True
