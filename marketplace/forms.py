"""How `{{ form }}` looks: KERN's fields, hints and faults tied to them, a summary of faults that takes the focus."""

from django.forms.renderers import TemplatesSetting


class KernRenderer(TemplatesSetting):
    """Draws forms, formsets and fields from templates/forms/; widgets stay Django's own."""

    form_template_name = "forms/form.html"
    formset_template_name = "forms/formset.html"
    field_template_name = "forms/field.html"
