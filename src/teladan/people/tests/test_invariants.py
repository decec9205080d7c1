"""Whatever officers try, in whatever order: the register never contradicts itself and nothing goes unrecorded."""

import datetime as dt
import random

import pytest

from teladan.ledger.models import Entry
from teladan.ledger.queries import verify
from teladan.people import services
from teladan.people.checks import contradictions
from teladan.people.errors import Refused
from teladan.people.models import (
    Absence,
    ConductReport,
    Detention,
    Discipline,
    Programme,
    Remission,
    RiskAssessment,
    Stay,
)
from teladan.people.queries import history_of
from teladan.people.queries.contradictions import contradictions_in
from teladan.people.tests.conftest import TODAY, WHY
from teladan.people.whole import LISTS, whole_of


def some_day(chance):
    return dt.date(2024, 11, 1) + dt.timedelta(chance.randrange(800))


MAKERS = {
    Detention: lambda c: {"start": some_day(c), "end": c.choice([None, some_day(c)]), "authority": "court"},
    Absence: lambda c: {"from_day": some_day(c), "until": c.choice([None, some_day(c)]), "reason": "escape"},
    Remission: lambda c: {
        "kind": c.choice(["general", "religious", "late"]),
        "granted_on": some_day(c),
        "months": c.randrange(3),
        "late_for": c.choice(["", "general"]),
    },
    ConductReport: lambda c: {"month": some_day(c).replace(day=c.choice([1, 1, 2])), "rating": "good"},
    Discipline: lambda c: {"on": some_day(c), "level": "light", "rights_lost_until": some_day(c)},
    RiskAssessment: lambda c: {"on": some_day(c), "level": c.choice(["low", "huge"])},
    Programme: lambda c: {"from_day": some_day(c), "until": c.choice([None, some_day(c)])},
}


def try_something(chance, stay, officer):
    """Add, change or remove at random; return whether it was done."""
    said = {"actor": officer, "why": WHY, "today": TODAY}
    model = chance.choice(list(MAKERS))
    rows = list(model.objects.filter(stay=stay))
    verb = chance.choice(["add", "change", "remove", "stay", "stale"])
    try:
        if verb == "stay":
            now = Stay.objects.get(pk=stay.pk)
            services.change(now, {"admitted_on": some_day(chance)}, expected_version=now.version, **said)
        elif verb == "add" or not rows:
            services.add(model, stay, MAKERS[model](chance), **said)
        elif verb == "remove":
            row = chance.choice(rows)
            services.remove(row, expected_version=row.version, **said)
        else:
            row = chance.choice(rows)
            version = row.version - (verb == "stale")
            services.change(row, MAKERS[model](chance), expected_version=version, **said)
    except Refused:
        return False
    return True


def state(stay):
    return [list(model.history.values_list("history_id", flat=True)) for model in (Stay, *LISTS)], Entry.objects.count()


@pytest.mark.parametrize("seed", range(4))
def test_random_work(facility, officer, stay, seed):
    chance = random.Random(seed)  # noqa: S311 - not a secret
    done = 0
    for _ in range(50):
        before = state(stay)
        if try_something(chance, stay, officer):
            done += 1
        else:
            assert state(stay) == before
        assert contradictions(whole_of(Stay.objects.select_related("person").get(pk=stay.pk)), TODAY) == []
    assert 5 < done < 50  # both happened
    assert verify(facility) == []
    assert list(contradictions_in(facility, TODAY)) == []
    for model in MAKERS:
        for row in model.objects.filter(stay=stay):
            assert row.history.count() == row.version
            assert row.history.first().instance == row
    assert all(change.why == WHY for change in history_of(stay))
