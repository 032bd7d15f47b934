"""Tags and filters that every template has without loading them."""

from decimal import Decimal
from zlib import crc32

from django import template
from django.conf import settings
from django.db.models.fields import BLANK_CHOICE_DASH
from django.forms.boundfield import BoundWidget
from django.templatetags.static import static
from django.urls import translate_url
from django.utils.dates import WEEKDAYS, WEEKDAYS_ABBR
from django.utils.html import format_html
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from accounts.rights import ROLES
from catalog.unit_words import unit_word
from marketplace import formats

register = template.Library()

HUES = 12
FULL = 180  # px: height of the tallest column


def _unless_empty(write):
    return lambda value: "" if value is None or value == "" else write(value)


for name in ("euro", "number", "difference", "short_day", "day", "long_day", "clock", "moment", "cutoff"):
    register.filter(name, _unless_empty(getattr(formats, name)))


@register.filter
def quantity(value, unit=""):
    """6 kg, 20 Stück: a number and its unit (a UN/ECE code), which never part."""
    if value is None or value == "":
        return ""
    return f"{formats.number(value)}{formats.NBSP}{unit_word(unit, value)}" if unit else formats.number(value)


@register.filter
def unit(code, count=1):
    """A UN/ECE code in words: Kiste, Stück, kg."""
    return unit_word(code, count) if code else ""


@register.filter
def base_price(price):
    """What one kilogram or litre costs, from a `catalog.pricing.Price`: 1,90 €/kg; empty where nothing can be said."""
    listing = price.listing
    if not listing.content or not listing.content_unit or price.unit_price is None:
        return ""
    code, factor = BASES.get(listing.content_unit, (listing.content_unit, 1))
    each = (price.unit_price * factor / listing.content).quantize(CENT)
    return f"{formats.euro(each)}/{unit_word(code)}"


CENT = Decimal("0.01")
BASES = {"GRM": ("KGM", 1000), "MLT": ("LTR", 1000), "CLT": ("LTR", 100)}


@register.filter
def km(value):
    """Whole kilometres: 9 km."""
    return "" if value is None or value == "" else f"{round(value)}{formats.NBSP}km"


@register.filter
def percent(value):
    """7 %, 5,5 %"""
    return "" if value is None else f"{formats.number(value)}{formats.NBSP}%"


@register.simple_tag
def icon(name, size=""):
    """One of Lucide's icons from our sprite; always beside a word, so readers skip it. `size="small"` for 16 px."""
    classes = "lv-icon lv-icon--small" if size else "lv-icon"
    sprite = static("icons.svg")
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', classes, sprite, name)


@register.simple_tag
def hue(thing):
    """The class with the hue of a producer's mark, always the same for the same name: `lv-hue-7`."""
    return f"lv-hue-{crc32(str(thing).encode()) % HUES + 1}"


@register.simple_tag
def mark(thing, size=""):
    """A producer's mark: two letters on a hue of his own; `size="large"` on his page."""
    classes = f"lv-mark lv-mark--{size} {hue(thing)}" if size else f"lv-mark {hue(thing)}"
    return format_html('<span class="{}" aria-hidden="true">{}</span>', classes, formats.initials(str(thing)))


@register.simple_tag
def bar(value, most):
    """A bar as wide as `value` is of `most`; the number stands beside it."""
    share = 100 * float(value) / float(most) if most else 0
    return format_html('<svg width="{}%" aria-hidden="true"></svg>', f"{share:.1f}")


@register.simple_tag
def column(value, most):
    """A column as high as `value` is of `most`."""
    share = FULL * float(value) / float(most) if most else 0
    return format_html('<svg height="{}" aria-hidden="true"></svg>', round(share))


@register.filter
def role(code):
    """A role's name: Einkauf: Leitung."""
    return dict(ROLES).get(code, code)


@register.filter
def plain(value):
    """A number as form fields and <progress> want it: decimal point, no needless zeros."""
    return f"{Decimal(str(value)).normalize():f}" if value not in (None, "") else ""


