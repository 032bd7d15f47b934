from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from suppliers.days import WEEKDAYS


class SupplierQuerySet(models.QuerySet):
    def listed(self):
        """Producers that everybody may see: admitted, not suspended, shop open."""
        return self.filter(is_open=True, organisation__status=Organisation.Status.ACTIVE)

    def run_by(self, actor):
        """The producer for which the actor works."""
        return self.filter(organisation=actor.organisation)


class Supplier(models.Model):
    """A producer's standing facts: how he states prices, where and when he delivers, who may buy."""

    class PriceKind(models.TextChoices):
        NET = "net", _("netto")
        GROSS = "gross", _("brutto")

    class Area(models.TextChoices):
        RADIUS = "radius", _("Umkreis")
        POSTCODES = "postcodes", _("Postleitzahlen")
        NONE = "none", _("keine Lieferung")

    organisation = models.OneToOneField("accounts.Organisation", models.PROTECT, related_name="supplier")
    partner = models.OneToOneField("partner.Partner", models.PROTECT, related_name="supplier")
    slug = models.SlugField(max_length=80, unique=True)
    is_open = models.BooleanField(_("Shop ist sichtbar"), default=True)
    claim = models.CharField(_("In einem Satz"), max_length=160, blank=True)
    claim_en = models.CharField(_("In einem Satz, englisch"), max_length=160, blank=True)

    # how he states prices
    lists_are = models.CharField(_("Preise in Ihren Listen"), max_length=5, choices=PriceKind, blank=True)
    usual_vat = models.DecimalField(_("Üblicher Steuersatz"), max_digits=4, decimal_places=2, null=True, blank=True)
    small_business = models.BooleanField(_("Kleinunternehmer nach § 19 UStG"), default=False)

    # what strangers see and may do
    shows_prices = models.BooleanField(_("Preise sind für alle sichtbar"), default=False)
    strangers_may_order = models.BooleanField(_("Auch neue Kunden dürfen bestellen"), default=False)

    # where he is and delivers
    address = models.ForeignKey("accounts.Address", models.PROTECT, null=True, related_name="+")
    delivery_area = models.CharField(_("Liefergebiet"), max_length=10, choices=Area, default=Area.RADIUS)
    radius_km = models.PositiveSmallIntegerField(_("Umkreis in km"), default=30)
    postcodes = ArrayField(models.CharField(max_length=5), default=list, blank=True, verbose_name=_("Postleitzahlen"))
    weekdays = ArrayField(
        models.SmallIntegerField(choices=WEEKDAYS), default=list, blank=True, verbose_name=_("Liefertage")
    )
    cutoff_days = models.PositiveSmallIntegerField(_("Bestellschluss, Tage vorher"), default=1)
    cutoff_time = models.TimeField(_("Bestellschluss, Uhrzeit"), default="12:00")
    pickup = models.BooleanField(_("Abholung möglich"), default=False)
    pickup_note = models.CharField(_("Hinweis zur Abholung"), max_length=200, blank=True)
    minimum_order = models.DecimalField(_("Mindestbestellwert, netto"), max_digits=8, decimal_places=2, default=0)
    delivery_charge = models.DecimalField(_("Lieferkosten, netto"), max_digits=8, decimal_places=2, default=0)
    free_from = models.DecimalField(
        _("Lieferung frei ab, netto"), max_digits=8, decimal_places=2, null=True, blank=True
    )
    delivery_vat = models.DecimalField(max_digits=4, decimal_places=2, default=19)

    # Impressum of the shop page; company data come from the organisation
    represented_by = models.CharField(_("Vertreten durch"), max_length=160, blank=True)
    imprint_note = models.TextField(_("Weitere Angaben im Impressum"), blank=True)

    objects = SupplierQuerySet.as_manager()

    class Meta:
        ordering = ["organisation__name"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minimum_order__gte=0, delivery_charge__gte=0), name="terms_not_negative"
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self) -> str:
        """The shop page's path by the rule that `cms` keeps: one index page per language, then the slug."""
        prefix = "/en" if (get_language() or "de").startswith("en") else ""
        return f"{prefix}/produzenten/{self.slug}/"

    @property
    def name(self) -> str:
        return self.organisation.name
