"""When signing in is refused for a while: nobody may guess on, and nobody may shut out an officer from elsewhere.

A name at an address where it has signed in before is bound by its own failures there, and by nothing that others do.
Everywhere else strangers share two bounds: so many failures of one name from all new addresses together, and so many
of one address over all names new there. See docs/security.md.
"""

from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt, AccessLog
from django.db.models import QuerySet, Sum
from django.http import HttpRequest

NAME_FROM_NEW_ADDRESSES = 10
ADDRESS_WITH_NEW_NAMES = 60  # every officer of a large facility may mistype once at a new computer


class LockOut(AxesDatabaseHandler):
    """The tables of django-axes, with the bounds for strangers added to its own bound of name and address."""

    def is_locked(self, request: HttpRequest, credentials: dict[str, Any] | None = None) -> bool:
        """Return whether this name may not try from this address now."""
        if super().is_locked(request, credentials):
            return True
        name, address = get_client_username(request, credentials), request.axes_ip_address  # type: ignore[attr-defined]
        return not _known(name, address) and (_name_is_guessed(request, name) or _address_guesses(request, address))


def _known(name: str | None, address: str) -> bool:
    return AccessLog.objects.filter(username=name, ip_address=address).exists()


def _name_is_guessed(request: HttpRequest, name: str | None) -> bool:
    usual = AccessLog.objects.filter(username=name, ip_address__isnull=False).values("ip_address")
    return _failures(_recent(request).filter(username=name).exclude(ip_address__in=usual)) >= NAME_FROM_NEW_ADDRESSES


def _address_guesses(request: HttpRequest, address: str) -> bool:
    usual = AccessLog.objects.filter(ip_address=address, username__isnull=False).values("username")
    return _failures(_recent(request).filter(ip_address=address).exclude(username__in=usual)) >= ADDRESS_WITH_NEW_NAMES


def _recent(request: HttpRequest) -> "QuerySet[AccessAttempt]":
    return AccessAttempt.objects.filter(attempt_time__gte=get_cool_off_threshold(request))


def _failures(attempts: "QuerySet[AccessAttempt]") -> int:
    return attempts.aggregate(Sum("failures_since_start"))["failures_since_start__sum"] or 0
