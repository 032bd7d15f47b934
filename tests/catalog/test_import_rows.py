"""What a dry run would take over, looked through before it does."""

from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from catalog.imports import Statement, service
from catalog.models import Outcome
from tests.catalog.importing import HEAD, LIST, dry_run, imported, page_of

pytestmark = pytest.mark.django_db
FULL = """Nr;Name;Einheit;Inhalt;Preis brutto;ab 10;Pfand;Mindestmenge;Warengruppe;MwSt
1;Apfelsaft;Kiste;6 x 1 l;12,84;12,30;3,30;2;Säfte;7
2;Quittensaft;Kiste;6 x 1 l;auf Anfrage;;3,30;;Säfte;7
"""


def shown(client, run, **query) -> str:
    return unescape(client.get(page_of(run, "import-rows"), query).content.decode())


def test_each_row_stands_as_the_shop_will_show_it(owner, supplier):
    run = dry_run(supplier, FULL, Statement("gross"))

    page = shown(owner, run)

    assert "Was übernommen wird" in owner.get(page_of(run)).content.decode()
    for words in ("1 Apfelsaft", "Kiste", "12,00\xa0€", "12,84\xa0€", "ab 10: 11,4953\xa0€", "Pfand 3,30\xa0€"):
        assert words in page
    assert "ab 2 bestellbar" in page and "7\xa0% USt" in page and "Säfte" in page


def test_new_and_changed_ones_and_words(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(supplier, LIST.replace("3,60", "3,90") + "1004;Mohnkuchen;Stück;11,50;7;Kuchen\n")

    assert "1001 Roggenmischbrot" in shown(owner, run) and "1002" not in shown(owner, run)
    assert "1001" not in shown(owner, run, outcome=Outcome.CREATED)
    assert "1004" not in shown(owner, run, outcome=Outcome.UPDATED)
    assert "1001" not in shown(owner, run, text="mohn") and "1004 Mohnkuchen" in shown(owner, run, text="mohn")
    assert "Dazu gibt es keine Zeile." in shown(owner, run, text="gibt es nicht")
    assert "1004" in shown(owner, run, outcome="held_back")  # an address that somebody has typed


def test_a_list_without_prices_leaves_them_as_they_are(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(supplier, "Artikelnummer;Bezeichnung;Bestand\n1001;Roggenbrot;40\n")
    service.answer_question(run, "no_price_column", "none")
    page = shown(owner, service.run_to_dry_run(run))

    assert "1001 Roggenbrot" in page and "wie bisher" in page


def test_after_the_commit_nothing_waits(owner, supplier):
    run = imported(supplier, LIST)

    assert "Es steht nichts an" in shown(owner, run)
    assert "Was übernommen wird" not in owner.get(page_of(run)).content.decode()


def test_fifty_rows_cost_what_one_costs(owner, supplier):
    lines = [f"{n};Brot {n};Stück;1,{n:02};7;Brot" for n in range(10, 90)]
    costs = []
    for length in (1, 60):
        run = dry_run(supplier, "\n".join([HEAD, *lines[:length]]))
        with CaptureQueriesContext(connection) as queries:
            page = shown(owner, run)
        costs.append(len(queries))
    assert costs[0] == costs[1] and "1 bis 50 von 60" in page
