"""Units: UN/ECE codes allowed in e-invoices, what German and English lists call them, and how they relate.

Abbreviations are never upper-cased into codes: STK is a cigarette, FL a flake ton, KT a kit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache


@dataclass(frozen=True)
class Unit:
    """kind: piece, pack, mass, volume, length, area, time or sum; factor turns it into the base unit of its kind."""

    code: str
    name: str
    plural: str
    short: str
    english: str
    kind: str
    base: str
    factor: Decimal


# code | name | plural | short | English | kind | base | factor | what lists call it
TABLE = """
H87|Stück|Stück|Stk|piece|piece|H87|1|st stk stck stueck stücke stücken pce pcs pc piece pieces pièce einzeln
  einzelstück ea each stueckware stk. st. exemplar ex artikel unit units item laib laibe kopf köpfe kpf knolle
  stiel stiele tafel tafeln rad räder bag-in-box block blöcke karte ei
C62|Einheit|Einheiten|Einh.|unit|piece|C62|1|c62 one
NAR|Artikel|Artikel|Art.|article|piece|NAR|1|nar
PR|Paar|Paar|Paar|pair|pack|PR|1|paar paare pair pairs pr pa.
SET|Satz|Sätze|Satz|set|pack|SET|1|satz sätze set sets garnitur
DZN|Dutzend|Dutzend|Dtzd.|dozen|pack|DZN|12|dutzend dtzd dtz dzn dozen
CEN|Hundert|Hundert|Hdt.|hundred|pack|CEN|100|hundert hdt cen
MIL|Tausend|Tausend|Tsd.|thousand|pack|MIL|1000|tausend tsd mille mil tst
KGM|Kilogramm|Kilogramm|kg|kilogram|mass|KGM|1|kg kilo kilogramm kilogram kgs kgm kilos
GRM|Gramm|Gramm|g|gram|mass|KGM|0.001|g gr gramm gram grm
MGM|Milligramm|Milligramm|mg|milligram|mass|KGM|0.000001|mg milligramm mgm
DJ|Dekagramm|Dekagramm|dag|decagram|mass|KGM|0.01|dag deka
HGM|Hektogramm|Hektogramm|hg|hectogram|mass|KGM|0.1|hg
TNE|Tonne|Tonnen|t|tonne|mass|KGM|1000|t to tonne tonnen tne ton
DTN|Dezitonne|Dezitonnen|dt|decitonne|mass|KGM|100|dt dezitonne doppelzentner dz dtn
LBR|Pfund (engl.)|Pfund (engl.)|lb|pound|mass|KGM|0.45359237|lb lbs lbr
LTR|Liter|Liter|l|litre|volume|LTR|1|l ltr lt liter litre liters
MLT|Milliliter|Milliliter|ml|millilitre|volume|LTR|0.001|ml milliliter mlt
CLT|Zentiliter|Zentiliter|cl|centilitre|volume|LTR|0.01|cl zentiliter clt
DLT|Deziliter|Deziliter|dl|decilitre|volume|LTR|0.1|dl deziliter dlt
HLT|Hektoliter|Hektoliter|hl|hectolitre|volume|LTR|100|hl hektoliter hlt
MTQ|Kubikmeter|Kubikmeter|m³|cubic metre|volume|LTR|1000|m³ m3 cbm kubikmeter fm mtq
G26|Ster|Ster|rm|stere|volume|G26|1|rm ster raummeter
CMQ|Kubikzentimeter|Kubikzentimeter|cm³|cubic centimetre|volume|LTR|0.001|cm³ cm3 ccm
MTR|Meter|Meter|m|metre|length|MTR|1|m mtr meter lfm lfdm lm laufmeter laufendemeter laufmetern metre lfdmeter
  lfmeter mt
