"""Single letters under Einheit and PE, or in `Preis/T`: metre, tonne and hour, or codes for one, a hundred, a thousand.

S, H and T are such codes only together, as are E, C and M. Alone a T may be a tonne or a thousand, an H an hour or a
hundred: then a person says it, unless the list does (`H = je 100 Stück`) or speaks of nothing but measures (`KG`, `T`).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from catalog.imports.cells.packaging import LEAD, parse_pack
from catalog.units import is_measure, unit_of

ONE, HUNDRED, THOUSAND = "Stück", "100 Stück", "1000 Stück"
CODES = tuple({one: ONE, hundred: HUNDRED, thousand: THOUSAND} for one, hundred, thousand in ("sht", "ecm", "scm"))
EXPLAINED = re.compile(
    r"(?<!\w)(?<!\d )([A-Za-z])\s*(?:=|:|bedeutet)\s*"  # not `unter 1 t: pauschal 12 €`
    r"((?:(?:preis|preise)\s+)?(?:je|pro|per|für)?\s*[\w.]+(?:\s+[a-zäöüß]+)?)",
    re.I,
)
COUNTS = {"1": ONE, "100": HUNDRED, "1000": THOUSAND, "hundert": HUNDRED, "tausend": THOUSAND}
OPEN = ""


def explained_in(texts: Iterable[str]) -> dict[str, str]:
    """{"H": "100 Stück"} where the list says `H = je 100`."""
    found = {}
    for letter, meaning in (match for text in texts for match in EXPLAINED.findall(text)):
        bare = LEAD.sub("", meaning.strip(), count=1).replace("1.000", "1000")
        said = next(
            (said for said in (bare, bare.split()[0] if bare else "") if said in COUNTS or parse_pack(said)), ""
        )
        if said:
            found.setdefault(letter.casefold(), COUNTS.get(said.casefold(), said))
    return found


def meanings_of(texts: Collection[str], explained: dict[str, str], *, of_price: bool) -> dict[str, str]:
    """What to read for the letters of a column; OPEN where a letter could be two things, nothing where it is clear.

    `of_price`: the column says what the price is for, so that an M may be mille.
    """
    letters = {text for text in texts if len(text.strip(". ")) == 1 and text[0].isalpha()}
    if all(text[0].casefold() in explained for text in letters):
        return {text: explained[text[0].casefold()] for text in letters}
    words = [unit for text in texts if (text not in letters or text.islower()) and (unit := unit_of(text))]
    counted = any(unit.kind == "piece" or unit.code in ("CEN", "MIL") for unit in words)
    measured = {unit.kind for unit in words if is_measure(unit)}
    folded = {text[0].casefold() for text in letters}
    for codes in CODES:
        if folded == set(codes) and not measured:
            return {text: codes[text[0].casefold()] for text in letters}
    strange = any(unit_of(text) is None for text in letters)

    def is_clear(text: str) -> bool:
        unit = unit_of(text)
        if unit is None or strange:
            return False
        if text[0] in "HTG":
            return unit.kind in measured and not counted
        return text[0] != "M" or not of_price or bool(measured)

    return {text: explained.get(text[0].casefold(), OPEN) for text in letters if not is_clear(text)}
