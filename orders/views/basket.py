"""The basket page and all that changes it; htmx gets the page's part as answer, others a redirect."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from django_htmx.http import HttpResponseClientRedirect, trigger_client_event

from accounts.actor import needs
from catalog.models import Listing
from catalog.money import cents
from catalog.pictures import first_pictures
from catalog.pricing import prices_for
from catalog.unit_words import unit_word
from orders import services
from orders.errors import OrderError, Scarce, Unfit
from orders.forms import DeliveryForm
from orders.quantities import read_quantity
from orders.slips import orderable, slips_of, total_of
from orders.suggestions import often_bought
from orders.week import delivery_week
from suppliers.models import Supplier

CHANGED = "basket-changed"


@needs("purchases.make")
def basket(request):
    return render(request, "orders/basket.html", _facts(request))


def _facts(request) -> dict:
    """What the page shows; pictures and suggestions hang on lines and slips."""
    own = services.basket_of(request.actor)
    slips = slips_of(own)
    pictures = first_pictures([line.listing for slip in slips for line in slip.lines])
    often = often_bought(request.actor, slips)
    for slip in slips:
        slip.often = often.get(slip.supplier.pk, [])
        for line in slip.lines:
            line.picture = pictures.get(line.listing.product_id)
    ready = orderable(slips)
    return {
        "basket": own,
        "slips": slips,
        "ready": ready,
        "waiting": [slip for slip in slips if not slip.is_orderable],
        "total": total_of(ready),
        "count": sum(len(slip.lines) for slip in slips),
        "address": slips[0].address if slips else own.address,
        "week": delivery_week(slips),
    }


def summary(request):
    """The header's word on the basket, asked for by htmx: number of articles and their net sum, as Oscar adds them."""
    if not request.basket:
        return render(request, "_basket_summary.html", {"count": 0})
    lines = request.basket.all_lines()
    return render(request, "_basket_summary.html", {"count": len(lines), "net": cents(request.basket.total_excl_tax)})


def add(request):
    """POST puts an article into the basket. A visitor logs in and comes back (GET) to one button, nothing lost."""
    if not request.user.is_authenticated:
        return _to_login(request, request.POST or request.GET)
    return _put(request) if request.method == "POST" else _ask(request)


def _to_login(request, wanted):
    facts = {name: wanted.get(name, "") for name in ("listing", "quantity")}
    answer = redirect_to_login(f"{reverse('orders:basket-add')}?{urlencode(facts)}")
    return HttpResponseClientRedirect(answer.url) if request.htmx else answer


@needs("purchases.make")
def _ask(request):
    listing = _listing(request, request.GET.get("listing", ""))
    quantity = read_quantity(request.GET.get("quantity", "")) or listing.minimum
    [price] = prices_for(getattr(request.actor.organisation, "buyer", None), [(listing, quantity)])
    return render(request, "orders/add.html", {"listing": listing, "quantity": quantity, "price": price})


@needs("purchases.make")
def _put(request):
    listing = _listing(request, request.POST.get("listing", ""))
    quantity = read_quantity(request.POST.get("quantity", ""))
    before = _lying(request, listing)
    try:
        if quantity is None:
            raise Unfit(listing, quantity, [listing.minimum])
        line = services.add_to_basket(listing, quantity, by=request.actor)
        undo = reverse("orders:basket-put-back", args=[listing.reference, before])
        messages.success(request, _in_the_basket(line), extra_tags=undo)
    except OrderError as refusal:
        messages.warning(request, sentence(refusal))
    if request.htmx:
        return trigger_client_event(render(request, "_messages.html"), CHANGED)
    return redirect(_back(request, "orders:basket"))


def _listing(request, reference) -> Listing:
    return get_object_or_404(Listing.objects.visible_to(request.actor).with_product(), reference=reference)


def _lying(request, listing):
    """How much of an article lies in the basket already."""
    line = services.basket_of(request.actor).lines.filter(listing=listing).first()
    return line.quantity if line else 0


def _in_the_basket(line) -> str:
    return _("%(quantity)s %(name)s im Warenkorb.") % {
        "quantity": amount_of(line.listing, line.quantity),
        "name": line.listing.name,
    }


def amount_of(listing, quantity) -> str:
    return f"{quantity.normalize():f} {unit_word(listing.unit, quantity)}"


def sentence(refusal: OrderError) -> str:
    """A refusal and the way out."""
    match refusal:
        case Unfit(listing=listing, nearest=offers):
            choices = [amount_of(listing, offer) for offer in offers]
            return f"{refusal} " + _("Möglich sind %(choices)s.") % {"choices": _(" oder ").join(choices)}
        case Scarce(listing=listing, left=left):
            return f"{refusal} " + _("Verfügbar: %(left)s.") % {"left": amount_of(listing, left)}
    return str(refusal)


def _back(request, default):
    """Where the form came from, if that is a page of ours."""
    target = request.POST.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}) else default


@require_POST
@needs("purchases.make")
def change(request, reference):
    """Set the quantity of a line; 0 takes it out and leaves the way back. One that is gone already is no fault."""
    lines = services.basket_of(request.actor).lines.select_related("listing__product")
    line = lines.filter(listing__reference=reference).first()
    removed = line is None
    try:
        removed = removed or _set(request, line, request.POST.get("quantity", ""))
    except OrderError as refusal:
        messages.warning(request, sentence(refusal))
    return answer(request, removed)


def _set(request, line, text) -> bool:
    """Change or remove; whether the line is gone."""
    if text.strip() in {"0", ""}:
        undo = reverse("orders:basket-put-back", args=[line.listing.reference, line.quantity])
        services.remove_line(line, by=request.actor)
        messages.success(request, _("„%(name)s“ ist entfernt.") % {"name": line.listing.name}, extra_tags=undo)
        return True
    quantity = read_quantity(text)
    if quantity is None:
        raise Unfit(line.listing, quantity, [line.listing.minimum])
    services.change_quantity(line, quantity, by=request.actor)
    return False


@require_POST
@needs("purchases.make")
def put_back(request, reference, quantity):
    """The way back: so much of the article as before, 0 for none."""
    listing = _listing(request, reference)
    line = services.basket_of(request.actor).lines.filter(listing=listing).first()
    wanted = read_quantity(quantity)
    try:
        if line and wanted:
            services.change_quantity(line, wanted, by=request.actor)
        elif line:
            services.remove_line(line, by=request.actor)
        elif wanted:
            services.add_to_basket(listing, wanted, by=request.actor)
    except OrderError as refusal:
        messages.warning(request, sentence(refusal))
    return redirect("orders:basket")


@require_POST
@needs("purchases.make")
def delivery(request, slug):
    """Day or pickup, and a note, for one supplier."""
    supplier = get_object_or_404(Supplier, slug=slug)
    form = DeliveryForm(request.POST)
    if form.is_valid():
        services.choose_delivery(services.basket_of(request.actor), supplier, by=request.actor, **form.wish())
    return answer(request)


@require_POST
@needs("purchases.make")
def prices(request, slug):
    supplier = get_object_or_404(Supplier, slug=slug)
    services.take_new_prices(services.basket_of(request.actor), supplier, by=request.actor)
    return answer(request)


def answer(request, removed=False) -> HttpResponse:
    """The basket after a change; `removed`: the field that had the focus is gone, the heading takes it."""
    if not request.htmx:
        return redirect("orders:basket")
    facts = _facts(request) | {"is_part": True, "removed": removed}
    return trigger_client_event(render(request, "orders/_basket.html", facts), CHANGED)
