"""Assimilation, leaves, release on licence: Permenkumham 3/2018 as amended, and what came before."""

from datetime import date, timedelta
from fractions import Fraction

from tests.oracle import conditions, discipline, in_force, lengths, offences
from tests.oracle.outcome import Outcome
from tests.oracle.person import Person
from tests.oracle.three_valued import no

NINE_MONTHS = 270
SIX_MONTHS, FOUR_MONTHS, THREE_MONTHS = 180, 120, 90


def begin(right: str, person: Person) -> Outcome:
    """What every one of them asks."""
    found = Outcome(right)
    found.exclusion["fixed_term"] = person.fixed_term
    found.condition["active_in_programme"] = conditions.active_in_programme(person)
    found.condition["not_released_yet"] = conditions.not_released_yet(person)
    if right != "home_assimilation":
        found.exclusion["not_revoked_twice"] = conditions.not_revoked_twice(person)
    if person.as_of >= in_force.SPPN_IN_PRACTICE:
        found.condition["good_conduct_report"] = conditions.good_conduct_report(person)
    if person.as_of >= in_force.UU_22_2022:
        found.condition["risk_has_fallen"] = conditions.risk_has_fallen(person)
    return found


def settle(
    found: Outcome, person: Person, ordinary: date | None, window: str, spoils: discipline.Spoils
) -> date | None:
    """The day it can begin: a punishment in the window puts it off. Returns the day on which things are looked at."""
    looked_at = max(ordinary or person.as_of, person.as_of)
    clear = discipline.none_within(person, spoils, looked_at)
    found.condition[f"no_violation_{window}"] = clear
    found.day = ordinary
    if ordinary and clear is False:
        found.day = max(ordinary, discipline.clear_from(person, spoils))
    when = max(found.day or person.as_of, person.as_of)
    found.condition["judgment_final"] = person.final_by(when)
    found.condition["serving_principal_term"] = person.ends_after(when)
    if found.day and found.day >= person.expiry:
        found.day = None
    return found.day


def latest(*days: date | None) -> date | None:
    """The last of the days; not known when one is not known."""
    return None if None in days else max(days)


def fraction_counted(person: Person, when: date | None) -> date | None:
    """Before M.HH.01.PK.05.06/2008 the fraction was counted otherwise; how is not known (U13)."""
    return when if person.as_of >= in_force.M_HH_01_2008 else None


def two_thirds(found: Outcome, person: Person) -> date | None:
    when = fraction_counted(person, person.two_thirds)
    found.time["two_thirds_served"] = person.reached(when)
    return when


def half(found: Outcome, person: Person) -> date | None:
    when = fraction_counted(person, person.half)
    found.time["half_served"] = person.reached(when)
    return when


def nine_months_floor(found: Outcome, person: Person) -> None:
    """Old KUHP art 15, KUHP 2023 art 72(1): two thirds, and those at least nine months: 13 months 15 days or more.

    Compared before rounding: a part of a day is not yet a day served.
    """
    found.exclusion["two_thirds_at_least_nine_months"] = person.term_is(
        lambda term: Fraction(2, 3) * term >= NINE_MONTHS
    )


def pledge_and_payment(found: Outcome, person: Person) -> None:
    if person.as_of >= in_force.PP_99_2012:
        found.condition["pledge_made"] = conditions.pledge_made(person)
        found.condition["fine_and_restitution_paid"] = conditions.fine_and_restitution_paid(person)


def cooperation(found: Outcome, person: Person) -> None:
    found.condition["cooperated_with_law_enforcement"] = conditions.cooperated_with_law_enforcement(person)


def by_offence(rule):
    """A rule that is stricter for special offences.

    While the offence is not told the dates are those of an ordinary one, and what only a special one asks is not known
    unless it is fulfilled anyway.
    """

    def decide(person: Person) -> Outcome:
        if person.special is not None:
            return rule(person, special=person.special)
        return perhaps_special(rule(person, special=False), rule(person, special=True))

    return decide


def perhaps_special(ordinary: Outcome, special: Outcome) -> Outcome:
    for kind in ("time", "condition", "exclusion"):
        for name, answer in getattr(special, kind).items():
            told = getattr(ordinary, kind)
            if name not in told:
                told[name] = answer or None
    lasts = "within_last_part_of_term"
    if ordinary.time.get(lasts) and special.time[lasts] is not True:
        ordinary.time[lasts] = None
    return ordinary


# Assimilation ------------------------------------------------------------------------------------------------------


def assimilation(person: Person) -> Outcome:
    """Permenkumham 3/2018 art 44: half. Special, art 45 as in 7/2022 (before, PP 28/2006): two thirds, nine months.

    While the offence is not told, neither fraction is known before it is reached, and there is no date.
    """
    special = person.special if person.as_of >= in_force.PP_28_2006 else False
    if special is not None:
        return assimilation_of(person, special=special, told=True)
    found = perhaps_special(
        assimilation_of(person, special=False, told=False), assimilation_of(person, special=True, told=False)
    )
    found.time["half_served"] = found.time["half_served"] or None
    return found


def assimilation_of(person: Person, *, special: bool, told: bool) -> Outcome:
    found = begin("assimilation", person)
    child = person.child_on(person.as_of)
    if special:
        nine_months_floor(found, person)
        pledge_and_payment(found, person)
        cooperation(found, person)
    ordinary = two_thirds(found, person) if special else half(found, person)
    months = 3 if child else 9 if special else 6
    settle(found, person, ordinary if told else None, f"within_{months}_months", discipline.months(months))
    return found


