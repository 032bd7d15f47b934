"""The pages of pictures as a baker meets them."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from oscar.core.loading import get_model
from PIL import Image

from accounts.models import JournalEntry
from catalog import tasks
from catalog.imports import service
from catalog.models import Listing, PictureZip
from catalog.pictures import columns, set_pictures, zips
from tests.catalog.importing import LIST, article, dry_run, imported, kornblum, person
from tests.catalog.pictures.gallery import (
    BLUE,
    GREEN,
    HEAD,
    RED,
    bring,
    fetch_all,
    hanging_at,
    packed,
    stored,
    work_off,
)
from tests.catalog.pictures.servers import serving

pytestmark = pytest.mark.django_db
ProductImage = get_model("catalogue", "ProductImage")


@pytest.fixture
def supplier(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    made = kornblum()
    imported(made, LIST)
    return made


@pytest.fixture
def baker(client, supplier):
    client.force_login(person(supplier, "supplier_owner"))
    return client


def page(client, name, *args, **query) -> str:
    answer = client.get(reverse(f"catalog:{name}", args=args), query)
    assert answer.status_code == 200
    return answer.content.decode()


def send(client, files, name="bilder.zip", **fields):
    upload = SimpleUploadedFile(name, files if isinstance(files, bytes) else packed(files))
    return client.post(reverse("catalog:pictures"), {"file": upload, "key": "K7X2M9Q9"} | fields)


def test_a_zip_is_sent_worked_off_and_undone(baker, supplier):
    answer = send(baker, {"1001.jpg": RED, "1001_2.jpg": BLUE, "IMG_1.jpg": GREEN})
    assert answer.url == reverse("catalog:picture-zip", args=["K7X2M9Q9"])
    waiting = baker.get(answer.url).content.decode()
    assert "0 von 3" in waiting or "1 von 3" in waiting
    zip = PictureZip.objects.get()
    work_off(zip)

    shown = page(baker, "picture-zip", zip.reference)
    assert "2 Bilder sind da" in shown and "1 Artikel hat neue Bilder" in shown and "IMG_1.jpg" in shown
    assert baker.get(reverse("catalog:picture-zip-progress", args=[zip.reference])).headers["HX-Refresh"] == "true"
    assert "wartet auf Sie" in page(baker, "pictures")

    baker.post(reverse("catalog:picture-zip-undo", args=[zip.reference]))
    assert hanging_at(supplier, "1001") == []
    assert "Zurückgenommen" in page(baker, "picture-zip", zip.reference)
    verbs = set(JournalEntry.objects.values_list("verb", flat=True))
    assert {"pictures.uploaded", "pictures.undone"} <= verbs


def test_one_click_twice_is_one_zip(baker):
    data = packed({"1001.jpg": RED})
    assert send(baker, data).url == send(baker, data).url
    assert PictureZip.objects.count() == 1


def test_pictures_without_article_are_seen_and_given_one(baker, supplier):
    taken = bring(supplier, {"IMG_1.jpg": RED, "1002 Brezel.jpg": BLUE})
    row, likely = taken.pictures.get(source="IMG_1.jpg"), taken.pictures.get(source="1002 Brezel.jpg")
    small = baker.get(reverse("catalog:picture-zip-file", args=[taken.reference, row.entry]))
    assert Image.open(io.BytesIO(small.content)).size == (40, 30)
    assert f'name="number-{likely.pk}" value="1002"' in page(baker, "picture-zip", taken.reference)

    url = reverse("catalog:picture-zip-assign", args=[taken.reference])
    said = {f"number-{row.pk}": "4711", f"number-{likely.pk}": "1002", "number-x": "1", "number-99999": "1001"}
    shown = baker.post(url, said, follow=True).content.decode()
    work_off(taken)

    assert "Diese Artikelnummern haben Sie nicht: 4711" in shown and "1 Bild ist zugeordnet" in shown
    assert hanging_at(supplier, "1002") == stored(BLUE)


def field(shown: str, row) -> str:
    return next(part for part in shown.split("<input") if f'name="number-{row.pk}"' in part).partition("</td>")[0]


def test_a_number_that_nobody_has_stays_in_its_field_and_is_marked_there(baker, supplier):
    taken = bring(supplier, {"IMG_1.jpg": RED, "IMG_2.jpg": BLUE, "IMG_3.jpg": GREEN})
    one, two, three = taken.pictures.order_by("entry")
    url = reverse("catalog:picture-zip-assign", args=[taken.reference])

    answer = baker.post(url, {f"number-{one.pk}": "4711", f"number-{two.pk}": "1002", f"number-{three.pk}": ""})

    shown = answer.content.decode()
    assert 'value="4711"' in field(shown, one) and 'aria-invalid="true"' in field(shown, one)
    assert "Diese Artikelnummer haben Sie nicht." in field(shown, one) and "aria-invalid" not in field(shown, three)
    assert "1 Bild ist zugeordnet" in shown and list(answer.context["page"]) == [one, three]
    assert "fortschritt" not in shown  # which would load the page anew and lose what is typed
    assert f'href="{reverse("catalog:picture-zip", args=[taken.reference])}?stand=unmatched#liste"' in shown


def test_numbers_typed_on_one_page_go_along_to_the_next(baker, supplier, monkeypatch):
    monkeypatch.setattr("catalog.views.pictures.PER_PAGE", 1)
    taken = bring(supplier, {"IMG_1.jpg": RED, "IMG_2.jpg": BLUE})
    one, two = taken.pictures.order_by("entry")
    url = reverse("catalog:picture-zip-assign", args=[taken.reference])
    shown = baker.post(url, {f"number-{one.pk}": "1001", "page": "2"}).content.decode()
    assert f'type="hidden" name="number-{one.pk}" value="1001"' in shown and f'name="number-{two.pk}"' in shown
    assert taken.pictures.filter(state="unmatched").count() == 2


def test_a_proposed_article_is_shown_with_its_name(baker, supplier):
    taken = bring(supplier, {"1002 neu.jpg": BLUE})
    assert "1002 Laugenbrezel" in page(baker, "picture-zip", taken.reference)


def test_a_file_that_a_list_names_shows_whose_it_is_until_the_zip_is_taken_back(baker, supplier):
    run = imported(supplier, f"{HEAD}\n1003;Apfelkuchen;Stück;14,50;7;quark.jpg")
    fetch_all(run)
    taken = bring(supplier, {"quark.jpg": RED, "1001.jpg": BLUE, "fehler.jpg": b"x", "1002.jpg": b"x"})
    fetch_all(run)
    of_zip = "picture-zip", taken.reference
    shown = page(baker, *of_zip, stand="kept")
    assert "1003 Apfelkuchen" in shown and "2 Bilder sind da" in shown and "2 Artikel haben neue Bilder" in shown

    baker.post(reverse("catalog:picture-zip-undo", args=[taken.reference]))

    shown = page(baker, *of_zip)
    assert "3 Bilder sind zurückgenommen" in shown and "Zurückgenommen 3" in shown and "Da " not in shown
    assert "Bilder beschreiben" not in shown and "Bilder diesen Artikeln geben" not in shown
    assert "fehlt noch" in page(baker, "import-pictures", run.reference)
    assert 'data-label="Bilder da">0<' in page(baker, "pictures") and 'data-label="offen">–<' in page(baker, "pictures")


def test_open_is_what_somebody_can_still_answer(baker, supplier):
    bring(supplier, {"x.jpg": RED, "liesmich.txt": b"x", "1001.jpg": b"kaputt"})
    assert 'data-label="offen">1<' in page(baker, "pictures")


def test_a_zip_that_brought_nothing_has_nothing_to_take_back(baker, supplier):
    taken = bring(supplier, {"1001.jpg": b"kaputt"})
    shown = page(baker, "picture-zip", taken.reference)
    assert "zurücknehmen" not in shown and "fertig" not in shown and "nicht gelungen" in shown


def test_articles_of_undone_imports_are_not_counted(baker, supplier):
    service.undo_run(imported(supplier, f"{LIST}1004;Stollen;Stück;9,50;7;Kuchen\n"), by=None)
    assert "von 3 Artikeln" in page(baker, "pictures")


def test_a_file_that_is_no_picture_shows_nothing_instead(baker, supplier):
    taken = bring(supplier, {"IMG_1.jpg": b"kein Bild"})
    shown = baker.get(reverse("catalog:picture-zip-file", args=[taken.reference, 0]))
    assert Image.open(io.BytesIO(shown.content)).size == (1, 1)


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"kein zip", "kein Zip, das wir"), (packed({}), "kein Bild"), (packed({"../a.jpg": RED}), "herausführen")],
)
def test_what_cannot_be_read_says_why_and_what_to_do(baker, data, said):
    answer = baker.get(send(baker, data).url).content.decode()
    assert said in answer and "Anderes Zip hochladen" in answer


def test_too_much_is_said_in_the_form(baker, settings):
    settings.PICTURE_ZIP_MAX_BYTES = 2**20
    assert "größer als 1 MB" in send(baker, b"x" * (2**20 + 1)).content.decode()


def test_texts_are_asked_for_written_and_taken_back(baker, supplier):
    articles = [article(supplier, number) for number in ("1001", "1002")]
    set_pictures(zip(articles, stored(RED, BLUE), strict=True))
    one, two = ProductImage.objects.order_by("pk")
    assert "2 Bilder ohne eigenen Text" in page(baker, "picture-texts")

    url = reverse("catalog:picture-texts")
    baker.post(url, {f"text-{one.pk}": "  Kruste\nganz nah ", f"text-{two.pk}": "", "text-9999": "x"})

    one.refresh_from_db()
    assert one.caption == "Kruste ganz nah"
    assert "1 Bild ohne eigenen Text" in page(baker, "picture-texts")
    assert "Kruste ganz nah" in page(baker, "picture-texts", stand="alle")
    baker.post(url, {f"text-{one.pk}": ""})
    assert "2 Bilder ohne eigenen Text" in page(baker, "picture-texts")


def test_texts_typed_on_one_page_go_along_to_the_next(baker, supplier, monkeypatch):
    monkeypatch.setattr("catalog.views.pictures.TEXTS_PER_PAGE", 1)
    set_pictures(zip([article(supplier, number) for number in ("1001", "1002")], stored(RED, BLUE), strict=True))
    one, two = ProductImage.objects.order_by("product__listing__sort_key")
    url = reverse("catalog:picture-texts")
    assert '<button class="lv-btn" name="page" value="2">' in page(baker, "picture-texts")

    shown = baker.post(url, {f"text-{one.pk}": "Kruste", "page": "2"}).content.decode()
    assert f'type="hidden" name="text-{one.pk}" value="Kruste"' in shown and f'name="text-{two.pk}"' in shown
    back = baker.post(url, {f"text-{one.pk}": "Kruste", f"text-{two.pk}": "Salz", "page": "1"}).content.decode()
    assert f'name="text-{one.pk}" value="Kruste" maxlength' in back and 'value="Salz"' in back
    assert not ProductImage.objects.exclude(caption="").exists()

    baker.post(url, {f"text-{one.pk}": "Kruste", f"text-{two.pk}": "Salz"})
    assert ProductImage.objects.exclude(caption="").count() == 2


def test_nobody_writes_on_the_pictures_of_others(baker):
    other = kornblum("Mühle")
    imported(other, LIST)
    set_pictures([(article(other, "1001"), *stored(RED))])
    image = ProductImage.objects.get()
    baker.post(reverse("catalog:picture-texts"), {f"text-{image.pk}": "fremd"})
    image.refresh_from_db()
    assert image.caption == ""


def test_without_a_text_the_article_page_says_the_name_and_shows_all_pictures(client, supplier):
    bring(supplier, {f"1001_{count}.jpg": data for count, data in enumerate((RED, BLUE, GREEN), 1)})
    ProductImage.objects.filter(display_order=1).update(caption="Anschnitt")
    listing = article(supplier, "1001")

    shown = client.get(listing.get_absolute_url()).content.decode()

    assert shown.count('alt="Roggenmischbrot"') == 2 and shown.count('alt="Anschnitt"') == 1


def test_the_edit_page_writes_texts_and_takes_pictures_down(baker, supplier):
    bring(supplier, {"1001.jpg": RED, "1001_2.jpg": BLUE})
    listing = article(supplier, "1001")
    first, second = listing.product.images.all()
    form = baker.get(reverse("catalog:listing-edit", args=[listing.reference])).context["form"]
    fields = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", False)}
    fields = {name: str(value).replace(".", ",") if "," not in str(value) else value for name, value in fields.items()}
    fields |= {"vat_rate": "7.00", "stock_mode": "to_order", "name": "Roggenmischbrot", "article_number": "1001"}

    answer = baker.post(
        reverse("catalog:listing-edit", args=[listing.reference]),
        fields | {"remove": [str(first.pk)], f"text-{second.pk}": "Anschnitt"},
    )

    assert answer.status_code == 302, answer.context["form"].errors
    image = listing.product.images.get()
    assert (image.pk, image.caption, image.display_order) == (second.pk, "Anschnitt", 0)


def test_the_page_of_an_import_tells_of_its_pictures(baker, supplier):
    with serving() as site:
        there, late = site.put("/a.jpg", RED), site.url("/b.jpg")
        text = (
            f"{HEAD}\n1001;Brot;Stück;3,60;7;{there}\n1002;Brezel;Stück;0,49;7;{late}\n1003;Kuchen;Stück;14,50;7;c.jpg"
        )
        bring(supplier, {"1001.jpg": BLUE})
        run = dry_run(supplier, text)
        shown = page(baker, "import", run.reference)
        assert "3 Bilder stehen in der Liste" in shown and "Bei 1 Artikel ersetzen sie" in shown
        assert "Bilder" in page(baker, "import-changes", run.reference)

        run = imported(supplier, text)
        assert "3 werden geholt" in page(baker, "import", run.reference)
        fetch_all(run, site)

    assert "1 Bild ist da, 2 fehlen" in page(baker, "import", run.reference)
    assert "liegt kein Bild mehr" in page(baker, "import-pictures", run.reference)
    assert "c.jpg" in page(baker, "import-pictures", run.reference, stand="awaited")
    assert "Bilder aus Ihren Listen, die fehlen" in page(baker, "pictures")
    shown = baker.post(reverse("catalog:import-pictures-retry", args=[run.reference]), follow=True).content.decode()
    assert "1 Bild wird noch einmal geholt" in shown and run.pictures.filter(state="waiting").count() == 1
    assert "Bilder" in page(baker, "import-changes", run.reference)


def test_lists_cost_the_same_for_one_and_many(baker, supplier):
    def costs(zip):
        of_zip = "picture-zip", zip.reference
        return [cost("pictures"), cost("picture-texts"), cost(*of_zip), cost(*of_zip, stand="kept")]

    def cost(name, *args, **query):
        with CaptureQueriesContext(connection) as asked:
            page(baker, name, *args, **query)
        return len(asked)

    one = costs(bring(supplier, {"1001.jpg": RED, "x.jpg": BLUE}))
    files = {"1001.jpg": GREEN, "1001_2.jpg": BLUE, "1002.jpg": RED, "1003.jpg": RED, "x.jpg": BLUE, "y.jpg": RED}
    assert costs(bring(supplier, files)) == one


def test_who_may_only_look_sees_no_forms(client, supplier):
    client.force_login(person(supplier, "supplier_orders"))
    taken = bring(supplier, {"x.jpg": RED})
    for name, args in (("pictures", []), ("picture-zip", [taken.reference])):
        assert '<button class="lv-btn lv-btn--fill">' not in page(client, name, *args)


def test_the_worker_takes_both_kinds_up(supplier):
    """The jobs by the names under which they are deferred."""
    run = imported(supplier, f"{HEAD}\n1001;Brot;Stück;3,60;7;http://127.0.0.1/a.jpg")
    tasks.fetch_pictures(run=run.pk)
    assert run.pictures.get().reason == "not_public"
    taken = zips.take_zip(supplier, SimpleUploadedFile("a.zip", packed({"1001.jpg": RED})), "a.zip", by=None)
    tasks.keep_pictures(zip=taken.pk)
    assert hanging_at(supplier, "1001") == stored(RED)
    assert columns.fetch_some(run) == 0 and Listing.objects.count() == 3
