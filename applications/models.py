from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.references import new_reference


class LegalForm(models.TextChoices):
    SOLE = "sole", _("Einzelunternehmen")
    MERCHANT = "ek", _("eingetragener Kaufmann (e. K.)")
    GBR = "gbr", _("GbR")
    OHG = "ohg", _("OHG")
    KG = "kg", _("KG")
    GMBH_KG = "gmbh_kg", _("GmbH & Co. KG")
    PARTNERSHIP = "partg", _("Partnerschaft (PartG)")
    UG = "ug", _("UG (haftungsbeschränkt)")
    GMBH = "gmbh", _("GmbH")
    AG = "ag", _("AG")
    COOPERATIVE = "eg", _("Genossenschaft (eG)")
    ASSOCIATION = "ev", _("Verein (e. V.)")
    PUBLIC = "public", _("öffentliche Einrichtung")
    OTHER = "other", _("andere")

    @classmethod
    def registered(cls):
        """Forms that stand in a register, so a register number is asked of them."""
        return {cls.MERCHANT, cls.OHG, cls.KG, cls.GMBH_KG, cls.PARTNERSHIP, cls.UG, cls.GMBH, cls.AG, cls.COOPERATIVE}


class ApplicationQuerySet(models.QuerySet):
    def made_by(self, user):
        """The applications that this person wrote."""
        return self.filter(applicant=user)

    def visible_to(self, actor):
        """The Amt sees what was handed in; drafts are their writer's alone."""
        handed_in = self.exclude(status=Application.Status.DRAFT)
        return handed_in if actor and actor.may("applications.decide") else self.none()

    def open(self):
        """Not yet decided: drafts, handed in, sent back."""
        return self.filter(status__in=Application.OPEN)

    def handed_in(self):
        """Open and known to the Amt."""
        return self.filter(status__in=(Application.Status.SUBMITTED, Application.Status.SENT_BACK))

    def waiting(self):
        """On the Amt's desk, the longest waiting first."""
        return self.filter(status=Application.Status.SUBMITTED).order_by("submitted_at")

    def newest_first(self):
        return self.order_by(Coalesce("submitted_at", "created_at").desc())


class Application(models.Model):
    """A company asks to take part, as producer, as buyer or both; a draft until it is handed in.

    `organisation` is set on admission, or from the start when a member asks for a second side.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Entwurf")
        SUBMITTED = "submitted", _("eingereicht")
        SENT_BACK = "sent_back", _("zurückgegeben")
        REFUSED = "refused", _("abgelehnt")
        ADMITTED = "admitted", _("aufgenommen")

    class PriceKind(models.TextChoices):
        NET = "net", _("netto, ohne Umsatzsteuer")
        GROSS = "gross", _("brutto, mit Umsatzsteuer")

    OPEN = (Status.DRAFT, Status.SUBMITTED, Status.SENT_BACK)
    EDITABLE = (Status.DRAFT, Status.SENT_BACK)

    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    applicant = models.ForeignKey("accounts.User", models.PROTECT, related_name="applications")
    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, null=True, related_name="applications")
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)

    # the company
    sells = models.BooleanField(_("verkaufen"), default=False)
    buys = models.BooleanField(_("einkaufen"), default=False)
    name = models.CharField(_("Name des Unternehmens"), max_length=200, blank=True)
    legal_form = models.CharField(_("Rechtsform"), max_length=10, choices=LegalForm, blank=True)
    vat_id = models.CharField(_("USt-IdNr."), max_length=20, blank=True)
    tax_number = models.CharField(_("Steuernummer"), max_length=20, blank=True)
    register_number = models.CharField(_("Registernummer"), max_length=60, blank=True)

    # address and contact
    street = models.CharField(_("Straße"), max_length=120, blank=True)
    number = models.CharField(_("Hausnummer"), max_length=20, blank=True)
    postcode = models.CharField(_("Postleitzahl"), max_length=5, blank=True)
    town = models.CharField(_("Ort"), max_length=80, blank=True)
    contact = models.CharField(_("Ansprechperson"), max_length=160, blank=True)
    phone = models.CharField(_("Telefon"), max_length=40, blank=True)
    email = models.EmailField(_("E-Mail-Adresse des Unternehmens"), blank=True)
    website = models.URLField(_("Internetseite"), blank=True)

    # how a producer states prices
    lists_are = models.CharField(_("Ihre Preislisten sind"), max_length=5, choices=PriceKind, blank=True)
    usual_vat = models.DecimalField(_("Üblicher Steuersatz"), max_digits=4, decimal_places=2, null=True, blank=True)
    small_business = models.BooleanField(_("Kleinunternehmer nach § 19 UStG"), default=False)

    # what was declared, and when
    is_trader = models.BooleanField(default=False)
    terms_version = models.CharField(max_length=20, blank=True)
    terms_accepted_at = models.DateTimeField(null=True, editable=False)

    # what the Amt answered
    answer = models.TextField(_("Antwort des Amtes"), blank=True)
    decided_by = models.ForeignKey("accounts.User", models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(null=True, editable=False)
    decided_at = models.DateTimeField(null=True, editable=False)

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["applicant"],
                condition=Q(status__in=("draft", "submitted", "sent_back")),
                name="one_open_application",
            ),
            models.CheckConstraint(
                condition=Q(status__in=("draft", "sent_back")) | Q(submitted_at__isnull=False),
                name="handed_in_has_a_time",
            ),
        ]
        indexes = [models.Index(fields=["status", "submitted_at"])]

    def __str__(self):
        return self.name or self.reference

    @property
    def status_kind(self) -> str:
        """The colour of the status pill."""
        return {"submitted": "way", "sent_back": "wait", "refused": "bad", "admitted": "good"}.get(self.status, "")

    @property
    def is_editable(self):
        return self.status in self.EDITABLE

    @property
    def address_line(self):
        return f"{self.street} {self.number}".strip()
