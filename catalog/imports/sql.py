"""Statements over whole runs at once; every verb of the import speaks to the database through these two."""

from django.db import connection


def execute(statement: str, **params) -> int:
    """Run a statement and tell how many rows it touched."""
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.rowcount


def rows(statement: str, **params) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.fetchall()
