"""Statement-level triggers that write the outbox in the transaction of the change, whatever made it.

Three per table, since PostgreSQL gives both transition tables to one event only; an update counts where a watched
column differs. They hang on proxy models beside their document, so the lower apps need not know.
"""

import pgtrigger

_OUTBOX = """
    INSERT INTO market_search_change (engine, kind, key)
    SELECT market_search_index.engine, '{kind}', changed.key
    FROM (SELECT DISTINCT {key} AS key FROM ({rows}) AS n {join}) AS changed, market_search_index
    WHERE changed.key IS NOT NULL;
    RETURN NULL;
"""
_FRESH, _STALE = "SELECT * FROM fresh", "SELECT * FROM stale"


def announce(kind: str, key: str = "n.id", join: str = "", watch: tuple[str, ...] = ()) -> list:
    """Triggers that announce `key` of each changed row `n`, found through `join`, as a change of `kind`.

    watch: columns whose change counts in an update; any update counts when empty.
    """
    differs = " OR ".join(f"fresh.{column} IS DISTINCT FROM stale.{column}" for column in watch) or "true"
    both = f"SELECT {{}}.* FROM fresh JOIN stale ON stale.id = fresh.id WHERE {differs}"
    changed = both.format("fresh") if key == "n.id" else f"{both.format('fresh')} UNION ALL {both.format('stale')}"
    events = {
        "insert": (pgtrigger.Insert, {"new": "fresh"}, _FRESH),
        "update": (pgtrigger.Update, {"new": "fresh", "old": "stale"}, changed),
        "delete": (pgtrigger.Delete, {"old": "stale"}, _STALE),
    }
    return [
        pgtrigger.Trigger(
            name=f"search_{kind}_{name}",
            level=pgtrigger.Statement,
            when=pgtrigger.After,
            operation=operation,
            referencing=pgtrigger.Referencing(**tables),
            func=_OUTBOX.format(kind=kind, key=key, rows=rows, join=join),
        )
        for name, (operation, tables, rows) in events.items()
    ]
