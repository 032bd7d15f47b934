"""A price that jumped against the last import: the proposal speaks the list's terms, never net where it says gross."""

from decimal import Decimal

import pytest

from catalog.imports import Checker, Statement, read
from catalog.imports.columns.memory import LastPrice
from catalog.imports.rows.outliers import probably_meant

HEAD = "Artikelnummer;Bezeichnung;Einheit;{};MwSt\n"
ROW = "{};Ware {};Stück;{};7 %\n"


def finding(header, price, last):
    rows = "".join(ROW.format(number, number, "2,14") for number in range(1, 9))
    text = HEAD.format(header) + ROW.format("X", "X", price) + rows
    checker = Checker(read(text.encode()), Statement(prices=None), last={"x": LastPrice(Decimal(last), "H87")})
    drafts = [checker.draft(entry) for entry in checker.entries()]
    return next(found for found in drafts[0].findings if found.rule == "price_jump")


def test_a_gross_list_gets_a_gross_proposal():
    assert finding("VK brutto", "214,00", last="2.00").proposal == "2,14"


def test_a_risen_price_keeps_its_rise():
    assert finding("Preis netto", "312,00", last="3.00").proposal == "3,12"


def test_a_decimal_point_stays_one():
    text = HEAD.format("Preis netto").replace(";", ",") + "X,Ware,Stück,312.50,7 %\n" + "1,Ware 1,Stück,2.95,7 %\n" * 3
    checker = Checker(read(text.encode()), Statement(prices=None), last={"x": LastPrice(Decimal("3.10"), "H87")})
    drafts = [checker.draft(entry) for entry in checker.entries()]
    jump = next(found for found in drafts[0].findings if found.rule == "price_jump")
    assert jump.proposal == "3.125"


@pytest.mark.parametrize(
    "factor, meant", [("100", "4.9"), ("0.01", "49000"), ("103", "4.9"), ("30", None), ("1", None)]
)
def test_only_a_slip_of_ten_explains_itself(factor, meant):
    assert probably_meant(Decimal(490), Decimal(factor)) == (meant and Decimal(meant))


def test_a_column_with_later_prices_is_named():
    text = "Nr;Artikel;Einheit;Preis ab 01.01.2024;Preis ab 1.1.2099\n1;Brot;Stk;3,40;3,60\n"

    found = Checker(read(text.encode()), Statement("net")).findings()

    assert [(one.rule, one.column, one.raw) for one in found] == [("price_later", "E", "Preis ab 1.1.2099")]
