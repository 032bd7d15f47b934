"""What an import writes, and what it leaves alone."""

from decimal import Decimal

import pytest

from catalog.errors import RangeQuestion
from catalog.imports import Statement, service
from catalog.models import BeforeImage, ImportRun, Listing, Outcome
from tests.catalog.importing import HEAD, LIST, article, dry_run, imported, kornblum, prices

pytestmark = pytest.mark.django_db


def test_dry_run_publishes_nothing_and_its_numbers_add_up():
    supplier = kornblum()

    run = dry_run(supplier, LIST + ";;;;;\nAlle Preise zzgl. USt;;;;;\n1004;Ohne Preis;Stück;;7;Brot\n")

    assert run.status == ImportRun.Status.READY
    assert sum(run.counts.values()) == run.rows == 5
    assert run.counts["created"] == 3 and run.counts["refused"] == 1 and run.counts["skipped"] == 1
    assert not Listing.objects.filter(supplier=supplier).exists()


def test_commit_writes_the_article_with_oscars_rows():
    supplier = kornblum()

    imported(supplier, LIST)

    bread = article(supplier, "1001")
    record = bread.product.stockrecords.get()
    assert (bread.name, bread.price) == ("Roggenmischbrot", Decimal("3.60"))
    assert (bread.unit, bread.vat_rate) == ("H87", Decimal(7))
    assert bread.online and bread.product.categories.count() == 1
    assert (record.partner, record.partner_sku, record.price) == (supplier.partner, bread.reference, None)


def test_the_same_file_again_changes_nothing():
    supplier = kornblum()
    imported(supplier, LIST)
    before = list(Listing.objects.order_by("pk").values())

    run = imported(supplier, LIST)

    assert run.counts["unchanged"] == run.rows == 3
    assert list(Listing.objects.order_by("pk").values()) == before
    assert not BeforeImage.objects.filter(run=run).exists()


def test_the_file_wins_for_its_columns_and_the_rest_stays():
    supplier = kornblum()
    imported(supplier, LIST)
    Listing.objects.filter(supplier=supplier).update(origin="Sachsen", minimum=5)

    run = imported(supplier, "Artikelnummer;Bezeichnung;Preis netto\n1001;Roggenmischbrot 1 kg;3,80\n")

    bread = article(supplier, "1001")
    assert run.counts["updated"] == 1
    assert (bread.name, bread.price) == ("Roggenmischbrot 1 kg", Decimal("3.80"))
    assert (bread.origin, bread.minimum, bread.unit, bread.vat_rate) == ("Sachsen", 5, "H87", Decimal(7))
    assert article(supplier, "1003").online


def test_a_manual_edit_is_seen_although_the_file_is_the_same():
    supplier = kornblum()
    imported(supplier, LIST)
    Listing.objects.filter(supplier=supplier, article_number="1001").update(price=Decimal("3.90"))

    run = dry_run(supplier, LIST)

    assert (run.counts["updated"], run.counts["unchanged"]) == (1, 2)
    noted = run.findings.get(rule="edited_by_hand")
    assert (noted.row, noted.raw) == (2, "Preis")


def test_numbers_differ_in_case_only_are_one_article():
    supplier = kornblum()
    imported(supplier, f"{HEAD}\nA-100;Brot;Stück;3,60;7;Brot\n")

    imported(supplier, f"{HEAD}\na-100;Brot;Stück;3,70;7;Brot\n")

    assert prices(supplier) == {"A-100": Decimal("3.70")}


def test_a_list_without_numbers_finds_its_articles_again():
    supplier = kornblum()
    first = "Bezeichnung;Herkunft;Einheit;Preis netto\nMöhren;Sachsen;kg;1,20\nMöhren;Spanien;kg;0,90\n"
    imported(supplier, first)
    numbers = set(prices(supplier))

    run = imported(supplier, first.replace("1,20", "1,30"))

    assert (run.counts["updated"], run.counts["unchanged"]) == (1, 1)
    assert set(prices(supplier)) == numbers and set(prices(supplier).values()) == {Decimal("1.30"), Decimal("0.90")}
    assert all(Listing.objects.filter(supplier=supplier).values_list("number_is_ours", flat=True))


def test_a_price_list_names_articles_that_we_do_not_have():
    supplier = kornblum()
    imported(supplier, LIST)

    run = imported(supplier, "Artikelnummer;Preis netto\n1001;3,70\n4711;9,90\n")

    assert (run.counts["updated"], run.counts["refused"]) == (1, 1)
    assert run.findings.get(severity="refused").rule == "unknown_article"
    assert "4711" not in prices(supplier)


def test_a_deposit_in_words_reaches_a_known_article_and_silence_leaves_it():
    supplier = kornblum()
    imported(supplier, f"{HEAD};Hinweis\n1;Joghurt;Glas;1,49;7;Milch;\n")
    imported(supplier, f"{HEAD};Hinweis\n1;Joghurt;Glas;1,49;7;Milch;zzgl. 0,15 € Pfand\n")
    assert article(supplier, "1").deposit.price == Decimal("0.15")
    imported(supplier, f"{HEAD};Hinweis\n1;Joghurt;Glas;1,59;7;Milch;frisch\n")
    assert (article(supplier, "1").price, article(supplier, "1").deposit.price) == (Decimal("1.59"), Decimal("0.15"))


