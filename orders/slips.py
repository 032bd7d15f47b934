"""A basket as delivery slips: one for each supplier, with today's prices, sums, days, and what stands in the way.

Nothing is stored here. The basket page shows slips, the check page shows the orderable ones, and `place_purchase`
writes exactly these numbers down.
"""

import hashlib
import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.db.models import Prefetch

from accounts.models import Address
from buyers.models import Buyer, Relationship
from catalog.models import Listing
from catalog.pricing import Price, prices_for, standings
from orders import quantities
from orders.amounts import Rate, Share, rate_of, shares_of
from orders.models import Basket, BasketLine, Wish
from suppliers.days import DeliveryDay, delivery_days
from suppliers.delivery import charge_for, delivers_to, distance_between
from suppliers.models import Supplier

ZERO = Decimal(0)


@dataclass(frozen=True)
class Fault:
    """Why a line or slip cannot be ordered as it lies there. `kind`: gone, hidden, stranger, unfit, scarce, changed
    for lines; area, day, minimum for slips. `offers` are quantities that would do."""

    kind: str
    offers: tuple[Decimal, ...] = ()


@dataclass
class SlipLine:
    """Goods (with their basket line) or a deposit that comes with them (without)."""

    listing: Listing
    quantity: Decimal
    price: Price
    rate: Rate
    line: BasketLine | None = None
    is_there: bool = True
    picture: object | None = None  # the page hangs one here

    @property
    def net(self) -> Decimal:
        return self.price.total if self.price.is_visible and self.price.total is not None else ZERO

    @property
    def step(self) -> Decimal:
        return quantities.step_of(self.listing)

    @cached_property
    def fault(self) -> Fault | None:
        """The first thing that stands in the way."""
        return self._not_for_sale() or self._wrong_quantity() or self._changed()

    def _not_for_sale(self):
        if not self.is_there:
            return Fault("gone")
        if not self.price.is_visible or self.price.amount is None:
            return Fault("hidden")
        return None if self.price.may_order else Fault("stranger")

    def _wrong_quantity(self):
        if self.line is None:
            return None
        if not quantities.fits(self.listing, self.quantity):
            return Fault("unfit", tuple(quantities.nearest(self.listing, self.quantity)))
        left = left_of(self.listing)
        if left is None or self.quantity <= left:
            return None
        most = quantities.nearest(self.listing, left)[0]
        return Fault("scarce", (most,) if most <= left else ())

    def _changed(self):
        if self.line is None:
            return None
        shown = self.line.shown_price * self.price.price_quantity
        return None if shown == self.price.amount * self.line.shown_price_quantity else Fault("changed")


@dataclass
class Slip:
    """What one supplier would deliver; all amounts net in EUR unless they say otherwise."""

    supplier: Supplier
    address: Address | None
    lines: list[SlipLine] = field(default_factory=list)
    deposits: list[SlipLine] = field(default_factory=list)
    wish: Wish | None = None
    relationship: Relationship | None = None
    often: list[Price] = field(default_factory=list)  # the page hangs its offers here

    @property
    def all_lines(self) -> list[SlipLine]:
        return self.lines + self.deposits

    @property
    def goods(self) -> Decimal:
        return sum((line.net for line in self.lines), ZERO)

    @property
    def deposit_sum(self) -> Decimal:
        return sum((line.net for line in self.deposits), ZERO)

    @cached_property
    def delivers(self) -> bool:
        return self.address is not None and delivers_to(self.supplier, self.address)

    @property
    def distance(self) -> float | None:
        """Kilometres to the delivery address."""
        return distance_between(self.supplier.address, self.address)

    @property
    def pickup(self) -> bool:
        return self.supplier.pickup and bool(self.wish and self.wish.pickup)

    @property
    def payment_days(self) -> int:
        return self.relationship.payment_days if self.relationship else 14

    @property
    def note(self) -> str:
        return self.wish.note if self.wish else ""

    @cached_property
    def days(self) -> list[DeliveryDay]:
        """The days that an order placed now still makes."""
        terms = self.supplier
        return delivery_days(terms.weekdays, terms.cutoff_days, terms.cutoff_time) if self.delivers else []

    @property
    def day(self) -> date | None:
        """The chosen day, else the next; None at pickup and where the supplier names no days."""
        if self.pickup or not self.days:
            return None
        return self.wish.day if self.wish and self.wish.day else self.days[0].day

    @property
    def charge(self) -> Decimal:
        return ZERO if self.pickup else charge_for(self.supplier, self.goods)

    @property
    def charge_rate(self) -> Rate:
        return rate_of("S", self.supplier.delivery_vat, self.supplier.small_business)

    @property
    def net(self) -> Decimal:
        return self.goods + self.deposit_sum + self.charge

    @cached_property
    def shares(self) -> list[Share]:
        parts = [(line.rate, line.net) for line in self.all_lines]
        return shares_of(parts + ([(self.charge_rate, self.charge)] if self.charge else []))

    @property
    def vat(self) -> Decimal:
        return sum((share.vat for share in self.shares), ZERO)

    @property
    def gross(self) -> Decimal:
        return self.net + self.vat

    @property
    def missing(self) -> Decimal:
        """How much of the minimum order is missing."""
        return max(self.supplier.minimum_order - self.goods, ZERO)

    @property
    def missing_for_free(self) -> Decimal:
        """How much is missing until delivery is free; nothing where it costs nothing or never is free."""
        free_from = self.supplier.free_from
        return free_from - self.goods if self.charge and free_from is not None else ZERO

    @cached_property
    def faults(self) -> list[Fault]:
        found = [fault for line in self.all_lines if (fault := line.fault)]
        if not self.pickup and not self.delivers:
            found.append(Fault("area"))
        if self.day and self.day not in [possible.day for possible in self.days]:
            found.append(Fault("day"))
        if self.missing:
            found.append(Fault("minimum"))
        return found

    @property
    def kinds(self) -> set[str]:
        return {fault.kind for fault in self.faults}

    @property
    def is_orderable(self) -> bool:
        return not self.faults


