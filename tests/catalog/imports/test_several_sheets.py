"""One list on several sheets is read as one; where the sheets may be alternatives, a person says which holds."""

import io
from datetime import date
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from catalog.imports import Checker, Statement, read
from catalog.imports.rows.sheets_agree import ask_if_sheets_differ
from tabular import Unreadable, place_of, row_at
from tests.catalog.imports.workbooks import NET7, workbook

HEAD = ["Artikelnummer", "Bezeichnung", "Einheit", "Preis"]
BREAD = [["1001", "Roggenbrot", "Stück", 3.6], ["1002", "Mischbrot", "Stück", 3.2], ["1003", "Toast", "Stück", 2.2]]
ROLLS = [["2001", "Brezel", "Stück", 0.49], ["2002", "Laugenstange", "Stück", 0.6], ["2003", "Knüppel", "Stück", 0.4]]
CAKES = [["3001", "Apfelkuchen", "Stück", 14.5], ["3002", "Mohnkuchen", "Stück", 13]]
YEAR = date.today().year
NAMES = ("Brot", "Brötchen", "Kuchen")


def book(*lists, names=NAMES, style=None, hidden="") -> bytes:
    return workbook(*zip(names, lists, strict=False), style=style, hidden=hidden)


def judged(data: bytes, statement: Statement = NET7):
    checker = Checker(read(data), statement)
    ask_if_sheets_differ(checker)
    return {draft.article_number: draft for draft in checker.drafts() if draft.outcome != "skipped"}, checker


def asked(data: bytes) -> list[str]:
    """The sheets between which a person is asked to choose."""
    with pytest.raises(Unreadable) as refusal:
        judged(data)
    assert refusal.value.rule == "two_tables"
    return [name for name, _, _ in refusal.value.params["tables"]]


def test_sheets_under_the_same_headings_are_one_list_and_their_names_its_groups():
    reading = read(book([HEAD, *BREAD], [HEAD, *ROLLS], [HEAD, *CAKES]))
    found, checker = judged(book([HEAD, *BREAD], [HEAD, *ROLLS], [HEAD, *CAKES]))

    assert (reading.sheet, reading.sheets, reading.header_row, reading.table.filled) == ("Brot", [*NAMES], 1, 8)
    assert [(draft.article_number, draft.category, draft.price) for draft in found.values()] == [
        (number, group, Decimal(str(price)))
        for group, rows in zip(NAMES, (BREAD, ROLLS, CAKES), strict=True)
        for number, _, _, price in rows
    ]
    assert {draft.outcome for draft in found.values()} == {"ok"} and not reading.others
    assert "other_table" not in {finding.rule for finding in checker.findings()}


def test_rows_of_the_first_sheet_keep_their_numbers_and_findings_name_sheet_and_row():
    rolls = [["Bäckerei Kornblum"], [], HEAD, *ROLLS[:2], ["2003", "Knüppel", "Stück", "auf Anfrage"]]
    found, checker = judged(book([HEAD, *BREAD], rolls))

    assert [draft.rows[0] for draft in found.values()][:3] == [2, 3, 4]
    (finding,) = found["2003"].findings
    assert (finding.sheet, finding.row, finding.column) == ("Brötchen", 6, "D")
    row = found["2003"].rows[0]
    assert place_of(checker.reading.sheets, row) == ("Brötchen", 6)
    assert row_at(checker.reading.sheets, "Brötchen", 6) == row
    assert place_of(["Liste"], row) == ("Liste", row)


def test_every_sheet_has_its_own_letterhead_headings_footers_and_other_tables():
    bread = [["Preise netto"], HEAD, *BREAD, [], ["Gebiet", "ab Warenwert", "Kosten"], ["Leipzig", "50", "5,00"]]
    rolls = [["Preise netto"], ["Stand Mai"], [], HEAD, ROLLS[0], ["Laugengebäck"], *ROLLS[1:], ["Irrtum vorbehalten."]]
    found, checker = judged(book(bread, rolls))

    assert [found[number].category for number in ("1003", "2001", "2002")] == ["Brot", "Brötchen", "Laugengebäck"]
    reasons = [draft.reason for draft in checker.drafts() if draft.outcome == "skipped"]
    assert reasons == ["elsewhere", "elsewhere", "heading", "footer"]
    others = [(one.sheet, one.row) for one in checker.findings() if one.rule == "other_table"]
    assert others == [("Brot", 7)]


def test_plain_names_head_nothing():
    found, _ = judged(book([HEAD, *BREAD], [HEAD, *ROLLS], names=("Tabelle1", "Tabelle2")))

    assert {draft.category for draft in found.values()} == {""} and len(found) == 6


def test_a_sheet_that_fills_fewer_columns_belongs_to_the_list_all_the_same():
    head = [*HEAD, "Beschreibung", "EAN", "Mindestmenge"]
    found, _ = judged(book([head, *([*row, "mit Sauerteig", "", 5] for row in BREAD)], [head, *ROLLS]))

    assert len(found) == 6


