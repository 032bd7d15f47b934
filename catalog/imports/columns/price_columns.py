"""Which of several price columns is the price. What cannot be decided becomes a question, never a guess."""

from __future__ import annotations

import re
from datetime import date

from catalog.imports.cells.values import rates_in
from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.dealer_prices import QUESTION as DEALERS_QUESTION
from catalog.imports.columns.short_headers import is_bound, price_without_words, settle_short
from catalog.imports.columns.step_bounds import bounds_of_ends, bounds_of_series, price_of_one
from catalog.imports.columns.step_discounts import leave_out_discounts
from catalog.imports.language.header_parts import always_on_top, step_counted
from catalog.imports.language.price_words import is_only_money, names_somebody
from catalog.imports.language.words import key_of
from catalog.units import is_measure, unit_of

TYPES = {
    "netcustomer": ("price", "net"),
    "netlist": ("list_price", "net"),
    "groslist": ("list_price", "gross"),
    "grosslist": ("list_price", "gross"),
    "nrp": ("rrp", "gross"),
    "netcustomerexp": ("ignored", None),
}
WHOLESALE = re.compile(r"wholesale|gro(?:ß|ss)handel", re.I)
PAIRED = ("vat_rate", "currency", "valid_from", "valid_to", "price_factor", "price_quantity")


def settle_prices(candidates: list[Candidate]) -> tuple[str, ...]:
    """Give every price column its role; returns the questions that hold back all prices."""
    _apply_types(candidates)
    settle_short(candidates)
    bounds_of_series(candidates)
    prices = [one for one in candidates if one.field in ("price", "step_price") and one.filled]
    for one in candidates:
        if one.field in ("price", "step_price") and not one.filled:
            one.become("ignored")
    prices = _euro_only(prices)
    prices = leave_out_discounts(_without_copies(_without_zeros(prices)))
    doubts = bounds_of_ends(prices)
    rest, more = _settle_steps(candidates, prices)
    doubts += more
    current = _of_today(rest)
    if rest and not current:
        questions = _not_of_today(rest)
    else:
        questions = _settle_rest(candidates, _of_everybody(candidates, current))
    questions = questions or doubts
    questions = (questions or _discounted(candidates)) + _perhaps_dealers(candidates)
    _settle_surcharges(candidates)
    _follow_the_price(candidates)
    return questions


def _settle_surcharges(candidates: list[Candidate]) -> None:
    """What a print or another size costs more informs; what is always on top is asked about."""
    for one in candidates:
        if one.field == "surcharge" and not one.profile.share(lambda cell, text: text.strip("0,.% -€")):
            one.become("ignored")
        elif one.field == "surcharge" and not always_on_top(one.header):
            one.become("attribute")


def _discounted(candidates: list[Candidate]) -> tuple[str, ...]:
    """A price, a discount and no list price: nobody knows whether the discount is still to come off."""
    discounts = [one for one in candidates if one.field == "discount"]
    open_ones = [one for one in discounts if one.profile.share(lambda cell, text: text.strip("0,.% -"))]
    before = any(one.field in ("list_price", "old_price", "rrp") and one.filled for one in candidates)
    for one in discounts:
        one.become("internal")
    return ("price_column_unclear",) if open_ones and not before else ()


def _apply_types(candidates: list[Candidate]) -> None:
    """`price_type1 = net_list` says what `price_amount1` is."""
    for kind in [one for one in candidates if one.field == "price_type"]:
        texts = {text.casefold().replace("_", "") for text in kind.profile.texts}
        role = TYPES.get(next(iter(texts))) if len(texts) == 1 else None
        for price in candidates:
            if role and price.field == "price" and price.series == kind.series:
                price.become(role[0], 0.95, "values")
                price.tax = role[1]
                _drop_bound(candidates, price)
        kind.become("ignored")


def _drop_bound(candidates: list[Candidate], price: Candidate) -> None:
    if price.field == "price":
        return
    for one in candidates:
        if one.field == "step_bound" and one.series == price.series:
            one.become("ignored")


def _euro_only(prices: list[Candidate]) -> list[Candidate]:
    """Columns in another currency are left out where there is one in euro; steps are in that of their price."""
    euro = any(not one.price.currency and not one.bound for one in prices)
    for one in prices:
        if euro and one.price.currency:
            one.become("ignored")
    return [one for one in prices if not (euro and one.price.currency)]


def _without_zeros(prices: list[Candidate]) -> list[Candidate]:
    """Shops keep columns for groups of customers that have no price of their own."""
    stated = [one for one in prices if one.profile.share(lambda cell, text: text.strip("0., €-"))]
    for one in prices:
        if stated and one not in stated:
            one.become("ignored")
    return stated or prices


def _without_copies(prices: list[Candidate]) -> list[Candidate]:
    """A second column with the same header meaning and the same values is no second price."""
    kept: list[Candidate] = []
    for one in prices:
        twin = any(
            one.profile.texts == other.profile.texts and one.tax == other.tax and one.bound == other.bound
            for other in kept
        )
        if twin and one.price.unit == kept[0].price.unit:
            one.become("ignored")
        else:
            kept.append(one)
    return kept


