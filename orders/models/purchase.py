from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.references import new_reference


class PurchaseQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Purchases of the actor's own organisation; no supplier ever sees one."""
        return self.filter(buyer__organisation=actor.organisation)


class Purchase(models.Model):
    """What a buyer ordered at once, under one number of his; its parts are the suppliers' orders.

    Sums are the sums of the parts. `token` belongs to the check page that was sent: the same page sent twice is one
    purchase. `delivery_to` is a copy of an address (`orders.addresses.copy_of`).
    """

    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    buyer = models.ForeignKey("buyers.Buyer", models.PROTECT, related_name="purchases")
    placed_by = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    placed_at = models.DateTimeField(default=timezone.now, editable=False)
    token = models.CharField(max_length=40, editable=False)
    buyer_reference = models.CharField(_("Ihre Bestellnummer"), max_length=60, blank=True)
    payment = models.CharField(_("Zahlung"), max_length=20, default="account")
    delivery_to = models.JSONField(default=dict)
    net = models.DecimalField(max_digits=14, decimal_places=2)
    vat = models.DecimalField(max_digits=14, decimal_places=2)
    gross = models.DecimalField(max_digits=14, decimal_places=2)

    objects = PurchaseQuerySet.as_manager()

    class Meta:
        ordering = ["-placed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["buyer", "token"], name="purchase_once"),
            models.CheckConstraint(condition=Q(gross=F("net") + F("vat")), name="purchase_adds_up"),
        ]
        indexes = [models.Index(fields=["buyer", "-placed_at"])]

    def __str__(self):
        return self.reference

    def get_absolute_url(self) -> str:
        return reverse("orders:purchase", args=[self.reference])
