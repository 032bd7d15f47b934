"""Numbers and days as people here write them, in German and in English; no line ever breaks inside one."""

import re
from datetime import date, datetime
from decimal import Decimal

from babel.numbers import format_currency, format_decimal
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

NBSP = "\N{NO-BREAK SPACE}"
CURRENCY = {"de": f"#,##0.00##{NBSP}¤", "en": "¤#,##0.00##"}
SHORT_DAY = {"de": "D j.n.", "en": "D j M"}
DAY = {"de": "j.n.Y", "en": "j M Y"}
LONG_DAY = {"de": "l, j. F", "en": "l, j F"}


def language() -> str:
    return "en" if (get_language() or "de").startswith("en") else "de"


def euro(value: Decimal | int | float) -> str:
    """Two decimals, up to four where a price has them: 1.234,50 €."""
    tongue = language()
    return format_currency(Decimal(str(value)), "EUR", CURRENCY[tongue], locale=tongue, currency_digits=False)


def number(value) -> str:
    """A count or measure without needless zeros: 3.184 or 0,5."""
    return format_decimal(Decimal(str(value)), "#,##0.###", locale=language())


def difference(percent) -> str:
    """+4,1 % or −3 %, with a real minus sign."""
    sign = "+" if percent > 0 else "\N{MINUS SIGN}" if percent < 0 else ""
    return f"{sign}{format_decimal(abs(Decimal(str(percent))), '#,##0.0', locale=language())}{NBSP}%"


def short_day(day: date) -> str:
    """Di 24.11."""
    return format_date(_local(day), SHORT_DAY[language()]).replace(" ", NBSP)


def day(value: date) -> str:
    """24.11.2026"""
    return format_date(_local(value), DAY[language()]).replace(" ", NBSP)


def long_day(value: date) -> str:
    """Montag, 23. November"""
    return format_date(_local(value), LONG_DAY[language()])


def clock(value) -> str:
    """14 Uhr or 14:30 Uhr, from a time or a moment."""
    moment = timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value
    if language() == "en":
        return f"{moment:%H:%M}"
    return f"{moment.hour}:{moment.minute:02}{NBSP}Uhr" if moment.minute else f"{moment.hour}{NBSP}Uhr"


def moment(value: datetime) -> str:
    """heute, 9:10 Uhr; gestern, 9:10 Uhr; 16.11.2026, 9:10 Uhr."""
    ago = (timezone.localdate() - _local(value)).days
    when = {0: _("heute"), 1: _("gestern")}.get(ago) or day(value)
    return f"{when}, {clock(value)}"


def cutoff(value: datetime) -> str:
    """heute 14 Uhr; Di 14 Uhr; Di 1.12. 14 Uhr: the weekday alone says it within the week."""
    ahead = (_local(value) - timezone.localdate()).days
    if ahead == 0:
        return f"{_('heute')} {clock(value)}"
    when = format_date(_local(value), "D") if 0 < ahead < 7 else short_day(value)
    return f"{when}{NBSP}{clock(value)}"


def initials(name: str) -> str:
    """Two letters for a producer's mark: Bäckerei Kornblum is BK, Mosterei is MO."""
    words = [word for word in re.findall(r"\w+", name) if word[0].isupper() or word[0].isdigit()]
    words = [word for word in words if word not in LEGAL_FORMS] or [name]
    letters = words[0][0] + words[1][0] if len(words) > 1 else words[0][:2]
    return letters.upper()


LEGAL_FORMS = {"GmbH", "UG", "GbR", "KG", "OHG", "AG", "SE", "Co", "K", "V", "PartG", "EG", "Inh"}


def _local(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value
