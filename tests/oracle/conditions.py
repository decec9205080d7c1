"""The conditions that several rights share, one function each."""

from datetime import date, timedelta
from functools import lru_cache

from tests.oracle import in_force, lengths, offences
from tests.oracle.custody import day
from tests.oracle.person import Person
from tests.oracle.three_valued import Answer, every, no, unless

of_this_person = lru_cache(maxsize=1)  # several rights ask it of the same person, one after another
LEVELS = {"low": 1, "medium": 2, "high": 3}


@of_this_person
def good_conduct_report(person: Person) -> Answer:
    """PP 99/2012 art 34(3), by the monthly report (SPPN) from 2023: the latest is good or better."""
    reports = person.facts.get("conduct")
    month = person.as_of.isoformat()[:7]
    until_now = sorted((r for r in reports or [] if r["month"] <= month), key=lambda r: r["month"])
    return until_now[-1]["rating"] in ("good", "very_good") if until_now else None


@of_this_person
def active_in_programme(person: Person) -> Answer:
    periods = person.facts.get("programme")
    if periods is None:
        return None
    now = person.as_of
    return any(day(p["from"]) <= now and (not p.get("until") or day(p["until"]) > now) for p in periods)


@of_this_person
def risk_has_fallen(person: Person) -> Answer:
    """UU 22/2022 art 10(2)(c). A single medium shows neither a fall nor its absence."""
    levels = [LEVELS[row["level"]] for row in person.known("risk", "on") or []]
    if not levels:
        return None
    *before, latest = levels
    if latest == LEVELS["low"]:
        return True
    if latest == LEVELS["medium"] and not before:
        return None
    return latest != LEVELS["high"] and latest < max(before)


def no_escape(person: Person, when: date) -> Answer:
    """None begun in the year (360 days) before, longer than a day; none going on."""
    absences = person.facts.get("absences")
    if absences is None:
        return None
    escapes = [a for a in absences if a["reason"] == "escape" and day(a["from"]) <= person.as_of]

    def going_on(escape: dict) -> bool:
        return not escape.get("until") or day(escape["until"]) > person.as_of

    def counts(escape: dict) -> bool:
        left = day(escape["from"])
        long = going_on(escape) or (day(escape["until"]) - left).days > 1
        return long and when - timedelta(days=360) < left <= when

    return not any(going_on(escape) or counts(escape) for escape in escapes)


def one_year_since_revocation(person: Person, when: date) -> Answer:
    """PP 32/1999 art 39: a year without remission after a leave was revoked."""
    absences = person.facts.get("absences")
    if absences is None:
        return None
    revoked = [a for a in absences if a["reason"] == "leave_revoked" and day(a["from"]) <= person.as_of]
    return all(a.get("until") is not None and when >= lengths.same_day_years_later(day(a["until"]), 1) for a in revoked)


def not_on_leave(person: Person) -> Answer:
    """Keppres 174/1999 art 12(c): no remission on pre-release leave."""
    leave = person.facts.get("on_leave")
    return not (leave and leave["kind"] == "pre_release_leave" and day(leave["from"]) <= person.as_of)


def not_released_yet(person: Person) -> Answer:
    """Parole and the leaves that last until release take somebody out once."""
    leave = person.facts.get("on_leave")
    return not (leave and day(leave["from"]) <= person.as_of)


def not_revoked_twice(person: Person) -> Answer:
    """PP 32/1999 art 39: after the second revocation no more."""
    absences = person.facts.get("absences")
    if absences is None:
        return None
    return sum(a["reason"] == "leave_revoked" and day(a["from"]) <= person.as_of for a in absences) < 2


# Special offences --------------------------------------------------------------------------------------------------


def under_pp_99(person: Person, sentence: dict) -> Answer:
    """While there were two tracks, the added conditions bound only judgments final from 12 November 2012."""
    if person.as_of < in_force.PP_99_2012:
        return False
    return no(offences.final_before_pp_99(sentence, person.as_of)) if person.on_pp_28_track else True


@of_this_person
def one_third_binds(person: Person) -> Answer:
    """PP 28/2006 art 34(3), for judgments final before PP 99/2012."""
    if not person.on_pp_28_track:
        return False
    return person.any_sentence(
        lambda s: every([offences.special(s, person.as_of), offences.final_before_pp_99(s, person.as_of)])
    )


@of_this_person
def cooperated_with_law_enforcement(person: Person) -> Answer:
    """PP 99/2012 arts 34A(1)(a) and 43A(1)(a)."""
    if not in_force.cooperation_binds(person.as_of):
        return True
    cooperation = person.facts.get("cooperation")
    did = None if "cooperation" not in person.facts else bool(cooperation) and day(cooperation["on"]) <= person.as_of
    binds = person.any_sentence(
        lambda s: every([offences.special_by_pp_99(s), no(offences.final_before_pp_99(s, person.as_of))])
    )
    return unless(binds, did)


@of_this_person
def fine_and_restitution_paid(person: Person) -> Answer:
    """PP 99/2012 art 34A(1)(b): corruption."""

    def fulfilled(sentence: dict) -> Answer:
        binds = every([offences.has_offence(sentence, "corruption"), under_pp_99(person, sentence)])
        return unless(binds, offences.fine_and_restitution_paid(sentence))

    return person.every_sentence(fulfilled)


@of_this_person
def pledge_made(person: Person) -> Answer:
    """PP 99/2012 art 34A(1)(c): terrorism; a citizen pledges loyalty, a foreigner not to repeat."""
    binds = person.any_sentence(lambda s: every([offences.has_offence(s, "terrorism"), under_pp_99(person, s)]))
    return unless(binds, pledged(person))


def pledged(person: Person) -> Answer:
    if "pledge" not in person.facts:
        return None
    pledge = person.facts["pledge"]
    if not pledge or day(pledge["on"]) > person.as_of:
        return False
    if pledge["kind"] == "loyalty":
        return True
    nationality = person.who.get("nationality")
    return None if nationality is None else nationality != "ID"
