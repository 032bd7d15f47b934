"""Which article is it? Numbers that change, numbers used again, swapped numbers: proposed, never guessed."""

from decimal import Decimal

import pytest

from catalog.imports import service
from catalog.imports.review.messages import sentence
from catalog.imports.review.report import report
from catalog.models import Listing
from tests.catalog.importing import HEAD, LIST, adds_up, article, doubts, dry_run, imported, kornblum, prices, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def supplier():
    supplier = kornblum()
    imported(supplier, LIST)
    return supplier


# a new number for a known article


def test_a_new_number_with_a_known_name_is_held_back_with_its_proposal(supplier):
    run = imported(supplier, LIST.replace("1001", "2001"))

    assert doubts(run) == [(2, "number_changed", "2001", "1001")]
    assert (run.counts["held_back"], run.counts["unchanged"]) == (1, 2) and adds_up(run)
    assert set(prices(supplier)) == {"1001", "1002", "1003"} and article(supplier, "1001").online
    found = next(finding for finding in report(run)["findings"] if finding["rule"] == "number_changed")
    assert (found["column"], found["row"], found["raw"], found["proposal"]) == ("A", 2, "2001", "1001")


@pytest.fixture
def screws():
    supplier = kornblum("Schlosserei Eisen")
    imported(supplier, f"{HEAD}\nW-204;Winkel verzinkt;Stück;3,60;19;\nW-205;Laschen;Stück;0,49;19;\n")
    return supplier


@pytest.mark.parametrize("number", ["w 204", "W204", "w.204", "W/204"])
def test_a_number_spelt_otherwise_is_asked_about_whatever_the_name(screws, number):
    run = dry_run(screws, f"{HEAD}\n{number};Montageplatte;Stück;4,10;19;\n")

    assert doubts(run) == [(2, "number_respelt", number, "W-204")]
    same = service.commit_run(told(run, same=[2]), by=None)
    assert same.counts["updated"] == 1 and set(prices(screws)) == {number, "W-205"}


def test_a_number_spelt_otherwise_may_be_a_new_one(screws):
    run = dry_run(screws, f"{HEAD}\nw 204;Montageplatte;Stück;4,10;19;\n")

    service.commit_run(told(run, new=[2]), by=None)

    assert set(prices(screws)) == {"W-204", "W-205", "w 204"}
    assert imported(screws, f"{HEAD}\nw 204;Montageplatte;Stück;4,10;19;\n").counts["unchanged"] == 1


def test_numbers_that_signs_tell_apart_are_no_spellings(screws):
    """10-1 and 101 are two articles of this house, so 20-1 and 201 may be two as well; and so they are in one list."""
    more = "10-1;Stange;Stück;2,00;19;\n101;Rohr;Stück;5,00;19;\n20-1;Profil;Stück;7,00;19;\n"
    both = dry_run(screws, f"{HEAD}\nW-204;Winkel verzinkt;Stück;3,60;19;\nW204;Montageplatte;Stück;4,10;19;\n")
    assert (both.counts["unchanged"], both.counts["created"]) == (1, 1)
    imported(screws, f"{HEAD}\n{more}")

    assert imported(screws, f"{HEAD}\n201;Kette;Stück;9,00;19;\n").counts["created"] == 1


def test_two_barcodes_are_two_articles(screws):
    head = HEAD + ";GTIN"
    imported(screws, f"{head}\nK-1;Kette;Stück;3,60;19;;4006381333931\n")

    run = imported(screws, f"{head}\nk 1;Klammer;Stück;4,00;19;;4003301018398\n")

    assert run.counts["created"] == 1


def test_yes_keeps_the_article_and_changes_its_number(supplier):
    before = article(supplier, "1001")
    run = dry_run(supplier, LIST.replace("1001", "2001").replace("3,60", "3,70"))

    run = service.commit_run(told(run, same=[2]), by=None)

    after = article(supplier, "2001")
    assert (after.pk, after.reference, after.price) == (before.pk, before.reference, Decimal("3.70"))
    assert set(prices(supplier)) == {"2001", "1002", "1003"}
    assert (run.counts["updated"], run.counts["held_back"]) == (1, 0) and adds_up(run)
    assert imported(supplier, LIST.replace("1001", "2001").replace("3,60", "3,70")).counts["unchanged"] == 3


def test_no_makes_a_new_article(supplier):
    run = told(dry_run(supplier, LIST.replace("1001", "2001")), new=[2])

    run = service.commit_run(run, by=None)

    assert run.counts["created"] == 1 and set(prices(supplier)) == {"1001", "1002", "1003", "2001"}
    assert imported(supplier, LIST.replace("1001", "2001")).counts["unchanged"] == 3


