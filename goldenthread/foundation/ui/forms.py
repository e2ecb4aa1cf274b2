"""Every form is drawn with GOV.UK components: `{{ form }}`, or one field at a time with `as_field_group`."""

from django.forms.renderers import TemplatesSetting


class GovukRenderer(TemplatesSetting):
    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
