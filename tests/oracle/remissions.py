"""Remission: Keppres 174/1999, PP 99/2012 arts 34 to 34C, UU 22/2022 art 10."""

from collections.abc import Callable, Iterable
from datetime import date

from tests.oracle import conditions, discipline, grant_days, in_force, ladders, lengths
from tests.oracle.custody import day
from tests.oracle.feasts import FEASTS, LAST_YEAR
from tests.oracle.outcome import Outcome
from tests.oracle.person import Person
from tests.oracle.three_valued import Answer, no, some, unless

SIX_MONTHS_IN_DAYS = 180


def served_gate(person: Person, days: Callable[[], Iterable[date]], kind: str) -> Answer:
    """Whether the half year is over on `as_of`; who is a child on the day it could be given needs three months."""
    if person.as_of >= in_force.UU_22_2022 and person.child_on(day_it_could_be(person, days, kind)):
        return person.served_over(grant_days.CHILD, person.as_of)
    more_than = SIX_MONTHS_IN_DAYS if person.as_of >= in_force.PP_99_2012 else SIX_MONTHS_IN_DAYS - 1
    return person.served_over(more_than, person.as_of)


def day_it_could_be(person: Person, days: Callable[[], Iterable[date]], kind: str) -> date:
    """The first grant day past the gate of a child: the age counts on it, also where the person is too old for it."""

    def past_the_gate_of_a_child(when: date) -> bool:
        return person.served(when) > grant_days.CHILD and grant_days.past_one_third(person, when)

    found = grant_days.first_possible(person, days(), kind, past_the_gate_of_a_child) if person.expiry else None
    return found or person.as_of


def ordinary_conditions(found: Outcome, person: Person, looked_at: date) -> None:
    """What a remission asks besides its own day and its window of good conduct."""
    found.exclusion["fixed_term"] = person.fixed_term
    found.exclusion["sentence_at_least_six_months"] = at_least_six_months(person)
    found.condition["judgment_final"] = person.final_by(looked_at)
    conduct_and_programme(found, person)
    if person.as_of >= in_force.UU_22_2022:
        found.condition["risk_has_fallen"] = conditions.risk_has_fallen(person)
    found.condition["not_on_leave"] = conditions.not_on_leave(person)
    found.condition["no_escape"] = conditions.no_escape(person, looked_at)
    found.condition["one_year_since_revocation"] = conditions.one_year_since_revocation(person, looked_at)
    special_conditions(found, person)


def at_least_six_months(person: Person) -> Answer:
    """Keppres 174/1999 art 12(a)."""
    return person.term_is(lambda term: term >= SIX_MONTHS_IN_DAYS)


def conduct_and_programme(found: Outcome, person: Person) -> None:
    if person.as_of >= in_force.SPPN_IN_PRACTICE:
        found.condition["good_conduct_report"] = conditions.good_conduct_report(person)
    if person.as_of >= in_force.PP_99_2012:
        found.condition["active_in_programme"] = conditions.active_in_programme(person)


def special_conditions(found: Outcome, person: Person) -> None:
    binds = conditions.one_third_binds(person)
    found.time["one_third_served"] = unless(binds, person.reached(person.one_third))
    found.condition["cooperated_with_law_enforcement"] = conditions.cooperated_with_law_enforcement(person)
    if person.as_of >= in_force.PP_99_2012:
        found.condition["fine_and_restitution_paid"] = conditions.fine_and_restitution_paid(person)
        found.condition["pledge_made"] = conditions.pledge_made(person)


def grant(
    found: Outcome,
    person: Person,
    days: Callable[[], Iterable[date]],
    kind: str,
    *,
    ripe_on: Callable[[date], bool],
    window: int | None,
) -> date:
    """Find the day. Returns the day on which conditions are looked at."""
    ordinary = grant_days.first_possible(person, days(), kind, ripe_on) if person.expiry else None
    looked_at = ordinary or person.as_of
    found.day = ordinary
    if window:
        spoils = discipline.months(window)
        clear = discipline.none_within(person, spoils, looked_at)
        found.condition[f"no_violation_within_{window}_months"] = clear
        if ordinary and clear is False:
            later = discipline.clear_from(person, spoils)
            found.day = grant_days.first_possible(person, days(), kind, ripe_on, later)
    found.condition["serving_principal_term"] = person.ends_after(found.day) if found.day else no_day_left(person)
    return looked_at


