"""The sample files that nobody on this project wrote, and twins of them in other formats."""

import os
import warnings
from decimal import Decimal
from pathlib import Path

import pytest

from catalog.imports import Checker, Statement, read
from tabular import open_book, text_of
from tests.tabular.test_reading_formats import ods, xls

SAMPLES = Path(os.environ.get("SAMPLE_DATA", Path(__file__).parents[3].parent / "shared" / "data"))
NET = Statement("net", Decimal(19))

if not SAMPLES.is_dir():
    warnings.warn(f"No sample files at {SAMPLES}: set SAMPLE_DATA", stacklevel=1)
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason=f"sample files not found at {SAMPLES}")


def sample(name):
    return (SAMPLES / name).read_bytes()


def drafts(data, statement=NET, **choice):
    return list(Checker(read(data, **choice), statement).drafts())


def essence(found):
    return [
        (
            d.rows,
            d.outcome,
            d.article_number,
            d.name,
            d.unit,
            d.content,
            d.price,
            d.price_quantity,
            d.vat_rate,
            d.gtin,
            d.category,
            d.origin,
            d.attributes,
        )
        for d in found
    ]


def twin(data, sheet, write):
    """The same cells in another format."""
    source = next(one for one in open_book(data).sheets if one.name == sheet)
    return write([[cell if cell != "" else None for cell in row] for row in source.rows()], sheet or "Liste")


@pytest.mark.parametrize("name", ["spreadsheets/foodsoft_file_01.csv", "spreadsheets/foodsoft_file_01.xlsx"])
def test_the_food_cooperatives_list_waits_for_a_german_vat_rate(name):
    reading = read(sample(name))
    found = list(Checker(reading, NET).drafts())

    assert reading.header_row == 1
    assert [(d.article_number, d.price, d.unit) for d in found] == [
        ("29932", Decimal("2.34"), "KGM"),
        ("28391", Decimal("5.56"), "H87"),
        ("1829", Decimal("3.21"), "XPK"),
        ("177813", Decimal("1.2"), "H87"),
    ]
    assert {d.outcome for d in found} == {"held_back"}
    assert {finding.rule for d in found for finding in d.findings} == {"vat_invalid"}
    assert found[2].deposit == Decimal("0.4")
    assert found[0].online is True


def test_the_second_cooperatives_list_has_its_packs():
    found = drafts(sample("spreadsheets/foodsoft_flawless.csv"))

    assert [(d.article_number, d.price, d.unit, d.content) for d in found] == [
        ("1", Decimal("1.23"), "KGM", None),
        ("12", Decimal("3.45"), "H87", 2),
    ]


@pytest.mark.parametrize("name", ["testCreateBMEcatFromExcelFullDataGTINAlsZahl", "testCreateBMEcatTwoPossibleSheets"])
def test_the_article_sheet_beside_others_is_found(name):
    reading = read(sample(f"spreadsheets/{name}.xlsx"))
    (found,) = Checker(reading, NET).drafts()

    assert (reading.sheet, reading.header_row) == ("Artikel", 1)
    assert (found.outcome, found.article_number, found.price, found.price_quantity) == (
        "ok",
        "12345",
        Decimal("10.5"),
        100,
    )
    assert (found.list_price, found.vat_rate, found.gtin) == (Decimal("17.5"), Decimal(19), "")
    assert [finding.rule for finding in found.findings] == ["gtin_check_digit"]
    assert {"Test1": "10", "Test4": "Zack"}.items() <= found.attributes.items()


def test_the_maintenance_workbook_is_read_from_its_data_sheet():
    reading = read(sample("spreadsheets/testPriceIsNumberAndTaxIsString.xlsx"))
    found = list(Checker(reading, NET).drafts())

    assert (reading.sheet, reading.header_row, len(found)) == ("Mapping-Master", 1, 12)
    assert "Storeserver" in {sheet for sheet, _, _ in reading.others}
    assert {d.outcome for d in found} == {"ok"}
    assert (found[0].article_number, found[0].gtin, found[0].price, found[0].vat_rate) == (
        "4260439000040",
        "4260439000040",
        140,
        19,
    )
    assert "<" not in found[0].description
    assert found[0].attributes["Akku-Spannung"] == "10,8 V"


def test_the_storeserver_sheet_has_its_price_in_the_third_column():
    reading = read(sample("spreadsheets/testPriceIsNumberAndTaxIsString.xlsx"), sheet="Storeserver")
    found = list(Checker(reading, NET).drafts())

    assert reading.plan.column("price").header == "Preis3 (EUR)"
    assert sum(len(d.rows) for d in found) == 1897
    assert (found[1].article_number, found[1].price, found[1].minimum, found[1].unit) == (
        "9MAMT",
        Decimal("0.0345"),
        1000,
        "H87",
    )
    assert {finding.rule for d in found if d.outcome != "ok" for finding in d.findings} == {
        "price_zero",
        "price_outlier",
    }


@pytest.mark.parametrize("write", [xls, ods], ids=["xls", "ods"])
@pytest.mark.parametrize(
    ("name", "sheet"),
    [
        ("foodsoft_file_01.xlsx", "foodsoft_file_01"),
        ("foodsoft_file_01.csv", ""),
        ("testCreateBMEcatTwoPossibleSheets.xlsx", "Artikel"),
        ("testPriceIsNumberAndTaxIsString.xlsx", "Storeserver"),
    ],
)
def test_twins_in_other_formats_give_the_same(name, sheet, write):
    data = sample(f"spreadsheets/{name}")

    assert essence(drafts(twin(data, sheet, write))) == essence(drafts(data, sheet=sheet or None))


def test_the_shopware_export_takes_net_and_checks_gross():
    (found,) = drafts(sample("shops/shopware6_products_with_variants.csv"))

    assert (found.rows, found.outcome, found.price, found.vat_rate) == ((2, 3), "ok", Decimal("495.7983"), 19)
    assert (found.stock, found.minimum, found.interval) == (31, 1, 1)


def test_the_woocommerce_export_takes_variants_and_leaves_their_parents():
    found = {d.article_number or d.rows[0]: d for d in drafts(sample("shops/woocommerce_sample_products.csv"))}

    assert (found["woo-beanie"].price, found["woo-beanie"].category) == (20, "Clothing > Accessories")
    assert (found["woo-vneck-tee-red"].group_key, found["woo-vneck-tee-red"].attributes["Color"]) == (
        "woo-vneck-tee",
        "Red",
    )
    assert found[2].outcome == "skipped"


def test_all_units_are_allowed_in_invoices():
    from catalog.units import UNITS

    assert set(UNITS) <= set((SAMPLES / "units" / "en16931_unit_codes.txt").read_text().split())


def test_texts_of_the_sample_survive():
    assert "Ladegerät" in text_of(drafts(sample("spreadsheets/testPriceIsNumberAndTaxIsString.xlsx"))[0].name)
