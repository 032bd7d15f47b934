"""What a supplier sends and says about pictures."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.references import new_reference


class ZipForm(forms.Form):
    """A zip of pictures; `key` makes a second click on the same form the same zip, see catalog.uploads."""

    file = forms.FileField(
        label=_("Zip mit Bildern"),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
        help_text=_("Jedes Bild heißt wie die Artikelnummer. Ordner stören nicht."),
        error_messages={"required": _("Bitte wählen Sie ein Zip aus.")},
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=new_reference, required=False)

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.PICTURE_ZIP_MAX_BYTES:
            limit = settings.PICTURE_ZIP_MAX_BYTES // 2**20
            raise forms.ValidationError(
                _("Das Zip ist größer als %(limit)s MB. Bitte teilen Sie es."), params={"limit": limit}
            )
        return file


def answers(posted, prefix: str) -> dict[int, str]:
    """{key: text} of the fields called prefix-key; keys that are no numbers were not on the page."""
    fields = ((name.removeprefix(prefix), value) for name, value in posted.items() if name.startswith(prefix))
    return {int(key): value for key, value in fields if key.isascii() and key.isdigit()}
