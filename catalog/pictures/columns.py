"""Pictures that a list names in a column: web addresses are fetched by a job, file names wait for a zip."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from catalog import sql
from catalog.imports.runs import goods
from catalog.models import ImportRun, IncomingPicture
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
        rows = [row for row in still if row.source in got]
        for row in rows:
            name, row.reason = got[row.source]
            row.name = name or row.name
            row.state = _state(row)
        IncomingPicture.objects.bulk_update(rows, ["name", "reason", "state"])
        _hang_complete(run, {row.listing_id for row in rows})
    return waiting.count()


def _state(row: IncomingPicture) -> str:
    if row.name:
        row.reason = ""
        return str(State.KEPT)
    return str(State.AWAITED if row.reason == "not_in_zip" else State.FAILED)


def _get(sources: set[str], anew: set[str], supplier: Supplier, rules: Rules) -> dict[str, tuple[str, str]]:
    """Source to (stored name, reason why not): known ones, files of a zip, and the rest from the net."""
    addresses = {source for source in sources if is_address(source)}
    known = _fetched_before(supplier, addresses - anew)
    files = _in_zips(supplier, sources - addresses)
    return known | files | _from_the_net(addresses - known.keys(), rules)


def is_address(source: str) -> bool:
    return "://" in source


def _fetched_before(supplier: Supplier, addresses: Iterable[str]) -> dict[str, tuple[str, str]]:
    fetched = IncomingPicture.objects.filter(
        supplier=supplier, source__in=addresses, state=State.KEPT, run__isnull=False
    )
    return {source: (name, "") for source, name in fetched.order_by("pk").values_list("source", "name")}


def _in_zips(supplier: Supplier, files: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The newest picture of that file name in the supplier's zips."""
    wanted = set(files)
    if not wanted:
        return {}
    found = {}
    for row in IncomingPicture.objects.filter(supplier=supplier, zip__undone_at=None, zip__isnull=False).order_by("pk"):
        found[zips.base_name(row.source)] = row
    return {file: _file_of(found.get(zips.base_name(file))) for file in wanted}


def _file_of(row: IncomingPicture | None) -> tuple[str, str]:
    if row is None:
        return "", "not_in_zip"
    if row.name:
        return row.name, ""
    name, reason = zips.read_entries(row.zip, [row.entry])[row.entry]
    return (name, "") if name else ("", "not_in_zip" if reason == "file_gone" else reason)


def _from_the_net(addresses: set[str], rules: Rules) -> dict[str, tuple[str, str]]:
    silent: Counter[str] = Counter()

    def get(address: str) -> tuple[str, str]:
        host = urlsplit(address).netloc if address.startswith("http") else ""
        if silent[host] >= PATIENCE:
            return "", "no_answer"
        name, reason = _fetched(address, rules)
        silent[host] += reason in SILENT
        return name, reason

    with ThreadPoolExecutor(AT_A_TIME) as pool:
        return dict(zip(addresses, pool.map(get, addresses), strict=True))


def _fetched(address: str, rules: Rules) -> tuple[str, str]:
    try:
        return keep_picture(fetch(address, rules)), ""
    except NotFetched as fault:
        return "", fault.rule
    except NotAPicture:
        return "", "no_picture"


def _hang_complete(run: ImportRun, listings: set[int]) -> None:
    rows = run.pictures.filter(listing__in=listings)
    incomplete = set(rows.filter(state=State.WAITING).values_list("listing_id", flat=True))
    wanted: dict[int, list[str]] = defaultdict(list)
    for listing, name in rows.filter(state=State.KEPT).order_by("place").values_list("listing_id", "name"):
        wanted[listing].append(name)
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
    run.pictures.all().delete()
    return kept
