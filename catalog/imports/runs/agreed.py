"""A file with prices for one customer or group, by the same way in as a catalogue: number, price, steps, days.

What a row says goes onto the run's price list and nowhere else; articles that the supplier does not have are named.
"""

from collections.abc import Iterable
from datetime import datetime
from json import loads

from catalog import sql
from catalog.imports.rows.rules import SEVERITY
from catalog.imports.runs.comparison import count, meet
from catalog.models import ImportFinding, ImportRun, PriceList
from catalog.price_days import COLUMNS, HOLDS, SAME, TERMS, TURN, agree_prices
from catalog.unit_words import unit_word

IN_ORDER = "s.run_id = %(run)s AND s.outcome IN ('created', 'updated', 'unchanged')"
# A gross price loses the article's own tax, which the list need not know.
PRICE = "CASE WHEN s.gross_price IS NULL THEN s.price ELSE round(s.gross_price * 100 / (100 + l.vat_rate), 4) END"
OTHER_TAX = "CASE WHEN s.gross_price IS NULL THEN 1 ELSE (100 + s.vat_rate) / (100 + l.vat_rate) END"
STEPS = f"""(SELECT COALESCE(jsonb_agg(jsonb_build_array(step ->> 0,
    trim_scale(round((step ->> 1)::numeric * {OTHER_TAX}, 4))::text) ORDER BY (step ->> 0)::numeric), '[]')
    FROM jsonb_array_elements(s.steps) step)"""
PRICED = f"""
    SELECT s.number, s.rows[1] AS row, s.outcome, l.id AS listing_id, l.unit, s.price_quantity, {PRICE} AS price,
        s.gross_price, {STEPS} AS steps, daterange(s.valid_from, s.valid_to, '[]') AS days
    FROM catalog_stagedrow s JOIN catalog_listing l ON l.id = s.listing_id
    WHERE {IN_ORDER} AND s.price IS NOT NULL
"""
# The same price said of neighbouring days is one.
SAID = f"""
    SELECT listing_id, {COLUMNS}, unnest(range_agg(days)) AS days FROM ({PRICED}) said
    WHERE outcome <> 'unchanged' GROUP BY listing_id, {COLUMNS}
"""
STRANGERS = """
    UPDATE catalog_stagedrow s SET outcome = 'refused', reason = 'not_in_range'
    WHERE s.run_id = %(run)s AND s.is_new AND s.outcome IN ('created', 'held_back')
    RETURNING s.number, s.rows[1], concat_ws(' ', NULLIF(s.article_number, s.reference), NULLIF(s.name, ''))
"""
OTHER_UNIT = f"""
    UPDATE catalog_stagedrow s SET outcome = 'held_back' FROM catalog_listing l
    WHERE {IN_ORDER} AND s.listing_id = l.id AND s.unit <> ''
      AND replace(s.unit, 'C62', 'H87') <> replace(l.unit, 'C62', 'H87') AND NOT s.rows[1] = ANY(%(settled)s)
    RETURNING s.number, s.rows[1], s.unit, l.unit
"""
KEPT_LINE = """v(unit text, price_quantity integer,
        price numeric(12, 4), gross_price numeric(12, 4), steps jsonb, valid_from date, valid_to date)"""
