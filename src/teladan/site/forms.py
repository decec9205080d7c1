"""How every form of the site looks: GOV.UK's tested markup, given once."""

from django.forms.renderers import TemplatesSetting


class Renderer(TemplatesSetting):
    """`{{ form }}` and `{{ form.name.as_field_group }}` in the house's look."""

    form_template_name = "site/form.html"
    field_template_name = "site/field.html"
