"""Prices of a list and the days on which they hold: the newest word wins for the days of which it speaks."""

from django.db import transaction

from catalog.imports import sql

# What is said: listing_id, price, gross_price, steps, days (a daterange).
HOLDS = "daterange(o.valid_from, o.valid_to, '[]')"
SAME = "(o.price, o.gross_price, o.steps) IS NOT DISTINCT FROM (n.price, n.gross_price, n.steps)"
SAID_ALREADY = f"o.listing_id = n.listing_id AND {SAME} AND {HOLDS} @> n.days"

TURN = "SELECT FROM catalog_pricelist WHERE id = %(price_list)s FOR UPDATE"
SAY = "CREATE TEMPORARY TABLE new_prices ON COMMIT DROP AS {said}"
FORGET_KNOWN = f"""
    DELETE FROM new_prices n USING catalog_priceline o WHERE o.price_list_id = %(price_list)s AND {SAID_ALREADY}
"""
# An older price goes on holding before, between and after the days that have a new one.
KEEP = f"""
    CREATE TEMPORARY TABLE kept_prices ON COMMIT DROP AS
    SELECT o.listing_id, o.price, o.gross_price, o.steps, unnest(datemultirange({HOLDS}) - n.days) AS days
    FROM catalog_priceline o JOIN (SELECT listing_id, range_agg(days) AS days FROM new_prices GROUP BY 1) n
      ON o.listing_id = n.listing_id
    WHERE o.price_list_id = %(price_list)s AND {HOLDS} && n.days
"""
CUT = f"""
    DELETE FROM catalog_priceline o USING new_prices n
    WHERE o.price_list_id = %(price_list)s AND o.listing_id = n.listing_id AND {HOLDS} && n.days
"""
WRITE = """
    INSERT INTO catalog_priceline (price_list_id, listing_id, price, gross_price, steps, valid_from, valid_to)
    SELECT %(price_list)s, listing_id, price, gross_price, steps, lower(days), upper(days) - 1
    FROM (SELECT * FROM kept_prices UNION ALL SELECT * FROM new_prices) found
"""
DROP = "DROP TABLE new_prices, kept_prices"
ONE = """
    SELECT %(listing)s::bigint AS listing_id, %(price)s::numeric(12, 4) AS price, NULL::numeric(12, 4) AS gross_price,
        %(steps)s::jsonb AS steps, daterange(%(valid_from)s::date, %(valid_to)s::date, '[]') AS days
"""


@transaction.atomic
def agree_prices(said: str, **values) -> None:
    """Write what the query `said` names (see above) into the list `price_list`: never two prices for one day."""
    for statement in (TURN, SAY.format(said=said), FORGET_KNOWN, KEEP, CUT, WRITE, DROP):
        sql.execute(statement, **values)
