"""From the amounts of a row to one net price per quantity of the order unit; exact, or a rule why not."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from catalog.imports.cells.packaging import OUTER, Pack
from catalog.units import UNITS, convert, is_measure, unit_of
from catalog.vat import RATES

FOUR = Decimal("0.0001")
MOST_QUANTITY = 100_000
LIMIT = Decimal("99999999.9999")


class Per(NamedTuple):
    """A price's own reference: so many of this unit; unit "" where only the order unit can be meant."""

    quantity: int = 1
    unit: str = ""


class Priced(NamedTuple):
    """`price` per `quantity` of `unit`; or a rule. `converted` where another unit was calculated from."""

    price: Decimal | None
    quantity: int = 1
    unit: str = ""
    rule: str | None = None
    converted: bool = False


INNER = {"H87", "C62", "XBO", "XJR", "XCX", "XCU", "XTU"}  # what `6 x 0,75 l` may be six of
BUNCHES = {"XBE", "XBH", "XPT"}  # and a `10er Kiste` ten of
PACK_WORDS = "ve vpe vp gebinde geb verpackung verpackungseinheit packeinheit kolli kollo colli"
ANY_PACK = frozenset(PACK_WORDS.split())


def whole_pack(word: str, pack: Pack | None, *, sold_as_pack: bool = False, named: str = "") -> str:
    """The unit that a price names; `Preis/VE` means the row's own crate or carton, whatever that is.

    `sold_as_pack`: the row's unit stands in a column of packs, so that `10 kg` there is the pack that is meant.
    `named`: the unit in that column's header, `Flasche` over 0,25 l.
    """
    unit = unit_of(word)
    if pack is None:
        return unit.code if unit else ""
    is_any = word.casefold().strip(" .") in ANY_PACK
    if is_any and named in INNER and pack.unit in INNER:
        return "XPK"  # `Flasche` over 250 ml is what is in the pack
    if is_any and (sold_as_pack or UNITS[pack.unit].kind == "pack"):
        return pack.unit
    if unit is None:
        return ""
    crate = pack.unit == "XPK" and pack.pieces and unit.kind == "pack" and unit.code not in INNER
    if crate or sold_as_pack and unit.code == "XPK" or unit.code == named and pack.content is not None:
        return pack.unit
    return unit.code


@lru_cache(maxsize=8192)
def settle(amount: Decimal, per: Per, pack: Pack | None) -> Priced:
    """Bring the price's reference and the order unit together: €/kg for a sack of 25 kg, €/100 g for loose goods."""
    if pack is None:
        return Priced(amount, per.quantity, per.unit) if per.unit else Priced(None, rule="unit_missing")
    many = UNITS[per.unit] if per.unit else None
    if many and many.kind == "pack" and many.factor > 1 and many.code != pack.unit:  # a dozen, a hundred
        per = Per(per.quantity * int(many.factor), "H87")
    if not per.unit or _same(per.unit, pack.unit) or _is_piece(per.unit, pack):
        of_one = per.unit and per.quantity == 1 and pack.quantity > 1  # `€/Stk` beside `100 Stk`
        quantity = 0 if of_one else _agreed(per.quantity, pack.quantity)
        return Priced(amount, quantity, pack.unit) if quantity else Priced(None, rule="price_quantity_unclear")
    if pack.about and UNITS[per.unit].kind == "mass":
        return Priced(amount, per.quantity, per.unit)  # `Laib ca. 4 kg` for 18,50 a kilogram is sold by weight
    factor = _how_many(pack, per.unit)
    if factor is None:
        return Priced(None, rule="price_unit_differs")
    return Priced(amount * factor / per.quantity, 1, pack.unit, converted=True)


def _same(one: str, other: str) -> bool:
    pieces = {"H87", "C62", "NAR"}
    return one == other or (one in pieces and other in pieces)


def _is_piece(unit: str, pack: Pack) -> bool:
    """`Becher 200 g` for 1,95 €/Stk is the piece; in a bag or a bucket may be many."""
    filled = pack.content_unit is not None and is_measure(UNITS[pack.content_unit])
    return unit == "H87" and pack.unit in INNER and filled and pack.pieces < 2


def _agreed(one: int, other: int) -> int:
    """Header, cell and column may all name the quantity, if they name the same."""
    if one in (0, 1) or other in (0, 1):
        return max(one, other, 1)
    return one if one == other else 0


def _how_many(pack: Pack, unit: str) -> Decimal | None:
    """How many of the price's unit are in one order unit; None where that is not exact."""
    wanted, order = UNITS[unit], UNITS[pack.unit]
    if is_measure(order) and (factor := convert(Decimal(1), order, wanted)) is not None:
        return factor
    if unit == "H87" and order.kind == "pack" and order.factor > 1:
        return order.factor  # a dozen, a hundred
    known = is_measure(UNITS[pack.content_unit or "H87"]) or pack.content == pack.pieces
    if pack.pieces and unit in INNER and pack.unit not in INNER and known:
        return Decimal(pack.pieces)
    if pack.content is None or pack.content_unit is None or pack.pieces and not is_measure(UNITS[pack.content_unit]):
        return None  # of `24 x 100 St.`, a price per piece may mean either
    counted = pack.content_unit == "H87" and pack.unit in OUTER and unit in INNER | BUNCHES  # `12er Kiste`, €/Flasche
    if counted or _same(pack.content_unit, unit):
        return pack.content
    return convert(pack.content, UNITS[pack.content_unit], wanted)


@lru_cache(maxsize=8192)
def net_of(amount: Decimal, rate: Decimal) -> Decimal:
    """Net out of a gross amount, to four decimals."""
    return (amount * 100 / (100 + rate)).quantize(FOUR, ROUND_HALF_UP)


@lru_cache(maxsize=8192)
def fitted(amount: Decimal, quantity: int) -> tuple[Decimal, int]:
    """Four decimals; a stated price with up to seven keeps them by speaking of 100 or 1000 pieces."""
    decimals = -int(amount.normalize().as_tuple().exponent)
    if 4 < decimals <= 7 and quantity == 1:
        factor = 100 if decimals <= 6 else 1000
        return four(amount * factor), factor
    return four(amount), quantity


def four(amount: Decimal) -> Decimal:
    """As finely as a price is kept."""
    return amount.quantize(FOUR, ROUND_HALF_UP)


def rates_by_amount(price: Decimal, tax: Decimal, kind: str | None) -> set[Decimal]:
    """The VAT rates for which `tax` is what is on or in `price`, to the cent; `kind` net, gross or None for either."""
    bases = {"net": [price], "gross": [price - tax]}.get(kind or "", [price, price - tax])
    slack = Decimal("0.0051")
    return {rate for rate in RATES for base in bases if rate and base > 0 and abs(base * rate / 100 - tax) <= slack}


def ratio_fits(net: Decimal, gross: Decimal, rate: Decimal | None) -> bool:
    """Whether gross is net plus VAT, to the cent that lists round to; the row's rate if known, else any."""
    rates = [rate] if rate is not None else [Decimal(19), Decimal(7), Decimal(0)]
    slack = Decimal("0.0101") + max(net, gross) * Decimal("0.0005")
    return any(abs(net * (100 + one) / 100 - gross) <= slack for one in rates)
