"""For how much of what a price header says its prices are: `€/100 g`, `Preis je 1.000 Stück`, `Kilopreis`."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from catalog.imports.language.old_measures import in_grams
from catalog.imports.language.words import SYNONYMS, key_of
from catalog.units import is_measure, unit_of

Reference = tuple[int, str, str]  # quantity, unit, and what is not understood of it
HUNDREDS = re.compile(r"(?:/|\bje|\bpro|\bper)\s*([%‰])(?!\s*(?!(?:stk|st|stck|stück)\b)\w)|(?<=\s)(‰)", re.I)
UNIT_WORDS = (
    "kg|kilo|(?-i:g|l|t)|gramm|ltr|liter|ml|cl|stk|stck|stück|stueck|st|bund|bd|kiste|karton|krt|ktn|kasten|sack|beutel|btl|fl|flasche|"
    "glas|dose|eimer|becher|schale|topf|palette|pal|packung|paket|rolle|lfm|m²|m2|qm|m³|m3|cbm|tonne|"
    "stunde|portion|each|piece|case|bottle|jar|box|pc|pcs|carton|crate|lb"
)
HUNDRED = r"10{1,3}|1[., ]000"
TAXED = r"(?:\s+(?:netto|brutto|net|gross))?"
BESIDE = re.compile(  # `kg-Preis`, `Preis kg`, `VK (100 g)`
    rf"(?:^|[\s(/])(?P<n1>{HUNDRED})?\s*(?P<u1>{UNIT_WORDS})\.?[\s-]{{0,2}}(?:preis|price|vk)\b|"
    rf"(?:preis|price|\bvkp?)(?:{TAXED}\s*[(\[]|{TAXED}(?=\s+(?:{HUNDRED})\s)|)\s*(?:20[0-4]\d\s+)?(?P<n2>{HUNDRED}|(?!20[0-4]\d\s)\d{{1,4}}(?=\s*(?:kg|g|l|ml|cl)\b))?\s*(?P<u2>{UNIT_WORDS})"
    r"(?:\.\Z|\.?[)\]\s](?!\s*[A-Z]\.)|\Z)",
    re.I,
)
GROUPED = r"\d{1,3}(?:[., ]\d{3})+(?!\d)"
PER = re.compile(
    r"(?P<lead>\b(?:je|pro|per)(?-i:(?![a-zäöüß]))|\bp\.|\bf\.|/|\bà|\ba(?= )|\bfür|\bvon|€|\beur|\beuro)\s*"
    r"(?P<more>(?:je|pro|per)(?![a-zäöüß])|/)?\s*"
    rf"(?P<number>{GROUPED}|\d{{1,6}}(?:[.,]\d+)?)?\s*(?P<unit>[a-zäöüß]+[²³23]?\.?|100)?",
    re.I,
)
PER_NUMBER = re.compile(
    rf"(?:\bje|\bpro|\bper|\bp\.|\bf\.|\bfür|/|\bà)\s*({GROUPED}|\d{{1,6}})\s*(?:\)|$|€|eur\b|netto|brutto)", re.I
)
PACK_OF = re.compile(  # `Preis pro 100er Pack`, `Preis 6er Karton`, `Preis 25 kg Sack`
    r"(?:\bje|\bpro|\bper|/|\bpreis|\bprice|\bvk)[\s(]*(\d{1,4}\s*er\b[\s-]*[a-zäöüß]*|"
    r"\d{1,4}(?:,\d{1,3})?\s*-?\s*(?:kg|g|l|ltr|liter|ml|cl|m)[\s-]+(?!netto|brutto|net\b|gross)[a-zäöüß]{2,})",
    re.I,
)
HOLDING = re.compile(  # `Rolle 100 m €`, `Preis je Karton à 12 Fl.`; not `Dose 7 % MwSt.`, `Kiste 2026`
    r"(?:^|(?:\bje|\bpro|\bper|/|\bpreis|\bprice|\bvk|\bnetto|\bbrutto|€|\beur)[\s(]*)(?P<word>[a-zäöüß]{2,})\.?"
    r"\s*(?:à|a|zu|mit|von|=|:|\()?\s*(?!20[0-4]\d\b)"
    r"(?P<number>(?:\d{1,3}\s*[x×*]\s*)?\d{1,4}(?:[.,]\d{1,3})?)(?![\d.,]|\s*%)"
    r"\s*(?P<inner>[a-zäöüß²³]+\.?)?",
    re.I,
)
OF_PIECES = {"XCT", "XCS", "XCR", "XBX", "XPK"}  # `Karton 6`; `Topf 9` is as wide
WHOLE = re.compile(r"\b(?:einzelne|ganze|volle)[nrsm]?\s+(?=[a-zäöüß])", re.I)
RUNNING_METRE = re.compile(r"\b(?:lfd\.?|laufende[nrm]?)\s*(?:m|meter)\b", re.I)
LED_BY_UNIT = re.compile(  # `Stück €`, `100 g €`, `VE netto €`; not `St. €`, a tax perhaps, nor `T €`
    rf"(?P<number>{HUNDRED})?\s*(?!st\b)(?P<unit>(?-i:[glm])|[a-zäöü]{{2,}})\.?{TAXED}\s*[(\[]?\s*(?:€|eur|euro)\s*[)\]]?{TAXED}",
    re.I,
)
COMPOUNDS = {
    "kilo": "kg",
    "stueck": "Stück",
    "liter": "l",
    "kisten": "Kiste",
    "kasten": "Kasten",
    "paket": "Paket",
    "eimer": "Eimer",
    "dosen": "Dose",
    "beutel": "Beutel",
    "paletten": "Palette",
    "rollen": "Rolle",
    "sack": "Sack",
    "bund": "Bund",
    "flaschen": "Flasche",
    "meter": "m",
    "tonnen": "t",
    "karton": "Karton",
    "stunden": "Std",
    "packungs": "Packung",
    "portions": "Portion",
}
COMPOUND_UNIT = re.compile(
    rf"(?:^|_|brutto|netto)({'|'.join(COMPOUNDS)})(?:preis|pr|(?<=stunden)(?:verrechnungs)?satz)"
)
MONEY = r"[\s(\[]*(?:€|eur|euro|netto|brutto|in)?[\s)\]]*"
RATE = re.compile(rf"{MONEY}Satz{MONEY}{MONEY}", re.I)  # what is charged, where another column says for what
GENERIC = {"einheit", "einh", "artikel", "article", "unit", "item", "a", "x"} | {
    word for field in ("unit", "name") for word in SYNONYMS[field].split()
}
COUNTING = ("packaging", "content", "quantity", "weight", "content_per_unit")
# What `/` or `per` may stand before without naming what a price is for: `Preis/Netto`, `Preis je nach Größe`.
NO_UNIT = {word for field, words in SYNONYMS.items() if field not in COUNTING for word in words.split()} | {
    *(
        "nach",
        "ab",
        "frei",
        "bei",
        "bis",
        "in",
        "und",
        "oder",
        "stand",
        "neu",
        "alt",
        "markt",
        "filiale",
        "abholung",
        "selbstabholung",
        "lieferung",
        "prix",
        "cena",
        "prezzo",
        "precio",
        "stichtag",
        "kw",
    )
}


def reference_of(text: str, spaced: str, speaks_of_price: Callable[[str], bool]) -> Reference:
    """`€/100 g` → (100, "g", ""); `Preis je 100` → (100, "", ""); `je Humpen` → (0, "", "Humpen")."""
    text = HOLDING.sub(_holder, text)
    text = PACK_OF.sub(_whole, WHOLE.sub("", RUNNING_METRE.sub("lfm", in_grams(text))))
    if match := COMPOUND_UNIT.search(spaced):
        return 0, COMPOUNDS[match[1]], ""
    if match := HUNDREDS.search(text):
        return (100 if match[1] == "%" else 1000), "", ""
    unknown = ""
    for match in PER.finditer(text):
        number, unit = match["number"] or "", match["unit"] or ""
        if unit.isdigit():
            number, unit = unit, ""
        if number and unit_of(unit) is None and speaks_of_price(key_of(unit)):  # `je 100 netto`
            unit = ""
        if unit and (key_of(unit) in GENERIC or unit_of(unit) is None):
            unknown = unknown or ("" if speaks_of_price(key_of(unit)) else _not_understood(match, unit))
        elif unit or (number and PER_NUMBER.search(text)):
            return counted(number, unit)
    return _beside(text) or (0, "", unknown)


def pack_in(text: str, unit: str) -> str:
    """`100er Pack`, `Rolle 100 m`: what the price of so many `unit` is for, and what that holds."""
    if match := PACK_OF.search(text):
        return match[1].strip()
    return next((held for match in HOLDING.finditer(text) if match["word"] == unit and (held := _held(match))), "")


def _held(match: re.Match[str]) -> str:
    """`Karton 12 Fl.`; "" where the word is no pack, or the number may be a size or a count of columns."""
    outer, inner = unit_of(match["word"]), unit_of(match["inner"] or "")
    if outer is None or outer.kind != "pack":
        return ""
    if inner:
        holds = inner.kind != "time" and inner.code not in ("CMT", "MMT")
        return f"{match['word']} {match['number']} {match['inner']}" if holds else ""
    counts = outer.code in OF_PIECES and match["number"].isdigit() and int(match["number"]) > 3
    return f"{match['word']} {match['number']}" if counts else ""


def _holder(match: re.Match[str]) -> str:
    """`/ Rolle` for `Rolle 100 m`; a word behind a bare number may go on about the price."""
    if not _held(match):
        return match[0]
    rest = "" if unit_of(match["inner"] or "") else match["inner"] or ""
    return f"/ {match['word']} {rest}"


def _whole(match: re.Match[str]) -> str:
    """`pro 6er Karton` → `/ Karton`; without a word of its own it is a pack."""
    word = re.split(r"[\d\s-]", match[1])[-1]
    return f"/ {word}" if unit_of(word) else "/ Packung" if match[1].rstrip().endswith("er") else match[0]


def _not_understood(match: re.Match[str], word: str) -> str:
    """The word behind je, pro, per or a stroke, unless it is known to name no unit."""
    leads = {match["lead"].casefold(), (match["more"] or "").casefold()} & {"je", "pro", "per", "/"}
    return word if leads and key_of(word) not in GENERIC | NO_UNIT else ""


def _beside(text: str) -> Reference | None:
    led = LED_BY_UNIT.fullmatch(text)
    if led and led["unit"].casefold() not in GENERIC and unit_of(led["unit"]):
        return counted(led["number"] or "", led["unit"])
    match = BESIDE.search(text)
    if match is None:
        return None
    found = match.groupdict()
    number, unit = (found["n1"], found["u1"]) if found["u1"] else (found["n2"], found["u2"])
    return counted(number or "", unit)


def counted(number: str, unit: str) -> Reference:
    """1.000 pieces are a thousand; 0,5 kg are 500 g; 1,000 kg may be one or a thousand."""
    said = f"{number} {unit}".strip()
    small = {"KGM": "g", "LTR": "ml"}.get(known.code if (known := unit_of(unit)) else "")
    if re.fullmatch(GROUPED, number):
        doubtful = known and is_measure(known) and " " not in number and known.code not in ("GRM", "MLT")
        return (0, "", said) if doubtful else (int(re.sub(r"\D", "", number)), unit, "")
    if number.isdigit() or not number:
        return int(number or 0), unit, ""
    thousandfold = Decimal(number.replace(",", ".")) * 1000
    if small and thousandfold == int(thousandfold):
        return int(thousandfold), small, ""
    return 0, "", said
