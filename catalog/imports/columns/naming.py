"""Which column names the goods, where no header says so."""

from __future__ import annotations

import re
from collections.abc import Callable

from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.corrections import has
from catalog.imports.language.header_words import measures_something, names_finish
from catalog.imports.language.words import key_of

MEASURED = re.compile(
    r"\W*(?:ca\.?\s*)?\d[^a-zäöü]*(?:[a-zäöü]{1,3}(?![a-zäöü])[^a-zäöü]*){0,3}", re.I
)  # `24x146 mm`, `ca. 20 kg`
KINDS = 0.3  # of the rows
RANGES = {"sortiment", "sortimente"}  # a group of goods, or each of them
PHRASE, MOST = 11, 0.75  # letters of a name; rows of another name, of which some come in two sizes
DESCRIBE = ("name_2", "name_en", "short_description", "description")
MAY_NAME = ("", "manufacturer", "category")  # where no number tells the articles apart


def find_name(drafts: list[Candidate]) -> None:
    """A list without a name column: what a description describes, else its first description, else the wordiest."""
    rows = sampled(drafts)
    if kinds := _kinds_that_name(drafts, rows):
        kinds.become("name", 0.7, "values")
        return
    for field in DESCRIBE:
        for draft in drafts:
            if _may_be_the_name(draft, field, rows) and not (_is_measured(draft) and _texts(drafts, ("",))):
                (_described_by(draft, drafts, rows) or draft).become("name", 0.8, "values")
                return
    if texts := _that_may_name(drafts, rows):
        max(texts, key=_names_well(rows)).become("name", 0.6, "values")


def _that_may_name(drafts: list[Candidate], rows: int) -> list[Candidate]:
    """Words under headers that nobody knows, or that mean something else where there are better ones."""
    numbered = has(drafts, "article_number")
    texts = _texts(drafts, ("",) if numbered else MAY_NAME)
    if numbered or has(drafts, "weak_number"):
        texts = [one for one in texts if not names_finish(one.header)]
        phrases = [one for one in _texts(drafts, ("attribute", "quality")) if _names_most(one, rows)]
        texts = texts or phrases
    if texts and all(map(_is_measured, texts)):  # `Qualität | Lauflänge` over yarns
        texts = [one for one in _texts(drafts, ("quality", "attribute")) if _names_each(one, rows)] or texts
        # `Typ | Querschnitt` over cables
        types = [one for one in drafts if one.names_types and one.field == "attribute"]
        texts = texts if numbered else types or texts
    if not texts and not numbered:  # a name that says little is better than rows that nobody can call anything
        texts = _texts(drafts, ("attribute",)) or [draft for draft in drafts if _tells_rows_apart(draft, rows)]
    return texts


def names_alone(draft: Candidate, drafts: list[Candidate]) -> bool:
    """`Form` over Becher and Kanne, which elsewhere are units: nothing else in the list could name these goods."""
    others = [one for one in drafts if one.field in ("", "name", "category", *DESCRIBE) and one is not draft]
    worded = any(one.filled and one.profile.words > 0.6 for one in others)
    return not worded and draft.profile.words > 0.9 and draft.profile.distinct == len(draft.profile.texts)


def _kinds_that_name(drafts: list[Candidate], rows: int) -> Candidate | None:
    """`Sortiment` over timber of many kinds, beside no words but measures or what completes a name."""
    others = [one for one in drafts if one.field in ("", *DESCRIBE) and one.filled and one.profile.words > 0.6]
    by_number = not others and has(drafts, "article_number")  # new prices perhaps, with the groups
    for draft in drafts:
        if by_number and not (key_of(draft.header) in RANGES and draft.profile.distinct > max(2, 0.9 * rows)):
            continue
        many = draft.field == "category" and draft.filled and draft.profile.distinct > 0.5 * rows
        if many and draft.profile.words > 0.6 and all(_completes(one, draft) for one in others):
            return draft
    return None


def _completes(draft: Candidate, name: Candidate) -> bool:
    """A measure, or words that stand beside a name and differ less."""
    return _is_measured(draft) or draft.field == "name_2" and draft.profile.distinct < name.profile.distinct


def _is_measured(draft: Candidate) -> bool:
    said = measures_something(draft.header)
    return said or draft.profile.share(lambda cell, text: MEASURED.fullmatch(text)) > 0.8


def _texts(drafts: list[Candidate], fields: tuple[str, ...]) -> list[Candidate]:
    return [draft for draft in drafts if draft.field in fields and draft.filled and draft.profile.words > 0.6]


def _tells_rows_apart(draft: Candidate, rows: int) -> bool:
    """`S201-B16` under `Typ`: in every row another, and no mere number."""
    profile = draft.profile
    varied = profile.filled >= 0.9 * rows and profile.distinct >= 0.9 * len(profile.texts)
    return draft.field in ("", "attribute", "quality") and draft.filled and varied and profile.money < 0.1


def _names_each(draft: Candidate, rows: int) -> bool:
    return _tells_rows_apart(draft, rows) and not _is_measured(draft)


def _names_most(draft: Candidate, rows: int) -> bool:
    """`Farbe` over Silikatfarbe innen and Holzlasur nussbaum; new prices by number may tell red from blue."""
    profile = draft.profile
    varied = profile.filled >= 0.9 * rows and profile.distinct >= MOST * len(profile.texts)
    measured = profile.share(lambda cell, text: MEASURED.fullmatch(text))
    return varied and profile.length >= PHRASE and measured < 0.2


def _may_be_the_name(draft: Candidate, field: str, rows: int) -> bool:
    """`rot` beside some names only completes them; long texts describe."""
    if field == "name_2" and draft.profile.filled < 0.9 * rows:
        return False
    return draft.field == field and draft.filled and (field != "description" or draft.profile.length < 120)


def _described_by(text: Candidate, drafts: list[Candidate], rows: int) -> Candidate | None:
    """`Menü | Beschreibung`, `Matchcode | Bezeichnung 2`: words before it, shorter than a text, others in each row."""
    if text.field == "name_en":
        return None
    for draft in drafts[: text.index]:
        fits = draft.profile.words > 0.6 and (text.field == "name_2" or draft.profile.length < text.profile.length)
        least = KINDS if text.field == "name_2" else 0.9  # what follows tells `Esstisch` apart
        if not draft.field and draft.header and fits and draft.profile.distinct >= least * rows:
            return draft
    return None


def _names_well(rows: int) -> Callable[[Candidate], tuple]:
    """What stands in every row, in words that differ, and further left."""

    def order(draft: Candidate) -> tuple:
        profile = draft.profile
        differs = min(round(profile.distinct / len(profile.texts), 1), 0.6)
        described = names_finish(draft.header)
        return (
            not described,
            not _is_measured(draft),
            profile.filled >= 0.9 * rows,
            not draft.field,
            differs,
            -draft.index,
        )

    return order


def sampled(drafts: list[Candidate]) -> int:
    return max((draft.profile.filled for draft in drafts), default=0)
