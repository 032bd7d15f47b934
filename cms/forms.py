from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from modelcluster.forms import BaseChildFormSet, childformset_factory
from wagtail.images import get_image_model

from cms.models import ShopCertificate, ShopPage, ShopPicture


class ShopPageForm(forms.ModelForm):
    """The producer's words."""

    class Meta:
        model = ShopPage
        fields = ["makes", "story"]
        widgets = {"makes": forms.Textarea(attrs={"rows": 3}), "story": forms.Textarea(attrs={"rows": 8})}
        help_texts = {
            "makes": _("Ein bis zwei Sätze für Menschen, die Sie noch nicht kennen."),
            "story": _("Wer Sie sind und wie Sie arbeiten. Eine Leerzeile trennt Absätze."),
        }


class PictureForm(forms.ModelForm):
    """One picture of the shop page: a new file, or the words for the one that is there."""

    file = forms.ImageField(label=_("Bild"), required=False, help_text=_("JPEG, PNG oder WebP."))

    class Meta:
        model = ShopPicture
        fields = ["alt"]
        help_texts = {"alt": _("Für Menschen, die das Bild nicht sehen.")}

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file and file.size > settings.PICTURE_MAX_BYTES:
            limit = settings.PICTURE_MAX_BYTES // 2**20
            raise forms.ValidationError(
                _("Das Bild ist größer als %(limit)s MB. Bitte verkleinern Sie es."), params={"limit": limit}
            )
        return file

    def clean(self):
        if not self.instance.pk and self.has_changed() and not self.cleaned_data.get("file"):
            self.add_error("file", _("Bitte wählen Sie ein Bild."))
        return self.cleaned_data

    def save(self, commit=True):
        if file := self.cleaned_data.get("file"):
            title = self.cleaned_data["alt"][:255]
            self.instance.image = get_image_model().objects.create(title=title, file=file)
        return super().save(commit)


class CertificateForm(forms.ModelForm):
    class Meta:
        model = ShopCertificate
        fields = ["name", "number", "valid_to"]
        widgets = {"valid_to": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class Rows(BaseChildFormSet):
    """Rows that people put in order; "Order" alone would be read as a purchase."""

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["ORDER"].label = _("Reihenfolge")


PARTS = {"formset": Rows, "extra": 1, "can_delete": True}
Pictures = childformset_factory(ShopPage, ShopPicture, form=PictureForm, max_num=6, **PARTS)
Certificates = childformset_factory(ShopPage, ShopCertificate, form=CertificateForm, max_num=8, **PARTS)
