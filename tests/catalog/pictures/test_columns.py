"""Pictures that a list names: fetched after the commit from a real server, once, and taken back with the run."""

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from oscar.core.loading import get_model

from catalog.imports import service
from catalog.models import ImportRun, IncomingPicture, PicturesBefore, PictureZip
from catalog.pictures import columns, keep_picture, overview, set_picture, zips
from tests.catalog.importing import article, dry_run, imported, kornblum
from tests.catalog.pictures.gallery import (
    BLUE,
    GOLD,
    GREEN,
    HEAD,
    RED,
    bring,
    fetch_all,
    hanging_at,
    packed,
    rules_for,
    states,
    stored,
    work_off,
)  # fmt: skip
from tests.catalog.pictures.servers import serving

pytestmark = pytest.mark.django_db
ProductImage = get_model("catalogue", "ProductImage")


@pytest.fixture
def site():
    with serving() as made:
        yield made


@pytest.fixture
def supplier(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return kornblum()


def listing_of(*pictures: str) -> str:
    lines = [f"{1001 + at};Ware {at};Stück;3,{at}0;7;{said}" for at, said in enumerate(pictures)]
    return "\n".join([HEAD, *lines])


def fetched(supplier, site, *pictures) -> ImportRun:
    run = imported(supplier, listing_of(*pictures))
    fetch_all(run, site)
    return run


def test_pictures_come_after_the_commit_in_the_order_of_the_list(supplier, site):
    one, two, three = site.put("/a.jpg", RED), site.put("/b.jpg", BLUE), site.put("/c", GREEN, Content_Type="text/html")
    run = imported(supplier, listing_of(f"{one}, {two}", three))
    assert (hanging_at(supplier, "1001"), site.asked) == ([], [])

    fetch_all(run, site)

    assert hanging_at(supplier, "1001") == stored(RED, BLUE)
    assert hanging_at(supplier, "1002") == stored(GREEN)
    assert set(states(run).values()) == {("kept", "")}


def test_an_unchanged_list_fetches_and_writes_nothing(supplier, site):
    one = site.put("/a.jpg", RED)
    fetched(supplier, site, one)
    rows, images = IncomingPicture.objects.count(), list(ProductImage.objects.values())

    again = fetched(supplier, site, one)

    assert (again.counts["unchanged"], again.pictures.count()) == (1, 0)
    assert (IncomingPicture.objects.count(), list(ProductImage.objects.values())) == (rows, images)
    assert site.asked == ["/a.jpg"]


def test_an_address_known_from_an_earlier_list_is_not_fetched_again(supplier, site):
    one, two = site.put("/a.jpg", RED), site.put("/b.jpg", BLUE)
    fetched(supplier, site, one)

    again = fetched(supplier, site, f"{two}, {one}", one)

    assert hanging_at(supplier, "1001") == stored(BLUE, RED)
    assert hanging_at(supplier, "1002") == stored(RED)
    assert site.asked == ["/a.jpg", "/b.jpg"]
    assert (again.counts["updated"], again.counts["created"]) == (1, 1)


def test_another_address_alone_makes_a_row_changed(supplier, site):
    one, two = site.put("/a.jpg", RED), site.put("/b.jpg", BLUE)
    fetched(supplier, site, one, one)
    run = dry_run(supplier, listing_of(one, two))
    assert (run.counts["unchanged"], run.counts["updated"]) == (1, 1)


def test_no_address_says_nothing_about_pictures(supplier, site):
    one = site.put("/a.jpg", RED)
    fetched(supplier, site, one, one)
    fetched(supplier, site, "", one)
    assert hanging_at(supplier, "1001") == stored(RED)


def test_failures_have_reasons_and_what_came_is_shown(supplier, site):
    good, html = site.put("/a.jpg", RED), site.put("/seite", b"<html>")
    run = fetched(
        supplier, site, f"{site.url('/weg.jpg')}, {good}", html, "http://10.0.0.1/a.jpg", "ftp://x.example/a.jpg"
    )

    said = {source.rpartition("/")[2] + "|" + reason: state for source, (state, reason) in states(run).items()}
    assert said == {"weg.jpg|not_there": "failed", "a.jpg|": "kept", "seite|no_picture": "failed",
                    "a.jpg|port": "failed", "a.jpg|address": "failed"}  # fmt: skip
    assert hanging_at(supplier, "1001") == stored(RED)


def test_without_leave_our_own_network_is_not_asked(supplier, site):
    """As the worker does it: the rule is the real one."""
    address = f"http://127.0.0.1/{site.port}.jpg"
    run = fetched(supplier, None, address, "http://localhost/a.jpg", "http://169.254.169.254/latest/")
    assert {reason for _, reason in states(run).values()} == {"not_public"}


def test_failed_ones_are_fetched_again_on_demand(supplier, site):
    late = site.url("/a.jpg")
    run = fetched(supplier, site, late)
    assert states(run) == {late: ("failed", "not_there")}
    site.put("/a.jpg", RED)

    assert columns.try_again(run) == 1
    fetch_all(run, site)

    assert hanging_at(supplier, "1001") == stored(RED)
    assert columns.try_again(run) == 0


def test_an_address_that_shows_another_picture_by_now_is_fetched_on_demand(supplier, site):
    one, two = site.put("/a.jpg", RED), site.put("/b.jpg", BLUE)
    run = fetched(supplier, site, one, two)
    site.put("/a.jpg", GREEN)
    del site.answers["/b.jpg"]

    assert columns.try_again(run, everything=True) == 2
    fetch_all(run, site)

    assert [hanging_at(supplier, number) for number in ("1001", "1002")] == [stored(GREEN), stored(BLUE)]
    assert set(states(run).values()) == {("kept", "")}


def test_pictures_of_a_person_since_the_import_are_not_covered(supplier, site):
    one, late = site.put("/a.jpg", RED), site.url("/b.jpg")
    run = fetched(supplier, site, f"{one}, {late}")
    set_picture(article(supplier, "1001"), *stored(GOLD))
    site.put("/b.jpg", BLUE)

    columns.try_again(run)
    fetch_all(run, site)

    assert hanging_at(supplier, "1001") == stored(GOLD)


def test_undo_brings_the_pictures_back_that_were_there(supplier, site):
    one, two, three = site.put("/a.jpg", RED), site.put("/b.jpg", BLUE), site.put("/c.jpg", GREEN)
    fetched(supplier, site, one, one, one)
    ProductImage.objects.filter(product=article(supplier, "1001").product).update(caption="Kruste")
    run = fetched(supplier, site, f"{two}, {three}", two, two)
    set_picture(article(supplier, "1003"), *stored(GOLD))

    run = service.undo_run(run, by=None)

    assert [hanging_at(supplier, number) for number in ("1001", "1002", "1003")] == [
        stored(RED), stored(RED), stored(GOLD),
    ]  # fmt: skip
    assert ProductImage.objects.get(product=article(supplier, "1001").product).caption == "Kruste"
    assert run.kept_edits == [["1003", "Ware 2", ["pictures"]]]
    again = fetched(supplier, site, two, one, one)
    assert (again.counts["updated"], hanging_at(supplier, "1001")) == (1, stored(BLUE))


def test_undo_of_a_first_import_stops_what_was_to_come(supplier, site):
    run = imported(supplier, listing_of(site.put("/a.jpg", RED)))
    service.undo_run(run, by=None)
    fetch_all(run, site)
    assert (site.asked, hanging_at(supplier, "1001"), PicturesBefore.objects.count()) == ([], [], 0)


def test_an_undo_while_a_picture_is_on_its_way_wins(supplier, site, monkeypatch):
    run = imported(supplier, listing_of(site.put("/a.jpg", RED)))
    get = columns._get

    def undone_meanwhile(*what):
        got = get(*what)
        service.undo_run(run, by=None)
        return got

    monkeypatch.setattr(columns, "_get", undone_meanwhile)
    columns.fetch_some(run, rules_for(site))

    assert (site.asked, hanging_at(supplier, "1001")) == (["/a.jpg"], [])


def test_file_names_wait_for_a_zip(supplier, site):
    run = fetched(supplier, site, "brot_gross.jpg", "Bilder\\torte.PNG", "fehlt.jpg")
    assert set(states(run).values()) == {("awaited", "not_in_zip")}

    taken = bring(supplier, {"alle/Brot_Gross.JPG": RED, "torte.png": BLUE, "1003.jpg": GREEN})
    fetch_all(run, site)

    assert [hanging_at(supplier, number) for number in ("1001", "1002", "1003")] == [
        stored(RED), stored(BLUE), stored(GREEN),
    ]  # fmt: skip
    assert {state for state, _ in states(taken).values()} == {"kept"}
    assert states(run)["fehlt.jpg"] == ("awaited", "not_in_zip")


def undone(zip) -> PictureZip:
    return zips.undo_zip(zip, by=None)


def test_an_undone_zip_takes_the_files_back_that_lists_got_and_these_wait_again(supplier, site):
    run = fetched(supplier, site, "quark.jpg", f"{site.put('/a.jpg', RED)}, topf.jpg", "")
    files = {"quark.jpg": BLUE, "Topf.jpg": GREEN, "1003.jpg": GOLD}
    taken = bring(supplier, files)
    fetch_all(run, site)
    assert overview.articles_of(taken) == 3
    assert hanging_at(supplier, "1002") == stored(RED, GREEN)

    assert undone(taken).kept_edits == []

    assert [hanging_at(supplier, number) for number in ("1001", "1002", "1003")] == [[], stored(RED), []]
    assert {states(run)[name] for name in ("quark.jpg", "topf.jpg")} == {("awaited", "not_in_zip")}
    assert set(states(taken).values()) == {("taken_back", "")}
    assert (overview.progress(taken).kept, overview.articles_of(taken)) == (0, 0)
    again = bring(supplier, files)
    fetch_all(run, site)
    assert hanging_at(supplier, "1001") == stored(BLUE) and hanging_at(supplier, "1002") == stored(RED, GREEN)
    assert overview.articles_of(again) == 3


def test_what_hung_before_the_list_comes_back_with_its_text(supplier, site):
    run = fetched(supplier, site, "quark.jpg")
    set_picture(article(supplier, "1001"), *stored(GOLD), alt="Unser Quark")
    taken = bring(supplier, {"quark.jpg": BLUE})
    fetch_all(run, site)
    undone(taken)
    assert ProductImage.objects.values_list("original", "caption").get() == (*stored(GOLD), "Unser Quark")


@pytest.mark.parametrize("zip_first", [True, False])
def test_an_article_that_got_pictures_by_its_number_and_by_the_list_loses_both(supplier, site, zip_first):
    run = fetched(supplier, site, "quark.jpg")
    taken = zips.take_zip(supplier, ContentFile(packed({"quark.jpg": BLUE, "1001.jpg": GREEN})), "a.zip", by=None)
    for work in (work_off, fetch_all) if zip_first else (fetch_all, work_off):
        work(taken if work is work_off else run)
    assert undone(taken).kept_edits == []
    assert hanging_at(supplier, "1001") == []


def test_pictures_changed_by_hand_since_a_list_got_its_file_stay_and_are_named(supplier, site):
    run = fetched(supplier, site, "quark.jpg")
    taken = bring(supplier, {"quark.jpg": BLUE})
    fetch_all(run, site)
    set_picture(article(supplier, "1001"), *stored(GOLD))

    assert undone(taken).kept_edits == [["1001", "Ware 0", ["pictures"]]]

    bring(supplier, {"quark.jpg": BLUE})
    fetch_all(run, site)
    assert hanging_at(supplier, "1001") == stored(GOLD)


def test_an_earlier_zip_serves_where_a_later_one_is_taken_back(supplier, site):
    bring(supplier, {"quark.jpg": RED})
    later = bring(supplier, {"quark.jpg": BLUE})
    run = fetched(supplier, site, "quark.jpg")
    assert hanging_at(supplier, "1001") == stored(BLUE)
    undone(later)
    fetch_all(run, site)
    assert hanging_at(supplier, "1001") == stored(RED)


def test_an_undo_of_the_zip_while_its_file_is_on_the_way_wins(supplier, site, monkeypatch):
    taken = bring(supplier, {"quark.jpg": BLUE})
    run = imported(supplier, listing_of("quark.jpg"))
    get = columns._get

    def undone_meanwhile(*what):
        got = get(*what)
        undone(taken)
        return got

    monkeypatch.setattr(columns, "_get", undone_meanwhile)
    fetch_all(run, site)

    assert (hanging_at(supplier, "1001"), states(run)) == ([], {"quark.jpg": ("awaited", "not_in_zip")})


def test_a_zip_that_came_first_serves_a_later_list(supplier, site):
    taken = bring(supplier, {"torte.png": BLUE})
    assert states(taken) == {"torte.png": ("unmatched", "unknown")}
    run = fetched(supplier, site, "torte.png")
    assert hanging_at(supplier, "1001") == stored(BLUE)
    assert states(taken) == {"torte.png": ("kept", "")}
    assert [taken.pictures.get().name] == stored(BLUE)

    service.undo_run(run, by=None)
    assert states(taken) == {"torte.png": ("unmatched", "unknown")}


def test_a_zip_of_another_producer_serves_nobody_else(supplier, site):
    bring(kornblum("Mühle"), {"torte.png": BLUE})
    run = fetched(supplier, site, "torte.png")
    assert states(run) == {"torte.png": ("awaited", "not_in_zip")}


def test_there_is_an_end_to_pictures(supplier, site, settings):
    settings.PICTURES_PER_ARTICLE, settings.PICTURES_PER_IMPORT = 2, 3
    urls = [site.put(f"/{at}.jpg", RED) for at in range(5)]
    run = fetched(supplier, site, ", ".join(urls[:3]), urls[3], urls[4])
    rows = run.pictures.order_by("pk").values_list("reason", flat=True)
    assert sorted(rows) == ["", "", "too_many", "too_many_in_list", "too_many_in_list"]


def test_a_silent_host_is_not_asked_for_every_picture(supplier, monkeypatch):
    with serving() as gone:
        urls = [gone.url(f"/{at}.jpg") for at in range(30)]
    asked = []
    monkeypatch.setattr(columns, "keep_picture", asked.append)
    run = fetched(supplier, gone, *urls)
    assert {reason for _, reason in states(run).values()} == {"no_answer"}
    assert asked == []


def test_a_batch_asks_the_database_the_same_for_one_and_forty(supplier, site):
    def questions(count):
        urls = [site.put(f"/{count}-{at}.jpg", RED) for at in range(count)]
        run = imported(supplier, listing_of(*urls))
        with CaptureQueriesContext(connection) as asked:
            columns.fetch_some(run, rules_for(site))
        return len(asked)

    assert questions(1) == questions(40)


def test_the_right_picture_is_kept_once_however_often_it_is_named(supplier, site):
    one = site.put("/a.jpg", RED)
    fetched(supplier, site, one, one, one)
    assert site.asked == ["/a.jpg"]
    assert hanging_at(supplier, "1003") == [keep_picture(RED)]
