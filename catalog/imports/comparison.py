"""Staged rows beside what is in the catalogue: new, changed or the same; the dry run's numbers come from here."""

from catalog.imports import goods, sql
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
"""
MEET_BY_KEY = f"""
    {MET} JOIN catalog_importedrow i ON i.listing_id = l.id
    WHERE {STILL_NEW} AND s.number_is_ours AND s.key <> '' AND i.supplier_id = %(supplier)s AND i.key = s.key
"""
NAMELESS = """
    UPDATE catalog_stagedrow s SET outcome = 'refused', reason = 'unknown_article'
    WHERE s.run_id = %(run)s AND s.outcome = 'created' AND s.is_new AND s.name = ''
    RETURNING s.number, s.rows[1], s.article_number
"""


def compare(run: ImportRun) -> None:
    """Decide between created, updated and unchanged for every row in order, and count."""
    who = {"run": run.pk, "supplier": run.supplier_id}
    sql.execute(MEET_BY_NUMBER, **who)
    sql.execute(MEET_BY_KEY, **who)
    _refuse_nameless(run)
    changes = goods.differs(set(run.provided))
    sql.execute(
        f"""
        UPDATE catalog_stagedrow s SET outcome = CASE WHEN {changes} THEN 'updated' ELSE 'unchanged' END
        {JOINED}
        WHERE s.run_id = %(run)s AND NOT s.is_new AND s.listing_id = l.id AND ({IN_ORDER})
        """,
        **who,
    )
    count(run)


def _refuse_nameless(run: ImportRun) -> None:
    """A price list speaks of an article that we do not have: without a name it cannot become one."""
    ImportFinding.objects.bulk_create(
        ImportFinding(
            run=run,
            number=number,
            sheet=run.sheet,
            row=row,
            field="article_number",
            raw=raw,
            rule="unknown_article",
            severity="refused",
        )
        for number, row, raw in sql.rows(NAMELESS, run=run.pk)
    )


def count(run: ImportRun) -> None:
    """Rows by outcome: those a commit took over before, and those that are staged."""
    staged = "FROM catalog_stagedrow WHERE run_id = %(run)s"
    found = dict(sql.rows(f"SELECT outcome, sum(cardinality(rows))::int {staged} GROUP BY 1", run=run.pk))
    run.counts = {
        name: found.get(name, 0) + run.done.get(name, 0)
        for name in ("created", "updated", "unchanged", "held_back", "refused", "skipped")
    }
    reasons = sql.rows(
        f"SELECT reason, sum(cardinality(rows))::int {staged} AND outcome = 'skipped' GROUP BY 1", run=run.pk
    )
    run.skipped_reasons = dict(reasons)
    run.save(update_fields=["counts", "skipped_reasons"])
