"""Lists and rows that say nothing of prices: what is known stays as it is."""

from decimal import Decimal

import pytest

from catalog.imports import service
from tests.catalog.importing import HEAD, LIST, article, dry_run, imported, kornblum, prices

pytestmark = pytest.mark.django_db


@pytest.fixture
def supplier():
    supplier = kornblum()
    imported(supplier, LIST)
    return supplier


def test_a_price_column_left_out_by_hand_changes_no_unit(supplier):
    run = dry_run(supplier, LIST.replace("3,60", "3,99"))
    service.assign_columns(run, {"D": ""})
    service.commit_run(service.run_to_dry_run(run), by=None)

    assert article(supplier, "1001").unit == "H87"
    assert prices(supplier)["1001"] == Decimal("3.60")


def test_a_list_of_stocks_says_once_that_it_has_no_prices(supplier):
    stocks = "Artikelnummer;Bezeichnung;Bestand\n1001;Roggenmischbrot;40\n1002;Laugenbrezel;0\n"
    run = dry_run(supplier, stocks)
    assert run.counts["held_back"] == 2

    service.answer_question(run, "no_price_column", "none")
    service.commit_run(service.run_to_dry_run(run), by=None)

    bread = article(supplier, "1001")
    assert (bread.stock, bread.price) == (Decimal(40), Decimal("3.60"))
    assert imported(supplier, stocks).counts["unchanged"] == 2  # and asks no more


def test_on_request_is_decided_once(supplier):
    text = f"{HEAD}\n1001;Roggenmischbrot;Stück;3,60;7;Brot\n1004;Hochzeitstorte;Stück;auf Anfrage;7;Kuchen\n"
    run = dry_run(supplier, text)
    service.answer(run, {"action": "accept", "number": [], "rule": "price_on_request", "value": "", "text": ""})
    service.commit_run(service.run_to_dry_run(run), by=None)
    assert prices(supplier)["1004"] is None

    again = dry_run(supplier, text)

    assert again.counts == again.counts | {"unchanged": 2, "held_back": 0}


def test_an_article_that_had_a_price_is_asked_for(supplier):
    run = dry_run(supplier, LIST.replace("3,60", "auf Anfrage"))

    assert run.counts["held_back"] == 1


def test_what_may_be_the_houses_own_is_asked_once_and_kept_nowhere(supplier):
    text = "Artikelnummer;Bezeichnung;Einheit;EK;UVP\n1007;Senf;Stück;1,37;2,50\n1008;Salz;Stück;2,37;4,50\n"
    run = dry_run(supplier, text)
    kept = [*run.staged.values(), *run.findings.values()]
    assert not [value for value in ("1,37", "1.37") if value in repr(kept)]
    assert not run.findings.filter(rule="purchase_price_dropped").exists()  # that is what is asked

    service.answer_question(run, "dealers_price", "dealers")
    service.commit_run(service.run_to_dry_run(run), by=None)

    assert prices(supplier)["1007"] == Decimal("1.37")
    assert imported(supplier, text).counts["unchanged"] == 2  # and asks no more


def test_who_said_that_it_is_his_own_is_told_that_it_is_dropped(supplier):
    text = "Artikelnummer;Bezeichnung;Einheit;EK;UVP\n1007;Senf;Stück;1,37;2,50\n1008;Salz;Stück;2,37;4,50\n"
    run = service.run_to_dry_run(service.answer_question(dry_run(supplier, text), "dealers_price", "own"))

    assert run.findings.filter(rule="purchase_price_dropped", raw="EK").exists()
