"""What was noticed and what changes: looked through, narrowed, taken along; and decided in bulk."""

import csv
import io

import pytest
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from catalog.imports import service
from catalog.models import ImportMemory
from tests.catalog.importing import HEAD, LIST, article, dry_run, imported, kornblum, person, prices

pytestmark = pytest.mark.django_db
MESSY = f"""{HEAD}
1001;Roggenmischbrot;Stück;auf Anfrage;7;Brot
1002;Laugenbrezel;Stück;;7;Brötchen
1003;Apfelkuchen;Schütte;14,50;7;Kuchen
1004;=Käsekuchen;Schütte;12,50;9;Kuchen
1005;Mohnkuchen;Stück;11,50;7;Zauberei
"""


def address(run, name, *more):
    return reverse(f"catalog:import-{name}", args=[run.reference, *more])


def rows_of(answer) -> list[list[str]]:
    data = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(data, newline=""), delimiter=";"))


@pytest.mark.parametrize(
    ("query", "rows"),
    [
        ({}, {"2", "3", "4", "5", "6"}),
        ({"severity": "refused"}, {"3"}),
        ({"rule": "unit_unknown"}, {"4", "5"}),
        ({"column": "D"}, {"2", "3"}),
        ({"text": "kuchen"}, {"4", "5", "6"}),
        ({"text": "1004", "column": "E"}, {"5"}),
        ({"text": "gibt es nicht"}, set()),
    ],
)
def test_findings_are_narrowed_by_weight_kind_column_and_words(owner, supplier, query, rows):
    run = dry_run(supplier, MESSY)

    page = owner.get(address(run, "findings"), query).content.decode()
    found = rows_of(owner.get(address(run, "findings-file", "csv"), query))

    assert {row[1] for row in found[1:]} == rows
    assert ("Zu diesem Filter gibt es keinen Hinweis." in page) is not rows if not rows else f">{max(rows)}<" in page


def called(client, run, **query) -> set[tuple[str, str]]:
    """Article and weight of each finding in the file."""
    return {(row[5], row[-1]) for row in rows_of(client.get(address(run, "findings-file", "csv"), query))[1:]}


def test_findings_keep_their_articles_when_the_run_is_over(owner, supplier):
    run = dry_run(supplier, MESSY.replace("=", ""))
    owner.post(address(run, "decide"), {"action": "leave", "rule": "vat_invalid", "value": "9"})
    before = called(owner, run)
    assert ("1005 Mohnkuchen", "Warnung") in before and ("1004 Käsekuchen", "ausgelassen") in before
    assert ("1004 Käsekuchen", "zurückgehalten") not in before

    run = service.commit_run(run, by=None)
    assert called(owner, run) == before and called(owner, run, text="mohn") == {("1005 Mohnkuchen", "Warnung")}
    assert {weight for _, weight in called(owner, run, severity="left_out")} == {"ausgelassen"}

    assert called(owner, service.undo_run(run, by=None)) == before


def test_findings_keep_their_articles_when_a_run_is_discarded(owner, supplier):
    run = dry_run(supplier, MESSY)
    before = called(owner, run)

    assert called(owner, service.discard_run(run, by=None)) == before


