"""A run as its page shows it: what needs a person, alike cases together, then row by row."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from django.db.models import Count, F, Min, Q, QuerySet
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from catalog import vat
from catalog.figures import amount_as_read
from catalog.imports.language.price_words import price_header
from catalog.imports.review.jumps import SAID_BY, Jump, jumps
from catalog.imports.review.messages import sentence
from catalog.imports.runs.decisions import DOUBLE, LEFT_OUT, WITHOUT_PRICE
from catalog.imports.runs.identity import DOUBTS
from catalog.models import ImportFinding, ImportRun, Outcome, StagedRow
from catalog.units import unit_of

NEEDS_YOU = ("held_back", "refused")
ASIDE = {"restore": LEFT_OUT}  # actions for rows that do not wait
BY_VALUE = {"unit_unknown", "vat_invalid", "vat_unclear", "price_unit_unknown"}  # the same text means the same thing
OF_THE_FILE = {
    "net_or_gross",
    "several_prices",
    "price_column_unclear",
    "no_price_column",
    "no_header",
    "list_beside",
}  # one answer for all
CHOICES = {  # what a list's question can be answered with; kept with its header line
    "all_or_piece": (("piece", _("Für ein Stück")), ("all", _("Für die ganze Menge"))),
    "pack_or_piece": (("pack", _("Für die ganze Packung")), ("piece", _("Für ein Stück daraus"))),
    "unit_in_name": (
        ("name", _("Für die im Namen, in allen Zeilen wie dieser")),
        ("list", _("Für die der Liste, in allen Zeilen")),
    ),
    "small_business": (("yes", _("Ja, ohne Umsatzsteuer")), ("no", _("Nein, mit Umsatzsteuer"))),
    "no_price_column": (("none", _("Die Liste hat keine Preise, meine bleiben")),),
    "not_for_trade": (("trade", _("Ja, sie gelten für Geschäftskunden")),),
    "one_customer": (("all", _("Ja, für alle")),),
    "dealers_price": (("dealers", _("Der Preis für meine Händler")), ("own", _("Mein Einkaufspreis"))),
    "mixed_decimal": ((",", _("Ein Komma")), (".", _("Ein Punkt")), ("both", _("Mal das eine, mal das andere"))),
    "cents_or_euro": (("cents", _("In Cent")), ("euro", _("In Euro"))),
    "deposit_within": (("without", _("Ja, sie sind ohne Pfand")),),
    "discount_open": (("taken", _("Ja, er ist abgezogen")),),
    "surcharge_open": (("taken", _("Ja, er ist enthalten")),),
    "price_quantity_unclear": (("one", _("Für eine Einheit, wie die Liste sie nennt, in allen Zeilen")),),
    "price_unit_differs": (
        ("price", _("Bestellt wird in der Einheit des Preises")),
        ("order", _("Der Preis gilt für das, was bestellt wird")),
    ),
    "price_quantity_code": (
        ("code", _("Ein Schlüssel")),
        ("quantity", _("Eine Menge: der Preis gilt für so viele")),
        ("pack", _("Eine Packungsgröße: der Preis gilt für ein Stück")),
    ),
}
AS_IT_STANDS = _("Stimmt so")
STILL_SOLD = _("Ja, noch zu haben")
ON_REQUEST = _("Als „Preis auf Anfrage“ führen")
MAY_BE_RIGHT = {  # what may be right as it stands, and how a person says so
    "price_jump": AS_IT_STANDS,
    "agreed_far": AS_IT_STANDS,
    "price_outlier": AS_IT_STANDS,
    "price_beside": AS_IT_STANDS,
    "price_zero": _("Ja, er kostet nichts"),
    "price_on_request": ON_REQUEST,
    "price_missing": ON_REQUEST,
    "price_approximate": _("Der genannte gilt"),
    "price_from": _("Der genannte gilt"),
    "net_gross_mismatch": AS_IT_STANDS,
    "footnote": _("Ja, er gilt so"),
    "row_too_long": AS_IT_STANDS,
    "row_too_short": AS_IT_STANDS,
    "sold_out": STILL_SOLD,
    "row_hidden": STILL_SOLD,
    "row_struck": STILL_SOLD,
    "fee_maybe": _("Ja, ein Artikel"),
    "deposit_unit_differs": _("Ja, ohne Pfand"),
    "deposit_unknown": _("Ja, ohne Pfand"),
    "not_yet_valid": _("Er gilt schon jetzt"),
    "expired": _("Er gilt weiter"),
    "price_too_small": AS_IT_STANDS,
    "step_rises": AS_IT_STANDS,
    "step_falls_far": AS_IT_STANDS,
    "other_unit": _("Wie in der Liste"),
}
UNIT_UNKNOWN = ("unit_unknown", "price_unit_unknown")
OF_AMOUNTS = (  # read, and then compared
    *("price_outlier", "price_beside", "price_unusual", "price_jump", "price_changed", "agreed_far"),
)
UNREAD = ("other_table", "rows_left", "nothing_taken")
RATES = [str(rate.quantize(Decimal(1))) for rate in vat.RATES]


@dataclass
class Case:
    """Findings alike: the same rule, where it matters the same text too."""

    rule: str
    severity: str
    count: int
    first: ImportFinding
    by_value: bool
    proposals: int
    jump: Jump | None = None

    @property
    def price_proposed(self) -> Decimal | None:
        return price_proposed(self.first)

    @property
    def title(self) -> str:
        return sentence(self.rule, params_of(self.first))

    @property
    def value(self) -> str:
        return self.first.raw if self.by_value else ""

    @property
    def has_proposals(self) -> bool:
        return self.proposals == self.count

    @property
    def asks_for_unit(self) -> bool:
        return self.rule in UNIT_UNKNOWN and bool(self.value)

    @property
    def unit_proposed(self) -> str:
        return unit_proposed(self.first)

    @property
    def of_identity(self) -> bool:
        """Asks which article is meant; that is decided side by side."""
        return self.rule in DOUBTS

    @property
    def of_doubles(self) -> bool:
        """One number, told differently: which row holds is said row by row."""
        return self.rule == DOUBLE

    @property
    def choices(self) -> tuple:
        return CHOICES.get(self.rule, ())

    @property
    def as_it_stands(self) -> str:
        """What a person says who takes the row as it is; empty where it cannot be right."""
        return MAY_BE_RIGHT.get(self.rule, "")

    @property
    def asks_for_rate(self) -> bool:
        return self.rule in ("vat_invalid", "vat_unclear") and bool(self.first.column)

    @property
    def lacks_rate(self) -> bool:
        """No rate anywhere: the usual one of the list is asked for."""
        return self.rule == "vat_missing"

    @property
    def without_price(self) -> bool:
        return self.rule in WITHOUT_PRICE

    @property
    def of_the_file(self) -> bool:
        return self.rule in OF_THE_FILE


@dataclass
class OpenRow:
    """A staged row that waits, with what was noticed about it, the worst first."""

    row: StagedRow
    findings: list[ImportFinding] = field(default_factory=list)
    jump: Jump | None = None
    may_stay: bool = False  # nothing holds it but what a person may call right as it stands

    @property
    def price_proposed(self) -> Decimal | None:
        return price_proposed(self.main) if self.main else None

    @property
    def unit_proposed(self) -> str:
        return unit_proposed(self.main) if self.main else ""

    @property
    def main(self) -> ImportFinding | None:
        """The worst that has a cell to write into, since the field beside it does."""
        weight = {found: (found.severity != "refused", not found.column, not found.proposal) for found in self.findings}
        return min(self.findings, key=weight.__getitem__, default=None)

    @property
    def text(self) -> str:
        said = {*SAID_BY, "price_outlier"} if self.jump else set()
        return " ".join(sentence(one.rule, params_of(one)) for one in self.findings[:2] if one.rule not in said)


@dataclass
class Answer:
    """What a person said, the rows that it concerns, and the token of the way back."""

    action: str
    rule: str
    numbers: list[int]
    token: str


@dataclass
class Settled:
    """What became of an answer's rows when the list was read again: `asked` wait for the same reason."""

    solved: int
    waiting: int
    asked: bool
    why: str = ""


