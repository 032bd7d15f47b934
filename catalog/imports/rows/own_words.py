"""What a row's own words say that its price is for: `Rinderhack per kg`, `Dachlatten, Preis pro lfm`.

A rate is none of that: `20 g pro m²`, `zweimal pro Tag`; and `12 Stück je Kiste` leaves open what the price is for.
A unit alone at the end, `Knacker (Paar)`, may be what the price is for, or how the goods come; without a mark before
it, `Kies Tonne`, it may be what the goods are.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from catalog.imports.cells.packaging import OUTER
from catalog.imports.cells.price_rules import INNER
from catalog.imports.language.header_words import CLAY
from catalog.imports.language.old_measures import in_grams
from catalog.imports.language.price_references import COMPOUNDS
from catalog.imports.language.spelling import in_small_letters
from catalog.imports.rows.price_texts import COMPOUND, ONE, Reference, reference_in
from catalog.imports.rows.sentences import OTHER_MATTERS
from catalog.units import UNITS, Unit, is_measure, unit_of
from tabular import text_of

if TYPE_CHECKING:
    from catalog.imports.columns.plan import Plan

UNCLEAR = Reference(ONE, "")
LETTERS = r"[a-zäöüßA-ZÄÖÜ]+"
SAID = re.compile(
    r"(?:(?<![\w-])(?<!\bzu )(?<!\bmit )(?:je|pro|per|^(?:Je|Pro|Per))(?=\s|\d)|(?:€|\bEUR|\bEuro|\b[Pp]reis)\s*/)\s*"
    rf"(?:(?P<number>1[., ]000|\d+(?:,\d+)?)\s*)?(?P<unit>(?:lfd\.?\s*)?{LETTERS}[²³23]?)?(?![\w-])"
)
MAY_SAY = re.compile(r"[Jj]e|[Pp]ro|[Pp]er|/|[Pp]reis")  # most names say nothing of the kind
AMOUNT = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)?\s*(?P<word>(?:[xX×€%°]|[a-zäöüßA-ZÄÖÜ²³]+)\.?)?\s*\Z|\w+mal\s*\Z")
CLAUSE_START = re.compile(r"[,;:]\s+|[(\[]\s*|\s[-–]\s")
OTHER_LABELS = re.compile(
    r"n(?:ä|ae)hrwert|energie|brennwert|kcal|verbrauch|dosier|menge|inhalt|bedarf|nutrition", re.I
)
COMPARED = re.compile(r"grundpreis|enth(?:ä|ae)lt|inhalt|verbrauch|reicht|n(?:ä|ae)hrwert|brennwert", re.I)
WHOLE = re.compile(r"(?:alle\s+)?(?:preise?|price|€|eur)?\s*", re.I)
SHORT, LONGEST, LONGEST_END = 30, 200, 24  # letters
LOOSE = {1, 100, 1000}
ALONE = re.compile(rf"(?P<lead>[(\[]\s*|,\s*|\s)(?:(?P<number>\d+)\s*)?(?P<word>{LETTERS}[²³]?)\.?\s*[)\]]?\Z")
ONE_LETTER = re.compile(r"[\s(\[,][a-z]\.?\s*[)\]]?\Z")
SPELLED_OUT = re.compile(r"[^\s,(\[]\s+(?!Kilo)[A-ZÄÖÜ][a-zäöü]+\Z")  # without a mark before it
DOZENS = re.compile(r"[\s(](\d{1,3})er\)?\Z")
PRICED = re.compile(r"\bpreise?\b", re.I)
WHOLE_ONE = re.compile(
    r"\b(?:am|im|in|vom|zum|von|mit|ohne|als|und|oder|ganze[nrs]?|groß\w*|klein\w*|je|pro|per|à)\Z", re.I
)
SIZED = re.compile(r"\d\s*(?:kg|gr?|l|ltr|ml|cl|m)\b", re.I)
BOTTLES = INNER - {"H87", "C62"}  # a crate is a piece as well
PER_100 = {Reference(100, "GRM"), Reference(100, "MLT")}  # what nutrition is stated for as well
THINGS = {"rad", "räder", CLAY}  # `Emmentaler (Rad)`, `Vase (Ton)`
FORMS = {"XST", "XBR", "XPG", "XBD", "XBB", "LO", "NAR"}  # `Zimt Stange`, `Lorbeer Blatt` are goods


class OwnWords:
    """Reads the name, what completes it, notes, and columns that are shown as they are."""

    def __init__(self, plan: Plan) -> None:
        fields = () if plan.own_export else ("name", "name_2")
        self.names = [index for name in fields if (index := plan.index(name)) >= 0]
        self.descriptions = [plan.index("description")] if fields and plan.column("description") else []
        labelled = [index for label, index in plan.attributes if not OTHER_LABELS.search(label)]
        self.others, self.remarks = (labelled, plan.remarks) if fields else ([], [])

    def of(self, cells: list[Any]) -> set[Reference]:
        """What they say; one of them UNCLEAR where a person must decide."""
        said = [reference_in_words(text) for text in self._texts(cells, self.names)]
        said += [reference_in_words(text, whole=True) or bare(text) for text in self._texts(cells, self.remarks)]
        told = (reference_in_words(text, whole=True) for text in self._texts(cells, self.others))
        said += [UNCLEAR if found in PER_100 else found for found in told]
        said += [described(text) for text in self._texts(cells, self.descriptions)]
        return {found for found in said if found}

    def doubted(self, cells: list[Any], priced: Reference, *, by_row: bool) -> Reference | None:
        """What the name says against what the list says its price is for; `by_row`: in a column of the row's own."""
        for name in self._texts(cells, self.names):
            said = reference_in_words(name, plainly=True)
            if said is None and not by_row:
                said = unit_alone(name)
            if said and said.unit and contradict(said, priced):
                return said
        for text in self._texts(cells, self.descriptions):
            if (told := described(text)) and told.unit and contradict(told, priced):
                return told
        return None

    def measured(self, cells: list[Any]) -> set[Reference]:
        """`Möhren (kg)` in a list that names no units is sold by the kilogram."""
        names = [text for text in self._texts(cells, self.names) if not _may_be_a_thing(text)]
        return {one for text in names if (one := unit_alone(text)) and not one.quantity and is_measure(UNITS[one.unit])}

    def lettered(self, cells: list[Any]) -> Reference | None:
        """`Kabel, m` and `Kies Tonne` may be sold by these; `T-Shirt, m` and `Garten Tonne` are not."""
        names = (text for text in self._texts(cells, self.names) if _may_be_a_thing(text))
        found = filter(None, map(unit_alone, names))
        return next((one for one in found if is_measure(UNITS[one.unit])), None)

    @staticmethod
    def _texts(cells: list[Any], columns: list[int]) -> list[str]:
        return [in_small_letters(text_of(cells[index])) for index in columns if index < len(cells)]


