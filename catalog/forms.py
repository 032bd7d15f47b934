"""What a supplier types about an article. Prices may be typed net or gross, as he thinks; we keep net."""

import re
from decimal import Decimal

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum import ean
from stdnum.exceptions import ValidationError as NumberError

from accounts.sorting import german_sort_key
from catalog import units, vat
from catalog.models import Category, Listing
from catalog.money import net_of, steps_as_kept
from catalog.pictures import NotAPicture, keep_picture
from catalog.unit_words import UNITS, unit_word

STEP_ROWS = 5
PRICE_QUANTITIES = [(1, "1"), (10, "10"), (100, "100"), (1000, "1000")]
VAT_RATES = [(str(rate), f"{rate.normalize():f} %") for rate in vat.RATES]
STEP = re.compile(r"(?:ab ?)?([0-9]{1,8}(?:[.,][0-9]{1,3})?) ?= ?([0-9]{1,8}(?:[.,][0-9]{1,4})?) ?€?")
INDENT = "\u2003"


class AmountField(forms.DecimalField):
    """A number as Germans and English write it: 1.234,50 or 1234.50."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "is-short"})

    def to_python(self, value):
        text = str(value or "").strip().removesuffix("€").strip()
        if "," in text:
            text = text.replace(".", "").replace(",", ".")
        return super().to_python(text)

    def prepare_value(self, value):
        return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else value


USUAL_UNITS = ("H87", "KGM", "XPK", "LTR", "XBO", "XBX", "XCT")


def unit_choices(*used: str) -> list[tuple[str, str]]:
    """Units by name: the usual ones, those of the region, the rest.

    Of two with one name there is the one that lists mean by it, or the one that is `used` already.
    """
    parts = [USUAL_UNITS, [code for code in UNITS if code not in USUAL_UNITS]]
    named = [[(code, str(unit_word(code))) for code in part] for part in parts]
    named.append([(code, unit.name) for code, unit in units.UNITS.items() if code not in UNITS])
    ordered = named[0] + [one for part in named[1:] for one in sorted(part, key=lambda one: german_sort_key(one[1]))]
    found: dict[str, str] = {}
    for code, word in ordered:
        means = units.unit_of(word)
        if code in used or word not in found or means and means.code == code and found[word] not in used:
            found[word] = code
    return [(code, word) for word, code in found.items()]


def category_choices() -> list[tuple[str, str]]:
    rows = Category.objects.select_related("category").order_by("category__path")
    return [("", _("noch keine")), *((row.code, INDENT * (row.category.depth - 1) + row.name) for row in rows)]


class ListingForm(forms.ModelForm):
    """One article; `name`, `description`, `category` and `picture` go into Oscar's tables by `save_listing`."""

    name = forms.CharField(label=_("Bezeichnung"), max_length=255)
    description = forms.CharField(label=_("Beschreibung"), required=False, widget=forms.Textarea(attrs={"rows": 4}))
    name_en = forms.CharField(label=_("Bezeichnung, englisch"), max_length=255, required=False)
    description_en = forms.CharField(
        label=_("Beschreibung, englisch"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )
    article_number = forms.CharField(
        label=_("Artikelnummer"), max_length=80, required=False, help_text=_("Leer lassen, wenn Sie keine haben.")
    )
    category = forms.ChoiceField(label=_("Kategorie"), required=False)
    unit = forms.ChoiceField(label=_("Bestelleinheit"))
    content = AmountField(
        label=_("Inhalt"), required=False, max_digits=12, decimal_places=3, min_value=Decimal("0.001")
    )
    content_unit = forms.ChoiceField(label=_("Inhaltseinheit"), required=False)
    price = AmountField(
        label=_("Preis"),
        required=False,
        max_digits=12,
        decimal_places=4,
        min_value=Decimal(0),
        help_text=_("Leer lassen heißt: Preis auf Anfrage."),
    )
    price_is = forms.ChoiceField(
        label=_("Dieser Preis ist"), choices=[("net", _("netto")), ("gross", _("brutto"))], widget=forms.RadioSelect
    )
    price_quantity = forms.TypedChoiceField(label=_("Preis gilt für"), choices=PRICE_QUANTITIES, coerce=int)
    vat_rate = forms.TypedChoiceField(label=_("Steuersatz"), choices=VAT_RATES, coerce=Decimal)
    steps = forms.CharField(
        label=_("Staffelpreise"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Eine Stufe je Zeile, zum Beispiel: 10 = 3,20"),
    )
    minimum = AmountField(label=_("Mindestmenge"), max_digits=12, decimal_places=3, min_value=Decimal("0.001"))
    interval = AmountField(label=_("Mengenschritt"), max_digits=12, decimal_places=3, min_value=Decimal("0.001"))
    stock = AmountField(label=_("Vorrat"), required=False, max_digits=12, decimal_places=3, min_value=Decimal(0))
    deposit = forms.CharField(
        label=_("Pfand: Artikelnummer"), required=False, help_text=_("Der Pfandartikel aus Ihrem Sortiment.")
    )
    picture = forms.ImageField(
        label=_("Neues erstes Bild"),
        required=False,
        help_text=_("JPEG, PNG oder WebP. Es ersetzt das bisherige erste."),
    )
    alt = forms.CharField(label=_("Was ist auf dem neuen Bild?"), max_length=200, required=False)

    class Meta:
        model = Listing
        fields = [
            "article_number",
            "gtin",
            "unit",
            "content",
            "content_unit",
            "minimum",
            "interval",
            "price",
            "price_quantity",
            "vat_rate",
            "steps",
            "stock_mode",
            "stock",
            "deposit_count",
            "online",
            "origin",
        ]
        labels = {"deposit_count": _("Pfand: Anzahl je Bestelleinheit"), "gtin": _("Strichcode (EAN/GTIN)")}

    def __init__(self, *args, supplier, **kwargs):
        super().__init__(*args, **kwargs)
        self.supplier = supplier
        self.fields["category"].choices = category_choices()
        self.fields["unit"].choices = unit_choices(self.instance.unit)
        self.fields["content_unit"].choices = [("", "–"), *unit_choices(self.instance.content_unit)]
        self.initial |= self._first_values()

    def _first_values(self) -> dict:
        listing = self.instance
        gross = listing.gross_price is not None if listing.pk else self.supplier.lists_are == "gross"
        first = {
            "price_is": "gross" if gross else "net",
            "price": listing.gross_price if listing.gross_price is not None else listing.price,
            "steps": "\n".join(f"{quantity} = {price}".replace(".", ",") for quantity, price in listing.steps),
            "vat_rate": str(listing.vat_rate if listing.pk else self.supplier.usual_vat or vat.STANDARD),
        }
        return first | self._product_values() if listing.pk else first

    def _product_values(self) -> dict:
        listing, product = self.instance, self.instance.product
        category = product.categories.select_related("ours").first()
        return {
            "name": product.title,
            "description": product.description,
            "name_en": listing.texts.get("name", ""),
            "description_en": listing.texts.get("description", ""),
            "category": category.ours.code if category else "",
            "deposit": listing.deposit.article_number if listing.deposit else "",
        }

    def clean_article_number(self):
        number = self.cleaned_data["article_number"].strip()
        others = Listing.objects.filter(supplier=self.supplier, article_number__iexact=number).exclude(
            pk=self.instance.pk
        )
        if number and (other := others.select_related("product").first()):
            message = _("Die Nummer %(number)s hat schon: %(name)s.")
            raise ValidationError(message, params={"number": number, "name": other.name})
        return number

    def clean_gtin(self):
        gtin = self.cleaned_data["gtin"].replace(" ", "")
        try:
            return ean.validate(gtin) if gtin else ""
        except NumberError as error:
            raise ValidationError(_("Die Prüfziffer stimmt nicht. Bitte Zahlendreher prüfen.")) from error

    def clean_steps(self):
        return read_steps(self.cleaned_data["steps"])

    def clean_category(self):
        code = self.cleaned_data["category"]
        return Category.objects.select_related("category").get(code=code) if code else None

    def clean_deposit(self):
        number = self.cleaned_data["deposit"].strip()
        if not number:
            return None
        deposit = Listing.objects.filter(supplier=self.supplier, article_number__iexact=number).first()
        if deposit is None or deposit.pk == self.instance.pk:
            raise ValidationError(_("Einen Artikel %(number)s haben Sie nicht."), params={"number": number})
        return deposit

    def clean_picture(self):
        file = self.cleaned_data["picture"]
        if not file or not hasattr(file, "read"):
            return ""
        try:
            file.seek(0)
            return keep_picture(file.read())
        except NotAPicture as error:
            message = _("Dieses Bild können wir nicht lesen. Bitte JPEG, PNG oder WebP, höchstens %(limit)s MB.")
            raise ValidationError(message, params={"limit": settings.PICTURE_MAX_BYTES // 2**20}) from error

    def clean(self):
        data = super().clean()
        if data.get("content") and not data.get("content_unit"):
            self.add_error("content_unit", _("Bitte wählen Sie, worin der Inhalt gemessen ist."))
        if data.get("stock_mode") == Listing.StockMode.COUNTED and data.get("stock") is None:
            self.add_error("stock", _("Bitte nennen Sie den Vorrat oder wählen Sie eine andere Art."))
        return data

    def _post_clean(self):
        """Net and gross are settled before the model looks at the price."""
        self._settle_price()
        super()._post_clean()

    def _settle_price(self):
        data, listing = self.cleaned_data, self.instance
        listing.deposit = data.get("deposit")
        listing.supplier = self.supplier
        listing.texts = {key: data[f"{key}_en"] for key in ("name", "description") if data.get(f"{key}_en")}
        if "vat_rate" in data:
            listing.vat_category = vat.category_of(data["vat_rate"], small_business=self.supplier.small_business)
        listing.gross_price = None
        if data.get("price") is not None and data.get("price_is") == "gross" and "vat_rate" in data:
            listing.gross_price = data["price"]
            data["price"] = net_of(data["price"], data["vat_rate"])
            data["steps"] = [(quantity, net_of(price, data["vat_rate"])) for quantity, price in data.get("steps", [])]
        data["steps"] = steps_as_kept(data.get("steps", []))
        if not data.get("article_number") and "article_number" in data:
            data["article_number"], listing.number_is_ours = listing.article_number or listing.reference, True


def read_steps(text: str) -> list[tuple[Decimal, Decimal]]:
    """One step a line, by quantity; raises ValidationError."""
    steps = [read_step(line) for line in text.splitlines() if line.strip()]
    if len({quantity for quantity, _price in steps}) < len(steps):
        raise ValidationError(_("Eine Menge steht zweimal da. Bitte jede Stufe nur einmal nennen."))
    return sorted(steps)


def read_step(line: str) -> tuple[Decimal, Decimal]:
    """From a quantity on, a price: "10 = 3,20", as large and as fine as the catalogue keeps; raises ValidationError."""
    match = STEP.fullmatch(" ".join(line.split()))
    step = [Decimal(number.replace(",", ".")) for number in match.groups()] if match else [Decimal(0)]
    if step[0] <= 0:
        raise ValidationError(_("„%(line)s“ verstehen wir nicht. Bitte so: 10 = 3,20"), params={"line": line.strip()})
    return step[0], step[1]


class ListingFilter(forms.Form):
    """How the list of articles is narrowed and ordered."""

    q = forms.CharField(label=_("Nummer oder Name"), required=False)
    state = forms.ChoiceField(
        label=_("Zeigen"),
        required=False,
        choices=[
            ("", _("alle")),
            ("online", _("online")),
            ("offline", _("offline")),
            ("unpriced", _("ohne Preis")),
            ("uncategorised", _("ohne Kategorie")),
            ("unpictured", _("ohne Bild")),
            ("taken_back", _("aus zurückgenommenen Importen")),
        ],
    )
    order = forms.ChoiceField(
        label=_("Ordnen nach"),
        required=False,
        choices=[("", _("Name")), ("number", _("Nummer")), ("price", _("Preis")), ("changed", _("zuletzt geändert"))],
    )


class BulkForm(forms.Form):
    """What happens to the chosen articles."""

    action = forms.ChoiceField(
        choices=[
            ("online", _("online stellen")),
            ("offline", _("offline nehmen")),
            ("prices", _("Preise ändern um %")),
            ("stock", _("Vorrat setzen")),
        ]
    )
    value = AmountField(required=False, max_digits=12, decimal_places=3)

    def clean(self):
        data = super().clean()
        value = data.get("value")
        if data.get("action") == "prices" and (value is None or not -90 <= value <= 900):
            self.add_error("value", _("Bitte geben Sie Prozent an, zum Beispiel 3 oder -5."))
        if data.get("action") == "stock" and value is not None and value < 0:
            self.add_error("value", _("Ein Vorrat kann nicht unter null liegen."))
        return data
