"""Answers to what a list leaves open: what they settled, what they left, and the way back."""

import io
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.db import IntegrityError
from django.urls import reverse
from django.utils import translation
from openpyxl import Workbook

from catalog.imports import Statement, service
from catalog.models import ImportMemory, ImportRun
from tests.catalog.importing import HEAD, LIST, article, dry_run, imported, kornblum, page_of, person

pytestmark = pytest.mark.django_db

OPEN = LIST.replace("0,49", "auf Anfrage")
MIXED = "\n".join([HEAD, *(f"{n};Ware {n};Stück;{price};7;Brot" for n, price in enumerate(["3,50", "2.40"] * 4)), ""])


def decide(client, run, **said):
    answer = client.post(page_of(run, "import-decide"), said, follow=True)
    run.refresh_from_db()
    return BeautifulSoup(answer.content.decode(), "html.parser")


def news(page) -> str:
    return page.select_one("[data-news]").get_text(" ", strip=True)


def way_back(page) -> str:
    return page.select_one("[data-news] form")["action"]


def open_number(run) -> int:
    return run.staged.filter(outcome__in=["held_back", "refused"]).first().number


def test_a_value_that_cannot_be_read_settles_nothing_and_is_not_praised(owner, supplier):
    run = dry_run(supplier, OPEN)

    page = decide(owner, run, action="set", number=open_number(run), text="abc")

    assert "Das löst die Frage noch nicht." in news(page) and "„abc“ können wir nicht lesen" in news(page)
    assert "entschieden" not in news(page)
    owner.post(way_back(page))
    assert run.staged.get(outcome="held_back").reason == "" and ImportRun.objects.get().decisions["3"] == {}


def test_yes_to_what_cannot_be_right_settles_nothing(owner, supplier):
    run = dry_run(supplier, LIST.replace("3,60;7", "3,60;17"))

    page = decide(owner, run, action="accept", number=open_number(run))

    assert "Das löst die Frage noch nicht." in news(page)


GOODS = "Artikelnummer;Bezeichnung;Einheit;{};MwSt\n1;Brot;Stück;3,60;7\n2;Brezel;Stück;0,80;7\n"


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (LIST.replace("3,60", "0"), True),
        (LIST.replace("0,49", "auf Anfrage").replace("3,60;7", "3,60;17"), True),
        (LIST.replace("3,60;7", "3,60;17"), False),
        (LIST.replace("3,60;7", "0;17"), False),
        (LIST.replace("Laugenbrezel", ""), False),
        (f"Alle Preise inkl. MwSt.;;;;;\n{LIST.replace(' netto', '')}", False),
        (GOODS.format("Betrag"), False),
    ],
)
def test_yes_is_offered_where_it_settles_a_row(owner, supplier, text, offered):
    run = dry_run(supplier, text)

    page = BeautifulSoup(owner.get(page_of(run)).content.decode(), "html.parser")

    rows = page.find(id="zeilen").find_parent("section")
    assert rows.select("tbody .lv-pick")
    assert bool(rows.select("button[value=accept]")) is offered


def test_the_question_about_a_column_names_its_heading(owner, supplier):
    run = dry_run(supplier, GOODS.format("Betrag"))

    assert "Ist die Spalte D „Betrag“ wirklich der Verkaufspreis?" in owner.get(page_of(run)).content.decode()


def test_what_an_answer_settles_and_what_still_waits_are_counted(owner, supplier):
    run = dry_run(supplier, LIST.replace("0,49", "auf Anfrage").replace("3,60", "auf Anfrage"))
    numbers = list(run.staged.filter(outcome="held_back").values_list("number", flat=True))

    page = decide(owner, run, action="set", number=numbers[0], text="3,60")

    assert news(page).startswith("1 Zeile ist entschieden.")
    assert "1 Zeile braucht Sie" in page.get_text()


