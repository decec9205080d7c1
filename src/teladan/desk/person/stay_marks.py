"""The dates of a stay on the picture, each leading to the page that explains it."""

from collections.abc import Iterable

from django.urls import reverse

from teladan.faces.picture.marks import Mark, collect
from teladan.people.models import Remission, Stay
from teladan.rights.models import Standing


def of_stay(stay: Stay, standing: Standing, remissions: Iterable[Remission]) -> list[Mark]:
    """Return every date of a stay, each leading to its page."""

    def address(kind: str, code: str) -> str:
        return reverse(f"desk:person_{kind}", args=[stay.person.uid, code])

    return collect(standing, standing.rights.all(), remissions, address)
