"""How far a commit or an undo has come, while it is under way.

One transaction writes it all, so until its end no table can tell. The name of its connection can: PostgreSQL shows a
changed name to everybody at once, and forgets it with the transaction or with a killed worker.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from catalog import sql
from catalog.models import ImportRun

NAMED = "SELECT set_config('application_name', %(name)s, true)"
SEEN = """
    SELECT application_name, extract(epoch FROM clock_timestamp() - xact_start)::float FROM pg_stat_activity
    WHERE datname = current_database() AND starts_with(application_name, %(name)s)
"""
WRITTEN = {"created": 6, "updated": 6, "unchanged": 1}  # times that a row is touched until it is taken over
TAKEN_BACK = 3


class Progress(NamedTuple):
    """Rows done of all, and for how many seconds somebody has been at it."""

    done: int
    total: int
    seconds: float


@contextmanager
def shown(run: ImportRun) -> Iterator[None]:
    """Within the transaction that commits or undoes the run: count what its statements touch."""
    work, so_far = max(1, _work(run)), 0

    def touched(rows: int) -> None:
        nonlocal so_far
        so_far = min(work, so_far + max(0, rows))
        sql.rows(NAMED, name=f"{_name(run)} {so_far}/{work}")

    touched(0)
    with sql.heard_by(touched):
        yield


def of(run: ImportRun) -> Progress | None:
    """None while nobody is at it."""
    seen = sql.rows(SEEN, name=f"{_name(run)} ")
    if not seen:
        return None
    share, seconds = seen[0]
    done, work = map(int, share.rpartition(" ")[2].split("/"))
    total = rows_of(run)
    return Progress(total * done // work, total, seconds)


def rows_of(run: ImportRun) -> int:
    """Rows that this step takes over or takes back."""
    return run.rows_done if run.status == ImportRun.Status.UNDOING else run.fine


def _work(run: ImportRun) -> int:
    if run.status == ImportRun.Status.UNDOING:
        return TAKEN_BACK * run.rows_done
    return sum(times * (run.counts.get(name, 0) - run.done.get(name, 0)) for name, times in WRITTEN.items())


def _name(run: ImportRun) -> str:
    return f"import {run.pk}"
