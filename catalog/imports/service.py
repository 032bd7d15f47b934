"""The verbs of the import. Pages, jobs, operator commands and the demo region call these and nothing else.

A run goes reading → ready → done, or unreadable; what it leaves open can be decided and committed later.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from accounts.actor import Actor
from accounts.journal import record
from catalog.errors import RangeQuestion, TooLarge
from catalog.imports import commit, dryrun, identity, review, undo
from catalog.imports.memory import Memory, Statement
from catalog.models import ImportMemory, ImportRun, Listing, PriceList, StagedRow, Upload
from suppliers.models import Supplier


def statement_of(supplier: Supplier) -> Statement:
    """What the supplier said of his lists when he joined."""
    return Statement(supplier.lists_are or None, supplier.usual_vat, supplier.small_business)


@transaction.atomic
def start_import(
    supplier: Supplier,
    data: bytes,
    filename: str,
    *,
    by: Actor | None,
    statement: Statement | None = None,
    sheet: str = "",
    whole_range: bool = False,
    price_list: PriceList | None = None,
    key: str = "",
    pasted: bool = False,
) -> ImportRun:
    """Keep the file (private, 90 days) and open a run on it; nothing is read yet. Raises TooLarge.

    `key` names the form that sent it: the same form sent twice is one run.
    """
    if len(data) > settings.UPLOAD_MAX_BYTES:
        raise TooLarge(settings.UPLOAD_MAX_BYTES)
    user = by.user if by else None
    Supplier.objects.select_for_update().get(pk=supplier.pk)
    if key and (twin := ImportRun.objects.filter(supplier=supplier, upload__reference=key).first()):
        return twin
    upload = Upload(supplier=supplier, name=filename[-200:], size=len(data), pasted=pasted, by=user)
    upload.reference = key or upload.reference
    upload.file.save(upload.reference, ContentFile(data), save=False)
    upload.save()
    said = statement or statement_of(supplier)
    run = ImportRun.objects.create(
        supplier=supplier, upload=upload, by=user, prices=said.prices or "", vat=said.vat,
        small_business=said.small_business, wanted_sheet=sheet, whole_range=whole_range, price_list=price_list,
    )  # fmt: skip
    record("import.started", run, by=by, readers=[supplier.organisation], file=upload.name)
    return run


def run_to_dry_run(run: ImportRun) -> ImportRun:
    """Read, check and compare; may be called again after a kill and goes on where it stopped."""
    return dryrun.rehearse(run)


def commit_run(run: ImportRun, *, by: Actor | None) -> ImportRun:
    """Take over every row that is in order, in one transaction; a second call finds nothing left to do.

    Raises RangeQuestion when "my whole range" would take more than a fifth of it offline and nobody confirmed that.
    """
    _guard_range(run)
    with transaction.atomic():
        if commit.write(run):
            _remember_columns(run)
            record("import.committed", run, by=by, readers=[run.supplier.organisation])
    run.refresh_from_db()
    return run


def undo_run(run: ImportRun, *, by: Actor | None) -> ImportRun:
    """Take the whole run back within 30 days; `kept_edits` of the result names what was edited since and stays."""
    with transaction.atomic():
        if undo.take_back(run):
            record("import.undone", run, by=by, readers=[run.supplier.organisation])
    run.refresh_from_db()
    return run


def change_statement(run: ImportRun, *, prices: str | None = None, vat: Decimal | None = None) -> ImportRun:
    """The prices of this file are net (or gross), its usual tax rate is that; the file must be read again."""
    run.prices = run.prices if prices is None else prices
    run.vat = run.vat if vat is None else vat
    dryrun.start_again(run)
    return run


def choose_sheet(run: ImportRun, sheet: str) -> ImportRun:
    """The list is on that sheet; the file must be read again."""
    run.wanted_sheet = sheet
    dryrun.start_again(run)
    return run


def assign_columns(run: ImportRun, assigned: dict[str, str]) -> ImportRun:
    """{column letter: field, "" for leave out}; kept for the supplier's next file with this header line."""
    run.assigned = {**run.assigned, **assigned}
    dryrun.start_again(run)
    return run


def explain(
    run: ImportRun, *, units: dict[str, str] | None = None, categories: dict[str, str] | None = None
) -> ImportRun:
    """What the supplier's own words mean: {unit text: UN/ECE code}, {group name: category code}; kept for good."""
    with transaction.atomic():
        memory, _ = ImportMemory.objects.select_for_update().get_or_create(supplier=run.supplier)
        reading = Memory.from_json(memory.reading)
        reading.units |= units or {}
        memory.reading = reading.to_json()
        memory.categories |= {text.casefold(): code for text, code in (categories or {}).items()}
        memory.save()
        dryrun.start_again(run)
    return run


def decide(run: ImportRun, numbers: Iterable[int], answer: dict) -> ImportRun:
    """Answer for these entries: {"set": {cell: text}}, {"accept": [rules]} or {"leave": True}; then read again."""
    rows = StagedRow.objects.filter(run=run, number__in=numbers).values_list("rows", flat=True)
    return _decide(run, {str(row[0]): answer for row in rows})


