"""A remission day that is not decided follows the law: who becomes entitled gets a case, who no longer is loses it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from teladan.ledger import services as ledger
from teladan.people.models import Officer
from teladan.rights import actions, records
from teladan.rights.models import Case, Occasion, RightStanding
from teladan.rights.remission_day.making import FOLLOWING, Pair, make, take_over
from teladan.rights.remission_day.proposal import Candidate, Proposal, propose
from teladan.rights.services import moving
from teladan.rights.services.following import RELEASED, act

REASON = "Hari remisi mengikuti data yang baru"
NOT_ENTITLED = "not_entitled"  # followed by a colon and the condition of the law, where there is one
# That a later day is too late, or has not come, follows from what holds this day back.
FOLLOWS_FROM_OTHERS = {"grant_day_reached", "serving_principal_term"}


@dataclass(frozen=True, slots=True)
class Followed:
    """How many cases were added, opened again, given another amount, closed."""

    added: int = 0
    reopened: int = 0
    changed: int = 0
    closed: int = 0

    def __add__(self, other: "Followed") -> "Followed":
        return Followed(
            self.added + other.added,
            self.reopened + other.reopened,
            self.changed + other.changed,
            self.closed + other.closed,
        )


@transaction.atomic
def follow_occasion(
    occasion: Occasion, *, only: Collection[int] | None = None, actor: Officer | None = None, now: dt.datetime
) -> Followed:
    """Bring the cases of a day up to what the register knows; of everybody or only of these stays. Again: nothing."""
    ledger.lock(occasion.facility)
    occasion = Occasion.objects.select_for_update(of=("self",)).select_related("facility").get(pk=occasion.pk)
    if occasion.state == Occasion.State.DECIDED:
        return Followed()
    proposal = propose(occasion.facility, occasion.right, occasion.grant_day, occasion.religion or None, only)
    return _Following(occasion, proposal, only, actor, now).done()


class _Following:
    """One occasion beside its proposal."""

    def __init__(
        self,
        occasion: Occasion,
        proposal: Proposal,
        only: Collection[int] | None,
        actor: Officer | None,
        now: dt.datetime,
    ) -> None:
        self.occasion, self.actor, self.now = occasion, actor, now
        people = (*proposal.granted, *proposal.needs_facts, *proposal.not_granted)
        self.people = {each.stay.pk: each for each in people}
        self.wanted: dict[tuple[int, str], Pair] = {
            (each.stay.pk, grant.right): (each, grant) for each in proposal.granted for grant in each.grants
        }
        cases = Case.objects.filter(facility=occasion.facility, occurrence=occasion.grant_day.isoformat())
        cases = cases if only is None else cases.filter(stay__in=only)
        known = cases.select_related("stay__person").order_by("pk")
        self.there = {(case.stay_id, case.right): case for case in known}

    def done(self) -> Followed:
        added = self._add()
        mine = [case for case in self.there.values() if case.occasion_id == self.occasion.pk]
        still = [case for case in mine if (case.stay_id, case.right) in self.wanted]
        again = [case for case in still if case.state == Case.State.CLOSED]
        changed = [case for case in still if case.state == Case.State.OPEN and self._take_over(case)]
        gone = [case for case in mine if case.state == Case.State.OPEN and self._has_lost(case)]
        self._reopen(again)
        records.update_many(Case, changed, FOLLOWING, actor=self.actor, reason=REASON)
        self._close(gone)
        self._write_ledger(added, again, changed, gone)
        return Followed(len(added), len(again), len(changed), len(gone))

    def _add(self) -> list[Case]:
        pairs = [pair for key, pair in self.wanted.items() if key not in self.there]
        return make(self.occasion, pairs, actor=self.actor, reason=REASON, now=self.now) if pairs else []

    def _take_over(self, case: Case) -> bool:
        return take_over(case, *self.wanted[case.stay_id, case.right])

    def _has_lost(self, case: Case) -> bool:
        """Facts that contradict each other take nothing away: they are shown, and somebody puts them right."""
        person = self.people.get(case.stay_id)
        return (case.stay_id, case.right) not in self.wanted and not (person and person.problem)

    def _reopen(self, cases: Sequence[Case]) -> None:
        today = timezone.localdate(self.now)
        for case in cases:
            self._take_over(case)
            records.update_many(Case, [case], FOLLOWING, actor=self.actor, reason=REASON)
            moving.reopen(case, RightStanding(date=case.date, length_days=case.length_days), today, self.actor)

    def _close(self, cases: Sequence[Case]) -> None:
        groups: dict[str, list[Case]] = defaultdict(list)
        for case in cases:
            groups[_why(case, self.people.get(case.stay_id))].append(case)
        for reason, group in groups.items():
            moving.close(group, reason, self.actor, self.now)

    def _write_ledger(self, added: list[Case], again: list[Case], changed: list[Case], gone: list[Case]) -> None:
        acts = [act(actions.CASE_OPENED, case, days=case.length_days) for case in added]
        acts += [act(actions.CASE_REOPENED, case, days=case.length_days) for case in again]
        acts += [act(actions.CASE_CHANGED, case, days=case.length_days) for case in changed]
        acts += [act(actions.CASE_CLOSED, case, reason=case.close_reason) for case in gone]
        if acts:
            ledger.append_many(facility=self.occasion.facility, actor=self.actor, acts=acts)


def _why(case: Case, person: Candidate | None) -> str:
    if person is None and case.stay.released_on is not None:
        return RELEASED
    names = [each.criterion for each in person.reasons if each.right == case.right] if person else []
    named = [name for name in names if name not in FOLLOWS_FROM_OTHERS] or names
    return f"{NOT_ENTITLED}:{named[0]}" if named else NOT_ENTITLED
