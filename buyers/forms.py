from django import forms
from django.utils.translation import gettext_lazy as _

from buyers.models import CustomerInvitation, Relationship


class RequestForm(forms.Form):
    """A buyer's words to a supplier who does not know him yet."""

    message = forms.CharField(
        label=_("Nachricht"),
        help_text=_("Was Sie brauchen, wie oft, und ob Sie schon Kunde sind."),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class TermsForm(forms.ModelForm):
    """What a supplier notes about a customer."""

    class Meta:
        model = Relationship
        fields = ["customer_number", "payment_days"]


class InvitationForm(forms.ModelForm):
    class Meta:
        model = CustomerInvitation
        fields = ["email", "company", "customer_number", "payment_days"]
