from django.core.management.base import BaseCommand

from catalog.categories import load_categories
from cms.setup import lay_out


class Command(BaseCommand):
    help = "Lays out an empty house: categories, front page, legal pages. Safe to repeat after every update."

    def handle(self, **options):
        load_categories()
        lay_out()
        self.stderr.write("Categories and pages are in place.")
