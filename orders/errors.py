"""Refusals of the trade; nothing of HTTP. Views turn them into sentences."""

from django.utils.translation import gettext as _

from accounts.errors import Refused


class OrderError(Refused):
    """A refusal of this app; what it says is told with its facts."""

    def __init__(self, message: str = ""):
        super().__init__(message)
        self.message = message


class NotOrderable(OrderError):
    """Offline, without a price for this buyer, or sold to known customers only."""

    def __init__(self, listing):
        self.listing = listing
        super().__init__(_("„%(name)s“ können Sie zurzeit nicht bestellen.") % {"name": listing.name})


class Unfit(OrderError):
    """A quantity below the minimum or between the steps; `nearest` fit."""

    def __init__(self, listing, quantity, nearest):
        self.listing, self.quantity, self.nearest = listing, quantity, nearest
        super().__init__(_("Diese Menge von „%(name)s“ gibt es so nicht.") % {"name": listing.name})


class Scarce(OrderError):
    """More than there is; `left` order units are there."""

    def __init__(self, listing, left):
        self.listing, self.left = listing, left
        super().__init__(_("So viel ist von „%(name)s“ nicht mehr da.") % {"name": listing.name})


class NothingToOrder(OrderError):
    def __init__(self):
        super().__init__(_("Zurzeit ist keine Bestellung aus diesem Warenkorb möglich."))


class Changed(OrderError):
    """What the buyer checked is no longer what holds: a price, the stock, a day, a sum."""

    def __init__(self):
        super().__init__(_("Seit Ihrer Prüfung hat sich etwas geändert. Bitte sehen Sie den Warenkorb noch einmal an."))


class StatusPassed(OrderError):
    """The order has moved on: this step is no longer possible."""

    def __init__(self, order):
        self.order = order
        super().__init__(
            _("Die Bestellung %(number)s ist schon „%(status)s“.")
            % {"number": order.reference, "status": order.get_status_display()}
        )
