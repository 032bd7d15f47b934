"""Builds the demo region from nothing: everybody joins, uploads, agrees and orders as in life."""

import time
from collections.abc import Callable
from random import Random

from django.conf import settings
from django.db import transaction

from catalog.categories import load_categories
from catalog.models import Listing
from cms.setup import lay_out
from marketplace.demo import joining, login_table, stocking, trade
from marketplace.demo.people import Customer, Producer, applicants, customers, producers
from suppliers.models import Supplier

Say = Callable[[str], None]


def is_empty() -> bool:
    return not Supplier.objects.exists()


def build(seed: int = 1, say: Say = print, only: frozenset[str] = frozenset()) -> None:
    """Fill an empty house; the same seed makes the same region, and a build that is interrupted leaves nothing.

    `only` are slugs of the producers and buyers who take part; none named means all. Raises where a step is refused.
    """
    started = time.monotonic()
    makers = [producer for producer in producers() if not only or producer.slug in only]
    guests = [customer for customer in customers() if not only or customer.slug in only]
    with transaction.atomic():
        load_categories()
        lay_out()
        cast = _people(makers, guests, say)
        _goods(makers, cast, seed, say)
        _trade(guests, cast, seed, say)
    (settings.VAR / "demo-logins.txt").write_text(login_table() + "\n", encoding="utf-8")
    say(f"Demo region stands after {time.monotonic() - started:.0f} s.")


def _people(makers: list[Producer], guests: list[Customer], say: Say) -> joining.Cast:
    door = joining.Door()
    cast = joining.open_office(door)
    for place, producer in enumerate(makers, start=1):
        joining.join_as_producer(producer, cast, door)
        say(f"Producer {place} of {len(makers)}: {producer.name}, {producer.town}")
    for customer in guests:
        joining.join_as_buyer(customer, cast, door)
    for applicant in applicants():
        joining.stand_at_the_door(applicant, cast, door)
    say(f"{len(guests)} buyers are in, {len(applicants())} applications lie on the desk.")
    return cast


def _goods(makers: list[Producer], cast: joining.Cast, seed: int, say: Say) -> None:
    for place, producer in enumerate(makers, start=1):
        by, supplier = cast.actors[producer.slug], cast.suppliers[producer.slug]
        for run in stocking.upload_lists(producer, supplier, by, seed):
            counts = ", ".join(f"{count} {outcome}" for outcome, count in run.counts.items() if count)
            say(f"List {place} of {len(makers)}: {run.upload.name}: {counts}")
    names = stocking.draw_pictures(makers)
    hung = sum(stocking.hang_pictures(producer, cast.suppliers[producer.slug], names) for producer in makers)
    for producer in makers:
        stocking.bring_zip(producer, cast.suppliers[producer.slug], cast.actors[producer.slug])
    say(f"{Listing.objects.count()} articles, {hung} with one of {len(names)} pictures.")


def _trade(guests: list[Customer], cast: joining.Cast, seed: int, say: Say) -> None:
    chance = Random(f"{seed}:trade")
    say(f"{trade.become_customers(guests, cast, chance)} relationships.")
    say(f"{trade.agree_prices(guests, cast)} price lists.")
    say(f"{trade.do_business(guests, cast, chance)} purchases.")
