"""A whole run taken back."""

from datetime import timedelta
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone

from catalog.imports import service
from catalog.models import ImportRun, Listing
from tests.catalog.importing import HEAD, LIST, article, dry_run, imported, kornblum, page_of, person, prices

pytestmark = pytest.mark.django_db


def test_undo_restores_prices_texts_and_categories():
    supplier = kornblum()
    imported(supplier, LIST)
    before = [(line.price, line.name, list(line.product.categories.all())) for line in Listing.objects.order_by("pk")]
    changed = LIST.replace("3,60", "3,90").replace("Laugenbrezel", "Brezel").replace("Kuchen\n", "Brot\n")
    run = imported(supplier, changed)
    assert run.counts["updated"] == 3

    service.undo_run(run, by=None)

    after = [(line.price, line.name, list(line.product.categories.all())) for line in Listing.objects.order_by("pk")]
    assert after == before


def test_later_edits_stay_and_are_named():
    supplier = kornblum()
    imported(supplier, LIST)
    run = imported(supplier, LIST.replace("3,60", "3,90").replace("0,49", "0,59"))
    Listing.objects.filter(supplier=supplier, article_number="1001").update(price=Decimal("4.20"))

    run = service.undo_run(run, by=None)

    assert prices(supplier) == {"1001": Decimal("4.20"), "1002": Decimal("0.49"), "1003": Decimal("14.50")}
    assert run.kept_edits == [["1001", "Roggenmischbrot", ["price"]]]


def test_new_articles_go_offline_and_come_back_with_the_next_import():
    supplier = kornblum()
    run = imported(supplier, LIST)

    service.undo_run(run, by=None)
    assert not Listing.objects.filter(supplier=supplier, online=True).exists()

    imported(supplier, LIST)
    assert Listing.objects.filter(supplier=supplier, online=True).count() == 3


def test_after_thirty_days_a_run_stands():
    supplier = kornblum()
    run = imported(supplier, LIST)
    ImportRun.objects.filter(pk=run.pk).update(committed_at=timezone.now() - timedelta(days=31))

    run = service.undo_run(run, by=None)

    assert run.status == ImportRun.Status.DONE and article(supplier, "1001").online


def test_undo_twice_is_one():
    supplier = kornblum()
    imported(supplier, LIST)
    run = imported(supplier, LIST.replace("3,60", "3,90"))
    service.undo_run(run, by=None)
    Listing.objects.filter(supplier=supplier, article_number="1001").update(price=Decimal("3.90"))

    service.undo_run(run, by=None)

    assert prices(supplier)["1001"] == Decimal("3.90")


def test_articles_of_an_undone_import_leave_the_list_until_they_come_again(client):
    supplier = kornblum()
    client.force_login(person(supplier, "supplier_owner"))
    imported(supplier, LIST)
    wrong = f"{HEAD}\n9001;Kernseife;Stück;2,00;19;Seife\n9002;Bürste;Stück;4,00;19;Seife\n"
    service.undo_run(imported(supplier, wrong), by=None)

    def shown(**query):
        page = client.get(reverse("catalog:listings"), query)
        return {listing.article_number for listing in page.context["page"]}

    assert shown() == shown(state="online") == {"1001", "1002", "1003"}
    assert shown(state="offline") == set()
    assert shown(state="taken_back") == {"9001", "9002"}

    imported(supplier, wrong)
    assert len(shown()) == 5


def test_the_page_says_what_became_of_the_articles(client):
    supplier = kornblum()
    client.force_login(person(supplier, "supplier_owner"))
    imported(supplier, LIST)
    last = "1003;Apfelkuchen;Stück;14,50;7;Kuchen\n"
    news = f"{LIST.replace(last, '')}9001;Kernseife;Stück;2,00;19;Seife\n"

    def page(run):
        shown = BeautifulSoup(client.get(page_of(run)).content.decode(), "html.parser")
        return shown.find(id="zurueck").find_parent("section")

    run = service.undo_run(imported(supplier, news), by=None)
    text = page(run).get_text(" ", strip=True)
    assert "1 neuer Artikel ist offline." in text and "wieder online" not in text
    assert page(run).a["href"] == reverse("catalog:listings") + "?state=taken_back"

    run = dry_run(supplier, LIST.replace(last, ""), whole_range=True)
    service.confirm_range(run)
    run = service.undo_run(service.commit_run(run, by=None), by=None)
    text = page(run).get_text(" ", strip=True)
    assert "1 Artikel, der nicht in dieser Liste stand, ist wieder online." in text and "neu" not in text
