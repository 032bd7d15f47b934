"""Import a file into a producer's catalogue, without a worker; returns when what it wrote can be found.

Exit code 0: it ran to its end, 1: nothing readable, 2: wrong usage.
"""

import json
import sys
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.errors import RangeQuestion, TooLarge
from catalog.imports import service
from catalog.imports.review import report
from catalog.imports.review.messages import sentence
from catalog.models import ImportRun, Outcome, PriceList
from search import indexer
from suppliers.models import Supplier


def rate(text: str) -> Decimal:
    """A rate as people type it: 7, 7.00, 7,0 or 19%."""
    try:
        found = Decimal(text.strip().rstrip("%").replace(",", "."))
    except InvalidOperation:
        raise CommandError(f"{text!r} is no tax rate.", returncode=2) from None
    if not 0 <= found < 100:
        raise CommandError(f"{text!r} is no tax rate.", returncode=2)
    return found.quantize(Decimal("0.01"))


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser):
        parser.add_argument("slug", metavar="SLUG")
        parser.add_argument("file", metavar="FILE", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="read, check and compare, but write nothing")
        parser.add_argument("--json", action="store_true", help="print the report as JSON")
        parser.add_argument("--prices", choices=["net", "gross"], help="what the prices in the file are")
        parser.add_argument("--vat", metavar="RATE", help="the rate where the file has no column for it")
        parser.add_argument("--sheet", metavar="NAME", default="", help="the sheet with the list")
        parser.add_argument("--price-list", metavar="NAME", help="agree the prices on this list instead")
        parser.add_argument("--whole-range", action="store_true", help="articles that the file lacks go offline")

    def handle(self, *, slug, file, **options):
        run = self._start(slug, file, options)
        service.run_to_dry_run(run)
        run.refresh_from_db()
        if run.status == ImportRun.Status.UNREADABLE:
            self._print(options, report.unreadable(run), run)
            self.stderr.write(str(sentence(run.fault["rule"], run.fault["params"])))
            sys.exit(1)
        if not options["dry_run"]:
            self._commit(run)
        self._print(options, report.report(run), run)
        if run.findings.filter(rule="nothing_taken").exists():
            self.stderr.write(str(sentence("nothing_taken")))
            sys.exit(1)

    def _start(self, slug, file, options) -> ImportRun:
        supplier = Supplier.objects.filter(slug=slug).first()
        if supplier is None:
            raise CommandError(f"There is no producer {slug!r}.", returncode=2)
        said = service.statement_of(supplier)
        said = replace(said, prices=options["prices"] or said.prices)
        said = replace(said, vat=rate(options["vat"]) if options["vat"] else said.vat)
        try:
            data = file.read_bytes()
            return service.start_import(
                supplier, data, file.name, by=None, statement=said, sheet=options["sheet"],
                whole_range=options["whole_range"], price_list=self._price_list(supplier, options["price_list"]),
            )  # fmt: skip
        except OSError as error:
            raise CommandError(f"{file} cannot be opened: {error.strerror}.", returncode=2) from None
        except TooLarge as error:
            raise CommandError(f"{file} is larger than {error.limit // 2**20} MB.", returncode=1) from None

    def _price_list(self, supplier: Supplier, name: str | None) -> PriceList | None:
        found = PriceList.objects.filter(supplier=supplier, name=name).first() if name else None
        if name and found is None:
            raise CommandError(f"{supplier.slug} has no price list {name!r}.", returncode=2)
        return found

    def _commit(self, run: ImportRun):
        try:
            service.commit_run(run, by=None)
        except RangeQuestion as question:
            raise CommandError(
                f"{question.vanished} of {question.online} articles are not in this file: nothing was written.",
                returncode=1,
            ) from None
        indexer.drain()

    def _print(self, options, found: dict, run: ImportRun):
        if options["json"]:
            self.stdout.write(json.dumps(found, ensure_ascii=False, indent=1))
            return
        for outcome in Outcome.values:
            self.stdout.write(f"{outcome:10} {found[outcome]}")
        for finding in found["findings"]:
            where = f"{finding['column'] or ''}{finding['row'] or ''}"
            self.stdout.write(f"{finding['severity']:10} {where:8} {finding['rule']} {finding['raw']}")
