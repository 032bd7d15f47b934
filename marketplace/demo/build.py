"""Builds the demo region from nothing: everybody joins, uploads, agrees and orders as in life."""

import time
from collections.abc import Callable
from random import Random

from django.conf import settings

from catalog.categories import load_categories
from catalog.models import Listing
from cms.setup import lay_out
from marketplace.demo import joining, login_table, stocking, trade
from marketplace.demo.people import applicants, customers, producers
from suppliers.models import Supplier

Say = Callable[[str], None]


def is_empty() -> bool:
    return not Supplier.objects.exists()


def build(seed: int = 1, say: Say = print) -> None:
    """Fill an empty house; the same seed makes the same region. Raises where a step of it is refused."""
    started = time.monotonic()
    load_categories()
    lay_out()
    cast = _people(say)
    _goods(cast, seed, say)
    _trade(cast, seed, say)
    (settings.VAR / "demo-logins.txt").write_text(login_table() + "\n", encoding="utf-8")
    say(f"Demo region stands after {time.monotonic() - started:.0f} s.")


def _people(say: Say) -> joining.Cast:
    door = joining.Door()
    cast = joining.open_office(door)
    for place, producer in enumerate(producers(), start=1):
        joining.join_as_producer(producer, cast, door)
        say(f"Producer {place} of {len(producers())}: {producer.name}, {producer.town}")
    for customer in customers():
        joining.join_as_buyer(customer, cast, door)
    for applicant in applicants():
        joining.stand_at_the_door(applicant, cast, door)
    say(f"{len(customers())} buyers are in, {len(applicants())} applications lie on the desk.")
    return cast


def _goods(cast: joining.Cast, seed: int, say: Say) -> None:
    for place, producer in enumerate(producers(), start=1):
        by, supplier = cast.actors[producer.slug], cast.suppliers[producer.slug]
        for run in stocking.upload_lists(producer, supplier, by, seed):
            counts = ", ".join(f"{count} {outcome}" for outcome, count in run.counts.items() if count)
            say(f"List {place} of {len(producers())}: {run.upload.name}: {counts}")
    names = stocking.draw_pictures(producers())
    hung = sum(stocking.hang_pictures(producer, cast.suppliers[producer.slug], names) for producer in producers())
    say(f"{Listing.objects.count()} articles, {hung} with one of {len(names)} pictures.")


def _trade(cast: joining.Cast, seed: int, say: Say) -> None:
    chance = Random(f"{seed}:trade")
    say(f"{trade.become_customers(cast, chance)} relationships.")
    say(f"{trade.agree_prices(cast)} price lists.")
    say(f"{trade.do_business(cast, chance)} purchases.")
