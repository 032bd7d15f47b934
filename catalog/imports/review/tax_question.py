"""Why a list is asked about net or gross: what it says itself, beside what its supplier has said."""

from django.utils.translation import gettext as _

from catalog.imports.review.pending import header_tax
from catalog.models import ImportRun


def why(run: ImportRun) -> str:
    """In the words of the list, as far as they can be quoted."""
    header, around = header_tax(run), run.evidence.get("tax", "")
    voices = {*run.evidence.get("net_or_gross", "").split(), run.prices} - {""}
    said = []
    if header:
        said.append(_("In der Kopfzeile steht „%(words)s“.") % {"words": run.columns["price"]["header"]})
    if around:
        said.append(_("In der Liste steht „%(words)s“.") % {"words": around})
    if len(voices) == 1 and "both" not in voices or "price_tax" in run.columns and not voices:
        said.append(_("In einzelnen Zeilen steht es anders oder gar nicht."))
    elif not around and voices - {header, run.prices}:
        said.append(_("An anderer Stelle in der Liste steht es anders."))
    elif not said:
        said.append(_("In der Liste steht nichts dazu."))
    return " ".join([*said, _of_supplier(run.prices)])


def _of_supplier(prices: str) -> str:
    if prices == "net":
        return _("Sie haben netto angegeben.")
    return _("Sie haben brutto angegeben.") if prices == "gross" else _("Sie haben dazu nichts angegeben.")
