"""Quick order: what is clear goes into the basket, the rest stays on the page with its reason."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import ngettext

from accounts.actor import needs
from orders import services
from orders.errors import OrderError
from orders.forms import QuickOrderForm
from orders.quick_lines import read_lines
from orders.views.basket import sentence


@needs("purchases.make")
def quick(request):
    form = QuickOrderForm(request.POST or None)
    problems = _put(request, form.cleaned_data["lines"]) if request.method == "POST" and form.is_valid() else []
    if request.method == "POST" and form.is_valid() and not problems:
        return redirect("orders:basket")
    if problems:
        form = QuickOrderForm(initial={"lines": "\n".join(line.text for line in problems)})
    return render(request, "orders/quick.html", {"form": form, "problems": problems})


def _put(request, text) -> list:
    """Put what can be put; returns the lines that could not."""
    lines = read_lines(text, request.actor)
    for line in lines:
        try:
            if line.listing:
                services.add_to_basket(line.listing, line.quantity, by=request.actor)
        except OrderError as refusal:
            line.problem = sentence(refusal)
    problems = [line for line in lines if line.problem]
    if put := len(lines) - len(problems):
        text = ngettext("%(n)d Artikel liegt im Warenkorb.", "%(n)d Artikel liegen im Warenkorb.", put)
        messages.success(request, text % {"n": put})
    return problems
