"""What higher apps want of a purchase; each appends in its `ready()`."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

placed: list[Callable] = []
"""Callables (purchase, by), run inside the transaction that places it."""


@dataclass(frozen=True)
class PaymentMethod:
    """A way to pay that the check page offers; `allowed` takes (buyer, slips)."""

    code: str
    label: str | Promise
    allowed: Callable


def _everybody(buyer, slips) -> bool:
    return True


ON_ACCOUNT = PaymentMethod("account", _("Auf Rechnung"), _everybody)

payment_methods: list[PaymentMethod] = [ON_ACCOUNT]


def methods_for(buyer, slips) -> list[PaymentMethod]:
    """The ways in which this buyer may pay for these slips, in the order in which they were appended."""
    return [method for method in payment_methods if method.allowed(buyer, slips)]
