"""The own range as a file for people: German words and numbers, and it comes back without a change."""

import csv
import io
from decimal import Decimal

import pytest
from django.utils import translation
from openpyxl import load_workbook

from catalog.imports import Statement, service
from catalog.imports.cells.attribute_texts import attributes_in, lines_of_attributes
from catalog.imports.columns.own_export import OWN_WORDS as WORDS
from catalog.imports.runs import export
from catalog.models import Listing
from catalog.units import UNITS
from tests.catalog.importing import HEAD, LIST, article, dry_run, imported, kornblum, prices

pytestmark = pytest.mark.django_db
OWN_WORDS = {word: name for name, word in WORDS.items()}
ODD = [
    {
        "unit": "KGM",
        "minimum": Decimal("0.5"),
        "interval": Decimal("0.25"),
        "steps": [["2.5", "3.1"], ["10", "2.9999"]],
    },
    {"price_quantity": 1000, "price": Decimal("0.4321"), "steps": [["5000", "0.41"]], "gtin": "4006381333931"},
    {"price": None, "online": False, "attributes": {"Farbe": "rot; grün", "Maß: innen": "3", "Leer": ""}},
    {"attributes": {"Farbe": "braun", "Zutaten": "Mehl: Wasser, Salz"}, "texts": {"name": "Rye bread"}},
    {
        "content": Decimal("0.75"),
        "content_unit": "LTR",
        "unit": "XBO",
        "origin": "-Sachsen",
        "stock": Decimal("1.5"),
        "stock_mode": "counted",
    },
]


@pytest.fixture
def supplier():
    supplier = kornblum()
    more = "\n".join(f"20{number:02};Artikel {number};Stück;{number},50;7;Brot" for number in range(1, 3))
    imported(supplier, LIST + f"{more}\n")
    for listing, values in zip(Listing.objects.filter(supplier=supplier).order_by("pk"), ODD, strict=True):
        Listing.objects.filter(pk=listing.pk).update(**values)
    Listing.objects.filter(article_number="2002").first().product.categories.clear()
    return supplier


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_it_comes_back_without_a_change(supplier, kind):
    run = imported(supplier, export.file_for_people(supplier, kind))

    assert run.is_own_export
    assert run.counts["unchanged"] == run.rows == 5, list(run.findings.values_list("row", "rule", "raw"))


def test_a_price_changed_in_the_spreadsheet_changes_that_alone(supplier):
    book = load_workbook(io.BytesIO(export.file_for_people(supplier, "xlsx")))
    column = [cell.value for cell in book.active[1]].index("Preis netto für 1") + 1
    book.active.cell(3, column).value = 0.0005
    target = io.BytesIO()
    book.save(target)

    run = imported(supplier, target.getvalue())

    assert (run.counts["updated"], run.counts["unchanged"]) == (1, 4)
    assert article(supplier, "1002").price == Decimal("0.5000")


def test_columns_thrown_out_leave_what_they_said(supplier):
    rows = list(csv.reader(io.StringIO(export.file_for_people(supplier, "csv").decode("utf-8-sig")), delimiter=";"))
    kept = [rows[0].index(name) for name in ("Artikelnummer", "Preis netto für 1", "Im Shop gezeigt für")]
    text = "\n".join(";".join(row[index] for index in kept) for row in rows)

    assert imported(supplier, text).counts["unchanged"] == 5


def test_people_read_words(supplier):
    text = export.file_for_people(supplier, "csv").decode("utf-8-sig")

    assert "Flasche" in text and ";ja;" in text and "ab 2,5: 3,1; ab 10: 2,9999" in text
    assert not any(sign in text for sign in ("H87", "[]", "true"))


def test_every_unit_comes_back():
    words = [export._word_of(code) for code in UNITS]
    supplier = kornblum()
    lines = "\n".join(f"{number};A{number};{word};1,00;7;Brot" for number, word in enumerate(words))
    imported(supplier, f"{HEAD}\n{lines}\n")

    found = dict(Listing.objects.filter(supplier=supplier).values_list("article_number", "unit"))
    assert found == {str(number): code for number, code in enumerate(UNITS)}
    assert len(prices(supplier)) == len(UNITS)


def test_what_lines_cannot_say_stays_json():
    assert lines_of_attributes({"Farbe": "rot", "Maß": "3: 4"}) == "Farbe: rot\nMaß: 3: 4"
    assert lines_of_attributes({"Maß: innen": "3"}).startswith("{")
    assert lines_of_attributes({"Farbe": ["rot", "grün"]}).startswith("{")


@pytest.mark.parametrize("value", [["rot", "grün"], 3, 1.5, True, {"b": [1]}, "x\u2028y", "x\x85y", "x\ry", "x" * 5000])
def test_every_value_of_an_attribute_comes_back(value):
    attributes = {"Farbe": value, "{A": "b"}

    assert attributes_in(lines_of_attributes(attributes)) == attributes
    assert attributes_in(lines_of_attributes({"A": value})) == {"A": value}


def without(supplier, *names: str) -> str:
    rows = list(csv.reader(io.StringIO(export.file_for_people(supplier, "csv").decode("utf-8-sig")), delimiter=";"))
    kept = [index for index, name in enumerate(rows[0]) if name not in names]
    target = io.StringIO()
    csv.writer(target, delimiter=";").writerows([row[index] for index in kept] for row in rows)
    return target.getvalue()


@pytest.mark.parametrize(
    "names",
    [
        ("Artikelnummer",),
        ("Bezeichnung", "Im Shop gezeigt für"),
        ("Bezeichnung", "Im Shop gezeigt für", "Beschreibung", "Bezeichnung englisch"),
        ("Im Shop gezeigt für", "Staffelpreise netto für 1"),
    ],
)
def test_columns_deleted_by_hand_change_nothing(supplier, names):
    run = imported(supplier, without(supplier, *names))

    assert run.counts["unchanged"] == 5, list(run.findings.values_list("row", "rule", "raw"))


def columns_of(supplier, language: str, keep: set[str]) -> str:
    with translation.override(language):
        text = export.file_for_people(supplier, "csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    kept = [index for index, name in enumerate(rows[0]) if name in keep or OWN_WORDS.get(name) in keep]
    target = io.StringIO()
    csv.writer(target, delimiter=";").writerows([row[index] for index in kept] for row in rows)
    return target.getvalue()


FEW = """name price; article_number price; article_number price price_quantity; article_number steps;
    article_number name stock price_quantity; article_number price price_quantity interval;
    name unit price vat_rate steps group_key"""
KEPT = [*(set(export.HEADER) - {name} for name in export.HEADER), *(set(few.split()) for few in FEW.split(";"))]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("keep", KEPT)
def test_whatever_is_left_of_the_own_export_changes_no_price(supplier, language, keep):
    before = list(Listing.objects.order_by("pk").values_list("pk", "price", "price_quantity", "gross_price", "steps"))

    run = dry_run(supplier, columns_of(supplier, language, keep), Statement("gross", Decimal(19)))

    service.commit_run(run, by=None)
    assert run.counts.get("created", 0) == 0, run.counts
    assert before == list(
        Listing.objects.order_by("pk").values_list("pk", "price", "price_quantity", "gross_price", "steps")
    ), list(run.findings.values_list("row", "rule", "raw"))


def test_a_group_names_no_numbered_article():
    supplier = kornblum()
    imported(supplier, LIST)

    imported(supplier, "Artikelnummer;Einheit;Preis netto;MwSt;Warengruppe\n1001;Stück;3,60;7;Brot\n")

    assert article(supplier, "1001").name == "Roggenmischbrot"
