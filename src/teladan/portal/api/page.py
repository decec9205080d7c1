"""The page that tells people how to use the API: made from the same schemas and refusals as its description."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from teladan.law import words
from teladan.portal.api.description import EXAMPLE, example_refusals
from teladan.portal.api.facts_schema import FACTS, TERM
from teladan.portal.api.refusals import LARGEST
from teladan.portal.api.schema_words import Schema, value_of

KINDS: dict[str, Promise] = {
    "object": _("objek"),
    "array": _("daftar"),
    "integer": _("bilangan bulat"),
    "string": _("teks"),
}


@dataclass(frozen=True)
class Field:
    """A field of the facts: its path, its name in plain words, what may stand there."""

    path: str
    name: str
    kind: Promise
    codes: str
    null: bool


def about(request: HttpRequest) -> HttpResponse:
    """Show how to ask, what may be sent, what comes back, and the limits."""
    context = {
        "fields": list(_fields(FACTS, "")),
        "refusals": sorted(example_refusals(), key=lambda refusal: refusal.status),
        "example": json.dumps(EXAMPLE, indent=1),
        "largest": LARGEST,
        "most": settings.API_PER_MINUTE,
        "site": f"{request.scheme}://{request.get_host()}",
    }
    return render(request, "portal/api.html", context)


def _fields(schema: Schema, path: str) -> Iterator[Field]:
    """Walk through the schema; what is inside an object or a list has its own line."""
    for name, inside in value_of(schema).get("properties", {}).items():
        here = f"{path}.{name}" if path else name
        value = value_of(inside)
        yield Field(here, _name(here), _kind(value), ", ".join(value.get("enum", ())), value is not inside)
        if value is TERM:
            continue  # years, months and days, told once in the text
        items = value.get("items")
        yield from _fields(items or inside, f"{here}[]" if items else here)


def _name(path: str) -> str:
    """Return what the law calls the fact, where it has a name of its own."""
    known = words.phrase("fact").get(path.replace("[]", ""))
    return str(known[get_language() or "id"]) if known else ""


def _kind(value: Schema) -> Promise:
    if value is TERM:
        return _("lama: years, months, days")
    if value.get("format") == "date":
        return _("tanggal TTTT-BB-HH")
    if "enum" in value:
        return _("salah satu:")
    return KINDS[value["type"]]
