"""The search page, words while typing, and why hits stand in their order."""

from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.vary import vary_on_headers

from search import chips, params, queries, viewer

SORTS = [
    ("relevance", _("Passend")),
    ("price", _("Preis, niedrige zuerst")),
    ("-price", _("Preis, hohe zuerst")),
    ("distance", _("Entfernung")),
    ("name", _("Name")),
]


@vary_on_headers("HX-Request")
def search(request):
    asked = params.read(request.GET)
    answer = queries.search(request.actor, asked)
    context = {"answer": answer, "query": asked.text, "chips": chips.chips(answer), "sorts": SORTS}
    is_part = request.htmx and not request.htmx.history_restore_request
    if not is_part:
        return render(request, "search/search.html", context, status=503 if answer.is_down else 200)
    part = render(request, "search/_results.html", context)
    part["HX-Push-Url"] = f"{request.path}?{asked.as_query()}"  # the address without the form's empty fields
    return part


def complete(request):
    words = queries.complete(request.actor, request.GET.get("q", "")[: params.LONGEST_TEXT])
    return render(request, "search/_words.html", {"words": words})


def order(request):
    """The published weights, as the code has them."""
    return render(request, "search/order.html", {"weights": viewer})
