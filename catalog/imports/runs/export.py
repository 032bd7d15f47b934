"""The own catalogue as a table that comes back without a single change: csv and xlsx."""

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import chain, islice, zip_longest

import orjson
from django.utils.translation import get_language, override
from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from oscar.core.loading import get_model

from catalog import categories
from catalog.imports.cells.attribute_texts import lines_of_attributes
from catalog.imports.cells.packaging import Pack, parse_pack
from catalog.imports.cells.steps import steps_in_json, words_of_steps
from catalog.imports.columns.own_export import OWN_EXPORT, OWN_WORDS
from catalog.imports.columns.reading import FORMULA_STARTS
from catalog.models import Category, Listing
from catalog.money import plain
from catalog.unit_words import unit_word
from tabular.cells import in_workbook

ProductCategory = get_model("catalogue", "ProductCategory")

HEADER = [
    *OWN_EXPORT,
    "name_en",
    "description_en",
    "content",
    "content_unit",
    "origin",
    "group_key",
    "stock",
    "deposit",
]
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
AMOUNTS = {"price", "price_quantity", "vat_rate", "minimum", "interval", "content", "stock", "deposit"}
LOOKED_AT, NARROWEST, WIDEST = 500, 8, 60  # rows that say how wide columns are, in letters
TEXTS = {"article_number", "name", "description", "name_en", "description_en", "origin", "group_key", "category"}


def articles(listings) -> Iterator[tuple[int, dict[str, str]]]:
    """Key and values of each in the order of the article pages. Prices are net for one unit."""
    paths = _paths(listings, dict(Category.objects.values_list("category_id", "code")))
    for listing in listings.select_related("product", "deposit").order_by("pk").iterator(chunk_size=2000):
        yield listing.pk, _values(listing) | {"category": paths.get(listing.product_id, "")}


def table(listings) -> Iterator[list[str]]:
    """The header line, then one row for each listing."""
    yield HEADER
    for _, values in articles(listings):
        yield [harmless(values[name]) if name in TEXTS else values[name] for name in HEADER]


def table_in_words(listings) -> Iterator[list]:
    """The same for people: German words, amounts as numbers; it comes back as well."""
    names = [name for name in HEADER if name in OWN_WORDS]
    yield [OWN_WORDS[name] for name in names]
    for _, values in articles(listings):
        yield [worded(name, values[name]) for name in names]


def worded(name: str, value: str):
    if name in AMOUNTS:
        return Decimal(value) if value else ""
    if name in ("unit", "content_unit"):
        return _word_of(value)
    if name == "steps":
        return words_of_steps(steps_in_json(value)[0])
    if name == "attributes":
        return lines_of_attributes(orjson.loads(value))
    if name == "online":
        return "ja" if value == "true" else "nein"
    return value


@lru_cache
def _word_of(code: str) -> str:
    """The unit's German name where that leads back to it."""
    with override("de"):
        word = str(unit_word(code)) if code else ""
    return word if parse_pack(word) == Pack(code) else code


def write_csv(supplier, file) -> None:
    """UTF-8, `;`, decimal point; `file` is open for text with newline=""."""
    _write_csv(Listing.objects.filter(supplier=supplier), file)


def _write_csv(listings, file) -> None:
    csv.writer(file, delimiter=";", lineterminator="\r\n").writerows(table(listings))


def write_xlsx(supplier, file) -> None:
    """The same cells as text, so that a spreadsheet changes neither numbers nor article numbers."""
    save_workbook(table(Listing.objects.filter(supplier=supplier)), file)


def save_workbook(rows: Iterable[list], file) -> None:
    """Columns as wide as the first rows need them; the header stays in sight."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Artikel")
    sheet.freeze_panes = "A2"
    rows = iter(rows)
    first = list(islice(rows, LOOKED_AT))
    for at, cells in enumerate(zip_longest(*first, fillvalue=""), 1):
        longest = max(len(str(cell)) for cell in cells)
        sheet.column_dimensions[get_column_letter(at)].width = min(WIDEST, max(NARROWEST, longest + 2))
    for row in chain(first, rows):
        sheet.append([in_workbook(cell) if isinstance(cell, str) else cell for cell in row])
    book.save(file)


def file_for_people(supplier, kind: str) -> bytes:
    """What the article pages show, in German words; who reads English gets the table as the command writes it."""
    listings = Listing.objects.filter(supplier=supplier).kept()
    if (get_language() or "de").startswith("de"):
        return file_of(table_in_words(listings), kind)
    if kind == "xlsx":
        target = io.BytesIO()
        save_workbook(table(listings), target)
        return target.getvalue()
    text = io.StringIO(newline="")
    _write_csv(listings, text)
    return text.getvalue().encode("utf-8-sig")


def file_of(rows: Iterable[list], kind: str) -> bytes:
    """Rows as csv for a German spreadsheet or as xlsx; no text can become a formula."""
    if kind == "xlsx":
        target = io.BytesIO()
        save_workbook(([harmless(cell) if isinstance(cell, str) else cell for cell in row] for row in rows), target)
        return target.getvalue()
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows([_german(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _german(cell) -> str:
    if isinstance(cell, Decimal):
        return plain(cell).replace(".", ",")
    return harmless("" if cell is None else str(cell))


def harmless(text: str) -> str:
    """A spreadsheet would calculate a text that begins like a formula; the reader takes the apostrophe off again."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _values(listing: Listing) -> dict[str, str]:
    per = listing.price_quantity
    return {
        "article_number": listing.article_number,
        "name": listing.product.title,
        "description": listing.product.description or "",
        "unit": listing.unit,
        "price": _each(listing.price, per),
        "price_quantity": str(per),
        "currency": listing.currency,
        "vat_rate": f"{listing.vat_rate:.2f}",
        "gtin": listing.gtin,
        "minimum": plain(listing.minimum),
        "interval": plain(listing.interval),
        "steps": orjson.dumps([[bound, _each(Decimal(price), per)] for bound, price in listing.steps]).decode(),
        "attributes": orjson.dumps(listing.attributes).decode(),
        "online": "true" if listing.online else "false",
        "name_en": listing.texts.get("name", ""),
        "description_en": listing.texts.get("description", ""),
        "content": "" if listing.content is None else plain(listing.content),
        "content_unit": listing.content_unit,
        "origin": listing.origin,
        "group_key": listing.group_key,
        "stock": "" if listing.stock is None else plain(listing.stock),
        "deposit": "" if listing.deposit is None or listing.deposit.price is None else plain(listing.deposit.price),
    }


def _each(price: Decimal | None, per: int) -> str:
    """The price of one unit: four decimals for 1, 100 or 1000 units make at most seven."""
    return "" if price is None else plain((price / per).quantize(Decimal("0.0000001")))


def _paths(listings, codes: dict[int, str]) -> dict[int, str]:
    """The category path of each product, the deepest where it lies in several."""
    links = ProductCategory.objects.filter(product__listing__in=listings).values_list("product_id", "category_id")
    chosen: dict[int, str] = {}
    for product, category in links:
        code = codes.get(category, "")
        if code and len(code) > len(chosen.get(product, "")):
            chosen[product] = code
    return {product: categories.path(code) for product, code in chosen.items()}
