"""Pictures that a list names in a column: web addresses are fetched by a job, file names wait for a zip."""

from collections import Counter
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, Subquery

from catalog import sql
from catalog.imports.runs import goods
from catalog.models import ImportRun, IncomingPicture, PictureZip
from catalog.pictures import hanging, zips
from catalog.pictures.fetching import NotFetched, Rules, fetch
from catalog.pictures.jobs import fetch_later
from catalog.pictures.storing import NotAPicture, keep_picture
from catalog.pictures.words import MAY_COME_LATER
from suppliers.models import Supplier

State = IncomingPicture.State
BATCH = 40  # pictures: other jobs get their turn between
AT_A_TIME = 4
PATIENCE = 3  # times a host may stay silent before a batch stops asking it
SILENT = ("no_answer", "timeout", "no_host")

WANT = f"""
    INSERT INTO catalog_incomingpicture (supplier_id, run_id, listing_id, place, source, state, reason, proposal, name)
    SELECT %(supplier)s, %(run)s, s.listing_id, e.place - 1, e.source,
        CASE WHEN e.place <= %(each)s THEN 'waiting' ELSE 'failed' END,
        CASE WHEN e.place <= %(each)s THEN '' ELSE 'too_many' END, '', ''
    FROM catalog_stagedrow s CROSS JOIN LATERAL jsonb_array_elements_text(s.images) WITH ORDINALITY e(source, place)
    WHERE s.run_id = %(run)s AND s.outcome IN ('created', 'updated', 'unchanged') AND {goods.NEW_PICTURES}
    ORDER BY s.number, e.place
    ON CONFLICT DO NOTHING
"""
TOO_MANY = """
    UPDATE catalog_incomingpicture SET state = 'failed', reason = 'too_many_in_list'
    WHERE run_id = %(run)s AND state = 'waiting' AND id IN (
        SELECT id FROM catalog_incomingpicture WHERE run_id = %(run)s ORDER BY id OFFSET %(most)s)
"""


class Got(NamedTuple):
    """The stored picture, or why there is none; `file` is the one in a zip that was looked at."""

    name: str = ""
    reason: str = ""
    file: IncomingPicture | None = None

    @property
    def zip(self) -> int | None:
        return self.file.zip_id if self.file else None


def want(run: ImportRun) -> int:
    """Note the pictures that the staged rows name anew, inside the commit; returns how many a job will look for."""
    if "images" not in run.provided:
        return 0
    values = {"run": run.pk, "supplier": run.supplier_id}
    noted = sql.execute(WANT, each=settings.PICTURES_PER_ARTICLE, **values)
    if noted:
        sql.execute(TOO_MANY, run=run.pk, most=settings.PICTURES_PER_IMPORT)
        fetch_later(run)
    return noted


def named_by(run: ImportRun, listings: Iterable[int]) -> set[int]:
    """Those of these articles for which this list names other pictures than the last one did."""
    keys = list(listings)
    staged = sql.rows(
        f"SELECT s.listing_id FROM catalog_stagedrow s"
        f" WHERE s.run_id = %(run)s AND s.listing_id = ANY(%(keys)s) AND {goods.NEW_PICTURES}",
        run=run.pk,
        keys=keys,
    )
    return {key for (key,) in staged} | set(run.pictures.filter(listing__in=keys).values_list("listing_id", flat=True))


def usual_rules() -> Rules:
    return Rules(max_bytes=settings.PICTURE_MAX_BYTES, seconds=settings.PICTURE_FETCH_SECONDS)


def fetch_some(run: ImportRun, rules: Rules | None = None) -> int:
    """Fetch the next pictures and hang those of complete articles; returns how many still wait."""
    waiting = run.pictures.filter(state=State.WAITING).order_by("listing_id", "place")
    batch = list(waiting[:BATCH])
    anew = {row.source for row in batch if row.name}  # was there already, and somebody asked for it again
    got = _get({row.source for row in batch}, anew, run.supplier, rules or usual_rules())
    with transaction.atomic():
        sql.take_turn(run.supplier_id)
        still = waiting.filter(pk__in=[row.pk for row in batch]).select_for_update()  # an undo takes them away
        gone = _undone({found.zip for found in got.values()})  # meanwhile: their files are looked for anew
        rows = [row for row in still if got[row.source].zip not in gone]
        for row in rows:
            name, row.reason, row.file = got[row.source]
            row.name = name or row.name
            row.state = _state(row)
        IncomingPicture.objects.bulk_update(rows, ["name", "reason", "state", "file"])
        _answer_for(run)
        _hang_complete(run, {row.listing_id for row in rows})
    return waiting.count()


