"""A whole run taken back: every value returns unless somebody changed it since; articles that were new go offline."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from catalog import sql
from catalog.imports.runs import agreed, goods, numbering, staging
from catalog.models import ImportRun
from catalog.pictures import columns

# Every value that the run changed: as it was, as the run left it, as it is now.
CHANGES = f"""
    SELECT b.listing_id, e.key AS field, e.value AS was, b.after -> e.key AS left_as, now.state -> e.key AS now
    FROM catalog_beforeimage b
    JOIN catalog_listing l ON l.id = b.listing_id
    JOIN catalogue_product p ON p.id = l.product_id
    CROSS JOIN LATERAL (SELECT {goods.STATE} AS state) now
    CROSS JOIN LATERAL jsonb_each(b.before) e
    WHERE b.run_id = %(run)s AND NOT b.is_new AND e.value IS DISTINCT FROM b.after -> e.key
"""
KEPT = f"""
    SELECT CASE WHEN l.number_is_ours THEN '' ELSE l.article_number END, p.title,
        array_agg(c.field ORDER BY c.field) FROM ({CHANGES}) c
    JOIN catalog_listing l ON l.id = c.listing_id JOIN catalogue_product p ON p.id = l.product_id
    WHERE c.now IS DISTINCT FROM c.left_as AND c.now IS DISTINCT FROM c.was
    GROUP BY l.id, p.title ORDER BY l.sort_key
"""
RETURNING = f"""
    CREATE TEMPORARY TABLE returning_values ON COMMIT DROP AS
    SELECT c.listing_id, jsonb_object_agg(c.field, c.was) AS state FROM ({CHANGES}) c
    WHERE c.now = c.left_as GROUP BY c.listing_id
"""
PRODUCTS = """
    UPDATE catalogue_product p SET title = COALESCE(r.state ->> 'name', p.title),
        description = COALESCE(r.state ->> 'description', p.description), date_updated = %(now)s
    FROM returning_values r JOIN catalog_listing l ON l.id = r.listing_id
    WHERE p.id = l.product_id AND (r.state ? 'name' OR r.state ? 'description')
"""
NO_CATEGORIES = """
    DELETE FROM catalogue_productcategory k USING returning_values r, catalog_listing l
    WHERE l.id = r.listing_id AND k.product_id = l.product_id AND r.state ? 'categories'
"""
CATEGORIES = """
    INSERT INTO catalogue_productcategory (product_id, category_id)
    SELECT l.product_id, k.id::bigint FROM returning_values r JOIN catalog_listing l ON l.id = r.listing_id
    CROSS JOIN LATERAL jsonb_array_elements_text(r.state -> 'categories') k(id)
    WHERE EXISTS (SELECT FROM catalogue_category c WHERE c.id = k.id::bigint)
"""
LISTINGS = f"""
    UPDATE catalog_listing l SET changed_at = %(now)s, {", ".join(f"{c} = v.{c}" for c in goods.STATE_COLUMNS)}
    FROM returning_values r JOIN catalog_listing o ON o.id = r.listing_id
    CROSS JOIN LATERAL jsonb_populate_record(o, r.state) v
    WHERE l.id = o.id
"""
NEW_OFFLINE = """
    UPDATE catalog_listing l SET online = false, changed_at = %(now)s FROM catalog_beforeimage b
    WHERE b.run_id = %(run)s AND b.is_new AND b.listing_id = l.id AND l.online
"""
# The next import looks at these articles again, and puts back online what this undo took off.
FORGET = """
    UPDATE catalog_importedrow i SET digest = '', name = '', key = COALESCE(b.before ->> 'key', i.key),
        taken_offline = b.is_new FROM catalog_beforeimage b
    WHERE b.run_id = %(run)s AND b.listing_id = i.listing_id
"""


@transaction.atomic
def take_back(run: ImportRun) -> bool:
    """Restore what the run changed; `run.kept_edits` names [number, name, fields] that were edited since and stay."""
    sql.take_turn(run.supplier_id)
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if not run.may_undo:
        return False
    now = timezone.now()
    run.kept_edits = agreed.take_back(run, now) if run.price_list_id else _take_back_goods(run, now)
    staging.let_go(run)
    run.status, run.undone_at = ImportRun.Status.UNDONE, now
    run.save(update_fields=["status", "undone_at", "kept_edits"])
    return True


def _take_back_goods(run: ImportRun, now: datetime) -> list[list]:
    values = {"run": run.pk, "supplier": run.supplier_id, "now": now}
    kept = _by_article([*sql.rows(KEPT, **values), *columns.take_back(run)])
    sql.execute(RETURNING, **values)
    kept += map(list, numbering.move_back(run, values))
    for statement in (PRODUCTS, NO_CATEGORIES, CATEGORIES, LISTINGS, NEW_OFFLINE, FORGET):
        sql.execute(statement, **values)
    sql.execute("DROP TABLE returning_values")
    return kept


def _by_article(edits: list) -> list[list]:
    """Fields and pictures of one article belong together."""
    fields: dict[tuple[str, str], list[str]] = {}
    for number, name, edited in edits:
        fields.setdefault((number, name), []).extend(edited)
    return [[*article, edited] for article, edited in fields.items()]
