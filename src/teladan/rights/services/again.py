"""A leave once more, opened by hand: the next family visit, after a refusal, after a revocation.

How soon a right may come again is not in the texts read, so no case opens twice by itself: an officer says why.
"""

import datetime as dt

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from teladan.ledger import services as ledger
from teladan.people.models import Officer, Stay
from teladan.rights.catalogue import LEAVES
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, RightStanding
from teladan.rights.services import moving
from teladan.rights.services.opening import OPENS, case_of, keep, occurrence_of


@transaction.atomic
def open_again(stay: Stay, right: str, *, why: str, actor: Officer | None, now: dt.datetime) -> Case:
    """Open a further case of a leave and return it. Raises RightsError when the law does not allow it."""
    ledger.lock(stay.facility)
    before = Case.objects.filter(stay=stay, right=right)
    standings = RightStanding.objects.select_related("standing__stay__person").filter(
        standing__stay=stay, right=right, status__in=OPENS, date__isnull=False
    )
    found = _right_or_refused(stay, right, why, standings.first(), going_on=_goes_on(before))
    as_of = timezone.localdate(now)
    case = case_of(found, f"{occurrence_of(found)}/{before.count() + 1}", as_of, now)
    keep([case], [found], stay.facility, as_of, actor, why.strip())
    return case


def _goes_on(cases: QuerySet[Case]) -> bool:
    """Return whether a case of this right is open, or granted and not handed over yet: then it is still to be used."""
    granted = Q(state=Case.State.GRANTED, steps__kind="handover", steps__state__in=moving.UNFINISHED)
    return cases.filter(Q(state=Case.State.OPEN) | granted).exists()


def _right_or_refused(
    stay: Stay, right: str, why: str, found: RightStanding | None, *, going_on: bool
) -> RightStanding:
    if not why.strip():
        raise RightsError(
            stay,
            "why_missing",
            id="Tuliskan mengapa perkara ini dibuka lagi.",
            en="Write why this case is opened again.",
            field="why",
        )
    if right not in LEAVES or found is None or stay.released_on is not None or going_on:
        raise RightsError(
            stay,
            "not_again",
            id="Hak ini tidak dapat dibuka lagi sekarang: perkaranya belum selesai, atau hukum belum mengizinkan.",
            en="This right cannot be opened again now: a case has not ended, or the law does not allow it.",
        )
    return found
