"""Microsoft's older container, checked before the reader follows its chains: a damaged one may lead it in circles."""

from __future__ import annotations

import struct

from tabular.errors import Unreadable

END, FREE = 0xFFFFFFFE, 0xFFFFFFFF
LAST_SECTOR = 0xFFFFFFFA
ENTRY = 128


def check_chains(data: bytes) -> None:
    """Raise Unreadable where a chain of sectors leaves the file or never ends."""
    try:
        _check(data)
    except (struct.error, IndexError, ValueError, OverflowError):
        raise Unreadable("broken", kind="xls") from None


def _check(data: bytes) -> None:
    shift, mini_shift = struct.unpack_from("<HH", data, 30)
    (directory,) = struct.unpack_from("<I", data, 48)
    cutoff, mini_fat, _count, difat = struct.unpack_from("<IIII", data, 56)
    if shift not in (9, 12) or mini_shift != 6 or cutoff != 4096:
        raise ValueError(shift)
    size = 1 << shift
    fat = _table(data, _fat_sectors(data, difat, size), size)
    entries = b"".join(_sector(data, at, size) for at in _chain(fat, directory, len(data) // size + 1))
    minis = _table(data, _chain(fat, mini_fat, len(fat) + 1), size)
    for at in range(0, len(entries) - ENTRY + 1, ENTRY):
        kind = entries[at + 66]
        start, length = struct.unpack_from("<II", entries, at + 116)
        if kind == 5 or (kind == 2 and length >= cutoff):
            _chain(fat, start, len(fat) + 1)
        elif kind == 2 and length:
            _chain(minis, start, len(minis) + 1)


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
