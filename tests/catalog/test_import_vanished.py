"""A list of the whole range takes offline what it does not mention, and the pages say so before and after."""

import pytest

from catalog.imports import service
from catalog.imports.runs.vanished import gone
from catalog.models import ImportRun
from tests.catalog.importing import HEAD, article, dry_run, imported, page_of

pytestmark = pytest.mark.django_db

LINES = [f"{number};Brot {number};Stück;3,60;7;Brot" for number in range(100, 130)]


def listed(*left_out: int) -> str:
    lines = [line for line in LINES if int(line[:3]) not in left_out]
    return "\n".join([HEAD, *lines, ""])


def test_a_single_article_is_named_before_and_after(owner, supplier):
    imported(supplier, listed())
    run = dry_run(supplier, listed(101), whole_range=True)

    before = owner.get(page_of(run)).content.decode()
    owner.post(page_of(run, "import-commit"))
    after = owner.get(page_of(run)).content.decode()

    assert "1 Artikel steht nicht in dieser Liste und geht offline" in before and "101 Brot 101" in before
    assert "1 Artikel stand nicht in dieser Liste und ging offline" in after and "101 Brot 101" in after
    assert not article(supplier, "101").online


def test_many_are_listed_the_rest_counted_and_all_on_a_page_of_their_own(owner, supplier):
    imported(supplier, listed())
    run = dry_run(supplier, listed(*range(100, 125)), whole_range=True)

    page = owner.get(page_of(run)).content.decode()
    every = owner.get(page_of(run, "import-vanished")).content.decode()
    asked = owner.post(page_of(run, "import-commit")).content.decode()

    assert "25 Artikel stehen nicht in dieser Liste" in page and "und 5 weitere" in page
    assert "119 Brot 119" in page and "120 Brot 120" not in page
    assert every.count("<li>1") == 25
    assert "Beim Übernehmen gehen sie offline." in asked and "100 Brot 100" in asked


def test_the_page_names_those_that_the_run_has_counted(supplier):
    imported(supplier, listed())
    run = dry_run(supplier, listed(101, 102), whole_range=True)

    assert gone(run).count == run.vanished == 2
    service.confirm_range(run)
    service.commit_run(run, by=None)
    assert gone(ImportRun.objects.get(pk=run.pk)).count == 2


def test_part_of_the_range_takes_nothing_offline(owner, supplier):
    imported(supplier, listed())
    run = dry_run(supplier, listed(101))

    assert "geht offline" not in owner.get(page_of(run)).content.decode()
    assert "Durch diese Liste geht kein Artikel offline" in owner.get(page_of(run, "import-vanished")).content.decode()


def test_a_number_that_we_made_up_is_shown_nowhere(owner, supplier):
    lines = ["Rosinenbrot;Stück;3,60;7", "Stollen;Stück;auf Anfrage;7", "Brezel;Stück;1;7"]
    bare = "\n".join(["Bezeichnung;Einheit;Preis netto;MwSt", *lines, ""])
    imported(supplier, bare)
    run = dry_run(supplier, bare.replace("3,60", "3,70").replace("Brezel;Stück;1;7\n", ""), whole_range=True)
    ours = set(supplier.listings.values_list("article_number", flat=True))
    ours |= set(run.staged.values_list("article_number", flat=True)) - {""}

    pages = [owner.get(page_of(run, name)).content.decode() for name in ("import", "import-changes", "import-findings")]

    assert ours and not [number for number in ours for page in pages if number in page]
    assert all("Stollen" in page or "Rosinenbrot" in page for page in pages)
