"""Words by which lists say yes and no, and that an article cannot be had any more."""

from __future__ import annotations

import re
from functools import lru_cache

from catalog.imports.cells.numbers import tidy
from catalog.imports.language.spelling import with_umlauts
from catalog.imports.language.words import key_of

YES_WORDS = """
    ja j yes y 1 x wahr true aktiv active verfuegbar lieferbar online available instock t auflager vorraetig
    sofortlieferbar bio ok sofort published publish bestellbar gelistet neu new enabled aktiviert activated
    freigegeben sichtbar visible imsortiment lagernd lagerware ablager ablagerlieferbar wenig
    wenige knapp restbestand"""
YES = frozenset(YES_WORDS.split())
GONE_WORDS = """
    ausverkauft verkauft vergriffen soldout ausgelistet entfaellt entfallen ausgelaufen eingestellt geloescht deleted
    discontinued archiviert archived nichtlieferbar nichtmehrlieferbar nichtverfuegbar nichtmehrverfuegbar
    nichtimsortiment nichtmehrimsortiment nichtmehrerhaeltlich nichtmehrbestellbar produktioneingestellt"""
GONE_ALONE = frozenset(GONE_WORDS.split())  # as all that a text says
NO_WORDS = """
    nein n no 0 falsch false inaktiv inactive offline f outofstock nichtauflager draft unavailable gesperrt leer
    auslaufohnebestand deaktiviert deactivated disabled gestrichen entwurf versteckt hidden nichtbestellbar
    nichtgelistet obsolet obsolete zurueckgezogen unsichtbar trash"""
NO = GONE_ALONE | frozenset(NO_WORDS.split())
LONGEST_WORD = 30
BETWEEN = r"[\W_]*"  # letters may stand apart
BEGINNINGS = sorted({BETWEEN.join(word[:3]) for word in GONE_ALONE})
BEGINS_GONE = re.compile(f"{BETWEEN}(?:{'|'.join(BEGINNINGS)})", re.I)  # few names do, and to fold them all takes long
MONTH = (
    r"(?:jan(?:uar)?|feb(?:ruar)?|märz?|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|"
    r"nov(?:ember)?|dez(?:ember)?|frühjahr|frühling|sommer|herbst|winter)\b|kw\s*\d"
)
THERE = r"(?:liefer|verfüg|erhält|bestell)(?:bar|lich)"
WHEN = rf"\s+(?:ende |anfang |mitte )?(?:{MONTH}|\d{{1,2}}\.\s*(?:\d|{MONTH})|20\d\d)"
RANGE = r"im (?:programm|sortiment|angebot)"
GONE = re.compile(
    rf"ausverkauft|vergriffen|ausgelistet|\b(?:nicht|nimmer)\s+(?:mehr\s+)?(?:{THERE}|vorrätig|auf lager|{RANGE})|"
    r"\b(?:derzeit|zur ?zeit|z\.\s?zt?\.|aktuell|momentan)\s+(?:nicht|keine?)"
    rf"(?:\W*\Z|\s+(?:{THERE}|vorrätig|auf lager|ware\b|{RANGE}))|"
    r"^\W*(?:entfällt|entfallen)\s+(?:ab|seit|künftig)\b|"
    r"(?:^|[,;.(/–-])\s*(?:(?:artikel|sorte|leider|ersatzlos)\s+)*(?:entfällt|entfallen)"
    r"(?:\s+(?:leider|ersatzlos))*\s*(?:[,;.!)]|\Z)|"
    rf"\berst\s+(?:wieder\s+)?ab{WHEN}|\b(?:wieder|{THERE})\s+(?:{THERE}\s+)?ab{WHEN}|"
    r"sold out|out of stock|no longer available|(?:currently|temporarily) (?:not|un)",
    re.I,
)
MAY_SAY_GONE = re.compile(  # one of these stands in all that GONE finds, and in few names; of small letters only
    r"verkauft|vergriffen|gelistet|nicht|nimmer|kein|entf|ab\s|sold|stock|longer|currently|temporarily"
)
HEADS_GONE = re.compile(
    r"ausverkauft|vergriffen|ausgelistet|\bnicht\s+(?:mehr\s+)?(?:geführt|hergestellt|produziert|im haus|vorhanden)|"
    rf"\b(?:nicht|nimmer)\s+(?:mehr\s+)?(?:{THERE}|vorrätig|auf lager|{RANGE})|"
    r"(?:\A|>)\W*(?:entfallen|entfällt\W*\Z|eingestellte?\b|archiv\W*\Z)|"
    r"\balte\s+(?:verkaufs)?(?:preise|preisliste|artikel)\b|\bintern(?:e|er|es)?\s+(?:artikel|preise|positionen)|"
    r"\b(?:nicht|keine?)\s+für\s+(?:(?:die|unsere)\s+)?kunden\b|^\W*(?:vorschau|vorankündigung|demnächst|in kürze)\b|"
    r"sold out|discontinued|out of stock|no longer available|^\W*(?:preview|coming soon)\b",
    re.I,
)
OF_SOME = re.compile(r"[*†°]|gekennzeichnet|markiert|\bmit\b|:\s*\S|\bwenn\b|\bfalls\b", re.I)  # a note on some rows
INTRODUCES = re.compile(r"(?:die\s+)?(?:folgende|nachfolgende|nachstehende)n?\b", re.I)
NOTED_GONE = re.compile(
    r"^\W*(?:leider\s+)?(?:aus|alle|weg|auslauf|gestrichen)\W*$|\bleider\s+(?:aus|alle|weg)\b|"
    r"\bnicht\s+mehr\s+(?:da|hergestellt|produziert|gefertigt|gebaut|geführt|im haus|vorhanden)\b|"
    r"\bersetzt\s+durch\b|\bauslauf(?:artikel|modell|ware|sorte|typ)|\bläuft\s+(?:\w+\s+)?aus\W*$|"
    r"\bnur\s+(?:noch\s+)?(?:auf\s+(?:an|nach)frage|für\s+(?:stamm|bestands|alt)kund)",
    re.I,
)
CHECKED = {"✓", "✔", "☑", "●", "•", "+"}
UNCHECKED = {"✗", "✘", "☐", "-", "–", "—", "○"}


