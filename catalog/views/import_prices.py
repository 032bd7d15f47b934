"""A customer's prices as a file; from here on it goes as with any list."""

from dataclasses import replace

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from accounts.actor import needs
from catalog.forms_imports import PriceListUpload
from catalog.imports import service
from catalog.models import PriceList
from catalog.views.import_progress import go_on


@needs("prices.manage")
@require_POST
def price_list_upload(request, reference):
    lists = PriceList.objects.run_by(request.actor).select_related("supplier")
    price_list = get_object_or_404(lists, reference=reference)
    form = PriceListUpload(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, " ".join(" ".join(faults) for faults in form.errors.values()))
        return redirect("catalog:price-list", reference)
    said = service.statement_of(price_list.supplier)
    run = service.start_import(
        price_list.supplier, **form.content, by=request.actor, price_list=price_list, key=form.cleaned_data["key"],
        statement=replace(said, prices=form.cleaned_data["prices"] or said.prices),
    )  # fmt: skip
    go_on(run, by=request.actor)
    return redirect("catalog:import", run.reference)
