"""Pictures: a zip of them, what became of each, texts for them, and those that a list names."""

from collections.abc import Collection

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control

from accounts.actor import needs
from catalog.errors import TooLarge
from catalog.forms_pictures import ZipForm, answers
from catalog.models import PictureZip
from catalog.pictures import columns, overview, texts, words, zips
from catalog.views.import_progress import find_run, posted
from suppliers.models import Supplier

PER_PAGE = 50
TEXTS_PER_PAGE = 20
NOTHING = bytes.fromhex("524946461a000000574542505650384c0d0000002f00000010071011118888fe0700")  # 1 clear pixel


def find_zip(request, reference) -> PictureZip:
    found = PictureZip.objects.run_by(request.actor).select_related("upload__by", "supplier")
    return get_object_or_404(found, upload__reference=reference)


def _page_of(request) -> str | None:
    """Forms turn their pages with buttons, so that what is typed goes along."""
    return request.POST.get("page") or request.GET.get("page")


def _elsewhere(said: dict[int, str], page) -> dict[int, str]:
    """What was typed on other pages."""
    here = {row.pk for row in page}
    return {key: text for key, text in said.items() if key not in here}


def _pictures_of(request, origin) -> dict:
    """One page of the pictures that a zip or an import brought, in the state asked for, each with its reason."""
    state, found = overview.by_state(origin.pictures.all(), request.GET.get("stand", ""))
    page = Paginator(found, PER_PAGE).get_page(_page_of(request))
    return {
        "may_edit": request.actor.may("catalog.edit"),
        "progress": overview.progress(origin),
        "state": state,
        "page": page,
        "rows": [(row, words.REASONS.get(row.reason, "")) for row in page],
    }


@needs("catalog.view")
def pictures(request):
    """How the shop stands, the form for the next zip, and what came before."""
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    form = ZipForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _take(request, supplier, form)
    found = PictureZip.objects.run_by(request.actor).select_related("upload__by")
    page = Paginator(found, 20).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "shop": overview.shop(supplier),
        "page": page,
        "zips": overview.of_zips(page),
        "runs": overview.failed_in_lists(supplier)[:5],
        "may_edit": request.actor.may("catalog.edit"),
    }
    return render(request, "catalog/pictures/pictures.html", context)


@needs("catalog.edit")
def _take(request, supplier, form):
    file = form.cleaned_data["file"]
    try:
        taken = zips.take_zip(supplier, file, file.name, by=request.actor, key=form.cleaned_data["key"])
    except TooLarge as refusal:
        limit = refusal.limit // 2**20
        messages.error(request, _("Das ist mehr, als wir annehmen: %(limit)s MB.") % {"limit": limit})
        return redirect("catalog:pictures")
    return redirect("catalog:picture-zip", taken.reference)


@needs("catalog.view")
def picture_zip(request, reference):
    """Where each file of the zip went; what has no article can be given one here."""
    return _zip_page(request, find_zip(request, reference), {})


def _zip_page(request, zip, said: dict[int, str], unknown: Collection[str] = ()):
    """`said`: numbers typed for its open pictures, `unknown`: those among them that no article has."""
    context = _pictures_of(request, zip)
    open_ones = context["page"] if context["state"] == "unmatched" else ()
    proposed = overview.proposed(zip.supplier, open_ones)
    for row in open_ones:
        row.proposed = proposed.get(row.proposal)
        row.typed = said.get(row.pk, row.proposal)
        row.is_unknown = row.typed.strip() in unknown
    context |= {
        "zip": zip,
        "fault": words.fault(zip.fault) if zip.fault else "",
        "hung": overview.articles_of(zip),
        "may_undo": zip.may_undo and not context["progress"].is_fruitless,
        "elsewhere": _elsewhere(said, context["page"]),
    }
    return render(request, "catalog/pictures/zip.html", context)


@needs("catalog.view")
def picture_zip_progress(request, reference):
    """Asked by the page every two seconds; ready means: load the page anew."""
    return _progress(request, find_zip(request, reference))


