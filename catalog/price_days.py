"""Prices of a list and the days on which they hold: the newest word wins for the days of which it speaks."""

from django.db import transaction

from catalog import sql

# What is said: listing_id, unit, price_quantity, price, gross_price, steps, days (a daterange).
TERMS = ("unit", "price_quantity", "price", "gross_price", "steps")
COLUMNS = ", ".join(TERMS)
HOLDS = "daterange(o.valid_from, o.valid_to, '[]')"
SAME = f"({', '.join(f'o.{c}' for c in TERMS)}) IS NOT DISTINCT FROM ({', '.join(f'n.{c}' for c in TERMS)})"
SAID_ALREADY = f"o.listing_id = n.listing_id AND {SAME} AND {HOLDS} @> n.days"

TURN = "SELECT FROM catalog_pricelist WHERE id = %(price_list)s FOR UPDATE"  # before anything is looked at
SAY = "CREATE TEMPORARY TABLE new_prices ON COMMIT DROP AS {said}"
FORGET_KNOWN = f"""
    DELETE FROM new_prices n USING catalog_priceline o WHERE o.price_list_id = %(price_list)s AND {SAID_ALREADY}
"""
# An older price goes on holding before, between and after the days that have a new one.
KEEP = f"""
    CREATE TEMPORARY TABLE kept_prices ON COMMIT DROP AS
    SELECT o.listing_id, {COLUMNS}, unnest(datemultirange({HOLDS}) - n.days) AS days
    FROM catalog_priceline o JOIN (SELECT listing_id, range_agg(days) AS days FROM new_prices GROUP BY 1) n
      ON o.listing_id = n.listing_id
    WHERE o.price_list_id = %(price_list)s AND {HOLDS} && n.days
"""
CUT = f"""
    DELETE FROM catalog_priceline o USING new_prices n
    WHERE o.price_list_id = %(price_list)s AND o.listing_id = n.listing_id AND {HOLDS} && n.days
"""
WRITE = f"""
    INSERT INTO catalog_priceline (price_list_id, listing_id, {COLUMNS}, valid_from, valid_to)
    SELECT %(price_list)s, listing_id, {COLUMNS}, lower(days), upper(days) - 1
    FROM (SELECT listing_id, {COLUMNS}, days FROM kept_prices
        UNION ALL SELECT listing_id, {COLUMNS}, days FROM new_prices) found
"""
DROP = "DROP TABLE new_prices, kept_prices"
ONE = """
    SELECT id AS listing_id, unit, price_quantity, %(price)s::numeric(12, 4) AS price,
        NULL::numeric(12, 4) AS gross_price, %(steps)s::jsonb AS steps,
        daterange(%(valid_from)s::date, %(valid_to)s::date, '[]') AS days
    FROM catalog_listing WHERE id = %(listing)s
"""


@transaction.atomic
def agree_prices(said: str, **values) -> None:
    """Write what the query `said` names (see above) into the list `price_list`: never two prices for one day."""
    for statement in (TURN, SAY.format(said=said), FORGET_KNOWN, KEEP, CUT, WRITE, DROP):
        sql.execute(statement, **values)
