"""One screen, one action, one decree."""

import datetime as dt

import pytest

from teladan.ledger.queries import verify
from teladan.people.models import Certificate, Discipline, Remission, Sentence
from teladan.people.services import release
from teladan.rights.day import judged_on
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, Decision, Occasion, Standing
from teladan.rights.remission_day import Except, decide_occasion, differences, open_occasion, propose
from teladan.rights.tests.crowd import crowd
from teladan.rights.tests.world import TODAY, convict, facility, kept, now, officer

pytestmark = pytest.mark.django_db
AUGUST = dt.date(2025, 8, 17)


@pytest.fixture
def where():
    return facility()


def test_who_gets_how_much_on_which_rung(where) -> None:
    """Keppres 174/1999 art 4: 1 month from six to twelve months served, 2 from twelve, then 3, 4, 5, 5, 6."""
    first = convict(where, dt.date(2024, 12, 1), years=3)
    second = convict(where, dt.date(2024, 6, 10), years=3)
    third = convict(where, dt.date(2023, 6, 10), years=6, remissions=(("general", dt.date(2024, 8, 17), 60),))
    short = convict(where, dt.date(2025, 4, 1), years=3)
    proposal = propose(where, "general_remission", dt.date(2026, 8, 17))
    assert {each.stay.pk for each in proposal.granted} == {first.pk, second.pk, third.pk, short.pk}
    proposal = propose(where, "general_remission", AUGUST)
    found = {each.stay.pk: {g.right: (g.days, g.rung) for g in each.grants} for each in proposal.granted}
    assert found[first.pk]["general_remission"] == (30, 1)
    assert found[second.pk]["general_remission"] == (60, 1)
    assert found[third.pk]["general_remission"] == (90, 2)
    assert found[third.pk]["decade_remission"] == (90, None)  # six years: a twelfth is 180 days, at most 90
    assert "general_remission" not in found[short.pk]
    assert found[short.pk]["decade_remission"] == (90, None)  # asks for no six months


def test_why_not_in_both_languages(where) -> None:
    stay = convict(where, dt.date(2024, 6, 10), years=5)
    kept(Discipline, stay=stay, on=dt.date(2026, 6, 1), level="heavy")
    proposal = propose(where, "general_remission", dt.date(2026, 8, 17))
    (candidate,) = proposal.not_granted
    (reason,) = candidate.reasons
    assert reason.criterion == "no_violation_within_6_months"
    assert reason.known
    assert reason.id != reason.en
    assert "1 Juni 2026" in reason.id


def test_missing_facts_are_not_a_no(where) -> None:
    convict(where, known=False)
    proposal = propose(where, "general_remission", dt.date(2026, 8, 17))
    (candidate,) = proposal.needs_facts
    assert {reason.criterion for reason in candidate.reasons if not reason.known} >= {"risk_has_fallen"}


def test_part_two_goes_home_that_day_unless_a_substitute_is_owed(where) -> None:
    day = dt.date(2026, 8, 17)
    free = convict(where, dt.date(2024, 9, 10), years=2)
    owing = convict(where, dt.date(2024, 9, 10), years=2)
    Sentence.objects.filter(verdict__stay=owing).update(
        fine_rp=10_000_000, substitute_kind="confinement", substitute_months=1
    )
    found = {each.stay.pk: each for each in propose(where, "general_remission", day).granted}
    assert (found[free.pk].part, found[free.pk].free, found[free.pk].expiry_after) == ("II", True, day)
    assert (found[owing.pk].part, found[owing.pk].free) == ("II", False)


def test_additional_for_a_donor_and_a_helper(where) -> None:
    stay = convict(where, dt.date(2024, 6, 10), years=4)
    for kind in ("blood_donor", "helper"):
        kept(Certificate, stay=stay, kind="merit", detail=kind, on=dt.date(2026, 3, 1))
    day = dt.date(2026, 8, 17)
    clerk = officer(where)
    occasion = open_occasion(where, "general_remission", day, actor=clerk, now=now())
    assert occasion.cases.count() == 2
    decide_occasion(occasion, decree_number="PAS-17/2026", on=day, actor=clerk, now=now(day))
    rows = set(Remission.objects.values_list("kind", "months", "days"))
    assert rows == {("general", 2, 0), ("additional_half", 1, 0), ("additional_third", 0, 20)}
    assert Standing.objects.get(stay=stay).remission_days == 110


def test_a_feast_is_for_its_religion(where) -> None:
    hindu = convict(where, religion="hindu")
    convict(where, religion="protestant")
    proposal = propose(where, "religious_remission", dt.date(2026, 3, 19), "hindu")
    assert [each.stay.pk for each in proposal.granted] == [hindu.pk]
    natal = propose(where, "religious_remission", dt.date(2026, 12, 25))
    assert len(natal.granted) == 1