def _may_be_a_thing(name: str) -> bool:
    """Whether the measure at a name's end may be a size, or what the goods are; `Möhren Kilo` leaves no doubt."""
    return bool(ONE_LETTER.search(name) or SPELLED_OUT.search(name))


def reference_in_words(text: str, *, whole: bool = False, plainly: bool = False) -> Reference | None:
    """`Kasseler je kg`, `Kasseler (Kilopreis)` → (0, "kg"); `whole`: nothing else is said, as `pro lfm` under `Maße`.

    `plainly`: no amount stands beside it, and nothing of it is doubtful.
    """
    return _reference_in_words(text, whole, plainly) if MAY_SAY.search(text) else None


@lru_cache(maxsize=8192)
def _reference_in_words(text: str, whole: bool, plainly: bool) -> Reference | None:
    if compound := COMPOUND.search(text.casefold().replace("ü", "ue")):
        unit = unit_of(COMPOUNDS[compound[1]])
        return Reference(0, unit.code) if unit else None
    told = in_grams(text)
    for match in SAID.finditer(told):
        before = told[: match.start()]
        if whole and not (WHOLE.fullmatch(before) and not told[match.end() :].strip(" .)")):
            continue
        clause = CLAUSE_START.split(before)[-1]
        of_price = not (OTHER_MATTERS.search(clause) or COMPARED.search(clause) or _is_amount(match, clause))
        if plainly and AMOUNT.search(clause):
            continue
        if of_price and (found := _reference(match, clause, is_old=told != text)):
            return None if plainly and found == UNCLEAR else found
    return None


def described(text: str) -> Reference | None:
    """`Preis je 100 g` in a description, or `je kg` if it says nothing else; texts that compare are left out."""
    if len(text) < SHORT and (found := reference_in_words(text, whole=True)):
        return found
    return _priced_in(text) if len(text) <= LONGEST and "preis" in text.lower() else None