# Two rows for one day, or one for a day of which an earlier commit of this run has spoken.
OVERLAP = f"""
    WITH said AS ({PRICED}), written AS (
        SELECT b.listing_id, v.*, daterange(v.valid_from, v.valid_to, '[]') AS days
        FROM catalog_beforeimage b CROSS JOIN LATERAL jsonb_to_recordset(b.after -> 'said') {KEPT_LINE}
        WHERE b.run_id = %(run)s
    ), clash AS (
        SELECT n.number FROM said o JOIN said n ON o.listing_id = n.listing_id AND o.number <> n.number
        WHERE o.days && n.days AND NOT {SAME}
        UNION
        SELECT n.number FROM written o JOIN said n ON o.listing_id = n.listing_id WHERE o.days && n.days AND NOT {SAME}
    )
    UPDATE catalog_stagedrow s SET outcome = 'held_back' FROM clash
    WHERE s.run_id = %(run)s AND s.number = clash.number RETURNING s.number, s.rows[1], ''
"""
OUTCOMES = f"""
    WITH said AS ({PRICED})
    UPDATE catalog_stagedrow s SET outcome = CASE
        WHEN EXISTS (SELECT FROM catalog_priceline o WHERE o.price_list_id = %(price_list)s
            AND o.listing_id = n.listing_id AND {SAME} AND {HOLDS} @> n.days) THEN 'unchanged'
        WHEN EXISTS (SELECT FROM catalog_priceline o WHERE o.price_list_id = %(price_list)s
            AND o.listing_id = n.listing_id) THEN 'updated'
        ELSE 'created' END
    FROM said n WHERE s.run_id = %(run)s AND s.number = n.number
"""
NO_PRICE = f"UPDATE catalog_stagedrow s SET outcome = 'unchanged' WHERE {IN_ORDER} AND s.price IS NULL"
# A line as an undo needs it, and all of an article's lines on this list.
DAYS = ("valid_from", "valid_to")
LINE = "jsonb_build_object(" + ", ".join(f"'{name}', o.{name}" for name in (*TERMS, *DAYS)) + ")"
LINES = f"""
    COALESCE((SELECT jsonb_agg({LINE} ORDER BY o.valid_from NULLS FIRST) FROM catalog_priceline o
    WHERE o.price_list_id = %(price_list)s AND o.listing_id = {{listing}}), '[]')
"""
DATED = f"SELECT *, lower(days) AS valid_from, upper(days) - 1 AS valid_to FROM ({PRICED}) said"
# Also what stays as it is, where a row in doubt may yet say otherwise.
NEWS = """
    SELECT DISTINCT listing_id FROM catalog_stagedrow s WHERE run_id = %(run)s AND (outcome IN ('created', 'updated')
        OR outcome = 'unchanged' AND EXISTS (SELECT FROM catalog_stagedrow o
            WHERE o.run_id = s.run_id AND o.listing_id = s.listing_id AND o.outcome = 'held_back'))
"""
BEFORE = f"""
    INSERT INTO catalog_beforeimage (run_id, listing_id, is_new, before, after)
    SELECT %(run)s, s.listing_id, false, jsonb_build_object('lines', {LINES.format(listing="s.listing_id")}), '{{}}'
    FROM ({NEWS}) s
    WHERE NOT EXISTS (SELECT FROM catalog_beforeimage b WHERE b.run_id = %(run)s AND b.listing_id = s.listing_id)
"""
EDITED = f"b.after -> 'lines' IS DISTINCT FROM {LINES.format(listing='b.listing_id')}"
# Priced anew since an earlier commit of this run: that is what an undo has to leave.
BEFORE_AGAIN = f"""
    UPDATE catalog_beforeimage b SET before = jsonb_build_object('lines', {LINES.format(listing="b.listing_id")})
    FROM ({NEWS}) s WHERE b.run_id = %(run)s AND b.listing_id = s.listing_id AND {EDITED}
"""
AFTER = f"""
    UPDATE catalog_beforeimage b SET after = jsonb_build_object('lines', {LINES.format(listing="b.listing_id")},
        'said', COALESCE(b.after -> 'said', '[]') || s.said)
    FROM (SELECT listing_id, jsonb_agg({LINE}) AS said FROM ({DATED}) o GROUP BY 1) s
    WHERE b.run_id = %(run)s AND b.listing_id = s.listing_id
"""
KEPT = f"""
    SELECT CASE WHEN l.number_is_ours THEN '' ELSE l.article_number END, p.title
    FROM catalog_beforeimage b JOIN catalog_listing l ON l.id = b.listing_id
    JOIN catalogue_product p ON p.id = l.product_id WHERE b.run_id = %(run)s AND {EDITED} ORDER BY l.sort_key
"""
RETURNING = f"""
    CREATE TEMPORARY TABLE returning_lines ON COMMIT DROP AS SELECT b.listing_id, b.before -> 'lines' AS lines
    FROM catalog_beforeimage b WHERE b.run_id = %(run)s AND NOT {EDITED}
"""
CLEAR = """
    DELETE FROM catalog_priceline o USING returning_lines r
    WHERE o.price_list_id = %(price_list)s AND o.listing_id = r.listing_id
"""
PUT_BACK = f"""
    INSERT INTO catalog_priceline (price_list_id, listing_id, {COLUMNS}, {", ".join(DAYS)})
    SELECT %(price_list)s, r.listing_id, {", ".join(f"v.{name}" for name in (*TERMS, *DAYS))}
    FROM returning_lines r CROSS JOIN LATERAL jsonb_to_recordset(r.lines) {KEPT_LINE}
"""


