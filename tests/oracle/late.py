"""Remission given late (susulan): the day passed before the judgment was final. M.HH-01.PK.02.02/2010; 3/2018."""

from datetime import date, timedelta

from tests.oracle import discipline, grant_days, in_force, ladders, remissions
from tests.oracle.outcome import Outcome
from tests.oracle.person import Person

EVE_OF_THE_LAW = in_force.KEPPRES_174_1999 - timedelta(days=1)


def last_final(person: Person) -> date | None:
    """The day the last judgment became final; none while one of them is not."""
    if not person.sentences or any(not sentence.get("final_on") for sentence in person.sentences):
        return None
    return person.finals[-1]


def missed(person: Person, days: list[date], kind: str, until: date) -> list[date]:
    """Grant days in custody, past the gate of that day, before the judgment was final; once a year, and not given."""
    years_done = {when.year for when in grant_days.granted(person, kind)}
    found = []
    for when in days:
        in_custody = max(person.start, EVE_OF_THE_LAW) < when < until and when <= person.as_of
        if in_custody and when.year not in years_done and grant_days.past_six_months(person, when, when):
            found.append(when)
            years_done.add(when.year)
    return found


def feasts_of_their_time(person: Person) -> list[date]:
    """Imlek was no grant day before 2018."""
    first = in_force.IMLEK_IN_PRACTICE if person.who.get("religion") == "confucian" else date.min
    return [when for when in grant_days.feast_days(person) if when >= first]


def amounts(person: Person, days: list[date], kind: str, ladder) -> list[int]:
    """As if granted on each missed day: every one of them is a rung. What was given late already is taken off."""
    given = grant_days.granted(person, kind)
    already = sum(remissions.late_for(grant) == kind for grant in person.grants or [])
    sums = [
        ladder(1 + sum(before < when for before in given) + index, person.served(when))
        for index, when in enumerate(days)
    ]
    return sums[already:]


def late_remission(person: Person) -> Outcome:
    found = Outcome("late_remission", closed=person.as_of < in_force.M_HH_01_2010)
    final = last_final(person)
    found.exclusion["fixed_term"] = person.fixed_term
    found.exclusion["sentence_at_least_six_months"] = remissions.at_least_six_months(person)
    found.condition["judgment_final"] = person.final_by(person.as_of)
    remissions.conduct_and_programme(found, person)
    spoils = discipline.months(6)
    clear = discipline.none_within(person, spoils, person.as_of)
    found.condition["no_violation_within_6_months"] = clear
    owed(found, person, final or date.max)
    if found.condition["grant_day_missed"] and final and final <= person.as_of:
        found.day = max(final, discipline.clear_from(person, spoils)) if clear is False else final
    return found


def owed(found: Outcome, person: Person, until: date) -> None:
    """The days missed and what they amount to; not known when grants, finality or religion could change the answer."""
    if person.start is None:
        found.condition["grant_day_missed"] = None
        return
    august = [date(year, 8, 17) for year in range(person.start.year, person.as_of.year + 1)]
    general = missed(person, august, "general", until)
    religious = missed(person, feasts_of_their_time(person), "religious", until)
    sums = amounts(person, general, "general", ladders.general)
    sums += amounts(person, religious, "religious", ladders.religious)
    could_be = bool(general or religious)
    told = person.grants is not None and person.final_by(person.as_of) is not None and person.none_later
    if (could_be and not told) or person.facts.get("detention") is None:
        found.condition["grant_day_missed"] = None
    elif sums:
        found.condition["grant_day_missed"] = True
        found.length = None if person.who.get("religion") is None else sum(sums)
    else:
        found.condition["grant_day_missed"] = None if person.who.get("religion") is None else False