def test_a_price_far_from_the_recognised_articles_still_waits(supplier):
    run = dry_run(supplier, LIST.replace("1001", "2001").replace("3,60", "360,00"))

    run = told(run, same=[2])

    assert "price_jump" in {rule for _row, rule, _raw, _proposal in doubts(run)} and run.counts["held_back"] == 1


def test_the_same_gtin_says_more_than_the_name(supplier):
    supplier = kornblum("Bäckerei Zwei")
    head = HEAD + ";GTIN"
    lines = [f"{number};{name};Stück;3,60;7;Brot;{gtin}" for number, name, gtin in (
        ("1", "Roggenbrot", "4006381333931"), ("2", "Mischbrot", "4012345678901"), ("3", "Zopf", ""))]  # fmt: skip
    imported(supplier, "\n".join([head, *lines]))

    lines[0] = "11;Brot aus Roggen;Stück;3,60;7;Brot;4006381333931"
    run = imported(supplier, "\n".join([head, *lines]))

    assert doubts(run) == [(2, "number_changed", "11", "1")]


def test_a_new_number_in_a_part_of_the_range_is_new_and_noted(supplier):
    more = "".join(f"30{n};Sorte {n};Stück;2,00;7;Brot\n" for n in range(10, 20))
    imported(supplier, LIST + more)

    run = imported(supplier, f"{HEAD}\n2001;Roggenmischbrot;Stück;3,60;7;Brot\n")

    assert (run.counts["created"], run.counts["held_back"]) == (1, 0)
    noted = run.findings.get(rule="number_changed_maybe")
    assert (noted.severity, noted.raw, noted.proposal) == ("info", "2001", "1001")


def test_a_range_numbered_anew_is_one_question(supplier):
    anew = LIST.replace("\n100", "\n700")
    run = dry_run(supplier, anew)
    before = dict(Listing.objects.filter(supplier=supplier).values_list("product__title", "pk"))
    assert run.counts["held_back"] == 3

    service.take_proposals(run, list(run.staged.values_list("number", flat=True)))
    service.commit_run(service.run_to_dry_run(run), by=None)

    assert set(prices(supplier)) == {"7001", "7002", "7003"}
    assert dict(Listing.objects.filter(supplier=supplier).values_list("product__title", "pk")) == before


def test_articles_of_one_name_are_not_answered_for_all_alike(supplier):
    supplier = kornblum("Bäckerei Zwei")
    imported(supplier, f"{HEAD}\n1;Zopf;Stück;3,00;7;Brot\n2;Zopf;Stück;4,00;7;Brot\n")

    run = dry_run(supplier, f"{HEAD}\n11;Zopf;Stück;3,00;7;Brot\n12;Zopf;Stück;4,50;7;Brot\n")
    unclear = dry_run(supplier, f"{HEAD}\n11;Zopf;Stück;3,10;7;Brot\n12;Zopf;Stück;4,10;7;Brot\n")

    assert doubts(run) == [(2, "number_changed", "11", "1"), (3, "number_changed", "12", "2")]
    assert [finding.params["sure"] for finding in run.findings.filter(rule="number_changed")] == [True, True]
    assert [finding.params["sure"] for finding in unclear.findings.filter(rule="number_changed")] == [False, False]


def test_a_list_with_numbers_at_last_gives_them_to_the_articles_that_had_none():
    supplier = kornblum()
    imported(supplier, "Bezeichnung;Einheit;Preis netto\nMöhren;kg;1,20\nLauch;kg;2,40\n")
    known = dict(Listing.objects.filter(supplier=supplier).values_list("product__title", "pk"))

    run = dry_run(supplier, "Artikelnummer;Bezeichnung;Einheit;Preis netto\nM1;Möhren;kg;1,20\nL1;Lauch;kg;2,40\n")
    assert [rule for _row, rule, _raw, _proposal in doubts(run)] == ["number_changed"] * 2
    service.commit_run(told(run, same=[2, 3]), by=None)

    assert set(prices(supplier)) == {"M1", "L1"}
    assert dict(Listing.objects.filter(supplier=supplier).values_list("product__title", "pk")) == known
    assert not Listing.objects.filter(supplier=supplier, number_is_ours=True).exists()


# a number that leads to another article


SWAPPED = LIST.replace("1001;Roggenmischbrot", "1002;Roggenmischbrot").replace("1002;Laugenbrezel", "1001;Laugenbrezel")


def test_swapped_numbers_are_seen_and_swapped_back(supplier):
    known = dict(Listing.objects.filter(supplier=supplier).values_list("product__title", "pk"))
    run = dry_run(supplier, SWAPPED)
    assert doubts(run) == [(2, "number_changed", "1002", "1001"), (3, "number_changed", "1001", "1002")]

    run = service.commit_run(told(run, same=[2, 3]), by=None)

    assert prices(supplier) == {"1002": Decimal("3.60"), "1001": Decimal("0.49"), "1003": Decimal("14.50")}
    assert dict(Listing.objects.filter(supplier=supplier).values_list("product__title", "pk")) == known
    run = service.undo_run(run, by=None)
    assert article(supplier, "1001").name == "Roggenmischbrot" and run.kept_edits == []