def test_a_row_left_out_is_counted_so_and_comes_back(owner, supplier):
    run = dry_run(supplier, OPEN.replace("14,50", "-1"))
    page = decide(owner, run, action="leave", rule="price_on_request", value="")
    assert "1 Zeile ist ausgelassen." in news(page)
    assert "Abgelehnt 2, davon 1 ausgelassen." in page.get_text()
    assert all(words in page.get_text() for words in ("Ausgelassen 1", "Abgelehnt 1", "1 Zeile braucht Sie"))
    history = BeautifulSoup(owner.get(reverse("catalog:imports")).content.decode(), "html.parser")
    assert history.select_one("td[data-label=offen]").get_text() == "1"

    aside = owner.get(page_of(run), {"outcome": "left_out"}).content.decode()
    number = run.staged.get(reason="left_out").number
    page = decide(owner, run, action="restore", number=number, back="outcome=left_out")

    assert "Doch aufnehmen" in aside and "Laugenbrezel" in aside
    assert "1 Zeile ist wieder aufgenommen." in news(page)
    assert run.counts["held_back"] == 1


def test_the_last_row_left_out_still_can_be_taken_in(owner, supplier):
    run = dry_run(supplier, OPEN)

    page = decide(owner, run, action="leave", rule="price_on_request", value="")

    assert "Doch aufnehmen" in page.get_text() and "Laugenbrezel" in page.get_text()


def test_the_last_answer_is_taken_back(owner, supplier):
    run = dry_run(supplier, OPEN)
    page = decide(owner, run, action="leave", rule="price_on_request", value="")

    page = owner.post(way_back(page), follow=True).content.decode()

    assert "Ihre Antwort ist zurückgenommen." in page and "1 Zeile braucht Sie" in page
    assert not run.staged.filter(reason="left_out").exists()


def test_a_word_explained_is_forgotten_again(owner, supplier):
    run = dry_run(supplier, LIST.replace("Stück;3,60", "Schütte;3,60"))
    page = decide(owner, run, action="unit", rule="unit_unknown", value="Schütte", text="XCT")
    assert run.counts["created"] == 3

    owner.post(way_back(page))

    run.refresh_from_db()
    assert run.counts["held_back"] == 1
    assert "Schütte" not in ImportMemory.objects.get().reading.get("units", {})


def test_too_late_or_invented_ways_back_change_nothing(owner, supplier):
    run = dry_run(supplier, OPEN)

    page = owner.post(reverse("catalog:import-answer-undo", args=[run.reference, "nie"]), follow=True)

    assert "nicht mehr zurücknehmen" in page.content.decode()


def test_a_long_list_is_said_to_be_read_again(owner, supplier, monkeypatch):
    run = dry_run(supplier, OPEN)
    monkeypatch.setattr("catalog.imports.jobs.READ_AT_ONCE", 0)

    page = decide(owner, run, action="leave", rule="price_on_request", value="")

    assert "Damit wird die Liste neu gelesen." in news(page)
    assert run.status == "reading"


@pytest.mark.parametrize(("said", "waiting"), [(",", 4), (".", 4), ("both", 0)])
def test_what_separates_the_cents_is_answered_for_the_whole_list(owner, supplier, said, waiting):
    run = dry_run(supplier, MIXED)
    assert run.counts["held_back"] + run.counts["refused"] == 8
    assert "Ein Komma" in owner.get(page_of(run)).content.decode()

    decide(owner, run, action="answer", rule="mixed_decimal", text=said)

    assert run.counts["held_back"] + run.counts["refused"] == waiting
    assert dry_run(supplier, MIXED).counts["created"] == 8 - waiting


