"""The hearing of the TPP: planned, attended, closed. Kepmen M.02.PR.08.03/1999 (B): quorum, majority, signatures."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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
    RightsSetting,
    RightStanding,
    Step,
    TeamMember,
)
from teladan.rights.services import moving

AGREE, POSTPONE, REJECT = HearingItem.Recommendation.values


@dataclass(frozen=True, slots=True)
class Vote:
    """What the team says of one case. Consensus: both counts None; else the votes of those present."""

    recommendation: str
    votes_for: int | None = None
    votes_against: int | None = None
    criterion: str = ""
    reason: str = ""
    dissent: str = ""


def has_quorum(present: int, members: int) -> bool:
    """More than two thirds of the members, counted in whole people."""
    return members > 0 and 3 * present > 2 * members


def has_majority(votes: int, present: int) -> bool:
    """More than half of those present."""
    return 2 * votes > present


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
    _refuse_bad_sitting(hearing, members, here, hands, minutes)
    _refuse_missing_votes(hearing, items, votes)
    shown = _not_met(items)
    for item in items:
        _refuse_bad_vote(item, votes[item.pk], len(here), shown)
    _keep_members(members, here, hands, now)
    _keep_votes(items, votes, actor)
    _go_on(items, votes, actor, now)
    records.save(
        hearing, actor=actor, reason="Sidang selesai", state=Hearing.State.CLOSED, minutes=minutes, closed_at=now
    )
    _write_ledger(hearing, items, votes, len(here), len(members), actor)
    return hearing


def _refuse_bad_sitting(
    hearing: Hearing, members: Sequence[HearingMember], here: set[int], hands: set[int], minutes: str
) -> None:
    if hearing.state != Hearing.State.PLANNED:
        raise RightsError(hearing, "closed", id="Sidang ini sudah selesai.", en="This hearing is closed already.")
    ids = {member.pk for member in members}
    size = max(len(members), _team_size(hearing.facility_id))
    if not here <= ids or not has_quorum(len(here), size):
        raise RightsError(
            hearing,
            "no_quorum",
            id="Belum kuorum: hadir {present} dari {members} anggota, harus lebih dari dua pertiga.",
            en="No quorum: {present} of {members} members present, more than two thirds are needed.",
            field="present",
            present=len(here & ids),
            members=size,
        )
    if not here <= hands:
        raise RightsError(
            hearing,
            "not_signed",
            id="Semua anggota yang hadir menandatangani berita acara.",
            en="Every member present signs the report.",
            field="signed",
        )
    if not minutes.strip():
        raise RightsError(
            hearing, "no_minutes", id="Tuliskan risalah sidang.", en="Write the minutes.", field="minutes"
        )


def _team_size(facility_id: int) -> int:
    setting = RightsSetting.objects.filter(facility=facility_id).first()
    return (setting.hearing_team_size if setting else None) or 0


def _refuse_missing_votes(hearing: Hearing, items: Sequence[HearingItem], votes: Mapping[int, Vote]) -> None:
    if {item.pk for item in items} != set(votes):
        raise RightsError(
            hearing,
            "items_open",
            id="Setiap perkara dalam agenda diberi rekomendasi: setuju, tunda, atau tolak.",
            en="Every case on the agenda gets a recommendation: agree, postpone or reject.",
            field="votes",
        )


def _not_met(items: Sequence[HearingItem]) -> dict[int, set[str]]:
    """Item id -> the criteria that the assessment really shows as not met."""
    rights = RightStanding.objects.filter(standing__stay__in={item.case.stay_id for item in items})
    failed = {
        (stay, right): set(names) for stay, right, names in rights.values_list("standing__stay", "right", "failed")
    }
    return {item.pk: failed.get((item.case.stay_id, item.case.right), set()) for item in items}


def _refuse_bad_vote(item: HearingItem, vote: Vote, present: int, shown: Mapping[int, set[str]]) -> None:
    if vote.recommendation not in {AGREE, POSTPONE, REJECT} or not _counts_fit(vote, present):
        raise RightsError(
            item,
            "votes",
            id="Hitungan suara tidak sesuai: mufakat, atau lebih dari separuh yang hadir ({present} orang).",
            en="The votes do not add up: consensus, or more than half of those present ({present} people).",
            field="votes",
            present=present,
        )
    if vote.recommendation == REJECT and vote.criterion not in shown[item.pk]:
        raise RightsError(
            item,
            "no_reason_in_law",
            id="Menolak hanya dengan syarat hukum yang menurut perhitungan memang belum terpenuhi.",
            en="Reject only for a condition of the law that the assessment shows as not met.",
            field="criterion",
        )
    if vote.recommendation == POSTPONE and not vote.reason.strip():
        raise RightsError(
            item,
            "no_reason",
            id="Tuliskan mengapa perkara ini ditunda.",
            en="Write why this case is postponed.",
            field="reason",
        )


def _counts_fit(vote: Vote, present: int) -> bool:
    if vote.votes_for is None and vote.votes_against is None:
        return True  # consensus
    yes, no = vote.votes_for, vote.votes_against
    if yes is None or no is None or min(yes, no) < 0 or yes + no > present:
        return False
    if vote.recommendation == POSTPONE:
        return True
    return has_majority(yes if vote.recommendation == AGREE else no, present)


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
