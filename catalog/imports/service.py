"""The verbs of the import. Pages, jobs, operator commands and the demo region call these and nothing else.

A run goes reading → ready → committing → done, or unreadable, and from done by undoing to undone; what it leaves open
can be decided and committed later. Commands skip the states in between, in which a page waits for a job.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from functools import wraps

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction

from accounts.actor import Actor
from catalog.errors import Closed, RangeQuestion, TooLarge
from catalog.imports.columns.memory import Memory, Statement
from catalog.imports.review import pending
from catalog.imports.review.jumps import SAID_BY
from catalog.imports.runs import commit, decisions, dryrun, identity, journal, progress, staging, undo, way_back
from catalog.models import ImportMemory, ImportRun, Listing, PriceList, StagedRow, Upload
from catalog.uploads import place_for
from catalog.vat import STANDARD
from suppliers.models import Supplier

Status = ImportRun.Status
OPEN = (Status.READY, Status.DONE)  # dry runs that may be committed
SPEAKABLE = (*OPEN, Status.READING, Status.UNREADABLE)


def _lock(run: ImportRun) -> None:
    """The run as it is now, and nobody else's until the transaction ends."""
    run.refresh_from_db(from_queryset=ImportRun.objects.select_for_update())


def speaks(verb: Callable) -> Callable:
    """A verb that says something about the file: never while a job takes the run over or back. Raises Closed."""

    @wraps(verb)
    @transaction.atomic
    def on_locked_run(run: ImportRun, *args, **kwargs) -> ImportRun:
        _lock(run)
        if run.status not in SPEAKABLE:
            raise Closed
        return verb(run, *args, **kwargs)

    return on_locked_run


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

    `key` names the form that sent it: the same file sent twice by it for the same use is one run.
    """
    if len(data) > settings.UPLOAD_MAX_BYTES:
        raise TooLarge(settings.UPLOAD_MAX_BYTES)
    user = by.user if by else None
    Supplier.objects.select_for_update().get(pk=supplier.pk)
    said = statement or statement_of(supplier)
    if price_list:  # an agreed net price has the article's own rate
        said = replace(said, vat=said.vat or STANDARD)
    use = {"price_list": price_list, "whole_range": whole_range, "prices": said.prices or ""}
    file, words = ContentFile(data), f"{price_list and price_list.pk} {whole_range} {said.prices}"
    reference, twin = place_for(supplier, key, file, words, lambda upload: upload.runs.filter(**use).first())
    if twin:
        return twin
    upload = Upload(
        supplier=supplier, reference=reference, name=filename[-200:], size=len(data), pasted=pasted, by=user
    )
    upload.file.save(upload.reference, file, save=False)
    upload.save()
    run = ImportRun.objects.create(
        supplier=supplier, upload=upload, by=user, prices=said.prices or "", vat=said.vat,
        small_business=said.small_business, wanted_sheet=sheet, whole_range=whole_range, price_list=price_list,
    )  # fmt: skip
    journal.started(run, by=by)
    return run


def run_to_dry_run(run: ImportRun) -> ImportRun:
    """Read, check and compare; may be called again after a kill and goes on where it stopped."""
    return dryrun.rehearse(run)


@transaction.atomic
def start_commit(run: ImportRun) -> ImportRun:
    """Let the run wait for its commit; a second call, or one with nothing left to do, changes nothing.

    Raises RangeQuestion, see commit_run.
    """
    _lock(run)
    if run.status in OPEN and (run.fine or not run.committed_at):
        _guard_range(run)
        run.status = Status.COMMITTING
        run.save(update_fields=["status"])
    return run


def commit_run(run: ImportRun, *, by: Actor | None) -> ImportRun:
    """Take over every row that is in order, in one transaction; a second call finds nothing left to do.

    Raises RangeQuestion when "my whole range" would take more than a fifth of it offline and nobody confirmed that.
    """
    _guard_range(run)
    with transaction.atomic(), progress.shown(run):
        step_back(run)
        if commit.write(run):
            journal.committed(run, by=by)
    run.refresh_from_db()
    return run


@transaction.atomic
def start_undo(run: ImportRun) -> ImportRun:
    """Let the run wait for being taken back, if it still may be."""
    _lock(run)
    if run.may_undo:
        run.status = Status.UNDOING
        run.save(update_fields=["status"])
    return run


def undo_run(run: ImportRun, *, by: Actor | None) -> ImportRun:
    """Take the whole run back within 30 days; `kept_edits` of the result names what was edited since and stays."""
    with transaction.atomic(), progress.shown(run):
        step_back(run)
        if undo.take_back(run):
            journal.undone(run, by=by)
    run.refresh_from_db()
    return run


def step_back(run: ImportRun) -> None:
    """A run that waits for its commit or undo stands again where it was before; the others stay."""
    waiting = ImportRun.objects.filter(pk=run.pk)
    waiting.filter(status=Status.COMMITTING, committed_at=None).update(status=Status.READY)
    waiting.filter(status__in=[Status.COMMITTING, Status.UNDOING]).update(status=Status.DONE)


@speaks
def change_statement(run: ImportRun, *, prices: str | None = None, vat: Decimal | None = None) -> ImportRun:
    """The prices of this file are net (or gross), its usual tax rate is that; the file must be read again.

    Where the file asked, because it contradicts what was said or itself, the answer holds for this header line.
    """
    run.prices = run.prices if prices is None else prices
    run.vat = run.vat if vat is None else vat
    before = Memory.from_json(_memory(run).reading).answers.get(run.headers_fingerprint, {})
    if prices and ("net_or_gross" in before or run.findings.filter(rule="net_or_gross").exists()):
        _keep_answer(run, "net_or_gross", prices)
    dryrun.start_again(run)
    return run


@speaks
def choose_sheet(run: ImportRun, sheet: str) -> ImportRun:
    """The list is on that sheet; the file must be read again."""
    run.wanted_sheet = sheet
    dryrun.start_again(run)
    return run


@speaks
def assign_columns(run: ImportRun, assigned: dict[str, str]) -> ImportRun:
    """{column letter: field, "" for leave out}; kept for the supplier's next file with this header line."""
    run.assigned = {**run.assigned, **assigned}
    _remember_columns(run)
    dryrun.start_again(run)
    return run


