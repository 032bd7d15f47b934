"""From a producer's workbook to his articles, and back.

`read` opens a file and finds list and columns; `Checker` judges the rows; neither knows a database. `service` has the
verbs of a whole run. The packages build on each other, the first on none: language, cells, columns, rows, runs, review.
"""

from catalog.imports.columns.drafts import Draft, Entry, Finding
from catalog.imports.columns.memory import LastPrice, Memory, Statement
from catalog.imports.columns.plan import Column, Plan
from catalog.imports.columns.reading import Reading, read
from catalog.imports.rows.checking import Checker

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
