"""How the journal's verbs of `orders` read."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "purchase.placed": _("Der Einkauf {number} ist bestellt."),
    "order.placed": _("Die Bestellung {number} ist eingegangen."),
    "order.accepted": _("Die Bestellung {number} ist angenommen."),
    "order.refused": _("Die Bestellung {number} ist abgelehnt: {reason}"),
    "order.delivered": _("Die Ware der Bestellung {number} ist übergeben."),
    "order.cancelled": _("Die Bestellung {number} ist storniert."),
    "order.message": _("Zur Bestellung {number} gibt es eine Nachricht."),
}
