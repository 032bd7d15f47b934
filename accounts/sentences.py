"""How the journal's verbs of `accounts` read."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "member.added": _("{person} ist Mitglied."),
    "member.changed": _("Die Rollen von {person} sind geändert."),
    "member.removed": _("{person} ist nicht mehr Mitglied."),
    "member.invited": _("{person} ist eingeladen."),
    "member.uninvited": _("Die Einladung an {person} ist zurückgezogen."),
    "organisation.changed": _("Die Unternehmensdaten sind geändert."),
    "address.saved": _("Die Anschrift {address} ist gespeichert."),
    "address.removed": _("Die Anschrift {address} ist gelöscht."),
}
