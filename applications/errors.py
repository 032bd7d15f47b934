"""What `applications` refuses; each message may be shown to the person who asked."""

from django.utils.translation import gettext_lazy as _

from accounts.errors import Refused


class NotComplete(Refused):
    """`steps` are the steps (names) where something is missing."""

    message = _("Es fehlen noch Angaben.")

    def __init__(self, steps):
        super().__init__()
        self.steps = steps


class AlreadyDecided(Refused):
    message = _("Über diesen Antrag ist schon entschieden.")


class NotHandedIn(Refused):
    message = _("Dieser Antrag liegt gerade beim Unternehmen.")


class DuplicateCompany(Refused):
    """An admitted company has one of these numbers: nobody is created twice."""

    message = _("Ein Mitglied hat dieselbe Nummer. Der Antrag kann nicht ein zweites Mal aufgenommen werden.")


class DecidedOwnApplication(Refused):
    message = _("Über den eigenen Antrag entscheidet jemand anderes.")
