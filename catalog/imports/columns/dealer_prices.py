"""`EK` beside `UVP`: what the producer pays, which must not leave his house, or what his dealers pay.

It is the dealers' price where the list addresses them, asks no other price than one for their customers, and that is
the higher one. What he pays himself is dropped wherever a price of his own stands beside. Else he is asked once.
"""

from __future__ import annotations

from itertools import islice

from catalog.imports.cells.money import parse_price
from catalog.imports.cells.numbers import DecimalSign
from catalog.imports.columns.candidates import Candidate
from catalog.imports.language.audience import INTERNAL, addresses_dealers
from catalog.imports.language.header_words import is_internal
from catalog.imports.language.price_words import PLAIN_WORDS, is_for_dealers
from catalog.imports.language.words import words_of
from catalog.units import is_measure, unit_of
from tabular import Table

QUESTION, DEALERS, OWN = "dealers_price", "dealers", "own"
EK_WORDS = "ek eks ekp ekn eknetto nettoek netek ekpreis ekpreise ekpr einkaufspreis einkaufspreise"
EK = frozenset(EK_WORDS.split())
BESIDE_EK = PLAIN_WORDS | {"preis", "preise", "euro"}
SELLING = ("price", "price_gross", "step_price", "list_price", "unit_price", "size_price")
EXAMPLES, NEARLY_ALL, LEAST = 300, 0.9, 0.2


def settle_dealers(drafts: list[Candidate], table: Table, answer: str) -> None:
    """Make the dealers' price the price, or leave it to a question; `answer` is what a person said before."""
    paid = _paid(drafts)
    if paid is None:
        return
    texts = [table.sheet.name, *table.before]
    addressed = addresses_dealers(texts)
    selling = [one for one in drafts if one.field in SELLING and one.filled and not _compares(one)]
    retail = [one for one in drafts if one.field == "rrp" and one.filled]
    if addressed and not retail and len(selling) == 1 and selling[0].tax == "gross":
        retail, selling = selling, []  # `EK netto | VK brutto`: what the dealer pays, and asks
    for_dealers = addressed or is_for_dealers(paid.header)
    sure = addressed and not selling and not _is_of_the_house(drafts, texts) and _is_less(table, paid, retail)
    perhaps = for_dealers or retail and not _is_of_the_house(drafts, texts)
    if answer == OWN or selling and not for_dealers or _is_beside_dealers_price(paid, selling):
        paid.become("purchase_price")
    elif sure or perhaps and answer == DEALERS:
        steps = [one for one in drafts if one.field == "unclear_price" and one.bound and is_for_dealers(one.header)]
        for one in (paid, *steps):  # and `HEK ab 10`
            one.become("price", 0.85, "values")
        for one in (*retail, *selling):
            one.become("list_price" if one in selling else "rrp")
    elif perhaps:
        paid.become(QUESTION)


def _paid(drafts: list[Candidate]) -> Candidate | None:
    """The only column of plain `EK`; where there is one of `Händler-EK`, that one, and EK is the house's own."""
    found = [one for one in drafts if one.filled and one.field in ("purchase_price", "unclear_price") and not one.bound]
    named = [one for one in found if is_for_dealers(one.header)]
    plain = [one for one in found if one.field == "purchase_price" and _is_plain(one.header)]
    meant = named or plain
    return meant[0] if len(meant) == 1 else None


def _is_beside_dealers_price(paid: Candidate, selling: list[Candidate]) -> bool:
    """`Einkaufspreis | Händlerpreis netto`."""
    return any(one.price.trade for one in selling) and not is_for_dealers(paid.header)


def _is_plain(header: str) -> bool:
    """`EK netto €/kg`; not `EK Lieferant`, nor `letzter EK`."""
    words = words_of(header)
    rest = [word for word in words if word not in EK]
    return len(rest) < len(words) and all(
        word in BESIDE_EK or word.isdigit() or unit_of(word) is not None for word in rest
    )


def _compares(one: Candidate) -> bool:
    """`€/Liter` beside bottles."""
    unit = unit_of(one.price.unit) if one.price.unit else None
    return unit is not None and is_measure(unit)


def _is_of_the_house(drafts: list[Candidate], texts: list[str]) -> bool:
    """Margins, suppliers, the word `intern`: nobody sends these to a customer."""
    return any(one.field == "internal" or is_internal(one.header) for one in drafts if one.filled) or any(
        INTERNAL.search(text) for text in texts
    )


def _is_less(table: Table, paid: Candidate, retail: list[Candidate]) -> bool:
    """Whether nearly everything costs less here than in the shop, and not next to nothing."""
    pairs = [
        (one, other)
        for _, cells in islice(table.rows(), EXAMPLES)
        for shop in retail[:1]
        if (one := _amount(cells, paid.index)) and (other := _amount(cells, shop.index))
    ]
    less = sum(LEAST * other < one < other for one, other in pairs)
    return bool(pairs) and less >= NEARLY_ALL * len(pairs)


def _amount(cells: list, index: int) -> float:
    value = parse_price(cells[index], DecimalSign()).value if index < len(cells) and cells[index] != "" else None
    return float(value or 0)