def settled(run: ImportRun, answer: Answer) -> Settled:
    waiting = open_rows(run, outcome=ASIDE.get(answer.action, "")).filter(number__in=answer.numbers)
    count = waiting.count()
    asked = waiting
    if answer.rule:
        alike = run.findings.filter(rule=answer.rule, severity__in=NEEDS_YOU)
        asked = waiting.filter(number__in=alike.values("number"))
    first = with_findings(run, list(asked[:1]))
    return Settled(len(answer.numbers) - count, count, bool(first), first[0].text if first else "")


def price_proposed(finding: ImportFinding) -> Decimal | None:
    """The proposal as an amount where it is one; proposals write no thousands."""
    if finding.field != "price" or not finding.proposal:
        return None
    try:
        return Decimal(str(finding.proposal).replace(",", "."))
    except InvalidOperation:
        return None


def unit_proposed(finding: ImportFinding) -> str:
    """The code of the unit that the proposal names, whatever language the page speaks."""
    unit = unit_of(finding.proposal or "") if finding.rule in UNIT_UNKNOWN else None
    return unit.code if unit else ""


def with_waiting(runs: Iterable[ImportRun]) -> list[ImportRun]:
    """The runs with `waiting`, the rows that wait: those that a person has left out are refused, but wait no more."""
    runs = list(runs)
    found = StagedRow.objects.filter(run__in=runs, outcome="refused", reason=LEFT_OUT)
    left_out = dict(found.values_list("run").annotate(Count("number")))
    for run in runs:
        run.waiting = max(0, run.open_rows - left_out.get(run.pk, 0))
    return runs


