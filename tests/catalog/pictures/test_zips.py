"""A zip of pictures: matched by name, kept and hung bit by bit, undone."""

import struct
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from oscar.core.loading import get_model

from catalog.errors import TooLarge
from catalog.models import IncomingPicture, Listing, PicturesBefore, PictureZip
from catalog.pictures import set_picture, zips
from tests.catalog.importing import LIST, article, imported, kornblum
from tests.catalog.pictures.gallery import BLUE, GOLD, GREEN, RED, bring, hanging_at, packed, states, stored, work_off
from tests.orders import region

pytestmark = pytest.mark.django_db
ProductImage = get_model("catalogue", "ProductImage")


@pytest.fixture
def supplier(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    made = kornblum()
    imported(made, LIST)
    return made


def test_files_go_to_the_articles_that_they_are_named_after(supplier):
    bring(supplier, {"Bilder/1001.jpg": RED, "Bilder/1001 (2).JPG": BLUE, "1002-1.jpg": GREEN, "1002_2.png": GOLD})

    assert hanging_at(supplier, "1001") == stored(RED, BLUE)
    assert hanging_at(supplier, "1002") == stored(GREEN, GOLD)
    assert hanging_at(supplier, "1003") == []


def test_pictures_come_in_their_own_order(supplier):
    taken = bring(supplier, {"1001_10.jpg": RED, "1001_2.jpg": BLUE, "1001.jpg": GREEN})
    assert hanging_at(supplier, "1001") == stored(GREEN, BLUE, RED)
    assert {state for state, _ in states(taken).values()} == {"kept"}


def test_what_fits_nothing_is_named_and_never_guessed(supplier):
    taken = bring(supplier, {"IMG_1.jpg": RED, "1001 Brot.jpg": BLUE, "brief.docx": b"x", "foto.heic": b"x"})

    assert states(taken) == {
        "IMG_1.jpg": ("unmatched", "unknown"),
        "1001 Brot.jpg": ("unmatched", "likely"),
        "brief.docx": ("failed", "no_image_file"),
        "foto.heic": ("failed", "heic"),
    }
    assert taken.pictures.get(source="1001 Brot.jpg").proposal == "1001"
    assert hanging_at(supplier, "1001") == []


def test_what_systems_leave_in_a_zip_is_not_mentioned(supplier):
    junk = {"__MACOSX/._1001.jpg": b"x", "._1001.jpg": b"x", ".DS_Store": b"x", "Thumbs.db": b"x", "Bilder/": b""}
    taken = bring(supplier, junk | {"1001.jpg": RED})
    assert states(taken) == {"1001.jpg": ("kept", "")}


def test_the_same_zip_again_changes_nothing(supplier):
    files = {"1001.jpg": RED, "1001_2.jpg": BLUE}
    bring(supplier, files)
    images = list(ProductImage.objects.order_by("pk").values())

    again = bring(supplier, files)

    assert list(ProductImage.objects.order_by("pk").values()) == images
    assert not PicturesBefore.objects.filter(zip=again).exists()


def test_a_form_sent_twice_is_one_zip(supplier):
    data = packed({"1001.jpg": RED})
    one, again, other = (
        zips.take_zip(supplier, ContentFile(sent), "a.zip", by=None, key="K7X2M9Q9") for sent in (data, data, b"other")
    )

    assert one == again and one.upload.reference == "K7X2M9Q9"
    assert other.upload.reference != "K7X2M9Q9"


def test_further_pictures_alone_keep_the_first(supplier):
    bring(supplier, {"1001.jpg": RED, "1001_2.jpg": BLUE})
    bring(supplier, {"1001_2.jpg": GREEN, "1001_3.jpg": GOLD})
    assert hanging_at(supplier, "1001") == stored(RED, GREEN, GOLD)


def test_a_new_first_picture_replaces_them_all_and_texts_stay_with_their_pictures(supplier):
    bring(supplier, {"1001.jpg": RED, "1001_2.jpg": BLUE})
    ProductImage.objects.filter(original=stored(BLUE)[0]).update(caption="Anschnitt")

    bring(supplier, {"1001.jpg": GREEN, "1001_2.jpg": BLUE})

    images = ProductImage.objects.filter(product=article(supplier, "1001").product)
    assert [(image.original.name, image.caption) for image in images] == [
        (stored(GREEN)[0], ""),
        (stored(BLUE)[0], "Anschnitt"),
    ]


def test_two_different_pictures_of_one_name_are_a_doubt_and_equal_ones_are_one(supplier):
    taken = bring(supplier, {"a/1001.jpg": RED, "b/1001.jpg": BLUE, "a/1002.jpg": GREEN, "b/1002.jpg": GREEN})

    assert states(taken) == {
        "a/1001.jpg": ("unmatched", "same_place"),
        "b/1001.jpg": ("unmatched", "same_place"),
        "a/1002.jpg": ("kept", ""),
        "b/1002.jpg": ("failed", "same_again"),
    }
    assert hanging_at(supplier, "1002") == stored(GREEN)


def test_a_person_says_whose_picture_it_is(supplier):
    taken = bring(supplier, {"IMG_1.jpg": RED, "IMG_2.jpg": BLUE, "IMG_3.jpg": GREEN, "1002.jpg": GOLD})
    keys = {row.source: row.pk for row in taken.pictures.all()}
    seller = region.seller(supplier)

    numbers = {keys["IMG_1.jpg"]: "1002", keys["IMG_2.jpg"]: " 1001 ", keys["IMG_3.jpg"]: "4711"}
    assert zips.assign(taken, numbers, by=seller) == (2, ["4711"])
    work_off(taken)

    assert hanging_at(supplier, "1002") == stored(GOLD, RED)
    assert hanging_at(supplier, "1001") == stored(BLUE)


def test_no_more_pictures_than_an_article_shows(supplier, settings):
    settings.PICTURES_PER_ARTICLE = 2
    taken = bring(supplier, {"1001.jpg": RED, "1001_2.jpg": BLUE, "1001_3.jpg": GREEN})
    assert hanging_at(supplier, "1001") == stored(RED, BLUE)
    assert states(taken)["1001_3.jpg"] == ("failed", "too_many")


def test_bytes_decide_what_a_picture_is(supplier):
    taken = bring(supplier, {"1001.jpg": b"<html>kein Bild</html>", "1002.png": RED, "1003": BLUE})

    assert states(taken)["1001.jpg"] == ("failed", "no_picture")
    assert hanging_at(supplier, "1002") == stored(RED)
    assert hanging_at(supplier, "1003") == stored(BLUE)


@pytest.mark.parametrize("path", ["../1001.jpg", "/1001.jpg", "Bilder/../../1001.jpg"])
def test_paths_that_lead_out_are_refused(supplier, path):
    assert bring(supplier, {path: RED}).fault == {"rule": "archive", "params": {"why": "path"}}


def test_bombs_and_zips_in_zips_are_refused(supplier):
    bomb = packed({"1001.jpg": b"\0" * 30_000_000}, zipfile.ZIP_DEFLATED)
    assert bring(supplier, bomb).fault["params"] == {"why": "bomb"}

    inner = bring(supplier, {"mehr.zip": packed({"1001.jpg": RED}), "liste.xlsx": b"x"})
    assert states(inner) == {"mehr.zip": ("failed", "zip_in_zip"), "liste.xlsx": ("failed", "no_image_file")}


def test_a_zip_that_lies_about_a_size_is_read_no_further_than_a_picture(supplier, settings):
    settings.PICTURE_MAX_BYTES = 1000
    data = bytearray(packed({"1001.jpg": b"\0" * 100_000}, zipfile.ZIP_DEFLATED))
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 900)
    taken = bring(supplier, bytes(data))
    assert states(taken)["1001.jpg"][0] == "failed"
    assert bring(supplier, {"1002.jpg": b"\0" * 2000}).pictures.get().reason == "too_large"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no zip",
        packed({}),
        packed({"__MACOSX/a": b"x"}),
        packed({"liesmich.txt": b"x", "liste.csv": b"x"}),
        packed({"1001.jpg": RED})[:-30],
    ],
)
def test_what_is_no_zip_says_so(supplier, data):
    taken = bring(supplier, data)
    assert taken.fault["rule"] in ("broken", "empty_file")
    assert not taken.pictures.exists()


