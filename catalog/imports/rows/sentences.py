"""Sentences and clauses around a list, by what they speak of: prices and taxes, or orders, deposits and delivery."""

from __future__ import annotations

import re
from collections.abc import Iterator

TAXES = re.compile(
    r"mwst|m\.\s?w\.\s?st|\bu\.?st\b|umsatzsteuer|mehrwertsteuer|ustg|\bvat\b|steuer|\btax\b|"
    r"\b(?:ermäßigt|reduziert|voll)e[rn]?\s+satz",
    re.I,
)
SPEAKS_OF_PRICES = re.compile(TAXES.pattern + r"|preis|price|betr[äa]ge|angaben|netto|brutto", re.I)
OF_OTHER_PRICES = r"uvp|empfohlen|(?<!händler)einkauf"
OF_THE_ORDER = (
    r"mindestbestell|bestellwert|warenwert|versand|fracht|lieferkosten|lieferpauschale|frei haus|skonto|pfand|"
    r"rechnungsbetrag"
)
OTHER_MATTERS = re.compile(rf"{OF_OTHER_PRICES}|{OF_THE_ORDER}", re.I)
ORDERS = re.compile(OF_THE_ORDER, re.I)
BEFORE_OTHERS = re.compile(
    rf"(.*?(?:preise?|\bprices?)\b.*?)(?:\W*\b(?:und|sowie|zzgl|zuzüglich|exkl|excl|ohne|plus|inkl|incl|ab|bei)\b)*"
    rf"\W*\w*(?:{OF_THE_ORDER})",
    re.I,
)
SENTENCE_END = re.compile(
    r"(?<=[a-zäöü)%€])(?<!inkl)(?<!incl)(?<!exkl)(?<!excl)(?<!zzgl)(?<!abzgl)(?<!gesetzl)(?<!\bbzw)(?<!\bges)(?<!\bo)(?<!\bm)(?<!\.[a-z])\.\s+"
    r"(?!\(|[–-]\s|(?:7|19)(?:[.,]0+)?\s*%|(?-i:[a-zäöü])|(?:und|oder|sowie|nicht|von)\b)|;|\n|\|",
    re.I,
)
CLAUSE_END = re.compile(r",\s+")
EXTRA = r"(?:versand|fracht|liefer|porto|pfand)\w*"
LEAD = r"(?:inkl|incl|exkl|excl|zzgl|zuzüglich|ohne|plus)\b\.?"
BESIDE_TAX = re.compile(
    rf"\s*(?:und|sowie|\+|&)\s*{EXTRA}|(?:\d+[.,]\d\d\s*(?:€|eur\w*)?\s*)?{EXTRA}(?:\s*(?:je|pro|per|/)\s*\w+)?\s*(?:und|sowie|\+|&)\s*|"
    rf"{LEAD}\s*{EXTRA}(?:\s+(?={LEAD})|\W*\Z)",
    re.I,
)
DELIVERED = re.compile(r"(?<=preise)\s+frei haus\b(?!\s+(?:ab|bei|für|im|in)\b)", re.I)  # the goods' own prices
FOR_EACH = re.compile(r"(?:je|pro|per)\s+(?:\d+\s*)?[a-zäöüß]+\.?", re.I)
EURO = re.compile(r"€|\beuro?\b", re.I)


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text that speak of prices or taxes."""
    for sentence in SENTENCE_END.split(text):
        if SPEAKS_OF_PRICES.search(sentence) or EURO.search(sentence):
            yield sentence


def clauses(text: str) -> Iterator[str]:
    """Their clauses that speak of the prices of the goods, not of delivery, deposits or least orders."""
    for sentence in sentences(text):
        for part in CLAUSE_END.split(sentence):
            if FOR_EACH.fullmatch(part.strip()):
                yield f"Preise {part.strip()}"  # `netto, zzgl. MwSt., je Paar`
                continue
            part = DELIVERED.sub("", part)
            clause = BESIDE_TAX.sub(" ", part) if TAXES.search(part) else part  # `zzgl. MwSt. und Versand`
            if before := BEFORE_OTHERS.match(clause):  # `Preise netto ohne Pfand`
                clause = before[1]
            if (SPEAKS_OF_PRICES.search(clause) or EURO.search(clause)) and not OTHER_MATTERS.search(clause):
                yield clause
