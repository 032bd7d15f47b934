"""Whatever is in the catalogue, its own export comes back unchanged, in every kind and language."""

import csv
import io
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from catalog.imports import service
from catalog.imports.runs import export
from catalog.models import Listing
from catalog.money import plain
from catalog.units import UNITS
from tests.catalog.importing import LIST, article, dry_run, imported, kornblum

pytestmark = pytest.mark.django_db
KINDS = [(kind, language) for kind in ("csv", "xlsx") for language in ("de", "en")]


def exported(supplier, kind: str, language: str = "de") -> bytes:
    with translation.override(language):
        return export.file_for_people(supplier, kind)


def assert_unchanged(supplier, kind: str, language: str) -> None:
    run = dry_run(supplier, exported(supplier, kind, language))
    found = list(run.findings.values_list("row", "rule", "raw"))
    assert run.status == "ready" and run.counts["unchanged"] == run.rows == run.staged.count(), (run.counts, found)


def set_values(listing: Listing, values: dict) -> None:
    words = {name: values.pop(name) for name in ("title", "description") if name in values}
    type(listing.product).objects.filter(pk=listing.product_id).update(**words)
    Listing.objects.filter(pk=listing.pk).update(**values)


ODD = [
    {"unit": "KGM", "minimum": Decimal("0.1"), "interval": Decimal("0.1"), "steps": [["0.5", "3.1"]]},
    {"price": Decimal(0)},
    {"price": Decimal("99999999.9999")},
    {"price": Decimal("0.4321"), "price_quantity": 1000},
    {"vat_rate": Decimal("5.5")},
    {"vat_rate": Decimal("10.7")},
    {"vat_rate": Decimal(0), "vat_category": "E"},
    {"article_number": "'77"},
    {"article_number": "1E5"},
    {"description": "a\x0bb\x0c\x1f"},
    {"title": "Summe"},
    {"attributes": {"A": "x" * 3000, "B": ["rot", "grün"], "C": {"d": 1}, "D": True}},
    {"attributes": {"A": "x\u2028y", "B": "x\x85y", "C": "x\ry"}},
]


@pytest.mark.parametrize(("kind", "language"), KINDS)
def test_odd_articles_come_back_unchanged(kind, language):
    supplier = kornblum()
    imported(supplier, LIST + "".join(f"A{number};Brot {number};Stück;3,60;7;Brot\n" for number in range(len(ODD))))
    for number, values in enumerate(ODD):
        set_values(article(supplier, f"A{number}"), dict(values))

    assert_unchanged(supplier, kind, language)


def test_a_changed_row_keeps_what_is_odd_about_it():
    supplier = kornblum()
    imported(supplier, LIST)
    odd = {"article_number": "'77", "unit": "KGM", "steps": [["0.5", "3.1"]], "attributes": {"B": ["rot", "grün"]}}
    set_values(article(supplier, "1001"), odd)
    rows = list(csv.reader(io.StringIO(exported(supplier, "csv").decode("utf-8-sig")), delimiter=";"))
    rows[1][rows[0].index("Beschreibung")] = "Neu"
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)

    run = imported(supplier, text.getvalue())

    assert (run.counts["updated"], run.counts["unchanged"]) == (1, 2)
    now = article(supplier, "'77")
    assert (now.product.description, now.steps, now.attributes) == ("Neu", odd["steps"], odd["attributes"])


def test_what_was_taken_back_stays_so():
    supplier = kornblum()
    service.undo_run(imported(supplier, LIST), by=None)
    imported(supplier, "Artikelnummer;Bezeichnung;Einheit;Preis netto;MwSt\n2001;Semmel;Stück;0,40;7\n")

    for kind, language in KINDS:
        imported(supplier, exported(supplier, kind, language))

    assert Listing.objects.filter(supplier=supplier).taken_back().count() == 3


STRANGE = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
TEXTS = st.text(STRANGE, max_size=40)
NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60).filter(str.strip)
QUANTITIES = st.decimals(Decimal("0.001"), Decimal("99999.999"), places=3)
PRICES = st.decimals(0, Decimal("99999.9999"), places=4)
STEPS = st.lists(st.tuples(QUANTITIES, PRICES), max_size=3, unique_by=lambda step: step[0])
VALUES = st.one_of(TEXTS, st.integers(-(10**9), 10**9), st.booleans(), st.lists(TEXTS, max_size=2))
LISTINGS = st.fixed_dictionaries(
    {
        "title": NAMES,
        "description": TEXTS,
        "unit": st.sampled_from(sorted(UNITS)),
        "content": st.none() | QUANTITIES,
        "content_unit": st.sampled_from(["", "KGM", "LTR", "H87"]),
        "minimum": QUANTITIES,
        "interval": QUANTITIES,
        "price": st.none() | PRICES,
        "price_quantity": st.sampled_from([1, 10, 100, 1000]),
        "steps": STEPS.map(lambda steps: [[plain(one), plain(two)] for one, two in sorted(steps)]),
        "attributes": st.dictionaries(TEXTS, VALUES, max_size=3),
        "texts": st.dictionaries(st.sampled_from(["name", "description"]), TEXTS),
        "origin": TEXTS,
        "group_key": TEXTS,
        "online": st.booleans(),
        "stock": st.none() | QUANTITIES,
        "vat_rate": st.sampled_from([Decimal(0), Decimal("5.5"), Decimal(7), Decimal(19)]),
    }
)


class WholeRangeTest(TestCase):
    @given(st.lists(LISTINGS, min_size=3, max_size=3), st.sampled_from(KINDS))
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    def test_any_range_comes_back_unchanged(self, listings, kind):
        supplier = kornblum()
        imported(supplier, LIST)
        for listing, values in zip(Listing.objects.filter(supplier=supplier), listings, strict=True):
            set_values(listing, dict(values))

        assert_unchanged(supplier, *kind)