def test_a_group_column_says_more_than_the_sheet():
    head = [*HEAD, "Warengruppe"]
    found, _ = judged(book([head, *([*row, "Brote"] for row in BREAD)], [head, *([*row, ""] for row in ROLLS)]))

    assert (found["1001"].category, found["2001"].category) == ("Brote", "Brötchen")


def test_an_article_on_two_sheets_is_asked_about_or_said_twice():
    more = [["1003", "Toast", "Stück", 2.2], *ROLLS, *([f"21{at}", f"Semmel {at}", "Stück", 0.5] for at in range(9))]
    bread = [*BREAD, *([f"11{at}", f"Laib {at}", "Stück", 4] for at in range(9))]
    found, _ = judged(book([HEAD, *bread], [HEAD, *more]))
    assert found["1003"].outcome == "ok"
    assert [(one.rule, one.raw) for one in found["1003"].findings] == [("said_twice", "Brötchen 2")]

    more[0] = ["1003", "Toast", "Stück", 2.4]
    found, checker = judged(book([HEAD, *bread], [HEAD, *more]))
    twice = [draft for draft in checker.drafts() if draft.article_number == "1003"]
    assert [draft.outcome for draft in twice] == ["held_back", "held_back"]


def test_hidden_and_struck_rows_are_those_of_their_sheet():
    data = load_workbook(io.BytesIO(book([HEAD, *BREAD], [HEAD, *ROLLS])))
    data["Brötchen"].row_dimensions[3].hidden = True
    out = io.BytesIO()
    data.save(out)

    found, _ = judged(out.getvalue())

    hidden = [number for number, draft in found.items() if any(one.rule == "row_hidden" for one in draft.findings)]
    assert hidden == ["2002"]


def test_lists_side_by_side_on_several_sheets():
    head = [*HEAD, None, *HEAD]
    found, _ = judged(book([head, [*BREAD[0], None, *BREAD[1]]], [head, [*ROLLS[0], None, *ROLLS[1]]]))

    assert {number: draft.category for number, draft in found.items()} == {
        "1001": "Brot", "1002": "Brot", "2001": "Brötchen", "2002": "Brötchen"
    }  # fmt: skip


def test_one_sheet_is_read_alone_by_hand():
    reading = read(book([HEAD, *BREAD], [HEAD, *ROLLS]), sheet="Brötchen")

    assert reading.sheets == ["Brötchen"] and [row for row, _ in reading.table.rows()] == [2, 3, 4]


@pytest.mark.parametrize(
    "names",
    (
        ("netto", "brutto"),
        ("EK", "VK"),
        ("Preise 2025", "Preise 2026"),
        ("Kunde A", "Kunde B"),
        ("Gastro", "Einzelhandel"),
        ("Wiederverkäufer", "Endkunden"),
        ("Sommer", "Winter"),
        ("Januar", "Februar"),
        ("KW 12", "KW 13"),
        ("bisher", "neu"),
        ("Brot", "Aktion"),
        ("Abholer", "Lieferung"),
        ("01.03.", "01.04."),
        ("Preise Abholung", "Preise Lieferung"),
        (f"Preise {YEAR}", f"Preise {YEAR} neu"),
        (f"Brot {YEAR}", f"Brot {YEAR + 1}"),
    ),
)
def test_names_that_say_whose_prices_or_from_when_are_asked_about(names):
    data = book([HEAD, *BREAD], [HEAD, *ROLLS], names=names)
    try:
        reading = read(data)
    except Unreadable as refusal:
        assert refusal.rule == "two_tables"
    else:  # one of them is plainly no list of today
        assert len(reading.sheets) == 1


@pytest.mark.parametrize(
    "names",
    (
        ("Schokoladen", "Marmeladen"),
        ("Obst", "Gemüse"),
        ("Brot & Brötchen", "Feine Backwaren"),
        ("1. Brot", "2. Brötchen"),
        ("Handelsware", "Eigene Waren"),
        ("Maisbrote", "Juniorriegel"),
        ("Statuen", "Besondere Brote"),
        ("Lieblinge", "Neuheiten"),
        ("Wein", "Sekt"),
        ("Preise Brot netto", "Preise Kuchen netto"),
        (f"Brot {YEAR}", f"Kuchen {YEAR}"),
    ),
)
def test_names_of_goods_are_not(names):
    assert read(book([HEAD, *BREAD], [HEAD, *ROLLS], names=names)).sheets == list(names)


