"""How the journal's verbs of `suppliers` read."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "supplier.admitted": _("Der Verkauf ist freigeschaltet."),
    "supplier.delivery_changed": _("Die Lieferangaben sind geändert."),
    "organisation.suspended": _("Das Unternehmen ist gesperrt: {reason}"),
    "organisation.resumed": _("Die Sperre ist aufgehoben."),
}
