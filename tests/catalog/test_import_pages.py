"""The import as a producer walks through it."""

import io
from zipfile import ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation
from openpyxl import Workbook, load_workbook

from catalog.imports import jobs, service
from catalog.models import ImportMemory, ImportRun
from tests.catalog.importing import HEAD, LIST, article, dry_run, imported, kornblum, page_of, person, prices, workbook

pytestmark = pytest.mark.django_db


def upload(client, data, name="Preisliste.csv", **fields):
    data = data.encode() if isinstance(data, str) else data
    fields = {"file": SimpleUploadedFile(name, data), "key": "ABCDEFGN"} | fields
    return client.post(reverse("catalog:imports"), fields, follow=True)


def test_from_upload_to_shop(owner, supplier):
    page = upload(owner, LIST).content.decode()
    run = ImportRun.objects.get()
    assert "3 Zeilen gelesen, 3 davon in Ordnung" in page
    assert "3 Zeilen übernehmen" in page

    page = owner.post(page_of(run, "import-commit"), follow=True).content.decode()

    assert "3 Zeilen sind übernommen" in page
    assert len(prices(supplier)) == 3
    assert "Ganzen Import zurücknehmen" in page


def test_pasted_cells_are_a_list_too(owner, supplier):
    page = owner.post(
        reverse("catalog:imports"), {"cells": LIST.replace(";", "\t"), "key": "ABCDEFGN"}, follow=True
    ).content.decode()

    assert "3 Zeilen gelesen" in page
    with translation.override("en"):
        assert "Pasted cells</h1>" in owner.get(page_of(ImportRun.objects.get())).content.decode()


def test_an_upload_sent_twice_is_one(owner):
    upload(owner, LIST)
    upload(owner, LIST)

    assert ImportRun.objects.count() == 1


def test_nothing_chosen_is_said_at_the_field(owner):
    page = owner.post(reverse("catalog:imports"), {"key": "ABCDEFGN"}).content.decode()

    assert "Bitte wählen Sie eine Datei oder fügen Sie Zellen ein." in page


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"%PDF-1.7 nichts", "Das ist keine Tabelle"), (b"", "Die Datei ist leer"), (b"Hallo\n", "keine Liste gefunden")],
)
def test_a_file_that_is_no_list_says_so_and_is_kept(owner, data, words):
    if not data:
        data = b"\n"
    page = upload(owner, data).content.decode()

    assert words in page or "keine Liste gefunden" in page or "leer" in page
    assert ImportRun.objects.get().upload.read() == data


def test_an_empty_sheet_and_a_line_of_headings_are_called_so(owner):
    empty, target = Workbook(), io.BytesIO()
    empty.active.title = "Tabelle1"
    empty.save(target)

    assert "Das Blatt „Tabelle1“ ist leer." in upload(owner, target.getvalue(), "leer.xlsx").content.decode()
    assert "Unter der Kopfzeile steht nichts." in upload(owner, f"{HEAD}\n").content.decode()
    assert "Unter der Kopfzeile steht nichts." in upload(owner, workbook(HEAD)).content.decode()


def test_rows_that_nobody_read_as_goods_are_named_first(owner, supplier):
    run = dry_run(supplier, f"{LIST}1004;;;;;\n")

    page = owner.get(page_of(run)).content.decode()

    assert "die erste ist Zeile 5." in page.partition("Alle Hinweise")[0]
    assert sum(run.counts.values()) == 4 and run.counts["skipped"] == 1


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_unit_that_was_perhaps_meant_is_chosen_already(owner, supplier, language):
    run = dry_run(supplier, LIST.replace("Stück;3,60", "Flasxhe;3,60"))

    with translation.override(language):
        page = owner.get(page_of(run)).content.decode()

    assert '<option value="XBO" selected>' in page


def test_a_zip_of_pictures_is_shown_the_way(owner):
    target = io.BytesIO()
    with ZipFile(target, "w") as archive:
        archive.writestr("1001.jpg", b"...")

    page = upload(owner, target.getvalue(), "bilder.zip").content.decode()

    assert "Sind das Bilder zu Ihren Artikeln?" in page and reverse("catalog:pictures") in page


