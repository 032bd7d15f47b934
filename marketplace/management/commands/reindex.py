"""Build the search index anew beside the old one, which answers until the new one is complete."""

from django.core.management.base import BaseCommand, CommandError

from search import indexer
from search.engines import configured
from search.engines.base import SearchDown


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument(
            "--engine", choices=["elasticsearch", "tantivy"], help="only this one (default: all in use)"
        )

    def handle(self, *args, engine=None, **options):
        if engine and engine not in configured():
            raise CommandError(f"{engine} is not in use: SEARCH_URL names no server", returncode=2)
        indexer.retire_unused()
        for name in [engine] if engine else configured():
            try:
                with indexer.alone(name):
                    index, _ = indexer.rebuild(name)
                    indexer.drain_engine(name)
            except SearchDown as error:
                raise CommandError(f"{name} does not answer: {error}") from error
            self.stderr.write(f"{name}: {index.generation}")
