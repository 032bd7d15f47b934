"""From a header's words to a field: exact synonyms, then price grammar, then numbered series, then likeness."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from catalog.imports.cells.packaging import OUTER
from catalog.imports.language.header_parts import (
    ENGLISH,
    GERMAN,
    comes_on_top,
    in_language,
    least_in,
    named_by_list,
    step_counted,
    takes_off,
    without_per_cent,
    without_table,
)
from catalog.imports.language.header_words import is_internal, speaks_of_tax
from catalog.imports.language.price_words import (
    DATES,
    PROMOTION,
    PriceHeader,
    price_header,
    rate_in_header,
    without_dots,
)
from catalog.imports.language.spelling import with_umlauts
from catalog.imports.language.words import SYNONYMS, key_of, words_of
from catalog.units import is_measure, unit_of

EXACT = {word: field for field, words in SYNONYMS.items() for word in words.split()}
NUMBERED = re.compile(r"(.*?[^\d\s])[\s_.\-]*(\d{1,3})\s*((?:\([^)]*\))?)\s*\Z", re.S)
COUNTED = re.compile(r"(\D*[^\d\s])\s+(\d)\s+(\D+)\Z")  # `Staffel 2 ab`
IN_THE_MIDDLE = re.compile(
    r"(attribute|attribut|merkmal|meta|option)[\s_]*(\d{1,3})[\s_]*(name|value\(s\)|values?|wert)\Z", re.I
)
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\*+")
FEATURE = re.compile(r'(?:merkmal|attribut|attribute|eigenschaft|meta)\s*[:"„]\s*(.+?)["“]?\Z', re.I)
BOUND_ONLY = re.compile(
    r"(?:staffel\w*\s*)?(?:ab|von|from|>=?|≥)\s*(?:menge\s*|stück\s*|stk\.?\s*)?(\d{1,6})\s*[a-zäöü.]*\s*(?:\(?€\)?|eur|netto|brutto)*"
    r"(?:\([a-zäöü ]+\))?\Z"
    r"|(\d{1,6})\s*(?:-|–|bis)\s*\d{1,6}\s*[a-zäöü.]*\s*(?:€|eur)?\Z|(\d{1,6})\s*\+\s*[a-zäöü.]*\Z"
    r"|mengen?\s+ab\s+(\d{2,6})\Z"
    r"|(?:staffel|stufe)\s+(\d{2,6})\s*(?:stück|stk\.?|st\.?)?\Z",
    re.I,
)
UNTIL_ONLY = re.compile(
    r"(?:staffel\w*\s*)?(?:(?:bis|until|up to|<=|≤)\s*(?:zu\s+)?(\d{1,6})|(?:unter|below|<)\s*([1-9]\d{0,5}))"
    r"\s*(?:[a-zäöü]+\.?)?\s*"
    r"(?:\(?€\)?|eur|netto|brutto)*\Z",
    re.I,
)
SIZED = (
    r"(\d{1,4}(?:[.,]\d{1,3})?|\d{1,3}\.?000)\s*-?\s*"
    r"(kg|kilo|g|gr|gramm|l|ltr|liter|ml|cl|stück|stk|exemplare?|ex)"
)
SIZE = re.compile(rf"{SIZED}\.?", re.I)
RUN = re.compile(  # `Auflage 1.000`; not `Auflage 2026` nor the fifth
    r"(?:druck)?auflage\W*(?!20[0-4]\d\W*\Z)(\d{1,3}(?:\.?\d{3})*)(?<=0)\W*\Z", re.I
)
MADE = re.compile(  # `Stärke 2 cm`, `Größe L`, `XS-XL`, `3XL`: how large, not how much; S or 42 only under the word
    r"(?:(?:stärke|dicke|länge|breite|höhe|durchmesser|ø)\s*)?(?P<measure>\d{1,4}(?:[.,]\d)?\s*[cm]m)|"
    r"(?P<letters>(?:größe|gr\.)\s*(?:x{0,3}s|m|x{0,3}l|\d{2,3})|"
    r"(?:größe\s+)?(?:(?:x{0,3}s|m|x{0,3}l|[2-6]xl)\s*[-–]\s*(?:m|x{0,3}l|[2-6]xl)|x{1,4}l|[2-6]xl))",
    re.I,
)
LIKE_ENOUGH = 88
CONTENT = re.compile(r"(?:netto)?(?:inhalt|füllmenge|content)\s*(?:/|je|pro|per|in)?\s*\b([a-zäöü]+)\.?", re.I)
VESSEL = re.compile(r"([a-zäöü]{3,}?)(?:inhalt|füllmenge|fuellmenge|füllung|fuellung|\s(?:à|á|zu))", re.I)
CLOTHES = re.compile(r"\d\s*x+[sl]\b", re.I)  # `ab 3XL` is a size
ALIKE = {"weak_number": "article_number"}
OPPOSITES = (
    ("ek", "vk"),
    ("netto", "brutto"),
    ("net", "gross"),
    ("nummer", "name"),
    ("number", "name"),
    ("nr", "name"),
    ("preis", "einheit"),
    ("preis", "menge"),
    ("price", "unit"),
    ("price", "quantity"),
    ("min", "max"),
    ("von", "bis"),
    ("ab", "bis"),
    ("from", "to"),
    ("einkauf", "verkauf"),
    ("hersteller", "lieferant"),
    ("artikel", "hersteller"),
    ("einheit", "inhalt"),
    ("kunde", "artikel"),
    ("bestell", "mindest"),
    ("menge", "einheit"),
    ("lager", "artikel"),
    ("gruppe", "nummer"),
    ("status", "steuer"),
    ("stock", "order"),
    ("text", "nummer"),
    ("kosten", "preis"),
    ("lieferanten", "artikel"),
    ("id", "name"),
    ("rechnung", "artikel"),
    ("auftrag", "artikel"),
    ("staffel", "bestell"),
    ("lieferschein", "artikel"),
    ("serien", "artikel"),
    ("telefon", "artikel"),
    ("tax", "status"),
    ("datum", "preis"),
)


@dataclass(frozen=True)
class Guess:
    """What a header announces; `index` counts a series (`Bild2`), `bound` a quantity step (`ab 10`)."""

    field: str
    confidence: float
    reason: str
    index: int = 0
    price: PriceHeader | None = None
    label: str = ""


@lru_cache(maxsize=4096)
def guess(header: str) -> Guess | None:
    """The field of a header by its words alone."""
    header = with_umlauts(" ".join(header.split()).rstrip(" :"))
    if not header or len(header) > 200:
        return None
    for reader in READERS:
        if found := reader(header):
            return found
    return None


def known(header: str) -> str | None:
    """The kind of column for the table finder, by certain words only. `price+net+kg` says more than `price`."""
    found = guess(header)
    if found is None or found.confidence < 0.85:
        return None
    sized = found.field == "size" or (found.price and (found.price.pack or not found.price.unit))
    if sized and (size := SIZE.search(header) or RUN.match(header) or MADE.fullmatch(header)):
        return f"{found.field} {size[0]}"
    if found.price:
        per = found.price.unit or ("for" if found.price.quantity else "")
        return f"{found.field}{found.price.bound or found.price.until or ''}" + "".join(
            f"+{more}" for more in (found.price.tax, per) if more
        )
    return found.field


def _exact(header: str) -> Guess | None:
    field = EXACT.get(key_of(header))
    if field == "unit" and "/" in header and EXACT.get(key_of(header.partition("/")[0])) == "name":
        field = "name"  # `Artikel / Einheit`
    if field is None and "/" in header and EXACT.get(key_of(header.rpartition("/")[2])) == "name":
        field = "name" if EXACT.get(key_of(header.rpartition("/")[0])) == "attribute" else None  # `Farbe/Produkt`
    return Guess(field, 1.0, "synonym") if field else None


def _rate(header: str) -> Guess | None:
    """`7 %`, `davon MwSt 19 %`: marks, amounts or prices of one rate."""
    return Guess("rate_mark", 0.95, "synonym") if rate_in_header(header) is not None else None


def _content(header: str) -> Guess | None:
    """`Inhalt l`, `Inhalt je Beutel`, `Beutel à`: how much of what is in one; the label names the pack."""
    vessel = VESSEL.fullmatch(header)
    match = CONTENT.fullmatch(header) or vessel
    unit = unit_of(match[1]) if match else None
    if match is None or unit is None or unit.kind in ("piece", "time", "sum") or vessel and unit.code in OUTER:
        return None  # `Kartoninhalt` is rather a number of pieces
    return Guess("content", 0.95, "synonym", label="" if is_measure(unit) else match[1])


def _counted_stock(header: str) -> Guess | None:
    """`Bestand Gläser`, `Lagerbestand Stk`: how many of what are there."""
    word, _, unit = header.rpartition(" ")
    return Guess("stock", 0.9, "synonym") if EXACT.get(key_of(word)) == "stock" and unit_of(unit) else None


def _size(header: str) -> Guess | None:
    """`250 g`, `Glas 250 g` and `250-g-Beutel` over prices: one article per size."""
    word, _, rest = header.partition(" ")
    size, _, behind = header.rpartition("-")
    packed = not any(sign.isdigit() for sign in word) and unit_of(word) is not None
    vessel = unit_of(behind) if size else None
    size = rest if packed else size if vessel and vessel.kind == "pack" else header
    sized = SIZE.fullmatch(size) or RUN.match(header) or MADE.fullmatch(header)
    return Guess("size", 0.9, "synonym") if sized else None


def _feature(header: str) -> Guess | None:
    """`Merkmal "Länge"` is an attribute named Länge; `Attribute 1 name` the first of a series."""
    if match := IN_THE_MIDDLE.match(header):
        kind = "attribute_name" if match[3].casefold() == "name" else "attribute_value"
        return Guess(kind, 1.0, "synonym", int(match[2]))
    if match := FEATURE.match(header):
        return Guess("attribute", 0.95, "synonym", label=match[1].strip())
    return None


def _step_discount(header: str) -> Guess | None:
    off = takes_off(header) and not speaks_of_tax(header) and price_header(header) is None
    return Guess("step_discount", 0.9, "synonym") if off else None


def _bound(header: str) -> Guess | None:
    if match := UNTIL_ONLY.match(header):
        until = int(match[1]) if match[1] else int(match[2]) - 1  # `unter 10 Sack`
        return Guess("price", 0.9, "synonym", price=PriceHeader("price", until=until))
    match = BOUND_ONLY.match(without_dots(header))
    if match is None or CLOTHES.search(header):
        return None
    bound = int(next(group for group in match.groups() if group))
    return Guess("price", 0.9, "synonym", price=PriceHeader("price", bound=bound))


FOR_SO_MANY = re.compile(r"(?:pro|je|per)\s*(?:…|\.{2,}|_+)\s*(?:stück|stk|st|einheiten|pcs)?\.?", re.I)


def _for_so_many(header: str) -> Guess | None:
    """`pro … Stück` over 100 and 1000."""
    return Guess("price_quantity", 0.95, "synonym") if FOR_SO_MANY.fullmatch(header) else None


def _least(header: str) -> Guess | None:
    return Guess("minimum", 0.95, "synonym") if least_in(header) is not None else None


def _of_step(header: str) -> Guess | None:
    """`verkaufspreis2menge`, `Menge Preis 2`: from how many on the second price holds."""
    step = step_counted(header)
    return Guess("quantity", 0.95, "synonym", step) if step else None


def _surcharge(header: str) -> Guess | None:
    """`Aufpreis XXL`: what is asked on top of a price, and none itself."""
    return Guess("surcharge", 0.95, "synonym") if comes_on_top(header) else None


def price_of_list(header: str) -> Guess | None:
    """What `Preisliste 01 netto` and `Preisgruppe A` say of the amounts below them."""
    return _price(named_by_list(header))


def _price(header: str) -> Guess | None:
    price = price_header(header)
    if price is None:
        return None
    field = {
        "price": "price",
        "purchase": "purchase_price",
        "unclear": "unclear_price",
        "rrp": "rrp",
        "base": "base_price",
        "old": "old_price",
        "promotion": "promotion_price",
        "total": "total",
        "list": "list_price",
        "deposit": "deposit",
    }[price.role]
    return Guess(field, 0.95, "synonym", price.index, price)


def _days_of_offer(header: str) -> Guess | None:
    """`special_price_from_date`: the days of a promotion, whose price is not taken either."""
    of_offer = DATES & set(words_of(header)) and PROMOTION.search(key_of(header))
    return Guess("ignored", 0.9, "synonym") if of_offer else None


def _inside(header: str) -> Guess | None:
    """One word is enough to know that a column is about VAT, or about the supplier's own reckoning."""
    if field := speaks_of_tax(header):
        return Guess(field, 0.86, "synonym")
    return Guess("internal", 0.86, "synonym") if is_internal(header) else None