def test_after_taking_over_the_next_steps_are_offered(owner, supplier):
    run = imported(supplier, LIST)

    page = owner.get(page_of(run)).content.decode()

    assert "Ihre Artikel ansehen" in page and "Bilder hochladen" in page
    owner.post(page_of(run, "import-undo"))
    assert "Ihre Artikel ansehen" not in owner.get(page_of(run)).content.decode()


def test_a_list_that_is_net_offers_gross_alone(owner, supplier):
    run = dry_run(supplier, LIST.replace("3,60", "x").replace("0,49", "x").replace("14,50", "x"))

    page = owner.get(page_of(run)).content.decode()

    assert "Die Liste ist brutto" in page and "Die Liste ist netto" not in page


def test_a_list_without_headings_names_its_column_by_the_letter(owner, supplier):
    run = dry_run(supplier, LIST.partition("\n")[2])

    page = owner.get(page_of(run)).content.decode()

    assert run.header_row is None and "Preise aus Spalte D" in page and "„Spalte D“" not in page


def test_two_equal_sheets_ask_which(owner, supplier):
    book = load_workbook(io.BytesIO(workbook(LIST)))
    other = book.copy_worksheet(book.active)
    other.title = "Zweitliste"
    target = io.BytesIO()
    book.save(target)
    page = upload(owner, target.getvalue(), "zwei.xlsx").content.decode()
    run = ImportRun.objects.get()
    assert "Auf welchem Blatt steht Ihre Liste?" in page

    owner.post(page_of(run, "import-sheet"), {"sheet": "Zweitliste"})

    run.refresh_from_db()
    assert (run.status, run.sheet) == ("ready", "Zweitliste")


def test_the_list_is_gross_with_one_click(owner, supplier):
    upload(owner, LIST.replace(" netto", ""))
    run = ImportRun.objects.get()

    page = owner.post(page_of(run, "import-statement"), {"prices": "gross"}, follow=True).content.decode()

    assert "gelten als brutto" in page
    owner.post(page_of(run, "import-commit"))
    assert article(supplier, "1001").gross_price == 3.60 or str(article(supplier, "1001").gross_price) == "3.6000"


def test_all_alike_are_decided_at_once(owner, supplier):
    imported(supplier, LIST)
    upload(owner, LIST.replace("0,49", "49,00").replace("3,60", "360,00"))
    run = ImportRun.objects.latest("pk")
    assert run.counts["held_back"] == 2
    page = owner.get(page_of(run)).content.decode()
    assert "2 Zeilen brauchen Sie" in page and "Für alle 2 den Vorschlag übernehmen" in page

    owner.post(page_of(run, "import-decide"), {"action": "take", "rule": "price_jump", "value": ""})

    run.refresh_from_db()
    assert run.counts["held_back"] == 0 and run.counts["unchanged"] == 3


PACKS = "Artikelnummer;Bezeichnung;VE;Preis\nS1;Apfelsaft;6 x 1 l;1,90\nS2;Quittensaft;6 x 0,75 l;3,20\n"


def test_what_the_price_is_for_is_asked_once_for_the_list(owner, supplier):
    upload(owner, PACKS)
    run = ImportRun.objects.get()
    assert run.counts["held_back"] == 2
    assert "Für ein Stück daraus" in owner.get(page_of(run)).content.decode()

    owner.post(page_of(run, "import-decide"), {"action": "answer", "rule": "pack_or_piece", "text": "piece"})

    run.refresh_from_db()
    assert run.counts["created"] == 2
    owner.post(page_of(run, "import-commit"))
    assert (article(supplier, "S1").unit, article(supplier, "S1").content, article(supplier, "S1").interval) == (
        "H87",
        1,
        6,
    )
    assert dry_run(supplier, PACKS.replace("1,90", "1,95")).counts["held_back"] == 0


def test_an_answer_that_was_not_offered_changes_nothing(owner, supplier):
    upload(owner, PACKS)
    run = ImportRun.objects.get()

    owner.post(page_of(run, "import-decide"), {"action": "answer", "rule": "pack_or_piece", "text": "free"})

    run.refresh_from_db()
    assert run.counts["held_back"] == 2


