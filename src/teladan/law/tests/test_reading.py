"""Unusable facts: the field is named, and what is expected."""

import copy

import pytest

from teladan.law.facts import FactsError, facts_hash, parse
from teladan.law.tests.broken import BROKEN


@pytest.mark.parametrize(("path", "value", "field", "says"), BROKEN, ids=lambda part: str(part)[:40])
def test_the_field_is_named(base, path, value, field, says):
    facts = copy.deepcopy(base)
    target = facts
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    with pytest.raises(FactsError) as refused:
        parse(facts)
    assert refused.value.field == field
    assert says in refused.value.message


@pytest.mark.parametrize("facts", [None, [], "facts", 7])
def test_what_is_no_object(facts):
    with pytest.raises(FactsError):
        parse(facts)


def test_nothing_known_is_a_fact_too():
    assert parse({}).detention is None


def test_the_hash_follows_the_facts_not_their_order():
    one, other = {"a": 1, "b": [{"c": 2, "d": 3}]}, {"b": [{"d": 3, "c": 2}], "a": 1}
    assert facts_hash(one) == facts_hash(other)
    assert facts_hash(one) != facts_hash({**one, "a": 2})