def no_day_left(person: Person) -> Answer:
    return False if person.expiry and person.none_later else None


def dated(person: Person) -> bool:
    return person.expiry is not None


# General, religious, additional --------------------------------------------------------------------------------------


def general_rung(person: Person, when: date) -> int:
    """The n-th grant of its kind, not the n-th year in custody; a general one given late is one too."""
    late = [day(g["granted_on"]) for g in person.grants or [] if late_for(g) == "general"]
    return 1 + sum(given < when for given in grant_days.granted(person, "general") + late)


def religious_rung(person: Person, when: date) -> int:
    late = [day(g["granted_on"]) for g in person.grants or [] if late_for(g) == "religious"]
    return 1 + sum(given < when for given in grant_days.granted(person, "religious") + late)


def late_for(grant_given: dict) -> str | None:
    """A late grant of which it is not told stands on the general ladder."""
    return grant_given.get("late_for", "general") if grant_given["kind"] == "late" else None


def on_independence_day(right: str, person: Person) -> tuple[Outcome, date]:
    found = Outcome(right)
    looked_at = grant(
        found,
        person,
        lambda: grant_days.independence_days(person),
        "general",
        ripe_on=lambda when: grant_days.ripe(person, when),
        window=6,
    )
    ordinary_conditions(found, person, looked_at)
    found.time["served_six_months"] = served_gate(person, lambda: grant_days.independence_days(person), "general")
    return found, looked_at


def general_amount(person: Person, when: date) -> int | None:
    """The rung is not known while the grants are not."""
    if person.grants is None:
        return None
    return ladders.general(general_rung(person, when), person.served(when))


def general_remission(person: Person) -> Outcome:
    """Keppres 174/1999 arts 1, 2, 4."""
    found, _ = on_independence_day("general_remission", person)
    if found.day:
        found.length = general_amount(person, found.day)
    return found


HALF_FOR = {"state_service", "humanity", "blood_donor", "justice_collaborator"}


