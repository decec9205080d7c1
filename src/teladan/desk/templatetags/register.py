"""Links from a person's pages to the register's forms, for those who may: `{% load register %}`."""

from typing import Any

from django import template
from django.urls import reverse

from teladan.desk.register.kinds import KINDS
from teladan.desk.roles import may

register = template.Library()


@register.simple_tag(takes_context=True)
def may_write(context: dict[str, Any], kind: str) -> bool:
    """Use as `{% may_write "penahanan" as can %}`: whether this officer may write rows of this kind here."""
    return may(context["request"].user, KINDS[kind].permission, context["stay"])


@register.inclusion_tag("desk/register/add_link.html", takes_context=True)
def add_link(context: dict[str, Any], kind: str, verdict: int = 0) -> dict[str, Any]:
    """A link that adds a row of this kind, for officers who may."""
    if not may_write(context, kind):
        return {}
    where = [context["person"].uid, *([verdict] if verdict else [])]
    return {"url": reverse(f"desk:person_{kind}_add", args=where), "title": KINDS[kind].title}


@register.inclusion_tag("desk/register/change_link.html", takes_context=True)
def change_link(context: dict[str, Any], kind: str, row: Any, what: Any = "") -> dict[str, Any]:
    """A link that changes this row, for officers who may; `what` tells rows apart for those who hear the page."""
    if not may_write(context, kind):
        return {}
    url = reverse(f"desk:person_{kind}_change", args=[context["person"].uid, row.pk])
    return {"url": url, "title": KINDS[kind].title, "what": what}
