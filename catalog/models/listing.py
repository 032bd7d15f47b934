from decimal import Decimal

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Upper
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from accounts.references import new_reference


class ListingQuerySet(models.QuerySet):
    def findable(self):
        """The one predicate of visibility: online, of a producer who is listed."""
        return self.filter(
            online=True, supplier__is_open=True, supplier__organisation__status=Organisation.Status.ACTIVE
        )

    def visible_to(self, actor):
        """What this actor (None: anybody) may open: everything findable and his own articles."""
        if actor is None:
            return self.findable()
        return self.filter(Q(pk__in=self.model.objects.findable()) | Q(supplier__organisation=actor.organisation))

    def run_by(self, actor):
        """The articles that the actor's organisation sells."""
        return self.filter(supplier__organisation=actor.organisation)

    def taken_back(self):
        """Articles of imports that were undone; they stay, offline, since somebody may have ordered them."""
        undone = {"before_images__is_new": True, "before_images__run__status": "undone"}
        gone = self.model.objects.filter(online=False, imported__taken_offline=True, **undone)
        return self.filter(pk__in=gone.values("pk"))

    def kept(self):
        return self.exclude(pk__in=self.model.objects.taken_back().values("pk"))

    def with_product(self):
        return self.select_related("product", "supplier__organisation", "supplier__address")


class Listing(models.Model):
    """An article as its supplier offers it; name, description, categories and pictures are `product`'s.

    `price` is net for `price_quantity` order units, None means on request. `steps` is a list of [from quantity, price],
    both as text, rising in quantity, priced like `price`. Quantities count order units, three decimals.
    """

    class StockMode(models.TextChoices):
        TO_ORDER = "to_order", _("wird für Sie gemacht")
        COUNTED = "counted", _("Bestand wird gezählt")
        ON_REQUEST = "on_request", _("auf Anfrage")

    class VatCategory(models.TextChoices):
        STANDARD = "S", _("steuerpflichtig")
        ZERO = "Z", _("Nullsatz")
        EXEMPT = "E", _("steuerfrei")
        REVERSE = "AE", _("Steuerschuld beim Empfänger")
        OUTSIDE = "O", _("nicht steuerbar")

    product = models.OneToOneField("catalogue.Product", models.PROTECT, related_name="listing")
    supplier = models.ForeignKey("suppliers.Supplier", models.PROTECT, related_name="listings", db_index=False)
    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    article_number = models.CharField(_("Artikelnummer"), max_length=80)
    number_is_ours = models.BooleanField(default=False)
    group_key = models.CharField(max_length=80, blank=True)
    gtin = models.CharField(_("GTIN"), max_length=14, blank=True)
    sort_key = models.CharField(max_length=120, editable=False)
    texts = models.JSONField(default=dict, blank=True)

    unit = models.CharField(_("Bestelleinheit"), max_length=3, default="H87")
    content_unit = models.CharField(_("Inhaltseinheit"), max_length=3, blank=True)
    content = models.DecimalField(_("Inhalt je Bestelleinheit"), max_digits=12, decimal_places=3, null=True, blank=True)
    minimum = models.DecimalField(_("Mindestmenge"), max_digits=12, decimal_places=3, default=1)
    interval = models.DecimalField(_("Mengenschritt"), max_digits=12, decimal_places=3, default=1)

    price = models.DecimalField(_("Preis, netto"), max_digits=12, decimal_places=4, null=True, blank=True)
    price_quantity = models.PositiveIntegerField(_("Preis gilt für"), default=1)
    gross_price = models.DecimalField(max_digits=12, decimal_places=4, null=True, editable=False)
    currency = models.CharField(max_length=3, default="EUR", editable=False)
    steps = models.JSONField(_("Staffelpreise"), default=list, blank=True)
    vat_category = models.CharField(max_length=2, choices=VatCategory, default=VatCategory.STANDARD)
    vat_rate = models.DecimalField(_("Steuersatz"), max_digits=4, decimal_places=2)

    deposit = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    deposit_count = models.PositiveSmallIntegerField(default=1)
    stock_mode = models.CharField(_("Bestand"), max_length=10, choices=StockMode, default=StockMode.TO_ORDER)
    stock = models.DecimalField(_("Vorrat"), max_digits=12, decimal_places=3, null=True, blank=True)
    online = models.BooleanField(_("online"), default=True)
    origin = models.CharField(_("Herkunft"), max_length=80, blank=True)
    attributes = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ListingQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(F("supplier"), Upper("article_number"), name="article_number_once"),
            models.CheckConstraint(condition=Q(price__isnull=True) | Q(price__gte=0), name="price_not_negative"),
            models.CheckConstraint(condition=Q(price_quantity__gte=1), name="price_quantity_positive"),
            models.CheckConstraint(condition=Q(minimum__gt=0, interval__gt=0), name="quantities_positive"),
            models.CheckConstraint(condition=Q(stock__isnull=True) | Q(stock__gte=0), name="never_oversold"),
            models.CheckConstraint(condition=Q(currency="EUR"), name="listing_in_euro"),
        ]
        indexes = [
            models.Index(fields=["supplier", "sort_key"]),  # also finds all of a supplier
            models.Index(fields=["gtin"], condition=~Q(gtin=""), name="listing_gtin"),
        ]

    def __str__(self):
        return f"{self.article_number} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("catalog:listing", args=[self.reference, self.product.slug])

    @property
    def name(self) -> str:
        """In the reader's language, as far as the supplier gave it."""
        return self._text("name") or self.product.title

    @property
    def called(self) -> str:
        """Number and name, as its producer knows it; a number that we made up tells him nothing."""
        return self.name if self.number_is_ours else f"{self.article_number} {self.name}"

    @property
    def description(self) -> str:
        return self._text("description") or self.product.description

    def _text(self, field: str) -> str:
        return self.texts.get(field, "") if (get_language() or "de").startswith("en") else ""

    @property
    def unit_price(self) -> Decimal | None:
        """Net for one order unit at the minimum quantity, unrounded; the base price, nobody's agreement."""
        return None if self.price is None else self.price / self.price_quantity
