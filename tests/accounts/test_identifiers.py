import pytest
from django.core.exceptions import ValidationError

from accounts.identifiers import register_number, tax_number, vat_id


@pytest.mark.parametrize("typed", ["DE136695976", "de 136 695 976", "136695976", "DE-136.695.976"])
def test_one_vat_id_has_one_form(typed):
    assert vat_id(typed) == "DE136695976"


def test_a_neighbours_vat_id_keeps_its_country():
    assert vat_id("ATU13585627") == "ATU13585627"


@pytest.mark.parametrize("typed", ["DE136695977", "136695967"])
def test_swapped_digits_are_noticed(typed):
    with pytest.raises(ValidationError, match="Zahlendreher"):
        vat_id(typed)


@pytest.mark.parametrize("typed", ["DE12345", "12 34", "keine"])
def test_what_is_no_vat_id_is_refused(typed):
    with pytest.raises(ValidationError, match="neun Ziffern"):
        vat_id(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "Amtsgericht Leipzig, HRB 12345",
        "HRB 12345 Leipzig",
        "AG Leipzig HRB 12345",
        "Handelsregister beim Amtsgericht Leipzig: HRB Nr. 12345",
        "hrb 12345, leipzig",
        "Leipzig, HRB-Nr.: 12345",
    ],
)
def test_one_register_number_has_one_form(typed):
    assert register_number(typed) == "Leipzig HRB 12345"


def test_a_court_keeps_its_whole_name():
    assert register_number("Amtsgericht Frankfurt am Main, HRA 7") == "Frankfurt am Main HRA 7"


@pytest.mark.parametrize("typed", ["HRB 12345", "12345", "Amtsgericht Leipzig", "Entenhausen HRB 1"])
def test_a_register_number_needs_its_court(typed):
    with pytest.raises(ValidationError, match="Gericht"):
        register_number(typed)


@pytest.mark.parametrize("typed", ["201/123/12340", "20112312340", "3201012312340"])
def test_one_tax_number_has_one_form(typed):
    assert tax_number(typed) == "3201012312340"


def test_a_short_tax_number_is_refused():
    with pytest.raises(ValidationError):
        tax_number("201/123")


@pytest.mark.parametrize("read", [vat_id, register_number, tax_number])
def test_nothing_typed_is_nothing(read):
    assert read("  ") == ""
