from decimal import Decimal

from django.db import models
from django.db.models import Count, F, Q, Sum
from django.db.models.functions import TruncMonth
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.references import new_reference
from catalog.models import Listing
from orders.errors import StatusPassed


class SupplierOrderQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Orders that the actor's organisation received or gave."""
        return self.filter(
            Q(supplier__organisation=actor.organisation) | Q(purchase__buyer__organisation=actor.organisation)
        )

    def sold_by(self, actor):
        return self.filter(supplier__organisation=actor.organisation)

    def bought_by(self, actor):
        return self.filter(purchase__buyer__organisation=actor.organisation)

    def open(self):
        """Somebody still has to do something."""
        return self.filter(status__in=[SupplierOrder.Status.PLACED, SupplierOrder.Status.ACCEPTED])

    def standing(self):
        """Neither refused nor cancelled: what counts as trade."""
        return self.exclude(status__in=[SupplierOrder.Status.REFUSED, SupplierOrder.Status.CANCELLED])

    def matching(self, text: str):
        """By number, customer, the customer's own number, or an article on it."""
        return self.filter(
            Q(reference__iexact=text.replace(" ", ""))
            | Q(purchase__buyer__organisation__name__icontains=text)
            | Q(purchase__buyer_reference__icontains=text)
            | Q(pk__in=Line.objects.filter(Q(article_number__iexact=text) | Q(name__icontains=text)).values("order"))
        )

    def sums(self) -> dict:
        """For the Amt, as sums only: orders, net, gross, suppliers, buyers; nobody's name."""
        return self.aggregate(
            orders=Count("pk"),
            net=Sum("net", default=Decimal(0)),
            gross=Sum("gross", default=Decimal(0)),
            suppliers=Count("supplier", distinct=True),
            buyers=Count("purchase__buyer", distinct=True),
        )

    def sums_by_month(self):
        """Rows of month (first day), orders, net; oldest first."""
        months = self.order_by().values(month=TruncMonth("placed_at", output_field=models.DateField()))
        return months.annotate(orders=Count("pk"), net=Sum("net")).order_by("month")


class SupplierOrder(models.Model):
    """One supplier's part of a purchase, with a number of its own that tells nothing of the purchase.

    Everything is frozen when it is placed, but `status`, which only the verbs below change, and the times they note.
    `delivery_to`, `invoice_to`, `supplier_data` are copies (`orders.addresses.copy_of`). Sums in EUR: `goods` (articles
    and deposits, net) + `charge` (delivery, net) = `net`; `net` + `vat` = `gross`.
    """

    class Status(models.TextChoices):
        PLACED = "placed", _("neu")
        ACCEPTED = "accepted", _("angenommen")
        DELIVERED = "delivered", _("geliefert")
        REFUSED = "refused", _("abgelehnt")
        CANCELLED = "cancelled", _("storniert")

    KINDS = {"placed": "new", "accepted": "way", "delivered": "good", "refused": "bad", "cancelled": "bad"}

    reference = models.CharField(max_length=8, unique=True, default=new_reference, editable=False)
    order = models.OneToOneField("order.Order", models.PROTECT, related_name="ours")
    purchase = models.ForeignKey("orders.Purchase", models.PROTECT, related_name="orders")
    supplier = models.ForeignKey("suppliers.Supplier", models.PROTECT, related_name="orders")
    status = models.CharField(max_length=10, choices=Status, default=Status.PLACED, editable=False)
    placed_at = models.DateTimeField(default=timezone.now, editable=False)
    accepted_at = models.DateTimeField(null=True, editable=False)
    closed_at = models.DateTimeField(null=True, editable=False)
    refused_because = models.TextField(blank=True)

    delivery_day = models.DateField(_("Liefertag"), null=True)
    pickup = models.BooleanField(_("Abholung"), default=False)
    note = models.CharField(max_length=300, blank=True)
    customer_number = models.CharField(max_length=40, blank=True)
    payment_days = models.PositiveSmallIntegerField(default=14)
    delivery_to = models.JSONField(default=dict)
    invoice_to = models.JSONField(default=dict)
    supplier_data = models.JSONField(default=dict)
    small_business = models.BooleanField(default=False)

    goods = models.DecimalField(max_digits=14, decimal_places=2)
    charge = models.DecimalField(max_digits=14, decimal_places=2)
    charge_vat_category = models.CharField(max_length=2)
    charge_vat_rate = models.DecimalField(max_digits=4, decimal_places=2)
    net = models.DecimalField(max_digits=14, decimal_places=2)
    vat = models.DecimalField(max_digits=14, decimal_places=2)
    gross = models.DecimalField(max_digits=14, decimal_places=2)
    currency = models.CharField(max_length=3, default="EUR", editable=False)

    objects = SupplierOrderQuerySet.as_manager()

    class Meta:
        ordering = ["-placed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["purchase", "supplier"], name="one_order_per_supplier"),
            models.CheckConstraint(
                condition=Q(net=F("goods") + F("charge")) & Q(gross=F("net") + F("vat")), name="order_adds_up"
            ),
        ]
        indexes = [models.Index(fields=["supplier", "-placed_at"]), models.Index(fields=["supplier", "delivery_day"])]

    def __str__(self):
        return self.reference

    def get_absolute_url(self) -> str:
        """The supplier's page of it; the buyer's is `purchase`."""
        return reverse("orders:order", args=[self.reference])

    @property
    def kind(self) -> str:
        """Which mark `_status.html` shows."""
        return self.KINDS[self.status]

    @property
    def buyer(self):
        return self.purchase.buyer

    @property
    def is_early(self) -> bool:
        """Accepted, and its day is still to come."""
        day = self.delivery_day
        return self.status == self.Status.ACCEPTED and day is not None and day > timezone.localdate()

    def accept(self):
        self._move({self.Status.PLACED}, self.Status.ACCEPTED, "accepted_at")

    def refuse(self, reason: str):
        self.refused_because = reason
        self._move({self.Status.PLACED}, self.Status.REFUSED, "closed_at")

    def deliver(self):
        self._move({self.Status.ACCEPTED}, self.Status.DELIVERED, "closed_at")

    def cancel(self):
        self._move({self.Status.PLACED}, self.Status.CANCELLED, "closed_at")

    def _move(self, whence, status, moment):
        if self.status not in whence:
            raise StatusPassed(self)
        self.status = status
        setattr(self, moment, timezone.now())
        self.save(update_fields=["status", "refused_because", moment])


