"""What `accounts` refuses; no HTTP in here. Each message may be shown to the person who asked."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """A verb that says no; `str()` of it is a sentence for people."""

    message = ""

    def __str__(self):
        return str(self.message)


class LastOwner(Refused):
    message = _("Eine Person mit Leitungsrechten muss bleiben. Geben Sie sie zuerst einer anderen.")


class AlreadyMember(Refused):
    message = _("Diese Person ist schon Mitglied.")


class HasMembers(Refused):
    message = _("Dieses Unternehmen hat schon Mitglieder. Sie laden weitere selbst ein.")


class InvitationGone(Refused):
    message = _("Diese Einladung gilt nicht mehr. Bitten Sie um eine neue.")


class InvitationForAnother(Refused):
    message = _("Diese Einladung ging an eine andere E-Mail-Adresse. Melden Sie sich mit dieser an.")


class RolesDoNotFit(Refused):
    message = _("Diese Rollen gibt es in diesem Unternehmen nicht.")
