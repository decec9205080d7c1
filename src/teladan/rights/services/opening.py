"""Cases open by themselves when a right's day comes near. Run each night and after each change of the register."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from teladan.ledger import services as ledger
from teladan.ledger.services import Act
from teladan.people.models import Facility, Officer, Stay
from teladan.rights import actions, records
from teladan.rights.catalogue import GRANTS_ONE_BY_ONE, LEAVING_FOR_GOOD, OPENING_BY_THEMSELVES
from teladan.rights.models import Case, RightsSetting, RightStanding, Step
from teladan.rights.services import following, moving
from teladan.rights.services.steps_of_case import circumstances_of, new_steps

OPENS = ("eligible", "upcoming", "needs_facts")
REASON = "Dibuka oleh program: tanggal hak mendekat"


@dataclass(frozen=True, slots=True)
class Opened:
    """How many cases were opened, opened again, moved, closed."""

    opened: int = 0
    reopened: int = 0
    moved: int = 0
    closed: int = 0


@transaction.atomic
def open_due_cases(
    facility: Facility,
    as_of: dt.date,
    *,
    stays: Iterable[Stay] | None = None,
    actor: Officer | None = None,
    now: dt.datetime | None = None,
) -> Opened:
    """Open, move and close cases by the standings of `as_of`; for all of the facility or only these stays.

    A case opens when the right's date is at most `RightsSetting.days_before(right)` away. Again, it does nothing.
    """
    ledger.lock(facility)
    only = None if stays is None else [stay.pk for stay in stays]
    now = now or timezone.make_aware(dt.datetime.combine(as_of, dt.time.min))
    moved, closed = following.follow(facility, as_of, only, actor, now)
    due = _due(facility, as_of, only)
    before = _cases_before({right.standing.stay_id for right in due})
    fresh, again = _sort(due, before)
    _reopen(again, facility, as_of, actor)
    _open(fresh, facility, as_of, actor, now)
    return Opened(len(fresh), len(again), moved, closed)


def _due(facility: Facility, as_of: dt.date, only: Sequence[int] | None) -> list[RightStanding]:
    setting = RightsSetting.objects.filter(facility=facility).first() or RightsSetting()
    rows = RightStanding.objects.filter(
        standing__facility=facility,
        standing__stay__released_on__isnull=True,
        status__in=OPENS,
    ).filter(_near(setting, as_of))
    if only is not None:
        rows = rows.filter(standing__stay__in=only)
    rows = rows.select_related("standing__stay__person").defer("standing__notes")  # words for a page, long to read
    return list(rows.order_by("date", "standing_id"))


def _near(setting: RightsSetting, as_of: dt.date) -> Q:
    """Say which rights are near: each by its own number of days."""
    near = Q()
    for right in OPENING_BY_THEMSELVES:
        near |= Q(right=right, date__lte=as_of + dt.timedelta(days=setting.days_before(right)))
    return near


def _cases_before(stays: set[int]) -> dict[int, list[Case]]:
    found: dict[int, list[Case]] = defaultdict(list)
    for batch in records.batches(sorted(stays)):
        for case in Case.objects.filter(stay__in=batch, right__in=OPENING_BY_THEMSELVES).order_by("pk"):
            found[case.stay_id].append(case)
    return found


def _sort(
    due: Sequence[RightStanding], before: dict[int, list[Case]]
) -> tuple[list[RightStanding], list[tuple[Case, RightStanding]]]:
    """Return the rights that need a new case, and those whose case was closed and is wanted again."""
    fresh, again = [], []
    for right in due:
        cases = before[right.standing.stay_id]
        case = next((each for each in reversed(cases) if _is_about(each, right)), None)
        if right.right in LEAVING_FOR_GOOD and _has_left(cases):
            continue
        if case is None:
            fresh.append(right)
        elif case.state == Case.State.CLOSED and case.close_reason in following.MAY_RETURN:
            again.append((case, right))
    return fresh, again


def _is_about(case: Case, right: RightStanding) -> bool:
    if case.right != right.right:
        return False
    return case.right not in GRANTS_ONE_BY_ONE or case.occurrence == occurrence_of(right)


def _has_left(cases: Sequence[Case]) -> bool:
    return any(case.right in LEAVING_FOR_GOOD and case.state == Case.State.GRANTED for case in cases)


def occurrence_of(right: RightStanding) -> str:
    """Return what makes a case one: the day of the grant, or the start of custody for a leave."""
    day = None if right.right in GRANTS_ONE_BY_ONE else right.standing.start
    return (day or _day_of(right)).isoformat()


def _day_of(right: RightStanding) -> dt.date:
    if right.date is None:
        raise ValueError(f"{right.right}: a case needs the day of its right")
    return right.date


def _open(
    rights: Sequence[RightStanding], facility: Facility, as_of: dt.date, actor: Officer | None, now: dt.datetime
) -> None:
    cases = [case_of(right, occurrence_of(right), as_of, now) for right in rights]
    keep(cases, rights, facility, as_of, actor, REASON)


def keep(  # noqa: PLR0913, PLR0917 - what a case is made of
    cases: Sequence[Case],
    rights: Sequence[RightStanding],
    facility: Facility,
    as_of: dt.date,
    actor: Officer | None,
    reason: str,
) -> None:
    """Write new cases with their steps, and the ledger."""
    records.create_many(Case, cases, actor=actor, reason=reason)
    around = circumstances_of([right.standing.stay for right in rights])
    steps = []
    for case, right in zip(cases, rights, strict=True):
        missing = right.unknown if right.status == "needs_facts" else ()
        steps += new_steps(case, right.standing, around[case.stay_id], missing, as_of)
    records.create_many(Step, steps, actor=actor, reason=reason)
    acts = [following.act(actions.CASE_OPENED, case) for case in cases]
    if acts:
        ledger.append_many(facility=facility, actor=actor, acts=acts)


def case_of(right: RightStanding, occurrence: str, as_of: dt.date, now: dt.datetime) -> Case:
    """Return an unsaved case of this standing."""
    standing = right.standing
    return Case(
        facility_id=standing.facility_id,
        stay=standing.stay,
        right=right.right,
        occurrence=occurrence,
        date=_day_of(right),
        ends=right.ends,
        length_days=right.length_days,
        opened_at=now,
        as_of=as_of,
        facts_hash=standing.facts_hash,
        law_version=standing.law_version,
    )


def _reopen(
    again: Sequence[tuple[Case, RightStanding]], facility: Facility, as_of: dt.date, actor: Officer | None
) -> None:
    for case, right in again:
        moving.reopen(case, right, as_of, actor)
    if again:
        acts = [act(actions.CASE_REOPENED, case) for case, _right in again]
        ledger.append_many(facility=facility, actor=actor, acts=acts)


def act(action: str, case: Case, **more: str | int | None) -> Act:
    """Return the ledger's line about a case: codes and dates, no person."""
    return Act(action, f"case:{case.uid}", {"right": case.right, "date": case.date.isoformat(), **more})