def compare(run: ImportRun) -> None:
    """Decide between created, updated and unchanged beside the run's price list, hold back what is in doubt, count."""
    values = {"run": run.pk, "price_list": run.price_list_id}
    meet(run)
    with sql.large_sets():
        numbered = "article_number" if "article_number" in run.columns else "name"
        _note(run, numbered, "not_in_range", sql.rows(STRANGERS, **values))
        _hold_other_units(run)
        _note(run, "valid_from", "prices_overlap", sql.rows(OVERLAP, **values))
        for statement in (OUTCOMES, NO_PRICE):
            sql.execute(statement, **values)
    count(run)


def _hold_other_units(run: ImportRun) -> None:
    """A price per kilogram is none for the sack; a list that names no unit speaks of those that the articles have."""
    if run.findings.filter(number=None, rule="unit_assumed").exists():
        return
    settled = [int(row) for row, answer in run.decisions.items() if "other_unit" in answer.get("accept", ())]
    found = sql.rows(OTHER_UNIT, run=run.pk, settled=settled)
    units = [{"stated": str(unit_word(stated)), "ordered": str(unit_word(ordered))} for *_, stated, ordered in found]
    said = [(number, row, words["stated"], words) for (number, row, *_), words in zip(found, units, strict=True)]
    _note(run, "unit", "other_unit", said)


def _note(run: ImportRun, field: str, rule: str, found: list[tuple]) -> None:
    """found: (number of the entry, row, raw value, and what else the sentence names)"""
    column = run.columns.get(field, {}).get("column", "")
    what = {"field": field, "column": column, "rule": rule, "severity": SEVERITY[rule]}
    made = (
        run.finding_at(row, number=number, raw=raw, params=params[0] if params else {}, **what)
        for number, row, raw, *params in found
    )
    ImportFinding.objects.bulk_create(made, batch_size=2000)


def said(run: ImportRun, numbers: list[int]) -> dict[int, dict]:
    """The lines that staged rows would become, by number."""
    found = sql.rows(
        f"SELECT number, {LINE} FROM ({DATED}) o WHERE number = ANY(%(numbers)s)", run=run.pk, numbers=numbers
    )
    return {number: loads(line) for number, line in found}


def terms(line: dict) -> list:
    """What a line says, whatever its days."""
    return [line[name] for name in TERMS]


def lines(run: ImportRun, listings: Iterable[int]) -> dict[int, list[dict]]:
    """What the run's list says of these articles now, by listing."""
    statement = f"SELECT id, {LINES.format(listing='l.id')} FROM catalog_listing l WHERE id = ANY(%(listings)s)"
    found = sql.rows(statement, price_list=run.price_list_id, listings=list(listings))
    return {listing: loads(line) for listing, line in found}


def write(run: ImportRun, now: datetime) -> None:
    """What the file does not name stays; of an article that it names, only the days change of which it speaks."""
    values = {"run": run.pk, "price_list": run.price_list_id}
    for statement in (TURN, BEFORE_AGAIN, BEFORE):
        sql.execute(statement, **values)
    agree_prices(SAID, **values)
    sql.execute(AFTER, **values)
    PriceList.objects.filter(pk=run.price_list_id).update(changed_at=now)


def take_back(run: ImportRun, now: datetime) -> list[list]:
    """The agreed prices as they were; [number, name, []] of the articles that somebody priced anew since, they stay."""
    values = {"run": run.pk, "price_list": run.price_list_id}
    sql.execute(TURN, **values)
    kept = [[*article, []] for article in sql.rows(KEPT, **values)]
    for statement in (RETURNING, CLEAR, PUT_BACK, "DROP TABLE returning_lines"):
        sql.execute(statement, **values)
    PriceList.objects.filter(pk=run.price_list_id).update(changed_at=now)
    return kept
