"""A form sent twice is one upload. Its hidden key names it; another file, or the same for another use, is a new one."""

from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import TypeVar

from django.core.files import File

from accounts.references import new_reference, read_reference, reference_of
from catalog.models import ImportRun, PictureZip, Upload
from suppliers.models import Supplier

Made = TypeVar("Made", ImportRun, PictureZip)


def place_for(
    supplier: Supplier, key: str, file: File, use: str, became: Callable[[Upload], Made | None]
) -> tuple[str, Made | None]:
    """A free reference for the file, or the one that it has and what it became when the same form sent it before.

    `became` gives what an upload has become for this use, None for any other. The caller has locked the supplier.
    """
    digest = digest_of(file)
    for reference in _places(key, digest, use):
        upload = Upload.objects.filter(reference=reference).first()
        if upload is None:
            return reference, None
        is_ours = upload.supplier_id == supplier.pk and upload.file and upload.size == file.size
        if is_ours and (twin := became(upload)) and digest_of(upload.file) == digest:
            return reference, twin
    return new_reference(), None


def _places(key: str, digest: bytes, use: str) -> Iterator[str]:
    """Under the form's key; where that is taken, where this form would put this file each time."""
    if known := read_reference(key):
        yield known
        yield reference_of(known.encode(), digest, use.encode())


def digest_of(file: File) -> bytes:
    found = blake2b()
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.digest()
