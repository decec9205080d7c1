"""The hearing team: who counts, who votes, what a rejection needs."""

import datetime as dt
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teladan.ledger.models import Entry
from teladan.people.models import Discipline
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, Hearing, HearingItem, RightsSetting, TeamMember
from teladan.rights.services import (
    Vote,
    assess_facility,
    close_hearing,
    open_due_cases,
    plan_hearing,
    waiting_for_hearing,
)
from teladan.rights.services.hearing_rules import has_majority, has_quorum
from teladan.rights.steps.hearing import FILE, HEARING, read
from teladan.rights.steps.load import StepFileError
from teladan.rights.tests.walking import open_step, walk_to
from teladan.rights.tests.world import TODAY, convict, facility, kept, now, officer, team


@pytest.mark.parametrize(
    ("present", "members", "enough"),
    [(0, 0, False), (2, 3, False), (3, 3, True), (4, 6, False), (5, 6, True), (6, 9, False), (7, 9, True)],
)
def test_quorum_is_more_than_two_thirds(present: int, members: int, enough: bool) -> None:
    assert has_quorum(present, members) is enough


@given(st.integers(1, 60), st.integers(0, 60))
def test_quorum_and_majority_never_shrink(members: int, present: int) -> None:
    assert has_quorum(present + 1, members) >= has_quorum(present, members)
    assert not (has_majority(present // 2, present) and present)
    assert has_majority(present // 2 + 1, present)


@pytest.fixture
def ready(db):
    where = facility()
    team(where, 5)
    clerk = officer(where)
    convict(where)
    assess_facility(where, TODAY)
    open_due_cases(where, TODAY, now=now())
    case = Case.objects.get(right="parole")
    walk_to(case, "hearing", clerk)
    return where, clerk, case


def planned(ready) -> Hearing:
    where, clerk, case = ready
    return plan_hearing(where, number="TPP-1", on=TODAY, cases=[case], actor=clerk)


def close(ready, hearing: Hearing, present: int = 5, vote: Vote | None = None, **more):
    _where, clerk, _case = ready
    members = list(hearing.members.values_list("pk", flat=True))
    said = {
        "present": members[:present],
        "signed": members[:present],
        "votes": {item.pk: vote or Vote("agree") for item in hearing.items.all()},
        "minutes": "Risalah.",
        "actor": clerk,
        "expected_version": hearing.version,
        "now": now(),
    }
    return close_hearing(hearing, **said | more)


def refusal(ready, hearing: Hearing, **more) -> str:
    with pytest.raises(RightsError) as refused:
        close(ready, hearing, **more)
    assert refused.value.problems[0].id != refused.value.problems[0].en
    hearing.refresh_from_db()
    assert hearing.state == "planned"
    assert not HearingItem.objects.exclude(recommendation="").exists()
    return refused.value.code


def test_the_agenda_is_the_cases_waiting_and_each_is_on_one_agenda_only(ready) -> None:
    where, _clerk, case = ready
    assert waiting_for_hearing(where) == [case]
    hearing = planned(ready)
    assert [item.case for item in hearing.items.all()] == [case]
    assert hearing.members.count() == 5
    assert waiting_for_hearing(where) == []


def test_no_quorum_no_signature_no_minutes_no_vote(ready) -> None:
    hearing = planned(ready)
    members = list(hearing.members.values_list("pk", flat=True))
    assert refusal(ready, hearing, present=3) == "no_quorum"
    assert refusal(ready, hearing, signed=members[:4]) == "not_signed"
    assert refusal(ready, hearing, minutes=" ") == "no_minutes"
    assert refusal(ready, hearing, votes={}) == "items_open"
    close(ready, hearing, present=4)
    assert hearing.members.filter(present=True, signed_at__isnull=False).count() == 4


def test_the_team_by_decree_counts_for_the_quorum(ready) -> None:
    where, _clerk, _case = ready
    kept(RightsSetting, facility=where, hearing_team_size=8)
    assert refusal(ready, planned(ready), present=5) == "no_quorum"


@pytest.mark.parametrize(
    "vote",
    [
        Vote("agree", 2, 3),
        Vote("agree", 3, 3),
        Vote("agree", 3, None),
        Vote("agree", -1, 0),
        Vote("reject", 3, 2, criterion="no_violation_within_9_months"),
        Vote("maybe"),
    ],
)
def test_votes_that_do_not_add_up(ready, vote: Vote) -> None:
    assert refusal(ready, planned(ready), vote=vote) == "votes"


def test_a_rejection_needs_a_condition_that_really_is_not_met(ready) -> None:
    where, _clerk, case = ready
    hearing = planned(ready)
    vote = Vote("reject", 1, 4, criterion="no_violation_within_9_months")
    assert refusal(ready, hearing, vote=vote) == "no_reason_in_law"
    kept(Discipline, stay=case.stay, on=TODAY - dt.timedelta(days=3), level="heavy")
    assess_facility(where, TODAY)
    close(ready, hearing, vote=vote)
    step = case.steps.get(kind="hearing")
    assert (step.state, step.result) == ("done", "reject")
    assert open_step(case).kind == "recommendation"


def test_a_postponement_needs_a_reason(ready) -> None:
    assert refusal(ready, planned(ready), vote=Vote("postpone")) == "no_reason"


def test_dissent_is_kept_and_the_ledger_counts_but_names_nobody(ready) -> None:
    hearing = close(ready, planned(ready), vote=Vote("agree", 4, 1, dissent="Litmas belum dibahas"))
    assert hearing.items.get().dissent == "Litmas belum dibahas"
    entry = Entry.objects.get(action="rights.hearing.closed")
    assert entry.data == {"present": 5, "members": 5, "cases": 1}


def test_a_plan_needs_a_team_cases_and_a_number(ready) -> None:
    where, clerk, case = ready
    for number, on, code in (("", TODAY, "hearing_number"), ("X", dt.date(2019, 1, 1), "no_team")):
        with pytest.raises(RightsError) as refused:
            plan_hearing(where, number=number, on=on, cases=[case], actor=clerk)
        assert refused.value.code == code
    planned(ready)
    with pytest.raises(RightsError) as refused:
        plan_hearing(where, number="TPP-2", on=TODAY, actor=clerk)
    assert refused.value.code == "no_cases"


def test_a_member_whose_time_is_over_does_not_sit(ready) -> None:
    where, _clerk, _case = ready
    TeamMember.objects.filter(pk=TeamMember.objects.first().pk).update(until=TODAY)
    assert planned(ready).members.count() == 4
    assert where.team_members.count() == 5


def test_the_numbers_of_the_hearing_are_cited_and_a_wrong_file_is_refused() -> None:
    assert (HEARING.law.regulation, HEARING.law.confidence) == ("Kepmen M.02.PR.08.03/1999", "B")
    content = tomllib.loads(FILE.read_text(encoding="utf-8"))
    with pytest.raises(StepFileError, match="quorum"):
        read({**content, "quorum": {"part": 3, "of": 2}})
    with pytest.raises(StepFileError, match="confidence"):
        read({**content, "confidence": "D"})
