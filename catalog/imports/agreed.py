"""A file with prices for one customer or group, by the same way in as a catalogue: number, price, steps."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from accounts.actor import Actor
from accounts.journal import record
from catalog.imports import dryrun, service, sql
from catalog.imports.memory import Statement
from catalog.models import ImportFinding, ImportRun, PriceList
from catalog.vat import STANDARD

# Prices of the list count for the listing's own price quantity; a gross price loses the listing's own tax.
FACTOR = "(l.price_quantity::numeric / s.price_quantity)"
PRICE = f"""CASE WHEN s.gross_price IS NULL THEN round(s.price * {FACTOR}, 4)
    ELSE round(s.gross_price * {FACTOR} * 100 / (100 + l.vat_rate), 4) END"""
OTHER_TAX = "CASE WHEN s.gross_price IS NULL THEN 1 ELSE (100 + s.vat_rate) / (100 + l.vat_rate) END"
STEP = f"(step ->> 1)::numeric * {FACTOR} * {OTHER_TAX}"
STEPS = f"""(SELECT COALESCE(jsonb_agg(jsonb_build_array(step ->> 0, trim_scale(round({STEP}, 4))::text)
    ORDER BY (step ->> 0)::numeric), '[]') FROM jsonb_array_elements(s.steps) step)"""
PRICED = """FROM catalog_stagedrow s JOIN catalog_listing l ON l.id = s.listing_id
    WHERE s.run_id = %(run)s AND s.outcome IN ('created', 'updated', 'unchanged') AND NOT s.is_new
      AND s.price IS NOT NULL"""
WRITE = f"""
    INSERT INTO catalog_priceline AS old (price_list_id, listing_id, price, gross_price, steps)
    SELECT %(price_list)s, l.id, {PRICE}, s.gross_price * {FACTOR}, {STEPS} {PRICED}
    ON CONFLICT (price_list_id, listing_id) DO UPDATE
    SET price = excluded.price, gross_price = excluded.gross_price, steps = excluded.steps
    WHERE (old.price, old.gross_price, old.steps)
      IS DISTINCT FROM (excluded.price, excluded.gross_price, excluded.steps)
"""


@dataclass
class PriceListImport:
    """What came of the file; `unknown` are article numbers that the supplier does not sell."""

    run: ImportRun
    written: int = 0
    unchanged: int = 0
    unknown: list[str] = field(default_factory=list)
    open: list[ImportFinding] = field(default_factory=list)


def import_price_list(
    price_list: PriceList,
    data: bytes,
    filename: str,
    *,
    by: Actor | None,
    statement: Statement | None = None,
    key: str = "",
) -> PriceListImport:
    """Write the file's prices into the list; what it does not name stays. Rows that need a person are not written."""
    said = statement or service.statement_of(price_list.supplier)
    said = Statement(said.prices, said.vat or STANDARD, said.small_business)  # for net prices the rate does not matter
    run = service.start_import(
        price_list.supplier, data, filename, by=by, statement=said, price_list=price_list, key=key
    )
    run = dryrun.rehearse(run)
    if run.status != ImportRun.Status.READY:
        return PriceListImport(run)
    return _write(run, price_list, by)


@transaction.atomic
def _write(run: ImportRun, price_list: PriceList, by: Actor | None) -> PriceListImport:
    sql.take_turn(run.supplier_id)
    found = sql.rows(f"SELECT count(*) {PRICED}", run=run.pk)[0][0]
    written = sql.execute(WRITE, run=run.pk, price_list=price_list.pk)
    strangers = run.staged.filter(is_new=True, outcome__in=("created", "refused")).exclude(article_number="")
    result = PriceListImport(
        run,
        written,
        found - written,
        unknown=list(strangers.order_by("number").values_list("article_number", flat=True)),
        open=list(run.findings.filter(severity__in=("held_back", "refused")).exclude(rule="unknown_article")),
    )
    run.staged.all().delete()
    run.status, run.committed_at = ImportRun.Status.DONE, timezone.now()
    run.save(update_fields=["status", "committed_at"])
    PriceList.objects.filter(pk=price_list.pk).update(changed_at=timezone.now())
    record("price_list.imported", price_list, by=by, written=written, file=run.upload.name)
    return result
