"""The members of the network as the Amt lists and exports them."""

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation

COLUMNS = [
    _("Nummer"),
    _("Firma"),
    _("Rechtsform"),
    _("USt-IdNr."),
    _("Steuernummer"),
    _("Registernummer"),
    _("Straße und Hausnummer"),
    _("Postleitzahl"),
    _("Ort"),
    _("E-Mail-Adresse"),
    _("Telefon"),
    _("Verkauft"),
    _("Kauft ein"),
    _("Status"),
    _("Artikel online"),
    _("Dabei seit"),
]


def members() -> QuerySet[Organisation]:
    """Every company but the Amt, with its sides, addresses and number of articles online (`online`)."""
    online = Count("supplier__listings", filter=Q(supplier__listings__online=True))
    companies = Organisation.objects.filter(is_office=False).annotate(online=online)
    return companies.select_related("supplier", "buyer").prefetch_related("addresses").order_by("name", "pk")


def sides_of(organisation: Organisation) -> list[str]:
    """What the company was admitted for: supplier, buyer or both."""
    return [side for side in ("supplier", "buyer") if hasattr(organisation, side)]


def row(organisation: Organisation) -> list:
    """One line of the export, as COLUMNS name it."""
    address = next(iter(organisation.addresses.all()), None)
    place = [address.line, address.postcode, address.town] if address else ["", "", ""]
    facts = ("reference", "name", "legal_form", "vat_id", "tax_number", "register_number")
    sides = [gettext("ja") if side in sides_of(organisation) else gettext("nein") for side in ("supplier", "buyer")]
    return [
        *(getattr(organisation, name) for name in facts),
        *place,
        organisation.email,
        organisation.phone,
        *sides,
        organisation.get_status_display(),
        organisation.online,
        f"{organisation.created_at:%Y-%m-%d}",
    ]
