"""A part of an explanation, made alone, is what the whole explanation says."""

import pytest

from teladan.law.assess import NAMES, assess_many
from teladan.law.columns import from_facts
from teladan.law.facts import parse
from teladan.law.reading import date
from teladan.law.tests.conftest import BASE, CONTRACT

DAYS = ("1999-12-31", "2010-08-17", "2016-01-01", "2021-08-05", "2024-08-17", "2026-11-24")
UNKNOWN = {name: value for name, value in BASE.items() if name in {"as_of", "person", "detention", "sentences"}}
CHILD = BASE | {"person": BASE["person"] | {"birth_date": "2009-03-02"}}
CORRUPT = BASE | {"sentences": [BASE["sentences"][0] | {"offence": "corruption"}]}
PEOPLE = (BASE, CONTRACT, UNKNOWN, CHILD, CORRUPT, {"person": {}})


@pytest.mark.parametrize("day", DAYS)
@pytest.mark.parametrize("law_by", ["as_of", "verdict", "more_favourable"])
def test_parts_are_as_in_the_whole(day, law_by):
    people = from_facts([parse(facts) for facts in PEOPLE])
    result = assess_many(people, date(day, "day"), {"law_by": law_by})
    for row in range(len(PEOPLE)):
        whole = result.explain(row)
        assert result.notes(row) == whole["notes"]
        for right in whole["rights"]:
            name = right["right"]
            assert result.explain_right(row, name) == right
            assert result.unmet(row, name) == [each for each in right["findings"] if each["met"] is not True]
    assert {right["right"] for right in whole["rights"]} == set(NAMES)