class VatShare(models.Model):
    """VAT of one order on the sum of one category and rate, rounded half up to the cent once."""

    order = models.ForeignKey(SupplierOrder, models.CASCADE, related_name="vat_shares")
    category = models.CharField(max_length=2, choices=Listing.VatCategory)
    rate = models.DecimalField(max_digits=4, decimal_places=2)
    net = models.DecimalField(max_digits=14, decimal_places=2)
    vat = models.DecimalField(max_digits=14, decimal_places=2)

    class Meta:
        ordering = ["rate", "category"]
        constraints = [models.UniqueConstraint(fields=["order", "category", "rate"], name="vat_share_once")]

    def __str__(self):
        return f"{self.category} {self.rate}: {self.vat}"


class Line(models.Model):
    """An article on an order as it was when ordered. `price` is net for `price_quantity` order units.

    A line that `is_deposit` came along with goods. `stock_taken` goes back to the shelf if the order falls through.
    """

    order = models.ForeignKey(SupplierOrder, models.CASCADE, related_name="lines")
    line = models.OneToOneField("order.Line", models.PROTECT, related_name="ours")
    listing = models.ForeignKey("catalog.Listing", models.PROTECT, related_name="order_lines")
    position = models.PositiveSmallIntegerField()
    is_deposit = models.BooleanField(default=False)
    article_number = models.CharField(max_length=80)
    name = models.CharField(max_length=255)
    gtin = models.CharField(max_length=14, blank=True)
    unit = models.CharField(max_length=3)
    content = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    content_unit = models.CharField(max_length=3, blank=True)
    quantity = models.DecimalField(max_digits=12, decimal_places=3)
    step = models.DecimalField(max_digits=12, decimal_places=3)
    price = models.DecimalField(max_digits=12, decimal_places=4)
    price_quantity = models.PositiveIntegerField()
    list_price = models.DecimalField(max_digits=12, decimal_places=4, null=True)
    price_list = models.CharField(max_length=120, blank=True)
    net = models.DecimalField(max_digits=14, decimal_places=2)
    vat_category = models.CharField(max_length=2, choices=Listing.VatCategory)
    vat_rate = models.DecimalField(max_digits=4, decimal_places=2)
    stock_taken = models.DecimalField(max_digits=12, decimal_places=3, default=0)

    SAME_GOODS = ("article_number", "name", "unit", "content", "content_unit")  # what lines share that are added up

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["order", "position"], name="line_position_once"),
            models.CheckConstraint(condition=Q(quantity__gt=0), name="line_quantity_positive"),
        ]

    def __str__(self):
        return f"{self.article_number} {self.name}"


class Message(models.Model):
    """A word between the two sides of one order."""

    order = models.ForeignKey(SupplierOrder, models.CASCADE, related_name="messages")
    organisation = models.ForeignKey("accounts.Organisation", models.PROTECT, related_name="+")
    user = models.ForeignKey("accounts.User", models.PROTECT, related_name="+")
    text = models.TextField(_("Nachricht"), max_length=2000)
    sent_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["sent_at", "pk"]

    def __str__(self):
        return self.text[:60]
