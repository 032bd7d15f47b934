"""The few steps of an application, in order; which of them apply, and which are still open."""

from dataclasses import dataclass

from django.forms import Form
from django.forms.models import model_to_dict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from applications import forms
from applications.models import Application
from applications.terms import TERMS_VERSION


@dataclass(frozen=True)
class Step:
    """`name` is the word in the path."""

    name: str
    title: str
    form: type[Form]

    def is_complete(self, application: Application) -> bool:
        if self.form is forms.DeclarationForm:
            return application.is_trader and application.terms_version == TERMS_VERSION
        return self.form(model_to_dict(application), instance=_copy(application)).is_valid()


COMPANY = Step("betrieb", pgettext_lazy("Unternehmen", "Betrieb"), forms.CompanyForm)
PLACE = Step("anschrift", _("Anschrift"), forms.PlaceForm)
PRICES = Step("preise", _("Preise"), forms.PricesForm)
DECLARATION = Step("absenden", _("Prüfen und absenden"), forms.DeclarationForm)


def steps_of(application: Application) -> list[Step]:
    """Three for who buys only, four for who sells (and as long as nobody said)."""
    buys_only = application.buys and not application.sells
    return [COMPANY, PLACE, DECLARATION] if buys_only else [COMPANY, PLACE, PRICES, DECLARATION]


def missing_steps(application: Application) -> list[Step]:
    return [step for step in steps_of(application) if not step.is_complete(application)]


def next_step(application: Application) -> Step:
    """Where the applicant goes on: the first step with something missing, at last the declaration."""
    return next(iter(missing_steps(application)), DECLARATION)


def _copy(application):
    """A form writes what it read into its instance; asking must change nothing."""
    values = {field.attname: getattr(application, field.attname) for field in application._meta.concrete_fields}
    return Application(**values)
