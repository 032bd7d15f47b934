"""What producers offer, and at what prices."""

from catalog.models.category import Category
from catalog.models.listing import Listing
from catalog.models.prices import Agreement, PriceLine, PriceList

__all__ = ["Agreement", "Category", "Listing", "PriceLine", "PriceList"]
