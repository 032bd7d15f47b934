"""The journal of an order in sentences."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from accounts.actor import Actor
from accounts.models import JournalEntry
from orders.models import SupplierOrder

SENTENCES = {
    "order.placed": _("bestellt"),
    "order.accepted": _("angenommen"),
    "order.refused": _("abgelehnt"),
    "order.delivered": _("geliefert"),
    "order.cancelled": _("storniert"),
    "order.message": _("Nachricht geschrieben"),
}


@dataclass
class Step:
    """What happened when, and which company did it."""

    at: datetime
    who: str
    what: str


def history_of(order: SupplierOrder, actor: Actor) -> list[Step]:
    """The steps that this actor may read, newest first."""
    entries = JournalEntry.objects.visible_to(actor).about(order).select_related("organisation")
    return [Step(entry.at, str(entry.organisation or ""), SENTENCES[entry.verb]) for entry in entries]