CMT|Zentimeter|Zentimeter|cm|centimetre|length|MTR|0.01|cm zentimeter cmt
MMT|Millimeter|Millimeter|mm|millimetre|length|MTR|0.001|mm millimeter mmt
KMT|Kilometer|Kilometer|km|kilometre|length|MTR|1000|km kilometer
MTK|Quadratmeter|Quadratmeter|m²|square metre|area|MTK|1|m² m2 qm quadratmeter mtk sqm
CMK|Quadratzentimeter|Quadratzentimeter|cm²|square centimetre|area|MTK|0.0001|cm² cm2 qcm
HUR|Stunde|Stunden|Std.|hour|time|HUR|1|std stunde stunden h hour hours hur
MIN|Minute|Minuten|Min.|minute|time|HUR|0.016666666666666667|minute minuten minutes
DAY|Tag|Tage|Tag|day|time|DAY|1|tag tage day days
WEE|Woche|Wochen|Wo.|week|time|WEE|1|woche wochen week
MON|Monat|Monate|Mon.|month|time|MON|1|monat monate month
IE|Person|Personen|Pers.|person|sum|IE|1|person personen pers teilnehmer
LS|Pauschale|Pauschalen|psch.|lump sum|sum|LS|1|pauschal pauschale psch pausch ls
KWH|Kilowattstunde|Kilowattstunden|kWh|kilowatt hour|energy|KWH|1|kwh kilowattstunde
XPK|Packung|Packungen|Pack.|pack|pack|XPK|1|pck pckg pkg pack packung packungen packs pak paket pakete pk packet
  xpk päckchen ve vpe verpackungseinheit gebinde gbd geb. multipack package pg
XPA|Päckchen|Päckchen|Päckch.|packet|pack|XPA|1|xpa
XCT|Karton|Kartons|Krt.|carton|pack|XCT|1|karton kartons krt ktn kt. ct carton cartons crt kart ka. umkarton xct
XCS|Kasten|Kästen|Kast.|case|pack|XCS|1|kasten kästen kst kas getränkekasten case cases xcs
XCR|Kiste|Kisten|Ki.|crate|pack|XCR|1|kiste kisten kis ki crate crates steige stiege steigen stiegen xcr
  napfkiste holzkiste gemüsekiste
XBX|Box|Boxen|Box|box|pack|XBX|1|box boxen bx xbx schachtel schachteln
XSA|Sack|Säcke|Sack|sack|pack|XSA|1|sack säcke sk sck xsa
XBG|Beutel|Beutel|Btl.|bag|pack|XBG|1|beutel btl tüte tüten bag bags xbg
XNT|Netz|Netze|Netz|net|pack|XNT|1|netz netze xnt
XBO|Flasche|Flaschen|Fl.|bottle|pack|XBO|1|flasche flaschen fl flsch bottle bottles bo xbo fla fläschchen
XJR|Glas|Gläser|Glas|jar|pack|XJR|1|glas gläser gl jar jars xjr gläschen
XTU|Tube|Tuben|Tube|tube|pack|XTU|1|tube tuben tb xtu
XCU|Becher|Becher|Be.|cup|pack|XCU|1|becher be bech cup cups xcu
XBJ|Eimer|Eimer|Eim.|bucket|pack|XBJ|1|eimer eim bucket xbj
XCI|Kanister|Kanister|Kan.|canister|pack|XCI|1|kanister kan canister xci
XDR|Fass|Fässer|Fass|drum|pack|XDR|1|fass faß fässer drum trommel xdr
XKG|Keg|Kegs|Keg|keg|pack|XKG|1|keg kegs xkg
XRO|Rolle|Rollen|Rolle|roll|pack|XRO|1|rolle rollen rl ro rol roll rolls xro
XPX|Palette|Paletten|Pal.|pallet|pack|XPX|1|palette paletten pal plt europalette pallet pallets xpx
XBE|Bund|Bunde|Bd.|bundle|pack|XBE|1|bund bd bnd bde bunde bündel bdl bundle bunch xbe büschel gebund
XBH|Strauß|Sträuße|Strauß|bunch|pack|XBH|1|strauß strauss sträuße
XAL|Knäuel|Knäuel|Knäuel|ball|pack|XAL|1|knäuel
HA|Strang|Stränge|Strang|hank|pack|HA|1|strang stränge
XCC|Kanne|Kannen|Kanne|churn|pack|XCC|1|kanne kannen xcc
X43|Big Bag|Big Bags|Big Bag|big bag|pack|X43|1|bigbag bigbags big-bag big-bags x43
XTB|Wanne|Wannen|Wanne|tub|pack|XTB|1|wanne wannen xtb
XPT|Topf|Töpfe|Topf|pot|pack|XPT|1|topf töpfe tpf pot pots xpt tp
XPU|Schale|Schalen|Sch.|punnet|pack|XPU|1|schale schalen schälchen schl scha punnet tray trays tablett tabletts
  höcker xpu
