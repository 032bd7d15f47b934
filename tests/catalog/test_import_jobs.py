"""Taking over and taking back as jobs: once however often asked, whoever dies, and never stuck."""

import os
import subprocess
import sys
import time

import pytest
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from catalog.imports import jobs, service
from catalog.imports.runs import progress
from catalog.models import ImportRun, Listing
from catalog.views import import_progress
from marketplace.tasks import put_back_stalled_jobs
from tests.catalog.importing import HEAD, LIST, dry_run, imported

ROWS = 5_000
PATIENCE = 120


@pytest.fixture
def nothing_is_small(monkeypatch):
    """Every commit and undo is the worker's."""
    monkeypatch.setattr(jobs, "WRITE_AT_ONCE", 0)


def address(run, name="import"):
    return reverse(f"catalog:{name}", args=[run.reference])


def press(client, run, name, **fields) -> str:
    return client.post(address(run, f"import-{name}"), fields, follow=True).content.decode()


def asked(run) -> list[str]:
    found = ProcrastinateJob.objects.filter(args__run=run.pk).order_by("pk").values_list("task_name", flat=True)
    return [name.rpartition(".")[2] for name in found]


def work() -> None:
    """A worker does what is there and stops."""
    done = subprocess.run(
        [sys.executable, "manage.py", "run_worker", "--until-empty"], env=os.environ, timeout=PATIENCE
    )
    assert done.returncode == 0


def big_list(rows: int) -> str:
    return "\n".join(
        [HEAD, *(f"A{number:05};Ware {number};Stück;{1 + number % 9},50;7;Brot" for number in range(rows))]
    )


def test_a_small_list_is_taken_over_while_the_page_waits(owner, supplier):
    run = dry_run(supplier, LIST)

    page = press(owner, run, "commit")

    assert "3 Zeilen sind übernommen" in page
    job = ProcrastinateJob.objects.get(args__run=run.pk, task_name="catalog.tasks.commit")
    assert job.scheduled_at > timezone.now()  # looks later whether this process lived to do it


def test_pressed_twice_it_is_asked_once(owner, supplier, nothing_is_small):
    run = dry_run(supplier, LIST)

    page = press(owner, run, "commit")
    press(owner, run, "commit")

    run.refresh_from_db()
    assert run.status == "committing" and asked(run) == ["commit"]
    assert "Ihre Liste wird übernommen" in page and "Zeilen werden übernommen" in page
    assert not Listing.objects.filter(supplier=supplier).exists()


def test_without_a_worker_the_page_says_so(owner, supplier, nothing_is_small):
    run = dry_run(supplier, LIST)

    page = press(owner, run, "commit")

    assert "Gerade arbeitet hier niemand die Aufträge ab" in page and "Noch einmal versuchen" not in page


def test_a_job_that_came_to_nothing_is_asked_for_again(owner, supplier, nothing_is_small):
    run = dry_run(supplier, LIST)
    press(owner, run, "commit")
    ProcrastinateJob.objects.filter(args__run=run.pk).update(status="failed")
    answer = owner.get(address(run, "import-progress"))
    assert answer.status_code == 286 and "Noch einmal versuchen" in answer.content.decode()

    press(owner, run, "go-on", action="again")

    run.refresh_from_db()
    assert asked(run) == ["commit", "commit"] and jobs.state(run) == jobs.State.ASLEEP


@pytest.mark.parametrize("is_first", [True, False])
def test_or_the_run_goes_back_to_where_it_was(owner, supplier, nothing_is_small, is_first):
    run = dry_run(supplier, LIST) if is_first else imported(supplier, LIST)
    press(owner, run, "commit" if is_first else "undo")
    ProcrastinateJob.objects.filter(args__run=run.pk).update(status="failed")

    press(owner, run, "go-on", action="back")

    run.refresh_from_db()
    assert run.status == ("ready" if is_first else "done")


def test_a_job_under_way_is_not_asked_for_again(owner, supplier, nothing_is_small):
    run = dry_run(supplier, LIST)
    press(owner, run, "commit")

    press(owner, run, "go-on", action="back")

    run.refresh_from_db()
    assert run.status == "committing" and asked(run) == ["commit"]


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("decide", {"action": "leave", "rule": "price_on_request"}),
        ("statement", {"prices": "gross"}),
        ("columns", {"column_F": "origin"}),
        ("sheet", {"sheet": "B"}),
        ("discard", {}),
    ],
)
def test_an_old_page_changes_nothing_while_it_is_taken_over(owner, supplier, nothing_is_small, name, fields):
    run = dry_run(supplier, LIST.replace("0,49", "auf Anfrage"))
    press(owner, run, "commit")

    press(owner, run, name, **fields)

    run.refresh_from_db()
    assert (run.status, run.prices, run.decisions, run.assigned) == ("committing", "net", {}, {})


