"""Who is at work: the officer behind the gate (`access.allowed`), who always belongs to a facility."""

from typing import cast

from django.http import HttpRequest

from teladan.people.models import Facility, Officer


def officer_of(request: HttpRequest) -> Officer:
    """Return the signed-in officer: Django's type allows visitors too, whom the gate has sent away."""
    return cast("Officer", request.user)


def facility_here(officer: Officer) -> Facility:
    """Return the officer's facility: the gate lets nobody in who has none."""
    if officer.facility is None:
        raise ValueError("an officer at work belongs to a facility")
    return officer.facility
