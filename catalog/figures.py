"""Numbers in what was read from a file: kept with a decimal point, shown as the reader's language writes them."""

from django.utils.formats import get_format


def as_read(text: str) -> str:
    return text.replace(".", get_format("DECIMAL_SEPARATOR"))
