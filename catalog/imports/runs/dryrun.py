"""From the bytes to the dry run: read, check, stage, compare. Stopped anywhere, it goes on where it was."""

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from catalog import sql
from catalog.imports.columns.memory import LastPrice, Memory, Statement
from catalog.imports.columns.reading import Reading, read
from catalog.imports.rows.checking import Checker
from catalog.imports.rows.sheets_agree import ask_if_sheets_differ
from catalog.imports.runs import agreed, known
from catalog.imports.runs.comparison import compare, hold_doubles
from catalog.imports.runs.decisions import WITHOUT_PRICE, apply, decision_for, with_accepted
from catalog.imports.runs.identity import apply_told, told
from catalog.imports.runs.overwritten import note_overwritten_edits
from catalog.imports.runs.own_rows import OwnRows
from catalog.imports.runs.staging import FINDING_COLUMNS, Overtaken, Stage, copy, finding_row
from catalog.models import ImportFinding, ImportMemory, ImportRun, StagedRow
from tabular import Unreadable

ASSUMED_UNIT = "H87"
VANISHED_SHARE_ALLOWED = 0.2  # more than a fifth of the range gone looks like half a file


@contextmanager
def collector_resting() -> Iterator[None]:
    """Rows form no cycles, yet the collector would walk all that are kept again and again: half of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@collector_resting()
def rehearse(run: ImportRun) -> ImportRun:
    """Read the run's file and leave what it would do; the status says ready, done (again) or unreadable."""
    run = ImportRun.objects.select_related("supplier", "upload").get(pk=run.pk)
    if run.status != ImportRun.Status.READING:
        return run
    memory, _ = ImportMemory.objects.get_or_create(supplier=run.supplier)
    try:
        reading = open_file(run, memory)
        articles = known_articles(run, reading)
        checker = check(run, reading, memory, articles)
        if not run.committed_at:  # what it left open is counted by the rows of all sheets
            ask_if_sheets_differ(checker)
    except Unreadable as fault:
        return _give_up(run, fault)
    _note_reading(run, reading, checker)
    _stage(run, checker, Stage(run, articles, known.Shelves(memory)))
    _finish(run, checker)
    return run


def open_file(run: ImportRun, memory: ImportMemory) -> Reading:
    """The run's file with the columns as the supplier corrected them; raises Unreadable."""
    reading = read(run.upload.read(), sheet=run.wanted_sheet or None, memory=Memory.from_json(memory.reading))
    for column, field in run.assigned.items():
        reading.plan = reading.plan.assign(column, field)
    reading.plan = replace(reading.plan, agreed=bool(run.price_list_id), fields={})
    return reading


def still_reads(run: ImportRun, memory: ImportMemory, assigned: dict[str, str]) -> bool:
    """Is the file still a list once these columns are remembered for its line of headings?"""
    said = Memory.from_json(memory.reading)
    said.columns[run.headers_fingerprint] = said.columns.get(run.headers_fingerprint, {}) | run.assigned | assigned
    try:
        found = read(run.upload.read(), sheet=run.wanted_sheet or None, memory=said)
    except Unreadable:
        return False
    return bool(found.table.main_header) == bool(run.header_row) and not found.forgot_columns


def known_articles(run: ImportRun, reading: Reading) -> dict[str, known.KnownArticle]:
    """The supplier's articles by key; a file that names no unit speaks of the unit that each has."""
    numbered = reading.plan.column("article_number") is not None
    articles = known.articles(run.supplier, numbered=numbered)
    apply_told(articles, told(run), numbered=numbered)
    names_units = any(reading.plan.column(name) for name in ("unit", "packaging"))
    for article in articles.values():
        article.unit = article.unit if names_units else ASSUMED_UNIT
        article.fingerprint = None if run.price_list_id else article.fingerprint
    return articles


def check(run: ImportRun, reading: Reading, memory: ImportMemory, articles: dict) -> Checker:
    statement = Statement(prices=run.prices or None, vat=run.vat, small_business=run.small_business)
    return Checker(reading, statement, last=LastPrices(articles), memory=Memory.from_json(memory.reading))


