"""Make a producer without an application and print his slug."""

from django.core.management.base import BaseCommand

from suppliers.services import create_supplier


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("name", metavar="NAME")

    def handle(self, *, name, **options):
        self.stdout.write(create_supplier(name, by=None).slug)