def _in_per_cent(header: str) -> Guess | None:
    """`Steuerkennzeichen %`, `Steuerschlüssel in %`."""
    found = _exact(bare) if (bare := without_per_cent(header)) else None
    return (
        Guess(found.field, 0.95, "synonym") if found and found.field in ("vat_rate", "discount", "internal") else None
    )


def _two_languages(header: str) -> Guess | None:
    """`Art.-Nr. Item no.`: the same said twice."""
    words = header.split()
    for cut in range(1, len(words)):
        one, other = ((_exact(part) or _in_table(part)) for part in (" ".join(words[:cut]), " ".join(words[cut:])))
        if one and other and ALIKE.get(one.field, one.field) == ALIKE.get(other.field, other.field):
            return Guess(other.field if one.field in ALIKE else one.field, 0.9, "synonym")
    return None


IN_ENGLISH = {"name": "name_en", "description": "description_en", "short_description": "description_en"}
SAID_ANEW = (*IN_ENGLISH, "name_2", "category", "subcategory", "keywords", "note")


def _in_language(header: str) -> Guess | None:
    """`Bezeichnung (DE)`, `Description EN`, `Désignation FR`: German counts, English is kept beside."""
    base, language = in_language(header)
    found = guess(base) if base else None
    if found is None or found.field not in SAID_ANEW:
        return None
    other = IN_ENGLISH.get(found.field, "ignored") if language == ENGLISH else "ignored"
    return Guess(found.field if language == GERMAN else other, 0.96, "synonym", found.index)


