"""What a run found, as data: the JSON of the command and the rows of the findings file."""

from catalog.imports.review.pending import BY_ROW
from catalog.models import ImportRun, Outcome

FINDING = ("sheet", "row", "column", "field", "raw", "rule", "severity", "proposal")


def report(run: ImportRun) -> dict:
    """Rows as Excel counts them, columns as letters; `rows` is the sum of the six outcomes.

    Of a list that stands on several sheets `sheet` and `header_row` are those of the first; each finding names its own.
    """
    return {
        "format": run.format or None,
        "encoding": run.encoding or None,
        "sheet": run.sheet or None,
        "header_row": run.header_row,
        "columns": run.columns,
        "rows": run.rows,
        **{outcome: run.counts.get(outcome, 0) for outcome in Outcome.values},
        "findings": findings(run),
    }


def findings(run: ImportRun) -> list[dict]:
    """In the order of the rows, those of the whole file first."""
    found = run.findings.order_by(*BY_ROW).values(*FINDING)
    return [finding | {"column": finding["column"] or None} for finding in found]


def unreadable(run: ImportRun) -> dict:
    """The same shape for a file that gave no rows: one finding says why."""
    fault = {"sheet": "", "row": None, "column": None, "field": "", "raw": str(run.fault["params"] or "")}
    return report(run) | {"findings": [fault | {"rule": run.fault["rule"], "severity": "refused", "proposal": None}]}
