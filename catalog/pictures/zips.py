"""A zip of pictures: its files are matched with articles at once, and kept and hung bit by bit by a job."""

import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import IO

from django.conf import settings
from django.core.files import File
from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from accounts.actor import Actor
from accounts.journal import record
from catalog import sql
from catalog.errors import TooLarge
from catalog.models import ImportRun, IncomingPicture, Listing, PictureZip, Upload
from catalog.pictures import hanging
from catalog.pictures.jobs import fetch_later, keep_later
from catalog.pictures.names import Article, Match, Names, ending, natural
from catalog.pictures.storing import NotAPicture, keep_picture, small_size
from catalog.uploads import place_for
from suppliers.models import Supplier
from tabular import Unreadable
from tabular.archive import BROKEN, NESTED, open_archive

State = IncomingPicture.State
BATCH = 24  # pictures: some seconds of work
PICTURES = {"jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "tif", "tiff", ""}
JUNK = {"thumbs.db", "desktop.ini"}
UTF8 = 0x800


@transaction.atomic
def take_zip(supplier: Supplier, file: File, filename: str, *, by: Actor | None, key: str = "") -> PictureZip:
    """Keep the zip (private, 90 days), say which file belongs to which article, and let a job hang the pictures.

    `key` names the form that sent it: the same file sent twice by it is one zip. Raises TooLarge.
    """
    if file.size > settings.PICTURE_ZIP_MAX_BYTES:
        raise TooLarge(settings.PICTURE_ZIP_MAX_BYTES)
    Supplier.objects.select_for_update().get(pk=supplier.pk)
    became = PictureZip.objects.filter
    reference, twin = place_for(supplier, key, file, "zip", lambda upload: became(upload=upload).first())
    if twin:
        return twin
    user = by.user if by else None
    upload = Upload(supplier=supplier, reference=reference, name=filename[-200:], size=file.size, by=user)
    upload.file.save(upload.reference, file, save=False)
    upload.save()
    taken = PictureZip.objects.create(supplier=supplier, upload=upload)
    try:
        with upload.file.open("rb") as stored:
            _list(taken, open_archive(stored))
    except Unreadable as fault:
        taken.fault = {"rule": fault.rule, "params": fault.params}
        taken.save(update_fields=["fault"])
    record("pictures.uploaded", taken, by=by, readers=[supplier.organisation], file=upload.name)
    return taken


def _list(zip: PictureZip, archive: zipfile.ZipFile) -> None:
    entries = [(place, entry) for place, entry in enumerate(archive.infolist()) if not is_junk(entry)]
    if not entries:
        raise Unreadable("empty_file")
    names = Names.of(articles(zip.supplier))
    awaited = {base_name(row.source) for row in _awaited(zip.supplier)}
    rows = [_row(zip, place, entry, names, awaited) for place, entry in entries]
    if all(row.reason == "no_image_file" for row, _ in rows):
        raise Unreadable("empty_file")
    _order(rows, {place: entry for place, entry in entries})
    IncomingPicture.objects.bulk_create([row for row, _ in rows], batch_size=1000)
    if any(row.state == State.WAITING for row, _ in rows):
        keep_later(zip)
    _wake_lists(zip.supplier, {base_name(row.source) for row, _ in rows} & awaited)


def is_junk(entry: zipfile.ZipInfo) -> bool:
    """Folders, and what systems leave in a zip without being asked."""
    path = entry.filename.replace("\\", "/")
    name = path.rsplit("/", 1)[-1]
    return not name or name.startswith(".") or name.casefold() in JUNK or path.startswith("__MACOSX/")


def path_of(entry: zipfile.ZipInfo) -> str:
    """The name as its author saw it: some programs write UTF-8 without saying so."""
    if entry.flag_bits & UTF8:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return entry.filename


def base_name(path: str) -> str:
    return path.replace("\\", "/").rsplit("/", 1)[-1].strip().casefold()


def articles(supplier: Supplier) -> Iterable[Article]:
    listings = Listing.objects.filter(supplier=supplier)
    for row in listings.values_list("pk", "article_number", "product__title", "gtin", "number_is_ours"):
        yield Article(*row)


def _awaited(supplier: Supplier) -> QuerySet[IncomingPicture]:
    """File names that a list put into its picture column and nobody has brought yet."""
    return IncomingPicture.objects.filter(supplier=supplier, state=State.AWAITED)


def _wake_lists(supplier: Supplier, brought: set[str]) -> None:
    """Lists that wait for one of these file names get it."""
    rows = [row for row in _awaited(supplier).select_related("run") if base_name(row.source) in brought]
    IncomingPicture.objects.filter(pk__in=[row.pk for row in rows]).update(state=State.WAITING, reason="")
    for run in {row.run_id: row.run for row in rows}.values():
        fetch_later(run)


def files(supplier: Supplier) -> QuerySet[IncomingPicture]:
    """What lies in the supplier's zips, the newest last."""
    return IncomingPicture.objects.filter(supplier=supplier, zip__undone_at=None, zip__isnull=False).order_by("pk")


def kept_of(pictures: QuerySet[IncomingPicture]) -> dict[int, list[str]]:
    """Stored names by article, in order."""
    found: dict[int, list[str]] = defaultdict(list)
    for listing, name in pictures.filter(state=State.KEPT).order_by("place").values_list("listing_id", "name"):
        found[listing].append(name)
    return found


def _row(zip: PictureZip, place: int, entry: zipfile.ZipInfo, names: Names, awaited: set[str]):
    """The picture as it will be noted, and how its name was read."""
    path = path_of(entry)
    row = IncomingPicture(supplier=zip.supplier, zip=zip, entry=place, source=path[-500:])
    if reason := _unfit(path, entry):
        row.state, row.reason = State.FAILED, reason
        return row, Match()
    if base_name(path) in awaited:  # the list says whose it is; its own job hangs it
        return row, Match()
    match = names.find(path)
    if match.article:
        row.listing_id = match.article.listing
    else:
        row.state, row.reason, row.proposal = State.UNMATCHED, match.rule, match.proposal
    return row, match


def _unfit(path: str, entry: zipfile.ZipInfo) -> str:
    kind = ending(path)
    if f".{kind}" in NESTED:
        return "zip_in_zip" if kind in ("zip", "7z", "rar", "gz") else "no_image_file"
    if kind in ("heic", "heif"):
        return "heic"
    if kind not in PICTURES:
        return "no_image_file"
    return "too_large" if entry.file_size > settings.PICTURE_MAX_BYTES else ""


def _order(rows: list, entries: Mapping[int, zipfile.ZipInfo]) -> None:
    """Number the pictures of each article. One that only brings further ones (1001_2) keeps the first that it has."""
    alike: dict[int, list] = defaultdict(list)
    for row, match in rows:
        if row.listing_id:
            alike[row.listing_id].append((match.place, natural(row.source), row))
    for found in alike.values():
        found.sort(key=lambda one: one[:2])
        _leave_doubles(found, entries)
        first = 0 if min(place for place, _, _ in found) < 2 else 1
        fine = [row for _, _, row in found if row.state == State.WAITING]
        for place, row in enumerate(fine, start=first):
            row.place = place
            if place >= settings.PICTURES_PER_ARTICLE:
                row.state, row.reason = State.FAILED, "too_many"


def _leave_doubles(found: list, entries: Mapping[int, zipfile.ZipInfo]) -> None:
    """The same file twice counts once; two different ones for one place are a doubt."""
    seen: dict[tuple, IncomingPicture] = {}
    places: dict[int, list[IncomingPicture]] = defaultdict(list)
    for place, _, row in found:
        entry = entries[row.entry]
        if (entry.CRC, entry.file_size) in seen:
            row.state, row.reason = State.FAILED, "same_again"
            continue
        seen[entry.CRC, entry.file_size] = row
        places[place].append(row)
    for rows in places.values():
        if len(rows) > 1 and len({_stem(row.source) for row in rows}) == 1:
            for row in rows:
                row.state, row.reason = State.UNMATCHED, "same_place"
                row.listing_id = None


def _stem(path: str) -> str:
    return base_name(path).rpartition(".")[0]


# Keeping ----------------------------------------------------------------------------------------------------


def keep_some(zip: PictureZip) -> int:
    """Keep the next pictures and hang those of complete articles; returns how many still wait."""
    waiting = zip.pictures.filter(state=State.WAITING).order_by("listing_id", "place")
    batch = list(waiting[:BATCH])
    kept = read_entries(zip, [row.entry for row in batch])
    with transaction.atomic():
        sql.take_turn(zip.supplier_id)
        zip = PictureZip.objects.select_for_update().get(pk=zip.pk)
        if zip.undone_at:
            return 0
        for row in batch:
            row.name, row.reason = kept[row.entry]
            row.state = State.FAILED if row.reason else State.KEPT
        IncomingPicture.objects.bulk_update(batch, ["name", "reason", "state"])
        _hang_complete(zip, {row.listing_id for row in batch if row.listing_id})
    return waiting.count()


def read_entries(zip: PictureZip, entries: Iterable[int]) -> dict[int, tuple[str, str]]:
    """Place in the zip to (stored name, reason why not)."""
    try:
        with zip.upload.file.open("rb") as stored, open_archive(stored) as archive:
            infos = archive.infolist()
            return {entry: _kept(archive, infos[entry]) for entry in entries}
    except (Unreadable, OSError, ValueError):
        return dict.fromkeys(entries, ("", "file_gone"))


def _kept(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> tuple[str, str]:
    try:
        with archive.open(info) as file:
            data = _bounded(file)
        return keep_picture(data), ""
    except NotAPicture:
        return "", "no_picture"
    except BROKEN:
        return "", "broken_off"


def _bounded(file: IO[bytes]) -> bytes:
    """No more than a picture may have, whatever the zip announced."""
    data = file.read(settings.PICTURE_MAX_BYTES + 1)
    if len(data) > settings.PICTURE_MAX_BYTES:
        raise NotAPicture
    return data


def _hang_complete(zip: PictureZip, listings: set[int]) -> None:
    rows = zip.pictures.filter(listing__in=listings)
    incomplete = set(rows.filter(state=State.WAITING).values_list("listing_id", flat=True))
    found: dict[int, list] = defaultdict(list)
    for row in rows.filter(state=State.KEPT).order_by("place", "pk"):
        found[row.listing_id].append(row)
    complete = {key: kept for key, kept in found.items() if key not in incomplete}
    now = hanging.walls(Listing.objects.filter(pk__in=complete))
    hanging.hang(
        zip,
        {
            key: hanging.names(now[key])[: kept[0].place and 1] + [row.name for row in kept]
            for key, kept in complete.items()
        },
    )


def preview(row: IncomingPicture) -> bytes | None:
    """The small size of a file in the zip, unless it is gone or no picture."""
    try:
        with row.zip.upload.file.open("rb") as stored, open_archive(stored) as archive:
            data = _bounded(archive.open(archive.infolist()[row.entry]))
        return small_size(data)
    except (Unreadable, NotAPicture, *BROKEN):
        return None


# A person's answers -----------------------------------------------------------------------------------------


@transaction.atomic
def assign(zip: PictureZip, numbers: Mapping[int, str], *, by: Actor) -> tuple[int, list[str]]:
    """{picture's key: article number}: hang what had no article; returns how many, and the numbers that nobody has."""
    sql.take_turn(zip.supplier_id)
    rows = zip.pictures.filter(pk__in=numbers, state=State.UNMATCHED).order_by("pk")
    wanted = {row.pk: numbers[row.pk].strip() for row in rows}
    known = {article.number.casefold(): article.listing for article in articles(zip.supplier)}
    unknown = sorted({text for text in wanted.values() if text.casefold() not in known})
    assigned = [row for row in rows if wanted[row.pk].casefold() in known]
    for row in assigned:
        row.listing_id = known[wanted[row.pk].casefold()]
        last = zip.pictures.filter(listing=row.listing_id).aggregate(last=Max("place"))["last"]
        row.place, row.state, row.reason = (0 if last is None else last + 1), State.WAITING, ""
        row.save(update_fields=["listing", "place", "state", "reason"])
    if assigned:
        keep_later(zip)
        record("pictures.assigned", zip, by=by, pictures=len(assigned))
    return len(assigned), unknown


@transaction.atomic
def undo_zip(zip: PictureZip, *, by: Actor | None) -> PictureZip:
    """Hang what was there before, within 30 days; `kept_edits` names articles whose pictures were changed since."""
    sql.take_turn(zip.supplier_id)
    zip = PictureZip.objects.select_for_update().select_related("upload", "supplier").get(pk=zip.pk)
    if zip.may_undo:
        hanging.take_back(zip)
        from_lists = _take_from_lists(zip)
        kept = hanging.take_back(zip) + from_lists  # again: what a list had hung over the zip's own is gone by now
        zip.kept_edits = list({edit[0]: edit for edit in kept}.values())
        zip.undone_at = timezone.now()
        zip.save(update_fields=["kept_edits", "undone_at"])
        zip.pictures.exclude(state=State.FAILED).update(state=State.TAKEN_BACK, reason="")
        _wake_lists(zip.supplier, {base_name(row.source) for row in files(zip.supplier)})
        record("pictures.undone", zip, by=by, readers=[zip.supplier.organisation])
    return zip


def _take_from_lists(zip: PictureZip) -> list[list]:
    """Lists that got a file out of this zip wait for it again; returns as hanging.take_back."""
    named = IncomingPicture.objects.filter(file__zip=zip)
    concerned: dict[ImportRun, set[int]] = defaultdict(set)
    for row in named.select_related("run"):
        concerned[row.run].add(row.listing_id)
    named.update(state=State.AWAITED, reason="not_in_zip", name="", file=None)
    kept = []
    for run, listings in concerned.items():
        there = kept_of(run.pictures.filter(listing__in=listings))
        kept += hanging.take_back(run, {key: there.get(key, []) for key in listings})
    return kept
