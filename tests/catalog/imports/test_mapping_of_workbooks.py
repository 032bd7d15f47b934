"""Every invented list comes out as its author meant it: sheet, header row, columns, prices, outcomes."""

import importlib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from catalog.imports import Checker, Memory, Statement, read
from catalog.imports.review.labels import NO_MEANING, label_of
from tabular import Unreadable
from tests.catalog.imports.workbooks import CASES

for part in sorted(Path(__file__).parent.glob("workbooks_*.py")):
    importlib.import_module(f"tests.catalog.imports.{part.stem}")


@pytest.fixture(params=CASES, ids=lambda case: case.name)
def case(request):
    return request.param


@pytest.fixture
def reading(case):
    return read(case.data, memory=case.memory)


@pytest.fixture
def drafts(case, reading):
    return list(Checker(reading, case.statement, memory=case.memory).drafts())


def name_of(draft):
    return draft.article_number or " ".join(filter(None, [draft.name, draft.origin]))


def test_sheet_and_header_row_are_found(case, reading):
    assert reading.header_row == case.header_row
    assert case.sheet in (None, reading.sheet)


def test_columns_are_proposed(case, reading):
    found = {field: column["column"] for field, column in reading.columns_json().items()}

    assert {field: found.get(field) for field in case.columns} == case.columns


def test_every_meaning_has_a_word_for_people(reading):
    meanings = {column.field for column in reading.plan.columns} - set(NO_MEANING)

    assert not {meaning for meaning in meanings if label_of(meaning) == meaning}


def test_articles_have_the_prices_that_the_list_states(case, drafts):
    found = {name_of(draft): draft for draft in drafts if draft.outcome == "ok"}

    stated = {
        name: (draft.price, draft.price_quantity, draft.unit, draft.vat_rate)
        for name, draft in found.items()
        if name in case.articles
    }
    assert stated == {
        name: (Decimal(price), quantity, unit, Decimal(vat))
        for name, (price, quantity, unit, vat) in case.articles.items()
    }
    if case.articles:
        assert set(found) == set(case.articles)


def test_rows_that_are_no_articles_say_so(case, drafts):
    outcomes = {row: f"{draft.outcome} {draft.reason}".strip() for draft in drafts for row in draft.rows}

    assert {row: outcomes[row] for row in case.outcomes} == case.outcomes


def test_doubtful_rows_are_held_back_with_the_rule(case, drafts):
    stopped = {draft.rows[0]: draft for draft in drafts if draft.outcome in ("held_back", "refused")}

    for row, rule in case.rules.items():
        assert row in stopped, (row, rule)
        assert rule in {finding.rule for finding in stopped[row].findings}
    assert set(stopped) == set(case.rules)


def test_every_row_with_a_value_has_exactly_one_outcome(reading, drafts):
    """A row that holds several articles has one for each of them."""
    counted = Counter((row, draft.view) for draft in drafts for row in draft.rows)

    assert {row for row, _ in counted} == {number for number, _ in reading.table.rows()}
    assert set(counted.values()) == {1}


def test_the_list_holds_what_its_author_checks(case, drafts):
    if case.check:
        case.check(drafts)


def test_question_marks_for_umlauts_are_counted():
    reading = read(b"Nr;Artikel;Einheit;Preis\n1;K?se;Stk;3,50\n2;M?hre s??;Stk;1,50\n3;Wirklich? Ja;Stk;2,50\n")

    lost = [
        finding
        for finding in Checker(reading, Statement("net", Decimal(7))).findings()
        if finding.rule == "lost_letters"
    ]

    assert [(finding.raw, finding.column, finding.severity) for finding in lost] == [("2", "B", "warning")]


