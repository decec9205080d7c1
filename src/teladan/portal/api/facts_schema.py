"""The facts as JSON Schema, made from the law's own code lists and bounds: it allows what the law can read."""

from teladan.law import codes
from teladan.law.fact_sentences import MOST_ARTICLES, RUPIAH
from teladan.law.facts import MOST_SENTENCES
from teladan.law.reading import LONGEST, MOST
from teladan.portal.api.schema_words import DATE, TEXT, Schema, code, items, or_null, strict, told, whole

DAY = or_null(DATE)
TERM = told(
    strict(years=whole(LONGEST), months=whole(12 * LONGEST), days=whole(366 * LONGEST)),
    "A length of time; absent parts are 0.",
)
RP = whole(RUPIAH)
MONEY = strict(("amount_rp",), amount_rp=RP, substitute=or_null(TERM), paid_rp=or_null(RP))
PERSON = strict(
    birth_date=DAY,
    sex=or_null(code(codes.SEXES)),
    religion=or_null(code(codes.RELIGIONS)),
    nationality=or_null({"type": "string", "pattern": "^[A-Z]{2}$"}),
)
DETENTION = strict(
    ("start",),
    start=DATE,
    end=told(DAY, "The last day; null: still held."),
    place=code(codes.PLACES),
    authority=or_null(code(codes.AUTHORITIES)),
)
SENTENCE = strict(
    case_number=or_null(TEXT),
    final_on=told(DAY, "The day the judgment became final; null: not final yet; absent: not known."),
    kind=or_null(code(codes.SENTENCE_KINDS)),
    term=or_null(TERM),
    offence=or_null(code(codes.OFFENCES)),
    articles=or_null(items(TEXT, MOST_ARTICLES)),
    fine=told(or_null(MONEY), "null: none; absent: not known."),
    restitution=told(or_null(MONEY), "null: none; absent: not known."),
)
ABSENCE = strict(("from", "reason"), **{"from": DATE}, until=DAY, reason=code(codes.ABSENCE_REASONS))
REMISSION = strict(
    ("kind", "granted_on", "term"),
    kind=code(codes.REMISSION_KINDS),
    granted_on=DATE,
    term=TERM,
    late_for=or_null(code(codes.LATE_FOR)),
)
REPORT = strict(("month", "rating"), month={"type": "string", "pattern": r"^\d{4}-\d{2}$"}, rating=code(codes.RATINGS))
VIOLATION = strict(("on", "level"), on=DATE, level=code(codes.DISCIPLINE_LEVELS), rights_lost_until=DAY)


def _list(item: Schema, most: int = MOST) -> Schema:
    return or_null(items(item, most))


FACTS: Schema = told(
    strict(
        as_of=told(DAY, "The day to assess; without it today."),
        person=PERSON,
        detention=_list(DETENTION),
        sentences=_list(SENTENCE, MOST_SENTENCES),
        absences=_list(ABSENCE),
        remissions=_list(REMISSION),
        conduct=_list(REPORT),
        discipline=_list(VIOLATION),
        risk=_list(strict(("on", "level"), on=DATE, level=code(codes.RISK_LEVELS))),
        programme=_list(strict(("from",), **{"from": DATE}, until=DAY)),
        merits=_list(strict(("kind", "on"), kind=code(codes.MERITS), on=DATE)),
        illness=or_null(strict(("certified_on",), certified_on=DATE)),
        pledge=or_null(strict(("kind", "on"), kind=code(codes.PLEDGE_KINDS), on=DATE)),
        cooperation=or_null(strict(("on",), on=DATE)),
        on_leave=or_null(strict(("kind", "from"), kind=code(codes.LEAVES), **{"from": DATE})),
    ),
    "What is known of one person. A list that is absent or null is not known, an empty one is known to be none. Dates "
    "lie between 1900 and 2200, and no end before its start.",
)
