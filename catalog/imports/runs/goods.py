"""An article as SQL sees it: which columns an import may write, what they become, what they are now.

In every statement `s` is the staged row, `l` the listing, `p` Oscar's product, `i` what the last import left. Names of
columns come from here only, never from a file.
"""

from collections.abc import Container

# column of listing and staged row -> the draft's attribute that must come from the file for it to win
FOLLOWS = {
    "group_key": "group_key",
    "gtin": "gtin",
    "unit": "unit",
    "content_unit": "content",
    "content": "content",
    "minimum": "minimum",
    "interval": "interval",
    "price": "price",
    "price_quantity": "price",
    "gross_price": "price",
    "steps": "steps",
    "vat_category": "vat_rate",
    "vat_rate": "vat_rate",
    "origin": "origin",
    "sort_key": "name",
}
STATE_COLUMNS = [*FOLLOWS, "texts", "attributes", "stock_mode", "stock", "online", "deposit_id", "deposit_count"]

CATEGORIES = (
    "COALESCE((SELECT jsonb_agg(c.category_id ORDER BY c.category_id)"
    " FROM catalogue_productcategory c WHERE c.product_id = p.id), '[]')"
)
NUMBER_COLUMNS = ["article_number", "number_is_ours"]  # these move only when a person has said so
STATE = (
    "jsonb_build_object('name', p.title, 'description', p.description, 'categories', "
    + CATEGORIES
    + "".join(f", '{column}', l.{column}" for column in [*STATE_COLUMNS, *NUMBER_COLUMNS])
    + ")"
)
# Equal articles have equal digests; quicker than the state's text by half. The stock stands apart: orders take from it,
# and that is nobody's edit.
DIGEST = (
    "to_hex(hash_record_extended(ROW(p.title, p.description, (SELECT array_agg(c.category_id ORDER BY c.category_id)"
    " FROM catalogue_productcategory c WHERE c.product_id = p.id), "
    + ", ".join(f"l.{column}" for column in STATE_COLUMNS if column != "stock")
    + "), 0)) || '/' || COALESCE(l.stock::text, '')"
)
DEPOSIT_NUMBER = "'PFAND-' || trim_scale(s.deposit)::text || '-' || trim_scale(s.vat_rate)::text"
DEPOSIT = (
    "(SELECT d.id FROM catalog_listing d WHERE d.supplier_id = %(supplier)s"
    f" AND upper(d.article_number) = {DEPOSIT_NUMBER})"
)
# Pictures come later; what counts is whether the list names others than the last list that named some.
NEW_PICTURES = (
    "(s.images <> '[]' AND s.images IS DISTINCT FROM (SELECT jsonb_agg(w.source ORDER BY w.place)"
    " FROM catalog_incomingpicture w WHERE w.listing_id = s.listing_id AND w.run_id ="
    " (SELECT max(x.run_id) FROM catalog_incomingpicture x WHERE x.listing_id = s.listing_id)))"
)
SAME_CATEGORY = (
    "(s.category_id IS NULL OR EXISTS (SELECT FROM catalogue_productcategory c"
    " WHERE c.product_id = l.product_id AND c.category_id = s.category_id))"
)


def listing_values(provided: Container[str]) -> dict[str, str]:
    """What each column of an existing listing becomes: the file wins for what it carries, the rest stays."""
    values = {column: f"s.{column}" for column, attribute in FOLLOWS.items() if attribute in provided}
    if "price" in provided and "vat_rate" not in provided:  # a net price taken out of a gross one belongs to its rate
        for column in ("vat_category", "vat_rate"):
            values[column] = f"CASE WHEN s.gross_price IS NULL THEN l.{column} ELSE s.{column} END"
    return values | {
        "texts": "l.texts || s.texts",
        "attributes": "l.attributes || s.attributes",
        "stock": "COALESCE(s.stock, l.stock)",
        "stock_mode": "CASE WHEN s.stock IS NULL THEN l.stock_mode ELSE 'counted' END",
        "online": "COALESCE(s.online, l.online OR COALESCE(i.taken_offline, false))",
        # a deposit that is yet to come is not the one that is there
        "deposit_id": f"CASE WHEN s.deposit IS NULL THEN l.deposit_id ELSE COALESCE({DEPOSIT}, 0) END",
    }


def product_values(provided: Container[str]) -> dict[str, str]:
    """The same for what lives in Oscar's product: title and description."""
    names = {"title": ("name", "s.name"), "description": ("description", "s.description")}
    return {column: value for column, (attribute, value) in names.items() if attribute in provided}


def differs(provided: Container[str]) -> str:
    """A condition: would writing the staged row change the article?"""
    listing = listing_values(provided)
    product = product_values(provided)
    now = [f"l.{column}" for column in listing] + [f"p.{column}" for column in product]
    then = [*listing.values(), *product.values()]
    pictures = f" OR {NEW_PICTURES}" if "images" in provided else ""
    return f"(({', '.join(now)}) IS DISTINCT FROM ({', '.join(then)}) OR NOT {SAME_CATEGORY}{pictures})"


def assignments(values: dict[str, str]) -> str:
    return ", ".join(f"{column} = {value}" for column, value in values.items())
