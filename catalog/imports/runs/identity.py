"""What a person has said of rows whose article was in doubt: is it the one that we thought of, or a new one?

A run keeps the answer with its other decisions; from here on it holds as if the file had said so itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.imports.runs.known import KnownArticle
from catalog.models import ImportRun, Listing, StagedRow

HOLDING = ("held_back", "refused")
DOUBTS = ("identity_doubtful", "number_changed", "number_respelt", "number_reused", "names_differ")


@dataclass(frozen=True, slots=True)
class Told:
    """The row with this key is that article (`same`) or a new one; `before` is the key that it had, `gone` says that
    the file does not mention it otherwise."""

    key: str
    listing: int
    same: bool
    before: str = ""
    gone: bool = False


def told(run: ImportRun) -> list[Told]:
    """The answers so far, in no order."""
    return [Told(**decision["identity"]) for decision in run.decisions.values() if "identity" in decision]


def apply_told(articles: dict[str, KnownArticle], answers: Iterable[Told], *, numbered: bool) -> None:
    """Let the file's rows meet the articles that a person named, and no other."""
    if not (answers := list(answers)):
        return
    by_listing = {article.listing: article for article in articles.values()}
    moved = {answer.listing for answer in answers if answer.same and numbered}
    for key in [key for key, article in articles.items() if article.listing in moved]:
        del articles[key]
    for answer in answers:
        known = articles.get(answer.key)
        if answer.same and answer.listing in by_listing:
            articles[answer.key] = by_listing[answer.listing]
        elif not answer.same and known and known.listing == answer.listing:
            del articles[answer.key]


def open_doubts(run: ImportRun, rule: str = ""):
    """The findings that ask which article a row is, in file order."""
    found = run.findings.filter(rule__in=[rule] if rule in DOUBTS else DOUBTS, severity="held_back")
    waiting = StagedRow.objects.filter(run=run, outcome__in=HOLDING).exclude(reason="left_out")
    return found.filter(number__in=waiting.values("number")).order_by("number", "pk")


def answers(run: ImportRun, numbers: Iterable[int], *, same: bool) -> dict[str, dict]:
    """{first row: {"identity": …}} for the rows among these that are in doubt, as `decisions` keeps it."""
    doubts = {doubt.number: doubt.params for doubt in open_doubts(run).filter(number__in=numbers)}
    rows = list(StagedRow.objects.filter(run=run, number__in=doubts).values_list("number", "rows", "key"))
    found = {
        str(first[0]): {"identity": {"key": key, "same": same} | _of_the_article(doubts[number])}
        for number, first, key in rows
    }
    nameless = {first[0]: doubts[number]["listing"] for number, first, key in rows if same and not key}
    return found | _with_numbers(run, nameless)


def _with_numbers(run: ImportRun, rows: dict[int, int]) -> dict[str, dict]:
    """Rows to which the file gives no number, {first row: listing}, get that of the article that they are."""
    column = run.columns.get("article_number", {}).get("column")
    numbers = dict(Listing.objects.filter(pk__in=rows.values()).values_list("pk", "article_number")) if column else {}
    said = {row: {f"{column}{row}": numbers[listing]} for row, listing in rows.items() if listing in numbers}
    return {str(row): {"set": cells} for row, cells in said.items()}


def _of_the_article(doubt: dict) -> dict:
    return {name: doubt[name] for name in ("listing", "before", "gone")}
