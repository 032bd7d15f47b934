"""Workers killed in mid-import: what was staged stays, what was not is read again, the numbers add up."""

import os
import random
import subprocess
import sys
import time

import psutil
import pytest

from catalog.imports import service
from catalog.models import ImportRun, Listing, StagedRow
from tests.catalog.importing import HEAD, kornblum

pytestmark = pytest.mark.django_db(transaction=True)
ROWS = 12_000
MOMENTS = 30

# A program that has started once and forks for every run that it is told, so that thirty starts cost little.
PROGRAM = """
import os, signal, sys
import django
django.setup()
from django.db import connections
from catalog.imports import service
from catalog.models import ImportRun
connections.close_all()
for line in sys.stdin:
    child = os.fork()
    if child:
        print(child, flush=True)
        continue
    try:
        run = service.run_to_dry_run(ImportRun.objects.get(pk=int(line)))
        service.commit_run(run, by=None)
    finally:
        os._exit(0)
"""


class Workers:
    """Programs that do one run each and can be killed."""

    def __init__(self):
        command = [sys.executable, "-c", PROGRAM]
        self.program = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ, text=True
        )

    def start(self, run) -> psutil.Process:
        self.program.stdin.write(f"{run.pk}\n")
        self.program.stdin.flush()
        return psutil.Process(int(self.program.stdout.readline()))


@pytest.fixture
def workers():
    made = Workers()
    yield made
    made.program.kill()
    made.program.wait()


def ended(process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def wait_for(*processes, limit=180):
    give_up = time.monotonic() + limit
    while not all(map(ended, processes)):
        assert time.monotonic() < give_up, "waited in vain"
        time.sleep(0.05)


def big_list(rows: int) -> bytes:
    lines = [f"A{number:05};Ware {number};Stück;{1 + number % 9},50;7;Brot" for number in range(rows)]
    return "\n".join([HEAD, *lines]).encode()


def test_thirty_kills_lose_and_double_nothing(workers):
    supplier = kornblum()
    run = service.start_import(supplier, big_list(ROWS), "viel.csv", by=None)
    dice = random.Random(7)
    positions = []

    for _ in range(MOMENTS):
        worker = workers.start(run)
        time.sleep(dice.uniform(0.02, 1.2))
        worker.kill()
        wait_for(worker)
        positions.append(ImportRun.objects.values_list("position", flat=True).get(pk=run.pk))
    wait_for(workers.start(run))

    run.refresh_from_db()
    assert positions == sorted(positions)
    assert (run.status, run.counts["created"], run.rows) == ("done", ROWS, ROWS)
    numbers = list(Listing.objects.filter(supplier=supplier).values_list("article_number", flat=True))
    assert len(numbers) == len(set(numbers)) == ROWS
    assert not StagedRow.objects.filter(run=run).exists()


def test_two_workers_on_one_run_do_not_double_it(workers):
    supplier = kornblum()
    run = service.start_import(supplier, big_list(ROWS), "viel.csv", by=None)

    wait_for(workers.start(run), workers.start(run))

    wait_for(workers.start(run))  # as the job of the one that was overtaken runs again
    run.refresh_from_db()
    assert run.status == "done"
    assert Listing.objects.filter(supplier=supplier).count() == ROWS
