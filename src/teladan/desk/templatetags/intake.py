"""Helpers for the page of a proposal: `{% load intake %}`."""

from typing import Any

from django import template
from django.utils.functional import Promise

from teladan.desk.intake.names import LABELS
from teladan.desk.intake.passages import Passage

register = template.Library()


@register.inclusion_tag("desk/intake/proposed.html", takes_context=True)
def proposed(context: dict[str, Any], name: str, *fields: str) -> dict[str, Any]:
    """Use as `{% proposed "term" "years" "months" "days" %}`: the fields of a value, with the words it came from."""
    form = context["form"]
    wanted = [each for each in context["passages"] if each.key.partition("-")[0] == name]
    return {
        "name": name,
        "title": LABELS[name],
        "label": "" if str(form[fields[0]].label) == str(LABELS[name]) else LABELS[name],
        "fields": [form[field] for field in fields],
        "single": len(fields) == 1,
        "links": _numbered(wanted),
        "unsure": name in form.unsure and context["waiting"],
    }


@register.inclusion_tag("desk/intake/order.html", takes_context=True)
def detention_order(context: dict[str, Any], number: int) -> dict[str, Any]:
    """One detention order of the form, with the words it came from."""
    form, sure = context["form"], len(context["proposal"].proposal.get("detention", ()))
    key = f"detention-{number}" if number < sure else f"detention_unsure-{number - sure}"
    return {
        "number": number + 1,
        "fields": [form[f"order-{number}-{part}"] for part in ("authority", "start", "end")],
        "place": form[f"order-{number}-place"],
        "known": number < form.known,
        "drop": form[f"order-{number}-drop"],
        "links": [(each, "") for each in context["passages"] if each.key == key],
        "unsure": sure <= number < form.known and context["waiting"],
    }


def _numbered(found: list[Passage]) -> list[tuple[Passage, str | Promise | int]]:
    """Return each passage with a number when there are several."""
    return [(each, number if len(found) > 1 else "") for number, each in enumerate(found, 1)]
