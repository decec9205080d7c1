"""What is known about one person: the contract's JSON, checked and typed.

`None` for a list means *not known*; an empty tuple means *known to be none*. `UNKNOWN` for a single value
means not known, `None` known to be none.
"""

import datetime as dt
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from teladan.law import codes
from teladan.law import reading as read
from teladan.law.reading import FactsError
from teladan.law.terms import Term

__all__ = ["UNKNOWN", "Facts", "FactsError", "facts_hash", "parse"]

UNKNOWN: Final = "unknown"
RUPIAH = 10**15
LONGEST_TOGETHER = 1000  # years; all terms and substitutes of one person
FIELDS: Final = (
    "as_of",
    "person",
    "detention",
    "sentences",
    "absences",
    "remissions",
    "conduct",
    "discipline",
    "risk",
    "programme",
    "illness",
    "pledge",
    "cooperation",
    "merits",
    "on_leave",
)


@dataclass(frozen=True, slots=True)
class Person:
    birth_date: dt.date | None = None
    sex: str | None = None
    religion: str | None = None
    nationality: str | None = None


@dataclass(frozen=True, slots=True)
class Detention:
    start: dt.date
    end: dt.date | None
    place: str
    authority: str | None = None


@dataclass(frozen=True, slots=True)
class Money:
    """A fine or a restitution; `paid_rp` None: not known; `substitute` None: none was set."""

    amount_rp: int
    substitute: Term | None
    paid_rp: int | None


@dataclass(frozen=True, slots=True)
class Sentence:
    """`final_on` UNKNOWN: not known, None: not final yet. `fine`, `restitution` likewise."""

    final_on: dt.date | str | None
    kind: str | None
    term: Term | None
    offence: str | None
    articles: tuple[str, ...] | None
    fine: Money | str | None
    restitution: Money | str | None


@dataclass(frozen=True, slots=True)
class Absence:
    start: dt.date
    until: dt.date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Remission:
    kind: str
    granted_on: dt.date
    term: Term
    late_for: str | None


@dataclass(frozen=True, slots=True)
class Dated:
    """Something with a day and a code: a violation, a risk assessment, a merit, a pledge, a leave."""

    on: dt.date
    code: str = ""
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    as_of: dt.date | None
    person: Person
    detention: tuple[Detention, ...] | None
    sentences: tuple[Sentence, ...] | None
    absences: tuple[Absence, ...] | None
    remissions: tuple[Remission, ...] | None
    conduct: tuple[Dated, ...] | None
    discipline: tuple[Dated, ...] | None
    risk: tuple[Dated, ...] | None
    programme: tuple[Dated, ...] | None
    merits: tuple[Dated, ...] | None
    illness: Dated | str | None
    pledge: Dated | str | None
    cooperation: Dated | str | None
    on_leave: Dated | None


def parse(value: Any) -> Facts:
    """Check the facts of one person and give them types; FactsError names the first field at fault."""
    values = read.mapping(value, "", FIELDS)
    as_of = values.get("as_of")
    facts = Facts(
        as_of=None if as_of is None else read.date(as_of, "as_of"),
        person=_person(values.get("person", {}), "person"),
        detention=_list(values, "detention", _detention),
        sentences=_list(values, "sentences", _sentence),
        absences=_list(values, "absences", _absence),
        remissions=_list(values, "remissions", _remission),
        conduct=_list(values, "conduct", _report),
        discipline=_list(values, "discipline", _violation),
        risk=_list(values, "risk", _risk),
        programme=_list(values, "programme", _period),
        merits=_list(values, "merits", _merit),
        illness=_single(values, "illness", _illness),
        pledge=_single(values, "pledge", _pledge),
        cooperation=_single(values, "cooperation", _cooperation),
        on_leave=_leave(values["on_leave"], "on_leave") if values.get("on_leave") is not None else None,
    )
    _check_birth(facts)
    _check_lengths(facts)
    return facts


