"""A customer's prices as a file: the same way in as a catalogue, onto one list and nowhere else."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from catalog.agreements import agree, create_price_list, set_price
from catalog.imports import Statement, service
from catalog.imports.runs import differences
from catalog.models import ImportRun, Listing
from catalog.pricing import prices_for
from tests.catalog.importing import HEAD as HEAD_OF_GOODS
from tests.catalog.importing import LIST, article, dry_run, imported, kornblum, person, prices
from tests.orders import region

pytestmark = pytest.mark.django_db

TODAY = date.today()
HEAD = "Artikelnummer;Preis netto;gültig ab;gültig bis"


def day(days: int) -> str:
    return f"{TODAY + timedelta(days=days):%d.%m.%Y}"


@pytest.fixture
def supplier():
    supplier = kornblum()
    imported(supplier, LIST)
    return supplier


@pytest.fixture
def hotels(supplier):
    return create_price_list(supplier, "Hotels", by=None)


def lines(price_list) -> set[tuple]:
    found = price_list.lines.select_related("listing")
    return {(line.listing.article_number, str(line.price), line.valid_from, line.valid_to) for line in found}


def rules(run) -> list[str]:
    return sorted(run.findings.filter(severity__in=["held_back", "refused"]).values_list("rule", flat=True))


def test_days_are_written_into_the_agreement(supplier, hotels):
    text = f"{HEAD}\n1001;3,20;;{day(9)}\n1001;3,30;{day(10)};\n1002;0,45;{day(5)};{day(20)}\n1003;14,00;;\n"

    run = imported(supplier, text, price_list=hotels)

    assert run.counts == run.counts | {"created": 4, "held_back": 0, "refused": 0}
    assert lines(hotels) == {
        ("1001", "3.2000", None, TODAY + timedelta(days=9)),
        ("1001", "3.3000", TODAY + timedelta(days=10), None),
        ("1002", "0.4500", TODAY + timedelta(days=5), TODAY + timedelta(days=20)),
        ("1003", "14.0000", None, None),
    }
    assert prices(supplier)["1001"] == Decimal("3.60")


def test_the_letterhead_may_say_from_when(supplier, hotels):
    text = f"Preisliste gültig ab {day(30)}\n\n{HEAD}\n1001;3,20;;\n1002;0,45;{day(5)};\n"

    run = imported(supplier, text, price_list=hotels)

    assert run.counts == run.counts | {"created": 2, "held_back": 0}
    assert lines(hotels) == {
        ("1001", "3.2000", TODAY + timedelta(days=30), None),
        ("1002", "0.4500", TODAY + timedelta(days=5), None),
    }


def test_a_header_may_say_from_when(supplier, hotels):
    run = dry_run(supplier, "Artikelnummer;Preis netto ab 01.01.2099\n1001;3,20\n", price_list=hotels)
    assert rules(run) == ["price_column_unclear"]

    service.assign_columns(run, {"B": "price"})
    service.commit_run(service.run_to_dry_run(run), by=None)

    assert lines(hotels) == {("1001", "3.2000", date(2099, 1, 1), None)}


def test_a_programs_end_of_time_is_none(supplier, hotels):
    run = imported(supplier, f"{HEAD}\n1001;3,20;01.01.1900;31.12.9999\n", price_list=hotels)

    assert run.counts["created"] == 1
    assert lines(hotels) == {("1001", "3.2000", None, None)}


def test_the_same_file_again_changes_nothing(supplier, hotels):
    text = f"{HEAD}\n1001;3,20;;{day(9)}\n1001;3,30;{day(10)};\n1003;14,00;;\n"
    imported(supplier, text, price_list=hotels)
    before = set(hotels.lines.values_list("pk", flat=True))

    run = imported(supplier, text, price_list=hotels)

    assert run.counts["unchanged"] == 3 == run.rows
    assert set(hotels.lines.values_list("pk", flat=True)) == before


def test_a_new_word_leaves_the_other_days_as_they_were(supplier, hotels):
    set_price(hotels, article(supplier, "1001"), Decimal("3.40"), by=None)

    run = imported(supplier, f"{HEAD}\n1001;3,20;{day(10)};\n", price_list=hotels)

    assert run.counts["updated"] == 1
    assert lines(hotels) == {
        ("1001", "3.4000", None, TODAY + timedelta(days=9)),
        ("1001", "3.2000", TODAY + timedelta(days=10), None),
    }


def test_what_is_over_or_the_wrong_way_round_waits(supplier, hotels):
    text = f"{HEAD}\n1001;3,20;;{day(-1)}\n1002;0,45;{day(20)};{day(5)}\n"

    run = dry_run(supplier, text, price_list=hotels)

    assert rules(run) == ["days_reversed", "expired"]


def test_two_prices_for_one_day_wait(supplier, hotels):
    text = f"{HEAD}\n1001;3,20;;{day(9)}\n1001;3,30;{day(9)};\n1002;0,45;;{day(3)}\n1002;0,45;{day(2)};\n"

    run = imported(supplier, text, price_list=hotels)

    assert rules(run) == ["prices_overlap", "prices_overlap"]
    assert lines(hotels) == {("1002", "0.4500", None, None)}  # the same price twice is one

    service.decide(run, run.staged.filter(outcome="held_back").values_list("number", flat=True)[:1], {"leave": True})
    service.commit_run(service.run_to_dry_run(run), by=None)

    assert ("1001", "3.3000", TODAY + timedelta(days=9), None) in lines(hotels)


@pytest.mark.parametrize("agreed", [None, Decimal("3.20")])
def test_a_row_taken_over_later_does_not_overwrite_what_its_file_said_before(supplier, hotels, agreed):
    if agreed:
        set_price(hotels, article(supplier, "1001"), agreed, by=None)
    head = "Artikelnummer;Einheit;Preis netto;gültig bis"
    text = f"{head}\n1001;Stück;3,20;{day(9)}\n1001;kg;5,30;{day(20)}\n1002;kg;0,45;\n"
    before = lines(hotels)
    run = imported(supplier, text, price_list=hotels)
    assert rules(run) == ["other_unit", "other_unit"]

    service.answer(run, {"action": "accept", "number": [], "rule": "other_unit", "value": "", "text": ""})
    run = service.commit_run(service.run_to_dry_run(run), by=None)

    assert rules(run) == ["prices_overlap"]
    assert {(number, price) for number, price, *_ in lines(hotels)} == {("1001", "3.2000"), ("1002", "0.4500")}
    service.undo_run(run, by=None)
    assert lines(hotels) == before


def test_unknown_numbers_are_named_and_make_no_article(supplier, hotels):
    text = "Artikelnummer;Bezeichnung;Preis netto\n1001;Roggenmischbrot;3,20\n4711;Zimtschnecke;1,10\n"

    run = imported(supplier, text, price_list=hotels)

    finding = run.findings.get(rule="not_in_range")
    assert (finding.row, finding.raw) == (3, "4711 Zimtschnecke")
    assert run.counts["refused"] == 1
    assert Listing.objects.filter(supplier=supplier).count() == 3


def test_a_price_per_kilogram_is_none_for_the_piece(supplier, hotels):
    text = "Artikelnummer;Einheit;Preis netto\n1001;kg;3,20\n1002;Stück;0,45\n"

    run = imported(supplier, text, price_list=hotels)
    assert rules(run) == ["other_unit"]
    assert {number for number, *_ in lines(hotels)} == {"1002"}

    service.answer(run, {"action": "accept", "number": [], "rule": "other_unit", "value": "", "text": ""})
    service.commit_run(service.run_to_dry_run(run), by=None)
    assert ("1001", "3.2000", None, None) in lines(hotels)


@pytest.mark.parametrize("price", ["3,60", "2,40", "1,10", "4,90", "5,40"])
def test_what_is_usually_agreed_is_no_doubt(supplier, hotels, price):
    run = dry_run(supplier, f"Artikelnummer;Preis netto\n1001;{price}\n", price_list=hotels)

    assert run.counts["created"] == 1 and not run.findings.filter(rule="price_changed").exists()


@pytest.mark.parametrize(
    ("said", "proposal"),
    [
        ("Preis netto\n1001;28,80", "2,88"),
        ("Preis netto\n1001;7,20", ""),
        ("Preis netto\n1001;0,36", "3,6"),
        ("Preis netto\n1001;0,90", ""),
        ("Einheit;Preis netto\n1001;Stück;28,80", "2,88"),
        ("Preis netto;PE\n1001;2880;100", "288"),
        ("Bruttopreis\n1001;30,80", "3,08"),
    ],
)
def test_a_price_far_from_the_lists_is_a_doubt(supplier, hotels, said, proposal):
    statement = Statement("gross" if said.startswith("Brutto") else "net")
    run = dry_run(supplier, f"Artikelnummer;{said}\n", statement, price_list=hotels)

    assert rules(run) == ["agreed_far"]
    assert run.findings.get(rule="agreed_far").proposal == proposal


def test_prices_far_from_the_lists_are_accepted_at_once(owner, supplier, hotels):
    run = dry_run(supplier, "Artikelnummer;Preis netto\n1001;28,80\n1002;3,92\n1003;14,00\n", price_list=hotels)
    page = owner.get(reverse("catalog:import", args=[run.reference])).content.decode().replace("\xa0", " ")
    assert "28,80 € bei einem Listenpreis von 3,60 €: bitte prüfen." in page and "statt bisher" not in page

    owner.post(reverse("catalog:import-decide", args=[run.reference]), {"action": "accept", "rule": "agreed_far"})

    run.refresh_from_db()
    assert run.counts == run.counts | {"created": 3, "held_back": 0}


def test_no_price_is_nothing_to_agree(supplier, hotels):
    run = dry_run(supplier, f"{HEAD}\n1001;auf Anfrage;;\n1002;0,45;;\n", price_list=hotels)

    service.answer(run, {"action": "accept", "number": [], "rule": "price_on_request", "value": "", "text": ""})
    service.commit_run(service.run_to_dry_run(run), by=None)

    run.refresh_from_db()
    assert run.counts == run.counts | {"unchanged": 1, "created": 1, "held_back": 0}
    assert {number for number, *_ in lines(hotels)} == {"1002"}


def test_gross_prices_lose_the_articles_own_tax(supplier, hotels):
    Listing.objects.filter(supplier=supplier, article_number="1002").update(price=49, price_quantity=100)
    text = "Artikelnummer;Bruttopreis;PE\n1002;53,50;100\n1001;321,00;100\n"

    imported(supplier, text, Statement("gross"), price_list=hotels)

    assert {(line.price_quantity, str(line.price)) for line in hotels.lines.all()} == {
        (100, "50.0000"),
        (100, "300.0000"),
    }


def test_what_the_article_becomes_leaves_agreed_prices_as_they_were(supplier, hotels):
    hotel = region.buyer()
    agree(region.known(hotel, supplier), hotels, by=None)
    imported(supplier, "Artikelnummer;Preis netto\n1002;0,45\n1003;14,00\n", price_list=hotels)

    run = imported(supplier, f"{HEAD_OF_GOODS};PE\n1002;Laugenbrezel;Stück;49,00;7;Brötchen;100\n"
                             "1003;Apfelkuchen;Karton;140,00;7;Kuchen;1\n")  # fmt: skip

    assert run.counts["updated"] == 2
    pretzel, cake = prices_for(hotel, [(article(supplier, number), Decimal(1)) for number in ("1002", "1003")])
    assert (pretzel.unit_price, pretzel.list_amount) == (Decimal("0.45"), Decimal("0.49"))
    assert (cake.amount, cake.is_own) == (Decimal("140.00"), False)  # agreed was the piece, ordered is the carton


def test_a_price_for_a_thousand_stays_exact(supplier, hotels):
    imported(supplier, "Artikelnummer;Preis netto;ab 5000;PE\n1002;488,45;479,95;1000\n", price_list=hotels)

    line = hotels.lines.get()
    assert (str(line.price), line.price_quantity, line.steps) == ("488.4500", 1000, [["5000", "479.95"]])


def test_an_undo_leaves_what_was_agreed_between_two_commits(supplier, hotels):
    run = imported(supplier, "Artikelnummer;Einheit;Preis netto\n1001;Stück;3,20\n1002;kg;0,45\n", price_list=hotels)
    set_price(hotels, article(supplier, "1001"), Decimal("2.99"), by=None)
    service.answer(run, {"action": "accept", "number": [], "rule": "other_unit", "value": "", "text": ""})
    service.commit_run(service.run_to_dry_run(run), by=None)

    run = service.undo_run(run, by=None)

    assert lines(hotels) == {("1001", "2.9900", None, None)}
    assert [number for number, *_ in run.kept_edits] == ["1001"]


def test_what_is_unchanged_is_not_touched(supplier, hotels):
    files = [f"{HEAD}\n1001;3,20;;{day(9)}\n", f"{HEAD}\n1001;3,20;{day(10)};\n",
             f"{HEAD}\n1001;3,20;;{day(9)}\n1001;3,20;{day(10)};\n"]  # fmt: skip
    runs = [imported(supplier, text, price_list=hotels) for text in files]
    assert runs[2].counts["unchanged"] == 2

    for run in reversed(runs):
        service.undo_run(run, by=None)

    assert lines(hotels) == set()


def test_what_a_header_means_for_one_customer_is_none_of_the_catalogues(supplier, hotels):
    text = "Artikelnummer;Bezeichnung;Einheit;Preis netto ab 01.01.2099;MwSt\n1001;Roggenmischbrot;Stück;3,20;7\n"
    run = dry_run(supplier, text, price_list=hotels)
    service.assign_columns(run, {"D": "price"})
    service.commit_run(service.run_to_dry_run(run), by=None)
    assert lines(hotels) == {("1001", "3.2000", date(2099, 1, 1), None)}

    assert rules(imported(supplier, text)) == ["not_yet_valid"]
    assert prices(supplier)["1001"] == Decimal("3.60")


def test_undo_brings_the_agreed_prices_back(supplier, hotels):
    bread, pretzel, cake = (article(supplier, number) for number in ("1001", "1002", "1003"))
    set_price(hotels, bread, Decimal("3.40"), [(Decimal(10), Decimal("3.10"))], by=None)
    set_price(hotels, cake, Decimal("13.00"), by=None)
    before = lines(hotels)
    run = imported(supplier, f"{HEAD}\n1001;3,20;{day(1)};{day(5)}\n1002;0,45;;\n1003;14,00;;\n", price_list=hotels)
    set_price(hotels, cake, Decimal("12.00"), by=None)

    run = service.undo_run(run, by=None)

    assert run.status == ImportRun.Status.UNDONE
    assert lines(hotels) == before - {("1003", "13.0000", None, None)} | {("1003", "12.0000", None, None)}
    assert hotels.lines.get(listing=bread).steps == [["10", "3.1"]]
    assert [number for number, *_ in run.kept_edits] == ["1003"]


def test_old_beside_new_before_and_after(supplier, hotels):
    set_price(hotels, article(supplier, "1001"), Decimal("3.40"), by=None)
    text = f"{HEAD}\n1001;3,20;{day(10)};\n1002;0,45;;\n"

    def shown(run):
        changes = differences.changes(run, list(differences.changed(run)))
        return [(one.listing.article_number, one.old, one.new, bool(one.fields)) for one in changes]

    run = dry_run(supplier, text, price_list=hotels)
    expected = [("1001", Decimal("3.4"), Decimal("3.2"), True), ("1002", None, Decimal("0.45"), False)]
    assert shown(run) == expected
    service.commit_run(run, by=None)
    run.refresh_from_db()
    assert sorted(shown(run)) == expected


def upload(client, price_list, data, **fields):
    fields = {"file": SimpleUploadedFile("hotels.csv", data.encode()), "key": "ABCDEFGN"} | fields
    return client.post(reverse("catalog:price-list-upload", args=[price_list.reference]), fields, follow=True)


def test_what_is_wrong_with_an_upload_is_said_in_its_form(owner, hotels):
    address = reverse("catalog:price-list-upload", args=[hotels.reference])

    page = owner.post(address, {"key": "ABCDEFGN", "prices": "gross"}).content.decode()

    before, form = page.split(f'action="{address}#hochladen"')
    words = "Bitte wählen Sie eine Datei oder fügen Sie Zellen ein."
    assert words in form and words not in before and '<option value="gross" selected>' in form
    own = reverse("catalog:price-list", args=[hotels.reference])
    assert f'<form method="post" action="{own}"' in before  # the other form goes where it always does


def test_the_pages_show_first_what_becomes_of_it(owner, supplier, hotels):
    page = upload(owner, hotels, f"{HEAD}\n1001;3,20;{day(10)};\n4711;1,00;;\n").content.decode()
    run = ImportRun.objects.get(price_list=hotels)
    assert "Noch ist kein Preis vereinbart" in page and "4711 haben Sie nicht im Sortiment" in page
    assert not hotels.lines.exists()
    assert f"ab {day(10)}" in owner.get(reverse("catalog:import-changes", args=[run.reference])).content.decode()

    owner.post(reverse("catalog:import-commit", args=[run.reference]))
    page = owner.get(reverse("catalog:price-list", args=[hotels.reference])).content.decode()
    assert "3,20" in page and "hotels.csv" in page
    assert "hotels.csv" not in owner.get(reverse("catalog:imports")).content.decode()

    page = owner.post(reverse("catalog:import-undo", args=[run.reference]), follow=True).content.decode()
    assert "Die vereinbarten Preise sind wieder wie vorher" in page
    assert not hotels.lines.exists()


def test_a_double_click_is_one_upload(owner, hotels):
    for _ in range(2):
        upload(owner, hotels, f"{HEAD}\n1001;3,20;;\n")
    assert ImportRun.objects.filter(price_list=hotels).count() == 1


def test_who_keeps_the_range_sees_no_customer_prices(client, supplier, hotels):
    run = dry_run(supplier, f"{HEAD}\n1001;3,20;;\n", price_list=hotels)
    client.force_login(person(supplier, "supplier_catalogue"))
    for name in ("import", "import-changes", "import-findings", "import-file", "import-columns", "import-returned"):
        assert client.get(reverse(f"catalog:{name}", args=[run.reference])).status_code == 404


def test_prices_that_are_over_are_shown_on_request(owner, supplier, hotels):
    hotels.lines.create(listing=article(supplier, "1001"), price="3.11", valid_to=TODAY - timedelta(days=1))
    where = reverse("catalog:price-list", args=[hotels.reference])
    assert "3,11" not in owner.get(where).content.decode()
    assert "1 abgelaufener Preis" in owner.get(where).content.decode()
    assert "3,11" in owner.get(where, {"past": "1"}).content.decode()
