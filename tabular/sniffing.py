"""What a file is, by its bytes and never by its name."""

from __future__ import annotations

from dataclasses import dataclass

from tabular.archive import check_extent, kind_of, open_archive
from tabular.compound import check_chains
from tabular.encoding import BOMS, encoding_of
from tabular.errors import Unreadable
from tabular.worksheets import NAMESPACE

LARGEST = 80_000_000
MAGIC = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "GZip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"BZh", "BZip2"),
    (b"\xfd7zXZ", "XZ"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "Programm"),
    (b"MZ\x90", "Programm"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Format:
    """kind: xlsx, xlsb, xls, ods, html, xml or csv; the other two for text only."""

    kind: str
    encoding: str | None = None
    delimiter: str | None = None


def sniff(data: bytes) -> Format:
    """The format of a file; raises Unreadable and names what was found instead of a list."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("empty_file")
    if len(data) > LARGEST:
        raise Unreadable("too_large", limit=LARGEST)
    if data.startswith(b"PK\x03\x04"):
        return Format(_zipped(data))
    if data.startswith(OLE):
        return Format(_compound(data))
    for magic, found in MAGIC:
        if data.startswith(magic):
            raise Unreadable("wrong_type", found=found)
    return _text(data)


def _zipped(data: bytes) -> str:
    archive = open_archive(data)
    kind = kind_of(archive)
    check_extent(archive, kind)
    return kind


def _compound(data: bytes) -> str:
    """Microsoft's older container: a workbook, an encrypted newer one, or something else."""
    if _wide("EncryptedPackage") in data:
        raise Unreadable("password")
    if _wide("WordDocument") in data:
        raise Unreadable("wrong_type", found="Word")
    if _wide("PowerPoint Document") in data:
        raise Unreadable("wrong_type", found="PowerPoint")
    if _wide("Workbook") in data or _wide("Book") in data:
        check_chains(data)
        return "xls"
    raise Unreadable("wrong_type", found="OLE")


def _wide(name: str) -> bytes:
    return name.encode("utf-16-le")


def _text(data: bytes) -> Format:
    encoding = encoding_of(data)
    head = data[:4096].decode(encoding, "replace").lstrip("\ufeff \t\r\n")
    small = head[:200].lower()
    if small.startswith("<") and NAMESPACE in head:
        return Format("xml", encoding)
    if small.startswith("<"):
        if "<table" in data.decode(encoding, "replace").lower():
            return Format("html", encoding)
        raise Unreadable("wrong_type", found="HTML" if "<html" in small or "<!doctype html" in small else "XML")
    if small.startswith(("{", "[")) and '"' in small[:100]:
        raise Unreadable("wrong_type", found="JSON")
    _refuse_binary(data[:4096], encoding)
    return Format("csv", encoding)


def _refuse_binary(head: bytes, encoding: str) -> None:
    if encoding.startswith("utf-16") or any(head.startswith(mark) for mark, _ in BOMS):
        return
    odd = sum(byte < 32 and byte not in (9, 10, 12, 13, 26, 27) for byte in head)
    if b"\x00" in head or odd > len(head) / 50:
        raise Unreadable("wrong_type", found="Binär")
