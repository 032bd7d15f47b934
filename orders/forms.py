from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.forms import AddressForm as CompanyAddressForm
from orders.models import SupplierOrder

PICKUP = "pickup"


class DeliveryForm(forms.Form):
    """What a slip's form sends: `when` is a day (2026-11-24), "pickup" or nothing for the next day."""

    when = forms.CharField(required=False)
    note = forms.CharField(required=False, max_length=300)

    def clean_when(self):
        text = self.cleaned_data["when"]
        try:
            return text if text in {"", PICKUP} else date.fromisoformat(text)
        except ValueError:
            raise forms.ValidationError(_("Das ist kein Tag.")) from None

    def wish(self) -> dict:
        when = self.cleaned_data["when"]
        return {
            "pickup": when == PICKUP,
            "day": when if isinstance(when, date) else None,
            "note": self.cleaned_data["note"],
        }


class AddressForm(CompanyAddressForm):
    """A new delivery address of the buying organisation, no more than the driver needs."""

    class Meta(CompanyAddressForm.Meta):
        fields = ["label", "street", "number", "postcode", "town"]


class MessageForm(forms.Form):
    text = forms.CharField(label=_("Nachricht"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class RefusalForm(forms.Form):
    reason = forms.CharField(
        label=_("Grund"),
        max_length=500,
        help_text=_("Der Kunde liest diesen Satz."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class OrdersFilter(forms.Form):
    """The list of received orders: words and status."""

    STATES = [("open", _("Offen")), *SupplierOrder.Status.choices, ("all", _("Alle"))]

    q = forms.CharField(required=False, max_length=80)
    status = forms.ChoiceField(required=False, choices=STATES)

    def narrowed(self, orders):
        if not self.is_valid():
            return orders.none()
        text, status = self.cleaned_data["q"].strip(), self.cleaned_data["status"] or "open"
        if text:
            orders = orders.matching(text)
        if status == "open":
            return orders.open()
        return orders if status == "all" else orders.filter(status=status)


class QuickOrderForm(forms.Form):
    """Article numbers with quantities, typed or pasted from a table, one article a line."""

    lines = forms.CharField(
        label=_("Artikelnummern und Mengen"),
        help_text=_("Eine Zeile je Artikel: Nummer, dann Menge. Aus einer Tabelle können Sie zwei Spalten einfügen."),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10, "class": "lv-code", "autocomplete": "off"}),
    )
