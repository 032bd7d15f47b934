"""Write a producer's catalogue to standard output; imported again it changes nothing."""

import io
import sys

from django.core.management.base import BaseCommand, CommandError

from catalog.imports.runs import export
from suppliers.models import Supplier


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser):
        parser.add_argument("slug", metavar="SLUG")
        parser.add_argument("--format", choices=["csv", "xlsx"], default="csv")

    def handle(self, *, slug, **options):
        supplier = Supplier.objects.filter(slug=slug).first()
        if supplier is None:
            raise CommandError(f"There is no producer {slug!r}.", returncode=2)
        if options["format"] == "xlsx":
            export.write_xlsx(supplier, sys.stdout.buffer)
        else:
            text = io.StringIO(newline="")
            export.write_csv(supplier, text)
            self.stdout.write(text.getvalue(), ending="")