def params_of(finding: ImportFinding) -> dict:
    """What a sentence may name of a finding."""
    known = {name: getattr(finding, name) for name in ("sheet", "row", "field", "proposal")}
    raw = amount_as_read(finding.shown) if finding.rule in OF_AMOUNTS else finding.shown
    return known | {"raw": raw, "column": column_named(finding)} | finding.params


def column_named(finding: ImportFinding) -> str:
    """D „VK“, or D alone where the list has no heading for it."""
    run, letter = finding.run, finding.column
    headers = (one["header"] for one in run.columns.values() if one["column"] == letter and run.header_row)
    return _with_header(letter, next(headers, ""))


def _with_header(letter: str, header: str) -> str:
    return gettext("%(column)s „%(header)s“") % {"column": letter, "header": header} if header else letter


BY_ROW = (F("number").asc(nulls_first=True), F("row").asc(nulls_first=True), "pk")  # those of the whole file first


def open_rows(run: ImportRun, *, outcome: str = "", rule: str = "", value: str = "") -> QuerySet[StagedRow]:
    """Rows that wait for a person, in file order; narrowed to an outcome, to those left out, or to one case."""
    found = run.staged.filter(outcome__in=[outcome] if outcome in NEEDS_YOU else NEEDS_YOU).order_by("number")
    found = found.filter(reason=LEFT_OUT) if outcome == LEFT_OUT else found.exclude(reason=LEFT_OUT)
    if rule:
        alike = run.findings.filter(rule=rule, severity__in=NEEDS_YOU)
        alike = alike.filter(raw=value) if value else alike
        found = found.filter(number__in=alike.values("number"))
    return found


def with_findings(run: ImportRun, rows: list[StagedRow]) -> list[OpenRow]:
    noted = defaultdict(list)
    for finding in run.findings.filter(number__in=[row.number for row in rows], severity__in=(*NEEDS_YOU, LEFT_OUT)):
        noted[finding.number].append(finding)
    jumped, yes = jumps(run, noted), {*MAY_BE_RIGHT, DOUBLE} - set(WITHOUT_PRICE if run.price_list_id else ())
    return [OpenRow(row, noted[row.number], jumped.get(row.number), _all_in(yes, noted[row.number])) for row in rows]


def _all_in(rules: set[str], findings: list[ImportFinding]) -> bool:
    return bool(findings) and all(one.rule in rules for one in findings)


def cases(run: ImportRun) -> list[Case]:
    """Groups of alike findings, the largest first."""
    waiting = open_rows(run).values("number")
    findings = run.findings.filter(severity__in=NEEDS_YOU, number__in=waiting)
    jumped = findings.filter(rule__in=SAID_BY).values("number")  # that says more than the neighbours do
    findings = findings.exclude(Q(rule="price_outlier") & Q(number__in=jumped))
    alike = [
        *_grouped(findings.filter(rule__in=BY_VALUE), "rule", "severity", "raw"),
        *_grouped(findings.exclude(rule__in=BY_VALUE), "rule", "severity"),
    ]
    first = run.findings.in_bulk([group["first"] for group in alike])
    made = [
        Case(group["rule"], group["severity"], group["rows"], first[group["first"]], "raw" in group, group["proposed"])
        for group in alike
    ]
    for case in made:
        case.jump = jumps(run, [case.first.number]).get(case.first.number) if case.rule in SAID_BY else None
    return sorted(made, key=lambda case: (case.severity != "held_back", -case.count))