@lru_cache(maxsize=8192)
def _priced_in(text: str) -> Reference | None:
    if not PRICED.search(text) or COMPARED.search(text) or (said := reference_in(text)) is None:
        return None
    unit = unit_of(said.unit) if said.unit else None
    return Reference(said.quantity, unit.code if unit else "")


@lru_cache(maxsize=1024)
def bare(remark: str) -> Reference | None:
    """`Glas`, `Pack` as all that a remark says."""
    unit = unit_of(remark) if remark.isalpha() else None
    return Reference(0, unit.code) if unit and unit.kind in ("pack", "piece") else None


@lru_cache(maxsize=8192)
def unit_alone(name: str) -> Reference | None:
    """`Knacker (Paar)` → (0, "PR"), `Eier, 10 Stück` → (10, "H87"); not `Käse am Stück`, `Pulli (L)` or `Mehl 5 kg`."""
    end = max(0, len(name) - LONGEST_END)
    if match := DOZENS.search(name, end):
        return Reference(int(match[1]), "H87")  # `Eier (10er)`
    match = ALONE.search(name, end)
    unit = unit_of(match["word"]) if match else None
    if match is None or unit is None or unit.kind == "sum" or unit.code in FORMS | {"GRM", "MLT"}:
        return None
    word, before, apart = match["word"], name[: match.start()], match["lead"].strip()
    if word.casefold() in THINGS:
        return None
    if WHOLE_ONE.search(before) or SIZED.search(before) or not before or len(word) == 1 and word.isupper():
        return None
    if not apart and (unit.kind == "time" or len(word) < 3 and word != "kg" or word.islower() and unit.kind != "mass"):
        return None
    if match["number"] and is_measure(unit):
        return None
    return Reference(int(match["number"] or 0), unit.code)


def contradict(said: Reference, priced: Reference) -> bool:
    """Whether both, units as codes, cannot be true: a pair and a kilogram, a crate and a bottle, one and a hundred."""
    one, other = UNITS[said.unit], UNITS[priced.unit]
    if is_measure(one) or is_measure(other):
        amounts = (max(1, at.quantity) * unit.factor for at, unit in ((said, one), (priced, other)))
        return one.base != other.base or len(set(amounts)) > 1
    if "piece" == one.kind == other.kind:
        return said.quantity < 2 <= priced.quantity
    return any(outer.code in OUTER and inner.code in BOTTLES for outer, inner in ((one, other), (other, one)))


def _is_amount(match: re.Match[str], clause: str) -> bool:
    """`500 g (3,98 €/kg)` compares; `Handschuh Pro L` and `Pro M` are models."""
    model = match[0][0] == "P" and len(match["unit"] or "") == 1 and (match["unit"] or "").isupper()
    return model or match[0][0] in "€E" and AMOUNT.search(clause) is not None


def _reference(match: re.Match[str], clause: str, *, is_old: bool) -> Reference | None:
    number, word = match["number"] or "", match["unit"] or ""
    count = int(re.sub(r"\D", "", number)) if number and not re.search(r",\d{1,2}\Z", number) else 0
    unit = unit_of(re.sub(r"lfd\.?\s*", "lf", word)) if word else None
    if unit is None or unit.kind == "sum":
        return Reference(count, "") if count in (100, 1000) and not word and not AMOUNT.search(clause) else None
    if len(word) == 1 and word.isupper():
        return UNCLEAR  # `pro L`: a litre, or a size
    if amount := AMOUNT.search(clause):
        return _beside_amount(amount, unit, Reference(count, unit.code))
    if number and is_measure(unit) and not (count in LOOSE or is_old):
        return UNCLEAR  # `Rumpsteak je 200 g`: what one weighs, or what the price is for
    return UNCLEAR if number and not count else Reference(count, unit.code)


def _beside_amount(amount: re.Match[str], unit: Unit, said: Reference) -> Reference | None:
    """`0,7 l je Flasche` is a price for bottles, `20 g pro m²` a rate, `12 Stück je Kiste` either."""
    word = amount.groupdict().get("word") or ""
    inner = unit_of(word) if word else None
    if unit.kind in ("time", "area", "length") and word not in ("", unit.short):
        return None
    if not word:
        return said if unit.kind != "time" else None
    if inner and is_measure(inner):
        return said if unit.kind in ("pack", "piece") else UNCLEAR if inner.kind == unit.kind else None
    return None if word in ("€", "%", "°") else UNCLEAR