def test_one_action_makes_all_cases_and_pressing_twice_makes_none(where) -> None:
    crowd(where, 40, dt.date(2026, 8, 17))
    clerk = officer(where)
    day = dt.date(2026, 8, 17)
    occasion = open_occasion(where, "general_remission", day, actor=clerk, now=now())
    cases = Case.objects.filter(occasion=occasion)
    assert cases.count() == len(propose(where, "general_remission", day).granted) > 20
    for case in cases:
        assert case.steps.filter(state="open").count() == 1
    again = open_occasion(where, "general_remission", day, actor=clerk, now=now())
    assert again == occasion
    assert (Occasion.objects.count(), Case.objects.filter(occasion__isnull=False).count()) == (1, cases.count())


def test_nobody_to_grant_makes_no_occasion(where) -> None:
    with pytest.raises(RightsError) as refused:
        open_occasion(where, "general_remission", dt.date(2026, 8, 17), actor=None, now=now())
    assert refused.value.code == "nobody"
    assert not Occasion.objects.exists()


def test_the_decree_grants_all_but_the_exceptions_and_moves_every_date(where) -> None:
    day = dt.date(2026, 8, 17)
    crowd(where, 30, day)
    clerk = officer(where)
    occasion = open_occasion(where, "general_remission", day, actor=clerk, now=now())
    left_out = occasion.cases.order_by("pk").first()
    with pytest.raises(RightsError) as refused:
        decide_occasion(
            occasion,
            decree_number="PAS-17/2026",
            on=day,
            actor=clerk,
            except_for={left_out.pk: Except("invented")},
            now=now(day),
        )
    assert refused.value.code == "no_reason_in_law"
    assert not Remission.objects.exists()
    kept(Discipline, stay=left_out.stay, on=day - dt.timedelta(days=1), level="heavy")
    assert [each.case.pk for each in differences(occasion)] == [left_out.pk]
    exceptions = {left_out.pk: Except("no_violation_within_6_months", "Pelanggaran sehari sebelumnya")}
    said = {"decree_number": "PAS-17/2026", "on": day, "actor": clerk, "now": now(day)}
    decide_occasion(occasion, except_for=exceptions, **said)
    granted = Case.objects.filter(occasion=occasion, state="granted")
    assert Remission.objects.count() == granted.count() == occasion.cases.count() - 1
    for decision in Decision.objects.filter(outcome="granted").select_related("case"):
        before = dt.date.fromisoformat(decision.dates_before["expiry"])
        after = dt.date.fromisoformat(decision.dates_after["expiry"])
        assert after == max(before - dt.timedelta(days=decision.length_days), min(day, before))
        assert Standing.objects.get(stay=decision.case.stay_id).expiry == after
        assert len(decision.receipt) == 64
    assert len(set(Decision.objects.values_list("receipt", flat=True))) == Decision.objects.count()
    refused_case = Decision.objects.get(outcome="refused")
    assert (refused_case.case_id, refused_case.contradicts) == (left_out.pk, False)
    assert not Case.objects.filter(occasion=occasion, steps__state__in=["open", "waiting"]).exists()
    decide_occasion(occasion, **said)  # pressed twice
    assert Remission.objects.count() == granted.count()
    with pytest.raises(RightsError):
        decide_occasion(occasion, decree_number="OTHER", on=day, actor=clerk, now=now(day))
    assert verify(where) == []


def test_a_decree_signed_before_its_day_shows_what_it_will_do(where) -> None:
    stay = convict(where, dt.date(2024, 6, 10), years=3)
    clerk = officer(where)
    day = dt.date(2026, 8, 17)
    occasion = open_occasion(where, "general_remission", day, actor=clerk, now=now(TODAY))
    decide_occasion(occasion, decree_number="PAS-17/2026", on=dt.date(2026, 8, 10), actor=clerk, now=now(TODAY))
    decision = Decision.objects.get()
    assert (decision.dates_before["expiry"], decision.dates_after["expiry"]) == ("2027-06-10", "2027-04-11")
    assert Standing.objects.get(stay=stay).expiry == dt.date(2027, 6, 10)  # until the day comes


def test_whoever_leaves_before_the_day_does_not_stop_the_decree(where) -> None:
    day = dt.date(2026, 8, 17)
    clerk = officer(where)
    stay, _other = convict(where, years=5), convict(where, years=5)
    open_occasion(where, "general_remission", day, actor=clerk, now=now())
    with judged_on(TODAY):
        release(stay, TODAY, "pardon", expected_version=1, actor=clerk, why="Grasi", today=TODAY)
    case = Case.objects.get(stay=stay, occasion__isnull=False)
    assert (case.state, case.close_reason) == ("closed", "released")
    decide_occasion(Occasion.objects.get(), decree_number="X", on=day, actor=clerk, now=now(day))
    assert Remission.objects.count() == 1
