"""What producers offer, at what prices, and how it came in."""

from catalog.models.category import Category
from catalog.models.imported import BeforeImage, ImportedRow, ImportMemory, Spelling
from catalog.models.imports import ImportFinding, ImportRun, Outcome, StagedRow, Upload
from catalog.models.listing import Listing
from catalog.models.pictures import IncomingPicture, PicturesBefore, PictureZip
from catalog.models.prices import Agreement, PriceLine, PriceList

__all__ = [
    "Agreement",
    "BeforeImage",
    "Category",
    "ImportFinding",
    "ImportMemory",
    "ImportRun",
    "ImportedRow",
    "IncomingPicture",
    "Listing",
    "Outcome",
    "PictureZip",
    "PicturesBefore",
    "PriceLine",
    "PriceList",
    "Spelling",
    "StagedRow",
    "Upload",
]
