"""Words inside a header that decide what its column is, whatever else the header says."""

from __future__ import annotations

import re

from catalog.imports.language.words import words_of
from catalog.units import unit_of

TAX = re.compile(r"\b(?:mwst|m w st|mw st|ust|u st|mehrwertsteuer|umsatzsteuer|steuersatz|vat)\b")
TAX_AMOUNT = re.compile(r"betrag|amount|summe|\beur\b")
NO_RATE = re.compile(r"\bid\b|\bnr\b|nummer|number|preis|price|status|pflicht|frei\b|ohne|exkl|zzgl")
INTERNAL_WORDS = """
    db dbi dbii db1 db2 deckungsbeitrag rg marge margen spanne rohertrag rohgewinn aufschlag kalk kalkulation
    rabattgruppe rabattgr provision sk selbstkosten intern interne interner internal margin markup"""
INTERNAL = frozenset(INTERNAL_WORDS.split())
MEASURES = re.compile(
    r"klasse?n?\b|\bkl\b|\bhkl\b|sortierung|hoehe|laenge|breite|tiefe|staerke|dicke|durchmesser|querschnitt|dauer\b|haltbar|"
    r"reicht|ergieb|reichweite|papier|format|\bfuer\b|\bmasse?\b|abmessung|gewicht|mindest|\bmind\b|abnahme|"
    r"frist|zeit\b|groesse|farb|einband|variation|kaliber|koernung|leistung|portion|alter\b|"
    r"height|length|width|depth|size|thickness|diameter|duration|life\b|weight|class|grade|colou?r|lead|shelf|"
    r"\b[cm]m\b|temperatur|spannung|bruchlast|tragkraft|traglast|belast|bauform|garantie|topf|stiel|level|"
    r"naehr|brennwert|energie|kalorien|kcal|nutri|calor|dosier|verbrauch|bedarf"
)


TEXTS = re.compile(r"text\b|variant|option|ausfuehrung|zusatz|beschreibung|description|hinweis")
CLAY = "ton"  # in names and beside them; no German list writes it for a tonne
MATERIAL = re.compile(r"material|werkstoff|rohstoff|oberflaeche|legierung|holzart|fabric\b")
FINISH = re.compile(r"oberflaeche|\bglanz|farb|colou?r|beschichtung|veredelung|finish\b|surface")
STOCK_LEVEL = re.compile(
    r"(?:mindest|minimal|min|melde|soll|ziel|hoechst|maximal|max|sicherheits|reserve)(?:lager)?bestand|bestellpunkt|"
    r"wiederbeschaffung|(?:min|max|minimum|maximum|safety|target)(?:stock|inventory)|stock(?:min|max)|"
    r"re-?order(?:level|point|quantity|qty)|parlevel"
)
BOOKKEEPING = re.compile(
    r"buchungsgruppe|postinggroup|(?:erloes|aufwands|ertrags|sach|fibu|vk|ek)konto|kostenart|kostentraeger"
)
OF_SUPPLIER = re.compile(r"(?:vor)?lieferant|suppliers?\Z|vendors?\Z")


def speaks_of_tax(header: str) -> str:
    """vat_rate for `MwSt-Schl.` and `Mwst-Staz`, vat_amount for `MwSt in €`, "" for anything else."""
    words = " ".join(words_of(header))
    if not TAX.search(words) or NO_RATE.search(words):
        return ""
    return "vat_amount" if TAX_AMOUNT.search(words) else "vat_rate"


def is_internal(header: str) -> bool:
    """`DB %`, `RG`, `Mindestbestand`, `Produktbuchungsgruppe`, `Bestellnummer Lieferant`: nothing for customers."""
    words = words_of(header)
    if STOCK_LEVEL.search("".join(words)) or BOOKKEEPING.search("".join(words)):
        return True
    return bool(INTERNAL & set(words)) or any(OF_SUPPLIER.match(word) for word in words)


def holds_texts(header: str) -> bool:
    """`Zusatztext`, `Variante`: what stands below completes the name, units among it too."""
    return bool(TEXTS.search(" ".join(words_of(header))))


def names_material(header: str) -> bool:
    """`Werkstoff`, `Materialart`: glass below it is no jar."""
    return bool(MATERIAL.search(" ".join(words_of(header))))


def names_finish(header: str) -> bool:
    """`Oberfläche`, `Farbton`: `verzinkt` is no name, and hardly tells one article from another."""
    return bool(FINISH.search(" ".join(words_of(header))))


def measures_something(header: str) -> bool:
    """`Höhe`, `Gewichtskl.`, `Reicht für`: what stands below measures the goods and is not what they are sold by."""
    return bool(MEASURES.search(" ".join(words_of(header))))


def holds_packs(header: str) -> bool:
    """`Glas` over 500 g, `Sack` over 25 kg: the header names the pack, and what stands below is in one."""
    unit = unit_of(header)
    return unit is not None and unit.kind == "pack"
