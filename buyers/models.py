from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models.organisation import new_token


class Buyer(models.Model):
    """An organisation that buys: where its goods usually go."""

    organisation = models.OneToOneField("accounts.Organisation", models.PROTECT, related_name="buyer")
    delivery_address = models.ForeignKey("accounts.Address", models.SET_NULL, null=True, related_name="+")

    def __str__(self):
        return self.organisation.name


def buyer_of(actor) -> Buyer | None:
    """The buying side of the organisation for which the actor works; None for visitors and mere sellers."""
    if actor is None:
        return None
    return Buyer.objects.select_related("organisation").filter(organisation=actor.organisation).first()


class RelationshipQuerySet(models.QuerySet):
    def active(self):
        return self.filter(status=Relationship.Status.ACTIVE)

    def visible_to(self, actor):
        """Relationships of the actor's organisation, on either side."""
        return self.filter(Q(supplier__organisation=actor.organisation) | Q(buyer__organisation=actor.organisation))


class Relationship(models.Model):
    """A buyer known to a supplier: private to the two of them."""

    class Status(models.TextChoices):
        REQUESTED = "requested", _("angefragt")
        ACTIVE = "active", _("aktiv")
        DECLINED = "declined", _("abgelehnt")
        ENDED = "ended", _("beendet")

    supplier = models.ForeignKey("suppliers.Supplier", models.PROTECT, related_name="relationships")
    buyer = models.ForeignKey(Buyer, models.PROTECT, related_name="relationships")
    status = models.CharField(max_length=10, choices=Status, default=Status.REQUESTED)
    customer_number = models.CharField(_("Kundennummer"), max_length=40, blank=True)
    payment_days = models.PositiveSmallIntegerField(_("Zahlungsziel in Tagen"), default=14)
    message = models.TextField(_("Nachricht"), blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_at = models.DateTimeField(null=True, editable=False)

    objects = RelationshipQuerySet.as_manager()

    class Meta:
        ordering = ["buyer__organisation__name"]
        constraints = [
            models.UniqueConstraint(fields=["supplier", "buyer"], name="relationship_once"),
            models.UniqueConstraint(
                fields=["supplier", "customer_number"],
                condition=~Q(customer_number=""),
                name="customer_number_once",
            ),
        ]

    def __str__(self):
        return f"{self.supplier} – {self.buyer}"


class CustomerInvitation(models.Model):
    """A supplier's mail to a customer: whoever opens the link with a buying organisation becomes related."""

    supplier = models.ForeignKey("suppliers.Supplier", models.CASCADE, related_name="customer_invitations")
    email = models.EmailField(_("E-Mail-Adresse"))
    company = models.CharField(_("Firma"), max_length=200, blank=True)
    customer_number = models.CharField(_("Kundennummer"), max_length=40, blank=True)
    payment_days = models.PositiveSmallIntegerField(_("Zahlungsziel in Tagen"), default=14)
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    accepted_by = models.ForeignKey(Relationship, models.SET_NULL, null=True, related_name="invitations")

    def __str__(self):
        return f"{self.supplier} – {self.email}"
