"""Who gets a remission on a grant day, how much, on which rung; who does not, and why. Nothing is written here."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from django.db.models import Q

from teladan.people.models import Facility, Stay
from teladan.people.queries import facts_of, stays_of_facility
from teladan.rights import findings
from teladan.rights.findings import Found, RightFound
from teladan.rights.grants import parts_of
from teladan.rights.services.causes import hash_of

# The grants of one day belong together: the sum decides who goes free.
TOGETHER = {
    "general_remission": ("general_remission", "additional_remission", "decade_remission"),
    "religious_remission": ("religious_remission",),
    "child_reduction": ("child_reduction",),
}
WHOLE, LAST = "I", "II"


@dataclass(frozen=True, slots=True)
class Grant:
    """One remission of one person: days and, where there is a ladder, the rung. `parts` as the register keeps it."""

    right: str
    days: int
    rung: int | None
    parts: Sequence[Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Reason:
    """A condition of the law that is not met, or whose fact is not known, in words."""

    right: str
    criterion: str
    known: bool
    id: str
    en: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One person on the grant day. `part` II: the term ends that day; `free`: and nothing else is to be served."""

    stay: Stay
    status: str
    grants: Sequence[Grant] = ()
    reasons: Sequence[Reason] = ()
    expiry_before: dt.date | None = None
    expiry_after: dt.date | None = None
    part: str = ""
    substitute_days: int = 0
    facts_hash: str = ""
    problem: str = ""

    @property
    def days(self) -> int:
        """All grants of the day together."""
        return sum(grant.days for grant in self.grants)

    @property
    def free(self) -> bool:
        """Whether the person goes home that day."""
        return self.part == LAST and not self.substitute_days


@dataclass(frozen=True)
class Proposal:
    """Everyone inside on the grant day, sorted by what happens to them."""

    facility: Facility
    right: str
    religion: str
    grant_day: dt.date
    granted: Sequence[Candidate] = ()
    needs_facts: Sequence[Candidate] = ()
    not_granted: Sequence[Candidate] = ()
    totals: Counter[tuple[str, int]] = field(default_factory=Counter)  # (right, days) -> people

    @property
    def free(self) -> int:
        """How many go home that day."""
        return sum(candidate.free for candidate in self.granted)


def propose(
    facility: Facility,
    right: str,
    grant_day: dt.date,
    religion: str | None = None,
    only: Collection[int] | None = None,
) -> Proposal:
    """Assess everyone inside on `grant_day` by what the register knows, and propose the remissions of that day.

    `right` is a key of TOGETHER; on 17 August the decade and additional remissions come with the general one. With
    `religion`, only its people; with `only`, only these stays. KeyError for a right that has no common day.
    """
    rights = TOGETHER[right]
    stays = _inside_on(facility, grant_day, religion or "", only)
    facts = facts_of(stays, grant_day)
    found = findings.find(facts, grant_day)
    people = [
        _candidate(stay, known, answer, rights, grant_day)
        for stay, known, answer in zip(stays, facts, found, strict=True)
    ]
    granted = [each for each in people if each.grants]
    rest = [each for each in people if not each.grants]
    return Proposal(
        facility=facility,
        right=right,
        religion=religion or "",
        grant_day=grant_day,
        granted=granted,
        needs_facts=[each for each in rest if each.status == "needs_facts" or each.problem],
        not_granted=[each for each in rest if each.status != "needs_facts" and not each.problem],
        totals=Counter((grant.right, grant.days) for each in granted for grant in each.grants),
    )


def _inside_on(facility: Facility, day: dt.date, religion: str, only: Collection[int] | None) -> list[Stay]:
    there = Q(released_on=None) | Q(released_on__gte=day)
    stays = stays_of_facility(facility).filter(there, admitted_on__lte=day)
    stays = stays if only is None else stays.filter(pk__in=only)
    return list(stays.filter(person__religion=religion) if religion else stays)


def _candidate(stay: Stay, facts: dict, found: Found, rights: Sequence[str], day: dt.date) -> Candidate:
    if found.problem:
        return Candidate(stay, "problem", problem=found.problem)
    answers = [found.rights[right] for right in rights]
    grants = [_grant(found, answer) for answer in answers if _is_granted(answer, day)]
    expiry = found.timeline.get("expiry")
    days = sum(grant.days for grant in grants)
    after = max(expiry - dt.timedelta(days=days), day) if grants and expiry else None
    return Candidate(
        stay=stay,
        status=answers[0].status,
        grants=grants,
        reasons=[] if _is_granted(answers[0], day) else _reasons(found, answers[0].right),
        expiry_before=expiry,
        expiry_after=after,
        part=(LAST if after == day else WHOLE) if grants else "",
        substitute_days=found.timeline.get("substitute_days") or 0,
        facts_hash=hash_of(facts),
    )


def _is_granted(answer: RightFound, day: dt.date) -> bool:
    return answer.status == "eligible" and answer.date == day and bool(answer.length_days)


def _grant(found: Found, answer: RightFound) -> Grant:
    days = answer.length_days or 0
    return Grant(answer.right, days, answer.rung, parts_of(found, answer.right, days))


def _reasons(found: Found, right: str) -> list[Reason]:
    """Every condition that is not met or not known, in the law's own words for this person."""
    reasons = [
        Reason(right, finding["criterion"], finding["met"] is not None, finding["text"]["id"], finding["text"]["en"])
        for finding in found.unmet(right)
    ]
    # That the day has not come follows from the other reasons; alone, it is the reason.
    return [each for each in reasons if each.criterion != "grant_day_reached"] or reasons
