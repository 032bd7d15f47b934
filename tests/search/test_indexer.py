"""From a change in the database to a hit, and back to agreement after every mishap."""

import os
import shutil
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone

from accounts.models import Organisation
from catalog.models import Listing
from search import indexer, tasks
from search.engines import ENGINES
from search.engines.base import BuyerTable, Query, SearchDown
from search.models import Change, Index
from search.registry import kinds
from suppliers.models import Supplier
from tests.orders import region


@pytest.fixture(params=["tantivy", "elasticsearch"])
def engine(request, settings, monkeypatch):
    """One engine after the other as the one that answers; with Elasticsearch the embedded index is kept too."""
    shutil.rmtree(settings.SEARCH_DIR / "tantivy", ignore_errors=True)
    settings.SEARCH_URL, settings.SEARCH_PREFIX = "", f"test-{os.getpid()}-{time.monotonic_ns()}"
    monkeypatch.setenv("SEARCH_PREFIX", settings.SEARCH_PREFIX)
    if request.param == "elasticsearch":
        settings.SEARCH_URL = request.getfixturevalue("elasticsearch_url")
        monkeypatch.setenv("SEARCH_URL", settings.SEARCH_URL)
    yield request.param
    if request.param == "elasticsearch":
        ENGINES["elasticsearch"]("none").drop_others()


def found(engine, text):
    """Keys of articles that anybody finds."""
    index, analyser = indexer.ensure(engine)
    table = BuyerTable(weights={pk: 1.0 for pk in Supplier.objects.values_list("pk", flat=True)})
    return {hit.key for hit in index.listings(Query(analyser.query(text), table, size=500)).hits}


@pytest.mark.django_db
def test_what_is_written_is_found_after_a_drain(engine):
    supplier = region.supplier()
    bread = region.listing(supplier, name="Dinkelbrot")
    indexer.drain()
    assert found(engine, "Brot aus Dinkel") == {bread.pk}

    other = region.listing(supplier, name="Dinkelbrötchen")
    bread.product.title = "Roggenbrot"
    bread.product.save()
    indexer.drain()
    assert found(engine, "Dinkel") == {other.pk}
    assert found(engine, "Roggen") == {bread.pk}

    Listing.objects.filter(pk=other.pk).update(online=False)
    indexer.drain()
    assert found(engine, "Dinkel") == set()
    assert not Change.objects.exists()


@pytest.mark.django_db
def test_a_suspended_producer_vanishes_and_comes_back(engine):
    supplier = region.supplier()
    articles = {region.listing(supplier, name="Quittengelee").pk for _ in range(3)}
    indexer.drain()
    assert found(engine, "Quitten") == articles

    for status, expected in ((Organisation.Status.SUSPENDED, set()), (Organisation.Status.ACTIVE, articles)):
        Organisation.objects.filter(pk=supplier.organisation_id).update(status=status)
        indexer.drain()
        assert found(engine, "Quitten") == expected


@pytest.mark.django_db
def test_comparison_repairs_an_index_that_drifted(engine):
    supplier = region.supplier()
    kept, lost, changed, extra = (region.listing(supplier, name=f"Honig {number}") for number in range(4))
    index, analyser = indexer.ensure(engine)
    indexer.drain()
    index.write("listings", [], gone=[lost.pk])
    stale = list(indexer.documents_of(kinds["listings"], analyser, [changed]))
    index.write("listings", [stale[0] | {"digest": 1, "name": "alt"}])
    Listing.objects.filter(pk=extra.pk).update(online=False)
    Change.objects.all().delete()

    report = indexer.compare(engine)
    assert report["listings"] == {"missing": 1, "different": 1, "extra": 1}

    indexer.drain()
    assert found(engine, "Honig") == {kept.pk, lost.pk, changed.pk}
    assert indexer.compare(engine)["listings"] == {"missing": 0, "different": 0, "extra": 0}


@pytest.mark.django_db
def test_a_rebuilt_index_takes_the_place_of_the_old_one(engine):
    article = region.listing(region.supplier(), name="Birnensaft")
    before, _ = indexer.ensure(engine)
    after, _ = indexer.rebuild(engine)

    assert after.generation != before.generation
    assert found(engine, "Birne") == {article.pk}
    assert Index.objects.get(engine=engine).generation == after.generation
    with pytest.raises(SearchDown):
        before.digests("listings")


@pytest.mark.django_db
def test_the_catalogue_teaches_new_words(engine):
    supplier = region.supplier()
    for number in range(3):
        region.listing(supplier, name=f"Wrukel gelb {number}")
    compound = region.listing(supplier, name="Wrukeleintopf")
    indexer.rebuild(engine)

    assert compound.pk in found(engine, "Wrukel")


@pytest.mark.django_db
def test_the_nightly_job_repairs_and_learns(engine):
    supplier = region.supplier()
    article = region.listing(supplier, name="Wrukel gelb")
    index, _ = indexer.ensure(engine)
    index.write("listings", [], gone=[article.pk])
    tasks.keep_indices_true(0)
    assert found(engine, "Wrukel") == {article.pk}
    assert Index.objects.get(engine=engine).generation == index.generation

    more = {region.listing(supplier, name=name).pk for name in ("Wrukel rot", "Wrukel weiß", "Wrukeleintopf")}
    tasks.keep_indices_true(0)
    assert found(engine, "Wrukel") == {article.pk, *more}
    assert Index.objects.get(engine=engine).words == ["Wrukel"]


