"""The proposal of a day, kept until anything in the register moves.

Every change of the register writes the ledger: the number of its last entry says whether a kept proposal holds.
"""

from django.core.cache import cache

from teladan.desk.remission_day.asked import Asked
from teladan.law import LAW_VERSION
from teladan.ledger.models import Head
from teladan.people.models import Facility
from teladan.rights.models import FeastCorrection
from teladan.rights.remission_day import Proposal, propose

KEPT_SECONDS = 15 * 60


def proposal_of(house: Facility, wanted: Asked) -> Proposal:
    """Return the proposal of a day by what the register knows now."""
    key = _key(house, wanted)
    found: Proposal | None = cache.get(key)
    if found is None:
        found = propose(house, wanted.right, wanted.day, wanted.religion or None)
        cache.set(key, found, KEPT_SECONDS)
    return found


def _key(house: Facility, wanted: Asked) -> str:
    last = Head.objects.filter(facility=house).values_list("number", flat=True).first()
    feasts = FeastCorrection.objects.order_by("-pk").values_list("pk", flat=True).first()
    parts = (house.pk, wanted.right, wanted.day.isoformat(), wanted.religion, last, feasts, LAW_VERSION)
    return "proposal:" + ":".join(str(part) for part in parts)
