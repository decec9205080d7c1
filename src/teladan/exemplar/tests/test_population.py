"""The people of the demo: repeatable, usable by the law, shaped as published, their past made by the law."""

from collections import Counter
from datetime import date, timedelta

import pytest

from teladan.exemplar.demo import offences, population, shape
from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.facts import facts
from teladan.exemplar.demo.judge import by_law
from teladan.law.facts import parse

AS_OF = date(2025, 9, 15)
RUNGS = {1: {30, 60}, 2: {90}, 3: {120}, 4: {150}, 5: {150}}  # Keppres 174/1999 art 4, read from the fact sheet


@pytest.fixture(scope="module")
def people():
    return population.generate(220, AS_OF, population.SEED, by_law)


@pytest.fixture(scope="module")
def convicts(people):
    return [record for record in people if record.judgments and record.judgments[0].final_on]


def test_the_same_seed_gives_the_same_people_and_another_seed_others(people) -> None:
    few, again = (population.generate(20, AS_OF, population.SEED, by_law) for _ in range(2))
    assert again == few
    other = population.generate(20, AS_OF, population.SEED + 1, by_law)
    assert [record.name for record in other] != [record.name for record in people[:20]]


def test_fewer_people_are_the_first_of_more(people) -> None:
    few = population.generate(30, AS_OF, population.SEED, by_law)
    assert [(record.name, record.judgments, record.grants) for record in few] == [
        (record.name, record.judgments, record.grants) for record in people[:30]
    ]


def test_the_law_accepts_the_facts_of_everybody(people) -> None:
    for record in people:
        assert parse(facts(record)).person.sex == "male"


def test_everybody_is_still_inside_by_the_law(people) -> None:
    whole = [parse(facts(record)) for record in people if not record.unknown]
    releases = [judged.release for judged in by_law(whole, AS_OF)]
    assert all(release is None or release > AS_OF for release in releases)


def test_the_case_mix_is_near_the_published_one(people) -> None:
    counts = Counter(_group(record.category) for record in people)
    for group, share in assumed("case_mix").items():
        spread = 3 * (share * (1 - share) / len(people)) ** 0.5  # three standard errors of a sample of this size
        assert counts[group] / len(people) == pytest.approx(share, abs=spread), group
    assert counts.most_common(1)[0][0] == "sexual"


def _group(category: str) -> str:
    return next((group for group, members in offences.GROUPS.items() if category in members), "other")


def test_faith_is_near_the_stated_shares(people) -> None:
    counts = Counter(record.religion for record in people)
    christian = counts["protestant"] + counts["catholic"]
    assert 0.70 <= christian / len(people) <= 0.86
    assert counts["hindu"] <= 12
    assert max(counts, key=counts.get) == "protestant"


def test_only_grown_men_some_of_them_elderly(people) -> None:
    ages = [record.age_on(AS_OF) for record in people]
    assert min(ages) >= 18
    assert sum(age >= 60 for age in ages) >= 5


def test_who_is_inside_has_longer_terms_than_who_is_sentenced() -> None:
    stock = population.generate(80, AS_OF, 3, by_law)
    theft = [record for record in stock if record.category == "perlindungan_anak" and len(record.judgments) == 1]
    mean = sum(shape.days(record.judgments[0].term) for record in theft) / len(theft)
    assert mean > shape.mean_days("perlindungan_anak")


def test_nothing_of_the_day_itself_or_later_is_granted(people) -> None:
    assert all(grant.on < AS_OF for record in people for grant in record.grants)


def test_general_grants_climb_the_ladder_of_the_decree(people) -> None:
    climbed = Counter()
    for record in people:
        if any(grant.kind == "late" for grant in record.grants):
            continue  # a late grant may stand for several rungs
        general = [grant for grant in record.grants if grant.kind == "general"]
        for rung, grant in enumerate(general, start=1):
            assert (grant.on.month, grant.on.day) == (8, 17)
            assert grant.days in RUNGS.get(rung, {180}), (rung, grant)
            climbed[rung] += 1
    assert climbed[1] > climbed[2] > climbed[3] > 0


def test_the_decade_remission_is_a_twelfth_and_at_most_ninety_days(people) -> None:
    found = 0
    for record in people:
        if len(record.judgments) != 1:
            continue
        for grant in record.grants:
            if grant.kind == "decade":
                found += 1
                assert grant.on in {date(2015, 8, 17), date(2025, 8, 17)}
                assert grant.days == min(shape.days(record.judgments[0].term) // 12, 90)
    assert found > 100


def test_feasts_follow_religion(people) -> None:
    for record in people:
        days = {(grant.on.month, grant.on.day) for grant in record.grants if grant.kind == "religious"}
        if record.religion in {"protestant", "catholic"}:
            assert days <= {(12, 25)}
        if record.religion in {"", "belief"}:
            assert not days


def test_detainees_are_held_by_an_order_but_for_the_one_that_is_staged(people) -> None:
    detainees = [record for record in people if not any(judgment.final_on for judgment in record.judgments)]
    assert len(detainees) >= 5
    ends = [max(order.end for order in record.detention) for record in detainees]
    past = [end for end in ends if end < AS_OF]
    assert past == [AS_OF - timedelta(days=assumed("staged")["overstay_days"])]
    for days in assumed("staged")["ends_in_days"]:
        assert AS_OF + timedelta(days=days) in ends


def test_some_facts_are_left_unknown_and_most_are_not(people) -> None:
    unknown = Counter(name for record in people for name in record.unknown)
    assert unknown["merits"] > 30
    assert 0 < unknown["discipline"] < 30


def test_a_third_life_and_broken_custody_occur(convicts) -> None:
    assert any(len(record.judgments) > 1 for record in convicts)
    places = Counter(order.place for record in convicts for order in record.detention)
    assert places["house"] + places["city"] > 0
    gaps = [record for record in convicts if _has_gap(record)]
    assert gaps


def _has_gap(record) -> bool:
    reached = record.detention[0].start
    for order in record.detention:
        if order.start > reached + timedelta(days=1):
            return True
        reached = max(reached, order.end or date.max)
    return False


def test_case_numbers_are_nobodys(people) -> None:
    numbers = [int(judgment.case_number.split("/")[0]) for record in people for judgment in record.judgments]
    assert min(numbers) >= assumed("case_numbers")
    assert len(set(numbers)) == len(numbers)
