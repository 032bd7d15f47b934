"""Staged rows beside what is in the catalogue: new, changed or the same; the dry run's numbers come from here."""

from catalog import sql
from catalog.imports.runs import doubts, goods
from catalog.imports.runs.decisions import DOUBLE
from catalog.imports.runs.identity import told
from catalog.models import ImportFinding, ImportRun

IN_ORDER = "s.outcome IN ('created', 'updated') OR (s.outcome = 'unchanged' AND s.fingerprint IS NOT NULL)"
JOINED = """
    FROM catalog_listing l
    JOIN catalogue_product p ON p.id = l.product_id
    LEFT JOIN catalog_importedrow i ON i.listing_id = l.id
"""
# An article that came to be since the file was read: by another import, or by hand. Two plain joins, since one with
# a choice in its condition compares every row with every article.
MET = "UPDATE catalog_stagedrow s SET listing_id = l.id, is_new = false FROM catalog_listing l"
STILL_NEW = """
    s.run_id = %(run)s AND s.is_new AND s.outcome IN ('created', 'held_back') AND l.supplier_id = %(supplier)s
"""
MEET_BY_NUMBER = f"""
    {MET} WHERE {STILL_NEW} AND NOT s.number_is_ours AND upper(l.article_number) = upper(s.article_number)
      AND NOT l.id = ANY(%(told)s)
"""
MEET_BY_KEY = f"""
    {MET} JOIN catalog_importedrow i ON i.listing_id = l.id
    WHERE {STILL_NEW} AND s.number_is_ours AND s.key <> '' AND i.supplier_id = %(supplier)s AND i.key = s.key
"""
WORST_FIRST = ("held_back", "refused", "created", "updated", "unchanged", "skipped")
# A row of the file counts once; where it holds several articles, with the outcome that most needs a person.
RANK = """array_position(%(outcomes)s::text[], outcome::text)"""
ROWS = f"""
    SELECT (%(outcomes)s::text[])[rank], reason, count(*)::int FROM (
        SELECT min({RANK}) AS rank, min(CASE WHEN outcome = 'skipped' THEN reason END) AS reason
        FROM catalog_stagedrow, unnest(rows) AS row WHERE run_id = %(run)s GROUP BY row
    ) AS each GROUP BY 1, 2
"""
NAMELESS = """
    UPDATE catalog_stagedrow s SET outcome = 'refused', reason = 'unknown_article'
    WHERE s.run_id = %(run)s AND s.outcome = 'created' AND s.is_new AND s.name = ''
    RETURNING s.number, s.rows[1], s.article_number
"""

# The file's own doubles are held back when they are read; these came to be by what a person wrote.
HOLD_DOUBLES = """
    UPDATE catalog_stagedrow s SET outcome = 'held_back' FROM (
        SELECT number, count(*) OVER (PARTITION BY key) AS times FROM catalog_stagedrow
        WHERE run_id = %(run)s AND key <> '' AND outcome IN ('created', 'unchanged')
    ) same
    WHERE s.run_id = %(run)s AND s.number = same.number AND same.times > 1
    RETURNING s.number, s.rows[1], s.number_is_ours, s.article_number, s.name
"""


def hold_doubles(run: ImportRun) -> None:
    """Rows to which a person gave a number, or a name, that another row has: only one of them can be right."""
    found = sql.rows(HOLD_DOUBLES, run=run.pk) if run.decisions else []
    findings = []
    for number, row, is_nameless, article_number, name in found:
        field, raw = ("name", name) if is_nameless else ("article_number", article_number)
        column = run.columns.get(field, {}).get("column", "")
        rule = "name_double" if is_nameless else DOUBLE
        said = {"number": number, "column": column, "field": field, "raw": raw, "rule": rule, "severity": "held_back"}
        findings.append(run.finding_at(row, **said))
    ImportFinding.objects.bulk_create(findings)


def meet(run: ImportRun) -> None:
    """Lead rows to articles that came to be since the file was read."""
    who = {"run": run.pk, "supplier": run.supplier_id, "told": [answer.listing for answer in told(run)]}
    with sql.large_sets():
        sql.execute(MEET_BY_NUMBER, **who)
        sql.execute(MEET_BY_KEY, **who)


def compare(run: ImportRun) -> None:
    """Decide between created, updated and unchanged for every row in order, hold back those in doubt, and count."""
    meet(run)
    _refuse_nameless(run)
    doubts.notice(run)
    changes = goods.differs(set(run.provided))
    keys = [answer.key for answer in told(run) if answer.same]  # that alone is a change
    sql.execute(
        f"""
        UPDATE catalog_stagedrow s SET outcome =
            CASE WHEN {changes} OR s.key = ANY(%(keys)s::text[]) THEN 'updated' ELSE 'unchanged' END
        {JOINED}
        WHERE s.run_id = %(run)s AND NOT s.is_new AND s.listing_id = l.id AND ({IN_ORDER})
        """,
        run=run.pk,
        supplier=run.supplier_id,
        keys=keys,
    )
    count(run)


def _refuse_nameless(run: ImportRun) -> None:
    """A price list speaks of an article that we do not have: without a name it cannot become one."""
    ImportFinding.objects.bulk_create(
        run.finding_at(row, number=number, field="article_number", raw=raw, rule="unknown_article", severity="refused")
        for number, row, raw in sql.rows(NAMELESS, run=run.pk)
    )


def count(run: ImportRun) -> None:
    """Rows by outcome: those a commit took over before, and those that are staged."""
    found: dict[str, int] = {}
    run.skipped_reasons = {}
    for outcome, reason, rows in sql.rows(ROWS, run=run.pk, outcomes=list(WORST_FIRST)):
        found[outcome] = found.get(outcome, 0) + rows
        if outcome == "skipped":
            run.skipped_reasons[reason or ""] = rows
    run.counts = {name: found.get(name, 0) + run.done.get(name, 0) for name in WORST_FIRST}
    run.save(update_fields=["counts", "skipped_reasons"])
