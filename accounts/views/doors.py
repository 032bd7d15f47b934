"""Small doors: the demo's mailbox, and the way into the editors' admin."""

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import render

from accounts import mail


def mailbox(request):
    """The mails that the demo wrote into its folder, newest first."""
    _only_in_the_demo()
    address = request.GET.get("an", "").strip()
    return render(request, "accounts/mailbox.html", {"letters": mail.letters(address), "address": address})


def letter(request, name):
    _only_in_the_demo()
    found = mail.letter(name)
    if found is None:
        raise Http404
    return render(request, "accounts/letter.html", {"letter": found})


def desk_login(request):
    """Where Wagtail sends whoever may not enter its admin: strangers hear 404, all others may sign in."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.GET.get("next", "/cms/"), settings.LOGIN_URL)


def _only_in_the_demo():
    if not settings.DEMO:
        raise Http404