def test_numbers_of_like_things_at_one_price_swap_seen_too():
    supplier = kornblum()
    rolls = f"{HEAD}\n201;Mohnbrötchen;Stück;0,60;7;Brötchen\n202;Sesambrötchen;Stück;0,60;7;Brötchen\n"
    imported(supplier, rolls)

    run = dry_run(supplier, rolls.replace("201;Mohn", "201;Sesam").replace("202;Sesam", "202;Mohn"))

    assert [(row, raw, proposal) for row, _, raw, proposal in doubts(run)] == [(2, "201", "202"), (3, "202", "201")]


def test_half_an_answer_to_a_swap_makes_way_and_comes_back_with_the_other_half(supplier):
    bread = article(supplier, "1001").pk
    run = service.commit_run(told(dry_run(supplier, SWAPPED), same=[3]), by=None)
    assert article(supplier, "1001").name == "Laugenbrezel"
    assert Listing.objects.get(pk=bread).article_number == "1001-alt" and not Listing.objects.get(pk=bread).online

    run = service.commit_run(told(run, same=[2]), by=None)

    assert Listing.objects.get(pk=bread).article_number == "1002" and Listing.objects.get(pk=bread).online
    service.undo_run(run, by=None)
    assert {line.article_number: line.name for line in Listing.objects.filter(supplier=supplier)} == {
        "1001": "Roggenmischbrot", "1002": "Laugenbrezel", "1003": "Apfelkuchen"}  # fmt: skip
    assert Listing.objects.filter(supplier=supplier, online=True).count() == 3


def test_a_number_used_again_is_held_back(supplier):
    run = imported(supplier, LIST.replace("Roggenmischbrot;Stück;3,60", "Zwiebelbaguette;Stück;2,10"))

    assert doubts(run) == [(2, "number_reused", "Zwiebelbaguette", "Roggenmischbrot")]
    assert article(supplier, "1001").name == "Roggenmischbrot" and prices(supplier)["1001"] == Decimal("3.60")


def test_another_article_under_the_number_leaves_the_old_record_to_past_orders(supplier):
    old = article(supplier, "1001")
    run = dry_run(supplier, LIST.replace("Roggenmischbrot;Stück;3,60", "Zwiebelbaguette;Stück;2,10"))

    run = service.commit_run(told(run, new=[2]), by=None)

    new = article(supplier, "1001")
    old.refresh_from_db()
    assert (new.name, new.price) == ("Zwiebelbaguette", Decimal("2.10")) and new.pk != old.pk
    assert (old.article_number, old.online, old.price) == ("1001-alt", False, Decimal("3.60"))
    service.undo_run(run, by=None)
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.article_number, old.online) == ("1001", True)
    assert (new.article_number, new.online) == ("1001-alt", False)


def test_renamed_takes_the_name_and_asks_no_more(supplier):
    old = article(supplier, "1001")
    text = LIST.replace("Roggenmischbrot;Stück;3,60", "Zwiebelbaguette;Stück;2,10")

    service.commit_run(told(dry_run(supplier, text), same=[2]), by=None)

    assert (article(supplier, "1001").pk, article(supplier, "1001").name) == (old.pk, "Zwiebelbaguette")
    assert doubts(dry_run(supplier, text.replace("2,10", "2,20"))) == []


@pytest.mark.parametrize(
    "line",
    [
        "1001;Roggenmischbrot 1 kg;Stück;3,80;7;Brot",
        "1001;Bio-Roggenmisch;Stück;3,90;7;Brot",
        "1001;RMB;Stück;3,60;7;Brot",
    ],
)
def test_a_like_name_or_the_same_price_is_no_question(supplier, line):
    run = dry_run(supplier, LIST.replace("1001;Roggenmischbrot;Stück;3,60;7;Brot", line))

    assert doubts(run) == [] and run.counts["updated"] == 1


def test_a_name_that_the_producer_made_better_is_no_question(supplier):
    bread = article(supplier, "1001")
    bread.product.title = "Unser Bestes"
    bread.product.save()

    run = dry_run(supplier, LIST.replace("3,60", "3,70"))

    assert doubts(run) == [] and run.counts["updated"] == 1
    assert run.findings.get(rule="edited_by_hand")