@pytest.mark.django_db
def test_an_article_that_cannot_be_read_holds_up_no_other(engine):
    supplier = region.supplier()
    bad, good = (region.listing(supplier, name=name) for name in ("Schlecht", "Gut"))
    Listing.objects.filter(pk=bad.pk).update(steps=[["viele", "x"]])
    indexer.drain()

    assert found(engine, "Gut") == {good.pk}
    assert not Change.objects.exists()


def program(*arguments):
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )


def wait_for(condition, running, seconds=180):
    give_up = time.monotonic() + seconds
    while not condition():
        assert running.poll() is None, running.stderr.read().decode()
        assert time.monotonic() < give_up, "waited in vain"
        time.sleep(0.02)


@pytest.mark.django_db(transaction=True)
def test_a_killed_indexer_loses_nothing_and_doubles_nothing(engine):
    supplier = region.supplier()
    indexer.drain()
    template = region.listing(supplier, name="Apfelmus 0")
    with connection.cursor() as cursor:
        copy_articles(cursor, template, 2400)
    announced = Change.objects.filter(engine=engine).count()
    assert announced >= 2400 > indexer.BATCH

    victim = program("run_indexer")
    wait_for(lambda: Change.objects.filter(engine=engine).count() < announced, victim)
    victim.send_signal(signal.SIGKILL)
    victim.wait()
    Listing.objects.filter(pk=template.pk).update(price=Decimal(7))

    indexer.drain()
    index, _ = indexer.ensure(engine)
    assert set(index.digests("listings")) == set(Listing.objects.values_list("pk", flat=True))
    assert len(found_all(index)) == Listing.objects.count() == len(set(found_all(index)))
    assert indexer.compare(engine)["listings"] == {"missing": 0, "different": 0, "extra": 0}


def found_all(index):
    table = BuyerTable(weights={pk: 1.0 for pk in Supplier.objects.values_list("pk", flat=True)})
    terms = indexer.Analyser(indexer.words_of(())).query("Apfelmus")
    return [hit.key for hit in index.listings(Query(terms, table, size=5000)).hits]


def copy_articles(cursor, template, count):
    """Articles by plain SQL, as a large import writes them."""
    cursor.execute(
        """
        WITH made AS (
            INSERT INTO catalogue_product (structure, is_public, title, slug, description, priority, product_class_id,
                date_created, date_updated, is_discountable)
            SELECT structure, is_public, 'Apfelmus ' || n, slug || n, description, priority, product_class_id,
                now(), now(), true
            FROM catalogue_product, generate_series(1, %s) AS n WHERE id = %s RETURNING id)
        INSERT INTO catalog_listing (product_id, supplier_id, reference, article_number, number_is_ours, group_key,
            gtin, sort_key, texts, unit, content_unit, minimum, interval, price, price_quantity, currency, steps,
            vat_category, vat_rate, deposit_count, stock_mode, online, origin, attributes, created_at, changed_at)
        SELECT made.id, supplier_id, 'R' || made.id, 'N' || made.id, false, '', '', sort_key, texts, unit,
            content_unit, minimum, interval, price, price_quantity, currency, steps, vat_category, vat_rate,
            deposit_count, stock_mode, online, origin, attributes, now(), now()
        FROM made, catalog_listing WHERE catalog_listing.id = %s
        """,
        [count, template.product_id, template.pk],
    )


@pytest.mark.django_db(transaction=True)
def test_a_change_is_found_within_seconds_while_the_indexer_runs(engine):
    supplier = region.supplier()
    region.listing(supplier, name="Anfang")
    runner = program("run_indexer")
    try:
        built = Index.objects.filter(engine=engine, built_at__isnull=False)
        wait_for(lambda: built.exists() and not Change.objects.exists(), runner)
        article = region.listing(supplier, name="Sanddornlikör")
        start = time.monotonic()
        wait_for(lambda: article.pk in found(engine, "Sanddorn"), runner)

        assert time.monotonic() - start < 10  # one or two where the machine is not busy with other tests
    finally:
        runner.terminate()
        assert runner.wait(10) == 0


@pytest.mark.django_db
def test_an_agreed_price_is_found_from_its_first_day_to_its_last(engine, monkeypatch):
    mill, today = region.supplier(), timezone.localdate()
    flour, hotels = region.listing(mill, "10.00", name="Roggenmehl"), mill.price_lists.create(name="Hotels")
    hotels.lines.create(
        listing=flour, price=8, valid_from=today + timedelta(days=1), valid_to=today + timedelta(days=1)
    )
    indexer.drain()

    def own_price(day):
        midnight = datetime.combine(day, datetime.min.time(), timezone.get_current_timezone())
        monkeypatch.setattr(timezone, "now", lambda: midnight + timedelta(minutes=1))
        tasks.begin_prices_of_the_day(timestamp=int(midnight.timestamp()) + 60)
        indexer.drain()
        index, analyser = indexer.ensure(engine)
        table = BuyerTable(weights={mill.pk: 1.0}, lists={mill.pk: hotels.pk})
        least = Query(analyser.query("Roggenmehl"), table, price=(0, 90_000))
        return index.listings(least).total

    assert [own_price(today + timedelta(days=days)) for days in range(3)] == [0, 1, 0]


@pytest.mark.django_db
def test_prices_of_the_day_are_announced_at_midnight_only(engine):
    mill, today = region.supplier(), timezone.localdate()
    region.listing(mill).price_lines.create(
        price_list=mill.price_lists.create(name="Hotels"), price=8, valid_from=today + timedelta(days=1)
    )
    indexer.drain()
    noon = datetime.combine(today + timedelta(days=1), datetime.min.time(), UTC) + timedelta(hours=12)

    tasks.begin_prices_of_the_day(timestamp=int(noon.timestamp()))

    assert not Change.objects.exists()
