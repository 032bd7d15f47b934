from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app


class Command(BaseCommand):
    help = "Do the jobs that pages and schedules leave behind (mail, imports, pictures), until stopped."

    def add_arguments(self, parser):
        parser.add_argument("--concurrency", type=int, default=2, help="jobs at a time (default: 2)")
        parser.add_argument("--until-empty", action="store_true", help="stop when nothing is left to do")
        parser.add_argument("--grace", type=int, default=20, help="seconds to finish when told to stop (default: 20)")

    def handle(self, *, concurrency, until_empty, grace, **options):
        with app.replace_connector(app.connector.get_worker_connector()) as worker:
            worker.run_worker(
                concurrency=concurrency,
                wait=not until_empty,
                shutdown_graceful_timeout=grace,
                delete_jobs="successful",
            )
