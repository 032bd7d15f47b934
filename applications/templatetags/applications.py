"""An application as people read it."""

from django import template
from django.forms.models import ModelForm
from django.utils.translation import gettext as _

from applications.steps import steps_of

register = template.Library()


@register.filter
def parts(application) -> list[dict]:
    """The answers by step: [{step, facts: [(label, value)]}], without the declaration."""
    kept = [step for step in steps_of(application) if issubclass(step.form, ModelForm)]
    return [
        {"step": step, "facts": [_fact(application, step, name) for name in step.form._meta.fields]} for step in kept
    ]


def _fact(application, step, name):
    field = application._meta.get_field(name)
    label = (getattr(step.form.Meta, "labels", {})).get(name, field.verbose_name)
    value = getattr(application, name)
    if field.choices:
        value = getattr(application, f"get_{name}_display")()
    elif isinstance(value, bool):
        value = _("ja") if value else _("nein")
    elif name == "usual_vat" and value is not None:
        value = f"{value.normalize():f} %"
    return label, value
