"""Columns that name no field and hold units, packs or contents."""

from __future__ import annotations

import re

from catalog.imports.cells.packaging import parse_pack
from catalog.imports.columns.candidates import Candidate
from catalog.imports.language.header_words import CLAY, holds_texts, measures_something, names_material
from catalog.imports.language.words import key_of
from catalog.units import UNITS, is_measure, unit_of

LENGTH = re.compile(
    r"[\d.,]+\s*(?:mm|cm|dm|m|lfm|qm|m2|m²|m3|m³|h|std\.?|min\.?|tage?|wochen?|wo\.?|mon(?:ate?)?\.?|jahre?)"
)
PER_100 = re.compile(r"(?:je|pro|per)\s*100\s*(?:g|gr|gramm|ml)\b")  # of nutrition as well as of prices
MOSTLY = 0.6
ABOUT = re.compile(r"\bca\b|\bcirca\b|\betwa\b|ø|∅|durchschnitt|\bmittel", re.I)
SHORT_NUMBER = re.compile(r"[a-zäöü]{1,4}[-.]?\d+")


def names_units(draft: Candidate) -> bool:
    """A column of unknown name holds sale units: unit words or packs, no mere measures and no classes (M, L)."""
    texts = {text.casefold() for text in draft.profile.texts}
    if draft.profile.units <= 0.8 or any(of(draft.header) for of in (measures_something, holds_texts, names_material)):
        return False
    if texts == {CLAY} or any(map(_is_age, texts)):
        return False
    if ABOUT.search(draft.header) or all(
        map(SHORT_NUMBER.fullmatch, texts)
    ):  # `Laib ca.` is no fixed size; `BE-01` no bundle
        return False
    return not (draft.header and all(len(text) < 2 or LENGTH.fullmatch(text) or PER_100.match(text) for text in texts))


def sells_by(draft: Candidate) -> bool:
    """`Maß` over Tonne, Bund and Sack 15 kg: by what it is sold, and not how large it is."""
    texts = {text for text in draft.profile.texts if (unit := unit_of(text)) and unit.kind != "length"}
    return key_of(draft.header) in ("mass", "masse") and draft.profile.units > MOSTLY and len(texts) > 1


def _is_age(text: str) -> bool:
    """`6 Wo.`, `12 months`: how old it is or how long it takes; goods and rooms are let for a `Tag`."""
    pack = parse_pack(text) if text[:1].isdigit() else None
    return pack is not None and UNITS[pack.content_unit or pack.unit].kind == "time"


def holds_contents(draft: Candidate) -> bool:
    """Nothing but `500 g` and `0,7 l`."""
    packs = [parse_pack(text) for text in set(draft.profile.texts)]
    return all(pack and pack.unit == "H87" and is_measure(UNITS[pack.content_unit or "H87"]) for pack in packs)
