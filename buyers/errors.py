"""What `buyers` refuses; each message may be shown to the person who asked."""

from django.utils.translation import gettext_lazy as _

from accounts.errors import Refused


class NumberTaken(Refused):
    message = _("Diese Kundennummer hat schon ein anderer Kunde.")


class InvitationSpent(Refused):
    message = _("Diese Einladung ist schon angenommen oder zurückgezogen.")


class NotABuyer(Refused):
    message = _("Ihr Betrieb ist noch nicht als Käufer aufgenommen.")


class OwnShop(Refused):
    message = _("Das ist Ihr eigener Shop.")
