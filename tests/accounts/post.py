"""The mails that a test caused: still waiting as jobs in the test's transaction."""

from django.core.management import call_command
from procrastinate.contrib.django.models import ProcrastinateJob


def letters() -> list[dict]:
    """to, subject and body of each, in the order they were written."""
    jobs = ProcrastinateJob.objects.filter(task_name="accounts.tasks.deliver").order_by("pk")
    return [job.args for job in jobs]


def last_letter() -> dict:
    return letters()[-1]


def deliver_all():
    """Let a worker do what waits; only where the test really commits."""
    call_command("run_worker", until_empty=True)
