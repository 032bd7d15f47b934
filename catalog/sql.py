"""Statements over whole runs at once; import, agreed prices and pictures speak to the database through these."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import connection

_heard: ContextVar[Callable[[int], None] | None] = ContextVar("heard", default=None)


def execute(statement: str, **params) -> int:
    """Run a statement and tell how many rows it touched.

    Plans that this connection keeps for triggers were made for the size of an earlier statement, which may have
    touched none: forget them, or fifty thousand changes are compared each with each.
    """
    with connection.cursor() as cursor:
        cursor.execute("DISCARD PLANS")
        cursor.execute(statement, params)
        touched = cursor.rowcount
    if heard := _heard.get():
        heard(touched)
    return touched


@contextmanager
def large_sets() -> Iterator[None]:
    """Statements in here join large sets, within a transaction.

    Of rows just staged the database has no statistics yet, takes them for one, and would compare each with each.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_nestloop = off")
        yield
        cursor.execute("SET LOCAL enable_nestloop = on")


def need_not_last() -> None:
    """The transaction does not wait for the disk: after a crash of the server its work may be missing, as if not done.

    For what is simply done again; whatever is committed later and waits makes this last as well.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL synchronous_commit = off")


@contextmanager
def heard_by(listener: Callable[[int], None]) -> Iterator[None]:
    """Tell somebody after each statement how many rows it touched."""
    before = _heard.set(listener)
    try:
        yield
    finally:
        _heard.reset(before)


def take_turn(supplier: int) -> None:
    """One import of a supplier at a time until the transaction ends; readers are never locked out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('import'), %s)", [supplier])


def rows(statement: str, **params) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()