@lru_cache(maxsize=512)
def yes_or_no(text: str) -> bool | None:
    """True, False, or None where the word is neither."""
    text = tidy(text)
    if text in CHECKED or text in UNCHECKED:
        return text in CHECKED
    word = key_of(text)
    if (word in YES or word in NO) and not text.startswith("-"):
        return word in YES
    return None


def is_gone(text: str) -> bool:
    """`z. Zt. ausverkauft`, `nicht mehr im Programm`, `erst wieder ab Mai`: the list says that it cannot be had."""
    if says_only_gone(text):
        return True
    may = len(text) <= 120 and MAY_SAY_GONE.search(text.lower()) is not None
    return may and GONE.search(with_umlauts(text)) is not None


def says_only_gone(text: str) -> bool:
    """`Nicht mehr lieferbar!`, and nothing else."""
    return len(text) <= LONGEST_WORD and BEGINS_GONE.match(text) is not None and key_of(text) in GONE_ALONE


@lru_cache(maxsize=512)
def heads_gone(heading: str) -> bool:
    """`Nicht mehr lieferbar`, `Alte Preise`, `Vorschau 2027`: nothing below is to be had, or none for customers.

    What runs out, `Restposten` and `Auslaufartikel`, is still for sale.
    """
    return HEADS_GONE.search(with_umlauts(heading)) is not None and not OF_SOME.search(heading)


def is_noted_gone(note: str) -> bool:
    """`leider aus`, `ersetzt durch 12`, `nur für Stammkunden`: what only notes mean so; a name may be `Auslauf`."""
    return is_gone(note) or len(note) <= 120 and NOTED_GONE.search(with_umlauts(note)) is not None
