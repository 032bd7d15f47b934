"""What the Amt may know of the network: sums only, never who buys what from whom.

A sum over few says something about each of them, so trade is told from `FEWEST_ORDERS` orders on, and from
`FEWEST_PARTIES` sellers and as many buyers. Below that the figure is None, and pages say "unter 5".
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.db.models import Count, DateField, Exists, Max, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Greatest, TruncMonth
from django.utils import timezone
from oscar.core.loading import get_model
from wagtail.models import TaskState

from accounts.models import Organisation
from applications.models import Application
from buyers.models import Buyer
from catalog.models import ImportRun, Listing
from orders.models import SupplierOrder
from suppliers.models import Supplier

ProductImage = get_model("catalogue", "ProductImage")

FEWEST_ORDERS = 5
FEWEST_PARTIES = 3
MONTHS = 12
STALE_DAYS = 60
HEALTH_DAYS = 30


@dataclass(frozen=True)
class Trade:
    """Orders of one month; `orders` and `net` are None where too few took part to be told."""

    month: date
    orders: int | None
    net: Decimal | None


def figures() -> dict:
    """Everything that the Amt's figures page shows, see the functions below."""
    months = trade_by_month()
    return {
        "waiting": waiting(),
        "moderation": moderation(),
        "companies": companies(),
        "listings": listings(),
        "trade": months[-1],
        "months": months,
        "most_orders": max((month.orders or 0 for month in months), default=0),
        "imports": imports(),
    }


def waiting() -> dict:
    """Applications on the Amt's desk: count, and since when the oldest waits."""
    desk = Application.objects.waiting()
    return {"count": desk.count(), "since": desk.values_list("submitted_at", flat=True).first()}


def moderation() -> int:
    """Pages that wait for the editors' yes."""
    return TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).count()


def companies() -> dict:
    """Members by what they do: sellers that everybody sees, buyers, and who is suspended."""
    members = Organisation.objects.filter(is_office=False)
    return {
        "all": members.active().count(),
        "sellers": Supplier.objects.listed().count(),
        "buyers": Buyer.objects.filter(organisation__status=Organisation.Status.ACTIVE).count(),
        "suspended": members.filter(status=Organisation.Status.SUSPENDED).count(),
    }


def listings() -> dict:
    """Articles that can be found, and how many in a hundred have a price and a picture."""
    pictures = ProductImage.objects.filter(product=OuterRef("product"))
    found = Listing.objects.findable().order_by()
    sums = found.aggregate(
        count=Count("pk"),
        priced=Count("pk", filter=Q(price__isnull=False)),
        pictured=Count("pk", filter=Exists(pictures)),
    )
    return sums | {name: _percent(sums[name], sums["count"]) for name in ("priced", "pictured")}


def trade_by_month(today: date | None = None) -> list[Trade]:
    """The last twelve months, this one last."""
    months = _months(today or timezone.localdate())
    month = TruncMonth("placed_at", output_field=DateField())
    rows = (
        SupplierOrder.objects.standing()
        .order_by()
        .annotate(month=month)
        .filter(month__gte=months[0])
        .values("month")
        .annotate(
            orders=Count("pk"),
            sum=Sum("net"),
            sellers=Count("supplier", distinct=True),
            buyers=Count("purchase__buyer", distinct=True),
        )
    )
    known = {row["month"]: row for row in rows}
    return [_told(each, known.get(each)) for each in months]


def _told(month, row) -> Trade:
    if row is None:
        return Trade(month, 0, Decimal(0))
    if row["orders"] < FEWEST_ORDERS:
        return Trade(month, None, None)
    is_crowd = min(row["sellers"], row["buyers"]) >= FEWEST_PARTIES
    return Trade(month, row["orders"], row["sum"] if is_crowd else None)


def _months(today: date) -> list[date]:
    numbers = range(today.year * 12 + today.month - MONTHS, today.year * 12 + today.month)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def imports() -> dict:
    """How the import did in the last 30 days: files taken over, rows taken, rows that wait for their producer."""
    since = timezone.now() - timedelta(days=HEALTH_DAYS)
    runs = ImportRun.objects.filter(started_at__gte=since)
    counts = [run.counts for run in runs.filter(status=ImportRun.Status.DONE).only("counts")]
    return {
        "done": len(counts),
        "unreadable": runs.filter(status=ImportRun.Status.UNREADABLE).count(),
        "taken": _sum(counts, "created", "updated", "unchanged"),
        "open": _sum(counts, "held_back", "refused"),
    }


def _sum(counts, *outcomes) -> int:
    return sum(count.get(outcome, 0) for count in counts for outcome in outcomes)


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0


# How the catalogues are -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Catalogue:
    """A producer's catalogue from outside: `state` is empty, waiting, stale or good."""

    supplier: Supplier
    state: str
    online: int
    changed_at: datetime | None


def catalogues() -> list[Catalogue]:
    """Every visible producer's catalogue; those that need somebody first."""
    order = ["empty", "waiting", "stale", "good"]
    found = [_catalogue(supplier) for supplier in _with_catalogue_facts()]
    return sorted(found, key=lambda catalogue: (order.index(catalogue.state), catalogue.supplier.name))


def _with_catalogue_facts():
    online = Listing.objects.findable().filter(supplier=OuterRef("pk")).order_by().values("supplier")
    runs = ImportRun.objects.filter(supplier=OuterRef("pk")).order_by()
    return (
        Supplier.objects.listed()
        .select_related("organisation")
        .annotate(
            online=Subquery(online.annotate(n=Count("pk")).values("n")),
            changed_at=Greatest(
                Subquery(online.annotate(at=Max("changed_at")).values("at")),
                Subquery(runs.values("supplier").annotate(at=Max("committed_at")).values("at")),
            ),
            is_waiting=Exists(runs.filter(status=ImportRun.Status.READY)),
        )
    )


def _catalogue(supplier) -> Catalogue:
    stale_since = timezone.now() - timedelta(days=STALE_DAYS)
    if not supplier.online:
        state = "empty"
    elif supplier.is_waiting:
        state = "waiting"
    else:
        state = "stale" if supplier.changed_at and supplier.changed_at < stale_since else "good"
    return Catalogue(supplier, state, supplier.online or 0, supplier.changed_at)