def take_proposals(run: ImportRun, numbers: Iterable[int]) -> ImportRun:
    """Write the proposal of each finding that holds these entries back into its cell; doubtful articles are those."""
    answers = _answers(run, numbers, lambda finding: finding.proposal)
    for row, answer in identity.answers(run, numbers, same=True).items():
        answers[row] = answers.get(row, {}) | answer
    return _decide(run, answers)


def settle(run: ImportRun, *, same: Iterable[int] = (), new: Iterable[int] = ()) -> ImportRun:
    """These entries in doubt are the articles that they were shown beside, those are new ones; then read again."""
    return _decide(run, identity.answers(run, same, same=True) | identity.answers(run, new, same=False))


def _answers(run: ImportRun, numbers: Iterable[int], value: Callable) -> dict[str, dict]:
    """{first row: {"set": {cell: value(finding)}}} for the findings with a cell and a value."""
    first = dict(StagedRow.objects.filter(run=run, number__in=numbers).values_list("number", "rows"))
    answers: dict[str, dict] = {}
    held = run.findings.filter(number__in=first, severity__in=review.NEEDS_YOU).exclude(column="")
    held = held.exclude(rule__in=identity.DOUBTS)
    for finding in held:
        if text := value(finding):
            said = answers.setdefault(str(first[finding.number][0]), {"set": {}})
            said["set"].setdefault(f"{finding.column}{finding.row}", str(text))
    return answers


def answer(run: ImportRun, said: dict) -> int:
    """What a person said on the page: {"action": take, accept, set, leave or unit, "number": [...] or "rule" (and
    "value" of a case), "text"}; returns how many rows it settles."""
    action, text = said["action"], said["text"].strip()
    if action == "unit":
        numbers = list(review.open_rows(run, rule=said["rule"], value=said["value"]).values_list("number", flat=True))
        explain(run, units={said["value"]: text})
        return len(numbers)
    waiting = review.open_rows(run, rule="" if said["number"] else said["rule"], value=said["value"])
    if said["number"]:
        waiting = waiting.filter(number__in=said["number"])
    numbers = list(waiting.values_list("number", flat=True))
    if action == "take":
        take_proposals(run, numbers)
    elif action == "set":
        write_value(run, numbers, text)
    else:
        decide(run, numbers, {"leave": True} if action == "leave" else {"accept": held_rules(run, numbers)})
    return len(numbers)


def held_rules(run: ImportRun, numbers: list[int]) -> list[str]:
    held = run.findings.filter(number__in=numbers, severity__in=review.NEEDS_YOU, rule__in=review.MAY_BE_RIGHT)
    return sorted(set(held.values_list("rule", flat=True)))


def write_value(run: ImportRun, numbers: list[int], text: str) -> ImportRun:
    """Write a value into the cell that holds each of these entries back."""
    return _decide(run, _answers(run, numbers, lambda finding: text))


def _decide(run: ImportRun, answers: dict[str, dict]) -> ImportRun:
    for row, answer in answers.items():
        known = run.decisions.setdefault(row, {})
        known["set"] = known.get("set", {}) | answer.get("set", {})
        known["accept"] = sorted({*known.get("accept", ()), *answer.get("accept", ())})
        known["leave"] = answer.get("leave", False)
        known |= {name: answer[name] for name in ("identity",) if name in answer}
    dryrun.start_again(run)
    return run


def confirm_range(run: ImportRun) -> ImportRun:
    """Yes, that many articles are to go offline."""
    run.range_confirmed = True
    run.save(update_fields=["range_confirmed"])
    return run


def discard_run(run: ImportRun, *, by: Actor | None) -> ImportRun:
    """Forget a dry run that nobody wants; one that was committed can only be undone."""
    with transaction.atomic():
        run = ImportRun.objects.select_for_update().get(pk=run.pk)
        if run.committed_at is None and run.status != ImportRun.Status.DISCARDED:
            run.staged.all().delete()
            run.status = ImportRun.Status.DISCARDED
            run.save(update_fields=["status"])
            record("import.discarded", run, by=by, readers=[run.supplier.organisation])
    return run


def _guard_range(run: ImportRun) -> None:
    if not run.whole_range or run.range_confirmed:
        return
    online = Listing.objects.filter(supplier=run.supplier, online=True).count()
    if run.vanished > dryrun.VANISHED_SHARE_ALLOWED * online:
        raise RangeQuestion(run.vanished, online)


def _remember_columns(run: ImportRun) -> None:
    """A correction made once holds for every later file with the same header line."""
    if not run.assigned:
        return
    memory, _ = ImportMemory.objects.select_for_update().get_or_create(supplier=run.supplier)
    reading = Memory.from_json(memory.reading)
    reading.columns[run.headers_fingerprint] = reading.columns.get(run.headers_fingerprint, {}) | run.assigned
    memory.reading = reading.to_json()
    memory.save(update_fields=["reading"])
