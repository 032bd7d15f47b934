"""Delivery days: which day a basket can still make, by weekday and cut-off. Wall time in the house's zone."""

from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

WEEKDAYS = [
    (0, _("Montag")),
    (1, _("Dienstag")),
    (2, _("Mittwoch")),
    (3, _("Donnerstag")),
    (4, _("Freitag")),
    (5, _("Samstag")),
    (6, _("Sonntag")),
]


class DeliveryDay(NamedTuple):
    """A day on which the producer comes, and the last moment to order for it."""

    day: date
    cutoff: datetime

    @property
    def is_late(self) -> bool:
        """The cut-off is today: say so."""
        return timezone.localtime(self.cutoff).date() == timezone.localdate()


def delivery_days(weekdays, cutoff_days: int, cutoff_time: time, now: datetime | None = None, count: int = 6):
    """The next `count` days that an order placed at `now` still makes, soonest first; none without weekdays."""
    now = timezone.localtime(now)
    found: list[DeliveryDay] = []
    for ahead in range(15 + cutoff_days if weekdays else 0):
        day = now.date() + timedelta(days=ahead)
        cutoff = timezone.make_aware(datetime.combine(day - timedelta(days=cutoff_days), cutoff_time))
        if day.weekday() in weekdays and now < cutoff:
            found.append(DeliveryDay(day, cutoff))
        if len(found) == count:
            break
    return found