XCX|Dose|Dosen|Dose|can|pack|XCX|1|dose dosen ds can cans tin xcx
XPG|Platte|Platten|Platte|plate|pack|XPG|1|platte platten plate blech bleche kuchenblech xpg
XCQ|Kartusche|Kartuschen|Kart.|cartridge|pack|XCQ|1|kartusche kartuschen cartridge xcq
XCN|Container|Container|Cont.|container|pack|XCN|1|container behälter xcn
XBL|Ballen|Ballen|Ball.|bale|pack|XBL|1|ballen bale xbl
XBK|Korb|Körbe|Korb|basket|pack|XBK|1|korb körbe xbk basket
XBR|Stange|Stangen|Stg.|bar|pack|XBR|1|stange stangen xbr riegel
XST|Blatt|Blatt|Bl.|sheet|pack|XST|1|blatt bogen bögen bg bgn sheet sheets xst
XBB|Spule|Spulen|Spule|bobbin|pack|XBB|1|spule spulen xbb
XAM|Ampulle|Ampullen|Amp.|ampoule|pack|XAM|1|ampulle ampullen xam
XSH|Portionsbeutel|Portionsbeutel|Sachet|sachet|pack|XSH|1|sachet sachets portionsbeutel xsh
XCK|Fässchen|Fässchen|Fässch.|cask|pack|XCK|1|fässchen xck
XBD|Brett|Bretter|Brett|board|pack|XBD|1|brett bretter xbd
PTN|Portion|Portionen|Port.|portion|piece|PTN|1|portion portionen port ptn
LO|Charge|Chargen|Ch.|lot|pack|LO|1|charge lot
"""

# What older catalogues and ERP systems write where e-invoices want another code; only in this spelling.
OLD_CODES = {
    "PCE": "H87", "ST": "H87", "PK": "XPK", "BX": "XBX", "CT": "XCT", "RO": "XRO", "BG": "XBG", "BO": "XBO",
    "NPR": "PR", "PF": "XPX", "KAR": "XCT", "KI": "XCR", "PAK": "XPK", "PAL": "XPX", "FL": "XBO", "DS": "XCX",
    "L": "LTR", "KG": "KGM", "G": "GRM", "M": "MTR", "M2": "MTK", "M3": "MTQ", "TO": "TNE", "STK": "H87", "MTR": "MTR",
    "Gar": "SET", "GAR": "SET",
}  # fmt: skip
EDGES = re.compile(r"^[\s.,:;()\[\]]+|[\s.,:;()\[\]]+$")
MAYBE_PLURAL = re.compile(r"\((?:en|e|n|s|er)\)", re.I)  # `Einheit(en)`


def _read_table() -> tuple[dict[str, Unit], dict[str, str]]:
    units, aliases = {}, {}
    for line in TABLE.replace("\n  ", " ").strip().splitlines():
        code, name, plural, short, english, kind, base, factor, words = line.split("|")
        units[code] = Unit(code, name, plural, short, english, kind, base, Decimal(factor))
        for word in (*words.split(), code.casefold(), name.casefold(), plural.casefold(), short.casefold()):
            aliases.setdefault(folded(word), code)
    return units, aliases


def folded(text: str) -> str:
    """Without case, dots, blanks and hyphens; umlauts kept, since `Stück` and `Stuck` are both known."""
    return re.sub(r"[\s.\-]+", "", text.casefold())


UNITS, ALIASES = _read_table()


@lru_cache(maxsize=4096)
def unit_of(text: str) -> Unit | None:
    """The unit that a list means by this word; None where it is not certain."""
    text = EDGES.sub("", MAYBE_PLURAL.sub("", text))
    if text in UNITS:
        return UNITS[text]
    if text in OLD_CODES:
        return UNITS[OLD_CODES[text]]
    word = folded(text)
    code = ALIASES.get(word) or ALIASES.get(word.replace("ue", "ü").replace("ae", "ä").replace("oe", "ö"))
    return UNITS[code] if code else None


def convert(amount: Decimal, source: Unit, target: Unit) -> Decimal | None:
    """An amount in another unit of the same kind: 500 g → 0.5 kg; None where they don't compare."""
    if source.code == target.code:
        return amount
    if source.base != target.base or source.kind in ("piece", "pack"):
        return None
    return amount * source.factor / target.factor


def is_measure(unit: Unit) -> bool:
    """Whether the unit measures (kg, l, m) rather than counts."""
    return unit.kind in ("mass", "volume", "length", "area", "time", "energy")
