"""Small helpers for templates of every face: `{% load house %}`."""

from django import forms, template
from django.forms import BoundField
from django.utils.safestring import SafeString

register = template.Library()

CLASSES: dict[type[forms.Widget], str] = {
    forms.Textarea: "govuk-textarea",
    forms.Select: "govuk-select",
    forms.FileInput: "govuk-file-upload",
    forms.widgets.Input: "govuk-input",
}


@register.filter
def kind(field: BoundField) -> str:
    """Return how a field is laid out: `choices`, `tick` or `line`."""
    widget = field.field.widget
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "choices"
    return "tick" if isinstance(widget, forms.CheckboxInput) else "line"


@register.filter
def is_radio(field: BoundField) -> bool:
    # Django derives the many-ticks widget from the radio one.
    widget = field.field.widget
    return isinstance(widget, forms.RadioSelect) and not isinstance(widget, forms.CheckboxSelectMultiple)


@register.filter
def control(field: BoundField) -> SafeString:
    """Render a field's widget with GOV.UK's class, kept beside any class the form gave."""
    widget = field.field.widget
    css = next((name for cls, name in CLASSES.items() if isinstance(widget, cls)), "")
    wrong = f"{css}--error" if field.errors and css else ""
    given = widget.attrs.get("class", "")
    return field.as_widget(attrs={"class": " ".join(filter(None, [css, wrong, given]))})
