from datetime import date, datetime, time
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from marketplace import formats

BERLIN = ZoneInfo("Europe/Berlin")


def spoken(text):
    return text.replace("\N{NO-BREAK SPACE}", "_")


@pytest.mark.parametrize(
    ("value", "german", "english"),
    [
        (Decimal("1234.5"), "1.234,50_€", "€1,234.50"),
        (Decimal("0.0123"), "0,0123_€", "€0.0123"),
        (Decimal("10.2000"), "10,20_€", "€10.20"),
        (0, "0,00_€", "€0.00"),
    ],
)
def test_money_has_two_decimals_and_up_to_four_where_the_price_has_them(value, german, english):
    with translation.override("de"):
        assert spoken(formats.euro(value)) == german
    with translation.override("en"):
        assert spoken(formats.euro(value)) == english


def test_days_are_written_as_people_here_write_them():
    tuesday = date(2026, 11, 24)
    with translation.override("de"):
        assert spoken(formats.short_day(tuesday)) == "Di_24.11."
        assert spoken(formats.day(tuesday)) == "24.11.2026"
        assert formats.long_day(tuesday) == "Dienstag, 24. November"
    with translation.override("en"):
        assert spoken(formats.short_day(tuesday)) == "Tue_24_Nov"


def test_the_clock_leaves_out_minutes_that_say_nothing():
    with translation.override("de"):
        assert spoken(formats.clock(time(14, 0))) == "14_Uhr"
        assert spoken(formats.clock(datetime(2026, 11, 24, 8, 5, tzinfo=ZoneInfo("UTC")))) == "9:05_Uhr"
    with translation.override("en"):
        assert formats.clock(time(14, 0)) == "14:00"


@pytest.mark.parametrize(
    ("day", "expected"), [(23, "heute 14_Uhr"), (24, "Di_14_Uhr"), (29, "So_14_Uhr"), (30, "Mo_30.11._14_Uhr")]
)
def test_a_cutoff_within_the_week_is_named_by_its_weekday(monkeypatch, day, expected):
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 23, 9, 0, tzinfo=BERLIN))
    with translation.override("de"):
        assert spoken(formats.cutoff(datetime(2026, 11, day, 14, 0, tzinfo=BERLIN))) == expected


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Bäckerei Kornblum", "BK"), ("Mosterei", "MO"), ("Metallbau Rietzsch GmbH", "MR"), ("ölmühle", "ÖL")],
)
def test_a_mark_has_two_letters_of_the_name_without_its_legal_form(name, letters):
    assert formats.initials(name) == letters


def test_a_difference_has_its_sign():
    with translation.override("de"):
        assert [spoken(formats.difference(value)) for value in (Decimal("4.06"), -3)] == ["+4,1_%", "−3,0_%"]
