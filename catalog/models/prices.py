from datetime import date

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.references import new_reference
from buyers.models import Relationship


class PriceListQuerySet(models.QuerySet):
    def run_by(self, actor):
        return self.filter(supplier__organisation=actor.organisation)


class PriceList(models.Model):
    """A supplier's prices for one customer or a group. Its `pk` is the list number that search packs into prices."""

    supplier = models.ForeignKey("suppliers.Supplier", models.PROTECT, related_name="price_lists")
    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    name = models.CharField(_("Name"), max_length=120)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PriceListQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["supplier", "name"], name="price_list_name_once"),
            models.CheckConstraint(condition=Q(pk__lt=2**21), name="price_list_fits_search"),
        ]

    def __str__(self):
        return self.name


def holding(on: date | None = None) -> Q:
    """Rows that hold on that day (default today), from `valid_from` to `valid_to`, both included, None open."""
    day = on or timezone.localdate()
    begun = Q(valid_from__isnull=True) | Q(valid_from__lte=day)
    return begun & (Q(valid_to__isnull=True) | Q(valid_to__gte=day))


def days_in_order(name: str) -> models.CheckConstraint:
    condition = Q(valid_from__isnull=True) | Q(valid_to__isnull=True) | Q(valid_from__lte=F("valid_to"))
    return models.CheckConstraint(condition=condition, name=name)


def one_at_a_time(name: str, *alike: str) -> ExclusionConstraint:
    """No two rows with the same keys on one day. A range of one number stands in for equality, which gist knows only
    through an extension."""
    numbers = [Func(*[Cast(key, models.BigIntegerField())] * 2, Value("[]"), function="int8range") for key in alike]
    days = Func("valid_from", "valid_to", Value("[]"), function="daterange")
    return ExclusionConstraint(
        name=name, expressions=[(expression, RangeOperators.OVERLAPS) for expression in (*numbers, days)]
    )


class PriceLineQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None):
        """Of that day (default today), and for the unit in which the article is ordered now."""
        return self.filter(holding(on), Q(unit="") | Q(unit=F("listing__unit")))

    def in_order(self):
        """Article by article, the earliest days first."""
        return self.order_by("listing__sort_key", "listing", F("valid_from").asc(nulls_first=True))

    def ended(self):
        return self.filter(valid_to__lt=timezone.localdate())

    def to_come(self):
        """Those of today and of later days."""
        return self.exclude(valid_to__lt=timezone.localdate())


class PriceLine(models.Model):
    """One article's price on a list: net for `price_quantity` of `unit`, with steps in the listing's shape.

    Both are as they were agreed: when the article is ordered in another unit one day, the price no longer holds.
    It holds from `valid_from` to `valid_to`, both days included, None open; the base price holds on all other days.
    """

    price_list = models.ForeignKey(PriceList, models.CASCADE, related_name="lines", db_index=False)
    listing = models.ForeignKey("catalog.Listing", models.CASCADE, related_name="price_lines")
    unit = models.CharField(max_length=3, blank=True, editable=False)
    price_quantity = models.PositiveIntegerField(default=1, editable=False)
    price = models.DecimalField(_("Preis, netto"), max_digits=12, decimal_places=4)
    gross_price = models.DecimalField(max_digits=12, decimal_places=4, null=True, editable=False)
    steps = models.JSONField(_("Staffelpreise"), default=list, blank=True)
    valid_from = models.DateField(_("gültig ab"), null=True, blank=True)
    valid_to = models.DateField(_("gültig bis"), null=True, blank=True)

    objects = PriceLineQuerySet.as_manager()

    class Meta:
        constraints = [
            days_in_order("price_line_days_in_order"),
            one_at_a_time("one_price_at_a_time", "price_list", "listing"),
            models.CheckConstraint(condition=Q(price__gte=0), name="agreed_price_not_negative"),
            models.CheckConstraint(condition=Q(price_quantity__gte=1), name="agreed_quantity_positive"),
        ]
        indexes = [models.Index(fields=["price_list", "listing"])]

    def __str__(self):
        return f"{self.listing_id}: {self.price}"

    @property
    def fits(self) -> bool:
        """Whether the article is still ordered in the unit for which this was agreed."""
        return self.unit in ("", self.listing.unit)


class AgreementQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None):
        """Agreements that hold on that day (default today), of relationships that are active."""
        return self.filter(holding(on), relationship__status=Relationship.Status.ACTIVE)


class Agreement(models.Model):
    """A price list in force for one relationship from `valid_from` to `valid_to`, both days included, None open."""

    relationship = models.ForeignKey("buyers.Relationship", models.CASCADE, related_name="agreements")
    price_list = models.ForeignKey(PriceList, models.PROTECT, related_name="agreements")
    valid_from = models.DateField(_("gültig ab"), null=True, blank=True)
    valid_to = models.DateField(_("gültig bis"), null=True, blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["relationship", "valid_from"]
        constraints = [
            days_in_order("agreement_days_in_order"),
            one_at_a_time("one_agreement_at_a_time", "relationship"),
        ]

    def __str__(self):
        return f"{self.price_list} ({self.valid_from} – {self.valid_to})"
