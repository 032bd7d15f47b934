"""Whether a column holds the numbers of articles, or what only shares their header: materials, kinds, names."""

from __future__ import annotations

import re

from catalog.imports.columns.candidates import Candidate
from catalog.imports.language.words import key_of

SHORT_CODE = re.compile(r"[A-ZÄÖÜ]{1,4}(?:[-/._][A-ZÄÖÜ]{1,4}){0,3}|(?=\S*\d)[A-ZÄÖÜ][^\s,]{1,14}")
SEVERAL, FEW = 5, 3  # fewer words in capitals differ by chance, unless there are digits among them
DIGIT = re.compile(r"\d")
GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")  # `100.040`, as programs write their numbers
LOOSE_NUMBERS = {"material", "art", "ref", "referenz", "reference"}  # words that head other things as well


def correct_number(draft: Candidate, drafts: list[Candidate]) -> None:
    """`Material` over oak and beech, or over what it costs, is no number; nor `Art` over apple and pear."""
    profile, kind = draft.profile, key_of(draft.header) in LOOSE_NUMBERS
    digits = profile.share(lambda cell, text: any(sign.isdigit() for sign in text))
    phrases = profile.share(lambda cell, text: " " in text) > 0.8
    repeated = phrases and profile.distinct < 0.5 * profile.filled
    things = digits < 0.2 and (profile.distinct < profile.filled or kind)
    grouped = profile.share(lambda cell, text: GROUPED.fullmatch(text)) == 1 and profile.distinct == profile.filled
    costs = kind and profile.decimals > 0.3 and profile.numeric > 0.8 and not grouped
    uncoded = kind and profile.words > 0.6 and not are_codes(draft)
    if _is_kind_of_plant(draft, drafts):
        draft.become("name", 1.0, "values")  # before the other
        return
    if (things or repeated) and profile.words > 0.6 or costs or uncoded:
        named = repeated or any(_may_name(other) or _describes(other, draft) for other in drafts if other is not draft)
        draft.become("internal" if costs else "attribute" if named else "name", 0.7, "values")


def correct_weak_number(draft: Candidate, drafts: list[Candidate]) -> None:
    if key_of(draft.header) in LOOSE_NUMBERS:
        correct_number(draft, drafts)


def _may_name(draft: Candidate) -> bool:
    """Words under a header for names, for units or for nothing that anybody knows."""
    wordy = draft.filled and draft.profile.words > 0.7
    return draft.field == "name" and draft.filled or wordy and draft.field in ("", "unit")


def _is_kind_of_plant(draft: Candidate, drafts: list[Candidate]) -> bool:
    """`Art | Sorte` over Stabtomate and Matina."""
    words = draft.profile.words > 0.6 and draft.profile.distinct > 0.9 * draft.profile.filled
    return key_of(draft.header) == "art" and words and any(key_of(one.header) == "sorte" for one in drafts)


def _describes(draft: Candidate, other: Candidate) -> bool:
    """`Beschreibung` over towels of each kind, beside `Material` over linen and cotton."""
    return draft.field == "description" and draft.profile.distinct > other.profile.distinct


def are_codes(draft: Candidate) -> bool:
    """A digit in each, no blanks or hardly a letter (`GB 100`), each of them once."""
    profile, most = draft.profile, _most(draft)
    digits = profile.share(lambda cell, text: any(sign.isdigit() for sign in text)) > most
    coded = profile.share(lambda cell, text: " " not in text) > most or profile.words < 0.1
    return digits and coded and profile.distinct > 0.9 * len(profile.texts)


def are_short_codes(draft: Candidate) -> bool:
    """`HF`, `HF25` and `Z-PL`: beside names they number the goods where digits do not."""
    texts, short = draft.profile.texts, draft.profile.share(lambda cell, text: SHORT_CODE.fullmatch(text))
    enough = len(texts) >= SEVERAL or len(texts) >= FEW and any(map(DIGIT.search, texts))
    return enough and short > _most(draft) and draft.profile.distinct == len(texts)


def _most(draft: Candidate) -> float:
    """One line of a short sample may be something else, as what a page begins with."""
    return min(0.9, max(0.8, 1 - 1.5 / len(draft.profile.texts)))


def is_numbered(drafts: list[Candidate]) -> bool:
    """By a column of numbers; `Material` over linen and cotton holds none."""
    numbers = [one for one in drafts if one.filled and one.field in ("article_number", "weak_number")]
    return any(one.profile.words <= 0.6 or are_codes(one) for one in numbers)
