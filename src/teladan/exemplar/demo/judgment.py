"""The court's part of a made-up person: verdict, term, article, fine, what was paid."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from teladan.exemplar.demo import offences, shape
from teladan.exemplar.demo.assumptions import assumed
from teladan.exemplar.demo.chance import Chance
from teladan.exemplar.demo.record import Debt, Judgment, Length
from teladan.law import regulations

SPARE_DAYS = 360  # custody before the judgment that may not count, an absence, and leap days
SUBSTITUTE_DAYS = 180  # the longest that was counted
RESTITUTION: Length = (0, 6, 0)
SECOND_TERM_DAYS = 720
LIFE_DAYS = 20 * 365
CONFINEMENT_ABOLISHED: date = regulations.table("arithmetic")["confinement"]["abolished_on"]


@dataclass(frozen=True)
class Drawn:
    """A punishment before it has a date.

    `at_most` days is the term with every substitute; `longest` days from the arrest is certainly past the release.
    """

    term: Length
    kind: str
    several: bool
    longest: int
    at_most: int = 0


def draw(case: offences.Case, chance: Chance) -> Drawn:
    """Return a punishment as somebody who is inside has it: the longer, the likelier to be met."""
    if case.life:
        return Drawn((0, 0, 0), "life", several=False, longest=LIFE_DAYS)
    return chance.pick(_weighed(case.category))


@cache
def _weighed(category: str) -> dict[Drawn, float]:
    several = assumed("several_sentences")
    found = {}
    for term, count in shape.terms(category).items():
        for more, chance in ((False, 1 - several), (True, several)):
            longest = _longest(category, term, several=more)
            found[Drawn(term, "prison", more, longest, _at_most(category, term))] = count * chance * longest
    return found


def _longest(category: str, term: Length, *, several: bool) -> int:
    return _at_most(category, term) + SPARE_DAYS + SECOND_TERM_DAYS * several


def _at_most(category: str, term: Length) -> int:
    years, months, days = term
    substitutes = 2 if category == "korupsi" else 1
    return 366 * years + 30 * months + days + substitutes * SUBSTITUTE_DAYS


def pronounce(category: str, drawn: Drawn, day: date, number: int, chance: Chance) -> Judgment:
    """Return the judgment of a day with its articles and money; not yet final."""
    named = shape.articles(category, day.year)
    articles = [chance.pick(named)] if named else []
    made = Judgment(
        case_number=f"{number}/{_register(category)}/{day.year}/PN Kpg",
        court="PN Kupang",
        category=category,
        offence=offences.code(category, articles),
        articles=articles,
        verdict_date=day,
        final_on=None,
        kind=drawn.kind,
        term=drawn.term,
    )
    if drawn.kind != "life":
        _add_money(made, chance)
    return made


def _register(category: str) -> str:
    special = {"korupsi": "Pid.Sus-TPK", "narkotika": "Pid.Sus", "perlindungan_anak": "Pid.Sus"}
    return special.get(category, "Pid.B")


def _add_money(made: Judgment, chance: Chance) -> None:
    payments = assumed("paid")["corruption" if made.offence == "corruption" else "other"]
    if chance.happens(shape.fined_share(made.category)):
        kind, months = chance.pick(shape.substitutes(made.category))
        if made.verdict_date >= CONFINEMENT_ABOLISHED:
            kind = "prison"
        amount = chance.pick(shape.fines(made.category))
        made.fine = Debt(amount, (0, months, 0), kind, _paid(amount, payments, chance))
        if made.offence == "corruption" and chance.happens(assumed("restitution")):
            made.restitution = Debt(amount, RESTITUTION, "prison", _paid(amount, payments, chance))


def _paid(amount: int, payments: dict[str, float], chance: Chance) -> int:
    parts = {"full": 100, "part": chance.whole(10, 90), "none": 0}
    return amount * parts[chance.pick(payments)] // 100


def second(first: Judgment, last_day: date, number: int, chance: Chance) -> Judgment | None:
    """Return a further judgment for theft found later, final by `last_day`; None when there is no time for one."""
    if first.final_on is None or first.final_on + timedelta(days=60) > last_day:
        return None
    day = chance.day(first.final_on, min(last_day - timedelta(days=30), first.final_on + timedelta(days=300)))
    short = {term: n for term, n in shape.terms("pencurian").items() if shape.days(term) <= SECOND_TERM_DAYS}
    drawn = Drawn(chance.pick(short), "prison", several=False, longest=0)
    made = pronounce("pencurian", drawn, day, number, chance)
    made.final_on = day + timedelta(days=assumed("final_after_days"))
    return made
