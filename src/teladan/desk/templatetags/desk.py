"""Helpers for templates of the desk: `{% load desk %}`."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import template
from django.utils import formats

from teladan.desk import menu, words
from teladan.desk.roles import may as is_allowed
from teladan.faces.templatetags import faces

if TYPE_CHECKING:
    from django.http import HttpRequest

register = template.Library()
register.filters |= faces.register.filters

register.filter("office_name", words.office_name)
register.filter("step_name", words.step_name)
register.filter("criterion_title", words.criterion_title)


@register.inclusion_tag("site/menu.html", takes_context=True)
def desk_menu(context: dict[str, Any]) -> dict[str, Any]:
    request: HttpRequest | None = context.get("request")
    return {"items": menu.items(request) if request else []}


@register.simple_tag(takes_context=True)
def may(context: dict[str, Any], permission: str, thing: Any = None) -> bool:
    """Use as `{% may "register.work" as can_write %}`: buttons are shown only to those who may press them."""
    return is_allowed(context["request"].user, permission, thing)


@register.filter
def term(row: Any) -> str:
    """Return the length of a sentence or a remission in words."""
    return words.term_words(getattr(row, "years", 0), row.months, row.days)


@register.filter
def reason_text(reason: Any) -> str:
    """Return a reason of the law for one person in the reader's language."""
    return words.said({"id": reason.id, "en": reason.en})


@register.filter
def case_tag(state: str) -> str:
    """Return the tag that says how a case stands."""
    return words.CASE_TAGS[state]


@register.filter
def date_name(code: str) -> words.Text:
    """Return what a date of the timeline is called."""
    return words.DATE_NAMES.get(code, code)


@register.filter
def iso_day(value: str | None) -> str:
    """Return a day kept as text (a decision's dates) in the reader's way of writing days."""
    return formats.date_format(date.fromisoformat(value)) if value else "–"
