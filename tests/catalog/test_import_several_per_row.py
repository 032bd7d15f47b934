"""Rows that hold several articles, on their way into the catalogue: each counts once, each article is decided alone."""

from decimal import Decimal

import pytest

from catalog.imports import service
from tests.catalog.importing import article, dry_run, imported, kornblum, prices

pytestmark = pytest.mark.django_db
SIDE_BY_SIDE = """Artikelnummer;Artikel;Preis/Stück;Artikelnummer;Artikel;Preis/Stück
1;Roggenbrot;3,50;11;Apfelkuchen;14,00
2;Mischbrot;3,20;12;Mohnkuchen;auf Anfrage
3;Toast;2,20;13;Torte;22,00
"""
SIZES = "Artikel;250 g;500 g;1 kg\nEspresso;5,50;10,50;19,90\nCrema;5,00;auf Anfrage;18,00\n"


def counts(run):
    return {name: number for name, number in run.counts.items() if number}


def test_each_row_counts_once_with_the_outcome_that_most_needs_a_person():
    run = dry_run(kornblum(), SIDE_BY_SIDE)

    assert counts(run) == {"created": 2, "held_back": 1}
    assert run.rows == 3


def test_what_is_in_order_goes_in_though_its_neighbour_waits():
    supplier = kornblum()

    run = imported(supplier, SIDE_BY_SIDE)

    assert set(prices(supplier)) == {"1", "2", "3", "11", "13"}
    assert counts(run) == {"created": 2, "held_back": 1}


def test_the_same_file_again_changes_nothing():
    supplier = kornblum()
    imported(supplier, SIDE_BY_SIDE)

    run = dry_run(supplier, SIDE_BY_SIDE)

    assert counts(run) == {"unchanged": 2, "held_back": 1}


def test_a_value_goes_into_the_cell_of_the_article_that_waits():
    supplier = kornblum()
    run = dry_run(supplier, SIDE_BY_SIDE)
    number = run.staged.get(outcome="held_back").number

    service.write_value(run, [number], "15,00")
    service.commit_run(service.run_to_dry_run(run), by=None)

    assert article(supplier, "12").price == Decimal("15.00")
    assert article(supplier, "2").price == Decimal("3.20")


def test_leaving_one_article_of_a_row_out_leaves_its_neighbour_in():
    supplier = kornblum()
    run = dry_run(supplier, SIDE_BY_SIDE)
    number = run.staged.get(article_number="1").number

    service.decide(run, [number], {"leave": True})
    service.commit_run(service.run_to_dry_run(run), by=None)

    assert set(prices(supplier)) == {"2", "3", "11", "13"}


def test_one_article_for_each_size():
    supplier = kornblum()

    run = imported(supplier, SIZES)

    names = {listing.product.title: (listing.price, listing.content) for listing in supplier.listings.all()}
    assert names["Espresso 250 g"] == (Decimal("5.50"), Decimal(250))
    assert set(names) == {"Espresso 250 g", "Espresso 500 g", "Espresso 1 kg", "Crema 250 g", "Crema 1 kg"}
    assert counts(run) == {"created": 1, "held_back": 1}