def test_the_whole_range_is_asked_about_before_the_job_starts(owner, supplier, nothing_is_small):
    imported(supplier, LIST)
    run = dry_run(supplier, LIST[: LIST.index("1002")], whole_range=True)

    page = press(owner, run, "commit")

    run.refresh_from_db()
    assert "Ist das wirklich Ihr ganzes Sortiment?" in page and run.status == "ready" and asked(run) == []
    press(owner, run, "commit", range_confirmed="1")
    run.refresh_from_db()
    assert run.status == "committing" and asked(run) == ["commit"]


@pytest.mark.django_db(transaction=True)
def test_a_question_that_comes_up_later_waits_on_the_page(owner, supplier, nothing_is_small):
    imported(supplier, LIST)
    run = dry_run(supplier, LIST[: LIST.index("1002")], whole_range=True)
    ImportRun.objects.filter(pk=run.pk).update(range_confirmed=True)
    press(owner, run, "commit")
    ImportRun.objects.filter(pk=run.pk).update(range_confirmed=False)

    work()

    run.refresh_from_db()
    assert run.status == "ready" and jobs.ProcrastinateJob.objects.filter(status="failed").count() == 0


@pytest.mark.django_db(transaction=True)
def test_a_job_that_finds_everything_done_does_nothing(owner, supplier):
    run = dry_run(supplier, LIST)
    press(owner, run, "commit")
    ProcrastinateJob.objects.filter(args__run=run.pk).update(scheduled_at=None)

    work()

    run.refresh_from_db()
    assert (run.status, run.done["created"]) == ("done", 3)
    assert Listing.objects.filter(supplier=supplier).count() == 3


@pytest.fixture
def worker():
    """A worker that may be killed."""
    made = []

    def start():
        made.append(subprocess.Popen([sys.executable, "manage.py", "run_worker"], env=os.environ))
        return made[-1]

    yield start
    for program in made:
        program.kill()
        program.wait()


def until(seen):
    """What `seen` gives as soon as it gives something."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if found := seen():
            return found
        time.sleep(0.02)
    raise AssertionError("waited in vain")


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_it_takes_over_loses_nothing_and_another_ends_it(owner, supplier, worker):
    run = dry_run(supplier, big_list(ROWS))
    press(owner, run, "commit")
    killed = worker()
    run.refresh_from_db()
    seen = until(lambda: (found := progress.of(run)) and found.done and found)
    killed.kill()
    killed.wait()
    assert 0 < seen.done <= seen.total == ROWS and seen.seconds > 0
    until(lambda: progress.of(run) is None)
    assert not Listing.objects.filter(supplier=supplier).exists()
    put_back_stalled_jobs.defer(timestamp=0)
    with connection.cursor() as cursor:  # half a minute later
        cursor.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '31 seconds'")

    work()
    work()

    run.refresh_from_db()
    assert (run.status, run.counts["created"]) == ("done", ROWS)
    assert Listing.objects.filter(supplier=supplier).count() == ROWS


@pytest.mark.django_db(transaction=True)
def test_an_undo_takes_no_longer_than_its_commit_whatever_was_touched_before(supplier):
    """A plan made for a statement that touched nothing compares each new article with each: ten times the time."""
    run = dry_run(supplier, big_list(ROWS))
    began = time.monotonic()
    service.commit_run(run, by=None)
    took = time.monotonic() - began

    began = time.monotonic()
    run = service.undo_run(run, by=None)

    assert run.status == "undone" and time.monotonic() - began < 2 * took


def test_speed_and_time_left_are_told_in_words():
    assert import_progress._speed(0, 100, 9) == []
    assert import_progress._speed(5000, 20_000, 2.5) == ["2.000 Zeilen je Sekunde", "noch etwa 8 Sekunden"]
    assert import_progress._speed(5000, 2_000_000, 2.5)[1] == "noch etwa 17 Minuten"
    assert import_progress._speed(100, 100, 2) == ["50 Zeilen je Sekunde"]


def test_the_answer_to_net_or_gross_ends_the_question_for_this_header_line(owner, supplier):
    data = "Alle Preise sind brutto;;;;;\n\n" + LIST
    run = dry_run(supplier, data)
    assert run.counts["held_back"] == 3

    page = press(owner, run, "statement", prices="net")

    assert "gelten als netto" in page and "So steht es in der Kopfzeile." in page
    assert dry_run(supplier, data).counts["created"] == 3
    page = press(owner, run, "statement", prices="gross")
    assert "gelten als brutto" in page and "So haben Sie es angegeben." in page
    assert dry_run(supplier, data).staged.first().gross_price is not None
