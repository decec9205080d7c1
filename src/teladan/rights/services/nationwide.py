"""Acts that hold for every facility of the installation: each ledger is locked, each gets its entry."""

from collections.abc import Mapping, Sequence
from typing import Any

from teladan.ledger import services as ledger
from teladan.people.models import Facility, Officer


def lock_all() -> list[Facility]:
    """Lock the ledgers of all, always in the same order, so that two such acts cannot wait for each other."""
    facilities = list(Facility.objects.order_by("pk"))
    for facility in facilities:
        ledger.lock(facility)
    return facilities


def tell_all(
    facilities: Sequence[Facility], actor: Officer | None, action: str, subject: str, data: Mapping[str, Any]
) -> None:
    """Write the act into every ledger; who did it stands in that of the officer's own facility."""
    for facility in facilities:
        ledger.append(facility=facility, actor=own(actor, facility), action=action, subject=subject, data=dict(data))


def own(actor: Officer | None, facility: Facility) -> Officer | None:
    """Return the officer where the facility is the officer's own."""
    return actor if actor and actor.facility_id == facility.pk else None