def test_prices_are_proposed_as_money_beside_the_last_one(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(supplier, LIST.replace("0,49", "49,00"))

    page = owner.get(page_of(run)).content.decode().replace("\xa0", " ")

    assert page.count("49,00 € statt bisher 0,49 €: bitte prüfen.") == 2
    assert "Vorschlag: 0,49 €" in page


CAKES = "\n".join(
    [HEAD, "1;Zuckerherz;Stück;1,10;7;Kuchen", *(f"{n};Torte {n};Stück;{n};7;Kuchen" for n in range(40, 48))]
)


def test_a_price_written_by_hand_is_not_doubted_by_its_neighbours_again(owner, supplier):
    run = service.accept(dry_run(supplier, CAKES), [0], "price_outlier")
    service.commit_run(service.run_to_dry_run(run), by=None)
    run = dry_run(supplier, CAKES.replace("1,10", "9,95"))
    assert {one.rule for one in run.findings.filter(severity="held_back")} == {"price_jump"}

    page = decide(owner, run, action="set", number=open_number(run), text="1,15")

    assert news(page) == "1 Zeile ist entschieden. Rückgängig"
    assert run.findings.get(rule="price_outlier").severity == "info"


def test_a_price_written_by_hand_may_be_a_slip_of_ten(owner, supplier):
    imported(supplier, LIST)
    run = dry_run(supplier, LIST.replace("0,49", "49,00"))

    page = decide(owner, run, action="set", number=open_number(run), text="5,10")

    assert "Das löst die Frage noch nicht." in news(page)


def test_what_a_person_wrote_stands_beside_what_the_file_says(owner, supplier):
    run = dry_run(supplier, OPEN)
    decide(owner, run, action="set", number=open_number(run), text="abc")

    for name in ("import", "import-findings"):
        page = BeautifulSoup(owner.get(page_of(run, name)).content.decode(), "html.parser")
        cell = page.select_one("td code").parent
        assert cell.get_text(" ", strip=True) == "auf Anfrage Ihre Angabe: abc"
    line = b"".join(owner.get(reverse("catalog:import-findings-file", args=[run.reference, "csv"])).streaming_content)
    assert ";auf Anfrage;abc;" in line.decode()
    assert "abc" in owner.get(page_of(run, "import-findings"), {"text": "Anfrage"}).content.decode()


@pytest.mark.parametrize(("language", "shown"), [("de", "4,28"), ("en", "4.28")])
def test_a_number_of_a_workbook_that_was_overwritten_is_shown_as_a_number(owner, supplier, language, shown):
    run = dry_run(supplier, numbers_book())
    with translation.override(language):
        decide(owner, run, action="set", rule="vat_invalid", value="4.28", text="8")
        page = owner.get(page_of(run, "import-findings")).content.decode()

    assert f">{shown}</code>" in page


def numbers_book() -> bytes:
    book, target = Workbook(), io.BytesIO()
    for line in (HEAD.split(";"), ["1", "Brot", "Stück", "4,20", 4.28]):
        book.active.append(line)
    book.save(target)
    return target.getvalue()


def test_gross_lists_compare_gross(owner, supplier):
    gross = LIST.replace(" netto", " brutto")
    said = Statement(prices="gross")
    imported(supplier, gross, said)
    run = dry_run(supplier, gross.replace("0,49", "49,00"), said)

    assert "49,00 € statt bisher 0,49 €" in owner.get(page_of(run)).content.decode().replace("\xa0", " ")
    service.take_proposals(run, [open_number(run)])
    service.run_to_dry_run(run)
    assert article(supplier, "1002").gross_price


def test_a_tax_rate_is_chosen_not_preset(owner, supplier):
    run = dry_run(supplier, LIST.replace("14,50;7", "14,50;8"))
    page = BeautifulSoup(owner.get(page_of(run)).content.decode(), "html.parser")
    rates = page.select_one("select[name=text][required]")
    assert [one["value"] for one in rates.select("option")] == ["", "19", "7", "0"]


def test_money_is_no_proposal(supplier):
    run = dry_run(supplier, LIST.replace("0,49", "$ 0,49"))
    assert [one.proposal for one in run.findings.filter(rule="foreign_currency")] == [""]


def test_an_answer_holds_for_the_customer_that_it_spoke_of(supplier):
    def letter(customer, day="01.02.2024"):
        return f"Konditionen für {customer}, Stand {day};;;;;\n{LIST}"

    run = service.answer_question(dry_run(supplier, letter("Hotel Sonne")), "one_customer", "all")
    assert service.run_to_dry_run(run).counts["created"] == 3

    assert dry_run(supplier, letter("Hotel Sonne", "04.03.2024")).counts["created"] == 3
    other = dry_run(supplier, letter("Kantine Nord"))
    assert {one.rule for one in other.findings.filter(severity="held_back")} == {"one_customer"}


def test_an_answer_of_before_without_its_words_still_holds(supplier):
    run = dry_run(supplier, f"Alle Preise abzüglich 10 % Rabatt;;;;;\n{LIST}")
    run = service.answer_question(run, "discount_open", "taken")
    memory = ImportMemory.objects.get(supplier=supplier)
    memory.reading.pop("words")
    memory.save()
    assert service.run_to_dry_run(run).counts["created"] == 3


def test_prices_that_are_said_to_hold_their_deposit_wait_for_one_answer(supplier):
    run = dry_run(supplier, f"Preise inklusive Pfand;;;;;\n{LIST}")
    assert {one.rule for one in run.findings.filter(severity="held_back")} == {"deposit_within"}

    run = service.answer_question(run, "deposit_within", "without")

    assert service.run_to_dry_run(run).counts["created"] == 3


SILENT = LIST.replace(" netto", "")
NET = Statement(prices="net")


def test_an_answer_to_net_or_gross_holds_while_the_list_says_the_same(supplier):
    run = dry_run(supplier, f"Alle Preise inkl. MwSt.;;;;;\n{SILENT}", NET)
    assert {one.rule for one in run.findings.filter(severity="held_back")} == {"net_or_gross"}
    service.run_to_dry_run(service.change_statement(run, prices="gross"))

    alike = dry_run(supplier, f"Preise brutto;;;;;\n{SILENT}", NET)
    assert alike.counts["created"] == 3 and alike.staged.exclude(gross_price=None).count() == 3
    other = dry_run(supplier, f"Alle Preise zzgl. MwSt.;;;;;\n{SILENT}", NET)
    assert other.counts["created"] == 3 and other.staged.filter(gross_price=None).count() == 3


INCLUDED = f"Alle Preise inkl. MwSt.;;;;;\n{SILENT}"


@pytest.mark.parametrize(
    ("text", "prices", "words"),
    [
        (INCLUDED, "net", "In der Liste steht „Alle Preise inkl. MwSt.“. Sie haben netto angegeben."),
        (LIST, "gross", "In der Kopfzeile steht „Preis netto“. Sie haben brutto angegeben."),
        (SILENT, "", "In der Liste steht nichts dazu. Sie haben dazu nichts angegeben."),
        (
            INCLUDED.replace("Preis;", "Preis netto;"), "",
            "In der Kopfzeile steht „Preis netto“. In der Liste steht „Alle Preise inkl. MwSt.“.",
        ),
        (
            SILENT.replace("0,49", "0,49 inkl. MwSt."), "net",
            "In einzelnen Zeilen steht es anders oder gar nicht. Sie haben netto angegeben.",
        ),
    ],
)  # fmt: skip
def test_who_is_asked_for_net_or_gross_reads_why(client, text, prices, words):
    supplier = kornblum(lists_are=prices)
    client.force_login(person(supplier, "supplier_owner"))
    run = dry_run(supplier, text)

    page = BeautifulSoup(client.get(page_of(run)).content.decode(), "html.parser")

    assert words in page.find(id="netto").find_parent(class_="kern-alert").get_text(" ", strip=True)


def test_who_was_exempt_from_tax_is_not_when_the_list_no_longer_says_so(supplier):
    exempt = f"Gemäß § 19 UStG wird keine Umsatzsteuer berechnet;;;;;\n{LIST}"
    run = service.answer_question(dry_run(supplier, exempt), "small_business", "yes")
    assert set(service.run_to_dry_run(run).staged.values_list("vat_rate", flat=True)) == {0}

    assert set(dry_run(supplier, LIST).staged.values_list("vat_rate", flat=True)) == {7}


def test_a_chosen_decimal_sign_counts_only_where_the_numbers_prove_none(supplier):
    run = service.answer_question(dry_run(supplier, MIXED), "mixed_decimal", ",")
    assert service.run_to_dry_run(run).counts["created"] == 4

    dots = dry_run(supplier, MIXED.replace("3,50", "3.50").replace("7;2.40;", "7;2.400;"))
    assert dots.counts["created"] == 8
    assert dots.staged.get(article_number="7").price == Decimal("2.40")


def test_a_key_to_quantities_stays_one_where_it_is_the_same_in_all_rows(supplier):
    coded = "\n".join(["Artikelnummer;Bezeichnung;Preis netto;PE", "1;Dübel;4,00;2", "2;Schraube;3,00;1", ""])
    run = service.answer_question(dry_run(supplier, coded), "price_quantity_code", "code")
    assert service.run_to_dry_run(run).counts["created"] == 2

    ones = dry_run(supplier, coded.replace("4,00;2", "4,00;1"))
    assert set(ones.staged.values_list("price_quantity", flat=True)) == {10}
    assert dry_run(supplier, coded.replace("4,00;2", "4,00;100")).findings.get(row=2).rule == "price_quantity_unclear"


def test_what_was_the_dealers_price_is_no_price_in_a_list_of_the_house(supplier):
    paid = "\n".join(["Nr;Artikel;EK netto;UVP", "1;Kerze;4,00;9,90", "2;Seife;3,00;7,90", ""])
    run = service.answer_question(dry_run(supplier, paid), "dealers_price", "dealers")
    assert service.run_to_dry_run(run).counts["created"] == 2

    inside = dry_run(supplier, f"Kalkulation, nur intern;;;\n{paid}")
    assert not inside.staged.exclude(price=None).exists()


NUMBERLESS = (
    "Art.-Nr.;Bezeichnung;Einheit;VK netto\n1001;Quark;Eimer;13,90\n1002;Butter;Stück;2,10\n;Rahm;Becher;3,40\n"
)


def test_a_number_that_another_row_has_is_asked_about_and_no_error(owner, supplier):
    run = dry_run(supplier, NUMBERLESS)
    page = decide(owner, run, action="set", number=open_number(run), text="1001")

    assert "Das löst die Frage noch nicht." in news(page)
    doubles = run.findings.filter(rule="number_double", severity="held_back").order_by("row")
    assert list(doubles.values_list("row", "column", "raw")) == [(2, "A", "1001"), (4, "A", "1001")]
    assert run.counts["created"] == 1 and run.counts["held_back"] == 2

    page = decide(owner, run, action="set", number=run.staged.get(rows=[4]).number, text="1003")
    run = service.commit_run(run, by=None)
    assert run.status == "done" and run.counts["created"] == 3
    assert article(supplier, "1003").product.title == "Rahm"


def test_two_rows_that_got_one_number_wait_and_only_the_chosen_one_is_taken(owner, supplier):
    run = dry_run(supplier, NUMBERLESS.replace("1002;", ";"))
    for row in (3, 4):
        decide(owner, run, action="set", number=run.staged.get(rows=[row]).number, text="9001")
    assert run.counts["held_back"] == 2

    decide(owner, run, action="accept", number=run.staged.get(rows=[4]).number)
    service.commit_run(run, by=None)

    assert article(supplier, "9001").product.title == "Rahm"


def test_a_commit_that_fails_stands_again_where_it_was(owner, supplier, monkeypatch):
    run = dry_run(supplier, LIST)

    def refuse(run):
        raise IntegrityError

    monkeypatch.setattr("catalog.imports.service.commit.write", refuse)

    answer = owner.post(page_of(run, "import-commit"), follow=True)

    assert "Das Übernehmen ist nicht gelungen, es wurde nichts geändert." in answer.content.decode()
    run.refresh_from_db()
    assert run.status == ImportRun.Status.READY and run.committed_at is None


def test_a_typed_price_reaches_the_price_although_the_whole_list_is_asked_about_as_well(owner, supplier):
    later = "Preise gültig ab 01.12.2099;;;;;\n" + LIST.replace("3,60", "auf Anfrage")
    run = dry_run(supplier, later)
    number = run.staged.get(rows=[3]).number
    assert run.findings.filter(number=number, severity="held_back", column="").exists()

    decide(owner, run, action="set", number=number, text="3,70")

    assert list(run.decisions.values())[0]["set"] == {"D3": "3,70"}
