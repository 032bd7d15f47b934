"""A customer's prices as a file; from here on it goes as with any list."""

from dataclasses import replace

from django.shortcuts import get_object_or_404, redirect

from accounts.actor import needs
from catalog.forms_imports import PriceListUpload
from catalog.forms_prices import PriceLineForm
from catalog.imports import service
from catalog.models import PriceList
from catalog.views import price_lists
from catalog.views.import_progress import go_on, posted


def _find(request, reference) -> PriceList:
    lists = PriceList.objects.run_by(request.actor).select_related("supplier")
    return get_object_or_404(lists, reference=reference)


@needs("prices.manage")
@posted("catalog:price-list", _find)
def price_list_upload(request, reference):
    price_list = _find(request, reference)
    form = PriceListUpload(request.POST, request.FILES, lists_are=price_list.supplier.lists_are)
    if not form.is_valid():
        return price_lists.show(request, price_list, PriceLineForm(supplier=price_list.supplier), form)
    said = service.statement_of(price_list.supplier)
    run = service.start_import(
        price_list.supplier, **form.content, by=request.actor, price_list=price_list, key=form.cleaned_data["key"],
        statement=replace(said, prices=form.cleaned_data["prices"] or said.prices),
    )  # fmt: skip
    go_on(run, by=request.actor)
    return redirect("catalog:import", run.reference)