@speaks
def explain(
    run: ImportRun, *, units: dict[str, str] | None = None, categories: dict[str, str] | None = None
) -> ImportRun:
    """What the supplier's own words mean: {unit text: UN/ECE code}, {group name: category code}; kept for good."""
    memory = _memory(run)
    reading = Memory.from_json(memory.reading)
    reading.units |= units or {}
    known = memory.categories | {text.casefold(): code for text, code in (categories or {}).items()}
    _remember(run, reading=reading.to_json(), categories=known)
    dryrun.start_again(run)
    return run


@speaks
def answer_question(run: ImportRun, question: str, said: str) -> ImportRun:
    """Answer a question about the whole list (see pending.CHOICES); kept for every list with this header line.

    It is asked again when the list says something else of the matter.
    """
    _keep_answer(run, question, said)
    dryrun.start_again(run)
    return run


def _keep_answer(run: ImportRun, question: str, said: str) -> None:
    reading = Memory.from_json(_memory(run).reading)
    reading.keep(run.headers_fingerprint, question, said, run.evidence.get(question, ""))
    _remember(run, reading=reading.to_json())


def decide(run: ImportRun, numbers: Iterable[int], answer: dict) -> ImportRun:
    """Answer for these entries: {"set": {cell: text}}, {"accept": [rules]} or {"leave": True}; then read again."""
    answers: dict[str, dict] = {}
    for number, rows in StagedRow.objects.filter(run=run, number__in=numbers).values_list("number", "rows"):
        answers.setdefault(str(rows[0]), answer | {"numbers": []})["numbers"].append(number)
    return _decide(run, answers)


def take_proposals(run: ImportRun, numbers: Iterable[int], rule: str = "") -> ImportRun:
    """Write the proposal of each finding that holds these entries back into its cell; doubtful articles are those.

    With `rule` only what it proposes.
    """
    answers = _answers(run, numbers, lambda finding: finding.proposal if rule in ("", finding.rule) else "")
    for row, answer in identity.answers(run, numbers, same=True).items():
        answers[row] = answers.get(row, {}) | answer
    return _decide(run, answers)


def settle(run: ImportRun, *, same: Iterable[int] = (), new: Iterable[int] = ()) -> ImportRun:
    """These entries in doubt are the articles that they were shown beside, those are new ones; then read again."""
    return _decide(run, identity.answers(run, same, same=True) | identity.answers(run, new, same=False))


def settle_with_way_back(run: ImportRun, *, same: list[int], new: list[int]) -> pending.Answer:
    """The same as an answer of the page."""
    with way_back.kept(run) as token:
        settle(run, same=same, new=new)
    return pending.Answer("settle", "", [*same, *new], token)


def _answers(run: ImportRun, numbers: Iterable[int], value: Callable) -> dict[str, dict]:
    """{first row: {"set": {cell: value(finding)}}} for the findings with a cell and a value."""
    first = dict(StagedRow.objects.filter(run=run, number__in=numbers).values_list("number", "rows"))
    answers: dict[str, dict] = {}
    held = run.findings.filter(number__in=first, severity__in=pending.NEEDS_YOU).exclude(column="")
    held = held.exclude(rule__in=identity.DOUBTS)
    for finding in held:
        if text := value(finding):
            said = answers.setdefault(str(first[finding.number][0]), {"set": {}})
            said["set"].setdefault(f"{finding.column}{run.row_at(finding.sheet, finding.row)}", str(text))
    return answers


def answer(run: ImportRun, said: dict) -> pending.Answer:
    """What a person said on the page: {"action": take, accept, set, leave, restore, unit, vat or answer, "number":
    [...] or "rule" (and "value" of a case), "text"}; returns which rows that concerns, and the token of the way back.

    An answer to a case is one to its rule only: what else holds these rows still does.
    """
    rule = "" if said["number"] else said["rule"]
    waiting = pending.open_rows(run, outcome=pending.ASIDE.get(said["action"], ""), rule=rule, value=said["value"])
    if said["number"]:
        waiting = waiting.filter(number__in=said["number"])
    numbers = list(waiting.values_list("number", flat=True))
    with way_back.kept(run) as token:
        _do(run, said, numbers, rule)
    return pending.Answer(said["action"], rule, numbers, token)


