"""What the house already knows of a supplier when his next file comes: articles, last prices, categories."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from catalog import categories, sql
from catalog.imports.rows.survey import identity
from catalog.imports.runs import goods
from catalog.models import Category, ImportMemory, Spelling
from catalog.unit_words import unit_word


@dataclass(slots=True)
class KnownArticle:
    """An article of the supplier; `fingerprint` is of the row that still describes it exactly, else None."""

    listing: int
    fingerprint: bytes | None
    price: Decimal | None
    price_quantity: int
    unit: str


ARTICLES = f"""
    SELECT l.article_number, i.key, p.title, l.unit, l.origin, l.id,
           CASE WHEN i.digest = {goods.DIGEST} THEN i.fingerprint END, l.price, l.price_quantity
    FROM catalog_listing l
    JOIN catalogue_product p ON p.id = l.product_id
    LEFT JOIN catalog_importedrow i ON i.listing_id = l.id
    WHERE l.supplier_id = %(supplier)s
"""


def articles(supplier, *, numbered: bool) -> dict[str, KnownArticle]:
    """The supplier's articles by the key that the file's rows will have.

    A list without article numbers knows an article by the name, unit and origin under which it came, else by other
    spellings that a person confirmed, else by those that it has now.
    """
    known: dict[str, KnownArticle] = {}
    came: dict[str, KnownArticle] = {}
    for number, key, title, unit, origin, listing, mark, price, per in sql.rows(ARTICLES, supplier=supplier.pk):
        article = KnownArticle(listing, mark and bytes(mark), price, per, unit)
        if numbered:
            known[number.casefold()] = article
            continue
        known.setdefault(identity(title, "", unit_word(unit), origin), article)
        if key and "|" in key:
            came[key] = article
    return known if numbered else known | _spellings(supplier, [*known.values(), *came.values()]) | came


def _spellings(supplier, articles: list[KnownArticle]) -> dict[str, KnownArticle]:
    by_listing = {article.listing: article for article in articles}
    said = Spelling.objects.filter(supplier=supplier).values_list("key", "listing")
    return {key: by_listing[listing] for key, listing in said if listing in by_listing}


class Shelves:
    """Which category a supplier's group name means: his own answer first, then the matcher's."""

    def __init__(self, memory: ImportMemory):
        self.answers = memory.categories
        self.keys = dict(Category.objects.values_list("code", "category_id"))
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, text: str) -> int | None:
        code = self.answers.get(text.casefold()) or categories.propose(text)
        return self.keys.get(code or "")
