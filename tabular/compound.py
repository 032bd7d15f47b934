"""Microsoft's older container, checked before the reader follows its chains: a damaged one may lead it in circles."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from tabular.errors import Unreadable

END, FREE = 0xFFFFFFFE, 0xFFFFFFFF
LAST_SECTOR = 0xFFFFFFFA
ENTRY, MINI, CUTOFF = 128, 64, 4096  # a stream below the cutoff lies in small sectors inside the first one


def check_chains(data: bytes) -> None:
    """Raise Unreadable where a chain of sectors leaves the file or never ends."""
    try:
        _check(data)
    except (struct.error, IndexError, ValueError, OverflowError):
        raise Unreadable("broken", kind="xls") from None


def stream_of(data: bytes, *names: str) -> bytes:
    """The bytes of the first of these streams that is there."""
    frame = _frame(data)
    entries = {_name(entry): struct.unpack_from("<II", entry, 116) for entry in frame.entries}
    start, length = entries[next(filter(entries.__contains__, names), "")]
    if length >= CUTOFF:
        return _joined(data, frame, start)[:length]
    small = _joined(data, frame, struct.unpack_from("<I", frame.entries[0], 116)[0])
    chain = _chain(frame.minis, start, len(frame.minis) + 1)
    return b"".join(small[at * MINI : (at + 1) * MINI] for at in chain)[:length]


def _joined(data: bytes, frame: _Frame, start: int) -> bytes:
    return b"".join(_sector(data, at, frame.size) for at in _chain(frame.fat, start, len(frame.fat) + 1))


def _name(entry: bytes) -> str:
    (length,) = struct.unpack_from("<H", entry, 64)
    return entry[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace").casefold()


@dataclass
class _Frame:
    """size: of a sector; fat, minis: which (small) sector follows which; entries: of the directory."""

    size: int
    fat: list[int]
    minis: list[int]
    entries: list[bytes]


def _frame(data: bytes) -> _Frame:
    shift, mini_shift = struct.unpack_from("<HH", data, 30)
    (directory,) = struct.unpack_from("<I", data, 48)
    cutoff, mini_fat, _count, difat = struct.unpack_from("<IIII", data, 56)
    if shift not in (9, 12) or mini_shift != 6 or cutoff != CUTOFF:
        raise ValueError(shift)
    size = 1 << shift
    fat = _table(data, _fat_sectors(data, difat, size), size)
    entries = b"".join(_sector(data, at, size) for at in _chain(fat, directory, len(data) // size + 1))
    minis = _table(data, _chain(fat, mini_fat, len(fat) + 1), size)
    starts = range(0, len(entries) - ENTRY + 1, ENTRY)
    return _Frame(size, fat, minis, [entries[at : at + ENTRY] for at in starts])


def _check(data: bytes) -> None:
    frame = _frame(data)
    for entry in frame.entries:
        kind = entry[66]
        start, length = struct.unpack_from("<II", entry, 116)
        if kind == 5 or (kind == 2 and length >= CUTOFF):
            _chain(frame.fat, start, len(frame.fat) + 1)
        elif kind == 2 and length:
            _chain(frame.minis, start, len(frame.minis) + 1)


def _sector(data: bytes, number: int, size: int) -> bytes:
    found = data[(number + 1) * size : (number + 2) * size]
    if not found:
        raise ValueError(number)
    return found.ljust(size, b"\x00")


def _fat_sectors(data: bytes, difat: int, size: int) -> list[int]:
    """The sectors that hold the allocation table: 109 in the header, more in a chain of their own."""
    numbers = list(struct.unpack_from("<109I", data, 76))
    seen = 0
    while difat <= LAST_SECTOR:
        *more, difat = struct.unpack(f"<{size // 4}I", _sector(data, difat, size))
        numbers += more
        seen += 1
        if seen > len(data) // size:
            raise ValueError(seen)
    return [number for number in numbers if number <= LAST_SECTOR]


def _table(data: bytes, sectors: list[int], size: int) -> list[int]:
    return [one for number in sectors for one in struct.unpack(f"<{size // 4}I", _sector(data, number, size))]


def _chain(table: list[int], start: int, most: int) -> list[int]:
    chain: list[int] = []
    while start not in (END, FREE):
        if start >= len(table) or len(chain) >= most:
            raise ValueError(start)
        chain.append(start)
        start = table[start]
    return chain