class LastPrices(Mapping):
    """What one unit cost before, by key; made when asked, since a file asks for changed rows only."""

    def __init__(self, articles: dict[str, known.KnownArticle]):
        self.articles = articles

    def __getitem__(self, key: str) -> LastPrice:
        article = self.articles[key]
        if article.price is None:
            raise KeyError(key)
        return LastPrice(article.price / article.price_quantity, article.unit)

    def __iter__(self) -> Iterator[str]:
        return iter(self.articles)

    def __len__(self) -> int:
        return len(self.articles)


def _give_up(run: ImportRun, fault: Unreadable) -> ImportRun:
    said = {"rule": fault.rule, "params": fault.params}
    still_read = ImportRun.objects.filter(pk=run.pk, status=ImportRun.Status.READING)
    still_read.update(status=ImportRun.Status.UNREADABLE, fault=said)
    run.refresh_from_db()
    return run


def _hold(run: ImportRun) -> None:
    """Nobody may stop the reading until the transaction ends; raises Overtaken if somebody has."""
    still_read = ImportRun.objects.select_for_update().filter(pk=run.pk, status=ImportRun.Status.READING)
    if not still_read.exists():
        raise Overtaken(run.reference)


@transaction.atomic
def _note_reading(run: ImportRun, reading: Reading, checker: Checker) -> None:
    _hold(run)
    run.format, run.encoding = reading.format, reading.encoding or ""
    run.sheet, run.header_row = reading.sheet, reading.header_row
    run.sheets = [name[:200] for name in reading.sheets]  # as findings name them
    run.columns, run.questions = reading.columns_json(), list(reading.plan.questions)
    run.headers_fingerprint = reading.plan.headers_fingerprint
    run.evidence = {question: words for question, words in checker.evidence.items() if words}
    run.provided = sorted(checker.provided)
    run.rows_expected = reading.table.filled
    run.save()


def _stage(run: ImportRun, checker: Checker, stage: Stage) -> None:
    own = OwnRows(run, checker)
    for number, entry in _wanted(run, checker):
        decision = decision_for(run.decisions, number, entry)
        article = stage.known.get(entry.key) if entry.key else None
        if article and article.price is None:  # that it has none was decided before
            decision = with_accepted(decision, WITHOUT_PRICE)
        is_same = article and (article.fingerprint == entry.fingerprint or own.says_the_same(article.listing, entry))
        if is_same and str(entry.rows[0]) not in run.decisions:
            stage.add_known(number, entry)
        else:
            stage.add(number, entry, apply(decision, checker, entry))
    stage.save()


def _wanted(run: ImportRun, checker: Checker) -> Iterator:
    """Entries that are not staged yet; after a commit only those that it left open."""
    still_open = set(run.open_entries) if run.committed_at else None
    start = run.position
    for number, entry in enumerate(checker.entries()):
        if number >= start and (still_open is None or number in still_open):
            yield number, entry


def _finish(run: ImportRun, checker: Checker) -> None:
    with transaction.atomic():
        _hold(run)
        run.findings.filter(number=None).delete()
        general = [finding_row(run.pk, None, finding) for finding in checker.findings()]
        copy(ImportFinding._meta.db_table, FINDING_COLUMNS, general)
        if run.price_list_id:
            agreed.compare(run)
        else:
            hold_doubles(run)
            compare(run)
            note_overwritten_edits(run)
        run.vanished = count_vanished(run) if run.whole_range and not run.committed_at else 0
        run.status = ImportRun.Status.DONE if run.committed_at else ImportRun.Status.READY
        run.read_at = timezone.now()
        run.save()


def count_vanished(run: ImportRun) -> int:
    """Articles online that the file does not mention."""
    from catalog.imports.runs.commit import VANISHED

    with sql.large_sets():
        return sql.rows(f"SELECT count(*) {VANISHED}", run=run.pk, supplier=run.supplier_id)[0][0]


@transaction.atomic
def start_again(run: ImportRun) -> None:
    """Forget what is staged and read anew, since the supplier said something else about the file.

    What is taken over stays, and with it what was noticed about it.
    """
    noticed = run.findings.all()
    if run.committed_at:
        run.open_entries = list(StagedRow.objects.filter(run=run).values_list("number", flat=True))
        noticed = noticed.filter(Q(number=None) | Q(number__in=run.open_entries))
    StagedRow.objects.filter(run=run).delete()
    noticed.delete()
    run.status, run.position, run.rows_read = ImportRun.Status.READING, 0, 0
    run.reading_at, run.read_at = timezone.now(), None
    run.save()
