"""What a hearing must keep to: quorum, majority, signatures, a reason in law. Kepmen M.02.PR.08.03/1999 (B)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from teladan.rights.errors import RightsError
from teladan.rights.models import Hearing, HearingItem, HearingMember, RightsSetting, RightStanding
from teladan.rights.steps.hearing import HEARING

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
    return members > 0 and HEARING.quorum.is_passed(present, members)


def has_majority(votes: int, present: int) -> bool:
    """More than half of those present."""
    return HEARING.majority.is_passed(votes, present)


def refuse_bad_sitting(
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


def refuse_missing_votes(hearing: Hearing, items: Sequence[HearingItem], votes: Mapping[int, Vote]) -> None:
    if {item.pk for item in items} != set(votes):
        raise RightsError(
            hearing,
            "items_open",
            id="Setiap perkara dalam agenda diberi rekomendasi: setuju, tunda, atau tolak.",
            en="Every case on the agenda gets a recommendation: agree, postpone or reject.",
            field="votes",
        )


def not_met(items: Sequence[HearingItem]) -> dict[int, set[str]]:
    """Item id -> the criteria that the assessment really shows as not met."""
    rights = RightStanding.objects.filter(standing__stay__in={item.case.stay_id for item in items})
    failed = {
        (stay, right): set(names) for stay, right, names in rights.values_list("standing__stay", "right", "failed")
    }
    return {item.pk: failed.get((item.case.stay_id, item.case.right), set()) for item in items}


def refuse_bad_vote(item: HearingItem, vote: Vote, present: int, shown: Mapping[int, set[str]]) -> None:
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