def _settle_steps(candidates: list[Candidate], prices: list[Candidate]) -> tuple[list[Candidate], tuple[str, ...]]:
    """Steps in columns: bounds in headers (`ab 10`) or beside (`Menge 2`, `Preis 2`); the other prices, and doubts."""
    bounds = {one.series: one for one in candidates if one.field == "step_bound" and one.filled}
    for one in candidates:
        if one.field == "step_bound" and not one.filled:
            one.become("ignored")
    bounded = sorted((one for one in prices if one.bound), key=lambda one: one.bound)
    paired = [
        one
        for one in prices
        if not one.bound and one.series in bounds and (one.series or len(bounds) == 1 < len(prices))
    ]
    doubts: tuple[str, ...] = ()
    if len(paired) == 1 and len(prices) == 1:
        doubts = _quantity_of_one(paired[0], bounds)
        paired = []
    rest = [one for one in prices if one not in bounded and one not in paired]
    if paired:
        rest = _settle_pairs(candidates, paired, bounds, rest)
    rest, more = _settle_bounded(candidates, bounded, rest)
    return rest, doubts + more


def _quantity_of_one(price: Candidate, bounds: dict[int, Candidate]) -> tuple[str, ...]:
    """`Preis1Menge` 100 without a second price: from a hundred, or for a hundred?"""
    bound = bounds[price.series]
    return ("price_column_unclear",) if step_counted(bound.header) and set(bound.profile.texts) - {"1"} else ()


def _settle_pairs(
    candidates: list[Candidate], paired: list[Candidate], bounds: dict[int, Candidate], rest: list[Candidate]
) -> list[Candidate]:
    paired.sort(key=lambda one: one.series)
    if not rest:
        first = paired.pop(0)
        rest = [first]
        has_minimum = any(one.field == "minimum" and one.filled for one in candidates)
        bounds[first.series].become("ignored" if has_minimum else "minimum", 0.9, "values")
    for one in paired:
        one.become("step_price")
        bounds[one.series].become("step_bound")
    return rest


def _settle_bounded(
    candidates: list[Candidate], bounded: list[Candidate], rest: list[Candidate]
) -> tuple[list[Candidate], tuple[str, ...]]:
    doubts: tuple[str, ...] = ()
    if _is_of_others(rest, bounded):
        rest.pop().become("rrp")
    if bounded and not rest:
        one, doubts = price_of_one(candidates, bounded)
        if one:
            one.become("price", 0.85, "values")
        rest = [one or bounded.pop(0)]
    for one in bounded:
        one.become("step_price")
    return rest, doubts


def _is_of_others(rest: list[Candidate], bounded: list[Candidate]) -> bool:
    """`Ab-Hof-Preis brutto | netto ab 6 | netto ab 60`: what consumers pay for one is no price of those who buy net."""
    alone = len(rest) == 1 and rest[0].tax == "gross" and bool(bounded) and bounded[0].bound > 1
    return alone and all(one.tax == "net" for one in bounded)


def _settle_rest(candidates: list[Candidate], rest: list[Candidate]) -> tuple[str, ...]:
    rest = _newest(rest)
    for one in rest:
        if one.field == "step_price":
            one.become("price")
    if not rest or _only_compares(candidates, rest):
        return _substitute(candidates)
    for narrow in (_per_rate, _per_unit, _trade_only):
        rest = narrow(rest) if len(rest) > 1 else rest
    if len(rest) > 1 and _net_and_gross(rest):
        return ()
    if len(rest) == 1:
        rest[0].become("price")
        return ()
    rest[0].become("price", 0.5)
    for one in rest[1:]:
        one.become("ignored", 0.3)
    return ("several_prices",)


def _of_today(rest: list[Candidate]) -> list[Candidate]:
    """Without the columns whose prices begin later or have ended, as their headers say."""
    today = date.today()
    kept = []
    for one in rest:
        starts = one.price.starts or (date(one.price.year, 1, 1) if one.price.year and not one.price.ends else today)
        if starts > today or (one.price.ends or today) < today:
            one.become("old_price")
        else:
            kept.append(one)
    return kept


def _of_everybody(candidates: list[Candidate], rest: list[Candidate]) -> list[Candidate]:
    """`Listenpreis | Preis Kowalski netto`: perhaps what one customer has agreed, which no other may see."""
    listed = any(one.field == "list_price" and one.filled for one in candidates)
    if not listed or not all(names_somebody(one.header) for one in rest):
        return rest
    for one in rest:
        one.become("unclear_price", 0.4)
    return []


def _only_compares(candidates: list[Candidate], rest: list[Candidate]) -> bool:
    """Beside a column that may be the trade price, one per litre or kilogram compares bottles and jars."""
    doubtful = any(one.field in ("unclear_price", DEALERS_QUESTION) and one.filled for one in candidates)
    measured = all(one.price.unit and (unit := unit_of(one.price.unit)) and is_measure(unit) for one in rest)
    if doubtful and measured:
        for one in rest:
            one.become("base_price")
    return doubtful and measured


