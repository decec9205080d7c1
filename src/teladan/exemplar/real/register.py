"""A row of the table before the checks of the register, exactly as an officer's entry would be checked."""

from collections.abc import Iterable
from datetime import date

from teladan.exemplar.real import table
from teladan.people.checks import contradictions
from teladan.people.models import Detention, Person, Sentence, Stay, Verdict
from teladan.people.whole import Whole

SOME_DAY = date(1999, 12, 31)  # for an admission nobody wrote down: the checks only ask that it has come
# Not a sentence that is served inside: there is nobody to assess.
NOT_INSIDE = {"bebas": "acquitted", "lepas": "discharged"}
OTHER_KINDS = {"denda": "fine only", "tindakan": "measure", "": "no punishment read"}


def refusal(row: table.Row, today: date) -> str | None:
    """Return why a row does not reach the law, None when it does. First reason only."""
    return _nobody_inside(row) or _asked(row) or _contradiction(row, today)


def _nobody_inside(row: table.Row) -> str | None:
    if row.outcome in NOT_INSIDE:
        return f"nobody inside: {NOT_INSIDE[row.outcome]}"
    if row.probation:
        return "nobody inside: suspended sentence"
    if row.kind not in table.KINDS.values():
        return f"nobody inside: {OTHER_KINDS.get(row.kind, 'no prison sentence')}"
    return None


def _asked(row: table.Row) -> str | None:
    if row.conflict:
        return "asked: figure and word disagree"
    return "asked: term not read" if row.kind != "life" and row.term is None else None


def _contradiction(row: table.Row, today: date) -> str | None:
    if not row.consistent:
        return "refused: dates contradict each other"
    found = problems(row, today)
    return f"refused by the register: {found[0]}" if found else None


def problems(row: table.Row, today: date) -> list[str]:
    """Return the codes of what the register's checks find in a row."""
    return [problem.code for problem in contradictions(_whole(row), today)]


def _whole(row: table.Row) -> Whole:
    first = min((period.start for period in row.periods), default=row.verdict_date or SOME_DAY)
    person = Person(name="Tanpa nama", sex="male")
    stay = Stay(person=person, status="convict", register_number="-", admitted_on=first)
    verdict = Verdict(stay=stay, case_number="-/-", verdict_date=row.verdict_date, is_final_known=False)
    return Whole(
        stay,
        person,
        {Detention: list(_orders(row, stay)), Verdict: [verdict], Sentence: [_sentence(row, verdict)]},
    )


def _orders(row: table.Row, stay: Stay) -> Iterable[Detention]:
    for order in row.periods:
        yield Detention(stay=stay, authority=order.authority, place=row.place, start=order.start, end=order.end)


def _sentence(row: table.Row, verdict: Verdict) -> Sentence:
    made = Sentence(verdict=verdict, kind=row.kind, fine_rp=row.fine_rp, restitution_rp=row.restitution_rp)
    made.years, made.months, made.days = row.term or (0, 0, 0)
    made.substitute_years, made.substitute_months, made.substitute_days = row.substitute
    return made
