import pytest

from suppliers.places import distance_km, locate


def test_postcodes_of_leipzig_are_told_apart():
    assert locate("04109") != locate("04277")
    assert locate(" 04109 ") == pytest.approx((51.339, 12.365), abs=0.01)


@pytest.mark.parametrize("text", ["", "00000", "Leipzig", "4109"])
def test_what_is_no_postcode_lies_nowhere(text):
    assert locate(text) is None


def test_leipzig_and_dresden_are_a_hundred_kilometres_apart():
    assert distance_km(locate("04109"), locate("01067")) == pytest.approx(100, abs=3)
    assert distance_km((51.0, 12.0), (51.0, 12.0)) == 0