def _in_table(header: str) -> Guess | None:
    """`products_model`, `p_status`, `p_cat.0`, as shops name the columns of their tables."""
    rest = without_table(header)
    found = _exact(rest) or (None if _series(header) else _series(rest)) if rest else None
    return found if found and found.field != "running_number" else None  # `product_line`


def _series(header: str) -> Guess | None:
    match = NUMBERED.match(header) or COUNTED.match(header)
    if match is None:
        return None
    base = _exact(match[1] + match[3]) or (None if COUNTED.match(header) else _exact(match[1]))
    return Guess(base.field, 0.95, "synonym", int(match[2])) if base else None


def _without_brackets(header: str) -> Guess | None:
    """`Gewicht (kg)`, `Artikelnummer*`, `Bezeichnung / Sorte`."""
    bare = BRACKETS.sub(" ", header).strip(" :-/")
    if bare and bare != header and (found := _exact(bare) or _series(bare)):
        return Guess(found.field, 0.95, "synonym", found.index)
    parts = [part for part in re.split(r"\s*[/,;|]\s*|\s+(?:und|oder|bzw\.?|and|or)\s+", bare) if part]
    if len(parts) > 1 and (first := _exact(parts[0])):
        return Guess(first.field, 0.9, "synonym")
    return None


def _alike(header: str) -> Guess | None:
    key = key_of(header)
    if len(key) < 5:
        return None
    best = process.extractOne(key, EXACT.keys(), scorer=fuzz.ratio, score_cutoff=LIKE_ENOUGH)
    if best is None or vetoed(key, best[0]) or len(best[0]) < 5:
        return None
    return Guess(EXACT[best[0]], round(best[1] / 100 - 0.1, 2), "similar")


READERS: tuple[Callable[[str], Guess | None], ...] = (
    _exact,
    _content,
    _counted_stock,
    _rate,
    _size,
    _feature,
    _step_discount,
    _bound,
    _for_so_many,
    _least,
    _in_language,
    _days_of_offer,
    _in_per_cent,
    _of_step,
    _surcharge,
    _price,
    _two_languages,
    _in_table,
    _series,
    _without_brackets,
    _inside,
    _alike,
)


def vetoed(one: str, other: str) -> bool:
    """Whether two alike words mean opposites: Nummer and Name, EK and VK, Preis and Einheit."""
    for left, right in OPPOSITES:
        for first, second in ((left, right), (right, left)):
            if first in one and first not in other and second in other and second not in one:
                return True
    if one.startswith("ek") != other.startswith("ek") or one.endswith("ek") != other.endswith("ek"):
        return True
    return any(
        word in one and word not in other
        for word in ("einkauf", "kunde", "lieferant", "alt", "intern", "gesamt", "rabatt", "kosten")
    )
