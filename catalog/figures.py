"""Numbers in what was read from a file: kept with a decimal point, shown as the reader's language writes them."""

import re

from django.utils.formats import get_format

AMOUNT = re.compile(r"(?<![\d.,])(\d+)[.,](\d{1,2})(?![\d.,])")


def as_read(text: str) -> str:
    return text.replace(".", get_format("DECIMAL_SEPARATOR"))


def amount_as_read(text: str) -> str:
    """The same for a text that is known to hold an amount: 1,15 and 1.15 are alike."""
    return AMOUNT.sub(rf"\1{get_format('DECIMAL_SEPARATOR')}\2", text)
