"""What a producer met who walked through the import: no dead ends, no sentence that is not true any more."""

import io

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from openpyxl import Workbook

from catalog.imports import Statement, service
from catalog.imports.review import returned
from catalog.models import ImportMemory, ImportRun, PriceList
from tests.catalog.importing import HEAD, LIST, dry_run, imported, kornblum, page_of, person, prices
from tests.catalog.test_import_answers import decide, news
from tests.catalog.test_import_pages import upload

pytestmark = pytest.mark.django_db

DOUBLE = f"{LIST}1004;Hefezopf;Stück;5,90;7;Brot\n1004;Hefezopf;Stück;6,90;7;Brot\n"


def text_of(answer) -> str:
    return BeautifulSoup(answer.content.decode(), "html.parser").select_one("main").get_text(" ", strip=True)


@pytest.mark.parametrize(
    "name", ["import-commit", "import-undo", "import-discard", "import-statement", "import-sheet", "import-go-on"]
)
def test_the_address_of_a_form_leads_to_the_run(owner, supplier, name):
    run = dry_run(supplier, LIST)

    answer = owner.get(page_of(run, name))

    assert answer.url == page_of(run)
    run.refresh_from_db()
    assert run.status == "ready"


def test_a_discarded_run_announces_nothing_and_leads_on(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(supplier, f"{HEAD}\n1001;Roggenmischbrot;Stück;3,70;7;Brot\n", whole_range=True)
    assert "gehen offline" in text_of(owner.get(page_of(run)))
    owner.post(page_of(run, "import-discard"))

    page = owner.get(page_of(run))

    assert "offline" not in text_of(page) and "Noch ist nichts" not in text_of(page)
    assert "Es wurde nichts geändert." in text_of(page) and "Alte und neue Werte" not in text_of(page)
    assert "Andere Datei hochladen" in text_of(page)


def test_a_run_taken_back_leads_on(owner, supplier):
    run = service.undo_run(imported(supplier, LIST), by=None)

    assert "Andere Datei hochladen" in text_of(owner.get(page_of(run)))


def test_one_row_is_one(owner, supplier):
    run = dry_run(supplier, f"{HEAD}\n1001;Roggenmischbrot;Stück;3,60;7;Brot\n")

    assert "1 Zeile gelesen, 1 davon in Ordnung" in text_of(owner.get(page_of(run)))


def test_of_one_number_told_twice_the_chosen_row_holds(owner, supplier):
    run = dry_run(supplier, DOUBLE)
    first, second = run.staged.filter(outcome="held_back").values_list("number", flat=True)

    assert "1 Zeile ist entschieden." in news(decide(owner, run, action="accept", number=second))
    assert run.open_rows == 1 and run.staged.get(number=first).reason == "left_out"
    decide(owner, run, action="restore", number=first)
    assert run.staged.get(number=first).outcome == "held_back"

    decide(owner, run, action="accept", number=first)
    decide(owner, run, action="restore", number=second)
    assert run.staged.get(number=second).outcome == "held_back", "never both"
    service.commit_run(run, by=None)
    assert str(prices(supplier)["1004"]) == "5.9000"


def test_two_rows_of_one_number_are_not_both_right(owner, supplier):
    run = dry_run(supplier, DOUBLE)
    both = list(run.staged.filter(outcome="held_back").values_list("number", flat=True))

    assert "löst die Frage noch nicht" in news(decide(owner, run, action="accept", number=both))
    assert run.open_rows == 2


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_template_is_understood(owner, supplier, language):
    with translation.override(language):
        data = returned.template()

    run = dry_run(supplier, data)

    assert set(run.columns) >= set(returned.TEMPLATE) - {"name_en"}, run.columns
    assert run.in_order == 1, list(run.findings.values_list("rule", "raw"))


def test_columns_that_would_leave_no_list_are_not_remembered(owner, supplier):
    run = dry_run(supplier, "Nr;Name;Preis\nP-1;Streuselschnecke;1,20\nP-2;Mohnhörnchen;viel\n")

    page = owner.post(page_of(run, "import-columns"), {"column_C": ""})

    assert "So wäre die Datei keine Liste mehr" in text_of(page)
    assert not ImportMemory.objects.get(supplier=supplier).reading.get("columns")


def test_a_list_may_do_without_its_prices(owner, supplier):
    run = dry_run(supplier, LIST)

    owner.post(page_of(run, "import-columns"), {"column_D": ""})

    run.refresh_from_db()
    assert run.status == "ready" and "price" not in run.columns


def test_the_proposed_unit_speaks_the_language_of_the_page(owner, supplier):
    run = dry_run(supplier, LIST.replace("Stück;3,60", "Flasxhe;3,60"))

    for name in ("import", "import-findings"):
        with translation.override("en"):
            page = text_of(owner.get(page_of(run, name)))
        assert "bottle" in page.partition("In your file")[2] and "Flasche" not in page, name


def test_a_header_that_contradicts_is_not_passed_over(owner, supplier):
    run = dry_run(supplier, "Nr;Name;Einheit;VK brutto;EK\n1;Brot;Stück;4,28;1,10\n2;Zopf;Stück;5,35;1,90\n")

    page = text_of(owner.get(page_of(run)))

    assert "Sie haben angegeben: netto." not in page


def test_a_question_about_sheets_is_no_unreadable_file(owner):
    book, target = Workbook(), io.BytesIO()
    book.active.title = "Gastro"
    for sheet, dearer in ((book.active, 0), (book.create_sheet("Handel"), 1)):
        sheet.append(["Nummer", "Artikel", "Einheit", "Preis netto", "MwSt"])
        for number in range(8):
            sheet.append([f"B{number}", f"Ware {number}", "Stück", 2 + number + dearer, 7])
    book.save(target)
    upload(owner, target.getvalue(), "zwei.xlsx")
    assert ImportRun.objects.get().fault["rule"] == "two_tables"

    history = text_of(owner.get(reverse("catalog:imports")))

    assert "wartet auf Sie" in history and "nicht lesbar" not in history


def test_nothing_goes_offline_by_a_part_of_the_range(owner, supplier):
    run = imported(supplier, LIST)

    page = text_of(owner.get(page_of(run, "import-vanished")))

    assert "Durch diese Liste geht kein Artikel offline." in page and "0 Artikel" not in page


def test_days_of_agreed_prices_are_written_as_elsewhere(owner, supplier):
    imported(supplier, LIST)
    agreed = PriceList.objects.create(supplier=supplier, name="Kantinen")
    text = "Artikelnummer;Preis netto;gültig ab;gültig bis\n1001;3,10;01.12.2030;31.12.2030\n"
    run = dry_run(supplier, text, Statement(prices="net"), price_list=agreed)

    assert "1.12.2030 bis 31.12.2030" in text_of(owner.get(page_of(run, "import-changes")))
    with translation.override("en"):
        assert "1 Dec 2030 to 31 Dec 2030" in text_of(owner.get(page_of(run, "import-changes")))


def test_who_may_only_look_is_offered_no_template(client, owner, supplier):
    assert "Vorlage für Excel" in text_of(owner.get(reverse("catalog:imports")))

    client.force_login(person(supplier, "supplier_orders"))
    assert "Vorlage für Excel" not in text_of(client.get(reverse("catalog:imports")))


def test_a_stranger_learns_nothing_from_the_address_of_a_form(client, supplier):
    run = dry_run(supplier, LIST)
    client.force_login(person(kornblum("Bäckerei Anders"), "supplier_owner"))

    assert client.get(page_of(run, "import-commit")).status_code == 404


def test_no_jargon_about_a_broken_file(owner):
    good = io.BytesIO()
    Workbook().save(good)
    page = owner.post(
        reverse("catalog:imports"),
        {"file": SimpleUploadedFile("kaputt.xlsx", good.getvalue()[:2000]), "key": "ABCDEFGN"},
        follow=True,
    )

    assert "(zip)" not in text_of(page) and "beschädigt" in text_of(page)
