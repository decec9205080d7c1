"""Who is at work: the officer behind the gate (`access.allowed`), who always belongs to a facility."""

from typing import Any

from django.http import HttpRequest


def officer_of(request: HttpRequest) -> Any:
    """Return the signed-in officer. Any, because Django's type allows visitors, whom the gate has sent away."""
    return request.user
