"""Parts that stand around a header's own word: a language behind it, a shop's table before it, a discount, a step."""

from __future__ import annotations

import re

from catalog.imports.language.words import words_of
from catalog.units import unit_of

GERMAN, ENGLISH, OTHER = "de", "en", "other"
FOREIGN = """
    fr fra französisch french francais français it ita italienisch italian es spa spanisch spanish nl nld
    niederländisch dutch pl pol polnisch polish cs cz ces tschechisch czech da dk dänisch danish sv se schwedisch
    ru russisch"""
LANGUAGES = {
    "de": GERMAN,
    "deu": GERMAN,
    "ger": GERMAN,
    "deutsch": GERMAN,
    "german": GERMAN,
    "en": ENGLISH,
    "eng": ENGLISH,
    "gb": ENGLISH,
    "uk": ENGLISH,
    "englisch": ENGLISH,
    "english": ENGLISH,
} | dict.fromkeys(FOREIGN.split(), OTHER)
MARK = r"[a-zäöüç]{2,15}"
IN_BRACKETS = re.compile(rf"(.*\S)\s*[(\[]\s*({MARK})(?:[-_][a-z]{{2}})?\s*[)\]]\Z", re.I)
JOINED = re.compile(rf"(.*\w)[_.\-]({MARK})(?:[-_][a-z]{{2}})?\Z", re.I)
APART = re.compile(rf"(.*\w)\s+(?:in\s+|auf\s+)?({MARK})\Z", re.I)
SURE = ("de", "en", "fr")  # `Kategorie IT` is no Italian
TABLE = re.compile(r"(?:(?i:products?|p|items?|articles?|artikel|variants?|variations?)[_.\-]|OX(?=[A-Z]{3}))(?=\w)")

OFF = re.compile(r"%|prozent|percent|rabatt|nachlass|discount", re.I)
FROM = re.compile(r"\b(?:ab|from|von|bis|mind\.?)\s*\d|>=?\s*\d|≥\s*\d|\d\s*\+|\d\s*(?:-|–)\s*\d", re.I)

PER_CENT = re.compile(r"\s*(?:\bin\s*)?(?:%|\bprozent)\s*\Z", re.I)
PRICE_LIST = re.compile(r"(preis|price)[\s_-]?(?:listen?|gruppen?|list|group)(?![a-zäöüß])", re.I)
STEP_QUANTITY = re.compile(
    r"(?:preis|price|vk|staffel)_?(\d{1,2})_(?:ab_?)?(?:menge|anzahl|qty|quantity)\Z|"
    r"\A(?:ab_?)?(?:menge|anzahl|qty|quantity)_(?:(?:zu|fuer)_)?[a-z]*(?:preis|price|vk|staffel)_?(\d{1,2})\Z"
)
MORE = r"aufpreis|mehrpreis|preisaufschla[eg]|zuschla[eg]|surcharge|extra_?charge|zuzahlung"
ONCE = (  # what an order of printed or made goods begins with
    r"(?:druckvor|(?<![a-z])vor|ruest|einricht(?:e|ungs)?|klischee|werkzeug|sieb|film|programmier(?:ungs)?)_?"
    r"(?:kosten|pauschale|gebuehr)"
)
ON_TOP = re.compile(rf"(?:{MORE}|{ONCE})[a-z]*")
TAKEN_IN = re.compile(  # `Preis inkl. 8 % Energiezuschlag`
    rf"(?:inkl|incl|inklusive|mit|ohne|zzgl|zuzueglich|exkl|excl|plus)_(?:[0-9]+_prozent_)?(?:[a-z0-9]+_)?"
    rf"[a-z]*(?:{MORE}|{ONCE})[a-z]*"
)
# what is always asked beside the price of some goods, unlike a print, another size, a small order
ALWAYS = re.compile(
    r"energie|strom|(?<!noten)gas|teuerung|metall|kupfer|messing|alu|stahl|legierung|rohstoff|maut|diesel|treibstoff|"
    r"inflation|schrott|papier|klima|co_?2"
)
SAYS_NO_MORE = {"netto", "brutto", "in", "eur", "euro", "je", "pro", "per", "stueck", "stk", "einheit", "me"}


def in_language(header: str) -> tuple[str, str]:
    """(`Artikel`, "en") for `Artikel (EN)` and `Artikel_en`; ("", "") where no language is named."""
    for pattern in (IN_BRACKETS, JOINED, APART):
        match = pattern.match(header)
        language = LANGUAGES.get(match[2].casefold(), "") if match else ""
        sure = pattern is not APART or bool(match) and (match[2].casefold() in SURE or len(match[2]) > 3)
        if match and language and sure:
            return match[1], language
    return "", ""


def without_table(header: str) -> str:
    """`model` in `products_model`, `p_model` and `OXMODEL`; "" where no table is named before."""
    rest = TABLE.sub("", header, count=1)
    return rest if rest != header and " " not in header and TABLE.match(header) else ""


def takes_off(header: str) -> bool:
    """`ab 10 (%)`, `Rabatt ab 50 Stück`."""
    return bool(OFF.search(header) and FROM.search(header))


def without_per_cent(header: str) -> str:
    """`Steuerkennzeichen` in `Steuerkennzeichen %`; "" where no per cent is named."""
    bare = PER_CENT.sub("", header)
    return bare if bare != header else ""


def named_by_list(header: str) -> str:
    """`Preis 01 netto` for `Preisliste 01 netto`; "" where no price list is named."""
    return PRICE_LIST.sub(r"\1", header) if PRICE_LIST.search(header) else ""


def step_counted(header: str) -> int:
    """2 for `verkaufspreis2menge` and `Menge Preis 2`, 0 for anything else."""
    match = STEP_QUANTITY.search("_".join(words_of(header)))
    return int(match[1] or match[2]) if match else 0


def comes_on_top(header: str) -> bool:
    """`Aufpreis XXL`, `Energiezuschlag`, `Rüstkosten`; not `Preis inkl. Zuschlag`."""
    return bool(ON_TOP.search(TAKEN_IN.sub("", "_".join(words_of(header)))))


def always_on_top(header: str) -> bool:
    """`Kupferzuschlag`, or `Aufpreis` that nobody explains: perhaps a part of every price."""
    words = "_".join(words_of(header))
    rest = set(ON_TOP.sub("", words).split("_")) - {""}
    return bool(ALWAYS.search(words)) or rest <= SAYS_NO_MORE and not re.search(ONCE, words)


OF_LEAST = r"abnahme|menge|bestellung|bestellmenge|länge|stückzahl|anzahl"
LEAST = re.compile(
    rf"(?:min|mind|mindestens|mindest(?:{OF_LEAST}))(?:\.?\s+|\.?-)\(?([a-zäöüß]+)\.?\)?|mindest-?([a-zäöüß]+)|"
    r"ab\s+(?:personen|portionen|gästen|teilnehmern?)",
    re.I,
)


def least_in(header: str) -> str | None:
    """The unit of which there must be so many at least: Bund in `min. Bund`, m in `Mindestlänge m`; "" for persons."""
    match = LEAST.fullmatch(header)
    if match is None:
        return None
    word = match[1] or match[2] or ""
    unit = unit_of(word) if word else None
    return word if not word or unit and unit.kind not in ("time", "sum") else None
