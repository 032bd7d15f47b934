"""What the house already knows of a supplier when his next file comes: articles, last prices, categories."""

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from catalog import categories
from catalog.imports import goods, sql
from catalog.models import Category, ImportMemory


@dataclass(slots=True)
class KnownArticle:
    """An article of the supplier; `fingerprint` is of the row that still describes it exactly, else None."""

    listing: int
    fingerprint: bytes | None
    price: Decimal | None
    price_quantity: int
    unit: str


ARTICLES = f"""
    SELECT l.article_number, l.number_is_ours, i.key, p.title, l.unit, l.origin, l.id,
           CASE WHEN i.digest = {goods.DIGEST} THEN i.fingerprint END, l.price, l.price_quantity
    FROM catalog_listing l
    JOIN catalogue_product p ON p.id = l.product_id
    LEFT JOIN catalog_importedrow i ON i.listing_id = l.id
    WHERE l.supplier_id = %(supplier)s
"""


def articles(supplier, identity=None) -> dict[str, KnownArticle]:
    """The supplier's articles by key.

    `identity` (name, unit, origin) -> key is given where the file has no article numbers: then an article is known by
    the key under which it came, and by what it is called now.
    """
    known: dict[str, KnownArticle] = {}
    for number, is_ours, key, title, unit, origin, listing, mark, price, per in sql.rows(
        ARTICLES, supplier=supplier.pk
    ):
        article = KnownArticle(listing, mark and bytes(mark), price, per, unit)
        if identity is None:
            known[number.casefold()] = article
        else:
            known.setdefault(identity(title, unit, origin), article)
            if key and is_ours:
                known[key] = article
    return known


class Shelves:
    """Which category a supplier's group name means: his own answer first, then the matcher's."""

    def __init__(self, memory: ImportMemory):
        self.answers = memory.categories
        self.keys = dict(Category.objects.values_list("code", "category_id"))
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, text: str) -> int | None:
        code = self.answers.get(text.casefold()) or categories.propose(text)
        return self.keys.get(code or "")
