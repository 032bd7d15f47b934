"""What `catalog` does later."""

from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from accounts.actor import actor_for
from accounts.models import User
from catalog.imports import service
from catalog.imports.staging import Overtaken
from catalog.models import ImportRun, Upload

AGAIN = RetryStrategy(max_attempts=5, exponential_wait=2)


@app.task(queue="imports", retry=AGAIN)
def dry_run(run: int):
    """Read a file to its dry run; a job that another one overtook has nothing left to do."""
    try:
        service.run_to_dry_run(ImportRun.objects.get(pk=run))
    except Overtaken:
        return


@app.task(queue="imports", retry=AGAIN)
def commit(run: int, user: int | None = None):
    """Take a dry run over for the person who said so."""
    found = ImportRun.objects.select_related("supplier").get(pk=run)
    person = User.objects.filter(pk=user).first()
    by = actor_for(person, found.supplier.organisation_id) if person else None
    service.commit_run(found, by=by)


@app.periodic(cron="40 3 * * *")
@app.task(queueing_lock="delete_old_uploads")
def delete_old_uploads(timestamp: int):
    """Files go after 90 days; what they said stays in the run."""
    before = timezone.now() - timedelta(days=settings.UPLOAD_KEEP_DAYS)
    for upload in Upload.objects.filter(created_at__lt=before).exclude(file=""):
        upload.file.delete(save=True)
