"""The last step: one short transaction that writes what is staged, with how things were before."""

from datetime import datetime
from decimal import Decimal

from django.db import transaction
from django.db.models import Count
from django.utils import timezone
from oscar.core.loading import get_model

from accounts.references import new_references
from accounts.sorting import german_sort_key
from catalog import sql
from catalog.imports.runs import agreed, goods, numbering, staging
from catalog.imports.runs.comparison import JOINED, compare
from catalog.imports.runs.identity import DOUBTS, told
from catalog.listings import product_class
from catalog.models import ImportRun, Listing, StagedRow
from catalog.pictures import columns

Product = get_model("catalogue", "Product")
StockRecord = get_model("partner", "StockRecord")

DONE = ("created", "updated", "unchanged")
CHANGED = f"""{JOINED} JOIN catalog_stagedrow s ON s.listing_id = l.id
    WHERE s.run_id = %(run)s AND s.outcome = 'updated'"""
NEW = "FROM catalog_stagedrow s WHERE s.run_id = %(run)s AND s.outcome = 'created'"
KEYED = f"{goods.STATE} || jsonb_build_object('key', COALESCE(i.key, ''))"

BEFORE = f"""
    INSERT INTO catalog_beforeimage (run_id, listing_id, is_new, before, after)
    SELECT %(run)s, l.id, false, {KEYED}, '{{}}' {CHANGED}
      AND NOT EXISTS (SELECT FROM catalog_beforeimage b WHERE b.run_id = %(run)s AND b.listing_id = l.id)
"""
# Changed by an earlier commit of this run, too: how it was before that counts.
BEFORE_AGAIN = f"""
    UPDATE catalog_beforeimage b SET before = {KEYED} || b.before, after = '{{}}' {CHANGED}
      AND b.run_id = %(run)s AND b.listing_id = l.id AND NOT b.is_new
"""
AFTER = f"""
    UPDATE catalog_beforeimage b SET after = {goods.STATE}
    FROM catalog_listing l JOIN catalogue_product p ON p.id = l.product_id
    WHERE b.run_id = %(run)s AND b.listing_id = l.id AND NOT b.is_new AND b.after = '{{}}'
"""
PRODUCTS = f"""
    INSERT INTO catalogue_product (id, structure, is_public, title, slug, description, priority, product_class_id,
        date_created, date_updated, is_discountable)
    SELECT s.product_id, 'standalone', true, s.name, s.slug, s.description, 0, %(kind)s, %(now)s, %(now)s, true {NEW}
"""
COPIED = (
    "article_number, number_is_ours, group_key, gtin, sort_key, texts, unit, content_unit, content, minimum, interval,"
    " price, price_quantity, gross_price, steps, vat_category, vat_rate, stock, origin, attributes"
)
LISTINGS = f"""
    INSERT INTO catalog_listing (id, product_id, supplier_id, reference, currency, stock_mode, online, deposit_id,
        deposit_count, created_at, changed_at, {COPIED})
    SELECT s.listing_id, s.product_id, %(supplier)s, s.reference, 'EUR',
        CASE WHEN s.stock IS NULL THEN 'to_order' ELSE 'counted' END, COALESCE(s.online, true),
        CASE WHEN s.deposit IS NOT NULL THEN {goods.DEPOSIT} END, 1, %(now)s, %(now)s, {COPIED} {NEW}
"""
STOCK_RECORDS = f"""
    INSERT INTO partner_stockrecord (product_id, partner_id, partner_sku, price_currency, date_created, date_updated)
    SELECT s.product_id, %(partner)s, s.reference, 'EUR', %(now)s, %(now)s {NEW}
"""
NEW_CATEGORIES = f"""
    INSERT INTO catalogue_productcategory (product_id, category_id)
    SELECT s.product_id, s.category_id {NEW} AND s.category_id IS NOT NULL
"""
NEW_IMAGES = f"""
    INSERT INTO catalog_beforeimage (run_id, listing_id, is_new, before, after)
    SELECT %(run)s, s.listing_id, true, '{{}}', '{{}}' {NEW}
"""
OLD_CATEGORIES = f"""
    DELETE FROM catalogue_productcategory k USING catalog_stagedrow s, catalog_listing l
    WHERE s.run_id = %(run)s AND s.outcome = 'updated' AND s.listing_id = l.id AND k.product_id = l.product_id
      AND NOT {goods.SAME_CATEGORY}
"""
MOVED_CATEGORIES = f"""
    INSERT INTO catalogue_productcategory (product_id, category_id)
    SELECT l.product_id, s.category_id {CHANGED} AND NOT {goods.SAME_CATEGORY}
"""
REMEMBER = f"""
    INSERT INTO catalog_importedrow (listing_id, supplier_id, key, name, fingerprint, digest, taken_offline, at)
    SELECT l.id, l.supplier_id, s.key, s.name, s.fingerprint, {goods.DIGEST}, false, %(now)s
    FROM catalog_stagedrow s
    JOIN catalog_listing l ON l.id = s.listing_id JOIN catalogue_product p ON p.id = l.product_id
    WHERE s.run_id = %(run)s AND (s.outcome IN ('created', 'updated')
        OR (s.outcome = 'unchanged' AND s.fingerprint IS NOT NULL))
    ON CONFLICT (listing_id) DO UPDATE SET key = excluded.key, fingerprint = excluded.fingerprint,
        name = COALESCE(NULLIF(excluded.name, ''), catalog_importedrow.name), digest = excluded.digest,
        taken_offline = false, at = excluded.at
"""
# Among a hundred thousand references a birthday is likely: those that are taken are drawn again.
TAKEN = """
    SELECT number FROM (
        SELECT s.number, row_number() OVER (PARTITION BY s.reference ORDER BY s.number) AS place,
            EXISTS (SELECT FROM catalog_listing l WHERE l.reference = s.reference) AS is_taken
        FROM catalog_stagedrow s WHERE s.run_id = %(run)s AND s.outcome = 'created'
    ) drawn WHERE place > 1 OR is_taken
"""
# What a row in doubt may be has not vanished. After the first commit only what a person has called new is news.
VANISHED = f"""
    FROM catalog_listing l WHERE l.supplier_id = %(supplier)s AND l.online
      AND l.article_number NOT LIKE 'PFAND-%%'
      AND NOT EXISTS (SELECT FROM catalog_stagedrow s WHERE s.run_id = %(run)s AND s.listing_id = l.id)
      AND NOT EXISTS (SELECT FROM catalog_importfinding f WHERE f.run_id = %(run)s AND f.severity = 'held_back'
          AND f.rule IN ({", ".join(f"'{rule}'" for rule in DOUBTS)}) AND (f.params ->> 'listing')::bigint = l.id)
"""
LATE = "AND (%(late)s::bigint[] IS NULL OR l.id = ANY(%(late)s::bigint[]))"
VANISHED_BEFORE = f"""
    INSERT INTO catalog_beforeimage (run_id, listing_id, is_new, before, after)
    SELECT %(run)s, l.id, false, jsonb_build_object('online', true), jsonb_build_object('online', false)
    {VANISHED} {LATE}
"""
TAKE_OFFLINE = f"""
    UPDATE catalog_listing l SET online = false, changed_at = %(now)s FROM catalog_beforeimage b
    WHERE b.run_id = %(run)s AND b.listing_id = l.id AND b.before = jsonb_build_object('online', true) {LATE}
"""
KNOWN_OFFLINE = f"""
    INSERT INTO catalog_importedrow (listing_id, supplier_id, key, digest, taken_offline, at)
    SELECT l.id, %(supplier)s, '', '', true, %(now)s FROM catalog_beforeimage b
    JOIN catalog_listing l ON l.id = b.listing_id
    WHERE b.run_id = %(run)s AND b.before = jsonb_build_object('online', true) {LATE}
    ON CONFLICT (listing_id) DO UPDATE SET digest = '', taken_offline = true
"""


