"""What a supplier uploads and answers in an import."""

from collections.abc import Container

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from accounts.references import new_reference
from catalog.imports.review import pending
from catalog.units import UNITS
from catalog.vat import RATES

ACCEPTED = ".xlsx,.xlsm,.xlsb,.xls,.ods,.csv,.tsv,.txt"


class UploadForm(forms.Form):
    """A file or pasted cells; `key` makes a second click on the same form the same upload, see catalog.uploads."""

    use_required_attribute = False  # either of the two will do

    file = forms.FileField(
        label=_("Ihre Liste"),
        allow_empty_file=True,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        help_text=_("Excel, OpenDocument oder CSV, so wie sie ist. Briefkopf und Fußnoten stören nicht."),
        error_messages={"required": _("Bitte wählen Sie eine Datei oder fügen Sie Zellen ein.")},
    )
    cells = forms.CharField(
        label=_("Oder Zellen hier einfügen"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        help_text=_("In der Tabelle markieren und kopieren, mit der Kopfzeile."),
    )
    whole_range = forms.BooleanField(
        label=_("Das ist mein ganzes Sortiment"),
        required=False,
        help_text=_("Was in der Liste fehlt, geht offline. Sonst bleibt es, wie es ist."),
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=new_reference, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.data.get("cells", "").strip():
            self.fields["file"].required = False

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > settings.UPLOAD_MAX_BYTES:
            limit = settings.UPLOAD_MAX_BYTES // 2**20
            raise forms.ValidationError(_("Die Datei ist größer als %(limit)s MB.") % {"limit": limit})
        return file

    @property
    def content(self) -> dict:
        """Bytes, a name for them, and whether they were pasted: what service.start_import wants."""
        file = self.cleaned_data["file"]
        if file:
            return {"data": file.read(), "filename": file.name}
        return {"data": self.cleaned_data["cells"].encode(), "filename": str(_("Eingefügte Zellen")), "pasted": True}


class StatementForm(forms.Form):
    """The one answer about all prices of a file."""

    prices = forms.ChoiceField(choices=[("net", _("netto")), ("gross", _("brutto"))], required=False)
    vat = forms.ChoiceField(choices=[(str(rate), str(rate)) for rate in RATES], required=False)


class Numbers(forms.TypedMultipleChoiceField):
    """Numbers of rows that the page offered; whether they exist is the queryset's business."""

    def valid_value(self, value):
        return str(value).isdigit()


ACTIONS = ("take", "accept", "set", "leave", "restore", "unit", "vat", "answer")


class DecisionForm(forms.Form):
    """One answer for chosen rows or for all alike."""

    action = forms.ChoiceField(choices=[(name, name) for name in ACTIONS])
    number = Numbers(coerce=int, required=False)
    rule = forms.CharField(required=False, max_length=40)
    value = forms.CharField(required=False, strip=False)
    text = forms.CharField(required=False, max_length=200)

    def clean(self):
        data = super().clean()
        if not data.get("number") and not data.get("rule"):
            self.add_error("number", _("Bitte wählen Sie zuerst Zeilen aus."))
        elif data.get("action") in ("set", *self.answers) and not data.get("text", "").strip():
            self.add_error("text", _("Bitte geben Sie einen Wert ein."))
        elif data.get("action") in self.answers and data["text"] not in self.answers[data["action"]]:
            self.add_error("text", _("Diese Antwort gibt es nicht."))
        return data

    @property
    def answers(self) -> dict[str, Container[str]]:
        """What may be said where there is a choice."""
        return {"answer": dict(pending.CHOICES.get(self.data.get("rule", ""), ())), "unit": UNITS, "vat": pending.RATES}


class PriceListUpload(UploadForm):
    """A file with prices for one customer or group."""

    whole_range = None
    prices = forms.ChoiceField(
        label=_("Preise in der Datei"),
        choices=[("", _("wie angegeben")), ("net", _("netto")), ("gross", _("brutto"))],
        required=False,
    )

    def __init__(self, *args, lists_are: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["prices"]
        if word := dict(field.choices).get(lists_are):
            field.choices = [("", _("wie angegeben (%(word)s)") % {"word": word}), *field.choices[1:]]
