"""Article numbers that move: an article takes a new one, another makes way for it; and all of that back.

A number is unique at every moment, so what moves is parked first. An article that makes way keeps its record, pictures
and past orders under a number with "-alt", offline until a list brings it again.
"""

from catalog import sql
from catalog.imports.runs import goods
from catalog.imports.runs.identity import Told, told
from catalog.models import ImportRun

PARKED = "UPDATE catalog_listing l SET article_number = '~' || l.id"
# A number for an article that loses its own: nobody else's.
ASIDE = """left(l.article_number, 60) || '-alt' || CASE WHEN EXISTS (
    SELECT FROM catalog_listing o WHERE o.supplier_id = l.supplier_id
      AND upper(o.article_number) = upper(left(l.article_number, 60)) || '-ALT') THEN '-' || l.reference ELSE '' END"""

MARK = """
    UPDATE catalog_stagedrow s SET reason = 'moving' FROM catalog_listing l
    WHERE s.run_id = %(run)s AND s.listing_id = l.id AND s.outcome = 'updated' AND NOT s.number_is_ours
      AND s.key = ANY(%(recognised)s::text[]) AND s.article_number <> ''
      AND upper(s.article_number) <> upper(l.article_number)
"""
MOVING = "FROM catalog_stagedrow s WHERE s.run_id = %(run)s AND s.reason = 'moving' AND s.listing_id = l.id"
PARK = f"{PARKED} {MOVING}"
IN_THE_WAY = """
    l.id IN (
        SELECT o.id FROM catalog_stagedrow s
        JOIN catalog_listing o ON o.supplier_id = %(supplier)s AND upper(o.article_number) = upper(s.article_number)
        WHERE s.run_id = %(run)s AND (s.outcome = 'created' OR s.reason = 'moving') AND NOT s.number_is_ours
          AND s.listing_id <> o.id)
"""
IMAGES = f"""
    INSERT INTO catalog_beforeimage (run_id, listing_id, is_new, before, after)
    SELECT %(run)s, l.id, false, {goods.STATE}, '{{}}' FROM catalog_listing l
    JOIN catalogue_product p ON p.id = l.product_id
    WHERE {IN_THE_WAY}
      AND NOT EXISTS (SELECT FROM catalog_beforeimage b WHERE b.run_id = %(run)s AND b.listing_id = l.id)
"""
COMES_AGAIN = f"""
    INSERT INTO catalog_importedrow (listing_id, supplier_id, key, digest, taken_offline, at)
    SELECT l.id, l.supplier_id, '', '', l.online, %(now)s FROM catalog_listing l WHERE {IN_THE_WAY}
    ON CONFLICT (listing_id) DO UPDATE
    SET digest = '', taken_offline = catalog_importedrow.taken_offline OR excluded.taken_offline
"""
MAKE_WAY = f"""
    UPDATE catalog_listing l SET online = false, changed_at = %(now)s, article_number = {ASIDE} WHERE {IN_THE_WAY}
"""
NUMBER = f"UPDATE catalog_listing l SET article_number = s.article_number, number_is_ours = false {MOVING}"

SPELLINGS = """
    INSERT INTO catalog_spelling (supplier_id, key, listing_id, run_id)
    SELECT DISTINCT ON (said.key) %(supplier)s, said.key, l.id, %(run)s
    FROM unnest(%(keys)s::text[], %(listings)s::bigint[]) said(key, listing)
    JOIN catalog_listing l ON l.id = said.listing
    WHERE EXISTS (SELECT FROM catalog_stagedrow s WHERE s.run_id = %(run)s AND s.listing_id = l.id
        AND s.outcome IN ('updated', 'unchanged'))
    ON CONFLICT (supplier_id, key) DO UPDATE SET listing_id = excluded.listing_id, run_id = excluded.run_id
        WHERE catalog_spelling.listing_id <> excluded.listing_id
"""


def move(run: ImportRun, values: dict) -> None:
    """Give the articles that a person recognised their new numbers, and keep the spellings that led to them."""
    if answers := told(run):
        values = values | {"recognised": [answer.key for answer in answers if answer.same]}
        with sql.large_sets():
            for statement in (MARK, PARK, IMAGES, COMES_AGAIN, MAKE_WAY, NUMBER):
                sql.execute(statement, **values)
            _keep_spellings(answers, values)


def _keep_spellings(answers: list[Told], values: dict) -> None:
    known = [answer for answer in answers if answer.same and "|" in answer.key]
    keys = [key for answer in known for key in (answer.key, answer.before)]
    listings = [answer.listing for answer in known for _ in range(2)]
    sql.execute(SPELLINGS, **values, keys=keys, listings=listings)


# The way back, beside the temporary table of the undo: returning_values (listing_id, state).
TAKEN = """
    SELECT r.listing_id FROM returning_values r
    JOIN catalog_listing o ON o.supplier_id = %(supplier)s AND o.id <> r.listing_id
      AND upper(o.article_number) = upper(r.state ->> 'article_number')
    LEFT JOIN returning_values t ON t.listing_id = o.id AND t.state ? 'article_number'
    LEFT JOIN catalog_beforeimage b ON b.run_id = %(run)s AND b.listing_id = o.id AND b.is_new
    WHERE r.state ? 'article_number' AND t.listing_id IS NULL AND b.id IS NULL
"""
KEEP_NUMBER = """
    UPDATE returning_values SET state = state - 'article_number' - 'number_is_ours'
    WHERE listing_id = ANY(%(taken)s)
"""
PARK_AGAIN = f"{PARKED} FROM returning_values r WHERE r.listing_id = l.id AND r.state ? 'article_number'"
NEW_MAKE_WAY = f"""
    UPDATE catalog_listing l SET article_number = {ASIDE} FROM catalog_beforeimage b
    WHERE b.run_id = %(run)s AND b.is_new AND b.listing_id = l.id AND l.id IN (
        SELECT o.id FROM returning_values r JOIN catalog_listing o ON o.supplier_id = %(supplier)s
          AND upper(o.article_number) = upper(r.state ->> 'article_number'))
"""
NUMBER_AGAIN = """
    UPDATE catalog_listing l SET article_number = r.state ->> 'article_number',
        number_is_ours = COALESCE((r.state ->> 'number_is_ours')::boolean, l.number_is_ours), changed_at = %(now)s
    FROM returning_values r WHERE r.listing_id = l.id AND r.state ? 'article_number'
"""
NAMES = """
    SELECT l.article_number, p.title, ARRAY['article_number'] FROM catalog_listing l
    JOIN catalogue_product p ON p.id = l.product_id WHERE l.id = ANY(%(taken)s) ORDER BY l.sort_key
"""


def move_back(run: ImportRun, values: dict) -> list[tuple]:
    """Give the numbers back; [number, name, fields] of the articles whose old one somebody else has by now."""
    with sql.large_sets():
        taken = [listing for (listing,) in sql.rows(TAKEN, **values)]
        kept = sql.rows(NAMES, taken=taken)
        sql.execute(KEEP_NUMBER, taken=taken)
        for statement in (PARK_AGAIN, NEW_MAKE_WAY, NUMBER_AGAIN):
            sql.execute(statement, **values)
    run.spellings.all().delete()
    return kept
