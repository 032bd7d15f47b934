"""What a price header says: which price it is, net or gross, for how much of which unit, from which quantity."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from catalog.imports.language.price_references import pack_in, reference_of
from catalog.imports.language.spelling import in_small_letters, with_names
from catalog.imports.language.words import words_of
from catalog.units import unit_of

NOT_A_PRICE = re.compile(
    r"preis(gruppe|liste|einheit|menge|basis|datum|stand|code|kz|art|typ|aenderung|bindung|info|hinweis|bezug|kennzeichen)"
    r"|price(group|list|quantity|unit|basis|type|factor|currency|code)|rabatt|kaution|waehrung|currency|skonto|bestellpreis|kennz\Z"
)
PURCHASE = re.compile(
    r"einkauf|ankauf|auszahlungspreis|einstand|purchase|selbstkosten|gestehung|wareneinsatz|herstellkosten|buyingprice|kalkulations|costprice|"
    r"lieferantenpreis|suppliers?price|vendors?price|bezugspreis|beschaffungspreis|verrechnungspreis|bewertungspreis|"
    r"inventurpreis|durchschnittspreis|planpreis|averageprice|interne?r?preis|preisintern"
)
PURCHASE_WORDS = {
    "ek",
    "eks",
    "lek",
    "gek",
    "dek",
    "ekp",
    "mek",
    "cost",
    "costs",
    "kosten",
    "nettoek",
    "eknetto",
    "ekpreis",
    "ekbrutto",
    "bruttoek",
    "netek",
    "ekpr",
    "ekn",
    "hk",
    "nek",
    "bek",
    "ekpreise",
    "einst",
    "kalk",
}
UNCLEAR_PURCHASE = re.compile(
    r"(?:haendler|kunden|ihr|gastro|hotel|apotheken|handels?|partner|verkaeufer|salon|praxis)(?:ek|einkauf)|dealercost|"
    r"(?:\beks?|einkaufs?preise?)(?:fuer)?(?:haendler|wiederverkaeufer|partner|fachhandel|gastro)"
)
UNCLEAR = re.compile(  # a limit, a guess, others' prices, or what a house reckons with
    r"mindest(?:preis|vk|verkaufspreis)|minimumprice|zielpreis|wunschpreis|wettbewerb|mitbewerb|competitor|amazon|ebay|"
    r"idealo|materialpreis|herstellerpreis|lagerpreis|standardprice"
)
AFTER_DISCOUNT = re.compile(
    r"preis(?:e|netto|brutto)?(?:nach|abzgl|abzueglich|minus|mit)(?:[0-9]|prozent)*(?:[a-z]*rabatt)|rabattierter"
)
RETAIL = re.compile(
    r"unverbindlich|empfohlen|recommended|ladenpreis|ladenvk|vkladen|endkunde|endverbraucher|retail|privat|laden|verbraucher|konsument|richtpreis|thekenpreis|thekenvk|vkempf|empfvk|consumer"
)
CONSUMERS = re.compile(r"endkunde|endverbraucher|konsument")  # `Endverbraucher inkl. MwSt.` needs no word for a price
RETAIL_WORDS = {"lvk", "avp", "uvp", "evp", "rrp", "msrp", "nrp", "srp", "upe", "vkuvp", "uvpbrutto", "uvpnetto", "evk"}
TRADE = re.compile(
    r"gastro|haendler|fachhandel|wiederverk|grosshandel|gewerbe|wholesale|firmen|grosskunde|grossverbraucher|kundenpreis|ihrpreis|b2b|wvk|wvp|netcustomer|hotel|kantine|dealer(?!cost)|reseller"
)
# `Preis Hotel Fürstenhof`, `Firma Krause`, `Fa. Krause`, `Krause GmbH`: agreed with one of them
ONE_CUSTOMER = re.compile(
    r"\b(?:(?i:hotel|kantine|firma|fa|kunde|gastro\w*)\b\.?\s*(?!(?i:preis|netto|brutto|vk|eur|und)|Gro|Gew|Han)"
    r"(?=[A-ZÄÖÜ][a-zäöüß])|(?:GmbH|OHG|mbH|e\.\s?K\.|e\.\s?V\.)(?!\w))"
)
# Words in capitals that may be names, and what else such words say of a price for everybody.
NAME = re.compile(r"\b(?:[A-ZÄÖÜ][a-zäöüß]{2,}|[A-ZÄÖÜ]{3,})\b")
OF_ALL = re.compile(
    r"netto|brutto|liste|katalog|einheit|menge|neu|aktuell|ihr|unser|tag|saison|jahr|werk|abhol|bestell"
)
BASE = re.compile(r"grundpreis|baseprice|vergleichspreis|basispreis|referenzpreis|priceperbase|grundpr")
OLD = re.compile(
    r"bisher|gestern|vorjahr|frueher|letzterpreis|previous|streich|(?<!werk)statt|alterpreis|preisalt|altpreis|vorherig|altervk|vkalt|oldprice|compareat"
)
PROMOTION = re.compile(r"aktion|sonder|angebot|(?<!whole)sale(?!s)|promo|special|reduziert")
TOTAL = re.compile(
    r"gesamt|summe|total|betrag|umsatz|warenwert|lagerwert|bestellwert|positionswert|zeilenwert|zeilenpreis"
)
DEPOSIT = re.compile(r"pfand|^pfd|leergut|deposit")
BESIDE_DEPOSIT = re.compile(
    r"(?:zzgl|zuzueglich|ohne|exkl|excl|plus|excluding|without|(?:mwst|ust|steuer|vat)(?:und|sowie|plus)?|o)"
    r"(?:pfand|leergut|deposit)"
)
WITH_DEPOSIT = re.compile(
    r"(?:inkl|incl|inklusive|einschl|mit)(?:mwst|ust|steuer|vat)?(?:und|sowie|plus)?(?:pfand|leergut|deposit)"
)
LIST = re.compile(r"listenpreis|listprice|katalogpreis|listenvk|netlist|listpreis|katpreis")
PRICE = re.compile(
    r"preis|price|\bvk|verkauf|amount|endbetrag|abgabepr|einzelpr|stueckpr|kilopr|literpr|\bkostet\b|"
    r"(?:stunden|tages|kilometer|miet|verrechnungs)satz"
)
WEIGHT = re.compile(r"gewicht|weight|fuell|inhalt|menge|masse|content|volumen|qty|quantity")
MEASURES = {"kg", "g", "l", "ml", "t", "gramm", "liter"}
TRADE_SHORT = {"nvk": "net", "bvk": "gross", "vkn": "net", "vkb": "gross"}
SHORT = {"old": {"alt", "old"}, "total": {"gp"}}
DATES = {"date", "datum"}  # `special_price_to_date`
# `VK-Einheit`, `Verkaufsmenge`, `VK-Text`: things of selling that are no price, alone or beside one
OF_SALE = re.compile(
    r"(?:(?<=_)|^)(?:verkaufs_?(?!pr|netto|brutto|eur|wert|betrag|_|\Z)[a-z]+|"
    r"(?:vk|verkauf)_?(?:mengen_?)?(?:einheit|menge|me(?=_|\Z)|text|bez|name|nummer|nr(?=_|\Z)|art|konto|steuer(?=_|\Z)|"
    r"steuer(?:satz|schl|code)|(?:mw_?st_)?(?:produkt)?(?:buchungs)?gruppe|faktor|schritt|status|"
    r"gesperrt|sperr|kanal|datum)[a-z]*)(?=_|\Z)"
)
PER_UNIT_OF = re.compile(
    r"(preise?|price|vk)\s*/\s*(?=(?:mengen)?einh(?:eit)?\b|me\b|menge\b|unit\b)", re.I
)  # `Preis/Einheit netto`
SHIPPING = re.compile(r"versand|fracht|shipping|porto|lieferkosten")
TAX_WORD = (
    r"(?:(?:\d+|prozent|d|der|die|von|zur|zeit|zurzeit|z|zt|(?:ges|jew|gelt|guelt|derz|akt|anf|deut|uebl)[a-z]*)_){0,6}"
    r"(?:mw_?st|ust|vat|steuer|tax|mehrwert|umsatz|m_w_st)"
)
# "zzgl. Pfand" and "inkl. Biersteuer" say nothing of VAT, and must not swallow the "inkl. 19 % MwSt." before it
LEAD = r"inkl|incl|inklusive|einschl|einschliesslich|zzgl|zuzueglich|exkl|excl|ohne|mit|plus|und|sowie"
EXCISE = r"(?!mehrwert|umsatz)[a-z]{3,}(?:steuer|abgabe)n?"
EXTRA = (
    rf"(?:(?!prozent|mwst|ust|steuer|(?:{LEAD})_)[a-z0-9]+_){{0,3}}"
    rf"(?:(?:pfand|versand|fracht|lieferung|porto|maut)[a-z]*|{EXCISE})"
)
ANY_TAX = r"(?:mw_?st|m_w_st|ust|mehrwertsteuer|umsatzsteuer|steuer|vat)_(?:[a-z0-9]+_){0,4}?"
WITHIN = r"(?:enthalten|inbegriffen|eingeschlossen|eingerechnet|beinhaltet|included)"
ALONE = r"(?=\Z|_(?:(?:\d+_){1,2}prozent|in|eur|euro|je|pro|per|preise?|vk)(?:_|\Z)|_\d+\Z)"  # not `inkl. Verpackung`
BESIDE_TAX = re.compile(
    rf"((?<![a-z0-9])(?:{LEAD})_)(?:(?!(?:{LEAD})_)[a-z0-9]+_){{1,4}}(?:und|sowie|plus)_(?={TAX_WORD})"
)
EXTRAS = re.compile(rf"(?<![a-z0-9])(?:{LEAD})_{EXTRA}(?:_(?:nicht_)?{WITHIN})?|(?:^|_){EXCISE}_(?:[a-z]+_)?{WITHIN}")
NET = re.compile(
    r"netto|nettto|(?:^|_)neto(?=preis|vk|_|$)|(?:^|_)(?:net|nettopr|vkn)(?:_|$)|"
    rf"(?:exkl|exklusive|excl|zzgl|ohne|plus|exclusive|exclud(?:es?|ing)|without|before|pre|ex|zuzueglich|zuzuegl|o)_{TAX_WORD}|"
    rf"{ANY_TAX}(?:nicht_{WITHIN}|hinzu|dazu|zusaetzlich|extra|aufgeschlagen|addiert|berechnet|erhoben)|nicht_{WITHIN}|"
    rf"pricenet|netprice|(?:^|_)(?:exkl|zzgl){ALONE}|tax_excl(?:uded|usive)?(?:_|$)"
)
GROSS = re.compile(
    r"brutto|bruttto|(?:^|_)bruto(?=preis|vk|_|$)|(?:^|_)(?:gross|bruttopr|vkb)(?:_|$)|"
    rf"(?:inkl|incl|mit|inklusive|includ(?:es?|ing)|einschl|einschliesslich|inc|(?<![a-z0-9])m)_{TAX_WORD}|"
    rf"{ANY_TAX}{WITHIN}|(?:enthalten|beinhalten|enthaelt|includes?)_(?:[a-z0-9]+_){{0,4}}?{TAX_WORD}|"
    rf"pricegross|grossprice|endpreis|(?:^|_)(?:inkl|incl){ALONE}|tax_incl(?:uded|usive)?(?:_|$)"
)
WITH_RATE = re.compile(  # `Brutto (19 % MwSt)` is gross, whatever the rate
    r"\b(brutto)\s*\(?\s*(?:inkl\.?|incl\.?)?\s*\d{1,2}(?:[.,]\d)?\s*%\s*(?:mwst|ust)\b\.?\s*\)?", re.I
)
# Words that may stand beside net or gross in a header that names no price.
PLAIN = """
    netto net brutto gross inkl incl inklusive exkl excl exklusive zzgl ohne mit plus o m mwst ust vat tax steuer w mw
    st eur euro in je pro per d der ges gesetzl gesetzlicher gesetzlichen prozent a vkn vkb nettopr bruttopr"""
PLAIN_WORDS = frozenset(PLAIN.split())
STEP_WORDS = {"ab", "from"}
CENTS = {"cent", "ct", "cents"}
FOREIGN = dict.fromkeys(CENTS, "Cent") | {
    "usd": "USD",
    "chf": "CHF",
    "gbp": "GBP",
    "pln": "PLN",
    "czk": "CZK",
    "dollar": "USD",
    "sfr": "CHF",
    "dkk": "DKK",
    "sek": "SEK",
    "nok": "NOK",
    "huf": "HUF",
    "zloty": "PLN",
    "pfund": "",
}
BOUND = re.compile(
    r"\b(?:ab|from|von|staffel) (?:stück|stk\.?|st\.?|menge|einheiten|pcs|ve) *(\d{1,6})\b|"
    r"\b(?:ab|from|von|>=?|≥|mind\.?|min\.?)\s*(\d{1,6})\b(?!\s*%|\.\s*(?:\d|jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez))|"
    r"\b(\d{1,6})\s*(?:-|–|bis)\s*\d{1,6}\b|\b(\d{1,6})\s*\+|>=?\s*(\d{1,6})\b|≥\s*(\d{1,6})\b",
    re.I,
)
THOUSANDS_DOT = re.compile(r"(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.,])")
UNTIL = re.compile(
    r"(?<!\d)(?<!\d )\bbis (?:zu )?(\d{1,5})\b(?![.,]?\s*(?:\d|jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez|%))",
    re.I,
)
NUMBERED = re.compile(
    r"(?:preis|price|vk|amount|staffel|stufe)(?:_(?:eur|netto|brutto|net|gross|euro|preis|gruppe))*_?(\d{1,2})(?:_|$)"
)
THOUSANDS = re.compile(r"\bT\s?(?:€|EUR\b)|\b(?:Tsd\.?|1\.?000)\s*(?:€|EUR\b)", re.I)
LARGE = re.compile(r"\bgroß(?:e[rsn]?)?\b", re.I)  # folded it would read like gross
MONTHS = ("jan", "feb", "mär", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez")
DAY = (
    rf"(?:(?P<day>\d{{1,2}})\.\s?)?(?P<month>\d{{1,2}}(?=\.|/20\d\d)|(?:{'|'.join(MONTHS)})[a-zä]*)[./]?\s?"
    r"(?P<year>20\d\d|(?(day)\d\d(?![\d.])|(?!)))"  # of two digits only behind a day: `05.12.` is one
)
STARTS = re.compile(rf"\b(?:ab|vom|von|seit|from)\s+(?:dem\s+)?{DAY}", re.I)
ENDS = re.compile(rf"\b(?:bis|until|till)\s+(?:zum\s+)?{DAY}", re.I)
YEAR = re.compile(r"\b(20[12]\d)\b")

VAT_WORD = r"(?:mwst|m\.w\.st|ust|u\.st|mehrwertsteuer|umsatzsteuer|vat|steuer)\b\.?"
RATE_HEADER = re.compile(
    rf"(?:davon\s+)?(?P<before>{VAT_WORD}:?\s*)?(?P<rate>\d{{1,2}}(?:[.,]\d+)?)\s*%\s*(?P<after>{VAT_WORD})?"
    r"\s*(?:betrag|\(?(?:in\s+)?(?:€|eur|euro)\)?)?\Z",
    re.I,
)
COMMON = ("7", "19")  # `5 %` alone is a discount as likely


PLUS_TAX = re.compile(
    r"\+\s*(?=(?:\d+\s*%\s*)?(?:ges\w*\.?\s*)?(?:mwst|m\.w\.st|ust|u\.st|vat|tax|mehrwert|umsatzst))", re.I
)


@dataclass(frozen=True)
class PriceHeader:
    """role: price, purchase, unclear, rrp, base, old, promotion, total, list, deposit.

    bound, until: the least or the greatest quantity that the price is for; pack: what is sold, `100er Pack`;
    unknown: a word that nobody knows where the price says what it is for.
    """

    role: str
    tax: str | None = None
    quantity: int = 0
    unit: str = ""
    bound: int = 0
    currency: str = ""
    index: int = 0
    trade: bool = False
    year: int = 0
    starts: date | None = None
    ends: date | None = None
    until: int = 0
    pack: str = ""
    unknown: str = ""


@lru_cache(maxsize=2048)
def price_header(text: str) -> PriceHeader | None:
    """What the header says of a price; None where it speaks of none."""
    text = WITH_RATE.sub(r"\1", LARGE.sub("large", " ".join(in_small_letters(text).split())))
    text = PER_UNIT_OF.sub(r"\1 je ", PLUS_TAX.sub(" plus ", text))
    spaced = OF_SALE.sub("", "_".join(words_of(text))).strip("_")
    words = tuple(filter(None, spaced.split("_")))
    joined = "".join(words)
    if not words or SHIPPING.search(joined) or DATES & set(words):
        return None
    if NOT_A_PRICE.search(joined) and not AFTER_DISCOUNT.search(joined):
        return None
    tax = _tax(joined, spaced)
    role = _role(words, joined, spaced, tax)
    if role is None:
        return None
    quantity, unit, unknown = reference_of(text, spaced, _speaks_of_price)
    return PriceHeader(
        role=role,
        tax=tax,
        quantity=quantity,
        unit=unit,
        bound=_bound(text) if role in ("price", "unclear") else 0,
        currency="TEUR"
        if THOUSANDS.search(text)
        else next((code for word, code in FOREIGN.items() if word in words and code), ""),
        index=int(match[1]) if (match := NUMBERED.search(spaced)) else 0,
        trade=bool(TRADE.search(joined)) and not ONE_CUSTOMER.search(with_names(text)),
        year=int(match[1]) if (match := YEAR.search(text)) else 0,
        starts=day_in(text, STARTS),
        ends=day_in(text, ENDS),
        until=int(match[1]) if role == "price" and (match := UNTIL.search(text)) else 0,
        pack=pack_in(text, unit),
        unknown=unknown,
    )


def day_in(text: str, lead: re.Pattern[str]) -> date | None:
    """The day behind `ab` or `bis`, if the text names its year too."""
    match = lead.search(text)
    return day_of(match) if match else None


def day_of(match: re.Match[str], *, last: bool = False) -> date | None:
    """The day that a DAY names; of a month without a day the first or the last."""
    month = match["month"] if match["month"].isdigit() else MONTHS.index(match["month"][:3].casefold()) + 1
    year = int(match["year"]) + (2000 if len(match["year"]) == 2 else 0)
    try:
        first = date(year, int(month), 1)
        usual = monthrange(year, first.month)[1] if last else 1
        return first.replace(day=int(match["day"] or usual))
    except ValueError:
        return None


def tax_words(text: str) -> str | None:
    """net, gross, or None where a text says neither or both."""
    words = words_of(PLUS_TAX.sub(" plus ", LARGE.sub("large", text)))
    return _tax("".join(words), "_".join(words))


def rate_in_header(text: str) -> Decimal | None:
    """7 in `7 %` and `davon MwSt. 7 %`; None where the header says more or names no tax."""
    match = RATE_HEADER.match(" ".join(text.split()))
    if match is None or not (match["before"] or match["after"] or match["rate"] in COMMON):
        return None
    return Decimal(match["rate"].replace(",", "."))


def is_for_dealers(header: str) -> bool:
    """`Händler-EK`, `HEK`, `Ihr EK`: what somebody else pays for it, as long as nobody says otherwise."""
    words = words_of(header)
    return bool({"hek", "aep"} & set(words)) or bool(UNCLEAR_PURCHASE.search("".join(words)))


def names_somebody(header: str) -> bool:
    """`Preis Kowalski netto`, `Preis EDEKA`: a name, or a word that nobody knows, which stands for one customer."""
    header = with_names(header)
    if ONE_CUSTOMER.search(header):
        return True
    names = (words_of(word) for word in NAME.findall(header))
    return any(not all(_speaks_of_price(key) or unit_of(key) or OF_ALL.search(key) for key in keys) for keys in names)


def is_only_money(header: str) -> bool:
    """`Abholung €`: only the sign says that amounts stand below, and nobody knows of what."""
    words = words_of(header)
    named = any(pattern.search("".join(words)) for pattern in (PRICE, TRADE)) or {
        "vk",
        "vkp",
        "ep",
        *TRADE_SHORT,
    } & set(words)
    plain = all(word in PLAIN_WORDS | STEP_WORDS or word.isdigit() or unit_of(word) for word in words)
    return not named and not plain


def _tax(joined: str, spaced: str) -> str | None:
    if said := TRADE_SHORT.get(joined):
        return said
    of_vat = EXTRAS.sub("", BESIDE_TAX.sub(r"\1", spaced)).strip("_")
    net = bool(NET.search(of_vat))
    gross = bool(GROSS.search(re.sub(rf"nicht_{WITHIN}", "", of_vat)))
    if "bruttolisten" in joined:
        return None
    return None if net == gross else "net" if net else "gross"


def _role(words: tuple[str, ...], joined: str, spaced: str, tax: str | None) -> str | None:
    named = bool(
        PRICE.search(spaced.replace("_", " "))
        or PRICE.search(joined)
        or {"vk", "wvk", "wvp", "vkp", "ep", "gp", "eur", "euro", *TRADE_SHORT} & set(words)
        or words[0] in CENTS
        and len(words) > 1
        and unit_of(words[-1])  # `ct/Stk`; `5 ct` counts carats
    )
    if {"hek", "aep"} & set(words) or UNCLEAR_PURCHASE.search(joined) or UNCLEAR.search(joined):
        return "unclear"
    if PURCHASE.search(joined) or PURCHASE_WORDS & set(words):
        return "purchase"
    if DEPOSIT.search(joined):
        if PRICE.search(joined) and BESIDE_DEPOSIT.search(joined) and not WITH_DEPOSIT.search(joined):
            return "price"
        return "deposit" if not PRICE.search(joined) or joined.startswith(("pfand", "deposit")) else "unclear"
    if RETAIL_WORDS & set(words) or (named and RETAIL.search(joined)) or (tax and CONSUMERS.search(joined)):
        return "rrp"
    if not named and not (tax and not WEIGHT.search(joined) and len(words) <= 5 and not MEASURES & set(words)):
        return None
    plain = all(word in PLAIN_WORDS or word in STEP_WORDS or word.isdigit() or unit_of(word) for word in words)
    if not named and not plain and not TRADE.search(joined):
        return "unclear"  # `Stock.net`, `Cena netto`: net, but what?
    return _kind_of_price(words, joined)


def _kind_of_price(words: tuple[str, ...], joined: str) -> str | None:
    for role, pattern in (("base", BASE), ("total", TOTAL), ("old", OLD), ("promotion", PROMOTION), ("list", LIST)):
        if pattern.search(joined) or SHORT.get(role, set()) & set(words):
            return role
    if WEIGHT.search(joined) and not PRICE.search(joined):
        return None
    return "price"


def _speaks_of_price(key: str) -> bool:
    """Whether a word beside a stroke goes on about the price instead of naming a unit: `VK/Netto`, `Preis/Gastro`."""
    said = key in PLAIN_WORDS or key in FOREIGN or key.startswith(MONTHS)
    return said or any(pattern.search(key) for pattern in (PRICE, TRADE, RETAIL, DEPOSIT))


def without_dots(text: str) -> str:
    """`ab 5000 Stück` for `ab 5.000 Stück`."""
    return THOUSANDS_DOT.sub(r"\1\2", text)


def _bound(text: str) -> int:
    match = BOUND.search(without_dots(text))
    return int(next(group for group in match.groups() if group)) if match else 0