def test_a_zip_beyond_the_limit_is_not_taken(supplier, settings):
    settings.PICTURE_ZIP_MAX_BYTES = 100
    with pytest.raises(TooLarge):
        bring(supplier, {"1001.jpg": RED})
    assert not PictureZip.objects.exists()


@pytest.mark.parametrize("encoding", ["cp437", "utf-8"])
def test_umlauts_come_from_every_system(supplier, encoding):
    """Windows writes cp437, macOS UTF-8, neither says so."""
    Listing.objects.filter(article_number="1003").update(article_number="Käse-Brötchen")
    name = "Käse-Brötchen_2.jpg".encode(encoding)
    data = packed({"x" * len(name): RED}).replace(b"x" * len(name), name)

    bring(supplier, data)

    assert hanging_at(supplier, "Käse-Brötchen") == stored(RED)


def test_said_utf8_is_believed(supplier):
    Listing.objects.filter(article_number="1003").update(article_number="Ä 1/2")
    bring(supplier, {"ä-1-2.jpg": RED})
    assert hanging_at(supplier, "Ä 1/2") == stored(RED)


def test_undo_hangs_what_was_there_and_keeps_and_names_later_edits(supplier):
    set_picture(article(supplier, "1001"), *stored(GOLD), alt="Unser Brot")
    taken = bring(supplier, {"1001.jpg": RED, "1002.jpg": BLUE, "1003.jpg": GREEN})
    set_picture(article(supplier, "1003"), *stored(GOLD))

    zip = zips.undo_zip(taken, by=None)

    assert hanging_at(supplier, "1001") == stored(GOLD)
    assert ProductImage.objects.get(product=article(supplier, "1001").product).caption == "Unser Brot"
    assert hanging_at(supplier, "1002") == []
    assert hanging_at(supplier, "1003") == stored(GOLD)
    assert zip.kept_edits == [["1003", "Apfelkuchen", ["pictures"]]]
    assert zips.undo_zip(zip, by=None).undone_at == zip.undone_at