def take_answer_back(run: ImportRun, token: str) -> bool:
    """Bring back what an answer replaced, within the hour, and read again; False when it is too late."""
    replaced = way_back.found(run, token)
    if replaced:
        _restore(run, replaced)
    return bool(replaced)


@speaks
def _restore(run: ImportRun, replaced: dict) -> ImportRun:
    way_back.restore(run, replaced)
    dryrun.start_again(run)
    return run


def _do(run: ImportRun, said: dict, numbers: list[int], rule: str) -> None:
    action, text = said["action"], said["text"].strip()
    if action == "unit":
        explain(run, units={said["value"]: text})
    elif action == "answer":
        answer_question(run, said["rule"], text)
    elif action == "vat":
        change_statement(run, vat=Decimal(text))
    elif action == "take":
        take_proposals(run, numbers, rule)
    elif action == "set":
        write_value(run, numbers, text, rule)
    elif action == "accept":
        accept(run, numbers, rule)
    else:
        decide(run, numbers, {"leave": action == "leave"})


def accept(run: ImportRun, numbers: Iterable[int], rule: str = "") -> ImportRun:
    """What holds each of these entries back is right as it stands; with `rule` only that is said."""
    first = dict(run.staged.filter(number__in=numbers).values_list("number", "rows"))
    said = {rule, *SAID_BY.get(rule, ())} if rule else pending.MAY_BE_RIGHT.keys()
    meant = said & pending.MAY_BE_RIGHT.keys()
    held = run.findings.filter(number__in=first, severity__in=pending.NEEDS_YOU, rule__in=meant)
    answers: dict[str, dict] = {}
    for number, name in held.values_list("number", "rule"):
        answers.setdefault(str(first[number][0]), {"accept": []})["accept"].append(name)
    for row, answer in ({} if rule else decisions.the_right_one(run, first)).items():
        answers[row] = answer | {"accept": [*answers.get(row, {}).get("accept", ()), *answer.get("accept", ())]}
    return _decide(run, answers)


def write_value(run: ImportRun, numbers: list[int], text: str, rule: str = "") -> ImportRun:
    """Write a value into the cell that `rule` complains of, else into the one that the page shows for each entry."""
    shown = pending.with_findings(run, list(run.staged.filter(number__in=numbers)))
    cells = {one.main.pk for one in shown if one.main}
    return _decide(
        run, _answers(run, numbers, lambda one: text if (one.rule == rule if rule else one.pk in cells) else "")
    )


@speaks
def _decide(run: ImportRun, answers: dict[str, dict]) -> ImportRun:
    for row, answer in answers.items():
        known = run.decisions.setdefault(row, {})
        known["set"] = known.get("set", {}) | answer.get("set", {})
        known["accept"] = sorted({*known.get("accept", ()), *answer.get("accept", ())})
        known["leave"] = answer.get("leave", False)
        if known["leave"]:  # taken in again, it is asked about anew
            known["accept"] = [name for name in known["accept"] if name != decisions.DOUBLE]
        known["numbers"] = sorted({*known.get("numbers", ()), *answer.get("numbers", ())})
        known |= {name: answer[name] for name in ("identity",) if name in answer}
    dryrun.start_again(run)
    return run


@speaks
def confirm_range(run: ImportRun) -> ImportRun:
    """Yes, that many articles are to go offline."""
    run.range_confirmed = True
    run.save(update_fields=["range_confirmed"])
    return run


def discard_run(run: ImportRun, *, by: Actor | None) -> ImportRun:
    """Forget a dry run that nobody wants; one that was committed can only be undone."""
    with transaction.atomic():
        _lock(run)
        if run.committed_at is None and run.status in SPEAKABLE:
            staging.let_go(run)
            run.status = ImportRun.Status.DISCARDED
            run.save(update_fields=["status"])
            journal.discarded(run, by=by)
    return run


def _guard_range(run: ImportRun) -> None:
    if not run.whole_range or run.range_confirmed:
        return
    online = Listing.objects.filter(supplier=run.supplier, online=True).count()
    if run.vanished > dryrun.VANISHED_SHARE_ALLOWED * online:
        raise RangeQuestion(run.vanished, online)


def _memory(run: ImportRun) -> ImportMemory:
    memory, _ = ImportMemory.objects.select_for_update().get_or_create(supplier=run.supplier)
    return memory


def _remember(run: ImportRun, **said: dict) -> None:
    ImportMemory.objects.filter(supplier=run.supplier).update(**said)


def _remember_columns(run: ImportRun) -> None:
    """A correction made once holds for every later file with the same header line."""
    if run.assigned and run.headers_fingerprint:
        reading = Memory.from_json(_memory(run).reading)
        reading.columns[run.headers_fingerprint] = reading.columns.get(run.headers_fingerprint, {}) | run.assigned
        _remember(run, reading=reading.to_json())
