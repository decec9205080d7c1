"""Reading a sentence of the contract's JSON: its term, its fine and restitution."""

from collections.abc import Mapping
from typing import Any, Final

from teladan.law import codes
from teladan.law import reading as read
from teladan.law.fact_types import UNKNOWN, Money, Sentence
from teladan.law.reading import FactsError
from teladan.law.terms import Term

RUPIAH: Final = 10**15  # no sum of money is larger
MOST_ARTICLES: Final = 100  # of one sentence
SENTENCE = ("case_number", "final_on", "kind", "term", "offence", "articles", "fine", "restitution")


def sentence(value: Any, field: str) -> Sentence:
    """One sentence."""
    v = read.mapping(value, field, SENTENCE)
    read.optional(v, "case_number", field, read.text)
    kind = read.optional(v, "kind", field, read.code, codes.SENTENCE_KINDS)
    return Sentence(
        final_on=read.date_or_none(v["final_on"], f"{field}.final_on") if "final_on" in v else UNKNOWN,
        kind=kind,
        term=_pronounced(v.get("term"), f"{field}.term", kind),
        offence=read.optional(v, "offence", field, read.code, codes.OFFENCES),
        articles=read.optional(v, "articles", field, read.items, read.text, MOST_ARTICLES),
        fine=_money(v, "fine", field),
        restitution=_money(v, "restitution", field),
    )


def _pronounced(value: Any, field: str, kind: str | None) -> Term | None:
    if value is None:
        return None
    if kind in ("life", "death"):
        if read.term(value, field).total:
            raise FactsError(field, "a sentence of kind {kind} has no length", kind=kind)
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
        substitute=read.optional(v, "substitute", field, read.term),
        paid_rp=read.optional(v, "paid_rp", field, read.whole, RUPIAH),
    )
