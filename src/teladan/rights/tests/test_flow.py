"""Golden flows: from the case that opened itself to the register that moved."""

import datetime as dt

import pytest

from teladan.ledger.models import Entry
from teladan.ledger.queries import verify
from teladan.people.errors import Stale
from teladan.people.models import Absence, Movement, Person, Remission, Stay, Verdict
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, Decision, Standing
from teladan.rights.services import Vote, assess_facility, decide, finish_step, open_again, open_due_cases, revoke
from teladan.rights.tests.walking import finish, hear, open_step, walk_to
from teladan.rights.tests.world import TODAY, convict, facility, now, officer, team

pytestmark = pytest.mark.django_db


@pytest.fixture
def where():
    made = facility()
    team(made)
    return made


@pytest.fixture
def clerk(where):
    return officer(where)


def opened(where, right: str, day: dt.date = TODAY, **known) -> Case:
    stay = convict(where, **known)
    assess_facility(where, day)
    open_due_cases(where, day, now=now(day))
    return Case.objects.get(stay=stay, right=right)


def decided(case: Case, actor, outcome: str = "granted", on: dt.date = TODAY, **more) -> Decision:
    case.refresh_from_db()
    return decide(
        case,
        outcome=outcome,
        number="PAS-1/2026",
        on=on,
        actor=actor,
        expected_version=case.version,
        now=now(on),
        **more,
    )


@pytest.mark.parametrize(
    ("right", "known"),
    [
        ("parole", {}),
        ("pre_release_leave", {"years": 2, "months": 2, "remissions": (("general", dt.date(2025, 8, 17), 60),)}),
        ("conditional_leave", {"start": dt.date(2025, 6, 1), "years": 1, "months": 3}),
    ],
)
def test_a_leave_from_its_case_to_the_gate(where, clerk, right, known) -> None:
    case = opened(where, right, **known)
    walk_to(case, "decision", clerk)
    decision = decided(case, clerk)
    case.refresh_from_db()
    assert (case.state, decision.takes_effect) == ("granted", max(case.date, TODAY))
    assert decision.receipt == Entry.objects.get(leaf_hash=decision.receipt).leaf_hash
    step = open_step(case)
    assert (step.kind, step.due_on) == ("handover", max(case.date, TODAY))
    leaving = max(case.date, TODAY)
    finish(case, clerk, day=leaving)
    stay = Stay.objects.get(pk=case.stay_id)
    assert (stay.released_on, stay.release_kind) == (leaving, right)
    assert Movement.objects.get(stay=stay, kind="leave").note == right
    assert not Case.objects.filter(stay=stay, state="open").exists()
    assert verify(where) == []


def test_the_other_leaves_close_when_one_is_granted(where, clerk) -> None:
    case = opened(where, "conditional_leave", start=dt.date(2025, 6, 1), years=1, months=3)
    assert Case.objects.filter(stay=case.stay, right="parole", state="open").exists()
    walk_to(case, "decision", clerk)
    decided(case, clerk)
    other = Case.objects.get(stay=case.stay, right="parole")
    assert (other.state, other.close_reason) == ("closed", "other_leave")
    assert other.why_closed


def test_assimilation_ends_with_the_decision(where, clerk) -> None:
    case = opened(where, "assimilation")
    walk_to(case, "decision", clerk)
    decided(case, clerk)
    assert not case.steps.filter(state__in=["open", "waiting"]).exists()
    assert Stay.objects.get(pk=case.stay_id).released_on is None


def test_family_leave_goes_out_and_stays_a_stay(where, clerk) -> None:
    case = opened(where, "family_leave")
    walk_to(case, "decision", clerk)
    decided(case, clerk)
    finish(case, clerk)
    assert Stay.objects.get(pk=case.stay_id).released_on is None
    assert Movement.objects.get(stay=case.stay_id, kind="leave").note == "family_leave"
    open_due_cases(where, TODAY, now=now())
    assert Case.objects.filter(right="family_leave").count() == 1  # not again by itself
    stay = Stay.objects.get(pk=case.stay_id)
    again = open_again(stay, "family_leave", why="Permintaan keluarga", actor=clerk, now=now())
    assert (again.state, again.occurrence, open_step(again).kind) == ("open", "2024-06-10/2", "documents")
    with pytest.raises(RightsError) as refused:
        open_again(stay, "family_leave", why="Lagi", actor=clerk, now=now())
    assert refused.value.code == "not_again"


