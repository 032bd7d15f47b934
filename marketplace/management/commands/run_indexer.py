"""Keep the search indices in step with the database, until stopped."""

import signal

from django.core.management.base import BaseCommand

from search import indexer


class Command(BaseCommand):
    help = __doc__
    requires_system_checks = []  # starts with every deploy, where they have just run

    def handle(self, *args, **options):
        stopping = []
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopping.append(True))
        self.stderr.write("Indexer runs.")
        indexer.run(lambda: bool(stopping))