@pytest.mark.parametrize(
    ("first", "second"),
    (
        ([HEAD, *BREAD], [HEAD, *BREAD]),  # two customers
        ([HEAD, *BREAD], [HEAD, *([f"9{number}", name, unit, 1] for number, name, unit, _ in BREAD)]),
        ([HEAD, *BREAD], [[*HEAD[:3], "Preis brutto"], *ROLLS]),
        ([HEAD, *BREAD], [[HEAD[1], HEAD[0], *HEAD[2:]], *([b, a, c, d] for a, b, c, d in ROLLS)]),
        ([HEAD, *BREAD], [["Alle Preise brutto"], HEAD, *ROLLS]),
        ([["Alle Preise netto"], HEAD, *BREAD], [HEAD, *ROLLS, ["Alle Preise inkl. MwSt."]]),
        ([["Preise je 100 Stück"], HEAD, *BREAD], [HEAD, *ROLLS]),
        ([HEAD, *BREAD], [HEAD, *ROLLS, ["Preise je 100 Stück"]]),
        ([["Alle Preise zzgl. 7 % MwSt."], HEAD, *BREAD], [["Alle Preise zzgl. 19 % MwSt."], HEAD, *ROLLS]),
        ([HEAD, *BREAD, ["", "Zopf", "Stück", "4,20*"], ["* Preis je kg"]], [HEAD, *ROLLS, ["* je 100 Stück"]]),
        ([HEAD, *BREAD], [["Alle Preise abzüglich 30 % Rabatt"], HEAD, *ROLLS]),
        ([HEAD, *BREAD], [["Preise gültig ab 01.01.2099"], HEAD, *ROLLS]),
        ([HEAD, *BREAD], [["Alle Preise in CHF"], HEAD, *ROLLS]),
    ),
)
def test_sheets_that_contradict_or_repeat_each_other_are_asked_about(first, second):
    assert asked(book(first, second)) == ["Brot", "Brötchen"]


@pytest.mark.parametrize("code", ('#,##0.00" €/100 St"', "#,##0.00 [$CHF]"))
def test_sheets_whose_numbers_are_formatted_otherwise_are_asked_about(code):
    def style(sheet):
        for cell in sheet["D"][1:] if sheet.title == "Brötchen" else ():
            cell.number_format = code

    assert asked(book([HEAD, *BREAD], [HEAD, *ROLLS], style=style)) == ["Brot", "Brötchen"]


@pytest.mark.parametrize("text", ("Alle Preise netto", "Preise netto zzgl. 7 % MwSt.", "Zahlbar ohne Abzug"))
def test_what_one_sheet_says_as_the_producer_does_keeps_nothing_back(text):
    for data in (book([[text], HEAD, *BREAD], [HEAD, *ROLLS]), book([HEAD, *BREAD], [HEAD, *ROLLS, [], [text]])):
        found, _ = judged(data)

        assert {draft.outcome for draft in found.values()} == {"ok"} and len(found) == 6


def test_the_first_sheet_speaks_for_the_book_and_no_other_for_the_first():
    first, second = [["Alle Preise brutto"], HEAD, *BREAD], [["Alle Preise brutto"], HEAD, *ROLLS]
    silent = Statement(None, Decimal(7))

    found, _ = judged(book(first, [HEAD, *ROLLS]), silent)

    assert {draft.outcome for draft in found.values()} == {"ok"} and found["2001"].gross == Decimal("0.49")
    with pytest.raises(Unreadable):
        judged(book([HEAD, *BREAD], second), silent)


def test_a_letterhead_that_contradicts_the_producer_holds_back_all_sheets():
    found, _ = judged(book([["Alle Preise brutto"], HEAD, *BREAD], [HEAD, *ROLLS]))

    assert {draft.outcome for draft in found.values()} == {"held_back"} and len(found) == 6


def test_hidden_sheets_and_those_of_yesterday_are_left_out():
    hidden = read(book([HEAD, *BREAD], [HEAD, *ROLLS], hidden="Brötchen"))
    old = read(book([HEAD, *BREAD], [HEAD, *ROLLS], names=("Brot", "Archiv")))

    assert (hidden.sheets, old.sheets) == (["Brot"], ["Brot"])
    assert [name for name, _, _ in hidden.others + old.others] == ["Brötchen", "Archiv"]


def test_what_one_sheet_shows_of_its_prices_is_not_taken_for_the_other():
    """Deposits of crates say that the first sheet's prices are for the whole crate; of the second nobody knows."""
    head = ["Artikelnummer", "Bezeichnung", "VE", "Preis", "Pfand"]
    crates = [[f"1{at}", f"Limonade {at}", "12 x 0,7 l", 9.6 + at, 3.3] for at in range(6)]
    jars = [[f"2{at}", f"Aufstrich {at}", "6 x 200 g", 2.4 + at, ""] for at in range(6)]

    assert asked(book([head, *crates], [head, *jars])) == ["Brot", "Brötchen"]


def test_a_footnotes_mark_in_the_heading_of_one_sheet_makes_it_another_list():
    starred = [*HEAD[:3], "Preis*"]
    notes = ["* je 100 Stück"]

    assert asked(book([HEAD, *BREAD, notes], [starred, *ROLLS, notes])) == ["Brot", "Brötchen"]


def test_footers_and_headings_that_all_sheets_repeat_are_no_goods():
    head = HEAD[1:]
    notes = [["Mit Sauerteig"], ["Bestellung bis 12 Uhr."], ["Alle Preise netto zzgl. MwSt."], ["Ihr Team"]]
    bread, rolls = ([row[1:] for row in rows] for rows in (BREAD, ROLLS))

    reading = read(book([head, notes[0], *bread, [], *notes[1:]], [head, notes[0], *rolls, [], *notes[1:]]))

    assert reading.sheets == ["Brot", "Brötchen"]