def home_assimilation(person: Person) -> Outcome:
    """The epidemic's scheme: Permenkumham 10/2020, 32/2020, 24/2021, 43/2021 and two ministerial decrees."""
    found = begin("home_assimilation", person)
    cutoff = in_force.home_assimilation_cutoff(person.as_of)
    if cutoff is None:
        found.closed = True
        return found
    child = person.child_on(person.as_of)
    release_by = person.half if child else person.two_thirds
    found.exclusion["date_before_cutoff"] = person.by(release_by, cutoff)
    found.exclusion["offence_allowed_home"] = no(
        person.any_sentence(lambda s: offences.excluded_from_home(s, person.as_of))
    )
    if person.as_of < in_force.PERMEN_32_2020:
        nationality = person.who.get("nationality")
        found.exclusion["indonesian_citizen"] = None if nationality is None else nationality == "ID"
    months = 3 if child else 6
    settle(found, person, half(found, person), f"within_{months}_months", discipline.months(months))
    return found


def family_leave(person: Person) -> Outcome:
    """Permenkumham 3/2018 arts 67 and 68: two days at home."""
    found = begin("family_leave", person)
    found.closed = person.as_of < in_force.PERMEN_3_2018
    one_year = lengths.in_days({"years": 1})
    found.exclusion["sentence_at_least_one_year"] = person.term_is(lambda term: term >= one_year)
    found.exclusion["not_special_offence"] = no(person.special)
    settle(found, person, half(found, person), "this_year", discipline.that_year)
    if found.day:
        found.length, found.ends = 2, found.day + timedelta(days=2)
    return found


# Release on licence ------------------------------------------------------------------------------------------------


@by_offence
def parole(person: Person, *, special: bool) -> Outcome:
    """Permenkumham 3/2018 art 82, special 84 to 87; old KUHP art 15; KUHP 2023 art 72."""
    found = begin("parole", person)
    child = person.child_on(person.as_of)
    if not child:
        nine_months_floor(found, person)
    if special:
        pledge_and_payment(found, person)
        cooperation(found, person)
        if in_force.PERMEN_3_2018 <= person.as_of < in_force.UU_22_2022:
            found.condition["assimilation_half"] = None
    ordinary = half(found, person) if child else two_thirds(found, person)
    months = 3 if child else 9
    if settle(found, person, ordinary, f"within_{months}_months", discipline.months(months)):
        found.ends = lengths.same_day_years_later(person.expiry, 1)
    return found


def last_remission(person: Person) -> int | None:
    """Several on one day: the general one, else the religious one, else the longest."""
    if not person.grants:
        return None
    last_day = person.grants[-1]["granted_on"]
    that_day = [grant for grant in person.grants if grant["granted_on"] == last_day]
    order = {"general": 2, "religious": 1}
    last = max(that_day, key=lambda grant: (order.get(grant["kind"], 0), lengths.in_days(grant["term"])))
    return lengths.in_days(last["term"])


def until_expiry(found: Outcome, person: Person, cap: int | None, fraction: date | None) -> date | None:
    """A leave that ends with the term: it begins when no more than its length is left."""
    opens = None if None in (cap, person.expiry) else person.expiry - timedelta(days=cap)
    opens = fraction_counted(person, opens)
    found.time["within_last_part_of_term"] = person.reached(opens)
    return latest(fraction, opens)


def to_the_end(found: Outcome, person: Person) -> None:
    if found.day:
        found.ends = person.expiry
        found.length = (person.expiry - found.day).days


@by_offence
def pre_release_leave(person: Person, *, special: bool) -> Outcome:
    """Permenkumham 3/2018 arts 102 and 103: as long as the last remission."""
    found = begin("pre_release_leave", person)
    found.closed = person.as_of < in_force.PERMEN_3_2018
    child = person.child_on(person.as_of)
    if not child:
        nine_months_floor(found, person)
    found.condition["remission_received"] = None if person.grants is None else bool(person.grants)
    if special:
        pledge_and_payment(found, person)
    last = last_remission(person)
    cap = None if last is None else min(last, THREE_MONTHS if special else SIX_MONTHS)
    fraction = half(found, person) if child else two_thirds(found, person)
    months = 3 if child else 9
    ordinary = until_expiry(found, person, cap, fraction)
    settle(found, person, ordinary, f"within_{months}_months", discipline.months(months))
    to_the_end(found, person)
    return found


@by_offence
def conditional_leave(person: Person, *, special: bool) -> Outcome:
    """Permenkumham 21/2013: up to 1 year 3 months, 4 months. 3/2018 art 114: up to 1 year 6 months, 6 (special 4)."""
    found = begin("conditional_leave", person)
    found.closed = person.as_of < in_force.PERMEN_21_2013
    newer = person.as_of >= in_force.PERMEN_3_2018
    limit = lengths.in_days({"years": 1, "months": 6 if newer else 3})
    cap = SIX_MONTHS if newer and not special else FOUR_MONTHS
    found.exclusion["sentence_within_limit"] = person.term_is(lambda term: term <= limit)
    if special:
        pledge_and_payment(found, person)
    ordinary = until_expiry(found, person, cap, two_thirds(found, person))
    months = 9 if special else 6
    settle(found, person, ordinary, f"within_{months}_months", discipline.months(months))
    to_the_end(found, person)
    return found


LEAVES = (assimilation, home_assimilation, family_leave, parole, pre_release_leave, conditional_leave)
