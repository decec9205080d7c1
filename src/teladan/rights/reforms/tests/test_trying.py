"""A draft tried on a small prison: a process of its own, the register untouched."""

import datetime as dt

import pytest

from teladan.law.assess import assess
from teladan.ledger.models import Entry
from teladan.people.models import Stay
from teladan.people.queries import facts_of
from teladan.rights.errors import RightsError
from teladan.rights.models import Case, ReformRun
from teladan.rights.reforms.services import try_reform
from teladan.rights.tests.world import convict, facility, now, officer

pytestmark = pytest.mark.django_db
HOME = """
id = "asimilasi-rumah"
from = 2026-12-01
regulation = "Rancangan Permenimipas"
title = { id = "Asimilasi di rumah dibuka lagi", en = "Assimilation at home opens again" }
[[change]]
rule = "home_assimilation"
until = 2028-12-31
set = { cutoff = 2028-12-31 }
"""
NO_LEAVES = """
id = "tanpa-pb"
from = 2026-12-01
regulation = "Rancangan"
title = { id = "Tanpa PB", en = "No parole" }
[[change]]
rule = "parole"
ends = true
"""


def tried(where, text) -> ReformRun:
    return try_reform(where, text, actor=officer(where, "head"), now=now())


def test_who_gains_and_by_how_many_days_and_nothing_of_anybody_changes() -> None:
    where = facility()
    stay = convict(where, dt.date(2024, 6, 10), years=6)
    before = list(Stay.objects.values())
    run = tried(where, HOME)
    assert run.job.state == "done"
    assert run.result["people"] == 1
    ((moved, grade, days, old, new, way_old, way_new),) = run.result["moved"]
    assert (moved, way_old, way_new) == (stay.pk, "parole", "home_assimilation")
    assert (grade, days) == ("earlier", (dt.date.fromisoformat(new) - dt.date.fromisoformat(old)).days)
    assert days < -100
    assert list(Stay.objects.values()) == before
    assert not Case.objects.exists()
    assert Entry.objects.filter(action="rights.reform.tried", facility=where).count() == 1


def test_a_right_that_ends_is_graded_as_possible_unlawful_detention() -> None:
    where = facility()
    stay = convict(where, years=6)
    found = assess(facts_of([stay], now().date())[0])
    assert {each["right"]: each["status"] for each in found["rights"]}["parole"] in ("eligible", "upcoming")
    run = tried(where, NO_LEAVES)
    ((moved, grade, days, *_rest),) = run.result["moved"]
    assert (moved, days > 0) == (stay.pk, True)
    assert grade in ("lost", "later")
    assert run.result["before"][0] == run.result["after"][0] == 1
    assert sum(run.result["after"]) > sum(run.result["before"])


def test_a_condition_that_does_not_fit_a_right_is_said_and_nothing_is_kept() -> None:
    where = facility()
    convict(where, years=6)
    text = HOME.replace("until = 2028-12-31", 'until = 2028-12-31\nalso_asks = ["served_six_months"]', 1)
    run = tried(where, text)
    assert (run.job.state, run.result) == ("refused", None)
    assert "tidak dapat dihitung" in run.job.problems[0]["id"]


def test_what_is_no_draft_is_refused_before_anything_is_kept() -> None:
    with pytest.raises(RightsError, match="rule") as refused:
        tried(facility(), HOME.replace("home_assimilation", "home_asimilation"))
    assert refused.value.problems[0].field == "text"
    assert not ReformRun.objects.exists()


def test_people_without_facts_or_sentence_are_counted_as_others() -> None:
    where = facility()
    convict(where)
    Stay.objects.update(status="detainee")
    run = tried(where, HOME)
    assert (run.result["people"], run.result["others"], run.result["moved"]) == (0, 1, [])
    assert set(run.result["before_coming"]) == {1}