@transaction.atomic
def write(run: ImportRun) -> bool:
    """Take over all staged rows that are in order; False when there was nothing left to do.

    One import per supplier at a time; readers are never locked out. The caller has checked what the supplier allows.
    """
    sql.take_turn(run.supplier_id)
    run = ImportRun.objects.select_for_update().get(pk=run.pk)
    if run.status not in (ImportRun.Status.READY, ImportRun.Status.DONE) or (run.committed_at and not run.fine):
        return False
    now = timezone.now()
    if run.price_list_id:
        agreed.compare(run)
        agreed.write(run, now)
    else:
        _write_goods(run, now)
    _finish(run, now)
    return True


def _write_goods(run: ImportRun, now: datetime) -> None:
    values = {
        "run": run.pk,
        "supplier": run.supplier_id,
        "partner": run.supplier.partner_id,
        "kind": product_class().pk,
        "now": now,
    }
    make_deposits(run)
    compare(run)
    _write_changed(run, values)
    _draw_again(run)
    # Categories before listings, or search hears of each new article twice.
    for statement in (PRODUCTS, NEW_CATEGORIES, LISTINGS, STOCK_RECORDS, NEW_IMAGES, REMEMBER):
        sql.execute(statement, **values)
    if run.whole_range:
        _take_offline(run, values)
    columns.want(run)


