"""Edits by hand that a list would change back are named before it does."""

from decimal import Decimal

import pytest
from django.urls import reverse

from catalog.imports.review.messages import sentence
from catalog.imports.review.pending import params_of
from catalog.models import Listing
from tests.catalog.importing import LIST, article, dry_run, imported, kornblum, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def supplier():
    supplier = kornblum()
    imported(supplier, LIST)
    return supplier


def look(client, supplier, run):
    client.force_login(person(supplier, "supplier_owner"))
    return client.get(reverse("catalog:import", args=[run.reference])).content.decode()


def test_article_field_and_both_values_stand_on_the_page(client, supplier):
    bread = article(supplier, "1001")
    bread.product.title = "Unser Bestes"
    bread.product.save()
    Listing.objects.filter(pk=bread.pk).update(price=Decimal("3.95"), online=False)

    run = dry_run(supplier, LIST)
    page = look(client, supplier, run)

    said = page[page.index("Das haben Sie selbst geändert") :]
    assert "1001 Unser Bestes" in said and "Roggenmischbrot" in said and "Bezeichnung" in said
    assert "3,95" in said and "3,60" in said
    assert run.findings.get(rule="edited_by_hand").raw == "Preis, Bezeichnung"


def test_what_the_list_does_not_carry_is_not_named(client, supplier):
    Listing.objects.filter(supplier=supplier, article_number="1001").update(origin="Sachsen")

    run = dry_run(supplier, LIST)

    assert run.counts["unchanged"] == 3 and "Das haben Sie selbst geändert" not in look(client, supplier, run)


def test_what_orders_take_from_the_stock_is_nobodys_edit(supplier):
    Listing.objects.filter(supplier=supplier).update(stock_mode="counted", stock=20)
    imported(supplier, LIST.replace("3,60", "3,65"))
    Listing.objects.filter(supplier=supplier).update(stock=12)

    run = dry_run(supplier, LIST.replace("3,60", "3,70"))

    assert run.counts["updated"] == 1 and not run.findings.filter(rule="edited_by_hand").exists()


def test_the_finding_names_the_article(supplier):
    Listing.objects.filter(supplier=supplier, article_number="1001").update(price=Decimal("3.95"))

    noted = dry_run(supplier, LIST).findings.get(rule="edited_by_hand")

    said = "Den Artikel 1001 Roggenmischbrot haben Sie selbst geändert. Die Liste überschreibt: Preis."
    assert sentence(noted.rule, params_of(noted)) == said
