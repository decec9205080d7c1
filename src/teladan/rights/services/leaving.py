"""Out of the gate and back: the handover of a leave to the probation office, and its revocation."""

import datetime as dt
from typing import Any

from django.db import transaction
from django.utils import timezone

from teladan.ledger import services as ledger
from teladan.people import changes
from teladan.people import services as people
from teladan.people.models import Absence, Detention, Movement, Officer, Stay
from teladan.people.release_kinds import RELEASE_KINDS
from teladan.rights import actions, day, records
from teladan.rights.catalogue import LEAVING_FOR_GOOD
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, Revocation
from teladan.rights.timelines import timeline_of


def hand_over(case: Case, now: dt.datetime, actor: Officer | None) -> None:
    """Record in the register that somebody left on this leave: out for good, or out and back."""
    why = f"Menjalani {case.right}"
    on = timezone.localdate(now)
    if case.right in RELEASE_KINDS:
        people.release(case.stay, on, case.right, expected_version=case.stay.version, actor=actor, why=why, today=on)
    else:
        values = {"kind": Movement.Kind.LEAVE, "at": now, "note": case.right}
        people.add(Movement, case.stay, values, actor=actor, why=why, today=on)


@transaction.atomic
def revoke(  # noqa: PLR0913 - each is asked of the officer
    case: Case,
    *,
    ground: str,
    number: str,
    on: dt.date,
    back_on: dt.date,
    reason: str,
    actor: Officer | None,
    expected_version: int,
    now: dt.datetime,
) -> Revocation:
    """Record that a leave begun was revoked and that the person is back inside since `back_on`.

    The days outside do not count (old KUHP art 15b(2)); all dates move. Raises RightsError when the leave has not begun
    or was revoked already, Stale when the case changed meanwhile.
    """
    today = timezone.localdate(now)
    ledger.lock(case.facility)
    case = records.locked(Case, case.pk, expected_version)
    left = _left_on(case, number, back_on)
    with day.judged_on(today):
        before = timeline_of(case.stay, today)
        _take_back(case.stay, left, back_on, {"actor": actor, "why": reason.strip() or ground, "today": today})
        after = timeline_of(case.stay, today)
    revocation = Revocation(
        case=case,
        ground=ground,
        number=number.strip(),
        on=on,
        back_on=back_on,
        reason=reason.strip(),
        dates_before=before,
        dates_after=after,
    )
    data = {"right": case.right, "ground": ground, "on": on.isoformat(), "back_on": back_on.isoformat()}
    entry = ledger.append(
        facility=case.facility, actor=actor, action=actions.REVOKED, subject=f"case:{case.uid}", data=data
    )
    revocation.receipt = entry.leaf_hash
    records.save(case, actor=actor, reason="Hak dicabut")
    return records.create_many(Revocation, [revocation], actor=actor, reason=reason.strip() or ground)[0]


def _left_on(case: Case, number: str, back_on: dt.date) -> dt.date:
    left = case.stay.released_on
    begun = case.state == Case.State.GRANTED and case.right in LEAVING_FOR_GOOD
    if left is None or not begun or Revocation.objects.filter(case=case).exists():
        raise RightsError(
            case,
            "not_on_leave",
            id="Hanya hak integrasi yang sedang dijalani yang dapat dicabut. Periksa perkara ini.",
            en="Only a leave that is being served can be revoked. Check this case.",
        )
    if not number.strip():
        raise number_missing(case)
    if back_on < left:
        raise RightsError(
            case,
            "back_before_left",
            id="Hari kembali lebih awal dari hari keluar, {left}. Periksa tanggalnya.",
            en="The day back is before the day of leaving, {left}. Check the date.",
            field="back_on",
            left=left,
        )
    return left


def number_missing(case: object) -> RightsError:
    """Return the refusal of a decision without its number."""
    return RightsError(
        case,
        "number_missing",
        id="Tuliskan nomor keputusan.",
        en="Give the number of the decision.",
        field="number",
    )


def _take_back(stay: Stay, left: dt.date, back_on: dt.date, said: dict[str, Any]) -> None:
    with changes.gathered():
        for order in Detention.objects.filter(stay=stay, end=left):
            people.change(order, {"end": None}, expected_version=order.version, **said)
        inside = {"released_on": None, "release_kind": ""}
        people.change(stay, inside, expected_version=stay.version, **said)
        if back_on > left:
            days = {"from_day": left, "until": back_on, "reason": Absence.Reason.LEAVE_REVOKED}
            people.add(Absence, stay, days, **said)
        at = timezone.make_aware(dt.datetime.combine(back_on, dt.time.min))
        people.add(Movement, stay, {"kind": Movement.Kind.RETURN, "at": at, "note": "leave_revoked"}, **said)
    stay.refresh_from_db()
