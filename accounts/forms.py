"""What people and owners type about themselves and their organisation."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts import identifiers
from accounts.formfields import PhoneField, WebsiteField
from accounts.models import Address, Organisation, User
from accounts.rights import ROLES
from accounts.services import roles_for


class SignupForm(forms.Form):
    """What allauth asks besides e-mail address and password; allauth calls `signup` with the new person."""

    first_name = forms.CharField(
        label=_("Vorname"), max_length=150, widget=forms.TextInput({"autocomplete": "given-name"})
    )
    last_name = forms.CharField(
        label=_("Nachname"), max_length=150, widget=forms.TextInput({"autocomplete": "family-name"})
    )
    field_order = ["first_name", "last_name", "email", "password1", "password2"]

    def signup(self, request, user):
        user.phone = ""


class ProfileForm(forms.ModelForm):
    phone = PhoneField(label=_("Telefon"), required=False)
    language = forms.ChoiceField(
        label=_("Sprache"), choices=settings.LANGUAGES, help_text=_("In dieser Sprache schreiben wir Ihnen.")
    )

    class Meta:
        model = User
        fields = ["first_name", "last_name", "phone", "language"]
        labels = {"first_name": _("Vorname"), "last_name": _("Nachname")}


class OrganisationForm(forms.ModelForm):
    """Company data that an owner may change himself; a number in use at another company is refused."""

    phone = PhoneField(label=_("Telefon"), required=False)
    website = WebsiteField(label=_("Internetseite"), required=False)

    class Meta:
        model = Organisation
        fields = ["name", "legal_form", "vat_id", "tax_number", "register_number", "email", "phone", "website"]

    def clean_vat_id(self):
        return self._unused("vat_id", identifiers.vat_id)

    def clean_tax_number(self):
        return self._unused("tax_number", identifiers.tax_number)

    def clean_register_number(self):
        return self._unused("register_number", identifiers.register_number)

    def _unused(self, field, read):
        value = read(self.cleaned_data[field])
        if value and Organisation.objects.filter(**{field: value}).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Diese Nummer ist schon vergeben. Bitte wenden Sie sich an das Amt."))
        return value


class AddressForm(forms.ModelForm):
    """A German address; its coordinates are looked up by whoever knows the places."""

    class Meta:
        model = Address
        fields = ["label", "street", "number", "postcode", "town", "is_main", "is_delivery"]
        widgets = {"number": forms.TextInput({"class": "is-short"}), "postcode": forms.TextInput({"class": "is-short"})}
        help_texts = {"label": _("Zum Beispiel: Küche Nord, Tor 2")}

    def clean_postcode(self):
        postcode = self.cleaned_data["postcode"].strip()
        if len(postcode) != 5 or not postcode.isdigit():
            raise ValidationError(_("Eine Postleitzahl hat fünf Ziffern."))
        return postcode


class RolesForm(forms.Form):
    """The roles that fit the organisation's sides."""

    roles = forms.MultipleChoiceField(label=_("Rollen"), widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, organisation: Organisation, **kwargs):
        super().__init__(*args, **kwargs)
        fitting = set(roles_for(organisation))
        self.fields["roles"].choices = [(role, label) for role, label in ROLES if role in fitting]


class InvitationForm(RolesForm):
    email = forms.EmailField(label=_("E-Mail-Adresse"), widget=forms.EmailInput({"autocomplete": "off"}))
    field_order = ["email", "roles"]
