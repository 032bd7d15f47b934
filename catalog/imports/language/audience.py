"""Whom a list addresses: dealers, consumers, or only the house itself.

`EK` is what the reader of a list pays: in a list for dealers this producer's price, in any other what he pays himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from catalog.imports.language.spelling import with_names, with_umlauts

DEALERS = (
    r"\b(?:\w*h[äa]ndler\w*|wiederverk[äa]ufer\w*|(?:fach|einzel|groß|wieder)?handel\b|handelspartner\w*|"
    r"handelskund\w*|vertriebspartner\w*|resellers?|retailers?|dealers?|stockists?)"
)
PRICES = r"(?:ek\b|netto|preis|price|liste|katalog|konditionen)"
TO_DEALERS = re.compile(
    rf"(?:h[äa]ndler|verk[äa]ufer|handels|partner|dealer|reseller)s?-?{PRICES}|"
    rf"\b(?:für|an|for)\s+(?:(?:den|die|das|unsere|alle|our|the)\s+)*(?:[a-zäöüß]+-?\s+){{0,2}}(?:{DEALERS}|\w+handel\b)",
    re.I,
)
NEAR_DEALERS = re.compile(
    rf"(?:\b|-)(?:preis\w*|konditionen|katalog|ek)\W+(?:20\d\d\W+)?{DEALERS}|{DEALERS}\W+(?:ek-?)?(?:preis|price)|"
    rf"\A{DEALERS}(?:\W+20\d\d)?\W*\Z",
    re.I,
)
FIRM = re.compile(r"gmbh|\b(?:ohg|kg|ag|inh)\b|(?-i:\be\.?\s?K\b)|\bihr\s+\w*h[äa]ndler", re.I)  # `Weinhandel Kern KG`
NOT_TO_THEM = re.compile(
    rf"\b(?:nicht|kein\w*)\b.{{0,80}}{DEALERS}|{DEALERS}.{{0,80}}\b(?:anfrage|erhalten|rabatt|nachlass)", re.I
)
INTERNAL = re.compile(
    r"\bintern(?:e[rsn]?)?\b|\b(?:nicht|keine?)\s+für\s+(?:(?:die|unsere)\s+)?kunden|kalkulation|"
    r"einkaufsliste|wareneinsatz|selbstkosten|lieferanten?\b",
    re.I,
)
# A list that says so of itself holds no prices for trade customers, or none that are in force.
FOR_CONSUMERS = re.compile(
    r"preise sind (?:unverbindlich|empfohlen)|unverbindlichen?r? preisempfehlung|\brichtpreise?\b|"
    r"\b(?:mitarbeiter|personal)preise?\b|\bliste\s+(?:ist|wird|wurde)\s+ersetzt\s+durch|"
    r"\A\W*(?:\w+\W+)?(?:ungültig|nicht mehr gültig)\W*\Z|\bvorläufige?\s+preis|"
    r"\A\W*(?:entwurf|muster|draft)\W*\Z|"
    r"(?<!gebundene\s)\b(?:end(?:verbraucher|kunden)|verbraucher|laden|theken)preise?\b|retail prices|\bmsrp\b",
    re.I,
)
# `Fa. Krause`, `Kunde Krause`, `die Hotel Krause GmbH`; not `Kunden`, nor dealers of whatever firm
ADDRESSEE = (
    r"(?:(?:die|den|das)\s+)?(?-i:(?:Fa\.|Firma|Kunde|Herrn?|Frau)\s+[A-ZÄÖÜ]|"
    r"(?!\w*(?:h[äa]nd|verk[äa]uf|gastro|gewerb|kunden|mitglied|Kunden|Gastro|Gewerb|Mitglied|Händ|Hand))"
    r"(?:[A-ZÄÖÜ&][\w&.-]*\s+){1,5}(?:GmbH|mbH|KG|OHG|UG|GbR|AG|e\.\s?K\.|e\.\s?V\.)(?!\w))"
)
# What was agreed with one customer is no price for others, whatever else is.
FOR_ONE_CUSTOMER = re.compile(
    r"\b(?:ihre|eure)\s+(?:sonder|individuellen?\s+)?(?:konditionen|sonderpreise)|\b(?:kd\.?-?\s?nr|kunden-?(?:nr|nummer))\W{0,4}\d{3}|"
    r"(?:konditionen|sonderpreise|preisvereinbarung|kundenpreisliste)\s+(?:für|mit)\s+(?!\w*(?:händler|verkäufer|kunden))|"
    r"\bvertraulich\w*.{0,60}\bkund|\bnur\s+für\s+(?:diesen|den)\s+kunden|\bkunde\W{0,3}\d{3}|"
    rf"(?:preis\w*\b(?:Nr\.|[^.,;])*?\bfür|angebot\w*\b(?:Nr\.|[^.,;])*?\b(?:für|an)|"
    rf"(?:konditionen|vereinbarung)\b[^.,;]*?\b(?:für|mit))\s+{ADDRESSEE}",
    re.I,
)
# Nor perhaps one that says so, unless it addresses dealers.
FOR_BUYING = re.compile(
    r"\beinkaufs(?:preise?|liste)\b|\A\W*(?:h?ek(?:-?liste)?|einkauf)(?:\W+20\d\d)?\W*\Z|\bh?ek-?preis\w*|selbstkosten|"
    r"\b(?:einstands|kalkulations|lieferanten)preise?\b|preise (?:unseres|vom) lieferanten|\A\W*(?:inventur|lagerwert)|"
    r"purchase prices|sind ek\b|\bankauf(?:s?preise?)?\b|\bwir zahlen (?:unseren|den|ihnen|für)\b|"
    r"\bauszahlungspreise?\b|"
    r"(?-i:\bH?EK\b)(?=.{0,80}\b(?:netto|preise?)\b)|\b(?:netto|preise?)\b.{0,80}(?-i:\bH?EK\b)",
    re.I,
)

# Columns for where the house buys; who asks prices of customers says so where these stand in his list.
SOURCES = {"lieferant", "lieferanten", "lieferantenname", "vorlieferant", "bezugsquelle", "grosshaendler"}
SELLING = re.compile(r"\bvk|vk\b|verkauf|abgabe|h[äa]ndler|kunde|brutto|shop|laden", re.I)


def addresses_dealers(texts: Iterable[str]) -> bool:
    """`Preisliste Wiederverkäufer`, `Preise für den Fachhandel`; not `Weinhandel Müller GmbH`, nor what is internal."""
    texts = list(map(with_umlauts, texts))
    if any(INTERNAL.search(text) or NOT_TO_THEM.search(text) for text in texts):
        return False
    return any(TO_DEALERS.search(text) or NEAR_DEALERS.search(text) and not FIRM.search(text) for text in texts)


def is_for_one_customer(text: str) -> bool:
    """`Angebot für Hotel Krause GmbH`."""
    return FOR_ONE_CUSTOMER.search(with_names(text)) is not None
