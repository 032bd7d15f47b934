"""How producers lay out their lists: one function for each, (producer, articles) to (file name, bytes)."""

from marketplace.demo.layouts.exports import (
    english,
    erp_export,
    lexware,
    pasted_text,
    shop_export,
    trade_prices,
    vat_text,
    xls_list,
)
from marketplace.demo.layouts.lists import (
    carried_groups,
    cover_sheet,
    handwritten,
    letterhead,
    ods_groups,
    pictures_note,
    plain_numbers,
    two_headers,
    two_prices,
    weekly,
)
from marketplace.demo.layouts.terms import deposit, deposit_gross, per_hundred, step_columns, step_pairs, step_rows

__all__ = [
    "carried_groups",
    "cover_sheet",
    "deposit",
    "deposit_gross",
    "english",
    "erp_export",
    "handwritten",
    "letterhead",
    "lexware",
    "ods_groups",
    "pasted_text",
    "per_hundred",
    "pictures_note",
    "plain_numbers",
    "shop_export",
    "step_columns",
    "step_pairs",
    "step_rows",
    "trade_prices",
    "two_headers",
    "two_prices",
    "vat_text",
    "weekly",
    "xls_list",
]
