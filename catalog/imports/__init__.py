"""From a producer's workbook to drafts of listings: reading, mapping, validation. No database in here.

`read` opens a file and finds list and columns; `Checker` judges the rows. See docs for the whole pipeline.
"""

from catalog.imports.checking import Checker
from catalog.imports.drafts import Draft, Entry, Finding
from catalog.imports.memory import LastPrice, Memory, Statement
from catalog.imports.plan import Column, Plan
from catalog.imports.reading import Reading, read

__all__ = [
    "Checker",
    "Column",
    "Draft",
    "Entry",
    "Finding",
    "LastPrice",
    "Memory",
    "Plan",
    "Reading",
    "Statement",
    "read",
]
