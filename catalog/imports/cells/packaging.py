"""Unit texts: `6 x 500 g`, `Kiste à 20`, `ca. 300-500 g/St`, `10er Pack`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from catalog.imports.cells.numbers import tidy
from catalog.imports.language.old_measures import in_grams, loose
from catalog.units import Unit, is_measure, unit_of


class Pack(NamedTuple):
    """An order unit; `content` of `content_unit` in one of it where that is exact; `quantity` that the price is for.

    `pieces`: how many share the content, 0 where the text does not say.
    """

    unit: str
    content: Decimal | None = None
    content_unit: str | None = None
    quantity: int = 0
    about: bool = False
    pieces: int = 0


OUTER = {"XCT", "XCS", "XCR", "XBX", "XPX", "XBK"}  # what holds several of something packed
NUMBER = r"(\d+(?:[.,]\d+)?)"
WORDS = r"([^\d\s(/x×*][^\d(/]*?)"
FILL = r"\s*(?:à|a|zu|mit|je|von|=|:|\(|/|,|-|inkl\.?|enthält|of|with)?\s*"
LEAD = re.compile(r"(?:(?:eur|€|preis)\s*)?(?:(?:pro|je|per|für)(?![a-zäöüß])|/|p\.)\s*", re.I)  # not in `Person`
ABOUT = re.compile(r"\b(?:ca\.?|circa|etwa|rund|mind\.?|min\.?)\s*|[~≈]|\d\s*(?:-|bis)\s*\d", re.I)
PERCENT = re.compile(r"^([%‰])\s*(?=(?:st|stk|stck|stück)\b)", re.I)  # a hundred, as the trade writes it
ONE = re.compile(NUMBER + r"\s*-?\s*([^\d\s(/x×*][^\d(/]*)\Z")
MANY = re.compile(rf"(?:{WORDS}{FILL})?(\d+)\s*(?:{WORDS})?\s*[x×*]\s*{NUMBER}\s*([^\d(/)]+?)\s*\)?\Z", re.I)
SLASHED = re.compile(rf"(?:{WORDS}{FILL})?(\d+)\s*/\s*{NUMBER}\s*(l|ltr|ml|cl|g|kg)\.?\)?\Z", re.I)
FILLED = re.compile(rf"{WORDS}{FILL}{NUMBER}\s*([^\d(/)]*?)\s*\)?\Z", re.I)
SIZED = re.compile(NUMBER + r"\s*-?\s*([a-zäöü]+)\.?\s*-?\s*([a-zäöüß]+\.?)\Z", re.I)
DOZENS = re.compile(r"(\d+)\s*er\b[\s-]*([a-zäöüß]*\.?)\Z", re.I)
FRACTION = re.compile(
    r"(?<![\d.,/])(?:(?P<over>[13])/(?P<under>[248])|(?P<sign>[½¼¾]))(?=\s*(?:kg|kilo|l|ltr|liter|pfd|pfund|m)\b)", re.I
)
TWO_LANGUAGES = re.compile(r"([^\W\d_]+)\.?\s+/\s+([^\W\d_]+\.?)")
PER_PIECE = re.compile(r"(.+?)\s*/\s*([a-zäöüß.]+)\Z", re.I)


CRATE = re.compile(
    r"(\d{1,2})\s*[x×*/]\s*(\d[.,]\d{1,3})\s*(?:(?:pet|mw|ew|mehrweg|einweg|glas|fl|flaschen?|dosen?|tetra)\.?\s*)*\Z",
    re.I,
)


def crate_of(text: str, *, of_drinks: bool) -> Pack | None:
    """`20x0,5` and `12 x 1,0 PET` in a column of packs: twenty in a crate, of half a litre where drinks are sold."""
    match = CRATE.match(tidy(text))
    if match is None or _doubtful(match[2]):
        return None
    count = Decimal(match[1])
    return Pack(
        "XPK", count * amount(match[2]) if of_drinks else count, "LTR" if of_drinks else "H87", pieces=int(count)
    )


@lru_cache(maxsize=8192)
def parse_pack(text: str) -> Pack | None:
    """The order unit that a cell means; None where it is not certain."""
    whole = FRACTION.sub(_fraction, tidy(text))
    lead = LEAD.match(whole)
    text = whole[lead.end() :] if lead else whole
    if not text:
        return None
    if sold := loose(text):
        return Pack(sold[1], quantity=sold[0])
    text = PERCENT.sub(lambda match: "100 " if match[1] == "%" else "1000 ", in_grams(text))
    if lead and (pack := _priced(text)):
        return pack
    if unit := unit_of(text) or _in_two_languages(text):
        return Pack(unit.code)
    if ABOUT.search(text):
        return _about(text)
    for reader in (_dozens, _many, _one, _sized, _filled):
        if pack := reader(text):
            return pack if pack.content is None or pack.content > 0 else None
    return None


def _in_two_languages(text: str) -> Unit | None:
    """`ks / Stk`: the one that is known; of two known ones nobody says which is meant."""
    match = TWO_LANGUAGES.fullmatch(text)
    known = {unit for word in match.groups() if (unit := unit_of(word))} if match else set()
    return known.pop() if len(known) == 1 else None


def _fraction(match: re.Match[str]) -> str:
    """`1/2 kg` and `½ l` as decimals; `24/0,33 l` is no fraction."""
    if match["sign"]:
        return str({"½": "0,5", "¼": "0,25", "¾": "0,75"}[match["sign"]])
    return f"{Decimal(match['over']) / Decimal(match['under'])}".replace(".", ",")


def amount(text: str) -> Decimal:
    """A number inside a unit text; `1.000` and `1,000` never stand there for a thousand and for one at once."""
    return Decimal(text.replace(",", "."))


def _doubtful(text: str) -> bool:
    return re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", text) is not None


def _about(text: str) -> Pack | None:
    """`ca. 300-500 g/St`: sold by the piece, of roughly that weight; without `/St` nobody knows."""
    if (match := PER_PIECE.match(text)) and (unit := unit_of(match[2])):
        return Pack(unit.code, about=True)
    word = re.split(r"[\s(]", text, maxsplit=1)[0]
    if (unit := unit_of(word)) and not word[0].isdigit():
        return Pack(unit.code, about=True)
    return None


def _dozens(text: str) -> Pack | None:
    match = DOZENS.match(text)
    if match is None:
        return None
    unit = unit_of(match[2]) if match[2] else unit_of("Packung")
    if match[2].casefold() in ("träger", "tragerl", "tray", "sixpack"):
        unit = unit_of("Packung")
    return Pack(unit.code, Decimal(match[1]), "H87") if unit and unit.kind == "pack" else None


def _many(text: str) -> Pack | None:
    """`Kiste 12 x 1 l`, `12 x 1 l Kiste`: twelve litres in a crate."""
    match = MANY.match(text) or SLASHED.match(text)
    if match is None:
        return None
    groups = match.groups()
    outer, count, size, name = groups[0], groups[1], groups[-2], groups[-1]
    words = name.split() or [""]
    inner, behind = unit_of(name) or unit_of(words[0]), unit_of(words[-1])
    crate = behind if len(words) > 1 and behind and behind.code in OUTER else None
    holder = unit_of(outer) if outer else crate or unit_of("Packung")
    if holder is None or inner is None or _doubtful(size):
        return None
    if inner.kind == "length" and (inner.code != "MTR" or not any(groups[2:-2]) and holder.code not in OUTER):
        return None  # `30 x 50 mm`, `4 x 25 m`: how wide and high it is; `Karton 10 x 50 m` and `10 Rollen x 5 m` count
    return Pack(holder.code, Decimal(count) * amount(size), inner.code, pieces=int(count))


def _one(text: str) -> Pack | None:
    """`500 g` is a piece of 500 g, `1 kg` the kilogram, `100 St` a price for a hundred, `6 Flaschen` a pack."""
    match = ONE.match(text)
    unit = unit_of(match[2]) if match else None
    if match is None or unit is None or _doubtful(match[1]):
        return None
    return _counted(amount(match[1]), unit)


def _priced(text: str) -> Pack | None:
    """`je 100 g`: loose goods, and the amount that the price is for."""
    match = ONE.match(text)
    unit = unit_of(match[2]) if match else None
    if match is None or unit is None or match[1] not in ("10", "100", "1000"):
        return None
    return Pack(unit.code, quantity=int(match[1]))


def _counted(count: Decimal, unit: Unit) -> Pack | None:
    if count == 1:
        return Pack(unit.code)
    if count <= 0:
        return None
    if is_measure(unit):
        return Pack("H87", count, unit.code)
    if unit.kind == "piece" and count in (100, 1000):
        return Pack(unit.code, quantity=int(count))
    return Pack("XPK", count, unit.code) if count == int(count) else None


def _sized(text: str) -> Pack | None:
    """`25 kg Sack`, `0,75-l-Flasche`."""
    match = SIZED.match(text)
    if match is None or _doubtful(match[1]):
        return None
    inner, outer = unit_of(match[2]), unit_of(match[3])
    if inner is None or outer is None or is_measure(outer):
        return None
    return Pack(outer.code, amount(match[1]), inner.code)


def _filled(text: str) -> Pack | None:
    """`Kiste à 20`, `Sack 25 kg`, `Karton (24 Stk)`."""
    match = FILLED.match(text)
    if match is None:
        return None
    outer = unit_of(match[1])
    inner = unit_of(match[3]) if match[3].strip() else unit_of("Stück")
    if outer is None or inner is None or is_measure(outer):
        return None
    if not _doubtful(match[2]):
        return Pack(outer.code, amount(match[2]), inner.code)
    counted = match[3].strip() and inner.kind == "piece"  # `Palette 2.808 Stk`
    return Pack(outer.code, Decimal(match[2].replace(".", "")), inner.code) if counted and "." in match[2] else None
