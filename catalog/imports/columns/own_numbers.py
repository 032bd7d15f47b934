"""Which of several columns of numbers is the article's own, and which one only says what belongs together."""

from __future__ import annotations

import re

from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.corrections import has
from catalog.imports.columns.number_columns import are_codes
from catalog.imports.columns.profile import Profile
from catalog.imports.language.header_words import measures_something
from catalog.imports.language.words import key_of

VARIANT = re.compile(r"varia(?:nt|tion)")
OF_SOMETHING = re.compile(r"[a-zäöüß]{3,}[-. ]*(?:nr|nummer|num|no)\.?", re.I)
OF_OTHERS = re.compile(  # of a person, a paper, a place, a batch or a substance, which change or which goods share
    r"kunden|lieferant|herstell|vertreter|filial|personal|mitglied|telefon|\btel|fax|mobil|konto|steuer|rechnung|beleg|"
    r"auftrag|angebot|vorgang|liefer|vertrag|seite|bild|los|lot|charge|partie|serien|fabrik|palette|regal|platz|lager|"
    r"fach|haus|tisch|tour|zoll|tarif|gruppe|zulassung|kontroll|betrieb|zeile|\bcas|index",
    re.I,
)
YEAR = re.compile(r"(?:19|20)\d\d")
LETTERED = re.compile(r"[A-ZÄÖÜ]{1,4}[-. ]?\d+")
PARTED, PARTS = re.compile(r"\d{2,5}-\d{2,5}"), 0.7  # one or two of which Excel has made dates
LONGEST = 30  # letters of a number
OFTEN = 0.8  # rows said twice by mistake are fewer


def settle_numbers(drafts: list[Candidate]) -> None:
    """`Nr` is the article number where nothing better is; otherwise an id of somebody's system."""
    _prefer_unique(drafts)
    strong = has(drafts, "article_number")
    for draft in drafts:
        if draft.field == "weak_number":
            usable = not strong and draft.filled and draft.profile.distinct > 0.7 * len(draft.profile.texts)
            draft.become(
                "article_number" if usable else "attribute" if _tells_a_kind(draft.profile) else "ignored", 0.9
            )
            strong = strong or bool(usable)
    if not strong and (own := next(filter(_numbers_something, drafts), None) or _first_of_codes(drafts)):
        own.become("article_number", 0.8, "values")
        strong = True
    if not strong:
        most = max(draft.profile.filled for draft in drafts)
        for draft in drafts:
            usual = draft.profile.filled > 0.5 * most
            if draft.field == "running_number" and usual and _are_numbers_of_goods(draft.profile):
                draft.become("article_number", 0.6)
                return


def _numbers_something(draft: Candidate) -> bool:
    """`Zeichnungs-Nr.` over codes, each of them once."""
    if draft.field or not OF_SOMETHING.fullmatch(draft.header.strip(" :")) or OF_OTHERS.search(draft.header):
        return False
    coded = draft.profile.share(lambda cell, text: any(map(str.isdigit, text)) and len(text) < LONGEST)
    return draft.filled and coded > OFTEN and draft.profile.distinct == len(draft.profile.texts)


def _first_of_codes(drafts: list[Candidate]) -> Candidate | None:
    """`Filter-ID`, `Kennz.`: words that nobody knows over codes, before the names of the goods."""
    first = next((one for one in drafts if one.filled), None)
    if first is None or first.field or OF_OTHERS.search(first.header) or measures_something(first.header):
        return None
    named = any(one.field == "name" and one.filled and one.profile.words > OFTEN for one in drafts)
    coded = are_codes(first) and first.profile.filled >= max(one.profile.filled for one in drafts)
    counts = all(text.isdecimal() and (len(text) < 3 or YEAR.fullmatch(text)) for text in first.profile.texts)
    return first if named and coded and not counts and _are_numbers_of_goods(first.profile) else None


def _tells_a_kind(profile: Profile) -> bool:
    """`Art` over Brot and Kuchen; a row's id in letters and digits tells nobody anything."""
    return profile.share(lambda cell, text: text.isalpha() or " " in text) > 0.5


def _prefer_unique(drafts: list[Candidate]) -> None:
    """A number that variants share only groups them, where another tells them apart: `ArtikelID` and `VariantenNr`."""
    shared = next((one for one in drafts if one.field == "article_number" and one.filled), None)
    if shared is None or shared.profile.distinct > OFTEN * len(shared.profile.texts):
        return
    others = [one for one in drafts if one is not shared and _tells_apart(one, shared)]
    if not others:
        return
    own = min(others, key=lambda one: (one.field != "article_number", abs(one.index - shared.index)))
    shared.become("ignored" if has(drafts, "group_key") else "group_key", 0.8, "values")
    own.become("article_number", 0.9, "values")


def _tells_apart(draft: Candidate, shared: Candidate) -> bool:
    """Another article number, or the id of a variant; the id of a row would tell apart what is said twice, too."""
    profile = draft.profile
    named = draft.field == "article_number" or draft.field == "weak_number" and VARIANT.search(key_of(draft.header))
    return bool(named) and profile.filled >= shared.profile.filled and profile.distinct == len(profile.texts)


def _are_numbers_of_goods(profile: Profile) -> bool:
    """`BX-101`, `M1`, `12-40`, or 4711, 4720; but 1., 2., 3. number the lines of a list, as do 1a and 1b, 1.1, 1.2."""
    texts = [text.rstrip(".)") for text in profile.texts]
    parted = sum(map(bool, map(PARTED.fullmatch, texts)))
    if parted > PARTS * len(texts) and len(set(texts)) == len(texts):
        return True
    if all(map(LETTERED.fullmatch, texts)) and len(set(texts)) == len(texts):
        return True
    if all(map(str.isdecimal, texts)):
        numbers = list(map(int, texts[:20]))
        return bool(numbers) and numbers != list(range(numbers[0], numbers[0] + len(numbers)))
    lettered = profile.share(lambda cell, text: any(map(str.isalpha, text))) > 0.5
    return lettered and len(set(texts)) == len(texts) and profile.length >= 3
