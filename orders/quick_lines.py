"""Quick order: typed or pasted lines become articles and quantities, or a reason why not."""

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q
from django.db.models.functions import Upper
from django.utils.translation import gettext as _

from accounts.actor import Actor
from buyers.models import Relationship
from catalog.models import Listing
from orders.quantities import read_quantity

MOST = 200
COLUMNS = re.compile(r"\t|;|\s{2,}|\s+(?=[\d.,]+\s*$)")


@dataclass
class QuickLine:
    """One typed line: `listing` and `quantity` when it is clear, else `problem`, a sentence."""

    text: str
    number: str
    quantity: Decimal | None
    listing: Listing | None = None
    problem: str = ""


def read_lines(text: str, actor: Actor) -> list[QuickLine]:
    """Lines in the order typed; a number that several suppliers use goes to the one who knows this buyer."""
    lines = [_read(line) for line in text.splitlines() if line.strip()][:MOST]
    found = _listings([line.number for line in lines], actor)
    for line in lines:
        _settle(line, found[line.number.upper()])
    return lines


def _read(text: str) -> QuickLine:
    number, *rest = [part.strip() for part in COLUMNS.split(text.strip(), maxsplit=1)]
    quantity = read_quantity(rest[0].split(";")[0].split("\t")[0]) if rest else Decimal(1)
    return QuickLine(text.strip(), number, quantity)


def _listings(numbers: list[str], actor: Actor) -> dict[str, list[Listing]]:
    """Number in capitals to articles with that number or GTIN; known suppliers' articles push strangers' aside."""
    wanted = {number.upper() for number in numbers}
    listings = Listing.objects.visible_to(actor).with_product().annotate(capitals=Upper("article_number"))
    known = set(
        Relationship.objects.active().filter(buyer__organisation=actor.organisation).values_list("supplier", flat=True)
    )
    found = defaultdict(list)
    for listing in listings.filter(Q(capitals__in=wanted) | Q(gtin__in=wanted)):
        for number in wanted & {listing.capitals, listing.gtin}:
            found[number].append(listing)
    for number, several in found.items():
        found[number] = [listing for listing in several if listing.supplier_id in known] or several
    return found


def _settle(line: QuickLine, found: list[Listing]) -> None:
    if line.quantity is None:
        line.problem = _("Die Menge ist keine Zahl.")
    elif not found:
        line.problem = _("Diese Nummer kennt niemand.")
    elif len(found) > 1:
        names = ", ".join(listing.supplier.name for listing in found)
        line.problem = _("Diese Nummer haben mehrere Betriebe: %(names)s.") % {"names": names}
    else:
        line.listing = found[0]
