"""What stands around the rows of a sheet and speaks of all of them: its name, letterhead, notes and footers."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

from catalog.imports.columns.drafts import Entry
from tabular import Table

MOST_TEXTS, LONGEST_TEXT = 600, 1000


@dataclass
class Around:
    """of_all: what speaks of all rows; general: without notes that say for how much the prices below them are."""

    of_all: dict[str, None] = field(default_factory=dict)
    general: dict[str, None] = field(default_factory=dict)

    @classmethod
    def table(cls, table: Table) -> Around:
        texts = [table.sheet.name, *(text[:LONGEST_TEXT] for text in table.before)]
        return cls(dict.fromkeys(texts), dict.fromkeys(texts))

    def note(self, entry: Entry, text: str) -> None:
        if entry.reason in ("note", "footer"):
            self.of_all[text] = None
            if not entry.basis[0]:
                self.general[text] = None


class Sheets:
    """The texts of all sheets on which a list stands."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.texts = {part.sheet.name: Around.table(part) for part in table.parts}

    def of(self, row: int) -> Around:
        return self.texts[self.table.place(row)[0]]

    @property
    def of_all(self) -> list[str]:
        return list(dict.fromkeys(chain.from_iterable(one.of_all for one in self.texts.values())))

    @property
    def general(self) -> list[str]:
        return list(dict.fromkeys(chain.from_iterable(one.general for one in self.texts.values())))
