"""Cells to values other than prices: VAT, GTIN, dates, yes and no, quantities, texts. Strict; a doubt is a rule."""

from __future__ import annotations

import html
import math
import re
import unicodedata
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache

from stdnum import ean

from catalog import vat
from catalog.imports.cells.numbers import DecimalSign, number_of, parse_number, plain, tidy
from catalog.imports.language.words import key_of
from catalog.units import unit_of
from tabular import text_of

REDUCED_WORDS = {
    "ermaessigt",
    "erm",
    "reduced",
    "reduziert",
    "ermaessigtersatz",
    "ermaessigtermwst",
    "reducedrate",
    "halb",
    "ermaessigte",
    "ermaessigtersteuersatz",
    "reducedrates",
}
FULL_WORDS = {
    "voll",
    "normal",
    "standard",
    "regulaer",
    "regelsatz",
    "normalsatz",
    "vollersatz",
    "full",
    "standardrate",
    "regelsteuersatz",
    "vollermwstsatz",
    "normalersteuersatz",
    "vollersteuersatz",
    "standardsteuersatz",
    "normalermwstsatz",
}
FREE_WORDS = {"steuerfrei", "frei", "keine", "ohne", "zero", "none", "exempt", "umsatzsteuerfrei", "zerorate"}
RATE = re.compile(r"(\d{1,2}(?:[.,]\d+)?)\s*%?(?:\s*(?:mwst|ust|vat|steuer)\.?)?\Z", re.I)
RATE_FIRST = re.compile(r"\D*?(\d{1,2}(?:[.,]\d+)?)\s*%(?!.*\d\s*%)")  # not `7 % / 19 %`
RATE_NAMED = re.compile(r"(?:mwst|ust|vat|tax|steuer)[\s._-]*(7|19)\Z", re.I)
LEGEND = re.compile(r"\b([A-Z0-9])\s*[=:]\s*(\d{1,2}(?:[.,]\d)?)\s*%")


@lru_cache(maxsize=512)
def rate_of(text: str) -> tuple[Decimal | None, str | None]:
    """`19 %`, `0,07`, `ermäßigt` → rate in per cent, or a rule: vat_invalid (no rate in Germany), vat_unclear."""
    text = tidy(text)
    word = key_of(text)
    for words, rate in ((REDUCED_WORDS, vat.REDUCED), (FULL_WORDS, vat.STANDARD), (FREE_WORDS, vat.ZERO)):
        if word in words:
            return rate, None
    match = RATE.match(text) or RATE_FIRST.match(text) or RATE_NAMED.match(text)
    if match is None:
        return None, "vat_unclear"
    value = Decimal(match[1].replace(",", "."))
    if Decimal(0) < value < 1 and "%" not in text:
        value *= 100
    value = value.quantize(Decimal("0.01"))
    if value in vat.RATES:
        return value, None
    return None, "vat_unclear" if value in (1, 2, 3) and "%" not in text else "vat_invalid"


def legend_of(texts: list[str]) -> dict[str, Decimal]:
    """`A = 7 %, B = 19 %` in a letterhead or footer explains the letters of the VAT column."""
    found = {}
    for text in texts:
        for sign, rate in LEGEND.findall(text):
            value, _ = rate_of(rate + " %")
            if value is not None:
                found[sign] = value
    return found


TAX_RATE = re.compile(
    r"(\d{1,2}(?:[.,]\d+)?)\s*%\s*(?:ige[rn]?\s+)?(?:ges\w*\.?\s*)?(?:mwst|m\.w\.st|ust|mehrwertst|umsatzst|vat|steuer)|"
    r"(?:mwst|m\.w\.st|ust|mehrwertsteuer|umsatzsteuer|vat)\.?:?\s*(?:von\s*)?\(?(\d{1,2}(?:[.,]\d+)?)\s*%",
    re.I,
)
RATE_AT_END = re.compile(
    r"\b(?:inkl|incl|zzgl|exkl|excl|nett?o(?:preise?)?|brutto(?:preise?)?|net|gross)\b\.?\s*\(?\s*(?:inkl\.?\s*|zzgl\.?\s*)?(7|19)\s*%\s*\)?\Z",
    re.I,
)


def rates_in(text: str) -> set[Decimal]:
    """The VAT rates that a price header names: `inkl. 19 % MwSt.`, `Brutto (7%)`."""
    found = {rate_of(f"{one or other} %")[0] for one, other in TAX_RATE.findall(text)}
    if not found and (match := RATE_AT_END.search(text.strip())):
        found = {Decimal(match[1])}
    return {rate for rate in found if rate is not None}


