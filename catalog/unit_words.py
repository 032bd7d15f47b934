"""Words for the units in which goods are ordered and filled: UN/ECE codes of the EN 16931 list that the region uses."""

from decimal import Decimal

from django.utils.translation import ngettext_lazy

from catalog import units

UNITS = {
    "H87": ngettext_lazy("Stück", "Stück"),
    "C62": ngettext_lazy("Einheit", "Einheiten"),
    "KGM": ngettext_lazy("kg", "kg"),
    "GRM": ngettext_lazy("g", "g"),
    "TNE": ngettext_lazy("t", "t"),
    "LTR": ngettext_lazy("l", "l"),
    "MLT": ngettext_lazy("ml", "ml"),
    "CLT": ngettext_lazy("cl", "cl"),
    "HLT": ngettext_lazy("hl", "hl"),
    "MTR": ngettext_lazy("m", "m"),
    "CMT": ngettext_lazy("cm", "cm"),
    "MMT": ngettext_lazy("mm", "mm"),
    "MTK": ngettext_lazy("m²", "m²"),
    "MTQ": ngettext_lazy("m³", "m³"),
    "HUR": ngettext_lazy("Stunde", "Stunden"),
    "DAY": ngettext_lazy("Tag", "Tage"),
    "PR": ngettext_lazy("Paar", "Paar"),
    "NPR": ngettext_lazy("Paar", "Paar"),
    "SET": ngettext_lazy("Satz", "Sätze"),
    "DZN": ngettext_lazy("Dutzend", "Dutzend"),
    "XBA": ngettext_lazy("Fass", "Fässer"),
    "XBE": ngettext_lazy("Bund", "Bund"),
    "XBG": ngettext_lazy("Beutel", "Beutel"),
    "XBJ": ngettext_lazy("Eimer", "Eimer"),
    "XBK": ngettext_lazy("Korb", "Körbe"),
    "XBO": ngettext_lazy("Flasche", "Flaschen"),
    "XBX": ngettext_lazy("Schachtel", "Schachteln"),
    "XCA": ngettext_lazy("Dose", "Dosen"),
    "XCC": ngettext_lazy("Kanne", "Kannen"),
    "XCI": ngettext_lazy("Kanister", "Kanister"),
    "XCR": ngettext_lazy("Kiste", "Kisten"),
    "XCT": ngettext_lazy("Karton", "Kartons"),
    "XCU": ngettext_lazy("Becher", "Becher"),
    "XCX": ngettext_lazy("Dose", "Dosen"),
    "XJR": ngettext_lazy("Glas", "Gläser"),
    "XKG": ngettext_lazy("Fass", "Fässer"),
    "XNT": ngettext_lazy("Netz", "Netze"),
    "XPA": ngettext_lazy("Päckchen", "Päckchen"),
    "XPK": ngettext_lazy("Packung", "Packungen"),
    "XPO": ngettext_lazy("Beutel", "Beutel"),
    "XPU": ngettext_lazy("Blech", "Bleche"),
    "XPX": ngettext_lazy("Palette", "Paletten"),
    "XRO": ngettext_lazy("Rolle", "Rollen"),
    "XSA": ngettext_lazy("Sack", "Säcke"),
    "XST": ngettext_lazy("Bogen", "Bögen"),
    "XTB": ngettext_lazy("Wanne", "Wannen"),
    "XTU": ngettext_lazy("Tube", "Tuben"),
}


def unit_word(code: str, count: Decimal | int = 1) -> str:
    """The unit as people write it beside that many: Kiste, Kisten, kg; a rare one by its name in `units`."""
    if code in UNITS:
        return str(UNITS[code] % (1 if count == 1 else 2))
    known = units.UNITS.get(code)
    return known.name if known else code
