"""Stars and the like behind a price or a name, and what the footnotes below the list say to them.

`2,90*` with `* Preis je 100 g` is another price than it looks; the rows without the mark it does not concern.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from catalog.imports.columns.drafts import Draft
from catalog.imports.rows.price_texts import EURO, SPEAKS_OF_PRICES
from tabular import text_of

if TYPE_CHECKING:
    from catalog.imports.rows.checking import Checker

MARK = r"\*{1,3}|†|[¹²³]"
NOTE = re.compile(rf"(?:^|(?<=[\s,;(.]))({MARK})\)?\s*[=:]?\s*([^*†¹²³\n]+)")
MARKED = re.compile(rf"(?:\A\s*({MARK})|(?<=\S)\s*({MARK}))\)?\s*\Z|\A\s*({MARK})\s*(?=\S)")
OF_PRICES = re.compile(r"\b(?:je|pro|per|anfrage|rabatt|aktion|angebot|ab werk|cent|ct)\b", re.I)
FIELDS = ("price", "name", "name_2", "unit", "packaging")


def footnotes_in(texts: Iterable[str]) -> dict[str, str]:
    """Mark → what its footnote says, of the footnotes that speak of prices."""
    found = {mark: words.strip() for text in texts for mark, words in NOTE.findall(text)}
    return {
        mark: words
        for mark, words in found.items()
        if SPEAKS_OF_PRICES.search(words) or EURO.search(words) or OF_PRICES.search(words)
    }


class Footnotes:
    """Holds back the rows that bear the mark of such a footnote, unless a header bears it for all."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker
        notes, plan = checker.survey.footnotes, checker.plan
        self.notes = {mark for mark in notes if not any(mark in header for header in plan.headers)}
        columns = {column.index for column in plan.numbered("unit_price")} | {plan.index(name) for name in FIELDS}
        self.columns = sorted(columns - {-1})

    def check(self, draft: Draft, cells: list[Any]) -> None:
        for index in self.columns if self.notes else ():
            text = text_of(cells[index]) if index < len(cells) else ""
            match = MARKED.search(text)
            if match and next(filter(None, match.groups())) in self.notes:
                self.checker.find(draft, "price", text, "footnote", column=index)
                return
