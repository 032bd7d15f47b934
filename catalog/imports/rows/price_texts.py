"""What stands around the prices and speaks of them: letterhead, headings, notes, number formats.

`Alle Preise per 100 Stück` in the letterhead makes 4,20 a price for a hundred, wherever no cell says otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from catalog.imports.language.audience import FOR_BUYING, FOR_CONSUMERS, addresses_dealers, is_for_one_customer
from catalog.imports.language.old_measures import in_grams
from catalog.imports.language.price_references import COMPOUNDS, GENERIC, GROUPED, HUNDREDS, NO_UNIT, counted
from catalog.imports.language.price_words import price_header, tax_words
from catalog.imports.language.spelling import in_small_letters, with_umlauts
from catalog.imports.language.words import key_of
from catalog.imports.rows.deposit_texts import Deposit, deposits_of_all, holds_deposits
from catalog.imports.rows.sentences import (
    BESIDE_TAX,
    CLAUSE_END,
    EURO,
    ORDERS,
    SENTENCE_END,
    SPEAKS_OF_PRICES,
    TAXES,
    clauses,
    sentences,
)
from catalog.units import unit_of
from tabular import text_of
from tabular.formats import label_of

if TYPE_CHECKING:
    from catalog.imports.columns.drafts import Entry
    from catalog.imports.rows.checking import Checker

ALL_PRICES = re.compile(
    r"(?:\A|[-–:.]\s)\W*(?:(?:alle|unsere|die)\s+)?(?:netto|[a-zäöüß-]*h[äa]nd[a-z]+|gastro[a-z]*|wiederverk[äa]uf[a-z]*)?-?preise\b",
    re.I,
)  # `Preise frei Haus, MwSt. 7 %`
UNLESS = re.compile(
    r"\b(?:soweit|sofern|wenn|falls)\b[^.;]{0,20}\bnichts?\s+(?:ander(?:e?s|weitig)|extra|gesondert|abweichend)\b|"
    r"\bunless\s+(?:otherwise|stated|noted)\b",
    re.I,
)
REFERENCE = re.compile(
    r"(?:preis\w*|price\w*|netto|brutto|€|\beur\w*)[^.;|\n\d]{0,40}?(?P<lead>\bje\b|\bpro\b|\bper\b|\bfür\b|\bauf\b|\bà\b|/)"
    rf"\s*(?:(?P<number>{GROUPED}|\d{{1,5}}(?:[.,]\d+)?)(?![.,]?\d)\s*)?(?P<unit>[a-zäöüß²³]+)?",
    re.I,
)
OR_OTHERS = re.compile(  # `je Stück bzw. Paar`
    r"(?:\s*/\s*|\s*(?:bzw\.?|oder|resp\.?)\s+)(?:(?:je|pro)\s+)?[a-zäöü]+", re.I
)
ROUND = {0, 10, 100, 1000}
HEADED = re.compile(r"(?<![\w-])(?:je|pro)\s+([A-ZÄÖÜ][a-zäöüßA-ZÄÖÜ]+)")
EURO_PER = re.compile(r"(?:€|euro?)\s*/", re.I)
OF_NO_GOODS = re.compile(
    r"person|kunde|gast|gäste|teilnehmer|bestell|auftrag|liefer|filiale|position|fahrt|größe|menge|sorte|farbe|termin|"
    r"saison|quartal|jahr|nacht|stand|werk|lager|anfrage|absprache|vereinbarung|post|mail|rechnung|bank|vorkasse|nachnahme",
    re.I,
)
COMPOUND = re.compile(rf"\b({'|'.join(COMPOUNDS)})preise?\b")
MONEY = {
    "USD": re.compile(r"\busd\b|us\s?\$|\bdollars?\b|\$", re.I),
    "GBP": re.compile(r"\bgbp\b|£|pfund sterling|britische\w* pfund|\bpounds?\b", re.I),
    "CHF": re.compile(r"\bchf\b|\bsfr\b|\bfr\.|schweizer franken|\bin franken\b", re.I),
    "PLN": re.compile(r"\bpln\b|zł|z[lł]oty", re.I),
    "CZK": re.compile(r"\bczk\b|kč|kronen", re.I),
    "Cent": re.compile(r"\bcents?\b|\bct\b", re.I),
}
SAYS_FOR_WHAT = re.compile(r"/|\b(?:je|pro|per)\b", re.I)
EXPLAINS = re.compile(r"\s*(?:[=:*]|[-–]\s|sind\b|ist\b|versteh)", re.I)  # `VK netto` is not said of `VK`
FOOTNOTE = re.compile(r"\s*(?:[*†°¹²³]|\d\))")
PER_CENT_OFF = re.compile(
    r"(?:abz(?:ü|ue)gl\w*|abzgl\.?|minus|less|-)?\s*\d{1,2}(?:[.,]\d+)?\s*%\s*(?:[a-zäöü]+[\s-])?"
    r"[a-zäöü]*(?:rabatt|nachlass|discount|bonus|skonto)\w*|"
    r"(?:rabatt|nachlass|discount|bonus|skonto)\w*:?\s*(?:von\s+)?\d{1,2}(?:[.,]\d+)?\s*%|"
    r"\b(?:abz(?:ü|ue)gl\w*|abzgl\.?|minus|less)\s*\d{1,2}(?:[.,]\d+)?\s*%(?!\s*(?:mwst|ust|mehrwert|umsatz|vat))",
    re.I,
)
REDUCED = re.compile(
    r"(?<![\w/+])(?<!\d\s)[-–−]\d{1,2}\s*%(?=\W*\Z|\s+auf\b)|\d\s*%\s*(?:reduziert|günstiger|auf alles)|"
    r"\b(?:abz(?:ü|ue)?gl\w*\.?|vor(?:\s+abzug)?)\s+(?:[a-zäöü]+\s+)?[a-zäöü]*rabatt",
    re.I,
)
DEDUCTED = re.compile(r"(?:bereits|schon)\s+(?:\w+\s+)?(?:abgezogen|berücksichtigt|enthalten|eingerechnet)", re.I)
OF_WHAT_FOLLOWS = r"(?!\s+(?:hier|alle|diese[rnms]?|(?:die|den|der)\s+folgenden|folgende[rn]?)\b)"
ON_TERMS = re.compile(
    r"skonto|bonus|abhol|vorkasse|vorauskasse|neukund|bestellung|mengen|palett|staffel|treue|jahres|"
    rf"\b(?:ab|bei|wenn|für|innerhalb|binnen|from|over|within|if)\b{OF_WHAT_FOLLOWS}",
    re.I,
)
OF_GOODS = (
    r"energie|teuerung|legierung|kupfer|metall|messing|alu|nickel|zink|blei|silber|gold|rohstoff|material|inflation|krisen|"
    r"stahl|schrott|rohöl|öl|gas|strom|papier|holz|preis|kosten"
)
OF_ORDERS = (
    r"versand|fracht|minder|klein|mindest|express|eil|liefer|transport|porto|maut|diesel|insel|logistik|palett|anbruch|"
    r"sonder|über|zuschnitt|nachnahme|kran|wochenend|samstag|sonntag|feiertag|nacht|kühl|verpack|zustell|abhol|anfahr"
)
SURCHARGE = re.compile(
    rf"\b[a-zäöüß-]*(?:{OF_GOODS})[a-zäöüß]*-?(?:zu|auf)schl[aä]g\w*|(?-i:\bMTZ\b)|"
    rf"\b(?:zzgl\.?|zuzügl(?:ich|\.)|plus|\+)\s+(?:eine[sm]?\s+)?(?:\d+(?:[.,]\d+)?\s*%\s*)?"
    rf"(?!(?:\w+-)?(?:{OF_ORDERS}))[a-zäöüß-]*(?:zu|auf)schl[aä]g\w*|"
    r"(?:alle|auf\s+(?:die|alle|unsere))\s+preise\b.*\b(?:zu|auf)schl[aä]g\w*|"
    r"\bauf\s+(?:alle|diese[rn]?|(?:die\s+)?folgenden?)\b.*\b(?:(?:zu|auf)schl[aä]g\w*|hinzu)\b|"
    r"\bpreise\s*(?:zzgl\.?|zuzügl(?:ich|\.)|plus|\+)\s*(?!(?:7|19)\s*%)\d{1,2}(?:[.,]\d+)?\s*%",
    re.I,
)
INCLUDED = re.compile(
    r"\b(?:ohne|keine?n?|entfällt|entfallen|enthalten|inbegriffen|berücksichtigt)\b|"
    r"\b(?:inkl|incl|einschl|inklusive|einschließlich)\b\.?[^,]*schl[aä]g|"
    rf"schl[aä]g\w*\s+(?:für|bei|auf)\s+(?:{OF_ORDERS})",
    re.I,
)
BEFORE_DISCOUNT = re.compile(  # gross means before the discounts there, and not with VAT
    r"\bbrutto(?:preis)?(?:e|listen?)\b.*\b(?:zzgl|zuzügl\w*|ohne|exkl|excl|plus)\b\.?\s*(?:\w+\.?\s+|\d+\s*%\s*)*"
    r"(?:mwst|ust|mehrwertsteuer|umsatzsteuer)",
    re.I,
)
WITH_SURCHARGE = re.compile(r"\b(?:inkl|incl|einschl)\w*\.?\s+[a-zäöüß-]*schl[aä]g\w*", re.I)  # says nothing of tax
EXCISE_ON_TOP = re.compile(
    r"\b(?:zzgl\.?|zuzügl(?:ich|\.)|plus|\+|exkl\.?|excl\.?|ohne)\s+(?:(?!inkl|incl|einschl)[\w.%]+\s+){0,4}?"
    r"\b(?!mehrwert|umsatz)[a-zäöü]{3,}steuern?\b|\bunversteuert",
    re.I,
)
SURCHARGE_RATE = re.compile(
    r"\d{1,2}(?:[.,]\d+)?\s*%\s*[a-zäöüß-]*schl[aä]g\w*|schl[aä]g\w*:?\s*(?:von\s+)?\d+(?:[.,]\d+)?\s*%", re.I
)
PERCENT = re.compile(r"(\d{1,2}(?:[.,]\d{1,2})?)\s*%")
IN_WORDS = re.compile(r"(?<=\d)\s*(?:prozent\b|v\.\s?h\.|von hundert\b)", re.I)
RATE_ALONE = re.compile(r"(?:alle\s+)?(?:preise\s+)?(?:netto|brutto)(?:preise)?:?\s*\(?(7|19)\s*%\)?\.?", re.I)
NET_AND_RATE = re.compile(
    r"(?:\bnetto|\w*preise?)\b[^%]*?(?:\bzzgl\.?|\bzuzügl\w*\.?|\bplus\b|\+)\s*(7|19)\s*%(?=\W*\Z|\W+(?:je|pro|per)\b)|"
    r"\b(?:netto|brutto)\s*/\s*(7|19)\s*%(?=\W*\Z)|\((?:netto|brutto),?\s*(7|19)\s*%\)",
    re.I,
)
ASIDE = re.compile(r"\([^()]*(?:pfand|versand|fracht)[^()]*\)", re.I)  # `zzgl. 19 % MwSt. und Pfand (Pfand auch netto)`
PRICES = re.compile(r"\w*preise?\b|\bprices?\b|\bnetto\b|\bbrutto\b", re.I)
NO_TAX = re.compile(
    r"§\s*19\s*(?:abs\.?\s*\d\s*)?ustg|kleinunternehm|keine\s+(?:umsatzsteuer|mehrwertsteuer|mwst|ust)\b", re.I
)


ONE = -1  # a quantity that contradicts any other


class Reference(NamedTuple):
    """For how many of which unit a text says that prices are; unit "" where it names none."""

    quantity: int
    unit: str


@dataclass
class Said:
    """What letterhead, notes and footers say of all prices of a list.

    tax: net, gross or both; money: a foreign currency; rates: VAT in per cent, valid or not; no_tax: the words that
    claim the small businesses' exemption; for_consumers, for_buying: words by which the prices are none for trade
    customers; for_one: by which they are those of one customer; discount: words that take per cents off all prices;
    surcharge: words that put something on top of them; with_deposit: that put deposits into them; unless: its
    `references` hold where nothing else is said.
    """

    tax: str | None = None
    tax_text: str = ""
    money: str = ""
    rates: list[Decimal] = field(default_factory=list)
    no_tax: str = ""
    for_consumers: str = ""
    for_buying: str = ""
    for_one: str = ""
    discount: str = ""
    surcharge: str = ""
    with_deposit: str = ""
    references: list[Reference] = field(default_factory=list)
    unless: bool = False
    unknown: str = ""
    deposits: list[Deposit] = field(default_factory=list)

    @property
    def amounts(self) -> str:
        """In which money, and for how many of which unit, all prices are said to be; the same words for the same."""
        said = (f"{one.quantity} {one.unit}" for one in self.references)
        return " ".join(filter(None, [self.money, *sorted(said), self.unknown]))

    @classmethod
    def by(
        cls,
        texts: list[str],
        general: list[str],
        within: Iterable[str] = (),
        *,
        others: Collection[str] = (),
        marked: bool,
    ) -> Said:
        """`marked`: a header bears a footnote's mark, so that footnotes speak of its whole column.
        `others`: headers of other prices; what begins with one of them says net or gross of that one only.

        `general`: those that speak of all prices where they say for how much these are.
        `within`: texts between the rows and over the prices, which may take off from them or put on top as well.
        """
        said = cls()
        said.tax, said.tax_text = _tax_of(_without_others(text, others) for text in texts)
        of_all = [text for text in texts if marked or not FOOTNOTE.match(text)]
        said.money = _first(foreign_money(text) for text in of_all)
        said.rates = sorted({rate for text in of_all for rate in rates_said(text)})
        said.no_tax = _first(text for text in of_all if NO_TAX.search(text))
        said.for_consumers = _first(text for text in of_all if FOR_CONSUMERS.search(text))
        said.for_one = _first(text for text in of_all if is_for_one_customer(text))
        if not addresses_dealers(texts):
            said.for_buying = _first(text for text in of_all if FOR_BUYING.search(text))
        near = list(within)
        said.discount = _first(text for text in (*of_all, *near) if _is_discounted(text))
        said.surcharge = _first(text for text in (*of_all, *near) if _is_surcharged(text))
        everywhere = [text for text in general if marked or not FOOTNOTE.match(text)]
        said.references = sorted({found for text in everywhere if (found := reference_in(text))})
        said.unless = any(
            UNLESS.search(one) and reference_in(one) for text in everywhere for one in SENTENCE_END.split(text)
        )
        said.unknown = _first(unknown_in(text) for text in everywhere)
        said.deposits = deposits_of_all(of_all)
        said.with_deposit = _first(text for text in of_all if holds_deposits(text))
        return said


def _without_others(text: str, headers: Collection[str]) -> str:
    """What stands behind `Laden-VK = Empfehlung inkl. MwSt.` below a column of that name."""
    folded = text.casefold()
    explained = (len(header) for header in headers if header and folded.startswith(header.casefold()))
    if not any(EXPLAINS.match(text, end) for end in explained):
        return text
    rest = CLAUSE_END.split(SENTENCE_END.sub(", ", text, count=1), maxsplit=1)[1:]
    return " ".join(rest)


def _is_discounted(text: str) -> bool:
    """`Listenpreise abzüglich 30 % Rabatt`; not what is given from an amount on, or for paying at once."""
    said = [one for one in SENTENCE_END.split(text) if not ON_TERMS.search(one) and not DEDUCTED.search(one)]
    return any(PER_CENT_OFF.search(one) or REDUCED.search(one) for one in said)


def _is_surcharged(text: str) -> bool:
    """`zzgl. 8 % Energiezuschlag`, `zzgl. Biersteuer`; not what concerns an order, or is included."""
    said = SENTENCE_END.split(text)
    return any(EXCISE_ON_TOP.search(one) or SURCHARGE.search(one) and not INCLUDED.search(one) for one in said)


def _first(texts: Iterable[str]) -> str:
    return next((text.strip().rstrip(".")[:120] for text in texts if text), "")


def _tax_of(texts: Iterable[str]) -> tuple[str | None, str]:
    """What the texts say of all prices; "both" where they contradict each other."""
    said: dict[str, str] = {}
    for text in texts:
        for clause in clauses(WITH_SURCHARGE.sub(" ", text)):
            if not SPEAKS_OF_PRICES.search(clause) or NO_TAX.search(clause):
                continue
            for tax in ("net", "gross") if BEFORE_DISCOUNT.search(clause) else filter(None, [tax_words(clause)]):
                said.setdefault(tax, clause.strip()[:120])
    if len(said) > 1:
        return "both", " / ".join(dict.fromkeys(said.values()))
    return next(iter(said.items()), (None, ""))


def rates_said(text: str) -> set[Decimal]:
    """Per cents in sentences that speak of taxes: `Lebensmittel 7 %, Getränke 19 % MwSt.`."""
    found: set[Decimal] = set()
    for sentence in sentences(IN_WORDS.sub(" %", text)):
        if TAXES.search(sentence):
            taxes = SURCHARGE_RATE.sub(" ", PER_CENT_OFF.sub(" ", " ".join(_of_goods(sentence))))
            found |= {Decimal(number.replace(",", ".")) for number in PERCENT.findall(taxes)}
        elif match := RATE_ALONE.fullmatch(sentence.strip()) or NET_AND_RATE.search(sentence):
            found.add(Decimal(match[match.lastindex or 1]))
    return found


def _of_goods(sentence: str) -> Iterator[str]:
    """Its clauses but those of orders, and behind such a one only those that name prices."""
    other = False
    for part in CLAUSE_END.split(sentence):
        clause = ASIDE.sub(" ", BESIDE_TAX.sub(" ", part))
        if ORDERS.search(clause) and not ALL_PRICES.search(clause):
            other = True
        elif not other or PRICES.search(clause):
            yield clause


@lru_cache(maxsize=4096)
def reference_in(text: str) -> Reference | None:
    """`(Preise je 100 Stück)` → (100, "Stück"); None where a text says nothing of the kind."""
    for clause in clauses(with_umlauts(text)):
        if match := COMPOUND.search(clause.casefold().replace("ü", "ue")):
            return Reference(0, COMPOUNDS[match[1]])
        if match := HUNDREDS.search(clause):
            return Reference(100 if match[1] == "%" else 1000, "")
        for match in REFERENCE.finditer(measured := in_grams(clause)):
            if OR_OTHERS.match(measured, match.end()):
                continue
            word, of_each = match["unit"] or "", match["lead"].casefold() in ("je", "pro", "per", "/", "à")
            quantity, word, _ = counted(match["number"] or "", word)
            unit = unit_of(word) if word and key_of(word) not in GENERIC else None
            if unit and unit.kind not in ("time", "sum") and (of_each or quantity in ROUND or match["number"] == "1"):
                return Reference(quantity, word)
            if quantity in ROUND - {0} and not word:
                return Reference(quantity, "")
    return None


@lru_cache(maxsize=4096)
def unknown_in(text: str, *, heading: bool = False) -> str:
    """Srm in `Alle Preise je Srm`, `€/Srm`, or `Brennholz je Srm` as a heading: a unit, it seems, that nobody knows."""
    words = [match["unit"] for clause in clauses(text) for match in REFERENCE.finditer(clause) if _is_of_each(match)]
    words += HEADED.findall(in_small_letters(text)) if heading else []
    return next((word for word in words if word and _may_be_unit(word)), "")


def _is_of_each(match: re.Match[str]) -> bool:
    lead = match["lead"].casefold()
    return lead in ("je", "pro", "per") or lead == "/" and EURO_PER.match(match[0]) is not None


def _may_be_unit(word: str) -> bool:
    known = unit_of(word) or in_grams(word) != word or key_of(word) in GENERIC | NO_UNIT
    return word[:1].isupper() and not known and not OF_NO_GOODS.search(word) and not tax_words(word)


@lru_cache(maxsize=4096)
def foreign_money(text: str) -> str:
    """USD where a text says that prices are in dollars; "" where it names the euro or no money."""
    for clause in clauses(text):
        if SPEAKS_OF_PRICES.search(clause) and not EURO.search(clause):
            found = next((code for code, words in MONEY.items() if words.search(clause)), "")
            if found:
                return found
    return ""


@lru_cache(maxsize=1024)
def format_reference(code: str) -> Reference | None:
    """`#,##0.00" €/100 St"` and `"je 100 St." 0.00` → (100, "St")."""
    label = label_of(code).rstrip(".")
    found = price_header(f"Preis {label}") if SAYS_FOR_WHAT.search(label) else None
    return Reference(found.quantity, found.unit) if found and (found.quantity or found.unit) else None


class Surroundings:
    """What holds for one row's price besides its cell, header, columns and headings."""

    def __init__(self, checker: Checker) -> None:
        self.remarks = checker.plan.remarks
        self.everywhere = checker.survey.said.references
        self.unknown = checker.survey.said.unknown
        self.formats = checker.formats
        self.telling = {index for index, codes in checker.formats.codes.items() if any(map(format_reference, codes))}

    def of(self, entry: Entry, column: int) -> set[Reference]:
        """References of the note beside and the cell's number format."""
        cells, view = entry.cells[0], entry.view
        notes = [text_of(cells[index]) for index in self.remarks if index < len(cells)]
        near = {found for text in notes if text and (found := reference_in(text))}
        real = view.columns[column] if view else column
        return near | _of_formats(self.formats.of_cell(entry.rows[0], real)) if real in self.telling else near


def _of_formats(codes: list[str]) -> set[Reference]:
    """What the number format of a cell says; where it may be another, what all say, which only holds if they agree."""
    found = {format_reference(code) or Reference(0, "") for code in codes}
    return found if len({max(1, one.quantity) for one in found}) < 2 else {Reference(ONE, "")}