def test_a_table_below_the_list_is_named():
    rows = "Artikel;Einheit;Preis\nBrot;Stk;3,50\n;;\nGebiet;ab Warenwert;Kosten\nLeipzig;50;5,00\nHalle;80;8,00\n"
    checker = Checker(read(rows.encode()), Statement("net", Decimal(7)))

    other = [finding for finding in checker.findings() if finding.rule == "other_table"]

    assert [(finding.row, finding.raw) for finding in other] == [(4, "2")]
    assert [draft.outcome for draft in checker.drafts()] == ["ok", "skipped", "skipped", "skipped"]


@pytest.mark.parametrize(
    ("above", "said"),
    (
        ("Torte;Ø cm;Preis netto\nKirsch;26;58,00\nNuss;28;20,00\n", [(1, "2")]),
        ("Leistung;Preis netto\nMontage;58,00\nAnfahrt;20,00\n", [(1, "2")]),
        ("Preisliste;Preise netto\nZahlungsziel;30\n", []),
        ("Preise netto;Stand November\nTelefon;0341 123456\nFax;0341 123457\n", []),
    ),
)
def test_a_table_above_the_list_is_named(above, said):
    rows = "Nr;Artikel;Einheit;MwSt;Preis netto\n1;Brot;Stk;7;3,50\n2;Zopf;Stk;7;4,50\n3;Hefezopf;Stk;7;5,50\n"
    checker = Checker(read(f"{above}\n{rows}".encode()), Statement("net", Decimal(7)))

    assert [(one.row, one.raw) for one in checker.findings() if one.rule == "other_table"] == said
    assert [draft.outcome for draft in checker.drafts()] == ["ok", "ok", "ok"]


@pytest.mark.parametrize(
    "data",
    (
        b"1;Hotel Lindt;Leipzig;04109\n2;Mensa;Halle;06108\n",
        b"Guten Tag,\nanbei die Liste.\n",
        b"a;b;c\n1;2;3\n4;5;6\n",
        b"Monat;Umsatz\nJanuar;1000,50\nFebruar;1200,30\n",
    ),
)
def test_what_is_no_list_is_not_taken_for_one(data):
    with pytest.raises(Unreadable):
        read(data)


@pytest.mark.parametrize(
    ("rows", "said"),
    (
        ("Nr;Artikel;Preis\n1;Brot;3,50\n4711;;\n2;Torte;5,00\n", [("rows_left", 3, "1")]),
        ("Nr;Artikel;Preis\n1;Brot;3,50\n;Versandkosten;5,90\n", []),
        ("Nr;Artikel;Einheit;Preis\n1;Brot;Stk;3,50\n;;lose;3,20\n;Summe;;6,70\n", [("rows_left", 3, "1")]),
        ("Nr;Artikel;Preis\n1;Brot;3,50\nKuchen 2025;;\n2;Torte;5,00\n* Preis je 100 g;;\n", []),
    ),
)
def test_rows_left_aside_that_may_be_goods_are_counted(rows, said):
    checker = Checker(read(rows.encode()), Statement("net", Decimal(7)))

    left = [(one.rule, one.row, one.raw) for one in checker.findings() if one.rule in ("rows_left", "nothing_taken")]

    assert left == said


def test_a_run_taken_for_the_price_by_hand_is_no_price_of_one():
    reading = read("Produkt;100 Stück;250 Stück\nFlyer;49,00;69,00\nPlakat;29,00;29,00\n".encode())
    reading.plan = reading.plan.assign("B", "price")

    found = list(Checker(reading, Statement("net", Decimal(19))).drafts())

    assert {finding.rule for draft in found for finding in draft.findings} == {"all_or_piece"}


def test_columns_remembered_of_another_file_ask_instead_of_finding_no_list():
    data = b"Nr;Name;Preis\nP-1;Brot;1,20\nP-2;Torte;1,40\n"
    headers = read(data).plan.headers_fingerprint

    reading = read(data, memory=Memory(columns={headers: {"A": "", "B": "", "C": ""}}))

    assert reading.plan.questions == ("price_column_unclear",)
    assert {draft.outcome for draft in Checker(reading, Statement("net", Decimal(7))).drafts()} == {"held_back"}
