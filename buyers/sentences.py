"""How the journal's verbs of `buyers` read."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "relationship.requested": _("Eine Anfrage, Kunde zu werden, ist gestellt."),
    "relationship.active": _("Eine Kundenbeziehung ist freigegeben."),
    "relationship.declined": _("Eine Kundenanfrage ist abgelehnt."),
    "relationship.terms": _("Die Konditionen einer Kundenbeziehung sind geändert."),
    "relationship.ended": _("Eine Kundenbeziehung ist beendet."),
    "customer.invited": _("{email} ist als Kunde eingeladen."),
}
