"""Numbers, units, dates and GTINs: what is written comes back, and nothing that is doubtful gets a value."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean

from catalog import vat
from catalog.imports.cells import state_words
from catalog.imports.cells.money import parse_price
from catalog.imports.cells.numbers import DecimalSign, certain_sign, parse_number, sign_of
from catalog.imports.cells.packaging import Pack, parse_pack
from catalog.imports.cells.state_words import is_gone, yes_or_no
from catalog.imports.cells.values import article_number_of, date_of, gtin_of, long_text, rate_of
from catalog.units import UNITS, convert, unit_of

COMMA, POINT, SILENT, MIXED = DecimalSign(","), DecimalSign("."), DecimalSign(), DecimalSign(mixed=True)
amounts = st.decimals(min_value="0.01", max_value="999999.99", places=2)


def german(value, thousands="."):
    whole, _, cents = f"{value:,.2f}".partition(".")
    return f"{whole.replace(',', thousands)},{cents}"


@given(
    amounts, st.sampled_from([".", " ", "\u00a0", "'", ""]), st.sampled_from(["{}", "{} €", "EUR {}", "€ {}", " {}€ "])
)
def test_german_prices_come_back_exactly(value, thousands, dress):
    assert parse_price(dress.format(german(value, thousands)), COMMA).value == value


@given(amounts)
def test_english_prices_come_back_exactly(value):
    assert parse_price(f"{value:,.2f}", POINT).value == value


@given(st.integers(1, 999), st.integers(0, 999))
def test_a_number_that_can_mean_two_things_has_no_value_without_evidence(whole, rest):
    for sign in ".,":
        text = f"{whole}{sign}{rest:03}"

        assert parse_number(text, SILENT) == (None, "ambiguous_number")
        assert parse_number(text, MIXED)[0] is None
        assert certain_sign(text) is None


@given(amounts)
def test_a_number_against_its_column_has_no_value(value):
    assert parse_number(f"{value:.2f}", COMMA)[0] is None
    assert parse_number(f"{value:.2f}".replace(".", ","), POINT)[0] is None


@given(st.lists(amounts, min_size=1, max_size=30))
def test_a_column_proves_its_decimal_sign(values):
    found = sign_of([german(value) for value in values]), sign_of([f"{value:,.2f}" for value in values])

    assert [(one.sign, one.mixed) for one in found] == [(",", False), (".", False)]
    assert {one.always for one in found} == {len(values) >= 3}


@given(st.lists(amounts, min_size=3, max_size=30), st.integers(1, 999), st.integers(0, 999))
def test_a_number_without_the_decimals_of_all_others_may_have_lost_its_comma(values, thousands, rest):
    column = [german(value) for value in values]
    lost = f"{thousands}.{rest:03}"

    assert parse_number(lost, sign_of([*column, lost])) == (None, "ambiguous_number")
    assert parse_number(lost, sign_of([*column, lost, "12"])) == (Decimal(f"{thousands}{rest:03}"), None)


@given(amounts, amounts)
def test_a_column_with_both_signs_is_mixed(one, other):
    assert sign_of([german(one), f"{other:.2f}"]).mixed


@given(st.text(max_size=30))
def test_a_price_has_a_value_or_a_rule_or_is_blank(text):
    for column in (COMMA, POINT, SILENT, MIXED):
        amount = parse_price(text, column)

        assert amount.value is None or (amount.value > 0 and amount.rule is None)
        assert (
            amount.value is not None
            or amount.rule
            or not text.strip(
                "\u00a0\u2007\u202f\u2009 \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u1680\u2000\u2001\u2002\u2003"
                "\u2004\u2005\u2006\u2008\u200a\u2028\u2029\u205f\u3000"
            )
        )


@given(amounts)
def test_negative_prices_are_refused(value):
    for text in (f"-{german(value)}", f"{german(value)}-", f"({german(value, '')})", f"−{german(value)}"):
        assert parse_price(text, COMMA).value is None
    assert parse_price(-float(value), COMMA).rule == "price_negative"


@given(amounts, amounts)
def test_ranges_and_approximate_prices_have_no_value(low, high):
    for text in (
        f"{german(low)} - {german(high)}",
        f"{german(low)} bis {german(high)}",
        f"ab {german(low)}",
        f"ca. {german(low)}",
    ):
        assert parse_price(text, COMMA).value is None


@given(st.floats(min_value=0.01, max_value=1e7))
def test_a_numeric_price_keeps_fifteen_digits(value):
    assert parse_price(value, SILENT).value == Decimal(f"{value:.15g}")


@pytest.mark.parametrize("text", ["$ 4", "4 USD", "CHF 3,20", "3,20 Fr.", "12 zł", "£3", "99 ct"])
def test_other_money_is_no_euro(text):
    assert parse_price(text, COMMA).value is None


@pytest.mark.parametrize(
    ("text", "value", "quantity", "unit"),
    [
        ("2,50 €/kg", "2.50", 0, "kg"),
        ("3,45 je 100 St", "3.45", 100, "St"),
        ("1,20 / 100 g", "1.20", 100, "g"),
        ("1,50€/St.", "1.50", 0, "St."),
        ("1.299,-", "1299", 0, ""),
        ("-,55", "0.55", 0, ""),
    ],
)
def test_prices_say_what_they_are_for(text, value, quantity, unit):
    assert parse_price(text, COMMA)[:4] == (Decimal(value), None, quantity, unit)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_dates_come_back(day):
    assert {date_of(day), date_of(day.isoformat()), date_of(f"{day:%d.%m.%Y}"), date_of(f"{day:%d.%m.%y}")} == {day}


@given(st.integers(20_000, 80_000))
def test_serial_numbers_are_dates(serial):
    assert date_of(float(serial)) == date(1899, 12, 30) + timedelta(days=serial)


@given(st.text(max_size=15))
def test_no_text_breaks_the_dates(text):
    assert date_of(text) is None or isinstance(date_of(text), date)


@given(st.integers(10**11, 10**12 - 1).map(lambda number: f"{number:012}"))
def test_gtins_survive_what_excel_does_to_them(body):
    gtin = body + ean.calc_check_digit(body)
    found, rule = gtin_of(gtin)

    assert found in (gtin, None)
    assert (found is None) == (rule in ("gtin_internal", "gtin_filler"))
    assert gtin_of(float(gtin))[0] == found
    assert gtin_of("0" + gtin)[0] == found
    assert gtin_of(f"{gtin[0]} {gtin[1:7]} {gtin[7:]}")[0] == found


@given(st.integers(0, 10**11 - 1).map(lambda number: f"0{number:011}"))
def test_a_lost_zero_comes_back(body):
    gtin = body + ean.calc_check_digit(body)

    assert gtin_of(float(gtin))[0] in (gtin, None, gtin_of(gtin[-8:])[0])


@given(st.integers(10**12, 10**13 - 1).map(str), st.integers(1, 9))
def test_a_wrong_check_digit_gives_no_gtin(gtin, off):
    wrong = gtin[:-1] + str((int(ean.calc_check_digit(gtin[:-1])) + off) % 10)

    assert gtin_of(wrong)[0] is None


@given(st.text(max_size=20))
def test_a_gtin_is_always_valid(text):
    found, _ = gtin_of(text)

    assert found is None or ean.is_valid(found)


@given(st.integers(1, 5000), st.sampled_from(["g", "ml", "kg", "l", "cl", "m"]), st.sampled_from(["", " "]))
def test_measures_come_back(count, unit, gap):
    pack = parse_pack(f"{count}{gap}{unit}")

    if count == 1:
        assert pack == Pack(unit_of(unit).code)
    else:
        assert pack == Pack("H87", count, unit_of(unit).code)


@given(
    st.integers(2, 100),
    st.integers(1, 900),
    st.sampled_from(["g", "ml", "l"]),
    st.sampled_from(["x", "×", "*"]),
    st.sampled_from(["", "Kiste ", "VE ", "Karton à "]),
)
def test_packs_are_multiplied_exactly(count, size, unit, times, holder):
    pack = parse_pack(f"{holder}{count} {times} {size} {unit}")

    assert (pack.content, pack.content_unit) == (count * size, unit_of(unit).code)
    assert pack.unit == unit_of(holder.replace("à", "").strip() or "Packung").code


@pytest.mark.parametrize(
    "said", ["30 x 50 mm", "60x120 mm", "20 x 30 cm", "5 x 10 m", "Rolle 4 x 25 m", "Palette 80 x 120 cm", "4x1,5 mm²"]
)
def test_what_is_wide_and_high_is_no_pack(said):
    assert parse_pack(said) is None


@given(st.text(max_size=25))
def test_a_unit_is_always_a_known_code(text):
    pack = parse_pack(text)

    assert pack is None or pack.unit in UNITS
    assert pack is None or pack.content is None or (pack.content > 0 and pack.content_unit in UNITS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("STK", "H87"),
        ("Stck.", "H87"),
        ("PCE", "H87"),
        ("lfm", "MTR"),
        ("FL", "XBO"),
        ("KT", "XCT"),
        ("PAL", "XPX"),
        ("Bd", "XBE"),
        ("m²", "MTK"),
        ("C62", "C62"),
    ],
)
def test_german_abbreviations_are_not_taken_for_codes(text, code):
    assert unit_of(text).code == code


def test_units_of_one_kind_convert():
    assert convert(Decimal(500), UNITS["GRM"], UNITS["KGM"]) == Decimal("0.5")
    assert convert(Decimal(1), UNITS["H87"], UNITS["KGM"]) is None


@pytest.mark.parametrize(
    ("text", "rate", "rule"),
    [
        ("19", "19", None),
        ("0,07", "7", None),
        ("7 %", "7", None),
        ("ermäßigt", "7", None),
        ("0.19", "19", None),
        ("6", None, "vat_invalid"),
        ("7,8 %", None, "vat_invalid"),
        ("1", None, "vat_unclear"),
        ("A", None, "vat_unclear"),
    ],
)
def test_vat_rates_are_german_or_none(text, rate, rule):
    assert rate_of(text) == (Decimal(rate) if rate else None, rule)


@given(st.text(max_size=12))
def test_a_vat_rate_is_always_in_force(text):
    assert rate_of(text)[0] in (None, *vat.RATES)


@given(st.text(max_size=200))
def test_texts_hold_no_script(text):
    assert (
        "<script" not in long_text(f"{text}<script>alert(1)</script>{text}").casefold()
        or "<script" in text.casefold()
        or "&" in text
    )


@given(st.text(max_size=30))
def test_article_numbers_and_switches_never_fail(text):
    number, _ = article_number_of(text)

    assert isinstance(number, str)
    assert yes_or_no(text) in (True, False, None)


@pytest.mark.parametrize(
    ("cell", "number", "rule"),
    [
        ("0012", "0012", None),
        (102.85, "102.85", None),
        ("1E5", "1E5", None),
        (4260439000040.0, "4260439000040", None),
        ("4,26E+12", "4,26E+12", "number_mangled"),
        (date(2026, 5, 12), "12.05.2026", "number_is_date"),
        ("Mai 26", "Mai 26", "number_is_date"),
        (" A-1 ", "A-1", None),
    ],
)
def test_article_numbers_stay_as_they_are(cell, number, rule):
    assert article_number_of(cell) == (number, rule)


@pytest.mark.parametrize(
    "text",
    [
        "ausverkauft",
        "z. Zt. nicht lieferbar",
        "erst wieder ab Oktober",
        "entfällt",
        "nicht mehr im Programm",
        "sold out",
    ],
)
def test_words_that_say_that_it_cannot_be_had(text):
    assert is_gone(text)


@pytest.mark.parametrize(
    "text", ["wieder lieferbar", "lieferbar ab 10 Stück", "Pfand entfällt", "nicht ofenfest", "neu!", "nur Restbestand"]
)
def test_words_that_do_not(text):
    assert not is_gone(text)


@given(st.from_regex(state_words.GONE))
def test_the_glance_before_it_keeps_no_such_words_out(text):
    assert len(text) > 120 or is_gone(text)


@given(st.sampled_from(sorted(state_words.GONE_ALONE)), st.sampled_from(["", " ", "-", ". "]), st.booleans())
def test_nor_words_alone_however_they_are_spaced(word, between, capitals):
    text = between.join(word.upper() if capitals else word)
    assert len(text) > state_words.LONGEST_WORD or is_gone(text)