def _grouped(findings, *by):
    proposed = Count("pk", filter=Q(proposal__isnull=False) & ~Q(proposal=""))
    counted = {"rows": Count("number", distinct=True), "first": Min("pk"), "proposed": proposed}
    return findings.values(*by).order_by(*by).annotate(**counted)


def unread(run: ImportRun) -> list[str]:
    """Rows that perhaps are goods and that nobody has read as such: said before anything else."""
    found = run.findings.filter(rule__in=UNREAD).order_by("pk")
    where = {one.pk: {"row": one.where} for one in found if one.rule != "other_table"}  # which names its sheet itself
    return [sentence(one.rule, params_of(one) | where.get(one.pk, {})) for one in found]


def remarks(run: ImportRun) -> list[tuple[str, int]]:
    """What was noticed and decided without anybody: sentence and count, the most frequent first."""
    others = run.findings.exclude(severity__in=(*NEEDS_YOU, LEFT_OUT)).exclude(rule__in=("edited_by_hand", *UNREAD))
    noted = _grouped(others, "rule")
    first = run.findings.in_bulk([group["first"] for group in noted])
    said = [(sentence(group["rule"], params_of(first[group["first"]])), group["rows"]) for group in noted]
    return sorted(said, key=lambda remark: -remark[1])


def skipped_words(run: ImportRun) -> str:
    """4 Zwischenüberschriften, 1 Fußnote"""
    words = (SKIPPED.get(reason, SKIPPED["note"]) % {"n": count} for reason, count in run.skipped_reasons.items())
    return ", ".join(str(word) for word in words)


SKIPPED = {
    "heading": ngettext_lazy("%(n)s Zwischenüberschrift", "%(n)s Zwischenüberschriften", "n"),
    "repeated_header": ngettext_lazy("%(n)s wiederholte Kopfzeile", "%(n)s wiederholte Kopfzeilen", "n"),
    "sum": ngettext_lazy("%(n)s Summenzeile", "%(n)s Summenzeilen", "n"),
    "footer": ngettext_lazy("%(n)s Fußzeile", "%(n)s Fußzeilen", "n"),
    "note": ngettext_lazy("%(n)s Anmerkung", "%(n)s Anmerkungen", "n"),
    "elsewhere": ngettext_lazy("%(n)s Zeile einer anderen Tabelle", "%(n)s Zeilen einer anderen Tabelle", "n"),
}


def file_questions(run: ImportRun) -> set[str]:
    """Questions that the whole file raises and one answer settles."""
    held = run.findings.filter(rule__in=OF_THE_FILE, severity="held_back")
    return set(held.values_list("rule", flat=True).distinct())


def example(run: ImportRun) -> StagedRow | None:
    """A row with a price, to show what net or gross would mean; of what a commit has left none is sure."""
    priced = run.staged.filter(price__isnull=False, vat_rate__isnull=False).order_by("number")
    fine = priced.filter(outcome__in=[Outcome.CREATED, Outcome.UPDATED, Outcome.UNCHANGED])
    return fine.first() or (None if run.committed_at else priced.first())


def price_column(run: ImportRun) -> dict[str, str] | None:
    """The column of the price: B „VK netto“, or B alone where the list has no heading for it."""
    column = run.columns.get("price")
    if not column:
        return None
    return column | {"named": _with_header(column["column"], column["header"] if run.header_row else "")}


def stated(run: ImportRun) -> str:
    """Are the prices taken for net or for gross?"""
    if shown := example(run):
        return "net" if shown.gross_price is None else "gross"
    return run.prices


def said_by_header(run: ImportRun) -> bool:
    """Does the price column's own header say what its prices were taken for?"""
    shown = example(run)
    return bool(shown and header_tax(run) == ("net" if shown.gross_price is None else "gross"))


def header_tax(run: ImportRun) -> str:
    """net or gross, where the price column's own header says so."""
    header = price_header(run.columns.get("price", {}).get("header", ""))
    return header.tax or "" if header else ""