def additional_remission(person: Person) -> Outcome:
    """Keppres 174/1999 arts 3 and 6: half of that year's general remission, or a third for help to the prison."""
    found, looked_at = on_independence_day("additional_remission", person)
    merits = merits_in_the_year_before(person, looked_at)
    found.condition["merit_recorded"] = None if merits is None else bool(merits)
    amount = general_amount(person, found.day) if merits and found.day else None
    if amount:
        found.length = (amount // 2 if merits & HALF_FOR else 0) + (amount // 3 if "helper" in merits else 0)
    return found


def merits_in_the_year_before(person: Person, when: date) -> set[str] | None:
    merits = person.known("merits", "on")
    if merits is None:
        return None
    a_year_before = lengths.same_day_years_later(when, -1)
    return {merit["kind"] for merit in merits if a_year_before < day(merit["on"]) <= when}


def religious_remission(person: Person) -> Outcome:
    """Keppres 174/1999 arts 2, 5: the chief feast of one's religion, once a year."""
    found = Outcome("religious_remission")
    religion = person.who.get("religion")
    found.closed = religion == "confucian" and person.as_of < in_force.IMLEK_IN_PRACTICE
    looked_at = grant(
        found,
        person,
        lambda: grant_days.feast_days(person),
        "religious",
        ripe_on=lambda when: grant_days.ripe(person, when),
        window=6,
    )
    if feast_unknown(found, person):
        found.condition["feast_day_known"] = None
        found.condition["serving_principal_term"] = person.ends_after(person.as_of)
    ordinary_conditions(found, person, looked_at)
    found.time["served_six_months"] = served_gate(person, lambda: grant_days.feast_days(person), "religious")
    if found.day and person.grants is not None:
        found.length = ladders.religious(religious_rung(person, found.day), person.served(found.day))
    return found


def feast_unknown(found: Outcome, person: Person) -> bool:
    """No feast is set for this religion, or the table ends before the term does or before the first it could be."""
    if person.who.get("religion") not in FEASTS:
        return True
    if dated(person):
        return found.day is None and person.expiry > date(LAST_YEAR + 1, 1, 1)
    left = (when for when in grant_days.feast_days(person) if when >= person.as_of)
    return person.start is not None and not any(grant_days.ripe(person, when) for when in left)


# Every tenth year, humanity, children --------------------------------------------------------------------------------


def decade_remission(person: Person) -> Outcome:
    """Keppres 120/1955: a twelfth of the sentence, at most three months. Not for escapees."""
    found = Outcome("decade_remission")
    looked_at = grant(
        found, person, lambda: grant_days.decade_days(person), "decade", ripe_on=lambda _: True, window=None
    )
    found.exclusion["fixed_term"] = person.fixed_term
    found.condition["judgment_final"] = person.final_by(looked_at)
    found.condition["no_escape"] = conditions.no_escape(person, looked_at)
    twelfth = person.term_is(lambda term: term // 12 > 0)
    found.condition["decade_at_least_a_day"] = twelfth
    if found.day and twelfth:
        found.length = min(person.term // 12, 3 * lengths.MONTH)
    elif found.day:
        found.day = None
    return found


def old_on(person: Person, when: date) -> Answer:
    """Older than seventy: the day after the birthday."""
    return None if person.birth is None else when > person.birthday(70)


def ill(person: Person) -> Answer:
    if "illness" not in person.facts:
        return None
    illness = person.facts["illness"]
    return bool(illness) and day(illness["certified_on"]) <= person.as_of


def short_term(person: Person) -> Answer:
    return person.term_is(lambda term: term <= lengths.in_days({"years": 1}))


def humanitarian_days(person: Person) -> list[date]:
    """The old on 29 May, the ill on 7 April; for sentences up to a year no day is set."""
    years = range(person.as_of.year, (person.expiry or person.as_of).year + 1)
    old = [when for when in (date(year, 5, 29) for year in years) if old_on(person, when)]
    sick = [date(year, 4, 7) for year in years] if ill(person) else []
    return sorted(old + sick)


def humanitarian_remission(person: Person) -> Outcome:
    """Permenkumham 21/2013 art 18, 16/2023 art 29; PP 99/2012 art 34C."""
    found = Outcome("humanitarian_remission", closed=not in_force.humanitarian_remission(person.as_of))
    looked_at = grant(
        found,
        person,
        lambda: humanitarian_days(person),
        "humanitarian",
        ripe_on=lambda when: grant_days.ripe(person, when),
        window=6,
    )
    ordinary_conditions(found, person, looked_at)
    found.time["served_six_months"] = served_gate(person, lambda: humanitarian_days(person), "humanitarian")
    if in_force.humanitarian_excludes_special(person.as_of):
        found.exclusion["not_special_offence"] = no(person.special)
    in_a_group(found, person)
    if found.day:
        found.length = general_amount(person, found.day)
    return found


def in_a_group(found: Outcome, person: Person) -> None:
    """Who is in no group and will not grow old in time is told so; a day that comes too late is no day."""
    member = some([short_term(person), old_on(person, person.as_of), ill(person)])
    grows_old = grows_old_inside(person)
    if member is False and grows_old is None:
        member = None
    (found.time if member is False and grows_old else found.condition)["in_a_humanitarian_group"] = member
    if found.day is None and dated(person) and (short_term(person) or (not member and not grows_old)):
        found.condition["serving_principal_term"] = person.ends_after(person.as_of)
    if short_term(person) and found.day is None:
        found.condition["humanitarian_day_known"] = None


def grows_old_inside(person: Person) -> Answer:
    if person.birth is None or person.expiry is None:
        return None
    return person.birthday(70) < person.expiry


def child_reduction(person: Person) -> Outcome:
    """Children's day, 23 July: Permenkumham 3/2018; UU 22/2022 (amounts: the table of general remission, U7)."""
    found = Outcome("child_reduction", closed=person.as_of < in_force.PERMEN_3_2018)
    looked_at = grant(
        found,
        person,
        lambda: grant_days.childrens_days(person),
        "child",
        ripe_on=lambda when: person.served(when) > grant_days.CHILD and grant_days.past_one_third(person, when),
        window=3,
    )
    ordinary_conditions(found, person, looked_at)
    found.time["served_three_months"] = person.served_over(grant_days.CHILD, person.as_of)
    next_day = next(when for when in grant_days.childrens_days(person) if when >= person.as_of)
    found.exclusion["under_eighteen"] = person.child_on(looked_at if found.day else next_day)
    if found.day and person.grants is not None:
        rung = 1 + sum(given < found.day for given in grant_days.granted(person, "child"))
        found.length = ladders.general(rung, person.served(found.day))
    return found