DIGITS_ONLY = re.compile(r"\d+\Z")
SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?[eE]\+\d+\Z")
FILLERS = {"1234567890128", "1234567890123", "4012345678901", "9999999999994", "40000000"}


def _is_filler(digits: str) -> bool:
    return digits.count(digits[-2:-1]) >= len(digits) - 2 or digits in FILLERS


def gtin_of(cell: object) -> tuple[str | None, str | None]:
    """(GTIN with valid check digit, None or a remark) or (None, rule). Lost zeros come back."""
    text = text_of(cell).replace(" ", "").replace("-", "").replace("\u00a0", "").lstrip("'")
    if not text or text in ("0", "kA", "k.A.", "n/a", "N/A"):
        return None, "gtin_filler" if text == "0" else None
    if text.endswith(".0"):
        text = text[:-2]
    if not DIGITS_ONLY.match(text):
        return None, "gtin_mangled" if SCIENTIFIC.match(text) else "gtin_unreadable"
    if set(text) == {"0"} or _is_filler(text):
        return None, "gtin_filler"
    return _checked(text)


def _checked(text: str) -> tuple[str | None, str | None]:
    full, remark = _full_length(text)
    if full is None:
        return None, "gtin_check_digit" if len(text) in (8, 12, 13, 14) else "gtin_unreadable"
    if _is_internal(full):
        return None, "gtin_internal"
    return full, remark


def _full_length(text: str) -> tuple[str | None, str | None]:
    if len(text) == 14 and text[0] == "0":
        text = text[1:]
    if len(text) in (8, 13, 14):
        return (text, None) if _agrees(text) else (None, None)
    for length in (8, 13):
        if length - 2 <= len(text) < length and _agrees(text.zfill(length)):
            return text.zfill(length), "gtin_zero_added"
    return None, None


def _agrees(digits: str) -> bool:
    return ean.calc_check_digit(digits[:-1]) == digits[-1]


def _is_internal(text: str) -> bool:
    """Prefixes that every shop may use for itself, and coupons."""
    if len(text) == 8:
        return text[0] in "02"
    number = text[1:] if len(text) == 14 else text
    return number.startswith(("02", "04", "2", "98", "99"))


DATE_LEAD = re.compile(r"(?:gültig\s+)?(?:ab|bis|von|vom|seit|zum|from|until|to)\s+(?:(?:dem|zum)\s+)?(?=\d)", re.I)
DATE_TEXT = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4}|\d{2})(?:\s+\d{1,2}:\d{2}.*)?\Z")
DATE_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?\Z")