def _write_changed(run: ImportRun, values: dict) -> None:
    provided = set(run.provided)
    listing = goods.assignments(goods.listing_values(provided))
    product = goods.assignments(goods.product_values(provided) | {"date_updated": "%(now)s"})
    row = "FROM catalog_stagedrow s {} WHERE s.run_id = %(run)s AND s.outcome = 'updated'"
    article = row.format("JOIN catalog_listing l ON l.id = s.listing_id")
    memory = row.format("LEFT JOIN catalog_importedrow i ON i.listing_id = s.listing_id")
    statements = (
        f"UPDATE catalogue_product p SET {product} {article} AND p.id = l.product_id",
        OLD_CATEGORIES,
        MOVED_CATEGORIES,
        f"UPDATE catalog_listing l SET {listing}, changed_at = %(now)s {memory} AND l.id = s.listing_id",
        AFTER,
    )
    for statement in (BEFORE_AGAIN, BEFORE):
        sql.execute(statement, **values)
    numbering.move(run, values)
    for statement in statements:
        sql.execute(statement, **values)


def _take_offline(run: ImportRun, values: dict) -> None:
    """The whole range is known: what it does not mention goes offline."""
    late = _said_to_be_gone(run) if run.committed_at else None
    with sql.large_sets():
        for statement in (VANISHED_BEFORE, TAKE_OFFLINE, KNOWN_OFFLINE):
            sql.execute(statement, **values, late=late)


def _said_to_be_gone(run: ImportRun) -> list[int]:
    answers = told(run)
    there = {answer.listing for answer in answers if answer.same}
    return [answer.listing for answer in answers if answer.gone and answer.listing not in there]


def _draw_again(run: ImportRun) -> None:
    while taken := [number for (number,) in sql.rows(TAKEN, run=run.pk)]:
        for number, reference in zip(taken, new_references(len(taken)), strict=True):
            row = StagedRow.objects.filter(run=run, number=number)
            row.filter(number_is_ours=True).update(article_number=reference)
            row.update(reference=reference)


def _finish(run: ImportRun, now: datetime) -> None:
    run.done = {name: run.counts.get(name, 0) for name in DONE}
    run.status = ImportRun.Status.DONE
    run.committed_at = run.committed_at or now
    run.save()
    staging.let_go(run, DONE)


def make_deposits(run: ImportRun) -> None:
    """A deposit is an article of its own, one for each amount and tax rate."""
    wanted = StagedRow.objects.filter(run=run, deposit__isnull=False, outcome__in=DONE)
    for amount, rate in (
        wanted.values_list("deposit", "vat_rate").annotate(Count("number")).values_list("deposit", "vat_rate")
    ):
        number = f"PFAND-{plain(amount)}-{plain(rate)}"
        if not Listing.objects.filter(supplier=run.supplier, article_number__iexact=number).exists():
            _make_deposit(run.supplier, number, amount, rate)


def _make_deposit(supplier, number: str, amount: Decimal, rate: Decimal) -> None:
    name = f"Pfand {amount:.2f} €".replace(".", ",")
    product = Product.objects.create(title=name, slug="pfand", product_class=product_class(), structure="standalone")
    listing = Listing.objects.create(
        product=product,
        supplier=supplier,
        article_number=number,
        number_is_ours=True,
        sort_key=german_sort_key(name),
        unit="H87",
        price=amount,
        vat_rate=rate,
        online=False,
    )
    StockRecord.objects.create(
        product=product, partner=supplier.partner, partner_sku=listing.reference, price_currency="EUR"
    )


def plain(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