def facts_hash(facts: Mapping[str, Any]) -> str:
    """SHA-256 of the facts as canonical JSON: the same facts give the same hash, whatever their order of fields."""
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _list(values: Mapping[str, Any], name: str, item: Any) -> Any:
    # A list that is null says the same as one that is absent: it is not known.
    return None if values.get(name) is None else read.items(values[name], name, item)


def _single(values: Mapping[str, Any], name: str, item: Any) -> Any:
    if name not in values:
        return UNKNOWN
    return None if values[name] is None else item(values[name], name)


def _check_birth(facts: Facts) -> None:
    birth = facts.person.birth_date
    if birth and facts.detention and birth > min(d.start for d in facts.detention):
        raise FactsError("person.birth_date", "is after the first day of custody")


def _check_lengths(facts: Facts) -> None:
    """Refuse lengths that together leave the calendar: no date can be written for them."""
    total = 0
    for sentence in facts.sentences or ():
        money = (sentence.fine, sentence.restitution)
        terms = [sentence.term, *(m.substitute for m in money if isinstance(m, Money))]
        total += sum(term.total for term in terms if term)
    if total > Term(LONGEST_TOGETHER).total:
        raise FactsError("sentences", f"the lengths together are over {LONGEST_TOGETHER} years")


def _optional(values: Mapping[str, Any], name: str, field: str, check: Any, *more: Any) -> Any:
    return None if values.get(name) is None else check(values[name], f"{field}.{name}", *more)


def _person(value: Any, field: str) -> Person:
    v = read.mapping(value, field, ("birth_date", "sex", "religion", "nationality"))
    return Person(
        birth_date=_optional(v, "birth_date", field, read.date),
        sex=_optional(v, "sex", field, read.code, codes.SEXES),
        religion=_optional(v, "religion", field, read.code, codes.RELIGIONS),
        nationality=_optional(v, "nationality", field, _country),
    )


def _country(value: Any, field: str) -> str:
    if not (isinstance(value, str) and len(value) == 2 and value.isascii() and value.isupper()):
        raise FactsError(field, "expected a country in two capital letters, such as ID")
    return value


def _detention(value: Any, field: str) -> Detention:
    v = read.mapping(value, field, ("start", "end", "place", "authority"))
    start = read.date(read.required(v, "start", field), f"{field}.start")
    end = read.date_or_none(v.get("end"), f"{field}.end")
    read.in_order(start, end, f"{field}.end", "the start")
    return Detention(
        start=start,
        end=end,
        place=read.code(v.get("place", "prison"), f"{field}.place", codes.PLACES),
        authority=_optional(v, "authority", field, read.code, codes.AUTHORITIES),
    )


SENTENCE = ("case_number", "final_on", "kind", "term", "offence", "articles", "fine", "restitution")


def _sentence(value: Any, field: str) -> Sentence:
    v = read.mapping(value, field, SENTENCE)
    _optional(v, "case_number", field, read.text)
    kind = _optional(v, "kind", field, read.code, codes.SENTENCE_KINDS)
    return Sentence(
        final_on=read.date_or_none(v["final_on"], f"{field}.final_on") if "final_on" in v else UNKNOWN,
        kind=kind,
        term=_pronounced(v.get("term"), f"{field}.term", kind),
        offence=_optional(v, "offence", field, read.code, codes.OFFENCES),
        articles=_optional(v, "articles", field, read.items, read.text),
        fine=_money(v, "fine", field),
        restitution=_money(v, "restitution", field),
    )


def _pronounced(value: Any, field: str, kind: str | None) -> Term | None:
    if value is None:
        return None
    if kind in ("life", "death"):
        if read.term(value, field).total:
            raise FactsError(field, f"a sentence of kind {kind} has no length")
        return None
    return read.positive_term(value, field)


