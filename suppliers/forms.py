import re
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.formfields import needed_when
from suppliers.days import WEEKDAYS
from suppliers.models import Supplier

DELIVERY_VAT = [(Decimal("7.00"), "7\N{NO-BREAK SPACE}%"), (Decimal("19.00"), "19\N{NO-BREAK SPACE}%")]


class DeliveryForm(forms.ModelForm):
    """Where, when and from what sum a producer delivers, and what strangers see."""

    weekdays = forms.TypedMultipleChoiceField(
        label=_("Liefertage"),
        choices=WEEKDAYS,
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    postcodes = forms.CharField(
        label=_("Postleitzahlen"),
        required=False,
        help_text=_("Mit Komma oder Leerzeichen getrennt. Ein Anfang wie 041 steht für alle, die so beginnen."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    delivery_vat = forms.TypedChoiceField(
        label=_("USt auf Lieferkosten"),
        choices=DELIVERY_VAT,
        coerce=Decimal,
        help_text=_("Die Lieferung gehört zur Ware: Es gilt der Satz Ihrer Artikel."),
    )

    class Meta:
        model = Supplier
        fields = [
            "delivery_area",
            "radius_km",
            "postcodes",
            "weekdays",
            "cutoff_days",
            "cutoff_time",
            "minimum_order",
            "delivery_charge",
            "free_from",
            "delivery_vat",
            "pickup",
            "pickup_note",
            "claim",
            "claim_en",
            "shows_prices",
            "strangers_may_order",
            "represented_by",
            "imprint_note",
        ]
        widgets = {
            "delivery_area": forms.RadioSelect,
            "cutoff_time": forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
            "imprint_note": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "cutoff_days": _("0 heißt: am Liefertag selbst, 1 heißt: am Tag vorher."),
            "free_from": _("Leer lassen, wenn Sie immer Lieferkosten berechnen."),
            "claim": _("Steht in der Liste der Produzenten und oben auf Ihrer Seite."),
            "shows_prices": _("Sonst sehen nur Ihre Kunden Preise."),
            "strangers_may_order": _("Sonst fragt ein neuer Kunde erst bei Ihnen an."),
            "imprint_note": _(
                "Zum Beispiel Kammer, Aufsicht oder Öko-Kontrollstelle. Firma und Anschrift stehen schon da."
            ),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.small_business:  # § 19 UStG: no tax on anything
            del self.fields["delivery_vat"]
        needed_when(self, weekdays=_("wenn Sie liefern"), postcodes=_("beim Liefergebiet „Postleitzahlen“"))
        self.initial["postcodes"] = ", ".join(self.instance.postcodes)
        self.initial["weekdays"] = [str(day) for day in self.instance.weekdays]

    def clean_postcodes(self):
        parts = [part for part in re.split(r"[\s,;]+", self.cleaned_data["postcodes"]) if part]
        wrong = [part for part in parts if not re.fullmatch(r"\d{2,5}", part)]
        if wrong:
            message = _("%(wrong)s ist keine Postleitzahl. Bitte zwei bis fünf Ziffern eingeben.")
            raise forms.ValidationError(message, params={"wrong": ", ".join(wrong)})
        return sorted(set(parts))

    def clean(self):
        data = super().clean()
        area = data.get("delivery_area")
        if area == Supplier.Area.POSTCODES and not data.get("postcodes") and "postcodes" not in self.errors:
            self.add_error("postcodes", _("Bitte nennen Sie mindestens eine Postleitzahl."))
        if area != Supplier.Area.NONE and not data.get("weekdays"):
            self.add_error("weekdays", _("Bitte wählen Sie mindestens einen Liefertag."))
        if area == Supplier.Area.NONE and not data.get("pickup"):
            self.add_error("pickup", _("Ohne Lieferung muss Abholung möglich sein."))
        return data


class MakersFilter(forms.Form):
    """What the list of producers can be narrowed by."""

    q = forms.CharField(label=_("Name, Ort oder Ware"), required=False)
    day = forms.TypedChoiceField(
        label=_("Liefertag"), choices=[("", _("jeder Tag")), *WEEKDAYS], coerce=int, empty_value=None, required=False
    )