def test_an_undone_zip_hangs_nothing_any_more(supplier):
    taken = zips.take_zip(supplier, ContentFile(packed({"1001.jpg": RED})), "a.zip", by=None)
    zips.undo_zip(taken, by=None)
    assert zips.keep_some(taken) == 0
    assert hanging_at(supplier, "1001") == []


def test_another_producers_articles_are_never_meant(supplier):
    other = kornblum("Mühle")
    imported(other, LIST.replace("1001", "77"))
    taken = bring(supplier, {"77.jpg": RED})
    assert states(taken) == {"77.jpg": ("unmatched", "unknown")}
    assert hanging_at(other, "77") == []


def test_work_is_done_in_bites_and_no_article_shows_half_of_its_pictures(supplier, monkeypatch):
    monkeypatch.setattr(zips, "BATCH", 2)
    files = {"1001.jpg": RED, "1001_2.jpg": BLUE, "1001_3.jpg": GREEN}
    taken = zips.take_zip(supplier, ContentFile(packed(files)), "a.zip", by=None)

    assert zips.keep_some(taken) == 1
    assert hanging_at(supplier, "1001") == []
    assert zips.keep_some(taken) == 0
    assert hanging_at(supplier, "1001") == stored(RED, BLUE, GREEN)


def test_a_zip_whose_file_is_gone_says_so(supplier):
    taken = zips.take_zip(supplier, ContentFile(packed({"1001.jpg": RED})), "a.zip", by=None)
    taken.upload.file.delete(save=True)
    work_off(taken)
    assert states(taken) == {"1001.jpg": ("failed", "file_gone")}


def test_matching_thousands_of_files_costs_as_many_questions_as_one(supplier):
    def questions(count):
        files = {f"9{number:04}.jpg": b"x" for number in range(count)} | {"1001.jpg": RED}
        with CaptureQueriesContext(connection) as asked:
            zips.take_zip(supplier, ContentFile(packed(files)), "a.zip", by=None)
        return len(asked)

    assert questions(5) == questions(900)
    assert IncomingPicture.objects.count() == 907
