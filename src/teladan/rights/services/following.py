"""Open cases follow the law: dates move, facts arrive, a right that ends closes its case with the reason."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence

from teladan.ledger import services as ledger
from teladan.ledger.services import Act
from teladan.people.models import Facility, Officer
from teladan.rights import actions, records
from teladan.rights.catalogue import LEAVES
from teladan.rights.models import Case, RightStanding, Step
from teladan.rights.services import moving
from teladan.rights.services.steps_of_case import facts_checklist

# Why a case was closed, by the codes of `Case.why_closed`.
EXCLUDED, SCHEME_CLOSED, RELEASED, OTHER_LEAVE = "excluded", "scheme_closed", "released", "other_leave"
MAY_RETURN = {EXCLUDED, SCHEME_CLOSED}
ENDS_A_CASE = {"excluded": EXCLUDED, "closed": SCHEME_CLOSED}
MOVING = ("date", "ends", "length_days", "as_of", "facts_hash", "law_version")


def follow(
    facility: Facility, as_of: dt.date, only: Sequence[int] | None, actor: Officer | None, now: dt.datetime
) -> tuple[int, int]:
    """Bring the open cases up to the standings; return how many moved and how many were closed."""
    cases = _open_cases(facility, only)
    rights = _rights_of(cases)
    pairs = [(case, rights.get((case.stay_id, case.right))) for case in cases]
    ended = [(case, reason) for case, right in pairs if (reason := _end(case, right))]
    gone = {case.pk for case, _reason in ended}
    going_on = [(case, right) for case, right in pairs if right and case.pk not in gone and _speaks_of(right, case)]
    moved = [case for case, right in going_on if _move(case, right)]
    records.update_many(Case, moved, MOVING, actor=actor, reason="Mengikuti perhitungan yang baru")
    _follow_facts(going_on, actor, now, as_of)
    _close_by_reason(ended, actor, now)
    acts = [act(actions.CASE_MOVED, case) for case in moved]
    acts += [act(actions.CASE_CLOSED, case, reason=reason) for case, reason in ended]
    if acts:
        ledger.append_many(facility=facility, actor=actor, acts=acts)
    return len(moved), len(ended)


def act(action: str, case: Case, **more: str | int | None) -> Act:
    """Return the ledger's line about a case: codes and dates, no person."""
    return Act(action, f"case:{case.uid}", {"right": case.right, "date": case.date.isoformat(), **more})


def _open_cases(facility: Facility, only: Sequence[int] | None) -> list[Case]:
    # Cases of a remission day follow with their day: `remission_day.following`.
    cases = Case.objects.filter(facility=facility, state=Case.State.OPEN, occasion=None)
    if only is not None:
        cases = cases.filter(stay__in=only)
    return list(cases.select_related("stay").order_by("pk"))


def _rights_of(cases: Sequence[Case]) -> dict[tuple[int, str], RightStanding]:
    found: dict[tuple[int, str], RightStanding] = {}
    rights = {case.right for case in cases}
    for batch in records.batches(sorted({case.stay_id for case in cases})):
        rows = RightStanding.objects.filter(standing__stay__in=batch, right__in=rights).select_related("standing")
        rows = rows.defer("standing__notes")  # words for a page, long to read
        found |= {(row.standing.stay_id, row.right): row for row in rows}
    return found


def _end(case: Case, right: RightStanding | None) -> str | None:
    if case.stay.released_on is not None:
        return RELEASED
    # A grant day is judged on that day: an exclusion that starts later does not take it back.
    if right and (case.right in LEAVES or right.standing.as_of <= case.date):
        return ENDS_A_CASE.get(right.status)
    return None


def _speaks_of(right: RightStanding, case: Case) -> bool:
    """Return whether the standing is about this case's day: for a grant only as long as it is the next one."""
    return right.date is not None and (case.right in LEAVES or right.date == case.date)


def _move(case: Case, right: RightStanding) -> bool:
    """Take over the standing's dates; return whether anything moved."""
    length = right.length_days
    if right.date is None or (case.date, case.ends, case.length_days) == (right.date, right.ends, length):
        return False
    case.date, case.ends, case.length_days = right.date, right.ends, length
    standing = right.standing
    case.as_of, case.facts_hash, case.law_version = standing.as_of, standing.facts_hash, standing.law_version
    return True


def _follow_facts(
    pairs: Sequence[tuple[Case, RightStanding]], actor: Officer | None, now: dt.datetime, as_of: dt.date
) -> None:
    """Finish the step "complete the facts" where they are complete, else bring its list up to date."""
    rights = {case.pk: (case, right) for case, right in pairs}
    finished, changed = [], []
    for step in _waiting_for_facts(sorted(rights)):
        step.case, right = rights[step.case_id]
        wanted = facts_checklist(right.unknown)
        if right.status != "needs_facts":
            step.result, step.done_at = "complete", now
            step.checklist = [{**line, "done": True} for line in step.checklist]
            finished.append(step)
        elif step.checklist != wanted:
            step.checklist = wanted
            changed.append(step)
    moving.finish(finished, actor, "Data sudah lengkap", as_of)
    records.update_many(Step, changed, ("checklist",), actor=actor, reason="Data yang kurang berubah")


def _waiting_for_facts(cases: Sequence[int]) -> list[Step]:
    found: list[Step] = []
    for batch in records.batches(cases):
        found += Step.objects.filter(case__in=batch, state=Step.State.OPEN, kind="complete_facts")
    return found


def _close_by_reason(ended: Sequence[tuple[Case, str]], actor: Officer | None, now: dt.datetime) -> None:
    groups: dict[str, list[Case]] = defaultdict(list)
    for case, reason in ended:
        groups[reason].append(case)
    for reason, cases in groups.items():
        moving.close(cases, reason, actor, now)
