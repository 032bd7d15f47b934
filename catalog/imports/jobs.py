"""The jobs of a run: a worker reads, takes over and takes back; asked twice it is done once."""

from datetime import timedelta
from enum import StrEnum

from django.db import transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker
from procrastinate.exceptions import AlreadyEnqueued

from accounts.actor import Actor
from catalog.models import ImportRun

TASKS = {
    ImportRun.Status.READING: "dry_run",
    ImportRun.Status.COMMITTING: "commit",
    ImportRun.Status.UNDOING: "undo",
}
READ_AT_ONCE = 300_000  # bytes: a list of some two thousand rows, a second or two
WRITE_AT_ONCE = 1_000  # rows: some tenths of a second
STAND_BY = 60  # seconds after which a worker looks whether the web server has done a small step
ALIVE = timedelta(seconds=45)  # a worker's heart beats every ten


class State(StrEnum):
    """What a run's job is doing: nobody may be there to do it (`asleep`), and it may have failed (`gone`)."""

    WORKING = "working"
    WAITING = "waiting"
    ASLEEP = "asleep"
    GONE = "gone"


def ask(run: ImportRun, *, by: Actor | None) -> None:
    """Leave the step that the run's status names to a worker; a small one only if it is not done soon."""
    name = TASKS[ImportRun.Status(run.status)]
    task = app.configure_task(
        f"catalog.tasks.{name}",
        queueing_lock=f"import-{name}-{run.pk}",
        schedule_in={"seconds": STAND_BY if is_small(run) else 0},
    )
    try:
        with transaction.atomic():
            task.defer(run=run.pk, user=by.user.pk if by else None)
    except AlreadyEnqueued:
        return


def is_small(run: ImportRun) -> bool:
    """May a page wait for this step?"""
    if run.status == ImportRun.Status.READING:
        return run.upload.size <= READ_AT_ONCE
    return run.rows <= WRITE_AT_ONCE


def state(run: ImportRun) -> State:
    name = f"catalog.tasks.{TASKS[ImportRun.Status(run.status)]}"
    jobs = ProcrastinateJob.objects.filter(task_name=name, args__run=run.pk)
    found = set(jobs.filter(status__in=["todo", "doing"]).values_list("status", flat=True))
    if not found:
        return State.GONE
    if not ProcrastinateWorker.objects.filter(last_heartbeat__gt=timezone.now() - ALIVE).exists():
        return State.ASLEEP
    return State.WORKING if "doing" in found else State.WAITING
