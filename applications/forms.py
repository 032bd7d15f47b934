"""What the applicant types, step by step; the same forms tell whether a kept draft is complete."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from accounts import identifiers
from accounts.formfields import PhoneField, WebsiteField, needed_when
from applications.checks import looks_like_partnership
from applications.models import Application, LegalForm
from suppliers.places import locate

VAT_RATES = [
    (Decimal("19.00"), _("19 %: Regelsatz")),
    (Decimal("7.00"), _("7 %: Lebensmittel, Bücher, Pflanzen")),
    (Decimal("0.00"), _("0 %: steuerfrei oder Kleinunternehmer")),
]


UNCONFIRMED = {"required": _("Bitte bestätigen Sie das.")}


class StepForm(forms.ModelForm):
    """One step; `required` names the fields that must be filled, other than in the model."""

    required: tuple[str, ...] = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in self.required:
            self.fields[name].required = True

    def save_what_is_right(self):
        """Keep the fields without a fault, so that a draft survives a step that is not complete yet."""
        names = [name for name in self.fields if name in self.cleaned_data and name in self._meta.fields]
        for name in names:
            setattr(self.instance, name, self.cleaned_data[name])
        self.instance.save(update_fields=names)


class CompanyForm(StepForm):
    required = ("name", "legal_form")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["legal_form"].choices = [("", _("Bitte wählen")), *LegalForm.choices]
        needed_when(
            self,
            vat_id=_("diese oder die Steuernummer, wenn Sie verkaufen"),
            tax_number=_("diese oder die USt-IdNr., wenn Sie verkaufen"),
            register_number=_("wenn Sie im Register stehen"),
        )

    class Meta:
        model = Application
        fields = ["sells", "buys", "name", "legal_form", "vat_id", "tax_number", "register_number"]
        labels = {"sells": _("Wir möchten verkaufen"), "buys": _("Wir möchten einkaufen")}
        help_texts = {
            "name": _("Wie im Register oder auf Ihren Rechnungen"),
            "vat_id": _("DE und neun Ziffern"),
            "register_number": _("Gericht, Register und Nummer, zum Beispiel: Amtsgericht Leipzig, HRB 12345"),
        }

    def clean_vat_id(self):
        return identifiers.vat_id(self.cleaned_data["vat_id"])

    def clean_tax_number(self):
        return identifiers.tax_number(self.cleaned_data["tax_number"])

    def clean_register_number(self):
        return identifiers.register_number(self.cleaned_data["register_number"])

    def clean(self):
        facts = super().clean()
        if not facts.get("sells") and not facts.get("buys"):
            self.add_error("sells", _("Bitte wählen Sie, ob Sie verkaufen, einkaufen oder beides möchten."))
        self._ask_for_register(facts)
        needs_tax = facts.get("sells") and not {"vat_id", "tax_number"} & set(self.errors)
        if needs_tax and not facts.get("vat_id") and not facts.get("tax_number"):
            self.add_error("vat_id", _("Wer verkauft, braucht eine USt-IdNr. oder eine Steuernummer."))
        return facts

    def _ask_for_register(self, facts):
        is_registered = facts.get("legal_form") in LegalForm.registered()
        if is_registered and not facts.get("register_number") and "register_number" not in self.errors:
            self.add_error("register_number", _("Diese Rechtsform steht im Register. Bitte die Nummer angeben."))

    @property
    def hint(self):
        """A question, no fault: the applicant may be right."""
        if looks_like_partnership(self.instance):
            return _("Der Name klingt nach mehreren Inhabern. Ist „Einzelunternehmen“ richtig?")
        return ""


class PlaceForm(StepForm):
    required = ("street", "number", "postcode", "town", "contact", "phone", "email")
    phone = PhoneField(label=_("Telefon"))
    website = WebsiteField(label=_("Internetseite"), required=False)

    class Meta:
        model = Application
        fields = ["street", "number", "postcode", "town", "contact", "phone", "email", "website"]
        widgets = {"number": forms.TextInput({"class": "is-short"}), "postcode": forms.TextInput({"class": "is-short"})}
        help_texts = {"contact": _("Vor- und Nachname; vertritt das Unternehmen")}

    def clean_postcode(self):
        postcode = self.cleaned_data["postcode"].strip()
        if locate(postcode) is None:
            raise ValidationError(_("Diese Postleitzahl kennen wir nicht. Sie hat fünf Ziffern."))
        return postcode


class PricesForm(StepForm):
    required = ("lists_are",)
    usual_vat = forms.TypedChoiceField(
        label=_("Üblicher Steuersatz"),
        choices=VAT_RATES,
        coerce=Decimal,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie den Satz, der für die meisten Ihrer Artikel gilt.")},
    )

    class Meta:
        model = Application
        fields = ["lists_are", "usual_vat", "small_business"]
        widgets = {"lists_are": forms.RadioSelect}
        help_texts = {"small_business": _("Ihre Rechnungen weisen keine Umsatzsteuer aus")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["lists_are"].choices = Application.PriceKind.choices
        self.fields["usual_vat"].required = not self.data.get("small_business")

    def clean(self):
        facts = super().clean()
        if facts.get("small_business"):
            facts["usual_vat"] = Decimal("0.00")
        return facts


class DeclarationForm(forms.Form):
    is_trader = forms.BooleanField(
        label=_("Wir handeln als Unternehmen oder öffentliche Einrichtung, nicht privat"), error_messages=UNCONFIRMED
    )
    accepts_terms = forms.BooleanField(label=_("Wir stimmen den Nutzungsbedingungen zu"), error_messages=UNCONFIRMED)
