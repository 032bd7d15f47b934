"""What tests of pictures need: zips, lists with picture columns, what hangs where."""

import io
import zipfile

from django.core.files.base import ContentFile

from catalog.models import IncomingPicture, PictureZip
from catalog.pictures import columns, zips
from catalog.pictures.fetching import Rules
from catalog.pictures.hanging import walls
from catalog.pictures.storing import keep_picture
from tests.catalog.importing import article
from tests.catalog.pictures.servers import picture

HEAD = "Artikelnummer;Bezeichnung;Einheit;Preis netto;MwSt;Bild"
RED, BLUE, GREEN, GOLD = (picture(colour) for colour in ("red", "blue", "green", "gold"))


def packed(files: dict[str, bytes], compression=zipfile.ZIP_STORED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return target.getvalue()


def bring(supplier, files: dict[str, bytes] | bytes, **options) -> PictureZip:
    """A zip taken in and worked off."""
    data = files if isinstance(files, bytes) else packed(files)
    taken = zips.take_zip(supplier, ContentFile(data), "bilder.zip", by=None, **options)
    work_off(taken)
    return PictureZip.objects.get(pk=taken.pk)


def work_off(zip) -> None:
    while zips.keep_some(zip):
        pass


def fetch_all(run, site=None) -> None:
    while columns.fetch_some(run, rules_for(site) if site else None):
        pass


def rules_for(site) -> Rules:
    """What a public address is out there, this machine's loopback is here."""
    return Rules(allows=lambda address: address.is_loopback, ports=frozenset({site.port}), seconds=5)


def hanging_at(supplier, number) -> list[str]:
    """Stored names of an article's pictures, in order."""
    listing = article(supplier, number)
    return [name for name, _ in walls([listing])[listing.pk]]


def stored(*pictures: bytes) -> list[str]:
    return [keep_picture(data) for data in pictures]


def states(origin) -> dict[str, tuple[str, str]]:
    rows = IncomingPicture.objects.filter(zip=origin) if isinstance(origin, PictureZip) else origin.pictures.all()
    return {row.source: (row.state, row.reason) for row in rows}
