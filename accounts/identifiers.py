"""Company identifiers as people type them: checked by their rules, brought to the one form in which we compare.

Each function takes a text and returns the normal form, an empty text for an empty one, or raises Django's
ValidationError with a sentence for the person who typed. Whether the number was ever given out, nobody here knows.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.de import handelsregisternummer, stnr
from stdnum.eu import vat
from stdnum.exceptions import InvalidChecksum
from stdnum.exceptions import ValidationError as NotANumber

COURT_WORDS = re.compile(r"\b(amtsgerichts?|registergerichts?|ag|handelsregister|beim|nr)\b|[.,:;-]", re.IGNORECASE)
REGISTERS = {name.upper(): name for name in ("HRA", "HRB", "GnR", "PR", "VR")}
DIGITS_OF_A_GERMAN_VAT_ID = re.compile(r"^\d{9}$")


def vat_id(text: str) -> str:
    """USt-IdNr. with its country: "DE136695976"; nine digits alone are read as a German one."""
    number = re.sub(r"[\s.\-/]", "", text).upper()
    if not number:
        return ""
    if DIGITS_OF_A_GERMAN_VAT_ID.match(number):
        number = f"DE{number}"
    try:
        return vat.validate(number)
    except InvalidChecksum as fault:
        raise ValidationError(_("Die Prüfziffer stimmt nicht. Bitte Zahlendreher prüfen.")) from fault
    except NotANumber as fault:
        raise ValidationError(_("Eine deutsche USt-IdNr. hat DE und neun Ziffern.")) from fault


def register_number(text: str) -> str:
    """Court, register, number: "Leipzig HRB 12345", from "Amtsgericht Leipzig, HRB 12345" too."""
    words = COURT_WORDS.sub(" ", text).split()
    bare = " ".join(REGISTERS.get(word.upper(), word) for word in words)
    if not bare:
        return ""
    try:
        return handelsregisternummer.validate(bare)
    except NotANumber as fault:
        raise ValidationError(
            _("Bitte Gericht, Register und Nummer angeben, zum Beispiel: Amtsgericht Leipzig, HRB 12345.")
        ) from fault


def tax_number(text: str) -> str:
    """Steuernummer in the 13 digits that are unique in Germany, where its form tells the state; else its digits."""
    digits = re.sub(r"\D", "", text)
    if not digits:
        return ""
    try:
        stnr.validate(digits)
    except NotANumber as fault:
        raise ValidationError(_("Eine Steuernummer hat zehn, elf oder dreizehn Ziffern.")) from fault
    regions = stnr.guess_regions(digits)
    region = "Sachsen" if "Sachsen" in regions else regions[0]
    return digits if len(digits) == 13 else stnr.to_country_number(digits, region)