def left_of(listing: Listing) -> Decimal | None:
    """How many order units are left; None where nobody counts."""
    if listing.stock_mode != Listing.StockMode.COUNTED:
        return None
    return listing.stock or ZERO


def slips_of(basket: Basket) -> list[Slip]:
    """The slips by supplier's name; the same number of queries however much lies in the basket."""
    lines = _lines_of(basket)
    buyer = Buyer.objects.select_related("delivery_address").filter(organisation=basket.organisation_id).first()
    address = basket.address or (buyer.delivery_address if buyer else None)
    known = standings(buyer)
    wishes = {wish.supplier_id: wish for wish in basket.wishes.all()}
    slips: dict[int, Slip] = {}
    for line in _priced(buyer, lines):
        supplier = line.listing.supplier
        slip = slips.setdefault(supplier.pk, Slip(supplier, address, wish=wishes.get(supplier.pk)))
        slip.relationship = known[supplier.pk].relationship if supplier.pk in known else None
        (slip.lines if line.line else slip.deposits).append(line)
    return sorted(slips.values(), key=lambda slip: slip.supplier.name.casefold())


def _lines_of(basket: Basket) -> list[BasketLine]:
    """With everything that pricing and pages ask of them; `is_there` says whether the article may still be found."""
    listings = Listing.objects.with_product().select_related("deposit__product")
    lines = list(basket.lines.prefetch_related(Prefetch("listing", listings)))
    findable = Listing.objects.findable().filter(pk__in=[line.listing_id for line in lines])
    found = set(findable.values_list("pk", flat=True))
    for line in lines:
        line.is_there = line.listing_id in found
    return lines


def _priced(buyer: Buyer | None, lines: Iterable[BasketLine]) -> list[SlipLine]:
    """Goods in the order in which they were added, then the deposits that come with them, priced in one go."""
    lines = list(lines)
    deposits = _deposits_of(lines)
    wanted = [(line.listing, line.quantity) for line in lines] + list(deposits.items())
    prices = prices_for(buyer, wanted)
    goods = [
        SlipLine(line.listing, line.quantity, price, _rate(line.listing), line, line.is_there)
        for line, price in zip(lines, prices, strict=False)
    ]
    return goods + [
        SlipLine(price.listing, price.quantity, price, _rate(price.listing)) for price in prices[len(lines) :]
    ]


def _deposits_of(lines: Iterable[BasketLine]) -> dict[Listing, Decimal]:
    """Whole containers that come with the goods, summed over the lines of a supplier."""
    counts: dict[Listing, Decimal] = defaultdict(Decimal)
    for line in lines:
        deposit = line.listing.deposit
        if deposit:
            deposit.supplier = line.listing.supplier
            counts[deposit] += math.ceil(line.quantity * line.listing.deposit_count)
    return dict(counts)


def _rate(listing: Listing) -> Rate:
    return rate_of(listing.vat_category, listing.vat_rate, listing.supplier.small_business)


def orderable(slips: Iterable[Slip]) -> list[Slip]:
    return [slip for slip in slips if slip.is_orderable]


def fingerprint(slips: Iterable[Slip]) -> str:
    """Short text of all that a buyer checks: what, how much, at what price, which day, which sums, which address."""
    facts = [
        (
            slip.supplier.pk, slip.address and slip.address.pk, slip.day, slip.pickup, slip.note,
            slip.net.normalize(), slip.vat.normalize(),
            [(line.listing.pk, line.quantity.normalize(), line.price.amount.normalize(), line.net.normalize())
             for line in slip.all_lines],
        )
        for slip in slips
    ]  # fmt: skip
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Total:
    """Several slips or orders together; `shares` by category and rate, their VAT as each supplier rounds it."""

    net: Decimal
    vat: Decimal
    gross: Decimal
    shares: list[Share]


def total_of(slips: Iterable[Slip]) -> Total:
    slips = list(slips)
    sums: dict[Rate, list[Decimal]] = defaultdict(lambda: [ZERO, ZERO])
    for share in [share for slip in slips for share in slip.shares]:
        sums[share.rate][0] += share.net
        sums[share.rate][1] += share.vat
    shares = [Share(rate, net, vat) for rate, (net, vat) in sorted(sums.items())]
    net = sum((slip.net for slip in slips), ZERO)
    vat = sum((slip.vat for slip in slips), ZERO)
    return Total(net, vat, net + vat, shares)
