"""What a service refuses, shown at the field it is about."""

from collections.abc import Mapping

from django.forms import Form

from teladan.people.errors import Refused

NOTHING: Mapping[str, str] = {}


def show(form: Form, refused: Refused, names: Mapping[str, str] = NOTHING) -> None:
    """Add each problem to the form: at its field (`names` renames), else above all fields."""
    for wrong in refused.problems:
        name = names.get(wrong.field, wrong.field)
        form.add_error(name if name in form.fields else None, wrong.text)