def test_a_handover_waits_for_its_day(where, clerk) -> None:
    case = opened(where, "parole")  # 10 June
    walk_to(case, "decision", clerk)
    decided(case, clerk)
    with pytest.raises(RightsError) as refused:
        finish(case, clerk, day=dt.date(2026, 6, 9))
    assert refused.value.code == "too_early"
    assert Stay.objects.get(pk=case.stay_id).released_on is None


def test_humanitarian_remission_moves_every_date_at_once(where, clerk) -> None:
    day = dt.date(2026, 5, 1)
    stay = convict(where)
    Person.objects.filter(pk=stay.person_id).update(birth_date=dt.date(1950, 1, 1))
    assess_facility(where, day)
    open_due_cases(where, day, now=now(day))
    case = Case.objects.get(stay=stay, right="humanitarian_remission")
    assert (case.date, case.length_days) == (dt.date(2026, 5, 29), 60)
    walk_to(case, "decision", clerk, day=day)
    decision = decided(case, clerk, on=day)
    granted = Remission.objects.get(stay=stay)
    assert (granted.kind, granted.months, granted.days, granted.decree_number) == ("humanitarian", 2, 0, "PAS-1/2026")
    assert decision.dates_before["expiry"] == "2027-06-10"
    assert decision.dates_after["expiry"] == "2027-04-11"
    assess_facility(where, dt.date(2026, 5, 29))
    assert Standing.objects.get(stay=stay).expiry == dt.date(2027, 4, 11)


def test_late_remission_gives_each_missed_day(where, clerk) -> None:
    """Held since June 2024, final in September 2025: 17 August 2025 was missed (2 months), Natal 2024 too."""
    stay = convict(where, dt.date(2024, 6, 10))
    Verdict.objects.filter(stay=stay).update(final_on=dt.date(2025, 9, 1))
    assess_facility(where, TODAY)
    open_due_cases(where, TODAY, now=now())
    case = Case.objects.get(stay=stay, right="late_remission")
    walk_to(case, "decision", clerk)
    decided(case, clerk)
    rows = set(Remission.objects.filter(stay=stay).values_list("kind", "late_for", "granted_on", "months", "days"))
    assert rows == {
        ("late", "religious", dt.date(2024, 12, 25), 0, 15),
        ("late", "general", dt.date(2025, 8, 17), 2, 0),
    }
    assert case.length_days == 75
    assert Standing.objects.get(stay=stay).remission_days == 75


def test_the_directorate_asks_for_a_correction(where, clerk) -> None:
    case = opened(where, "parole")
    walk_to(case, "directorate_check", clerk)
    finish(case, clerk, "correction")
    step = open_step(case)
    assert (step.kind, step.office, step.due_on) == ("correction", "head", dt.date(2026, 6, 4))
    finish(case, clerk)
    assert open_step(case).kind == "directorate_check"
    finish(case, clerk, "correction")
    finish(case, clerk)
    finish(case, clerk)
    assert open_step(case).kind == "decision"
    kinds = list(case.steps.values_list("kind", flat=True))
    assert kinds.count("directorate_check") == 3


def test_clocks_by_the_law(where, clerk) -> None:
    """Recommendation two days by the calendar, approval seven working days; 1 June 2026 is a holiday (Pancasila)."""
    case = opened(where, "parole")
    assert walk_to(case, "social_inquiry", clerk).due_on is None  # no limit known for adults
    assert walk_to(case, "recommendation", clerk).due_on == dt.date(2026, 6, 3)
    assert walk_to(case, "approval", clerk).due_on == dt.date(2026, 6, 10)


def test_a_grant_waits_for_its_steps(where, clerk) -> None:
    case = opened(where, "parole")
    with pytest.raises(RightsError) as refused:
        decided(case, clerk)
    assert refused.value.code == "steps_not_done"
    assert not Decision.objects.exists()