def test_a_row_left_out_still_says_what_it_was_about(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(supplier, LIST.replace("0,49", "49,00"))
    owner.post(address(run, "decide"), {"action": "leave", "rule": "price_jump"})

    page = owner.get(reverse("catalog:import", args=[run.reference]), {"outcome": "left_out"}).content.decode()

    assert "49,00\N{NO-BREAK SPACE}€ statt bisher 0,49" in page and "Was uns noch auffiel" not in page


def test_a_list_without_findings_says_so(owner, supplier):
    run = dry_run(supplier, LIST)
    run.findings.all().delete()

    assert "An dieser Liste ist uns nichts aufgefallen." in owner.get(address(run, "findings")).content.decode()


@pytest.mark.parametrize(("language", "unit"), [("de", "Flasche"), ("en", "bottle")])
def test_a_proposed_unit_has_its_name_in_the_readers_language(owner, supplier, language, unit):
    run = dry_run(supplier, LIST.replace("Stück;3,60", "Flasxhe;3,60"))

    with translation.override(language):
        rows = rows_of(owner.get(address(run, "findings-file", "csv")))

    assert unit in next(row for row in rows if "Flasxhe" in row)


@pytest.mark.parametrize("name", ["findings-file", "changes-file"])
def test_no_download_carries_a_formula(owner, supplier, name):
    imported(supplier, MESSY.replace("Schütte", "Stück").replace("9;", "7;").replace("=Käse", "+Käse"))
    run = dry_run(supplier, MESSY.replace("1004;=Käsekuchen;Schütte;12,50;9", "=1004;=Käsekuchen;=Schütte;12,70;7"))
    imported(supplier, LIST.replace("Apfelkuchen", "=Apfelkuchen"))

    book = load_workbook(io.BytesIO(b"".join(owner.get(address(run, name, "xlsx")).streaming_content)))
    texts = rows_of(owner.get(address(run, name, "csv")))

    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    assert not [text for row in texts for text in row if text[:1] in ("=", "+", "-", "@") and not text[1:2].isdigit()]


def test_the_workbook_of_findings_can_be_read_at_once(owner, supplier):
    run = dry_run(supplier, MESSY)

    sheet = load_workbook(
        io.BytesIO(b"".join(owner.get(address(run, "findings-file", "xlsx")).streaming_content))
    ).active

    widths = {sheet.cell(1, at).value: sheet.column_dimensions[get_column_letter(at)].width for at in range(1, 12)}
    assert sheet.freeze_panes == "A2"
    assert widths["Zeile"] == 8 and widths["Artikel"] == len("1001 Roggenmischbrot") + 2 and widths["Hinweis"] == 60


def test_old_and_new_prices_are_taken_along(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(supplier, LIST.replace("3,60", "3,90"))

    head, line = rows_of(owner.get(address(run, "changes-file", "csv")))
    book = load_workbook(io.BytesIO(b"".join(owner.get(address(run, "changes-file", "xlsx")).streaming_content)))

    assert head == ["Artikelnummer", "Bezeichnung", "bisher", "neu", "Unterschied in %", "Außerdem anders"]
    assert line == ["1001", "Roggenmischbrot", "3,6", "3,9", "8,3", ""]
    assert [cell.value for cell in book.active[2]][2:5] == [3.6, 3.9, 8.3]


def test_a_wrong_rate_is_put_right_for_all_alike(owner, supplier):
    run = dry_run(supplier, LIST.replace(";7;", ";9;"))
    page = owner.get(reverse("catalog:import", args=[run.reference])).content.decode()
    assert "In alle 3 eintragen" in page

    owner.post(address(run, "decide"), {"action": "set", "rule": "vat_invalid", "value": "9", "text": "7"})

    run.refresh_from_db()
    assert run.counts["created"] == 3 and run.staged.first().vat_rate == 7


def test_where_no_rate_is_said_anywhere_one_answer_does(client):
    supplier = kornblum("Ohne Satz", usual_vat=None)
    client.force_login(person(supplier, "supplier_owner"))
    run = dry_run(supplier, "Artikelnummer;Bezeichnung;Einheit;Preis netto\n1;Brot;Stück;3,60\n2;Käse;kg;12,00\n")
    page = client.get(reverse("catalog:import", args=[run.reference])).content.decode()
    assert "Üblich ist in dieser Liste" in page

    client.post(address(run, "decide"), {"action": "vat", "rule": "vat_missing", "text": "7"})

    run.refresh_from_db()
    assert run.counts["created"] == 2


@pytest.mark.parametrize(
    "said", [{"action": "vat", "text": "8"}, {"action": "unit", "text": "XXX"}, {"action": "answer", "text": "ja"}]
)
def test_an_answer_that_nobody_offered_changes_nothing(owner, supplier, said):
    run = dry_run(supplier, MESSY)

    page = owner.post(address(run, "decide"), {"rule": "unit_unknown", "value": "Schütte"} | said, follow=True)

    run.refresh_from_db()
    assert "Diese Antwort gibt es nicht." in page.content.decode() and run.vat == 7


def test_an_answer_to_a_case_says_nothing_about_another(owner, supplier):
    """Price 0 and a jump in the same row: yes to the one is no yes to the other."""
    imported(supplier, LIST)
    run = dry_run(supplier, LIST.replace("7;Brot\n", "7;Brot;verrutscht\n").replace("3,60", "360,00"))
    assert set(run.findings.filter(severity="held_back").values_list("rule", flat=True)) >= {
        "row_too_long",
        "price_jump",
    }

    owner.post(address(run, "decide"), {"action": "accept", "rule": "row_too_long"})

    run.refresh_from_db()
    assert run.counts["held_back"] == 1
    owner.post(address(run, "decide"), {"action": "accept", "rule": "price_jump"})
    run.refresh_from_db()
    assert run.counts["held_back"] == 0 and prices(supplier)["1001"] != 360


def test_a_typed_value_goes_into_the_cell_that_is_shown_only(owner, supplier):
    run = dry_run(supplier, LIST.replace("Stück;0,49", "Schütte;"))
    number = run.staged.get(outcome="refused").number

    owner.post(address(run, "decide"), {"action": "set", "number": number, "text": "0,55"})

    run.refresh_from_db()
    assert run.decisions["3"]["set"] == {"D3": "0,55"}


def test_who_decides_rows_stays_where_he_was(owner, supplier):
    run = dry_run(supplier, MESSY)
    number = run.staged.filter(outcome="held_back").first().number

    answer = owner.post(
        address(run, "decide"), {"action": "leave", "number": number, "back": "outcome=held_back&page=1"}
    )

    assert answer.url.endswith("?outcome=held_back&page=1#zeilen")


def test_units_and_groups_are_explained_beside_the_columns_and_remembered(owner, supplier):
    run = dry_run(supplier, MESSY)
    page = owner.get(address(run, "columns")).content.decode()
    assert page.index("Schütte</th>") < page.index("Stück</th>")  # what nobody knows comes first

    owner.post(
        address(run, "columns"),
        {"unit": ["Schütte", "Stück"], "unit_code": ["XCT", "H87"], "group": "Zauberei", "category": "10"},
    )

    memory = ImportMemory.objects.get(supplier=supplier)
    assert memory.reading["units"] == {"Schütte": "XCT"} and memory.categories == {"zauberei": "10"}
    again = imported(supplier, MESSY.replace("14,50", "14,60"))
    assert not again.findings.filter(rule__in=["unit_unknown", "group_unknown"]).exists()
    assert article(supplier, "1003").unit == "XCT"


def test_differences_name_both_values_before_and_after(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(supplier, LIST.replace("Laugenbrezel;Stück", "Laugenbrezel groß;kg").replace("14,50;7", "14,50;19"))

    def others(run):
        return {row[0]: row[5] for row in rows_of(owner.get(address(run, "changes-file", "csv")))[1:]}

    expected = {
        "1002": "Bezeichnung: Laugenbrezel → Laugenbrezel groß, Bestelleinheit: Stück → kg",
        "1003": "Steuersatz: 7 → 19",
    }
    assert others(run) == expected
    assert others(imported(supplier, run.upload.read())) == expected


def test_what_was_noticed_about_rows_taken_over_outlasts_a_later_answer(owner, supplier):
    run = service.commit_run(dry_run(supplier, MESSY), by=None)
    before = called(owner, run)
    price = {"action": "set", "number": [run.staged.get(rows=[2]).number], "rule": "", "value": "", "text": "3,60"}

    service.answer(run, price)
    service.run_to_dry_run(run)

    assert before - called(owner, run) == {("1001 Roggenmischbrot", "zurückgehalten")}
    assert ("1005 Mohnkuchen", "Warnung") in before