def test_chosen_rows_take_a_typed_value(owner, supplier):
    upload(owner, LIST.replace("0,49", "auf Anfrage"))
    run = ImportRun.objects.get()
    number = run.staged.get(outcome="held_back").number

    owner.post(page_of(run, "import-decide"), {"action": "set", "number": number, "text": "0,55"})

    run.refresh_from_db()
    assert run.counts["created"] == 3


def test_columns_are_corrected_on_one_page_and_remembered(owner, supplier):
    upload(owner, LIST.replace("Warengruppe", "Zeug"))
    run = ImportRun.objects.get()
    page = owner.get(page_of(run, "import-columns")).content.decode()
    assert "Roggenmischbrot" in page and 'name="column_F"' in page

    owner.post(page_of(run, "import-columns"), {"column_F": "origin"})
    owner.post(page_of(run, "import-commit"))

    assert article(supplier, "1001").origin == "Brot"
    assert ImportMemory.objects.get(supplier=supplier).reading["columns"]
    again = dry_run(supplier, LIST.replace("Warengruppe", "Zeug").replace("3,60", "3,70"))
    assert again.columns["origin"]["column"] == "F"


def test_one_meaning_for_two_columns_is_refused_and_both_are_named(owner, supplier):
    run = dry_run(supplier, LIST)

    page = owner.post(page_of(run, "import-columns"), {"column_C": "name"}).content.decode()

    assert "Spalte B „Bezeichnung“, Spalte C „Einheit“" in page and "Noch ist nichts gespeichert" in page
    run.refresh_from_db()
    assert run.status == "ready" and not run.assigned
    assert page.count('<option value="name" selected>') == 2