def test_a_refusal_needs_the_law_and_says_when_it_contradicts(where, clerk) -> None:
    case = opened(where, "parole")
    walk_to(case, "approval", clerk)
    for wrong in ("", "does_not_exist", "merit_recorded"):
        with pytest.raises(RightsError) as refused:
            decided(case, clerk, "refused", criterion=wrong)
        assert refused.value.code == "no_reason_in_law"
    decision = decided(case, clerk, "refused", criterion="good_conduct_report", reason="Rapor belum dikirim")
    assert decision.contradicts
    case.refresh_from_db()
    assert case.state == "refused"
    assert not case.steps.filter(state__in=["open", "waiting"]).exists()


def test_a_refusal_before_the_hearing_is_refused(where, clerk) -> None:
    case = opened(where, "parole")
    with pytest.raises(RightsError) as refused:
        decided(case, clerk, "refused", criterion="risk_has_fallen")
    assert refused.value.code == "steps_not_done"


def test_two_officers_at_one_step(where, clerk) -> None:
    case = opened(where, "parole")
    walk_to(case, "social_inquiry", clerk)
    seen = open_step(case)
    finish(case, clerk)
    with pytest.raises(Stale):
        finish_step(seen, result="not_recommended", note="", actor=clerk, expected_version=seen.version, now=now())
    assert case.steps.get(kind="social_inquiry").result == "recommended"


def test_documents_missing_name_what_is_missing(where, clerk) -> None:
    case = opened(where, "parole")
    step = walk_to(case, "documents", clerk)
    with pytest.raises(RightsError) as refused:
        finish_step(step, result="complete", note="", actor=clerk, expected_version=step.version, now=now())
    assert "Surat jaminan keluarga" in refused.value.problems[0].id
    assert "Guarantee letter" in refused.value.problems[0].en


def test_revocation_brings_back_and_the_days_outside_do_not_count(where, clerk) -> None:
    case = opened(where, "parole")
    walk_to(case, "decision", clerk)
    decided(case, clerk)
    finish(case, clerk, day=dt.date(2026, 6, 10))
    case.refresh_from_db()
    done = revoke(
        case,
        ground="missed_reports",
        number="PAS-9/2026",
        on=dt.date(2026, 9, 1),
        back_on=dt.date(2026, 9, 8),
        reason="Tiga bulan tidak melapor",
        actor=clerk,
        expected_version=case.version,
        now=now(dt.date(2026, 9, 8)),
    )
    stay = Stay.objects.get(pk=case.stay_id)
    assert (stay.released_on, stay.release_kind) == (None, "")
    absence = Absence.objects.get(stay=stay)
    assert (absence.from_day, absence.until) == (dt.date(2026, 6, 10), dt.date(2026, 9, 8))
    assert done.dates_before["expiry"] == "2027-06-10"
    assert done.dates_after["expiry"] == "2027-09-08"  # ninety days later
    assert Standing.objects.get(stay=stay).expiry == dt.date(2027, 9, 8)
    assert not Case.objects.filter(stay=stay, right="parole", state="open").exists()
    with pytest.raises(RightsError):
        revoke(
            case,
            ground="unrest",
            number="X",
            on=TODAY,
            back_on=TODAY,
            reason="",
            actor=clerk,
            expected_version=case.version + 1,
            now=now(),
        )


def test_hearing_postpones_and_the_case_waits(where, clerk) -> None:
    case = opened(where, "parole")
    walk_to(case, "hearing", clerk)
    hear(case, clerk, Vote("postpone", reason="Litmas belum lengkap"))
    assert open_step(case).kind == "hearing"
    hear(case, clerk, number="TPP-2")
    assert open_step(case).kind == "recommendation"


def test_a_granted_leave_that_is_not_handed_over_is_not_opened_again(where, clerk) -> None:
    case = opened(where, "parole")
    case.steps.update(state="done")
    case.steps.filter(kind="handover").update(state="open")
    Case.objects.filter(pk=case.pk).update(state="granted")
    with pytest.raises(RightsError) as refused:
        open_again(case.stay, "parole", why="Lagi", actor=clerk, now=now())
    assert refused.value.code == "not_again"
    case.steps.update(state="done")
    assert open_again(case.stay, "parole", why="Lagi", actor=clerk, now=now()).state == "open"
