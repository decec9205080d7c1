"""Unusable facts: the field is named, and what is expected."""

import copy

import pytest

from teladan.law import facts as reading
from teladan.law.columns import LISTS
from teladan.law.facts import FactsError, facts_hash, parse
from teladan.law.tests.broken import BROKEN

ITEMS = {
    "sentences": {"kind": "prison", "term": {"days": 1}},
    "absences": {"from": "2025-01-01", "until": None, "reason": "escape"},
    "remissions": {"kind": "general", "granted_on": "2025-08-17", "term": {"days": 1}},
    "discipline": {"on": "2025-01-01", "level": "heavy"},
    "merits": {"kind": "helper", "on": "2025-01-01"},
}


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


MOST = {"sentences": 200, **dict.fromkeys(sorted({*LISTS} - {"sentences"}), 1_000)}


@pytest.mark.parametrize(("name", "most"), MOST.items())
def test_a_list_longer_than_anybodys_is_refused(base, name, most):
    item = ITEMS.get(name) or base[name][0]
    assert len(getattr(parse({**base, name: [item] * most}), name)) == most
    with pytest.raises(FactsError, match=f"at most {most} items, found {most + 1}") as refused:
        parse({**base, name: [item] * (most + 1)})
    assert refused.value.field == name


def test_articles_without_end_are_refused(base):
    base["sentences"][0]["articles"] = ["KUHP:363"] * 101
    with pytest.raises(FactsError, match="at most 100 items") as refused:
        parse(base)
    assert refused.value.field == "sentences[0].articles"


def test_a_list_too_long_is_refused_before_any_item_is_read(base, monkeypatch):
    monkeypatch.setattr(reading, "sentence", pytest.fail)
    with pytest.raises(FactsError, match="sentences"):
        parse({**base, "sentences": [None] * 10_000})


def test_nothing_known_is_a_fact_too():
    assert parse({}).detention is None


def test_the_hash_follows_the_facts_not_their_order():
    one, other = {"a": 1, "b": [{"c": 2, "d": 3}]}, {"b": [{"d": 3, "c": 2}], "a": 1}
    assert facts_hash(one) == facts_hash(other)
    assert facts_hash(one) != facts_hash({**one, "a": 2})
