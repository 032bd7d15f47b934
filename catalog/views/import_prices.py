"""A customer's prices as a file."""

from dataclasses import replace

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from accounts.actor import needs
from catalog.forms_imports import PriceListUpload
from catalog.imports.agreed import import_price_list
from catalog.imports.messages import sentence
from catalog.imports.review import params_of
from catalog.imports.service import statement_of
from catalog.models import ImportRun, PriceList

SHOWN = 200


@needs("prices.manage")
@require_POST
def price_list_upload(request, reference):
    price_list = get_object_or_404(
        PriceList.objects.run_by(request.actor).select_related("supplier"), reference=reference
    )
    form = PriceListUpload(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, " ".join(" ".join(faults) for faults in form.errors.values()))
        return redirect("catalog:price-list", reference)
    said = statement_of(price_list.supplier)
    said = replace(said, prices=form.cleaned_data["prices"] or said.prices)
    file = form.cleaned_data["file"]
    result = import_price_list(price_list, file.read(), file.name, by=request.actor, statement=said)
    context = {
        "price_list": price_list,
        "result": result,
        "fault": _fault(result.run),
        "unknown": result.unknown[:SHOWN],
        "open": [(finding, sentence(finding.rule, params_of(finding))) for finding in result.open[:SHOWN]],
    }
    return render(request, "catalog/imports/price_list.html", context)


def _fault(run: ImportRun) -> str:
    if run.status != ImportRun.Status.UNREADABLE:
        return ""
    return sentence(run.fault["rule"], run.fault["params"])
