"""What a supplier types about customers and agreed prices."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from catalog.forms import AmountField, read_steps
from catalog.models import Listing, PriceList

DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class Days(forms.Form):
    """From day to day, both included; a blank end is open."""

    valid_from = forms.DateField(label=_("gültig ab"), required=False, widget=DAY)
    valid_to = forms.DateField(label=_("gültig bis"), required=False, widget=DAY)

    def clean(self):
        data = super().clean()
        first, last = data.get("valid_from"), data.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("Das Ende liegt vor dem Anfang."))
        return data


class PriceListForm(forms.Form):
    name = forms.CharField(
        label=_("Name der Preisliste"), max_length=120, help_text=_("Zum Beispiel: Kantinen 2027. Nur Sie sehen ihn.")
    )


class PriceLineForm(Days):
    """One agreed price, found by the article's number."""

    article_number = forms.CharField(label=_("Artikelnummer"), max_length=80)
    price = AmountField(label=_("Preis, netto"), max_digits=12, decimal_places=4, min_value=0)
    steps = forms.CharField(
        label=_("Staffelpreise"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Eine Stufe je Zeile, zum Beispiel: 10 = 3,20"),
    )

    field_order = ["article_number", "price", "steps"]

    def __init__(self, *args, supplier, **kwargs):
        super().__init__(*args, **kwargs)
        self.supplier = supplier

    def clean_article_number(self):
        number = self.cleaned_data["article_number"].strip()
        listing = Listing.objects.filter(supplier=self.supplier, article_number__iexact=number).first()
        if listing is None:
            raise ValidationError(_("Einen Artikel %(number)s haben Sie nicht."), params={"number": number})
        self.cleaned_data["listing"] = listing
        return number

    def clean_steps(self):
        return read_steps(self.cleaned_data["steps"])


class AgreementForm(Days):
    """Which list holds for a customer, and when."""

    price_list = forms.ModelChoiceField(
        label=_("Preisliste"), queryset=PriceList.objects.none(), to_field_name="reference"
    )

    field_order = ["price_list"]

    def __init__(self, *args, supplier, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["price_list"].queryset = PriceList.objects.filter(supplier=supplier)
