"""One price for each size: `Artikel | 250 g | 500 g | 1 kg` becomes an article per size."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from catalog.imports.cells.money import parse_price
from catalog.imports.cells.numbers import sign_of
from catalog.imports.cells.views import View
from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.drafts import Entry
from catalog.imports.columns.fields import MADE, RUN, SIZED, Guess
from catalog.imports.columns.plan import Plan
from catalog.imports.language.price_words import price_header
from catalog.imports.language.spelling import with_umlauts
from catalog.imports.language.words import key_of
from catalog.units import unit_of
from tabular import Table, text_of
from tabular.cells import Cell

SIZE = re.compile(rf"(?<![\d.,]){SIZED}\b\.?", re.I)
EACH = re.compile(r"\b(?:je|pro|per|à)\b|/", re.I)
SMALL = {"g", "gr", "gramm", "ml"}  # of which nobody sells thousandths
GROUPED = re.compile(r"\d{1,3}\.\d{3}")
RISES, NEVER_DEARER, PROPORTIONAL = 0.9, 1.25, 0.02
REFERENCES = ("1", "100", "1000")
OF_PRICES = re.compile(r"preis|price|netto|brutto|€|\beur", re.I)
CHART = re.compile(r"(?:größen|maß)-?(?:tabelle|übersicht)|size (?:chart|guide)", re.I)
COUNT = re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)")
OF_PIECES = re.compile(r"auflage|stück|\bstk|exemplar|druck|\bpcs\b|pieces", re.I)
LEAST_DECIMALS = 0.3  # of the cells: `Preis | XXL` over what it costs, not over the stock
ONE_LETTER = re.compile(r"[sml]", re.I)
LETTERED = re.compile(r"x+[sl]|\dxl", re.I)
LETTERS = ["xxxs", "xxs", "xs", "s", "m", "l", *("x" * many + "l" for many in range(1, 7))]


def size_in(header: str) -> str:
    """`250 g` in `Preis netto 250 g` and in `250g`; "" where the header says something else beside."""
    header = with_umlauts(header)
    if run := RUN.match(header) or COUNT.fullmatch(header):
        return f"{run[1].replace('.', '')} Stück"
    if made := MADE.fullmatch(header):
        return _made(made)
    if ONE_LETTER.fullmatch(header):
        return f"Größe {header}"
    found = SIZE.findall(header)
    if len(found) != 1:
        return ""
    (number, word), rest = found[0], SIZE.sub(" ", header).strip(" /()-:€")
    if counts_pieces(word) and EACH.search(rest):  # `Preis je 100 Stück` names no run
        return ""
    if counts_pieces(word) or word.casefold() in SMALL and GROUPED.fullmatch(number):
        number = number.replace(".", "")
    plain = not rest or unit_of(rest) is not None or key_of(rest) in ("je", "pro", "eur", "a", "auflage")
    price = None if plain else price_header(rest)
    return f"{number} {word}" if plain or (price and price.role == "price") else ""


def _made(made: re.Match[str]) -> str:
    """`2 cm`, `Größe XL`, `Größe XS-XL`."""
    if made["measure"]:
        return re.sub(r"\s*([cm]m)\Z", r" \1", made["measure"])
    size = "".join(re.sub(r"\A(größe|gr\.)", "", made["letters"], flags=re.I).split())
    return f"Größe {size}"


def counts_pieces(size: str) -> bool:
    """`100 Stück`: what a printer asks for a whole run."""
    unit = unit_of(size.split()[-1]) if size else None
    return unit is not None and unit.kind == "piece"


def measures_one(size: str) -> bool:
    """`2 cm`, `Größe XL`: how large one is; it tells articles apart, and nothing of what is in them."""
    return MADE.fullmatch(size) is not None


def name_sizes(drafts: list[Candidate], table: Table) -> None:
    """`Produkt | 250 | 500 | 1.000`: pieces, where the list speaks of some; `S | M | L` beside `XL`."""
    pieces = any(map(OF_PIECES.search, (table.sheet.name, *table.before, *table.headers)))
    clothes = any(LETTERED.fullmatch(draft.header) for draft in drafts)
    for draft in drafts:
        counted, lettered = COUNT.fullmatch(draft.header), ONE_LETTER.fullmatch(draft.header)
        if draft.filled and not draft.guess and (pieces and counted or clothes and lettered):
            draft.guess = Guess("size", 0.9, "values")
            draft.become("size", 0.9)


def settle_sizes(drafts: list[Candidate], table: Table) -> None:
    """Columns that are named after sizes and hold prices: the first becomes the price, the others go with it."""
    prices = [draft for draft in drafts if draft.field in ("size", "price") and draft.filled]
    sized = [draft for draft in prices if size_in(draft.header)]
    others = [draft for draft in prices if draft not in sized and not draft.price.unit]
    distinct = len({size_in(draft.header) for draft in sized}) == len(sized) > 1
    larger = [one for one in sized if LETTERED.fullmatch(one.header) and one.profile.decimals > LEAST_DECIMALS]
    if others and (distinct and _are_prices(sized, table) or larger):
        for draft in sized:  # a price, and prices by size beside it: which counts?
            draft.become("price", 0.5)
        return
    if distinct and _are_prices(sized, table):
        for draft in prices:
            draft.become("size_price" if draft in sized else "base_price", 0.9, "values")
        for draft in sized:
            _forget_reference(draft)
        sized[0].become("price")
        return
    for draft in drafts:
        if draft.field == "size":
            draft.become("", 0.0)


def _forget_reference(draft: Candidate) -> None:
    """`Preis/250 g` names the size here, for which each column has its own price."""
    if draft.guess and draft.guess.price:
        draft.guess = replace(draft.guess, price=replace(draft.guess.price, unit="", quantity=0, pack=""))


def _are_prices(sized: list[Candidate], table: Table) -> bool:
    """Dearer with the size, but not by more than the size; and not one price per 100 g and per kilogram.

    Prices of runs are dearer in each row: what one piece costs never rises with their number.
    """
    taxes = {draft.guess.price.tax for draft in sized if draft.guess and draft.guess.price}
    if any(draft.profile.money < 0.5 for draft in sized) or len(taxes) > 1:
        return False
    if any(measures_one(size_in(draft.header)) for draft in sized) and not _speaks_of_prices(table):
        return False
    ratios = _ratios(sized, table)
    if any(counts_pieces(size_in(draft.header)) for draft in sized):
        return bool(ratios) and all(1 < dearer <= larger * NEVER_DEARER for dearer, larger in ratios)
    fitting = sum(1 <= dearer <= larger * NEVER_DEARER for dearer, larger in ratios)
    even = sum(abs(dearer / larger - 1) <= PROPORTIONAL for dearer, larger in ratios)
    reference = all(size_in(draft.header).split()[0] in REFERENCES for draft in sized)
    return fitting >= RISES * len(ratios) and not (reference and even >= RISES * len(ratios))


def _speaks_of_prices(table: Table) -> bool:
    """A chart of sizes in centimetres and the stock of each size look like prices."""
    texts = (table.sheet.name, *table.before, *table.headers)
    return any(map(OF_PRICES.search, texts)) and not any(map(CHART.search, texts))


def _ratios(sized: list[Candidate], table: Table) -> list[tuple[float, float]]:
    """(price to price, size to size) of the neighbouring sizes of each row."""
    sign = sign_of(text for draft in sized for text in draft.profile.texts)
    columns = sorted((base, draft.index) for draft in sized if (base := _base(size_in(draft.header))))
    found = []
    for _, cells in table.rows():
        row = [
            (base, float(value))
            for base, index in columns
            if index < len(cells) and cells[index] != "" and (value := parse_price(cells[index], sign).value)
        ]
        found += [(dear / cheap, large / small) for (small, cheap), (large, dear) in pairwise(row)]
    return found


def _largest(letters: str) -> str:
    """XS-3XL → xxxl."""
    last = re.split("[-–]", letters.casefold())[-1]
    return "x" * int(last[0]) + "l" if last[0].isdigit() else last


def _base(size: str) -> float:
    """`250 g` in kilograms or litres, `2 cm` in metres, `Größe M` by its place."""
    number, word = size.split()
    if not number[0].isdigit():
        return float(word) if word.isdigit() else 1.0 + LETTERS.index(_largest(word))
    unit = unit_of(word)
    return float(number.replace(",", ".")) * float(unit.factor) if unit else 0.0


def spread(entry: Entry, plan: Plan, sizes: list[View]) -> Iterator[Entry]:
    """One entry for each size that has a price, with the size in name, number and content."""
    cells, more = entry.cells[0], entry.cells[1:]
    own = [view for view in sizes if view.columns[-1] < len(cells) and cells[view.columns[-1]] != ""]
    own = [view for view in own if text_of(cells[view.columns[-1]]).strip("-–— ")] or own  # others it is not made in
    if not own:
        yield entry
    for view in own:
        yield Entry(entry.rows, (_sized(cells, plan, view, sizes), *more), entry.group, view=view, basis=entry.basis)


def _sized(cells: list[Cell], plan: Plan, view: View, sizes: list[View]) -> list[Cell]:
    width = len(plan.headers)
    content = "" if measures_one(view.size) else view.size
    row = [*cells[:width], *[""] * (width - len(cells)), content, *cells[width:]]
    for other in sizes:
        row[other.columns[-1]] = ""
    row[plan.index("price")] = cells[view.columns[-1]]
    name, number = plan.index("name"), plan.index("article_number")
    if name >= 0 and row[name] != "":
        row[name] = f"{text_of(row[name])} {view.size}"
    if number >= 0 and row[number] != "":
        row[number] = f"{text_of(row[number])}-{view.size.replace(' ', '')}"
    return row


def sizes_of(plan: Plan) -> list[View]:
    """One view for each size of a plan whose price columns are sizes."""
    price, others = plan.column("price"), plan.numbered("size_price")
    if not price or not others or not size_in(price.header):
        return []
    width = range(len(plan.headers))
    return [
        View((*(one.index if index == price.index else index for index in width), one.index), size_in(one.header))
        for one in (price, *others)
    ]