def test_dropping_the_article_number_asks_where_articles_have_one(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(supplier, LIST)

    page = owner.post(page_of(run, "import-columns"), {"column_A": ""}).content.decode()
    run.refresh_from_db()
    assert "Keine Spalte wäre mehr die Artikelnummer." in page and not run.assigned
    owner.post(page_of(run, "import-columns"), {"column_A": "", "numberless": "1"})

    run.refresh_from_db()
    assert run.assigned == {"A": ""}


def test_who_has_no_articles_yet_may_leave_the_numbers_out(owner, supplier):
    run = dry_run(supplier, LIST)

    owner.post(page_of(run, "import-columns"), {"column_A": ""})

    run.refresh_from_db()
    assert run.assigned == {"A": ""}


def test_examples_of_a_column_differ(owner, supplier):
    run = dry_run(supplier, LIST)

    page = owner.get(page_of(run, "import-columns")).content.decode()

    assert "Stück · Stück" not in page and "3,60 · 0,49 · 14,50" in page


@pytest.mark.parametrize(("language", "shown"), [("de", "4,28"), ("en", "4.28")])
def test_a_number_in_a_cell_is_shown_as_its_reader_writes_numbers(owner, supplier, language, shown):
    book = Workbook()
    for line in (HEAD.split(";"), [1, "Roggenbrot", "Stück", 4.28, 7.5], [2, "Mischbrot", "Stück", "ca. 4.20", 7]):
        book.active.append(line)
    target = io.BytesIO()
    book.save(target)
    run = dry_run(supplier, target.getvalue())

    with translation.override(language):
        pages = {name: owner.get(page_of(run, name)).content.decode() for name in (
            "import", "import-columns", "import-findings")}  # fmt: skip

    assert f"{shown} · ca. 4.20" in pages["import-columns"]
    rate = shown.replace("4", "7").replace("28", "5")
    for name in ("import", "import-findings"):
        assert f">{rate}</code>" in pages[name] and ">ca. 4.20</code>" in pages[name]
    assert run.findings.get(rule="vat_invalid").raw == "7.5"


def test_what_is_open_stays_back_only_where_something_is_open(owner, supplier):
    words = "Offene Zeilen bleiben zurück"

    assert words not in owner.get(page_of(dry_run(supplier, LIST))).content.decode()
    assert words in owner.get(page_of(dry_run(supplier, LIST.replace("0,49", "?")))).content.decode()


def test_titles_say_what_a_page_is(owner, supplier):
    run = dry_run(supplier, LIST)
    assert "<title>Probelauf: liste.csv" in owner.get(page_of(run)).content.decode()

    service.commit_run(run, by=None)

    assert "<title>Import: liste.csv" in owner.get(page_of(run)).content.decode()


def test_a_group_name_is_explained_once(owner, supplier):
    upload(owner, LIST.replace(";Brot\n", ";Zauberzeug\n"))
    run = ImportRun.objects.get()

    owner.post(page_of(run, "import-columns"), {"group": "Zauberzeug", "category": "10"})
    owner.post(page_of(run, "import-commit"))

    assert article(supplier, "1001").product.categories.get().ours.code == "10"


def test_progress_ends_by_loading_the_page(owner, supplier):
    run = service.start_import(supplier, LIST.encode(), "a.csv", by=None)
    jobs.ask(run, by=None)
    assert "Sie können die Seite verlassen" in owner.get(page_of(run, "import-progress")).content.decode()

    service.run_to_dry_run(run)

    assert owner.get(page_of(run, "import-progress")).headers["HX-Refresh"] == "true"


def test_old_and_new_prices_stand_side_by_side(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(supplier, LIST.replace("3,60", "3,90"))
    before = owner.get(page_of(run, "import-changes")).content.decode()
    service.commit_run(run, by=None)

    after = owner.get(page_of(run, "import-changes")).content.decode()

    for page in (before, after):
        assert "3,60" in page and "3,90" in page and "+8,3\xa0%" in page


def test_undo_on_the_page(owner, supplier):
    run = imported(supplier, LIST)

    page = owner.post(page_of(run, "import-undo"), follow=True).content.decode()

    assert "Zurückgenommen" in page and not article(supplier, "1001").online


def test_the_own_workbook_comes_back_marked_and_takes_only_what_is_open(owner, supplier):
    data = workbook(LIST.replace("0,49", "auf Anfrage"))
    run = imported(supplier, data)

    answer = owner.get(page_of(run, "import-returned"))
    book = load_workbook(io.BytesIO(b"".join(answer.streaming_content)))
    cell = book.active["D3"]
    assert "auf Anfrage" in cell.comment.text and cell.fill.fgColor.rgb == "FFF6C74B"

    cell.value = "0,49"
    target = io.BytesIO()
    book.save(target)
    again = imported(supplier, target.getvalue())
    assert (again.counts["created"], again.counts["unchanged"]) == (1, 2)


def test_downloads(owner, supplier):
    run = imported(supplier, LIST.replace("0,49", "=1+1"))

    template = load_workbook(io.BytesIO(b"".join(owner.get(reverse("catalog:import-template")).streaming_content)))
    findings = owner.get(reverse("catalog:import-findings-file", args=[run.reference, "csv"]))
    original = b"".join(owner.get(page_of(run, "import-file")).streaming_content)
    catalogue = b"".join(owner.get(reverse("catalog:catalogue-export", args=["csv"])).streaming_content)

    assert template.active["A1"].value == "Artikelnummer"
    assert "'=1+1" in b"".join(findings.streaming_content).decode("utf-8-sig")
    assert original == LIST.replace("0,49", "=1+1").encode()
    assert catalogue.decode("utf-8-sig").startswith("Artikelnummer;Bezeichnung")


def test_strangers_and_colleagues_without_the_right(client, supplier):
    run = imported(supplier, LIST)
    names = ["import", "import-changes", "import-file", "import-returned", "import-findings", "import-columns"]
    assert all(client.get(page_of(run, name)).status_code == 302 for name in names)

    client.force_login(person(kornblum("Fremde GmbH"), "supplier_owner"))
    assert all(client.get(page_of(run, name)).status_code == 404 for name in names)

    client.force_login(person(supplier, "supplier_orders"))
    assert client.get(page_of(run)).status_code == 200
    assert client.get(page_of(run, "import-file")).status_code == 403
    assert client.post(page_of(run, "import-commit")).status_code == 403
    assert upload(client, LIST).status_code == 403


def test_the_history_pages(owner, supplier):
    for _ in range(2):
        dry_run(supplier, f"{HEAD}\n1;Brot;Stück;1,00;7;Brot\n")

    page = owner.get(reverse("catalog:imports")).content.decode()

    assert page.count("wartet auf Sie") == 2
