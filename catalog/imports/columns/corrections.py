"""Where a column's values contradict its header's first meaning, the second one is taken."""

from __future__ import annotations

import re
from collections.abc import Callable
from statistics import median

from catalog.imports.cells.money import parse_price
from catalog.imports.cells.numbers import sign_of
from catalog.imports.cells.packaging import CRATE, OUTER, parse_pack
from catalog.imports.cells.values import date_of
from catalog.imports.columns.candidates import Candidate
from catalog.imports.columns.number_columns import (
    are_codes,
    are_short_codes,
    correct_number,
    correct_weak_number,
    is_numbered,
)
from catalog.imports.language.header_words import measures_something
from catalog.imports.language.price_words import tax_words
from catalog.imports.language.words import key_of
from catalog.units import unit_of

STARTS, ENDS = ("von", "ab", "vom", "start", "beginn", "from", "gueltig", "seit"), ("bis", "ende", "to", "end", "until")
PERIOD = dict.fromkeys(STARTS, "valid_from") | dict.fromkeys(ENDS, "valid_to")
PERCENT = re.compile(r"%|prozent|percent|satz|rate", re.I)
PER_CENT = re.compile(r"\d{1,2}(?:[.,]\d+)?\s*%")
NAMES_TAX = re.compile(r"(?:inkl|incl|zzgl|exkl|excl)\.?\s*(?:ges\w*\.?\s*)?(?:mwst|ust|m\.w\.st|vat)\.?", re.I)
TAX_ALONE = re.compile(rf"(?:{NAMES_TAX.pattern}|(?:davon|darin)\s+(?:mwst|ust)\.?)\s*(?:\d{{1,2}}\s*%)?", re.I)
RATES = {"7", "19", "0.07", "0.19", "0,07", "0,19"}
DECIMALS = re.compile(r"[.,]0{4,}\Z")
FRACTION = re.compile(r"[.,](?!0+\D*\Z)\d{1,4}\D*\Z")
COUNT = re.compile(r"(?:[<>]=?|≥|≤|ca\.?|über|mehr als|rund)?\s*-?[\d.,' ]*\d\s*\+?(?:\s*[a-zäöü]{1,6}\.?)?", re.I)
FROM = re.compile(r"(?:ab|from|>=?|≥)\s*\d", re.I)  # `ab 24`
FEWEST_MINUTES = 5  # that anybody offers
LEAST_UNITS = {"fuer": 0.8, "a": 0.8, "pro": 0.3, "je": 0.3}  # that such a header needs: `pro: Person`, `Für: Kinder`
PRICE_PER = re.compile(r"(?:preis|price|€)\s*(?:/|pro\b|je\b|per\b)", re.I)


def correct_by_values(drafts: list[Candidate]) -> None:
    """Ask each filled column whether it holds what its header says."""
    _shopware_5(drafts)
    _find_periods(drafts)
    for draft in drafts:
        if draft.profile.filled and (rule := CORRECTIONS.get(draft.field)):
            rule(draft, drafts)
    for draft in drafts:
        if draft.field in UNDECIDED:
            draft.become(UNDECIDED[draft.field])


def _find_periods(drafts: list[Candidate]) -> None:
    """Days under `von` and `bis` say when a row's price holds."""
    for draft in drafts:
        field = PERIOD.get(key_of(draft.header))
        if field and draft.filled and not has(drafts, field):
            days = draft.profile.share(lambda cell, text: len(text) > 5 and date_of(cell) is not None)
            if days > 0.5:
                draft.become(field, 0.8, "values")


def _correct_unit(draft: Candidate, drafts: list[Candidate]) -> None:
    if draft.profile.currencies > 0.8:
        draft.become("currency", 0.8, "values")  # SAP calls the euro a unit
    elif draft.profile.numeric > 0.8:
        draft.become("pack_count" if draft.field == "packaging" else "quantity")
    elif draft.field == "packaging" and draft.profile.units < 0.3 and draft.profile.words < 0.5:
        crates = draft.profile.share(lambda cell, text: CRATE.match(text))
        draft.become("packaging" if crates > 0.3 else "")


def _correct_content(draft: Candidate, drafts: list[Candidate]) -> None:
    """Bare numbers under `Inhalt Karton` count; under `Inhalt Beutel` nobody knows what they measure.

    `Sack 10 kg` under `Sackgröße` is what is ordered, if nothing else is.
    """
    packed = draft.profile.share(lambda cell, text: (pack := parse_pack(text)) and pack.unit.startswith("X")) > 0.8
    if packed and not (has(drafts, "unit") or has(drafts, "packaging")):
        draft.become("packaging", 0.8, "values")
        return
    if draft.guess and draft.guess.label and draft.profile.numeric > 0.8:
        outer = unit_of(draft.guess.label)
        draft.become("content_per_unit" if outer and outer.code in OUTER else "attribute", 0.7, "values")