@register.simple_tag
def week(days):
    """Weekdays (Monday 0) as six short names with a flag, and spoken as a list."""
    return {
        "short": [(WEEKDAYS_ABBR[number], number in days) for number in range(6)],
        "spoken": ", ".join(str(WEEKDAYS[number]) for number in sorted(days)),
    }


@register.simple_tag
def outcomes(counts):
    """The six outcomes of an import in their order with words and shares, and their sum written out."""
    parts = [{"name": name, "word": word, "count": counts.get(name, 0)} for name, word in OUTCOMES.items()]
    total = sum(part["count"] for part in parts)
    for part in parts:
        part["share"] = f"{100 * part['count'] / total:.2f}" if total else "0"
    added = " + ".join(formats.number(part["count"]) for part in parts)
    return {"parts": parts, "total": total, "sentence": f"{added} = {formats.number(total)}."}


OUTCOMES = {
    "created": _("neu"),
    "updated": _("geändert"),
    "unchanged": _("unverändert"),
    "held_back": _("zurückgehalten"),
    "refused": _("abgelehnt"),
    "skipped": _("übersprungen"),
}


@register.filter
def words(name):
    """A name in two parts, the last word apart: it stands bold in the logo."""
    first, _space, last = name.rpartition(" ")
    return [first, last]


@register.simple_tag
def page_path(slug):
    """Address of an editorial page in the language of this page: /impressum/ or /en/impressum/."""
    prefix = "/" if get_language() == settings.LANGUAGE_CODE else f"/{get_language()}/"
    return f"{prefix}{slug}/" if slug else prefix


@register.simple_tag(takes_context=True)
def other_language_url(context):
    """This page in the other language: an editorial page says its translation, all else keeps its path."""
    house = context["house"]
    page = context.get("page")
    if not hasattr(page, "get_translations"):
        return translate_url(house.path, house.other_language)
    translation = page.get_translations().live().filter(locale__language_code=house.other_language).first()
    return translation.get_url(house.request) if translation else translate_url("/", house.other_language)


@register.filter
def faults(form):
    """How many faults a form names: (fields with errors) + (errors of the whole form)."""
    return len(form.non_field_errors()) + sum(1 for field in form if field.errors)


@register.filter
def faults_heading(count):
    return ngettext(
        "Eine Angabe fehlt noch oder stimmt nicht",
        "%(count)d Angaben fehlen noch oder stimmen nicht",
        count,
    ) % {"count": count}


@register.simple_tag
def widget(field):
    """A form field's control with KERN's class for its kind; Django ties hint and fault to it."""
    kind = kind_of(field)
    _ask_to_choose(field)
    classes = [kind, f"{kind}--error" if field.errors else "", field.field.widget.attrs.get("class", "")]
    return field.as_widget(attrs={"class": " ".join(filter(None, classes))})


def _ask_to_choose(field) -> None:
    """Django's row of dashes for no choice yet, in words."""
    drawn = field.field.widget
    choices = list(drawn.choices) if getattr(drawn, "input_type", "") == "select" else []
    if choices and choices[0] == BLANK_CHOICE_DASH[0]:
        drawn.choices = [("", _("Bitte wählen")), *choices[1:]]


@register.simple_tag
def options(field):
    """The single choices of a group of radio buttons or boxes, each to be drawn with its own label."""
    kind = kind_of(field)
    attrs = field.build_widget_attrs({"class": f"{kind} {kind}--error" if field.errors else kind, "id": field.auto_id})
    drawn = field.field.widget.subwidgets(field.html_name, field.value(), attrs=attrs)
    return [BoundWidget(field.field.widget, option, field.form.renderer) for option in drawn]


KINDS = {
    "checkbox": "kern-form-check__checkbox",
    "radio": "kern-form-check__radio",
    "select": "kern-form-input__select",
}


def kind_of(field) -> str:
    return KINDS.get(getattr(field.field.widget, "input_type", ""), "kern-form-input__input")
