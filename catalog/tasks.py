"""What `catalog` does later."""

from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from accounts.actor import Actor, actor_for
from accounts.models import User
from catalog.errors import RangeQuestion
from catalog.imports import service
from catalog.imports.runs.staging import Overtaken
from catalog.models import ImportRun, PictureZip, Upload
from catalog.pictures import columns, jobs, zips

AGAIN = RetryStrategy(max_attempts=5, exponential_wait=2)


@app.task(queue="imports", retry=AGAIN)
def dry_run(run: int, user: int | None = None):
    """Read a file to its dry run; a job that another one overtook has nothing left to do."""
    try:
        service.run_to_dry_run(ImportRun.objects.get(pk=run))
    except Overtaken:
        return


@app.task(queue="imports", retry=AGAIN)
def commit(run: int, user: int | None = None):
    """Take a dry run over for the person who said so; a question that came up since then waits on the page."""
    found, by = _run_and_actor(run, user)
    if found.status != ImportRun.Status.COMMITTING:
        return
    try:
        service.commit_run(found, by=by)
    except RangeQuestion:
        service.step_back(found)
    except IntegrityError:  # it would fail again, or pass unasked once another list has gone before
        service.step_back(found)
        raise


@app.task(queue="imports", retry=AGAIN)
def undo(run: int, user: int | None = None):
    """Take a whole run back for the person who said so."""
    found, by = _run_and_actor(run, user)
    if found.status == ImportRun.Status.UNDOING:
        service.undo_run(found, by=by)


def _run_and_actor(run: int, user: int | None) -> tuple[ImportRun, Actor | None]:
    found = ImportRun.objects.select_related("supplier").get(pk=run)
    person = User.objects.filter(pk=user).first()
    return found, actor_for(person, found.supplier.organisation_id) if person else None


@app.task(queue="pictures", retry=AGAIN)
def fetch_pictures(run: int):
    """Fetch some of what a list names; another job does the rest, so that mails and imports get their turn."""
    found = ImportRun.objects.select_related("supplier").get(pk=run)
    if columns.fetch_some(found):
        jobs.fetch_later(found)


@app.task(queue="pictures", retry=AGAIN)
def keep_pictures(zip: int):
    """Keep and hang some pictures of a zip; another job does the rest."""
    found = PictureZip.objects.select_related("supplier", "upload").get(pk=zip)
    if zips.keep_some(found):
        jobs.keep_later(found)


@app.periodic(cron="40 3 * * *")
@app.task(queueing_lock="delete_old_uploads")
def delete_old_uploads(timestamp: int):
    """Files go after 90 days; what they said stays in the run."""
    before = timezone.now() - timedelta(days=settings.UPLOAD_KEEP_DAYS)
    for upload in Upload.objects.filter(created_at__lt=before).exclude(file=""):
        upload.file.delete(save=True)