def _correct_price_quantity(draft: Candidate, drafts: list[Candidate]) -> None:
    numeric = draft.profile.numeric > 0.8
    if not numeric and draft.profile.units < LEAST_UNITS.get(key_of(draft.header), 0):
        draft.become("attribute", 0.5, "values")
        return
    fractions = draft.profile.share(lambda cell, text: FRACTION.search(text))  # `100,00` is a quantity as well as 100
    priced = has(drafts, "price") and fractions < 0.1
    if numeric and draft.profile.decimals > 0.3 and PRICE_PER.search(draft.header) and not priced:
        draft.become("price", 0.8, "values")
        draft.tax = tax_words(draft.header)
        return
    draft.become("price_quantity" if numeric else "price_unit")
    if numeric and fractions > 0.5:
        draft.become("base_price", 0.6, "values")


def _correct_vat(draft: Candidate, drafts: list[Candidate]) -> None:
    profile = draft.profile
    if profile.numeric > 0.8 and profile.rates < 0.5 and profile.distinct > max(5, len(profile.texts) // 3):
        draft.become("vat_amount", 0.8, "values")
    elif profile.numeric > 0.8 and profile.rates < 0.5 and profile.decimals > 0.5 and not PERCENT.search(draft.header):
        draft.become("vat_amount", 0.7, "values")


def _correct_currency(draft: Candidate, drafts: list[Candidate]) -> None:
    """`Währung/Einheit` over `EUR/100 ST` says what the price is for."""
    if draft.profile.currencies < 0.2 and draft.profile.units > 0.8 and not has(drafts, "price_unit"):
        draft.become("price_unit", 0.8, "values")


def _correct_online(draft: Candidate, drafts: list[Candidate]) -> None:
    """`verfügbar: 250` is a stock, `verfügbar: ja` a switch."""
    profile = draft.profile
    if "-1" in profile.texts and profile.numeric > 0.8:
        return  # a shop's draft, or the yes of Access
    if profile.flags < 0.5 and profile.numeric > 0.8:
        draft.become("stock", 0.8, "values")
    elif profile.flags < 0.5 and draft.field == "online":
        draft.become("attribute", 0.6, "values")


def _correct_stock(draft: Candidate, drafts: list[Candidate]) -> None:
    """`>100` and `ca. 20` count as well; `auf Lager` is a switch."""
    if draft.profile.share(lambda cell, text: COUNT.fullmatch(text)) < 0.5:
        draft.become("online" if draft.profile.flags > 0.5 else "attribute", 0.7, "values")


def _correct_quantity(draft: Candidate, drafts: list[Candidate]) -> None:
    """`Menge 1` beside `Preis 1` is a step; `Menge` of 500 beside `g` a content; an empty one is for ordering."""
    if draft.profile.share(lambda cell, text: FROM.match(text)) > 0.5:
        draft.become("step_bound", 0.8, "values")
        return
    index = draft.guess.index if draft.guess else 0
    partner = any(
        other.guess and other.guess.price and other.guess.index == index for other in drafts if other is not draft
    )
    if index and partner:
        draft.become("step_bound")
    elif draft.profile.numeric < 0.5 and draft.profile.units > 0.5:
        draft.become("packaging", 0.8, "values")
    elif set(draft.profile.texts) == {"0"}:
        draft.become("order_quantity", 0.7, "values")
    elif not has(drafts, "stock") and _counts_stock(draft, drafts):
        draft.become("stock", 0.7, "values")


def _counts_stock(draft: Candidate, drafts: list[Candidate]) -> bool:
    """No pack holds 0; and behind the price, away from any unit, 44 and 217 are what lies in store."""
    texts = [DECIMALS.sub("", text) for text in draft.profile.texts]
    if not all(text.isdigit() for text in texts):
        return False
    beside = any(
        one.field in ("unit", "base_unit", "content_unit") and abs(one.index - draft.index) == 1 for one in drafts
    )
    behind = any(one.field == "price" and one.filled and one.index < draft.index for one in drafts)
    uneven = sum(int(text) > 12 and int(text) % 5 != 0 and int(text) % 6 != 0 for text in texts)
    wide = max(map(int, texts)) >= 100 * min(map(int, texts)) and bool(uneven) and not has(drafts, "unit")
    written_so = any(DECIMALS.search(text) for text in draft.profile.texts)  # 20.0000, as programs count
    return "0" in texts or written_so or behind and not beside and (3 * uneven >= len(texts) or wide)


def _correct_type(draft: Candidate, drafts: list[Candidate]) -> None:
    """`Typ` over Seife is a group, over `S201-B16` a model; where each row is of its own, that may be its name."""
    kinds = {
        "simple",
        "variable",
        "variation",
        "grouped",
        "external",
        "configurable",
        "virtual",
        "bundle",
        "new",
        "update",
        "delete",
    }
    texts = [text.casefold().split(",")[0].strip() for text in draft.profile.texts]
    if sum(text in kinds for text in texts) < len(texts) / 2:
        named = any(one.field in ("name", "description") and one.profile.words > 0.7 for one in drafts)
        if named and not is_numbered(drafts) and _number_models(draft):
            draft.become("article_number", 0.8, "values")
            return
        coded = draft.profile.share(lambda cell, text: any(sign.isdigit() for sign in text) or text.isupper()) > 0.5
        grouped = not coded and not has(drafts, "category")
        named = has(drafts, "name") or draft.profile.distinct < len(texts)
        draft.become(("category" if grouped else "attribute") if named else "", 0.6, "values")


def _number_models(draft: Candidate) -> bool:
    """`HF25`, `Z 10`; not `3x1,5`."""
    lettered = draft.profile.share(lambda cell, text: text[:1].isalpha()) == 1
    return are_short_codes(draft) or lettered and are_codes(draft)


def _correct_image(draft: Candidate, drafts: list[Candidate]) -> None:
    if draft.profile.pictures < 0.3:
        draft.become("attribute" if draft.profile.flags < 0.8 else "ignored", 0.6, "values")


def _correct_gtin(draft: Candidate, drafts: list[Candidate]) -> None:
    if draft.profile.words > 0.6:
        draft.become("attribute", 0.5, "values")


def _correct_price(draft: Candidate, drafts: list[Candidate]) -> None:
    """A price header over words is none; `EUR` over `EUR` is the currency, `inkl. MwSt` over `7 %` the tax."""
    if _holds_rates(draft, drafts):
        draft.become("ignored" if has(drafts, "vat_rate") or not tax_words(draft.header) else "vat_rate", 0.9, "values")
        return
    if TAX_ALONE.fullmatch(draft.header.strip()) and any(_is_far_less(draft, one) for one in drafts):
        draft.become("vat_amount", 0.9, "values")
    elif draft.profile.currencies > 0.8:
        draft.become("currency", 0.95, "values")
    elif draft.profile.units > 0.8 and draft.profile.money < 0.2:
        draft.become("price_unit", 0.8, "values")


def _is_far_less(draft: Candidate, price: Candidate) -> bool:
    return price.field == "price" and price is not draft and 0 < 4 * _middle(draft) < _middle(price)


def _holds_rates(draft: Candidate, drafts: list[Candidate]) -> bool:
    """Per cents, or nothing but 7 and 19 under `inkl. MwSt` beside prices."""
    if draft.profile.share(lambda cell, text: PER_CENT.fullmatch(text)) > 0.9:
        return True
    beside = any(one.filled and one.guess and one.guess.price for one in drafts if one is not draft)
    return beside and set(draft.profile.texts) <= RATES and NAMES_TAX.fullmatch(draft.header.strip()) is not None


def _shopware_5(drafts: list[Candidate]) -> None:
    """`price_EK` beside `pseudoprice_EK`: EK names Shopware's group of end customers, no purchase."""
    headers = {draft.header.casefold(): draft for draft in drafts}
    if "price_ek" in headers and "pseudoprice_ek" in headers:
        headers["price_ek"].become("price", 0.8)
        headers["pseudoprice_ek"].become("old_price", 0.8)


def _correct_base_unit(draft: Candidate, drafts: list[Candidate]) -> None:
    """A shop's unit belongs to the content of its piece (`purchaseUnit`), if there is one."""
    draft.become("content_unit" if has(drafts, "base_content") or has(drafts, "content") else "unit")
    if draft.field == "unit":
        _correct_unit(draft, drafts)


def _correct_vat_or_unit(draft: Candidate, drafts: list[Candidate]) -> None:
    """`St.` over A and B, 7 and 19 is a tax, over `Stk` and `kg` a unit."""
    short = all(len(text) <= 4 for text in draft.profile.texts)
    if draft.profile.units > 0.5:
        draft.become("unit" if not has(drafts, "unit") else "", 0.8, "values")
    else:
        few = draft.profile.distinct <= 4 and (draft.profile.numeric < 0.5 or draft.profile.rates > 0.8)
        draft.become("vat_rate" if short and few and not has(drafts, "vat_rate") else "", 0.8, "values")


def _correct_minimum(draft: Candidate, drafts: list[Candidate]) -> None:
    """`mind.` over whole numbers; `Min.` may be minutes as well, unless it begins with a few and goods have units."""
    key, profile = key_of(draft.header), draft.profile
    if key not in ("mind", "min"):
        return
    counts = profile.numeric > 0.8 and profile.decimals < 0.1
    if key == "min" and counts:
        kinds = {
            unit.kind for one in drafts if one.field == "unit" for text in one.profile.texts if (unit := unit_of(text))
        }
        others = {key_of(one.header) for one in drafts} & {"std", "h", "sek", "sec", "max"}
        few = any(text.isdigit() and int(text) < FEWEST_MINUTES for text in profile.texts)
        counts = few and bool(kinds) and not others and "time" not in kinds and not has(drafts, "stock")
    if not counts:
        draft.become("attribute", 0.5, "values")


def _correct_words(draft: Candidate, drafts: list[Candidate]) -> None:
    """`Gruppe A` over amounts is no group of goods."""
    if draft.profile.numeric > 0.9 and draft.profile.decimals > 0.3:
        draft.become("", 0.0)


def _unknown(drafts: list[Candidate]) -> list[Candidate]:
    fields = ("", "name_2", "description", "short_description", "quality")
    return [one for one in drafts if one.filled and one.field in fields]


def _loose_words(drafts: list[Candidate]) -> list[Candidate]:
    """`Material` over gravel and sand, which is no number though it may be called so."""
    numbers = [one for one in drafts if one.filled and one.field in ("article_number", "weak_number")]
    return [one for one in numbers if not are_codes(one)]


def _correct_order(draft: Candidate, drafts: list[Candidate]) -> None:
    """`Mo | Di | Mi` over words is what there is to eat, no order form."""
    if draft.profile.words > 0.5:
        draft.become("attribute", 0.5, "values")


def _correct_name(draft: Candidate, drafts: list[Candidate]) -> None:
    """Names stand in every row; `Sorte` beside `Kultur` only completes some; `Artikel` over codes is the number."""
    names = [one for one in drafts if one.field == "name" and one.filled]
    numbered = is_numbered(drafts)
    texts = [one for one in drafts if one.field in ("description", "short_description")]  # `Item | Description`
    others = (*names, *texts, *_unknown(drafts), *_loose_words(drafts))
    wordy = any(one.profile.words > 0.7 for one in others if one is not draft)
    if measures_something(draft.header) and draft.profile.words < 0.2:  # `Leistung` of 10 W
        draft.become("attribute", 0.6, "values")
        return
    named = any(one.profile.words > 0.7 for one in (*names, *texts) if one is not draft)
    if wordy and are_codes(draft) or named and are_short_codes(draft):
        draft.become("attribute" if numbered else "article_number", 0.85, "values")
        return
    fullest = max(names, key=lambda one: (one.profile.filled, -one.index))
    if draft is not fullest and draft.profile.filled < 0.7 * fullest.profile.filled:
        draft.become("name_2", 0.8, "values")


UNDECIDED = {"base_content": "content", "base_unit": "unit", "vat_or_unit": ""}
CORRECTIONS: dict[str, Callable[[Candidate, list[Candidate]], None]] = {
    "unit": _correct_unit,
    "packaging": _correct_unit,
    "content": _correct_content,
    "price_quantity": _correct_price_quantity,
    "price_unit": _correct_price_quantity,
    "vat_rate": _correct_vat,
    "online": _correct_online,
    "stock": _correct_stock,
    "quantity": _correct_quantity,
    "row_type": _correct_type,
    "image": _correct_image,
    "gtin": _correct_gtin,
    "price": _correct_price,
    "currency": _correct_currency,
    "base_unit": _correct_base_unit,
    "vat_or_unit": _correct_vat_or_unit,
    "article_number": correct_number,
    "weak_number": correct_weak_number,
    "name": _correct_name,
    "order_quantity": _correct_order,
    "minimum": _correct_minimum,
    **dict.fromkeys(("category", "subcategory", "origin", "quality", "manufacturer", "attribute"), _correct_words),
}


MEASURE = re.compile(
    r"\b(?:mm|cm|m|kg|g|ml|l|kcal|kj|vol|grad|tage|std|min)\b|%|°|länge|breite|höhe|tiefe|durchmesser|dicke|stärke|fett|"
    r"alkohol|zucker|salz|eiweiß|protein|brennwert|gewicht|maß|größe|volumen|length|width|height|weight|inhalt|menge",
    re.I,
)


def looks_like_prices(draft: Candidate, price: Candidate) -> bool:
    """Amounts under a word that nobody knows, of the size of the prices: perhaps what the goods cost to buy."""
    if MEASURE.search(draft.header) or draft.profile.money < 0.8 or draft.profile.decimals < 0.3:
        return False
    one, other = _middle(draft), _middle(price)
    return bool(one and other) and 0.2 <= one / other <= 3


def _middle(draft: Candidate) -> float:
    sign = sign_of(draft.profile.texts)
    values = [float(value) for cell in draft.profile.cells if (value := parse_price(cell, sign).value)]
    return median(values) if values else 0.0


def has(drafts: list[Candidate], field: str) -> bool:
    """Whether a filled column has this field already."""
    return any(draft.field == field and draft.filled for draft in drafts)
