"""Numbers in texts. The decimal sign is a property of the column, learned from its certain values, never guessed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

SPACES = re.compile(r"[\s\u00a0\u2007\u202f\u2009]+")
MINUS = str.maketrans({"−": "-", "–": "-", "—": "-", "\u2011": "-"})
DIGITS = re.compile(r"\d+\Z")
ONE_SIGN = re.compile(r"(\d*)([.,])(\d+)\Z")
GROUPED = re.compile(r"\d{1,3}(?:[ '’]\d{3})+(?=\Z|[.,]\d{1,2}\Z)")
DOTS_THEN_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+\Z")
COMMAS_THEN_DOT = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+\Z")
DOTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}\Z")
COMMAS = re.compile(r"\d{1,3}(?:,\d{3}){2,}\Z")
FEWEST_ALWAYS = 3  # numbers with decimals, to be a habit
LONGEST = 20  # signs; nobody sells that much, and sums of it would not be exact
NO_CENTS = re.compile(r"(?<=\d),-{1,2}")  # `1.299,-`
WHOLE_NUMBER = re.compile(r"(\d+)(?:,0+|\.0{1,2}|\.0{4,})?")  # `6,00` and `20.0000`, as programs count; not `1.000`
NUMBER_IN_TEXT = re.compile(r"\d[\d.,'’ \u00a0\u202f]*\d|\d|[.,]\d+")


@dataclass(frozen=True)
class DecimalSign:
    """What a column (or a person) says: `sign` is "," or ".", None where nothing decides; `mixed` where both occur.

    always: every other number of the column has decimals, so that one without them may have lost its sign.
    """

    sign: str | None = None
    mixed: bool = False
    always: bool = False


def tidy(text: str) -> str:
    """One kind of blank, one kind of minus, no blanks at the ends."""
    return SPACES.sub(" ", text.translate(MINUS)).strip()


def certain_sign(text: str) -> str | None:
    """The decimal sign that this number proves by itself: `12,5` → ",", `1.234` → None."""
    if DOTS_THEN_COMMA.match(text) or DOTS.match(text):
        return ","
    if COMMAS_THEN_DOT.match(text) or COMMAS.match(text):
        return "."
    match = ONE_SIGN.match(text)
    if match is None or _could_be_thousands(match):
        return None
    return match[2]


def _could_be_thousands(match: re.Match[str]) -> bool:
    whole, _, rest = match.groups()
    return len(rest) == 3 and 1 <= len(whole) <= 3 and whole[0] != "0"


def sign_of(texts: Iterable[str]) -> DecimalSign:
    """The decimal sign of a column out of its texts; a few strays among many are themselves the doubtful ones."""
    commas = dots = whole = 0
    for text in texts:
        for number in NUMBER_IN_TEXT.findall(NO_CENTS.sub(",00", tidy(text))):
            sign = certain_sign(ungrouped(number))
            commas += sign == ","
            dots += sign == "."
            whole += DIGITS.match(number) is not None
    if commas and dots:
        usual, stray = max(commas, dots), min(commas, dots)
        if usual < 20 * stray:
            return DecimalSign(None, mixed=True)
    if commas or dots:
        return DecimalSign("," if commas > dots else ".", always=not whole and commas + dots >= FEWEST_ALWAYS)
    return DecimalSign()


def ungrouped(text: str) -> str:
    """`1 234,50` and `1'234.50` without their thousands signs."""
    match = GROUPED.match(text)
    return re.sub(r"[ '’]", "", text) if match else text


def parse_number(text: str, column: DecimalSign) -> tuple[Decimal | None, str | None]:
    """(value, None) or (None, rule); rules: number_unreadable, ambiguous_number, mixed_decimal. No sign, no unit."""
    text = ungrouped(text)
    if len(text) > LONGEST:
        return None, "number_unreadable"
    if DIGITS.match(text):
        return Decimal(text), None
    sign = certain_sign(text)
    match = ONE_SIGN.match(text)
    if sign is None and match is None:
        return None, "number_unreadable"
    if column.mixed or (sign and column.sign and sign != column.sign):
        return None, "mixed_decimal"
    decimal = sign or column.sign
    lost = column.always and sign is None and match is not None and match[2] != decimal  # `1.289` among `14,80`
    if decimal is None or lost:
        return None, "ambiguous_number"
    plain = text.replace("." if decimal == "," else ",", "").replace(",", ".")
    return Decimal(plain), None


def number_of(value: float) -> Decimal:
    """A spreadsheet's number at the 15 digits that it really has."""
    return Decimal(f"{value:.15g}")


def plain(value: Decimal) -> Decimal:
    """Without zeros at the end and without exponent."""
    return Decimal(f"{value.normalize():f}")
