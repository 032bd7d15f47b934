"""What can be told of an application without asking anybody: duplicates and declarations that do not fit.

Findings are for the Amt. The applicant hears at most that something is known already, never what of whom.
"""

import re
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from applications.models import Application, LegalForm

IDENTIFIERS = ("vat_id", "tax_number", "register_number")

# words that only a company of several people carries in its name
_SEVERAL = re.compile(
    r"(?<!\w)(GbR|OHG|KG|PartG|PartGmbB|Gesellschaft bürgerlichen Rechts|Gebr\.|Gebrüder|Geschwister"
    r"|(&|und|u\.)\s*(Partner|Söhne|Sohn|Töchter|Co\.?))(?![\w-])",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Match:
    """The same identifier at another company: `field` is a field's name, `other` an Organisation or Application."""

    field: str
    value: str
    other: Organisation | Application

    @property
    def label(self):
        return Application._meta.get_field(self.field).verbose_name

    @property
    def is_member(self) -> bool:
        return isinstance(self.other, Organisation)


def duplicates(application: Application) -> list[Match]:
    """Every known company and open application with the same VAT id, tax number or register number.

    Drafts do not count: they are their writers' alone, and many are never handed in.
    """
    same = Q()
    for field in IDENTIFIERS:
        if value := getattr(application, field):
            same |= Q(**{field: value})
    if not same:
        return []
    companies = Organisation.objects.filter(same).exclude(pk=application.organisation_id)
    others = Application.objects.handed_in().filter(same).exclude(pk=application.pk)
    return [match for other in (*companies, *others) for match in _matches(application, other)]


def _matches(application, other):
    fields = ((field, getattr(application, field)) for field in IDENTIFIERS)
    return [Match(field, value, other) for field, value in fields if value and getattr(other, field) == value]


def same_names(application: Application) -> list[Organisation]:
    """Members of the same name, whatever their numbers: worth a look, no obstacle."""
    return list(Organisation.objects.filter(name__iexact=application.name).exclude(pk=application.organisation_id))


def looks_like_partnership(application: Application) -> bool:
    """A company of several people that calls itself a sole trader: its VAT id and liability would be wrong."""
    return application.legal_form == LegalForm.SOLE and bool(_SEVERAL.search(application.name))


def remarks(application: Application) -> list[str]:
    """Sentences for the case worker about declarations that do not fit together."""
    found = []
    if looks_like_partnership(application):
        found.append(_("Der Name klingt nach einer Gesellschaft, angegeben ist ein Einzelunternehmen."))
    if application.legal_form in LegalForm.registered() and not application.register_number:
        found.append(_("Für diese Rechtsform fehlt die Registernummer."))
    if application.sells and not application.vat_id and not application.tax_number:
        found.append(_("Weder USt-IdNr. noch Steuernummer sind angegeben."))
    if application.small_business and application.lists_are == Application.PriceKind.GROSS:
        found.append(_("Kleinunternehmer weisen keine Umsatzsteuer aus; die Listen sind als brutto angegeben."))
    return found