def _answer_for(run: ImportRun) -> None:
    """Files of a zip that had no article have one now, since this list names it."""
    named = run.pictures.filter(file=OuterRef("pk"), state=State.KEPT)
    open_ones = IncomingPicture.objects.filter(Exists(named), supplier=run.supplier_id, state=State.UNMATCHED)
    name = Subquery(named.values("name")[:1])
    open_ones.update(state=State.KEPT, reason="", proposal="", name=name)


def _undone(zips: Iterable[int | None]) -> set[int]:
    return set(PictureZip.objects.filter(pk__in=zips, undone_at__isnull=False).values_list("pk", flat=True))


def _state(row: IncomingPicture) -> str:
    if row.name:
        row.reason = ""
        return str(State.KEPT)
    return str(State.AWAITED if row.reason == "not_in_zip" else State.FAILED)


def _get(sources: set[str], anew: set[str], supplier: Supplier, rules: Rules) -> dict[str, Got]:
    """What became of each source: known ones, files of a zip, and the rest from the net."""
    addresses = {source for source in sources if is_address(source)}
    known = _fetched_before(supplier, addresses - anew)
    files = _in_zips(supplier, sources - addresses)
    return known | files | _from_the_net(addresses - known.keys(), rules)


def is_address(source: str) -> bool:
    return "://" in source


def _fetched_before(supplier: Supplier, addresses: Iterable[str]) -> dict[str, Got]:
    fetched = IncomingPicture.objects.filter(
        supplier=supplier, source__in=addresses, state=State.KEPT, run__isnull=False
    )
    return {source: Got(name) for source, name in fetched.order_by("pk").values_list("source", "name")}


def _in_zips(supplier: Supplier, files: Iterable[str]) -> dict[str, Got]:
    """The newest picture of that file name in the supplier's zips."""
    wanted = set(files)
    if not wanted:
        return {}
    found = {zips.base_name(row.source): row for row in zips.files(supplier)}
    return {file: _file_of(found.get(zips.base_name(file))) for file in wanted}


def _file_of(row: IncomingPicture | None) -> Got:
    if row is None:
        return Got(reason="not_in_zip")
    name, reason = (row.name, "") if row.name else zips.read_entries(row.zip, [row.entry])[row.entry]
    return Got(reason="not_in_zip") if reason == "file_gone" else Got(name, reason, row)


def _from_the_net(addresses: set[str], rules: Rules) -> dict[str, Got]:
    silent: Counter[str] = Counter()

    def get(address: str) -> Got:
        host = urlsplit(address).netloc if address.startswith("http") else ""
        if silent[host] >= PATIENCE:
            return Got(reason="no_answer")
        got = _fetched(address, rules)
        silent[host] += got.reason in SILENT
        return got

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return dict(zip(addresses, pool.map(get, addresses), strict=True))


def _fetched(address: str, rules: Rules) -> Got:
    try:
        return Got(keep_picture(fetch(address, rules)))
    except NotFetched as fault:
        return Got(reason=fault.rule)
    except NotAPicture:
        return Got(reason="no_picture")


def _hang_complete(run: ImportRun, listings: set[int]) -> None:
    rows = run.pictures.filter(listing__in=listings)
    incomplete = set(rows.filter(state=State.WAITING).values_list("listing_id", flat=True))
    wanted = zips.kept_of(rows)
    hanging.hang(run, {key: names for key, names in wanted.items() if key not in incomplete})


@transaction.atomic
def try_again(run: ImportRun, *, everything: bool = False) -> int:
    """Let failed pictures of this import be fetched anew, or everything that has an address, since the pictures there
    may be others by now; returns how many."""
    failed = Q(state=State.FAILED, reason__in=MAY_COME_LATER)
    wanted = failed | Q(state=State.KEPT, source__contains="://") if everything else failed
    count = run.pictures.filter(wanted).update(state=State.WAITING, reason="")
    if count:
        fetch_later(run)
    return count


def take_back(run: ImportRun) -> list[list]:
    """Inside the undo of an import: its pictures go, what it still waits for is forgotten."""
    kept = hanging.take_back(run)
    files = list(run.pictures.exclude(file=None).values_list("file", flat=True))
    run.pictures.all().delete()
    nobodys = IncomingPicture.objects.filter(pk__in=files, state=State.KEPT, listing=None, named_by=None)
    nobodys.update(state=State.UNMATCHED, reason="unknown")
    return kept
