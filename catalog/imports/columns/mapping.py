"""Columns to fields: what headers say, corrected by what values look like, overruled by what was decided before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from typing import Any

from catalog.imports.cells.price_rules import INNER
from catalog.imports.cells.state_words import CHECKED, UNCHECKED, yes_or_no
from catalog.imports.cells.values import legend_of
from catalog.imports.cells.views import part_of
from catalog.imports.columns import own_export
from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.corrections import correct_by_values, has, looks_like_prices
from catalog.imports.columns.dealer_prices import QUESTION, settle_dealers
from catalog.imports.columns.drafts import Figures
from catalog.imports.columns.fields import guess
from catalog.imports.columns.memory import Memory
from catalog.imports.columns.naming import find_name, names_alone, sampled
from catalog.imports.columns.own_numbers import settle_numbers
from catalog.imports.columns.plan import MANY, UNUSED, Column, Plan, fingerprint_of, remembered
from catalog.imports.columns.price_columns import settle_prices
from catalog.imports.columns.profile import Profile, profiles_of
from catalog.imports.columns.sections import Sections
from catalog.imports.columns.side_by_side import blocks_of
from catalog.imports.columns.side_tables import leave_second_list, leave_side_tables
from catalog.imports.columns.size_columns import name_sizes, settle_sizes
from catalog.imports.columns.tax_columns import settle_taxes
from catalog.imports.columns.unit_columns import holds_contents, names_units, sells_by
from catalog.imports.language.header_words import holds_packs, measures_something
from catalog.units import unit_of
from tabular import Table, letter, text_of
from tabular.cells import cell_at

COMPARES = re.compile(
    r"(?:€|eur)?\s*(?:je|pro|per|/)\s*(?:100?0?\s*)?(?:kg|kilo|g|l|ltr|liter|ml|stück|stk|m|qm)\.?\Z", re.I
)
PACK_PRICE = re.compile(r"\b(?:ve|vpe|gebinde)[\s-]*preis|preis\s*\(?(?:ve|vpe|gebinde)\b", re.I)
SAMPLE = 400  # rows
ATTRIBUTES = {
    "weight": "",
    "delivery_time": "",
    "keywords": "",
    "gtin_carton": "",
    "manufacturer_number": "",
    "pack_count": "",
}


def propose(table: Table, memory: Memory | None = None) -> Plan:
    """A field for each column, with confidence and reason; nothing is asked of anybody here."""
    headers = list(table.headers)
    blocks = blocks_of(table)
    if blocks:
        table, headers = part_of(table, blocks[0]), headers[: len(blocks[0].columns)]
    drafts = _drafts(headers, profiles_of(table, len(headers), _later_headers(headers)))
    own = own_export.sign_of(headers)
    if own:
        _take_names(drafts, own)
        questions: tuple[str, ...] = ()
    else:
        _take_words(drafts)
        beside = () if blocks else leave_second_list(drafts, table)
        correct_by_values(drafts)
        _explained_rates(drafts, table)
        settle_taxes(drafts)
        name_sizes(drafts, table)
        settle_sizes(drafts, table)
        settle_dealers(drafts, table, memory.answer(fingerprint_of(table.headers), QUESTION) if memory else "")
        questions = beside + (settle_prices(drafts) or _second_price(drafts))
        _price_of_packs(drafts)
        leave_side_tables(drafts)
        _find_missing(drafts)
        _tell_apart(drafts, table)
        settle_numbers(drafts)
        _name_the_rest(drafts)
    _number_doubles(drafts)
    plan = Plan(
        tuple(_columns(drafts)),
        tuple(table.headers),
        questions,
        own,
        _blank_is_offline(table, drafts),
        not own and _is_carried(drafts),
        blocks,
        named_by_content=not own and _content_tells(drafts),
        minus_is_yes=_minus_is_yes(drafts),
    )
    return remembered(plan, memory)


def _later_headers(headers: list[str]) -> Sections:
    """Knows a later header, also one that puts the columns in another order, or names others."""
    price = next((at for at, header in enumerate(headers) if (said := guess(header)) and said.field == "price"), -1)
    return Sections(headers, price)


def _drafts(headers: list[str], profiles: list[Profile]) -> list[Candidate]:
    return [
        Candidate(index, header, profile, guess(header) if header else None)
        for index, (header, profile) in enumerate(zip(headers, profiles, strict=True))
    ]


def _columns(drafts: list[Candidate]) -> Iterable[Column]:
    for draft in drafts:
        if draft.header or draft.field:
            price = draft.guess.price if draft.guess else None
            yield Column(
                draft.index,
                draft.header,
                draft.field,
                round(draft.confidence, 2),
                draft.reason,
                price,
                draft.bound,
                draft.tax,
                _holds(draft),
            )


def _holds(draft: Candidate) -> bool:
    """Whether the column holds values of its kind; a template holds none, or only header words."""
    if draft.field in ("price", "price_gross"):
        return draft.filled and (draft.profile.money > 0.2 or draft.profile.words < 0.9)
    return draft.filled


def _take_names(drafts: list[Candidate], own: str) -> None:
    for draft in drafts:
        if field := own_export.field_of(draft.header, own):
            draft.become(field, 1.0, "own export")
            draft.tax = "net" if field == "price" else None


def _take_words(drafts: list[Candidate]) -> None:
    for draft in drafts:
        if draft.guess:
            draft.become(draft.guess.field, draft.guess.confidence, draft.guess.reason)
            if draft.guess.price:
                draft.bound, draft.tax = draft.guess.price.bound, draft.guess.price.tax


def _explained_rates(drafts: list[Candidate], table: Table) -> None:
    """`St` over 1 and 2 is a tax where the letterhead says `1 = 19 %, 2 = 7 %`."""
    legend = legend_of(list(table.before))
    for draft in drafts:
        open_ = draft.guess is not None and draft.guess.field == "vat_or_unit" and not draft.field
        if open_ and draft.filled and set(draft.profile.texts) <= set(legend) and not has(drafts, "vat_rate"):
            draft.become("vat_rate", 0.9, "values")


def _second_price(drafts: list[Candidate]) -> tuple[str, ...]:
    """Amounts like prices right of the price, under no header: the second half of one that stands over both."""
    price = next((draft for draft in drafts if draft.field == "price" and draft.filled), None)
    beside = drafts[price.index + 1] if price and price.index + 1 < len(drafts) else None
    unnamed = price and beside and beside.filled and not beside.header and looks_like_prices(beside, price)
    return ("several_prices",) if unnamed else ()


def _price_of_packs(drafts: list[Candidate]) -> None:
    """`VE-Preis` beside a unit column is not for that unit, whatever it is, and beside packs for these."""
    packed = has(drafts, "unit") or has(drafts, "packaging")
    for draft in drafts:
        said = draft.guess.price if draft.guess and draft.field == "price" else None
        if said and not said.unit and PACK_PRICE.search(draft.header) and packed:
            draft.guess = replace(draft.guess, price=replace(said, unit="VE"))


def _find_missing(drafts: list[Candidate]) -> None:
    """Columns without a telling header, by their values alone."""
    open_ones = [draft for draft in drafts if not draft.field and draft.profile.filled]
    _name_contents(drafts, open_ones)
    for field, fits in UNNAMED:
        if has(drafts, field):
            continue
        for draft in open_ones:
            if not draft.field and draft.profile.filled >= 2 and fits(draft) and not names_alone(draft, drafts):
                draft.become(field, 0.7, "values")
                break
    if not has(drafts, "name"):
        find_name(drafts)


def _name_contents(drafts: list[Candidate], open_ones: list[Candidate]) -> None:
    """`Flasche` over 250 ml beside `VE`, `Füllung` over 500 g beside a price per jar: what is in one."""
    packed = any(draft.guess and draft.guess.field == "packaging" and draft.filled for draft in drafts)
    prices = (unit_of(draft.price.unit) for draft in drafts if draft.field == "price" and draft.filled and draft.price)
    counted = any(unit is not None and unit.code in INNER for unit in prices)
    for draft in open_ones if packed or counted else ():
        named = holds_packs(draft.header)
        if names_units(draft) and (packed and named or counted and not named and holds_contents(draft)):
            draft.become("content", 0.7, "values")


IN_SEASON = re.compile(r"verf(?:ü|ue)gbar|saison|lieferbar|haltbar|zeitraum|monate?\b|ernte|reife|availab|season", re.I)
UNNAMED: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("gtin", lambda draft: draft.profile.gtin > 0.8),
    ("currency", lambda draft: not draft.header and draft.profile.currencies > 0.9),
    ("packaging", lambda draft: names_units(draft) and holds_packs(draft.header)),
    ("unit", names_units),
    ("unit", sells_by),
)


def _tell_apart(drafts: list[Candidate], table: Table) -> None:
    """Without numbers, what tells rows of one name apart belongs to the name: `Karpfen | lebend`, `Mehl | 550`."""
    names = [draft for draft in drafts if draft.field == "name" and draft.filled]
    numbered = any(has(drafts, field) for field in ("article_number", "weak_number", "name_2", "group_key"))
    if len(names) != 1 or numbered or _content_tells(drafts):
        return
    name = names[0]
    if name.profile.distinct == len(name.profile.texts):
        return
    packed = next((draft for draft in drafts if draft.field in ("unit", "packaging") and _beside(draft, name)), name)
    for draft in drafts:
        lasting = draft.field in ("", "attribute") and not IN_SEASON.search(draft.header)
        tells = lasting and _beside(draft, name) and draft.profile.numeric < 0.5
        rows = zip(name.profile.texts, packed.profile.texts, draft.profile.texts, strict=True) if tells else ()
        apart = tells and len(set(rows)) == len(name.profile.texts)
        measured = measures_something(draft.header) and draft.profile.numeric < 0.5  # timber of `60x120`
        if apart or lasting and (draft.names_types or measured) and _in_all_rows(table, name, packed, draft):
            draft.become("name_2", 0.7, "values")
            return


def _in_all_rows(table: Table, *columns: Candidate) -> bool:
    """Whether these columns together tell all rows of goods apart, be some of their cells empty."""
    rows = (cells for _, cells in islice(table.rows(), SAMPLE) if len(cells) - cells.count("") > 1)
    told = [tuple(text_of(cell_at(cells, one.index)) for one in columns) for cells in rows]
    return len(set(told)) == len(told)


def _content_tells(drafts: list[Candidate]) -> bool:
    """`Espresso | 250 g` above `Espresso | 1000 g`, in a list without numbers."""
    columns = {draft.field: draft for draft in drafts if draft.filled}
    name, content = columns.get("name"), columns.get("content")
    if not name or not content or columns.keys() & {"article_number", "name_2"} or not _beside(content, name):
        return False
    if content.profile.numeric > 0.5:  # `250` says nothing without its unit
        return False
    whole = zip(name.profile.texts, content.profile.texts, strict=True)
    return name.profile.distinct < len(name.profile.texts) == len(set(whole))


def _beside(draft: Candidate, name: Candidate) -> bool:
    return len(draft.profile.texts) == len(name.profile.texts) == draft.profile.filled


def _name_the_rest(drafts: list[Candidate]) -> None:
    """What informs but has no field of its own becomes an attribute under its header."""
    filled = [draft for draft in drafts if draft.profile.filled]
    short = next((draft for draft in filled if draft.field == "short_description"), None)
    if short and not has(drafts, "description"):
        short.become("description")
    price = next((draft for draft in filled if draft.field == "price"), None)
    for draft in filled:
        if draft.field in ATTRIBUTES or draft.field in ("attribute", "short_description", "quantity_text"):
            draft.become("attribute")
        elif not draft.field and draft.header:
            compares = COMPARES.match(draft.header) and draft.profile.money > 0.8
            leaks = price and (compares or looks_like_prices(draft, price))
            draft.become("ignored" if leaks else "attribute", 0.5, "header")
    for draft in drafts:
        if not draft.profile.filled and draft.field in ("attribute", "order_quantity", *ATTRIBUTES):
            draft.become("ignored")


def _number_doubles(drafts: list[Candidate]) -> None:
    """Two columns of one field: the filled one stays, series are numbered, the rest become attributes or nothing."""
    taken: dict[str, Candidate] = {}
    counts: dict[str, int] = {}
    order = sorted(
        drafts,
        key=lambda draft: (not draft.profile.filled, -draft.confidence if draft.field not in MANY else 0, draft.index),
    )
    for draft in order:
        field = draft.field
        if field == "attribute":
            draft.field = _attribute_name(draft, taken)
        elif field in MANY:
            counts[field] = counts.get(field, 0) + 1
            draft.field = field if counts[field] == 1 else f"{field}_{counts[field]}"
        elif field and field not in UNUSED and field in taken:
            draft.become(_second_meaning(draft, taken), 0.5)
        taken[draft.field] = draft


SECOND = {
    "description": "attribute",
    "category": "subcategory",
    "subcategory": "subcategory_2",
    "name": "name_2",
    "name_2": "description",
    "note": "attribute",
    "unit": "packaging",
    "origin": "attribute",
    "quality": "attribute",
    "content": "attribute",
}


def _second_meaning(draft: Candidate, taken: dict[str, Candidate]) -> str:
    if not draft.profile.filled:
        return "ignored"
    second = SECOND.get(draft.field, "ignored")
    if second == "attribute" or second in taken:
        return _attribute_name(draft, taken) if second != "ignored" else "ignored"
    return second


def _attribute_name(draft: Candidate, taken: dict[str, Candidate]) -> str:
    label = (draft.guess.label if draft.guess else "") or draft.header or letter(draft.index)
    label = " ".join(label.split())[:80]
    name = f"attribute:{label}"
    return name if name not in taken else f"attribute:{label} ({letter(draft.index)})"


def _blank_is_offline(table: Table, drafts: list[Candidate]) -> bool:
    """A column that holds only crosses says no where it is empty; so does one with lines for no."""
    online = next((draft for draft in drafts if draft.field == "online" and draft.profile.filled), None)
    if online is None:
        return False
    marks = {text for text in online.profile.texts if text not in UNCHECKED}
    only_marks = UNCHECKED.isdisjoint(online.profile.texts) or marks <= CHECKED | {"x", "X"}
    said = {yes_or_no(text) for text in marks}
    return said == {True} and only_marks and online.profile.filled < 0.95 * sampled(drafts)


def _minus_is_yes(drafts: list[Candidate]) -> bool:
    """Access writes -1 for yes; beside 1 it means something else."""
    said = {text for one in drafts if one.field.startswith(("online", "offline")) for text in one.profile.texts}
    return "-1" in said and "1" not in said


def _is_carried(drafts: list[Candidate]) -> bool:
    """A category that stands only in the first row of its block counts for the rows below."""
    rows = sampled(drafts)
    return any(
        draft.field == "category"
        and 0 < draft.profile.filled < 0.6 * rows
        and draft.profile.distinct == draft.profile.filled
        for draft in drafts
    )


def sample_of(table: Table, plan: Plan, count: int = 5) -> list[tuple[int, list[str]]]:
    """Rows for the mapping page; purchase prices and internal columns are blank there too."""
    rows = []
    for number, cells in table.rows():
        rows.append((number, ["" if index in plan.dropped else _shown(cell) for index, cell in enumerate(cells)]))
        if len(rows) == count:
            break
    return rows


def _shown(cell: Any) -> str:
    return Figures(text_of(cell)) if isinstance(cell, float) else text_of(cell)
