"""The day that a page of the manual is asked for."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest

from teladan.desk.today import today
from teladan.faces.manual.links import Links


@dataclass(frozen=True)
class Asked:
    """The day whose law is shown, and the links that keep it."""

    day: date
    links: Links


def asked(request: HttpRequest) -> Asked:
    """Return the day of the address; today where none, or none that exists, is asked for."""
    text = request.GET.get("tanggal", "")
    try:
        return Asked(date.fromisoformat(text), Links("desk", text))
    except ValueError:
        return Asked(today(), Links("desk"))
