"""Build the demo region: invented producers and buyers around Leipzig, through the services that the pages call."""

from django.core.management.base import BaseCommand, CommandError

from marketplace.demo.build import build, is_empty


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("--seed", type=int, default=1, help="another number makes another region (default: 1)")
        parser.add_argument("--if-empty", action="store_true", help="do nothing where producers exist already")

    def handle(self, *args, seed, if_empty, **options):
        if not is_empty():
            if if_empty:
                self.stderr.write("There are producers already: nothing built.")
                return
            raise CommandError("There are producers already; the demo region wants an empty database.", returncode=2)
        build(seed, say=self.stderr.write)
