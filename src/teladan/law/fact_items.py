"""Reading the person and the items of the lists of the contract's JSON, each under its own path."""

from typing import Any

from teladan.law import codes
from teladan.law import reading as read
from teladan.law.fact_types import Absence, Dated, Detention, Person, Remission
from teladan.law.reading import FactsError


def person(value: Any, field: str) -> Person:
    """Who it is."""
    v = read.mapping(value, field, ("birth_date", "sex", "religion", "nationality"))
    return Person(
        birth_date=read.optional(v, "birth_date", field, read.date),
        sex=read.optional(v, "sex", field, read.code, codes.SEXES),
        religion=read.optional(v, "religion", field, read.code, codes.RELIGIONS),
        nationality=read.optional(v, "nationality", field, _country),
    )


def _country(value: Any, field: str) -> str:
    if not (isinstance(value, str) and len(value) == 2 and value.isascii() and value.isupper()):
        raise FactsError(field, "expected a country in two capital letters, such as ID")
    return value


def detention(value: Any, field: str) -> Detention:
    """One period of custody."""
    v = read.mapping(value, field, ("start", "end", "place", "authority"))
    start = read.date(read.required(v, "start", field), f"{field}.start")
    end = read.date_or_none(v.get("end"), f"{field}.end")
    read.in_order(start, end, f"{field}.end", "the start")
    return Detention(
        start=start,
        end=end,
        place=read.code(v.get("place", "prison"), f"{field}.place", codes.PLACES),
        authority=read.optional(v, "authority", field, read.code, codes.AUTHORITIES),
    )


def absence(value: Any, field: str) -> Absence:
    """Days outside."""
    v = read.mapping(value, field, ("from", "until", "reason"))
    start = read.date(read.required(v, "from", field), f"{field}.from")
    until = read.date_or_none(v.get("until"), f"{field}.until")
    read.in_order(start, until, f"{field}.until", "from")
    reason = read.code(read.required(v, "reason", field), f"{field}.reason", codes.ABSENCE_REASONS)
    return Absence(start, until, reason)


def remission(value: Any, field: str) -> Remission:
    """One grant."""
    v = read.mapping(value, field, ("kind", "granted_on", "term", "late_for"))
    return Remission(
        kind=read.code(read.required(v, "kind", field), f"{field}.kind", codes.REMISSION_KINDS),
        granted_on=read.date(read.required(v, "granted_on", field), f"{field}.granted_on"),
        term=read.positive_term(read.required(v, "term", field), f"{field}.term"),
        late_for=read.optional(v, "late_for", field, read.code, codes.LATE_FOR),
    )


def report(value: Any, field: str) -> Dated:
    """A monthly conduct report; its day is the first of the month."""
    v = read.mapping(value, field, ("month", "rating"))
    month = read.text(read.required(v, "month", field), f"{field}.month")
    if len(month) != 7:
        raise FactsError(f"{field}.month", "expected a month written YYYY-MM")
    rating = read.code(read.required(v, "rating", field), f"{field}.rating", codes.RATINGS)
    return Dated(read.date(f"{month}-01", f"{field}.month"), rating)


def violation(value: Any, field: str) -> Dated:
    """One entry of Register F."""
    v = read.mapping(value, field, ("on", "level", "rights_lost_until"))
    on = read.date(read.required(v, "on", field), f"{field}.on")
    until = read.date_or_none(v.get("rights_lost_until"), f"{field}.rights_lost_until")
    read.in_order(on, until, f"{field}.rights_lost_until", "on")
    return Dated(on, read.code(read.required(v, "level", field), f"{field}.level", codes.DISCIPLINE_LEVELS), until)


def _coded(value: Any, field: str, name: str, allowed: tuple[str, ...], day: str = "on") -> Dated:
    v = read.mapping(value, field, (day, name))
    on = read.date(read.required(v, day, field), f"{field}.{day}")
    return Dated(on, read.code(read.required(v, name, field), f"{field}.{name}", allowed))


def risk(value: Any, field: str) -> Dated:
    """One risk assessment."""
    return _coded(value, field, "level", codes.RISK_LEVELS)


def merit(value: Any, field: str) -> Dated:
    """One merit."""
    return _coded(value, field, "kind", codes.MERITS)


def pledge(value: Any, field: str) -> Dated:
    """The pledge."""
    return _coded(value, field, "kind", codes.PLEDGE_KINDS)


def leave(value: Any, field: str) -> Dated:
    """The leave that is running."""
    return _coded(value, field, "kind", codes.LEAVES, "from")


def period(value: Any, field: str) -> Dated:
    """A period in the programme."""
    v = read.mapping(value, field, ("from", "until"))
    start = read.date(read.required(v, "from", field), f"{field}.from")
    until = read.date_or_none(v.get("until"), f"{field}.until")
    read.in_order(start, until, f"{field}.until", "from")
    return Dated(start, "", until)


def illness(value: Any, field: str) -> Dated:
    """A doctor's certificate."""
    v = read.mapping(value, field, ("certified_on",))
    return Dated(read.date(read.required(v, "certified_on", field), f"{field}.certified_on"))


def cooperation(value: Any, field: str) -> Dated:
    """A letter of cooperation."""
    v = read.mapping(value, field, ("on",))
    return Dated(read.date(read.required(v, "on", field), f"{field}.on"))