def date_of(cell: object) -> date | None:
    """Dates, serial numbers and German or ISO texts; None for all else, `10/29/2025` too."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return date(1899, 12, 30) + timedelta(days=int(cell)) if 20_000 <= cell <= 80_000 else None
    text = DATE_LEAD.sub("", tidy(str(cell or "")), count=1)
    if match := DATE_ISO.match(text):
        return _date(match[1], match[2], match[3])
    if match := DATE_TEXT.match(text):
        year = match[3] if len(match[3]) == 4 else f"20{match[3]}"
        if "/" in text and int(match[1]) <= 12 and int(match[2]) <= 12:
            return None
        return _date(year, match[2], match[1])
    return None


def _date(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


FEE = re.compile(
    r"(?:liefer|versand|fracht|verpackungs|porto|anfahrts|transport|zustell|palettentausch|nachnahme|logistik|kran|maut|"
    r"bearbeitungs|entlade|(?:minder|klein)(?:st)?mengen|express|eil|diesel|insel|energie|teuerungs|kupfer|legierungs)-?"
    r"(?:kosten|pauschalen?|gebühr(?:en)?|zuschlag|zuschläge|aufschlag|spesen|anteil)(?![\w-])|"
    r"(?:fracht|versand|anfahrt|anlieferung|rollgeld|pfand|lieferung|mindermengen?|mindestmengenzuschlag)(?![\w-])|"
    r"verpackung\s+(?:je|pro|per)\b|porto\W*\Z|(?:[a-zäöü]+-?)?palettenpfand\b|(?:[a-zäöü]+-?)?paletten?\b.*\bpfand\b|"
    r"mindest(?:bestell|auftrags|waren|einkaufs)?wert\b|frei haus\b|skonto\b",
    re.I,
)


def is_fee(name: str) -> bool:
    """`Fracht bis 50 km`, `Verpackung je Palette`: what concerns an order, and is perhaps no article."""
    return FEE.match(name.strip()) is not None


QUANTITY = re.compile(r"(?:ab|mind\.?|min\.?|>=?|≥)?\s*([\d.,' ]*\d)\s*([^\d]*)\Z", re.I)


def quantity_of(cell: object, column: DecimalSign, unit: str | None = None) -> tuple[Decimal | None, str | None]:
    """A count with or without its unit (`10`, `ab 10 Stk`); rule where number or unit is doubtful."""
    if isinstance(cell, (int, float)) and not isinstance(cell, bool):
        return (plain(number_of(cell)), None) if math.isfinite(cell) and cell >= 0 else (None, "quantity_unreadable")
    return _quantity_text(str(cell), column, unit)


@lru_cache(maxsize=4096)
def _quantity_text(text: str, column: DecimalSign, unit: str | None) -> tuple[Decimal | None, str | None]:
    text = tidy(text)
    match = QUANTITY.match(text)
    if match is None:
        return None, "quantity_unreadable"
    value, rule = parse_number(match[1].strip(), column)
    if value is None:
        return None, rule
    word = match[2].strip()
    if word and unit:
        named = unit_of(word)
        if named is None or named.code != unit:
            return None, "quantity_unreadable"
    return plain(value), None


TAGS = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.I | re.S)
BREAKS = re.compile(r"<\s*(?:br|/p|/li|/h\d|/div|/tr)\b[^>]*>", re.I)
TAG = re.compile(r"</?[a-zA-Z!][^<>]*>")
LIST_ITEM = re.compile(r"<\s*li\b[^>]*>", re.I)
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\ufeff]")
INNER = re.compile(r"[ \t\u00a0\u202f]+")


UNTIDY = re.compile(r"[<&\x00-\x1f\x7f\u00a0\u202f\u200b\u200e\u200f\u2007\u2009\ufeff\u0300-\u036f]|  ")


def text_value(cell: object) -> str:
    """One line: NFC, no control signs, no HTML, blanks single."""
    text = text_of(cell)
    if UNTIDY.search(text) is None:
        return text
    return " ".join(long_text(text).split())


def long_text(cell: object) -> str:
    """A text with its line breaks, HTML turned into plain text."""
    text = text_of(cell)
    if UNTIDY.search(text) is None:
        return text
    if "<" in text:
        text = TAGS.sub(" ", text)
        text = TAG.sub("", BREAKS.sub("\n", LIST_ITEM.sub("• ", text)))
    if "&" in text:
        text = html.unescape(text)
        if "<" in text:
            text = TAG.sub("", TAGS.sub(" ", text))
    text = CONTROL.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))
    lines = [INNER.sub(" ", line).strip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


DATE_MANGLED = re.compile(
    r"\d{1,2}\.\s?(?:Jan|Feb|Mrz|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[a-z]*\.?\Z|(?:Jan|Feb|Mrz|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)[.\s-]{1,2}\d{2,4}\Z"
)


PLAIN_NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9/_\-]*\Z")


def article_number_of(cell: object, zeros: int = 0) -> tuple[str, str | None]:
    """The number verbatim as text; a rule where Excel has made something else of it."""
    if isinstance(cell, date):
        return text_of(cell), "number_is_date"
    if isinstance(cell, float) and not abs(cell) < 1e15:
        return text_of(cell), "number_mangled"
    if cell.__class__ is str and PLAIN_NUMBER.match(cell) and not DATE_MANGLED.match(cell):
        return cell, None
    text = unicodedata.normalize("NFC", text_of(cell)).lstrip("\u200b\ufeff")
    if zeros and isinstance(cell, (int, float)) and text.isdigit():
        return text.zfill(zeros), None
    return _number_text(text) if isinstance(cell, str) else (text, None)


def _number_text(text: str) -> tuple[str, str | None]:
    text = " ".join(CONTROL.sub("", text).split())
    if text.startswith("'") and len(text) > 1:
        text = text[1:]
    if SCIENTIFIC.match(text):
        return text, "number_mangled"
    if DATE_MANGLED.match(text):
        return text, "number_is_date"
    if text.upper().rstrip("!?") in ("#NV", "#N/A", "#WERT", "#REF", "#BEZUG", "#NAME"):
        return "", "cell_error"
    return text[:-2] if re.fullmatch(r"\d{8,14}\.0", text) else text, None
