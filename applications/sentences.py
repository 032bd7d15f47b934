"""How the journal's verbs of `applications` read."""

from django.utils.translation import gettext_lazy as _

SENTENCES = {
    "application.submitted": _("Der Antrag ist eingereicht."),
    "application.sent_back": _("Der Antrag von {name} ging zurück: {answer}"),
    "application.refused": _("Der Antrag von {name} ist abgelehnt: {answer}"),
    "application.admitted": _("{name} ist aufgenommen."),
}