def _progress(request, origin):
    progress = overview.progress(origin)
    if not progress.waiting:
        return HttpResponse(headers={"HX-Refresh": "true"})
    return render(request, "catalog/pictures/_progress.html", {"progress": progress})


@needs("catalog.view")
@cache_control(private=True, max_age=3600)
def picture_zip_file(request, reference, entry):
    """A file of the zip in small, so that one sees whose picture it is; only the supplier gets it."""
    zip = find_zip(request, reference)
    small = zips.preview(get_object_or_404(zip.pictures, entry=entry))
    return HttpResponse(small or NOTHING, content_type="image/webp")


@needs("catalog.edit")
@posted("catalog:picture-zip", find_zip)
def picture_zip_assign(request, reference):
    """Article numbers for files that had none; what nobody has stays in its field, the others are taken."""
    zip = find_zip(request, reference)
    said = answers(request.POST, "number-")
    if "page" in request.POST:
        return _zip_page(request, zip, said)
    filled = {key: number for key, number in said.items() if number.strip()}
    count, unknown = zips.assign(zip, filled, by=request.actor)
    if unknown:
        text = _("Diese Artikelnummern haben Sie nicht: %(numbers)s")
        messages.warning(request, text % {"numbers": ", ".join(unknown)})
    if count:
        text = ngettext("%(n)s Bild ist zugeordnet.", "%(n)s Bilder sind zugeordnet.", count)
        messages.success(request, text % {"n": count})
    return _zip_page(request, zip, said, unknown) if unknown else redirect("catalog:picture-zip", reference)


@needs("catalog.edit")
@posted("catalog:picture-zip", find_zip)
def picture_zip_undo(request, reference):
    zip = zips.undo_zip(find_zip(request, reference), by=request.actor)
    if zip.undone_at:
        messages.success(request, _("Die Bilder sind wieder wie vorher."))
    return redirect("catalog:picture-zip", reference)


@needs("catalog.edit")
def picture_texts(request):
    """What is on the pictures, twenty at a time; those that have a text now make room for the next."""
    supplier = get_object_or_404(Supplier.objects.run_by(request.actor))
    said = answers(request.POST, "text-")
    if request.method == "POST" and "page" not in request.POST:
        count = texts.write_texts(supplier, said, by=request.actor)
        text = ngettext("%(n)s Bildtext ist gespeichert.", "%(n)s Bildtexte sind gespeichert.", count)
        messages.success(request, text % {"n": count})
        return redirect(request.get_full_path())
    everything = request.GET.get("stand") == "alle"
    found = texts.pictures_of(supplier, untold=not everything)
    page = Paginator(found, TEXTS_PER_PAGE).get_page(_page_of(request))
    for image in page:
        image.typed = said.get(image.pk, image.caption)
    counts = {name: texts.pictures_of(supplier, untold=name == "untold").count() for name in ("all", "untold")}
    context = {
        "page": page,
        "everything": everything,
        "counts": counts,
        "longest": texts.LONGEST,
        "elsewhere": _elsewhere(said, page),
    }
    return render(request, "catalog/pictures/texts.html", context)


# Pictures that a list names ---------------------------------------------------------------------------------


@needs("catalog.view")
def import_pictures(request, reference):
    """Each picture of an import: there, on its way, or why not."""
    run = find_run(request, reference)
    return render(request, "catalog/pictures/run.html", {"run": run} | _pictures_of(request, run))


@needs("catalog.view")
def import_pictures_progress(request, reference):
    return _progress(request, find_run(request, reference))


@needs("catalog.edit")
@posted("catalog:import-pictures", find_run)
def import_pictures_retry(request, reference):
    run = find_run(request, reference)
    count = columns.try_again(run, everything="everything" in request.POST)
    text = ngettext("%(n)s Bild wird noch einmal geholt.", "%(n)s Bilder werden noch einmal geholt.", count)
    messages.success(request, text % {"n": count})
    return redirect("catalog:import-pictures", reference)