def _not_of_today(prices: list[Candidate]) -> tuple[str, ...]:
    """No column holds today's price: a person says which one counts."""
    prices[0].become("price", 0.5)
    return ("price_column_unclear",)


def _newest(rest: list[Candidate]) -> list[Candidate]:
    """`Preis 2025`, `Preis 2026`: the later year; a price without one is today's."""
    latest = max((one.price.year or date.today().year for one in rest), default=0)
    for one in rest:
        if one.price.year and one.price.year < latest:
            one.become("old_price")
    return [one for one in rest if one.field != "old_price"]


def _per_rate(rest: list[Candidate]) -> list[Candidate]:
    """`netto (7 % MwSt.) | netto (19 % MwSt.)`: the rate of a row is that of the column in which its price stands."""
    rates = [rates_in(one.header) for one in rest]
    if any(len(said) != 1 for said in rates) or len(set(map(frozenset, rates))) < len(rest):
        return rest
    for one in rest[1:]:
        one.become("unit_price")
    return rest[:1]


def _per_unit(rest: list[Candidate]) -> list[Candidate]:
    """A price per kilogram beside a plain price compares; several such are alternatives, decided row by row.

    Beside `Rolle 100 m €` nobody knows what a plain price is for.
    """
    per = [one for one in rest if one.price.unit]
    plain = [one for one in rest if not one.price.unit]
    if not per:
        return rest
    if plain and not any(one.price.pack for one in per) and not any(is_only_money(one.header) for one in plain):
        for one in per:
            one.become("base_price")
        return plain
    if plain:
        return rest
    units = {one.price.unit.casefold().rstrip(".") for one in per}
    if len(units) < len(per):
        return rest
    for one in per[1:]:
        one.become("unit_price")
    return per[:1]


def _trade_only(rest: list[Candidate]) -> list[Candidate]:
    """The price for trade customers is the one of this market."""
    trade = [one for one in rest if one.price.trade]
    if len(trade) != 1 or WHOLESALE.search(trade[0].header):  # what a shop pays, or what it asks
        return rest
    for one in rest:
        if one is not trade[0]:
            one.become("ignored")
    return trade


def _net_and_gross(rest: list[Candidate]) -> bool:
    """One net and one gross column are one price, said twice."""
    net = [one for one in rest if one.tax == "net"]
    gross = [one for one in rest if one.tax == "gross"]
    silent = [one for one in rest if one.tax is None]
    if len(rest) != 2 or len(net) > 1 or len(gross) > 1 or len(silent) > 1:
        return False
    if silent and gross:
        net, silent[0].tax = silent, "net?"
    elif silent and net:
        gross, silent[0].tax = silent, "gross?"
    net[0].become("price")
    gross[0].become("price_gross")
    return True


def _perhaps_dealers(candidates: list[Candidate]) -> tuple[str, ...]:
    """Asked about, and until then dropped: nobody sees what may be the house's own."""
    for one in candidates:
        if one.field == DEALERS_QUESTION:
            one.become("purchase_price", 0.4)
            return (DEALERS_QUESTION,)
    return ()


def _substitute(candidates: list[Candidate]) -> tuple[str, ...]:
    """No column is plainly the selling price: take a list price, ask about anything else."""
    if asked := _perhaps_dealers(candidates):
        return asked
    for field in ("list_price", "unclear_price", "rrp", "total", "promotion_price"):
        found = [one for one in candidates if one.field == field and one.filled]
        if found:
            rivals = [one for one in candidates if one.field == "unclear_price" and one.filled]
            is_clear = field == "list_price" and not rivals or _is_condition(found, candidates)
            if field == "rrp" and is_bound(found, candidates):
                is_clear, found[0].tax = True, found[0].tax or "gross"
            found[0].become("price", 0.8 if is_clear else 0.4)
            return () if is_clear else ("price_column_unclear",)
    return price_without_words(candidates)


def _is_condition(totals: list[Candidate], candidates: list[Candidate]) -> bool:
    """`Betrag | pro | ME`, as SAP writes its price conditions; beside a quantity it may be the sum of an order."""
    there = {one.field for one in candidates if one.filled}
    amount = key_of(totals[0].header).removesuffix("eur").removesuffix("netto")
    return (
        amount in ("betrag", "konditionsbetrag", "kbetrag")
        and {"price_quantity", "unit"} <= there
        and not there & {"quantity", "order_quantity"}
        and len(totals) == 1
    )


def _follow_the_price(candidates: list[Candidate]) -> None:
    """Of `Steuer`, `Steuer2`, `Steuer3` the one that belongs to the chosen price."""
    price = next((one for one in candidates if one.field == "price"), None)
    series = price.series if price else 0
    for field in PAIRED:
        group = [one for one in candidates if one.field == field]
        if len(group) < 2:
            continue
        filled = [one for one in group if one.filled] or group
        chosen = min(
            filled,
            key=lambda one: (
                one.series != series,
                one.series != 0,
                field == "vat_rate" and one.profile.rates < 0.5,
                one.index,
            ),
        )
        for one in group:
            if one is not chosen:
                one.become("ignored")
