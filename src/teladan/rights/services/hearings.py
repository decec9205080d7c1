"""The hearing of the TPP: planned, attended, closed. Kepmen M.02.PR.08.03/1999 (B): quorum, majority, signatures."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from teladan.ledger import services as ledger
from teladan.ledger.services import Act
from teladan.people.models import Facility, Officer
from teladan.rights import actions, records
from teladan.rights.errors import RightsError
from teladan.rights.models import (
    Case,
    Hearing,
    HearingItem,
    HearingMember,
    Step,
    TeamMember,
)
from teladan.rights.services import moving
from teladan.rights.services.hearing_rules import (
    POSTPONE,
    Vote,
    not_met,
    refuse_bad_sitting,
    refuse_bad_vote,
    refuse_missing_votes,
)


def waiting_for_hearing(facility: Facility) -> list[Case]:
    """Return the cases whose open step is the hearing and that no planned hearing has taken up."""
    cases = Case.objects.filter(
        facility=facility, state=Case.State.OPEN, steps__kind="hearing", steps__state=Step.State.OPEN
    )
    taken = HearingItem.objects.filter(hearing__state=Hearing.State.PLANNED, hearing__facility=facility)
    return list(
        cases.exclude(pk__in=taken.values("case")).select_related("stay__person").order_by("date", "pk").distinct()
    )


@transaction.atomic
def plan_hearing(
    facility: Facility,
    *,
    number: str,
    on: dt.date,
    cases: Iterable[Case] | None = None,
    actor: Officer | None,
) -> Hearing:
    """Plan a hearing: the members by decree on that day, the cases waiting (or only those given).

    Raises RightsError when there is no team, no case, or the number is taken.
    """
    ledger.lock(facility)
    members = _members(facility, on)
    agenda = _agenda(facility, cases)
    _refuse_bad_plan(facility, number, members, agenda)
    hearing = Hearing(facility=facility, number=number.strip(), on=on)
    records.create_many(Hearing, [hearing], actor=actor, reason="Direncanakan")
    HearingMember.objects.bulk_create(
        HearingMember(hearing=hearing, officer=each.officer, name=each.name, position=each.position) for each in members
    )
    items = [HearingItem(hearing=hearing, case=case) for case in agenda]
    records.create_many(HearingItem, items, actor=actor, reason="Masuk agenda")
    data = {"on": on.isoformat(), "cases": len(items), "members": len(members)}
    ledger.append(
        facility=facility, actor=actor, action=actions.HEARING_PLANNED, subject=f"hearing:{hearing.uid}", data=data
    )
    return hearing


def _members(facility: Facility, on: dt.date) -> list[TeamMember]:
    in_office = Q(until=None) | Q(until__gt=on)
    return list(TeamMember.objects.filter(in_office, facility=facility, from_day__lte=on).select_related("officer"))


def _agenda(facility: Facility, cases: Iterable[Case] | None) -> list[Case]:
    waiting = waiting_for_hearing(facility)
    if cases is None:
        return waiting
    wanted = {case.pk for case in cases}
    return [case for case in waiting if case.pk in wanted]


def _refuse_bad_plan(facility: Facility, number: str, members: Sequence[TeamMember], agenda: Sequence[Case]) -> None:
    if not members:
        raise RightsError(
            None,
            "no_team",
            id="Belum ada anggota TPP menurut keputusan Kepala pada tanggal ini. Isi susunan tim lebih dahulu.",
            en="No member of the TPP by decree on this day. Enter the team first.",
        )
    if not agenda:
        raise RightsError(
            None,
            "no_cases",
            id="Tidak ada perkara yang menunggu sidang.",
            en="No case is waiting for a hearing.",
            field="cases",
        )
    if not number.strip() or Hearing.objects.filter(facility=facility, number=number.strip()).exists():
        raise RightsError(
            None,
            "hearing_number",
            id="Nomor sidang kosong atau sudah dipakai. Tulis nomor lain.",
            en="The number of the hearing is empty or taken. Give another.",
            field="number",
        )


@transaction.atomic
def close_hearing(  # noqa: PLR0913 - each is asked of the secretary
    hearing: Hearing,
    *,
    present: Iterable[int],
    votes: Mapping[int, Vote],
    minutes: str,
    signed: Iterable[int],
    actor: Officer | None,
    expected_version: int,
    now: dt.datetime,
) -> Hearing:
    """Close a hearing: who was there, what was recommended, who signed; return it.

    `present` and `signed` are ids of members, `votes` are by id of the item, one for every item. Agreed and rejected
    cases go on to the recommendation (two days); postponed ones wait for the next hearing. Raises RightsError, Stale.
    """
    ledger.lock(hearing.facility)
    hearing = records.locked(Hearing, hearing.pk, expected_version)
    here, hands = set(present), set(signed)
    members = list(hearing.members.all())
    items = list(hearing.items.select_related("case__stay", "case__facility"))
    refuse_bad_sitting(hearing, members, here, hands, minutes)
    refuse_missing_votes(hearing, items, votes)
    shown = not_met(items)
    for item in items:
        refuse_bad_vote(item, votes[item.pk], len(here), shown)
    _keep_members(members, here, hands, now)
    _keep_votes(items, votes, actor)
    _go_on(items, votes, actor, now)
    records.save(
        hearing, actor=actor, reason="Sidang selesai", state=Hearing.State.CLOSED, minutes=minutes, closed_at=now
    )
    _write_ledger(hearing, items, votes, len(here), len(members), actor)
    return hearing


def _keep_members(members: Sequence[HearingMember], here: set[int], hands: set[int], now: dt.datetime) -> None:
    for member in members:
        member.present = member.pk in here
        member.signed_at = now if member.pk in hands else None
    HearingMember.objects.bulk_update(members, ["present", "signed_at"])


def _keep_votes(items: Sequence[HearingItem], votes: Mapping[int, Vote], actor: Officer | None) -> None:
    names = ("recommendation", "votes_for", "votes_against", "criterion", "reason", "dissent")
    for item in items:
        for name in names:
            setattr(item, name, getattr(votes[item.pk], name))
    records.update_many(HearingItem, items, names, actor=actor, reason="Rekomendasi TPP")


def _go_on(items: Sequence[HearingItem], votes: Mapping[int, Vote], actor: Officer | None, now: dt.datetime) -> None:
    going = {item.case_id: item for item in items if votes[item.pk].recommendation != POSTPONE}
    steps = Step.objects.filter(case__in=going, kind="hearing", state=Step.State.OPEN, case__state=Case.State.OPEN)
    finished = []
    for step in steps:
        item = going[step.case_id]
        step.case = item.case
        step.result, step.done_at, step.done_by = item.recommendation, now, actor
        step.note = (item.dissent or item.reason)[:500]
        finished.append(step)
    moving.finish(finished, actor, "Sidang TPP", timezone.localdate(now))


def _write_ledger(  # noqa: PLR0913, PLR0917
    hearing: Hearing,
    items: Sequence[HearingItem],
    votes: Mapping[int, Vote],
    present: int,
    members: int,
    actor: Officer | None,
) -> None:
    acts = [
        Act(
            actions.HEARING_CLOSED,
            f"hearing:{hearing.uid}",
            {"present": present, "members": members, "cases": len(items)},
        )
    ]
    for item in items:
        data = {"kind": "hearing", "result": votes[item.pk].recommendation, "office": Step.Office.HEARING_TEAM.value}
        acts.append(Act(actions.STEP_FINISHED, f"case:{item.case.uid}", data))
    ledger.append_many(facility=hearing.facility, actor=actor, acts=acts)
