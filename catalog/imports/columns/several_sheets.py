"""One list on several sheets: `Brot`, `Brötchen`, `Kuchen` under the same headings are read as one.

Not where the sheets may be alternatives, as prices of two customers or two years are: then a person says which holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

from catalog.imports.cells.state_words import MONTH
from catalog.imports.cells.views import part_of
from catalog.imports.columns.plan import Plan
from catalog.imports.language.audience import DEALERS, FOR_BUYING, FOR_CONSUMERS, INTERNAL
from catalog.imports.language.name_keys import name_key
from catalog.imports.language.price_words import (
    OLD,
    PROMOTION,
    RETAIL,
    RETAIL_WORDS,
    TRADE,
    YEAR,
    price_header,
    tax_words,
)
from catalog.imports.language.words import words_of
from tabular import Table, Unreadable, join, text_of
from tabular.cells import cell_at

PLAIN_NAME = re.compile(r"(?:tab(?:elle|\.)?|sheet|blatt|table|seite|page|liste|list)\W*\d*\W*(?:\(\d+\))?\Z", re.I)
# of names as words_of folds them: whose prices, or since when
OF_SOME = re.compile(
    rf"\b(?:{TRADE.pattern}|{RETAIL.pattern}|{OLD.pattern}|{PROMOTION.pattern}|kund|customer|firma|filial|abhol|liefer|"
    r"alt\b|old\b|neu\b|new\b|aktuell|stand\b|saison|woche\b|kw\b|zone\b|tarif|staffel|rabatt|stamm)"
)
TO_SOME = re.compile(DEALERS, re.I)
SOME_TIME = re.compile(rf"\b{MONTH}|\d\.\s?\d", re.I)
NO_SIGN = re.compile(r"[^\w€$%*†°+]+|_")
SHARED = 0.1  # of the goods of a sheet that stand on another one as well: more are the same goods at other prices
Read = tuple[Table, Plan]


def group_of(sheet: str) -> str:
    """The group of goods that a sheet's name heads; "" for `Tabelle1`."""
    return "" if PLAIN_NAME.match(sheet.strip()) else " ".join(sheet.split())[:120]


def same_columns(one: Table, other: Table) -> bool:
    """The same headings in the same order."""
    return _line(one) == _line(other)


def _line(table: Table) -> list[str]:
    """Its headings, whatever their blanks, hyphens and case; a mark of a footnote says something."""
    keys = [NO_SIGN.sub("", header.casefold()) for header in table.headers]
    return keys[: max((at for at, key in enumerate(keys, 1) if key), default=0)]


def joined(lists: Sequence[Read], propose: Callable[[Table], Plan]) -> Read | None:
    """The sheets as one list with its columns; None where they may be something else."""
    if any(plan.questions or plan.own_export for _, plan in lists):
        return None
    if _are_alternatives([table.sheet.name for table, _ in lists]):
        return None
    if _same_goods(lists) or (table := join([table for table, _ in lists])) is None:
        return None
    plan = propose(table)
    return (table, plan) if all(_agrees(own, plan) for _, own in lists) else None


def two_tables(tables: Iterable[Table]) -> Unreadable:
    """Each of several sheets may be the list: a person says which."""
    return Unreadable("two_tables", tables=[(one.sheet.name, one.main_header, one.filled) for one in tables])


def _are_alternatives(names: list[str]) -> bool:
    """Whether a sheet's name says whose prices it holds, or, what not all names say, which ones or from when."""
    if any(OF_SOME.search(" ".join(words_of(name))) or TO_SOME.search(name) for name in names):
        return True
    shared = set.intersection(*(set(name.casefold().split()) for name in names))  # `Preise Brot`, `Preise Kuchen`
    return any(_tells(" ".join(word for word in name.split() if word.casefold() not in shared)) for name in names)


def _tells(name: str) -> bool:
    """Net or gross, `EK` or `UVP`, a year, a season: lists of the same goods may differ so."""
    if price_header(name) or tax_words(name) or not RETAIL_WORDS.isdisjoint(words_of(name)):
        return True
    return any(said.search(name) for said in (YEAR, SOME_TIME, FOR_BUYING, FOR_CONSUMERS, INTERNAL))


def _agrees(own: Plan, whole: Plan) -> bool:
    """Whether a sheet's columns mean together with the others what they mean alone."""
    if whole.questions or (own.blank_is_offline, own.minus_is_yes) != (whole.blank_is_offline, whole.minus_is_yes):
        return False
    meant = {one.index: (one.field, one.tax, one.bound, one.price) for one in whole.columns}
    filled = {one.index: (one.field, one.tax, one.bound, one.price) for one in own.columns if one.filled}
    return own.blocks == whole.blocks and filled.items() <= meant.items()


def _same_goods(lists: Iterable[Read]) -> bool:
    """Numbers or names that stand on two sheets, more than may happen by chance."""
    kinds = (("article_number",), ("name", "name_2"))
    found = [[_keys(table, plan, fields) for fields in kinds] for table, plan in lists]
    return any(
        len(first & second) > max(1, SHARED * min(len(first), len(second)))
        for one, other in combinations(found, 2)
        for first, second in zip(one, other, strict=True)
    )


def _keys(table: Table, plan: Plan, fields: Sequence[str]) -> set[str]:
    where = [index for field in fields if (index := plan.index(field)) >= 0]
    price = plan.index("price")
    lists: list[Table] = [part_of(table, view) for view in plan.blocks] or [table]
    rows = (cells for one in lists for _, cells in one.rows() if cell_at(cells, price) != "")
    texts = (" ".join(text_of(cell_at(cells, at)) for at in where) for cells in rows)
    return {key for text in texts if text and (key := name_key(text))}
