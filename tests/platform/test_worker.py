"""The worker command: jobs are done, schedules run, and a killed worker's job is done by the next."""

import os
import subprocess
import sys
import time

import pytest
from django.contrib.sites.models import Site
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.jobs import leave_a_mark

pytestmark = pytest.mark.django_db(transaction=True)
LIMIT = 90  # seconds


def worker(*options):
    command = [sys.executable, "manage.py", "run_worker", *options]
    return subprocess.Popen(command, env=os.environ)


def wait_until(condition):
    give_up = time.monotonic() + LIMIT
    while not condition():
        assert time.monotonic() < give_up, "waited in vain"
        time.sleep(0.2)


def status(job):
    """None once the job is done, for the worker deletes it then."""
    return ProcrastinateJob.objects.filter(pk=job).values_list("status", flat=True).first()


def test_a_killed_workers_job_is_done_once_by_the_next():
    job = leave_a_mark.defer(seconds=600)
    first = worker()
    wait_until(lambda: status(job) == "doing")
    first.kill()
    first.wait()
    with connection.cursor() as cursor:  # half a minute later, and a job that is quicker this time
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '31 seconds'")
        cursor.execute("UPDATE procrastinate_jobs SET args = '{\"seconds\": 0}' WHERE id = %s", [job])

    second = worker()
    try:
        wait_until(lambda: status(job) is None)
    finally:
        second.terminate()
        second.wait()

    assert Site.objects.filter(name="marked").count() == 1


def test_a_worker_can_stop_when_nothing_is_left():
    leave_a_mark.defer(seconds=0)
    assert worker("--until-empty").wait(LIMIT) == 0
    assert Site.objects.filter(name="marked").exists()
