"""What a list of the whole range does not mention: it goes offline, and that is said before and after."""

from dataclasses import dataclass

from catalog import sql
from catalog.imports.runs.commit import VANISHED
from catalog.models import ImportRun, Listing

MOST_SHOWN = 20
TAKEN_OFFLINE = {"online": True}  # a before-image of nothing else
GOING = f"SELECT l.id {VANISHED} ORDER BY l.sort_key, l.id"


@dataclass
class Gone:
    """How many articles go offline or went, and the first of them."""

    count: int
    first: list[Listing]

    @property
    def more(self) -> int:
        return self.count - len(self.first)


def gone(run: ImportRun) -> Gone:
    """The count of the dry run before the commit, of what was taken offline afterwards."""
    count = _taken_offline(run).count() if run.committed_at else run.vanished
    return Gone(count, listings(vanished(run, MOST_SHOWN)) if count and not run.undone_at else [])


def undone(run: ImportRun) -> dict[str, int]:
    """Of a run that was taken back: how many of its new articles are offline, and how many others are back online."""
    new = run.before_images.filter(is_new=True, listing__in=Listing.objects.taken_back())
    return {"new": new.count(), "back": _taken_offline(run).filter(listing__online=True).count()}


def vanished(run: ImportRun, most: int | None = None) -> list[int]:
    """Keys of the articles by name: before the commit those that would go offline, afterwards those that went."""
    if not run.whole_range or run.undone_at:
        return []
    if run.committed_at:
        return list(_taken_offline(run).values_list("listing", flat=True)[:most])
    with sql.large_sets():
        return [key for (key,) in sql.rows(f"{GOING} LIMIT %(most)s", run=run.pk, supplier=run.supplier_id, most=most)]


def _taken_offline(run: ImportRun):
    return run.before_images.filter(before=TAKEN_OFFLINE).order_by("listing__sort_key", "listing")


def listings(keys: list[int]) -> list[Listing]:
    found = Listing.objects.select_related("product").in_bulk(keys)
    return [found[key] for key in keys if key in found]
