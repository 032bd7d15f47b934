"""How far the pictures of a list, a zip or a whole shop are, counted for the pages."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet
from oscar.core.loading import get_model

from catalog import sql
from catalog.imports.runs import goods
from catalog.models import ImportRun, IncomingPicture, Listing, PictureZip
from catalog.pictures import texts
from suppliers.models import Supplier

ProductImage = get_model("catalogue", "ProductImage")
State = IncomingPicture.State


@dataclass(frozen=True)
class Progress:
    """Pictures by state."""

    counts: dict[str, int] = field(default_factory=dict)

    def __getattr__(self, name: str) -> int:
        if name in State.values:
            return self.counts.get(name, 0)
        raise AttributeError(name)

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def done(self) -> int:
        return self.total - self.waiting

    @property
    def missing(self) -> int:
        """What a list names and did not come."""
        return self.failed + self.awaited

    @property
    def is_fruitless(self) -> bool:
        """Nothing came, and nothing will."""
        return self.failed == self.total


def progress(origin: ImportRun | PictureZip) -> Progress:
    return Progress(dict(origin.pictures.order_by().values_list("state").annotate(Count("pk"))))


def of_zips(zips: Iterable[PictureZip]) -> list[tuple[PictureZip, Progress]]:
    """The same for many."""
    found = list(zips)
    counts: dict[int, dict[str, int]] = defaultdict(dict)
    rows = IncomingPicture.objects.filter(zip__in=found).order_by().values_list("zip", "state").annotate(Count("pk"))
    for zip, state, count in rows:
        counts[zip][state] = count
    return [(zip, Progress(counts[zip.pk])) for zip in found]


def articles_of(zip: PictureZip) -> int:
    """How many articles got pictures out of it, by their own number or because a list names a file."""
    named = IncomingPicture.objects.filter(file__zip=zip, state=State.KEPT)
    hung = Q(pk__in=zip.pictures_before.values("listing")) | Q(pk__in=named.values("listing"))
    return Listing.objects.filter(hung).count()


def by_state(pictures: QuerySet[IncomingPicture], state: str) -> tuple[str, QuerySet[IncomingPicture]]:
    """The pictures of that state, by default of the first state that needs somebody; with their articles."""
    there = set(pictures.order_by().values_list("state", flat=True).distinct())
    order = [State.UNMATCHED, State.TAKEN_BACK, State.FAILED, State.AWAITED, State.KEPT, State.WAITING]
    chosen = str(state if state in there else next((name for name in order if name in there), State.KEPT))
    named_by = Prefetch("named_by", IncomingPicture.objects.select_related("listing__product").order_by("pk"))
    found = pictures.filter(state=chosen).select_related("listing__product").prefetch_related(named_by)
    return chosen, found.order_by("listing__sort_key", "place", "source", "pk")


def proposed(supplier: Supplier, pictures: Iterable[IncomingPicture]) -> dict[str, Listing]:
    """The articles that these pictures probably show, by number."""
    numbers = {row.proposal for row in pictures if row.proposal}
    found = Listing.objects.filter(supplier=supplier, article_number__in=numbers).select_related("product")
    return {listing.article_number: listing for listing in found}


def announced(run: ImportRun) -> tuple[int, int]:
    """Before the commit: how many pictures will be looked for, and how many articles have others now."""
    if "images" not in run.provided:
        return 0, 0
    found = sql.rows(
        f"""
        SELECT COALESCE(sum(jsonb_array_length(s.images)), 0)::int, count(*) FILTER (WHERE EXISTS (
            SELECT FROM catalog_listing l JOIN catalogue_productimage i ON i.product_id = l.product_id
            WHERE l.id = s.listing_id))
        FROM catalog_stagedrow s
        WHERE s.run_id = %(run)s AND s.outcome IN ('created', 'updated', 'unchanged') AND {goods.NEW_PICTURES}
        """,
        run=run.pk,
    )
    return found[0]


def failed_in_lists(supplier: Supplier) -> QuerySet[ImportRun]:
    """Imports with pictures that did not come, the newest first."""
    there = Count("pictures", filter=Q(pictures__state=State.KEPT))
    missing = Count("pictures", filter=Q(pictures__state__in=[State.FAILED, State.AWAITED]))
    runs = ImportRun.objects.filter(supplier=supplier, pictures__isnull=False).select_related("upload")
    return runs.annotate(kept=there, missing=missing).filter(missing__gt=0).order_by("-started_at")


def shop(supplier: Supplier) -> dict[str, int]:
    """Articles, deposits apart, those without a picture, and pictures without a text of their own."""
    hung = ProductImage.objects.filter(product=OuterRef("product"))
    goods = Listing.objects.filter(supplier=supplier).kept().exclude(article_number__startswith="PFAND-")
    counts = goods.aggregate(all=Count("pk"), bare=Count("pk", filter=~Exists(hung)))
    return counts | {"untold": texts.pictures_of(supplier, untold=True).count()}
