import secrets
from datetime import timedelta

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.references import new_reference
from accounts.rights import ROLES, names_of

INVITATION_DAYS = 14


class OrganisationQuerySet(models.QuerySet):
    def active(self):
        return self.filter(status=Organisation.Status.ACTIVE)

    def of(self, user):
        """Organisations of which this person is a member; in a suspended one he may still see what runs."""
        return self.filter(memberships__user=user)


class Organisation(models.Model):
    """One record for each company, office or public body, be it supplier, buyer, both or the Amt itself."""

    class Status(models.TextChoices):
        ACTIVE = "active", _("aktiv")
        SUSPENDED = "suspended", _("gesperrt")

    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    name = models.CharField(_("Firma"), max_length=200)
    legal_form = models.CharField(_("Rechtsform"), max_length=40, blank=True)
    vat_id = models.CharField(_("USt-IdNr."), max_length=20, blank=True)
    tax_number = models.CharField(_("Steuernummer"), max_length=20, blank=True)
    register_number = models.CharField(_("Registernummer"), max_length=60, blank=True)
    email = models.EmailField(_("E-Mail-Adresse"), blank=True)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    website = models.URLField(_("Internetseite"), blank=True)
    is_office = models.BooleanField(default=False)
    status = models.CharField(max_length=12, choices=Status, default=Status.ACTIVE)
    suspended_because = models.TextField(_("Grund der Sperre"), blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["vat_id"], condition=~models.Q(vat_id=""), name="organisation_vat_id_once"),
            models.UniqueConstraint(fields=["is_office"], condition=models.Q(is_office=True), name="one_office"),
        ]

    def __str__(self):
        return self.name

    @property
    def is_suspended(self):
        return self.status == self.Status.SUSPENDED

    @property
    def main_address(self):
        return self.addresses.first()


class Address(models.Model):
    """Where an organisation is or takes deliveries; orders keep a copy, so it may be edited freely."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="addresses")
    label = models.CharField(_("Bezeichnung"), max_length=80, blank=True)
    street = models.CharField(_("Straße"), max_length=120)
    number = models.CharField(_("Hausnummer"), max_length=20, blank=True)
    postcode = models.CharField(_("Postleitzahl"), max_length=10)
    town = models.CharField(_("Ort"), max_length=80)
    country = models.CharField(_("Land"), max_length=2, default="DE")
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    is_main = models.BooleanField(_("Hauptsitz"), default=False)
    is_delivery = models.BooleanField(_("Lieferadresse"), default=True)

    class Meta:
        ordering = ["-is_main", "label", "pk"]

    def __str__(self):
        return ", ".join(part for part in (self.line, f"{self.postcode} {self.town}") if part)

    @property
    def line(self):
        return f"{self.street} {self.number}".strip()

    @property
    def point(self) -> tuple[float, float] | None:
        """(latitude, longitude), or None while nobody knows where it is."""
        return None if self.latitude is None else (self.latitude, self.longitude)

    def as_copy(self) -> dict:
        """What an order keeps: label, street, number, postcode, town, country, latitude, longitude."""
        kept = ("label", "street", "number", "postcode", "town", "country", "latitude", "longitude")
        return {name: getattr(self, name) for name in kept}


class Membership(models.Model):
    """A person's roles in one organisation."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    user = models.ForeignKey("accounts.User", models.CASCADE, related_name="memberships")
    roles = ArrayField(models.CharField(max_length=20, choices=ROLES), verbose_name=_("Rollen"))
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "user"], name="member_once")]

    def __str__(self):
        return f"{self.user} · {self.organisation}"

    @property
    def role_names(self):
        return names_of(self.roles)


def new_token():
    return secrets.token_urlsafe(24)


class InvitationQuerySet(models.QuerySet):
    def open(self):
        """Not yet accepted and not older than INVITATION_DAYS."""
        since = timezone.now() - timedelta(days=INVITATION_DAYS)
        return self.filter(accepted_at=None, created_at__gte=since)


class Invitation(models.Model):
    """A mail that asks a person to join an organisation; spent by the first who accepts it with that address."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("E-Mail-Adresse"))
    roles = ArrayField(models.CharField(max_length=20, choices=ROLES), verbose_name=_("Rollen"))
    token = models.CharField(max_length=40, unique=True, default=new_token, editable=False)
    invited_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(null=True, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                "organisation", Lower("email"), condition=models.Q(accepted_at=None), name="one_open_invitation"
            ),
        ]

    def __str__(self):
        return f"{self.email} · {self.organisation}"

    @property
    def role_names(self):
        return names_of(self.roles)
