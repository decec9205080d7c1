"""The facts as JSON Schema for the API's own description, made from the law's code lists."""

from typing import Any

from teladan.law import codes

Schema = dict[str, Any]

DATE: Schema = {"type": "string", "format": "date"}
MONTH: Schema = {"type": "string", "pattern": r"^\d{4}-\d{2}$"}
AMOUNT: Schema = {"type": "integer", "minimum": 0}


def _code(names: tuple[str, ...]) -> Schema:
    return {"type": "string", "enum": list(names)}


def _or_none(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _object(required: tuple[str, ...] = (), **fields: Schema) -> Schema:
    return {"type": "object", "additionalProperties": False, "required": list(required), "properties": fields}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


TERM = _object(years=AMOUNT, months=AMOUNT, days=AMOUNT)
MONEY = _object(("amount_rp",), amount_rp=AMOUNT, substitute=_or_none(TERM), paid_rp=_or_none(AMOUNT))
SENTENCE = _object(
    case_number={"type": "string"},
    final_on=_or_none(DATE),
    kind=_code(codes.SENTENCE_KINDS),
    term=TERM,
    offence=_code(codes.OFFENCES),
    articles=_list({"type": "string"}),
    fine=_or_none(MONEY),
    restitution=_or_none(MONEY),
)
PERSON = _object(
    birth_date=DATE,
    sex=_code(codes.SEXES),
    religion=_code(codes.RELIGIONS),
    nationality={"type": "string", "pattern": "^[A-Z]{2}$"},
)
DETENTION = _object(
    ("start",), start=DATE, end=_or_none(DATE), place=_code(codes.PLACES), authority=_code(codes.AUTHORITIES)
)
ABSENCE = _object(("from", "reason"), **{"from": DATE}, until=_or_none(DATE), reason=_code(codes.ABSENCE_REASONS))
REMISSION = _object(
    ("kind", "granted_on", "term"),
    kind=_code(codes.REMISSION_KINDS),
    granted_on=DATE,
    term=TERM,
    late_for=_code(codes.LATE_FOR),
)
VIOLATION = _object(("on", "level"), on=DATE, level=_code(codes.DISCIPLINE_LEVELS), rights_lost_until=_or_none(DATE))
FACTS = _object(
    as_of=DATE,
    person=PERSON,
    detention=_list(DETENTION),
    sentences=_list(SENTENCE),
    absences=_list(ABSENCE),
    remissions=_list(REMISSION),
    conduct=_list(_object(("month", "rating"), month=MONTH, rating=_code(codes.RATINGS))),
    discipline=_list(VIOLATION),
    risk=_list(_object(("on", "level"), on=DATE, level=_code(codes.RISK_LEVELS))),
    programme=_list(_object(("from",), **{"from": DATE}, until=_or_none(DATE))),
    merits=_list(_object(("kind", "on"), kind=_code(codes.MERITS), on=DATE)),
    illness=_or_none(_object(("certified_on",), certified_on=DATE)),
    pledge=_or_none(_object(("kind", "on"), kind=_code(codes.PLEDGE_KINDS), on=DATE)),
    cooperation=_or_none(_object(("on",), on=DATE)),
    on_leave=_or_none(_object(("kind", "from"), kind=_code(codes.LEAVES), **{"from": DATE})),
)
