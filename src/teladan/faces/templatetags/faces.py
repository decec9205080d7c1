"""Helpers for templates of every face: `{% load faces %}`."""

from typing import Any

from django import template

from teladan.faces import words
from teladan.faces.manual.links import FACES, Links
from teladan.law.manual.books import NOWHERE, parts, slug_of

register = template.Library()

register.filter("right_name", words.right_name)
register.filter("length_words", words.length_words)
register.filter("distance", words.distance_words)


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


@register.simple_tag(takes_context=True)
def book_of(context: dict[str, Any], cite: dict[str, str]) -> str:
    """Return the page of the regulation that is cited, in a face that shows the manual; else nothing."""
    match = getattr(context.get("request"), "resolver_match", None)
    name, _article = next(parts(cite))
    if match is None or match.namespace not in FACES or name == NOWHERE:
        return ""
    return Links(match.namespace).book(slug_of(name))


@register.filter
def citation(cite: dict[str, str]) -> str:
    """Return `PP 99/2012, pasal 34(3)`; what is no number of an article stands without the word."""
    return words.citation(cite["regulation"], cite["article"])
