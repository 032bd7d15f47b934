"""Everything that was noticed about a list, to be looked through: by weight, kind, column and words."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from catalog.imports.review.jumps import SAID_BY, Jump, jumps
from catalog.imports.review.labels import label_of
from catalog.imports.review.messages import sentence
from catalog.imports.review.pending import BY_ROW, params_of, price_proposed, unit_proposed
from catalog.imports.runs import differences
from catalog.imports.runs.decisions import LEFT_OUT
from catalog.models import ImportFinding, ImportRun
from catalog.unit_words import unit_word

SEVERITIES = {
    "refused": gettext_lazy("abgelehnt"),
    "held_back": gettext_lazy("zurückgehalten"),
    LEFT_OUT: gettext_lazy("ausgelassen"),
    "warning": gettext_lazy("Warnung"),
    "info": pgettext_lazy("Wichtigkeit", "Hinweis"),
}
ANY = dict.fromkeys(("sheet", "row", "column", "field", "raw", "proposal"), "…")


@dataclass
class Noticed:
    """A finding with the article of its row."""

    finding: ImportFinding
    article: str
    header: str
    jump: Jump | None = None

    @property
    def price_proposed(self) -> Decimal | None:
        return price_proposed(self.finding)

    @property
    def unit_proposed(self) -> str:
        return unit_proposed(self.finding)

    @property
    def text(self) -> str:
        return sentence(self.finding.rule, params_of(self.finding))

    @property
    def severity(self) -> str:
        return str(SEVERITIES[self.finding.severity])


def found(run: ImportRun, *, severity: str = "", rule: str = "", column: str = "", text: str = "") -> QuerySet:
    """Findings in the order of the rows, those of the whole file first; `text` in the cell, the number or the name."""
    findings = run.findings.order_by(*BY_ROW)
    for name, value in {"severity": severity, "rule": rule, "column": column}.items():
        findings = findings.filter(**{name: value}) if value else findings
    if text:
        rows = run.staged.filter(Q(article_number__icontains=text) | Q(name__icontains=text))
        said = Q(raw__icontains=text) | Q(raw=text.replace(",", ".")) | Q(params__in_file__icontains=text)
        said |= Q(params__called__icontains=text)
        findings = findings.filter(said | Q(number__in=rows.values("number")))
    return findings


def with_articles(run: ImportRun, findings: list[ImportFinding]) -> list[Noticed]:
    numbers = {finding.number for finding in findings if finding.number is not None}
    rows = run.staged.filter(number__in=numbers).only("number", "article_number", "number_is_ours", "name")
    articles = {row.number: row.called for row in rows}
    headers = headers_of(run)
    jumped = jumps(run, [one.number for one in findings if one.rule in SAID_BY])
    return [
        Noticed(
            one,
            articles.get(one.number) or one.params.get("called", ""),
            headers.get(one.column, ""),
            jumped.get(one.number) if one.rule in SAID_BY else None,
        )
        for one in findings
    ]


def headers_of(run: ImportRun) -> dict[str, str]:
    """{column letter: header}"""
    return {column["column"]: column["header"] for column in run.columns.values()}


def choices(run: ImportRun) -> dict[str, list[tuple[str, str]]]:
    """What there is to choose from, with counts."""
    headers = headers_of(run)
    weights, rules, columns = (_counted(run, name) for name in ("severity", "rule", "column"))
    return {
        "severity": [(key, f"{word} ({weights[key]})") for key, word in SEVERITIES.items() if key in weights],
        "rule": [(rule, f"{sentence(rule, ANY)} ({n})") for rule, n in rules.items()],
        "column": [(letter, f"{letter} {headers.get(letter, '')} ({n})") for letter, n in sorted(columns.items())],
    }


def _counted(run: ImportRun, name: str) -> dict[str, int]:
    counted = run.findings.exclude(**{name: ""}).values_list(name).annotate(n=Count("pk")).order_by("-n", name)
    return {value: n for value, n in counted if value}


def table(run: ImportRun, findings: list[ImportFinding]) -> list[list]:
    """The same as rows of a file, header first."""
    rows: list[list] = [
        [
            _("Blatt"), _("Zeile"), _("Spalte"), _("Überschrift"), _("Bedeutet"),
            pgettext("einer", "Artikel"), _("In der Datei"), _("Ihre Angabe"), _("Hinweis"), _("Vorschlag"),
            _("Wichtigkeit"),
        ]
    ]  # fmt: skip
    for one in with_articles(run, findings):
        finding = one.finding
        meant = label_of(finding.field) if finding.field else ""
        where = [finding.sheet, finding.row, finding.column, one.header, meant, one.article]
        rows.append([*where, finding.in_file, finding.written, one.text, _proposed(one), one.severity])
    return rows


def _proposed(one: Noticed) -> object:
    """A price as a number, a unit by the name that it has in the reader's language."""
    if one.price_proposed is not None:
        return one.price_proposed
    return unit_word(one.unit_proposed) if one.unit_proposed else one.finding.proposal


def changes_table(run: ImportRun) -> list[list]:
    """Old beside new as rows of a file, header first; prices net for one unit."""
    rows: list[list] = [
        [_("Artikelnummer"), _("Bezeichnung"), _("bisher"), _("neu"), _("Unterschied in %"), _("Außerdem anders")]
    ]
    for change in differences.changes(run, list(differences.changed(run))):
        percent = None if change.percent is None else round(change.percent, 1)
        listing = change.listing
        article = ["" if listing.number_is_ours else listing.article_number, listing.name]
        rows.append([*article, _exact(change.old), _exact(change.new), percent, ", ".join(change.fields)])
    return rows


def _exact(price: Decimal | None) -> Decimal | None:
    return None if price is None else round(price, 6).normalize() + Decimal(0)
