"""What is known about one person: the contract's JSON, checked and typed (`fact_types.py` says how)."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from teladan.law import fact_items as items
from teladan.law import reading as read
from teladan.law.fact_sentences import sentence
from teladan.law.fact_types import (
    UNKNOWN,
    Absence,
    Dated,
    Detention,
    Facts,
    Money,
    Person,
    Remission,
    Sentence,
)
from teladan.law.reading import FactsError
from teladan.law.terms import Term

__all__ = [
    "UNKNOWN",
    "Absence",
    "Dated",
    "Detention",
    "Facts",
    "FactsError",
    "Money",
    "Person",
    "Remission",
    "Sentence",
    "facts_hash",
    "parse",
]

MOST_SENTENCES: Final = 200
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


def parse(value: Any) -> Facts:
    """Check the facts of one person and give them types; FactsError names the first field at fault."""
    values = read.mapping(value, "", FIELDS)
    as_of = values.get("as_of")
    facts = Facts(
        as_of=None if as_of is None else read.date(as_of, "as_of"),
        person=items.person(values.get("person", {}), "person"),
        detention=_list(values, "detention", items.detention),
        sentences=_list(values, "sentences", sentence, MOST_SENTENCES),
        absences=_list(values, "absences", items.absence),
        remissions=_list(values, "remissions", items.remission),
        conduct=_list(values, "conduct", items.report),
        discipline=_list(values, "discipline", items.violation),
        risk=_list(values, "risk", items.risk),
        programme=_list(values, "programme", items.period),
        merits=_list(values, "merits", items.merit),
        illness=_single(values, "illness", items.illness),
        pledge=_single(values, "pledge", items.pledge),
        cooperation=_single(values, "cooperation", items.cooperation),
        on_leave=items.leave(values["on_leave"], "on_leave") if values.get("on_leave") is not None else None,
    )
    _check_birth(facts)
    _check_lengths(facts)
    return facts


def facts_hash(facts: Mapping[str, Any]) -> str:
    """SHA-256 of the facts as canonical JSON: the same facts give the same hash, whatever their order of fields."""
    text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()


def _list(values: Mapping[str, Any], name: str, item: Any, most: int = read.MOST) -> Any:
    # A list that is null says the same as one that is absent: it is not known.
    return None if values.get(name) is None else read.items(values[name], name, item, most)


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
    for one in facts.sentences or ():
        money = (one.fine, one.restitution)
        terms = [one.term, *(m.substitute for m in money if isinstance(m, Money))]
        total += sum(term.total for term in terms if term)
    if total > Term(LONGEST_TOGETHER).total:
        raise FactsError("sentences", "the lengths together are over {most} years", most=LONGEST_TOGETHER)
