"""What search keeps, and proxies of lower apps' models that carry its triggers."""

from search.documents.listings import (
    ChangedAddress,
    ChangedCategory,
    ChangedCategoryCode,
    ChangedListing,
    ChangedOrganisation,
    ChangedPriceLine,
    ChangedProduct,
    ChangedProductCategory,
)
from search.documents.suppliers import ChangedSupplier
from search.models.outbox import Change, Index, Synonym

__all__ = [
    "Change",
    "ChangedAddress",
    "ChangedCategory",
    "ChangedCategoryCode",
    "ChangedListing",
    "ChangedOrganisation",
    "ChangedPriceLine",
    "ChangedProduct",
    "ChangedProductCategory",
    "ChangedSupplier",
    "Index",
    "Synonym",
]
