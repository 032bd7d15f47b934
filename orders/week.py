from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone

from orders.slips import Slip

DAYS = 6


@dataclass
class WeekDay:
    """A day of the buyer's delivery week and who comes."""

    day: date
    suppliers: list = field(default_factory=list)


def delivery_week(slips: list[Slip]) -> list[WeekDay]:
    """Six days from the first delivery's week on, today at the earliest; later deliveries are not in it."""
    chosen = sorted(slip.day for slip in slips if slip.day)
    if not chosen:
        return []
    start = max(timezone.localdate(), chosen[0] - timedelta(days=chosen[0].weekday()))
    week = [WeekDay(start + timedelta(days=ahead)) for ahead in range(DAYS)]
    for slip in slips:
        for weekday in week:
            if weekday.day == slip.day:
                weekday.suppliers.append(slip.supplier)
    return week
