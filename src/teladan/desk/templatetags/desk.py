"""Helpers for templates of the desk: `{% load desk %}`."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django import template
from django.utils import formats

from teladan.desk import menu, words
from teladan.desk.roles import may as is_allowed

if TYPE_CHECKING:
    from django.http import HttpRequest

register = template.Library()

register.filter("right_name", words.right_name)
register.filter("length_words", words.length_words)
register.filter("distance", words.distance_words)
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
def css(code: str) -> str:
    """Return a code as part of a CSS class: `needs_facts` is `needs-facts`."""
    return code.replace("_", "-")


@register.filter
def status_name(code: str) -> words.Text:
    return words.STATUSES.get(code, code)


@register.filter
def short_status(code: str) -> words.Text:
    return words.SHORT_STATUSES.get(code, code)


@register.filter
def confidence(mark: str) -> words.Text:
    return words.CONFIDENCE.get(mark, mark)


@register.filter
def said(text: Any) -> str:
    """Return a text of the law in the reader's language; plain strings as they are."""
    if isinstance(text, dict):
        return words.said(text.get("text", text))  # a note carries its text beside its law
    return str(text)


@register.filter
def term(row: Any) -> str:
    """Return the length of a sentence or a remission in words."""
    return words.term_words(getattr(row, "years", 0), row.months, row.days)


@register.filter
def citation(cite: dict[str, str]) -> str:
    """Return `PP 99/2012, pasal 34(3)`; what is no number of an article stands without the word."""
    return words.citation(cite["regulation"], cite["article"])


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