def test_when_most_names_are_others_it_is_one_question_for_the_list():
    supplier = kornblum()
    goods = ["Zopf", "Stollen", "Brezel", "Hörnchen", "Plunder", "Semmel", "Fladen", "Kipferl"]
    others = ["Schraube", "Dübel", "Mutter", "Haken", "Winkel", "Nagel", "Unterlegring", "Klemme"]
    imported(supplier, HEAD + "".join(f"\n{n};{name};Stück;{n + 1},00;7;Brot" for n, name in enumerate(goods)))

    run = dry_run(supplier, HEAD + "".join(f"\n{n};{name};Stück;{n + 2},50;7;Brot" for n, name in enumerate(others)))

    assert {rule for _row, rule, _raw, _proposal in doubts(run)} == {"names_differ"}
    assert run.counts["held_back"] == 8


# what must not be disturbed


def test_the_first_list_and_the_same_list_ask_nothing(supplier):
    assert doubts(dry_run(kornblum("Bäckerei Zwei"), LIST)) == []
    assert doubts(dry_run(supplier, LIST)) == []


def test_what_a_row_in_doubt_may_be_does_not_vanish(supplier):
    run = dry_run(supplier, LIST.replace("1001", "2001"), whole_range=True)
    assert run.vanished == 0

    run = service.commit_run(run, by=None)
    assert article(supplier, "1001").online

    run = service.commit_run(told(run, new=[2]), by=None)
    assert not article(supplier, "1001").online and article(supplier, "2001").online


def test_undo_gives_the_number_back_unless_somebody_has_it(supplier):
    run = service.commit_run(told(dry_run(supplier, LIST.replace("1001", "2001")), same=[2]), by=None)
    imported(supplier, f"{HEAD}\n1001;Dinkelstange;Stück;1,10;7;Brötchen\n")

    run = service.undo_run(run, by=None)

    assert run.kept_edits == [["2001", "Roggenmischbrot", ["article_number"]]]
    assert article(supplier, "1001").name == "Dinkelstange" and article(supplier, "2001").online


def test_a_number_edited_by_hand_since_stays(supplier):
    run = service.commit_run(told(dry_run(supplier, LIST.replace("1001", "2001")), same=[2]), by=None)
    Listing.objects.filter(supplier=supplier, article_number="2001").update(article_number="R-1")

    run = service.undo_run(run, by=None)

    assert run.kept_edits == [["R-1", "Roggenmischbrot", ["article_number"]]]


def test_two_imports_at_once_do_not_double_an_article(supplier):
    first, second = (dry_run(supplier, LIST.replace("1001", number)) for number in ("2001", "3001"))
    service.commit_run(told(first, same=[2]), by=None)

    second = service.commit_run(told(second, same=[2]), by=None)

    assert set(prices(supplier)) == {"3001", "1002", "1003"} and adds_up(second)


def test_a_number_moves_only_where_somebody_said_so(supplier):
    stale = dry_run(supplier, LIST.replace("1002", "2002").replace("3,60", "3,80"))
    service.commit_run(told(dry_run(supplier, LIST.replace("1001", "2001")), same=[2]), by=None)
    stale = service.settle(stale, same=list(stale.staged.filter(outcome="held_back").values_list("number", flat=True)))
    stale = service.run_to_dry_run(stale)

    stale = service.commit_run(stale, by=None)

    assert doubts(stale) == [(2, "number_changed", "1001", "2001")]
    assert set(prices(supplier)) == {"2001", "2002", "1003"} and prices(supplier)["2001"] == Decimal("3.60")


def test_a_doubt_that_came_up_since_the_dry_run_is_held_back_by_the_commit():
    supplier = kornblum()
    head = "Bezeichnung;Einheit;Preis netto\n"
    first, second = (dry_run(supplier, f"{head}{name};kg;2,20\n") for name in ("Möhren bunt", "Möhre, bunt"))
    service.commit_run(first, by=None)

    second = service.commit_run(second, by=None)

    assert second.counts["held_back"] == 1 and Listing.objects.filter(supplier=supplier).count() == 1


def test_a_row_without_its_number_is_the_article_of_that_name_once_a_person_says_so():
    supplier = kornblum()
    weekly = "Art.-Nr.;Bezeichnung;Einheit;VK netto\n1001;Quark;Eimer;13,90\n4004;Butter;Stück;2,10\n"
    imported(supplier, weekly)
    run = dry_run(supplier, weekly.replace("4004;", ";").replace("2,10", "2,30"))
    assert sentence("identity_doubtful", {"raw": "Butter", "proposal": "Butter"}).startswith("„Butter“ steht ohne")

    run = told(run, same=[3])

    assert run.counts["updated"] == 1 and run.counts["held_back"] == run.counts["refused"] == 0
    service.commit_run(run, by=None)
    assert prices(supplier) == {"1001": Decimal("13.9"), "4004": Decimal("2.3")}
