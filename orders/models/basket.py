from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Basket(models.Model):
    """One person's basket for one organisation, beside Oscar's; it outlives sessions and purchases."""

    basket = models.OneToOneField("basket.Basket", models.CASCADE, related_name="ours")
    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="+")
    organisation = models.ForeignKey("accounts.Organisation", models.CASCADE, related_name="+")
    address = models.ForeignKey("accounts.Address", models.SET_NULL, null=True, related_name="+")
    buyer_reference = models.CharField(_("Ihre Bestellnummer"), max_length=60, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "organisation"], name="basket_once")]

    def __str__(self):
        return f"{self.user} · {self.organisation}"


class BasketLine(models.Model):
    """An article and how much of it, in order units; Oscar's line beside it counts steps.

    `shown_price` (net for `shown_price_quantity` units) is the price that the buyer last saw and took.
    """

    line = models.OneToOneField("basket.Line", models.CASCADE, related_name="ours")
    basket = models.ForeignKey(Basket, models.CASCADE, related_name="lines")
    listing = models.ForeignKey("catalog.Listing", models.PROTECT, related_name="+")
    quantity = models.DecimalField(_("Menge"), max_digits=12, decimal_places=3)
    shown_price = models.DecimalField(max_digits=12, decimal_places=4)
    shown_price_quantity = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["basket", "listing"], name="basket_line_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="basket_quantity_positive"),
        ]

    def __str__(self):
        return f"{self.quantity} × {self.listing_id}"


class Wish(models.Model):
    """How one supplier shall deliver this basket: the chosen day (None: his next), pickup, a note for him."""

    basket = models.ForeignKey(Basket, models.CASCADE, related_name="wishes")
    supplier = models.ForeignKey("suppliers.Supplier", models.CASCADE, related_name="+")
    day = models.DateField(_("Liefertag"), null=True, blank=True)
    pickup = models.BooleanField(_("Selbst abholen"), default=False)
    note = models.CharField(_("Nachricht an den Betrieb"), max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "wishes"
        constraints = [models.UniqueConstraint(fields=["basket", "supplier"], name="wish_once")]

    def __str__(self):
        return f"{self.supplier}: {self.day}"