def _money(values: Mapping[str, Any], name: str, parent: str) -> Money | str | None:
    if name not in values:
        return UNKNOWN
    if values[name] is None:
        return None
    field = f"{parent}.{name}"
    v = read.mapping(values[name], field, ("amount_rp", "substitute", "paid_rp"))
    return Money(
        amount_rp=read.whole(read.required(v, "amount_rp", field), f"{field}.amount_rp", RUPIAH),
        substitute=_optional(v, "substitute", field, read.term),
        paid_rp=_optional(v, "paid_rp", field, read.whole, RUPIAH),
    )


def _absence(value: Any, field: str) -> Absence:
    v = read.mapping(value, field, ("from", "until", "reason"))
    start = read.date(read.required(v, "from", field), f"{field}.from")
    until = read.date_or_none(v.get("until"), f"{field}.until")
    read.in_order(start, until, f"{field}.until", "from")
    reason = read.code(read.required(v, "reason", field), f"{field}.reason", codes.ABSENCE_REASONS)
    return Absence(start, until, reason)


def _remission(value: Any, field: str) -> Remission:
    v = read.mapping(value, field, ("kind", "granted_on", "term", "late_for"))
    return Remission(
        kind=read.code(read.required(v, "kind", field), f"{field}.kind", codes.REMISSION_KINDS),
        granted_on=read.date(read.required(v, "granted_on", field), f"{field}.granted_on"),
        term=read.positive_term(read.required(v, "term", field), f"{field}.term"),
        late_for=_optional(v, "late_for", field, read.code, codes.LATE_FOR),
    )


def _report(value: Any, field: str) -> Dated:
    v = read.mapping(value, field, ("month", "rating"))
    month = read.text(read.required(v, "month", field), f"{field}.month")
    if len(month) != 7:
        raise FactsError(f"{field}.month", "expected a month written YYYY-MM")
    rating = read.code(read.required(v, "rating", field), f"{field}.rating", codes.RATINGS)
    return Dated(read.date(f"{month}-01", f"{field}.month"), rating)


def _violation(value: Any, field: str) -> Dated:
    v = read.mapping(value, field, ("on", "level", "rights_lost_until"))
    on = read.date(read.required(v, "on", field), f"{field}.on")
    until = read.date_or_none(v.get("rights_lost_until"), f"{field}.rights_lost_until")
    read.in_order(on, until, f"{field}.rights_lost_until", "on")
    return Dated(on, read.code(read.required(v, "level", field), f"{field}.level", codes.DISCIPLINE_LEVELS), until)


def _coded(value: Any, field: str, name: str, allowed: tuple[str, ...], day: str = "on") -> Dated:
    v = read.mapping(value, field, (day, name))
    on = read.date(read.required(v, day, field), f"{field}.{day}")
    return Dated(on, read.code(read.required(v, name, field), f"{field}.{name}", allowed))


def _risk(value: Any, field: str) -> Dated:
    return _coded(value, field, "level", codes.RISK_LEVELS)


def _merit(value: Any, field: str) -> Dated:
    return _coded(value, field, "kind", codes.MERITS)


def _pledge(value: Any, field: str) -> Dated:
    return _coded(value, field, "kind", codes.PLEDGE_KINDS)


def _leave(value: Any, field: str) -> Dated:
    return _coded(value, field, "kind", codes.LEAVES, "from")


def _period(value: Any, field: str) -> Dated:
    v = read.mapping(value, field, ("from", "until"))
    start = read.date(read.required(v, "from", field), f"{field}.from")
    until = read.date_or_none(v.get("until"), f"{field}.until")
    read.in_order(start, until, f"{field}.until", "from")
    return Dated(start, "", until)


def _illness(value: Any, field: str) -> Dated:
    v = read.mapping(value, field, ("certified_on",))
    return Dated(read.date(read.required(v, "certified_on", field), f"{field}.certified_on"))


def _cooperation(value: Any, field: str) -> Dated:
    v = read.mapping(value, field, ("on",))
    return Dated(read.date(read.required(v, "on", field), f"{field}.on"))
