"""Form fields that several apps ask people for."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


def needed_when(form: forms.BaseForm, **words) -> None:
    """Say beside fields that `clean` may ask for when that is, where they would else be called voluntary."""
    for name, when in words.items():
        form.fields[name].needed_when = when


class WebsiteField(forms.URLField):
    """An address on the web as people write it, `www.example.de`, which a browser's own check would refuse."""

    widget = forms.TextInput({"inputmode": "url", "autocomplete": "url"})

    def __init__(self, **options):
        super().__init__(assume_scheme="https", **options)


class PhoneField(forms.CharField):
    """A telephone number as people write it; only that it can be dialled is checked."""

    widget = forms.TextInput({"type": "tel", "autocomplete": "tel"})

    def clean(self, value):
        text = super().clean(value).strip()
        if text and (len(re.sub(r"\D", "", text)) < 5 or re.search(r"[^\d\s()/+.\-]", text)):
            raise ValidationError(_("Bitte eine Telefonnummer aus Ziffern angeben."))
        return text
