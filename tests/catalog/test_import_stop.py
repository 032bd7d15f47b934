"""A long list stopped while it is read: whoever reads notices soon, and nothing comes back to life."""

import pytest
from django.urls import reverse

from catalog.imports import jobs, service
from catalog.imports.runs import dryrun, staging
from catalog.imports.runs.staging import Overtaken
from catalog.models import ImportRun
from tests.catalog.importing import LIST, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(supplier):
    return service.start_import(supplier, LIST.encode(), "liste.csv", by=None)


def stop(run) -> None:
    service.discard_run(ImportRun.objects.get(pk=run.pk), by=None)


def stopping_before(monkeypatch, run, where, name):
    """Somebody stops the run just before this step."""
    step = getattr(where, name)

    def stopped(*args):
        stop(run)
        return step(*args)

    monkeypatch.setattr(where, name, stopped)


@pytest.mark.parametrize(
    ("where", "name"),
    [(dryrun, "_note_reading"), (staging.Stage, "save"), (dryrun, "_finish")],
)
def test_stopped_anywhere_the_reader_gives_up(run, monkeypatch, where, name):
    monkeypatch.setattr(staging, "CHUNK", 1)
    stopping_before(monkeypatch, run, where, name)

    with pytest.raises(Overtaken):
        service.run_to_dry_run(run)

    run.refresh_from_db()
    assert run.status == ImportRun.Status.DISCARDED
    assert not run.staged.exists()


def test_a_file_that_cannot_be_read_stays_discarded(supplier, monkeypatch):
    run = service.start_import(supplier, b"%PDF-1.7 nichts", "a.pdf", by=None)
    stopping_before(monkeypatch, run, dryrun, "_give_up")

    assert service.run_to_dry_run(run).status == ImportRun.Status.DISCARDED


def test_the_page_of_the_progress_offers_it(client, supplier, run):
    client.force_login(person(supplier, "supplier_owner"))
    jobs.ask(run, by=None)
    assert "Anhalten und verwerfen" in client.get(reverse("catalog:import", args=[run.reference])).content.decode()

    page = client.post(reverse("catalog:import-discard", args=[run.reference]), follow=True).content.decode()

    run.refresh_from_db()
    assert run.status == ImportRun.Status.DISCARDED and "Der Probelauf ist verworfen." in page
