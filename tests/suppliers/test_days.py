"""Which day an order still makes: weekday, cut-off, wall time across the change of clocks."""

from datetime import date, datetime, time

from django.utils import timezone

from suppliers.days import delivery_days

TUESDAY_FRIDAY = [1, 4]


def days(now, weekdays=TUESDAY_FRIDAY, cutoff_days=1, cutoff_time=time(14), count=3):
    moment = timezone.make_aware(datetime.fromisoformat(now))
    return [found.day.isoformat() for found in delivery_days(weekdays, cutoff_days, cutoff_time, moment, count)]


def test_an_order_before_the_cutoff_makes_the_next_day():
    assert days("2026-11-23 13:59")[0] == "2026-11-24"


def test_an_order_at_the_cutoff_is_too_late():
    assert days("2026-11-23 14:00") == ["2026-11-27", "2026-12-01", "2026-12-04"]


def test_a_cutoff_on_the_day_itself():
    assert days("2026-11-24 05:00", cutoff_days=0, cutoff_time=time(6))[0] == "2026-11-24"


def test_without_weekdays_there_is_no_day():
    assert days("2026-11-23 10:00", weekdays=[]) == []


def test_the_cutoff_is_wall_time_when_clocks_change():
    found = delivery_days([0], 1, time(12), timezone.make_aware(datetime(2026, 10, 24, 12)), 1)[0]
    assert (found.day, timezone.localtime(found.cutoff).hour) == (date(2026, 10, 26), 12)


def test_a_long_lead_still_finds_days():
    assert days("2026-11-23 10:00", cutoff_days=10)[0] == "2026-12-04"
