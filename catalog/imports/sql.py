"""Statements over whole runs at once; every verb of the import speaks to the database through these two."""

from django.db import connection


def execute(statement: str, **params) -> int:
    """Run a statement and tell how many rows it touched.

    Plans that this connection keeps for triggers were made for the size of an earlier statement, which may have
    touched none: forget them, or fifty thousand changes are compared each with each.
    """
    with connection.cursor() as cursor:
        cursor.execute("DISCARD PLANS")
        cursor.execute(statement, params)
        return cursor.rowcount


def take_turn(supplier: int) -> None:
    """One import of a supplier at a time until the transaction ends; readers are never locked out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('import'), %s)", [supplier])


def rows(statement: str, **params) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()
