"""What case workers choose and write."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Organisation
from applications.models import Application


class AnswerForm(forms.Form):
    """A message that goes to the company as it stands."""

    answer = forms.CharField(label=_("Ihre Nachricht"), max_length=4000, widget=forms.Textarea({"rows": 5}))


class OwnerForm(forms.Form):
    email = forms.EmailField(label=_("E-Mail-Adresse"), widget=forms.EmailInput({"autocomplete": "off"}))


class QueueForm(forms.Form):
    status = forms.ChoiceField(
        label=_("Stand"),
        required=False,
        choices=[
            ("", _("wartet auf das Amt")),
            (Application.Status.SENT_BACK, _("zurückgegeben")),
            (Application.Status.REFUSED, _("abgelehnt")),
            (Application.Status.ADMITTED, _("aufgenommen")),
        ],
    )
    q = forms.CharField(label=_("Name, Ort oder Nummer"), required=False)

    def narrow(self, applications):
        if not self.is_valid():
            return applications.waiting()
        text, status = self.cleaned_data["q"].strip(), self.cleaned_data["status"]
        if text:
            found = Q(name__icontains=text) | Q(town__icontains=text) | Q(reference__iexact=text)
            applications = applications.filter(found)
        return applications.filter(status=status).newest_first() if status else applications.waiting()


class CompaniesForm(forms.Form):
    SIDES = [("", _("alle")), ("supplier", _("verkauft")), ("buyer", _("kauft ein"))]

    q = forms.CharField(label=_("Name, Ort oder Nummer"), required=False)
    side = forms.ChoiceField(label=_("Was"), required=False, choices=SIDES)
    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", _("alle")), *Organisation.Status.choices]
    )

    def narrow(self, companies):
        if not self.is_valid():
            return companies
        text, side, status = (self.cleaned_data[name].strip() for name in ("q", "side", "status"))
        if text:
            numbers = Q(reference__iexact=text) | Q(vat_id__iexact=text) | Q(register_number__iexact=text)
            places = Q(addresses__town__icontains=text) | Q(addresses__postcode__startswith=text)
            named = Organisation.objects.filter(Q(name__icontains=text) | numbers | places)
            companies = companies.filter(pk__in=named.values("pk"))
        if side:
            companies = companies.filter(**{f"{side}__isnull": False})
        return companies.filter(status=status) if status else companies
