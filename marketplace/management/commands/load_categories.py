"""Write the categories that a newer release brings; those that exist keep the Amt's names."""

from django.core.management.base import BaseCommand

from catalog.categories import load_categories


class Command(BaseCommand):
    help = __doc__

    def handle(self, **options):
        self.stderr.write(f"{load_categories()} categories written.")