def test_a_deposit_is_an_article_of_its_own():
    supplier = kornblum()

    imported(supplier, "Artikelnummer;Bezeichnung;Einheit;Preis netto;Pfand\n7;Apfelsaft;Flasche;1,80;0,15\n")

    juice = article(supplier, "7")
    assert (juice.price, juice.deposit.price, juice.deposit.online) == (Decimal("1.80"), Decimal("0.15"), False)


def test_gross_prices_become_net_and_keep_what_was_stated():
    supplier = kornblum()

    imported(supplier, LIST.replace("netto", ""), Statement("gross", Decimal(7)))

    bread = article(supplier, "1001")
    assert (bread.price, bread.gross_price) == (Decimal("3.3645"), Decimal("3.60"))


def test_without_a_word_on_net_or_gross_nothing_is_published_until_answered():
    supplier = kornblum(lists_are="")
    run = imported(supplier, LIST.replace(" netto", ""))
    assert run.counts["held_back"] == 3 and not prices(supplier)

    run = service.run_to_dry_run(service.change_statement(run, prices="net"))
    run = service.commit_run(run, by=None)

    assert run.counts["created"] == 3 and prices(supplier)["1001"] == Decimal("3.60")


def test_a_commit_twice_is_one():
    supplier = kornblum()
    run = imported(supplier, LIST)

    again = service.commit_run(run, by=None)

    assert again.done == run.done and Listing.objects.filter(supplier=supplier).count() == 3


def test_the_same_form_sent_twice_is_one_run():
    supplier = kornblum()

    runs = [service.start_import(supplier, LIST.encode(), "a.csv", by=None, key="ABCDEFGN") for _ in range(2)]

    assert runs[0] == runs[1]


def test_the_whole_range_takes_absent_articles_offline_and_back():
    supplier = kornblum()
    imported(supplier, LIST)
    shorter = "\n".join(LIST.splitlines()[:3]) + "\n"
    run = dry_run(supplier, shorter, whole_range=True)
    with pytest.raises(RangeQuestion):
        service.commit_run(run, by=None)

    service.commit_run(service.confirm_range(run), by=None)
    assert not article(supplier, "1003").online and article(supplier, "1002").online

    imported(supplier, LIST)
    assert article(supplier, "1003").online


def test_open_rows_can_be_decided_after_the_commit():
    supplier = kornblum()
    run = imported(supplier, LIST.replace("0,49", "auf Anfrage"))
    assert (run.counts["created"], run.counts["held_back"]) == (2, 1)
    number = run.staged.get(outcome=Outcome.HELD_BACK).number

    run = service.run_to_dry_run(service.decide(run, [number], {"set": {"D3": "0,55"}}))
    run = service.commit_run(run, by=None)

    assert run.counts == {"created": 3, "updated": 0, "unchanged": 0, "held_back": 0, "refused": 0, "skipped": 0}
    assert prices(supplier)["1002"] == Decimal("0.55")


def test_a_price_a_hundred_times_as_high_waits_and_takes_its_proposal():
    supplier = kornblum()
    imported(supplier, LIST)
    run = dry_run(supplier, LIST.replace("0,49", "49,00"))
    held = run.staged.get(outcome=Outcome.HELD_BACK)

    run = service.run_to_dry_run(service.take_proposals(run, [held.number]))

    assert run.counts["held_back"] == 0 and run.counts["unchanged"] == 3


def test_a_left_out_row_is_refused_and_no_longer_asks():
    supplier = kornblum()
    run = dry_run(supplier, LIST.replace("0,49", "auf Anfrage"))
    service.answer(run, {"action": "leave", "number": [], "rule": "price_on_request", "value": "", "text": ""})

    run = service.run_to_dry_run(run)

    assert (run.counts["refused"], run.counts["held_back"]) == (1, 0)


def test_a_unit_explained_once_is_remembered():
    supplier = kornblum()
    text = LIST.replace("Stück", "Hucke")
    run = dry_run(supplier, text)
    assert run.counts["held_back"] == 3
    service.answer(run, {"action": "unit", "number": [], "rule": "unit_unknown", "value": "Hucke", "text": "XCR"})

    service.commit_run(service.run_to_dry_run(run), by=None)
    next_run = dry_run(supplier, text.replace("3,60", "3,70"))

    assert article(supplier, "1001").unit == "XCR"
    assert (next_run.counts["updated"], next_run.counts["unchanged"]) == (1, 2)


def test_a_strange_group_is_named_once_and_keeps_no_article_out():
    supplier = kornblum()

    run = imported(supplier, LIST.replace(";Brot\n", ";Zauberzeug\n").replace(";Kuchen\n", ";Zauberzeug\n"))

    assert run.counts["created"] == 3
    assert [finding.raw for finding in run.findings.filter(rule="group_unknown")] == ["Zauberzeug"]


def test_a_number_beyond_all_measure_refuses_its_row_alone():
    supplier = kornblum()

    run = imported(supplier, LIST.replace("3,60", "123456789012,00"))

    assert (run.counts["created"], run.counts["created"] + run.counts["held_back"] + run.counts["refused"]) == (2, 3)


def test_a_public_reference_that_is_taken_is_drawn_again():
    supplier = kornblum()
    imported(supplier, LIST)
    run = dry_run(supplier, f"{HEAD}\n2001;Zopf;Stück;4,20;7;Brot\n2002;Hörnchen;Stück;0,80;7;Brot\n")
    taken = article(supplier, "1001").reference
    run.staged.update(reference=taken)

    service.commit_run(run, by=None)

    references = set(Listing.objects.filter(supplier=supplier).values_list("reference", flat=True))
    assert len(references) == 5 and article(supplier, "1001").reference == taken
