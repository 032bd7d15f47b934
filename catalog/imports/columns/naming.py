"""Which column names the goods, where no header says so."""

from __future__ import annotations

from collections.abc import Callable

from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.corrections import has
from catalog.imports.language.header_words import measures_something

MAY_NAME = ("", "manufacturer", "category")  # where no number tells the articles apart


def find_name(drafts: list[Candidate]) -> None:
    """A list without a name column: what a description describes, else its first description, else the wordiest."""
    rows = sampled(drafts)
    for field in ("name_2", "name_en", "short_description", "description"):
        for draft in drafts:
            if _may_be_the_name(draft, field, rows):
                (_described_by(draft, drafts, rows) or draft).become("name", 0.8, "values")
                return
    numbered = has(drafts, "article_number")
    texts = _texts(drafts, ("",) if numbered else MAY_NAME)
    if not texts and not numbered:  # a name that says little is better than rows that nobody can call anything
        texts = _texts(drafts, ("attribute",)) or [draft for draft in drafts if _tells_rows_apart(draft, rows)]
    if texts:
        max(texts, key=_names_well(rows)).become("name", 0.6, "values")


def _texts(drafts: list[Candidate], fields: tuple[str, ...]) -> list[Candidate]:
    return [draft for draft in drafts if draft.field in fields and draft.filled and draft.profile.words > 0.6]


def _tells_rows_apart(draft: Candidate, rows: int) -> bool:
    """`S201-B16` under `Typ`: in every row another, and no mere number."""
    profile = draft.profile
    varied = profile.filled >= 0.9 * rows and profile.distinct >= 0.9 * len(profile.texts)
    return draft.field in ("", "attribute") and draft.filled and varied and profile.money < 0.1


def _may_be_the_name(draft: Candidate, field: str, rows: int) -> bool:
    """`rot` beside some names only completes them; long texts describe."""
    if field == "name_2" and draft.profile.filled < 0.9 * rows:
        return False
    return draft.field == field and draft.filled and (field != "description" or draft.profile.length < 120)


def _described_by(text: Candidate, drafts: list[Candidate], rows: int) -> Candidate | None:
    """`Menü | Beschreibung`: shorter words before a description, others in each row."""
    if text.field not in ("description", "short_description"):
        return None
    for draft in drafts[: text.index]:
        short = draft.profile.words > 0.6 and draft.profile.length < text.profile.length
        if not draft.field and draft.header and short and draft.profile.distinct >= 0.9 * rows:
            return draft
    return None


def _names_well(rows: int) -> Callable[[Candidate], tuple]:
    """What stands in every row, in words that differ, and further left."""

    def order(draft: Candidate) -> tuple:
        profile = draft.profile
        differs = min(round(profile.distinct / len(profile.texts), 1), 0.6)
        measures = measures_something(draft.header)
        return not measures, profile.filled >= 0.9 * rows, not draft.field, differs, -draft.index

    return order


def sampled(drafts: list[Candidate]) -> int:
    return max((draft.profile.filled for draft in drafts), default=0)
