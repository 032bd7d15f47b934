"""Two lists side by side on one sheet, under the same headers but perhaps for the word over the names."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from catalog.imports.cells.packaging import parse_pack
from catalog.imports.cells.views import View
from catalog.imports.columns.fields import guess
from catalog.imports.language.header_words import holds_packs
from catalog.imports.language.price_words import PriceHeader
from catalog.imports.language.words import key_of
from tabular import Table, text_of
from tabular.cells import cell_at

MOST_BLOCKS = 6
SAMPLE = 60  # rows
Kind = tuple[str, PriceHeader | None, str] | str  # field with what it says of a price, or an unknown word
HEADS = {"name", "article_number", "weak_number"}
SAME_GOODS = 0.3  # so many names in both blocks: one list twice, not two lists


def blocks_of(table: Table) -> tuple[View, ...]:
    """The lists that stand side by side under the same headers, from left to right; none where there is but one."""
    kinds = [(index, kind_of(header)) for index, header in enumerate(table.headers) if header]
    for count in range(2, MOST_BLOCKS + 1):
        size, rest = divmod(len(kinds), count)
        blocks = [_with_name(kinds[at * size : (at + 1) * size]) for at in range(count)]
        if rest or size < 2 or not _is_list(blocks[0]) or any(_shape(one) != _shape(blocks[0]) for one in blocks):
            continue
        if not all(_are_words(table, block) for block in blocks):
            return ()
        width = blocks[0][-1][0] + 1
        views = tuple(View(tuple(index + one[0][0] - blocks[0][0][0] for index in range(width))) for one in blocks)
        return () if _same_goods(table, blocks) else views
    return ()


def second_list(table: Table) -> int:
    """The column from which on another list stands, under other headers than those of the first; -1 for none.

    Another one begins right of an empty column, or where the header of the names or numbers comes again.
    """
    kinds = [(index, kind_of(header)) for index, header in enumerate(table.headers) if header]
    for at in range(1, len(kinds)):
        left, right = kinds[:at], kinds[at:]
        start, kind = right[0]
        again = field_of(kind) in HEADS and kind in (one for _, one in left)
        if (again or left[-1][0] < start - 1) and all(_heads_and_prices(block) for block in (left, right)):
            named = all("name" in map(field_of, dict(block).values()) for block in (left, right))
            return -1 if named and _same_goods(table, [left, right]) else start
    return -1


def _heads_and_prices(block: list[tuple[int, Kind]]) -> bool:
    fields = {field_of(kind) for _, kind in block}
    return bool(fields & HEADS) and bool(fields & {"price", "list_price"})


def field_of(kind: Kind) -> str:
    return kind[0] if isinstance(kind, tuple) else ""


def kind_of(header: str) -> Kind:
    """What a header announces, whatever its number: `Preis 2` like `Preis`; of other words, whether they are packs."""
    found = guess(header)
    if found is None:
        return ("packaging", None, "") if holds_packs(header) else key_of(header)
    price = replace(found.price, index=0) if found.price else None
    return found.field, price, found.label


def _with_name(block: list[tuple[int, Kind]]) -> list[tuple[int, Kind]]:
    """`Nr | Stumpenkerzen | Preis`: beside a number or a unit and a price the one unknown word heads the names."""
    fields = {kind[0] for _, kind in block if isinstance(kind, tuple)}
    unknown = [index for index, kind in block if isinstance(kind, str)]
    nameless = fields & {"article_number", "weak_number", "unit"} and "price" in fields and "name" not in fields
    if not nameless or len(unknown) != 1:
        return block
    return [(index, ("name", None, "") if index in unknown else kind) for index, kind in block]


def _are_words(table: Table, block: list[tuple[int, Kind]]) -> bool:
    """Below an unknown word that may head names no packs and numbers stand: `Sack | Einheit | Preis`."""
    index = next((index for index, kind in block if kind[0] == "name"), -1)
    rows = islice(table.rows(), SAMPLE) if index >= 0 and guess(table.headers[index]) is None else ()
    texts = [text for _, cells in rows if (text := text_of(cell_at(cells, index)))]
    return all(sum(map(str.isalpha, text)) >= 3 and parse_pack(text) is None for text in texts)


def _is_list(block: list[tuple[int, Kind]]) -> bool:
    fields = {kind[0] for _, kind in block if isinstance(kind, tuple)}
    return bool(fields & {"name", "article_number"}) and bool(fields & {"price", "list_price"})


def _shape(block: list[tuple[int, Kind]]) -> list[tuple[int, Kind]]:
    return [(index - block[0][0], kind) for index, kind in block]


def _same_goods(table: Table, blocks: list[list[tuple[int, Kind]]]) -> bool:
    """The same names in both blocks: prices of two customers, of last week and this."""
    names = [next(index for index, kind in block if field_of(kind) in ("name", "article_number")) for block in blocks]
    seen: list[set[str]] = [set() for _ in names]
    for _, cells in table.rows():
        for texts, index in zip(seen, names, strict=True):
            if index < len(cells) and cells[index] != "":
                texts.add(str(cells[index]).strip().casefold())
    return any(len(one & seen[0]) > SAME_GOODS * min(len(one), len(seen[0])) for one in seen[1:])


def titles_of(table: Table, blocks: tuple[View, ...]) -> list[str]:
    """`Brot` and `Kuchen` above the headers of two lists; nothing where not each has exactly one."""
    above = next(islice(table.sheet.rows(), max(0, table.first_header - 2), None), []) if table.first_header > 1 else []
    titles = []
    for left, right in zip(blocks, [*blocks[1:], None], strict=True):
        end = right.columns[0] if right else len(above)
        texts = [text for cell in above[left.columns[0] : end] if (text := text_of(cell))]
        titles.append(texts[0] if len(texts) == 1 else "")
    return titles if all(titles) else [""] * len(blocks)
