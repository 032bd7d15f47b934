"""A farm's weekly list without article numbers, spelled anew every week."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.imports import service
from catalog.models import Listing, Spelling
from tests.catalog.importing import adds_up, doubts, dry_run, imported, kornblum, told

pytestmark = pytest.mark.django_db

WEEKS = [
    "Möhren bunt;Sachsen;kg;2,20\nBlumenkohl;Sachsen;Stück;2,90\nHafermilch;;Liter;1,80\nLauch;Sachsen;kg;2,40\n",
    "Möhre, bunt;Sachsen;kg;2,30\nBlumenkhol;Sachsen;Stück;2,90\nBerief Hafermilch;;Liter;1,80\nLauch;Peru;kg;2,60\n",
    "Möhren bunt;Sachsen;kg;2,40\nBlumenkohl;Sachsen;Stück;2,80\nHafermilch;;Liter;1,85\nLauch;Sachsen;kg;2,40\n",
    "Möhre, bunt;Sachsen;kg;2,50\nBlumenkhol;Sachsen;Stück;2,70\nBerief Hafermilch;;Liter;1,90\nLauch;Peru;kg;2,20\n",
]
HEAD = "Bezeichnung;Herkunft;Einheit;Preis netto\n"


def shop(supplier):
    """{pk: (name, origin, price)}"""
    found = Listing.objects.filter(supplier=supplier, online=True)
    return {line.pk: (line.product.title, line.origin, line.price) for line in found.select_related("product")}


def test_four_weeks_of_drifting_names_ask_once():
    supplier = kornblum()
    imported(supplier, HEAD + WEEKS[0])
    articles = set(shop(supplier))

    run = imported(supplier, HEAD + WEEKS[1])
    assert doubts(run) == [
        (2, "identity_doubtful", "Möhre, bunt", "Möhren bunt"),
        (3, "identity_doubtful", "Blumenkhol", "Blumenkohl"),
        (4, "identity_doubtful", "Berief Hafermilch", "Hafermilch"),
        (5, "identity_doubtful", "Lauch", "Lauch"),
    ]
    assert set(shop(supplier)) == articles and run.counts["held_back"] == 4 and adds_up(run)
    service.commit_run(told(run, same=[2, 3, 4, 5]), by=None)

    for week in WEEKS[2:]:
        run = imported(supplier, HEAD + week)
        assert doubts(run) == [] and run.counts["updated"] == 4 and adds_up(run)
    assert set(shop(supplier)) == articles
    assert sorted(shop(supplier).values()) == [
        ("Berief Hafermilch", "", Decimal("1.90")),
        ("Blumenkhol", "Sachsen", Decimal("2.70")),
        ("Lauch", "Peru", Decimal("2.20")),
        ("Möhre, bunt", "Sachsen", Decimal("2.50")),
    ]
    assert imported(supplier, HEAD + WEEKS[3]).counts["unchanged"] == 4


def test_what_is_said_to_be_new_is_not_asked_again():
    supplier = kornblum()
    imported(supplier, HEAD + WEEKS[0])
    carrots = Listing.objects.get(supplier=supplier, product__title="Möhren bunt")
    week = HEAD + "Möhren bunte;Sachsen;kg;2,20\n"
    service.commit_run(told(dry_run(supplier, week), new=[2]), by=None)

    run = imported(supplier, week.replace("2,20", "2,30"))

    assert doubts(run) == [] and run.counts["updated"] == 1
    carrots.refresh_from_db()
    assert carrots.price == Decimal("2.20") and len(shop(supplier)) == 5


@pytest.mark.parametrize(
    ("line", "asks"),
    [
        ("Möhren violett;Sachsen;kg;2,20", False),
        ("Möhren bunt;Sachsen;Bund;1,10", True),
        ("Möhren bunt Kl. I;Sachsen;kg;2,20", True),
        ("Bioland Möhren bunt;Sachsen;kg;2,20", True),
        ("Bioland Möhren bunt;Sachsen;kg;9,90", False),
        ("Möhrensaft bunt;Sachsen;kg;2,20", False),
        ("Rotkohl;Sachsen;kg;2,20", False),
    ],
)
def test_only_near_names_ask(line, asks):
    supplier = kornblum()
    imported(supplier, HEAD + WEEKS[0])
    rest = "\n".join(WEEKS[0].splitlines()[1:])

    run = dry_run(supplier, f"{HEAD}{line}\n{rest}\n")

    assert [rule for _row, rule, _raw, _proposal in doubts(run)] == ["identity_doubtful"] * asks
    assert run.counts["unchanged"] == 3 and adds_up(run)


def test_a_near_name_beside_its_neighbour_is_new():
    supplier = kornblum()
    imported(supplier, HEAD + WEEKS[0])

    run = dry_run(supplier, HEAD + WEEKS[0] + "Möhre, bunt;Sachsen;kg;2,30\n")

    assert doubts(run) == [] and (run.counts["created"], run.counts["unchanged"]) == (1, 4)


def test_two_spellings_of_one_article_in_one_list_are_asked_for():
    supplier = kornblum()
    imported(supplier, HEAD + WEEKS[0])
    service.commit_run(told(dry_run(supplier, HEAD + "Möhre, bunt;Sachsen;kg;2,30\n"), same=[2]), by=None)

    both = HEAD + "Möhren bunt;Sachsen;kg;2,40\nMöhre, bunt;Sachsen;kg;2,35\n"
    run = imported(supplier, both)

    assert doubts(run) == [(2, "identity_doubtful", "Möhren bunt", "Möhre, bunt")]
    assert run.counts["updated"] == 1 and len(shop(supplier)) == 4
    service.commit_run(told(run, new=[2]), by=None)
    assert len(shop(supplier)) == 5 and imported(supplier, both).counts["unchanged"] == 2


def test_undo_forgets_the_spelling_and_gives_the_key_back():
    supplier = kornblum()
    imported(supplier, HEAD + WEEKS[0])
    before = shop(supplier)
    run = service.commit_run(told(dry_run(supplier, HEAD + WEEKS[1]), same=[2, 3, 4, 5]), by=None)
    assert shop(supplier) != before and Spelling.objects.filter(supplier=supplier).count() == 8

    service.undo_run(run, by=None)

    assert shop(supplier) == before and not Spelling.objects.filter(supplier=supplier).exists()
    assert dry_run(supplier, HEAD + WEEKS[0]).counts["unchanged"] == 4
    assert dry_run(supplier, HEAD + WEEKS[1]).counts["held_back"] == 4


def test_the_whole_range_leaves_the_doubtful_online_until_answered():
    supplier = kornblum()
    imported(supplier, HEAD + WEEKS[0])

    run = dry_run(supplier, HEAD + WEEKS[1].replace("Lauch", "Porree"), whole_range=True)
    run = service.commit_run(service.confirm_range(run), by=None)

    assert {name for name, _origin, _price in shop(supplier).values()} >= {"Möhren bunt", "Blumenkohl", "Hafermilch"}
    assert run.counts["held_back"] == 3 and run.counts["created"] == 1
    assert "Lauch" not in {name for name, _origin, _price in shop(supplier).values()}


NAMES = ["Möhren", "Möhre", "Möhren bunt", "Möhre, bunt", "Lauch", "Lauch Bioland", "Rotkohl", "Rot kohl", "Zucchini"]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["", "1", "2", "3", "4", "5"]),
        st.sampled_from(NAMES),
        st.sampled_from(["kg", "Bund", "Stück"]),
        st.integers(80, 900),
    ),
    min_size=1,
    max_size=7,
)


def as_list(rows, numbered):
    lines = [f"{number};{name};{unit};{cents / 100:.2f}".replace(".", ",") for number, name, unit, cents in rows]
    lines = lines if numbered else [line.partition(";")[2] for line in lines]
    head = "Artikelnummer;Bezeichnung;Einheit;Preis netto" if numbered else "Bezeichnung;Einheit;Preis netto"
    return "\n".join([head, *lines, ""])


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    weeks=st.lists(st.tuples(ROWS, st.booleans()), min_size=2, max_size=4), answers=st.randoms(use_true_random=False)
)
def test_whatever_is_answered_rows_add_up_and_the_undo_leads_back(weeks, answers):
    supplier = kornblum()
    for rows, numbered in weeks:
        before = state(supplier)
        run = dry_run(supplier, as_list(rows, numbered))
        waiting = {row for row, rule, _raw, _proposal in doubts(run) if rule in service.identity.DOUBTS}
        same = {row for row in waiting if answers.random() < 0.6}
        new = {row for row in waiting - same if answers.random() < 0.7}
        run = service.commit_run(told(run, same=same, new=new), by=None)

        assert adds_up(run) and run.rows == len(rows)
        led = list(run.staged.filter(outcome__in=("created", "updated", "unchanged")))
        assert led == []
        if answers.random() < 0.3 and run.committed_at:
            service.undo_run(run, by=None)
            assert state(supplier) == before


def state(supplier):
    """What the shop shows: new articles that an undo took off again do not count."""
    found = Listing.objects.filter(supplier=supplier, online=True).select_related("product")
    return {(line.pk, line.article_number, line.product.title, line.unit, line.price) for line in found}
