"""What people see when a request fails; the texts are in templates named by the status code."""

from django.shortcuts import render


def csrf_failure(request, reason=""):
    """The form is too old or came from elsewhere; nothing was done."""
    return render(request, "403_csrf.html", status=403)
